//! NUM-003: a count that disagrees with what is listed.

use super::Numeral;
use crate::analysis::Severity;
use crate::check::draft::{Draft, floor, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Check = page!("NUM-003", check).words(Words::Made(&WORDS));

/// What is counted, and how sure the items before it can be told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// Places: short names right before the number.
    Places,
    /// Levels: 市、县、乡三级.
    Levels,
    /// A quoted slogan that counts the list before it: “五到位”.
    Slogan,
    /// What 一是, 二是 … then spell out.
    Points,
}

const COUNTED: &[(&str, Counted)] = &[
    ("市", Counted::Places),
    ("县", Counted::Places),
    ("区", Counted::Places),
    ("省", Counted::Places),
    ("镇", Counted::Places),
    ("个市", Counted::Places),
    ("个县", Counted::Places),
    ("个区", Counted::Places),
    ("个镇", Counted::Places),
    ("个乡镇", Counted::Places),
    ("级", Counted::Levels),
    ("到位", Counted::Slogan),
    ("个到位", Counted::Slogan),
    ("落实", Counted::Slogan),
    ("统一", Counted::Slogan),
    ("个方面", Counted::Points),
    ("项措施", Counted::Points),
    ("项工作", Counted::Points),
    ("项任务", Counted::Points),
    ("个问题", Counted::Points),
    ("点要求", Counted::Points),
    ("点意见", Counted::Points),
];
const NUMBERS: &[&str] =
    &["两", "三", "四", "五", "六", "七", "八", "九", "十", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
/// Number and counted thing in one word each: `words[i * NUMBERS.len() + n]`.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    COUNTED.iter().flat_map(|(thing, _)| NUMBERS.iter().map(move |number| format!("{number}{thing}"))).collect()
});

fn check(draft: &Draft, findings: &mut Findings) {
    draft.marks.quotes().iter().for_each(|quote| spelt_out(draft, *quote, findings));
    for hit in draft.hits(RULE.rule.code) {
        let (_, counted) = COUNTED[hit.word() / NUMBERS.len()];
        let Some(number) = Numeral::first(draft.slice(hit.range())) else { continue };
        let before = draft.before(hit.range().start);
        if before.ends_with(|c: char| c.is_ascii_digit() || "第十百千万近约余前后各每这那.".contains(c)) {
            continue;
        }
        match counted {
            Counted::Places => places(draft, hit.range(), number.value, findings),
            Counted::Levels => levels(draft, hit.range(), number.value, findings),
            Counted::Slogan => {
                slogan(draft, hit.range(), number.value, findings);
                announced(draft, hit.range(), number.value, findings);
            }
            Counted::Points => points(draft, hit.range(), number.value, findings),
        }
    }
}

/// The list that ends before `end`: its items, the first with whatever stands
/// before it in the clause.
fn list_before<'t>(draft: &Draft<'t>, end: usize) -> Vec<&'t str> {
    let before = draft.before(end);
    let start = before.rfind(|c: char| is_sentence_end(c) || "，：“”《》（）".contains(c));
    let list = &before[start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8))..];
    let mut items: Vec<&str> = list.split('、').collect();
    if let Some((last, (left, right))) = items.pop().map(|last| (last, split_and(last).unwrap_or((last, "")))) {
        if right.is_empty() { items.push(last) } else { items.extend([left, right]) }
    }
    items
}

