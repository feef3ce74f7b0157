//! Quantities: the numbers that measure what an obligation is to bring about
//! (目标): 10座, 不少于2名, 达到100%, 3至5名. How often something is done counts as
//! one too (每季度至少一次: at least 1 次). Dates, durations, ordinals, document
//! numbers, names (“八条硬措施”) and conditions (发生2起以上的) stay silent.
//!
//! One pass looks at every character and reads on where a number stands; each
//! reading looks a bounded number of characters ahead and behind.

mod number;
mod words;

use super::clause::Clauses;
use super::cursor::{Cursor, is_number_char};
use crate::analysis::Comparator;
use crate::lexicon::letter::is_han;
use crate::lexicon::openers::Openers;
use crate::span::TextRange;
pub(crate) use number::amount_at;
use number::{Amount, amount};
use std::sync::LazyLock;
use words::{
    ABOUT, ABOVE, AT_LEAST, AT_MOST, BELOW, CONDITIONS, COUNTABLE, DIMENSIONS, GRANTS, IDIOMS_OF_ONE, JOINTS, MEASURED,
    NOT_A_RESULT, OCCURRENCES, PARTICLES, RECORDS, THRESHOLDS, VERBS,
};

/// A quantity in the cleaned view.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The words that say it, with a comparing word that touches them.
    pub range: TextRange,
    /// The clause it measures.
    pub clause: TextRange,
    /// How it bounds.
    pub comparator: Comparator,
    /// The number, or the lower one of two, in the unit as written.
    pub value: f64,
    /// The upper number of 3至5.
    pub upper: Option<f64>,
    /// The measure word as written, with 万 or 亿 before it: 座, 亿千瓦, %.
    pub unit: String,
}

/// The quantities in `range` (bytes) of the cleaned view, in order, not
/// overlapping. A range that is not on character boundaries holds none.
///
/// ```
/// use notice_analyzer::mention::quantity::quantities;
/// use notice_analyzer::{Comparator, TextRange};
/// let text = "每个镇至少配备3至5名专业人员，覆盖率达到100%。";
/// let found = quantities(text, TextRange::new(0, text.len()));
/// assert_eq!(found[0].range.of(text), "3至5名");
/// assert_eq!((found[0].value, found[0].upper, found[0].unit.as_str()), (3.0, Some(5.0), "名"));
/// assert_eq!((found[1].comparator, found[1].value), (Comparator::AtLeast, 100.0));
/// ```
pub fn quantities(clean: &str, range: TextRange) -> Vec<Quantity> {
    let Some(text) = clean.get(range.start..range.end) else { return Vec::new() };
    let clauses = Clauses::new(text);
    let mut found = scan(text);
    for quantity in &mut found {
        quantity.clause = clauses.around(quantity.range).shift(range.start);
        quantity.range = quantity.range.shift(range.start);
    }
    found
}

fn scan(text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        at = if is_number_char(c) {
            let last = found.last();
            let (quantity, end) = read(text, at, last);
            found.extend(quantity);
            end
        } else {
            at + c.len_utf8()
        };
    }
    found
}

/// The quantity at the number at `at`, if it is one, and where to go on.
fn read(text: &str, at: usize, last: Option<&Quantity>) -> (Option<Quantity>, usize) {
    let mut cursor = Cursor::new(text, at);
    let Some(amount) = amount(&mut cursor) else { return (None, cursor.number_end()) };
    let place = Place { text, at, end: cursor.at, floor: last.map_or(0, |last| last.range.end) };
    (place.quantity(amount, last), place.end)
}

/// A number with its unit, and the text around it.
struct Place<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    floor: usize,
}

