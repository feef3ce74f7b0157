//! An office's own style on any text: what is said of it lies in the text, and a
//! refused line is named by its number.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::house::{HouseMark, HouseStyle};

fuzz_target!(|words: (&str, &str)| {
    let (style, text) = words;
    match HouseStyle::read(style) {
        Ok(house) => {
            let length = text.encode_utf16().count() as u32;
            for mark in house.marks(text) {
                let span = match mark {
                    HouseMark::Right(span) | HouseMark::Unread(span) => span,
                    HouseMark::Wrong(span, _) | HouseMark::Matched(span, _) => span,
                };
                assert!(span.start <= span.end && span.end <= length, "{span:?}");
            }
        }
        Err(bad) => {
            let lines = style.lines().count();
            assert!(!bad.is_empty() && bad.iter().all(|line| 1 <= line.line && line.line <= lines), "{bad:?}");
            assert!(bad.iter().all(|line| !line.sentence().is_empty()));
        }
    }
});
