//! Text that a spreadsheet would take for a formula.

use std::borrow::Cow;

/// The cell as text: one that begins like a formula gets a leading `'`, which
/// Excel and WPS read as "this is text" (the OWASP list for CSV injection, with
/// the full-width signs that Chinese spreadsheets accept too).
pub(super) fn harmless(cell: &str) -> Cow<'_, str> {
    const OPENERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(OPENERS) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
