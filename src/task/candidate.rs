//! Which noun phrases may name those who must act: a list of names between an
//! opening and a predicate, weighed as a whole and member by member.

use super::evidence::{Sign, weigh};
use super::predicate::{Predicate, Strength};
use super::signs::{is_site, is_verbal_noun};
use super::syntax::Syntax;
use crate::analysis::{Certainty, UnitCategory};
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::without_last;
use crate::lexicon::words::WordClass;
use crate::mention::unit::{UnitList, UnitName, category_of, level_of, tail_of, unit_list};
use crate::source::{Token, TokenKind};
use crate::span::TextRange;

/// The names of one who acts, or of several.
pub(super) struct Actors {
    /// The names; only those that the signs make.
    pub list: UnitList,
    /// How sure each is.
    pub certainty: Vec<Certainty>,
}

impl Actors {
    /// Whether all are firms that no level, 各 or 有关 tells apart.
    pub fn are_firms(&self) -> bool {
        self.list.units.iter().all(|unit| {
            category_of(&unit.name) == UnitCategory::Enterprise
                && level_of(&unit.name).is_none()
                && !unit.name.starts_with(['各', '有'])
        })
    }
}

/// What stands before a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The head of a clause.
    Head,
    /// 由, 请, 会同, …: the name behind it is handed the task.
    Handed,
}

/// What keeps hostile text from being read over and over: the tokens that a list
/// of names may have, and how many of its ends are tried.
const SUBJECT_TOKENS: usize = 400;
const TRIED: usize = 12;
/// What opens the predicate behind a noun.
const OPENERS: Classes = Classes::MODAL.with(Classes::STATE).with(Classes::PREPOSITION).with(Classes::PERMIT);

impl Syntax<'_, '_> {
    /// The names from `first` on with the predicate behind them, and where that
    /// begins. Of several readings the one with the surest predicate counts, of
    /// equal ones the first.
    pub fn subject(&self, first: usize, end: usize, place: Place) -> Option<(Actors, usize, Predicate)> {
        const READINGS: usize = 3;
        let mut best: Option<(Actors, usize, Predicate)> = None;
        let (mut readings, mut tried) = (0, 0);
        let mut at = self.next(first, end);
        let far = end.min(first + SUBJECT_TOKENS);
        while at < far && readings < READINGS && tried < TRIED {
            if self.stops_names(at) {
                break;
            }
            let predicate = self.predicate(at, end).or_else(|| self.handed_deed(first, at, end));
            let predicate = predicate.or_else(|| self.leads_others(first, at, end));
            if let Some(predicate) = predicate
                && (self.may_name(first, at, predicate.strength)
                    || place == Place::Handed
                        && (names_seat(self.source.slice(self.range(first, at)))
                            || best.is_none() && self.is_charged(first, at, predicate)))
                && !self.only_relates(at, end, predicate)
                && !(place == Place::Head && self.describes_another(at, end, predicate))
                && !(place == Place::Head
                    && (self.is_acted_on(at, end, predicate) || self.is_for_others(at, end, predicate)))
                && {
                    tried += 1;
                    true
                }
                && let Some(actors) = self.actors(first, at, place, Some(predicate))
                && (place == Place::Handed && predicate.verb.is_none()
                    || !self.is_described_matter(&actors, at, end, predicate))
                && !(place == Place::Head && self.owns_matter(&actors, at, end, predicate))
            {
                readings += 1;
                let surer = best.as_ref().is_none_or(|(known, _, its)| {
                    predicate.strength < its.strength || predicate.strength == its.strength && is_bare(known)
                });
                if surer {
                    best = Some((actors, at, predicate));
                }
                // 县住建局|对…等支持政策做好宣传: no name goes on behind the preposition.
                if self.has(at, Classes::PREPOSITION) && !self.has(at, Classes::JOINT | Classes::HANDING) {
                    break;
                }
            }
            if self.has(at, Classes::MODAL | Classes::PERMIT) {
                break;
            }
            at = self.next(at, end);
        }
        best
    }

    /// 由县数字中枢|牵头: whoever it is that 由 names before a duty.
    fn is_charged(&self, first: usize, at: usize, predicate: Predicate) -> bool {
        predicate.strength == Strength::Duty
            && predicate.verb == Some(at)
            && first > 0
            && self.is(first - 1, "由")
            && !self.has(at - 1, Classes::ABSTRACT)
            && !self.has(at + 1, Classes::BODY)
            && without_last(self.source.slice(self.range(first, at)), Classes::PERSON).is_none()
            && (first..at).all(|i| self.tokens[i].is_word() && !self.tokens[i].is_verb() && !self.is(i, "先行"))
    }

    /// 乡镇（街道）|牵头征收实施单位…: whole names stand before the lead.
    fn leads_others(&self, first: usize, at: usize, end: usize) -> Option<Predicate> {
        let leads = self.is(at, "牵头") && at + 1 < end && !self.has(at + 1, Classes::BODY);
        let names = self.source.slice(self.range(first, at));
        let whole = || tail_of(names).is_some() || self.is_territory(names);
        (leads && whole()).then_some(Predicate { strength: Strength::Duty, verb: Some(at) })
    }

