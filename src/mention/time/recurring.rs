//! What comes round again: 每季度, 每年2月底前, 逐月, 按季度, 一年一次, 全年至少
//! 两次, and the members of systems (日调度、周通报).

use super::calendar::{day_of, length};
use super::count;
use super::cue::Cue;
use super::label::{Label, label};
use super::pattern::{GRAMMAR, Mark};
use super::period::{Period, Unit};
use super::place::{Place, Reading, acts, opens_with_order, opens_with_verb};
use super::token::tokens;
use super::value::Time;
use crate::lexicon::modal::find_modal;
use crate::mention::cursor::{Cursor, is_number_char};
use crate::span::TextRange;

/// Once a year.
pub(super) const YEAR: Period = Period { n: 1, unit: Unit::Year };
/// A working shift, of which a day has three.
const SHIFT: Period = Period { n: 8, unit: Unit::Hour };

/// Characters that the name of a measure has at most, before what is said of it.
const MEASURE_CHARS: usize = 15;
/// The same as the object of a verb: 落实每日供气量.
const OBJECT_CHARS: usize = 9;

/// 每…, and 按月 behind a date.
pub(super) fn every(place: Place, marks: &[Mark]) -> Option<Reading> {
    let said = marks.iter().find(|mark| mark.slot == "count").and_then(|mark| u32::try_from(mark.value).ok());
    let silent = is_rate(place)
        || is_reckoned(place)
        || is_history(place)
        || place.is_allowed()
        || may(place.clause_before())
        || names_series(place)
        || is_gloss(place)
        || Cue::Namings.opens(place.after())
        || is_of_condition(place);
    if said.is_none() && silent {
        return Some(Reading::Lookalike(place.range.end));
    }
    let count = said.or_else(|| count::after(place.context, place.range.end));
    Some(Reading::Time(Time { count, ..Time::recurring(place.range, length(marks)?) }))
}

/// 救助金额=人数×每月标准: part of a formula.
fn is_reckoned(place: Place) -> bool {
    place.clause_before().contains(['×', '÷', '＝', '=']) || place.clause_after().contains('×')
}

/// 自70年代以来，我局每年都…: what has been done.
fn is_history(place: Place) -> bool {
    place.before().strip_suffix(place.clause_before()).is_some_and(|before| before.ends_with("以来，"))
}

/// “每周说楼市”系列活动: a name.
fn names_series(place: Place) -> bool {
    let named = place.before().ends_with('“').then(|| place.after().split_once('”')).flatten();
    named.is_some_and(|(_, behind)| Cue::Series.opens(behind.trim_start_matches('等')))
}

/// 自然年度（即每年1月1日至12月31日）, 分配至每月: what a period is, or how small.
fn is_gloss(place: Place) -> bool {
    let parted = ["分配至", "分配到", "分解至", "分解到"].iter().any(|word| place.clause_before().contains(word));
    place.before().ends_with(['即', '至', '到']) || parted && place.before().ends_with('、')
}

/// Whether a clause opens with what somebody may do: 职工可提取住房公积金用于….
fn may(clause: &str) -> bool {
    const SUBJECT_CHARS: usize = 8;
    clause.char_indices().take(SUBJECT_CHARS).skip(1).find(|(_, c)| *c == '可').is_some_and(|(at, c)| {
        let deed = clause[at + c.len_utf8()..].trim_start_matches('以');
        !clause[..at].ends_with(['许', '认', '不']) && opens_with_verb(deed) && find_modal(deed).is_none()
    })
}

/// Whether marks say a day of each year: 每年2月底前.
pub(super) fn is_dated_yearly(marks: &[Mark]) -> bool {
    length(marks) == Some(YEAR) && marks.iter().any(|mark| mark.slot == "month")
}

/// Whether 每… only sets a rate or a limit: 每月500元, 每人每年只享受一次.
fn is_rate(place: Place) -> bool {
    let after = place.clause_after();
    let paid_to_each = place.before().ends_with("每人") && after.contains('元');
    if Cue::Limits.opens(after) || Cue::Rates.opens(after) || place.before().ends_with("平均") || paid_to_each {
        return true;
    }
    let mut rest = after;
    while let Some(base) = Cue::RateBases.opening(rest) {
        rest = &rest[base.len()..];
    }
    // 每年发放20万元: what each gets; 每年发放不少于20万元的消费券 is owed.
    let paid = || after.strip_prefix("发放").is_some_and(starts_with_sum);
    starts_with_sum(rest) || paid() || gives_sum(after) || names_measure(place)
}

