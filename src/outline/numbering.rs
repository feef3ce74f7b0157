//! The numbered items of a text. Numbers, not lines, make the structure: a
//! paste may have lost its line breaks, skip levels, or number through its
//! chapters.

use crate::lexicon::marker::{Marker, Style, marker_at};
use crate::lexicon::modal::find_modal;
use crate::lexicon::numeral::leading_number;
use crate::source::Source;
use crate::span::TextRange;

/// A heading phrase within an item's text is at most this long.
const TITLE_CHARS: usize = 34;
/// A heading line (nothing behind it) is at most this long.
const HEADING_LINE_CHARS: usize = 50;
/// A text with fewer and longer paragraphs than this has lost its line breaks.
const RUN_ON_PARAGRAPH_BYTES: usize = 900;

/// One numbered item, or the text in front of the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number; `None` for the text in front of the first item.
    pub style: Option<Style>,
    /// Its ordinal; 0 without a number.
    pub ordinal: u32,
    /// The numbers above it and its own.
    pub path: Vec<String>,
    /// The item it stands in.
    pub parent: Option<usize>,
    /// Whether other items stand in it.
    pub has_children: bool,
    /// Its heading phrase, without number and closing mark; empty if none.
    pub title: TextRange,
    /// Whether its first paragraph is its heading and nothing else.
    pub heading_only: bool,
    /// Its own paragraphs, up to its first child; the first opens with the number.
    pub paragraphs: Vec<TextRange>,
}

/// Reads the items of `paragraphs` (in the order of the text).
pub fn items(source: &Source, paragraphs: &[TextRange]) -> Vec<Item> {
    let mut builder = Builder { source, items: vec![Item::opening()], open: Vec::new() };
    for piece in pieces(source, paragraphs) {
        builder.add(piece);
    }
    builder.items
}

impl Item {
    fn opening() -> Self {
        Self {
            style: None,
            ordinal: 0,
            path: Vec::new(),
            parent: None,
            has_children: false,
            title: TextRange::default(),
            heading_only: false,
            paragraphs: Vec::new(),
        }
    }
}

/// A paragraph, or the part of one that a number opens.
#[derive(Clone, Copy)]
struct Piece<'t> {
    range: TextRange,
    marker: Option<Marker<'t>>,
}

struct Builder<'s, 't> {
    source: &'s Source<'t>,
    items: Vec<Item>,
    /// The item being read and those above it, outermost first.
    open: Vec<usize>,
}

impl Builder<'_, '_> {
    fn add(&mut self, piece: Piece) {
        let Some(marker) = piece.marker else {
            let current = self.open.last().copied().unwrap_or(0);
            self.items[current].paragraphs.push(piece.range);
            return;
        };
        self.close_down_to(&marker);
        let parent = self.open.last().copied();
        let mut path = parent.map_or_else(Vec::new, |p| self.items[p].path.clone());
        path.push(marker.label.to_owned());
        if let Some(parent) = parent {
            self.items[parent].has_children = true;
        }
        let (title, heading_only) = title_of(self.source, piece.range, marker.len);
        self.open.push(self.items.len());
        self.items.push(Item {
            style: Some(marker.style),
            ordinal: marker.ordinal,
            path,
            parent,
            has_children: false,
            title,
            heading_only,
            paragraphs: vec![piece.range],
        });
    }

    /// Leaves the items that a new number of this style does not stand in.
    fn close_down_to(&mut self, marker: &Marker) {
        let depth = |label: &str| label.matches('.').count();
        let sibling = self.open.iter().position(|&i| {
            let item = &self.items[i];
            item.style == Some(marker.style)
                && (marker.style != Style::Decimal
                    || item.path.last().is_some_and(|own| depth(own) >= depth(marker.label)))
        });
        if let Some(sibling) = sibling {
            self.open.truncate(sibling);
        }
    }
}

