//! Where a predicate begins: behind a name, with a modal, a duty or any other verb,
//! and what may stand before that verb.

use super::syntax::Syntax;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::words::{WordClass, words_at};
use crate::mention::unit::tail_of;
use crate::source::TokenKind;

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

/// How far behind a name its predicate may open, and its verb stand.
pub(super) const PREDICATE_TOKENS: usize = 60;

impl Syntax<'_, '_> {
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
        let (token, word) = (&self.tokens[i], self.word(i));
        // 应|对设备进行检修.
        if word == "应对" && (i + 1..end).any(|at| self.is(at, "进行")) {
            return Step::Found(Strength::Modal, None);
        }
        // 你省请求，…: what somebody asks for.
        // 近|3|年还应…: a span that is no time.
        if word == "近" && self.tokens.get(i + 1).is_some_and(|next| next.kind == TokenKind::Number) && i + 2 < end {
            return Step::Next(i + 3);
        }
        if self.joins_in_name(i) || !seen.modal && matches!(word, "请求" | "恳求") {
            return Step::None;
        }
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
        let quota = word == "各" && self.tokens.get(i + 1).is_some_and(|next| next.kind == TokenKind::Number);
        if quota && i + 1 < end {
            return Step::Found(Strength::Verb, Some(i));
        }
        if self.names_owner(i, end) {
            return Step::Found(Strength::Duty, Some(i));
        }
        // 为客户办理业务, but 为独立法人.
        let serves = word == "为" && self.verb_behind(i + 1, end).is_some();
        if token.classes.has(Classes::STATE) && !serves {
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
        // 不配合: what is left undone is a fact, no duty.
        if !seen.modal && matches!(word, "不" | "未" | "没有" | "拒不") {
            return Step::None;
        }
        // 重新核实, 当场出具: an adjective or a place before a verb says how.
        let how = matches!(token.kind, TokenKind::Word(WordClass::Adjective | WordClass::Position))
            && i + 1 < end
            && self.stands_as_verb(i + 1, end);
        if token.is_adverb() && !self.describes(i, end) || how && token.classes.is_empty() {
            seen.how = true;
            // 按规定和程序做好….
            let joined = word.starts_with('按') && self.has(i + 1, Classes::JOINT);
            return Step::Next(if joined { i + 3 } else { i + 1 });
        }
        if seen.modal || seen.time && token.is_word() {
            return Step::Found(if seen.modal { Strength::Modal } else { Strength::Unknown }, Some(i));
        }
        if self.is_unknown_verb(i, end, seen.how) { Step::Found(Strength::Unknown, Some(i)) } else { Step::None }
    }

    /// 结合实际, 对照检查, 各司其职: a set phrase that opens like a predicate.
    pub fn is_verb_phrase(&self, i: usize) -> bool {
        const OPENERS: Classes = Classes::VERB.with(Classes::PREPOSITION).with(Classes::ADVERB);
        const CHARS: usize = 4;
        let word = self.word(i);
        // 结合|实际, 按|章办事, but 自然科学.
        let opens = |opener: &str| opener.chars().nth(1).is_some() || opener == "按";
        // The word list takes 广泛开展 for the name of a person.
        matches!(self.tokens[i].kind, TokenKind::Word(WordClass::Phrase | WordClass::Person))
            && self.tokens[i].classes.is_empty()
            && word.chars().count() >= CHARS
            && (word.starts_with('各')
                || says_how(word)
                || lexemes_at(word).any(|(opener, own)| opener.len() < word.len() && opens(opener) && own.has(OPENERS)))
    }

