//! The body of a notice held against its annex.

mod brief;
mod cell;
mod heading;
mod item;
mod number;
mod pairing;
mod text;
mod time;
mod unit;

use super::matched::{self, Matched};
use super::piece::pieces;
use super::side::Side;
use super::word::Lexer;
use crate::analysis::{
    Analysis, AnnexRow, Collation, Difference, DifferenceKind, Pair, Quote, Statement, Task, UnitPair, Verdict,
};
use item::{Item, Repeat};
use number::Numbering;
use std::collections::{BTreeMap, HashSet};

/// Each table is held against the whole body, at most so many of them: the
/// longest.
const MOST_TABLES: usize = 16;

/// Holds the tasks of the body against the rows of each annex. Near linear in
/// the length of the notice.
///
/// ```
/// use notice_analyzer::compare::{DifferenceKind, collate};
/// use notice_analyzer::{Options, analyze};
/// let text = "一、排查隐患。建立台账，6月底前完成。（县应急局、县水利局负责）\n\
///             二、宣传教育。开展五进活动。（县委宣传部负责）\n\n\
///             序号\t任务\t内容\t责任单位\n\
///             1\t排查隐患\t建立台账，9月底前完成。\t县应急局\n\
///             2\t宣传教育\t开展五进活动。\t县委宣传部\n";
/// let collation = collate(&analyze(text, &Options::default()));
/// let kinds: Vec<DifferenceKind> = collation.differences.iter().map(|d| d.kind).collect();
/// assert_eq!(kinds, [DifferenceKind::Counts, DifferenceKind::Units]);
/// assert_eq!(collation.differences[0].body[0].text, "6月底前");
/// ```
pub fn collate(analysis: &Analysis) -> Collation {
    let mut tables: BTreeMap<usize, Vec<(usize, &AnnexRow)>> = BTreeMap::new();
    for (index, row) in analysis.annex.iter().enumerate() {
        tables.entry(row.layout.table).or_default().push((index, row));
    }
    let mut collation = Collation::default();
    if !tables.is_empty() {
        collation.verdict = Verdict::Unrelated;
    }
    let mut widest: Vec<usize> = tables.keys().copied().collect();
    widest.sort_by_key(|table| (std::cmp::Reverse(tables[table].len()), *table));
    widest.truncate(MOST_TABLES);
    for (_, rows) in tables.iter().filter(|(table, _)| widest.contains(table)) {
        let table = Table::new(analysis, rows);
        if let Some(aligned) = table.align() {
            collation.verdict = Verdict::Compared;
            table.report(aligned, &mut collation);
        }
    }
    collation
}

/// The tasks of the body and the statements of one table.
struct Table<'a> {
    analysis: &'a Analysis,
    tasks: Vec<&'a Task>,
    items: Vec<Item<'a>>,
    repeats: Vec<Repeat<'a>>,
    numbering: Numbering,
}

