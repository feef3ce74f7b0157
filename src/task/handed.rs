//! Those who are handed a task within a clause: behind 由 and 会同, in 在X指导下,
//! by a body that is set up.

use super::actor::{Finder, SLOTS};
use super::candidate::{Actors, Place};
use super::predicate::{Predicate, Strength};
use crate::analysis::{Role, UnitCategory};
use crate::lexicon::class::Classes;
use crate::mention::unit::{UnitList, UnitName, category_of, level_of, tail_of};
use crate::source::{Clause, TokenKind};

/// How far 在X指导下 may reach.
const GUIDED_TOKENS: usize = 60;

/// What asks for nothing that somebody owes, or tells what is to be prevented.
pub(super) const ENCOURAGED: [&str; 8] = ["鼓励", "支持", "倡导", "提倡", "防止", "避免", "严防", "杜绝"];
/// What goes on from one measure to another.
const GROWS: [&str; 6] = ["扩大", "提高", "降低", "增加", "减少", "扩展"];
/// What purses do.
const SHARES: [&str; 4] = ["分担", "负担", "分别负担", "承担"];
/// What several do as one.
const TOGETHER: [&str; 4] = ["共同", "联合", "一起", "一道"];
/// What leads from one state to another.
const SHIFTS: [&str; 6] = ["转变", "转型", "过渡", "延伸", "拓展", "转移"];

impl Finder<'_, '_> {
    /// 由X牵头; 建立X牵头、Y参与的机制.
    pub(super) fn handed(&mut self, first: usize, end: usize) {
        let s = self.syntax;
        let slots =
            (first..end).filter(|at| s.hands_on(*at) || s.has(*at, Classes::SET_UP) || s.is(*at, "指定")).take(SLOTS);
        for at in slots {
            if s.is(at, "指定") {
                // 指定专门机构负责运维.
                let named = s.subject(at + 1, end, Place::Handed);
                // 指定一家单位牵头: one of them, whichever.
                let any = s.word(at + 1).starts_with('一') || s.tokens[at + 1].kind == TokenKind::Number;
                if let Some((actors, _, predicate)) = named.filter(|(_, _, p)| p.strength == Strength::Duty)
                    && !s.is(at + 1, "的")
                    && !any
                    && !(first..at).any(|i| s.has(i, Classes::PERMIT))
                {
                    self.take(&actors, s.role_of(predicate, end));
                }
            } else if s.hands_on(at) {
                // 鼓励…由X收回: nobody has to.
                let permits = (first..at).any(|i| s.has(i, Classes::PERMIT)) || ENCOURAGED.contains(&s.word(first));
                // 已由用人单位缴纳: what has been done; 是指由政府给予支持的住房: what it is.
                let told = at > first && (s.is(at - 1, "已") || s.is(at - 1, "是指") || s.is(at - 1, "指"));
                // 由政府监管向社会共治的转变: from one state to another.
                let towards = (at + 1..end).find(|i| s.word(*i) == "向").unwrap_or(end);
                let turns = (towards..end).any(|i| SHIFTS.contains(&s.word(i)));
                // 由市五区扩大至市六区: how far something reaches.
                let reaches = |i: usize| s.is(i, "至") || s.is(i, "到");
                let grows = (at + 1..end).any(|i| GROWS.contains(&s.word(i)) && reaches(i + 1));
                // 由市、区按比例分担: purses.
                let pays =
                    |p: Predicate| p.strength > Strength::Duty && (at + 1..end).any(|i| SHARES.contains(&s.word(i)));
                let purse = |unit: &UnitName| level_of(&unit.name).is_some_and(|(word, _)| word == unit.name);
                // 由企业申请: what firms may ask for.
                let asks = |p: Predicate| p.verb.is_some_and(|verb| s.word(verb) == "申请");
                let composes = |p: Predicate| p.verb.is_some_and(|verb| matches!(s.word(verb), "组成" | "构成"));
                if let Some((actors, behind, predicate)) = s.subject(at + 1, end, Place::Handed)
                    && !(permits || turns || told || grows)
                    && !composes(predicate)
                    && !(pays(predicate) && actors.list.units.iter().all(purse))
                    && !(actors.are_firms() && asks(predicate))
                    && !(actors.are_firms() && s.permits_next(end))
                    && !(predicate.strength > Strength::Duty && s.describes_subject(behind, end))
                {
                    let actors = self.beside(actors, behind);
                    self.take(&actors, self.syntax.role_of(predicate, end));
                    self.led_along(predicate, end);
                    self.participants(behind, end);
                }
            } else if at + 1 < end && s.has(at, Classes::SET_UP) && !s.hands_on(at + 1) && !s.is(at + 1, "的") {
                let Some((actors, behind, predicate)) = s.subject(at + 1, end, Place::Handed) else { continue };
                if !s.is_mechanism(predicate, end) && s.has(predicate.verb.unwrap_or(behind), Classes::LEAD) {
                    self.take(&actors, Role::Lead);
                    self.participants(behind, end);
                }
            }
        }
    }

