//! Case files: lines of `input => expected`; `#` opens a comment line.

use std::fmt::Write;
use std::path::Path;

/// Runs `read` on every case of a file and compares; shows all misses at once.
pub fn check(file: &str, read: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("read {}: {e}", path.display()));
    let mut misses = String::new();
    let mut count = 0;
    for (number, line) in text.lines().enumerate() {
        let Some((input, expected)) = line.split_once(" => ").filter(|_| !line.starts_with('#')) else { continue };
        let found = read(&input.replace("\\n", "\n").replace("\\t", "\t"));
        count += 1;
        if found != expected {
            let _ = writeln!(misses, "{file}:{} {input}\n  expected {expected}\n  found    {found}", number + 1);
        }
    }
    assert!(count > 0, "{file} holds no case");
    assert!(misses.is_empty(), "{count} cases, misread:\n{misses}");
}
