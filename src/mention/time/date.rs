//! Dates: by a day (6月底前, 到2025年), within a stretch (3月至5月), since a
//! day (2022年6月起，每月25日前), before an occasion.

use super::bare::{Bare, Binding, is_record};
use super::calendar::{Days, Month, Part, Point, Within, Year, day_of, length};
use super::context::{Closing, List};
use super::cue::Cue;
use super::label::{Label, label};
use super::pattern::Mark;
use super::place::{Place, Reading, acts, is_ordered, is_told, names_paper};
use super::recurring;
use super::value::Time;
use crate::analysis::Certainty;
use crate::lexicon::modal::find_modal;
use crate::mention::cursor::{Cursor, is_number_char};
use jiff::civil::Date;

/// Reads a point with its closing, if it has one.
pub(super) fn point(place: Place, marks: &[Mark]) -> Option<Reading> {
    let point = Point::read(marks).0;
    let own = Closing::of(marks);
    let closing = if own == Closing::None { place.list.closing } else { own };
    // 5月3日|内蒙古.
    if place.words().ends_with('内') && place.context.after(place.range.end).starts_with("蒙古") {
        return Some(Reading::Lookalike(place.range.end));
    }
    let lookalike = Some(Reading::Lookalike(place.range.end));
    // 资金优先分配|至一季度可开工的项目: what something goes to.
    if place.words().starts_with(['至', '到'])
        && ["分配", "倾斜", "下达"].iter().any(|verb| place.before().ends_with(verb))
    {
        return lookalike;
    }
    if matches!(point.year, Year::Near(distance) if distance < 0) {
        return lookalike;
    }
    if point.part.is_near() {
        return near(place, point, closing);
    }
    if lapses(place) {
        return lookalike;
    }
    let point = Point { part: of_list(point.part, own, place.list), ..point };
    if is_record(&place, point) || is_item_number(place) || says_who(place) {
        return lookalike;
    }
    if closing != Closing::None {
        let binds = !place.is_condition();
        let unsure = marks.iter().any(|mark| matches!(mark.slot, "relweek" | "unsure"));
        let time = by(place, point, closing).likely_if(unsure);
        return if binds { Some(Reading::Time(time)) } else { lookalike };
    }
    let has = |slot| marks.iter().any(|mark| mark.slot == slot);
    let bare = Bare { place, point, reaches: has("reach"), has_clock: has("clock") };
    let Some((binding, certainty)) = bare.binding() else { return lookalike };
    let time = match binding {
        Binding::By => by(place, point, Closing::Until),
        Binding::During => Time::during(place.range, place.context.days(point)),
    };
    Some(Reading::Time(time.likely_if(certainty == Certainty::Likely)))
}

/// 12月31日前|消费有效, 截至12月31日，逾期|自动失效: what ends of itself, and is nobody's to do.
fn lapses(place: Place) -> bool {
    let late = place.next_clause().and_then(|next| next.strip_prefix("逾期"));
    Cue::Lapses.opens(place.after())
        || Cue::Lapses.ends(place.clause_after())
        || late.is_some_and(|end| Cue::Lapses.is(end))
}

/// Whether a bare number opens no list of months (3、6、9、12月) but an item: 1、3月底前….
fn is_item_number(place: Place) -> bool {
    let is_number = place.words().chars().all(is_number_char);
    let mut next = Cursor::new(place.after(), 0);
    next.eat("、");
    next.at = next.number_end();
    is_number && !place.before().ends_with(['于', '在', '、']) && !next.sees(&["、"])
}

/// The day that the last member of a list lends to a bare month: 3、6、9、12月25日前.
fn of_list(part: Part, own: Closing, list: List) -> Part {
    match (part, list.day) {
        (Part::Month(month, Within::All), Some(day)) if own == Closing::None && list.closing != Closing::None => {
            Part::Month(month, Within::Day(day))
        }
        _ => part,
    }
}

