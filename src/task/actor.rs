//! Who must act in the running text: the grammar of obligation.
//!
//! A unit acts where its name opens a clause and a predicate follows (各镇要…,
//! 市、县政府每月至少召开…), or where 由 hands it the task (由县安委会统筹协调).
//! A unit behind any other verb or preposition is only acted upon.

use super::attribution::Assigned;
use super::candidate::{Actors, Place};
use super::handed::ENCOURAGED;
use super::predicate::{Predicate, Strength};
use super::role::{rank, role_of_label};
use super::syntax::Syntax;
use crate::analysis::{Basis, Role, UnitCategory};
use crate::lexicon::class::Classes;
use crate::lexicon::list::{HEADING, WordList};
use crate::lexicon::words::WordClass;
use crate::mention::unit::{UnitName, category_of, level_of, tail_of};
use crate::source::{Clause, Source, TokenKind};
use crate::span::TextRange;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// Where the headings above a task say whose duties they list.
#[derive(Clone, Copy, Debug)]
pub enum Owners {
    /// 县防指办公室及其职责: the names in a title.
    Title(TextRange),
    /// 县科委的主要职责是：: the paragraph that leads in.
    LeadIn(TextRange),
}

/// Finds the actors of one task, skipping the brackets that assign it. A title
/// that is nothing but units makes them act, and so do the `owners` that a heading
/// above it names, where it names nobody itself. `times` are the places of its
/// deadlines, in order; what was done before the `year` of the notice is owed by nobody.
pub fn actors(
    source: &Source,
    block: TextRange,
    title: TextRange,
    owners: Option<Owners>,
    brackets: &[TextRange],
    times: &[TextRange],
    year: Option<i16>,
) -> Vec<Assigned> {
    let syntax = Syntax::new(source, times);
    let mut finder = Finder {
        syntax,
        found: Vec::new(),
        names: FxHashMap::default(),
        year,
        led: false,
        carried: Vec::new(),
        set_up: None,
    };
    let mut at = title.end.max(block.start);
    // A later task of the same item has its title, but not its words.
    if !title.is_empty() && block.covers(title) {
        finder.title(title, TextRange::new(at, block.end));
        finder.sentence(title);
    }
    for bracket in brackets {
        finder.stretch(TextRange::new(at, bracket.start.max(at)));
        at = bracket.end.max(at);
    }
    finder.stretch(TextRange::new(at, block.end.max(at)));
    match owners.filter(|_| finder.found.is_empty()) {
        Some(Owners::Title(names)) => finder.title(names, block),
        Some(Owners::LeadIn(paragraph)) => finder.charged(paragraph),
        None => {}
    }
    finder.found
}

/// How the same item may call a unit again: without its level (算力办), or by the
/// short form in its bracket (县无线电管理办公室（县无管办）).
fn short_forms(name: &str) -> impl Iterator<Item = String> + '_ {
    let bare = level_of(name)
        .map(|(level, _)| &name[level.len()..])
        .filter(|bare| tail_of(bare).is_some_and(|tail| tail.word != *bare));
    // 申请人户籍所在地|镇人民政府.
    let seated = name.split_once("所在地").map(|(_, own)| own.trim_start_matches('的'));
    let alias = name.strip_suffix('）').and_then(|name| name.split_once('（')).map(|(_, alias)| alias);
    bare.into_iter()
        .chain([alias, seated].into_iter().flatten().filter(|short| tail_of(short).is_some()))
        .map(str::to_owned)
}

/// 财政部门, 担保机构: one of many, whatever its level.
fn names_class(name: &str) -> bool {
    ["部门", "机构", "单位", "企业"].iter().any(|class| name.ends_with(class))
}

/// Firms, schools and hospitals, unlike mines and markets, are no fields of work.
fn is_firm(name: &str) -> bool {
    ["公司", "集团", "卫生院", "学校", "大学", "医院", "卫生院", "银行", "中学", "小学"]
        .iter()
        .any(|firm| name.ends_with(firm))
}

