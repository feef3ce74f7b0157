//! The exports, read back as other programs read them.

use notice_analyzer::export::{clipboard, csv as csv_export};
use notice_analyzer::view::Table;

fn table(rows: &[&[&str]]) -> Table {
    let cells = |row: &&[&str]| row.iter().map(|cell| cell.to_string()).collect();
    Table { header: cells(&rows[0]), rows: rows[1..].iter().map(cells).collect(), ..Table::default() }
}

/// Cells that break a careless writer.
fn hostile() -> Table {
    table(&[
        &["任务", "责任"],
        &["说\"停\"，查\t改", "一行\n又一行"],
        &["=HYPERLINK(\"x\")", "＝1"],
        &["<script>alert(1)</script>&", ""],
    ])
}

#[test]
fn csv_reads_back_cell_by_cell() {
    let file = csv_export::write(&hostile());
    let body = file.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body.as_bytes());
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let mut expected = vec![hostile().header];
    expected.extend(hostile().rows);
    expected[2] = vec!["'=HYPERLINK(\"x\")".into(), "'＝1".into()];
    assert_eq!(rows, expected);
    assert!(body.ends_with("\r\n"));
}

/// A file of CSV does not say which cells are text; one that would not stay as
/// it is shown says so itself, and nothing else does.
#[test]
fn csv_keeps_short_cells_as_they_are_shown() {
    let cells = [
        ("1-1", "'1-1"),
        ("3/5", "'3/5"),
        ("007", "'007"),
        ("110101199001011234", "'110101199001011234"),
        ("(1)", "'(1)"),
        ("12", "12"),
        ("（1）", "（1）"),
        ("3月5日前", "3月5日前"),
    ];
    for (cell, written) in cells {
        let file = csv_export::write(&table(&[&["序号"], &[cell]]));
        assert_eq!(file, format!("\u{feff}序号\r\n{written}\r\n"));
    }
}

#[test]
fn an_empty_table_is_its_header() {
    let table = table(&[&["任务", "责任"]]);
    assert_eq!(csv_export::write(&table), "\u{feff}任务,责任\r\n");
    assert_eq!(clipboard::tsv(&table), "任务\t责任\r\n");
}

#[test]
fn tsv_quotes_only_what_would_break_a_cell() {
    let lines: Vec<String> = clipboard::tsv(&hostile()).split("\r\n").map(str::to_owned).collect();
    assert_eq!(lines[0], "任务\t责任");
    assert_eq!(lines[1], "\"说\"\"停\"\"，查\t改\"\t\"一行\n又一行\"");
    assert_eq!(lines[2], "\"'=HYPERLINK(\"\"x\"\")\"\t'＝1");
    assert_eq!(lines[4], "");
}

#[test]
fn html_is_a_table_in_which_nothing_runs() {
    let html = clipboard::html(&hostile());
    assert_eq!(html.matches("<tr>").count(), 4);
    assert_eq!((html.matches("<td ").count(), html.matches("<td>").count()), (5, 1));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;"));
    assert!(!html.contains("<script"));
    assert!(html.contains("一行<br style=\"mso-data-placement:same-cell\">又一行"));
}

#[test]
fn a_note_stands_above_its_table() {
    let table =
        Table { note: "只列前<3>条。".to_owned(), ..table(&[&["任务", "责任"], &["排查", "县应急局"]]) };
    assert_eq!(csv_export::write(&table), "\u{feff}只列前<3>条。\r\n任务,责任\r\n排查,县应急局\r\n");
    assert_eq!(clipboard::tsv(&table), "只列前<3>条。\r\n任务\t责任\r\n排查\t县应急局\r\n");
    assert!(clipboard::html(&table).contains("<p>只列前&lt;3&gt;条。</p><table"));
}
