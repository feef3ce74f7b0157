//! What stands in files for Excel, WPS and Word, which the module `office` makes,
//! and a look at it.

use super::{Reading, Shown, to_js};
use crate::export::{ics, legal_name, xlsx};
use crate::view::{self, Calendar, Document, Section, Sheet, Table};
use js_sys::Error;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// One table that leaves, as far as it is shown.
#[derive(Deserialize)]
struct Leaving {
    sheet: String,
    #[serde(default)]
    shown: Shown,
}

/// The first rows of a table, and how many it has.
#[derive(Serialize)]
struct Preview {
    note: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    count: usize,
}

impl Preview {
    fn new(mut table: Table, rows: usize) -> Self {
        let count = table.rows.len();
        table.rows.truncate(rows);
        Self { note: table.note, header: table.header, rows: table.rows, count }
    }
}

#[wasm_bindgen]
impl Reading {
    /// The first `rows` rows of what [`Reading::cells`] gives, and the `count` of
    /// all.
    pub fn preview(&self, sheet: &str, shown: JsValue, rows: usize) -> Result<JsValue, JsValue> {
        to_js(&Preview::new(self.table(sheet, shown)?, rows))
    }

    /// What [`xlsx::write`] takes, of a list of `{ sheet, shown }`.
    pub fn worksheets(&self, sheets: JsValue) -> Result<JsValue, JsValue> {
        let sheets: Vec<Leaving> = serde_wasm_bindgen::from_value(sheets)?;
        let worksheet = |one: Leaving| -> Result<xlsx::Worksheet, JsValue> {
            let name = self.title(&one.sheet, &one.shown.unit)?;
            Ok(xlsx::Worksheet::of(&self.analysis.notice, &name, self.table_of(&one.sheet, &one.shown)?))
        };
        to_js(&sheets.into_iter().map(worksheet).collect::<Result<Vec<_>, _>>()?)
    }

    /// The first `rows` rows of the tables of a document ([`Document::name`]),
    /// each with the title of its section.
    pub fn document_preview(&self, name: &str, shown: JsValue, rows: usize) -> Result<JsValue, JsValue> {
        let sections = self.sections_of(parse(name)?, &super::read_shown(shown)?)?;
        let previews =
            sections.into_iter().map(|one| (format!("{}{}", one.to, one.title), Preview::new(one.table, rows)));
        to_js(&previews.collect::<Vec<_>>())
    }

    /// The sections of the document of that name, for `shown.unit` or, where
    /// that is empty, for all units.
    pub fn sections(&self, name: &str, shown: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.sections_of(parse(name)?, &super::read_shown(shown)?)?)
    }

    /// [`ics::write`] of the dates of the tasks that are shown.
    pub fn ics(&self, shown: JsValue) -> Result<String, JsValue> {
        let title = self.analysis.notice.marked_title().unwrap_or_default();
        Ok(ics::write(&title, &self.shown_calendar(shown)?.dated))
    }

    /// The first `rows` rows of [`view::date_table`] of the same.
    pub fn ics_preview(&self, shown: JsValue, rows: usize) -> Result<JsValue, JsValue> {
        to_js(&Preview::new(view::date_table(&self.shown_calendar(shown)?), rows))
    }

    /// [`legal_name`].
    pub fn legal_name(&self, name: &str, extension: &str) -> String {
        legal_name(name, extension)
    }
}

impl Reading {
    fn shown_calendar(&self, shown: JsValue) -> Result<Calendar, JsValue> {
        Ok(view::calendar(&self.shown_rows(&super::read_shown(shown)?), self.today))
    }

    /// Its sections; findings that were put aside ask for no amendment.
    fn sections_of(&self, document: Document, shown: &Shown) -> Result<Vec<Section>, JsValue> {
        match (document, shown.units) {
            (Document::Amendments, _) => {
                let table = self.table_of(Sheet::Amendments.name(), &Shown::default())?;
                Ok(vec![view::amendment_section(&self.analysis, table)])
            }
            (Document::Slips, Some([from, to])) => {
                Ok(view::slips_of(&self.analysis, &self.shown_rows(shown), from..to))
            }
            _ => Ok(document.sections(&self.analysis, &self.shown_rows(shown), &shown.unit)),
        }
    }
}

fn parse(name: &str) -> Result<Document, Error> {
    name.parse().map_err(|error: String| Error::new(&error))
}
