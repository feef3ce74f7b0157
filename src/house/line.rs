//! A small text file that an office keeps, line by line, and what can be wrong
//! with a line.

use std::error::Error;
use std::fmt::{self, Display};

/// Lines with an entry, at most.
const MOST_LINES: usize = 3000;
/// Characters of a line, at most.
const MOST_CHARS: usize = 200;

/// A line that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Which one, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is longer than a line may be.
    Long,
    /// The file has more entries than it may have.
    Many,
    /// A word of one character, which would hide too much.
    Short,
    /// The word has an entry already.
    Twice,
    /// Nothing stands before `=>`.
    NoWrong,
    /// Nothing stands behind `=>`, or the same as before it.
    NoRight,
    /// The pattern has no second slash.
    Open,
    /// Nothing is said of the pattern.
    Silent,
    /// The pattern is no regex.
    Syntax,
    /// The pattern is too large to be run.
    Large,
    /// The pattern matches where nothing stands.
    Empty,
    /// The file has more patterns than it may have.
    ManyPatterns,
}

impl Fault {
    /// What is wrong, for the reader of the page.
    fn told(self) -> &'static str {
        match self {
            Self::Long => "这一行太长，最多200个字",
            Self::Many => "条目太多，最多3000条",
            Self::Short => "词语至少要两个字",
            Self::Twice => "这个词前面已经写过",
            Self::NoWrong => "“=>”前面没有写错的写法",
            Self::NoRight => "“=>”后面没有写对的写法，或者前后一样",
            Self::Open => "式子要写在两个“/”之间，这里缺后一个",
            Self::Silent => "式子后面没有写说明",
            Self::Syntax => "式子不合正则表达式的写法，请检查括号是否成对、“\\”后面的字母",
            Self::Large => "式子太大，请减少重复的次数",
            Self::Empty => "式子不写字也能匹配，请至少写一个必有的字",
            Self::ManyPatterns => "式子太多，最多100个",
        }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Long => "the line is longer than 200 characters",
            Self::Many => "the file has more than 3000 entries",
            Self::Short => "a word needs two characters",
            Self::Twice => "the word has an entry already",
            Self::NoWrong => "nothing stands before =>",
            Self::NoRight => "nothing new stands behind =>",
            Self::Open => "the pattern has no second slash",
            Self::Silent => "nothing is said of the pattern",
            Self::Syntax => "the pattern is no regular expression",
            Self::Large => "the pattern is too large",
            Self::Empty => "the pattern matches an empty text",
            Self::ManyPatterns => "the file has more than 100 patterns",
        })
    }
}

impl BadLine {
    /// One sentence for the reader of the page.
    ///
    /// ```
    /// use notice_analyzer::house::HouseStyle;
    /// let wrong = HouseStyle::read("云协平台\n部份 =>").unwrap_err();
    /// assert_eq!(wrong[0].sentence(), "第2行：“=>”后面没有写对的写法，或者前后一样。");
    /// assert_eq!(wrong[0].to_string(), "line 2: nothing new stands behind =>");
    /// ```
    pub fn sentence(&self) -> String {
        format!("第{}行：{}。", self.line, self.fault.told())
    }
}

impl Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.fault)
    }
}

impl Error for BadLine {}

/// Gives each entry of `text` to `take`.
///
/// # Errors
///
/// Every line that is refused, in order.
pub(super) fn read(text: &str, mut take: impl FnMut(&str) -> Result<(), Fault>) -> Result<(), Vec<BadLine>> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate();
    let entries = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for (count, (index, line)) in entries.enumerate() {
        let taken = match (count < MOST_LINES, line.chars().nth(MOST_CHARS)) {
            (false, _) => Err(Fault::Many),
            (true, Some(_)) => Err(Fault::Long),
            (true, None) => take(line),
        };
        wrong.extend(taken.err().map(|fault| BadLine { line: index + 1, fault }));
        if count == MOST_LINES {
            break;
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
