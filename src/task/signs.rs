//! The signs of a candidate: what its words and its place say for and against it.

use super::candidate::{Place, names_seat};
use super::evidence::Sign;
use super::predicate::{Predicate, Strength, says_how};
use super::syntax::Syntax;
use crate::analysis::UnitCategory;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::without_last;
use crate::lexicon::list::{HEADING, UNIT, WordList};
use crate::lexicon::words::WordClass;
use crate::mention::unit::{UnitName, is_place, level_of, tail_of};
use crate::source::{Token, TokenKind};

const NUMBER: TokenKind = TokenKind::Number;
const COUNT: TokenKind = TokenKind::Word(WordClass::Number);
/// A unit name is at most this long.
const NAME_CHARS: usize = 30;

impl Syntax<'_, '_> {
    pub(super) fn signs(
        &self,
        unit: &UnitName,
        place: Place,
        predicate: Option<Predicate>,
        described: bool,
    ) -> Vec<Sign> {
        let mut signs = Vec::new();
        let name = unit.name.as_str();
        let tokens = self.source.tokens_in(unit.range);
        let tail = tail_of(name);
        match tail {
            Some(_) => signs.push(Sign::Ending),
            None if unit.known
                || self.names_place(name, tokens.clone())
                || self.is_party(tokens.end)
                || self.is_territory(name)
                || place == Place::Handed && names_seat(name)
                || level_of(name).is_some_and(|(word, _)| word == name)
                || self.ends_with_organ(tokens.clone()) =>
            {
                signs.push(Sign::Ending);
            }
            None if self.source.ends_like_own(name) => signs.push(Sign::Own),
            None if is_site(name) => signs.push(Sign::Site),
            None => {}
        }
        if self.source.is_named(unit.range) || self.source.knows(name) {
            signs.push(Sign::Known);
        }
        let headed = tokens.clone().next().is_some_and(|at| self.has(at, Classes::CLASS_HEAD));
        if tail.is_none() && level_of(name).is_some() {
            signs.push(Sign::Level);
        } else if tail.is_none() && headed {
            signs.push(Sign::Head);
        }
        let kinds = name.starts_with("各类") || name.starts_with("各项") || name.starts_with("各种");
        if tail.is_none() && headed && !kinds && tokens.len() > 1 && self.does_something(tokens.end) {
            signs.push(Sign::Deed);
        }
        if place == Place::Handed {
            signs.push(Sign::Handed);
        }
        match predicate.map(|predicate| predicate.strength) {
            Some(Strength::Modal) => signs.push(Sign::Modal),
            Some(Strength::Duty) => signs.push(Sign::Duty),
            Some(_) => signs.push(Sign::Verb),
            None => {}
        }
        if !described {
            let told = place == Place::Handed || predicate.is_some_and(|p| p.strength == Strength::Modal);
            let charged = place == Place::Handed && predicate.is_some_and(|p| p.strength == Strength::Duty);
            let whole = charged && tail.is_some() && self.is_one_name(tokens.clone());
            let verbs = told && (whole || self.is_trade_name(tokens.clone()));
            let flaws = Flaws { verbs, tokens: tokens.clone() };
            self.flaws(flaws, name, &mut signs);
        }
        let person = tokens.clone().next_back().is_some_and(|at| self.has(at, Classes::PERSON))
            || without_last(name.split('（').next().unwrap_or(name), Classes::PERSON).is_some();
        if person && tail.is_none() && !self.is_party(tokens.end) {
            signs.push(Sign::Person);
        }
        let site = is_site(name) && predicate.is_some_and(|predicate| predicate.strength == Strength::Modal);
        if tail.is_none() && !site && tokens.clone().next_back().is_some_and(|at| self.has(at, Classes::ABSTRACT)) {
            signs.push(Sign::Matter);
        }
        let modal = predicate.is_some_and(|predicate| predicate.strength == Strength::Modal);
        // 中央财政安排资金, 由失业保险基金缴纳: a purse that pays.
        let purse = name.ends_with("财政") || name.ends_with("基金");
        // 国家融资担保基金要…: a body of that name.
        if purse && !(modal && (name.ends_with("财政") || level_of(name).is_some())) {
            signs.push(Sign::Matter);
        }
        let counted =
            tokens.clone().next().is_some_and(|at| self.tokens[at].kind == TokenKind::Number) && !modal && !described;
        if counted
            || is_single(name) && !modal
            || name.starts_with('每') && !name.contains(['市', '县', '区', '镇', '省'])
        {
            signs.push(Sign::Counted);
        }
        let length = name.chars().count();
        let one = length == 1 && !self.is_territory(name);
        if one || length > NAME_CHARS && tail.is_none_or(|tail| tail.category != UnitCategory::Class) && !described {
            signs.push(Sign::Length);
        }
        signs
    }

