//! The result: the one structure that leaves the core. Every field name is
//! fixed by the JSON contract; the page, the command line, the tables and the
//! exports read nothing else. Knows only [`Span`] and [`Passage`].

use crate::source::Passage;
use crate::span::Span;
use jiff::civil::Date;
use serde::Serialize;

/// Everything that was read in one notice.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Analysis {
    /// What the notice says of itself.
    pub notice: Notice,
    /// The tasks of the body, in the order of the text.
    pub tasks: Vec<Task>,
    /// The rows of annex tables, in the order of the text.
    pub annex: Vec<AnnexRow>,
    /// Every unit that is named as acting, one entry each.
    pub units: Vec<Unit>,
    /// What a reviewer would mark.
    pub findings: Vec<Finding>,
}

/// The letterhead, title, addressees and closing of a notice. `None` and empty
/// lists are values the notice does not give.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Notice {
    /// 发文机关; several are joined with `、`.
    pub issuer: Option<String>,
    /// 发文字号, such as `青政发〔2024〕3号`.
    pub doc_number: Option<String>,
    /// 标题 on one line, without spaces.
    pub title: Option<String>,
    /// 文种: the last word of the title (通知, 意见, 方案, …).
    pub doc_type: Option<String>,
    /// Whether it calls itself 征求意见稿, 草案, 讨论稿 or 送审稿.
    pub is_draft: bool,
    /// The year that a date without a year belongs to.
    pub work_year: Option<i16>,
    /// 主送机关, each unit.
    pub addressees: Vec<Named>,
    /// 署名; several are joined with `、`.
    pub signed_by: Option<String>,
    /// 成文日期.
    pub signed_on: Option<Date>,
    /// 印发机关.
    pub printed_by: Option<String>,
    /// 印发日期.
    pub printed_on: Option<Date>,
    /// 抄送机关, each unit.
    pub copies_to: Vec<Named>,
    /// Units that a blanket rule (“以下均需…负责”) makes responsible for every
    /// task after it.
    pub blanket_units: Vec<Named>,
    /// Where the single values above stand.
    pub evidence: Evidence,
}

/// The words behind the single values of [`Notice`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// Of [`Notice::issuer`].
    pub issuer: Option<Span>,
    /// Of [`Notice::doc_number`].
    pub doc_number: Option<Span>,
    /// Of [`Notice::title`].
    pub title: Option<Span>,
    /// Of [`Notice::is_draft`].
    pub is_draft: Option<Span>,
    /// Of [`Notice::signed_by`].
    pub signed_by: Option<Span>,
    /// Of [`Notice::signed_on`], also where the date is left blank.
    pub signed_on: Option<Span>,
    /// Of [`Notice::printed_by`].
    pub printed_by: Option<Span>,
    /// Of [`Notice::printed_on`].
    pub printed_on: Option<Span>,
}

/// A name and the words that say it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Named {
    /// The name as its list means it, in the notice's own spelling.
    pub name: String,
    /// The words that say it.
    pub span: Span,
}

/// How far the grammar stands behind a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The notice says so.
    #[default]
    Sure,
    /// The most likely reading; a person should look.
    Likely,
}

/// The smallest block of the notice that is assigned, or can be assigned, as a
/// whole: one row of a 任务分解表.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Task {
    /// `T1`, `T2`, … in the order of the text.
    pub id: String,
    /// The numbers above it and its own, as in `["二", "（一）"]`; empty for a
    /// paragraph outside the numbering.
    pub number: Vec<String>,
    /// The heading of the chapter (top level) it stands in; empty if none.
    pub chapter: String,
    /// Its heading phrase without number and closing mark; empty if none.
    pub title: String,
    /// The block without noise (spaces, page breaks, marks), in the notice's
    /// own characters.
    pub text: String,
    /// From its number, title or first character to the end of its
    /// responsibility bracket.
    pub span: Span,
    /// Who owes it.
    pub assignments: Vec<Assignment>,
    /// By when, or how often.
    pub deadlines: Vec<Deadline>,
    /// How much of what.
    pub metrics: Vec<Metric>,
    /// The sentences of it that order something.
    pub measures: Vec<Measure>,
    /// Its title as it stands, with its mark; empty where it stands apart.
    /// Comparisons read it; the JSON has no part of it.
    #[serde(skip)]
    pub heading: Passage,
    /// What is to be done: the block without number, title and responsibility
    /// brackets. Comparisons read it; the JSON has no part of it.
    #[serde(skip)]
    pub wording: Passage,
}

/// What a unit does in a task, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 牵头.
    Lead,
    /// 负责.
    Responsible,
    /// 配合.
    Support,
    /// 督促, 指导.
    Supervise,
}

/// Why a unit stands at a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Its responsibility bracket.
    Attribution,
    /// A label: 责任单位：….
    Label,
    /// It acts in the running text.
    Subject,
    /// A rule for all later tasks.
    Blanket,
}

/// One unit's part in a task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assignment {
    /// The unit's name as its list means it.
    pub unit: String,
    /// What it does.
    pub role: Role,
    /// Why it stands here.
    pub basis: Basis,
    /// Whether its list goes on with 等部门.
    pub open: bool,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The words that say it; for a blanket rule, the rule.
    pub span: Span,
}

/// How a time binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DeadlineKind {
    /// Until a day.
    By,
    /// Within a period.
    During,
    /// Again and again.
    Recurring,
    /// Counted from an event.
    Relative,
}