    /// 由学院评议, 由县民政局界定, 由登记机关责令解散: behind 由 and a name, a noun is the
    /// deed where it ends the clause and bodies are named after it or the name is
    /// whole without it, or where a verb follows.
    fn handed_deed(&self, first: usize, at: usize, end: usize) -> Option<Predicate> {
        let handed = first > 0 && self.hands_on(first - 1);
        if !handed || self.tokens[at].kind != TokenKind::Word(WordClass::Noun) {
            return None;
        }
        let named = self.has(at, Classes::BODY | Classes::ABSTRACT | Classes::PERSON | Classes::FIELD)
            || tail_of(self.word(at)).is_some();
        let names = self.source.slice(self.range(first, at));
        let longer = |tail: &str| tail != names && tail_of(self.source.slice(self.range(first, at + 1))).is_none();
        let whole = tail_of(names).filter(|tail| longer(tail.word));
        let ends =
            at + 1 == end && (self.has(at, Classes::NAMER) || whole.is_some() && level_of(names).is_some() && !named);
        // 由市场监管部门责令限期…: a noun of two characters closes the name before it.
        let closed = whole.is_some_and(|tail| tail.word.chars().nth(1).is_some());
        let behind =
            |at: usize| self.stands_as_verb(at, end) || closed && self.tokens[at].is_word() && !self.is(at, "的");
        let goes_on = at + 1 < end && !named && behind(at + 1);
        (ends || goes_on).then_some(Predicate { strength: Strength::Unknown, verb: Some(at) })
    }

    /// 国有企业|统一采购的商品房, 由装修企业|代为购买的材料: verbs and nothing else up to 的
    /// say whose the noun behind it is, not what anybody does.
    fn only_relates(&self, at: usize, end: usize, predicate: Predicate) -> bool {
        const VERBS: usize = 4;
        // 企业应上交的|基金指标一并划转: what is owed, and what becomes of it.
        if predicate.strength == Strength::Modal {
            let modal = (at..end).take(VERBS).find(|i| self.has(*i, Classes::MODAL)).unwrap_or(at);
            let of = modal + 2;
            return of + 1 < end
                && self.tokens[modal + 1].is_verb()
                && self.is(of, "的")
                && self.tokens[of + 1].is_word();
        }
        let how = |i: &usize| {
            let adverb = self.tokens[*i].is_adverb();
            (adverb || self.tokens[*i].is_verb() && !self.has(*i, Classes::VERB))
                && !self.has(*i, Classes::MODAL | Classes::DUTY | Classes::JOIN | Classes::STATE)
        };
        // 建立|统一的系统 has an object.
        let verb = at + (at..end).take(VERBS).take_while(how).count();
        let (deed, of) = if self.is(verb, "的") { (verb.max(at + 1) - 1, verb) } else { (verb, verb + 1) };
        predicate.strength > Strength::Duty
            && deed >= at
            && of + 1 < end
            && self.is(of, "的")
            && self.tokens[deed].is_verb()
            && !self.tokens[deed].is_adverb()
    }

    /// 政府|建设筹集的公租房纳入管理范围, 政府|通过其他渠道筹集的公租房上缴…: whose a thing is,
    /// before what is done with it.
    fn owns_matter(&self, actors: &Actors, at: usize, end: usize, predicate: Predicate) -> bool {
        let bare = |unit: &UnitName| matches!(unit.name.as_str(), "政府" | "企业" | "单位");
        let of = (at + 1..end).find(|i| self.is(*i, "的") && self.tokens[*i - 1].is_verb());
        predicate.strength > Strength::Duty
            && actors.list.units.iter().all(bare)
            && of.is_some_and(|of| {
                let noun = of + 1;
                let deed = (noun + 1..end).find(|i| self.stands_as_verb(*i, end));
                noun < end && self.tokens[noun].is_word() && !self.tokens[noun].is_verb() && deed.is_some()
            })
    }

    /// 用人单位开展服务所需的支出，…: a clause that only describes its last noun has a
    /// class of units in it, and says nothing that they owe.
    fn is_described_matter(&self, actors: &Actors, at: usize, end: usize, predicate: Predicate) -> bool {
        let class = |unit: &UnitName| {
            matches!(category_of(&unit.name), UnitCategory::Enterprise | UnitCategory::Class)
                && level_of(&unit.name).is_none()
                && !unit.name.starts_with('各')
        };
        let Some(of) = (at..end).rev().find(|i| self.is(*i, "的")) else { return false };
        // 县住建局对领取补贴的对象应当…: to whom.
        if self.is(at, "对") && ["对象", "家庭", "用户"].iter().any(|whom| self.is(of + 1, whom)) {
            return false;
        }
        // 运营单位作为专区的责任主体，…: what they are, and so must do.
        if predicate.verb.is_some_and(|verb| ["作为", "是", "为"].contains(&self.word(verb))) {
            return false;
        }
        // 单位因加收费用而增加的支出，…: what the rest is about, whoever had it.
        let caused = predicate.verb.is_none()
            && self.is(at, "因")
            && of + 1 < end
            && self.ends_with_comma(end)
            && (at..of).any(|i| self.is(i, "而"));
        let matter = caused || self.is_spoken_of(end) && actors.list.units.iter().all(class);
        // 企业投资建设的，…: a condition.
        let condition = of + 1 == end && self.ends_with_comma(end);
        // 各单位经县人社局引进的优秀人才: people that the clause describes.
        let people = || without_last(self.source.slice(self.range(of + 1, end)), Classes::PERSON).is_some();
        if predicate.verb.is_none() && predicate.strength > Strength::Duty && of + 1 < end && people() {
            return true;
        }
        // …的比例从50%提高到60%, …的时间不计算在内.
        let measured = |at: usize| ["比例", "标准", "时间", "期限", "额度"].iter().any(|word| self.is(at, word));
        let measure = measured(of + 1);
        // …的比例从本金的60%提升到100%.
        let rises = |at: usize| self.is(at, "的") && measured(at + 1) && self.is(at + 2, "从");
        if predicate.verb.is_none() && predicate.strength > Strength::Duty && (at..of).any(rises) {
            return true;
        }
        let noun = measure || self.has(of + 1, Classes::ABSTRACT);
        let topic = (predicate.verb.is_some() || noun) && self.is_topic(of + 1, end);
        // 企业支持研究的支出，…: firms are supported, and support nobody.
        let weak = predicate.strength > Strength::Duty || predicate.verb.is_some_and(|verb| self.is(verb, "支持"));
        topic && predicate.strength > Strength::Modal || (matter || condition) && weak
    }

