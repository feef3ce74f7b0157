use super::{Table, read};
use crate::source::Source;
use std::fmt::Write as _;

/// Columns and rows; `^` marks what is taken from above, `/` holds the
/// paragraphs of a cell apart.
fn shown(text: &str) -> String {
    let source = Source::new(text);
    let mut out = String::new();
    for table in read(&source) {
        let kinds: Vec<String> = table.columns.iter().map(|column| format!("{:?}", column.kind)).collect();
        let labour = if table.divides_labour() { "" } else { " (no division of labour)" };
        let _ = writeln!(out, "{}{labour}", kinds.join(" "));
        for line in rows(&source, &table) {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

fn rows(source: &Source, table: &Table) -> Vec<String> {
    let cell = |cell: &super::Cell| {
        let parts: Vec<&str> = cell.paragraphs.iter().map(|part| source.slice(*part)).collect();
        format!("{}{}", if cell.inherited { "^" } else { "" }, parts.join("/"))
    };
    table.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

/// Cases stand in `cases.txt`: a paste (⇥ for a tab), `---`, what must be read;
/// `===` between two. A line that opens with `#` says what a case is about.
#[test]
fn tables() {
    let cases: Vec<&str> = include_str!("cases.txt").split("\n===\n").collect();
    assert!(cases.len() >= 20, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in cases {
        let (about, case) = case.trim_start_matches('\n').split_once('\n').expect(case);
        let (text, expected) = case.rsplit_once("\n---\n").expect(about);
        let found = shown(&text.replace('⇥', "\t"));
        if found.trim_end() != expected.trim_end() {
            let _ = writeln!(wrong, "{about}\n--- expected\n{expected}\n--- found\n{found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The four ways to paste one table say the same.
#[test]
fn four_pastes_of_one_table() {
    let tabs = "序号\t任务\t责任单位\t完成时限\n1\t排查燃气隐患\t县住建局\t6月底前\n2\t整治消防通道\t县消防救援大队\t8月底前\n3\t更新老旧管网\t县住建局、县财政局\t年底前\n";
    let markdown = tabs.lines().map(|line| format!("| {} |\n", line.replace('\t', " | ")));
    let markdown: String = markdown.collect::<String>().replacen("\n|", "\n|---|---|---|---|\n|", 1);
    let lines = tabs.replace('\t', "\n");
    let bare = lines.split_once("完成时限\n").map(|(_, rows)| rows.to_owned()).unwrap_or_default();
    let expected = shown(tabs);
    assert_eq!(expected.lines().count(), 4);
    assert_eq!(shown(&markdown), expected);
    assert_eq!(shown(&lines), expected);
    assert_eq!(shown(&bare), expected);
    let headless = tabs.split_once('\n').map(|(_, rows)| rows).unwrap_or_default();
    assert_eq!(shown(headless), expected);
}
