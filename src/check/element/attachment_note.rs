//! ELM-007: how attachments are announced.

use super::attachments::{NAME_BYTES, is_file_name};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-007", check);

fn check(draft: &Draft, findings: &mut Findings) {
    let names = &draft.letter.attachments;
    let Some(first) = names.first() else { return };
    let Some(line) = draft.line(first.start).map(|l| l.range) else { return };
    let head = TextRange::new(line.start, first.start.max(line.start));
    let label = draft.slice(head);
    let numbered = label.trim_end_matches(['.', '、']).ends_with(|c: char| c.is_ascii_digit());
    let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、')).trim_end_matches('：');
    let files = names.iter().any(|name| is_file_name(draft.slice(*name)));
    let each = names.len() > 1 && word.starts_with("附件");
    if !word.is_empty() && word != "附件" && word.starts_with('附') && !each {
        let word = TextRange::new(head.start, head.start + word.len());
        findings.add(word, format!("“{}”应写作“附件”。", draft.slice(word))).fix(word, "附件");
    }
    if let Some(colon) = label.find('：').map(|at| head.start + at).filter(|at| draft.folded(*at).is_some()) {
        let colon = TextRange::new(colon, colon + '：'.len_utf8());
        findings.add(colon, "“附件”后面的冒号应为全角。").fix(colon, "：");
    }
    if names.len() > 1 && !numbered && label.ends_with('：') && (word != "附件" || !files) {
        findings.add(*first, "有多个附件，应用阿拉伯数字标注顺序号。");
    }
    for name in names.iter().filter(|name| name.len() <= NAME_BYTES) {
        if let Some(mark) = draft.slice(*name).chars().next_back().filter(|c| matches!(c, '。' | '；' | '，' | '、'))
        {
            let mark = TextRange::new(name.end - mark.len_utf8(), name.end);
            findings.add(mark, "附件名称后不加标点。").fix(mark, "");
        }
    }
}
