//! What the columns of a division of labour are called.

use super::class::Classes;
use super::lexemes::lexemes_at;
use super::marker::marker_at;
use crate::lexicon::list::{TABLE, WordList};
use std::borrow::Cow;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColumnKind {
    /// 序号.
    Number,
    /// 类别: the chapter that tasks belong to.
    Chapter,
    /// 任务, 事项.
    Task,
    /// 主要内容, 工作措施.
    Content,
    /// 牵头单位.
    Lead,
    /// 责任单位.
    Responsible,
    /// 配合单位.
    Support,
    /// 督导单位.
    Supervise,
    /// 完成时限.
    Deadline,
    /// Anything else.
    Other,
}

use ColumnKind::{Chapter, Content, Deadline, Lead, Number, Other, Responsible, Supervise, Support, Task};

/// A heading has at most this many characters, without brackets.
const HEADING_CHARS: usize = 12;
/// Headings that are read as a whole.
const HEADINGS: &[(&str, ColumnKind)] = &[
    ("序号", Number),
    ("编号", Number),
    ("序", Number),
    ("项号", Number),
    ("类别", Chapter),
    ("分类", Chapter),
    ("类型", Chapter),
    ("领域", Chapter),
    ("板块", Chapter),
    ("方面", Chapter),
    ("专项", Chapter),
    ("任务", Task),
    ("事项", Task),
    ("项目", Task),
    ("名称", Task),
    ("项目名称", Task),
    ("任务名称", Task),
    ("目标", Task),
    ("重点工作", Task),
    ("存在问题", Task),
    ("问题", Task),
    ("内容", Content),
    ("措施", Content),
    ("举措", Content),
    ("要求", Content),
    ("任务内容", Content),
    ("任务措施", Content),
    ("具体工作", Content),
    ("单位", Responsible),
    ("部门", Responsible),
    ("任务分工", Responsible),
    ("责任分工", Responsible),
    ("分工", Responsible),
    ("责任主体", Responsible),
    ("实施主体", Responsible),
    ("主管部门", Lead),
    ("时限", Deadline),
    ("时间", Deadline),
    ("节点", Deadline),
    ("备注", Other),
    ("姓名", Other),
    ("职务", Other),
    ("电话", Other),
    ("联系电话", Other),
    ("数量", Other),
    ("金额", Other),
    ("合计", Other),
    ("进展情况", Other),
    ("完成情况", Other),
];
/// Words before 单位 that say what its units do and are no duty of a sentence.
const DUTY_NOUNS: &[(&str, ColumnKind)] = &[("组织", Lead), ("责任", Responsible), ("分工", Responsible)];
pub(super) static UNIT_WORDS: WordList = WordList::of(TABLE, "unit words");
/// Opens the name of a class: 各相关责任单位.
pub(super) const CLASS_HEADS: [char; 5] = ['各', '其', '有', '相', '负'];
/// What other headings end with.
const ENDINGS: &[(&str, ColumnKind)] = &[
    ("序号", Number),
    ("编号", Number),
    ("类别", Chapter),
    ("领域", Chapter),
    ("板块", Chapter),
    ("任务", Task),
    ("事项", Task),
    ("项目", Task),
    ("问题", Task),
    ("目标", Content),
    ("措施", Content),
    ("内容", Content),
    ("举措", Content),
    ("要求", Content),
    ("标准", Content),
    ("时限", Deadline),
    ("时间", Deadline),
    ("期限", Deadline),
    ("节点", Deadline),
    ("日期", Deadline),
    ("责任人", Other),
    ("联系人", Other),
    ("领导", Other),
    ("负责人", Other),
    ("进度", Deadline),
];

/// What a column with this heading (of the cleaned view) holds; `None` if the
/// words are no heading.
///
/// ```
/// use notice_analyzer::lexicon::heading::{ColumnKind, heading_kind};
/// assert_eq!(heading_kind("牵头单位（责任人）"), Some(ColumnKind::Lead));
/// assert_eq!(heading_kind("重点工作任务"), Some(ColumnKind::Task));
/// assert_eq!(heading_kind("县应急局"), None);
/// ```
pub fn heading_kind(words: &str) -> Option<ColumnKind> {
    if words.len() > 3 * 3 * HEADING_CHARS || words.contains(['，', '。', '；', '：']) || marker_at(words).is_some()
    {
        return None;
    }
    let core = without_brackets(words);
    let core = without_year(&core);
    let chars = core.chars().count();
    if chars == 0 || chars > HEADING_CHARS || core.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    single(core).or_else(|| joint(core))
}

static ENDERS: WordList = WordList::of(TABLE, "enders");

/// Whether a line that opens with `words` stands behind a table.
pub fn ends_table(words: &str) -> bool {
    ENDERS.opens(words)
}

pub(super) fn without_brackets(words: &str) -> Cow<'_, str> {
    // Most headings have none.
    if !words.contains('（') {
        return Cow::Borrowed(words);
    }
    let mut depth = 0;
    let kept = words.chars().filter(|c| {
        depth += i32::from(*c == '（');
        let outside = depth <= 0;
        depth -= i32::from(*c == '）');
        outside
    });
    Cow::Owned(kept.collect())
}

/// 2024年重点任务, 年度任务
pub(super) fn without_year(core: &str) -> &str {
    let rest = core.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == core.len() { core } else { rest.trim_start_matches(['年', '度']) }
}

fn single(core: &str) -> Option<ColumnKind> {
    let whole = HEADINGS.iter().find(|(word, _)| *word == core).map(|(_, kind)| *kind);
    whole.or_else(|| duty(core)).or_else(|| wanted_time(core)).or_else(|| ending(core))
}

