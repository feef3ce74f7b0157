//! Points that nothing closes, and what tells the ones that bind (到2025年，
//! 完成时限：6月, 第二季度开展…) from the ones that only name or record
//! (2月24日会议, 2018年底前入职的).

use super::calendar::{Part, Point, Within};
use super::cue::Cue;
use super::label::{Label, label};
use super::place::{Place, act, acts, holds_verb, is_told, names_paper, opens_with_verb};
use crate::analysis::{Certainty, DeadlineKind};
use crate::lexicon::modal::find_modal;
use crate::lexicon::words::{Word, WordClass, words_at};
use crate::mention::unit::tail_of;

/// A subject before a date is at most this long.
const SUBJECT_CHARS: usize = 16;

/// What is said of a measure that is to be reached.
const REACHED: [&str; 6] = ["达到", "提高到", "提升至", "保持在", "建成", "纳入"];

/// How a point binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binding {
    /// As a last day.
    By,
    /// From its first day to its last.
    During,
}

/// A point, and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Bare<'c, 't> {
    pub place: Place<'c, 't>,
    pub point: Point,
    /// Whether 到 or 至 stands before it.
    pub reaches: bool,
    /// Whether a clock time stands behind it.
    pub has_clock: bool,
}

impl Bare<'_, '_> {
    /// How a point without closing binds, and how surely; `None` if not at all.
    pub fn binding(&self) -> Option<(Binding, Certainty)> {
        let Self { place, point, .. } = self;
        if point.part.is_end() {
            return self.end().map(|binding| (binding, Certainty::Sure));
        }
        match label(place.before()) {
            Label::Due => return Some((Binding::By, Certainty::Sure)),
            Label::Event if point.part != Part::Year => return Some((Binding::During, Certainty::Sure)),
            _ => {}
        }
        match place.context.goes_on(place.range.start) {
            Some((DeadlineKind::During, certainty)) => return Some((Binding::During, certainty)),
            Some((DeadlineKind::By, certainty)) => return Some((Binding::By, certainty)),
            _ => {}
        }
        let after = place.clause_after();
        if self.explains_period() || self.reaches && !after.starts_with(['的', '年', '度']) && !self.is_reached() {
            return Some((Binding::By, Certainty::Sure));
        }
        let past = place.context.is_past(place.context.days(*point).last);
        if past || is_told(after) || place.is_condition() {
            return None;
        }
        let binding = match point.part {
            Part::Month(_, Within::Day(_)) => return self.day(),
            Part::Month(..) | Part::Quarter(_) | Part::Open => self.stretch(),
            Part::Half(_) if self.opens() && after.starts_with('：') => Some(Binding::During),
            Part::FirstQuarters(_) => (!names_paper(after)).then_some(Binding::By),
            Part::Half(_) if self.opens() => self.half(),
            Part::Year if self.opens() && self.is_goal() => Some(Binding::By),
            Part::Year if self.opens() && self.is_held() => Some(Binding::During),
            _ => None,
        };
        let sure = matches!(point.part, Part::Month(_, Within::LastDays(_)));
        binding.map(|binding| (binding, if sure { Certainty::Sure } else { Certainty::Likely }))
    }

    /// 到1990年底，我国…已达到…: what holds, not what is to be reached.
    fn is_reached(&self) -> bool {
        self.place.next_clause().is_some_and(|next| next.contains('已'))
    }

    /// 3月28日 of 每季度末前（3月28日、6月27日）.
    fn explains_period(&self) -> bool {
        let Self { place, .. } = self;
        let behind_period = place.context.last.is_some_and(|(kind, _)| kind == DeadlineKind::Recurring);
        behind_period && place.before() == "（" && matches!(self.point.part, Part::Month(_, Within::Day(_)))
    }

    /// 6月底, 6月上旬, 年底: to be reached by then, or when something is held.
    fn end(&self) -> Option<Binding> {
        let Self { place, point, .. } = self;
        let after = place.clause_after();
        let labelled = label(place.before()) != Label::None;
        let event = Cue::EventVerbs.opens(after);
        let scheduled = after.is_empty() && place.before().ends_with('：');
        let eventful = label(place.before()) == Label::Event || !labelled && (event || scheduled);
        if matches!(point.part, Part::Month(_, Within::Tenth(..))) && eventful {
            return Some(Binding::During);
        }
        if self.reaches {
            return (!self.is_reached()).then_some(Binding::By);
        }
        if labelled || place.words().ends_with('内') && !place.is_condition() {
            return Some(Binding::By);
        }
        let binds = if point.part == Part::YearEnd && place.words().starts_with('年') {
            let reckons = place.words().ends_with('终') && Cue::Reckonings.opens(after);
            !reckons && (self.opens() || self.follows_topic()) && (after.is_empty() || acts(after))
        } else {
            !is_told(after) && !after.starts_with('的')
        };
        (binds && !place.is_condition()).then_some(Binding::By)
    }

