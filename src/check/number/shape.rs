//! Numbers of a shape that none has: a letter within, two scripts in one, 4、5个
//! for four or five.

use super::Numeral;
use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::lexicon::numeral::leading_number;
use crate::span::TextRange;

/// What people and things are counted by.
const COUNTED: &[&str] =
    &["个", "名", "人", "天", "位", "家", "户", "次", "年", "处", "台", "件", "里", "公里", "米", "辆", "组"];
/// Two numbers of a list, not one that is unsure: 第4、5项.
const LISTED: &[char] = &['第', '附', '表', '图', '见', '、', '，', '—', '-', '.', '至', '和'];

/// 5O万元, 123O5678: the letter O or l within a number.
pub(in crate::check) fn letters(draft: &Draft, findings: &mut Findings) {
    let text = draft.text();
    let letters = draft.signs().all().flat_map(|run| {
        run.of(text).match_indices(['O', 'o', 'l', 'I']).map(move |(at, letter)| (run.start + at, letter))
    });
    for (at, letter) in letters {
        let before = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let behind = &text[at + 1..];
        let goes_on = behind.starts_with(|c: char| c.is_ascii_digit())
            || letter == "O" && behind.starts_with(['万', '亿', '元', '%', '年', '月', '日', '个', '人', '户', '号']);
        if before && goes_on {
            let digit = if matches!(letter, "O" | "o") { "0" } else { "1" };
            let range = TextRange::new(at, at + 1);
            let message = format!("数字里夹着字母“{letter}”，疑为数字{digit}。");
            findings.add(range, message).fix(range, digit);
        }
    }
}

/// 4、5个, 三、五名: an approximation is written without the mark and in Chinese.
pub(super) fn approximation(draft: &Draft, mark: TextRange, findings: &mut Findings) {
    let Some(first) = Numeral::last(draft.before(mark.start)) else { return };
    let Some(second) = Numeral::first(draft.after(mark.end)) else { return };
    let after = draft.after(mark.end + second.text.len());
    let counted = COUNTED.iter().any(|word| after.starts_with(word));
    let start = mark.start - first.text.len();
    let listed = draft.char_before(start).is_some_and(|c| LISTED.contains(&c) || !is_han(c));
    let small = first.value < 10 && second.value < 10 && first.arabic == second.arabic;
    let close = second.value == first.value + 1 || !first.arabic && (first.value, second.value) == (3, 5);
    if counted && !listed && small && close {
        let range = TextRange::new(start, mark.end + second.text.len());
        findings.add(range, "相邻两个数连用表示概数，用汉字，中间不加顿号（如四五个）。").severity(Severity::Hint);
    }
}

/// 十1人: Chinese and Arabic digits in one number.
pub(super) fn mixed(draft: &Draft, ten: TextRange, findings: &mut Findings) {
    let after = draft.after(ten.end);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let line = draft.line(ten.start).map_or(0, |line| line.range.start);
    if (1..=2).contains(&digits) && !after[digits..].starts_with(['.', '、', '）']) && ten.start > line {
        let range = TextRange::new(ten.start, ten.end + digits);
        findings.add(range, "一个数里汉字与阿拉伯数字混写，宜统一。");
    }
}

/// 下降2倍: what falls by a whole is nothing.
pub(super) fn fall(draft: &Draft, verb: TextRange, findings: &mut Findings) {
    let after = draft.after(verb.end);
    let skipped = ['了', '到'].iter().find(|c| after.starts_with(**c)).map_or(0, |c| c.len_utf8());
    let number = &after[skipped..];
    let arabic = number.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let len = if arabic > 0 { Some(arabic) } else { leading_number(number).map(|(_, len)| len) };
    let Some(len) = len.filter(|len| number[*len..].starts_with('倍')) else { return };
    let range = TextRange::new(verb.start, verb.end + skipped + len + '倍'.len_utf8());
    findings.add(range, "减少、下降不能说“倍”，请改为百分数或者几分之几。");
}

/// “5.12”防灾减灾日: month and day in a name take a raised dot.
pub(super) fn day_name(draft: &Draft, open: TextRange, findings: &mut Findings) {
    const DAYS: &[&str] = &["日", "节", "周", "晚会", "活动", "宣传", "纪念"];
    let Some((name, behind)) = draft.near(open.end).split_once('”') else { return };
    let Some((month, day)) = name.split_once(['.', '．']) else { return };
    let number = |text: &str, most: u32| text.len() <= 2 && text.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    let near: String = behind.chars().take(8).take_while(|c| is_han(*c)).collect();
    if number(month, 12) && number(day, 31) && DAYS.iter().any(|word| near.contains(word)) {
        let range = TextRange::new(open.end, open.end + name.len());
        let right = format!("{month}·{day}");
        findings.add(range, "名称里的月、日之间用间隔号。").fix(range, right);
    }
}