impl<'t> Place<'t> {
    /// The clause before the number, back to the last quantity.
    fn before(&self) -> &'t str {
        let before = &self.text[self.floor..self.at];
        let mut start = before.len();
        for c in before.chars().rev().take(40) {
            if matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '（' | '\n') {
                break;
            }
            start -= c.len_utf8();
        }
        &before[start..]
    }

    fn quantity(&self, amount: Amount, last: Option<&Quantity>) -> Option<Quantity> {
        let before = self.before();
        let (touching, start) = self.touching(before);
        let lead = &before[..before.len() - (self.at - start)];
        if NOT_A_RESULT.closes(before) || self.is_rate(&amount, lead) || touching.is_none() && is_size(&amount, lead) {
            return None;
        }
        let (trailing, end) = self.trailing();
        let (joined, inherited) = self.joined(last, start);
        let apart = || AT_LEAST.iter().any(|word| lead.contains(word)).then_some(Comparator::AtLeast);
        let comparator = touching.or(trailing).or_else(apart).or(inherited);
        if self.is_condition(lead, start, end) || !(joined || self.counts(&amount, lead, comparator.is_some())) {
            return None;
        }
        let exact = if amount.upper.is_some() { Comparator::Between } else { Comparator::Exactly };
        let exact = if amount.vague { Comparator::About } else { exact };
        Some(Quantity {
            range: TextRange::new(start, end),
            clause: TextRange::new(start, end),
            comparator: if amount.upper.is_some() { exact } else { comparator.unwrap_or(exact) },
            value: amount.value,
            upper: amount.upper,
            unit: amount.unit,
        })
    }

    /// Whether a sum is a grant, a price or a rate, which nobody is to reach:
    /// 补助最高不超过3万元, 100元/亩.
    fn is_rate(&self, amount: &Amount, lead: &str) -> bool {
        let is_sum = amount.unit.ends_with('元');
        let each = self.text[self.end..].starts_with(['/', '／']) && !OCCURRENCES.contains(amount.unit.as_str());
        each || is_sum && GRANTS.iter().any(|word| lead.contains(word))
    }

    /// The comparing word that touches the number from the left, and where the
    /// words of the quantity start with it.
    fn touching(&self, before: &str) -> (Option<Comparator>, usize) {
        for (words, comparator) in [
            (&AT_MOST, Comparator::AtMost),
            (&AT_LEAST, Comparator::AtLeast),
            (&THRESHOLDS, Comparator::AtLeast),
            (&ABOUT, Comparator::About),
        ] {
            if let Some(word) = words.closing(before).next() {
                return (Some(comparator), self.at - word.len());
            }
        }
        (None, self.at)
    }

    /// The comparing word behind the unit, and where the words of the quantity
    /// end with it.
    fn trailing(&self) -> (Option<Comparator>, usize) {
        let mut cursor = Cursor::new(self.text, self.end);
        let comparator = if cursor.eat_any(&ABOVE).is_some() {
            Some(Comparator::AtLeast)
        } else if cursor.eat_any(&BELOW).is_some() {
            Some(Comparator::AtMost)
        } else {
            cursor.eat_any(&["左右", "上下"]).map(|_| Comparator::About)
        };
        (comparator, cursor.at)
    }

    /// Whether the last quantity and this one are joined, as in 50所学校和150个
    /// 专业; and the comparator that 65%和55% share.
    fn joined(&self, last: Option<&Quantity>, start: usize) -> (bool, Option<Comparator>) {
        let Some(last) = last else { return (false, None) };
        let between = &self.text[last.range.end..start];
        let joined = between.len() <= 60 && JOINTS.closes(between) && !between.contains(['，', '。', '；', '\n']);
        (joined || self.goes_on(between), (joined && JOINTS.contains(between)).then_some(last.comparator))
    }

    /// 公园 between 新建停车场15个、公园8处: the next thing under the same verb.
    fn goes_on(&self, between: &str) -> bool {
        const THING_CHARS: usize = 12;
        let thing = between.strip_prefix(['、', '，']).unwrap_or_default();
        let plain = thing.chars().count() <= THING_CHARS && thing.chars().all(is_han) && !thing.is_empty();
        plain
            && ends_clause(&self.text[self.end..])
            && !CONDITIONS.opens(thing)
            && !RECORDS.iter().any(|word| thing.contains(word))
    }

    /// Whether the number says when a rule applies or what holds already, not
    /// what is to be reached.
    fn is_condition(&self, lead: &str, start: usize, end: usize) -> bool {
        let after = &self.text[end..];
        let threshold = THRESHOLDS.closes(&self.text[start..self.at]) || end > self.end;
        let class = self.text[self.end..end].starts_with('及') && start == self.at && !ends_clause(after);
        CONDITIONS.closes(lead)
            || class
            || after.starts_with("的基础上")
            || clause_end(after).is_some_and(|clause| clause.ends_with('的'))
            || threshold && after.starts_with('的') && !ends_verb(lead)
    }

    /// Whether the amount closes its clause, or a place where it goes does.
    fn closes_clause(&self) -> bool {
        let after = &self.text[self.end..];
        ends_clause(after) || after.starts_with(['到', '赴'])
    }

    /// Whether the amount measures a result: by a comparing word or by the verb
    /// before it.
    fn counts(&self, amount: &Amount, lead: &str, compared: bool) -> bool {
        let unit = amount.unit.as_str();
        let ordered = ends_verb(lead) || self.closes_clause() && holds_verb(lead);
        if unit == "级" {
            return AT_MOST.closes(&self.text[..self.at]);
        }
        if amount.timed {
            return compared && AT_LEAST.closes(&self.text[..self.at]);
        }
        if OCCURRENCES.contains(unit) {
            return compared || ordered || lead.contains('每') || lead.contains("年内") || lead.contains("全年");
        }
        if amount.chinese && amount.value == 1.0 {
            return compared && !IDIOMS_OF_ONE.closes(lead);
        }
        if amount.chinese && !COUNTABLE.contains(unit) {
            return compared;
        }
        if MEASURED.contains(unit) {
            return compared || ordered || lead.ends_with(['率', '至', '到', '为']);
        }
        compared || ordered
    }
}

/// Whether the number is the size of a thing: 宽6米, 直径300毫米.
fn is_size(amount: &Amount, lead: &str) -> bool {
    amount.unit.ends_with('米') && DIMENSIONS.closes(lead)
}

/// Whether a clause or a member of a list ends before `after`.
fn ends_clause(after: &str) -> bool {
    after.is_empty() || after.starts_with(['，', '。', '；', '、', '）', '\n'])
}

static RECORDED: LazyLock<Openers> = LazyLock::new(|| Openers::new(RECORDS.iter().copied()));
static BRINGING: LazyLock<Openers> = LazyLock::new(|| Openers::new(VERBS.iter().copied()));

/// Whether a verb that brings something about, and its object, stand in `lead`:
/// 培训网格员3000人次. What has been done already does not count.
fn holds_verb(lead: &str) -> bool {
    !RECORDED.within(lead) && BRINGING.within(lead)
}

/// The rest of a clause that a comma closes within reach.
fn clause_end(after: &str) -> Option<&str> {
    let (end, mark) = after.char_indices().take(40).find(|(_, c)| "，。；\n".contains(*c))?;
    (mark == '，').then(|| &after[..end])
}

/// Whether a verb that brings something about ends `lead`, with at most a few
/// particles behind it.
fn ends_verb(lead: &str) -> bool {
    let mut rest = lead;
    while !VERBS.closes(rest) {
        let Some(head) = PARTICLES.before(rest) else { return false };
        rest = head;
    }
    true
}
