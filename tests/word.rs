//! Documents for Word and WPS, opened again: the paragraphs and cells are what
//! was to be written, whatever was pasted.

use notice_analyzer::export::docx;
use notice_analyzer::view::{self, Document, Section, Table};
use notice_analyzer::{Options, analyze};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use std::collections::HashSet;
use std::io::{Cursor, Read};
use std::time::Instant;

const SAMPLE: &str = include_str!("samples/county-showcase.txt");

/// A document as a reader meets it.
#[derive(Debug, Default)]
struct Opened {
    /// The paragraphs outside tables, with their styles.
    paragraphs: Vec<(String, String)>,
    /// Tables of rows of cells.
    tables: Vec<Vec<Vec<String>>>,
    /// The elements that the document uses.
    elements: HashSet<String>,
}

fn part(bytes: &[u8], path: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name(path).expect(path).read_to_string(&mut text).expect("UTF-8");
    text
}

fn open(bytes: &[u8]) -> Opened {
    let xml = part(bytes, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let (mut opened, mut style, mut words) = (Opened::default(), String::new(), String::new());
    let (mut in_table, mut cell) = (false, Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return opened,
            Event::Text(text) => words += &text,
            Event::GeneralRef(name) => match name.resolve_char_ref().expect("a character") {
                Some(c) => words.push(c),
                None => words += resolve_xml_entity(&name).expect("an entity"),
            },
            Event::Start(start) | Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                let value = start.try_get_attribute("w:val").expect("attributes").map(|found| found.value.into_owned());
                match name.as_str() {
                    "w:tbl" => {
                        in_table = true;
                        opened.tables.push(Vec::new());
                    }
                    "w:tr" => opened.tables.last_mut().expect("a table").push(Vec::new()),
                    "w:tc" => cell.clear(),
                    "w:pStyle" => style = value.expect("a style"),
                    "w:br" => words.push('\n'),
                    _ => {}
                }
                opened.elements.insert(name);
            }
            Event::End(end) => match end.name().as_ref() {
                "w:p" if in_table => cell.push(std::mem::take(&mut words)),
                "w:p" => opened.paragraphs.push((style.clone(), std::mem::take(&mut words))),
                "w:tc" => {
                    let rows = opened.tables.last_mut().expect("a table");
                    rows.last_mut().expect("a row").push(cell.join("\n"));
                }
                "w:tbl" => in_table = false,
                _ => {}
            },
            _ => {}
        }
    }
}

fn sections(document: Document, unit: &str) -> Vec<Section> {
    let analysis = analyze(SAMPLE, &Options::default());
    document.sections(&analysis, &view::task_table(&analysis), unit)
}

fn lines(table: &Table) -> Vec<Vec<String>> {
    std::iter::once(&table.header).chain(&table.rows).cloned().collect()
}

fn styled<'o>(opened: &'o Opened, style: &str) -> Vec<&'o str> {
    opened.paragraphs.iter().filter(|(known, _)| known == style).map(|(_, words)| words.as_str()).collect()
}

#[test]
fn the_division_of_tasks_is_an_annex_as_offices_send_it() {
    let sections = sections(Document::Assignments, "");
    let bytes = docx::write("通知", &sections, true).expect("memory");
    let opened = open(&bytes);
    assert_eq!(styled(&opened, "Label"), ["附件"]);
    assert_eq!(styled(&opened, "Title"), ["重点任务分工"]);
    assert_eq!(sections[0].table.header, ["序号", "任务", "主要内容", "牵头单位", "责任单位", "配合单位", "完成时限"]);
    assert!(sections[0].table.rows.len() > 5);
    assert_eq!(opened.tables, [lines(&sections[0].table)]);
    assert!(opened.elements.contains("w:tblHeader"), "the head stands on every page");
    let xml = part(&bytes, "word/document.xml");
    assert!(xml.contains("w:orient=\"landscape\"") && xml.contains("w:w=\"16838\""));
    let styles = part(&bytes, "word/styles.xml");
    for font in ["方正小标宋简体", "仿宋_GB2312", "黑体"] {
        assert!(styles.contains(&format!("w:eastAsia=\"{font}\"")), "{font}");
    }
}

#[test]
fn every_unit_gets_a_page_with_its_words_and_room_to_answer() {
    let sections = sections(Document::Slips, "");
    let opened = open(&docx::write("通知", &sections, false).expect("memory"));
    let to: Vec<&str> = sections.iter().map(|one| one.to.as_str()).collect();
    assert!(to.len() > 10 && to.contains(&"县消防救援大队："), "{to:?}");
    assert_eq!(styled(&opened, "Addressee"), to);
    assert_eq!(opened.tables.len(), 2 * sections.len());
    for (section, tables) in sections.iter().zip(opened.tables.chunks(2)) {
        assert_eq!(tables[0], lines(&section.table));
        assert!(tables[1][0][0].starts_with("反馈意见："));
    }
    assert!(opened.elements.contains("w:pageBreakBefore"));
}

