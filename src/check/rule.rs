//! What a rule is: one home for its page, its constants and its check.

use super::draft::Draft;
use super::findings::Findings;
use super::table::Table;
use crate::analysis::Severity;
use serde::Serialize;
use std::sync::LazyLock;

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
    /// The words whose places it is given.
    #[serde(skip)]
    pub(super) words: Words,
    #[serde(skip)]
    pub(super) check: fn(&Draft, &mut Findings),
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

/// The words a rule wants to be shown, all found in one pass over the text.
#[derive(Debug)]
pub(super) enum Words {
    /// It looks for itself.
    None,
    /// These.
    List(&'static [&'static str]),
    /// These, put together from parts.
    Made(&'static LazyLock<Vec<String>>),
    /// Those of a word table.
    Table(&'static LazyLock<Table>),
}

impl Words {
    /// All of them, in order.
    pub fn all(&self) -> Vec<&str> {
        match self {
            Self::None => Vec::new(),
            Self::List(list) => list.to_vec(),
            Self::Made(list) => list.iter().map(String::as_str).collect(),
            Self::Table(table) => table.entries().iter().map(|entry| entry.needle()).collect(),
        }
    }
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
    /// The letters of its code.
    pub fn group(&self) -> &'static str {
        self.code.split_once('-').map_or(self.code, |(group, _)| group)
    }
}
