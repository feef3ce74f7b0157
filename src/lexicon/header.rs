//! Which lines are the header of a table: the names of its columns, side by side
//! or one below another.

use super::heading::ColumnKind::{self, Chapter, Content, Number, Task};
use super::heading::{CLASS_HEADS, UNIT_WORDS, duty_of, heading_kind, without_brackets, without_year};
use super::letter::is_han;
use super::marker::marker_at;

/// A heading of no known kind has at most this many characters.
const PHRASE_CHARS: usize = 18;
/// A duty of no known form before 单位 has so many.
const DUTY_CHARS: std::ops::RangeInclusive<usize> = 2..=6;
/// The levels that the name of a class of units opens with: 县直单位.
const LEVELS: [char; 9] = ['省', '市', '州', '盟', '县', '区', '旗', '乡', '镇'];
/// A header is made of at least so many known headings, and of at most so many
/// in all.
const FEWEST_HEADINGS: usize = 3;
const MOST_HEADINGS: usize = 20;
/// So many of no known kind may be the last.
const LAST_UNKNOWN: usize = 3;
/// The first words of a broken heading on a line of their own are at most so many;
/// more are a title.
const PIECE_CHARS: usize = 4;
/// A word that is a heading and ends others (名称 of 项目名称) has so many.
const WORD_CHARS: usize = 2;
/// A header whose headings hold line ends takes at most so many lines.
const BROKEN_LINES: usize = 24;

/// Whether the cells of a row are headings. Tasks may be called like their
/// column (…项目, …问题); at least one heading tells of something else.
///
/// ```
/// use notice_analyzer::lexicon::header::is_header;
/// assert!(is_header(["序号", "任务", "经办单位"].into_iter()));
/// assert!(!is_header(["老旧小区改造项目", "历史遗留问题"].into_iter()));
/// ```
pub fn is_header<'w>(cells: impl Iterator<Item = &'w str>) -> bool {
    known_headings(cells).is_some()
}

/// How many headings of known kinds a header holds; `None` if the cells are none.
fn known_headings<'w>(cells: impl Iterator<Item = &'w str>) -> Option<usize> {
    let (mut known, mut unknown, mut odd, mut firm, mut numbered) = (0, 0, 0, false, false);
    for words in cells.filter(|words| !words.is_empty()) {
        match heading_kind(words) {
            Some(kind) => {
                known += 1;
                firm |= !matches!(kind, Task | Content | Chapter);
                numbered |= kind == Number;
            }
            None if names_acting_units(words) => {
                known += 1;
                firm = true;
            }
            None if may_head(words) => unknown += 1,
            None if is_phrase(words) => odd += 1,
            None => return None,
        }
    }
    // Beside 序号 and other headings, a phrase that is hardly one is (1—6月投资).
    let sound = odd == 0 || numbered && known >= FEWEST_HEADINGS;
    (firm && known >= 2 && sound && (known >= unknown + odd || numbered)).then_some(known)
}

/// Whether a phrase may be the heading of a column of no known kind.
fn may_head(words: &str) -> bool {
    is_phrase(words) && !words.contains('、') && !without_year(words).contains(|c: char| c.is_ascii_digit())
}

fn is_phrase(words: &str) -> bool {
    words.chars().take(PHRASE_CHARS + 1).count() <= PHRASE_CHARS
        && words.contains(is_han)
        && !words.contains(['，', '。', '；', '：', '《'])
        && marker_at(words).is_none()
}

/// Whether a phrase is the heading of units with a duty of no known form
/// (会审单位), and not the name of a class of them (县直单位).
fn names_acting_units(words: &str) -> bool {
    let core = without_brackets(words);
    let duty = UNIT_WORDS.before(&core).unwrap_or_default();
    DUTY_CHARS.contains(&duty.chars().count())
        && is_phrase(words)
        && !duty.starts_with(CLASS_HEADS)
        && !duty.starts_with(LEVELS)
}

