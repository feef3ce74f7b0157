//! A table on its way from cells to lines.

/// Most columns that a table is believed to have; Word has 63.
const WIDEST: usize = 200;

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
    /// Whether another table stands in it: then it only lays a page out.
    pub(super) is_frame: bool,
}

/// A cell that is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// Its lines.
    pub(super) lines: Vec<String>,
    /// How many columns it covers.
    pub(super) span: usize,
    /// Whether it goes on from the row above.
    pub(super) goes_on: bool,
}

impl Table {
    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Takes the row that was begun last back.
    pub(super) fn drop_row(&mut self) {
        self.rows.pop();
    }

    /// Adds a cell to the row that was begun last.
    pub(super) fn cell(&mut self, cell: Cell) {
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// Its lines: the cells of a row between TABs, a merged value in each of its
    /// rows; what only lays a page out, as the lines of its cells. What stands
    /// there without being written takes its bytes from `room`, as long as there
    /// are any: a small file shall not become a large text.
    pub(super) fn lines(self, room: &mut usize) -> Vec<String> {
        if self.is_frame || self.rows.iter().all(|row| row.len() < 2) {
            return self.rows.into_iter().flatten().flat_map(|cell| cell.lines).collect();
        }
        let mut above: Vec<String> = Vec::new();
        let mut lines: Vec<Vec<String>> = Vec::new();
        for row in self.rows {
            above = spread(row, &above, room);
            lines.push(above.clone());
        }
        let width = lines.iter().map(Vec::len).max().unwrap_or_default();
        let line = |mut cells: Vec<String>| {
            if take(room, width) {
                cells.resize(width, String::new());
            }
            cells.join("\t")
        };
        lines.into_iter().map(line).collect()
    }
}

/// The texts of a row, column by column; a cell over several columns stands in
/// the first.
fn spread(row: Vec<Cell>, above: &[String], room: &mut usize) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for cell in row.iter().take(WIDEST) {
        let repeated = above.get(texts.len()).filter(|_| cell.goes_on);
        let text = match repeated {
            Some(text) if take(room, text.len()) => text.clone(),
            Some(_) => String::new(),
            None => quoted(cell),
        };
        let end = WIDEST.min(texts.len() + cell.span.max(1));
        texts.push(text);
        texts.resize(end, String::new());
    }
    texts
}

/// Takes `bytes` from `room`, if there are so many.
fn take(room: &mut usize, bytes: usize) -> bool {
    let there = *room >= bytes;
    *room = room.saturating_sub(bytes);
    there
}

/// A cell of several lines as a spreadsheet quotes it.
fn quoted(cell: &Cell) -> String {
    let lines: Vec<&str> = cell.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let text = lines.join("\n");
    if text.contains(['\n', '\t']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
