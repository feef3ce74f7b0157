//! What a cell looks like, whatever its column is called.

use crate::lexicon::class::Classes;
use crate::lexicon::heading::ColumnKind;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::list::{TABLE, WordList};
use crate::lexicon::numeral::is_numeral_char;
use crate::mention::time::is_time;
use crate::mention::unit::tail_of;
use crate::source::Source;
use crate::span::TextRange;

/// What the words of a cell look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing.
    Empty,
    /// 1, 一, （一）.
    Number,
    /// A list of units, with or without what they do.
    Units,
    /// 6月底前, 长期坚持.
    Time,
    /// 120, 81.7%, 0000-1234567: nothing in Chinese.
    Figure,
    /// A phrase.
    Phrase,
    /// A sentence or more.
    Text,
}

/// A number takes at most this many characters, brackets and all.
const NUMBER_CHARS: usize = 6;
/// A phrase has at most this many.
const PHRASE_CHARS: usize = 18;
/// A time has at most this many.
const TIME_CHARS: usize = 26;
/// What a unit does is said in at most so many,
const DUTY_CHARS: usize = 6;
/// or how it does it.
const MANNER_CHARS: usize = 16;
/// A list of units has at most this many.
const UNITS_CHARS: usize = 400;
static DUTIES: WordList = WordList::of(TABLE, "duties");
static VERBS: WordList = WordList::of(TABLE, "verbs");
static TIMES: WordList = WordList::of(TABLE, "times");

/// What `text`, a whole cell, looks like.
pub(super) fn look(text: &str) -> Look {
    let stopped = text.ends_with('。');
    let text = text.trim_end_matches(['。', '；']);
    let chars = text.chars().take(UNITS_CHARS + 1).count();
    if chars == 0 {
        Look::Empty
    } else if is_number(text, chars) {
        Look::Number
    } else if says_when(text, chars) {
        Look::Time
    } else if !text.contains(is_han) {
        Look::Figure
    } else if names_units(text, chars) {
        Look::Units
    } else if chars <= PHRASE_CHARS && !stopped && !text.contains(['，', '。', '；']) {
        Look::Phrase
    } else {
        Look::Text
    }
}

/// What a cell looks like by its first paragraph.
pub(super) fn look_of(source: &Source, cell: &[TextRange]) -> Look {
    cell.first().map_or(Look::Empty, |part| look(source.slice(*part)))
}

fn is_number(text: &str, chars: usize) -> bool {
    let core = text.trim_matches(['（', '）', '.', '、', '第', '项']);
    let digits = core.chars().all(|c| c.is_ascii_digit() || is_numeral_char(c) || c == '.' || c == '-');
    let single = chars == 1 && text.starts_with(|c| matches!(c, '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩'));
    chars <= NUMBER_CHARS && !core.is_empty() && digits || single
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// A date or a period, or words without figures that say when: 长期坚持.
fn says_when(text: &str, chars: usize) -> bool {
    let loose = || chars <= PHRASE_CHARS && TIMES.opens(text) && tail_of(text).is_none();
    chars <= TIME_CHARS && !text.contains('。') && (is_time(text) || loose())
}

/// Whether most members of the list are units, with or without what they do.
fn names_units(text: &str, chars: usize) -> bool {
    if chars > UNITS_CHARS || text.contains('。') || VERBS.opens(text) {
        return false;
    }
    let (mut members, mut units, mut acting, mut last) = (0, 0, 0, false);
    for member in members_of(text) {
        last = is_unit(without_duty(member));
        let acts = !last && opens_with_unit(member);
        members += 1;
        units += usize::from(last);
        acting += usize::from(acts);
        last |= acts;
    }
    last && units > 0 && (units + acting) * 3 >= members * 2 && (units + acting) * 30 >= chars
}

/// 各州市政府分头推进, 有关部门按照职责分工负责: a unit and what it does.
fn opens_with_unit(member: &str) -> bool {
    let ends = member.char_indices().rev().map(|(at, _)| at).filter(|at| *at > 0).zip(1..).take(MANNER_CHARS);
    let mut acting = ends.filter(|(end, chars)| *chars <= DUTY_CHARS || tells_manner(&member[*end..]));
    acting.any(|(end, _)| is_unit(&member[..end]))
}

/// 按照职责分工负责, 共同配合
fn tells_manner(text: &str) -> bool {
    let manners = Classes::DUTY.with(Classes::ADVERB).with(Classes::PREPOSITION);
    lexemes_at(text).any(|(_, classes)| classes.has(manners))
}

/// 8处 counts places, it is no unit.
fn is_unit(name: &str) -> bool {
    let before = |tail: &str| name.rfind(tail).map_or("", |at| &name[..at]);
    let counted = |tail: &str| before(tail).ends_with(|c: char| c.is_ascii_digit());
    tail_of(name).is_some_and(|tail| !counted(tail.word))
}

/// Cut at marks outside of brackets.
fn members_of(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    text.split(move |c| {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            _ => {}
        }
        depth == 0 && matches!(c, '、' | '，' | '；' | '：' | '/' | '\u{b}')
    })
    .filter(|member| !member.is_empty())
}

