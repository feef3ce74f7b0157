//! Tables of columns with tabs between.

/// The first columns of every row that has them.
pub fn rows<const N: usize>(table: &str) -> impl Iterator<Item = [&str; N]> {
    table.lines().filter_map(|row| {
        let columns: Vec<&str> = row.splitn(N + 1, '\t').take(N).collect();
        columns.try_into().ok()
    })
}