    /// 由企业配建的|小学应…: the predicate at `at` only describes those who must act.
    pub(super) fn describes_subject(&self, at: usize, end: usize) -> bool {
        let of = (at..end).find(|i| self.is(*i, "的"));
        of.is_some_and(|of| {
            let modal = (of + 1..end).find(|i| self.has(*i, Classes::MODAL));
            modal.filter(|modal| *modal > of + 1 && !self.has(of + 1, Classes::FRAME)).is_some_and(|modal| {
                (of + 1..modal).all(|i| self.tokens[i].is_word() || self.tokens[i].kind == TokenKind::Pause)
            })
        })
    }

    /// 县民政局|委托的评估机构应…: the predicate only describes those who must act. 县医院|对
    /// 持证的老年人应… says to whom.
    fn describes_another(&self, at: usize, end: usize, predicate: Predicate) -> bool {
        let towards = || {
            if self.is(at, "对") {
                return true;
            }
            let modal = (at..end).find(|i| self.has(*i, Classes::MODAL)).unwrap_or(at);
            modal > at && self.has(modal - 1, Classes::PERSON)
        };
        predicate.strength > Strength::Duty
            && (predicate.verb.is_some() || !towards())
            && self.describes_subject(at, end)
    }

    /// 学校|纳入教联体, 公司|以原有企业为基础进行组建, 物流基地|建设工程: what is done with it, or its
    /// own name.
    fn is_acted_on(&self, at: usize, end: usize, predicate: Predicate) -> bool {
        const NOUNS: usize = 4;
        const MODELS: [&str; 3] = ["模式", "机制", "体系"];
        const TAKEN_IN: [&str; 5] = ["纳入", "列入", "划入", "并入", "归入"];
        const SET_UP: [&str; 2] = ["设立", "组建"];
        // 作为一个整体列入名单.
        let taken = predicate.verb.is_some_and(|verb| {
            TAKEN_IN.contains(&self.word(verb))
                || self.is(verb, "作为") && (verb..end).any(|i| TAKEN_IN.contains(&self.word(i)))
        });
        // 市|审改方案规定, 省|综合平台融资: the level of a thing, right before its name.
        let level = at > 0
            && predicate.verb == Some(at)
            && at + 1 < end
            && !self.tokens[at].classes.has(Classes::VERB | Classes::DUTY)
            && (at == 1 || self.is(at - 2, "年") || !self.tokens[at - 2].is_word())
            && (at == 1 || self.tokens[at - 2].kind != TokenKind::Pause)
            && self.word(at - 1).chars().nth(1).is_none()
            && level_of(self.word(at - 1)).is_some_and(|(word, _)| word == self.word(at - 1));
        let founded = SET_UP.contains(&self.word(end - 1)) && predicate.verb != Some(end - 1);
        let built = at + 1 < end && self.is(at, "建设");
        let project =
            built && (at + 2 == end && ["工程", "项目"].contains(&self.word(end - 1)) || self.is(at + 1, "用地"));
        let model = MODELS.contains(&self.word(end - 1))
            && end - at <= NOUNS
            && !(at..end).any(|i| self.has(i, Classes::VERB | Classes::DUTY));
        // 运营机构按人次享受补贴: what it is given.
        let given = (at..end)
            .find(|i| self.is(*i, "享受"))
            .is_some_and(|verb| !(at..verb).any(|i| ["对", "将", "把", "向"].contains(&self.word(i))));
        // 企业|团购优惠价格可不计入…: what is permitted of it.
        let permitted = (at + 1..end)
            .any(|i| matches!(self.word(i), "可" | "可以") && !self.is(i + 1, "持续") && self.is_noun(i - 1));
        predicate.strength > Strength::Duty && (taken || founded || project || model || given || level || permitted)
    }

    /// 银行按揭贷款及利率优惠由各银行按政策落实: a matter that the same clause hands to others.
    fn is_for_others(&self, at: usize, end: usize, predicate: Predicate) -> bool {
        let commits = predicate.verb.is_some_and(|verb| self.has(verb, Classes::VERB | Classes::DUTY | Classes::JOIN));
        // …转|由相关部门办理: on to others.
        let passed = |by: usize| ["转", "交", "改"].iter().any(|verb| self.is(by - 1, verb));
        let Some(by) = (at + 1..end).rev().find(|i| self.is(*i, "由")) else { return false };
        if commits || passed(by) {
            return false;
        }
        predicate.strength > Strength::Duty
            && !(by..end).any(|i| self.is(i, "的"))
            && self.subject(by + 1, end, Place::Handed).is_some()
    }

    fn is_noun(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Word(WordClass::Noun) && !self.tokens[at].is_adverb()
    }

    /// Whether the clause behind the comma at `stop` goes on about the last noun
    /// before it: …所需的支出，由…; …的公文，应当….
    fn is_spoken_of(&self, stop: usize) -> bool {
        let next = stop + 1;
        let led = |at: usize| self.tokens.get(at).is_some() && self.word(at).starts_with(['按', '由']);
        self.ends_with_comma(stop) && (led(next) || self.has(next, OPENERS))
    }

