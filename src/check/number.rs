//! NUM: numbers (GB/T 15835-2011, which official documents may follow).

pub(super) mod bound;
pub(super) mod count;
pub(super) mod form;
pub(super) mod mixed;
pub(super) mod shape;

use crate::lexicon::numeral::{is_numeral_char, leading_number};

/// A number as written: how it reads, and whether in Arabic digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Numeral<'t> {
    text: &'t str,
    value: u32,
    arabic: bool,
}

impl<'t> Numeral<'t> {
    /// The number that `text` opens with.
    fn first(text: &'t str) -> Option<Self> {
        let (value, len) = leading_number(text)?;
        Some(Self { text: &text[..len], value, arabic: text.as_bytes()[0].is_ascii_digit() })
    }

    /// The number that `text` ends with.
    fn last(text: &'t str) -> Option<Self> {
        let arabic = text.ends_with(|c: char| c.is_ascii_digit());
        let rest = if arabic {
            text.trim_end_matches(|c: char| c.is_ascii_digit())
        } else {
            text.trim_end_matches(is_numeral_char)
        };
        let number = &text[rest.len()..];
        let (value, len) = leading_number(number)?;
        (len == number.len()).then_some(Self { text: number, value, arabic })
    }
}

/// Opens with a sign that joins the ends of a range; what follows it.
fn after_range_sign(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(['—', '–', '－', '～', '~', '-', '至', '到']);
    (rest.len() < text.len()).then_some(rest)
}
