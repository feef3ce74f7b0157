//! Occasions without a date of their own: 在全国“两会”期间, 汛期前完成.

use super::bare;
use super::context::Context;
use super::point::day_of;
use super::range::with_reach;
use super::words::{EVES, FIXED_OCCASIONS, HOLIDAYS, KEPT, NOT_BEFORE, OCCASIONS, PLANS, WITHIN_ACTS};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, starts_with_any};
use crate::mention::unit::tail_of;

/// A subject before an occasion is at most this long.
const SUBJECT_CHARS: usize = 16;

/// Reads …期间, whose 期 stands at `at`: when to act, not the 两会期间安全工作
/// that a sentence talks about.
pub(super) fn during(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    if !cursor.eat("期间") {
        return None;
    }
    let before = context.clause_before(at);
    let name = name(before)?;
    let lead = &before[..before.len() - name];
    let has_in = lead.ends_with('在');
    let opens = lead.is_empty() || has_in;
    let orders = has_in || cursor.sees(&["，"]) || is_followed_by_order(context, cursor.at);
    if cursor.sees(&["发生", "的", "出现"]) || !orders || !(opens || follows_subject(lead)) {
        return None;
    }
    let start = at - name - if has_in { "在".len() } else { 0 };
    Some(Reading::Time(Time::during(start, cursor.at, None, None)))
}

/// 各救护队节日期间…: the occasion stands between a subject and its verb.
fn follows_subject(lead: &str) -> bool {
    tail_of(lead).is_some() && lead.chars().count() <= SUBJECT_CHARS
}

/// How many bytes of the end of `before` name an occasion, with a qualifier
/// such as 全国 back to 在 or the clause's start.
fn name(before: &str) -> Option<usize> {
    let core = match before.strip_suffix('”') {
        Some(quoted) => {
            let open = quoted.rfind('“')?;
            if PLANS.iter().any(|(name, _)| quoted.ends_with(name)) {
                return None;
            }
            before.len() - open
        }
        None => OCCASIONS.iter().find(|name| before.ends_with(**name))?.len(),
    };
    let lead = &before[..before.len() - core];
    let qualifier = lead.rfind('在').map_or(lead, |at| &lead[at + '在'.len_utf8()..]);
    let fits = qualifier.chars().count() <= 6 && !qualifier.contains('做') && tail_of(qualifier).is_none();
    Some(if fits { core + qualifier.len() } else { core })
}

/// Reads 汛期前, “五一”前 and their like, whose 前 stands at `at`, where an order
/// follows.
pub(super) fn before(context: &mut Context, at: usize) -> Option<Reading> {
    let before = context.before(at);
    let holiday = HOLIDAYS.iter().find_map(|holiday| before.strip_suffix(holiday)).unwrap_or(before);
    let words = holiday.strip_suffix('”').unwrap_or(holiday);
    let name = OCCASIONS.iter().chain(EVES).find(|name| words.ends_with(**name))?;
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat("前");
    if cursor.sees(NOT_BEFORE) || !is_followed_by_order(context, cursor.at) {
        return None;
    }
    let fixed = FIXED_OCCASIONS.iter().find(|fixed| fixed.0 == *name);
    let eve = fixed.and_then(|&(_, month, day)| day_of(context.base.work_year?, month, day));
    let open = words[..words.len() - name.len()].ends_with('“') && words.len() < holiday.len();
    let quote = if open { "“".len() } else { 0 };
    let start = at - (before.len() - words.len()) - name.len() - quote;
    Some(Reading::Time(Time::by(start, cursor.at, eve).likely()))
}

/// Whether a verb of an order follows, or a comma and a clause with one.
fn is_followed_by_order(context: &Context, at: usize) -> bool {
    let after = context.after(at);
    let next = || context.clause_after(at + '，'.len_utf8());
    bare::acts(after)
        || starts_with_any(after, KEPT)
        || after.starts_with('，') && WITHIN_ACTS.iter().any(|act| next().contains(act))
}

/// Reads “十四五”末, whose number stands at `at`.
pub(super) fn plan_end(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let (_, year) = PLANS.iter().find(|(name, _)| cursor.eat(name))?;
    cursor.eat("”");
    cursor.eat_any(&["末期", "期末", "时期末", "末"])?;
    let open = if context.before(at).ends_with('“') { at - "“".len() } else { at };
    let end = day_of(*year, 12, 31);
    Some(Reading::Time(Time::by(with_reach(context, open), cursor.at, end)))
}