/// 政府, 公安局: so short a name may be another one's.
const SHORT_CHARS: usize = 4;
/// How many words of one clause may hand names a task: no clause of an official
/// has as many, and hostile text is read in linear time.
pub(super) const SLOTS: usize = 16;
/// How many clauses of names may wait for their predicate.
const LISTED: usize = 4;
pub(super) struct Finder<'s, 't> {
    pub(super) syntax: Syntax<'s, 't>,
    pub(super) found: Vec<Assigned>,
    /// Where in `found` the names stand, and their short forms.
    names: FxHashMap<String, usize>,
    /// The year of the notice.
    year: Option<i16>,
    /// Whether somebody leads in the sentence so far.
    led: bool,
    /// What filled the last clauses, waiting for “，要…” behind the comma.
    carried: Vec<Waiting>,
    /// A body that the clause before has set up (成立X，负责…).
    pub(super) set_up: Option<Actors>,
}

/// The tokens of a clause that may be nothing but names.
struct Waiting {
    first: usize,
    end: usize,
    /// Its names, told when they are first asked for.
    names: OnceCell<Option<Actors>>,
}

impl Waiting {
    fn new(first: usize, end: usize) -> Self {
        Self { first, end, names: OnceCell::new() }
    }

    fn names(&self, syntax: Syntax) -> Option<&Actors> {
        self.names.get_or_init(|| syntax.names_only(self.first, self.end)).as_ref()
    }
}

impl Finder<'_, '_> {
    /// A title that names units: they act in their item, and the first verb
    /// behind it says how.
    fn title(&mut self, title: TextRange, body: TextRange) {
        let s = self.syntax;
        let tokens = s.source.tokens_in(title);
        let first = s.open(tokens.start, tokens.end);
        let Some(actors) = s.actors(first, tokens.end, Place::Head, None) else { return };
        // 煤矿。 names a field of work, 责任单位： what stands behind it.
        let own = |unit: &UnitName| {
            let category = category_of(&unit.name);
            let field = matches!(category, UnitCategory::Class | UnitCategory::Enterprise | UnitCategory::Other);
            s.source.is_named(unit.range) || tail_of(&unit.name).is_some() && (!field || is_firm(&unit.name))
        };
        let mut predicates = s.source.clauses(body).filter_map(|clause| {
            let predicate = s.predicate(s.open(clause.first, clause.end), clause.end)?;
            Some((predicate, clause.end))
        });
        let first = predicates.next();
        // 国有企业：负责…: whoever it is, it is in charge.
        let behind = s.source.tokens_in(body).find(|at| s.tokens[*at].is_word());
        let in_charge = behind.is_some_and(|at| s.word(at).starts_with("负责"));
        if !in_charge && !actors.list.units.iter().all(own) {
            return;
        }
        let role = first.map(|(predicate, end)| match s.role_of(predicate, end) {
            // 配合县住建局做好抢修: the owner of the item helps, and owns it.
            Role::Support => Role::Responsible,
            role => role,
        });
        self.take(&actors, role.unwrap_or(Role::Responsible));
    }

    /// A title that is a sentence with a duty in it says who acts.
    fn sentence(&mut self, title: TextRange) {
        let s = self.syntax;
        for clause in s.source.clauses(title) {
            let first = s.open(clause.first, clause.end);
            if let Some((actors, _, predicate)) = s.subject(first, clause.end, Place::Head)
                && predicate.strength <= Strength::Duty
            {
                self.take(&actors, self.syntax.role_of(predicate, clause.end));
            }
            self.handed(first, clause.end);
        }
    }

    fn stretch(&mut self, range: TextRange) {
        self.carried.clear();
        self.set_up = None;
        for clause in self.syntax.source.clauses(range) {
            self.clause(clause);
        }
    }

