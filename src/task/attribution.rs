//! What assigns a task: the bracket behind it, a label line, a cell of an annex.
//!
//! （县住建局牵头，县工信局、县应急局等部门分工负责）
//! 牵头单位：县住建局；配合单位：县工信局

use super::label::{Label, label_between};
use super::syntax::Syntax;
use crate::analysis::{Assignment, Basis, Certainty, Name, Role};
use crate::lexicon::class::Classes;
use crate::lexicon::duty::{Part, duty};
use crate::lexicon::letter::is_han;
use crate::lexicon::lexemes::{first_len, without_last};
use crate::lexicon::openers::Openers;
use crate::mention::unit::{UnitList, UnitName, is_unit, level_of, tail_of, unit_list, unit_list_after};
use crate::source::{Source, Token};
use crate::span::TextRange;
use std::sync::LazyLock;

/// One unit's part, before it is tied to a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The unit's full name.
    pub unit: String,
    /// Its role.
    pub role: Role,
    /// Why it stands here.
    pub basis: Basis,
    /// Whether its list goes on with 等部门.
    pub open: bool,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The words that name it.
    pub range: TextRange,
}

impl Assigned {
    /// The same as the result shows it, the unit by its name there.
    pub fn to_assignment(&self, source: &Source, unit: Name) -> Assignment {
        Assignment {
            unit,
            role: self.role,
            basis: self.basis,
            open: self.open,
            certainty: self.certainty,
            corrected: None,
            expanded: None,
            span: source.span(self.range),
        }
    }
}

/// What a bracket, a label line or a cell says of responsibility.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Who does what.
    pub assigned: Vec<Assigned>,
    /// Units that the rule “以下均需…负责” makes responsible from here on.
    pub blanket: Vec<UnitName>,
    /// Whether it says that the first of each later list leads (列第一位者为牵头单位).
    pub first_leads: bool,
    /// Whether a verb or a label says the role, not the place of the names alone.
    pub explicit: bool,
    /// The members of its lists that are no units as far as anybody knows.
    pub left_out: Vec<TextRange>,
}

impl Attribution {
    /// Whether it assigns anything or states a rule.
    pub fn is_some(&self) -> bool {
        !self.assigned.is_empty() || !self.blanket.is_empty() || self.first_leads || !self.left_out.is_empty()
    }

    /// Makes the first of several responsible units the lead, where the notice
    /// has said that it is (列第一位者为牵头单位，下同).
    pub fn promote_first(&mut self) {
        let all_responsible = self.assigned.iter().all(|a| a.role == Role::Responsible);
        if all_responsible && self.assigned.len() > 1 {
            self.assigned[0].role = Role::Lead;
        }
    }
}

/// Reads the words in `range` (without their brackets) as an attribution.
/// Units that no verb or label gives a role take `default`.
pub fn read(source: &Source, range: TextRange, default: Role, basis: Basis) -> Attribution {
    let mut reader = Reader { source, basis, level: None, found: Attribution::default() };
    for sentence in sentences(source.slice(range)) {
        reader.sentence(sentence.shift(range.start), default);
    }
    reader.found
}

/// Reads the words in `range` of a bracket that closes its paragraph behind a full stop
/// (…提升服务水平。（县数字中枢、县算力中枢）): who owes it stands there, whatever the names end with.
pub fn closing_bracket(source: &Source, range: TextRange) -> Attribution {
    let found = read(source, range, Role::Responsible, Basis::Attribution);
    if found.is_some() {
        return found;
    }
    let mut reader = Reader { source, basis: Basis::Attribution, level: None, found };
    let list = reader.list(range);
    if list.units.iter().all(|unit| unit.known || is_noun_phrase(&unit.name)) && !reader.take(&list, Role::Responsible)
    {
        reader.found.left_out.extend(list.units.iter().map(|unit| unit.range));
    }
    reader.found
}

/// Whether the words of a bracket may name somebody, though no unit is known to end so: nothing
/// is done in them, and they are no matter.
fn is_noun_phrase(name: &str) -> bool {
    let words = Source::new(name);
    let closes = |token: &Token| !token.is_verb() && !token.classes.has(Classes::ABSTRACT);
    may_name(name) && words.tokens().last().is_some_and(closes)
}