    /// Whether the noun from `noun` on, which a relative clause describes, is what
    /// the rest is about: 提供服务的比例达到…; 报送省政府的公文，应当….
    fn is_topic(&self, noun: usize, end: usize) -> bool {
        let word = |at: &usize| self.tokens[*at].is_word() && !self.tokens[*at].is_verb() && !self.has(*at, OPENERS);
        // 保障性|租赁|住房，应…: a verb within the noun.
        const NOUNS: usize = 5;
        let whole = end > noun && end - noun <= NOUNS && self.ends_with_comma(end) && word(&(end - 1));
        let whole = whole && noun > 1 && self.tokens[noun - 2].is_verb();
        let whole = whole && (noun..end).all(|at| self.tokens[at].is_word() && !self.has(at, OPENERS));
        let behind = if whole { end } else { (noun..end).take_while(word).last().map_or(noun, |last| last + 1) };
        if behind == noun {
            return false;
        }
        let next = if behind == end && self.ends_with_comma(end) { end + 1 } else { behind };
        (behind < end || next > end)
            && (self.has(next, Classes::MODAL | Classes::PERMIT | Classes::STATE)
                || self.is(next, "从")
                || self.tokens.get(next).is_some() && self.word(next).starts_with('不'))
            && !self.is(next, "为")
    }

    /// A mark that no list of names holds, or the word that hands on to another one.
    fn stops_names(&self, at: usize) -> bool {
        self.hands_on(at)
            || matches!(self.tokens[at].kind, TokenKind::Stop | TokenKind::Break)
            || matches!(self.word(at), "《" | "“")
    }

    /// A quick look before the full reading: the last word may end a name.
    fn may_name(&self, first: usize, end: usize, strength: Strength) -> bool {
        let names = self.source.slice(self.range(first, end));
        strength == Strength::Modal
            || names.ends_with('等')
            || names.ends_with('）')
            || self.tokens[end - 1].kind == TokenKind::Word(WordClass::Organ)
            || end > first && self.has(end - 1, Classes::NAMED)
            || names.ends_with(['市', '县', '区', '镇', '乡', '旗', '省'])
            || tail_of(names).is_some()
            || is_site(names)
            || self.is_party(end)
            || self.is_territory(names)
            || self.source.knows(names)
            || self.source.ends_like_own(names)
    }

    /// 市、县; 省级: territories named by their level alone.
    pub(super) fn is_territory(&self, names: &str) -> bool {
        const NAME_BYTES: usize = 60;
        let from = (names.len().saturating_sub(NAME_BYTES)..names.len()).find(|at| names.is_char_boundary(*at));
        let near = &names[from.unwrap_or(0)..];
        // 镇（街）.
        let near = near.strip_suffix('）').and_then(|near| near.rsplit_once('（')).map_or(near, |(near, _)| near);
        // 人口超过100万的|县.
        let last = near.rsplit(['、', '和', '及', '与', '的']).next().unwrap_or(near);
        matches!(
            last,
            "市直"
                | "县直"
                | "省直"
                | "区直"
                | "省"
                | "市"
                | "县"
                | "区"
                | "乡"
                | "镇"
                | "村"
                | "市县"
                | "你省"
                | "你市"
                | "你县"
                | "你区"
                | "省市县"
                | "两级"
                | "三级"
                | "四级"
        ) || last.ends_with("两级")
            || last.ends_with("三级")
            || near.ends_with("的地区")
            || last.ends_with(['市', '县', '区', '镇', '乡', '村']) && last.contains("所在")
    }

    /// The units that the words from `first` up to `end` name, if all of them, or
    /// all but a few beside sure ones, can act.
    pub fn actors(&self, first: usize, end: usize, place: Place, predicate: Option<Predicate>) -> Option<Actors> {
        let placed = first + 1 < end && self.tokens[first + 1].kind == TokenKind::Word(WordClass::Position);
        let that = first < end && self.word(first) == "该" && !placed;
        let first = if that { first + 1 } else { first };
        // 该机构: one that was named before.
        if first >= end || self.holds_time(first, end) || that && first + 1 == end && self.has(first, Classes::BODY) {
            return None;
        }
        let (list, described) = match self.described(first, end, place, predicate) {
            Some(list) => (list, true),
            None if self.is_barred(first, end, place, predicate) => return None,
            None => (unit_list(self.source, self.range(first, end)), false),
        };
        let mut signs: Vec<Vec<Sign>> =
            list.units.iter().map(|unit| self.signs(unit, place, predicate, described)).collect();
        // 设立工作机构或者明确|相关机构: what no name opens with, further on in the list.
        for (unit, own) in list.units.iter().zip(&mut signs).skip(1) {
            let opening = self.source.tokens_in(unit.range).start;
            let led = |at: usize| matches!(self.word(at), "在" | "对" | "向" | "将" | "把");
            let acts =
                opening < end && (self.tokens[opening].is_verb() || self.has(opening, Classes::PRESS) || led(opening));
            let whole = self.source.slice(unit.range) == unit.name;
            if !described && whole && acts && self.is_barred(opening, end, place, predicate) {
                own.push(Sign::VerbWithin);
            }
        }
        if !described && list.units.last().is_some_and(|last| self.has_subject_within(last)) {
            return None;
        }
        // The last word is the head of the phrase: 煤矿、危化等行业领域 act not, but
        // in 各单位和个人 the units do.
        let mut list = list;
        if signs.last().is_some_and(|last| last.contains(&Sign::Matter) || last.contains(&Sign::Person)) {
            let head = list.units.pop()?;
            signs.pop();
            if list.open || !stands_beside(&head, &list.units) {
                return None;
            }
        }
        // 被征收人与征收实施单位: people are no units.
        if list.units.len() > 1 && signs.first().is_some_and(|first| first.contains(&Sign::Person)) {
            list.units.remove(0);
            signs.remove(0);
        }
        // What no name holds, in the first, is no list of names at all.
        if signs.first().is_some_and(|first| first.contains(&Sign::VerbWithin) || first.contains(&Sign::OtherWithin)) {
            return None;
        }
        // 市、县信访局|指定一家单位: nor in one that gives its ending to others.
        let whole = |unit: &UnitName| self.source.slice(unit.range) == unit.name;
        let flawed = |own: &[Sign]| own.contains(&Sign::VerbWithin) || own.contains(&Sign::OtherWithin);
        if list.units.windows(2).zip(signs.iter().skip(1)).any(|(units, own)| flawed(own) && !whole(&units[0])) {
            return None;
        }
        // 商业、办公、旅馆、研发用房: one that may act among many that do not makes them no mates.
        let mates = signs.iter().filter(|signs| weigh(signs).is_some()).count();
        if mates == 0 || mates * 2 < signs.len() && signs.last().is_some_and(|last| weigh(last).is_none()) {
            return None;
        }
        for own in signs.iter_mut().filter(|_| mates > 0 && list.units.len() > 1) {
            if weigh(own).is_none() {
                own.push(Sign::Mate);
            }
        }
        let weights: Vec<Option<Certainty>> = signs.iter().map(|signs| weigh(signs)).collect();
        // 400万元以上政府和国有资金投资项目的|控制价应…: the head of the phrase is a matter.
        let headless = |unit: &UnitName| {
            let people = without_last(&unit.name, Classes::PERSON).is_some();
            !described && !people && unit.name.contains('的') && tail_of(&unit.name).is_none()
        };
        if list.units.len() > 1 && weights.last() == Some(&None) && list.units.last().is_some_and(headless) {
            return None;
        }
        let lost = weights.iter().filter(|weight| weight.is_none()).count();
        if lost * 2 > weights.len() {
            return None;
        }
        let open = list.open;
        let kept = list.units.into_iter().zip(weights).filter_map(|(unit, weight)| Some((unit, weight?)));
        let (units, certainty) = kept.unzip();
        Some(Actors { list: UnitList { units, open }, certainty })
    }

