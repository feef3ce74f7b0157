//! 我的更正: what a person has corrected, each in one sentence.

use crate::analysis::{Analysis, Anchor, Change, Correction};
use crate::span::Span;
use crate::view::label;
use crate::view::part::Places;
use crate::view::stated::first_clause;
use serde::Serialize;

/// One correction.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CorrectionRow {
    /// Where it is: the number of its task, 附表, or 全文.
    pub place: String,
    /// The words of its task; empty for what holds everywhere.
    pub title: String,
    /// What is corrected.
    pub message: String,
    /// The words it is about; none where the text has them no longer.
    pub span: Option<Span>,
}

/// The corrections in the order in which they were made.
pub fn corrections(analysis: &Analysis) -> Vec<CorrectionRow> {
    let places = Places::new(&analysis.tasks);
    let row = |correction: &Correction, span: Option<Span>| {
        let (place, title) = match correction {
            Correction::Work { at, .. } => (place(at, span, &places), at.words.clone()),
            Correction::Merge { .. } => ("全文".to_owned(), String::new()),
        };
        CorrectionRow { place, title, message: message(correction), span }
    };
    analysis.corrections.iter().map(|applied| row(&applied.correction, applied.span)).collect()
}

fn place(at: &Anchor, span: Option<Span>, places: &Places) -> String {
    if at.annex { "附表".to_owned() } else { span.map(|span| places.number_at(span.start)).unwrap_or_default() }
}

fn message(correction: &Correction) -> String {
    match correction {
        Correction::Merge { units, into } => format!("“{}”全文改称“{into}”", units.join("”“")),
        Correction::Work { change, .. } => match change {
            Change::Role { unit, role } => format!("“{unit}”改为{}", label::role(*role)),
            Change::Add { unit, role } => format!("增加“{unit}”，{}", label::role(*role)),
            Change::Remove { unit } => format!("删去“{unit}”"),
            Change::Rename { unit, into } => format!("“{unit}”改称“{into}”"),
            Change::Title { title } => format!("任务改称“{title}”"),
            Change::Time { time, into } if time.is_empty() => format!("增加时限“{into}”"),
            Change::Time { time, into } => format!("时限“{time}”改为“{into}”"),
            Change::NoTime { time } => format!("删去时限“{time}”"),
            Change::Day { time, day } => format!("“{time}”从{}起算", label::day(*day)),
            Change::Split { sentence } => format!("从“{}”起另成一项", first_clause(sentence)),
            Change::Join { next } => format!("并入下一项“{next}”"),
            Change::Aside => "不作为任务".to_owned(),
        },
    }
}
