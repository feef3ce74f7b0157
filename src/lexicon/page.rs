//! The lines that a web page or an office form puts around a notice. They are
//! no paragraphs: none goes on in the next.

use super::list::{LETTER, WordList, words_of};
use std::sync::LazyLock;

/// What the value behind a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLabel {
    /// 发文机关.
    Issuer,
    /// 发文字号.
    Number,
    /// 标题.
    Title,
    /// 成文日期.
    Date,
    /// Nothing that the notice itself says.
    Other,
}

use PageLabel::{Date, Issuer, Number, Other, Title};

/// The blocks of labels, by what stands behind them.
const LABELS: &[(&str, PageLabel)] = &[
    ("page issuer", Issuer),
    ("page number", Number),
    ("page title", Title),
    ("page date", Date),
    ("page other", Other),
];

static WORDS: LazyLock<Vec<(&str, PageLabel)>> = LazyLock::new(|| words_of(LETTER, LABELS));
/// 首页>政务公开>通知公告 takes at most this many characters.
const TRAIL_CHARS: usize = 60;
static LINES: WordList = WordList::of(LETTER, "lines");

/// The label that a line of the cleaned view opens with, and where its value
/// starts (bytes).
///
/// ```
/// use notice_analyzer::lexicon::page::{PageLabel, page_label};
/// assert_eq!(page_label("发文字号：青政发〔2024〕3号"), Some((PageLabel::Number, 15)));
/// assert_eq!(page_label("各镇人民政府："), None);
/// ```
pub fn page_label(line: &str) -> Option<(PageLabel, usize)> {
    let inner = line.trim_start_matches(['【', '［', '[', '（']);
    let opened = line.len() - inner.len();
    let end = inner.char_indices().take(8).find(|(_, c)| *c == '：')?.0;
    let value = &inner[end + "：".len()..];
    let known = WORDS.iter().find(|(label, _)| *label == &inner[..end]).map(|(_, label)| *label);
    Some((known.or_else(|| is_stamp(value).then_some(Other))?, opened + end + "：".len()))
}

/// 2024-03-01 09:30来源：…: a day as machines write it, with another label behind it.
fn is_stamp(value: &str) -> bool {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && value[digits..].starts_with('-') && WORDS.iter().any(|(label, _)| has_label(value, label))
}

fn has_label(value: &str, label: &str) -> bool {
    value.match_indices(label).any(|(at, _)| value[at + label.len()..].starts_with('：'))
}

/// Whether a line as a whole belongs to the page, not to the notice.
pub fn is_page_line(line: &str) -> bool {
    let core = line.trim_matches(['【', '】', '［', '］', '[', ']']);
    let short = core.chars().take(TRAIL_CHARS + 1).count() <= TRAIL_CHARS;
    // 关于<…若干政策>延期的通知 is a title.
    let trail = short && core.contains(['>', '›', '»']) && !core.contains(['<', '，', '。', '；']);
    page_label(line).is_some() || LINES.contains(core) || trail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page() {
        for (line, expected) in [
            ("索引号：000014/2024-00012", true),
            ("【字体：大中小】", true),
            ("【打印】", true),
            ("发文机关：青岭县人民政府", true),
            ("时间：2024-03-01 09:30来源：青岭县人民政府网浏览次数：12", true),
            ("时间：2024年3月1日", false),
            ("标题：关于做好工作的通知", true),
            ("当前位置：首页>政务公开", true),
            ("首页>政务公开>政策文件", true),
            ("各镇人民政府：", false),
            ("青岭县人民政府关于<若干政策>修订和延期的通知", false),
            ("责任单位：县应急局", false),
            ("来源于企业的隐患要及时整改。", false),
            ("一、完善<制度>，认真落实。", false),
            ("标题", false),
            ("", false),
        ] {
            assert_eq!(is_page_line(line), expected, "{line}");
        }
    }
}
