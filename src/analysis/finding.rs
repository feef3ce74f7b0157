//! What a reviewer would mark.

use crate::span::Span;
use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 错误: must be mended.
    Error,
    /// 警告: very probably wrong, or blocks execution.
    Warning,
    /// 提示: worth one look.
    Hint,
}

impl Severity {
    /// Its Chinese name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Hint => "提示",
        }
    }
}

/// Something a reviewer would mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Names this finding, and still does when the text around it is edited;
    /// two notices may use one id twice.
    pub id: String,
    /// The stable code of its rule, such as `RESP-001`.
    pub code: &'static str,
    /// The Chinese title of its rule.
    pub title: &'static str,
    /// How much it matters here.
    pub severity: Severity,
    /// One sentence in an official's words.
    pub message: String,
    /// The clause it rests on, or 惯例.
    pub basis: &'static str,
    /// The words in question.
    pub span: Span,
    /// The same words as text, to be read without the notice: long ones are
    /// shortened, a mark has its neighbours with it; of one finding that speaks
    /// for many places, the first few.
    pub words: String,
    /// The paragraph they stand in, counted from 1 in the text without empty
    /// lines and page breaks.
    pub paragraph: usize,
    /// Other places that belong to it.
    pub related: Vec<Span>,
    /// A certain correction.
    pub fix: Option<Fix>,
    /// The corrections of the other places, where one finding speaks for many.
    pub more_fixes: Vec<Fix>,
    /// The sentences it speaks of, in the order of the text; none where it
    /// speaks for others. Views read them; the JSON has no part of them.
    #[serde(skip)]
    pub excerpts: Vec<Excerpt>,
    /// The findings it speaks for, where many of one rule are told as one.
    #[serde(skip)]
    pub members: Vec<Finding>,
    /// How many of its rule may stand apart; more are told as one.
    #[serde(skip)]
    pub apart: usize,
}

impl Finding {
    /// What to write instead, as a reviewer would put it: `改为：部署`, `删去`,
    /// `补上：。`; of one finding that speaks for many places, the first few.
    /// `None` if nothing is certain.
    ///
    /// ```
    /// use notice_analyzer::{Options, analyze};
    /// let findings = analyze("统一布署。", &Options::default()).findings;
    /// assert_eq!(findings[0].advice().as_deref(), Some("改为：部署"));
    /// ```
    pub fn advice(&self) -> Option<String> {
        const SPELT_OUT: usize = 3;
        let mut texts: Vec<&str> = Vec::new();
        for fix in self.fix.iter().chain(&self.more_fixes) {
            if !texts.contains(&fix.text.as_str()) && texts.len() <= SPELT_OUT {
                texts.push(&fix.text);
            }
        }
        let first = self.fix.as_ref()?;
        let more = if texts.len() > SPELT_OUT { "等" } else { "" };
        texts.truncate(SPELT_OUT);
        Some(match (first.text.as_str(), first.span.start == first.span.end) {
            ("", _) => "删去".to_owned(),
            (_, true) => format!("补上：{}{more}", texts.join("；")),
            (_, false) => format!("改为：{}{more}", texts.join("；")),
        })
    }
}

/// Words to put in the place of others.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fix {
    /// What to replace; empty to insert.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

/// A sentence in which a finding marks something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The words in question.
    pub words: Span,
    /// Their paragraph, counted as [`Finding::paragraph`].
    pub paragraph: usize,
    /// Where the sentence stands; of an endless one, a part.
    pub span: Span,
    /// The sentence as pasted.
    pub text: String,
    /// Whether something of it is left out before and behind.
    pub cut: (bool, bool),
}
