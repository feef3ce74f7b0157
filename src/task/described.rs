//! Verbs that are done and verbs that only describe: 审批部门, 落实情况, 开展的检查.

use super::predicate::{PREDICATE_TOKENS, Predicate};
use super::syntax::Syntax;
use crate::analysis::UnitCategory;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::list::{HEADING, WordList};
use crate::lexicon::words::WordClass;
use crate::mention::unit::{level_of, tail_of};
use crate::source::TokenKind;

static PEOPLE: WordList = WordList::of(HEADING, "people");
/// How many verbs in a row 了 closes.
const VERBS: usize = 2;
/// What is fixed by a rule, and owes nothing.
static MEASURES: WordList = WordList::of(HEADING, "measures");
static RATES: WordList = WordList::of(HEADING, "rates");

impl Syntax<'_, '_> {
    /// Whether the token is a verb that its clause says is done, not one that
    /// describes a noun (审批部门, 落实情况, 开展的检查).
    pub fn stands_as_verb(&self, i: usize, end: usize) -> bool {
        let token = &self.tokens[i];
        // 市、县两级|所得收入.
        if self.word(i).starts_with('所') {
            return false;
        }
        let matter = token.classes.has(Classes::ABSTRACT) && !token.classes.has(Classes::VERB | Classes::DUTY);
        (token.is_verb() || token.classes.has(Classes::DUTY)) && !matter && !self.describes(i, end)
    }

    /// Whether the verb at `i` belongs to the noun behind it.
    pub(super) fn describes(&self, i: usize, end: usize) -> bool {
        let next = i + 1;
        if next >= end {
            return false;
        }
        // 县政府|组织工作组: a whole unit before the verb sends one out.
        if self.is(i, "组织") && self.has(next, Classes::BODY) && self.ends_unit(i) {
            return false;
        }
        // 制定了办法, 部署开展了检查: what has been done is owed no more.
        let verbs = (next..end).take_while(|at| self.tokens[*at].is_verb()).take(VERBS).count();
        if self.is(next + verbs, "了") && next + verbs < end {
            return true;
        }
        // 的, or another verb with it: 拍卖或者执行的房屋.
        let several = self.has(next, Classes::JOINT) && next + 1 < end && self.tokens[next + 1].is_verb();
        if self.is(next, "的") || several && self.is(next + 2, "的") {
            return !self.takes_part(i);
        }
        if self.describes_subject_noun(i, end) {
            return true;
        }
        // 残联组织会同…, 党组织要…: a noun that names end with.
        if self.is(i, "组织")
            && (self.has(next, Classes::MODAL | Classes::JOIN | Classes::STATE)
                || self.is(next, "负责")
                || self.is(next, "与"))
        {
            return true;
        }
        // 返还30%: how much it shall be, not who owes it.
        let rated = self.tokens[next].kind == TokenKind::Number && next + 1 < end && self.is(next + 1, "%");
        // 企业自查主要围绕…: the verb is the noun that the predicate is about.
        let named = matches!(self.tokens[i].kind, TokenKind::Word(WordClass::VerbalNoun))
            && (self.is(next, "主要") || !self.has(i, Classes::VERB) && self.tokens[next].is_adverb());
        if rated || named {
            return true;
        }
        // 按规定申请、使用资金: several verbs behind one adverb.
        let told = self.has(i, Classes::DUTY) || i > 0 && self.has(i - 1, Classes::ADVERB);
        let listed = self.tokens[next].kind == TokenKind::Pause && !told;
        // 加强领导, 组织人员, but 检查人员要.
        let object =
            self.has(i, Classes::PRESS) && !self.has(next + 1, Classes::MODAL) && PEOPLE.contains(self.word(next));
        if listed || self.is(next, "由") || !object && self.is_rated(next, end) || self.names_acting_body(i, end) {
            return true;
        }
        let presses = self.has(i, Classes::PRESS | Classes::SET_UP | Classes::STATE | Classes::JOIN);
        let names = self.may_name_body(i) || self.has(next, Classes::BODY) && !presses;
        names && self.names_body(next, end) || !["负责", "会同"].contains(&self.word(i)) && self.heads_phrase(next, end)
    }

