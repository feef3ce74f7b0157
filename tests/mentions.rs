//! The cases of `cases/{times,clauses,quantities}.txt`: one sentence a
//! line, what is to be found in it in 【】, then `=>` and the values; `#` opens a
//! comment.

use notice_analyzer::mention::quantity::{Quantity, quantities};
use notice_analyzer::mention::time::{Time, TimeBase, times};
use notice_analyzer::{Certainty, Comparator, DeadlineKind, TextRange};

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

fn quantity_value(quantity: &Quantity) -> String {
    let comparator = match quantity.comparator {
        Comparator::Exactly => "exactly",
        Comparator::AtLeast => "at_least",
        Comparator::AtMost => "at_most",
        Comparator::About => "about",
        Comparator::Between => "between",
    };
    let upper = quantity.upper.map_or(String::new(), |upper| format!("..{upper}"));
    format!("{comparator} {}{upper} {}", quantity.value, quantity.unit)
}

/// Reads every case of `cases` with `read`, which gives the places and values
/// it finds, and reports all that differ. A line `@ …` goes to `read` as the
/// setting of the lines after it.
fn check(cases: &str, read: impl Fn(&str, &str) -> Vec<(TextRange, String)>) {
    let (mut setting, mut failures) = ("", Vec::new());
    for line in cases.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(line) = line.strip_prefix('@') {
            setting = line;
            continue;
        }
        let (text, ranges, values) = parse(line);
        let found = read(&text, setting);
        let same = found.iter().map(|(range, value)| (*range, value.as_str())).eq(ranges.into_iter().zip(values));
        if !same {
            let got: Vec<_> = found.iter().map(|(range, value)| format!("{} => {value}", range.of(&text))).collect();
            failures.push(format!("{line}\n    got {}", got.join("; ")));
        }
    }
    assert!(failures.is_empty(), "{} cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn times_of_cases() {
    check(include_str!("cases/times.txt"), |text, setting| {
        let found = times(text, TextRange::new(0, text.len()), &time_base(setting));
        found.iter().map(|time| (time.range, time_value(time))).collect()
    });
}

#[test]
fn clauses_of_times() {
    let base = TimeBase { work_year: Some(2024), signed_on: None };
    for line in include_str!("cases/clauses.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, _, values) = parse(line);
        let found = times(&text, TextRange::new(0, text.len()), &base);
        let clauses: Vec<&str> = found.iter().map(|time| time.clause.of(&text)).collect();
        assert_eq!(clauses.join(" / "), values.join(";"), "{line}");
    }
}

#[test]
fn quantities_of_cases() {
    check(include_str!("cases/quantities.txt"), |text, _| {
        let found = quantities(text, TextRange::new(0, text.len()));
        found.iter().map(|quantity| (quantity.range, quantity_value(quantity))).collect()
    });
}

/// Pieces that times and quantities are made of, in any order.
const PIECES: [&str; 48] = [
    "每", "季度", "月", "年", "日", "半", "第", "一", "两", "十", "2024", "3", "15", "32", "底", "前", "内", "期间",
    "至", "—", "、", "，", "。", "；", "：", "\n", "（", "）", "《", "》", "“", "”", "后", "起", "结束", "截止", "到",
    "完成", "次", "个", "工作日", "周", "%", "不少于", "时限", "a", "🀄", "17:00",
];

proptest::proptest! {
    /// Whatever the pieces say together: no panic, and places in order, on
    /// character boundaries, inside the range and inside their clause or before
    /// nothing at all.
    #[test]
    fn places_hold_for_any_text(pieces in proptest::collection::vec(0..PIECES.len(), 0..40)) {
        let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        let whole = TextRange::new(0, text.len());
        let base = TimeBase { work_year: Some(2024), signed_on: "2024-02-20".parse().ok() };
        let times = times(&text, whole, &base);
        let quantities = quantities(&text, whole);
        for found in [
            times.iter().map(|time| (time.range, time.clause)).collect::<Vec<_>>(),
            quantities.iter().map(|quantity| (quantity.range, quantity.clause)).collect(),
        ] {
            let mut floor = 0;
            for (range, clause) in found {
                assert!(range.start >= floor && range.end > range.start, "{range:?} in {text}");
                assert!(text.get(range.start..range.end).is_some() && text.get(clause.start..clause.end).is_some());
                floor = range.end;
            }
        }
    }
}