/// How many of `lines`, each the cells of one, are a header that starts with the
/// first. A heading may hold line ends: its last words stand at the head of the
/// next line, and the lines together name more columns than fewer of them.
///
/// ```
/// use notice_analyzer::lexicon::header::header_lines;
/// let cells = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
/// let lines = ["序号|工作任务|牵头", "单位|完成", "时限", "1|排查隐患|县应急局|6月底前"];
/// assert_eq!(header_lines(lines.into_iter().map(cells)), Some(3));
/// ```
pub fn header_lines(lines: impl Iterator<Item = Vec<String>>) -> Option<usize> {
    let mut header: Vec<String> = Vec::new();
    let mut best: Option<(usize, usize, usize)> = None;
    let mut alone = false;
    for (at, cells) in lines.take(BROKEN_LINES).enumerate() {
        // Up to the number of the first row all is header, whatever its last headings say.
        if opens_row(&cells)
            && let Some(known) = whole_header(&header, alone)
            && best.is_none_or(|(most, width, _)| (known, header.len()) > (most, width))
        {
            return Some(at);
        }
        if at > 0 && !goes_on(&header, &cells) {
            break;
        }
        alone |= at == 0 && cells.len() == 1;
        if at == 0 && alone && cells[0].chars().nth(PIECE_CHARS).is_some() {
            break;
        }
        join(&mut header, cells);
        if let Some(known) = whole_header(&header, alone)
            && best.is_none_or(|(most, ..)| known > most)
        {
            best = Some((known, header.len(), at + 1));
        }
    }
    best.map(|(.., lines)| lines)
}

/// How many known headings a header holds; one that opens with words `alone` on
/// their line opens with a heading.
fn whole_header(header: &[String], alone: bool) -> Option<usize> {
    let opens = !alone || header.first().is_some_and(|first| heading_kind(first).is_some());
    if opens { known_headings(header.iter().map(String::as_str)) } else { None }
}

/// Puts the first of `cells` behind the last heading, and the others beside it.
fn join(header: &mut Vec<String>, cells: Vec<String>) {
    let mut cells = cells.into_iter();
    match header.last_mut() {
        Some(last) => last.extend(cells.next()),
        None => header.extend(cells.next()),
    }
    header.extend(cells);
}

/// Whether a line is the first row: its number, and more.
fn opens_row(cells: &[String]) -> bool {
    cells.len() > 1 && cells[0].parse() == Ok(1)
}

/// Whether a header may go on with the cells of the next line: phrases, the first
/// of which opens no heading of its own where the last one is whole, or is all
/// there is.
fn goes_on(header: &[String], cells: &[String]) -> bool {
    let (Some(last), Some(first)) = (header.last(), cells.first()) else { return false };
    let joins = first.chars().count() <= WORD_CHARS && heading_kind(&format!("{last}{first}")).is_some();
    let own = duty_of(first).is_some() || heading_kind(first).is_some() && !joins;
    let number = heading_kind(first) == Some(Number);
    let second = number || own && (header.len() == 1 || heading_kind(last).is_some());
    !last.is_empty() && !first.is_empty() && !second && header.iter().chain(cells).all(|words| is_piece(words))
}

/// A heading or a piece of one (单位, 资（万元）), or none.
fn is_piece(words: &str) -> bool {
    let is_number = !words.is_empty() && words.bytes().all(|b| b.is_ascii_digit());
    !is_number
        && words.chars().take(PHRASE_CHARS + 1).count() <= PHRASE_CHARS
        && !words.contains(['，', '。', '；', '：', '《'])
        && marker_at(words).is_none()
}

/// How a line can take part in a header that is pasted one heading per line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderLine {
    /// A known heading.
    Heading(ColumnKind),
    /// The number of the first row.
    First,
    /// A phrase that may be a heading of no known kind.
    Phrase,
    /// No heading.
    No,
}

