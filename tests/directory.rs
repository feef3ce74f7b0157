//! A directory that says what the notice says itself changes no reading.

#[path = "support/samples.rs"]
mod samples;

use notice_analyzer::directory::Directory;
use notice_analyzer::{Analysis, Assignment, Options, analyze};
use samples::samples;

/// Names that are those of any unit of their kind, and words within others.
const COMMON: [&str; 1] = ["卫生健康部门"];

fn parts(assignments: &[Assignment]) -> Vec<String> {
    assignments.iter().map(|one| format!("{} {:?} {:?} {:?}", one.unit, one.role, one.basis, one.span)).collect()
}

fn all_parts(analysis: &Analysis) -> Vec<Vec<String>> {
    let of_tasks = analysis.tasks.iter().map(|task| &task.assignments);
    of_tasks.chain(analysis.annex.iter().map(|row| &row.assignments)).map(|list| parts(list)).collect()
}

#[test]
fn the_units_of_a_notice_as_its_directory() {
    for notice in samples() {
        let plain = analyze(&notice.text, &Options::default());
        let of_rows = plain.annex.iter().flat_map(|row| &row.assignments).map(|one| one.unit.as_str());
        let names = plain.units.iter().map(|unit| unit.name.as_str()).chain(of_rows);
        let names: Vec<&str> = names.filter(|name| Directory::read(name).is_ok() && !COMMON.contains(name)).collect();
        let directory = Directory::read(&names.join("\n")).expect("names");
        let named = analyze(&notice.text, &Options { directory, ..Options::default() });
        assert_eq!(all_parts(&named), all_parts(&plain), "{}", notice.name);
        assert!(named.units.iter().all(|unit| unit.possibly.is_empty() || !unit.known), "{}", notice.name);
    }
}
