//! The lines of a text as pasted. A cell that a spreadsheet quotes may hold
//! line ends of its own: its row is one line.

use super::clean::is_line_end;

/// What a spreadsheet puts around a cell with line ends, and doubles within it.
const QUOTE: char = '"';

/// The lines of `text`, each with its end.
pub(super) fn lines(text: &str) -> Lines<'_> {
    Lines { rest: text }
}

/// See [`lines`].
pub(super) struct Lines<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Lines<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        if self.rest.is_empty() {
            return None;
        }
        let (line, rest) = self.rest.split_at(line_len(self.rest));
        self.rest = rest;
        Some(line)
    }
}

fn line_len(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let end = rest.find(|c| c == '\t' || is_line_end(c));
        at = match quoted_len(rest) {
            // Words in quotes on lines of their own are no cell.
            Some(len) if at > 0 || rest[len..].starts_with('\t') => at + len,
            _ => at + end.unwrap_or(rest.len()),
        };
        match text[at..].chars().next() {
            Some('\t') => at += 1,
            Some(c) if is_line_end(c) => return at + c.len_utf8(),
            _ => return text.len(),
        }
    }
}

/// The bytes of the quoted cell that `text` opens with, quotes and all.
pub(super) fn quoted_len(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(QUOTE)?;
    let mut quotes = inner.match_indices(QUOTE).map(|(at, _)| at).peekable();
    while let Some(at) = quotes.next() {
        if quotes.next_if_eq(&(at + 1)).is_some() {
            continue;
        }
        let end = QUOTE.len_utf8() + at + QUOTE.len_utf8();
        let closes = text[end..].chars().next().is_none_or(|c| c == '\t' || is_line_end(c));
        return closes.then_some(end);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn quoted_cells_hold_line_ends() {
        for (text, expected) in [
            ("", &[][..]),
            ("甲\n乙\r\n", &["甲\n", "乙\r", "\n"]),
            ("1\t\"甲\n乙\"\t丙\n丁", &["1\t\"甲\n乙\"\t丙\n", "丁"]),
            ("\"甲\n乙\"\t丙\n丁\n", &["\"甲\n乙\"\t丙\n", "丁\n"]),
            ("1\t\"甲\"\"乙\"\"\n丙\"", &["1\t\"甲\"\"乙\"\"\n丙\""]),
            ("\"甲\n乙\"\n丙", &["\"甲\n", "乙\"\n", "丙"]),
            ("1\t\"甲\n乙", &["1\t\"甲\n", "乙"]),
            ("1\t\"甲\"乙\n丙\"", &["1\t\"甲\"乙\n", "丙\""]),
            ("1\t\"", &["1\t\""]),
        ] {
            assert_eq!(lines(text).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }
}
