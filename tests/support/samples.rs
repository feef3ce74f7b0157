//! Our own sample notices, `tests/samples/*.txt`.

use std::path::Path;

/// A notice and the name of its file, without ending.
pub struct Notice {
    pub name: String,
    pub text: String,
}

/// Every sample, by name.
pub fn samples() -> Vec<Notice> {
    notices(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples"))
}

/// The `.txt` files of a folder, by name; none if there is no such folder.
pub fn notices(folder: &Path) -> Vec<Notice> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut notices: Vec<Notice> = paths.filter(|p| p.extension().is_some_and(|e| e == "txt")).map(read).collect();
    notices.sort_by(|a, b| a.name.cmp(&b.name));
    notices
}

fn read(path: std::path::PathBuf) -> Notice {
    let text = std::fs::read_to_string(&path).expect("a notice in UTF-8");
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Notice { name, text }
}
