//! Item numbers: 第一章, 一、, （一）, 1., （1）, ①. They, not line breaks, make
//! the structure of a notice (GB/T 9704-2012, 7.3.3 names the usual order; real
//! notices use every order).

use super::numeral::leading_number;

/// How an item is numbered. Two items of one style under one parent are
/// siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// 第一编, 第一部分.
    Part,
    /// 第一章.
    Chapter,
    /// 第一节.
    Section,
    /// 第一条.
    Article,
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
    /// 1. or 1、
    Arabic,
    /// 1.1, 2.3.1: the number says the depth itself.
    Decimal,
    /// （1）
    ArabicBracketed,
    /// 1）
    ArabicHalfBracketed,
    /// ①
    Circled,
}

/// One item number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker<'t> {
    /// Its style.
    pub style: Style,
    /// Its ordinal; of a decimal number, the last part.
    pub ordinal: u32,
    /// The number as a path shows it: `二`, `（一）`, `1`.
    pub label: &'t str,
    /// Bytes it takes, with its mark.
    pub len: usize,
}

/// No list is longer than this; a year is no number of an item.
const MOST: u32 = 999;

/// Reads the item number that `text` (of the cleaned view) opens with.
///
/// ```
/// use notice_analyzer::lexicon::marker::{Style, marker_at};
/// let marker = marker_at("（十二）防范水旱灾害。").unwrap();
/// assert_eq!((marker.style, marker.ordinal), (Style::ChineseBracketed, 12));
/// assert_eq!(marker.label, "（十二）");
/// assert!(marker_at("1.5米以上").is_none());
/// assert!(marker_at("2024年，").is_none());
/// ```
pub fn marker_at(text: &str) -> Option<Marker<'_>> {
    match text.chars().next()? {
        '第' => ordinal_marker(text),
        '（' => bracketed(text),
        c @ ('①'..='⑳' | '⑴'..='⒇' | '⒈'..='⒛' | '㈠'..='㈩') => Some(single(text, c)),
        _ => plain(text),
    }
}

/// 第…章 and its like.
fn ordinal_marker(text: &str) -> Option<Marker<'_>> {
    let rest = &text["第".len()..];
    let (ordinal, number) = leading_number(rest)?;
    let tail = &rest[number..];
    let (style, word) = [
        (Style::Part, "部分"),
        (Style::Part, "编"),
        (Style::Chapter, "章"),
        (Style::Section, "节"),
        (Style::Article, "条"),
    ]
    .into_iter()
    .find(|(_, word)| tail.starts_with(word))?;
    let bare = "第".len() + number + word.len();
    let after = &text[bare..];
    let mark = after.chars().next().filter(|c| matches!(c, '、' | '：' | '.')).map_or(0, char::len_utf8);
    // 第一条措施, 第三条第二款: words of a sentence, not the number of an item.
    let glued = ["款", "项", "规定", "措施", "意见", "的", "第", "和", "至"].iter().any(|w| after.starts_with(w));
    (!glued).then_some(Marker { style, ordinal, label: &text[..bare], len: bare + mark })
}

fn bracketed(text: &str) -> Option<Marker<'_>> {
    let rest = &text["（".len()..];
    let (ordinal, number) = leading_number(rest)?;
    let chinese = !rest.as_bytes()[0].is_ascii_digit();
    if !rest[number..].starts_with('）') || ordinal == 0 || ordinal > MOST {
        return None;
    }
    let len = "（".len() + number + "）".len();
    let style = if chinese { Style::ChineseBracketed } else { Style::ArabicBracketed };
    Some(Marker { style, ordinal, label: &text[..len], len: len + stray_mark(&text[len..]) })
}

/// A mark that some writers put behind a bracketed number: （一）、
fn stray_mark(after: &str) -> usize {
    after.chars().next().filter(|c| matches!(c, '、' | '.')).map_or(0, char::len_utf8)
}

fn single(text: &str, c: char) -> Marker<'_> {
    let (style, first) = match c {
        '①'..='⑳' => (Style::Circled, '①'),
        '⑴'..='⒇' => (Style::ArabicBracketed, '⑴'),
        '⒈'..='⒛' => (Style::Arabic, '⒈'),
        _ => (Style::ChineseBracketed, '㈠'),
    };
    let len = c.len_utf8();
    Marker { style, ordinal: c as u32 - first as u32 + 1, label: &text[..len], len }
}

