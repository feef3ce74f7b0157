//! A draft whose annex can be changed row by row and written in several
//! layouts.

use super::edit::Edit;

/// A row of the annex.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Which task it was made from; 0 for a row that was added.
    pub task: usize,
    pub chapter: String,
    pub number: String,
    pub title: String,
    pub text: String,
    pub units: String,
    pub time: String,
}

/// A notice with an annex.
#[derive(Clone, Debug)]
pub struct Draft {
    pub body: String,
    pub rows: Vec<Row>,
}

/// What the time column of some rows says.
const TIMES: &[(usize, &str)] = &[(2, "2025年底"), (4, "2025年6月底"), (8, "2025年9月底")];

impl Draft {
    /// The unchanged draft: its rows are its tasks, word for word.
    pub fn read() -> Self {
        let body = include_str!("draft.txt").to_owned();
        let mut chapter = String::new();
        let mut rows = Vec::new();
        for line in body.lines() {
            if let Some(rest) =
                line.strip_prefix('（').filter(|rest| rest.contains("负责）") || rest.contains("配合）"))
            {
                rows.push(row(rest, &chapter, rows.len() + 1));
            } else if line.contains('、') && line.chars().nth(1) == Some('、') {
                chapter = line.to_owned();
            }
        }
        Self { body, rows }
    }

    /// The whole notice.
    pub fn write(&self, layout: &Layout) -> String {
        format!("{}\n附件\n\n重点任务分工\n\n{}", self.body, (layout.table)(&self.rows))
    }
}

fn row(line: &str, chapter: &str, task: usize) -> Row {
    let (_, rest) = line.split_once('）').expect("a number");
    let (rest, units) = rest.rsplit_once('（').expect("a bracket");
    let (title, text) = rest.split_once('。').expect("a title");
    let time = TIMES.iter().find(|(row, _)| *row == task).map_or("持续推进", |(_, time)| time);
    Row {
        task,
        chapter: chapter.to_owned(),
        number: task.to_string(),
        title: title.to_owned(),
        text: text.to_owned(),
        units: units.trim_end_matches('）').to_owned(),
        time: time.to_owned(),
    }
}

/// A way to write the table.
pub struct Layout {
    pub name: &'static str,
    table: fn(&[Row]) -> String,
    /// Whether it has a time column.
    times: bool,
    /// Whether number and title stand before the words in one cell.
    headed: bool,
    /// Whether cells stand apart from one another: blank ones keep their place,
    /// and one that breaks off does not run on into the next.
    apart: bool,
}

impl Layout {
    /// Whether `edit` can be made in it.
    pub fn takes(&self, edit: &Edit) -> bool {
        (self.times || !edit.words.starts_with("time"))
            && (self.headed || !edit.words.starts_with("double"))
            && (self.apart || !edit.leaves_blank() && !edit.words.ends_with('，'))
    }
}

pub const LAYOUTS: &[Layout] = &[
    Layout { name: "chapters", table: chapters, times: false, headed: true, apart: true },
    Layout { name: "columns", table: columns, times: true, headed: false, apart: true },
    Layout { name: "roles", table: roles, times: false, headed: false, apart: true },
    Layout { name: "markdown", table: markdown, times: false, headed: true, apart: true },
    Layout { name: "cells", table: cells, times: false, headed: false, apart: false },
];

/// 序号, 任务 (chapters, merged), 主要内容 (number, title and words), 责任单位; a
/// page break in the middle, which repeats the chapter.
fn chapters(rows: &[Row]) -> String {
    let mut out = "序号\t任务\t主要内容\t责任单位\n".to_owned();
    let mut last = "";
    for (at, row) in rows.iter().enumerate() {
        if at == 6 {
            out.push('\n');
            last = "";
        }
        let (number, name) = row.chapter.split_once('、').unwrap_or_default();
        let (number, name) = if row.chapter == last { ("", "") } else { (number, name) };
        last = &row.chapter;
        out += &format!("{number}\t{name}\t<p>{}</p>\t{}\n", whole(row), row.units);
    }
    out
}

/// Number, title and words in one cell.
fn whole(row: &Row) -> String {
    let number = if row.number.is_empty() { String::new() } else { format!("{}. ", row.number) };
    let title = if row.title.is_empty() { String::new() } else { format!("{}。", row.title) };
    format!("{number}{title}{}", row.text)
}

/// A column for each, with 完成时限; the header stands again on the second page.
fn columns(rows: &[Row]) -> String {
    let header = "序号\t重点任务\t主要内容\t责任单位\t完成时限\n";
    let mut out = header.to_owned();
    for (at, row) in rows.iter().enumerate() {
        if at == 8 {
            out += &format!("\n{header}");
        }
        out += &format!("{}\t{}\t{}\t{}\t{}\n", row.number, row.title, row.text, row.units, row.time);
    }
    out
}

/// A column for each role.
fn roles(rows: &[Row]) -> String {
    let mut out = "序号\t任务\t工作措施\t牵头单位\t责任单位\t配合单位\n".to_owned();
    for row in rows {
        let of = |role: &str| {
            let parts = row.units.split('，').filter(|part| role_of(part) == role);
            parts.map(|part| part.trim_end_matches(role).trim_end_matches("分工")).collect::<Vec<_>>().join("、")
        };
        let (number, title, text) = (&row.number, &row.title, &row.text);
        out += &format!("{number}\t{title}\t{text}\t{}\t{}\t{}\n", of("牵头"), of("负责"), of("配合"));
    }
    out
}

fn role_of(part: &str) -> &'static str {
    ["牵头", "配合"].into_iter().find(|role| part.ends_with(role)).unwrap_or("负责")
}

fn markdown(rows: &[Row]) -> String {
    let mut out = "| 序号 | 工作任务 | 责任单位 |\n| --- | --- | --- |\n".to_owned();
    for row in rows {
        let title = if row.title.is_empty() { String::new() } else { format!("{}。", row.title) };
        out += &format!("| {} | {title}{} | {} |\n", row.number, row.text, row.units);
    }
    out
}

/// One cell a line, as some programs paste tables.
fn cells(rows: &[Row]) -> String {
    let mut out = "序号\n重点任务\n主要内容\n责任单位\n".to_owned();
    for row in rows {
        for cell in [&row.number, &row.title, &row.text, &row.units].into_iter().filter(|cell| !cell.is_empty()) {
            out += &format!("{cell}\n");
        }
    }
    out
}