    /// 县民政局、指导单位|委托的评估机构: units that a relative clause in the last name is
    /// about.
    fn has_subject_within(&self, last: &UnitName) -> bool {
        let tokens = self.source.tokens_in(last.range);
        let Some(of) = tokens.clone().find(|at| self.is(*at, "的")) else { return false };
        const WORDS: usize = 6;
        let deed = of.saturating_sub(1).max(tokens.start);
        let near = tokens.start + 1..=deed.min(tokens.start + WORDS);
        self.tokens[deed].is_verb()
            && near.rev().any(|end| tail_of(self.source.slice(self.range(tokens.start, end))).is_some())
    }

    /// The units of a clause that holds nothing but names.
    pub fn names_only(&self, first: usize, end: usize) -> Option<Actors> {
        let actors = self.actors(first, end, Place::Head, None)?;
        let named = |unit: &UnitName| {
            tail_of(&unit.name).is_some() || self.source.is_named(unit.range) || self.source.ends_like_own(&unit.name)
        };
        // 规划建设小区购物中心，…: what is done, but not where: 重点防御区所在地|人民政府.
        let done = |unit: &UnitName| {
            let tokens = self.source.tokens_in(unit.range);
            let seat = tokens.clone().rev().find(|at| self.is(*at, "所在地"));
            let tokens = seat.unwrap_or(tokens.start)..tokens.end;
            let end = tokens.clone().find(|at| self.tokens[*at].kind == TokenKind::Open).unwrap_or(tokens.end);
            let object = |at: usize| self.is_noun(at) && !self.tokens[at].is_verb() && !self.has(at, Classes::BODY);
            let deed = |at: usize| {
                at + 2 < end && (self.has(at, Classes::VERB) && object(at + 1) || self.has(at, Classes::SET_UP))
            };
            level_of(&unit.name).is_none() && !unit.name.contains('的') && tokens.skip(1).any(deed)
        };
        let whole = |unit: &UnitName| unit.sure && named(unit) && !done(unit) || self.is_territory(&unit.name);
        actors.list.units.iter().all(whole).then_some(actors)
    }

