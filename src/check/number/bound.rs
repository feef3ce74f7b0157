//! NUM-002: a bound together with a range or an approximation.

use super::{Numeral, after_range_sign};
use crate::check::draft::{Draft, is_clause_end};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::lexicon::numeral::is_numeral_char;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("NUM-002", check).words(Words::List(WORDS));

const WORDS: &[&str] =
    &["至少", "不少于", "不低于", "不得少于", "最少", "最多", "至多", "不超过", "不得超过", "约", "超过"];
/// Words behind a number that a lower, upper or rough bound makes one too many.
const AFTER_LOWER: &[&str] = &["左右", "上下", "以上", "及以上"];
const AFTER_UPPER: &[&str] = &["左右", "上下", "以下", "以内", "及以下"];
const AFTER_ROUGH: &[&str] = &["左右", "上下", "余"];
/// Characters between the bound and its number, at most.
const GAP_CHARS: usize = 9;

fn check(draft: &Draft, findings: &mut Findings) {
    let mut end = 0;
    for hit in draft.hits(RULE.rule.code) {
        let word = WORDS[hit.word()];
        let denied = word == "超过" && draft.char_before(hit.range().start).is_some_and(|c| "不未得".contains(c));
        if hit.range().start < end || denied || word == "约" && !is_rough(draft, hit.range()) {
            continue;
        }
        let Some(clash) = clash(word, draft.after(hit.range().end)) else { continue };
        let range = TextRange::new(hit.range().start, hit.range().end + clash.len);
        end = range.end;
        let what = if clash.is_range { "区间" } else { "另一个界限" };
        findings.add(range, format!("“{word}”不能再接{what}，请只写一个数。"));
    }
}

/// What contradicts a bound, by the length of the words up to its end.
struct Clash {
    len: usize,
    is_range: bool,
}

fn clash(word: &str, after: &str) -> Option<Clash> {
    let near: usize = after.chars().take(GAP_CHARS).map(char::len_utf8).sum();
    let gap = after[..near].find(|c: char| is_clause_end(c) || c == '、').unwrap_or(near);
    let start = number_start(after, gap)?;
    // 至少每3—5年 says how often, 至少每天2次以上 how much.
    if after[..start].ends_with('每') || after[..start].contains('第') {
        return None;
    }
    let number = Numeral::first(&after[start..])?;
    let rest = &after[start + number.text.len()..];
    // 一次到两次: the unit may stand behind both numbers.
    let unit = rest.chars().next().map_or(0, char::len_utf8);
    let bare = after_range_sign(rest).or_else(|| after_range_sign(&rest[unit..]));
    let upper = bare.and_then(|upper| Some((upper, Numeral::first(upper)?)));
    if let Some((upper, second)) = upper {
        // 不低于1—2月水平 names two months.
        let months = upper[second.text.len()..].starts_with('月');
        let plausible = word != "约" && second.value > number.value && number.value < 1900 && !months;
        let len = after.len() - upper.len() + second.text.len();
        return plausible.then_some(Clash { len, is_range: true });
    }
    let unit: usize = rest.chars().take(3).map(char::len_utf8).sum();
    let excess = rest[..unit].char_indices().map(|(at, _)| at).find_map(|at| {
        let doubled = surplus(word).iter().find(|w| rest[at..].starts_with(**w))?;
        Some(at + doubled.len())
    })?;
    let simple = !rest[..excess].contains(['、', '，', '。', '（', '或', '和']);
    simple.then_some(Clash { len: start + number.text.len() + excess, is_range: false })
}

/// The place of the first number in the first `within` bytes.
fn number_start(text: &str, within: usize) -> Option<usize> {
    text[..within].char_indices().map(|(at, _)| at).find(|&at| Numeral::first(&text[at..]).is_some())
}

fn surplus(word: &str) -> &'static [&'static str] {
    match word {
        "至少" | "不少于" | "不低于" | "不得少于" | "最少" | "超过" => AFTER_LOWER,
        "约" => AFTER_ROUGH,
        _ => AFTER_UPPER,
    }
}

/// 约 before a number, and not the end of 节约, 签约 and their like.
fn is_rough(draft: &Draft, range: TextRange) -> bool {
    let word = draft.char_before(range.start).is_some_and(|c| "节契签条合公简违集预制履失相有".contains(c));
    !word && draft.char_at(range.end).is_some_and(|c| c.is_ascii_digit() || is_numeral_char(c))
}