/// 时限要求, 完成时间安排: a time all the same.
fn wanted_time(core: &str) -> Option<ColumnKind> {
    let stem = ["要求", "安排"].iter().find_map(|word| core.strip_suffix(word))?;
    ending(stem).filter(|kind| *kind == Deadline)
}

/// 责任单位及责任人, 牵头、配合单位: one column for two things. If both are
/// units, its cells say who does what.
fn joint(core: &str) -> Option<ColumnKind> {
    let parts: Vec<&str> = core.split(['和', '及', '、', '/']).filter(|part| !part.is_empty()).collect();
    let kinds: Vec<ColumnKind> = parts.iter().filter_map(|part| single(part)).collect();
    let mut units = kinds.iter().copied().filter(|kind| kind.names_units());
    match units.next() {
        Some(kind) => Some(if units.any(|other| other != kind) { Responsible } else { kind }),
        None => kinds.first().copied().filter(|_| kinds.len() == parts.len()),
    }
}

fn duty(core: &str) -> Option<ColumnKind> {
    let units = UNIT_WORDS.before(core)?;
    let duties = duties(units);
    let (first, last) = (duties.first()?, duties.last()?);
    // A longer phrase that neither opens nor ends with a duty is the name of a class.
    let told = first.0 == 0 || last.1 == units.len() && !units.starts_with(CLASS_HEADS);
    let mut clear = duties.iter().map(|duty| duty.2).filter(|kind| *kind != Responsible);
    let kind = clear.next().unwrap_or(Responsible);
    let several = clear.any(|other| other != kind);
    (told || units.chars().count() <= 4).then_some(if several { Responsible } else { kind })
}

/// What the units of a column do whose heading opens with a duty: 责任县区.
pub fn duty_of(heading: &str) -> Option<ColumnKind> {
    duty_at(heading).map(|(_, kind)| kind)
}

/// The duties that a heading names, each with its place.
fn duties(units: &str) -> Vec<(usize, usize, ColumnKind)> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, _) in units.char_indices() {
        if at >= end
            && let Some((len, kind)) = duty_at(&units[at..])
        {
            end = at + len;
            found.push((at, end, kind));
        }
    }
    found
}

fn duty_at(text: &str) -> Option<(usize, ColumnKind)> {
    let noun = DUTY_NOUNS.iter().find(|(word, _)| text.starts_with(word)).map(|(word, kind)| (word.len(), *kind));
    let verbs = lexemes_at(text).filter_map(|(word, classes)| Some((word.len(), kind_of(classes)?)));
    noun.or_else(|| verbs.max_by_key(|(len, _)| *len))
}

fn kind_of(duty: Classes) -> Option<ColumnKind> {
    let kinds = [
        (Classes::LEAD, Lead),
        (Classes::SUPPORT.with(Classes::JOIN), Support),
        (Classes::SUPERVISE, Supervise),
        (Classes::RESPONSIBLE, Responsible),
    ];
    kinds.into_iter().find(|(class, _)| duty.has(*class)).map(|(_, kind)| kind)
}

fn ending(core: &str) -> Option<ColumnKind> {
    if core.contains(['和', '及', '、', '/']) {
        return None;
    }
    ENDINGS.iter().find(|(word, _)| core.ends_with(word)).map(|(_, kind)| *kind)
}

impl ColumnKind {
    /// Whether its cells name units.
    pub fn names_units(self) -> bool {
        matches!(self, Lead | Responsible | Support | Supervise)
    }

    /// Whether its cells say what is to be done.
    pub fn says_tasks(self) -> bool {
        matches!(self, Task | Content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        for (words, expected) in [
            ("序号", Some(Number)),
            ("任务", Some(Task)),
            ("重点任务", Some(Task)),
            ("主要内容", Some(Content)),
            ("工作措施", Some(Content)),
            ("责任单位", Some(Responsible)),
            ("责任部门", Some(Responsible)),
            ("牵头单位", Some(Lead)),
            ("牵头责任单位", Some(Lead)),
            ("主办单位", Some(Lead)),
            ("承办单位", Some(Responsible)),
            ("配合单位", Some(Support)),
            ("配合责任单位", Some(Support)),
            ("牵头及配合单位", Some(Responsible)),
            ("督导单位", Some(Supervise)),
            ("责任单位（第一个为牵头单位）", Some(Responsible)),
            ("完成时限", Some(Deadline)),
            ("计划完成时间", Some(Deadline)),
            ("责任单位及责任人", Some(Responsible)),
            ("责任单位（部门）和联系人", Some(Responsible)),
            ("牵头、配合单位", Some(Responsible)),
            ("参与单位", Some(Support)),
            ("负责部门", Some(Responsible)),
            ("2024年重点任务", Some(Task)),
            ("任务及措施", Some(Task)),
            ("时间要求", Some(Deadline)),
            ("责任人", Some(Other)),
            ("县责任领导", Some(Other)),
            ("备注", Some(Other)),
            ("县应急局", None),
            ("一、任务", None),
            ("市安委会成员单位", None),
            ("各有关单位", None),
            ("2024年6月", None),
            ("市教育局内牵头处室", Some(Lead)),
            ("各相关责任单位", None),
            ("负有安全监管职责的部门", None),
            ("开展排查，落实责任", None),
            ("青岭县人民政府", None),
            ("", None),
        ] {
            assert_eq!(heading_kind(words), expected, "{words}");
        }
    }
}