    /// Whether no name can begin here: a verb that acts on what follows, a
    /// preposition, an adverb, a mark.
    fn is_barred(&self, first: usize, end: usize, place: Place, predicate: Option<Predicate>) -> bool {
        let token = &self.tokens[first];
        if token.classes.has(Classes::NAMED) {
            return false;
        }
        // 由申报者所在|学会推荐: whose it is, in front of the name.
        const OWNER: usize = 4;
        if place == Place::Handed && (first + 1..end.min(first + OWNER)).any(|at| self.is(at, "所在")) {
            return false;
        }
        // 审核机构要…: nobody is asked to audit before the verb of obligation.
        let obliged = place == Place::Handed || predicate.is_some_and(|p| p.strength == Strength::Modal);
        let bank = self.is(end - 1, "行") && self.is_party(end);
        if obliged && (self.opens_body(first) || bank) || self.opens_trades(first) {
            return false;
        }
        // 建设工程设计单位应当…: an obligation is said of all that stands before it.
        let trade = token.is_word()
            && !token.is_adverb()
            && !self.hands_on(first)
            && (!token.classes.has(Classes::PRESS) || token.classes.has(Classes::NAMER));
        if obliged && trade && self.is_trade_name(first..end) {
            return false;
        }
        if matches!(token.kind, TokenKind::Open | TokenKind::Close | TokenKind::Stop | TokenKind::Pause) {
            return true;
        }
        let classes = token.classes;
        // 配合|主管部门: a body with a name of its own is helped, and is not named so.
        if classes.has(Classes::DUTY)
            && classes.has(Classes::PRESS)
            && self.has(first + 1, Classes::BODY)
            && self.names_itself(first + 1)
        {
            return true;
        }
        // 参与|国有企业改制: nobody is named after taking part in a firm.
        let firm = |at: usize| tail_of(self.word(at)).is_some_and(|tail| tail.category == UnitCategory::Enterprise);
        if !obliged && classes.has(Classes::DUTY) && first + 1 < end && firm(first + 1) && self.names_itself(first + 1)
        {
            return true;
        }
        // 被巡察单位: named after what is done to it.
        if self.is(first, "被") && self.has(first + 2, Classes::BODY) {
            return false;
        }
        if self.hands_on(first)
            || self.has(first, Classes::JOINT)
            || self.is(first, "受") && !self.is(first + 1, "委托")
            || ["任何", "即", "这", "那", "此", "须", "非"].iter().any(|word| self.word(first).starts_with(word))
        {
            return true;
        }
        // 主管单位, 使用单位: also a word that tells a state names a body.
        let named = classes.has(Classes::NAMER) && classes.has(Classes::STATE) && self.has(first + 1, Classes::BODY);
        if classes.has(Classes::CLASS_HEAD) || named {
            return false;
        }
        // The word list takes 拓宽 for the name of a person, whom no firm is named after.
        let person = token.kind == TokenKind::Word(WordClass::Person) && token.classes.is_empty();
        if !obliged && person && self.is(first + 1, "企业") {
            return true;
        }
        // 高效运转…: an adjective before a verb.
        let how = token.kind == TokenKind::Word(WordClass::Adjective)
            && self.tokens.get(first + 1).is_some_and(Token::is_verb)
            && !self.opens_name(first + 1);
        if token.classes.has(Classes::JOIN) && !(place == Place::Handed && self.is(first, "商")) {
            return !self.has(first + 1, Classes::BODY) && !self.joins_in_name(first);
        }
        // 重点行业企业, but 重点整治.
        let next_is_noun = self
            .tokens
            .get(first + 1)
            .is_some_and(|next| next.is_word() && !next.is_verb() && !next.classes.has(Classes::PREPOSITION));
        if token.is_adverb() && token.kind == TokenKind::Word(WordClass::Noun) && next_is_noun {
            return false;
        }
        let presses = token.classes.has(Classes::PRESS);
        if how || presses || token.is_verb() || token.is_adverb() || self.is_verb_phrase(first) {
            return !self.opens_name(first) || !obliged && self.pivots(first);
        }
        classes.has(Classes::PREPOSITION | Classes::STATE | Classes::MODAL | Classes::PERMIT)
    }

    /// 联合|采购办公室: a body named after what is done together.
    pub(super) fn joins_in_name(&self, at: usize) -> bool {
        let noun = at + 2;
        noun < self.tokens.len() && self.is(at, "联合") && self.may_name_body(at + 1) && self.is_body(noun)
    }

    /// 起草单位, 试点地区: any verb that presses nobody, and a noun right behind it
    /// that names end with.
    fn opens_body(&self, first: usize) -> bool {
        let noun = first + 1;
        let body = || tail_of(self.word(noun)).is_some() || is_site(self.word(noun)) || self.has(noun, Classes::BODY);
        let presses = self.has(first, Classes::PRESS) && !self.has(first, Classes::NAMER);
        self.tokens[first].is_verb() && !presses && noun < self.tokens.len() && body()
    }

    /// 建设、施工、监理单位: trades in a row, each the start of one name.
    fn opens_trades(&self, first: usize) -> bool {
        const TRADES: usize = 8;
        let mut at = first;
        for _ in 0..TRADES {
            let pause = at + 1;
            if !self.has(at, Classes::NAMER) || pause >= self.tokens.len() {
                return false;
            }
            if self.tokens[pause].kind != TokenKind::Pause && !self.has(pause, Classes::JOINT) {
                return at > first && self.has(pause, Classes::BODY);
            }
            at = pause + 1;
        }
        false
    }

    /// 主管部门, 监管机构: a noun of a body that says itself what the body does.
    fn names_itself(&self, at: usize) -> bool {
        const BARE_CHARS: usize = 3;
        self.word(at).chars().count() > BARE_CHARS
    }

    /// 吸收检测机构参与, 指定协办单位办理: a mere verb before the name of a body acts on
    /// it.
    fn pivots(&self, first: usize) -> bool {
        let token = &self.tokens[first];
        let mere =
            token.kind == TokenKind::Word(WordClass::Verb) && !token.classes.has(Classes::NAMER | Classes::ADVERB);
        mere && !self.has(first + 1, Classes::BODY)
    }

    /// 督查组, 检测机构, 登记管理机关: verbs that open the name of a body.
    fn opens_name(&self, first: usize) -> bool {
        const VERBS: usize = 3;
        let ends = |at: usize| {
            let name = self.source.slice(self.range(first, at + 1));
            tail_of(name).is_some() || at > first && is_site(name)
        };
        if ends(first) {
            return true;
        }
        // 保障|用人单位: the body has its name without the verb.
        let own = first + 1 < self.tokens.len() && !self.tokens[first + 1].is_verb();
        if self.has(first, Classes::PRESS) && own && self.has(first + 1, Classes::NAMER) {
            return false;
        }
        let mut at = first;
        while at < self.tokens.len() && at < first + VERBS && self.may_name_body(at) {
            let noun = at + 1;
            if noun < self.tokens.len() && self.tokens[noun].is_word() && !self.may_name_body(noun) {
                // 指导|参建单位: firms are pressed.
                let pressed =
                    at > first && self.has(first, Classes::PRESS) && ["单位", "企业"].contains(&self.word(noun));
                return !pressed
                    && ends(noun)
                    && (self.has(noun, Classes::BODY)
                        || self.has(at, Classes::NAMER)
                            && !self.has(at, Classes::PRESS)
                            // 承担|联席会议日常工作: what is taken on.
                            && !(self.has(at, Classes::RESPONSIBLE) && self.word(noun).chars().nth(2).is_some()));
            }
            at += 1;
        }
        false
    }

