//! The boundary to JavaScript: one class. Besides `office`, the boundary of the
//! other module, nothing else in the crate knows a browser. Text goes in as a JavaScript string; a lone surrogate in it becomes
//! U+FFFD, which is one code unit too, so every span still fits the string.

mod leaving;
mod moved;

use crate::compare::{Comparison, compare};
use crate::directory::Directory;
use crate::house::{BadLine, HouseStyle};
use crate::view::{self, Amendment, ChangeSheet, Extra, FindingRow, Row, Shape, Sheet, Table};
use crate::{Analysis, Change, Finding, Options, analyze, check, correct, export};
use jiff::civil::Date;
use js_sys::{Array, Error, Object};
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use std::cell::RefCell;
use std::collections::HashSet;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// One notice as read, what the page shows of it, and what leaves the page.
#[wasm_bindgen]
pub struct Reading {
    analysis: Analysis,
    /// What every view is made of.
    rows: Vec<Row>,
    /// The day of the reading.
    today: Option<Date>,
    /// Findings that the page has put aside.
    ignored: Ignored,
    /// The notice held against another, once that was asked for.
    comparison: Option<Comparison>,
}

/// Names of findings, and codes of rules, that are not to leave the page.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Ignored {
    ids: HashSet<String>,
    rules: HashSet<String>,
}

impl Ignored {
    /// Whether it leaves the finding `id` of the rule `code` alone.
    fn spares(&self, id: &str, code: &str) -> bool {
        !self.ids.contains(id) && !self.rules.contains(code)
    }
}

/// What the page shows of a table: a plain object, every field of which may be
/// missing.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Shown {
    /// The keys of the rows that pass its filters; all, if there are none.
    rows: Option<HashSet<String>>,
    /// Whose sheet, of the table `unit`.
    unit: String,
    /// Whose slips, from one place in the list of units to before another; all,
    /// if there is none.
    units: Option<[usize; 2]>,
    /// How the columns of the matrix are laid out.
    shape: Shape,
    /// The columns it gets besides.
    extras: Vec<Extra>,
}

/// Every rule with its page, as [`check::RULES`], group by group: a list of
/// `[name, rules]`.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsValue> {
    let of = |letters: &'static str| check::RULES.iter().filter(move |rule| rule.group() == letters);
    let groups = check::GROUPS.iter().map(|(letters, name)| (name, of(letters).collect::<Vec<_>>()));
    to_js(&groups.collect::<Vec<_>>())
}

/// [`view::captions`].
#[wasm_bindgen]
pub fn captions() -> Result<JsValue, JsValue> {
    to_js(&view::captions())
}

/// What an office has written of its own, ready for many readings.
#[wasm_bindgen]
pub struct House {
    style: HouseStyle,
    directory: Directory,
    /// What cannot be used, sentence by sentence.
    wrong: Vec<String>,
}

#[wasm_bindgen]
impl House {
    /// [`HouseStyle::read`] and [`Directory::read`]; what has a wrong line says
    /// nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(style: &str, directory: &str) -> House {
        let mut wrong: Vec<BadLine> = Vec::new();
        let style = HouseStyle::read(style).unwrap_or_else(|lines| told(&mut wrong, lines));
        let directory = Directory::read(directory).unwrap_or_else(|lines| told(&mut wrong, lines));
        House { style, directory, wrong: wrong.iter().map(BadLine::sentence).collect() }
    }

    /// A sentence for each line that cannot be used.
    pub fn wrong(&self) -> Vec<String> {
        self.wrong.clone()
    }

    /// [`Reading::new`] under this style, with this directory.
    ///
    /// # Errors
    ///
    /// As there.
    pub fn read(&self, text: &str, options: &JsValue) -> Result<Reading, Error> {
        let (house, directory) = (self.style.clone(), self.directory.clone());
        Ok(Reading::of(text, &Options { house, directory, ..read_options(options)? }))
    }
}

/// Nothing, in the place of what has wrong lines.
fn told<T: Default>(wrong: &mut Vec<BadLine>, lines: Vec<BadLine>) -> T {
    wrong.extend(lines);
    T::default()
}

