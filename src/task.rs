//! Stage 4: who owes what by when.

pub mod actor;
mod announced;
pub mod attribution;
pub mod block;
mod bracket;
mod candidate;
mod chapter;
mod described;
mod enumeration;
mod evidence;
pub mod field;
mod handed;
pub mod heading;
pub mod label;
pub mod measure;
mod opening;
pub mod own_endings;
mod paragraph;
mod predicate;
mod role;
mod scribe;
mod sentence;
mod signs;
mod syntax;
mod unnumbered;
mod unread;
pub mod wording;

use crate::analysis::{Assignment, Basis, Certainty, Deadline, Measure, Metric, Name, Role, SharedNames, Task};
use crate::mention::quantity::{Quantity, quantities};
use crate::mention::time::{Time, TimeBase, times};
use crate::mention::unit::UnitName;
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;
use actor::Owners;
use attribution::{Assigned, Attribution};
use block::Block;
use rustc_hash::FxHashSet;

/// A task repeats at most so many units of blanket rules; a notice that names
/// more has them all in [`Tasks::blanket`], and a result that does not grow with
/// tasks times units.
const MOST_BY_RULE: usize = 64;

/// The tasks of a text and the rules it states for all of them.
#[derive(Clone, Debug, Default)]
pub struct Tasks {
    /// The tasks, in the order of the text.
    pub tasks: Vec<Task>,
    /// Units that a blanket rule makes responsible for every later task.
    pub blanket: Vec<UnitName>,
    /// What of the items became no task.
    pub unread: Vec<TextRange>,
    /// The members of lists of units that are none.
    pub left_out: Vec<TextRange>,
}

/// Reads the tasks of `items`, which stand in one notice. Several texts of a
/// notice (the letter and the plan it forwards) are read one after the other
/// with the same reader, so that rules and numbers go on.
pub struct TaskReader<'s, 't> {
    source: &'s Source<'t>,
    base: TimeBase,
    found: Tasks,
    /// The names of units: one stands at many tasks.
    names: SharedNames,
    /// The names of `found.blanket`.
    ruled: FxHashSet<String>,
    first_leads: bool,
}

impl<'s, 't> TaskReader<'s, 't> {
    /// A reader that resolves dates against `base`.
    pub fn new(source: &'s Source<'t>, base: TimeBase) -> Self {
        Self {
            source,
            base,
            found: Tasks::default(),
            names: SharedNames::default(),
            ruled: FxHashSet::default(),
            first_leads: false,
        }
    }

    /// Reads the tasks of `items`, which are cut into `blocks`, and adds them.
    pub fn read(&mut self, items: &[Item], blocks: Vec<Block>) {
        self.found.unread.extend(unread::stretches(self.source, items, &blocks));
        let lists = blocks.iter().flat_map(|block| block.attributions.iter().map(move |of| (block.range, of)));
        let own = lists.filter(|(block, (range, _))| block.covers(*range));
        self.found.left_out.extend(own.flat_map(|(_, (_, attribution))| attribution.left_out.iter().copied()));
        for block in blocks {
            self.add(block, items);
        }
    }

    /// What was read.
    pub fn finish(mut self) -> Tasks {
        self.found.tasks.shrink_to_fit();
        self.found
    }

    fn add(&mut self, mut block: Block, items: &[Item]) {
        let ruled = self.found.blanket.len().min(MOST_BY_RULE);
        for (_, attribution) in &mut block.attributions {
            self.apply_rules(attribution);
        }
        let parts = Parts::read(self.source, &block, owners(self.source, items, &block), &self.base);
        let (heading, wording) = wording::wording(self.source, &block);
        let item = &items[block.item];
        let names = &mut self.names;
        let mut assignments = Vec::with_capacity(parts.assigned.len() + ruled);
        let said = parts.assigned.iter();
        assignments.extend(said.map(|assigned| assigned.to_assignment(self.source, names.of(&assigned.unit))));
        let ruling = self.found.blanket[..ruled].iter();
        assignments.extend(ruling.map(|unit| by_rule(self.source, unit, names.of(&unit.name))));
        let task = Task {
            id: format!("T{}", self.found.tasks.len() + 1).into(),
            number: if block.unnumbered { Vec::new() } else { item.path.clone() },
            chapter: if block.unnumbered { String::new() } else { chapter_of(self.source, items, block.item) },
            title: self.source.written(block.title),
            corrected: None,
            text: self.source.written(block.range),
            span: self.source.span(block.range),
            assignments,
            deadlines: parts.times.iter().map(|t| deadline(self.source, t)).collect(),
            metrics: parts.quantities.iter().map(|q| metric(self.source, q)).collect(),
            measures: parts.measures(self.source, &block),
            heading,
            wording,
        };
        self.found.tasks.push(task);
    }

    fn apply_rules(&mut self, attribution: &mut Attribution) {
        for unit in attribution.blanket.drain(..) {
            if self.ruled.insert(unit.name.clone()) {
                self.found.blanket.push(unit);
            }
        }
        self.first_leads |= attribution.first_leads;
        if self.first_leads {
            attribution.promote_first();
        }
    }
}

