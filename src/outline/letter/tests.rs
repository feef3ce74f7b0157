use super::{Letter, PartKind, read};
use crate::outline::table;
use crate::source::Source;
use std::fmt::Write as _;

/// What a letter says, one value a line, and the first words of its parts.
fn shown(text: &str) -> String {
    let source = Source::new(text);
    let letter = read(&source, &table::read(&source), None);
    let mut out = String::new();
    let mut say = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name} {value}");
        }
    };
    let date = |at: Option<super::DateAt>| at.map(|at| at.date.map_or("blank".to_owned(), |d| d.to_string()));
    let slice = |range| source.slice(range).to_owned();
    say("issuer", letter.issuer.as_ref().map(|p| p.text.clone()));
    say("number", letter.doc_number.as_ref().map(|p| p.text.clone()));
    say("title", letter.title.as_ref().map(|p| p.text.clone()));
    say("type", letter.doc_type.map(str::to_owned));
    say("draft", letter.draft.map(slice));
    say("year", letter.work_year.map(|year| year.to_string()));
    say("to", letter.addressees.map(slice));
    say("signed", letter.signed_by.as_ref().map(|p| p.text.clone()));
    say("on", date(letter.signed_on));
    say("printed", letter.printed_by.as_ref().map(|p| p.text.clone()));
    say("printed on", date(letter.printed_on));
    for copy in &letter.copies_to {
        say("copy", Some(slice(*copy)));
    }
    for name in &letter.attachments {
        say("attached", Some(slice(*name)));
    }
    out + &parts(&source, &letter)
}

fn parts(source: &Source, letter: &Letter) -> String {
    let mut out = String::new();
    for part in &letter.parts {
        let name = match part.kind {
            PartKind::Body => "body".to_owned(),
            PartKind::Forwarded => part.title.as_ref().map_or("plan".to_owned(), |t| format!("plan {}", t.text)),
            PartKind::Annex => part.title.as_ref().map_or("annex".to_owned(), |t| format!("annex {}", t.text)),
        };
        let text: Vec<&str> = part.paragraphs.iter().map(|p| source.slice(*p)).collect();
        let _ = writeln!(out, "{name} | {}", text.join("/"));
    }
    out
}

/// Cases stand in `cases.txt`: a notice, `---`, what must be read; `===`
/// between two. A line that opens with `#` says what a case is about.
#[test]
fn letters() {
    let cases: Vec<&str> = include_str!("cases.txt").split("\n===\n").collect();
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in cases {
        let (about, case) = case.trim_start_matches('\n').split_once('\n').expect(case);
        let (text, expected) = case.rsplit_once("\n---\n").expect(about);
        let found = shown(text);
        if found.trim_end() != expected.trim_end() {
            let _ = writeln!(wrong, "{about}\n--- expected\n{expected}\n--- found\n{found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
