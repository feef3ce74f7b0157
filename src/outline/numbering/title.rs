//! The heading phrase of an item: what stands behind its number, closed by a
//! mark or the end of a line, if that is a phrase and no sentence.

use super::Item;
use super::run_in::{RunIn, run_in};
use crate::lexicon::class::Classes;
use crate::lexicon::closers::Closers;
use crate::lexicon::lexemes::verb_at;
use crate::lexicon::list::{HEADING, WordList};
use crate::lexicon::marker::Style;
use crate::lexicon::modal::find_modal;
use crate::lexicon::openers::Openers;
use crate::lexicon::words::WordClass;
use crate::mention::unit::{level_of, tail_of};
use crate::source::{Source, TokenKind};
use crate::span::TextRange;
use std::sync::LazyLock;

/// A heading phrase within an item's text is at most this long.
const TITLE_CHARS: usize = 34;
/// A heading line (nothing behind it) is at most this long.
const HEADING_LINE_CHARS: usize = 50;
/// An order as a heading (务必高度重视) is at most this long.
const ORDER_CHARS: usize = 14;

/// The heading phrase behind a number of `skip` bytes, and whether nothing
/// else stands in the paragraph.
pub(crate) fn title_of(source: &Source, paragraph: TextRange, skip: usize) -> (TextRange, bool) {
    let opening = Opening::of(source, TextRange::new(paragraph.start + skip, paragraph.end));
    match opening.heading(source) {
        Some(title) => (title, opening.is_alone() && title == opening.phrase),
        None => (TextRange::new(opening.phrase.start, opening.phrase.start), false),
    }
}

/// 实施主体 of 第三条（实施主体） and 第三条【实施主体】: what an article is about, in brackets behind its
/// number.
pub(super) fn noted_title(source: &Source, paragraph: TextRange, skip: usize) -> Option<(TextRange, bool)> {
    let start = paragraph.start + skip;
    let text = source.slice(TextRange::new(start, paragraph.end));
    let noted = |open: char, close: char| text.strip_prefix(open)?.split_once(close);
    let (words, behind) = noted('（', '）').or_else(|| noted('【', '】'))?;
    let open = start + "（".len();
    let title = TextRange::new(open, open + words.len());
    let names = (2..=TITLE_CHARS).contains(&words.chars().count()) && !words.contains(['，', '。', '（']);
    names.then_some((title, behind.is_empty()))
}

/// The first phrase behind a number.
#[derive(Clone, Copy)]
struct Opening<'t> {
    phrase: TextRange,
    words: &'t str,
    /// The words behind it, with the mark that closes it.
    behind: &'t str,
}

impl<'t> Opening<'t> {
    fn of(source: &'t Source, text: TextRange) -> Self {
        let all = source.slice(text);
        let end = all.find(['。', '：', '；', '！', '？']).unwrap_or(all.len());
        // A bracket that is still open holds a label: 优化审批（责任单位：….
        let open = all[..end].rfind('（').filter(|open| *open > 0 && !all[*open..end].contains('）'));
        let labelled = open.filter(|_| all[end..].starts_with('：') && all.ends_with('）'));
        let end = labelled.unwrap_or(end);
        let (words, behind) = all.split_at(end);
        Self { phrase: TextRange::new(text.start, text.start + end), words, behind }
    }

    /// Whether nothing but a mark stands behind it.
    fn is_alone(&self) -> bool {
        self.behind.chars().nth(1).is_none()
    }

    /// Whether it may as well be a sentence: it is all that the item says before
    /// its bracket, or long, or has a comma.
    fn is_weak(&self) -> bool {
        const SURE_CHARS: usize = 20;
        self.is_alone()
            || self.behind.chars().nth(1) == Some('（')
            || self.words.contains('，')
            || !fits(self.words, SURE_CHARS)
    }

    /// 对文娱活动给予奖励。…: a sentence without subject or modal, with more behind it.
    fn leads(&self, source: &Source) -> bool {
        let order = ["对", "将"].iter().any(|word| self.words.starts_with(word));
        order
            && self.behind.starts_with('。')
            && !self.is_alone()
            && fits(self.words, TITLE_CHARS)
            && find_modal(self.words).is_none()
            && !acts(source, self.phrase)
    }

