//! Tables of any text: their cells lie in their rows, their rows in the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::outline::table;
use notice_analyzer::source::Source;

fuzz_target!(|text: &str| {
    let source = Source::new(text);
    let mut floor = 0;
    for table in table::read(&source) {
        assert!(floor <= table.lines.start && table.lines.start < table.lines.end, "{:?}", table.lines);
        assert!(table.lines.end <= source.lines().len(), "{:?}", table.lines);
        floor = table.lines.end;
        let whole = table.range(&source);
        for row in &table.rows {
            assert!(whole.start <= row.range.start && row.range.end <= whole.end, "{:?}", row.range);
            for cell in &row.cells {
                assert!(cell.column < table.columns.len(), "column {}", cell.column);
                let own = cell.paragraphs.iter().filter(|_| !cell.inherited);
                for paragraph in own {
                    assert!(row.range.start <= paragraph.start && paragraph.end <= row.range.end, "{paragraph:?}");
                    assert!(!source.slice(*paragraph).is_empty());
                }
            }
        }
    }
});
