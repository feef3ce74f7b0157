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
    let rows = view::task_table(&analysis);
    let shown = serde_json::to_string(&(
        view::summary(&analysis, &rows),
        view::annex_table(&analysis),
        view::collation(&analysis),
        view::matrix(&analysis, &rows, &view::Shape::default()),
        view::calendar(&rows, None),
        view::notice_sheet(&analysis),
        view::finding_rows(&analysis, &analysis.findings),
        view::amendments(&analysis, &analysis.findings),
        view::unit_list(&analysis, &rows),
        view::unread(&analysis),
        view::marks(&analysis),
        &rows,
    ));
    assert!(shown.is_ok());
    assert_eq!(analysis, analyze(text, &Options::default()), "the same text reads the same");
});
