//! Where a time stands, and what the words around it say against it.

use super::context::{Context, List};
use super::cue::Cue;
use super::value::Time;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::{lexemes_at, without_last};
use crate::lexicon::modal::find_modal;
use crate::lexicon::words::{WordClass, words_at};
use crate::mention::cursor::is_number_char;
use crate::mention::unit::tail_of;
use crate::span::TextRange;

/// Characters within which a clause says that something was left undone.
const MISSED_WITHIN: usize = 8;
/// Characters of a place in which somebody acts on his own account.
const PLACE_CHARS: usize = 40;
/// Characters of the name of those to whom something is granted, at most.
const ENTITLED_CHARS: usize = 8;

/// What a sense makes of its place.
pub(super) enum Reading {
    /// A time.
    Time(Time),
    /// Words that look like a time and are none, up to this byte.
    Lookalike(usize),
}

/// A place in the stretch being read, and what is known there.
#[derive(Clone, Copy)]
pub(super) struct Place<'c, 't> {
    pub context: &'c Context<'t>,
    pub range: TextRange,
    /// The list that goes on behind it.
    pub list: List,
}

impl<'c, 't> Place<'c, 't> {
    /// The same place with another start.
    pub fn from(self, start: usize) -> Self {
        Self { range: TextRange::new(start, self.range.end), ..self }
    }

