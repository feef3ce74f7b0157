//! The boundary to JavaScript: two classes. Nothing else in the crate knows a
//! browser. Text goes in as a JavaScript string; a lone surrogate in it becomes
//! U+FFFD, which is one code unit too, so every span still fits the string.

use crate::compare::{Comparison, compare};
use crate::view::{self, ChangeSheet, FindingRow, Sheet, Table};
use crate::{Analysis, Options, analyze, check, export};
use js_sys::{Array, Error, Object};
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use std::cell::RefCell;
use std::collections::HashSet;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// One notice as read, and what the page shows of it.
#[wasm_bindgen]
pub struct Reading {
    analysis: Analysis,
    /// Findings that the page has put aside.
    ignored: Ignored,
}

/// Names of findings, and codes of rules, that are not to leave the page.
#[derive(Default, Deserialize)]
struct Ignored {
    ids: HashSet<String>,
    rules: HashSet<String>,
}

/// Every rule with its page, as [`check::RULES`], group by group: a list of
/// `[name, rules]`.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsValue> {
    let of = |letters: &'static str| check::RULES.iter().filter(move |rule| rule.group() == letters);
    let groups = check::GROUPS.iter().map(|(letters, name)| (name, of(letters).collect::<Vec<_>>()));
    to_js(&groups.collect::<Vec<_>>())
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
        let options = read_options(options)?;
        Ok(Reading { analysis: analyze(text, &options), ignored: Ignored::default() })
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
}

/// What the page shows, one method for each view. Each fails only where the
/// engine has no memory left.
#[wasm_bindgen]
impl Reading {
    /// [`view::summary`].
    pub fn summary(&self) -> Result<JsValue, JsValue> {
        to_js(&view::summary(&self.analysis))
    }

    /// [`view::task_table`].
    pub fn tasks(&self) -> Result<JsValue, JsValue> {
        to_js(&view::task_table(&self.analysis))
    }

    /// [`view::annex_table`].
    pub fn annex(&self) -> Result<JsValue, JsValue> {
        to_js(&view::annex_table(&self.analysis))
    }

    /// [`view::collation`].
    pub fn collation(&self) -> Result<JsValue, JsValue> {
        to_js(&view::collation(&self.analysis))
    }

    /// [`view::matrix`].
    pub fn matrix(&self) -> Result<JsValue, JsValue> {
        to_js(&view::matrix(&self.analysis))
    }

    /// [`view::calendar`].
    pub fn calendar(&self) -> Result<JsValue, JsValue> {
        to_js(&view::calendar(&self.analysis))
    }

    /// [`view::notice_sheet`].
    pub fn notice(&self) -> Result<JsValue, JsValue> {
        to_js(&view::notice_sheet(&self.analysis))
    }

    /// [`view::finding_rows`].
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        to_js(&view::finding_rows(&self.analysis))
    }

    /// [`view::marks`].
    pub fn marks(&self) -> Result<JsValue, JsValue> {
        to_js(&view::marks(&self.analysis))
    }
}

/// What leaves the page: the table of the name `sheet` (see [`Sheet::name`]).
/// Each fails where there is no table of that name.
#[wasm_bindgen]
impl Reading {
    /// Keeps findings out of all that leaves the page: those named by
    /// `{ ids, rules }`, two arrays of strings, and no others.
    pub fn ignore(&mut self, ignored: JsValue) -> Result<(), JsValue> {
        self.ignored = serde_wasm_bindgen::from_value(ignored)?;
        Ok(())
    }

    /// Its cells: `{ header, rows }`.
    pub fn cells(&self, sheet: &str) -> Result<JsValue, JsValue> {
        to_js(&self.table(sheet)?)
    }

    /// [`export::csv::write`].
    pub fn csv(&self, sheet: &str) -> Result<String, Error> {
        Ok(export::csv::write(&self.table(sheet)?))
    }

    /// [`export::clipboard::html`].
    pub fn html(&self, sheet: &str) -> Result<String, Error> {
        Ok(export::clipboard::html(&self.table(sheet)?))
    }

    /// [`export::clipboard::tsv`].
    pub fn tsv(&self, sheet: &str) -> Result<String, Error> {
        Ok(export::clipboard::tsv(&self.table(sheet)?))
    }

    /// [`export::file_name`].
    pub fn file_name(&self, sheet: &str, extension: &str) -> Result<String, Error> {
        Ok(export::file_name(self.analysis.notice.title.as_deref(), named(sheet)?.title(), extension))
    }
}

impl Reading {
    fn table(&self, sheet: &str) -> Result<Table, Error> {
        Ok(match named(sheet)? {
            Sheet::Findings => view::finding_table(&self.remarks()),
            sheet => sheet.table(&self.analysis),
        })
    }

    /// The findings that nobody has put aside.
    fn remarks(&self) -> Vec<FindingRow> {
        let mut rows = view::finding_rows(&self.analysis);
        rows.retain(|row| !self.ignored.ids.contains(&row.id) && !self.ignored.rules.contains(row.code));
        rows
    }
}

/// One notice held against another, and what the page shows of it.
#[wasm_bindgen]
pub struct Changes {
    comparison: Comparison,
    title: Option<String>,
}

/// The tables have the names of [`ChangeSheet::name`]; what asks for one fails
/// where there is none of that name.
#[wasm_bindgen]
impl Changes {
    /// [`compare`]s two readings.
    #[wasm_bindgen(constructor)]
    pub fn new(old: &Reading, new: &Reading) -> Changes {
        let title = new.analysis.notice.title.clone().or_else(|| old.analysis.notice.title.clone());
        Changes { comparison: compare(&old.analysis, &new.analysis), title }
    }

    /// [`view::changes`]. Fails only where the engine has no memory left.
    pub fn view(&self) -> Result<JsValue, JsValue> {
        to_js(&view::changes(&self.comparison))
    }

    /// The cells of a table: `{ header, rows }`.
    pub fn cells(&self, sheet: &str) -> Result<JsValue, JsValue> {
        to_js(&self.table(sheet)?)
    }

    /// [`export::csv::write`].
    pub fn csv(&self, sheet: &str) -> Result<String, Error> {
        Ok(export::csv::write(&self.table(sheet)?))
    }

    /// [`export::clipboard::html`].
    pub fn html(&self, sheet: &str) -> Result<String, Error> {
        Ok(export::clipboard::html(&self.table(sheet)?))
    }

    /// [`export::clipboard::tsv`].
    pub fn tsv(&self, sheet: &str) -> Result<String, Error> {
        Ok(export::clipboard::tsv(&self.table(sheet)?))
    }

    /// [`export::file_name`].
    pub fn file_name(&self, sheet: &str, extension: &str) -> Result<String, Error> {
        Ok(export::file_name(self.title.as_deref(), change_sheet(sheet)?.title(), extension))
    }
}

impl Changes {
    fn table(&self, sheet: &str) -> Result<Table, Error> {
        Ok(change_sheet(sheet)?.table(&self.comparison))
    }
}

fn change_sheet(sheet: &str) -> Result<ChangeSheet, Error> {
    sheet.parse().map_err(|error: String| Error::new(&error))
}

fn named(sheet: &str) -> Result<Sheet, Error> {
    sheet.parse().map_err(|error: String| Error::new(&error))
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
