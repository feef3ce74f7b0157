//! Files for WPS, Excel, Word and calendars.

use clap::ValueEnum;
use notice_analyzer::Analysis;
use notice_analyzer::export::xlsx::{self, Worksheet};
use notice_analyzer::export::{docx, ics};
use notice_analyzer::view::{Document, Extra, Sheet, calendar, task_table};
use std::io;
use std::path::PathBuf;

/// What is written, and where to.
#[derive(clap::Args)]
pub struct ExportArgs {
    /// The program it is for
    #[arg(long, value_enum, default_value_t = FileFormat::Xlsx)]
    format: FileFormat,
    /// The file to write, over one that is there; `-` writes to standard output
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    /// Which tables, as xlsx, each a sheet of its own: tasks, sentences, matrix, units, calendar, annex, collation, notice,
    /// findings or amendments
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_values = ["tasks", "matrix", "units", "calendar", "findings", "amendments"])]
    sheet: Vec<Sheet>,
    /// Which document, as docx: assignments (重点任务分工), slips (征求意见分送单, a page for each unit) or amendments (修改意见表)
    #[arg(long, value_name = "NAME", default_value = "assignments")]
    document: Document,
    /// The one unit that slips are for
    #[arg(long, value_name = "UNIT", default_value = "")]
    unit: String,
    /// Columns that tables of tasks get besides: due (the last day as a date), person, contact, progress, result, remark
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_values = ["due"])]
    add: Vec<Extra>,
}

#[derive(Clone, Copy, ValueEnum)]
enum FileFormat {
    /// A workbook for Excel and WPS
    Xlsx,
    /// A document for Word and WPS
    Docx,
    /// The dates for a calendar program, an entry each
    Ics,
}

impl ExportArgs {
    /// The bytes of the file.
    ///
    /// # Errors
    /// If it would be larger than a file of its kind can be.
    pub fn make(&self, analysis: &Analysis) -> io::Result<Vec<u8>> {
        let title = analysis.notice.marked_title().unwrap_or_default();
        match self.format {
            FileFormat::Xlsx => xlsx::write(&title, &self.worksheets(analysis)),
            FileFormat::Docx => {
                let sections = self.document.sections(analysis, &task_table(analysis), &self.unit);
                docx::write(&title, &sections, self.document.is_wide())
            }
            FileFormat::Ics => Ok(ics::write(&title, &calendar(&task_table(analysis), None).dated).into_bytes()),
        }
    }

    fn worksheets(&self, analysis: &Analysis) -> Vec<Worksheet> {
        let table = |sheet: &Sheet| sheet.table(analysis).without_blank_columns().with(&self.add);
        let worksheet = |sheet: &Sheet| Worksheet::of(&analysis.notice, sheet.title(), table(sheet));
        self.sheet.iter().map(worksheet).collect()
    }
}