    fn heading(&self, source: &Source) -> Option<TextRange> {
        if !self.behind.is_empty() || is_sentence(self.words) {
            let spaced = spaced_heading(source, self.phrase.start, self.words);
            let len = spaced.or_else(|| run_in(source, self.phrase, RunIn::Named));
            if let Some(len) = len {
                return Some(TextRange::new(self.phrase.start, self.phrase.start + len));
            }
        }
        let phrase = !self.words.is_empty() && self.is_phrase() && !acts(source, self.phrase);
        phrase.then_some(self.phrase)
    }

    fn is_phrase(&self) -> bool {
        if self.behind.is_empty() {
            return fits(self.words, HEADING_LINE_CHARS) && !is_sentence(self.words);
        }
        if self.behind.starts_with('：') && self.is_list_of_units() {
            return true;
        }
        // 符合下列条件之一，可申请迁入：…; 主要任务是：…: words that lead in to what follows.
        let leads_in = self.words.ends_with('是') || ["下列", "以下"].iter().any(|word| self.words.contains(word));
        if self.behind.starts_with('：') && leads_in {
            return false;
        }
        let whole = self.is_alone() || self.behind.chars().nth(1) == Some('（');
        fits(self.words, TITLE_CHARS)
            && !self.behind.starts_with('；')
            && !(is_sentence(self.words) && (whole || !orders(self.words)))
            && !(whole && orders_something(self.words))
    }

    /// 县水利局、县林业局（统称“两局”）：…
    fn is_list_of_units(&self) -> bool {
        let list = self.words.split_once('（').map_or(self.words, |(names, _)| names);
        list.contains('、') && list.split('、').all(|name| fits(name, TITLE_CHARS) && tail_of(name).is_some())
    }
}

/// Looks at the items again as wholes: a line above others is a heading however
/// it is worded, and of one-sentence items the siblings decide.
pub(super) fn settle(source: &Source, items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.style.is_some()) {
        settle_heading_line(source, item);
    }
    run_in_headings(source, items);
    vote(source, items);
}

fn opening<'s>(source: &'s Source, item: &Item) -> Option<Opening<'s>> {
    let first = item.paragraphs.first().filter(|_| item.style.is_some())?;
    Some(Opening::of(source, TextRange::new(item.title.start, first.end)))
}

/// 对存在下列问题的单位要进行整改。above its list: a heading line.
fn settle_heading_line(source: &Source, item: &mut Item) {
    let Some(opening) = opening(source, item).filter(|o| item.title.is_empty() && o.is_alone()) else { return };
    let listed = opening.words.contains("下列") || opening.words.contains("以下");
    let lead_in = opening.behind.starts_with(['：', '；']) || find_modal(opening.words).is_some() && !listed;
    let above = item.has_children && !lead_in && item.paragraphs.len() == 1 && item.style != Some(Style::Article);
    let line = opening.behind.is_empty() && item.paragraphs.len() > 1 && !says(opening.words);
    if (above && fits(opening.words, TITLE_CHARS) || line && fits(opening.words, HEADING_LINE_CHARS))
        && !opening.words.is_empty()
    {
        (item.title, item.heading_only) = (opening.phrase, true);
    }
}

/// Headings run into their text, where line ends are lost: siblings agree.
fn run_in_headings(source: &Source, items: &mut [Item]) {
    let mut agreeing = Votes::new(items.len());
    for item in items.iter().filter(|item| item.run_on) {
        let cut = opening(source, item).and_then(|o| run_in(source, o.phrase, RunIn::Likely));
        agreeing.count(item.parent, !item.title.is_empty() || cut.is_some());
    }
    for item in items.iter_mut().filter(|item| item.run_on && item.title.is_empty()) {
        let Some(opening) = opening(source, item) else { continue };
        let grade = if agreeing.most(item.parent) { RunIn::Likely } else { RunIn::Sure };
        if let Some(len) = run_in(source, opening.phrase, grade) {
            item.title = TextRange::new(opening.phrase.start, opening.phrase.start + len);
        }
    }
}

