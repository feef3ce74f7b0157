//! Who must act in the running text: the grammar of obligation.
//!
//! A unit acts where its name opens a clause and a predicate follows (各镇要…,
//! 市、县政府每月至少召开…), or where 由 hands it the task (由县安委会统筹协调).
//! A unit behind any other verb or preposition is only acted upon.

use super::attribution::Assigned;
use super::predicates;
use super::subject::{conditional_subject, handed_end, is_name_list, is_person, named_end};
use crate::analysis::{Basis, Certainty, Role};
use crate::lexicon::marker::{Style, marker_at};
use crate::lexicon::modal::modal_at;
use crate::lexicon::openers::Openers;
use crate::mention::unit::{UnitList, level_of, tail_of, unit_list};
use crate::source::Source;
use crate::span::TextRange;
use std::sync::LazyLock;

/// Words that may open a clause before its subject.
const CONNECTORS: &[&str] = &[
    "请", "同时", "特别是", "尤其是", "其中", "此外", "另外", "并由", "并且", "并", "且", "届时", "原则上", "期间",
    "对此", "凡", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "首先", "其次",
];

/// Words that may stand before a time at the head of a clause.
const TIME_LEADS: &[&str] = &["在", "于", "到", "自", "从", "截至", "确保", "力争"];

/// Verbs that name partners behind them.
const JOINS: [&str; 2] = ["会同", "联合"];

/// Finds the actors of one task behind its title, skipping the brackets that
/// assign it. `times` are the places of its deadlines.
pub fn actors(
    source: &Source,
    block: TextRange,
    title_end: usize,
    brackets: &[TextRange],
    times: &[TextRange],
) -> Vec<Assigned> {
    let mut finder = Finder { source, times, found: Vec::new(), carried: None };
    let mut at = title_end.max(block.start);
    for bracket in brackets {
        finder.stretch(TextRange::new(at, bracket.start.max(at)));
        at = bracket.end.max(at);
    }
    finder.stretch(TextRange::new(at, block.end.max(at)));
    finder.found
}

struct Finder<'s, 't> {
    source: &'s Source<'t>,
    times: &'s [TextRange],
    found: Vec<Assigned>,
    /// A list that ended a clause, waiting for “，要…” behind the comma.
    carried: Option<TextRange>,
}

impl Finder<'_, '_> {
    fn stretch(&mut self, range: TextRange) {
        self.carried = None;
        for clause in clauses(self.source, range) {
            self.clause(clause);
        }
    }

    fn clause(&mut self, clause: Clause) {
        let waiting = self.carried.take();
        let range = self.skip_adverbials(clause.range);
        let text = self.source.slice(range);
        if let Some(waiting) = waiting
            && (modal_at(text, '\0').is_some() || text.starts_with("按照") || text.starts_with("才能"))
        {
            self.take(waiting, text);
        }
        if let Some(end) = self.subject_end(range) {
            let names = TextRange::new(range.start, range.start + end);
            self.take(names, &text[end..]);
            self.take_second(names, TextRange::new(names.end, range.end));
        } else if clause.followed_by_comma && is_name_list(text) {
            self.carried = Some(range);
        } else if let Some(names) = conditional_subject(text, clause.after) {
            self.take(names.shift(range.start), clause.after);
        }
        self.handed(range);
        self.partners(range);
    }

    /// Moves past connectors and times at the head of a clause.
    fn skip_adverbials(&self, range: TextRange) -> TextRange {
        let mut start = range.start;
        loop {
            let text = self.source.slice(TextRange::new(start, range.end));
            if let Some(marker) = marker_at(text).filter(|m| m.style != Style::Chinese && m.len < text.len()) {
                start += marker.len;
                continue;
            }
            let connector = OPENING.at(text).next().map_or(0, str::len);
            let lead = TIME_LEAD.at(text).next().map_or(0, str::len);
            let time = self.times.iter().find(|t| t.start == start + lead || t.start == start);
            let step = match time {
                Some(time) => time.end - start,
                None if connector > 0 => connector,
                None => return TextRange::new(start.min(range.end), range.end),
            };
            start += step;
            if start >= range.end {
                return TextRange::new(range.end, range.end);
            }
        }
    }

    fn take(&mut self, names: TextRange, predicate: &str) {
        let list = described(self.source, names).unwrap_or_else(|| unit_list(self.source, names));
        self.take_list(&list, role_of(predicate));
    }