/// A point as a last day.
fn by(place: Place, point: Point, closing: Closing) -> Time {
    let context = place.context;
    if context.yearly && point.year == Year::Left {
        return Time::recurring(place.range, recurring::YEAR).likely();
    }
    let last = context.days(point).last;
    if let Some(time) = since_event(place) {
        return Time { end: last, ..time };
    }
    if Cue::StateLeads.ends(place.before()) && place.words().starts_with(['至', '到']) {
        return Time::during(place.range, Days { first: None, last });
    }
    // 至2024年12月31日止，时间调整为…; 政策自…起施行，至2024年12月31日止: what holds until then,
    // not what is to be done.
    let holds = || {
        let in_force = context
            .before(place.range.start)
            .strip_suffix('，')
            .is_some_and(|before| ["施行", "执行", "实施"].iter().any(|word| before.ends_with(word)));
        in_force || place.next_clause().is_some_and(|next| !acts(next) && next.contains('为'))
    };
    if place.words().starts_with(['至', '到'])
        && place.words().ends_with('止')
        && place.clause_after().is_empty()
        && holds()
    {
        return Time::during(place.range, Days { first: None, last });
    }
    let doubtful = label(place.before()) == Label::Record
        || closing == Closing::Before && point.part.is_stretch()
        || matches!(point.part, Part::Month(_, Within::Start) | Part::Open)
        || last.is_none() && context.year(point).is_some()
        || context.turns(point)
        || point.year == Year::Left && context.is_past(last);
    Time::by(place.range, last).likely_if(doubtful)
}

/// The time from an event to a last day: 自本通知印发之日起至12月31日, 发文之日
/// 至12月31日. The day of issue is the day of signature; that of any other event
/// is not known.
fn since_event(place: Place) -> Option<Time> {
    let before = place.clause_before();
    let issue = || before.strip_suffix('日').filter(|event| Cue::Issued.ends(event));
    let event = before.strip_suffix("之日起").or_else(|| before.strip_suffix("之日")).or_else(issue)?;
    if !place.words().starts_with(['至', '到']) {
        return None;
    }
    // 自购房券实施细则发布之日起: another paper comes out on another day.
    const KIND_CHARS: usize = 4;
    let paper = event.strip_suffix(Cue::Issued.ending(event).unwrap_or_default()).unwrap_or(event);
    let paper = paper.rsplit(['自', '从']).next().unwrap_or(paper);
    let own = paper.starts_with(['本', '此']) || paper.chars().nth(KIND_CHARS).is_none();
    let issued = Cue::Issued.ends(event) && own;
    let first = place.context.base.signed_on.filter(|_| issued);
    let behind = |sign: char| before.rfind(sign).map(|at| at + sign.len_utf8());
    let open = before.rfind(['自', '从']).or_else(|| ['）', '为', '以'].into_iter().filter_map(behind).max());
    let range = place.from(place.range.start - before.len() + open.unwrap_or(0)).range;
    Some(Time::during(range, Days { first, last: None }))
}

/// 适用对象为本通知发布之日起至6月30日购房的职工; 发布之日至6月30日期间开工的项目: a stretch of
/// those who qualify.
fn says_who(place: Place) -> bool {
    let Some(since) = since_event(place) else { return false };
    let context = place.context;
    let lead = context.before(since.range.start);
    Cue::Eligible.ends(lead) || is_period_of_records(place.after()) || place.names_beneficiary()
}

/// 月底前, 下个月5日前, 本周五前, 明日12时前, and 15日前 in the month of the date
/// before it.
fn near(place: Place, point: Point, closing: Closing) -> Option<Reading> {
    let words = place.words();
    let before = place.before();
    if words.starts_with('月') && before.ends_with(['个', '岁', '蜜', '满', '每', '各']) {
        return None;
    }
    let in_list = matches!(point.part, Part::Month(Month::Lent, _));
    let is_day = in_list || matches!(point.part, Part::NearDay(_));
    let binds = match closing {
        Closing::Before => !(in_list && Cue::Advance.ends(before)),
        Closing::Within => !is_day,
        Closing::Until => false,
        Closing::None => !is_day && Cue::Due.opens(place.after()),
    };
    let next_months_end = matches!(point.part, Part::Month(Month::Near(1..), Within::End));
    let sure = in_list && place.context.has_month() || next_months_end || words.starts_with(['今', '明']);
    let time = Time::by(place.range, place.context.days(point).last);
    (binds && !place.is_condition()).then(|| Reading::Time(time.likely_if(!sure)))
}

