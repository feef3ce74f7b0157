//! Cuts paragraphs at the numbers within them: a paste may have lost its line
//! breaks.

use crate::lexicon::marker::{Marker, Style, marker_at};
use crate::lexicon::numeral::leading_number;
use crate::lexicon::words::words_at;
use crate::source::Source;
use crate::span::TextRange;

/// A heading line (nothing behind it) is at most this long.
const HEADING_LINE_CHARS: usize = 50;
/// A text with fewer and longer paragraphs than this has lost its line breaks.
const RUN_ON_PARAGRAPH_BYTES: usize = 900;

/// A paragraph, or the part of one that a number opens.
#[derive(Clone, Copy)]
pub(super) struct Piece<'t> {
    pub range: TextRange,
    pub marker: Option<Marker<'t>>,
    /// Whether the paragraph holds other numbers, too: it has lost its line breaks.
    pub run_on: bool,
}

/// Cuts paragraphs at the numbers within them.
pub(super) fn pieces<'s>(source: &'s Source, paragraphs: &[TextRange]) -> Vec<Piece<'s>> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(paragraphs.len());
    let mut expected = Expected::default();
    for (nth, &paragraph) in paragraphs.iter().enumerate() {
        let text = source.slice(paragraph);
        let next = paragraphs.get(nth + 1).map_or("", |p| source.slice(*p));
        let first = marker_at(text).filter(|m| !is_rank(&text[m.len..])).or_else(|| decimal_chapter(text, next));
        expected.note(first);
        let cuts = inner_markers(text, first, &mut expected);
        let run_on = !cuts.is_empty();
        let last = cuts.last().map_or(text.len(), |(at, _)| *at);
        let closing = closing_at(text, last).filter(|_| nth + 1 == paragraphs.len());
        let ends = cuts.iter().map(|(at, _)| *at).chain(closing).chain([text.len()]);
        let starts = [(0, first)].into_iter().chain(cuts.iter().map(|(at, marker)| (*at, Some(*marker))));
        let starts = starts.chain(closing.map(|at| (at, None)));
        pieces.extend(starts.zip(ends).map(|((start, marker), end)| {
            let range = TextRange::new(start, end).shift(paragraph.start);
            Piece { range, marker, run_on }
        }));
    }
    pieces
}

/// Where behind the last number, at `from`, a text without line ends closes: 以上意见如无不妥，….
fn closing_at(text: &str, from: usize) -> Option<usize> {
    let ends = text[from..].match_indices('。').map(|(at, end)| from + at + end.len());
    let closes = |rest: &str| {
        let named = ["以上", "上述"].iter().find_map(|word| rest.strip_prefix(word));
        named.is_some_and(|rest| ["意见", "请示", "报告", "各项", "规定"].iter().any(|kind| rest.starts_with(kind)))
    };
    ends.filter(|&end| end < text.len()).find(|&end| closes(&text[end..]) || weighs_whole(&text[end..]))
}

/// 试点工作是一项系统工程，…; 组建两个公司是深化改革的重大举措。…: behind what was ordered, how much
/// all of it matters.
fn weighs_whole(text: &str) -> bool {
    const SUBJECT_CHARS: usize = 30;
    const WORTHS: [&str; 5] = ["工程", "举措", "工作", "任务", "大事"];
    let clause = text.split(['，', '。', '；', '：']).next().unwrap_or_default();
    let Some((subject, worth)) = clause.split_once('是') else { return false };
    let whole =
        !subject.is_empty() && subject.chars().nth(SUBJECT_CHARS).is_none() && !subject.starts_with(['这', '该', '其']);
    whole && WORTHS.iter().any(|noun| worth.ends_with(noun))
}

/// The numbers of items within a paragraph that opens with `marker`.
fn inner_markers<'t>(
    text: &'t str,
    mut marker: Option<Marker<'t>>,
    expected: &mut Expected,
) -> Vec<(usize, Marker<'t>)> {
    let paragraph = RunOn::of(text);
    let mut found = Vec::new();
    let mut start = 0;
    for at in inner_marker_places(text) {
        let Some(next) = marker_at(&text[at..]) else { continue };
        let heading = marker.is_some_and(|m| start + m.len <= at && is_bare_heading(&text[start + m.len..at]));
        let chapter =
            heading && marker.is_some_and(|m| matches!(m.style, Style::Part | Style::Chapter | Style::Section));
        // 第九章 附则 第四十六条 …: the article stands on the line of its chapter.
        if chapter && expected.opens_chapter(&next) || expected.takes(&next, &paragraph, at, heading) {
            expected.note(Some(next));
            (start, marker) = (at, Some(next));
            found.push((at, next));
        }
    }
    found
}