fn split_and(item: &str) -> Option<(&str, &str)> {
    let at = item.rfind(['和', '与', '及'])?;
    let rest = &item[at + '和'.len_utf8()..];
    (!rest.is_empty() && at > 0).then(|| (&item[..at], rest))
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

fn places(draft: &Draft, number: TextRange, count: u32, findings: &mut Findings) {
    let items = list_before(draft, number.start);
    let Some((first, rest)) = items.split_first().filter(|(_, rest)| !rest.is_empty()) else { return };
    let alike = rest.iter().all(|item| chars(item) == chars(rest[0]) && (2..=3).contains(&chars(item)));
    let clear = alike && chars(first) <= 6 && (items.len() < count as usize || chars(first) == chars(rest[0]));
    if clear && items.len() != count as usize {
        report(draft, number, items.len(), findings);
    }
}

fn levels(draft: &Draft, number: TextRange, count: u32, findings: &mut Findings) {
    let items = list_before(draft, number.start);
    let Some((first, rest)) = items.split_first().filter(|(_, rest)| !rest.is_empty()) else { return };
    let level = |item: &str| matches!(item, "省" | "市" | "县" | "区" | "乡" | "镇" | "村" | "组");
    let clear =
        rest.iter().all(|item| level(item)) && first.chars().next_back().is_some_and(|c| "国省市县区乡镇".contains(c));
    let named = draft.after(number.end).starts_with(['以', '及', '重', '响', '应', '风']);
    if clear && !named && items.len() != count as usize {
        report(draft, number, items.len(), findings);
    }
}

/// A slogan that misses its list by one: by more, it counts something else.
fn slogan(draft: &Draft, number: TextRange, count: u32, findings: &mut Findings) {
    let Some(open) = draft.before(number.start).strip_suffix('“') else { return };
    if draft.char_at(number.end) != Some('”') || open.ends_with(['，', '。', '；', '：', '、', '”', '的', '实', '好'])
    {
        return;
    }
    let items = list_before(draft, number.start - '“'.len_utf8());
    let fits = |n: usize| n == count as usize;
    let without_and = items.len().saturating_sub(1);
    let close = items.len() >= 3 && items.len().abs_diff(count as usize) == 1;
    let even = items.iter().skip(1).all(|item| (2..=6).contains(&chars(item)) && !item.ends_with('等'));
    if close && even && !fits(items.len()) && !fits(without_and) {
        report(draft, number, items.len(), findings).severity(Severity::Warning);
    }
}

/// 做到三个到位：思想认识到位、组织领导到位…: a list whose every item ends with
/// what is counted.
fn announced(draft: &Draft, number: TextRange, count: u32, findings: &mut Findings) {
    let rest = draft.after(number.end).trim_start_matches('”');
    let Some(list) = rest.strip_prefix('：') else { return };
    let list = &list[..floor(list, LIST_BYTES)];
    let items: Vec<&str> = list[..list.find(is_sentence_end).unwrap_or(list.len())].split(['、', '，']).collect();
    let thing = draft.slice(number).trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
    let thing = thing.trim_start_matches('个');
    if items.len() >= 2 && items.iter().all(|item| item.ends_with(thing)) && items.len() != count as usize {
        report(draft, number, items.len(), findings);
    }
}

/// “六个百分之百”（围挡、覆盖、冲洗…）: a slogan and, in the bracket behind it,
/// what it stands for.
fn spelt_out(draft: &Draft, quote: TextRange, findings: &mut Findings) {
    let inside = TextRange::new(quote.start + '“'.len_utf8(), quote.end - '”'.len_utf8());
    let slogan = draft.slice(inside);
    let mut numerals = slogan.chars().filter(|c| *c == '两' || NUMERALS.contains(*c));
    let (Some(count), 2..=8) = (numerals.next().filter(|c| slogan.starts_with(*c)), chars(slogan)) else { return };
    // 百 of 百分之百 counts nothing here; a second number makes two lists.
    let (count, single) = (NUMERALS.chars().position(|c| c == count), numerals.next().is_none());
    let after = draft.after(quote.end);
    let Some(list) = after.strip_prefix('（').or(after.strip_prefix("教育（")).filter(|_| single) else { return };
    let list = &list[..floor(list, LIST_BYTES)];
    let Some(list) = list.find('）').map(|at| &list[..at]) else { return };
    let items: Vec<&str> = list.split('、').collect();
    // The items of “六不” all begin with 不, however long they are.
    let opener = slogan.chars().last().filter(|_| chars(slogan) == 2);
    let led = opener.is_some_and(|c| items.iter().all(|item| item.starts_with(c)));
    let even = led || items.iter().all(|item| (2..=8).contains(&chars(item)));
    let joined = !led && list.contains(['和', '及']);
    let whole = !joined && !list.contains(['等', '，', '；', '。', '：', '“']);
    let said = count.map_or(0, |at| at + 1);
    if items.len() >= 3 && even && whole && said >= 3 && said.abs_diff(items.len()) <= 2 && said != items.len() {
        report(draft, inside, items.len(), findings);
    }
}

/// The numerals that slogans begin with, from one on.
const NUMERALS: &str = "一二三四五六七八九十";
/// A list is no longer than this.
const LIST_BYTES: usize = 400;

/// Points are looked for this far behind their count.
const POINTS_BYTES: usize = 6000;

/// 四个方面：一是…二是…三是…
fn points(draft: &Draft, number: TextRange, count: u32, findings: &mut Findings) {
    const ORDINALS: &[&str] = &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"];
    let Some(line) = draft.line(number.start) else { return };
    let end = floor(draft.text(), line.range.end.min(number.end + POINTS_BYTES));
    let rest = draft.slice(TextRange::new(number.end, end.max(number.end)));
    let Some(mut at) = rest.find(ORDINALS[0]).filter(|&at| is_announcement(&rest[..at])) else { return };
    let mut said = 1;
    for ordinal in &ORDINALS[1..] {
        let Some(next) = rest[at..].find(ordinal) else { break };
        at += next;
        said += 1;
    }
    if said > 1 && said != count as usize && !rest[at + "一是".len()..].contains(ORDINALS[0]) {
        report(draft, number, said, findings);
    }
}

/// Whether the words between a count and its first point only announce it.
fn is_announcement(between: &str) -> bool {
    let last = between.chars().next_back();
    last.is_some_and(|c| matches!(c, '：' | '。')) && chars(between) <= 14 && !between.contains('，')
}

fn report<'f>(
    draft: &Draft,
    number: TextRange,
    listed: usize,
    findings: &'f mut Findings,
) -> &'f mut crate::check::found::Found {
    let said = draft.slice(number);
    findings.add(number, format!("说的是“{said}”，列出的却是{listed}项，请核对。"))
}