/// An item that is nothing but one sentence has a title if its siblings do.
fn vote(source: &Source, items: &mut [Item]) {
    let mut titled = Votes::new(items.len());
    // The articles of all chapters vote as one, unless a chapter is of one mind.
    let mut articles = Votes::new(0);
    for item in items.iter().filter(|item| item.style.is_some()) {
        titled.count(item.parent, !item.title.is_empty());
        if item.style == Some(Style::Article) {
            articles.count(None, !item.title.is_empty());
        }
    }
    for item in items.iter_mut() {
        let Some(opening) = opening(source, item).filter(|o| !o.words.is_empty()) else { continue };
        // 第六条 缴费标准如下：, above a list.
        let leads_in = ["如下", "包括"].iter().any(|end| opening.words.ends_with(end))
            || !is_bare(opening.words)
            || opening.words.contains(|c: char| c.is_ascii_digit());
        if item.has_children && !(item.style == Some(Style::Article) && leads_in) {
            continue;
        }
        let heads_lines = opening.behind.is_empty() && item.paragraphs.len() > 1;
        let own = !item.title.is_empty();
        // Articles have headings all or none: 第三条 实验室实行主任负责制。
        let article = item.style == Some(Style::Article);
        let of_one_mind = !article || titled.all(item.parent) || articles.most_others(None, own);
        let most = of_one_mind && titled.most_others(item.parent, own);
        if own && !most && !heads_lines && (article || item.title == opening.phrase && opening.is_weak()) {
            (item.title.end, item.heading_only) = (item.title.start, false);
        } else if !own && most && opening.is_alone() && opening.behind != "；" && is_bare(opening.words) {
            (item.title, item.heading_only) = (opening.phrase, true);
        } else if !own && titled.all_others(item.parent) && opening.leads(source) {
            item.title = opening.phrase;
        }
    }
}

/// A short phrase without a time, a clause or an agent.
fn is_bare(words: &str) -> bool {
    const BARE_CHARS: usize = 20;
    // 贷款额度上限提高10万元: what is said of a sum.
    let sum = words.ends_with('元');
    fits(words, BARE_CHARS) && !sum && !is_sentence(words) && !is_dated(words) && !words.contains(['，', '由', '自'])
}

/// Votes of the items below each parent.
struct Votes(Vec<(usize, usize)>);

impl Votes {
    fn new(items: usize) -> Self {
        Self(vec![(0, 0); items + 1])
    }

    fn of(&mut self, parent: Option<usize>) -> &mut (usize, usize) {
        &mut self.0[parent.map_or(0, |parent| parent + 1)]
    }

    fn count(&mut self, parent: Option<usize>, yes: bool) {
        let (all, agreed) = self.of(parent);
        *all += 1;
        *agreed += usize::from(yes);
    }

    fn most(&mut self, parent: Option<usize>) -> bool {
        let (all, agreed) = *self.of(parent);
        all > 1 && agreed * 2 > all
    }

    /// Whether there are several, and all agree.
    fn all(&mut self, parent: Option<usize>) -> bool {
        let (all, agreed) = *self.of(parent);
        all > 1 && agreed == all
    }

    /// Whether there are several others, and nearly all of them agree.
    fn all_others(&mut self, parent: Option<usize>) -> bool {
        let (all, agreed) = *self.of(parent);
        all > 3 && agreed * 3 >= (all - 1) * 2
    }

    /// Whether most of the others agree; of two, one that says yes stands.
    fn most_others(&mut self, parent: Option<usize>, own: bool) -> bool {
        let (all, agreed) = *self.of(parent);
        let (others, agreed) = (all - 1, agreed - usize::from(own));
        if own { agreed * 2 >= others } else { others > 0 && agreed * 2 > others }
    }
}

fn fits(words: &str, chars: usize) -> bool {
    words.chars().take(chars + 1).count() <= chars
}

/// Whether a phrase says who must do something, or to whom: a sentence of its
/// own, not a heading.
pub(super) fn is_sentence(phrase: &str) -> bool {
    says(phrase) || ["对", "将", "请", "凡"].iter().any(|word| phrase.starts_with(word))
}

