//! Text that a spreadsheet would take for something else: a formula, a date, a
//! number.

use std::borrow::Cow;

/// The cell as text: one that begins like a formula gets a leading `'`, which
/// Excel and WPS read as "this is text" (the OWASP list for CSV injection, with
/// the full-width signs that Chinese spreadsheets accept too).
pub(super) fn harmless(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Whether the cell begins like a formula.
pub(super) fn is_formula(cell: &str) -> bool {
    const OPENERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    cell.starts_with(OPENERS)
}

/// The same for a file that says nothing of the kind of its cells: what would
/// become a date, a time, a fraction or a negative number, or lose digits (1-1,
/// 3/5, (1), 007, 1.10, long numbers), gets the `'`, too. Plain numbers stay
/// numbers, the number of an item (1.) too, and 2024年3月1日 reads the same as a
/// date.
pub(super) fn literal(cell: &str) -> Cow<'_, str> {
    if is_numeric(cell) && !is_plain_number(cell) { Cow::Owned(format!("'{cell}")) } else { harmless(cell) }
}

/// Whether a spreadsheet reads the cell as a number of some kind: digits, also
/// full-width ones, and the marks of dates, times, fractions, powers, money.
fn is_numeric(cell: &str) -> bool {
    let mut digits = cell.chars().filter(|&c| is_digit(c)).peekable();
    let marked = |c: char| is_digit(c) || "-/.:,()%eE$¥￥ －／．：，（）".contains(c);
    let opens = |c: char| is_digit(c) || "(.$¥￥".contains(c);
    let closes = |c: char| is_digit(c) || ")%".contains(c);
    digits.peek().is_some() && cell.starts_with(opens) && cell.ends_with(closes) && cell.chars().all(marked)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether it stays as it is when it becomes a number.
fn is_plain_number(cell: &str) -> bool {
    /// More digits than a spreadsheet shows of a number.
    const MOST_DIGITS: usize = 11;
    cell.len() <= MOST_DIGITS && cell.bytes().all(|b| b.is_ascii_digit()) && (cell == "0" || !cell.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_date_or_loses_digits_becomes_text() {
        let kept =
            "1-1 3/5 2024-03-01 2024.3.1 007 00 1.10 .5 1,000 123456789012 1e5 2E8 12:30 50% (1) $5 ¥100 ３/５ １";
        for cell in kept.split(' ').chain(["1 1/2"]) {
            assert_eq!(literal(cell), format!("'{cell}"));
        }
        let same = "0 1 12345678901 1. 1.隐患 3月 6月底前 （1） 1、 甲1-1 1-1号 2024年3月1日 e5 % () ① 一";
        for cell in same.split(' ').chain([""]) {
            assert_eq!(literal(cell), cell);
        }
        assert_eq!(literal("=1"), "'=1");
    }

    #[test]
    fn formulas_become_text_and_text_stays() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\n=1", "'\n=1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠甲", "'＠甲"),
            ("", ""),
            ("县应急局", "县应急局"),
            ("“11·16”", "“11·16”"),
            ("1-2", "1-2"),
            ("（＝）", "（＝）"),
            ("—", "—"),
            ("甲=乙", "甲=乙"),
            ("'引", "'引"),
            (" =1", " =1"),
            ("100%", "100%"),
        ];
        for (cell, text) in cases {
            assert_eq!(harmless(cell), text);
        }
    }
}