    /// 各股东要|建立台账: behind the modal at `at` stands what somebody does, with its object.
    fn does_something(&self, at: usize) -> bool {
        const WORDS: usize = 6;
        if !self.has(at, Classes::MODAL | Classes::DUTY) {
            return false;
        }
        let how =
            |i: &usize| self.has(*i, Classes::MODAL) || self.tokens[*i].is_adverb() && !self.has(*i, Classes::VERB);
        let verb = at + (at..self.tokens.len().min(at + WORDS)).take_while(how).count();
        let object = self.tokens.get(verb + 1).is_some_and(|next| {
            next.is_word()
                && !next.classes.has(Classes::STATE | Classes::JOINT)
                && next.kind != TokenKind::Word(WordClass::Verb)
        });
        self.tokens.get(verb).is_some_and(Token::is_verb) && object
    }

    /// 运营管理方, 用地竞得人, 开户行: whoever has that trade.
    pub(super) fn is_party(&self, end: usize) -> bool {
        static TRADES: WordList = WordList::of(UNIT, "party trades");
        let Some(last) = end.checked_sub(1) else { return false };
        // 发起人（原始权益人）.
        if self.tokens[last].kind == TokenKind::Close {
            const NOTE: usize = 8;
            let mut near = (end.saturating_sub(NOTE)..end).rev();
            return near.find(|at| self.tokens[*at].kind == TokenKind::Open).is_some_and(|open| self.is_party(open));
        }
        let of = |words: &str| TRADES.contains(words);
        let trade = self.word(last).strip_suffix('人').unwrap_or_default();
        if of(trade) || self.is(last, "开户行") {
            return true;
        }
        // 监管账户|行: a bank, named after what it does for others.
        last.checked_sub(1).is_some_and(|before| {
            let token = &self.tokens[before];
            let plain = matches!(token.kind, TokenKind::Word(WordClass::Noun | WordClass::Verb)) && !token.is_adverb();
            self.is(last, "方") && token.is_verb()
                || self.is(last, "行") && plain
                || self.is(last, "人") && of(self.word(before))
        })
    }

    /// Whether what stands before 的 is one whose bodies they are.
    fn is_owner(&self, owner: &str) -> bool {
        owner == "党"
    }

    /// 国开行: a body that the word list knows by name, other than 中西部 and 中央财政.
    fn ends_with_organ(&self, mut tokens: std::ops::Range<usize>) -> bool {
        tokens.next_back().is_some_and(|at| {
            self.tokens[at].kind == TokenKind::Word(WordClass::Organ) && !self.word(at).ends_with(['部', '政'])
        })
    }

    /// 青岭县, 云溪市: no common noun such as 景区 ends like the name of a place.
    fn names_place(&self, name: &str, mut tokens: std::ops::Range<usize>) -> bool {
        is_place(name)
            && tokens.all(|at| matches!(self.tokens[at].kind, TokenKind::Word(WordClass::Place | WordClass::Other)))
    }

    /// 公共租赁住房运营单位, 补贴审核发放部门: a verb right before the noun of a body, and no
    /// whole unit in front of a verb, so that all of it is one name.
    pub(super) fn is_trade_name(&self, tokens: std::ops::Range<usize>) -> bool {
        const WORDS: usize = 8;
        let Some(last) = tokens.clone().next_back().filter(|last| *last > tokens.start) else { return false };
        let managed = self.word(last).chars().count() > 2 && self.has(last, Classes::BODY);
        let body = self.has(last, Classes::BODY) || self.is(last, "方");
        let trade = body && (managed || self.tokens[last - 1].is_verb());
        let pivots =
            |at: usize| self.tokens[at].is_verb() && tail_of(self.source.slice(self.range(tokens.start, at))).is_some();
        let barred = |at: usize| self.has(at, Classes::CLASS_HEAD) && at > tokens.start;
        trade && tokens.len() <= WORDS && !(tokens.start + 1..last).any(|at| pivots(at) || barred(at))
    }

