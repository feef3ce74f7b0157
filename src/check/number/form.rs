//! NUM-004: ranges, percentages and years in a form that misleads.

use super::{Numeral, shape};
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check =
    page!("NUM-004", check).words(Words::List(&["%", "千", "年", "-", "——", "、", "十", "下降", "减少", "降低", "“"]));

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code).iter().filter(|h| !draft.marks.in_title(h.range().start)) {
        match draft.slice(hit.range()) {
            "%" => percent(draft, hit.range(), findings),
            "千" => thousand(draft, hit.range(), findings),
            "年" => year(draft, hit.range(), findings),
            "、" => shape::approximation(draft, hit.range(), findings),
            "十" => shape::mixed(draft, hit.range(), findings),
            "下降" | "减少" | "降低" => shape::fall(draft, hit.range(), findings),
            "“" => shape::day_name(draft, hit.range(), findings),
            _ => dash(draft, hit.range(), findings),
        }
    }
}

fn digits_before(text: &str) -> &str {
    &text[text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len()..]
}

/// 5—10%
fn percent(draft: &Draft, mark: TextRange, findings: &mut Findings) {
    let before = draft.before(mark.start);
    let second = digits_before(before);
    let joined = &before[..before.len() - second.len()];
    let left = joined.trim_end_matches(['—', '–', '～', '~', '-', '至', '到']);
    let first = digits_before(left);
    let near = joined.len() - left.len();
    let plausible = !second.is_empty() && (1..=6).contains(&near) && (1..=5).contains(&first.len());
    if plausible && first.parse::<f64>().is_ok_and(|n| n <= 100.0) {
        let end = mark.start - second.len() - near;
        let range = TextRange::new(end - first.len(), mark.end);
        let message = format!("百分数范围两头都要写百分号：{first}%{}{second}%。", &joined[left.len()..]);
        findings.add(range, message).fix(TextRange::new(end, end), "%");
    }
}

/// 3万5千
fn thousand(draft: &Draft, unit: TextRange, findings: &mut Findings) {
    let before = draft.before(unit.start);
    let thousands = digits_before(before);
    let Some(left) = before[..before.len() - thousands.len()].strip_suffix('万') else { return };
    let ten_thousands = digits_before(left);
    if thousands.is_empty() || ten_thousands.is_empty() || draft.char_at(unit.end) == Some('瓦') {
        return;
    }
    let start = unit.start - thousands.len() - '万'.len_utf8() - ten_thousands.len();
    findings.add(TextRange::new(start, unit.end), "“万”与“千”不混写，宜写成一个数（如3.5万）。");
}

/// 24年3月
fn year(draft: &Draft, unit: TextRange, findings: &mut Findings) {
    let before = draft.before(unit.start);
    let digits = digits_before(before);
    let opens = before[..before.len() - digits.len()].chars().next_back();
    let after = draft.after(unit.end);
    let month = Numeral::first(after)
        .is_some_and(|n| n.arabic && (1..=12).contains(&n.value) && after[n.text.len()..].starts_with('月'));
    let number = digits.parse::<u32>().ok().filter(|n| digits.len() == 2 && (10..=39).contains(n));
    if let Some(number) = number.filter(|_| month && opens.is_none_or(|c| !"第满近约每达".contains(c))) {
        let start = unit.start - digits.len();
        let message = format!("年份不简写，应为“20{number}年”。");
        findings.add(TextRange::new(start, unit.end), message).fix(TextRange::new(start, start), "20");
    }
}

/// Digits of the second number of a range, at most.
const MOST_DIGITS: usize = 6;

/// 2-3个
fn dash(draft: &Draft, mark: TextRange, findings: &mut Findings) {
    let first = digits_before(draft.before(mark.start));
    let second = Numeral::first(draft.after(mark.end)).filter(|n| n.arabic);
    // 0871-6362…: more digits make a telephone number.
    let Some(second) = second.filter(|n| (1..=4).contains(&first.len()) && n.text.len() <= MOST_DIGITS) else { return };
    let opens = draft.char_before(mark.start - first.len());
    let closes = draft.char_at(mark.end + second.text.len());
    let measured = closes.is_some_and(|c| is_han(c) && !"号楼栋室".contains(c) || c == '%');
    let rising = first.parse::<u32>().is_ok_and(|n| n < second.value);
    if opens.is_none_or(|c| is_han(c) || "，、（“".contains(c)) && measured && rising {
        let range = TextRange::new(mark.start - first.len(), mark.end + second.text.len());
        let message = format!("数值和时间的起止用一字线：{first}—{}。", second.text);
        findings.add(range, message).fix(mark, "—");
    }
}