#[test]
fn one_unit_alone_gets_its_own_page() {
    let sections = sections(Document::Slips, "县住建局");
    assert_eq!(sections.len(), 1);
    let opened = open(&docx::write("通知", &sections, false).expect("memory"));
    assert_eq!(styled(&opened, "Addressee"), ["县住建局："]);
    assert!(!opened.elements.contains("w:pageBreakBefore"));
    let words = SAMPLE.replace(['\n', ' '], "");
    let at = sections[0].table.header.iter().position(|head| head == "要求").expect("its duties");
    for row in &sections[0].table.rows {
        let first = row[at].split('。').next().expect("words");
        assert!(words.contains(first), "not the words of the notice: {first}");
    }
}

#[test]
fn documents_of_a_draft_say_that_it_is_one() {
    let words = |text: &str, document: Document| {
        let analysis = analyze(text, &Options::default());
        let sections = document.sections(&analysis, &view::task_table(&analysis), "");
        let opened = open(&docx::write("通知", &sections, true).expect("memory"));
        opened.paragraphs.into_iter().map(|(_, words)| words + "\n").collect::<String>()
    };
    let final_text = "关于做好防汛工作的通知\n各镇人民政府：\n一、压实责任。完善制度。（县应急局负责）";
    let draft = final_text.replacen("通知\n", "通知\n（征求意见稿）\n", 1);
    let own =
        final_text.replacen("关于做好防汛工作的通知", "关于公开征求《青岭县防汛办法（征求意见稿）》意见的通知", 1);
    for document in Document::ALL {
        let words = [words(final_text, document), words(&draft, document), words(&own, document)];
        let marks = words.each_ref().map(|words| words.matches("（征求意见稿）").count());
        let expected = if document == Document::Assignments { [0, 1, marks[2]] } else { [0, 1, 1] };
        assert_eq!(marks, expected, "{words:?}");
    }
}

#[test]
fn amendments_say_what_to_write_instead_and_why() {
    let sections = sections(Document::Amendments, "");
    let opened = open(&docx::write("通知", &sections, true).expect("memory"));
    assert_eq!(styled(&opened, "Title"), ["修改意见表"]);
    assert!(opened.tables[0].len() > 1);
    assert_eq!(opened.tables, [lines(&sections[0].table)]);
}

#[test]
fn the_same_sections_give_the_same_bytes() {
    let written = || docx::write("通知", &sections(Document::Slips, ""), false).expect("memory");
    assert!(written() == written());
}

/// As the page makes them, some at a time.
#[test]
fn sections_that_come_one_after_another_give_the_same_document() {
    let sections = sections(Document::Slips, "");
    let whole = docx::write("通知", &sections, false).expect("memory");
    for size in [1, 3] {
        let mut document = docx::Document::new("通知", false).expect("memory");
        sections.chunks(size).for_each(|some| document.add(some).expect("memory"));
        let parts = document.finish().expect("memory");
        assert_eq!(part(&parts, "word/document.xml"), part(&whole, "word/document.xml"));
        assert_eq!(open(&parts).tables.len(), 2 * sections.len());
    }
}

#[test]
fn slips_of_some_units_are_those_of_all_in_part() {
    let analysis = analyze(SAMPLE, &Options::default());
    let rows = view::task_table(&analysis);
    let all = view::slips(&analysis, &rows, "");
    assert_eq!(view::slips_of(&analysis, &rows, 2..5), all[2..5]);
    assert_eq!(view::slips_of(&analysis, &rows, all.len()..all.len() + 5), []);
    assert_eq!(view::slips_of(&analysis, &rows, 0..usize::MAX), all);
}

/// Ten times the units take about ten times as long, not a hundred times.
#[test]
fn slips_of_many_units_take_time_by_their_number() {
    let time = |units: usize| {
        let items = (0..units).map(|nth| format!("{}．建立台账，逐项整改。（第{nth}中学负责）\n", nth + 1));
        let text = format!("关于安全生产的通知\n{}", items.collect::<String>());
        let analysis = analyze(&text, &Options::default());
        let rows = view::task_table(&analysis);
        assert_eq!(view::slips(&analysis, &rows, "").len(), units);
        let times = (0..5).map(|_| {
            let start = Instant::now();
            view::slips(&analysis, &rows, "");
            start.elapsed()
        });
        times.min().expect("some")
    };
    let (few, many) = (time(200), time(2000));
    assert!(many < few * 30, "ten times the units took {many:?} instead of {few:?}");
}

#[test]
fn nothing_at_all_is_still_a_document() {
    let opened = open(&docx::write("", &[], false).expect("memory"));
    assert!(opened.paragraphs.is_empty() && opened.tables.is_empty() && opened.elements.contains("w:sectPr"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back(title in any::<String>(), words in "[\u{0}-\u{ffff}<&=一甲\r\n]{0,40}") {
        let table = Table { header: vec!["要求".to_owned()], rows: vec![vec![words.clone()]], ..Table::default() };
        let section = Section { title: "表".to_owned(), table, ..Section::default() };
        let opened = open(&docx::write(&title, &[section], true).expect("memory"));
        let lines = words.replace("\r\n", "\n").replace('\r', "\n");
        let kept: String = lines.chars().filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')).collect();
        prop_assert_eq!(&opened.tables[0][1][0], &kept);
    }
}