    /// 县财政局与县资规局|共同负责: those behind 与 act along, and the others are handed on.
    pub(super) fn beside(&mut self, mut actors: Actors, at: usize) -> Actors {
        let s = self.syntax;
        if !TOGETHER.contains(&s.word(at)) {
            return actors;
        }
        let Some(first) = actors.list.units.first().map(|unit| s.source.tokens_in(unit.range).start) else {
            return actors;
        };
        let Some(with) = (first..at).rev().find(|i| s.is(*i, "与") || s.is(*i, "同")) else { return actors };
        let behind = s.tokens[with].range().end;
        let split = actors.list.units.iter().position(|unit| unit.range.start >= behind).filter(|at| *at > 0);
        let Some(split) = split else { return actors };
        let certainty = actors.certainty.split_off(split);
        let units = actors.list.units.split_off(split);
        self.take(&Actors { list: UnitList { units, open: false }, certainty }, Role::Support);
        actors
    }

    /// 要与县公安局、县资规局|联合执法, 与交通部门|建立联动机制: those who act along.
    fn with(&mut self, first: usize, end: usize) {
        const FAR: usize = 40;
        let s = self.syntax;
        let obliged = |at: usize| s.has(at - 1, Classes::MODAL) || s.tokens[at - 1].is_adverb() && at > first + 1;
        for at in (first + 1..end).filter(|at| s.is(*at, "与") && obliged(*at)).take(SLOTS) {
            let together = |i: &usize| {
                let common = |i: &usize| s.word(*i).contains("联合") || s.word(*i).contains("联动");
                TOGETHER.contains(&s.word(*i)) || s.is(*i, "建立") && (*i..end).any(|i| common(&i))
            };
            let Some(deed) = (at + 2..end.min(at + FAR)).find(together) else { continue };
            if let Some(actors) = s.actors(at + 1, deed, Place::Handed, None) {
                self.take(&actors, Role::Support);
            }
        }
    }

    /// 县住建局牵头县资规局、县财政局组建…: those whom the lead brings along.
    pub(super) fn led_along(&mut self, predicate: Predicate, end: usize) {
        let s = self.syntax;
        let Some(lead) = predicate.verb.filter(|verb| s.is(*verb, "牵头")) else { return };
        if let Some((actors, ..)) = s.subject(lead + 1, end, Place::Handed) {
            self.take(&actors, Role::Support);
        }
    }

    /// 、Y参与的机制 behind 牵头.
    fn participants(&mut self, first: usize, end: usize) {
        let s = self.syntax;
        let pauses = (first..end).filter(|at| s.tokens[*at].kind == TokenKind::Pause).take(SLOTS);
        let part = pauses.filter_map(|at| s.subject(at + 1, end, Place::Handed)).next();
        if let Some((actors, _, predicate)) = part
            && predicate.verb.is_some_and(|verb| s.has(verb, Classes::SUPPORT))
        {
            self.take(&actors, Role::Support);
        }
    }