    /// Whether a body may be named after the word: after a verb of its own trade,
    /// or after any that is a noun as well and presses nobody.
    pub fn may_name_body(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        const NONE: Classes = Classes::PRESS.with(Classes::VERB).with(Classes::CLASS_HEAD);
        let trade = is_verbal_noun(token) && !token.classes.has(NONE.with(Classes::ADVERB));
        let verb = matches!(token.kind, TokenKind::Word(WordClass::Verb | WordClass::VerbalNoun));
        // 集中审批部门, but 定期组织单位.
        let acts = token.classes.has(Classes::ADVERB) && self.has(at + 1, Classes::PRESS);
        let with_body = verb
            && !acts
            && self.has(at + 1, Classes::NAMER | Classes::BODY)
            && !token.classes.has(NONE.with(Classes::STATE));
        token.classes.has(Classes::NAMER) || trade || with_body
    }

    /// 县政府确定的, 常住人口超过100万的: a relative clause with a subject of its own.
    fn opens_with_subject(&self, first: usize, of: usize) -> bool {
        // 稳妥有序|承接…: an adjective says how.
        let how = |at: usize| self.tokens[at].kind == TokenKind::Word(WordClass::Adjective);
        let noun = |at: usize| {
            self.tokens[at].is_word() && !how(at) && !self.tokens[at].is_adverb() && !self.tokens[at].is_verb()
        };
        let plain = (first..of).all(|at| {
            self.tokens[at].kind == TokenKind::Number
                || ["（", "）"].contains(&self.word(at))
                || self.tokens[at].is_word() && !self.has(at, Classes::PREPOSITION | Classes::MODAL | Classes::PERMIT)
        });
        let state = |at: usize| self.has(at, Classes::STATE) && self.tokens[at].is_verb();
        let deed = of > first + 1 && self.tokens[of - 1].kind == TokenKind::Word(WordClass::Verb);
        // …的地方 is a place.
        // 30万人口以上的县: who is large enough.
        let counted = self.tokens[first].kind == TokenKind::Number && self.word(of - 1).ends_with("以上");
        let opens = noun(first) && (deed || (first + 1..of).any(state));
        // 县住建局|是实施主体 is no clause that describes.
        let copula = (first..of).any(|at| self.is(at, "是"));
        plain && !copula && !self.is(of + 1, "地方") && (opens || counted)
    }

    /// 长者饭堂的运营机构, 各级政府的公安、司法机关: bodies with the noun whose they are in front.
    fn owned(&self, first: usize, of: usize, end: usize) -> Option<UnitList> {
        const OTHER: Classes = Classes::PREPOSITION.with(Classes::MODAL).with(Classes::STATE).with(Classes::ABSTRACT);
        const OWNER: usize = 4;
        let noun = |at: usize| {
            let plain = matches!(
                self.tokens[at].kind,
                TokenKind::Word(WordClass::Noun | WordClass::Organ | WordClass::Place | WordClass::Pronoun)
            );
            // 矿区所在地|区.
            let area = at > first && self.is(at, "区") && self.word(at - 1).ends_with('地');
            (plain || area)
                && !self.has(at, OTHER)
                && !self.tokens[at].is_adverb()
                && !self.word(at).starts_with(['其', '所', '本', '我', '你'])
        };
        let owner = (1..=OWNER).contains(&(of - first))
            && (first..of).all(noun)
            && self.tokens[of - 1].kind != TokenKind::Word(WordClass::Pronoun);
        if !owner || of + 1 >= end {
            return None;
        }
        let list = unit_list(self.source, self.range(of + 1, end));
        let plain = |unit: &UnitName| unit.known && level_of(&unit.name).is_none() && !self.is_flawed(unit);
        list.units.iter().all(plain).then(|| self.with_owner(first, of, list)).flatten()
    }

    /// The units of `list` with the words from `first` up to 的 at `of` in front.
    fn with_owner(&self, first: usize, of: usize, mut list: UnitList) -> Option<UnitList> {
        let owner = self.source.slice(self.range(first, of + 1));
        for unit in &mut list.units {
            unit.name.insert_str(0, owner);
        }
        list.units.first_mut()?.range.start = self.tokens[first].range().start;
        Some(list)
    }