impl<'a> Table<'a> {
    fn new(analysis: &'a Analysis, rows: &[(usize, &'a AnnexRow)]) -> Self {
        let tasks: Vec<&Task> = analysis.tasks.iter().collect();
        let (items, repeats) = item::items(rows);
        let numbering = Numbering::read(&tasks, &items);
        Self { analysis, tasks, items, repeats, numbering }
    }

    /// Which tasks and rows answer each other; `None` where so few do that
    /// body and table are about different matters.
    fn align(&self) -> Option<Aligned> {
        let names = self.analysis.units.iter().map(|unit| unit.name.as_str());
        let rows = self.items.iter().flat_map(|item| &item.row.assignments).map(|a| a.unit.as_str());
        let mut lexer = Lexer::new(names.chain(rows));
        let mut works = pairing::works(self, &mut lexer);
        let matched = works.iter().filter(|work| work.is_matched()).count();
        let rows = self.items.iter().filter(|item| !item.is_lead).count();
        if matched == 0 || matched * 2 < rows.min(self.tasks.len()) {
            return None;
        }
        let brief = brief::is_brief(&works);
        if brief {
            works.iter_mut().for_each(|work| work.changes.clear());
        }
        let works = matched::with_moves(works, &mut lexer);
        let covered = Covered::new(self, &works);
        let expected = works.iter().filter(|work| work.is_matched() || covered.contains(self, work)).count();
        let selective = brief && matched * 5 < expected * 4;
        let shown = |work: &Matched| !work.right.is_empty() || !selective && covered.contains(self, work);
        Some(Aligned { works: works.into_iter().filter(shown).collect(), brief })
    }

    /// Adds the pairs of this table and what differs in them.
    fn report(&self, aligned: Aligned, to: &mut Collation) {
        let works = aligned.works;
        let first = to.pairs.len();
        let units = unit::Units::of(self, &works);
        let mut form = Difference::new(DifferenceKind::Form, first);
        for (at, work) in works.iter().enumerate() {
            let mut report =
                Report { table: self, work, pair: first + at, found: &mut to.differences, form: &mut form };
            report.presence();
            report.moves();
            heading::check(&mut report, aligned.brief);
            if aligned.brief {
                brief::check(&mut report);
            } else {
                text::check(&mut report);
            }
            units.check(at, &mut report);
            time::check(&mut report);
            cell::check(&mut report);
            to.pairs.push(self.pair(work, units.of_work(at)));
        }
        cell::repeats(&self.repeats, first, &works, &mut to.differences);
        if !form.body.is_empty() || !form.annex.is_empty() {
            to.differences.push(form);
        }
        to.differences.sort_by_key(|difference| difference.pair);
    }

    fn pair(&self, work: &Matched, units: Vec<UnitPair>) -> Pair {
        let tasks: Vec<&Task> = work.left.iter().map(|index| self.tasks[*index]).collect();
        let items: Vec<&Item> = work.right.iter().map(|index| &self.items[*index]).collect();
        Pair {
            tasks: tasks.iter().map(|task| task.id.clone()).collect(),
            rows: items.iter().filter(|item| !item.is_lead).map(|item| item.index).collect(),
            moved: work.is_moved(),
            body: tasks.first().map(|task| Statement {
                number: task.number.last().cloned().unwrap_or_default(),
                title: task.title.clone(),
                pieces: pieces(&work.a, work.marked(Side::Left)),
                times: tasks.iter().flat_map(|task| &task.deadlines).map(|time| time.text.clone()).collect(),
                span: if work.is_moved() { work.a.whole() } else { join(tasks.iter().map(|task| task.span)) },
            }),
            annex: items.first().map(|item| Statement {
                number: item.number.to_owned(),
                title: item.title.to_owned(),
                pieces: pieces(&work.b, work.marked(Side::Right)),
                times: items.iter().map(|i| i.row.deadline.clone()).filter(|time| !time.is_empty()).collect(),
                span: join(items.iter().map(|item| item.span)),
            }),
            units,
        }
    }
}

/// The tasks of the body and the statements of one table, partners together.
struct Aligned {
    works: Vec<Matched>,
    /// Whether the annex says the tasks in much fewer words.
    brief: bool,
}

/// What the checks of one pair are given, and where they report to.
struct Report<'r, 'a> {
    table: &'r Table<'a>,
    work: &'r Matched,
    pair: usize,
    found: &'r mut Vec<Difference>,
    /// Collects what differs in form only.
    form: &'r mut Difference,
}

