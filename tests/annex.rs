//! Disagreements planted in the annex of a draft of our own, one at a time and
//! many at once, in every layout of table: all are found, nothing is invented.

#[path = "annex/edit.rs"]
mod edit;
#[path = "support/large.rs"]
mod large;
#[path = "annex/layout.rs"]
mod layout;

use edit::{Edit, Expected, edits};
use layout::{Draft, LAYOUTS, Layout};
use notice_analyzer::compare::{collate, compare};
use notice_analyzer::{Finding, Options, Severity, Span, analyze};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn annex_findings(text: &str) -> Vec<Finding> {
    let findings = analyze(text, &Options::default()).findings;
    findings.into_iter().filter(|finding| finding.code.starts_with("ANX")).collect()
}

/// The places of `words` in `text`, in UTF-16 code units.
fn places(text: &str, words: &str) -> Vec<Span> {
    let units = |text: &str| text.encode_utf16().count() as u32;
    let place = |(at, found): (usize, &str)| Span::new(units(&text[..at]), units(&text[..at]) + units(found));
    text.match_indices(words).map(place).collect()
}

fn points_at(finding: &Finding, place: Span) -> bool {
    let touches = |span: &Span| span.start < place.end && place.start < span.end;
    touches(&finding.span) || finding.related.iter().any(touches)
}

/// Whether `finding` is what was planted.
fn meets(finding: &Finding, text: &str, expected: &Expected) -> bool {
    let grave = (finding.severity == Severity::Hint) == expected.hint || !expected.hint && expected.code == "ANX-006";
    let pointed = |words: &String| places(text, words).into_iter().any(|place| points_at(finding, place));
    finding.code == expected.code && grave && expected.words.iter().all(pointed)
}

fn shown(findings: &[Finding]) -> String {
    findings.iter().map(|f| format!("    {} {:?} {:?} {}\n", f.code, f.severity, f.span, f.message)).collect()
}

/// What goes wrong with one edit in one layout.
fn failure(edit: &Edit, layout: &Layout) -> Option<String> {
    let mut draft = Draft::read();
    edit.make(&mut draft);
    let text = draft.write(layout);
    let found = annex_findings(&text);
    let wrong = match &edit.expected {
        None => !found.is_empty(),
        Some(expected) => found.len() != 1 || !meets(&found[0], &text, expected),
    };
    wrong.then(|| format!("line {}, {}: {}\n{}", edit.line, layout.name, edit.words, shown(&found)))
}

#[test]
fn every_planted_disagreement_is_found_alone() {
    let edits = edits();
    let mut wrong = String::new();
    let mut planted = 0;
    for layout in LAYOUTS {
        for edit in edits.iter().filter(|edit| layout.takes(edit)) {
            planted += usize::from(edit.expected.is_some());
            if let Some(failure) = failure(edit, layout) {
                let _ = writeln!(wrong, "{failure}");
            }
        }
    }
    assert!(planted >= 40 * LAYOUTS.len(), "{planted} planted");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// One edit in each row and task, all together.
#[test]
fn many_disagreements_are_found_together() {
    let edits = edits();
    let planted: Vec<&Edit> = edits.iter().filter(|edit| edit.expected.as_ref().is_some_and(|e| !e.hint)).collect();
    for layout in LAYOUTS {
        for round in 0..6 {
            let mut draft = Draft::read();
            let mut made: Vec<&Edit> = Vec::new();
            for edit in planted.iter().skip(round).step_by(3).filter(|edit| layout.takes(edit)) {
                if edit.rows().iter().all(|row| made.iter().all(|other| !other.rows().contains(row))) {
                    edit.make(&mut draft);
                    made.push(edit);
                }
            }
            let text = draft.write(layout);
            let found = annex_findings(&text);
            assert!(made.len() >= 5, "{} edits in round {round}", made.len());
            for edit in made {
                let expected = edit.expected.as_ref().expect("a planted one");
                let met = found.iter().any(|finding| meets(finding, &text, expected));
                assert!(met, "{}, line {}: {}\n{}", layout.name, edit.line, edit.words, shown(&found));
            }
        }
    }
}

#[test]
fn nothing_is_invented_in_the_unchanged_copy() {
    for layout in LAYOUTS {
        let text = Draft::read().write(layout);
        let rows = analyze(&text, &Options::default()).annex.len();
        assert_eq!(rows, 12, "{}", layout.name);
        for (clothes, text) in [
            ("unchanged", text.clone()),
            ("CRLF", text.replace('\n', "\r\n")),
            ("spaces", text.replace("食品", "食品 ").replace("2025", " 2025 ")),
            ("page breaks", text.replace("，保障人民", "，\n\n保障人民").replace("问题清单和", "问题清\n\n单和")),
        ] {
            let found = annex_findings(&text);
            assert!(found.is_empty(), "{}, {clothes}:\n{}", layout.name, shown(&found));
        }
    }
}

fn fastest(run: impl Fn()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..3).map(time).min().unwrap_or_default()
}

#[test]
fn comparisons_cost_less_than_the_reading() {
    let text = large::draft(200);
    let analysis = analyze(&text, &Options::default());
    let other = analyze(&text.replace("年底前", "10月底前"), &Options::default());
    assert_eq!((analysis.tasks.len(), analysis.annex.len()), (200, 200));
    let reading = fastest(|| drop(black_box(analyze(&text, &Options::default()))));
    for (name, cost) in [
        ("body and annex", fastest(|| drop(black_box(collate(&analysis))))),
        ("two versions", fastest(|| drop(black_box(compare(&analysis, &other))))),
    ] {
        assert!(cost < reading * 2, "{name}: {cost:?} next to a reading of {reading:?}");
    }
}
