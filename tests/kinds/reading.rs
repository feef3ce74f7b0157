//! An analysis against the right values of a case.

#[path = "time.rs"]
mod time;

use notice_analyzer::{Analysis, Assignment, Basis, Finding, Named, Role, Span};
use std::collections::BTreeSet;

/// What the analysis gives for a field instead of its right value.
pub fn misread(text: &str, analysis: &Analysis, field: &str, right: &[&str]) -> Option<String> {
    let tasks = &analysis.tasks;
    match field {
        "units" => each(right, tasks, |line, task| units(line, &task.assignments, &[Basis::Attribution, Basis::Label])),
        "actors" => each(right, tasks, |line, task| units(line, &task.assignments, &[Basis::Subject])),
        // Whichever way a task says it.
        "who" => each(right, tasks, |line, task| {
            units(line, &task.assignments, &[Basis::Attribution, Basis::Label, Basis::Subject])
        }),
        "times" => each(right, tasks, |line, task| time::misread(&list(line), &task.deadlines)),
        "row" => each(right, &analysis.annex, |line, row| {
            let cells = list(line);
            let same = cells[0] == row.number && cells[1] == row.title;
            let units = units(&cells[2..].join(" | "), &row.assignments, &[Basis::Attribution, Basis::Label]);
            (!same || units.is_some()).then(|| format!("{} {} {}", row.number, row.title, units.unwrap_or_default()))
        }),
        "marked" | "unmarked" | "silent" => {
            right.iter().find_map(|line| finding(text, &analysis.findings, field, line))
        }
        _ => {
            let found = notice(analysis, field);
            (found != right[0]).then_some(found)
        }
    }
}

/// A line for each of all.
fn each<T>(right: &[&str], all: &[T], misread: impl Fn(&str, &T) -> Option<String>) -> Option<String> {
    if right.len() != all.len() {
        return Some(format!("{} of them, not {}", all.len(), right.len()));
    }
    right.iter().zip(all).find_map(|(line, one)| misread(line, one))
}

/// The members of a line; none where it holds `-`.
fn list(line: &str) -> Vec<&str> {
    if line == "-" { Vec::new() } else { line.split('|').map(str::trim).collect() }
}

/// Units on one of the bases, as sets; a role counts where the line states it.
fn units(line: &str, assignments: &[Assignment], bases: &[Basis]) -> Option<String> {
    let found: Vec<&Assignment> = assignments.iter().filter(|a| bases.contains(&a.basis)).collect();
    let with_role = |a: &&Assignment| format!("{} {}", format!("{:?}", a.role).to_lowercase(), a.unit);
    let right: BTreeSet<String> = list(line).into_iter().map(str::to_owned).collect();
    let roles = [Role::Lead, Role::Responsible, Role::Support, Role::Supervise];
    let states_role = |unit: &String| roles.iter().any(|r| unit.starts_with(&format!("{r:?} ").to_lowercase()));
    let same = right.len() == found.iter().map(|a| &a.unit).collect::<BTreeSet<_>>().len()
        && right
            .iter()
            .all(|unit| found.iter().any(|a| if states_role(unit) { with_role(a) == *unit } else { a.unit == *unit }));
    (!same).then(|| found.iter().map(with_role).collect::<Vec<_>>().join(" | "))
}

/// `marked: WORDS [by CODE or CODE]`: a finding touches the words. `unmarked:
/// WORDS`: none does. `silent: CODE | CODE`: none of these speaks.
fn finding(text: &str, findings: &[Finding], field: &str, line: &str) -> Option<String> {
    let wrong = if field == "silent" {
        list(line).iter().any(|code| findings.iter().any(|f| f.code == *code))
    } else {
        let (words, codes) = line.split_once(" by ").unwrap_or((line, ""));
        let at = text.find(words).unwrap_or_else(|| panic!("{words} is not in {text}"));
        let units = |end: usize| text[..end].encode_utf16().count() as u32;
        let words = Span::new(units(at), units(at + words.len()));
        let touches = |span: &Span| span.start < words.end && words.start < span.end;
        let meant = |f: &&Finding| codes.is_empty() || codes.split(" or ").any(|code| code == f.code);
        let marked = findings.iter().filter(meant).any(|f| touches(&f.span) || f.related.iter().any(touches));
        marked == (field == "unmarked")
    };
    wrong.then(|| findings.iter().map(|f| f.code).collect::<Vec<&str>>().join(" "))
}

/// A field of the notice as the case writes it.
fn notice(analysis: &Analysis, field: &str) -> String {
    let notice = &analysis.notice;
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let names = |names: &[Named]| names.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join(" | ");
    match field {
        "tasks" => analysis.tasks.len().to_string(),
        "titles" => {
            let titles = analysis.tasks.iter().map(|task| if task.title.is_empty() { "-" } else { &task.title });
            titles.collect::<Vec<_>>().join(" | ")
        }
        "addressees" => names(&notice.addressees),
        "issuer" => text(&notice.issuer),
        "title" => text(&notice.title),
        "doc_number" => text(&notice.doc_number),
        "signed_by" => text(&notice.signed_by),
        "signed_on" => notice.signed_on.map_or_else(|| "-".to_owned(), |day| day.to_string()),
        "work_year" => notice.work_year.map_or_else(|| "-".to_owned(), |year| year.to_string()),
        _ => panic!("no field {field}"),
    }
}