/// How many of `lines` are a header that starts with the first: headings of
/// tasks and of units, with few unknown ones between them. In front of the
/// number of the first row, the last ones may be unknown, too.
pub fn header_len(lines: &[HeaderLine]) -> Option<usize> {
    // A heading right before 序号 that could name tasks is the title of the table.
    if lines.len() > 1 && [lines[0], lines[1]] == [HeaderLine::Heading(Task), HeaderLine::Heading(Number)] {
        return None;
    }
    let (mut len, mut known, mut units, mut tasks, mut number) = (0, 0, false, false, None);
    for (at, line) in lines.iter().take(MOST_HEADINGS).enumerate() {
        match line {
            HeaderLine::Heading(kind) => {
                known += 1;
                len = at + 1;
                units |= kind.names_units();
                tasks |= kind.says_tasks() || *kind == Number;
                number = number.or((*kind == Number).then_some(at));
            }
            HeaderLine::Phrase if at > 0 => {}
            _ => break,
        }
    }
    let rest = lines.get(len..)?;
    let phrases = rest.iter().take(LAST_UNKNOWN + 1).take_while(|line| **line == HeaderLine::Phrase).count();
    // The cells that stand before its number in the first row are no headings.
    let last = phrases.saturating_sub(number.unwrap_or(0));
    if number.is_some() && last <= LAST_UNKNOWN && rest.get(phrases) == Some(&HeaderLine::First) {
        len += last;
    }
    (known >= FEWEST_HEADINGS && units && tasks && known * 2 > len).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        let line = |words: &str| match heading_kind(words) {
            Some(kind) => HeaderLine::Heading(kind),
            None if words.ends_with('。') => HeaderLine::No,
            None if words == "1" => HeaderLine::First,
            None => HeaderLine::Phrase,
        };
        for (words, expected) in [
            (&["序号", "任务", "责任单位", "政策依据", "1", "绿道"][..], Some(4)),
            (&["类别", "序号", "任务", "责任单位", "市容", "1"], Some(4)),
            (&["类别", "序号", "任务", "责任单位", "依据", "市容", "1"], Some(5)),
            (&["序号", "任务", "责任单位", "1", "排查"], Some(3)),
            (&["序号", "任务", "任务来源", "责任单位", "备注", "1"], Some(5)),
            (&["重点任务", "序号", "任务", "责任单位"], None),
            (&["序号", "任务"], None),
            (&["任务", "内容", "措施", "要求"], None),
            (&["序号", "任务", "要抓好。", "责任单位"], None),
            (&[], None),
        ] {
            let lines: Vec<HeaderLine> = words.iter().map(|words| line(words)).collect();
            assert_eq!(header_len(&lines), expected, "{words:?}");
        }
    }

    #[test]
    fn broken_headers() {
        for (lines, expected) in [
            (&["序号|任务|责任单位", "1|排查|县应急局"][..], Some(1)),
            (&["序", "号|重点", "任务|责任", "单位|备", "注", "1|排查|县应急局|"], Some(5)),
            (&["序号|项目", "名称|责任单位", "1|绿道|县林业局"], Some(2)),
            (&["序号|项目|总投", "资|责任单位|备", "注", "1|绿道|3|县林业局|"], Some(3)),
            (&["序号|任务|责任分工|时限", "牵头单位|配合单位", "1|排查|县应急局|县公安局|6月"], Some(1)),
            (&["序号|任务|责任分工||时限", "||牵头单位|配合单位|"], Some(1)),
            (
                &["序号|任务|责任", "分工|完成", "时限", "牵头", "单位|配合", "单位", "1|排查|县应急局|县公安局|6月"],
                Some(3),
            ),
            (&["序", "号|指", "标|目", "标", "值|责", "任单", "位", "1|绿道|3公里|县林业局"], Some(7)),
            (&["青岭县任务表|||", "序号|任务|责任单位|时限"], None),
            (&["任务|责任单位", "出台意见|县应急局"], Some(1)),
            (&["序号|任务|责任单位|1—6月投资"], Some(1)),
            (&["建议题目|主办单位|会审单位"], Some(1)),
            (&["开展活动|县级单位|乡镇单位"], None),
            (&["1|排查|县应急局"], None),
            (&["问题整改任务清单", "存在问题|责任单位"], None),
            (&["附件", "青岭县任务分工", "序号|任务|责任单位", "1|排查|县应急局"], None),
            (&["续表", "序号|任务|责任单位", "1|排查|县应急局"], None),
            (&["序号|任务|责任单位", "重点领域", "1|排查|县应急局"], Some(1)),
            (&["序号|任务|责任单位", "改造项目|改造项目|改造项目", "1|排查|县应急局"], Some(1)),
            (&["主要", "任务。|责任单位"], None),
            (&[], None),
        ] {
            let cells = lines.iter().map(|line| line.split('|').map(str::to_owned).collect());
            assert_eq!(header_lines(cells), expected, "{lines:?}");
        }
    }
}
