//! What leaves the page, read back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::source::is_invisible;
use notice_analyzer::view::Sheet;
use notice_analyzer::{Options, analyze, export};

fuzz_target!(|text: &str| {
    let analysis = analyze(text, &Options::default());
    for sheet in Sheet::ALL {
        let table = sheet.table(&analysis);
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()), "a ragged row");
        let bare = |cell: &str| cell.chars().any(|c| is_invisible(c) && c != '\n');
        assert!(!table.rows.iter().flatten().any(|cell| bare(cell)), "a character that is not shown");
        let csv = export::csv::write(&table);
        let body = csv.trim_start_matches('\u{feff}').as_bytes();
        let read = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(body);
        let lines = table.rows.len() + 1 + usize::from(!table.note.is_empty());
        assert_eq!(read.into_records().filter(Result::is_ok).count(), lines, "{}", sheet.name());
        let sheets = [export::xlsx::Worksheet { name: sheet.title().to_owned(), table: table.clone() }];
        assert!(export::xlsx::write("通知", &sheets).is_ok(), "{}", sheet.name());
        let html = export::clipboard::html(&table);
        assert_eq!(html.matches("<tr>").count(), table.rows.len() + 1);
        let name = export::file_name(analysis.notice.title.as_deref(), sheet.title(), "csv");
        assert!(!name.contains(|c: char| is_invisible(c) || "\\/:*?\"<>|".contains(c)), "{name}");
    }
});