    /// 于3月20日报送, 定于5月20日召开; 4月10日完成; 现场检查阶段（9月25日）.
    fn day(&self) -> Option<(Binding, Certainty)> {
        let Self { place, .. } = self;
        let before = place.before();
        if before.ends_with("阶段（") {
            return Some((Binding::During, Certainty::Sure));
        }
        let held = Cue::HeldOn.ends(before);
        let likely = |binding| Some((binding, Certainty::Likely));
        let after = place.context.clause_after(self.place.list.end);
        if before.ends_with('：') && after.is_empty() || Cue::Attendances.opens(act(after)) {
            return likely(Binding::During);
        }
        if !held && (place.context.base.signed_on.is_none() || !place.opens_clause()) {
            return None;
        }
        let hands_in = after.starts_with(['将', '把']) && Cue::DueVerbs.within(after);
        if Cue::DueVerbs.opens(act(after)) || hands_in {
            return Some((Binding::By, if held { Certainty::Sure } else { Certainty::Likely }));
        }
        let sure = if self.has_clock { Certainty::Sure } else { Certainty::Likely };
        (acts(after) && !names_paper(after) || self.holds_next()).then_some((Binding::During, sure))
    }

    /// Whether a clause that holds something follows, behind a comma or a place:
    /// 6月16日，各县（市、区）举办…; 10月在青岭县召开…; 10月，由县财政局组织….
    fn holds_next(&self) -> bool {
        let there = Some(self.place.clause_after()).filter(|clause| clause.starts_with('在'));
        let next = there.or_else(|| self.place.next_clause());
        let holds = |clause: &str| Cue::Holdings.within(clause) || clause.starts_with('由') && holds_verb(clause);
        next.is_some_and(|clause| holds(clause) && !is_told(clause))
    }

    /// 6月，组织…; 第二季度开展…; （3月）; 各镇第一季度完成….
    fn stretch(&self) -> Option<Binding> {
        let Self { place, .. } = self;
        let after = place.context.after(self.place.list.end);
        let bracketed = place.before().ends_with('（') && after.starts_with('）');
        if bracketed || self.opens() && (after.starts_with('：') || self.holds_next()) {
            return Some(Binding::During);
        }
        if place.is_condition() {
            return None;
        }
        let clause = place.context.clause_after(self.place.list.end);
        // 作品评审：6月；颁奖：7月.
        if place.before().ends_with('：') && clause.is_empty() {
            return Some(Binding::During);
        }
        if names_paper(clause) || Cue::Occurred.within(clause) {
            return None;
        }
        let (opens, follows) = (self.opens(), self.follows_topic());
        let aims = Cue::Aims.ends(place.before())
            && ["不低于", "不少于", "达到", "超过"].iter().any(|least| clause.contains(least));
        let measured =
            matches!(self.point.part, Part::Quarter(_)) && (aims || clause.contains(|c: char| c.is_ascii_digit()));
        if (opens || follows) && Cue::Completions.opens(act(after)) || opens && measured {
            return Some(Binding::By);
        }
        if opens && (acts(after) || find_modal(clause).is_some()) || follows && acts(clause) {
            return Some(Binding::During);
        }
        let open = self.point.part == Part::Open;
        if !open && Cue::HeldOn.ends(place.before()) && clause.chars().count() >= 2 && !clause.starts_with('的') {
            return Some(Binding::During);
        }
        None
    }

    /// 上半年完成…; 下半年，…; 上半年、下半年各开展….
    fn half(&self) -> Option<Binding> {
        let after = self.place.context.clause_after(self.place.list.end);
        (after.is_empty() || acts(after) && !names_paper(after)).then_some(Binding::By)
    }

