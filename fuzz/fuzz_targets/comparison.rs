//! Two texts against each other, and each against itself.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::compare::compare;
use notice_analyzer::{Options, analyze, view};

fuzz_target!(|texts: (&str, &str)| {
    let read = |text| analyze(text, &Options::default());
    let (old, new) = (read(texts.0), read(texts.1));
    let shown = serde_json::to_string(&view::changes(&compare(&old, &new)));
    assert!(shown.is_ok());
    let same = compare(&old, &old);
    assert!(same.units.is_empty() && same.tasks.iter().all(|task| !task.is_change()), "a text differs from itself");
});
