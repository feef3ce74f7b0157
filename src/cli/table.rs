//! A table as a terminal shows it.

use super::plain::plain;
use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{ContentArrangement, Table as Grid};
use notice_analyzer::view::Table;

/// Columns of a table that no terminal shows.
const DEFAULT_WIDTH: u16 = 120;
/// The columns of whole texts: they would make every row a screen long.
const SENTENCES: &[&str] = &["措施", "原文字", "现文字", "正文内容", "附表内容"];

/// Lays `table` out for the terminal it is printed to, or for `$COLUMNS` (120
/// if unset) columns where there is none. A Chinese character takes two.
/// Columns without a word and the whole sentences are left out; the CSV has
/// them.
pub fn render(table: &Table) -> String {
    let mut grid = grid(table);
    if !grid.is_tty() {
        grid.set_width(std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).unwrap_or(DEFAULT_WIDTH));
    }
    plain(&grid.to_string())
}

fn grid(table: &Table) -> Grid {
    let shown: Vec<usize> = (0..table.header.len()).filter(|&column| is_shown(table, column)).collect();
    let pick = |row: &[String]| shown.iter().map(|&column| row[column].clone()).collect::<Vec<_>>();
    let mut grid = Grid::new();
    grid.load_style(UTF8_FULL_CONDENSED)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(pick(&table.header))
        .add_rows(table.rows.iter().map(|row| pick(row)));
    grid
}

fn is_shown(table: &Table, column: usize) -> bool {
    !SENTENCES.contains(&table.header[column].as_str())
        && (table.rows.is_empty() || table.rows.iter().any(|row| !row[column].is_empty()))
}

#[cfg(test)]
mod tests {
    use super::grid;
    use notice_analyzer::view::Table;
    use unicode_width::UnicodeWidthStr;

    fn table(rows: &[[&str; 4]]) -> Table {
        let owned = |row: &[&str; 4]| row.map(str::to_owned).to_vec();
        let header = owned(&["任务", "措施", "牵头单位", "督促单位"]);
        Table { header, rows: rows.iter().map(owned).collect(), ..Table::default() }
    }

    #[test]
    fn every_line_has_the_width_of_the_terminal() {
        let row = ["强化监测预警和信息报送工作", "加密站点。", "县防汛抗旱指挥部办公室（县应急局）", "县政府"];
        for width in [24, 40, 41, 80] {
            let mut grid = grid(&table(&[row, row]));
            let text = grid.set_width(width).to_string();
            let widths: Vec<usize> = text.lines().map(UnicodeWidthStr::width).collect();
            assert!(widths.iter().all(|w| *w == widths[0] && *w <= width.into()), "{width}: {widths:?}\n{text}");
            let words = [row[0], row[2], row[3]].concat();
            assert!(words.chars().all(|c| text.contains(c)), "{text}");
        }
    }

    #[test]
    fn columns_without_words_are_left_out() {
        let text = grid(&table(&[["排查", "一、", "县应急局", ""]])).to_string();
        assert!(text.contains("牵头单位") && !text.contains("督促单位") && !text.contains("措施"), "{text}");
        assert!(grid(&table(&[])).to_string().contains("督促单位"));
    }
}
