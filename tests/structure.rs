//! What the tasks of a text are: numbers, titles, and where each begins and ends.

mod cases;

use notice_analyzer::{Options, Task, analyze};

#[test]
fn tasks_of_texts() {
    cases::check("structure.txt", |text| {
        let analysis = analyze(text, &Options::default());
        analysis.tasks.iter().map(shown).collect::<Vec<_>>().join(" // ")
    });
}

fn shown(task: &Task) -> String {
    let chars: Vec<char> = task.text.chars().collect();
    let first: String = chars.iter().take(5).collect();
    let last: String = chars[chars.len().saturating_sub(5)..].iter().collect();
    format!("{} | {} | {first}…{last}", task.number.join("/"), task.title)
}
