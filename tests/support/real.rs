//! The real notices beside the project, where they are.

use super::samples::{Notice, notices};
use std::path::Path;

/// The folders of real notices, as seen from the project.
const FOLDERS: [&str; 2] = ["../shared/notices", "../shared/notices-more"];

/// Every real notice; none, and a line that says so, where they are not here.
pub fn real_notices() -> Vec<Notice> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found: Vec<Notice> = FOLDERS.iter().flat_map(|folder| notices(&root.join(folder))).collect();
    if found.is_empty() {
        println!("skipped: ../shared is not here");
    }
    found
}
