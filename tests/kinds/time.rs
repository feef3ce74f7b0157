//! Times as a case writes them: `by DAY`, `during DAY DAY`, `every PERIOD [xCOUNT]`,
//! `OFFSET [from EVENT]`, `relative` without an offset, `open` without any day;
//! `or` between readings that are both right, 「」 around the words where they
//! count, `?` where the reading may be unsure.

use notice_analyzer::{Certainty, Deadline, DeadlineKind};

/// What was found where it is not what the line says.
pub fn misread(right: &[&str], found: &[Deadline]) -> Option<String> {
    let same = right.len() == found.len() && right.iter().all(|time| found.iter().any(|d| is(time, d)));
    (!same).then(|| found.iter().map(show).collect::<Vec<_>>().join(" | "))
}

fn is(time: &str, found: &Deadline) -> bool {
    let (words, values) = match time.strip_prefix('「').and_then(|rest| rest.split_once("」 ")) {
        Some((words, values)) => (Some(words), values),
        None => (None, time),
    };
    words.is_none_or(|words| words == found.text) && values.split(" or ").any(|value| has(value, found))
}

fn has(value: &str, found: &Deadline) -> bool {
    let sure = value.strip_suffix('?');
    (sure.is_some() || found.certainty == Certainty::Sure) && forms(found).iter().any(|f| f == sure.unwrap_or(value))
}

/// Every way to write what was found.
fn forms(found: &Deadline) -> Vec<String> {
    let text = |value: Option<String>| value.unwrap_or_default();
    let start = text(found.start.map(|day| day.to_string()));
    let end = text(found.end.map(|day| day.to_string()));
    let (offset, event) = (text(found.offset.clone()), text(found.event.clone()));
    match found.kind {
        _ if found.kind != DeadlineKind::Recurring && (end.clone() + &start + &offset).is_empty() => {
            vec!["open".to_owned(), "relative".to_owned()]
        }
        DeadlineKind::By => vec![format!("by {end}")],
        DeadlineKind::During => vec![format!("during {start} {end}")],
        DeadlineKind::Relative => vec![offset.clone(), format!("{offset} from {event}")],
        DeadlineKind::Recurring => {
            let period = text(found.period.clone());
            let count = found.count.map(|count| format!("every {period} x{count}"));
            [Some(format!("every {period}")), count].into_iter().flatten().collect()
        }
    }
}

fn show(found: &Deadline) -> String {
    let doubt = if found.certainty == Certainty::Likely { "?" } else { "" };
    format!("「{}」 {}{doubt}", found.text, forms(found).last().cloned().unwrap_or_default())
}
