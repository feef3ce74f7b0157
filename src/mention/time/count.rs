//! How many times in each period: 至少召开一次, 检查2次. Times, never things.

use super::context::Context;
use super::token::WORDS;
use crate::lexicon::numeral::leading_number;
use crate::mention::cursor::is_number_char;

/// The times said behind `at`: in its clause, or in the next one where nothing
/// more stands in its own.
pub(super) fn after(context: &Context, at: usize) -> Option<u32> {
    let clause = context.clause_after(at);
    if !clause.is_empty() {
        return in_clause(clause);
    }
    let next = context.after(at).strip_prefix('，')?;
    in_clause(context.clause_after(context.text.len() - next.len()))
}

/// The first number of times in `clause`.
fn in_clause(clause: &str) -> Option<u32> {
    clause.char_indices().filter(|(_, c)| matches!(c, '次' | '轮' | '遍')).find_map(|(at, c)| {
        let next = &clause[at + c.len_utf8()..];
        if next.starts_with(['性', '车', '胎', '换', '岗', '训', '污']) {
            return None;
        }
        number_before(&clause[..at])
    })
}

/// The number that `text` ends with, unless it is an ordinal; of two (1—2) the
/// lower.
fn number_before(text: &str) -> Option<u32> {
    let digits = |c: &char| is_number_char(*c);
    let len: usize = text.chars().rev().take(6).take_while(digits).map(char::len_utf8).sum();
    let (rest, number) = text.split_at(text.len() - len);
    let (value, read) = leading_number(number)?;
    if read != len || rest.ends_with(['第', '首', '上']) || number == "二" {
        return None;
    }
    let sign = rest.char_indices().next_back().filter(|(at, _)| WORDS.is(&rest[*at..], "sign"));
    sign.and_then(|(at, _)| number_before(&rest[..at])).or(Some(value))
}