fn says(phrase: &str) -> bool {
    find_modal(phrase).is_some()
        || phrase.ends_with('）') && phrase.contains("负责")
        || says_what_is(phrase)
        || says_how(phrase)
        || carries_out(phrase)
        || phrase.matches('，').count() > 2
        || phrase.contains('，') && phrase.contains(|c: char| c.is_ascii_digit())
}

/// 市科委委托机构评估: a unit with a level, and a verb behind it with more to say.
fn acts(source: &Source, phrase: TextRange) -> bool {
    const NAME_TOKENS: usize = 8;
    let words = source.slice(phrase);
    let tokens = &source.tokens()[source.tokens_in(phrase)];
    level_of(words).is_some()
        && tokens.windows(2).skip(1).take(NAME_TOKENS).any(|pair| {
            let verb = &pair[0];
            let name = &words[..verb.range().start - phrase.start];
            let says = verb.kind == TokenKind::Word(WordClass::Verb) || verb.classes.has(Classes::VERB);
            says && verb.is_verb() && pair[1].is_word() && tail_of(name).is_some()
        })
}

/// 务必高度重视: an order without a subject may head what follows it.
fn orders(phrase: &str) -> bool {
    find_modal(phrase).is_some_and(|(at, _)| at == 0) && fits(phrase, ORDER_CHARS) && !phrase.contains('，')
}

/// 县公积金中心进行资格审核, 副县长按分工负责处理日常工作: who does what, in a verb that no
/// heading has behind a subject.
fn carries_out(phrase: &str) -> bool {
    let behind = |word: &str| phrase.split_once(word).filter(|(name, deed)| !name.is_empty() && !deed.is_empty());
    let acts = behind("进行").is_some_and(|(name, _)| name.chars().count() > 2 && tail_of(name).is_some());
    acts || behind("负责").is_some_and(|(_, deed)| verb_at(deed).is_some_and(|verb| verb.len() < deed.len()))
}

/// 补助按照先建后补的办法发放: what is said of something, with the manner between.
fn says_how(phrase: &str) -> bool {
    static MANNERS: LazyLock<Openers> = LazyLock::new(|| Openers::new(["按照", "参照", "依照", "由", "以", "自"]));
    static DEEDS: LazyLock<Closers> = LazyLock::new(|| {
        Closers::new([
            "办理", "办法发放", "方式", "负责", "发放", "执行", "为准", "担任", "而定", "解释", "起施行", "起实施",
            "起执行", "协商", "组成", "召集", "主持", "召集和主持",
        ])
    });
    DEEDS.at(phrase).any(|deed| {
        let places = phrase.char_indices().skip(1).map(|(at, _)| at);
        let mut before = places.take_while(|at| at + deed.len() <= phrase.len());
        before.any(|at| MANNERS.at(&phrase[at..]).next().is_some())
    })
}

/// 白石河段2处污水直排: a number of things.
fn counts_something(phrase: &str) -> bool {
    static COUNTED: WordList = WordList::of(HEADING, "counted");
    phrase.char_indices().any(|(at, c)| {
        let rest = phrase[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        c.is_ascii_digit() && COUNTED.opens(rest)
    })
}

/// 总体要求 in “一、总体要求 坚持以…”: a heading set off by a space alone, which
/// has no sign of its own. Letters spaced out and spaces around numbers are none.
fn spaced_heading(source: &Source, start: usize, phrase: &str) -> Option<usize> {
    const SPACED_CHARS: std::ops::Range<usize> = 4..21;
    let chars: Vec<(usize, char)> = phrase.char_indices().take(SPACED_CHARS.end + 1).collect();
    let wide = |c: char| ('一'..='龥').contains(&c) || matches!(c, '“' | '”' | '、' | '（' | '）');
    let end = chars.last().map_or(start, |(at, _)| start + at + 1);
    let space = source.spaces(TextRange::new(start, end)).find(|at| *at > start)?;
    let gap = chars.iter().position(|(at, _)| start + at == space)?;
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
    phrase.contains('，') || counts_something(phrase) || !fits(phrase, 24) || is_dated(phrase)
}

fn is_dated(phrase: &str) -> bool {
    phrase.contains('前') && phrase.contains(|c: char| c.is_ascii_digit())
}
