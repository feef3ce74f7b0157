//! What the tasks of a text are: numbers, titles, and where each begins and ends;
//! and what became none.

mod cases;

use notice_analyzer::{Options, Span, Task, analyze};

#[test]
fn tasks_of_texts() {
    cases::check("structure.txt", |text| {
        let analysis = analyze(text, &Options::default());
        analysis.tasks.iter().map(shown).collect::<Vec<_>>().join(" // ")
    });
}

#[test]
fn unread_of_texts() {
    cases::check("unread.txt", |text| {
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = |span: Span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
        let analysis = analyze(text, &Options::default());
        analysis.unread.iter().map(|unread| words(unread.span)).collect::<Vec<_>>().join(" // ")
    });
}

fn shown(task: &Task) -> String {
    let chars: Vec<char> = task.text.chars().collect();
    let first: String = chars.iter().take(5).collect();
    let last: String = chars[chars.len().saturating_sub(5)..].iter().collect();
    format!("{} | {} | {first}…{last}", task.number.join("/"), task.title)
}
