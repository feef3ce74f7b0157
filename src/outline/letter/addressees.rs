//! 主送机关: the list of units before the first colon.

use super::words::{attachment_label, copy_label, is_lead_in, is_note, is_page_line, opens_letter, topic_at};
use crate::lexicon::list::{LETTER, WordList};
use crate::lexicon::marker::marker_at;

/// A list of addressees has at most this many characters.
const LIST_CHARS: usize = 400;
/// The weight at which a list before a colon is one of addressees.
const ENOUGH: i32 = 2;
/// One member of it has at most this many.
const MEMBER_CHARS: usize = 60;
/// Characters that the names of those a letter may be addressed to end with.
const ENDINGS: &str = "府会委组部厅局办室处署院队站所心司团行校学社联协台馆段厂场矿库园关门位业构级系区县市省州盟旗镇乡村道师生工员友长士志属面体人们居";
/// The endings that make a name alone, without 各 before it, an addressee.
const ORGAN_ENDINGS: &str = "府会委部厅局办署院司行校学心团";
static CLASS_OPENERS: WordList = WordList::of(LETTER, "class openers");
static TASK_LABELS: WordList = WordList::of(LETTER, "task labels");
static LABELS: WordList = WordList::of(LETTER, "labels");

/// The bytes, up to its colon, of the list of addressees that `text` opens
/// with. `titled` where a title stands before it; `below` is the next line.
pub(super) fn addressees_len(text: &str, titled: bool, below: &str) -> Option<usize> {
    let limit = text.char_indices().nth(LIST_CHARS).map_or(text.len(), |(at, _)| at);
    let len = text[..limit].find(['：', '。', '！', '？', '\t', '\n'])?;
    let list = &text[..len];
    let rest = text[len..].strip_prefix('：')?;
    let sound = list.chars().count() > 1
        && marker_at(text).is_none()
        && !is_page_line(text)
        && !is_note(text)
        && copy_label(text).is_none()
        && attachment_label(text).is_none()
        && !is_lead_in(list)
        && topic_at(list).is_none()
        && !TASK_LABELS.contains(list)
        && !list.contains(['《', '“', '〔'])
        && (!list.contains('；') || members(list).all(is_addressee));
    (sound && weight(list, titled, rest, below) >= ENOUGH).then_some(len)
}

/// What speaks for a list before a colon, and against it.
fn weight(list: &str, titled: bool, rest: &str, below: &str) -> i32 {
    let class = members(list).any(|member| CLASS_OPENERS.opens(member));
    let organs = members(list).all(|member| member.chars().count() > 2 && ends_with(member, ORGAN_ENDINGS));
    let addressed = members(list).all(is_addressee);
    let several = members(list).nth(1).is_some();
    let opening = opens_letter(if rest.is_empty() { below } else { rest });
    [
        (class, 2),
        (organs, 2),
        (addressed && !organs && (class || several), 1),
        (!addressed, -1),
        (titled, 1),
        (opening, 2),
        (!rest.is_empty() && !opening && !several, -2),
    ]
    .into_iter()
    .map(|(holds, weight)| if holds { weight } else { 0 })
    .sum()
}

/// Whether a line lists addressees and lacks its colon.
pub(super) fn is_unmarked_list(text: &str) -> bool {
    let general = text.starts_with('各') || text.contains("，各") || text.contains("、各");
    text.chars().take(4).count() > 3 && general && !is_lead_in(text) && is_list(text) && addresses(text)
}

/// Whether `text` is a list of units, such as goes on with those who get a copy.
pub(super) fn is_list(text: &str) -> bool {
    let marks = ['：', '。', '；', '！', '？', '\t', '\n', '《', '“'];
    !text.is_empty() && !text.contains(marks) && marker_at(text).is_none() && members(text).all(is_addressee)
}

/// The bytes of 主送：.
pub(super) fn label_len(text: &str) -> usize {
    LABELS.opening(text).next().map_or(0, str::len)
}

/// Cut at marks outside of brackets.
fn members(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    list.split(move |c| {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(c, '，' | '、' | '；')
    })
    .filter(|member| !member.is_empty())
}

/// Whether every member is a unit, or the list as a whole addresses a class.
fn addresses(list: &str) -> bool {
    let class = CLASS_OPENERS.opens(list);
    members(list).all(|member| {
        let named = ends_with(member, ORGAN_ENDINGS) && member.chars().count() > 2;
        is_addressee(member) && (class || named)
    })
}

fn is_addressee(member: &str) -> bool {
    member.chars().count() <= MEMBER_CHARS && ends_with(member, ENDINGS)
}

fn ends_with(member: &str, endings: &str) -> bool {
    core_of(member).ends_with(|c| endings.contains(c))
}

fn core_of(member: &str) -> &str {
    match member.rfind('（') {
        Some(open) if member.ends_with('）') => &member[..open],
        _ => member,
    }
}

#[cfg(test)]
mod tests {
    use super::{addressees_len, is_unmarked_list};

    #[test]
    fn lists() {
        for (text, strict, loose) in [
            ("各镇人民政府，县安委会各成员单位：", true, true),
            ("各县（市、区）人民政府，市人民政府各委、办、局：", true, true),
            ("各学院、各部门：为做好工作，", true, true),
            ("各分公司、各部室：", true, true),
            ("各位老师、同学们：", true, true),
            ("全体教职工：", true, true),
            ("县财政局：", true, true),
            ("各镇人民政府；县直各单位：", true, true),
            ("各镇要压实责任；联系人：", false, false),
            ("各有关高校，厅机关各处室（单位）：", true, true),
            ("现将有关事项通知如下：", false, false),
            ("为做好工作，现就有关要求通知如下：", false, false),
            ("责任单位：县应急局", false, false),
            ("一、各镇人民政府：", false, false),
            ("附件：任务分工", false, false),
            ("联系人：张某", false, false),
            ("抄送：县委办公室", false, false),
            ("各镇人民政府。", false, false),
            ("活动时间：5月", false, false),
            ("煤矿：严格落实", false, false),
            ("县财政局：负责拨付", false, false),
            ("参会人员：", false, false),
            ("农业部并国家计委、财政部：你们的请示收悉。", true, true),
            ("", false, false),
        ] {
            let found = (addressees_len(text, false, "").is_some(), addressees_len(text, true, "").is_some());
            assert_eq!(found, (strict, loose), "{text}");
        }
    }

    #[test]
    fn opening_below() {
        let below = "为做好工作，现通知如下：";
        for (text, expected) in [("广大市民朋友：", true), ("各有关方面：", true), ("会议主题：", false)]
        {
            assert_eq!(addressees_len(text, true, below).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn lists_without_a_colon() {
        for (text, expected) in [
            ("各镇人民政府，县直各单位", true),
            ("各学院、各部门", true),
            ("各单位要加强领导，压实责任", false),
            ("总体要求", false),
            ("各项工作", false),
        ] {
            assert_eq!(is_unmarked_list(text), expected, "{text}");
        }
    }
}