/// Whether 每… only describes what is measured: 每年净流量率不低于2%, 落实每日
/// 供气量.
fn names_measure(place: Place) -> bool {
    let clause = place.clause_after();
    let said = |at: &usize| Cue::Predicates.opens(&clause[*at..]) && Cue::Measures.ends(&clause[..*at]);
    let predicate = clause.char_indices().map(|(at, _)| at).find(said).or_else(|| Cue::Predicates.first_in(clause));
    let name = &clause[..predicate.unwrap_or(clause.len())];
    let free = place.opens_clause() || Cue::Modals.ends(place.before());
    let most = if predicate.is_some() { MEASURE_CHARS } else { OBJECT_CHARS };
    let fits = name.chars().count() <= most && !name.starts_with(['由', '对', '向']);
    // 每月上门次数不低于4次: how often.
    let frequency = ["次数", "频次"].iter().any(|times| name.ends_with(times)) && clause.ends_with('次');
    fits && !frequency && (predicate.is_some() || !free) && Cue::Measures.ends(name)
}

/// Whether 每… belongs to a condition: 对每月通行30次以上的; 每年度纳税100万元以上的.
fn is_of_condition(place: Place) -> bool {
    let counts = place.opens_clause() && place.clause_after().contains('元');
    (place.before().ends_with('对') || counts) && place.is_condition()
}

/// Whether a sum or a quantity that is paid or made in each period opens `text`.
fn starts_with_sum(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| is_number_char(c) || matches!(c, '.' | ','));
    unit.len() < text.len() && Cue::RateUnits.opens(unit.trim_start_matches(['余', '多']))
}

/// Whether a clause gives a sum of money: 按最高1.2万元给予补贴.
fn gives_sum(clause: &str) -> bool {
    let sums = clause
        .match_indices('元')
        .filter(|(at, _)| clause[..*at].trim_end_matches(['百', '千', '万', '亿']).ends_with(is_number_char));
    sums.count() > 0 && Cue::Giving.within(clause)
}

/// 每班至少检查3次: once a shift.
pub(super) fn shift(place: Place) -> Option<Reading> {
    if place.after().starts_with(['级', '次', '组', '人', '配', '不', '学']) {
        return None;
    }
    let count = count::after(place.context, place.range.end);
    let binds = count.is_some() || acts(place.clause_after());
    binds.then(|| Reading::Time(Time { count, ..Time::recurring(place.range, SHIFT) }.likely()))
}

/// 以年度为周期, 5年为一个评估周期: how often something comes round.
pub(super) fn periodic(place: Place, marks: &[Mark]) -> Option<Reading> {
    let period = length(marks)?;
    let binds = !place.after().starts_with('的');
    binds.then(|| Reading::Time(Time::recurring(place.range, period).likely()))
}

/// 逐月, 按季度.
pub(super) fn step(place: Place, marks: &[Mark]) -> Option<Reading> {
    let period = length(marks)?;
    let after = place.clause_after();
    // 采取分期或者逐月等方式: one of several ways.
    if place.is_allowed() || after.starts_with('等') {
        return Some(Reading::Lookalike(place.range.end));
    }
    let acts = opens_with_order(after);
    let binds = match (place.words().starts_with('逐'), period == YEAR) {
        (_, true) => acts && !Cue::Changes.opens(after),
        (true, false) => !Cue::Changes.opens(after),
        (false, false) => acts || after.is_empty() || Cue::StepFollowers.opens(after),
    };
    if !binds {
        return Some(Reading::Lookalike(place.range.end));
    }
    let count = count::after(place.context, place.range.end);
    Some(Reading::Time(Time { count, ..Time::recurring(place.range, period) }))
}

/// 全年: a period if it says how many times or how much at least, the end of
/// the year if something is to be reached by then.
pub(super) fn whole(place: Place, marks: &[Mark]) -> Option<Reading> {
    let after = place.clause_after();
    if Cue::Limits.opens(after) || Cue::RecordVerbs.within(after) || place.is_condition() {
        return None;
    }
    let count = count::after(place.context, place.range.end);
    if count.is_some() || ["至少", "不少于", "不低于"].iter().any(|word| after.contains(word)) {
        return Some(Reading::Time(Time { count, ..Time::recurring(place.range, length(marks)?) }));
    }
    let aims = Cue::Aims.ends(place.before());
    let measured = (acts(after) || aims) && after.contains(|c: char| c.is_ascii_digit());
    if label(place.before()) == Label::Due || Cue::Completions.opens(after) || measured {
        let stated = stated_year(place.before());
        let range = TextRange::new(place.range.start - stated.map_or(0, |_| YEAR_DIGITS), place.range.end);
        let end = stated.or(place.context.base.work_year).and_then(|year| day_of(year, 12, 31));
        return Some(Reading::Time(Time::by(range, end).likely()));
    }
    None
}