/// What was found in one block, with its places.
struct Parts {
    assigned: Vec<Assigned>,
    times: Vec<Time>,
    quantities: Vec<Quantity>,
}

impl Parts {
    fn read(source: &Source, block: &Block, owners: Option<Owners>, base: &TimeBase) -> Self {
        let times = times(source.clean(), block.range, base);
        let places: Vec<TextRange> = times.iter().map(|t| t.range).collect();
        let brackets: Vec<TextRange> = block.brackets().collect();
        let mut assigned: Vec<Assigned> =
            block.attributions.iter().flat_map(|(_, a)| a.assigned.iter().cloned()).collect();
        assigned.extend(actor::actors(source, block.range, block.title, owners, &brackets, &places, base.work_year));
        Self { assigned, times, quantities: quantities(source.clean(), block.range) }
    }

    fn measures(&self, source: &Source, block: &Block) -> Vec<Measure> {
        let mut skip: Vec<TextRange> = block.brackets().collect();
        if !block.title.is_empty() {
            skip.insert(0, TextRange::new(block.range.start, block.title.end));
        }
        let subjects = self.assigned.iter().filter(|a| a.basis == Basis::Subject).map(|a| a.range);
        let mut marked: Vec<TextRange> =
            subjects.chain(self.times.iter().map(|t| t.range)).chain(self.quantities.iter().map(|q| q.range)).collect();
        marked.sort_unstable();
        let actors = Places::new(self.assigned.iter().map(|a| a.range));
        let deadlines = Places::new(self.times.iter().map(|t| t.range));
        let metrics = Places::new(self.quantities.iter().map(|q| q.range));
        measure::measures(source, block.range, &skip, &marked)
            .into_iter()
            .map(|sentence| Measure {
                text: source.written(sentence),
                span: source.span(sentence),
                actors: actors.within(sentence),
                deadlines: deadlines.within(sentence),
                metrics: metrics.within(sentence),
            })
            .collect()
    }
}

/// Ranges in the order of the text, each with its number in a list.
struct Places(Vec<(TextRange, usize)>);

impl Places {
    fn new(ranges: impl Iterator<Item = TextRange>) -> Self {
        let mut places: Vec<_> = ranges.zip(0..).collect();
        places.sort_unstable();
        Self(places)
    }

    /// The numbers of the ranges that `whole` covers, in their order.
    fn within(&self, whole: TextRange) -> Vec<usize> {
        let from = self.0.partition_point(|(range, _)| range.start < whole.start);
        let behind = self.0[from..].iter().take_while(|(range, _)| range.start <= whole.end);
        let mut numbers: Vec<usize> = behind.filter(|(range, _)| whole.covers(*range)).map(|(_, n)| *n).collect();
        numbers.sort_unstable();
        numbers
    }
}

/// Those whose duties the headings above a block say that it lists.
fn owners(source: &Source, items: &[Item], block: &Block) -> Option<Owners> {
    const LEVELS: usize = 4;
    let mut above = std::iter::successors(items[block.item].parent, |parent| items[*parent].parent).take(LEVELS);
    let owner = |parent: usize| {
        let item = &items[parent];
        let titled = item.heading_only && !item.title.is_empty();
        let title = titled.then(|| heading::owners(source, item.title)).flatten().map(Owners::Title);
        let lead_in = || item.paragraphs.last().filter(|last| source.slice(**last).ends_with('：'));
        title.or_else(|| lead_in().copied().map(Owners::LeadIn))
    };
    above.find_map(owner).filter(|_| !block.unnumbered)
}

/// The heading of the top-level item that `index` stands in.
fn chapter_of(source: &Source, items: &[Item], index: usize) -> String {
    let mut top = index;
    while let Some(parent) = items[top].parent {
        top = parent;
    }
    if top == index { String::new() } else { source.written(items[top].title) }
}

fn by_rule(source: &Source, unit: &UnitName, name: Name) -> Assignment {
    Assignment {
        unit: name,
        role: Role::Responsible,
        basis: Basis::Blanket,
        open: false,
        certainty: Certainty::Sure,
        corrected: None,
        expanded: None,
        span: source.span(unit.range),
    }
}

/// A time as the result shows it.
pub(crate) fn deadline(source: &Source, time: &Time) -> Deadline {
    // 6月—1月 of one year: where it ends is not known.
    let backwards = time.start.zip(time.end).is_some_and(|(first, last)| last < first);
    Deadline {
        text: source.written(time.range),
        kind: time.kind,
        start: time.start,
        end: time.end.filter(|_| !backwards),
        period: time.period.clone(),
        count: time.count,
        event: time.event.clone(),
        offset: time.offset.clone(),
        clause: source.written(time.clause),
        certainty: if backwards { Certainty::Likely } else { time.certainty },
        corrected: None,
        span: source.span(time.range),
    }
}

/// A quantity as the result shows it.
pub(crate) fn metric(source: &Source, quantity: &Quantity) -> Metric {
    Metric {
        text: source.written(quantity.range),
        comparator: quantity.comparator,
        value: quantity.value,
        upper: quantity.upper,
        unit: quantity.unit.clone(),
        clause: source.written(quantity.clause),
        span: source.span(quantity.range),
    }
}
