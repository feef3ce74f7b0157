//! How high a row must be. Programs that print or preview a workbook do not
//! measure wrapped text themselves, so every row says its height.

use crate::export::column::Column;

/// One line of 10.5 points.
const LINE: f32 = 14.25;
/// No row may be higher.
const HIGHEST: f32 = 409.5;
/// Most characters of an upright head one below the other.
const UPRIGHT: usize = 12;

/// The height, in points, of a row with these cells.
pub(super) fn of_row<'a>(cells: impl Iterator<Item = (&'a Column, &'a String)>) -> String {
    let lines = cells.map(|(column, cell)| lines(cell, column.width)).max();
    points(lines.unwrap_or(1))
}

/// The height of a head whose longest upright name has this many characters.
pub(super) fn of_head(upright: usize) -> String {
    points(upright.clamp(2, UPRIGHT))
}

/// The width of a column under an upright head, in characters of half width.
pub(super) fn upright_width(name: &str) -> u32 {
    let lines = name.chars().count().div_ceil(UPRIGHT).max(1);
    5 + 2 * u32::try_from(lines).unwrap_or(u32::MAX / 4).min(100)
}

fn points(lines: usize) -> String {
    format!("{:.2}", (lines as f32 * LINE + 4.0).min(HIGHEST))
}

/// Lines that a cell takes, where Chinese characters are two wide and a line
/// never breaks between two that do not fit.
fn lines(cell: &str, width: u32) -> usize {
    let room = width.saturating_sub(1).max(2) as usize;
    let wide = |c: char| if c.is_ascii() { 1 } else { 2 };
    cell.split('\n').map(|line| line.chars().map(wide).sum::<usize>().div_ceil(room - room % 2).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_cell() {
        for (cell, width, taken) in [
            ("", 18, 1),
            ("县应急局", 18, 1),
            ("县应急局、县水利局", 18, 2),
            ("一\n二\n三", 18, 3),
            ("12345678", 6, 2),
            ("字", 0, 1),
            ("（责）", 7, 1),
        ] {
            assert_eq!(lines(cell, width), taken, "{cell} {width}");
        }
    }

    #[test]
    fn no_height_is_beyond_what_programs_take() {
        assert_eq!(points(1), "18.25");
        assert_eq!(points(10_000), "409.50");
        assert_eq!(of_head(40), of_head(UPRIGHT));
        assert_eq!((upright_width("县应急局"), upright_width(&"长".repeat(13))), (7, 9));
    }
}
