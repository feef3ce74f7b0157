//! Tables derived from an [`Analysis`](crate::Analysis) alone. The page, the
//! command line and the exports show these and decide nothing of their own:
//! what stands in which column, which marks a cell bears and how a time reads
//! is settled here, once.
//!
//! ```
//! use notice_analyzer::{Analysis, view};
//! let analysis = Analysis::default();
//! assert!(view::task_table(&analysis).is_empty());
//! assert_eq!(view::Sheet::Tasks.table(&analysis).header[2], "任务");
//! ```

mod amendment;
mod body;
mod calendar;
mod caption;
mod collation;
mod comparison;
mod correction;
mod cover;
mod document;
mod extra;
mod findings;
mod label;
mod marks;
mod matrix;
mod notice_sheet;
mod overview;
mod part;
mod row;
mod sheet;
mod stated;
mod summary;
mod task_table;
mod unit_sheet;
mod unread;

pub use amendment::{Amendment, amendment_table, amendments};
pub use calendar::{Calendar, Entry, Standing, calendar, date_table};
pub use caption::{Captions, Heads, Name, Notes, captions};
pub use collation::{CollationRow, CollationSide, CollationView, UnitMark, collation};
pub use comparison::{BalanceRow, ChangePlace, ChangeRow, ChangeSheet, ChangeView, ChargeMark, Shift, changes};
pub use correction::{CorrectionRow, corrections};
pub use document::{Document, Section, amendment_section, assignments, slips, slips_of};
pub use extra::Extra;
pub use findings::{FindingRow, finding_rows, finding_table};
pub use marks::{Mark, MarkKind, marks};
pub use matrix::{Cell, Column, ColumnGroup, Matrix, MatrixRow, Shape, matrix, matrix_table};
pub use notice_sheet::{Field, NamedValue, notice_sheet};
pub use overview::{Count, overview};
pub use part::Part;
pub use row::{Lack, Row, Sentence, Source, Target, Time};
pub use sheet::{Sheet, Table};
pub use summary::{Summary, summary};
pub use task_table::{annex_table, task_table};
pub use unit_sheet::{UnitDuty, UnitEntry, UnitSheet, unit_list, unit_sheet, unit_table};
pub use unread::{UnreadRow, UnreadView, unread};
