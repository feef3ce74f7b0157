//! The grammar of a clause over tokens: what opens it, where a predicate begins.

use crate::analysis::UnitCategory;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::words::WordClass;
use crate::mention::unit::tail_of;
use crate::source::{Source, Token, TokenKind};
use crate::span::TextRange;

/// The tokens of a text, with the times that its blocks hold.
#[derive(Clone, Copy)]
pub(super) struct Syntax<'s, 't> {
    pub source: &'s Source<'t>,
    pub tokens: &'s [Token],
    /// The places of times, in order.
    times: &'s [TextRange],
}

/// What a predicate opens with, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// 要, 应当, 必须.
    Modal,
    /// 负责, 牵头, 配合.
    Duty,
    /// Any other verb.
    Verb,
    /// 与 with someone who is no unit.
    With,
    /// A time, with what is done behind a further name.
    Time,
    /// Words that no list knows.
    Unknown,
}

/// A predicate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Predicate {
    pub strength: Strength,
    /// Its first verb, where no object stands before it.
    pub verb: Option<usize>,
}

impl<'s, 't> Syntax<'s, 't> {
    pub fn new(source: &'s Source<'t>, times: &'s [TextRange]) -> Self {
        Self { source, tokens: source.tokens(), times }
    }

    pub fn word(&self, at: usize) -> &'s str {
        self.source.slice(self.tokens[at].range())
    }

    /// The words of the tokens from `first` up to `end`.
    pub fn range(&self, first: usize, end: usize) -> TextRange {
        if first >= end {
            let at = self.tokens.get(first).map_or(0, |token| token.range().start);
            return TextRange::new(at, at);
        }
        TextRange::new(self.tokens[first].range().start, self.tokens[end - 1].range().end)
    }

    pub fn has(&self, at: usize, classes: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes.has(classes))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.tokens.len() && self.word(at) == word
    }

    /// The token behind the time that begins in the token at `at`.
    pub fn behind_time(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?.range();
        let time = self.times.get(self.times.partition_point(|time| time.start < token.start))?;
        if time.start >= token.end {
            return None;
        }
        let behind = at + self.tokens[at..].partition_point(|token| token.range().start < time.end);
        Some(behind.max(at + 1))
    }

    /// Whether a time stands wholly between two tokens.
    pub fn holds_time(&self, first: usize, end: usize) -> bool {
        let range = self.range(first, end);
        let next = self.times.get(self.times.partition_point(|time| time.start < range.start));
        next.is_some_and(|time| time.end <= range.end)
    }

    /// The next token at the same depth: a bracket counts as one.
    pub fn next(&self, at: usize, end: usize) -> usize {
        self.source.partner(at).filter(|close| *close < end).map_or(at + 1, |close| close + 1)
    }

    /// Moves past what may stand before the subject of a clause: item numbers,
    /// connectors, times, adverbials.
    pub fn open(&self, first: usize, end: usize) -> usize {
        let mut at = first;
        while at < end {
            at = match self.step_open(at, first, end) {
                Some(next) => next,
                None => return at,
            };
        }
        end
    }

    fn step_open(&self, at: usize, first: usize, end: usize) -> Option<usize> {
        if let Some(behind) = self.behind_time(at).or_else(|| self.behind_led_time(at)) {
            return Some(behind.min(end));
        }
        let token = &self.tokens[at];
        if let Some(behind) = self.behind_article(at, end) {
            return Some(behind);
        }
        let marker = at == first && matches!(token.kind, TokenKind::Number | TokenKind::Open('（') | TokenKind::Mark);
        if marker && let Some(behind) = self.behind_marker(at, end) {
            return Some(behind);
        }
        if matches!(token.kind, TokenKind::Close(_) | TokenKind::Pause | TokenKind::Mark) {
            return Some(at + 1);
        }
        if token.classes.has(Classes::CONNECTOR) {
            return Some(at + 1);
        }
        self.behind_adverbial(at, end)
    }

    /// 第八条, 【信息调查】: the number of an article, and what it is about.
    fn behind_article(&self, at: usize, end: usize) -> Option<usize> {
        const NUMBER: usize = 3;
        if matches!(self.tokens[at].kind, TokenKind::Open('【' | '[')) {
            return self.source.partner(at).filter(|close| *close < end).map(|close| close + 1);
        }
        if !self.word(at).starts_with('第') {
            return None;
        }
        let last = (at..end.min(at + NUMBER)).find(|i| self.word(*i).ends_with(['条', '章', '款', '项']))?;
        Some(last + 1)
    }

    /// 3. and （三）: the number of a list within a paragraph.
    fn behind_marker(&self, at: usize, end: usize) -> Option<usize> {
        match self.tokens[at].kind {
            TokenKind::Number => {
                let mark = self.tokens.get(at + 1).filter(|_| at + 1 < end)?.kind;
                matches!(mark, TokenKind::Mark | TokenKind::Pause | TokenKind::Close('）')).then_some(at + 2)
            }
            TokenKind::Open(_) => {
                let close = self.source.partner(at).filter(|close| *close == at + 2)?;
                (self.tokens[at + 1].kind == TokenKind::Number).then_some(close + 1)
            }
            TokenKind::Mark => matches!(self.word(at).chars().next(), Some('①'..='⑳')).then_some(at + 1),
            _ => None,
        }
    }

    /// 在3月底前, 于6月1日: a time behind its preposition.
    fn behind_led_time(&self, at: usize) -> Option<usize> {
        let led = ["在", "于", "到", "自", "从", "截至", "确保", "力争"].iter().any(|word| self.is(at, word));
        led.then(|| self.behind_time(at + 1)).flatten()
    }

    /// 在县委领导下, 各校组建社团时: an adverbial with its frame, up to a comma or
    /// right before a name.
    fn behind_adverbial(&self, at: usize, end: usize) -> Option<usize> {
        if !self.is(at, "在") && !self.is(at, "按照") && !self.is(at, "根据") && !self.is(at, "当") {
            return None;
        }
        let mut frame = at + 1;
        while frame < end {
            if self.has(frame, Classes::FRAME) && frame > at + 1 {
                return Some(frame + 1);
            }
            if self.tokens[frame].kind == TokenKind::Pause && !self.is(at, "在") {
                return None;
            }
            frame = self.next(frame, end);
        }
        None
    }

    /// Whether a predicate opens at `at`, and which.
    pub fn predicate(&self, at: usize, end: usize) -> Option<Predicate> {
        let mut seen = Seen::default();
        let mut i = at;
        let far = end.min(at + PREDICATE_TOKENS);
        while i < far {
            if let Some(behind) = self.behind_time(i) {
                seen.time = true;
                i = behind;
                continue;
            }
            match self.step(i, end, &mut seen) {
                Step::Next(next) => i = next,
                Step::Found(strength, verb) => return Some(Predicate { strength: seen.at_least(strength), verb }),
                Step::None => return None,
            }
        }
        if seen.modal {
            return Some(Predicate { strength: Strength::Modal, verb: None });
        }
        // 根据各自职责，…: the verb stands in the next clause.
        (seen.how && self.ends_with_comma(end)).then_some(Predicate { strength: Strength::Verb, verb: None })
    }

    fn step(&self, i: usize, end: usize, seen: &mut Seen) -> Step {
        let token = &self.tokens[i];
        if token.classes.has(Classes::MODAL) {
            seen.modal = true;
            return Step::Next(i + 1);
        }
        if token.classes.has(Classes::PERMIT) {
            return if seen.modal { Step::Found(Strength::Modal, None) } else { Step::None };
        }
        if seen.modal && (token.classes.has(Classes::STATE) || !token.is_word()) {
            return Step::Found(Strength::Modal, Some(i));
        }
        if token.kind == TokenKind::Pause && seen.time {
            return Step::Found(Strength::Time, None);
        }
        // 青岭县、云溪市各50个: what each of a list owes.
        let quota = self.is(i, "各") && self.tokens.get(i + 1).is_some_and(|next| next.kind == TokenKind::Number);
        if quota && i + 1 < end {
            return Step::Found(Strength::Verb, Some(i));
        }
        if self.names_owner(i, end) {
            return Step::Found(Strength::Duty, Some(i));
        }
        if token.classes.has(Classes::STATE) {
            // 每年不少于4场: how often.
            return if seen.time { Step::Found(Strength::Verb, Some(i)) } else { Step::None };
        }
        if self.behind_led_time(i).is_some() {
            return Step::Next(i + 1);
        }
        if token.classes.has(Classes::PREPOSITION) && !token.classes.has(Classes::JOIN) {
            return self.behind_preposition(i, end, seen);
        }
        if self.is_verb_phrase(i) {
            return Step::Found(Strength::Verb, Some(i));
        }
        if self.stands_as_verb(i, end) {
            let duty = token.classes.has(Classes::DUTY);
            return Step::Found(if duty { Strength::Duty } else { Strength::Verb }, Some(i));
        }
        if token.is_adverb() && !self.describes(i, end) {
            seen.how = true;
            return Step::Next(i + 1);
        }
        if seen.modal || seen.time && token.is_word() {
            return Step::Found(if seen.modal { Strength::Modal } else { Strength::Unknown }, Some(i));
        }
        if self.is_unknown_verb(i, end, seen.how) { Step::Found(Strength::Unknown, Some(i)) } else { Step::None }
    }

    /// 结合实际, 对照检查: a set phrase that opens like a predicate.
    pub fn is_verb_phrase(&self, i: usize) -> bool {
        const OPENERS: Classes = Classes::VERB.with(Classes::PREPOSITION).with(Classes::ADVERB);
        let word = self.word(i);
        self.tokens[i].kind == TokenKind::Word(WordClass::Phrase)
            && self.tokens[i].classes.is_empty()
            && lexemes_at(word).any(|(opener, classes)| opener.len() < word.len() && classes.has(OPENERS))
    }

    /// 对企业开展检查: the verb stands behind what the preposition brings.
    fn behind_preposition(&self, i: usize, end: usize, seen: &Seen) -> Step {
        if seen.modal {
            return Step::Found(Strength::Modal, None);
        }
        if self.word(i) == "由" {
            return Step::None;
        }
        let with = self.has(i, Classes::JOINT);
        match self.verb_behind(i + 1, end) {
            Some(_) => Step::Found(if with { Strength::With } else { Strength::Verb }, None),
            // 结合实际，…: the verb stands in the next clause.
            None if !with && self.ends_with_comma(end) => Step::Found(Strength::Verb, None),
            None => Step::None,
        }
    }

    pub fn ends_with_comma(&self, end: usize) -> bool {
        self.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Stop('，'))
    }

    fn verb_behind(&self, first: usize, end: usize) -> Option<usize> {
        let mut at = first;
        let far = end.min(first + PREDICATE_TOKENS);
        while at < far {
            if self.stands_as_verb(at, end) && !self.is(at - 1, "的") {
                return Some(at);
            }
            at = self.next(at, end);
        }
        None
    }

    /// 是……的责任主体, 为牵头单位: named as the one who owes it.
    fn names_owner(&self, i: usize, end: usize) -> bool {
        if !self.is(i, "是") && !self.is(i, "为") {
            return false;
        }
        let clause = self.source.slice(self.range(i, end));
        ["责任主体", "责任单位", "牵头单位", "牵头部门", "责任部门", "第一责任人"]
            .iter()
            .any(|noun| clause.ends_with(noun))
            || clause == "为主"
    }

    /// Whether the token is a verb that its clause says is done, not one that
    /// describes a noun (审批部门, 落实情况, 开展的检查).
    pub fn stands_as_verb(&self, i: usize, end: usize) -> bool {
        let token = &self.tokens[i];
        let matter = token.classes.has(Classes::ABSTRACT) && !token.classes.has(Classes::VERB | Classes::DUTY);
        (token.is_verb() || token.classes.has(Classes::DUTY)) && !matter && !self.describes(i, end)
    }

    /// Whether the verb at `i` belongs to the noun behind it.
    fn describes(&self, i: usize, end: usize) -> bool {
        let next = i + 1;
        if next >= end {
            return false;
        }
        // 制定了办法: what has been done is owed no more.
        if self.is(next, "了") {
            return true;
        }
        if self.is(next, "的") {
            return !self.takes_part(i);
        }
        // 返还30%: how much it shall be, not who owes it.
        let rated = self.tokens[next].kind == TokenKind::Number && next + 1 < end && self.is(next + 1, "%");
        // 企业自查主要围绕…: the verb is the noun that the predicate is about.
        let named = matches!(self.tokens[i].kind, TokenKind::Word(WordClass::VerbalNoun))
            && !self.has(i, Classes::VERB)
            && self.tokens[next].is_adverb();
        if rated || named {
            return true;
        }
        let listed = self.tokens[next].kind == TokenKind::Pause && !self.has(i, Classes::DUTY);
        if listed || self.is(next, "由") || self.is_rated(next, end) {
            return true;
        }
        self.may_name_body(i) && self.names_body(next, end) || self.heads_phrase(next, end)
    }

    /// 负责人, 综合阅读率: what makes the verbs before it part of a noun.
    pub fn is_rated(&self, at: usize, end: usize) -> bool {
        let noun = (at..end.min(at + PREDICATE_TOKENS)).find(|i| !self.tokens[*i].is_verb());
        PEOPLE.contains(&self.word(at)) || noun.is_some_and(|noun| RATES.contains(&self.word(noun)))
    }

    /// 牵头的, 参与的: a part in a common body is a duty all the same.
    fn takes_part(&self, i: usize) -> bool {
        ["牵头", "参与", "配合", "协同", "协助", "参加"].contains(&self.word(i))
    }

    /// A verb and 部门, 单位, 组, … behind it name a body, if the clause goes on
    /// with a predicate, a list or nothing.
    pub fn names_body(&self, body: usize, end: usize) -> bool {
        let mut at = body;
        // 监督管理部门: verbs before the noun.
        while at < end && self.may_name_body(at) && !self.is_body(at) {
            at += 1;
            if at > body + 2 {
                return false;
            }
        }
        if at >= end || !self.is_body(at) {
            return false;
        }
        let behind = self.next(at, end);
        let joins = |i: usize| {
            self.tokens[i].kind == TokenKind::Pause
                || self.has(i, Classes::JOINT | Classes::JOIN | Classes::MODAL | Classes::PERMIT)
        };
        behind >= end
            || joins(behind)
            || self.is(behind, "的")
            || self.tokens[behind].is_adverb()
            || self.tokens[behind].is_verb()
            || self.behind_time(behind).is_some()
            || self.has(behind, Classes::PREPOSITION)
            || matches!(self.tokens[behind].kind, TokenKind::Open(_))
    }

    /// 部门, 组; 检查组 as one word.
    pub fn is_body(&self, at: usize) -> bool {
        let word = self.word(at);
        let named = |len: usize| {
            let mut verbs = lexemes_at(word).filter(|(_, classes)| classes.has(Classes::NAMER));
            verbs.any(|(verb, _)| verb.len() + len == word.len())
        };
        self.has(at, Classes::BODY)
            || tail_of(word).is_some_and(|tail| tail.category != UnitCategory::Enterprise && named(tail.word.len()))
    }

    /// 落实情况纳入考评: an abstract noun behind the verb with a predicate of its
    /// own.
    fn heads_phrase(&self, noun: usize, end: usize) -> bool {
        let mut at = noun;
        while at < end.min(noun + PREDICATE_TOKENS) && self.has(at, Classes::ABSTRACT) && !self.has(at, Classes::VERB) {
            at += 1;
        }
        let weak = !matches!(self.tokens[noun - 1].kind, TokenKind::Word(WordClass::Verb));
        at > noun
            && (at < end
                && (self.is(at, "的")
                    || self.has(at, Classes::MODAL)
                    || self.tokens[at].is_adverb()
                    || self.tokens[at].is_verb())
                || at == end && weak && !self.has(noun - 1, Classes::VERB))
    }

    /// 腾退, 兜牢: two characters that no list knows, right behind a name, or one
    /// behind an adverb.
    fn is_unknown_verb(&self, i: usize, end: usize, how: bool) -> bool {
        let unknown = |at: usize| {
            at < end
                && self.tokens[at].kind == TokenKind::Word(WordClass::Other)
                && self.tokens[at].classes.is_empty()
                && !["的", "等", "之", "所", "其", "了", "着", "个", "本", "该", "此"].contains(&self.word(at))
        };
        let run = (i..end).take_while(|at| unknown(*at)).count();
        let behind = i + run;
        let names = tail_of(self.source.slice(self.range(i, behind))).is_some()
            || behind < end && self.has(behind, Classes::BODY);
        run > 0 && !names && (how || run == 2)
    }
}

/// How far behind a name its predicate may open, and its verb stand.
const PREDICATE_TOKENS: usize = 60;

/// What makes the verb before it part of a noun: 负责人.
const PEOPLE: &[&str] = &["人", "人员", "者", "员", "负责人", "责任人", "领导", "同志"];
/// What makes the verbs before it part of a noun: 综合阅读率.
const RATES: &[&str] = &["率", "量", "数", "额", "值", "费", "权", "期", "类"];

/// What stands before a verb.
#[derive(Default)]
struct Seen {
    modal: bool,
    time: bool,
    how: bool,
}

impl Seen {
    fn at_least(&self, strength: Strength) -> Strength {
        if self.modal { Strength::Modal } else { strength }
    }
}

enum Step {
    Next(usize),
    Found(Strength, Option<usize>),
    None,
}