impl<'a> Report<'_, 'a> {
    /// The first task of the pair.
    fn task(&self) -> Option<&'a Task> {
        self.work.left.first().map(|index| self.table.tasks[*index])
    }

    /// The first statement of the annex.
    fn item(&self) -> Option<Item<'a>> {
        self.work.right.first().map(|index| self.table.items[*index])
    }

    fn add(&mut self, kind: DifferenceKind) -> &mut Difference {
        let at = self.found.len();
        self.found.push(Difference::new(kind, self.pair));
        &mut self.found[at]
    }

    fn task_name(&self, tasks: &[usize]) -> String {
        let task = tasks.first().map(|index| self.table.tasks[*index]);
        task.map(|task| name(task.number.last().map_or("", String::as_str), &task.title)).unwrap_or_default()
    }

    /// What the annex has under another item than the body, though both items
    /// are there; in another order, it differs in form only.
    fn moves(&mut self) {
        let work = self.work;
        for came in &work.came {
            let body = Quote::new(came.words.written(came.words.all()), came.words.whole());
            let annex = Quote::new(work.b.written(came.range), work.b.span(came.range));
            if came.left == work.left {
                self.form.body.push(body);
                self.form.annex.push(annex);
                continue;
            }
            let names = (self.task_name(&came.left), self.item().map(|item| name(item.number, item.title)));
            let difference = self.add(DifferenceKind::Moved);
            (difference.body, difference.annex) = (vec![body], vec![annex]);
            (difference.body_phrase, difference.annex_phrase) = (names.0, names.1.unwrap_or_default());
        }
    }

    /// What only one side has, and what the annex has under another item.
    fn presence(&mut self) {
        let work = self.work;
        let text = |side| work.passage(side).written(work.whole(side));
        if work.is_moved() {
            let names = (self.task_name(&work.left), self.item().map(|item| name(item.number, item.title)));
            let difference = self.add(DifferenceKind::Moved);
            difference.annex = vec![Quote::new(text(Side::Right), work.b.whole())];
            difference.body = vec![Quote::new(text(Side::Left), work.a.whole())];
            (difference.body_phrase, difference.annex_phrase) = (names.0, names.1.unwrap_or_default());
        } else if work.right.is_empty() {
            let quote = Quote::new(text(Side::Left), work.a.whole());
            self.add(DifferenceKind::OnlyBody).body = vec![quote];
        } else if work.left.is_empty() {
            let quote = Quote::new(text(Side::Right), work.b.whole());
            self.add(DifferenceKind::OnlyAnnex).annex = vec![quote];
        }
    }
}

/// An item as it is cited.
fn name(number: &str, title: &str) -> String {
    let mark = if number.ends_with(|c: char| c.is_ascii_digit()) { "." } else { "" };
    format!("{number}{mark}{title}")
}

/// Which tasks an annex is expected to have: not the chapters that it leaves
/// out as a whole (总体要求, 组织保障).
struct Covered<'a> {
    chapters: HashSet<&'a str>,
    first: usize,
    last: usize,
}

impl<'a> Covered<'a> {
    fn new(table: &Table<'a>, works: &[Matched]) -> Self {
        let matched = works.iter().filter(|work| work.is_matched() && !work.is_moved()).flat_map(|work| &work.left);
        let matched: Vec<usize> = matched.copied().collect();
        Self {
            chapters: matched.iter().map(|task| table.tasks[*task].chapter.as_str()).collect(),
            first: matched.iter().copied().min().unwrap_or(usize::MAX),
            last: matched.iter().copied().max().unwrap_or(0),
        }
    }

    fn contains(&self, table: &Table<'a>, work: &Matched) -> bool {
        work.left.iter().any(|index| {
            let task = table.tasks[*index];
            let among = match task.chapter.as_str() {
                "" => self.first < *index && *index < self.last,
                chapter => self.chapters.contains(chapter),
            };
            !task.number.is_empty() && (among || !unit::body_duties(&[task]).is_empty())
        })
    }
}

/// From the first of `spans` to the last.
fn join(spans: impl Iterator<Item = crate::span::Span>) -> crate::span::Span {
    spans.reduce(|a, b| crate::span::Span::new(a.start.min(b.start), a.end.max(b.end))).unwrap_or_default()
}
