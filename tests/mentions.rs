//! The cases of `cases/times.txt`: one sentence a line, its times in 【】, then
//! `=>` and their values; a line `@ YEAR DATE` sets what they are resolved
//! against; `#` opens a comment.

use notice_analyzer::mention::time::{Time, TimeBase, times};
use notice_analyzer::{Certainty, DeadlineKind, TextRange};

/// A case: the plain sentence, the ranges its brackets marked, the values.
fn parse(case: &str) -> (String, Vec<TextRange>, Vec<&str>) {
    let (marked, values) = case.split_once("=>").unwrap_or_else(|| panic!("no => in {case}"));
    let marked = marked.trim().replace("\\n", "\n");
    let (mut plain, mut ranges) = (String::new(), Vec::new());
    for c in marked.chars() {
        match c {
            '【' => ranges.push(TextRange::new(plain.len(), plain.len())),
            '】' => ranges.last_mut().expect("】 without 【").end = plain.len(),
            c => plain.push(c),
        }
    }
    (plain, ranges, values.split(';').map(str::trim).filter(|value| !value.is_empty()).collect())
}

fn time_value(time: &Time) -> String {
    let date = |date: &Option<jiff::civil::Date>| date.map_or("-".to_owned(), |date| date.to_string());
    let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "-".to_owned());
    let mut value = match time.kind {
        DeadlineKind::By => format!("by {}", date(&time.end)),
        DeadlineKind::During => format!("during {} {}", date(&time.start), date(&time.end)),
        DeadlineKind::Recurring => format!("every {}", word(&time.period)),
        DeadlineKind::Relative => format!("{} after {}", word(&time.offset), word(&time.event)),
    };
    if let Some(count) = time.count {
        value += &format!(" x{count}");
    }
    if time.kind == DeadlineKind::Recurring && time.start.is_some() {
        value += &format!(" since {}", date(&time.start));
    }
    if time.certainty == Certainty::Likely {
        value += "?";
    }
    value
}

fn time_base(line: &str) -> TimeBase {
    let mut words = line.split_whitespace();
    TimeBase {
        work_year: words.next().and_then(|year| year.parse().ok()),
        signed_on: words.next().and_then(|date| date.parse().ok()),
    }
}

#[test]
fn times_of_cases() {
    let (mut base, mut failures) = (TimeBase::default(), Vec::new());
    for line in include_str!("cases/times.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(line) = line.strip_prefix('@') {
            base = time_base(line);
            continue;
        }
        let (text, ranges, values) = parse(line);
        let found = times(&text, TextRange::new(0, text.len()), &base);
        let got: Vec<_> = found.iter().map(|time| (time.range.of(&text), time_value(time))).collect();
        let same = found.len() == values.len()
            && found.iter().zip(&ranges).all(|(time, range)| time.range == *range)
            && got.iter().zip(&values).all(|(got, value)| got.1 == *value);
        if !same {
            failures.push(format!("{line}\n    got {got:?}"));
        }
    }
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}
