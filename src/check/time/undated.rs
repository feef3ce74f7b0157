//! TIME-009: a duty without a time in a notice that sets times.

use crate::analysis::{Severity, Task};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TIME-009",
    title: "任务没有写时限",
    severity: Severity::Hint,
    basis: "《党政机关公文处理工作条例》第十三条（切实可行）；惯例",
    page: Page {
        what: "同一份通知里大多数任务都有时限，这一项要求完成、建成、印发，却没有写什么时候。",
        why: "没有时限就无从催办；别的任务都有，多半是漏写。",
        bad: "一、排查隐患。5月底前完成排查。\n二、整治隐患。6月底前完成整治。\n三、修订预案。7月底前完成修订。\n四、建设站点。要建成消防站5个。",
        good: "一、排查隐患。5月底前完成排查。\n二、整治隐患。6月底前完成整治。\n三、修订预案。7月底前完成修订。\n四、建设站点。9月底前要建成消防站5个。",
        silent: "多数任务没有时限的，是日常要求，不报；组织领导、督导考核一类保障措施不报；全文另有统一时限的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

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