/// What became of the line ends of a paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    Kept,
    /// It holds two numbers of a sequence: they are lost, if the numbers open
    /// sentences.
    Doubtful,
    /// It is too long for one paragraph.
    Lost,
}

/// A paragraph that may hold several items.
struct RunOn<'t> {
    text: &'t str,
    lines: Lines,
    seconds: Option<Seconds>,
}

impl<'t> RunOn<'t> {
    fn of(text: &'t str) -> Self {
        let lines = Lines::of(text);
        Self { text, lines, seconds: (lines != Lines::Kept).then(|| Seconds::of(text)) }
    }
}

impl Lines {
    fn of(text: &str) -> Self {
        if text.len() > RUN_ON_PARAGRAPH_BYTES {
            return Self::Lost;
        }
        let sequence = |one: &str, two: &str| text.find(one).is_some_and(|at| text[at..].contains(two));
        let doubtful = sequence("一、", "二、") || sequence("（一）", "（二）") || sequence("第一条", "第二条");
        if doubtful { Self::Doubtful } else { Self::Kept }
    }
}

/// 提高认识 in 一、提高认识1.压实责任: a heading that has lost its line end.
fn is_bare_heading(text: &str) -> bool {
    let mut chars = text.chars();
    let bare = chars.by_ref().take(HEADING_LINE_CHARS).all(|c| !matches!(c, '。' | '；' | '：' | '！' | '？' | '（'));
    bare && chars.next().is_none() && text.chars().next_back().is_some_and(|c| !c.is_ascii_digit())
}

/// 2治理重大灾害 above 2.1瓦斯治理: a chapter of decimal numbers has no mark.
fn decimal_chapter<'t>(text: &'t str, next: &str) -> Option<Marker<'t>> {
    let (ordinal, len) = leading_number(text)?;
    let label = &text[..len];
    let below = marker_at(next).filter(|m| m.style == Style::Decimal)?;
    let first = below.label.split('.').next()? == label && below.label.split('.').nth(1)? == "1";
    let heading = text.chars().count() <= HEADING_LINE_CHARS && !text.ends_with('。');
    (first && heading).then_some(Marker { style: Style::Decimal, ordinal, label, len })
}

/// “一、二级重大危险源” opens with a list of ranks, not with a number.
fn is_rank(rest: &str) -> bool {
    let mut chars = rest.chars();
    let first = chars.next().is_some_and(|c| "二三四五六七八九十".contains(c));
    first && chars.next().is_some_and(|c| "级类期线层季月、".contains(c))
}

/// 第五条第（一）（二）项条件, 第三条（二）（三）: the numbers of items elsewhere. Only the words
/// right before are looked at, so that a row of numbers is read in linear time.
fn is_reference(before: &str, after: &str) -> bool {
    const NUMBERS: usize = 16;
    let mut named = last_chars(before, REFERENCE_CHARS);
    let whole = named.len();
    for _ in 0..NUMBERS {
        if !named.ends_with('）') {
            break;
        }
        let Some(open) = named.rfind('（') else { break };
        if marker_at(&named[open..]).is_none_or(|marker| marker.len != named.len() - open) {
            break;
        }
        named = &named[..open];
    }
    let article =
        || named.rfind('第').is_some_and(|at| marker_at(&named[at..]).is_some_and(|m| m.style == Style::Article));
    let beside = || named.len() < whole || after.starts_with('（') && marker_at(after).is_some();
    after.starts_with(['项', '款']) || named.ends_with('第') || named.ends_with('条') && beside() && article()
}

/// How far before a number the article may stand that it is of.
const REFERENCE_CHARS: usize = 60;

