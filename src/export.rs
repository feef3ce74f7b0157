//! Tables in the forms that other programs take.
//!
//! ```
//! use notice_analyzer::{Analysis, export, view::Sheet};
//! let table = Sheet::Tasks.table(&Analysis::default());
//! assert!(export::csv::write(&table).starts_with('\u{feff}'));
//! let title = Some("关于安全生产的通知");
//! assert_eq!(export::file_name(title, Sheet::Tasks.title(), "csv"), "关于安全生产的通知-任务分解表.csv");
//! ```

pub mod clipboard;
mod column;
pub mod csv;
pub mod docx;
mod file_name;
mod guard;
pub mod ics;
mod package;
pub mod xlsx;
mod xml;

pub use file_name::{file_name, legal_name};
