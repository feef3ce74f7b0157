//! TIME-003: a report that is due 及时.

use super::{has_time, places};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TIME-003", check).words(Words::List(WORDS));

const WORDS: &[&str] = &["及时", "尽快", "抓紧", "近期", "近日", "适时", "定期", "尽早"];
/// Verbs of reporting.
const VERBS: &[&str] = &["报送", "上报", "反馈", "报至", "报回"];
/// What is reported on paper.
const OBJECTS: &[&str] = &[
    "情况", "总结", "报告", "台账", "材料", "名单", "报表", "方案", "意见", "清单", "值班表", "统计表", "汇总表",
    "登记表",
];
/// Words of what nobody can foresee: it is reported when it happens.
const EVENTS: &[&str] = &[
    "发现", "遇有", "遇到", "如遇", "发生", "出现", "问题", "重大情况", "重要情况", "突发", "苗头", "隐患", "险情",
    "灾情", "疫情", "火情", "异常", "推送", "申请", "收到", "接到", "受理",
];
/// Words behind an event that make the two the name of work, or of a body.
const WORK: &[&str] = &["排查", "整治", "治理"];
/// Nouns behind a verb that make it part of a name.
const NAMES: &[&str] = &["制度", "机制", "工作", "渠道", "系统", "平台", "质量", "时效", "、"];

/// Sorts of documents that hold for years: what they want reported in time has no
/// day.
const STANDING: &[&str] = &["办法", "规定", "细则", "规则", "条例", "规范", "规程", "章程", "制度", "预案"];

fn check(draft: &Draft, findings: &mut Findings) {
    let title = draft.letter.title.as_ref().map_or("", |title| title.text.as_str());
    if STANDING.iter().any(|sort| title.contains(sort)) || draft.sets_articles() {
        return;
    }
    let times = places(draft);
    let mut end = 0;
    for hit in draft.hits(RULE.rule.code).iter().filter(|h| !draft.marks.in_title(h.range().start)) {
        let clause = draft.clause(hit.range());
        let sentence = draft.slice(draft.sentence(hit.range()));
        if clause.start < end || on_event(sentence) || has_time(draft, &times, clause) {
            continue;
        }
        let Some(verb) = verb_after(draft, TextRange::new(hit.range().end, clause.end)) else { continue };
        let object = object(draft, hit.range(), verb, clause);
        if object {
            end = clause.end;
            let range = TextRange::new(hit.range().start, clause.end);
            let word = draft.slice(hit.range());
            let regular = word == "定期" || word == "适时";
            let severity = if regular { Severity::Hint } else { Severity::Warning };
            findings.add(range, format!("报送时间只说“{word}”，请写明具体日期。")).severity(severity);
        }
    }
}

/// Whether the sentence speaks of such an event; 隐患排查整治 names the work.
fn on_event(sentence: &str) -> bool {
    let work = |after: &str| WORK.iter().any(|word| after.starts_with(word));
    EVENTS.iter().any(|event| sentence.match_indices(event).any(|(at, _)| !work(&sentence[at + event.len()..])))
}

/// The verb of reporting that the time word belongs to.
fn verb_after(draft: &Draft, rest: TextRange) -> Option<TextRange> {
    let text = draft.slice(rest);
    let (at, verb) = VERBS.iter().filter_map(|verb| Some((text.find(verb)?, *verb))).min()?;
    let between = &text[..at];
    let after = &text[at + verb.len()..];
    let named =
        NAMES.iter().any(|noun| after.starts_with(noun)) || after.is_empty() && verb != "报送" && verb != "上报";
    let near = between.len() <= 60 && !between.contains(['、', '并']);
    (near && !named).then(|| TextRange::new(rest.start + at, rest.start + at + verb.len()))
}

/// Whether something on paper is what is reported: between time word and verb
/// (将…情况报至), behind the verb, or before the clause (有关情况，要及时报送).
fn object(draft: &Draft, word: TextRange, verb: TextRange, clause: TextRange) -> bool {
    let names = |range: TextRange| OBJECTS.iter().any(|object| draft.slice(range).contains(object));
    let before = draft.before(clause.start).strip_suffix('，').unwrap_or_default();
    let topic = before.rfind(['。', '；', '，', '\n', '：']).map_or(before, |at| &before[at..]);
    names(TextRange::new(word.end, verb.start))
        || names(TextRange::new(verb.end, clause.end))
        || OBJECTS.iter().any(|object| topic.ends_with(object))
}
