//! Times counted from an event (“两会”结束后一周内, 会议召开前5日), from nothing
//! said (15日内), and before or during one (开园之前, 春节期间).

use super::calendar::{Days, length};
use super::context::Closing;
use super::cue::Cue;
use super::event::Event;
use super::pattern::Mark;
use super::period::Unit;
use super::place::{Place, Reading, acts, holds_verb, is_ordered, names_paper, opens_with_verb};
use super::value::Time;
use crate::lexicon::letter::is_han;
use crate::lexicon::modal::find_modal;
use crate::lexicon::words::{WordClass, words_at};
use crate::mention::cursor::is_number_char;
use crate::mention::unit::tail_of;

/// Characters before the term of a payment that say what is paid.
const TERM_CHARS: usize = 40;
/// Characters behind a length within which 的 makes it describe a noun.
const DESCRIBED: usize = 8;
/// A subject before an occasion is at most this long.
const SUBJECT_CHARS: usize = 16;

/// 会议结束后3日内, 5个工作日内.
pub(super) fn within(place: Place, marks: &[Mark]) -> Option<Reading> {
    // 3年（36个月）内: the same length again.
    if place.before().ends_with('（') && place.after().starts_with('）') {
        return Some(Reading::Lookalike(place.range.end));
    }
    let offset = length(marks)?.in_days().iso();
    let event = Event::before(place.context, place.range.start, Cue::EventTails);
    let missed = is_missed(place) && (event.is_none() || place.before().ends_with("未在"));
    if !missed && (is_permitted(place) || place.is_condition() || is_benefit(place)) {
        return Some(Reading::Lookalike(place.range.end));
    }
    let Some(event) = event else {
        let certain = certainly_within(place);
        let binds = certain || missed || may_bind_within(place);
        let time = Time::relative(place.range, None, Some(offset)).likely_if(!certain);
        return Some(if binds { Reading::Time(time) } else { Reading::Lookalike(place.range.end) });
    };
    if is_ban(place) {
        return Some(Reading::Lookalike(place.range.end));
    }
    let range = place.from(event.start).range;
    Some(Reading::Time(Time::relative(range, Some(event.name), Some(offset))))
}

/// 在1个工作日内没有采纳建议的, 未在2个工作日内查阅的: what was not done in time has
/// consequences.
fn is_missed(place: Place) -> bool {
    let clause = place.clause_after();
    let deed = if place.before().ends_with("未在") {
        Some(clause)
    } else {
        ["没有", "未能", "未"].iter().find_map(|word| clause.strip_prefix(word))
    };
    let state = Cue::NotWithinAfter.opens(clause)
        && !["没有", "未"].contains(&Cue::NotWithinAfter.opening(clause).unwrap_or(""));
    let did = |deed: &str| opens_with_verb(deed) || deed.starts_with('作') && deed.chars().nth(2).is_some();
    clause.ends_with('的') && !state && !Cue::NotWithinBefore.ends(place.before()) && deed.is_some_and(did)
}

/// 3年内按每户每年2万元扣减税款; 2年内，当事人如需迁出: how long somebody has a benefit, or
/// what holds if something comes to pass.
fn is_benefit(place: Place) -> bool {
    const LESS: [&str; 5] = ["扣减", "减免", "减征", "免征", "抵扣"];
    let years = place.words().contains('年');
    let less = LESS.iter().any(|word| place.clause_after().contains(word));
    let case = place.next_clause().is_some_and(|next| ["如需", "如果", "若"].iter().any(|word| next.contains(word)));
    years && (less || case)
}

/// 用两年左右的时间，建成…: how many years it takes to reach what is told next. Months are
/// how long a campaign runs.
pub(super) fn spend(place: Place, marks: &[Mark]) -> Option<Reading> {
    let offset = length(marks).filter(|length| length.unit == Unit::Year)?.iso();
    let aim = if place.clause_after().is_empty() { place.next_clause()? } else { place.clause_after() };
    let binds = (acts(aim) || ["使", "让", "把", "将"].iter().any(|word| aim.starts_with(word)))
        && !Cue::Told.within(aim)
        && !place.context.text[place.range.end..].starts_with('（')
        && !place.is_condition();
    binds.then(|| Reading::Time(Time::relative(place.range, None, Some(offset)).likely()))
}