    fn clause(&mut self, clause: Clause) {
        let s = self.syntax;
        let body = self.set_up.take();
        // 自1990年以来，我局每年…: what has been done.
        let since = clause.first > 1 && s.ends_with_comma(clause.first - 1) && s.is(clause.first - 2, "以来")
            || s.is(clause.end.saturating_sub(1), "以来");
        let first = s.open(clause.first, clause.end);
        let mut waiting = std::mem::take(&mut self.carried);
        if let Some(predicate) = s.predicate(first, clause.end) {
            let sure = predicate.strength == Strength::Modal || s.has(first, Classes::PREPOSITION);
            // 各级机关，原则上不再新建; 县民政局在10日内，会同县残联核实: whole names wait
            // for any verb.
            let goes_on = predicate.strength <= Strength::Verb && !waiting.is_empty();
            let named = |waiting: &Waiting| {
                !s.tokens[waiting.first].is_verb() && waiting.names(s).is_some_and(|actors| !actors.are_firms())
            };
            if sure || goes_on && waiting.iter().all(named) {
                self.take_waiting(&std::mem::take(&mut waiting), predicate, clause.end);
            }
        }
        self.composed(first, clause);
        let owner = self.owner(first, clause.end);
        match s.subject(first, clause.end, Place::Head) {
            _ if owner.is_some() => {}
            Some((_, at, predicate)) if self.tells_state(at, clause, predicate) => {}
            Some((_, _, predicate)) if since && predicate.strength > Strength::Duty => {}
            Some((.., predicate))
                if self.has_been_done(predicate, clause.end)
                    || self.is_offence(clause, predicate)
                    || self.lists_matters(clause, predicate) => {}
            Some((_, at, predicate))
                if self.is_permitted(clause, predicate)
                    || self.is_ground(clause, predicate)
                    || self.joins_in_permission(at, clause.end, predicate) => {}
            Some((actors, _, predicate))
                if actors.are_firms() && predicate.strength >= Strength::Verb && self.earns(clause) => {}
            Some((actors, at, predicate)) => {
                if predicate.strength == Strength::Modal {
                    self.take_listed(&waiting, predicate, clause.end);
                }
                let several = actors.list.units.len() > 1 || actors.list.units[0].name.contains('各');
                let helps_each_other = !self.led && several && s.is_mutual(predicate, clause.end);
                let role = self.syntax.role_ahead(at, predicate, clause);
                let actors = self.beside(actors, at);
                self.take(&actors, if helps_each_other { Role::Responsible } else { role });
                self.led_along(predicate, clause.end);
                if predicate.strength == Strength::Time {
                    self.second(&actors, at, clause);
                }
            }
            // 各镇，在汛期，要…: the adverbial goes by.
            None if first == clause.end => self.carried = waiting,
            None if clause.stop == Some('：') => self.run_in(first, clause.end),
            None => self.without_subject(first, clause, body, waiting),
        }
        if let Some((actors, role)) = owner {
            self.take(&actors, role);
        }
        if let Some(actors) = self.charter(first, clause) {
            self.take(&actors, Role::Responsible);
        }
        self.handed(first, clause.end);
        self.guided(clause);
        self.partners(first, clause.end);
        self.bodies(first, clause);
        self.led &= clause.stop == Some('，');
    }

    /// 成立由X牵头，Y、Z等部门组成的小组: those whom the lead has beside it.
    fn composed(&mut self, first: usize, clause: Clause) {
        let s = self.syntax;
        let of =
            (first + 1..clause.end).find(|at| s.is(*at, "的") && ["组成", "参加", "参与"].contains(&s.word(at - 1)));
        if let Some(actors) = of.filter(|_| self.led).and_then(|of| s.names_only(first, of - 1)) {
            self.take(&actors, Role::Support);
        }
    }

    /// 财政部门：负责筹集资金: the names that a line opens with, and what they do.
    fn run_in(&mut self, first: usize, stop: usize) {
        let s = self.syntax;
        let opens_line = first == 0 || s.tokens[first - 1].kind == TokenKind::Break;
        let (next, end) = s.clause_behind(stop);
        if opens_line
            && let Some(predicate) = s.predicate(next, end).filter(|p| p.strength <= Strength::Verb)
            && let Some(actors) = s.names_only(first, stop)
        {
            self.take(&actors, s.role_of(predicate, end));
        }
    }

