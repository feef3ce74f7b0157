//! ELM-006: the list of attachments against the attachments.

use crate::analysis::Severity;
use crate::check::draft::{Draft, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::lexicon::numeral::leading_number;
use crate::outline::letter::{PartKind, Phrase};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-006", check).words(Words::List(&["见附件", "《附件"]));

fn check(draft: &Draft, findings: &mut Findings) {
    let listed = &draft.letter.attachments;
    let pages = pages(draft);
    if !listed.is_empty() && !pages.is_empty() {
        compare(draft, listed, &pages, findings);
    }
    let most = most(draft, listed, &pages);
    for hit in draft.hits(RULE.rule.code) {
        match draft.slice(hit.range()) {
            "见附件" => reference(draft, hit.range(), most, findings),
            _ => cited_name(draft, hit.range(), listed, findings),
        }
    }
}

/// How many attachments there are: as listed, as pages, or by the greatest number
/// that opens a line. A single one is not numbered: a list of it was cut.
fn most(draft: &Draft, listed: &[TextRange], pages: &[&Phrase]) -> usize {
    let lines = draft.source.lines().iter().filter_map(|line| draft.slice(line.range).strip_prefix("附件"));
    let numbered = lines.filter_map(leading_number).map(|(number, _)| number as usize).filter(|n| *n < 100);
    let cut = listed.len() <= 1 && ["附件：1.", "附件：1、"].iter().any(|list| draft.text().contains(list));
    let count = listed.len().max(pages.len()).max(numbered.max().unwrap_or_default());
    if cut { usize::MAX } else { count }
}

/// 见附件2, where there are fewer; 见附件, where there are several.
fn reference(draft: &Draft, words: TextRange, most: usize, findings: &mut Findings) {
    let after = draft.after(words.end);
    let number = leading_number(after).filter(|(number, _)| *number < 100);
    let range = TextRange::new(words.start, words.end + number.map_or(0, |(_, len)| len));
    let said = draft.slice(range);
    match number {
        _ if most == 0 && draft.letter.title.is_some() && draft.letter.signed_on.is_some() => {
            let message = format!("文中说“{said}”，文后没有附件说明，请核对是否漏粘贴。");
            findings.add(range, message).severity(Severity::Hint);
        }
        Some((number, _)) if most > 0 && number as usize > most => {
            findings.add(range, format!("文中说“{said}”，附件只有{most}个。")).severity(Severity::Warning);
        }
        None if (2..usize::MAX).contains(&most) && after.starts_with(is_end) => {
            let message = format!("附件有{most}个，“{said}”宜写明是附件几。");
            findings.add(range, message).severity(Severity::Warning);
        }
        _ => {}
    }
}

fn is_end(c: char) -> bool {
    is_sentence_end(c) || matches!(c, '，' | '）')
}

/// 《附件2：某市检修进度表》: another name than the list gives.
fn cited_name(draft: &Draft, words: TextRange, listed: &[TextRange], findings: &mut Findings) {
    let after = draft.near(words.end);
    let Some((number, len)) = leading_number(after) else { return };
    let Some((name, _)) = after[len..].strip_prefix('：').and_then(|rest| rest.split_once('》')) else { return };
    let Some(own) = (number as usize).checked_sub(1).and_then(|at| listed.get(at)) else { return };
    let (said, listed) = (core(name), core(draft.slice(*own)));
    if said != listed && !listed.contains(&said) {
        let start = words.end + len + '：'.len_utf8();
        let message = format!("附件{number}在附件说明里是“{listed}”，两处应一致。");
        let range = TextRange::new(start, start + name.len());
        findings.add(range, message).severity(Severity::Warning).related(*own);
    }
}

/// A name of more bytes has swallowed what follows it.
pub(super) const NAME_BYTES: usize = 180;

/// The titles of the pages behind the notice; where there are none, of the
/// documents that it forwards, which may be listed as attachments too.
fn pages<'a>(draft: &Draft<'a>) -> Vec<&'a Phrase> {
    let titles = |kind: PartKind| {
        let parts = draft.letter.parts.iter().filter(move |part| part.kind == kind);
        parts.filter_map(|part| part.title.as_ref()).collect::<Vec<_>>()
    };
    let (annexes, forwarded) = (titles(PartKind::Annex), titles(PartKind::Forwarded));
    // What the notice is about is no attachment where nothing calls it one.
    let called = || {
        forwarded.iter().all(|page| {
            let before = draft.before(page.range.start).trim_end();
            before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '：').ends_with("附件")
        })
    };
    let attached = annexes.is_empty() && forwarded.len() == draft.letter.attachments.len() && called();
    if attached { forwarded } else { annexes }
}

/// Whether a web page names a file to be fetched, not a page of the notice.
pub(super) fn is_file_name(name: &str) -> bool {
    const KINDS: [&str; 5] = ["doc", "xls", "pdf", "wps", "zip"];
    KINDS.iter().any(|kind| name.split('.').skip(1).any(|end| end.starts_with(kind)))
        || KINDS.iter().any(|kind| name.starts_with(kind))
}

fn compare(draft: &Draft, listed: &[TextRange], pages: &[&Phrase], findings: &mut Findings) {
    let names_files = listed.iter().any(|name| is_file_name(draft.slice(*name)) || name.len() > NAME_BYTES);
    if names_files || pages.iter().any(|page| is_file_name(&page.text)) {
        return;
    }
    if listed.len() != pages.len() {
        let message = format!("附件说明列了{}个附件，后面附了{}个，请核对。", listed.len(), pages.len());
        // Pages that are missing may not have been pasted.
        let severity = if pages.len() < listed.len() { Severity::Warning } else { Severity::Error };
        let finding = findings.add(listed[0], message);
        finding.severity(severity);
        listed[1..].iter().chain(pages.iter().map(|p| &p.range)).for_each(|range| {
            finding.related(*range);
        });
        return;
    }
    for (name, page) in listed.iter().zip(pages) {
        let (said, found) = (core(draft.slice(*name)), core(&page.text));
        if !said.is_empty() && !found.contains(&said) && !said.contains(&found) {
            let message = format!("附件说明写“{}”，附件标题是“{}”，两处应一致。", draft.slice(*name), page.text);
            findings.add(*name, message).severity(Severity::Warning).related(page.range);
        }
    }
}

/// A name without what may differ.
fn core(name: &str) -> String {
    let bare = name.split('（').next().unwrap_or(name);
    bare.chars().filter(|c| !matches!(c, '《' | '》' | '“' | '”' | '。' | '；' | ' ')).collect()
}
