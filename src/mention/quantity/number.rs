//! A number with its measure word: 12家, 1.2亿千瓦, 3至5名, 百分之九十.

use super::words::{SHARES, TIME_UNITS, UNITS};
use crate::lexicon::numeral::leading_number;
use crate::lexicon::openers::Openers;
use crate::mention::cursor::Cursor;
use crate::mention::time::range_sign;
use std::sync::LazyLock;

/// Measure words; the flag says whether they measure time.
static MEASURES: LazyLock<Openers<bool>> = LazyLock::new(|| {
    let things = UNITS.iter().chain(&SHARES).map(|word| (*word, false));
    Openers::with(TIME_UNITS.iter().map(|word| (*word, true)).chain(things))
});

/// A number with its measure word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    pub value: f64,
    pub upper: Option<f64>,
    pub unit: String,
    /// Whether it is written in Chinese digits.
    pub chinese: bool,
    /// Whether 余 or 多 follows the number.
    pub vague: bool,
    /// Whether it measures time.
    pub timed: bool,
}

/// The amount that `text` opens with, and its bytes.
pub(crate) fn amount_at(text: &str) -> Option<(Amount, usize)> {
    let mut cursor = Cursor::new(text, 0);
    amount(&mut cursor).map(|amount| (amount, cursor.at))
}

/// Reads an amount and steps over it.
pub(super) fn amount(cursor: &mut Cursor) -> Option<Amount> {
    cursor.attempt(|ahead| {
        let chinese = !ahead.peek()?.is_ascii_digit();
        if ahead.eat("百分之") {
            let value = number(ahead)?;
            return Some(Amount {
                value,
                upper: None,
                unit: "%".to_owned(),
                chinese: false,
                vague: false,
                timed: false,
            });
        }
        let value = number(ahead)?;
        let upper = ahead.attempt(|ahead| {
            ahead.eat("%");
            let sign = range_sign(ahead.rest())?;
            ahead.eat(sign);
            number(ahead).filter(|upper| *upper > value)
        });
        let vague = ahead.eat_any(&["余", "多"]).is_some();
        let (unit, timed) = unit(ahead)?;
        Some(Amount { value, upper, unit, chinese, vague, timed })
    })
}

/// Reads a number with thousands separators and decimals.
fn number(cursor: &mut Cursor) -> Option<f64> {
    let rest = cursor.rest();
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        let (value, len) = leading_number(rest)?;
        cursor.at += len;
        return Some(f64::from(value));
    }
    let len = rest.bytes().take(16).take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
    let digits = rest[..len].trim_end_matches(['.', ',']);
    let value = digits.replace(',', "").parse().ok()?;
    cursor.at += digits.len();
    Some(value)
}

/// Reads a measure word with 万 or 亿 before it; whether it measures time.
fn unit(cursor: &mut Cursor) -> Option<(String, bool)> {
    let scale = cursor.eat_any(&["万亿", "亿", "百万", "千万", "万"]).unwrap_or("");
    let &(unit, timed) = MEASURES.entries(cursor.rest()).next()?;
    cursor.at += unit.len();
    if timed {
        return Some((unit.to_owned(), true));
    }
    let is_other_word = unit == "个"
        && cursor.sees(&["月", "工作日", "自然日", "星期", "小时", "季度", "学期", "学年", "别", "体", "人"])
        || unit == "人" && cursor.sees(&["民", "员", "才"])
        || matches!(unit, "次" | "轮" | "遍") && cursor.sees(&["性", "采", "污", "车", "胎", "日", "月", "年", "元"]);
    (!is_other_word).then(|| (format!("{scale}{unit}"), false))
}
