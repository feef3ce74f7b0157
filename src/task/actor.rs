//! Who must act in the running text: the grammar of obligation.
//!
//! A unit acts where its name opens a clause and a predicate follows (各镇要…,
//! 市、县政府每月至少召开…), or where 由 hands it the task (由县安委会统筹协调).
//! A unit behind any other verb or preposition is only acted upon.

use super::attribution::Assigned;
use super::candidate::{Actors, Place};
use super::predicate::{Predicate, Strength};
use super::syntax::Syntax;
use crate::analysis::{Basis, Role, UnitCategory};
use crate::lexicon::class::Classes;
use crate::mention::unit::{UnitName, category_of, level_of, tail_of};
use crate::source::{Clause, Source, TokenKind};
use crate::span::TextRange;
use rustc_hash::FxHashSet;

/// Finds the actors of one task, skipping the brackets that assign it. A title
/// that is nothing but units makes them act. `times` are the places of its
/// deadlines, in order.
pub fn actors(
    source: &Source,
    block: TextRange,
    title: TextRange,
    brackets: &[TextRange],
    times: &[TextRange],
) -> Vec<Assigned> {
    let syntax = Syntax::new(source, times);
    let mut finder = Finder { syntax, found: Vec::new(), names: FxHashSet::default(), carried: None, set_up: None };
    let mut at = title.end.max(block.start);
    if !title.is_empty() {
        finder.title(title, TextRange::new(at, block.end));
        finder.sentence(title);
    }
    for bracket in brackets {
        finder.stretch(TextRange::new(at, bracket.start.max(at)));
        at = bracket.end.max(at);
    }
    finder.stretch(TextRange::new(at, block.end.max(at)));
    finder.found
}

/// How the same item may call a unit again: without its level (算力办), or by the
/// short form in its bracket (县无线电管理办公室（县无管办）).
fn short_forms(name: &str) -> impl Iterator<Item = String> + '_ {
    let bare = level_of(name)
        .map(|(level, _)| &name[level.len()..])
        .filter(|bare| tail_of(bare).is_some_and(|tail| tail.word != *bare));
    let alias = name.strip_suffix('）').and_then(|name| name.split_once('（')).map(|(_, alias)| alias);
    bare.into_iter().chain(alias.filter(|alias| tail_of(alias).is_some())).map(str::to_owned)
}

/// Firms, schools and hospitals, unlike mines and markets, are no fields of work.
fn is_firm(name: &str) -> bool {
    ["公司", "集团", "卫生院", "学校", "大学", "医院", "卫生院", "银行", "中学", "小学"]
        .iter()
        .any(|firm| name.ends_with(firm))
}

/// How many words of one clause may hand names a task: no clause of an official
/// has as many, and hostile text is read in linear time.
const SLOTS: usize = 16;
/// How far 在X指导下 may reach.
const GUIDED_TOKENS: usize = 60;