/// Whether the length says how long something must not be done, or holds:
/// 办理后五年内不得转让.
fn is_ban(place: Place) -> bool {
    let after = place.clause_after();
    Cue::Bans.opens(after) && !after.ends_with('的')
}

/// 自收到本通知之日起30日, at the end of its clause or before what is done.
pub(super) fn counted(place: Place, marks: &[Mark]) -> Option<Reading> {
    // 最长不得超过合同签订后12个月.
    let limited = || {
        place.before().ends_with('后') && ["不得超过", "不超过"].iter().any(|most| place.clause_before().contains(most))
    };
    let after = place.clause_after();
    let since = place.before().ends_with("之日起") && (after.is_empty() || opens_with_verb(after));
    let closes = since || limited() && after.is_empty();
    if closes { within(place, marks) } else { None }
}

/// 在成交当天办理, 并于当日报送: on the day of an event, or of what stands before.
pub(super) fn same_day(place: Place) -> Option<Reading> {
    const DAY: &str = "P0D";
    if !["当天", "当日"].contains(&place.words()) {
        return None;
    }
    let after = place.clause_after();
    let event = Event::awaited(place.context, place.range.start);
    let clause = place.clause_before();
    let led = match &event {
        Some(event) => Cue::HeldOn.ends(&place.context.text[..event.start]),
        None => Cue::HeldOn.ends(clause),
    };
    // 并于当天在平台发布结果.
    let through = ["在", "通过", "以", "将", "向", "由"].iter().any(|word| after.starts_with(word));
    let deed = opens_with_verb(after) || through && (holds_verb(after) || ends_with_deed(after));
    if !led || !deed || is_permitted(place) || clause.contains('可') || place.is_condition() {
        return None;
    }
    let range = event.as_ref().map_or(place.range, |event| place.from(event.start).range);
    Some(Reading::Time(Time::relative(range, event.map(|event| event.name), Some(DAY.to_owned())).likely()))
}

/// Whether the clause only gives a right: 可在开学后两周内申请. A limit on what
/// has consequences is one all the same: 可在1年内缴清.
fn is_permitted(place: Place) -> bool {
    let (before, after) = (place.clause_before(), place.clause_after());
    let may = before.match_indices('可').any(|(at, word)| {
        !before[..at].ends_with(['许', '认', '不']) && before[at + word.len()..].starts_with(['在', '于', '自', '以'])
    });
    let later = || place.next_clause().is_some_and(|next| next.starts_with('可'));
    after.starts_with('可') || may && Cue::Rights.within(after) || after.is_empty() && later()
}

/// Whether words of an order stand around a length of time without an event.
fn certainly_within(place: Place) -> bool {
    let after = place.clause_after().trim_start_matches(['，', '、']);
    let before = place.before();
    if before.ends_with('限') && !place.words().starts_with(['最', '不']) {
        return true;
    }
    let deed = if Cue::ObligedIn.ends(before) { after.trim_start_matches('对') } else { after };
    let silenced = Cue::NotWithinAfter.opens(deed) || Cue::NoDeeds.opens(after) && !after.ends_with('的');
    !silenced && (Cue::ObligedIn.ends(before) || !Cue::NotWithinBefore.ends(before) && holds_verb(after))
}