#[wasm_bindgen]
impl Reading {
    /// Reads `text` under `options`, a plain object with the fields of
    /// [`Options`], or nothing.
    ///
    /// # Errors
    ///
    /// An `Error` that names the option that is unknown or has a wrong value.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, options: &JsValue) -> Result<Reading, Error> {
        Ok(Reading::of(text, &read_options(options)?))
    }

    /// The whole analysis as a plain object, the same as the command line's
    /// JSON: what the notice does not give is `null`.
    ///
    /// # Errors
    ///
    /// Where the engine has no memory left for it.
    pub fn analysis(&self) -> Result<JsValue, JsValue> {
        to_js(&self.analysis)
    }

    /// [`correct::on_row`]: the corrections that carry the changes of one row out,
    /// to be handed to the next reading among its options.
    ///
    /// # Errors
    ///
    /// Where a change is none that [`Change`] knows.
    pub fn correct(&self, row: &str, changes: JsValue) -> Result<JsValue, JsValue> {
        let changes: Vec<Change> = serde_wasm_bindgen::from_value(changes)?;
        let made = changes.into_iter().flat_map(|change| correct::on_row(&self.analysis, row, change));
        to_js(&made.collect::<Vec<_>>())
    }

    /// Holds it against `other`, which is the older one or the newer, and gives
    /// [`view::changes`].
    ///
    /// # Errors
    ///
    /// Where the engine has no memory left for it.
    pub fn compare(&mut self, other: &Reading, is_older: bool) -> Result<JsValue, JsValue> {
        let (old, new) = if is_older { (&other.analysis, &self.analysis) } else { (&self.analysis, &other.analysis) };
        let comparison = compare(old, new);
        let shown = to_js(&view::changes(&comparison));
        self.comparison = Some(comparison);
        shown
    }
}

/// What the page shows, one method for each view. Each fails only where the
/// engine has no memory left.
#[wasm_bindgen]
impl Reading {
    /// [`view::summary`].
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        to_js(&view::summary(&self.analysis, &self.rows))
    }

    /// [`view::overview`].
    pub fn overview(&self) -> Result<JsValue, JsValue> {
        to_js(&view::overview(&self.analysis, &self.rows, &view::collation(&self.analysis)))
    }

    /// [`view::task_table`].
    pub fn tasks(&self) -> Result<JsValue, JsValue> {
        to_js(&self.rows)
    }

    /// [`view::annex_table`].
    pub fn annex(&self) -> Result<JsValue, JsValue> {
        to_js(&view::annex_table(&self.analysis))
    }

    /// [`view::collation`].
    pub fn collation(&self) -> Result<JsValue, JsValue> {
        to_js(&view::collation(&self.analysis))
    }

    /// [`view::matrix`] of what is shown.
    pub fn matrix(&self, shown: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.shown_matrix(&read_shown(shown)?))
    }

    /// [`view::unit_list`].
    pub fn units(&self) -> Result<JsValue, JsValue> {
        to_js(&view::unit_list(&self.analysis, &self.rows))
    }

    /// [`view::unit_sheet`].
    pub fn unit(&self, name: &str) -> Result<JsValue, JsValue> {
        to_js(&view::unit_sheet(&self.analysis, &self.rows, name))
    }

    /// [`view::calendar`].
    pub fn calendar(&self) -> Result<JsValue, JsValue> {
        to_js(&view::calendar(&self.rows, self.today))
    }

    /// [`view::notice_sheet`].
    pub fn notice(&self) -> Result<JsValue, JsValue> {
        to_js(&view::notice_sheet(&self.analysis))
    }

    /// [`view::corrections`].
    pub fn corrections(&self) -> Result<JsValue, JsValue> {
        to_js(&view::corrections(&self.analysis))
    }

    /// [`view::unread`].
    pub fn unread(&self) -> Result<JsValue, JsValue> {
        to_js(&view::unread(&self.analysis))
    }

    /// [`view::finding_rows`] of the findings that are not put aside, and of
    /// those that are, by `ignored` (see [`Reading::ignore`]): `[open, aside]`.
    pub fn findings(&self, ignored: JsValue) -> Result<JsValue, JsValue> {
        let (open, aside) = self.split(&serde_wasm_bindgen::from_value(ignored)?);
        to_js(&[self.finding_rows(&open), self.finding_rows(&aside)])
    }

    /// [`view::amendments`] of the findings that are not put aside.
    pub fn amendments(&self, ignored: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.amendment_rows(&serde_wasm_bindgen::from_value(ignored)?))
    }

    /// [`view::marks`].
    pub fn marks(&self) -> Result<JsValue, JsValue> {
        to_js(&view::marks(&self.analysis))
    }
}

/// What leaves the page: the table of the name `sheet` ([`Sheet::name`],
/// [`ChangeSheet::name`] or `unit`), as far as it is shown. Each fails where
/// there is no table of that name.
#[wasm_bindgen]
impl Reading {
    /// Keeps findings out of all that leaves the page: those named by
    /// `{ ids, rules }`, two arrays of strings, and no others.
    pub fn ignore(&mut self, ignored: JsValue) -> Result<(), JsValue> {
        self.ignored = serde_wasm_bindgen::from_value(ignored)?;
        Ok(())
    }

