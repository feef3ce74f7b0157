//! Workbooks, opened by another program's reader: what stands in the cells is
//! what the tables hold, whatever was pasted.

use calamine::{Data, Range, Reader, Xlsx};
use notice_analyzer::export::xlsx::{self, Worksheet};
use notice_analyzer::view::{Extra, Sheet, Table};
use notice_analyzer::{Options, analyze};
use proptest::prelude::*;
use std::io::{Cursor, Read};

const SAMPLE: &str = include_str!("samples/county-showcase.txt");

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook")
}

/// One table alone, read again.
fn reread(table: Table) -> Range<Data> {
    let mut book = open(xlsx::write("", &[Worksheet { name: "表".to_owned(), table }]).expect("memory"));
    book.worksheet_range("表").expect("the sheet")
}

/// A table of one column of plain text.
fn column(cells: &[&str]) -> Table {
    let rows = cells.iter().map(|cell| vec![(*cell).to_owned()]).collect();
    Table { header: vec!["措施".to_owned()], rows, ..Table::default() }
}

/// The sheets of the sample, with every column that can be added.
fn sample() -> Vec<Worksheet> {
    let analysis = analyze(SAMPLE, &Options::default());
    let table = |sheet: Sheet| sheet.table(&analysis).without_blank_columns().with(&Extra::ALL);
    Sheet::ALL.iter().map(|sheet| Worksheet { name: sheet.title().to_owned(), table: table(*sheet) }).collect()
}

