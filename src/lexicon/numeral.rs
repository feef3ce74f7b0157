//! Numbers as notices write them: `12`, `十二`, `两`, `二〇二四`.

/// The Chinese digits, with the forms 两 (two of something) and 〇/零.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u32> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        _ => return None,
    })
}

/// Whether `c` can stand in a Chinese numeral.
pub fn is_numeral_char(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

/// Whether `c` can stand in a year; letters are taken for noughts there.
pub fn is_year_char(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || matches!(c, 'O' | 'o')
}

/// A number takes at most this many Arabic digits,
const ARABIC: usize = 8;
/// or this many Chinese ones.
const CHINESE: usize = 10;

/// Reads the number that `text` opens with, in Arabic or Chinese digits, and
/// its length in bytes. Numbers above 99,999,999 are not read.
///
/// ```
/// use notice_analyzer::lexicon::numeral::leading_number;
/// assert_eq!(leading_number("12座"), Some((12, 2)));
/// assert_eq!(leading_number("二十八、严肃"), Some((28, 9)));
/// assert_eq!(leading_number("二〇二四年"), Some((2024, 12)));
/// assert_eq!(leading_number("座"), None);
/// ```
pub fn leading_number(text: &str) -> Option<(u32, usize)> {
    // What is longer is none: it is not counted to its end.
    let ascii = text.bytes().take(ARABIC + 1).take_while(u8::is_ascii_digit).count();
    if ascii > 0 {
        let value = text[..ascii].parse().ok()?;
        return (ascii <= ARABIC).then_some((value, ascii));
    }
    let numeral = text.chars().take(CHINESE + 1).take_while(|&c| is_numeral_char(c));
    let (chars, len) = numeral.fold((0, 0), |(chars, len), c| (chars + 1, len + c.len_utf8()));
    if chars == 0 || chars > CHINESE {
        return None;
    }
    chinese(&text[..len]).map(|value| (value, len))
}

/// The value of a whole Chinese numeral: positional (`二〇二四`) or with units
/// (`一百二十`).
fn chinese(numeral: &str) -> Option<u32> {
    if numeral.chars().all(|c| digit(c).is_some()) {
        return numeral.chars().try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut total, mut section, mut current) = (0u32, 0u32, None);
    for c in numeral.chars() {
        match (digit(c), unit(c)) {
            (Some(d), _) => current = Some(d),
            (None, Some(10_000)) => {
                total = (section + current.take().unwrap_or(0)).checked_mul(10_000)?;
                section = 0;
            }
            (None, Some(u)) => section = section.checked_add(current.take().unwrap_or(1) * u)?,
            (None, None) => return None,
        }
    }
    total.checked_add(section)?.checked_add(current.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::leading_number;

    #[test]
    fn numbers() {
        for (text, value) in [
            ("1", Some(1)),
            ("007", Some(7)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("两", Some(2)),
            ("一百零五", Some(105)),
            ("三千", Some(3000)),
            ("一万二千", Some(12_000)),
            ("二〇二五", Some(2025)),
            ("二○二五", Some(2025)),
            ("零", Some(0)),
            ("", None),
            ("年", None),
            ("999999999", None),
            ("九九九九九九九九九九九九", None),
        ] {
            assert_eq!(leading_number(text).map(|n| n.0), value, "{text}");
        }
    }
}
