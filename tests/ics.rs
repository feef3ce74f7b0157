//! The dates of a notice as a calendar file, read back by the rules of RFC 5545
//! and by nothing of the writer.

use notice_analyzer::export::ics;
use notice_analyzer::view::{Calendar, Entry, calendar, task_table};
use notice_analyzer::{Options, analyze};
use std::collections::HashSet;

/// One entry: its properties in their order, escapes undone.
type Event = Vec<(String, String)>;

/// Lines as they were before they were folded.
fn unfolded(file: &str) -> Vec<String> {
    let body = file.strip_suffix("\r\n").expect("the last line is closed");
    body.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => text.push(escaped),
                other => panic!("no escape: {other:?}"),
            },
            ';' | ',' => panic!("an escape is missing before {c}: {value}"),
            c => text.push(c),
        }
    }
    text
}

/// The entries of a file.
fn events(file: &str) -> Vec<Event> {
    let lines = unfolded(file);
    assert_eq!((lines[0].as_str(), lines[lines.len() - 1].as_str()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let mut events: Vec<Event> = Vec::new();
    let mut inside = false;
    for line in &lines {
        match line.as_str() {
            "BEGIN:VEVENT" => events.push(Vec::new()),
            "END:VEVENT" => inside = false,
            line if inside => {
                let (name, value) = line.split_once(':').expect("a property");
                events.last_mut().expect("an entry").push((name.to_owned(), unescaped(value)));
            }
            _ => {}
        }
        inside |= line == "BEGIN:VEVENT";
    }
    events
}

fn value<'e>(event: &'e Event, name: &str) -> &'e str {
    &event.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name} is missing: {event:?}")).1
}

fn of(text: &str) -> Calendar {
    calendar(&task_table(&analyze(text, &Options::default())), None)
}

const NOTICE: &str = "青岭县人民政府关于做好隐患排查工作的通知\n各乡镇人民政府：\n\
    一、排查隐患。县应急局要于2024年6月30日前完成排查，每月报送进展。\n\
    二、整治隐患。县住建局、县水利局要于2024年12月31日前完成整治。\n";

#[test]
fn each_date_is_one_entry_of_its_whole_day() {
    let file = ics::write("关于做好隐患排查工作的通知", &of(NOTICE).dated);
    let events = events(&file);
    let days: Vec<_> =
        events.iter().map(|one| (value(one, "DTSTART;VALUE=DATE"), value(one, "DTEND;VALUE=DATE"))).collect();
    assert_eq!(days, [("20240630", "20240701"), ("20241231", "20250101")]);
    assert_eq!(value(&events[1], "SUMMARY"), "整治隐患（2024年12月31日前）");
    let told = value(&events[1], "DESCRIPTION");
    assert!(told.contains("责任单位：县住建局、县水利局\n出处：《关于做好隐患排查工作的通知》二、"), "{told}");
    assert!(told.starts_with(&of(NOTICE).dated[1].time.clause), "{told}");
    assert!(!file.contains("ALARM"));
}

#[test]
fn the_same_dates_have_the_same_names_and_others_have_others() {
    let file = ics::write("通知", &of(NOTICE).dated);
    assert_eq!(file, ics::write("通知", &of(NOTICE).dated));
    let other = ics::write("另一份通知", &of(NOTICE).dated);
    let names: HashSet<String> =
        [&file, &other].into_iter().flat_map(|file| events(file)).map(|one| value(&one, "UID").to_owned()).collect();
    assert_eq!(names.len(), 4);
}

#[test]
fn every_text_reads_back_and_no_line_is_too_long() {
    let texts = [
        "甲；乙,丙;丁\\戊",
        "一行\n又一行",
        "END:VEVENT\r\nBEGIN:VALARM",
        "\u{20bb7}野家\u{feff}\u{0}",
        &"长".repeat(200),
        &"a,".repeat(100),
        "",
    ];
    for text in texts {
        let mut entry: Entry = of(NOTICE).dated.remove(0);
        entry.title = text.to_owned();
        entry.time.clause = text.to_owned();
        let file = ics::write(text, &[entry]);
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n', '\0']), "{text}");
        let events = events(&file);
        assert_eq!(events.len(), 1, "{text}");
        let kept: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        assert_eq!(value(&events[0], "SUMMARY"), format!("{kept}（2024年6月30日前）"));
        assert!(value(&events[0], "DESCRIPTION").starts_with(&kept));
    }
}

#[test]
fn without_a_date_the_calendar_is_empty() {
    assert_eq!(events(&ics::write("", &of("一、加强领导。").dated)), Vec::<Event>::new());
    assert_eq!(events(&ics::write("", &of("一、报送信息。县应急局每月报送一次进展。").recurring)), Vec::<Event>::new());
}
