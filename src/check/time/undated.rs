//! TIME-009: a duty without a time in a notice that sets times.

use crate::analysis::Task;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TIME-009", check);

/// Tasks with a time that make a notice one that sets times.
const LEAST: usize = 3;
/// What ends with a result that can be looked for on a day.
const RESULTS: &[&str] =
    &["完成", "建成", "印发", "出台", "编制", "组建", "竣工", "开工", "上线", "投入使用", "全覆盖"];
/// What makes the times of one task those of all.
const FOR_ALL: &[&str] = &["上述任务", "以上任务", "各项任务", "全部任务", "所有任务", "上述工作", "以上工作"];

fn check(draft: &Draft, findings: &mut Findings) {
    let tasks = &draft.analysis.tasks;
    let timed = tasks.iter().filter(|task| !task.deadlines.is_empty()).count();
    // Three in four: where fewer have a time, none is missed.
    if timed < LEAST || timed * 4 < tasks.len() * 3 || FOR_ALL.iter().any(|word| draft.text().contains(word)) {
        return;
    }
    for task in tasks.iter().filter(|task| task.deadlines.is_empty()) {
        if let Some(place) = result(draft, task) {
            findings.add(place, "别的任务大多写了时限，这一项没有，请核对是否漏写。");
        }
    }
}

/// The clause of a task that asks for a result.
fn result(draft: &Draft, task: &Task) -> Option<TextRange> {
    task.measures.iter().find_map(|measure| {
        let word = RESULTS.iter().find_map(|word| measure.text.find(word))?;
        let start = draft.source.range(measure.span).start + word;
        let text = draft.text();
        let start = (start..text.len()).find(|at| text.is_char_boundary(*at))?;
        Some(draft.clause(TextRange::new(start, start)))
    })
}