    /// 协同机制, 协调联动机制: the verb belongs to a thing that is set up, which ends the
    /// clause.
    pub(super) fn is_mechanism(&self, predicate: Predicate, end: usize) -> bool {
        const NOUNS: usize = 3;
        let Some(verb) = predicate.verb.filter(|verb| verb + 1 < end && end - verb <= NOUNS + 1) else { return false };
        let matter = self.has(end - 1, Classes::ABSTRACT) && !self.has(end - 1, Classes::VERB);
        matter && (verb + 1..end).all(|at| self.tokens[at].is_word() && !self.is(at, "的"))
    }

    /// Whether a whole unit with its level ends before the token `end`.
    pub(super) fn ends_unit(&self, end: usize) -> bool {
        const WORDS: usize = 4;
        (end.saturating_sub(WORDS)..end).any(|from| {
            let name = self.source.slice(self.range(from, end));
            level_of(name).is_some() && tail_of(name).is_some()
        })
    }

    /// 城市缴存职工可享受…, 企业申领资金必须…: behind an ordinary verb, the nouns up to
    /// 可 or 必须 are what the rest is about.
    fn describes_subject_noun(&self, i: usize, end: usize) -> bool {
        const NOUNS: usize = 2;
        const ORDERS: Classes = Classes::VERB.with(Classes::DUTY).with(Classes::PRESS).with(Classes::STATE);
        let noun = |at: &usize| self.tokens[*at].kind == TokenKind::Word(WordClass::Noun);
        let nouns = (i + 1..end).take_while(noun).take(NOUNS).count();
        let behind = i + 1 + nouns;
        // 公司注册资本为…: what it is.
        let is_noun = |at: usize| matches!(self.tokens[at].kind, TokenKind::Word(WordClass::Noun));
        if self.tokens[i].is_verb() && behind == i + 2 && behind < end && is_noun(i + 1) && self.is(behind, "为") {
            return true;
        }
        let ordinary = self.tokens[i].is_verb() && !self.has(i, ORDERS);
        let told = behind < end && self.has(behind, Classes::MODAL | Classes::PERMIT);
        ordinary && nouns > 0 && told && tail_of(self.source.slice(self.range(i + 1, behind))).is_none()
    }

    /// 审核机构要…, 审核机构进行审核: a body named after any verb that presses nobody,
    /// where it is plain that the body acts.
    fn names_acting_body(&self, i: usize, end: usize) -> bool {
        let acts = i + 2;
        let obliged = |at: usize| self.has(at, Classes::MODAL) || self.is(at, "进行");
        acts < end && self.has(i + 1, Classes::BODY) && !self.has(i, Classes::PRESS) && obliged(acts)
    }

    /// 负责人, 综合阅读率: what makes the verbs before it part of a noun.
    pub fn is_rated(&self, at: usize, end: usize) -> bool {
        let noun = (at..end.min(at + PREDICATE_TOKENS)).find(|i| !self.tokens[*i].is_verb());
        PEOPLE.contains(self.word(at)) || noun.is_some_and(|noun| RATES.contains(self.word(noun)))
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
            || matches!(self.tokens[behind].kind, TokenKind::Open)
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
        // 建立数据质量反馈机制, 加强价格监测: one object, made of several words.
        let closes = |at: usize| at >= end || self.tokens[at].kind == TokenKind::Pause || self.has(at, Classes::JOINT);
        let matter = at + 1 < end && self.has(at + 1, Classes::ABSTRACT) && !self.has(at + 1, Classes::VERB);
        let deed = self.has(noun - 1, Classes::VERB | Classes::PRESS);
        let compound = !self.is(noun, "情况") && (matter && closes(at + 2) || deed && closes(at + 1));
        let weak = !matches!(self.tokens[noun - 1].kind, TokenKind::Word(WordClass::Verb));
        // 党组织建设情况; 企业认定标准按照…执行.
        let verbal = self.tokens[noun - 1].kind == TokenKind::Word(WordClass::VerbalNoun);
        let state = at == end && at == noun + 1 && verbal && self.is(noun, "情况");
        let measured = MEASURES.contains(self.word(at - 1)) && self.has(at, Classes::PREPOSITION | Classes::STATE);
        if at > noun && (state || at < end && measured) {
            return true;
        }
        at > noun
            && (at < end
                && (self.is(at, "的")
                    || self.has(at, Classes::MODAL)
                    || self.tokens[at].is_adverb()
                    || self.tokens[at].is_verb() && !compound)
                || at == end && weak && !self.has(noun - 1, Classes::VERB))
    }
}