    /// 开展培训的机构, 涉及易制爆化学品的学院: those that a relative clause describes,
    /// where the notice says what they must do.
    fn described(&self, first: usize, end: usize, place: Place, predicate: Option<Predicate>) -> Option<UnitList> {
        let of = (first..end).rev().find(|at| self.word(*at) == "的")?;
        // 建设单位或|本级政府指定的部门, 各级政府特别是|防御区所在地的政府: only the last is
        // described.
        let named = |at: usize| tail_of(self.source.slice(self.range(first, at))).is_some();
        let above_all = |at: usize| self.is(at, "特别是") || self.is(at, "尤其是");
        let whole =
            |at: &usize| (place == Place::Handed && self.has(*at, Classes::JOINT) || above_all(*at)) && named(*at);
        if let Some(joint) = (first + 1..of).rev().find(whole) {
            let last = self.described(joint + 1, end, place, predicate)?;
            let mut list = unit_list(self.source, self.range(first, joint));
            list.units.extend(last.units);
            return Some(list);
        }
        let commits = |p: Predicate| {
            p.strength == Strength::Modal || p.verb.is_some_and(|verb| self.has(verb, Classes::VERB | Classes::DUTY))
        };
        let obliged = place == Place::Handed || predicate.is_none_or(commits);
        let possessed = !(first..of).any(|at| self.tokens[at].is_verb());
        let told = place == Place::Handed || predicate.is_none_or(|p| p.strength == Strength::Modal);
        if possessed
            && told
            && let Some(list) = self.owned(first, of, end)
        {
            return Some(list);
        }
        // 其所在地的残联: whose it is, and no part of the name.
        if possessed && !self.has(first, Classes::CLASS_HEAD) && place == Place::Handed {
            return Some(unit_list(self.source, self.range(of + 1, end)));
        }
        // 改造项目所在地的|区人民政府: the government of wherever that is.
        let seated = names_seat(self.source.slice(self.range(first, of))) && !self.tokens[first].is_adverb();
        let opens = place == Place::Handed && self.tokens[first].is_adverb()
            || seated && told
            || self.tokens[first].is_verb()
            || ["未", "没有", "受"].contains(&self.word(first))
            || self.opens_with_subject(first, of)
            || self.has(first, Classes::STATE) && !self.has(first, Classes::PREPOSITION) && !self.is(first, "是");
        let presses = self.has(first, Classes::PRESS) && !(told && self.has(first, Classes::NAMER));
        // 遴选具有能力的机构开展…: what is done to those who have it.
        let pivots = !told
            && self.tokens[first].is_verb()
            && of > first + 1
            && self.tokens[first + 1].kind == TokenKind::Word(WordClass::Verb);
        // 符合条件的|提交县医保局审核: what is done with them.
        let acts = of + 1 < end && self.tokens[of + 1].is_verb() && self.is_barred(of + 1, end, place, predicate);
        // 加快高品质、有特色的|景区、街区建设: objects of one verb.
        let acts = acts || !told && (first..of).any(|at| self.tokens[at].kind == TokenKind::Pause);
        if !obliged || !opens || presses || pivots || acts || of + 1 >= end {
            return None;
        }
        // 县发改委、县财政局等单位组成的工作小组: those who are in it are not its name.
        if self.is(of - 1, "组成") {
            return Some(unit_list(self.source, self.range(of + 1, end)));
        }
        let mut list = unit_list(self.source, self.range(of + 1, end));
        // 超过100万的县（市）|建设医院或在…: no names.
        if list.units.iter().any(|unit| self.is_flawed(unit)) {
            return None;
        }
        // 享受补贴的个人及用人单位: people are no units.
        let people = |unit: &UnitName| without_last(&unit.name, Classes::PERSON) == Some("");
        let drained = usize::from(list.units.len() > 1 && list.units.first().is_some_and(people));
        list.units.drain(..drained);
        // Whose governments they are belongs to each, but 其户籍所在地的.
        if seated && self.is(first, "其") {
            return Some(list);
        }
        if seated {
            return self.with_owner(first, of, list);
        }
        let unit = list.units.first_mut()?;
        // 承担任务的市教育局、市科技局: those who are named need nothing to tell them, other
        // than 有条件的县（市、区）.
        let counted = self.tokens[first].kind == TokenKind::Number;
        let one = |(level, _): (&str, _)| !is_one_of_many(level, &unit.name[level.len()..]);
        if !counted && level_of(&unit.name).is_some_and(one) {
            return Some(list);
        }
        // 享受补贴的|个人及|用人单位: the people are no part of the name.
        if drained > 0 {
            return self.with_owner(first, of, list);
        }
        unit.range.start = self.tokens[first].range().start;
        unit.name = self.source.slice(unit.range).to_owned();
        // 挂牌的政府或部门: both are described.
        if let [_, second] = list.units.as_slice()
            && tail_of(&second.name).is_some_and(|tail| tail.word == second.name)
            && self.source.slice(self.range(of, end)).contains('或')
        {
            let whole = TextRange::new(list.units[0].range.start, second.range.end);
            list.units.truncate(1);
            list.units[0].range = whole;
            list.units[0].name = self.source.slice(whole).to_owned();
        }
        Some(list)
    }
}

/// 由居住地|提供服务: the government there.
pub(super) fn names_seat(name: &str) -> bool {
    ["所在地", "户籍地", "居住地"].iter().any(|seat| name.ends_with(seat))
}

/// 县（市、区）, 区政府: a level, or the government of one that has many, with the `rest`
/// behind it.
fn is_one_of_many(level: &str, rest: &str) -> bool {
    let government = matches!(rest, "政府" | "人民政府") && matches!(level, "区" | "镇" | "乡" | "街道");
    rest.is_empty() || rest.starts_with('（') && rest.ends_with('）') || government
}

/// 县 of 县建设投资集团成立…: a level alone, before a longer name; not 市、县.
fn is_bare(actors: &Actors) -> bool {
    let bare = |unit: &UnitName| level_of(&unit.name).is_some_and(|(word, _)| word == unit.name);
    let units = actors.list.units.as_slice();
    units.last().is_some_and(bare) && (units.len() == 1 || !units.iter().all(bare))
}

/// Whether people or a matter stand in a list beside `units`, and are not the head
/// that they describe: 各单位和个人, not 县政府、县委领导 and 煤矿、危化领域.
fn stands_beside(last: &UnitName, units: &[UnitName]) -> bool {
    const HEAD_CHARS: usize = 4;
    let acts = |unit: &UnitName| {
        tail_of(&unit.name).is_some_and(|tail| {
            tail.category != UnitCategory::Enterprise || ["企业", "公司", "学校", "医院"].contains(&tail.word)
        })
    };
    let bare = last.name.split('（').next().unwrap_or(&last.name);
    let short = bare.chars().count() <= HEAD_CHARS && level_of(&last.name).is_none();
    short && !last.name.starts_with('各') && !units.is_empty() && units.iter().all(acts)
}