    /// Its cells: a [`Table`].
    pub fn cells(&self, sheet: &str, shown: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.table(sheet, shown)?)
    }

    /// [`export::csv::write`].
    pub fn csv(&self, sheet: &str, shown: JsValue) -> Result<String, JsValue> {
        Ok(export::csv::write(&self.table(sheet, shown)?))
    }

    /// [`export::clipboard::html`].
    pub fn html(&self, sheet: &str, shown: JsValue) -> Result<String, JsValue> {
        Ok(export::clipboard::html(&self.table(sheet, shown)?))
    }

    /// [`export::clipboard::tsv`].
    pub fn tsv(&self, sheet: &str, shown: JsValue) -> Result<String, JsValue> {
        Ok(export::clipboard::tsv(&self.table(sheet, shown)?))
    }

    /// [`export::file_name`]; `sheet` may be empty: the notice itself.
    pub fn file_name(&self, sheet: &str, unit: &str, extension: &str) -> Result<String, Error> {
        let table = if sheet.is_empty() { String::new() } else { title(sheet, unit)? };
        Ok(export::file_name(self.analysis.notice.title.as_deref(), &table, extension))
    }

    /// What the table is called.
    pub fn title(&self, sheet: &str, unit: &str) -> Result<String, Error> {
        title(sheet, unit)
    }
}

/// The table of one unit.
const UNIT: &str = "unit";

fn title(sheet: &str, unit: &str) -> Result<String, Error> {
    if sheet == UNIT {
        return Ok(format!("{unit}任务清单"));
    }
    let named = sheet.parse::<Sheet>().map(Sheet::title).or_else(|_| sheet.parse().map(ChangeSheet::title));
    named.map(str::to_owned).map_err(|error: String| Error::new(&error))
}

impl Reading {
    fn of(text: &str, options: &Options) -> Self {
        let analysis = analyze(text, options);
        let rows = view::task_table(&analysis);
        Self { analysis, rows, today: options.today, ignored: Ignored::default(), comparison: None }
    }

    fn table(&self, sheet: &str, shown: JsValue) -> Result<Table, JsValue> {
        self.table_of(sheet, &read_shown(shown)?)
    }

    fn table_of(&self, sheet: &str, shown: &Shown) -> Result<Table, JsValue> {
        let table = match (sheet.parse(), &self.comparison) {
            (Ok(Sheet::Findings), _) => view::finding_table(&self.finding_rows(&self.split(&self.ignored).0)),
            (Ok(Sheet::Amendments), _) => view::amendment_table(&self.amendment_rows(&self.ignored)),
            (Ok(Sheet::Matrix), _) => view::matrix_table(&self.shown_matrix(shown)),
            (Ok(sheet), _) => sheet.table_of(&self.analysis, &self.rows),
            _ if sheet == UNIT => view::unit_table(&view::unit_sheet(&self.analysis, &self.rows, &shown.unit)),
            (Err(error), None) => return Err(Error::new(&error).into()),
            (Err(_), Some(comparison)) => change_sheet(sheet)?.table(comparison),
        };
        let table = match &shown.rows {
            Some(rows) if sheet != Sheet::Matrix.name() => table.only(rows),
            _ => table,
        };
        Ok(table.without_blank_columns().with(&shown.extras))
    }

    fn shown_rows(&self, shown: &Shown) -> Vec<Row> {
        let passes = |row: &&Row| shown.rows.as_ref().is_none_or(|rows| rows.contains(&row.id));
        self.rows.iter().filter(passes).cloned().collect()
    }

    fn shown_matrix(&self, shown: &Shown) -> view::Matrix {
        view::matrix(&self.analysis, &self.shown_rows(shown), &shown.shape)
    }

    /// The findings that nobody has put aside, and those that somebody has.
    fn split(&self, ignored: &Ignored) -> (Vec<Finding>, Vec<Finding>) {
        let all = Finding::unfolded(&self.analysis.findings).cloned();
        let (open, aside) = all.partition(|finding| ignored.spares(&finding.id, finding.code));
        (Finding::folded(open), Finding::folded(aside))
    }

    fn finding_rows(&self, findings: &[Finding]) -> Vec<FindingRow> {
        view::finding_rows(&self.analysis, findings)
    }

    fn amendment_rows(&self, ignored: &Ignored) -> Vec<Amendment> {
        view::amendments(&self.analysis, &self.split(ignored).0)
    }
}

fn change_sheet(sheet: &str) -> Result<ChangeSheet, Error> {
    sheet.parse().map_err(|error: String| Error::new(&error))
}

fn read_shown(shown: JsValue) -> Result<Shown, JsValue> {
    if shown.is_undefined() { Ok(Shown::default()) } else { Ok(serde_wasm_bindgen::from_value(shown)?) }
}

/// A value of the core as plain objects and arrays.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Options from a plain object, entry by entry: handed over as a whole,
/// serde-wasm-bindgen would look up the known names and never see a wrong one.
fn read_options(given: &JsValue) -> Result<Options, Error> {
    if given.is_undefined() || given.is_null() {
        return Ok(Options::default());
    }
    let object = given.dyn_ref::<Object>().ok_or_else(|| Error::new("options: not an object"))?;
    let current = RefCell::new(String::new());
    let entries = Object::entries(object).into_iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        current.replace(name.clone());
        (name, Deserializer::from(entry.get(1)))
    });
    Options::deserialize(MapDeserializer::new(entries))
        .map_err(|error| Error::new(&format!("option `{}`: {error}", current.borrow())))
}
