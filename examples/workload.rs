//! How much each unit of a notice has to do, and by when it must begin to hurry:
//!
//! ```text
//! cargo run --example workload tests/samples/county-brackets.txt
//! ```

use notice_analyzer::{Analysis, Options, Task, Unit, analyze};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: workload FILE")?;
    let text = std::fs::read_to_string(file)?;
    let analysis = analyze(&text, &Options::default());
    println!("{}", analysis.notice.title.as_deref().unwrap_or("（没有标题）"));
    for unit in &analysis.units {
        println!("{}", line(&analysis, unit));
    }
    Ok(())
}

/// `县应急局：牵头3，责任2，配合1；最早2024-06-30`.
fn line(analysis: &Analysis, unit: &Unit) -> String {
    let tasks = &unit.tasks;
    let (lead, responsible, support) = (tasks.lead.len(), tasks.responsible.len(), tasks.support.len());
    let own = |task: &&Task| tasks.lead.contains(&task.id) || tasks.responsible.contains(&task.id);
    let days = analysis.tasks.iter().filter(own).flat_map(|task| &task.deadlines).filter_map(|deadline| deadline.end);
    let first = days.min().map(|day| format!("；最早{day}")).unwrap_or_default();
    format!("{}：牵头{lead}，责任{responsible}，配合{support}{first}", unit.name)
}
