//! Words that a terminal shows and does not obey.

use notice_analyzer::source::is_invisible;

/// Stands for a character that is not shown.
const REPLACEMENT: &str = "\u{fffd}";

/// `text` on as many lines, without characters that a terminal would obey or
/// not show. Offsets in UTF-16 code units stay.
pub fn plain(text: &str) -> String {
    replaced(text, |c| is_invisible(c) && !matches!(c, '\n' | '\r' | '\t'))
}

/// `text` on one line, without such characters.
pub fn plain_line(text: &str) -> String {
    replaced(text, is_invisible)
}

fn replaced(text: &str, obeyed: impl Fn(char) -> bool) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match obeyed(c) {
            true => shown.push_str(&REPLACEMENT.repeat(c.len_utf16())),
            false => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{plain, plain_line};

    #[test]
    fn what_a_terminal_obeys_is_replaced() {
        for (text, shown) in [
            ("一、\t布署\r\n", "一、\t布署\r\n"),
            ("\u{1b}[31m红\u{9b}31m", "\u{fffd}[31m红\u{fffd}31m"),
            ("县\u{202e}应急局\u{200b}", "县\u{fffd}应急局\u{fffd}"),
            ("\u{e0041}甲", "\u{fffd}\u{fffd}甲"),
        ] {
            assert_eq!(plain(text), shown);
            assert_eq!(shown.encode_utf16().count(), text.encode_utf16().count());
        }
        assert_eq!(plain_line("通\n知\u{7}.txt"), "通\u{fffd}知\u{fffd}.txt");
    }
}