struct Finder<'s, 't> {
    syntax: Syntax<'s, 't>,
    found: Vec<Assigned>,
    /// The names found so far.
    names: FxHashSet<String>,
    /// Tokens that filled a clause, waiting for “，要…” behind the comma.
    carried: Option<(usize, usize)>,
    /// A body that the clause before has set up (成立X，负责…).
    set_up: Option<Actors>,
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
            tail_of(&unit.name).is_some() && (!field || is_firm(&unit.name))
        };
        if !actors.list.units.iter().all(own) {
            return;
        }
        let role = s.source.clauses(body).find_map(|clause| {
            let first = s.open(clause.first, clause.end);
            let predicate = s.predicate(first, clause.end)?;
            Some(match self.role_of(predicate, clause.end) {
                // 配合县住建局做好抢修: the owner of the item helps, and owns it.
                Role::Support => Role::Responsible,
                role => role,
            })
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
                self.take(&actors, self.role_of(predicate, clause.end));
            }
        }
    }

    fn stretch(&mut self, range: TextRange) {
        self.carried = None;
        self.set_up = None;
        for clause in self.syntax.source.clauses(range) {
            self.clause(clause);
        }
    }

    fn clause(&mut self, clause: Clause) {
        let s = self.syntax;
        let waiting = self.carried.take();
        let body = self.set_up.take();
        let first = s.open(clause.first, clause.end);
        if let Some((from, to)) = waiting
            && let Some(predicate) = s.predicate(first, clause.end)
            && (predicate.strength == Strength::Modal || s.has(first, Classes::PREPOSITION))
            && let Some(actors) =
                s.actors(from, to, Place::Head, Some(Predicate { strength: Strength::Modal, ..predicate }))
        {
            self.take(&actors, self.role_of(predicate, clause.end));
        }
        match s.subject(first, clause.end, Place::Head) {
            Some((actors, at, predicate)) => {
                let helps_each_other =
                    self.found.is_empty() && actors.list.units.len() > 1 && s.word(clause.end - 1) == "配合";
                let role = self.role_of(predicate, clause.end);
                self.take(&actors, if helps_each_other { Role::Responsible } else { role });
                if predicate.strength == Strength::Time {
                    self.second(&actors, at, clause);
                }
            }
            None => self.without_subject(first, clause, body),
        }
        self.handed(first, clause.end);
        self.guided(clause);
        self.partners(first, clause.end);
        self.bodies(first, clause);
    }

    /// A clause that does not open with a name and a predicate.
    fn without_subject(&mut self, first: usize, clause: Clause, body: Option<Actors>) {
        let s = self.syntax;
        if let Some(actors) = body
            && let Some(predicate) = s.predicate(first, clause.end).filter(|p| p.strength == Strength::Duty)
        {
            self.take(&actors, self.role_of(predicate, clause.end));
        }
        if let Some((actors, role)) = self.owner(first, clause.end) {
            self.take(&actors, role);
        } else if let Some(actors) = self.condition(first, clause) {
            self.take(&actors, Role::Responsible);
        } else if clause.stop == Some('，') {
            self.carried = Some((first, clause.end));
        }
    }

    fn take(&mut self, actors: &Actors, role: Role) {
        for (unit, certainty) in actors.list.units.iter().zip(&actors.certainty) {
            if !self.names.insert(unit.name.clone()) {
                continue;
            }
            self.names.extend(short_forms(&unit.name));
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
        for unit in actors.list.units.iter_mut().filter(|unit| level_of(&unit.name).is_none()) {
            unit.name.insert_str(0, level);
        }
        self.take(&actors, self.role_of(predicate, clause.end));
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

    /// 生产经营单位使用燃气的，必须…: a condition on the subject.
    fn condition(&self, first: usize, clause: Clause) -> Option<Actors> {
        let s = self.syntax;
        let conditional = clause.end > first + 2 && s.word(clause.end - 1) == "的" && clause.stop == Some('，');
        let mut next = clause.end + 1;
        while s.tokens.get(next).is_some_and(|token| token.is_adverb() && !token.classes.has(Classes::MODAL)) {
            next += 1;
        }
        if !conditional || !s.has(next, Classes::MODAL) {
            return None;
        }
        let obliged = Predicate { strength: Strength::Modal, verb: None };
        (first + 1..clause.end - 1)
            .filter(|at| s.tokens[*at].is_verb() || s.has(*at, Classes::STATE | Classes::ADVERB))
            .take(SLOTS)
            .find_map(|at| s.actors(first, at, Place::Head, Some(obliged)))
    }

    /// 由X牵头; 建立X牵头、Y参与的机制.
    fn handed(&mut self, first: usize, end: usize) {
        let s = self.syntax;
        let slots = (first..end).filter(|at| s.word(*at) == "由" || s.has(*at, Classes::SET_UP)).take(SLOTS);
        for at in slots {
            if s.word(at) == "由" {
                if let Some((actors, behind, predicate)) = s.subject(at + 1, end, Place::Handed) {
                    self.take(&actors, self.role_of(predicate, end));
                    self.participants(behind, end);
                }
            } else if at + 1 < end && s.has(at, Classes::SET_UP) && s.word(at + 1) != "由" {
                let Some((actors, behind, predicate)) = s.subject(at + 1, end, Place::Handed) else { continue };
                if s.has(predicate.verb.unwrap_or(behind), Classes::LEAD) {
                    self.take(&actors, Role::Lead);
                    self.participants(behind, end);
                }
            }
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
    fn guided(&mut self, clause: Clause) {
        let s = self.syntax;
        for at in (clause.first..clause.end).filter(|at| s.word(*at) == "在").take(SLOTS) {
            let far = clause.end.min(at + GUIDED_TOKENS);
            let Some(under) = (at + 2..far).find(|i| s.word(*i) == "下") else { continue };
            let role = match s.word(under - 1) {
                "指导" | "督导" | "监督" => Role::Supervise,
                "牵头" | "统筹" | "统一领导" | "协调" => Role::Lead,
                _ => continue,
            };
            let names_end = if s.word(under - 2) == "的" { under - 2 } else { under - 1 };
            if let Some(actors) = s.actors(at + 1, names_end, Place::Handed, None) {
                self.take(&actors, role);
            }
        }
    }

    /// 会同有关部门…: those who act along.
    fn partners(&mut self, first: usize, end: usize) {
        let s = self.syntax;
        for at in (first..end).filter(|at| s.has(*at, Classes::JOIN)).take(SLOTS) {
            let after_name = s.word(at) != "商" || tail_of(s.source.slice(s.range(first, at))).is_some();
            let behind_verb = at > first && s.tokens[at - 1].is_verb();
            if !after_name || behind_verb || self.found.is_empty() || s.has(at + 1, Classes::BODY) {
                continue;
            }
            let partners = s.subject(at + 1, end, Place::Handed).map(|(actors, ..)| actors);
            let partners = partners.or_else(|| s.actors(at + 1, end, Place::Handed, None));
            if let Some(actors) = partners {
                self.take(&actors, Role::Support);
            }
        }
    }

    /// 成立防汛专班，负责…; 下设票务组负责售票.
    fn bodies(&mut self, first: usize, clause: Clause) {
        let s = self.syntax;
        let Some(at) = (first..clause.end).find(|at| s.has(*at, Classes::SET_UP)) else { return };
        if let Some((actors, _, predicate)) = s.subject(at + 1, clause.end, Place::Handed)
            && predicate.strength <= Strength::Duty
        {
            self.take(&actors, self.role_of(predicate, clause.end));
        } else if clause.stop == Some('，') {
            let body = |unit: &UnitName| {
                matches!(category_of(&unit.name), UnitCategory::Coordination | UnitCategory::Department)
            };
            self.set_up =
                s.actors(at + 1, clause.end, Place::Handed, None).filter(|actors| actors.list.units.iter().all(body));
        }
    }

    /// The role that a predicate gives its subject: its first verb decides.
    fn role_of(&self, predicate: Predicate, end: usize) -> Role {
        let s = self.syntax;
        let Some(verb) = predicate.verb else { return Role::Responsible };
        if let Some(role) = self.named_role(verb, end) {
            return role;
        }
        if s.has(verb, Classes::LEAD | Classes::JOIN) || self.leads_later(verb, end) {
            Role::Lead
        } else if s.has(verb, Classes::SUPPORT) {
            Role::Support
        } else if self.supervises(verb, end) {
            Role::Supervise
        } else {
            Role::Responsible
        }
    }

    /// 作为配合单位, 为牵头单位.
    fn named_role(&self, verb: usize, end: usize) -> Option<Role> {
        let s = self.syntax;
        if !matches!(s.word(verb), "作为" | "为" | "是") {
            return None;
        }
        role_of_label(s.source.slice(s.range(verb + 1, end)))
    }

    /// 按职责分工牵头: the verb of the lead behind another one, unless it says who
    /// leads a body that is set up.
    fn leads_later(&self, verb: usize, end: usize) -> bool {
        let s = self.syntax;
        let lead = (verb..end).find(|at| s.word(*at) == "牵头");
        lead.is_some_and(|lead| !(verb..lead).any(|at| s.has(at, Classes::SET_UP)))
    }

    /// 督促, 负责指导, 加强督促检查; 跟踪、督查.
    fn supervises(&self, verb: usize, end: usize) -> bool {
        let s = self.syntax;
        let next = verb + 1;
        let through = matches!(s.word(verb), "负责" | "加强" | "强化") && next < end && s.has(next, Classes::SUPERVISE);
        let listed = next + 1 < end && s.tokens[next].kind == TokenKind::Pause && s.has(next + 1, Classes::SUPERVISE);
        s.has(verb, Classes::SUPERVISE) || through || listed
    }
}

/// The role that a noun such as 牵头单位 gives.
fn role_of_label(label: &str) -> Option<Role> {
    if label.contains("牵头") || label.contains("主办") {
        Some(Role::Lead)
    } else if label.contains("配合") || label.contains("协办") || label.contains("参与") {
        Some(Role::Support)
    } else {
        None
    }
}