    /// 县药品集中采购事务管理所: words behind a level, with no unit among them before the last.
    fn is_one_name(&self, tokens: std::ops::Range<usize>) -> bool {
        const WORDS: usize = 10;
        let name = |end: usize| self.source.slice(self.range(tokens.start, end));
        tokens.len() <= WORDS
            && level_of(name(tokens.end)).is_some()
            && tokens
                .clone()
                .all(|at| self.tokens[at].is_word() && !self.has(at, Classes::PRESS | Classes::PREPOSITION))
            && (tokens.start + 1..tokens.end).all(|end| tail_of(name(end)).is_none())
    }

    /// Whether the name holds what no name does.
    pub(super) fn is_flawed(&self, unit: &UnitName) -> bool {
        let mut flaws = Vec::new();
        self.flaws(Flaws { tokens: self.source.tokens_in(unit.range), verbs: false }, &unit.name, &mut flaws);
        !flaws.is_empty()
    }

    /// What no name holds: verbs that name nothing, adverbs, prepositions.
    fn flaws(&self, flaws: Flaws, name: &str, signs: &mut Vec<Sign>) {
        let Flaws { tokens, verbs } = flaws;
        let tail = tail_of(name);
        // 隐患排查整治专项行动领导小组办公室: a body named after its whole business.
        // 清算所股份有限公司: and a firm by the name in its register.
        let named = tail.is_some_and(|tail| tail.category == UnitCategory::Coordination || tail.word == "办公室")
            || name.ends_with("有限公司");
        let end = tokens.end;
        let ends = tail.is_some() || is_site(name) || self.is_party(end) || self.source.ends_like_own(name);
        let relative = tokens.clone().rev().find(|at| self.word(*at) == "的");
        let start = match relative {
            Some(of) if ends && name.contains('的') && self.has(tokens.start, Classes::CLASS_HEAD) => of,
            // 党的各级纪委, 县政府的部门.
            Some(of) if ends && self.is_owner(self.source.slice(self.range(tokens.start, of))) => of,
            Some(_) => return signs.push(Sign::VerbWithin),
            // 重点防御区所在地|人民政府: whose it is, in front of the name.
            None => {
                // 契税收取地|财政部门: where something is done.
                let seat = |at: usize| self.is(at, "地") && at > tokens.start && self.tokens[at - 1].is_verb();
                let site = tokens.clone().rev().find(|at| self.is(*at, "所在地") || self.is(*at, "所在") || seat(*at));
                site.filter(|at| !(tokens.start..*at).any(|i| self.has(i, Classes::PREPOSITION)))
                    .unwrap_or(tokens.start)
            }
        };
        // 财政-税务-国库-银行.
        if name.starts_with('的') || tokens.clone().any(|at| matches!(self.word(at), "-" | "—" | "－")) {
            signs.push(Sign::OtherWithin);
        }
        // A name that a quotation or a bracket is cut through.
        if name.matches(['“', '（']).count() != name.matches(['”', '）']).count() {
            signs.push(Sign::OtherWithin);
        }
        let mut at = start + 1;
        while at < end {
            let token = &self.tokens[at];
            // 直观展示|公司业绩: a mere verb right before what firms are called.
            let firm = at + 2 == end && self.is(at + 1, "公司") && !token.classes.has(Classes::NAMER);
            let acts = token.kind == TokenKind::Word(WordClass::Verb)
                && (token.classes.has(Classes::PRESS) || firm || self.has_object(at, end));
            let nominal = named
                || verbs
                || ends && end - at <= REST && !acts
                || token.classes.has(Classes::NAMER | Classes::CLASS_HEAD);
            // 赛场周边|广泛设置|体验点: how, and what is done.
            let how = self.tokens[at - 1].kind == TokenKind::Word(WordClass::Adjective);
            let sets_up = how && token.classes.has(Classes::SET_UP) && !token.classes.has(Classes::NAMER);
            let phrase = (says_how(self.word(at)) || sets_up) && !named;
            // 县政府|组织工作组: a whole unit, and what it does.
            let whole = self.is(at, "组织") && at + 1 < end && self.ends_unit(at);
            // 新引进企业: new ones of a kind.
            if self.is(at, "新") && at + 1 < end && self.tokens[at + 1].is_verb() {
                at += 2;
                continue;
            }
            // 县信访局|指定一家单位.
            let counts = token.is_verb() && at + 1 < end && matches!(self.tokens[at + 1].kind, NUMBER | COUNT);
            let seated = token.is_verb() && names_seat(self.source.slice(self.range(start, at)));
            if whole || seated || counts || phrase || token.is_verb() && !nominal && !is_verbal_noun(token) {
                signs.push(Sign::VerbWithin);
            }
            let noun = token.kind == TokenKind::Word(WordClass::Noun);
            // 健康 of 市场平稳健康发展联席会议.
            let adjective = token.kind == TokenKind::Word(WordClass::Adjective);
            let may_name = token.is_verb() || noun || named && adjective;
            // 购房时|建设单位, 市区范围内|政府: words of an adverbial.
            // 拒不接受|有关部门; 企业人才和|区.
            let headed = token.classes.has(Classes::CLASS_HEAD)
                && matches!(self.tokens[at - 1].kind, TokenKind::Word(WordClass::Phrase));
            let level = at + 2 == end && token.classes.has(Classes::JOINT) && is_level(self.word(at + 1));
            if headed || level {
                signs.push(Sign::OtherWithin);
            }
            let framed = ["时", "时与", "范围内", "过程中"].contains(&self.word(at));
            let other = framed
                || token.classes.has(Classes::JOIN) && !named
                || token.is_adverb() && !may_name && !verbs
                || token.classes.has(Classes::PREPOSITION | Classes::MODAL | Classes::PERMIT | Classes::STATE);
            if other && !token.classes.has(Classes::JOINT) {
                signs.push(Sign::OtherWithin);
            }
            at = self.next(at, end);
        }
    }

