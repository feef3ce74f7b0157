//! ELM-006: the list of attachments against the attachments.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::lexicon::numeral::leading_number;
use crate::outline::letter::{PartKind, Phrase};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ELM-006",
    title: "附件说明与附件不一致",
    severity: Severity::Error,
    basis: "GB/T 9704-2012 7.3.4、7.3.7",
    page: Page {
        what: "附件说明里的名称、个数与后面附件的标题、个数对不上，或者正文说“见附件3”而没有这一件。",
        why: "GB/T 9704-2012 7.3.7 规定附件顺序号和附件标题应当与附件说明的表述一致。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n附件：任务分工表\n青岭县人民政府\n2024年5月8日\n附件\n值班安排表\n各镇轮流值班。",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n附件：值班安排表\n青岭县人民政府\n2024年5月8日\n附件\n值班安排表\n各镇轮流值班。",
        silent: "没有粘贴附件本身的不报；名称只差空格、书名号、（试行）的算一致；随文印发的方案不是附件。",
    },
    on: true,
    apart: APART,
    words: Words::List(&["见附件"]),
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let listed = &draft.letter.attachments;
    let pages = pages(draft);
    if !listed.is_empty() && !pages.is_empty() {
        compare(draft, listed, &pages, findings);
    }
    let most = listed.len().max(pages.len());
    for hit in draft.hits(RULE.code).iter().filter(|_| most > 0) {
        let after = draft.after(hit.range.end);
        let Some((number, len)) = leading_number(after).filter(|(n, _)| *n < 100) else { continue };
        if number as usize > most {
            let range = TextRange::new(hit.range.start, hit.range.end + len);
            findings.add(range, format!("文中说“{}”，附件只有{most}个。", draft.slice(range)));
        }
    }
}

/// The titles of the pages behind the notice; where there are none, of the
/// documents that it forwards, which may be listed as attachments too.
fn pages<'a>(draft: &Draft<'a>) -> Vec<&'a Phrase> {
    let titles = |kind: PartKind| {
        let parts = draft.letter.parts.iter().filter(move |part| part.kind == kind);
        parts.filter_map(|part| part.title.as_ref()).collect::<Vec<_>>()
    };
    let (annexes, forwarded) = (titles(PartKind::Annex), titles(PartKind::Forwarded));
    if annexes.is_empty() && forwarded.len() == draft.letter.attachments.len() { forwarded } else { annexes }
}

fn compare(draft: &Draft, listed: &[TextRange], pages: &[&Phrase], findings: &mut Findings) {
    if listed.len() != pages.len() {
        let message = format!("附件说明列了{}个附件，后面附了{}个，请核对。", listed.len(), pages.len());
        let finding = findings.add(listed[0], message);
        listed[1..].iter().chain(pages.iter().map(|p| &p.range)).for_each(|range| {
            finding.related(*range);
        });
        return;
    }
    for (name, page) in listed.iter().zip(pages) {
        let (said, found) = (core(draft.slice(*name)), core(&page.text));
        if !said.is_empty() && !found.contains(&said) && !said.contains(&found) {
            let message = format!("附件说明写“{}”，附件标题是“{}”，两处应一致。", draft.slice(*name), page.text);
            findings.add(*name, message).related(page.range);
        }
    }
}

/// A name without what may differ.
fn core(name: &str) -> String {
    let bare = name.split('（').next().unwrap_or(name);
    bare.chars().filter(|c| !matches!(c, '《' | '》' | '“' | '”' | '。' | '；' | ' ')).collect()
}