/// 一、 1. 1、 1） 1.1
fn plain(text: &str) -> Option<Marker<'_>> {
    let (ordinal, number) = leading_number(text)?;
    if ordinal == 0 || ordinal > MOST {
        return None;
    }
    let after = &text[number..];
    let mark = after.chars().next()?;
    if !text.as_bytes()[0].is_ascii_digit() {
        let marked = matches!(mark, '、' | '.' | '．') && !matches!(ordinal, 100);
        let style = Style::Chinese;
        return marked.then(|| Marker { style, ordinal, label: &text[..number], len: number + mark.len_utf8() });
    }
    let len = number + mark.len_utf8();
    let behind = &after[mark.len_utf8()..];
    let digit_next = behind.starts_with(|c: char| c.is_ascii_digit()) && !opens_with_year(behind);
    match mark {
        '.' | '．' if digit_next => decimal(text),
        '.' | '．' | '、' => Some(Marker { style: Style::Arabic, ordinal, label: &text[..number], len }),
        '）' => Some(Marker { style: Style::ArabicHalfBracketed, ordinal, label: &text[..len], len }),
        _ => None,
    }
}

/// 2025年1月 behind 17.: a year, not the next part of the number.
fn opens_with_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text[4..].starts_with(['年', '-', '—', '～', '至'])
}

/// 1.1 and 2.3.1, but not the numbers 1.5米 and 7.9%: what follows must open a
/// phrase, and no part may exceed 30.
fn decimal(text: &str) -> Option<Marker<'_>> {
    let len = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = text[..len].trim_end_matches('.');
    let parts: Option<Vec<u32>> = number.split('.').map(|p| p.parse().ok().filter(|n| *n <= 30)).collect();
    let parts = parts.filter(|p| p.len() <= 4)?;
    let after = &text[len..];
    let sure = parts.len() > 2 || len > number.len() || after.starts_with('、');
    let measured = after.chars().next().is_none_or(|c| !is_han(c) || MEASURES.contains(c));
    let ordinal = *parts.last()?;
    (ordinal > 0 && (sure || !measured)).then_some(Marker { style: Style::Decimal, ordinal, label: number, len })
}

/// Characters that make the number before them a quantity.
const MEASURES: &str = "万亿千百倍米公吨元个年月日亩度级分秒小时人户家次项处座台套件平立升克斤里";

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{Style::*, marker_at};

    #[test]
    fn markers() {
        for (text, expected) in [
            ("一、总体要求", Some((Chinese, 1, "一"))),
            ("三十一、对", Some((Chinese, 31, "三十一"))),
            ("（二十八）严肃", Some((ChineseBracketed, 28, "（二十八）"))),
            ("（一）、树牢", Some((ChineseBracketed, 1, "（一）"))),
            ("1.煤矿。", Some((Arabic, 1, "1"))),
            ("10、其他", Some((Arabic, 10, "10"))),
            ("（3）完成", Some((ArabicBracketed, 3, "（3）"))),
            ("2）完成", Some((ArabicHalfBracketed, 2, "2）"))),
            ("③完成", Some((Circled, 3, "③"))),
            ("第一章总则", Some((Chapter, 1, "第一章"))),
            ("第十二条各单位", Some((Article, 12, "第十二条"))),
            ("1.1建立台账", Some((Decimal, 1, "1.1"))),
            ("2.3.1建立台账", Some((Decimal, 1, "2.3.1"))),
            ("17.2025年1月25日起免收", Some((Arabic, 17, "17"))),
            ("1.2017-2018学年度", Some((Arabic, 1, "1"))),
            ("200.建立台账", Some((Arabic, 200, "200"))),
            ("（二百零一）建立台账", Some((ChineseBracketed, 201, "（二百零一）"))),
            ("1.5米以上", None),
            ("7.9%", None),
            ("2024年，", None),
            ("2024.3", None),
            ("一是加强", None),
            ("第一条措施", None),
            ("第三条第二款", None),
            ("（试行）", None),
            ("（2024年）", None),
            ("一、二级重大危险源", Some((Chinese, 1, "一"))),
        ] {
            let found = marker_at(text).map(|m| (m.style, m.ordinal, m.label));
            assert_eq!(found, expected, "{text}");
        }
    }
}