    /// A clause that does not open with a name and a predicate.
    fn without_subject(&mut self, first: usize, clause: Clause, body: Option<Actors>, mut waiting: Vec<Waiting>) {
        let s = self.syntax;
        if let Some(actors) = body
            && let Some(predicate) = s.predicate(first, clause.end).filter(|p| p.strength == Strength::Duty)
        {
            self.take(&actors, self.syntax.role_of(predicate, clause.end));
        }
        if let Some(actors) = self.condition(first, clause) {
            self.take(&actors, Role::Responsible);
        } else if clause.stop == Some('，')
            && !(first..clause.end).any(|at| s.has(at, Classes::PERMIT))
            && !(s.is(clause.end - 1, "的") && self.is_punished(clause.end))
        {
            // Names in several clauses wait together, other words for one clause only.
            waiting.retain(|waiting| waiting.names(s).is_some());
            waiting.truncate(LISTED);
            // 县住建局|是主管部门，负责…: what they are, and so must do.
            let is = (first + 1..clause.end).find(|at| s.is(*at, "是"));
            let (next, stop) = s.clause_behind(clause.end);
            let owes = || s.predicate(s.open(next, stop), stop).is_some_and(|p| p.strength <= Strength::Duty);
            let is = is.filter(|_| s.has(clause.end - 1, Classes::BODY) && owes());
            let end = is.unwrap_or_else(|| self.before_adverbial(first, clause.end));
            waiting.push(Waiting::new(first, end));
            self.carried = waiting;
        }
    }

    /// 县民政局|自收到异议之日起10日内，…: the end of the names that a clause opens with
    /// which goes on with a time or with an adverbial.
    fn before_adverbial(&self, first: usize, end: usize) -> usize {
        let s = self.syntax;
        let adverbial = |at: &usize| {
            // 单位因…而增加的开支，…: another matter.
            let caused = s.is(*at, "因") && (*at..end).any(|i| s.is(i, "而"));
            s.behind_time(*at).is_some()
                || s.is(*at, "设在") && !(*at..end).any(|i| s.is(i, "的"))
                || s.has(*at, Classes::PREPOSITION) && !s.has(*at, Classes::JOINT | Classes::HANDING) && !caused
        };
        (first + 1..end).filter(adverbial).take(SLOTS).find(|at| s.names_only(first, *at).is_some()).unwrap_or(end)
    }

    /// 各镇，要…: the names that filled the clauses before.
    fn take_waiting(&mut self, waiting: &[Waiting], predicate: Predicate, end: usize) {
        let s = self.syntax;
        for Waiting { first, end: stop, .. } in waiting {
            // 破坏矿区生产的单位，要依法追究责任: what follows for those who did it.
            if (*first..*stop).any(|at| s.is(at, "的")) && self.is_punished(*stop) {
                continue;
            }
            if let Some(actors) = self.syntax.actors(*first, *stop, Place::Head, Some(predicate)) {
                self.take(&actors, self.syntax.role_of(predicate, end));
            }
        }
    }

    /// 各镇人民政府，县有关部门要…: clauses of nothing but names, whose list goes on.
    fn take_listed(&mut self, waiting: &[Waiting], predicate: Predicate, end: usize) {
        for waiting in waiting {
            if let Some(actors) = waiting.names(self.syntax) {
                self.take(actors, self.syntax.role_of(predicate, end));
            }
        }
    }

    pub(super) fn take(&mut self, actors: &Actors, role: Role) {
        for (unit, certainty) in actors.list.units.iter().zip(&actors.certainty) {
            self.led |= role == Role::Lead;
            if let Some(known) = self.names.get(&unit.name) {
                let known = &mut self.found[*known];
                if rank(role) > rank(known.role) {
                    known.role = role;
                }
                continue;
            }
            // 住房公积金中心…，云溪市住房公积金中心…: the fuller name stands for both.
            // 市公安机关、县公安机关 share a short form, and are two.
            let itself = |short: String| self.names.get(&short).copied().filter(|at| self.found[*at].unit == short);
            let shorter = short_forms(&unit.name).find_map(itself);
            let own = |at: &usize| self.found[*at].unit.chars().count() > SHORT_CHARS && !names_class(&unit.name);
            if let Some(at) = shorter.filter(own) {
                self.names.insert(unit.name.clone(), at);
                let known = &mut self.found[at];
                known.unit.clone_from(&unit.name);
                known.range = unit.range;
                if rank(role) > rank(known.role) {
                    known.role = role;
                }
                continue;
            }
            let at = self.found.len();
            self.names.extend(short_forms(&unit.name).chain([unit.name.clone()]).map(|name| (name, at)));
            self.found.push(Assigned {
                unit: unit.name.clone(),
                role,
                basis: Basis::Subject,
                open: actors.list.open,
                certainty: *certainty,
                range: unit.range,
            });
        }
    }