const YEAR_DIGITS: usize = 4;

/// 2022 before 全年.
fn stated_year(before: &str) -> Option<i16> {
    let at = before.len().checked_sub(YEAR_DIGITS).filter(|at| before.is_char_boundary(*at))?;
    let year = before[at..].parse().ok().filter(|year| (1949..=2099).contains(year));
    year.filter(|_| !before[..at].ends_with(is_number_char))
}

/// 一年一次, 半月一调度, 5年一周期, 一周三次.
pub(super) fn cycle(place: Place, marks: &[Mark]) -> Option<Reading> {
    if place.before().ends_with(['第', '上', '近', '前']) {
        return None;
    }
    let number = u32::try_from(marks.iter().find(|mark| mark.slot == "count")?.value).ok()?;
    let mut cursor = Cursor::new(place.after(), 0);
    cursor.eat_any(&["至少", "不少于", "不低于", "各"]);
    cursor.eat_any(&["进行", "开展", "召开", "组织", "举行", "举办"]);
    cursor.number()?;
    let counted = if number == 1 { Cue::Cycles } else { Cue::Repeats };
    if !(counted.opens(cursor.rest()) || number == 1 && opens_with_verb(cursor.rest())) {
        return None;
    }
    Some(Reading::Time(Time { count: Some(number), ..Time::recurring(place.range, length(marks)?) }))
}

/// 次月5日前: again and again, a month after something monthly.
pub(super) fn follow(place: Place) -> Option<Reading> {
    Some(Reading::Time(Time::recurring(place.range, Period { n: 1, unit: Unit::Month }).likely()))
}

/// A member of a system: “日调度、周通报、月排名”机制, 班组日查、车间周查. One
/// alone counts only where words say that a system is set up (实行月通报) or
/// that it is one (月调度制度).
pub(super) fn system(place: Place, marks: &[Mark]) -> Option<Reading> {
    let before = &place.context.text[..place.range.start];
    if Cue::NotASystemBefore.ends(before) || before.ends_with(is_number_char) {
        return None;
    }
    let period = length(marks)?;
    // 年度考核 alone is a name, 日报 may be a paper.
    let is_late = matches!(period, Period { n: 6, unit: Unit::Month }) || period == YEAR;
    let is_noun = place.words().ends_with('报') && place.words().chars().count() == 2 && !place.opens_clause();
    let set_up = Cue::Institutions.ends(before.trim_end_matches('“'));
    let named = has_fellow(place) || names_system(place);
    // 对绩效进行年度考核: held every year.
    let held = is_late && before.ends_with("进行");
    let opens = held || !is_late && !is_noun && (named || set_up);
    let binds = place.context.in_system(place.range.start) || opens;
    binds.then(|| Reading::Time(Time::recurring(shortest(place), period)))
}

/// The period alone, where it is a word of its own: 季度 of 季度通报; else with
/// what is done: 周通报.
fn shortest(place: Place) -> TextRange {
    let own = Cue::LongPeriods.opening(place.words());
    own.map_or(place.range, |period| TextRange::new(place.range.start, place.range.start + period.len()))
}

/// Whether the list goes on with another period (、车间周查), or with another
/// system (、零报告制度).
fn has_fellow(place: Place) -> bool {
    let mut cursor = Cursor::new(place.after(), 0);
    cursor.eat_any(&["制度", "制", "”"]);
    let joint = Cue::Joints.opening(cursor.rest()).unwrap_or("，");
    if !cursor.eat(joint) && !cursor.sees(&["“"]) {
        return false;
    }
    cursor.eat("“");
    let near: &str = cursor.rest().char_indices().nth(10).map_or(cursor.rest(), |(end, _)| &cursor.rest()[..end]);
    let same = near.split(['，', '。', '；', '\n']).next().unwrap_or_default();
    Cue::SystemNouns.within(same) || names_period(same)
}

/// Whether a period and what is done in it stand in `words`.
fn names_period(words: &str) -> bool {
    tokens(words).windows(2).any(|pair| GRAMMAR.rule("member-of-system", pair).is_some())
}

/// Whether 制度 or its like follows at once.
fn names_system(place: Place) -> bool {
    let mut cursor = Cursor::new(place.after(), 0);
    cursor.eat("”");
    cursor.eat("工作");
    Cue::SystemNouns.opens(cursor.rest())
}
