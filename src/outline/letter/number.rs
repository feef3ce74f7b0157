//! 发文字号: 青政发〔2024〕3号.

use crate::lexicon::numeral::leading_number;

/// The letters before the year: at most this many characters.
const CODE_CHARS: usize = 15;
/// The brackets of the year: the right ones first, then those used by mistake.
const BRACKETS: &[(char, char)] = &[('〔', '〕'), ('［', '］'), ('[', ']'), ('【', '】'), ('（', '）'), ('{', '}')];

/// The bytes of the number that `text` opens with.
pub(super) fn number_at(text: &str) -> Option<usize> {
    let code: usize = text.chars().take_while(|c| is_code(*c)).take(CODE_CHARS + 1).map(char::len_utf8).sum();
    let serial = serial_at(&text[code..])?;
    (text[..code].chars().count() <= CODE_CHARS).then_some(code + serial)
}

/// Where in `text` a number stands whose letters a name or a title precedes.
/// `boundary` says whether one may start at a byte.
pub(super) fn number_within(text: &str, boundary: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let opening = text.find(|c| BRACKETS.iter().any(|(open, _)| *open == c))?;
    let serial = serial_at(&text[opening..])?;
    let code = text[..opening].char_indices().rev().take(CODE_CHARS).take_while(|(_, c)| is_code(*c));
    let start = code.map(|(at, _)| at).find(|at| boundary(*at))?;
    Some((start, opening + serial))
}

/// Whether a line ends with a number, as those of office forms do.
pub(super) fn ends_in_number(text: &str) -> bool {
    let opening = text.rfind(|c| BRACKETS.iter().any(|(open, _)| *open == c));
    opening.is_some_and(|at| serial_at(&text[at..]) == Some(text.len() - at))
}

/// The whole of `text` as a number, also in brackets, also 2024年第3号 and 第3号.
pub(super) fn is_number(text: &str) -> bool {
    let inner = text.strip_prefix('（').and_then(|t| t.strip_suffix('）')).unwrap_or(text);
    number_at(inner).is_some_and(|len| len == inner.len()) || is_plain_number(inner)
}

/// QLXFR—2024—01003: letters, a year and a number, as rules are registered.
pub(super) fn is_registration(text: &str) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;
    let mut parts = text.split(['-', '—', '–', '－']).filter(|part| !part.is_empty());
    let (Some(code), Some(year), Some(serial), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    LETTERS.contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_uppercase())
        && digits(year)
        && year_of(year).is_some()
        && digits(serial)
        && (2..=6).contains(&serial.len())
}

fn is_plain_number(text: &str) -> bool {
    let rest = match leading_number(text) {
        Some((year, len)) if (1949..=2099).contains(&year) => text[len..].strip_prefix('年').unwrap_or(""),
        _ => text,
    };
    let serial = rest.strip_prefix('第').and_then(|r| r.strip_suffix('号'));
    serial.is_some_and(|n| leading_number(n).is_some_and(|(_, len)| len == n.len()))
}

/// The year of a number.
pub(super) fn year_of(number: &str) -> Option<i16> {
    let digits = |c: char| !c.is_ascii_digit();
    let years = number.split(digits).filter(|part| part.len() == 4);
    years.filter_map(|part| part.parse().ok()).find(|year| (1949..=2099).contains(year))
}

/// 〔2024〕3号
fn serial_at(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = BRACKETS.iter().find(|(o, _)| *o == open)?.1;
    let year = &text[open.len_utf8()..];
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    let rest = year[digits..].strip_prefix(close)?;
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let serial = rest.bytes().take_while(u8::is_ascii_digit).count();
    let rest = rest[serial..].strip_prefix('号')?;
    (matches!(digits, 2 | 4) && (1..=6).contains(&serial)).then_some(text.len() - rest.len())
}

fn is_code(c: char) -> bool {
    c.is_alphabetic() && c != '的'
}

#[cfg(test)]
mod tests {
    use super::{is_number, is_registration, number_at};

    #[test]
    fn numbers() {
        for (text, expected) in [
            ("青政发〔2024〕3号", true),
            ("青政办发[2024]12号", true),
            ("青安委办（2024）第01号", true),
            ("（青政发〔2024〕3号）", true),
            ("青规财字〔24〕3号", true),
            ("2024年第3号", true),
            ("第12号", true),
            ("青政发〔2024〕号", false),
            ("青政发2024", false),
            ("第十二条", false),
            ("2024年2月18日", false),
            ("1号文件", false),
        ] {
            assert_eq!(is_number(text), expected, "{text}");
        }
    }

    #[test]
    fn registrations() {
        for (text, expected) in [
            ("QLXFR—2024—01003", true),
            ("QLDR-2024-0012", true),
            ("QLDR——2024——0012", true),
            ("GB-9704-2012", false),
            ("2024-02-18", false),
            ("QLDR-2024", false),
        ] {
            assert_eq!(is_registration(text), expected, "{text}");
        }
    }

    #[test]
    fn number_then_more() {
        assert_eq!(number_at("青政发〔2024〕3号签发人：李某"), Some("青政发〔2024〕3号".len()));
        assert_eq!(number_at("按照青政发和青办发两个文件的要求，〔2024〕3号"), None);
    }
}
