//! TIME-004: a report without day, addressee or address.

use super::{has_time, places};
use crate::check::draft::{Draft, is_clause_end};
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TIME-004", check).words(Words::List(WORDS));

const WORDS: &[&str] =
    &["报送", "报至", "上报至", "报回", "报", "交", "送", "联系人", "联系电话", "邮箱", "@", "咨询电话", "联系方式"];
/// Words in [`WORDS`] that are verbs; the others say where to turn.
const VERBS: usize = 7;
/// The first verb that is a single character.
const SHORT: usize = 4;
/// What short verbs do not ask for: an answer is waited for.
const DECIDED: &[&str] =
    &["备案", "审批", "同意", "审核", "批准", "审定", "审查", "研究", "审议", "核准", "备查", "裁决", "决定"];
/// What begins the name of whom it is sent to.
const RECEIVERS: &[char] = &['市', '县', '区', '省', '州', '镇', '我', '国'];
/// Words that order.
const MODALS: &[&str] = &["要", "请", "须", "应", "务必", "必须", "需"];
/// What is sent.
const OBJECTS: &[&str] =
    &["电子版", "纸质", "正式文件", "书面", "总结", "材料", "名单", "台账", "报表", "汇总表", "统计表"];
/// Words of time that belong to TIME-003 or say when.
const TIMES: &[&str] =
    &["及时", "尽快", "抓紧", "近期", "适时", "定期", "前", "每", "立即", "同时", "随时", "按时", "按期", "后", "年度"];
/// Words of a sentence that asks for fewer reports.
const EASING: &[&str] = &["不得", "不再", "精简", "减少", "禁止", "严禁", "无需", "不需"];
/// Nouns behind the verb that make it part of a name.
const NAMES: &[char] =
    &['制', '机', '工', '渠', '系', '平', '质', '情', '、', '，', '。', '的', '范', '内', '要', '时'];

fn check(draft: &Draft, findings: &mut Findings) {
    if draft.sets_articles() {
        return;
    }
    let hits = draft.hits(RULE.rule.code);
    // 邮箱 alone gives no address.
    let gives = |hit: &&Hit| {
        draft
            .after(hit.range().end)
            .starts_with(|c: char| matches!(c, '：' | '（' | '及' | '、') || c.is_ascii_alphanumeric())
    };
    let reachable = hits.iter().filter(|hit| hit.word() >= VERBS).any(|hit| gives(&hit));
    let times = places(draft);
    for hit in hits.iter().filter(|hit| hit.word() < VERBS) {
        let sentence = draft.sentence(hit.range());
        let text = draft.slice(sentence);
        let orders = MODALS.iter().any(|word| text.contains(word)) && OBJECTS.iter().any(|word| text.contains(word));
        let short = hit.word() >= SHORT;
        if short && !is_sent(draft, hit.range()) {
            continue;
        }
        let orders = orders || short;
        let verb = !draft.after(hit.range().end).starts_with(NAMES);
        let eases = EASING.iter().any(|word| text.contains(word));
        // 起草单位报送审核机构的，要审核: a case, not an order.
        let case = draft.slice(draft.clause(hit.range())).ends_with('的');
        if !orders || !verb || eases || case || draft.marks.in_title(hit.range().start) {
            continue;
        }
        let timed = has_time(draft, &times, sentence) || TIMES.iter().any(|word| text.contains(word));
        let unreachable = text.contains("电子版") && !reachable;
        let message = match (timed, unreachable) {
            (false, true) => "报送要求没有写时间，全文也没有联系人、电话、邮箱。",
            (false, false) => "报送要求没有写时间。",
            (true, true) => "要求报电子版，全文没有联系人、电话、邮箱。",
            (true, false) => continue,
        };
        findings.add(TextRange::new(sentence.start, sentence.end), message);
    }
}

/// 统计表报市水务局: a short verb between what is sent and whom it is sent to.
fn is_sent(draft: &Draft, verb: TextRange) -> bool {
    const SENT: &[&str] = &[
        "表", "总结", "方案", "材料", "名单", "台账", "报告", "计划", "清单", "情况", "一式两份", "一式三份",
        "一式四份",
    ];
    let after = draft.after(verb.end);
    let clause = &after[..after.find(is_clause_end).unwrap_or(after.len())];
    SENT.iter().any(|word| draft.before(verb.start).ends_with(word))
        && after.starts_with(RECEIVERS)
        && !DECIDED.iter().any(|word| clause.contains(word))
}