    /// 采取|政府, 禁止|集体所有制企业: behind a mere verb in a name stand other nouns than
    /// the one that it names, or a body with a name of its own.
    fn has_object(&self, verb: usize, end: usize) -> bool {
        static OF_ITSELF: WordList = WordList::of(UNIT, "of itself");
        let noun = (verb + 1..end).find(|at| !self.tokens[*at].is_verb());
        // 商户进入|产业园: where one goes.
        // 原则同意|国务院.
        // 实行|市级统筹.
        let organ =
            |noun: usize| self.tokens[noun].kind == TokenKind::Word(WordClass::Organ) || is_level(self.word(noun));
        let own = noun.is_some_and(|noun| {
            noun + 1 < end || OF_ITSELF.contains(self.word(noun)) || is_site(self.word(noun)) || organ(noun)
        });
        own && !self.has(verb, Classes::NAMER) && !noun.is_some_and(|noun| self.is(noun, "企业"))
    }
}

/// The words of a name, and whether its verbs are part of it.
struct Flaws {
    tokens: std::ops::Range<usize>,
    verbs: bool,
}

/// 单个企业最高…: a ceiling for each, and nothing that it owes.
fn is_single(name: &str) -> bool {
    name.strip_prefix('单').is_some_and(|rest| rest.starts_with(['个', '户', '家', '次', '月']))
}

/// 区, 县级: a level alone.
fn is_level(word: &str) -> bool {
    level_of(word).is_some_and(|(level, _)| level == word || word.strip_prefix(level) == Some("级"))
}

/// The last words of a name, which a verb may be among: 登记机关, 督办小组.
const REST: usize = 3;

pub(super) fn is_verbal_noun(token: &Token) -> bool {
    token.kind == TokenKind::Word(WordClass::VerbalNoun)
}

/// 售票点, 沿边城市: where people work, or a place that can act.
pub(super) fn is_site(name: &str) -> bool {
    static SITES: WordList = WordList::of(HEADING, "sites");
    static NO_SITES: WordList = WordList::of(HEADING, "no sites");
    !NO_SITES.closes(name) && name.chars().nth(1).is_some() && SITES.closes(name)
}
