//! Weeks of a term: 第16周前提交成绩, 第1—2周组织自查. Their days are not said.

use super::bare::acts;
use super::closing::{Closing, closing};
use super::context::Context;
use super::words::RANGE_SIGNS;
use super::{Reading, Time};
use crate::mention::cursor::Cursor;

/// Reads a week of a term at `at`.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat("第");
    cursor.small_number()?;
    let upper = cursor.attempt(|ahead| {
        ahead.eat("周");
        ahead.eat_any(RANGE_SIGNS)?;
        ahead.eat("第");
        ahead.small_number()
    });
    cursor.eat_any(&["教学周", "周"])?;
    cursor.eat_any(&["末", "结束"]);
    let time = match closing(&mut cursor) {
        Closing::None if acts(context.after(cursor.at)) || upper.is_some() => Time::during(at, cursor.at, None, None),
        Closing::None => return None,
        _ => Time::by(at, cursor.at, None),
    };
    Some(Reading::Time(time.likely()))
}