/// Whether a length of time without an event stands where one binds, and
/// nothing speaks against it: at the head of a clause, behind 在 or a modal, or
/// as the limit of something.
fn may_bind_within(place: Place) -> bool {
    let (before, after) = (place.before(), place.clause_after());
    let longest = place.words().starts_with(['最', '延']);
    if longest || place.words().starts_with('不') {
        let paid = longest && before.chars().rev().take(TERM_CHARS).any(|c| c == '缴');
        // 原则上不得超过30天（自批准之日起计算）.
        let counted = place.context.after(place.range.end).strip_prefix('（').and_then(|note| note.split_once('）'));
        let counted = counted.is_some_and(|(note, _)| note.starts_with('自') && note.contains("之日起"));
        let limited = counted || limits(before.strip_suffix("原则上").unwrap_or(before));
        return (paid || limited || place.words().ends_with("工作日")) && !after.starts_with('的');
    }
    let counted = || before.ends_with('的') && opens_with_verb(after);
    // 余款一年内缴清.
    let completes = || after.chars().nth(1) == Some('清');
    let framed =
        place.opens_clause() || completes() || counted() || Cue::HeldOn.ends(before) || Cue::Frames.ends(before);
    let describes = |(at, c): (usize, char)| c == '的' && !after[at + c.len_utf8()..].starts_with(is_number_char);
    let modifies = after.char_indices().take(DESCRIBED).any(describes) || names_paper(after);
    let silenced = Cue::NotWithinAfter.opens(after) || Cue::NoDeeds.opens(after) || modifies;
    let goes_on = after.chars().count() >= 2 && !silenced;
    !Cue::NotWithinBefore.ends(before) && (Cue::Limiters.ends(before) || framed && goes_on)
}

/// 办理时限, 最迟付款时间: what has a longest time, by its name or by the deed that it is
/// the time of.
fn limits(before: &str) -> bool {
    Cue::Terms.ends(before) || before.strip_suffix("时间").is_some_and(ends_with_deed)
}

/// Whether the last two characters are a verb: 退回 of 通过系统退回.
fn ends_with_deed(words: &str) -> bool {
    let from = words.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    words_at(&words[from..]).any(|word| word.len == words.len() - from && word.class == WordClass::Verb)
}

/// 提前3日报备: the distance is negative.
pub(super) fn ahead(place: Place, marks: &[Mark]) -> Option<Reading> {
    let offset = format!("-{}", length(marks)?.in_days().iso());
    let after = place.clause_after();
    let permitted = place.before().trim_end_matches('以').ends_with('可');
    let binds = !permitted && !after.is_empty() && !after.starts_with('的') && !Cue::Told.within(after);
    binds.then(|| Reading::Time(Time::relative(place.range, None, Some(offset)).likely()))
}

/// 会议召开前5个工作日内报送, 会议开始1小时前签到.
pub(super) fn ahead_of(place: Place, marks: &[Mark]) -> Option<Reading> {
    let event = Event::awaited(place.context, place.range.start)?;
    let after = place.clause_after();
    // 应于期满前六个月，向县住建局申请.
    let ordered = !after.is_empty() || Cue::ObligedIn.ends(&place.context.text[..event.start]);
    let binds = ordered && !Cue::NotWithinAfter.opens(after) && !place.is_condition();
    let certain = event.is_set() || acts(after) || after.starts_with('向');
    let offset = format!("-{}", length(marks)?.in_days().iso());
    let range = place.from(event.start).range;
    (binds && certain).then(|| Reading::Time(Time::relative(range, Some(event.name), Some(offset))))
}

/// 开园之前, 土壤封冻前: before an event that comes for everybody. A step of the
/// same procedure (竣工验收前) is no limit.
pub(super) fn before_event(place: Place) -> Option<Reading> {
    let event = Event::awaited(place.context, place.range.start)?;
    let framed = place.context.text[..event.start].ends_with('在') || place.after().starts_with('，');
    let expires = event.name.ends_with("届满") || event.name.ends_with("期满");
    let comes = Cue::Openings.ends(&event.name) && (expires || !Cue::Steps.within(&event.name));
    let ordered = is_ordered(place) || Cue::ObligedIn.ends(&place.context.text[..event.start]);
    let binds = comes && (framed || place.context.opens_clause(event.start)) && ordered;
    let range = place.from(event.start).range;
    binds.then(|| Reading::Time(Time::relative(range, Some(event.name), None).likely()))
}

