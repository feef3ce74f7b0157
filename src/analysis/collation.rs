//! The body of a notice held against its annex: the result.

use super::Name;
use super::task::Role;
use crate::span::Span;
use serde::Serialize;

/// What the body and the annex say of the same work.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Collation {
    /// Whether there was anything to compare.
    pub verdict: Verdict,
    /// One entry for each task and each row, partners together, in the order of
    /// the body.
    pub pairs: Vec<Pair>,
    /// What differs, in the order of `pairs`.
    pub differences: Vec<Difference>,
}

/// Whether a comparison makes sense.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// There is no table that divides labour.
    #[default]
    NoAnnex,
    /// Body and annex are about different matters; nothing is compared.
    Unrelated,
    /// They were compared.
    Compared,
}

/// Tasks of the body and rows of the annex that answer each other.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Pair {
    /// Ids of the tasks; none where only the annex has it.
    pub tasks: Vec<Name>,
    /// Rows, as indexes into [`crate::Analysis::annex`]; none where only the
    /// body has it, or where it stands in the cell above several rows.
    pub rows: Vec<usize>,
    /// Whether the annex has it under another item than the body.
    pub moved: bool,
    /// What the body says.
    pub body: Option<Statement>,
    /// What the annex says.
    pub annex: Option<Statement>,
    /// The units of both: left the body's, right the annex's.
    pub units: Vec<UnitPair>,
}

/// What one side says.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Statement {
    /// Its number as written; empty if none.
    pub number: String,
    /// Its title; empty if none.
    pub title: String,
    /// Its words, cut where they differ.
    pub pieces: Vec<Piece>,
    /// Its times, as written.
    pub times: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// How body and annex differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// The row has lost its number, its title or both.
    Heading,
    /// The numbers differ.
    Number,
    /// The titles differ.
    Title,
    /// Words differ.
    Wording,
    /// Numbers or times differ.
    Counts,
    /// Only marks, width or order differ.
    Form,
    /// The sets of units differ.
    Units,
    /// A unit is spelt differently.
    Spelling,
    /// Another unit leads.
    Lead,
    /// A unit has another role.
    Role,
    /// The time column gives another time than the body.
    Deadline,
    /// The row says its title twice.
    DoubledTitle,
    /// A cell stands again behind a page break.
    RepeatedCell,
    /// The cell of units is blank.
    BlankUnits,
    /// The cell ends with the mark of an unfinished sentence.
    OddEnd,
    /// The annex has nothing of it.
    OnlyBody,
    /// The body has nothing of it.
    OnlyAnnex,
    /// The annex says it under another item.
    Moved,
}

/// One disagreement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// Index into [`Collation::pairs`].
    pub pair: usize,
    /// The words of the body that the annex has otherwise or not at all.
    pub body: Vec<Quote>,
    /// The words of the annex that the body has otherwise or not at all.
    pub annex: Vec<Quote>,
    /// Where the body should have them, if `body` is empty.
    pub body_place: Option<Span>,
    /// Where the annex should have them, if `annex` is empty; of a repetition,
    /// where it stands first.
    pub annex_place: Option<Span>,
    /// The body's phrase around the words, as a reader is told it.
    pub body_phrase: String,
    /// The annex's phrase.
    pub annex_phrase: String,
}

impl Difference {
    /// A difference of which nothing is known yet but where it belongs.
    pub(crate) fn new(kind: DifferenceKind, pair: usize) -> Self {
        Self {
            kind,
            pair,
            body: Vec::new(),
            annex: Vec::new(),
            body_place: None,
            annex_place: None,
            body_phrase: String::new(),
            annex_phrase: String::new(),
        }
    }
}

/// Words of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words, without noise.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

impl Quote {
    /// These words, which stand there.
    pub(crate) fn new(text: impl Into<String>, span: Span) -> Self {
        Self { text: text.into(), span }
    }
}

/// How words of a text relate to the other text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PieceKind {
    /// The other text says the same here.
    Same,
    /// It says something else, or nothing.
    Differs,
    /// It says the same with other marks.
    Form,
    /// It says this elsewhere.
    Moved,
    /// It says something where this text has no words.
    Gap,
}

/// Words of a text and how they relate to the other text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The words, without noise.
    pub text: String,
    /// How they relate to the other text.
    pub kind: PieceKind,
    /// Where they stand.
    pub span: Span,
}

/// A unit and what it has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// The unit.
    pub unit: Name,
    /// What it does.
    pub role: Role,
    /// The words that say it.
    pub span: Span,
}

/// How a unit's part differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitChange {
    /// It does not.
    Same,
    /// Only the right side names it.
    Added,
    /// Only the left side names it.
    Dropped,
    /// Both name it, spelt differently.
    Renamed,
    /// Both name it, in another role.
    Role,
}

/// One unit on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnitPair {
    /// Its part on the left side: the body, the old notice.
    pub left: Option<Duty>,
    /// Its part on the right side: the annex, the new notice.
    pub right: Option<Duty>,
    /// How it differs.
    pub change: UnitChange,
}

impl UnitPair {
    /// Whether the unit's part differs.
    pub fn is_change(&self) -> bool {
        self.change != UnitChange::Same
    }
}
