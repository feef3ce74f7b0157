//! Labels of responsibility: 牵头单位：, 市级责任部门：, 完成时限：.
//!
//! Offices build them freely, so they are read by their parts: a noun, and
//! before it the duties and the levels that qualify it.

use crate::analysis::Role;
use crate::lexicon::duty::duty_before;
use crate::lexicon::list::{HEADING, WordList};
use crate::mention::unit::tail_of;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// Units in this role.
    Units(Role),
    /// A time.
    Time,
    /// Something that is no unit: 责任人, 联系电话.
    Other,
}

/// A label with its colon is at most this long.
const LABEL_CHARS: usize = 28;

static UNIT_NOUNS: WordList = WordList::of(HEADING, "unit nouns");
static TIME_NOUNS: WordList = WordList::of(HEADING, "time nouns");
static TIMED_NOUNS: WordList = WordList::of(HEADING, "timed nouns");
static PEOPLE_NOUNS: WordList = WordList::of(HEADING, "people nouns");

static UNIT_FILLERS: WordList = WordList::of(HEADING, "unit fillers");
static TIME_FILLERS: WordList = WordList::of(HEADING, "time fillers");
static PEOPLE_FILLERS: WordList = WordList::of(HEADING, "people fillers");

/// The label that `text` opens with (behind it a colon), and its bytes with the
/// colon.
pub fn label_at(text: &str) -> Option<(Label, usize)> {
    let (colon, mark) = text.char_indices().take(LABEL_CHARS).find(|(_, c)| matches!(c, '：' | '。' | '，'))?;
    let end = colon + mark.len_utf8();
    let (label, start) = label_between(&text[..colon], &text[end..]).filter(|_| mark == '：')?;
    (start == 0).then_some((label, end))
}

/// The label that `text` ends with, and where it starts, given what stands behind
/// its colon: 责任科所：县应急局 announces units whatever the noun is.
pub fn label_between(text: &str, behind: &str) -> Option<(Label, usize)> {
    label_before(text).or_else(|| units_by_value(text, behind))
}

/// A duty, a noun of two characters that no list knows, and a unit behind the colon.
fn units_by_value(text: &str, behind: &str) -> Option<(Label, usize)> {
    const NAME_CHARS: usize = 20;
    let head = without_second(without_note(text));
    let (noun, _) = head.char_indices().rev().nth(1)?;
    let (before, role) = duty_before(&head[..noun])?;
    let end = behind.find(['、', '，', '；', '。', '（', '）', '\n']).unwrap_or(behind.len());
    let name = behind[..end].trim();
    let fits = name.chars().nth(NAME_CHARS).is_none() && tail_of(name).is_some();
    (fits && PEOPLE_NOUNS.iter().all(|people| !head.ends_with(people))).then_some((Label::Units(role), before.len()))
}

/// The label that `text` ends with (its colon follows), and where it starts.
pub fn label_before(text: &str) -> Option<(Label, usize)> {
    let head = without_second(without_note(text));
    units_before(head).or_else(|| time_before(head)).or_else(|| people_before(head))
}

/// 责任单位（科室）: what a note in brackets adds.
fn without_note(text: &str) -> &str {
    text.strip_suffix('）').and_then(|inner| inner.rfind('（')).map_or(text, |open| &text[..open])
}

/// 责任单位及完成时限: the label of a line that also says when.
fn without_second(text: &str) -> &str {
    let timed = ["完成时限", "完成时间", "时限"].iter().find_map(|noun| text.strip_suffix(noun));
    timed.and_then(|head| ["及", "和", "、", "与"].iter().find_map(|joint| head.strip_suffix(joint))).unwrap_or(text)
}

fn units_before(text: &str) -> Option<(Label, usize)> {
    let mut head = UNIT_NOUNS.before(text)?;
    let mut roles: Vec<Role> = Vec::new();
    loop {
        if let Some((rest, role)) = duty_before(head) {
            roles.push(role);
            head = rest;
        } else if let Some(rest) = UNIT_FILLERS.before(head).filter(|_| !roles.is_empty()) {
            head = rest;
        } else {
            break;
        }
    }
    (!roles.is_empty()).then(|| (Label::Units(said(&roles)), head.len()))
}

/// The role that several duties say together: 牵头责任单位 leads. Of 牵头及配合单位 the
/// names behind say who does what.
fn said(roles: &[Role]) -> Role {
    let mut clear = roles.iter().copied().filter(|role| *role != Role::Responsible);
    match clear.next() {
        Some(first) if clear.all(|role| role == first) => first,
        _ => Role::Responsible,
    }
}

fn time_before(text: &str) -> Option<(Label, usize)> {
    if let Some(head) = TIME_NOUNS.before(text) {
        return Some((Label::Time, all_fillers_before(head, &TIME_FILLERS)));
    }
    let head = TIMED_NOUNS.before(text)?;
    let start = all_fillers_before(head, &TIME_FILLERS);
    (start < head.len()).then_some((Label::Time, start))
}

fn people_before(text: &str) -> Option<(Label, usize)> {
    let head = PEOPLE_NOUNS.before(text)?;
    let start = all_fillers_before(head, &PEOPLE_FILLERS);
    (start < head.len()).then_some((Label::Other, start))
}

fn all_fillers_before(mut text: &str, fillers: &'static WordList) -> usize {
    while let Some(rest) = fillers.before(text) {
        text = rest;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Label, label_at, label_before};
    use crate::analysis::Role::{Lead, Responsible, Supervise, Support};

    #[test]
    fn labels() {
        for (text, expected) in [
            ("责任单位：县应急局", Some(Label::Units(Responsible))),
            ("牵头责任单位：县应急局", Some(Label::Units(Lead))),
            ("协同责任单位：县应急局", Some(Label::Units(Support))),
            ("市级牵头部门：市应急局", Some(Label::Units(Lead))),
            ("牵头及配合单位：县应急局", Some(Label::Units(Responsible))),
            ("责任单位（科室）：办公室", Some(Label::Units(Responsible))),
            ("责任单位及完成时限：县应急局", Some(Label::Units(Responsible))),
            ("督导单位：县应急局", Some(Label::Units(Supervise))),
            ("计划完成时间：6月底", Some(Label::Time)),
            ("时限：6月底", Some(Label::Time)),
            ("牵头负责领导：张三", Some(Label::Other)),
            ("联系人：李四", Some(Label::Other)),
            ("单位：万元", None),
            ("时间：5月12日", None),
            ("责任科所：县应急局、县水利局", Some(Label::Units(Responsible))),
            ("牵头股队：执法队。", Some(Label::Units(Lead))),
            ("责任内容：落实制度", None),
            ("责任领导：张三", Some(Label::Other)),
            ("各责任单位：", None),
            ("验收单位：县审计局", None),
            ("责任单位要抓好落实", None),
            ("压实责任，责任单位：县应急局", None),
        ] {
            assert_eq!(label_at(text).map(|(label, _)| label), expected, "{text}");
        }
    }

    #[test]
    fn labels_within() {
        assert_eq!(label_before("县财政局配合单位"), Some((Label::Units(Support), "县财政局".len())));
        assert_eq!(label_before("县财政局"), None);
    }
}