fn sentences(text: &str) -> impl Iterator<Item = TextRange> + '_ {
    let mut start = 0;
    text.split_inclusive('。').map(move |piece| {
        let range = TextRange::new(start, start + piece.trim_end_matches('。').len());
        start += piece.len();
        range
    })
}

struct Reader<'s, 't> {
    source: &'s Source<'t>,
    basis: Basis,
    /// The level that a bare name takes (县住建局牵头，财政局配合).
    level: Option<String>,
    found: Attribution,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, range: TextRange, default: Role) {
        let text = self.source.slice(range);
        if is_first_leads(text) {
            self.found.first_leads = true;
            let rule = text.find('，').filter(|at| !is_first_leads(&text[..*at])).unwrap_or(0);
            self.clauses(TextRange::new(range.start, range.start + rule), default, false);
            return;
        }
        if let Some(rule) = blanket_rule(text) {
            let list = unit_list(self.source, rule.shift(range.start));
            self.found.blanket.extend(list.units.into_iter().filter(|u| u.known));
            return;
        }
        let labels = labels(text);
        if labels.is_empty() {
            self.clauses(range, default, false);
            if let Some(value) = behind_unknown_label(text).filter(|_| !self.found.is_some()) {
                self.behind_unknown_label(value.shift(range.start));
            }
            return;
        }
        for (label, value) in labels {
            if let Label::Units(role) = label {
                self.basis = Basis::Label;
                self.clauses(value.shift(range.start), role, true);
            }
        }
        self.found.explicit = true;
    }

    /// （贵任单位：县住建局、县财政局）: units behind a label that nobody knows, and that may be
    /// misspelt, owe something.
    fn behind_unknown_label(&mut self, value: TextRange) {
        let list = self.list(value);
        if list.is_sound() && self.take(&list, Role::Responsible) {
            self.found.explicit = true;
            self.found.assigned.iter_mut().for_each(|assigned| assigned.certainty = Certainty::Likely);
        }
    }

    /// Reads names and verbs from left to right. Names wait until a verb gives
    /// them their role.
    fn clauses(&mut self, range: TextRange, default: Role, labelled: bool) {
        let mut cursor = Cursor::new(self.source, range);
        let mut any = false;
        while let Some((names, part)) = cursor.next_verb() {
            let names = names.shift(range.start);
            match part {
                Part::Takes(role) => {
                    any |= self.noted(names, role);
                    cursor.skip_object();
                }
                Part::Joins => {
                    any |= self.noted(names, Role::Lead);
                    let partners = self.list(cursor.object().shift(range.start));
                    any |= self.take(&partners, Role::Support);
                    cursor.skip_object();
                }
                Part::Presses => {
                    any |= self.noted(names, Role::Supervise);
                    let pressed = self.list(cursor.object().shift(range.start));
                    any |= self.take(&pressed, Role::Responsible);
                    cursor.skip_object();
                }
            }
        }
        self.found.explicit |= any;
        let rest = cursor.rest();
        if !any || labelled {
            let rest = rest.shift(range.start);
            let notes = note(self.source, rest).is_some();
            if labelled || notes || self.list(rest).is_sound() {
                let found = self.noted(rest, default);
                self.found.explicit |= notes && found;
            }
        }
    }

    fn list(&mut self, range: TextRange) -> UnitList {
        let mut trimmed = trim_words(self.source.slice(range)).shift(range.start);
        // 技工院校内由县人社局: who does it stands behind 由.
        if let Some((place, _)) = self.source.slice(trimmed).split_once('由').filter(|(place, _)| !place.contains('、'))
        {
            trimmed.start += place.len() + "由".len();
        }
        if trimmed.is_empty() {
            return UnitList::default();
        }
        unit_list_after(self.source, trimmed, &mut self.level)
    }

    /// Reads the names in `range`, those with a role written behind them first
    /// (县住建局（牵头）、县公安局), the rest with `role`.
    fn noted(&mut self, range: TextRange, role: Role) -> bool {
        let Some((note, own)) = note(self.source, range) else {
            let list = self.list(range);
            return self.take(&list, role);
        };
        let mut names = self.list(TextRange::new(range.start, note.start));
        let last = UnitList { units: names.units.split_off(names.units.len().saturating_sub(1)), open: false };
        let any = self.take(&names, role) | self.take(&last, own);
        self.noted(TextRange::new(note.end, range.end), role) | any
    }

    /// Gives every unit of the list its role; says whether there was one.
    fn take(&mut self, list: &UnitList, role: Role) -> bool {
        // A label or a verb makes a unit of whatever may be one.
        let any =
            list.units.iter().any(|u| u.known) || list.units.iter().any(|u| has_level(&u.name) && may_name(&u.name));
        for unit in list.units.iter().filter(|_| any) {
            if !unit.known && !may_name(&unit.name) {
                self.found.left_out.push(unit.range);
                continue;
            }
            self.found.assigned.push(Assigned {
                unit: unit.name.clone(),
                role,
                basis: self.basis,
                open: list.open,
                certainty: if unit.sure { Certainty::Sure } else { Certainty::Likely },
                range: unit.range,
            });
        }
        any
    }
}