    /// 市县党委每季度、政府每月至少召开一次会议: the second subject shares the
    /// level of the first.
    fn second(&mut self, first: &Actors, at: usize, clause: Clause) {
        let s = self.syntax;
        let Some(pause) = (at..clause.end).find(|i| s.tokens[*i].kind == TokenKind::Pause) else { return };
        let Some((mut actors, _, predicate)) = s.subject(pause + 1, clause.end, Place::Head) else { return };
        let head = first.list.units.last().map_or("", |unit| unit.name.as_str());
        let shared = ["市县", "各级", "县乡", "省市县"].into_iter().find(|shared| head.starts_with(shared));
        let level = shared.or_else(|| level_of(head).map(|(word, _)| word)).unwrap_or("");
        let bare = |unit: &&mut UnitName| level_of(&unit.name).is_none() && !unit.name.starts_with('各');
        for unit in actors.list.units.iter_mut().filter(bare) {
            unit.name.insert_str(0, level);
        }
        self.take(&actors, self.syntax.role_of(predicate, clause.end));
    }

    /// 运营主体为县文旅公司, 牵头单位是县水利局.
    fn owner(&self, first: usize, end: usize) -> Option<(Actors, Role)> {
        const NOUNS: [&str; 6] = ["主体", "单位", "部门", "责任人", "主管", "机构"];
        let s = self.syntax;
        let copula = (first + 1..end).find(|at| matches!(s.word(*at), "为" | "是"))?;
        let label = s.source.slice(s.range(first, copula));
        let named = NOUNS.iter().any(|noun| label.ends_with(noun)) && s.tokens[copula - 1].is_word();
        let duty =
            ["主体", "牵头", "责任", "主办", "承办", "实施", "配合", "协办"].iter().any(|word| label.contains(word));
        if !named || !duty {
            return None;
        }
        let actors = s.actors(copula + 1, end, Place::Handed, None)?;
        Some((actors, role_of_label(label).unwrap_or(Role::Responsible)))
    }

    /// Whoever the paragraph that leads in to a list of duties charges with them.
    fn charged(&mut self, paragraph: TextRange) {
        let s = self.syntax;
        let Some(last) = s.source.clauses(paragraph).last() else { return };
        if let Some(actors) = self.charter(s.open(last.first, last.end), last) {
            self.take(&actors, Role::Responsible);
        }
    }

    /// 县监管委员会的主要职责是：…, 县科委是主管部门，主要职责是：…, 依托单位应履行以下职责：…: whose
    /// duties they are that follow.
    fn charter(&self, first: usize, clause: Clause) -> Option<Actors> {
        const DUTIES: [&str; 6] = ["职责", "主要职责", "工作职责", "职责任务", "以下职责", "下列职责"];
        const LABEL: usize = 5;
        let s = self.syntax;
        if clause.stop != Some('：') {
            return None;
        }
        let mut near = first.max(clause.end.saturating_sub(LABEL))..clause.end;
        let label =
            |at: &usize| DUTIES.contains(&s.source.slice(s.range(*at, clause.end)).trim_end_matches(['是', '为']));
        let label = near.find(label)?;
        if label > first {
            let takes_on = |at: usize| s.is(at, "履行") || s.is(at, "承担") || s.is(at, "的");
            let names = first..label - usize::from(takes_on(label - 1));
            let modal = names.clone().find(|at| s.has(*at, Classes::MODAL)).unwrap_or(names.end);
            return s.names_only(first, modal);
        }
        let (before, stop) = self.clause_before(clause.first)?;
        let is = (before..stop).find(|at| s.is(*at, "是") || s.is(*at, "为"))?;
        // 实验室所在的高校等单位是实验室的|依托单位，主要职责是：: what they are in it.
        let part = || {
            let of = (is + 1..stop).rev().find(|at| s.is(*at, "的")).unwrap_or(is);
            s.names_only(of + 1, stop)
        };
        s.names_only(s.open(before, is), is).or_else(part)
    }