    pub fn words(&self) -> &'t str {
        &self.context.text[self.range.start..self.range.end]
    }

    pub fn before(&self) -> &'t str {
        self.context.before(self.range.start)
    }

    pub fn clause_before(&self) -> &'t str {
        self.context.clause_before(self.range.start)
    }

    /// The words behind the time, and behind a remark in brackets on it.
    pub fn after(&self) -> &'t str {
        self.context.after(self.end())
    }

    /// The rest of the clause behind the time and a remark on it.
    pub fn clause_after(&self) -> &'t str {
        self.context.clause_after(self.end())
    }

    /// The next clause, if the time closes its own.
    pub fn next_clause(&self) -> Option<&'t str> {
        self.context.next_clause(self.end())
    }

    fn end(&self) -> usize {
        self.context.behind_remark(self.range.end)
    }

    pub fn opens_clause(&self) -> bool {
        self.context.opens_clause(self.range.start)
    }

    /// Whether the time only says when a rule applies, or to whom: …前取得证书的，;
    /// 对年底前完工的…. What was left undone binds: 年底前未完成的，一律….
    pub fn is_condition(&self) -> bool {
        let clause = self.clause_after();
        let clause = ["期间", "内"].iter().find_map(|word| clause.strip_prefix(*word)).unwrap_or(clause);
        // 缴清（但办理许可证的，…）: an exception is said of another case.
        let clause = clause.split("（但").next().unwrap_or(clause);
        if Cue::Governing.ends(self.before()) {
            return !misses(clause);
        }
        let lead = without_number(self.clause_before());
        let governed = lead.starts_with('对') && (clause.is_empty() || clause.contains('的'))
            || Cue::Eligible.opens(lead) && is_entitled(clause);
        let end = self.end() + self.clause_after().len();
        let next = || self.context.next_clause(end).filter(|next| !next.starts_with('对') && !orders(next));
        let gives_right = |next: &str| is_condition(next) || Cue::Enjoyed.within(next) || self.qualifies(end);
        let grants = || self.context.next_clause(end).is_some_and(|next| Cue::Grants.opens(next));
        let entitled = is_entitled(clause) && grants();
        let next_entitled = || {
            next().filter(|next| is_entitled(next) && !next.contains('对')).is_some_and(|next| {
                let behind = end + '，'.len_utf8() + next.len();
                self.context.next_clause(behind).is_some_and(|further| Cue::Grants.opens(further))
            })
        };
        let granted = || clause.is_empty() && (next().is_some_and(gives_right) || next_entitled());
        let grounds = is_condition(clause) || entitled || granted() || self.opens_ground(end);
        governed || self.is_cited() || grounds || self.names_beneficiary()
    }

    /// 期间，在青岭县购买住宅并缴纳契税的个人，…; 期间取得毕业证，并签订协议的毕业生…: those who qualify by
    /// what they do on their own account in that time.
    pub fn names_beneficiary(&self) -> bool {
        const GROUNDS: usize = 3;
        let mut at = self.end();
        let rest = self.context.after(at);
        at += ["期间", "期限内", "内", "间"].iter().find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
        at += if self.context.after(at).starts_with('，') { '，'.len_utf8() } else { 0 };
        let clause = self.context.clause_after(at);
        if clause.starts_with('对') {
            return self.grants_purchase(at);
        }
        let place = clause.starts_with(['在', '于']);
        let own = |(within, _): (usize, char)| Cue::Entitled.opens(&clause[within..]);
        let deed = clause.char_indices().take(if place { PLACE_CHARS } else { 1 }).find(|found| own(*found));
        let there = deed.map(|(within, _)| clause[..within].split('（').next().unwrap_or_default());
        if there.is_none_or(holds_verb) {
            return false;
        }
        for _ in 0..GROUNDS {
            let clause = self.context.clause_after(at);
            if find_modal(clause).is_some() || clause.contains(['对', '由']) {
                return false;
            }
            at += clause.len();
            let head = |(of, _): (usize, &str)| {
                let head = &clause[of + '的'.len_utf8()..];
                head.is_empty() || head.starts_with('（') || head.split(['、', '（']).next().is_some_and(owns)
            };
            if clause.match_indices('的').any(head) {
                // …的纳税人，对其已缴纳的税款予以退税: a measure that holds in that time.
                let dated = self.words().contains(['月', '日']);
                return !(dated && self.context.next_clause(at).is_some_and(|next| next.starts_with('对')));
            }
            match self.context.next_clause(at) {
                Some(next) if next.starts_with(['并', '且', '或']) => at += '，'.len_utf8(),
                _ => return false,
            }
        }
        false
    }

    /// 对购买首套商品住房的家庭，给予补贴: money for what people do on their own account. A tax that
    /// is not taken holds for a time.
    fn grants_purchase(&self, at: usize) -> bool {
        let sentence = self.context.sentence_after(at);
        let given = sentence.find(['补', '奖']).map_or("", |end| &sentence[..end]);
        let whom = given.rfind('的').map_or("", |of| &given[..of]);
        let own = |(at, _): (usize, char)| Cue::Entitled.opens(&whom[at..]);
        whom.char_indices().any(own) && !sentence.contains(['税', '免'])
    }

    /// “竞得土地后6个月内，不得申领许可”的要求: what another rule says.
    fn is_cited(&self) -> bool {
        const RULE_CHARS: usize = 60;
        let quote = |c: &char| matches!(c, '“' | '”');
        let opened = self.before().chars().rev().take(RULE_CHARS).find(quote) == Some('“');
        let after = self.context.after(self.range.end);
        let close = after.char_indices().take(RULE_CHARS).find(|(_, c)| *c == '”').filter(|_| opened);
        let rest = close.map_or("", |(at, c)| &after[at + c.len_utf8()..]);
        ["的要求", "的规定", "的限制", "的条件"].iter().any(|of| rest.starts_with(of))
    }

    /// 在6月30日前办理许可，符合条件的可以…; 期间注销备案，并再办理备案的，不予…: the first of
    /// several grounds, which the clause that ends at `end` closes.
    fn opens_ground(&self, end: usize) -> bool {
        let next = self.context.next_clause(end);
        next.is_some_and(|next| next.starts_with(['并', '且', '符']) && !orders(next) && is_condition(next))
    }

    /// 2022年4月25日前，在青岭县购买住宅，并…缴纳契税的，给予…: a ground that goes on
    /// behind the clause that ends at `end`.
    fn qualifies(&self, end: usize) -> bool {
        const COMMA: usize = '，'.len_utf8();
        let further = self.context.next_clause(end).and_then(|next| {
            self.context.next_clause(end + COMMA + next.len()).filter(|further| further.starts_with(['并', '且']))
        });
        further.is_some_and(is_condition)
    }

    /// Whether the sentence says how long the document itself holds: 本通知自…起施行，
    /// 有效期至….
    pub fn tells_own_validity(&self) -> bool {
        const SENTENCE_CHARS: usize = 60;
        let text = &self.context.text[..self.range.start];
        let near = text.char_indices().rev().take(SENTENCE_CHARS).take_while(|(_, c)| !matches!(c, '。' | '\n')).last();
        let sentence = near.map_or("", |(at, _)| &text[at..]);
        Cue::OwnValidity.within(sentence)
    }

    /// Whether the words before the time only permit: 可每年提取.
    pub fn is_allowed(&self) -> bool {
        let before = self.before();
        Cue::Permits.ends(before) && !before.ends_with("许可")
    }
}