/// 县侨交办: a name that says its level.
fn has_level(name: &str) -> bool {
    level_of(name).is_some_and(|(word, _)| name.len() > word.len())
}

/// Whether a member of no known form may be a unit beside known ones: 县矿山救护基地.
/// What holds a verb of its own, tells a time or names people is none.
fn may_name(name: &str) -> bool {
    const NAME_CHARS: std::ops::RangeInclusive<usize> = 3..=16;
    const NO_NAMES: Classes = Classes::MODAL.with(Classes::PERMIT).with(Classes::PREPOSITION);
    const TIMES: &[char] = &['年', '月', '日', '前', '内', '底', '期', '时'];
    let han = name.chars().take(NAME_CHARS.end() + 1).all(|c| is_han(c) || "（）〈〉<>".contains(c));
    if !han || !NAME_CHARS.contains(&name.chars().take(NAME_CHARS.end() + 1).count()) {
        return false;
    }
    if name.matches('（').count() != name.matches('）').count() {
        return false;
    }
    let words = Source::new(name);
    let tokens = words.tokens();
    let verb =
        tokens.first().is_some_and(|first| first.classes.has(Classes::VERB | Classes::PRESS) || first.is_adverb());
    let person = tokens.last().is_some_and(|last| last.classes.has(Classes::PERSON));
    !verb
        && !person
        && !tokens.iter().any(|token| token.classes.has(NO_NAMES))
        && !name.ends_with(TIMES)
        && !name.contains(['的', '等', '并', '共'])
}

/// The first role in brackets behind a name, with its place: 县住建局（牵头）,
/// 县公安局（配合单位）.
fn note(source: &Source, range: TextRange) -> Option<(TextRange, Role)> {
    let tokens = source.tokens();
    source.tokens_in(range).find_map(|open| {
        if source.slice(tokens[open].range()) != "（" {
            return None;
        }
        let close = source.partner(open).filter(|close| tokens[*close].range().end <= range.end)?;
        let note = TextRange::new(tokens[open].range().end, tokens[close].range().start);
        let words = source.slice(note);
        let words = ["单位", "部门"].iter().find_map(|noun| words.strip_suffix(noun)).unwrap_or(words);
        Some((TextRange::new(tokens[open].range().start, tokens[close].range().end), duty(words)?))
    })
}

/// How a rule names the first of a list.
static FIRST_PLACES: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(["第一位", "首位", "排名第一", "列首", "排在首"]));

/// Behind the word that opens a rule which makes units responsible for all that
/// follows: 以下均, 以下各项任务均.
fn behind_rule_head(text: &str) -> Option<usize> {
    const NOUN_CHARS: usize = 5;
    ["以下", "下列"].iter().flat_map(|word| text.match_indices(word)).find_map(|(at, word)| {
        let noun = at + word.len();
        let mut places = text[noun..].char_indices().take(NOUN_CHARS + 1);
        let all = places.find(|(_, c)| *c == '均' || matches!(c, '，' | '。'))?;
        (all.1 == '均').then_some(noun + all.0 + all.1.len_utf8())
    })
}

/// 列第一位者为牵头单位，下同.
fn is_first_leads(text: &str) -> bool {
    FIRST_PLACES.within(text) && (text.contains("牵头") || text.contains("主办"))
}