/// …期间: when to act, not the 两会期间安全工作 that a sentence talks about.
pub(super) fn occasion(place: Place) -> Option<Reading> {
    let before = place.clause_before();
    if before.ends_with(['此', '该']) {
        return None;
    }
    let named = occasion_name(before);
    let step = || procedure(place, before);
    let name = named.or_else(|| whole_clause(place, before)).or_else(step)?;
    let lead = &before[..before.len() - name];
    let lead = if lead.starts_with('（') && lead.ends_with('）') { "" } else { lead };
    let has_in = Cue::HeldOn.ends(lead);
    let is_subject = || tail_of(lead).is_some() && lead.chars().count() <= SUBJECT_CHARS && !opens_with_verb(lead);
    // 组织开展春节期间专项行动.
    let held = named.is_some() && Cue::Holdings.ends(lead);
    let opens = lead.is_empty() || has_in || is_subject() || held;
    // 五一期间各单位要安排值班.
    let obliged = lead.is_empty() && find_modal(place.clause_after()).is_some();
    let orders = has_in || held || obliged || place.after().starts_with('，') || is_ordered(place);
    let silent = place.after().starts_with('的') || Cue::RecordVerbs.opens(place.after()) || place.is_condition();
    if silent || !orders || !opens {
        return None;
    }
    let start = place.range.start - name - if lead.ends_with('在') { "在".len() } else { 0 };
    let time = Time::during(place.from(start).range, Days::default());
    Some(Reading::Time(time.likely_if(named.is_none())))
}

/// How many bytes of the end of `before` name an occasion, with a qualifier
/// such as 全国 back to 在 or the clause's start. “十四五”期间 is a name.
fn occasion_name(before: &str) -> Option<usize> {
    let core = match before.strip_suffix('”') {
        Some(quoted) => {
            let open = quoted.rfind('“')?;
            if quoted.ends_with('五') {
                return None;
            }
            before.len() - open
        }
        None => Cue::Occasions.ending(before)?.len(),
    };
    let lead = &before[..before.len() - core];
    let qualifier = lead.rfind('在').map_or(lead, |at| &lead[at + '在'.len_utf8()..]);
    let fits = qualifier.chars().count() <= 6
        && !qualifier.contains(['做', '）'])
        && tail_of(qualifier).is_none()
        && !opens_with_verb(qualifier);
    Some(if fits { core + qualifier.len() } else { core })
}

/// 公示或者公布 of 应在公示或者公布期间受理异议: steps of a procedure, behind 在 or at the head of a
/// clause that says what is done then.
fn procedure(place: Place, before: &str) -> Option<usize> {
    let within = ["在", "于"].iter().filter_map(|word| before.rfind(word).map(|at| at + word.len())).max();
    let name = &before[within.unwrap_or(0)..];
    let lead = &before[..before.len() - name.len()];
    let short = (2..=10).contains(&name.chars().count()) && name.chars().all(is_han) && !name.starts_with('本');
    let obliged = within.is_none() || lead.chars().count() == 1 || Cue::HeldOn.ends(lead) && !lead.contains('可');
    let after = place.clause_after();
    let deed = opens_with_verb(after) || acts(after) || after.starts_with(['到', '向']) || find_modal(after).is_some();
    (short && obliged && deed && Cue::Procedures.ends(name) && !is_ban(place)).then_some(name.len())
}

/// 清理整顿 of 清理整顿期间，…: a clause that is nothing else.
fn whole_clause(place: Place, before: &str) -> Option<usize> {
    // （二）招生期间，…: its number goes by.
    let before = before.rsplit_once('）').map_or(before, |(_, words)| words);
    let short = (2..=8).contains(&before.chars().count()) && before.chars().all(is_han);
    let next = place.next_clause()?;
    let ordered = acts(next) || Cue::Kept.opens(next) || find_modal(next).is_some();
    (short && ordered && !Cue::Told.within(next)).then_some(before.len())
}

/// Weeks of a term: 第16周前提交成绩, 第1—2周组织自查. Their days are not said.
pub(super) fn school_week(place: Place, marks: &[Mark]) -> Option<Reading> {
    let is_span = marks.iter().any(|mark| mark.slot == "sign");
    let time = match Closing::of(marks) {
        Closing::None if is_span || acts(place.after()) => Time::during(place.range, Days::default()),
        Closing::None => return None,
        _ => Time::by(place.range, None),
    };
    Some(Reading::Time(time.likely()))
}