/// Whether a clause is a condition: …取得证书的，; …的需….
fn is_condition(clause: &str) -> bool {
    let behind = |at: usize| without_remark(&clause[at + '的'.len_utf8()..]);
    let closes = |at: usize| behind(at).is_empty() || Cue::Consequences.opens(behind(at));
    clause.match_indices('的').any(|(at, _)| closes(at)) && !misses(clause)
}

/// Whether a clause names those to whom something is granted: …购房的家庭（含…）.
fn is_entitled(clause: &str) -> bool {
    let clause =
        if clause.ends_with('）') { clause.rsplit_once('（').map_or(clause, |(before, _)| before) } else { clause };
    let head = clause.rsplit_once('的').map_or("", |(_, head)| head);
    (1..=ENTITLED_CHARS).contains(&head.chars().count()) && owns(head) && !misses(clause)
}

/// Whether a noun names those to whom something may be given: people, bodies, families.
fn owns(head: &str) -> bool {
    without_last(head, Classes::PERSON).is_some() || tail_of(head).is_some() || Cue::Owners.ends(head)
}

/// 一）对…: a clause without the rest of the number before it.
fn without_number(clause: &str) -> &str {
    const NUMBER_CHARS: usize = 3;
    let number = clause.split_once('）').filter(|(number, _)| {
        number.chars().all(is_number_char) && (1..=NUMBER_CHARS).contains(&number.chars().count())
    });
    number.map_or(clause, |(_, rest)| rest)
}

/// `text` without the remark in brackets that it is or opens with.
fn without_remark(text: &str) -> &str {
    text.strip_prefix('（').and_then(|rest| rest.split_once('）')).map_or(text, |(_, rest)| rest)
}

/// Whether a clause opens with what was left undone: 未完成的.
fn misses(clause: &str) -> bool {
    let head = clause.char_indices().nth(MISSED_WITHIN).map_or(clause, |(end, _)| &clause[..end]);
    // 在城区（不含东片）购房的: a remark tells nothing undone.
    Cue::Missed.within(head.split('（').next().unwrap_or(head))
}

/// Whether a clause says that something must be done.
fn orders(clause: &str) -> bool {
    Cue::Obliging.within(clause)
}

/// What follows a date, from its verb on: without 要, 全面 and the like.
pub(super) fn act(after: &str) -> &str {
    let mut rest = after.trim_start_matches('，');
    while !Cue::Completions.opens(rest) {
        let Some(word) = Cue::Modals.opening(rest).or_else(|| Cue::Adverbs.opening(rest)) else { break };
        rest = &rest[word.len()..];
    }
    rest
}

/// Whether an order follows a date: a verb, or what leads to one.
pub(super) fn acts(after: &str) -> bool {
    opens_with_order(after) || opens_with_verb(act(after))
}

/// Whether an order follows a date in words of orders alone.
pub(super) fn opens_with_order(after: &str) -> bool {
    let after = act(after);
    Cue::Completions.opens(after) || Cue::VerbLeads.opens(after) || is_order(after)
}

/// Whether `text` opens with a verb of orders.
fn is_order(text: &str) -> bool {
    lexemes_at(text).any(|(_, classes)| classes.has(Classes::VERB))
}

/// Whether `text` opens with a verb.
pub(super) fn opens_with_verb(text: &str) -> bool {
    is_order(text) || words_at(text).last().is_some_and(|word| word.class == WordClass::Verb)
}

/// Whether a verb of orders stands anywhere in `text`.
pub(super) fn holds_verb(text: &str) -> bool {
    text.char_indices().any(|(at, _)| is_order(&text[at..]))
}

/// Whether a clause tells what has happened: 了, 已, 以来.
pub(super) fn is_told(clause: &str) -> bool {
    Cue::Told.within(clause)
}

/// Whether a clause is only the name of a paper or of a state of things:
/// 工作总结, 完成情况.
pub(super) fn names_paper(clause: &str) -> bool {
    Cue::Papers.ends(clause) && !Cue::HandedIn.opens(act(clause))
        || clause.ends_with("活动") && !Cue::Holdings.opens(act(clause))
}

/// Whether a verb of an order follows, or a comma and a clause with one.
pub(super) fn is_ordered(place: Place) -> bool {
    let after = place.after();
    let next = || place.next_clause();
    opens_with_order(after) || Cue::Kept.opens(after) || next().is_some_and(holds_verb)
}
