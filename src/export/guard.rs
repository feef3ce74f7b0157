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
/// become a date or lose digits (1-1, 3/5, 007, 1.10, long numbers) gets the
/// `'`, too. Plain numbers stay numbers.
pub(super) fn literal(cell: &str) -> Cow<'_, str> {
    /// More digits than a spreadsheet shows of a number.
    const MOST_DIGITS: usize = 11;
    let numeric = cell.starts_with(|c: char| c.is_ascii_digit())
        && cell.ends_with(|c: char| c.is_ascii_digit() || c == '%')
        && cell.chars().all(|c| c.is_ascii_digit() || "-/.:,eE%".contains(c));
    let plain = cell.len() <= MOST_DIGITS
        && cell.bytes().all(|b| b.is_ascii_digit())
        && (cell == "0" || !cell.starts_with('0'));
    if numeric && !plain { Cow::Owned(format!("'{cell}")) } else { harmless(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_date_or_loses_digits_becomes_text() {
        for cell in ["1-1", "3/5", "2024-03-01", "007", "1.10", "123456789012", "1e5", "12:30", "50%"] {
            assert_eq!(literal(cell), format!("'{cell}"));
        }
        for cell in ["", "0", "1", "12345678901", "1.", "1.隐患", "3月", "6月底前", "（1）", "甲1-1"] {
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