/// A time that fixes when, or how often, an obligation must be met. A value
/// the notice does not give is `None`, never a guess.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deadline {
    /// The shortest words that carry the time, without noise.
    pub text: String,
    /// How it binds.
    pub kind: DeadlineKind,
    /// First day.
    pub start: Option<Date>,
    /// Last day, inclusive.
    pub end: Option<Date>,
    /// ISO 8601 period, such as `P3M` for 每季度.
    pub period: Option<String>,
    /// Times in each period, where said.
    pub count: Option<u32>,
    /// What a relative time is counted from.
    pub event: Option<String>,
    /// ISO 8601 distance from the event, such as `P7D`.
    pub offset: Option<String>,
    /// The clause that the time binds.
    pub clause: String,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The words of `text`.
    pub span: Span,
}

/// How a quantity bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// Just that many.
    Exactly,
    /// 不少于, 至少, 达到, 以上.
    AtLeast,
    /// 不超过, 以内, 以下.
    AtMost,
    /// 左右.
    About,
    /// 3至5.
    Between,
}

/// A quantity that measures an obligation (目标): 10座, 不少于2名, 达到100%.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Metric {
    /// The words, without noise.
    pub text: String,
    /// How it bounds.
    pub comparator: Comparator,
    /// The number, or the lower one of two; in the unit as written.
    pub value: f64,
    /// The upper number of 3至5.
    pub upper: Option<f64>,
    /// The measure word or `%`, as written.
    pub unit: String,
    /// The clause that the quantity measures.
    pub clause: String,
    /// The words of `text`.
    pub span: Span,
}

/// One sentence of a task that orders something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// The sentence without noise.
    pub text: String,
    /// The sentence.
    pub span: Span,
    /// Indexes into [`Task::assignments`] of those who act in it.
    pub actors: Vec<usize>,
    /// Indexes into [`Task::deadlines`].
    pub deadlines: Vec<usize>,
    /// Indexes into [`Task::metrics`].
    pub metrics: Vec<usize>,
}

/// One row of an annex table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AnnexRow {
    /// Its number as written, without punctuation; empty if none.
    pub number: String,
    /// Its short title, if it opens with one.
    pub title: String,
    /// The cell that says what is to be done, without noise.
    pub text: String,
    /// Who owes it, from the responsibility column; merged cells resolved.
    pub assignments: Vec<Assignment>,
    /// The time column, as written; empty if none.
    pub deadline: String,
    /// The row.
    pub span: Span,
    /// How it stands in its table. Comparisons read it; the JSON has no part of
    /// it.
    #[serde(skip)]
    pub layout: RowLayout,
}

/// How a row stands in its table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowLayout {
    /// The table, counted from 0.
    pub table: usize,
    /// Its title as it stands before its words, with its mark; empty where it
    /// stands in a cell of its own.
    pub heading: Passage,
    /// What is to be done, without number and title.
    pub wording: Passage,
    /// Its number and title; where it has neither, its first words.
    pub head: Span,
    /// The cell above it that speaks for several rows, if there is one.
    pub lead: Option<LeadCell>,
    /// Whether its number stands in a row above.
    pub number_inherited: bool,
    /// Whether its title does.
    pub title_inherited: bool,
    /// The cells that name its units. Rows that share merged cells have the
    /// same here.
    pub units: Span,
    /// Whether they stand in a row above.
    pub units_inherited: bool,
    /// Its time column; empty if there is none.
    pub deadline: Span,
}

/// A cell that holds what several rows have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeadCell {
    /// Its number as written, without punctuation; empty if none.
    pub number: String,
    /// Its short title, if it opens with one.
    pub title: String,
    /// Its title as it stands, with its mark.
    pub heading: Passage,
    /// What it says, without number and title.
    pub wording: Passage,
    /// The cell.
    pub span: Span,
    /// Whether it stands in a row above.
    pub inherited: bool,
}

/// The administrative level a unit's name states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 国家, 国务院, 中央.
    National,
    /// 省, 自治区, 直辖市.
    Province,
    /// 市, 州, 盟.
    City,
    /// 县, 区, 旗.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 村, 社区.
    Village,
}

/// What sort of unit a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitCategory {
    /// A party organ: 党委, 组织部, ….
    Party,
    /// A government as a whole, or a territory: 各镇人民政府, 各县（市、区）.
    Government,
    /// A department of one: 应急局, 财政部, ….
    Department,
    /// A coordinating body: 安委会, 领导小组, 指挥部, ….
    Coordination,
    /// Enterprises and other executors: 企业, 生产经营单位, 学校, ….
    Enterprise,
    /// A class named without its members: 有关部门, 各成员单位, ….
    Class,
    /// Anything else.
    Other,
}

/// The tasks of one unit by role, as task ids.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnitTasks {
    /// Where it leads.
    pub lead: Vec<String>,
    /// Where it is responsible.
    pub responsible: Vec<String>,
    /// Where it supports.
    pub support: Vec<String>,
    /// Where it supervises.
    pub supervise: Vec<String>,
}

/// A unit across the whole notice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unit {
    /// Its name.
    pub name: String,
    /// The level its name states.
    pub level: Option<Level>,
    /// What sort of unit it is.
    pub category: UnitCategory,
    /// Every way the notice writes it, `name` first.
    pub spellings: Vec<String>,
    /// Names of other entries that may be the same unit; never merged silently.
    pub possibly: Vec<String>,
    /// Whether it acts only by a blanket rule.
    pub blanket_only: bool,
    /// Its tasks by role.
    pub tasks: UnitTasks,
}

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
    pub fn name(self) -> &'static str {
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