    /// Whether what follows a bare year is a goal for it.
    fn is_goal(&self) -> bool {
        let context = self.place.context;
        match context.next_clause(self.place.list.end) {
            Some(clause) => Cue::Launches.within(clause) && !is_told(clause),
            None => {
                let clause = context.clause_after(self.place.list.end);
                let names = clause.starts_with(['的', '度']) || clause.contains(['月', '季', '年']);
                let aims = Cue::Aims.ends(self.place.before()) && !names;
                let measured = clause.contains(|c: char| c.is_ascii_digit()) && !Cue::Holding.within(clause);
                // 2027年全县公办园占比达到60%以上: a goal for a later year.
                let now = context.base.work_year.or(context.base.signed_on.map(jiff::civil::Date::year));
                let whole = ["全国", "全省", "全市", "全县", "全区"].iter().any(|all| clause.starts_with(all));
                let later = now.map_or(whole, |now| context.year(self.point) > Some(now));
                let reached = || later && REACHED.iter().any(|verb| clause.contains(verb)) && !is_told(clause);
                let counts = measured && !names && (acts(clause) || reached() || gives_number(clause));
                aims || counts || Cue::Completions.opens(act(context.after(self.place.list.end)))
            }
        }
    }

    /// 2023年继续免征车辆购置税; 2023年，国有企业对承租其房屋的个体工商户，免收…:
    /// whether a measure holds for the year.
    fn is_held(&self) -> bool {
        const CLAUSES: usize = 2;
        let context = self.place.context;
        let mut end = self.place.list.end;
        if Cue::Holding.opens(context.clause_after(end)) {
            return true;
        }
        (0..CLAUSES).any(|_| {
            let Some(clause) = context.next_clause(end) else { return false };
            end += '，'.len_utf8() + clause.len();
            Cue::Holding.within(clause) && !is_told(clause)
        })
    }

    /// Whether a clause, or a date after 在, opens here.
    fn opens(&self) -> bool {
        let before = self.place.before();
        self.place.opens_clause() || Cue::HeldOn.ends(before) || Cue::Modals.ends(before)
    }

    /// Whether only a subject, or what the clause is about, stands before:
    /// 各镇第一季度完成…; 开工率第一季度达到….
    fn follows_topic(&self) -> bool {
        let lead = self.place.clause_before();
        let is_subject = || lead.chars().count() <= SUBJECT_CHARS && tail_of(lead).is_some();
        Cue::Topics.ends(lead) || is_subject()
    }
}

/// 分配1万套: what is done, and right behind it how much.
fn gives_number(clause: &str) -> bool {
    let verbal = |word: Word| matches!(word.class, WordClass::Verb | WordClass::VerbalNoun);
    words_at(clause).any(|word| verbal(word) && clause[word.len..].starts_with(|c: char| c.is_ascii_digit()))
}

/// 积分材料计算时间截至: how far back the records go that count.
fn counts_up_to(before: &str) -> bool {
    let label = Cue::Stated.ending(before).map(|stated| &before[..before.len() - stated.len()]);
    let noun = label.and_then(|label| ["时间", "日期", "期间"].iter().find_map(|noun| label.strip_suffix(noun)));
    noun.is_some_and(|records| Cue::RecordLabels.ends(records))
}

/// Whether the words around a date make it one of eligibility, statistics or
/// comparison: 截至2023年底, 较2020年底, 2018年12月31日前入职的.
pub(super) fn is_record(place: &Place, point: Point) -> bool {
    let before = place.before();
    let last = place.context.days(point).last;
    let past = || place.context.is_past(last);
    let reached = || place.next_clause().is_some_and(|next| next.contains('已'));
    let to_come = || place.context.base.signed_on.is_some() && last.is_some() && !past() && !reached();
    if label(before) == Label::Record && !(Cue::Stated.ends(before) && to_come()) || Cue::Compared.ends(before) {
        return true;
    }
    if counts_up_to(before) {
        return true;
    }
    if place.clause_before().contains("有效期自") || before.ends_with("》（") {
        return true;
    }
    let in_force = ["有效期", "施行"].iter().any(|word| before.ends_with(word));
    if in_force && place.tells_own_validity() {
        return true;
    }
    let after = place.clause_after();
    if after.starts_with('已') || after.starts_with("以来") || after.starts_with('的') && past() {
        return true;
    }
    let Some(of) = after.find('的').filter(|of| *of <= 60) else { return false };
    let attribute = &after[..of];
    if attribute.contains('已') {
        return true;
    }
    // 7月3日前受理的申请, 本年度内盘活的面积: which ones are meant.
    const DEED_CHARS: usize = 4;
    let named = place.words().ends_with("年度内")
        || ["申请", "贷款", "合同", "业务", "案件"].iter().any(|what| after[of..].contains(what));
    if named && attribute.chars().count() <= DEED_CHARS && opens_with_verb(attribute) {
        return true;
    }
    Cue::Entitled.opens(attribute) || Cue::Completions.opens(attribute) && attribute.chars().count() <= 8 && past()
}
