//! An analysis as a page to read beside the notice: short lines, no offsets;
//! every place is quoted instead.

use jiff::civil::Date;
use notice_analyzer::{
    Analysis, AnnexRow, Assignment, Basis, Certainty, Deadline, Finding, Metric, Named, Notice, Role, Span, Task, Unit,
};
use std::fmt::Write;

/// How much of a long text is shown at either end.
const EDGE: usize = 14;

/// Renders everything that was read, but for offsets.
pub fn render(text: &str, analysis: &Analysis) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let quote = |span: Span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
    let mut out = String::new();
    notice(&mut out, &analysis.notice);
    for task in &analysis.tasks {
        self::task(&mut out, task);
    }
    section(&mut out, "annex", analysis.annex.iter().map(annex_row));
    section(&mut out, "units", analysis.units.iter().map(unit));
    section(&mut out, "findings", analysis.findings.iter().map(|f| finding(f, &quote(f.span))));
    out
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{title}\n  {}", lines.join("\n  "));
    }
}

fn notice(out: &mut String, notice: &Notice) {
    let draft = if notice.is_draft { "draft" } else { "" };
    let year = notice.work_year.map(|y| y.to_string());
    let date = |date: Option<Date>| date.map(|d| d.to_string());
    let fields = [
        ("issuer", notice.issuer.clone()),
        ("number", notice.doc_number.clone()),
        ("title", notice.title.clone()),
        ("type", Some(format!("{} {draft}", notice.doc_type.as_deref().unwrap_or("?")))),
        ("year", year),
        ("to", names(&notice.addressees)),
        ("signed", notice.signed_by.clone()),
        ("on", date(notice.signed_on)),
        ("printed", notice.printed_by.clone()),
        ("on", date(notice.printed_on)),
        ("copies", names(&notice.copies_to)),
        ("blanket", names(&notice.blanket_units)),
    ];
    for (field, value) in fields.into_iter().filter_map(|(field, value)| Some((field, value?))) {
        let _ = writeln!(out, "{field:8} {}", value.trim());
    }
}

fn names(named: &[Named]) -> Option<String> {
    let names: Vec<&str> = named.iter().map(|n| n.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(" | "))
}

fn task(out: &mut String, task: &Task) {
    let _ = writeln!(out, "\n{} {} 【{}】 {}", task.id, task.number.join(" "), task.chapter, task.title);
    let _ = writeln!(out, "  {}", edges(&task.text));
    for line in roles(&task.assignments) {
        let _ = writeln!(out, "  {line}");
    }
    for deadline in &task.deadlines {
        let _ = writeln!(out, "  {}", self::deadline(deadline));
    }
    for metric in &task.metrics {
        let _ = writeln!(out, "  {}", self::metric(metric));
    }
    for measure in &task.measures {
        let actors: Vec<&str> = measure.actors.iter().map(|i| task.assignments[*i].unit.as_str()).collect();
        let by = if actors.is_empty() { String::new() } else { format!("{}: ", actors.join("、")) };
        let _ = writeln!(out, "  - {by}{}", edges(&measure.text));
    }
}

/// The ends of a text, with the length of what is left out.
fn edges(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let part = |chars: &[char]| chars.iter().collect::<String>();
    match chars.len() {
        0..=40 => text.to_owned(),
        length => format!("{}…{}…{}", part(&chars[..EDGE]), length - 2 * EDGE, part(&chars[length - EDGE..])),
    }
}

/// The assignments by role and basis, in the order of the text.
fn roles(assignments: &[Assignment]) -> Vec<String> {
    let mut lines = Vec::new();
    for basis in [Basis::Attribution, Basis::Label, Basis::Subject, Basis::Blanket] {
        for role in [Role::Lead, Role::Responsible, Role::Support, Role::Supervise] {
            let units: Vec<String> =
                assignments.iter().filter(|a| (a.basis, a.role) == (basis, role)).map(assigned).collect();
            if !units.is_empty() {
                let line = format!("{} by {}: {}", lower(role), lower(basis), units.join(" | "));
                lines.push(line);
            }
        }
    }
    lines
}

fn lower(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn assigned(assignment: &Assignment) -> String {
    let open = if assignment.open { " 等" } else { "" };
    format!("{}{open}{}", assignment.unit, mark(assignment.certainty))
}

fn mark(certainty: Certainty) -> &'static str {
    if certainty == Certainty::Likely { " ?" } else { "" }
}

fn deadline(deadline: &Deadline) -> String {
    let day = |day: Option<Date>| day.map_or("-".to_owned(), |d| d.to_string());
    let mut value = format!("{} {}..{}", lower(deadline.kind), day(deadline.start), day(deadline.end));
    for (name, part) in [("every", &deadline.period), ("after", &deadline.event), ("plus", &deadline.offset)] {
        if let Some(part) = part {
            let _ = write!(value, " {name} {part}");
        }
    }
    if let Some(count) = deadline.count {
        let _ = write!(value, " ×{count}");
    }
    format!("{value}「{}」{} ← {}", deadline.text, mark(deadline.certainty), edges(&deadline.clause))
}

fn metric(metric: &Metric) -> String {
    let upper = metric.upper.map_or(String::new(), |u| format!("..{u}"));
    let value = format!("{} {}{upper} {}", lower(metric.comparator), metric.value, metric.unit);
    format!("metric {value}「{}」← {}", metric.text, edges(&metric.clause))
}

fn annex_row(row: &AnnexRow) -> String {
    let head = format!("{} {}: {} [{}]", row.number, row.title, edges(&row.text), row.deadline);
    [vec![head], roles(&row.assignments)].concat().join("\n    ")
}

fn unit(unit: &Unit) -> String {
    let level = unit.level.map_or("-".to_owned(), lower);
    let other = &unit.spellings[1..];
    let tasks = &unit.tasks;
    let mut line = format!("{} ({level} {})", unit.name, lower(unit.category));
    let ids = [("L", &tasks.lead), ("R", &tasks.responsible), ("S", &tasks.support), ("V", &tasks.supervise)];
    for (role, ids) in ids.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        let _ = write!(line, " {role} {}", ids.join(" "));
    }
    for (what, names) in [("also", other), ("maybe", &unit.possibly[..])] {
        if !names.is_empty() {
            let _ = write!(line, " {what} {}", names.join("、"));
        }
    }
    if unit.blanket_only { line + " blanket only" } else { line }
}

fn finding(finding: &Finding, quote: &str) -> String {
    let fix = finding.fix.as_ref().map_or(String::new(), |fix| format!(" → {:?}", fix.text));
    format!("{} {} 「{}」{fix}", lower(finding.severity), finding.code, edges(quote))
}
