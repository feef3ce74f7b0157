//! Times and quantities of any text: in order, apart, on character boundaries.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::TextRange;
use notice_analyzer::mention::quantity::quantities;
use notice_analyzer::mention::time::{TimeBase, times};
use notice_analyzer::source::Source;

fuzz_target!(|text: &str| {
    let source = Source::new(text);
    let clean = source.clean();
    let whole = TextRange::new(0, clean.len());
    let base = TimeBase { work_year: Some(2024), signed_on: None };
    let times = times(clean, whole, &base).into_iter().map(|time| (time.range, time.clause));
    let quantities = quantities(clean, whole).into_iter().map(|quantity| (quantity.range, quantity.clause));
    for found in [times.collect::<Vec<_>>(), quantities.collect()] {
        let mut floor = 0;
        for (range, clause) in found {
            assert!(floor <= range.start && range.start < range.end, "{range:?}");
            assert!(clean.get(range.start..range.end).is_some() && clean.get(clause.start..clause.end).is_some());
            floor = range.end;
        }
    }
});