    /// The clause before the comma that stands before the token `first`.
    fn clause_before(&self, first: usize) -> Option<(usize, usize)> {
        const FAR: usize = 60;
        let s = self.syntax;
        let stop = first.checked_sub(1).filter(|stop| s.is(*stop, "，"))?;
        let ends = |at: &usize| matches!(s.tokens[*at].kind, TokenKind::Stop | TokenKind::Break);
        let before = (stop.saturating_sub(FAR)..stop).rev().find(ends).map_or(0, |at| at + 1);
        Some((before, stop))
    }

    /// 生产经营单位使用燃气的，必须…: a condition on the subject.
    fn condition(&self, first: usize, clause: Clause) -> Option<Actors> {
        let s = self.syntax;
        let conditional = clause.end > first + 2 && s.word(clause.end - 1) == "的" && clause.stop == Some('，');
        let mut next = clause.end + 1;
        while s.tokens.get(next).is_some_and(|token| token.is_adverb() && !token.classes.has(Classes::MODAL)) {
            next += 1;
        }
        // 主管部门已经明确的，应当先由县司法局审核: another one must.
        let handed = (next + 1..s.clause_behind(clause.end).1).find(|at| !s.tokens[*at].is_adverb());
        if !conditional
            || !s.has(next, Classes::MODAL)
            || self.is_punished(clause.end)
            || handed.is_some_and(|at| s.hands_on(at))
        {
            return None;
        }
        let obliged = Predicate { strength: Strength::Modal, verb: None };
        (first + 1..clause.end - 1)
            .filter(|at| s.tokens[*at].is_verb() || s.has(*at, Classes::STATE | Classes::ADVERB | Classes::PREPOSITION))
            // 残联组织|认为…的: the noun that the name ends with.
            .filter(|at| !(s.is(*at, "组织") && s.describes(*at, clause.end)))
            .take(SLOTS)
            .find_map(|at| s.actors(first, at, Place::Head, Some(obliged)))
    }

    /// 施工单位提交报告后，建设单位必须…: the clause says when, and another one owes what
    /// the next one says.
    fn is_ground(&self, clause: Clause, predicate: Predicate) -> bool {
        let s = self.syntax;
        if clause.stop != Some('，') || predicate.strength < Strength::Verb || !s.has(clause.end - 1, Classes::FRAME) {
            return false;
        }
        let (next, end) = s.clause_behind(clause.end);
        let first = s.open(next, end);
        let owed = s.subject(first, end, Place::Head).is_some_and(|(_, _, next)| next.strength <= Strength::Duty);
        // 县发改局下达计划后，申报程序按规定执行: another matter.
        let other = first < end
            && matches!(s.tokens[first].kind, TokenKind::Word(WordClass::Noun | WordClass::Time))
            && !s.tokens[first].is_adverb()
            && s.predicate(first, end).is_none();
        owed || other || s.hands_on(first)
    }

    /// 企业依法竞得土地，缴纳出让金，可容缺办理许可证: what firms do so that they may do more.
    fn earns(&self, clause: Clause) -> bool {
        const CLAUSES: usize = 3;
        const SAYS: Classes = Classes::PERMIT.with(Classes::MODAL).with(Classes::HANDING);
        let s = self.syntax;
        let mut stop = clause.end;
        for _ in 0..CLAUSES {
            if !s.ends_with_comma(stop) {
                return false;
            }
            let (first, end) = s.clause_behind(stop);
            let missed = (first..end).any(|at| ["未", "逾期"].contains(&s.word(at)));
            // …缴纳社保6个月的，按标准给予补贴: what they get for it.
            let grant = (first..end).find(|at| s.is(*at, "给予") && !(first..*at).any(|i| s.has(i, SAYS)));
            // …符合条件的，鼓励银行予以支持.
            let urged = || first < end && ENCOURAGED.contains(&s.word(first));
            if (grant.is_some() || urged()) && s.is(stop - 1, "的") {
                return true;
            }
            match (first..end).find(|at| s.has(*at, SAYS)) {
                Some(at) => return s.word(at).starts_with('可') && !missed,
                None => stop = end,
            }
        }
        false
    }

