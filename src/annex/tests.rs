use super::read;
use crate::mention::time::TimeBase;
use crate::outline::table;
use crate::source::Source;
use std::fmt::Write as _;

/// One line a row: number, title, units with their roles, deadline.
fn shown(text: &str) -> String {
    let source = Source::new(text);
    let mut out = String::new();
    for row in read(&source, &table::read(&source), &TimeBase::default()).rows {
        let units: Vec<String> = row.assignments.iter().map(|a| format!("{} {:?}", a.unit, a.role)).collect();
        let _ = writeln!(out, "{} | {} | {} | {}", row.number, row.title, units.join(", "), row.deadline);
    }
    out
}

/// Cases stand in `cases.txt`: a paste (⇥ for a tab, ↵ for a paragraph within
/// a cell), `---`, what must be read; `===` between two. A line that opens with
/// `#` says what a case is about.
#[test]
fn annexes() {
    let cases: Vec<&str> = include_str!("cases.txt").split("\n===\n").collect();
    assert!(cases.len() >= 15, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in cases {
        let (about, case) = case.trim_start_matches('\n').split_once('\n').expect(case);
        let (text, expected) = case.rsplit_once("\n---\n").expect(about);
        let found = shown(&text.replace('⇥', "\t").replace('↵', "<br>"));
        if found.trim_end() != expected.trim_end() {
            let _ = writeln!(wrong, "{about}\n--- expected\n{expected}\n--- found\n{found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
