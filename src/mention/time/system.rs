//! Frequencies inside a named system: “日调度、周通报、月排名”机制, 班组日查、车间
//! 周查. One alone counts only where 制度 or 机制 says that it is a system.

use super::context::Context;
use super::duration;
use super::words::{JOINTS, NOT_A_SYSTEM_BEFORE, SYSTEM_ACTS, SYSTEM_NOUNS, SYSTEM_PERIODS};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, ends_with_any, is_number_char};

/// Reads 日调度 at `at`; also 半年一次.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    if let Some(reading) = duration::cycle(context, at).or_else(|| duration::read(context, at)) {
        return Some(reading);
    }
    let before = &context.text[..at];
    if ends_with_any(before, NOT_A_SYSTEM_BEFORE) || before.ends_with(is_number_char) {
        return None;
    }
    let mut cursor = Cursor::new(context.text, at);
    let member = member(&mut cursor)?;
    let in_system = context.in_system(at);
    let opens = !member.is_late && (!member.is_noun || context.opens_clause(at));
    if !in_system && !(opens && (has_fellow(cursor) || names_system(cursor))) {
        return None;
    }
    context.enter_system(cursor.at);
    Some(Reading::Time(Time::recurring(at, cursor.at, member.period.to_owned())))
}

/// One period of a system and what is done in it.
struct Member {
    /// ISO 8601.
    period: &'static str,
    /// Whether it is one of half a year or more. 年度考核 alone is a name: it
    /// counts only behind a shorter one.
    is_late: bool,
    /// Whether it may be a paper: 日报, 月报. It opens a system only at the
    /// start of its words.
    is_noun: bool,
}

/// Reads one member, as in 周通报.
fn member(cursor: &mut Cursor) -> Option<Member> {
    cursor.attempt(|ahead| {
        let (_, period) = SYSTEM_PERIODS.iter().find(|(word, _)| ahead.eat(word))?;
        let act = ahead.eat_any(SYSTEM_ACTS)?;
        Some(Member { period, is_late: matches!(*period, "P6M" | "P1Y"), is_noun: act == "报" })
    })
}

/// Whether the list goes on with another member, with at most a short subject
/// between (、车间周查), or with another system (、零报告制度).
fn has_fellow(mut cursor: Cursor) -> bool {
    cursor.eat_any(&["制度", "制", "”"]);
    if cursor.eat_any(JOINTS).is_none() && !cursor.eat("，") {
        return false;
    }
    cursor.eat("“");
    for _ in 0..6 {
        if member(&mut cursor).is_some() || cursor.sees(SYSTEM_NOUNS) {
            return true;
        }
        match cursor.peek() {
            Some(c) if !"、，。；\n".contains(c) => cursor.at += c.len_utf8(),
            _ => return false,
        }
    }
    false
}

/// Whether 制度 or its like follows at once.
fn names_system(mut cursor: Cursor) -> bool {
    cursor.eat("”");
    cursor.eat("工作");
    cursor.sees(SYSTEM_NOUNS)
}