    /// 对企业开展检查: the verb stands behind what the preposition brings.
    fn behind_preposition(&self, i: usize, end: usize, seen: &Seen) -> Step {
        if seen.modal {
            return Step::Found(Strength::Modal, None);
        }
        // 市政府关于…的部署: what its words are about.
        if matches!(self.word(i), "由" | "关于") {
            return Step::None;
        }
        // 地方政府对企业的优惠政策，…: what it has made, and what is said of that.
        if self.is(i, "对") && (self.ends_with_comma(end) && self.is_made(i, end) || self.speaks_of_made(i, end)) {
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

    /// 对企业|实行的原有优惠政策继续保持不变: what was made for others, and stays.
    fn speaks_of_made(&self, at: usize, end: usize) -> bool {
        const STAYS: [&str; 4] = ["保持", "不变", "维持", "有效"];
        let of = (at + 1..end).find(|i| self.is(*i, "的") && self.tokens[*i - 1].is_verb());
        of.is_some_and(|of| {
            let made =
                (of + 1..end).find(|i| ["政策", "规定", "办法"].iter().any(|kind| self.word(*i).ends_with(kind)));
            made.is_some_and(|made| (made..end).any(|i| STAYS.contains(&self.word(i))))
        })
    }

    /// 的优惠政策, 的要求: whether the words up to `end` name what somebody has laid down.
    fn is_made(&self, first: usize, end: usize) -> bool {
        const MADE: [&str; 6] = ["政策", "规定", "要求", "规划", "部署", "批复"];
        const WORDS: usize = 3;
        MADE.contains(&self.word(end - 1)) && (first..end - 1).rev().take(WORDS).any(|at| self.is(at, "的"))
    }

    /// Whether the sentence goes on behind the comma at `stop` with a permission
    /// before it goes on with a duty.
    pub fn permits_next(&self, stop: usize) -> bool {
        const CLAUSES: usize = 3;
        let mut at = stop;
        for _ in 0..CLAUSES {
            if !self.ends_with_comma(at) {
                return false;
            }
            let first = at + 1;
            at = self.clause_behind(at).1;
            let opening = self.open(first, at);
            // 按有关规定可以…: how stands before what is permitted.
            let how =
                || self.word(opening).starts_with('按').then_some(opening..at)?.find(|i| self.has(*i, Classes::PERMIT));
            let plain = || (opening..at).find(|i| !self.tokens[*i].is_adverb());
            let deed = (opening < at).then(how).flatten().or_else(plain).unwrap_or(at);
            if self.has(deed, Classes::PERMIT) {
                return true;
            }
            // 符合要求的，…; 对自建的厂房，…: one more ground, or what it is about.
            let topic = self.is(first, "对")
                && (first..at)
                    .rev()
                    .find(|i| self.is(*i, "的"))
                    .is_some_and(|of| self.verb_behind(of + 1, at).is_none());
            let about = topic || self.has(first, Classes::PREPOSITION) && self.verb_behind(opening, at).is_none();
            if at == first || !about && !self.is(at - 1, "的") && !self.has(at - 1, Classes::FRAME) {
                return false;
            }
        }
        false
    }

    /// The first and the end of the clause behind the mark at `stop`.
    pub fn clause_behind(&self, stop: usize) -> (usize, usize) {
        let first = (stop + 1).min(self.tokens.len());
        let ends = |at: &usize| matches!(self.tokens[*at].kind, TokenKind::Stop | TokenKind::Break);
        (first, (first..self.tokens.len()).find(ends).unwrap_or(self.tokens.len()))
    }

    pub fn ends_with_comma(&self, end: usize) -> bool {
        self.is(end, "，")
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
        clause == "为主" || clause.ends_with("第一责任人") || names_part(clause)
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
        let names = || {
            tail_of(self.source.slice(self.range(i, behind))).is_some()
                || behind < end && self.has(behind, Classes::BODY)
        };
        run > 0 && (how || run == 2) && !names()
    }
}

/// 广泛|开展: a word that says how, and a verb.
pub(super) fn says_how(phrase: &str) -> bool {
    const HOW_CHARS: usize = 2;
    let Some((how, deed)) = phrase.char_indices().nth(HOW_CHARS).map(|(at, _)| phrase.split_at(at)) else {
        return false;
    };
    let class = |text: &str| words_at(text).find(|word| word.len == text.len()).map(|word| word.class);
    matches!(class(how), Some(WordClass::Adverb | WordClass::Adjective))
        && matches!(class(deed), Some(WordClass::Verb | WordClass::VerbalNoun))
}

/// Whether a noun such as 责任主体, 配合单位 says what part somebody has.
pub(super) fn names_part(words: &str) -> bool {
    const PARTS: [&str; 9] = ["牵头", "责任", "主办", "承办", "实施", "配合", "协办", "监管", "执行"];
    let stem = ["主体", "单位", "部门", "机构"].iter().find_map(|noun| words.strip_suffix(noun));
    stem.is_some_and(|stem| PARTS.iter().any(|part| stem.ends_with(part)))
}

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