    fn take_list(&mut self, list: &UnitList, role: Role) {
        if !list.is_sound() {
            return;
        }
        for unit in &list.units {
            if self.found.iter().any(|a| a.unit == unit.name) || is_person(&unit.name) {
                continue;
            }
            let certainty = if tail_of(&unit.name).is_some() { Certainty::Sure } else { Certainty::Likely };
            self.found.push(Assigned {
                unit: unit.name.clone(),
                role,
                basis: Basis::Subject,
                open: list.open,
                certainty,
                range: unit.range,
            });
        }
    }

    /// 市县党委每季度、政府每月至少召开一次会议: the second subject shares the
    /// level of the first.
    fn take_second(&mut self, first: TextRange, rest: TextRange) {
        let Some(time) = self.times.iter().find(|t| t.start == rest.start) else { return };
        let behind = self.source.slice(TextRange::new(time.end.min(rest.end), rest.end));
        let Some(second) = behind.strip_prefix('、') else { return };
        let start = time.end + "、".len();
        let Some(end) = self.subject_end(TextRange::new(start, rest.end)) else { return };
        let range = TextRange::new(start, start + end);
        let name = self.source.written(range);
        let head = self.source.written(first);
        let shared = ["市县", "各级", "县乡", "省市县", "市、县"].iter().find(|h| head.starts_with(**h)).copied();
        let level = shared.or_else(|| level_of(&head).map(|(word, _)| word)).unwrap_or("");
        let unit = if level_of(&name).is_some() { name } else { format!("{level}{name}") };
        let role = role_of(&second[end..]);
        self.found.push(Assigned { unit, role, basis: Basis::Subject, open: false, certainty: Certainty::Sure, range });
    }

    /// Where the subject at the head of `clause` ends, if a predicate or a time
    /// follows it.
    fn subject_end(&self, clause: TextRange) -> Option<usize> {
        let timed = |end: usize| {
            let at = clause.start + end;
            let lead = self.source.slice(TextRange::new(at, clause.end)).chars().next().map_or(0, char::len_utf8);
            self.times.iter().any(|time| time.start == at || time.start == at + lead && self.is_lead(at, lead))
        };
        let text = self.source.slice(clause);
        let within = |end: usize| self.times.iter().any(|t| clause.start < t.start && t.end <= clause.start + end);
        let follows = |end: usize| {
            if within(end) {
                return false;
            }
            let rest = &text[end..];
            predicates::opens(rest) && !predicates::is_attributive(rest) || timed(end)
        };
        named_end(text, |rest| modal_at(rest, '\0').is_some(), follows)
    }

    /// Whether a preposition of time stands at `at`.
    fn is_lead(&self, at: usize, len: usize) -> bool {
        matches!(self.source.slice(TextRange::new(at, at + len)), "于" | "在" | "自" | "从" | "到")
    }

    /// 由X牵头; 建立X牵头、Y参与的机制.
    fn handed(&mut self, clause: TextRange) {
        let text = self.source.slice(clause);
        for (at, word) in text.match_indices('由') {
            let start = at + word.len();
            let not = text[..at].ends_with(['理', '自', '缘', '事', '因', '经'])
                || text[start..].starts_with(['于', '此', '来', '人', '点', '单', '高']);
            if !not && let Some(end) = handed_end(&text[start..]) {
                let range = TextRange::new(start, start + end).shift(clause.start);
                self.take(range, &text[start + end..]);
                self.participants(TextRange::new(range.end, clause.end));
            }
        }
        let Some(lead) = find_lead(text) else { return };
        let Some(head) = ["建立", "健全", "构建", "形成", "完善", "成立"]
            .iter()
            .filter_map(|w| text[..lead].rfind(w).map(|at| at + w.len()))
            .max()
        else {
            return;
        };
        let head = head + usize::from(text[head..].starts_with("健全")) * "健全".len();
        let names = TextRange::new(head, lead);
        if names.is_empty()
            || text[head..].starts_with('由')
            || text[head..lead].starts_with("一个")
            || text[head..lead].contains('”')
        {
            return;
        }
        let list = unit_list(self.source, names.shift(clause.start));
        if list.is_sound() {
            self.take_list(&list, Role::Lead);
            self.participants(TextRange::new(clause.start + lead, clause.end));
        }
    }