/// Cuts paragraphs at the numbers within them.
fn pieces<'s>(source: &'s Source, paragraphs: &[TextRange]) -> Vec<Piece<'s>> {
    let mut pieces = Vec::with_capacity(paragraphs.len());
    let mut expected = Expected::default();
    for (nth, &paragraph) in paragraphs.iter().enumerate() {
        let text = source.slice(paragraph);
        let next = paragraphs.get(nth + 1).map_or("", |p| source.slice(*p));
        let seconds = (text.len() > RUN_ON_PARAGRAPH_BYTES).then(|| Seconds::of(text));
        let mut start = 0;
        let mut marker = marker_at(text).filter(|m| !is_rank(&text[m.len..])).or_else(|| decimal_chapter(text, next));
        expected.note(marker);
        for at in inner_marker_places(text) {
            let Some(next) = marker_at(&text[at..]) else { continue };
            let heading = marker.is_some_and(|m| start + m.len <= at && is_bare_heading(&text[start + m.len..at]));
            if at <= start || !expected.takes(&next, text, at, seconds.as_ref(), heading) {
                continue;
            }
            pieces.push(Piece { range: TextRange::new(paragraph.start + start, paragraph.start + at), marker });
            expected.note(Some(next));
            (start, marker) = (at, Some(next));
        }
        pieces.push(Piece { range: TextRange::new(paragraph.start + start, paragraph.end), marker });
    }
    pieces
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

    /// Whether `marker`, found at `at` within the paragraph `text`, is the
    /// number of an item. `seconds` is given where the text may have lost its
    /// line breaks; `heading` says whether just a heading stands before it.
    fn takes(&self, marker: &Marker, text: &str, at: usize, seconds: Option<&Seconds>, heading: bool) -> bool {
        let (before, after) = (&text[..at], &text[at + marker.len..]);
        if is_rank(after) || after.is_empty() {
            return false;
        }
        let mut known = self.last.iter().chain(&self.closed);
        let known = known.find(|(style, _)| *style == marker.style).map(|(_, n)| *n);
        let continues = known.is_some_and(|n| n + 1 == marker.ordinal);
        let ended = before.ends_with(['。', '！', '？']) || before.ends_with("。）") || before.ends_with("负责）");
        let outer = matches!(marker.style, Style::Chinese | Style::ChineseBracketed | Style::Chapter | Style::Article);
        let Some(seconds) = seconds else {
            return outer && ended && continues;
        };
        let opens = marker.ordinal == 1 && seconds.behind(marker.style, at);
        let separated = ended || before.ends_with(['）', '”']);
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

/// The heading phrase behind a number of `skip` bytes, and whether nothing
/// else stands in the paragraph.
pub(crate) fn title_of(source: &Source, paragraph: TextRange, skip: usize) -> (TextRange, bool) {
    let text = &source.slice(paragraph)[skip..];
    let start = paragraph.start + skip;
    let end = text.find(['。', '：', '；', '！', '？']).unwrap_or(text.len());
    let title = TextRange::new(start, start + end);
    let phrase = &text[..end];
    let rest: String = text[end..].chars().skip(1).take(1).collect();
    let none = (TextRange::new(start, start), false);
    if end < text.len() || is_sentence(phrase) {
        let heading = spaced_heading(source, start, phrase).or_else(|| run_on_heading(phrase));
        if let Some(len) = heading {
            return (TextRange::new(start, start + len), false);
        }
    }
    if end == text.len() {
        let heading = !phrase.is_empty() && phrase.chars().count() <= HEADING_LINE_CHARS && !is_sentence(phrase);
        return if heading { (title, true) } else { none };
    }
    let closed_by_semicolon = text[end..].starts_with('；');
    let short = phrase.chars().count() <= TITLE_CHARS;
    let alone = rest.is_empty();
    let only_bracket = rest == "（";
    if phrase.is_empty()
        || closed_by_semicolon
        || !short
        || is_sentence(phrase)
        || ((alone || only_bracket) && orders_something(phrase))
    {
        return none;
    }
    (title, alone)
}

/// Whether a phrase says who must do something, or to whom: a sentence of its
/// own, not a heading.
fn is_sentence(phrase: &str) -> bool {
    find_modal(phrase).is_some()
        || phrase.ends_with('）') && phrase.contains("负责")
        || says_what_is(phrase)
        || ["对", "将", "请", "凡"].iter().any(|word| phrase.starts_with(word))
        || phrase.matches('，').count() > 2
}

/// 白石河段2处污水直排: a number of things.
fn counts_something(phrase: &str) -> bool {
    const COUNTED: &[&str] = &[
        "处", "个", "项", "亩", "名", "人", "家", "户", "座", "公里", "米", "平方", "立方", "万元", "元", "吨", "件",
        "起",
    ];
    phrase.char_indices().any(|(at, c)| {
        let rest = phrase[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        c.is_ascii_digit() && COUNTED.iter().any(|unit| rest.starts_with(unit))
    })
}

/// 工作目标 in “一、工作目标通过专项整治，…”: a heading that every plan has, run
/// into its text.
fn run_on_heading(phrase: &str) -> Option<usize> {
    const HEADINGS: &[&str] = &[
        "总体要求", "总体目标", "总体思路", "工作目标", "工作要求", "工作任务", "工作步骤", "工作措施", "工作安排",
        "工作重点", "指导思想", "基本原则", "主要任务", "主要目标", "主要措施", "重点任务", "重点工作", "实施步骤",
        "实施范围", "时间安排", "保障措施", "组织领导", "组织保障", "组织实施", "有关要求", "整治目标", "整治范围",
        "整治重点", "任务分工", "目标任务",
    ];
    const OPENERS: &[&str] = &[
        "通过", "以", "坚持", "到", "各", "全面", "按照", "为", "根据", "结合", "从", "自", "深入", "认真", "成立",
        "聚焦", "围绕", "紧盯", "用", "利用", "切实", "严格", "加强", "落实", "要",
    ];
    let heading = HEADINGS.iter().find(|heading| phrase.starts_with(**heading))?;
    let rest = &phrase[heading.len()..];
    let opens = OPENERS.iter().any(|opener| rest.starts_with(opener));
    (opens && rest.chars().count() > 6).then_some(heading.len())
}

/// 总体要求 in “一、总体要求 坚持以…”: a heading set off by a space alone, which
/// has no sign of its own. Letters spaced out and spaces around numbers are none.
fn spaced_heading(source: &Source, start: usize, phrase: &str) -> Option<usize> {
    const SPACED_CHARS: std::ops::Range<usize> = 4..21;
    let chars: Vec<(usize, char)> = phrase.char_indices().take(SPACED_CHARS.end + 1).collect();
    let wide = |c: char| ('一'..='龥').contains(&c) || matches!(c, '“' | '”' | '、' | '（' | '）');
    let gap = (1..chars.len()).find(|&n| source.space_before(start + chars[n].0))?;
    let heading = &phrase[..chars[gap].0];
    let sound = SPACED_CHARS.contains(&gap)
        && chars[..=gap].iter().all(|(_, c)| wide(*c))
        && !is_sentence(heading)
        && phrase.len() - heading.len() > "一，".len() * 2;
    sound.then_some(heading.len())
}

/// 各学院主要负责人是第一责任人: 是 as a verb, not in 实事求是 or 特别是.
fn says_what_is(phrase: &str) -> bool {
    phrase.match_indices('是').any(|(at, word)| {
        let (before, after) = (&phrase[..at], &phrase[at + word.len()..]);
        before.chars().count() > 1
            && !before.ends_with(['求', '别', '其', '国', '就', '若', '于'])
            && after.chars().count() > 1
    })
}

/// Whether a phrase that is a whole item orders or tells something by itself.
fn orders_something(phrase: &str) -> bool {
    phrase.contains('，')
        || counts_something(phrase)
        || phrase.chars().count() > 24
        || phrase.contains('前') && phrase.contains(|c: char| c.is_ascii_digit())
}
