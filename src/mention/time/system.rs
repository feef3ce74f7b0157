//! Frequencies inside a named system: “日调度、周通报、月排名”机制, 班组日查、车间
//! 周查. One alone counts only where 制度 or 机制 says that it is a system.

use super::context::Context;
use super::duration;
use super::words::{JOINTS, NOT_A_SYSTEM_BEFORE, SYSTEM_ACTS, SYSTEM_NOUNS, SYSTEM_PERIODS};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, ends_with_any};

/// Reads 日调度 at `at`; also 半年一次.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    if let Some(reading) = duration::cycle(context, at).or_else(|| duration::read(context, at)) {
        return Some(reading);
    }
    if ends_with_any(&context.text[..at], NOT_A_SYSTEM_BEFORE) {
        return None;
    }
    let mut cursor = Cursor::new(context.text, at);
    let period = member(&mut cursor)?;
    let linked = context.in_system(at) || has_fellow(cursor) || names_system(cursor);
    if !linked {
        return None;
    }
    context.enter_system(cursor.at);
    Some(Reading::Time(Time::recurring(at, cursor.at, period.to_owned())))
}

/// A period and what is done in it, as in 周通报: the ISO 8601 period.
fn member(cursor: &mut Cursor) -> Option<&'static str> {
    cursor.attempt(|ahead| {
        let (_, period) = SYSTEM_PERIODS.iter().find(|(word, _)| ahead.eat(word))?;
        ahead.eat_any(SYSTEM_ACTS)?;
        Some(*period)
    })
}

/// Whether another member of the same list follows, with at most a short
/// subject between: 、车间周查.
fn has_fellow(mut cursor: Cursor) -> bool {
    cursor.eat_any(&["制度", "制", "”"]);
    if cursor.eat_any(JOINTS).is_none() && !cursor.eat("，") {
        return false;
    }
    cursor.eat("“");
    for _ in 0..6 {
        if member(&mut cursor).is_some() {
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