/// Reads one point to another.
pub(super) fn span(place: Place, marks: &[Mark]) -> Option<Reading> {
    let (first, second) = Point::read(marks);
    let second = second?;
    // 4月1日、15日和30日前: a list of last days.
    if place.list.closing != Closing::None {
        return None;
    }
    let (days, doubtful) = span_days(place, first, second);
    // 增速不低于1—2月水平; “年度”指1月1日至12月31日.
    let compared = Cue::Compared.ends(place.before()) || place.before().ends_with('指');
    if compared || !span_binds(place, first, days) {
        return Some(Reading::Lookalike(place.range.end));
    }
    let time = Time::during(place.range, days);
    Some(Reading::Time(time.likely_if(doubtful || days.last < days.first)))
}

/// The days from `first` to `second`, and whether a year was only inferred.
fn span_days(place: Place, first: Point, second: Point) -> (Days, bool) {
    let context = place.context;
    if first.part.is_near() {
        return (Days { first: context.days(first).first, last: context.days(second).last }, true);
    }
    let month = |point: Point| match point.part.month() {
        Some(Month::Stated(month)) => Some(month),
        _ => None,
    };
    let (from, to) = (month(first), month(second));
    let crosses = from > to && to.is_some();
    let year = context.year(first);
    let later = |years: bool| year.map(|year| year.saturating_add(i16::from(years)));
    let doubtful = second.year == Year::Left && crosses && from >= Some(9);
    let (start, end) = match (first.year, second.year) {
        (Year::Left, Year::Stated(year)) => (Some(year.saturating_sub(i16::from(crosses))), Some(year)),
        (_, Year::Following) => (year, later(true)),
        (_, Year::Left) => (year, later(doubtful)),
        _ => (year, context.year(second)),
    };
    let signed = context.base.signed_on;
    (Days { first: first.days(start, signed).first, last: second.days(end, signed).last }, doubtful)
}

/// Whether a range says when to act, rather than what was counted or done.
fn span_binds(place: Place, first: Point, days: Days) -> bool {
    let (before, after) = (place.before(), place.after());
    let from = place.words().chars().next().filter(|c| matches!(c, '从' | '自')).map_or(0, char::len_utf8);
    let labelled = label(place.context.before(place.range.start + from));
    if labelled == Label::Record
        || Cue::RecordVerbs.opens(after)
        || Cue::Dues.opens(after)
        || Cue::Eligible.ends(before)
        || is_period_of_records(after)
        || labelled == Label::None && is_dated_by_record(after)
    {
        return false;
    }
    if labelled == Label::None && place.is_condition() || matches!(first.year, Year::Near(distance) if distance < 0) {
        return false;
    }
    if first.part == Part::Year {
        let bracketed = before.ends_with('（');
        let told = is_told(place.context.sentence_after(place.range.end));
        return labelled != Label::None || !bracketed && (after.starts_with('，') && !told || acts(after));
    }
    let past = place.context.is_past(days.last);
    !past || labelled != Label::None || before.ends_with("阶段（")
}

/// Whether 期间发表的 or its like follows a range.
fn is_period_of_records(after: &str) -> bool {
    let verb = after.strip_prefix("期间").or_else(|| after.strip_prefix('间')).unwrap_or_default();
    verb.chars().take(10).take_while(|c| *c != '，').any(|c| c == '的')
}