    /// 在X指导下, 在X牵头下.
    pub(super) fn guided(&mut self, clause: Clause) {
        let s = self.syntax;
        for at in (clause.first..clause.end).filter(|at| s.word(*at) == "在").take(SLOTS) {
            let far = clause.end.min(at + GUIDED_TOKENS);
            let Some(under) = (at + 2..far).find(|i| s.word(*i) == "下") else { continue };
            let role = match s.word(under - 1) {
                "指导" | "督导" | "监督" => Role::Supervise,
                "牵头" | "统筹" | "统一领导" | "协调" => Role::Lead,
                _ => continue,
            };
            // 在县防指的统筹指导下.
            let aside =
                |i: usize| s.is(i, "的") || s.tokens[i].is_adverb() || s.has(i, Classes::LEAD.with(Classes::SUPPORT));
            let names_end = (at + 2..under - 1).rev().take_while(|i| aside(*i)).last().unwrap_or(under - 1);
            if let Some(actors) = s.actors(at + 1, names_end, Place::Handed, None) {
                self.take(&actors, role);
            }
        }
    }

    /// 会同有关部门…: those who act along.
    pub(super) fn partners(&mut self, first: usize, end: usize) {
        let s = self.syntax;
        self.with(first, end);
        for at in (first..end).filter(|at| s.has(*at, Classes::JOIN)).take(SLOTS) {
            // 可会同县公安局检查: what may be done.
            let may = at > first && s.has(at - 1, Classes::PERMIT);
            // 经县财政局会同县审计局批准，…: what comes first.
            let passed = s.is(first, "经");
            let after_name = s.word(at) != "商" || tail_of(s.source.slice(s.range(first, at))).is_some();
            // 已会同县财政局研究: what has been done.
            let behind_verb =
                at > first && !s.is(at - 1, "牵头") && (s.stands_as_verb(at - 1, end) || s.has(at - 1, Classes::STATE));
            if !after_name
                || may
                || passed
                || behind_verb
                || s.acts_together(at, end)
                || s.joins_in_name(at)
                || (at..end).any(|i| s.is(i, "了") && s.tokens[i - 1].is_verb())
                || self.found.is_empty() && at > first
                || s.word(at) != "会同" && s.has(at + 1, Classes::BODY)
            {
                continue;
            }
            let partners = s.subject(at + 1, end, Place::Handed).map(|(actors, ..)| actors);
            let partners = partners.or_else(|| s.actors(at + 1, end, Place::Handed, None));
            // 协同|布局科技攻关: only 会同 stands before names alone.
            let named = |unit: &UnitName| s.word(at) == "会同" || tail_of(&unit.name).is_some();
            if let Some(actors) = partners.filter(|actors| actors.list.units.first().is_some_and(named)) {
                self.take(&actors, Role::Support);
            }
        }
    }

    /// 成立防汛专班，负责…; 下设票务组负责售票.
    pub(super) fn bodies(&mut self, first: usize, clause: Clause) {
        let s = self.syntax;
        let Some(at) = (first..clause.end).find(|at| s.has(*at, Classes::SET_UP)) else { return };
        let of_mechanism = ["机制", "制度", "体系", "模式"].iter().any(|thing| s.word(clause.end - 1).ends_with(thing));
        if let Some((actors, _, predicate)) = s.subject(at + 1, clause.end, Place::Handed)
            && predicate.strength <= Strength::Duty
        {
            // 建立银行支持重点项目的激励机制: nobody takes part in it.
            let takes_part = predicate.verb.is_some_and(|verb| ["参加", "参与", "配合"].contains(&s.word(verb)));
            if !s.is_mechanism(predicate, clause.end) && (takes_part || !of_mechanism) {
                self.take(&actors, self.syntax.role_of(predicate, clause.end));
            }
        } else if clause.stop == Some('，') {
            let body = |unit: &UnitName| {
                matches!(category_of(&unit.name), UnitCategory::Coordination | UnitCategory::Department)
            };
            self.set_up =
                s.actors(at + 1, clause.end, Place::Handed, None).filter(|actors| actors.list.units.iter().all(body));
        }
    }
}