/// The names in 以下均需县…管委会、各镇人民政府负责，不再一一列出.
fn blanket_rule(text: &str) -> Option<TextRange> {
    let head = behind_rule_head(text)?;
    let opener = ["需由", "需", "由", "须由", "须", "要由", "应由", "请", "涉及"]
        .iter()
        .find(|w| text[head..].starts_with(**w))
        .map_or(0, |w| w.len());
    let start = head + opener;
    let end = ["负责", "落实", "牵头", "配合", "组织实施"].iter().filter_map(|w| text[start..].find(w)).min()?;
    Some(trim_words(&text[start..start + end]).shift(start))
}

/// The labels of a sentence, each with its value up to the next one. A label
/// that is not known ends the value before it all the same.
fn labels(text: &str) -> Vec<(Label, TextRange)> {
    let mut marks: Vec<(Label, usize, usize)> = Vec::new();
    for (colon, mark) in text.match_indices('：') {
        let from = marks.last().map_or(0, |(_, _, end)| *end);
        let before = &text[from..colon];
        let behind = &text[colon + mark.len()..];
        if let Some((label, start)) = label_between(before, behind).or_else(|| unknown_label(before)) {
            marks.push((label, from + start, colon + mark.len()));
        }
    }
    if marks.iter().all(|(label, ..)| *label == Label::Other) {
        return Vec::new();
    }
    let ends: Vec<usize> = marks.iter().skip(1).map(|m| m.1).chain([text.len()]).collect();
    marks.iter().zip(ends).map(|(&(label, _, start), end)| (label, TextRange::new(start, end))).collect()
}

/// What stands behind the label of units that a bracket opens with, whatever it says before
/// its noun; whom one may ask owes nothing.
fn behind_unknown_label(text: &str) -> Option<TextRange> {
    const LABEL_CHARS: usize = 6;
    const ASKED: [&str; 5] = ["联系", "咨询", "解释", "发布", "来源"];
    let (label, value) = text.split_once('：')?;
    let units = label.strip_suffix("单位").or_else(|| label.strip_suffix("部门"))?;
    let brief = (1..=LABEL_CHARS).contains(&units.chars().count());
    let sound = brief && !value.contains('：') && !ASKED.iter().any(|word| units.contains(word));
    sound.then(|| TextRange::new(text.len() - value.len(), text.len()))
}

/// 验收单位： and its like, behind a mark: where it starts.
fn unknown_label(before: &str) -> Option<(Label, usize)> {
    const LABEL_CHARS: usize = 8;
    let near = before.char_indices().rev().take(LABEL_CHARS + 1);
    let mark = near.clone().find(|(_, c)| matches!(c, '，' | '；' | '。' | '\n')).map(|(at, c)| at + c.len_utf8());
    let start = mark.or_else(|| (near.count() <= LABEL_CHARS).then_some(0))?;
    let label = ["单位", "部门", "处室", "科室", "领导", "人", "电话", "时间", "时限", "范围", "区域", "对象"]
        .iter()
        .any(|end| before[start..].ends_with(end));
    label.then_some((Label::Other, start))
}

/// Takes the manner behind the names (按职责分工) and the words before them
/// (由) away.
fn trim_words(text: &str) -> TextRange {
    let marks = ['，', '、', '；', '。', '：', '\n', '（', '）'];
    let mut piece = text;
    loop {
        let cut = piece.trim_end_matches(['，', '、', '；', '。', '：', '\n']);
        let cut = without_last(cut, Classes::MANNER).unwrap_or(cut);
        let cut = without_part(cut).unwrap_or(cut);
        if cut.len() == piece.len() {
            break;
        }
        piece = cut;
    }
    let mut start = 0;
    loop {
        let rest = &piece[start..];
        let skipped = rest.len() - rest.trim_start_matches(marks).len();
        let opener = first_len(&rest[skipped..], Classes::HANDING);
        if skipped + opener == 0 {
            return TextRange::new(start, piece.len().max(start));
        }
        start += skipped + opener;
    }
}

/// `text` before a manner that names a part of somebody's own: 根据单位职责, 按各自职能.
fn without_part(text: &str) -> Option<&str> {
    const BETWEEN: usize = 4;
    let stem = ["职责", "职能", "分工"].iter().find_map(|part| text.strip_suffix(part))?;
    let (at, _) = ["根据", "按照", "按"].iter().filter_map(|by| stem.rfind(by).map(|at| (at, by))).max()?;
    (stem[at..].chars().count() <= BETWEEN + "根据".chars().count()).then_some(&text[..at])
}

