//! Occasions without a date of their own: 在全国“两会”期间, 汛期前完成.

use super::bare;
use super::context::Context;
use super::point::day_of;
use super::words::{FIXED_OCCASIONS, NAMED_PLANS, NOT_BEFORE, OCCASIONS};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, ends_with_any};

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
    if !opens || cursor.sees(&["发生", "的", "出现"]) || !(has_in || cursor.sees(&["，"])) {
        return None;
    }
    let start = at - name - if has_in { "在".len() } else { 0 };
    Some(Reading::Time(Time::during(start, cursor.at, None, None)))
}

/// How many bytes of the end of `before` name an occasion, with a qualifier
/// such as 全国 back to 在 or the clause's start.
fn name(before: &str) -> Option<usize> {
    let core = match before.strip_suffix('”') {
        Some(quoted) => {
            let open = quoted.rfind('“')?;
            if ends_with_any(&quoted[open..], NAMED_PLANS) {
                return None;
            }
            before.len() - open
        }
        None => OCCASIONS.iter().find(|name| before.ends_with(**name))?.len(),
    };
    let lead = &before[..before.len() - core];
    let qualifier = lead.rfind('在').map_or(lead, |at| &lead[at + '在'.len_utf8()..]);
    let fits = qualifier.chars().count() <= 6 && !qualifier.contains('做');
    Some(if fits { core + qualifier.len() } else { core })
}

/// Reads 汛期前 and its like, whose 前 stands at `at`, where an order follows.
pub(super) fn before(context: &mut Context, at: usize) -> Option<Reading> {
    let before = context.before(at);
    let name = OCCASIONS.iter().find(|name| before.ends_with(**name))?;
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat("前");
    if cursor.sees(NOT_BEFORE) || !bare::acts(context.after(cursor.at)) {
        return None;
    }
    let fixed = FIXED_OCCASIONS.iter().find(|fixed| fixed.0 == *name);
    let eve = fixed.and_then(|&(_, month, day)| day_of(context.base.work_year?, month, day));
    Some(Reading::Time(Time::by(at - name.len(), cursor.at, eve).likely()))
}
