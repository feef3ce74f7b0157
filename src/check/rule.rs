//! What a rule says of itself: its code, its page, how much it matters.

use crate::analysis::Severity;
use serde::Serialize;

/// One thing a reviewer looks for.
///
/// Everything that explains it (the page's 规则说明, `explain CODE`, the table
/// of rules) is made from these fields.
#[derive(Debug, Serialize)]
pub struct Rule {
    /// Stable code, such as `PUN-001`; the letters are its group.
    pub code: &'static str,
    /// Chinese title: names the defect.
    pub title: &'static str,
    /// How much it usually matters; a single finding may matter less.
    pub severity: Severity,
    /// The clause it rests on, or 惯例 where none does.
    pub basis: &'static str,
    /// Its explanation.
    pub page: Page,
    /// Whether it speaks unless it is switched off.
    pub on: bool,
    /// How many findings may stand apart; more fold into one.
    #[serde(skip)]
    pub(super) apart: usize,
}

/// The explanation of a rule, in Chinese.
#[derive(Debug, Serialize)]
pub struct Page {
    /// What is reported.
    pub what: &'static str,
    /// Why it matters, and the clause.
    pub why: &'static str,
    /// An example that is reported.
    pub bad: &'static str,
    /// The same, put right.
    pub good: &'static str,
    /// When the rule stays silent.
    pub silent: &'static str,
}

/// What opens the cases of a page.
const CASES: &str = "\n\ncases:\n";

/// The bytes of a file before its cases.
pub(super) const fn page_len(file: &str) -> usize {
    position(file.as_bytes(), CASES.as_bytes(), 0)
}

/// The first bytes of a file.
pub(super) const fn first<const N: usize>(file: &str) -> [u8; N] {
    let (mut page, mut at) = ([0; N], 0);
    while at < N {
        page[at] = file.as_bytes()[at];
        at += 1;
    }
    page
}

/// Where `sought` begins in `bytes`, from `at` on. A page without it does not
/// compile.
const fn position(bytes: &[u8], sought: &[u8], mut at: usize) -> usize {
    while at + sought.len() <= bytes.len() {
        let mut same = 0;
        while same < sought.len() && bytes[at + same] == sought[same] {
            same += 1;
        }
        if same == sought.len() {
            return at;
        }
        at += 1;
    }
    panic!("a page of a rule lacks a field")
}

/// The value between the field `name` and the field `next` of a page; the last
/// field goes to its end.
const fn field(page: &'static str, name: &str, next: Option<&str>) -> &'static str {
    let bytes = page.as_bytes();
    let start = position(bytes, name.as_bytes(), 0) + name.len();
    let end = match next {
        Some(next) => position(bytes, next.as_bytes(), start),
        None => page.len(),
    };
    page.split_at(end).0.split_at(start).1
}

/// The severity of this Chinese name.
const fn severity(name: &str) -> Severity {
    let all = [Severity::Error, Severity::Warning, Severity::Hint];
    let mut at = 0;
    while at < all.len() {
        if is_same(all[at].name().as_bytes(), name.as_bytes()) {
            return all[at];
        }
        at += 1;
    }
    panic!("a page of a rule has no such grade")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// How many findings of one rule stand apart, unless the rule says otherwise.
pub(super) const APART: usize = 3;

/// The groups of rules: the letters of their codes and what they are about.
pub const GROUPS: &[(&str, &str)] = &[
    ("DOC", "文本"),
    ("ELM", "公文要素"),
    ("ROUTE", "行文关系"),
    ("STR", "结构层次"),
    ("RESP", "责任分工"),
    ("TIME", "时限"),
    ("ANX", "正文与附表"),
    ("CIT", "引文与文号"),
    ("PUN", "标点符号"),
    ("NUM", "数字"),
    ("TXT", "文字"),
    ("ORG", "单位名称"),
    ("OWN", "本单位用语"),
];

impl Rule {
    /// A rule by its page: a file of the fields `title`, `grade` (its Chinese
    /// name), `basis`, `speaks` (`no` if it is off by default), `what`, `why`,
    /// `bad`, `good` and `silent`, each on a line of its own or several.
    pub(super) const fn read(code: &'static str, page: &'static [u8]) -> Self {
        let Ok(page) = str::from_utf8(page) else { panic!("a page of a rule is no text") };
        Self {
            code,
            title: field(page, "title: ", Some("\ngrade: ")),
            severity: severity(field(page, "\ngrade: ", Some("\nbasis: "))),
            basis: field(page, "\nbasis: ", Some("\nspeaks: ")),
            on: field(page, "\nspeaks: ", Some("\nwhat: ")).len() == "yes".len(),
            page: Page {
                what: field(page, "\nwhat: ", Some("\nwhy: ")),
                why: field(page, "\nwhy: ", Some("\nbad: ")),
                bad: field(page, "\nbad: ", Some("\ngood: ")),
                good: field(page, "\ngood: ", Some("\nsilent: ")),
                silent: field(page, "\nsilent: ", None),
            },
            apart: APART,
        }
    }

    /// The letters of its code.
    pub fn group(&self) -> &'static str {
        self.code.split_once('-').map_or(self.code, |(group, _)| group)
    }
}
