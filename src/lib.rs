//! Reads a Chinese government notice into tasks, responsible units and deadlines.

mod analysis;
pub mod annex;
pub mod check;
pub mod compare;
pub mod correct;
mod coverage;
pub mod directory;
pub mod export;
mod heading;
pub mod house;
pub mod import;
pub mod lexicon;
mod line;
pub mod mention;
#[cfg(all(target_arch = "wasm32", feature = "office"))]
mod office;
mod options;
pub mod outline;
mod roster;
pub mod source;
mod span;
pub mod task;
pub mod view;
#[cfg(all(target_arch = "wasm32", not(feature = "office")))]
mod wasm;

use annex::Annex;
use lexicon::marker::marker_at;
use mention::time::TimeBase;
use outline::letter::{self, Letter, Part, PartKind};
use outline::numbering::{self, Item};
use outline::own_names::own_names;
use outline::table;
use source::Source;
use task::block::{Block, blocks};
use task::own_endings::own_endings;
use task::{TaskReader, Tasks};

pub use analysis::*;
pub use options::Options;
pub use span::{Span, TextRange};

/// Reads a notice. A pure function of its arguments: no clock, no files, no
/// state; linear in the length of the text; whatever is pasted, it returns.
///
/// ```
/// use notice_analyzer::{Options, Role, analyze};
/// let text = "一、压实责任。完善制度，6月底前完成。（县住建局牵头，县公安局配合）";
/// let analysis = analyze(text, &Options::default());
/// let task = &analysis.tasks[0];
/// assert_eq!(task.title, "压实责任");
/// assert_eq!(task.assignments[0].unit, "县住建局");
/// assert_eq!(task.assignments[0].role, Role::Lead);
/// assert_eq!(task.deadlines[0].text, "6月底前");
/// ```
pub fn analyze(text: &str, options: &Options) -> Analysis {
    let directory = &options.directory;
    let mut source = Source::with_names(text, directory.names());
    let tables = table::read(&source);
    let letter = letter::read(&source, &tables, options.today.map(|day| day.year()));
    source.learn(own_names(&source));
    let items = read_items(&source, &letter, !tables.is_empty());
    let blocks: Vec<Vec<Block>> = items.iter().map(|part| blocks(&source, part, letter.topic(&source))).collect();
    source.learn_endings(own_endings(&source, letter.addressees, &blocks));
    let tasks = read_tasks(&source, &letter, items.iter().zip(blocks));
    let notice = heading::notice(&source, &letter, &tasks.blanket);
    let Annex { rows, mut unread } = annex::read(&source, &tables, &time_base(&letter));
    source.forget_tokens();
    let passed_over = letter.passed_over(&source);
    unread.extend(
        tasks
            .unread
            .iter()
            .chain(&passed_over)
            .map(|left| Unread { span: source.span(*left), reason: UnreadReason::Body }),
    );
    let members = tasks.left_out.iter();
    unread.extend(members.map(|left| Unread { span: source.span(*left), reason: UnreadReason::Name }));
    unread.sort_by_key(|unread| unread.span.start);
    let mut analysis = Analysis { notice, tasks: tasks.tasks, annex: rows, unread, ..Analysis::default() };
    analysis.coverage = coverage::coverage(&source, &tables, &analysis);
    drop(tables);
    directory.name_units(&mut analysis);
    if options.expand {
        directory.expand(&mut analysis);
    }
    analysis = correct::apply(analysis, &directory.name_corrections(&options.corrections));
    let members = directory::take_members_out(&mut analysis);
    analysis.units = roster::roster(&source, directory, &analysis);
    analysis.collation = compare::collate(&analysis);
    name_tasks_of_rows(&mut analysis);
    let reading = check::Reading { source: &source, letter: &letter, items: &items, analysis: &analysis };
    analysis.findings = check::run(reading, options);
    if let Some(members) = members {
        members.put_back(&mut analysis);
        analysis.units = roster::roster(&source, directory, &analysis);
    }
    analysis
}

/// Says of each row of the annex which task it repeats.
fn name_tasks_of_rows(analysis: &mut Analysis) {
    for pair in &analysis.collation.pairs {
        for row in &pair.rows {
            analysis.annex[*row].task = pair.tasks.first().cloned();
        }
    }
}

/// What dates of the notice are resolved against.
fn time_base(letter: &Letter) -> TimeBase {
    TimeBase { work_year: letter.work_year, signed_on: letter.signed_on.and_then(|at| at.date) }
}

/// The numbered items of the body and of every document that the notice
/// forwards, but for the words that forward it. A letter without numbers that
/// sends a document along has no other words than these.
fn read_items(source: &Source, letter: &Letter, has_tables: bool) -> Vec<Vec<Item>> {
    // 同意建立…制度: a reply with the rules that it agrees to.
    let replies = letter.doc_type == Some("批复") && letter.parts.iter().any(|part| part.kind == PartKind::Forwarded);
    let sends = replies || !letter.sending.is_empty() && (letter.parts.len() > 1 || has_tables);
    // Where line ends are lost, the numbers stand within the text.
    let numbers = |text: &str| marker_at(text).is_some() || text.contains("一、");
    let numbered = |part: &Part| part.paragraphs.iter().any(|p| numbers(source.slice(*p)));
    let parts = letter.parts.iter().filter(|part| part.kind != PartKind::Annex);
    let says = |paragraph: &&TextRange| !letter.sending.contains(paragraph);
    let own = |part: &Part| {
        let only_sends = sends && part.kind == PartKind::Body && !numbered(part);
        part.paragraphs.iter().filter(|p| !only_sends && says(p)).copied().collect::<Vec<_>>()
    };
    parts.map(|part| numbering::items(source, &own(part))).collect()
}

/// The tasks that stand in them.
fn read_tasks<'i>(source: &Source, letter: &Letter, parts: impl Iterator<Item = (&'i Vec<Item>, Vec<Block>)>) -> Tasks {
    let mut reader = TaskReader::new(source, time_base(letter));
    parts.for_each(|(items, blocks)| reader.read(items, blocks));
    reader.finish()
}