/// 县应急局等部门分工负责 → 县应急局等部门
fn without_duty(member: &str) -> &str {
    let mut rest = match member.find('（') {
        Some(open) if member.ends_with('）') && open > 0 && tail_of(member).is_none() => &member[..open],
        _ => member,
    };
    while let Some(shorter) = DUTIES.before(rest) {
        rest = shorter;
    }
    rest
}

/// How well a cell of this look fits a column.
pub(super) fn fit(kind: ColumnKind, look: Look) -> i32 {
    use ColumnKind::{Chapter, Content, Deadline, Lead, Number, Other, Responsible, Supervise, Support, Task};
    match (kind, look) {
        (_, Look::Empty) => 0,
        (Number, Look::Number) => 40,
        (Number, Look::Phrase) => -10,
        (Number, _) => -40,
        (Chapter, Look::Phrase) => 20,
        (Chapter, Look::Number) => 5,
        (Chapter, Look::Text) => -10,
        (Chapter, _) => -20,
        (Task, Look::Phrase) => 25,
        (Task, Look::Text) => 20,
        (Content, Look::Phrase) => 15,
        (Content, Look::Text) => 30,
        (Task | Content, Look::Units) => -10,
        (Task | Content, _) => -20,
        // Of several columns of units the first is filled first.
        (Lead | Responsible, Look::Units) => 31,
        (Support | Supervise, Look::Units) => 30,
        (Lead | Responsible | Support | Supervise, Look::Phrase) => 0,
        (Lead | Responsible | Support | Supervise, Look::Text) => -20,
        (Lead | Responsible | Support | Supervise, _) => -40,
        (Deadline, Look::Time) => 30,
        (Deadline, Look::Phrase) => 5,
        (Deadline, Look::Number | Look::Figure) => 0,
        (Deadline, Look::Text) => -10,
        (Deadline, Look::Units) => -40,
        (Other, Look::Units | Look::Time) => 0,
        (Other, _) => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::{Look::*, look};

    #[test]
    fn looks() {
        for (text, expected) in [
            ("", Empty),
            ("1", Number),
            ("十二", Number),
            ("（一）", Number),
            ("①", Number),
            ("2024年6月底前", Time),
            ("6月底", Time),
            ("12月31日前完成", Time),
            ("长期坚持", Time),
            ("2024-06-30", Time),
            ("81.7%", Figure),
            ("0000-1234567", Figure),
            ("每季度末", Time),
            ("县应急局", Units),
            ("办公室〔4〕", Units),
            ("口袋公园8处（新建）", Phrase),
            ("县应急局、县公安局等部门分工负责", Units),
            ("区城市管理局牵头，各街道办事处落实", Units),
            ("负有安全监管职责的部门督促企业落实", Units),
            ("各县（市、区）人民政府（下同，不再列出）", Units),
            ("各街道办事处、公安麓湖分局", Units),
            ("煤矿、非煤矿山安全专业委员会办公室牵头负责", Units),
            ("整治占道经营", Phrase),
            ("培育龙头企业", Phrase),
            ("新建绿道5公里。", Text),
            ("口袋公园8处", Phrase),
            ("对学校、医院、农贸市场开展整治，引导摊贩经营。", Text),
            ("提升安全意识", Phrase),
            ("新建公厕6座、改造18座，增设无障碍设施和第三卫生间。", Text),
            ("6月底前完成县城主要街道的路灯改造任务，亮灯率达到98%。", Text),
            ("建设口袋公园8处，由县住建局、县园林中心负责建设，年内全部向市民开放，建成后由各街道管护", Text),
        ] {
            assert_eq!(look(text), expected, "{text}");
        }
    }
}
