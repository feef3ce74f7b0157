//! STR-003: the mark behind a number.

use super::{inline, marker_of};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::check::work::{Check, Words, page};
use crate::lexicon::marker::Style;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("STR-003", check).words(Words::List(WORDS));

/// Numbers with a wrong mark behind; the first of them with 第.
const WORDS: &[&str] = &[
    "第一、", "第二、", "第三、", "第四、", "第五、", "第六、", "首先、", "其次、", "再次、", "最后、", "一是，",
    "二是，", "三是，", "四是，", "五是，", "六是，",
];
const RANKS: usize = 6;

fn check(draft: &Draft, findings: &mut Findings) {
    for item in draft.items.iter().flatten() {
        let Some((marker, range)) = marker_of(draft, item) else { continue };
        let label =
            draft.slice(range).find(marker.label).map_or(range.start, |at| range.start + at) + marker.label.len();
        let mark = TextRange::new(label, range.end);
        let behind = TextRange::new(range.end, range.end + draft.char_at(range.end).map_or(0, char::len_utf8));
        if matches!(marker.style, Style::ArabicHalfBracketed | Style::Circled) && draft.slice(behind) == "、" {
            let whole = TextRange::new(range.start, behind.end);
            findings.add(whole, format!("“{}”后面不再加标点。", marker.label)).fix(behind, "");
        }
        match (marker.style, draft.slice(mark)) {
            (
                Style::ChineseBracketed | Style::ArabicBracketed | Style::ArabicHalfBracketed | Style::Circled,
                "、" | "." | "．" | "，",
            ) => {
                findings.add(range, format!("“{}”后面不再加标点。", marker.label)).fix(mark, "");
            }
            (Style::Arabic, "、") => {
                findings.add(range, format!("“{}”后面应用下脚点。", marker.label)).fix(mark, ".");
            }
            (Style::Chinese, "." | "．") => {
                findings.add(range, format!("“{}”后面应用顿号。", marker.label)).fix(mark, "、");
            }
            _ => {}
        }
    }
    commas(draft, findings);
    for hit in draft.hits(RULE.rule.code) {
        if hit.word() < RANKS { ordinal(draft, hit, findings) } else { inline::marks(draft, hit, findings) }
    }
}

/// 一，加强领导: no number to the reading, which is why it is looked for here.
fn commas(draft: &Draft, findings: &mut Findings) {
    for line in draft.source.lines() {
        let text = draft.slice(line.range);
        let number =
            text.len() - text.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']).len();
        let heading = text.len() <= 120 && !text.contains('；');
        if number > 0 && number <= 9 && text[number..].starts_with('，') && heading {
            let mark = TextRange::new(line.range.start + number, line.range.start + number + '，'.len_utf8());
            let range = TextRange::new(line.range.start, mark.end);
            findings.add(range, format!("“{}”后面应用顿号。", &text[..number])).fix(mark, "、");
        }
    }
}

/// 第一、
fn ordinal(draft: &Draft, hit: &Hit, findings: &mut Findings) {
    let opens = draft.char_before(hit.range().start).is_none_or(|c| "。；：\n".contains(c));
    let ranks = draft.char_at(hit.range().end).is_some_and(|c| "第一二三四五六七八九十".contains(c));
    if opens && !ranks {
        let mark = TextRange::new(hit.range().end - '、'.len_utf8(), hit.range().end);
        findings.add(hit.range(), "“第”字打头的序次语后面用逗号。").fix(mark, "，");
    }
}
