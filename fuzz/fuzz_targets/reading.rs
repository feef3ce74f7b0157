//! The analysis of any text, and all that the page shows of it.

#![no_main]

#[path = "../../tests/support/invariant.rs"]
mod invariant;

use libfuzzer_sys::fuzz_target;
use notice_analyzer::{Options, analyze, view};

fuzz_target!(|text: &str| {
    let analysis = analyze(text, &Options::default());
    if let Err(broken) = invariant::check(text, &analysis) {
        panic!("{broken}");
    }
    let shown = serde_json::to_string(&(
        view::summary(&analysis),
        view::task_table(&analysis),
        view::annex_table(&analysis),
        view::collation(&analysis),
        view::matrix(&analysis),
        view::calendar(&analysis),
        view::notice_sheet(&analysis),
        view::finding_rows(&analysis),
        view::marks(&analysis),
    ));
    assert!(shown.is_ok());
    assert_eq!(analysis, analyze(text, &Options::default()), "the same text reads the same");
});
