//! A small text file that an office keeps, line by line, and what can be wrong
//! with a line.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Display};

/// How much a file may hold.
pub(crate) struct Limits {
    /// Lines with an entry.
    pub lines: usize,
    /// Characters of each.
    pub chars: usize,
}

/// A line that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Which one, counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is longer than a line of this file may be: so many characters.
    Long(usize),
    /// The file has more entries than it may have: so many.
    Many(usize),
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
    /// Nothing that could be the name of a unit: its words.
    NoName(String),
    /// The name is that of another unit already.
    Taken(String),
    /// Behind `；` stands something else than a level.
    NoLevel(String),
    /// The unit has another level already.
    OtherLevel(String),
    /// The unit has a list of members already.
    Members(String),
    /// The member has members itself.
    Nested(String),
    /// The file has more names than it may have: so many.
    ManyNames(usize),
}

impl Fault {
    /// What is wrong, for the reader of the page.
    fn told(&self) -> Cow<'static, str> {
        match self {
            Self::Long(most) => format!("这一行太长，最多{most}个字").into(),
            Self::Many(most) => format!("条目太多，最多{most}条").into(),
            Self::Short => "词语至少要两个字".into(),
            Self::Twice => "这个词前面已经写过".into(),
            Self::NoWrong => "“=>”前面没有写错的写法".into(),
            Self::NoRight => "“=>”后面没有写对的写法，或者前后一样".into(),
            Self::Open => "式子要写在两个“/”之间，这里缺后一个".into(),
            Self::Silent => "式子后面没有写说明".into(),
            Self::Syntax => "式子不合正则表达式的写法，请检查括号是否成对、“\\”后面的字母".into(),
            Self::Large => "式子太大，请减少重复的次数".into(),
            Self::Empty => "式子不写字也能匹配，请至少写一个必有的字".into(),
            Self::ManyPatterns => "式子太多，最多100个".into(),
            Self::NoName(words) => {
                format!("“{words}”不像单位名称，名称要写2至40个字，不带标点；几个名称用顿号隔开").into()
            }
            Self::Taken(name) => format!("“{name}”已经是另一个单位的名称，一个名称只能指一个单位").into(),
            Self::NoLevel(words) => {
                format!("“{words}”不是级别，分号后面请写“级别：县级”，可以写国家级、省级、市级、县级、乡镇级、村级")
                    .into()
            }
            Self::OtherLevel(name) => format!("“{name}”前面写的是另一个级别").into(),
            Self::Members(name) => format!("“{name}”前面已经写过成员单位").into(),
            Self::Nested(name) => format!("成员单位里的“{name}”自己有成员单位，请直接写它的成员").into(),
            Self::ManyNames(most) => format!("名称太多，全部最多{most}个").into(),
        }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Long(most) => write!(f, "the line is longer than {most} characters"),
            Self::Many(most) => write!(f, "the file has more than {most} entries"),
            Self::Short => f.write_str("a word needs two characters"),
            Self::Twice => f.write_str("the word has an entry already"),
            Self::NoWrong => f.write_str("nothing stands before =>"),
            Self::NoRight => f.write_str("nothing new stands behind =>"),
            Self::Open => f.write_str("the pattern has no second slash"),
            Self::Silent => f.write_str("nothing is said of the pattern"),
            Self::Syntax => f.write_str("the pattern is no regular expression"),
            Self::Large => f.write_str("the pattern is too large"),
            Self::Empty => f.write_str("the pattern matches an empty text"),
            Self::ManyPatterns => f.write_str("the file has more than 100 patterns"),
            Self::NoName(words) => write!(f, "{words:?} is no name of a unit"),
            Self::Taken(name) => write!(f, "{name} is another unit already"),
            Self::NoLevel(words) => write!(f, "{words:?} is no level"),
            Self::OtherLevel(name) => write!(f, "{name} has another level already"),
            Self::Members(name) => write!(f, "{name} has members already"),
            Self::Nested(name) => write!(f, "{name} has members itself"),
            Self::ManyNames(most) => write!(f, "the file has more than {most} names"),
        }
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

/// Gives each entry of `text` to `take` with the number of its line.
///
/// # Errors
///
/// Every line that is refused, in order.
pub(crate) fn read(
    text: &str,
    most: Limits,
    mut take: impl FnMut(usize, &str) -> Result<(), Fault>,
) -> Result<(), Vec<BadLine>> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).zip(1..);
    let entries = lines.filter(|(line, _)| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for (count, (entry, line)) in entries.enumerate() {
        let taken = match (count < most.lines, entry.chars().nth(most.chars)) {
            (false, _) => Err(Fault::Many(most.lines)),
            (true, Some(_)) => Err(Fault::Long(most.chars)),
            (true, None) => take(line, entry),
        };
        wrong.extend(taken.err().map(|fault| BadLine { line, fault }));
        if count == most.lines {
            break;
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
