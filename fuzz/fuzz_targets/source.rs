//! The cleaned view of any text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::TextRange;
use notice_analyzer::source::{CELL, CELL_BREAK, Source, is_invisible};

fuzz_target!(|text: &str| {
    let source = Source::new(text);
    let clean = source.clean();
    let length = text.encode_utf16().count() as u32;
    let mut last = 0;
    for (at, c) in clean.char_indices() {
        if matches!(c, '\n' | CELL | CELL_BREAK) {
            continue;
        }
        assert!(!is_invisible(c), "{c:?} is not shown");
        let range = TextRange::new(at, at + c.len_utf8());
        let span = source.span(range);
        assert!(last <= span.start && span.start < span.end && span.end <= length, "{span:?}");
        assert_eq!(source.range(span), range);
        last = span.end;
    }
});