/// The last characters of `text`, at most so many.
fn last_chars(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// Whether the number is the end of a word: 统一、规范.
fn ends_word(before: &str, marker: &Marker) -> bool {
    let Some((start, c)) = before.char_indices().next_back().filter(|_| marker.style == Style::Chinese) else {
        return false;
    };
    let word = [&before[start..], marker.label].concat();
    ('一'..='龥').contains(&c) && words_at(&word).any(|found| found.len == word.len())
}

/// Bytes of `text`, after the first, where a number may stand.
fn inner_marker_places(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut previous = '\0';
    text.char_indices().filter_map(move |(i, c)| {
        let before = std::mem::replace(&mut previous, c);
        let opens = matches!(c, '（' | '①'..='⒛' | '㈠'..='㈩' | '第')
            || c.is_ascii_digit() && !before.is_ascii_digit() && before != '.'
            || is_ordinal(c) && !is_ordinal(before) && before != '第';
        (i > 0 && opens).then_some(i)
    })
}

/// What a number in Chinese digits is written with.
fn is_ordinal(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Which number is due next in each style, so that a number within a paragraph
/// counts only where it goes on with a sequence or opens one.
#[derive(Default)]
struct Expected {
    last: Vec<(Style, u32)>,
    /// The last numbers below an item that is closed: they may run on through
    /// its siblings (一、1.2.3.二、4.).
    closed: Vec<(Style, u32)>,
}

impl Expected {
    fn note(&mut self, marker: Option<Marker>) {
        let Some(marker) = marker else { return };
        match self.last.iter().position(|(style, _)| *style == marker.style) {
            Some(known) => {
                for below in self.last.drain(known + 1..) {
                    self.closed.retain(|(style, _)| *style != below.0);
                    self.closed.push(below);
                }
                self.last[known].1 = marker.ordinal;
            }
            None => self.last.push((marker.style, marker.ordinal)),
        }
    }

    /// Whether an article goes on with the numbers of the chapters before, or is the first.
    fn opens_chapter(&self, marker: &Marker) -> bool {
        let last = self.last.iter().chain(&self.closed).find(|(style, _)| *style == Style::Article);
        marker.style == Style::Article && last.map_or(0, |(_, n)| *n) + 1 == marker.ordinal
    }

    /// Whether `marker`, found at `at` within the paragraph, is the number of an
    /// item. `heading` says whether just a heading stands before it.
    fn takes(&self, marker: &Marker, paragraph: &RunOn, at: usize, heading: bool) -> bool {
        let text = paragraph.text;
        let (before, after) = (&text[..at], &text[at + marker.len..]);
        if is_rank(after) || after.is_empty() || ends_word(before, marker) || is_reference(before, after) {
            return false;
        }
        let mut known = self.last.iter().chain(&self.closed);
        let known = known.find(|(style, _)| *style == marker.style).map(|(_, n)| *n);
        let continues = known.is_some_and(|n| n + 1 == marker.ordinal);
        let ended = before.ends_with(['。', '！', '？']) || before.ends_with("。）") || before.ends_with("负责）");
        let outer = matches!(marker.style, Style::Chinese | Style::ChineseBracketed | Style::Chapter | Style::Article);
        let Some(seconds) = &paragraph.seconds else {
            return outer && ended && continues;
        };
        let opens = marker.ordinal == 1 && seconds.behind(marker.style, at);
        let separated = ended || before.ends_with(['）', '”']);
        if paragraph.lines == Lines::Doubtful && !(ended || heading || before.ends_with('：')) {
            return false;
        }
        match marker.style {
            Style::Chinese | Style::ChineseBracketed | Style::Chapter => continues || opens,
            _ => (separated || heading) && (continues || opens) || continues && is_dotted(marker, text, at),
        }
    }
}

/// Whether a dot and a word stand behind the number: nothing but an item is
/// written 2.压实责任, whatever stands before it.
fn is_dotted(marker: &Marker, text: &str, at: usize) -> bool {
    let dot = text[at..at + marker.len].ends_with(['.', '．']);
    dot && text[at + marker.len..].starts_with(|c: char| ('一'..='龥').contains(&c))
}

/// Where in a paragraph the second number of each style stands last, so that a
/// first one is known to open a sequence. Read once per paragraph.
struct Seconds {
    places: [(Style, Option<usize>); 7],
}

impl Seconds {
    fn of(text: &str) -> Self {
        let last = |word: &str| text.rfind(word);
        Self {
            places: [
                (Style::Chinese, last("二、")),
                (Style::ChineseBracketed, last("（二）")),
                (Style::Chapter, last("第二章")),
                (Style::Article, last("第二条")),
                (Style::Arabic, last("2.")),
                (Style::ArabicBracketed, last("（2）")),
                (Style::Circled, last("②")),
            ],
        }
    }

    fn behind(&self, style: Style, at: usize) -> bool {
        self.places.iter().any(|(s, place)| *s == style && place.is_some_and(|p| p > at))
    }
}
