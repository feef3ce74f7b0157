//! Dates for the calendar programs of offices and phones (RFC 5545): an all-day
//! entry for each, without an alarm.

use crate::view::Entry;
use jiff::civil::Date;
use std::borrow::Cow;

/// Longest line of the file, in bytes.
const LINE: usize = 75;

/// The entries that have a day, as one file. `title` is that of the notice. The
/// same entries give the same file, so that a calendar which took it before
/// knows them again.
///
/// ```
/// use notice_analyzer::export::ics;
/// use notice_analyzer::view::{calendar, task_table};
/// use notice_analyzer::{Options, analyze};
/// let text = "一、排查隐患。县应急局要于2024年6月30日前完成排查。";
/// let calendar = calendar(&task_table(&analyze(text, &Options::default())), None);
/// let file = ics::write("", &calendar.dated);
/// assert!(file.contains("DTSTART;VALUE=DATE:20240630\r\n"));
/// ```
pub fn write(title: &str, entries: &[Entry]) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//notice-analyzer//tasks//ZH");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    for (entry, day) in entries.iter().filter_map(|entry| Some((entry, entry.date?))) {
        file.entry(title, entry, day);
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// Lines on their way into a file.
#[derive(Default)]
struct File(String);

impl File {
    fn entry(&mut self, title: &str, entry: &Entry, day: Date) {
        // The last day of the calendar has no next one; it ends with itself.
        let next = day.tomorrow().unwrap_or(day);
        self.line("BEGIN", "VEVENT");
        self.line("UID", &format!("{:016x}@notice-analyzer", name(title, entry, day)));
        // A file without a clock: the stamp is that of the day itself.
        self.line("DTSTAMP", &format!("{}T000000Z", stamp(day)));
        self.line("DTSTART;VALUE=DATE", &stamp(day));
        self.line("DTEND;VALUE=DATE", &stamp(next));
        self.line("SUMMARY", &escaped(&format!("{}（{}）", entry.title, entry.time.text)));
        self.line("DESCRIPTION", &escaped(&description(title, entry)));
        self.line("TRANSP", "TRANSPARENT");
        self.line("END", "VEVENT");
    }

    /// `name:value`, folded where it is longer than a line may be; a character
    /// is never cut.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            if used + char.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(char);
            used += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// The clause, who must keep it, and where it stands.
fn description(title: &str, entry: &Entry) -> String {
    let parts = [
        entry.time.clause.clone(),
        labelled("责任单位：", &entry.units.join("、")),
        labelled("出处：", &place(title, entry)),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn labelled(label: &str, words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("{label}{words}") }
}

fn place(title: &str, entry: &Entry) -> String {
    if title.is_empty() { entry.place.clone() } else { format!("《{title}》{}", entry.place) }
}

/// A name that the same deadline of the same notice has again (FNV-1a).
fn name(title: &str, entry: &Entry, day: Date) -> u64 {
    let day = stamp(day);
    let words = [title, &entry.place, &entry.title, &entry.time.text, &entry.time.clause, &day];
    let bytes = words.into_iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// `20240630`.
fn stamp(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A text as a value: its marks escaped, its line breaks spelt out, without
/// what no line may hold.
fn escaped(text: &str) -> String {
    let escape = |char: char| -> Cow<'static, str> {
        match char {
            '\\' => "\\\\".into(),
            ';' => "\\;".into(),
            ',' => "\\,".into(),
            '\n' => "\\n".into(),
            char if char.is_control() => "".into(),
            char => char.to_string().into(),
        }
    };
    text.chars().map(escape).collect()
}