    /// 有关部门在管理工作中滥用职权的，依法给予处理: what nobody may do, and what follows.
    fn is_offence(&self, clause: Clause, predicate: Predicate) -> bool {
        let s = self.syntax;
        let conditional = s.is(clause.end - 1, "的") && clause.stop == Some('，');
        conditional && predicate.strength >= Strength::Verb && self.is_punished(clause.end)
    }

    /// 机关搬迁基本完成, 企业普遍经营困难, 依托单位保障有力, 2002年某公司投资4800万元: how
    /// things stand or what has been done, and nothing that is owed.
    fn tells_state(&self, at: usize, clause: Clause, predicate: Predicate) -> bool {
        const STATES: [&str; 5] = ["有力", "良好", "齐全", "完备", "雄厚"];
        let s = self.syntax;
        let year = s.word(clause.first).parse::<i16>().ok().filter(|_| s.is(clause.first + 1, "年"));
        let past = year.zip(self.year).is_some_and(|(year, own)| year < own);
        predicate.strength > Strength::Duty
            && ((at..clause.end).any(|i| ["基本", "普遍", "净增"].contains(&s.word(i)))
                || STATES.contains(&s.word(clause.end - 1))
                || past)
    }

    /// 用人单位给予支持情况，各地配套情况；: clauses that name one matter after another.
    fn lists_matters(&self, clause: Clause, predicate: Predicate) -> bool {
        let s = self.syntax;
        let matter = |end: usize| end > 0 && s.is(end - 1, "情况");
        let beside = || {
            let (first, next) = s.clause_behind(clause.end);
            first < next && matter(next) || matter(clause.first.saturating_sub(1))
        };
        predicate.strength > Strength::Duty && matter(clause.end) && beside()
    }

    /// Whether the clause behind the comma at `stop` says how others deal with it.
    fn is_punished(&self, stop: usize) -> bool {
        static PUNISHMENTS: WordList = WordList::of(HEADING, "punishments");
        let (next, end) = self.syntax.clause_behind(stop);
        (next..end).any(|at| PUNISHMENTS.contains(self.syntax.word(at)))
    }

    /// 县发改局会同县财政局研究提出了意见: what partners have done.
    fn has_been_done(&self, predicate: Predicate, end: usize) -> bool {
        let s = self.syntax;
        let joined = predicate.verb.filter(|verb| s.has(*verb, Classes::JOIN));
        joined.is_some_and(|verb| (verb..end).any(|at| s.is(at, "了") && s.tokens[at - 1].is_verb()))
    }

    /// 县民政局会同县残联可以…: what both may do.
    fn joins_in_permission(&self, at: usize, end: usize, predicate: Predicate) -> bool {
        let s = self.syntax;
        let says = |i: &usize| s.has(*i, Classes::PERMIT | Classes::MODAL) || s.stands_as_verb(*i, end);
        predicate.verb.is_some_and(|verb| s.has(verb, Classes::JOIN))
            && (at + 1..end).find(says).is_some_and(|i| s.has(i, Classes::PERMIT))
    }

    /// 建设单位在竣工后，可以…; 业主发生争议的，可以…: the clause that gives the ground
    /// is followed by what its subject may do.
    fn is_permitted(&self, clause: Clause, predicate: Predicate) -> bool {
        const OBJECTS: [&str; 7] = ["对", "将", "把", "向", "为", "给", "与"];
        let s = self.syntax;
        let last = clause.end - 1;
        // 单位需要配建设施的，可以购买.
        let wants = s.is(last, "的") && (clause.first..clause.end).any(|at| s.is(at, "需要"));
        if clause.stop != Some('，') || predicate.strength < Strength::Verb && !wants {
            return false;
        }
        let grounds = s.word(last) == "的" || s.has(last, Classes::FRAME);
        let through = predicate.verb.is_none() && !(clause.first..clause.end).any(|at| OBJECTS.contains(&s.word(at)));
        (grounds || through) && s.permits_next(clause.end)
    }
}