/// A cell as the table has it.
fn words(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

/// One file within the workbook.
fn part(bytes: &[u8], path: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(path).expect(path).read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn every_sheet_holds_its_table() {
    let sheets = sample();
    let mut book = open(xlsx::write("通知", &sheets).expect("memory"));
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(book.sheet_names(), names);
    for Worksheet { name, table } in &sheets {
        assert!(!table.rows.is_empty(), "{name} shows nothing");
        let read = book.worksheet_range(name).expect("the sheet");
        let mut rows = read.rows().map(|row| row.iter().map(words).collect::<Vec<_>>());
        assert_eq!(rows.next().as_ref(), Some(&table.header), "{name}");
        assert!(rows.eq(table.rows.iter().cloned()), "{name}");
        assert!(book.worksheet_formula(name).expect("the sheet").is_empty(), "{name}");
    }
}

#[test]
fn counts_and_days_are_such_and_all_else_is_text() {
    let sheets = sample();
    let mut book = open(xlsx::write("通知", &sheets).expect("memory"));
    let tasks = book.worksheet_range(Sheet::Tasks.title()).expect("the sheet");
    let at = |head: &str| sheets[0].table.header.iter().position(|known| known == head).expect(head);
    let mut days = 0;
    for row in tasks.rows().skip(1) {
        assert!(matches!(row[at("序号")], Data::Float(_) | Data::Int(_)), "{row:?}");
        assert!(matches!(row[at("措施")], Data::String(_)), "{row:?}");
        days += usize::from(matches!(row[at("最迟日期")], Data::DateTime(_)));
        assert_eq!(row[at("责任人")], Data::Empty);
    }
    let due = sheets[0].table.due.iter().flatten().count();
    assert!(due > 0 && days == due, "{days} of {due}");
}

#[test]
fn what_looks_like_something_else_stays_text() {
    let cells = [
        "=1+1", "+86", "-5", "@SUM(A1)", "1-2", "007", "3", "TRUE", "_x0041_", " 两边 ", "甲\n乙\t丙", "<&\">'", "😀𠮷",
    ];
    let read = reread(column(&cells));
    let all: Vec<&Data> = read.rows().skip(1).map(|row| &row[0]).collect();
    assert_eq!(all, cells.map(|cell| Data::String(cell.to_owned())).iter().collect::<Vec<_>>());
}

#[test]
fn a_sheet_is_ready_to_scroll_filter_and_print() {
    let bytes = xlsx::write("关于A&B的通知", &sample()).expect("memory");
    let tasks = part(&bytes, "xl/worksheets/sheet1.xml");
    let rows = sample()[0].table.rows.len();
    let last = (b'A' + sample()[0].table.header.len() as u8 - 1) as char;
    for words in [
        "state=\"frozen\"",
        "ySplit=\"1\"",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToPage=\"1\"",
        "关于A&amp;&amp;B的通知",
        &format!("<autoFilter ref=\"A1:{}{}\"/>", last, rows + 1),
    ] {
        assert!(tasks.contains(words), "{words}");
    }
    assert!(!tasks.contains("mergeCell") && !tasks.contains("<f>"));
    let book = part(&bytes, "xl/workbook.xml").replace("&apos;", "'");
    assert!(book.contains("'任务分解表'!$1:$1</definedName>"), "{book}");
    assert!(book.contains("'责任矩阵'!$A:$D,'责任矩阵'!$1:$1</definedName>"), "{book}");
    let matrix = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(matrix.contains("xSplit=\"4\"") && matrix.contains("topLeftCell=\"E2\""));
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let bytes = xlsx::write("通知", &sample()).expect("memory");
    assert!(bytes == xlsx::write("通知", &sample()).expect("memory"));
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    let first = zip::DateTime::default();
    for at in 0..archive.len() {
        assert_eq!(archive.by_index(at).expect("a file").last_modified(), Some(first));
    }
}

#[test]
fn what_has_no_room_stands_in_the_first_line() {
    let long = "字".repeat(40_000);
    let read = reread(column(&[&long, "短"]));
    let lines: Vec<String> = read.rows().map(|row| words(&row[0])).collect();
    assert_eq!(lines[0], "有1个单元格超过32767字，只写前面的部分。");
    assert_eq!(lines[1], "措施");
    assert!(lines[2].encode_utf16().count() <= 32_767 && lines[2].ends_with('）'));
    assert_eq!(lines[3], "短");
}

#[test]
fn a_hundred_thousand_rows_are_written() {
    let row = |number: usize| vec![number.to_string(), "加密站点，6月底前完成整改。".to_owned()];
    let header = vec!["序号".to_owned(), "措施".to_owned()];
    let table = Table { header, rows: (1..=100_000).map(row).collect(), ..Table::default() };
    let read = reread(table);
    assert_eq!(read.height(), 100_001);
    assert_eq!(read.get_value((100_000, 0)).map(words).as_deref(), Some("100000"));
}

#[test]
fn nothing_at_all_is_still_a_workbook() {
    for sheets in [vec![], vec![Worksheet { name: String::new(), table: Table::default() }]] {
        let mut book = open(xlsx::write("", &sheets).expect("memory"));
        assert_eq!(book.sheet_names(), ["表"]);
        assert!(book.worksheet_range("表").expect("the sheet").is_empty());
    }
}

/// What a file of XML can hold of `text`.
fn kept(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back(name in any::<String>(), title in any::<String>(), cell in "[\u{0}-\u{ffff}_x0-9A-F<&=一甲\r\n]{0,40}") {
        let table = Table { note: title.clone(), ..column(&[&cell, "末"]) };
        let mut book = open(xlsx::write(&title, &[Worksheet { name, table }]).expect("memory"));
        let sheet = book.sheet_names()[0].clone();
        let read = book.worksheet_range(&sheet).expect("the sheet");
        let lines: Vec<String> = read.rows().map(|row| words(&row[0])).collect();
        prop_assert_eq!(&lines[lines.len() - 2], &kept(&cell));
    }
}

const DRAFT: &str =
    "青岭县人民政府关于做好防汛工作的通知\n（征求意见稿）\n各镇人民政府：\n一、压实责任。完善制度。（县应急局负责）";

/// The first words of a sheet, and what stands over its pages.
fn opening(text: &str, sheet: Sheet) -> (String, String) {
    let analysis = analyze(text, &Options::default());
    let one = Worksheet::of(&analysis.notice, sheet.title(), sheet.table(&analysis));
    let title = analysis.notice.marked_title().unwrap_or_default();
    let bytes = xlsx::write(&title, &[one]).expect("memory");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let over = xml.split_once("<oddHeader>").and_then(|(_, rest)| rest.split_once("</oddHeader>")).expect("a header");
    let range = open(bytes).worksheet_range(sheet.title()).expect("the sheet");
    (words(range.get((0, 0)).expect("a cell")), over.0.to_owned())
}

#[test]
fn each_sheet_of_a_draft_says_that_it_is_one() {
    for (mark, draft) in [("征求意见稿", DRAFT.to_owned()), ("送审稿", DRAFT.replace("征求意见稿", "送审稿"))]
    {
        for sheet in [Sheet::Tasks, Sheet::Units] {
            let (first, over) = opening(&draft, sheet);
            assert_eq!(first, format!("{mark}。"));
            assert!(over.contains(&format!("关于做好防汛工作的通知（{mark}）　{}", sheet.title())), "{over}");
        }
    }
    let (first, over) = opening(&DRAFT.replace("（征求意见稿）\n", ""), Sheet::Tasks);
    assert_eq!(first, "序号");
    assert!(!over.contains('稿'), "{over}");
}