/// 期间（以网签时间为准）: what counts is when something was recorded. 签订合同的…: who
/// qualifies.
fn is_dated_by_record(after: &str) -> bool {
    let behind = ["期限内", "期间", "间"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    let remark = behind.strip_prefix('（').and_then(|rest| rest.split_once('）')).map_or("", |(remark, _)| remark);
    remark.ends_with("为准") || Cue::Entitled.opens(after) && after.split('，').next().is_some_and(|c| c.contains('的'))
}

/// 2022年6月起，每月25日前: one time that says since when.
pub(super) fn since(place: Place, marks: &[Mark]) -> Option<Reading> {
    let behind = marks.iter().position(|mark| mark.slot == "since")?;
    let from = place.words().strip_prefix(['从', '自']).map_or(0, |rest| place.words().len() - rest.len());
    let place = place.from(place.range.start + from);
    let Some(Reading::Time(time)) = recurring::every(place, &marks[behind..]) else { return None };
    Some(Reading::Time(Time { start: place.context.days(Point::read(&marks[..behind]).0).first, ..time }))
}

/// 即日起至6月底, 从现在起到年底.
pub(super) fn from_now(place: Place, marks: &[Mark]) -> Option<Reading> {
    let days = Days { first: place.context.base.signed_on, ..place.context.days(Point::read(marks).0) };
    // 凡即日起至6月底期间购买住房的: who qualifies.
    if place.before().ends_with('凡') || place.names_beneficiary() {
        return Some(Reading::Lookalike(place.range.end));
    }
    Some(Reading::Time(Time::during(place.range, days)))
}

/// 延长至2024年底: how long something goes on holding.
pub(super) fn lasting(place: Place, marks: &[Mark]) -> Option<Reading> {
    let start = place.range.start + place.words().find(['至', '到'])?;
    let days = Days { first: None, ..place.context.days(Point::read(marks).0) };
    Some(Reading::Time(Time::during(place.from(start).range, days).likely()))
}

/// 10月1日前一周, 国庆节前10天.
pub(super) fn back(place: Place, marks: &[Mark]) -> Option<Reading> {
    let day = match marks.iter().find(|mark| mark.slot == "festival") {
        Some(festival) => festival_day(place, festival.value),
        None => place.context.days(Point::read(marks).0).first,
    };
    let last = length(marks)?.before(day?);
    (!place.is_condition()).then(|| Reading::Time(Time::by(place.range, last)))
}

/// The day of a festival in the work year.
fn festival_day(place: Place, month_and_day: i32) -> Option<Date> {
    let value = u32::try_from(month_and_day).ok()?;
    day_of(place.context.base.work_year?, value / 100, value % 100)
}

/// 汛期前, “五一”前 and their like, where an order follows: the day before, of
/// those that have a fixed day.
pub(super) fn eve(place: Place, marks: &[Mark]) -> Option<Reading> {
    let day = marks.iter().find(|mark| mark.slot == "festival").and_then(|mark| festival_day(place, mark.value));
    let framed = place.before().ends_with('在');
    let ordered = is_ordered(place) || framed && !place.clause_after().starts_with('的');
    let year_end = marks.iter().any(|mark| mark.slot == "festival" && mark.value == 101);
    let eve = if year_end {
        place.context.base.work_year.and_then(|year| day_of(year, 12, 31))
    } else {
        day.and_then(|day| day.yesterday().ok())
    };
    (ordered && !names_paper(place.clause_after())).then(|| Reading::Time(Time::by(place.range, eve).likely()))
}

/// 到“十四五”末.
pub(super) fn plan_end(place: Place, marks: &[Mark]) -> Option<Reading> {
    Some(Reading::Time(Time::by(place.range, place.context.days(Point::read(marks).0).last)))
}

/// “十二五”期间，停止…: the years of a plan in which something is done or left.
pub(super) fn plan_term(place: Place, marks: &[Mark]) -> Option<Reading> {
    const YEARS: i16 = 5;
    let last = place.context.days(Point::read(marks).0).last?;
    let first = day_of(last.year() + 1 - YEARS, 1, 1);
    let framed = place.opens_clause() || Cue::HeldOn.ends(place.before());
    let ordered = is_ordered(place) || place.next_clause().is_some_and(|next| find_modal(next).is_some());
    let told = is_told(place.clause_after()) || place.next_clause().is_some_and(is_told);
    let days = Days { first, last: Some(last) };
    let past = place.context.base.work_year.is_some_and(|year| last.year() < year);
    let binds = framed && ordered && !told && !past && !place.after().starts_with('的');
    binds.then(|| Reading::Time(Time::during(place.range, days).likely()))
}