struct Cursor<'s, 't> {
    syntax: Syntax<'s, 't>,
    text: &'s str,
    /// Where the text begins.
    base: usize,
    /// The tokens still to be read.
    tokens: std::ops::Range<usize>,
    /// Where reading goes on.
    at: usize,
    /// Where the waiting names begin.
    start: usize,
}

impl<'s, 't> Cursor<'s, 't> {
    fn new(source: &'s Source<'t>, range: TextRange) -> Self {
        let syntax = Syntax::new(source, &[]);
        let tokens = source.tokens_in(range);
        Self { syntax, text: source.slice(range), base: range.start, tokens, at: 0, start: 0 }
    }

    /// The waiting names and what the next verb of duty makes of them; the cursor
    /// moves behind it.
    fn next_verb(&mut self) -> Option<(TextRange, Part)> {
        while let Some(index) = self.tokens.next() {
            let token = self.syntax.tokens[index];
            let Some(at) = token.range().start.checked_sub(self.base).filter(|at| *at >= self.at) else { continue };
            let Some(part) = Part::of(token.classes).filter(|_| self.stands_as_verb(index, at)) else { continue };
            let names = TextRange::new(self.start, at);
            self.at = token.range().end - self.base;
            self.start = self.at;
            return Some((names, part));
        }
        self.at = self.text.len();
        None
    }

    /// A verb stands behind names, manners or a mark, not within a name
    /// (商务局, 统计局执法队), and not before what it describes (督查室, 负责人).
    fn stands_as_verb(&self, index: usize, at: usize) -> bool {
        let end = self.tokens.end;
        let word = self.syntax.word(index);
        if index + 1 < end && (self.syntax.is_body(index + 1) || self.syntax.is_rated(index + 1, end)) {
            return false;
        }
        // 监管职责: what a body has.
        if self.syntax.has(index, Classes::SUPERVISE)
            && index + 1 < end
            && self.syntax.has(index + 1, Classes::ABSTRACT)
        {
            return false;
        }
        let before = self.before(at);
        if word == "商" {
            return tail_of(before).is_some();
        }
        let bare = &before[trim_words(before).start.min(before.len())..];
        let bare = &bare[..trim_words(bare).end.min(bare.len())];
        if bare.is_empty() {
            return true;
        }
        let others =
            bare.rfind('等').is_some_and(|e| bare[e..].chars().count() <= "等有关职能部门单位".chars().count());
        let last = bare.rsplit(['、', '，', '；']).next().unwrap_or(bare);
        let closes =
            self.text[at + word.len()..].chars().next().is_none_or(|next| matches!(next, '，' | '、' | '；' | '。'));
        let named = self.syntax.source.named_before(self.base + at);
        others || named || is_unit(last) || closes && may_name(last) || self.text[at..].len() == word.len()
    }

    /// The waiting words before `at`, as far back as a name may reach.
    fn before(&self, at: usize) -> &str {
        const NAME_BYTES: usize = 240;
        let from = self.start.max(at.saturating_sub(NAME_BYTES));
        let from = (from..at).find(|from| self.text.is_char_boundary(*from)).unwrap_or(at);
        &self.text[from..at]
    }

    /// The names behind the verb: up to the predicate that governs them, or to
    /// the end of the clause.
    fn object(&self) -> TextRange {
        let rest = &self.text[self.at..];
        let clause = rest.find(['，', '；', '。']).unwrap_or(rest.len());
        let from = self.base + self.at;
        let tokens = self.syntax.source.tokens_in(TextRange::new(from, from + clause));
        let end = tokens
            .clone()
            .skip(1)
            .map(|at| (at, self.syntax.tokens[at].range().start - from))
            .filter(|&(_, end)| tail_of(&rest[..end]).is_some() || self.syntax.source.named_before(from + end))
            .find(|&(at, _)| self.syntax.predicate(at, tokens.end).is_some());
        TextRange::new(self.at, self.at + end.map_or(clause, |(_, end)| end))
    }

    /// Moves behind what the verb governs, to the next clause.
    fn skip_object(&mut self) {
        let rest = &self.text[self.at..];
        let end = if rest.starts_with('、') { 0 } else { rest.find(['，', '；', '。']).unwrap_or(rest.len()) };
        self.at += end;
        self.start = self.at;
    }

    fn rest(&self) -> TextRange {
        TextRange::new(self.start, self.text.len())
    }
}