    /// 、Y参与的机制 behind 牵头.
    fn participants(&mut self, rest: TextRange) {
        let text = self.source.slice(rest);
        let Some(lead) = find_lead(text) else { return };
        let behind = lead + "牵头".len();
        let Some(names) = text[behind..].strip_prefix('、') else { return };
        let Some(end) = ["参与", "配合", "参加", "协同", "协助"].iter().filter_map(|w| names.find(w)).min()
        else {
            return;
        };
        let start = behind + "、".len();
        let list = unit_list(self.source, TextRange::new(start, start + end).shift(rest.start));
        self.take_list(&list, Role::Support);
    }

    /// 会同有关部门…: those who act along.
    fn partners(&mut self, clause: TextRange) {
        let text = self.source.slice(clause);
        if !JOINING.within(text) {
            return;
        }
        for word in JOINS {
            let Some(at) = text.find(word) else { continue };
            let start = at + word.len();
            let acting = self.found.iter().any(|a| clause.covers(a.range) || a.range.end <= clause.start)
                && (at == 0 || self.found.iter().any(|a| clause.covers(a.range)));
            if !acting {
                continue;
            }
            let names = TextRange::new(clause.start + start, clause.end);
            let end = self.subject_end(names).or_else(|| is_name_list(&text[start..]).then_some(names.len()));
            if let Some(end) = end {
                let list = unit_list(self.source, TextRange::new(names.start, names.start + end));
                self.take_list(&list, Role::Support);
            }
        }
    }
}

/// 涉及易制毒、易制爆化学品的学院: what describes a name is not taken apart.
fn described(source: &Source, names: TextRange) -> Option<UnitList> {
    const DESCRIBING: &[&str] = &[
        "涉及", "从事", "开展", "承担", "具有", "具备", "使用", "存在", "发生", "发现", "负责", "经营", "生产", "储存",
    ];
    let text = source.slice(names);
    let of = text.rfind('的').filter(|_| DESCRIBING.iter().any(|verb| text.starts_with(verb)))?;
    let mut list = unit_list(source, TextRange::new(names.start + of + "的".len(), names.end));
    let first = list.units.first_mut()?;
    first.range.start = names.start;
    first.name = source.slice(first.range).to_owned();
    Some(list)
}

/// A clause and what follows it.
struct Clause<'t> {
    range: TextRange,
    followed_by_comma: bool,
    after: &'t str,
}

/// The clauses of a stretch, cut at marks outside brackets and quotations.
fn clauses<'s>(source: &'s Source, range: TextRange) -> Vec<Clause<'s>> {
    let text = source.slice(range);
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0i32);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '《' | '“' => depth += 1,
            '）' | '》' | '”' => depth = (depth - 1).max(0),
            '。' | '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '\n') {
            let end = at + c.len_utf8();
            let range = TextRange::new(start, at).shift(range.start);
            found.push(Clause { range, followed_by_comma: c == '，', after: &text[end..] });
            start = end;
        }
    }
    found.push(Clause {
        range: TextRange::new(start, text.len()).shift(range.start),
        followed_by_comma: false,
        after: "",
    });
    found
}

/// Where 牵头 stands; quick in a text without it.
fn find_lead(text: &str) -> Option<usize> {
    if text.contains('牵') { text.find("牵头") } else { None }
}

static OPENING: LazyLock<Openers> = LazyLock::new(|| Openers::new(CONNECTORS.iter().copied()));
static TIME_LEAD: LazyLock<Openers> = LazyLock::new(|| Openers::new(TIME_LEADS.iter().copied()));
static JOINING: LazyLock<Openers> = LazyLock::new(|| Openers::new(JOINS));

/// The role that a predicate gives its subject.
fn role_of(predicate: &str) -> Role {
    let head: String = predicate.chars().take_while(|c| !matches!(c, '，' | '。' | '；' | '由')).take(24).collect();
    let bare = head.trim_start_matches(['要', '应', '须', '将', '都', '均', '也', '年', '内']);
    if head.contains("牵头") || head.contains("统筹") || bare.starts_with("会同") {
        Role::Lead
    } else if ["配合", "积极配合", "协助", "参与", "参加", "密切配合", "做好配合", "协同"]
        .iter()
        .any(|w| bare.starts_with(w))
    {
        Role::Support
    } else if ["督促", "负责督促", "负责指导", "负责督导", "指导", "监督", "督导", "加强对"]
        .iter()
        .any(|w| bare.starts_with(w))
    {
        Role::Supervise
    } else {
        Role::Responsible
    }
}
