//! Kinds of notices that readers stumble over, each with its right reading: what
//! is read right must stay right, what is not must say why.

#[path = "kinds/case.rs"]
mod case;
#[path = "kinds/reading.rs"]
mod reading;

use case::{Case, cases};
use notice_analyzer::{Options, analyze};
use std::fmt::Write;

/// The right values of a case that the analysis does not give.
fn misread(case: &Case) -> Vec<String> {
    let analysis = analyze(&case.text, &Options::default());
    let fields = case.fields();
    let missed = fields.iter().filter_map(|(field, right)| {
        let found = reading::misread(&case.text, &analysis, field, right)?;
        Some(format!("  {field} found {found}"))
    });
    missed.collect()
}

#[test]
fn kinds_are_read_as_their_marks_say() {
    let cases = cases();
    let (mut passed, mut wrong) = (0, String::new());
    for case in &cases {
        let missed = misread(case);
        passed += usize::from(missed.is_empty());
        match (&case.mark, missed.is_empty()) {
            (Some(_), true) => {
                let _ = writeln!(wrong, "{case}: is read right now; take its mark away");
            }
            (None, false) => {
                let _ = writeln!(wrong, "{case}:\n{}", missed.join("\n"));
            }
            _ => {}
        }
    }
    println!("{passed} of {} inputs are read right", cases.len());
    assert!(wrong.is_empty(), "{wrong}");
}
