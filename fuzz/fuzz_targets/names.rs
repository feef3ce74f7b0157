//! Names of files: every system takes them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::export::{file_name, legal_name};
use notice_analyzer::source::is_invisible;

/// Names that Windows keeps for its devices, whatever follows a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

fuzz_target!(|words: (&str, &str)| {
    for name in [file_name(Some(words.0), words.1, "csv"), legal_name(words.0, "xlsx")] {
        assert!(!name.contains(|c: char| is_invisible(c) || "\\/:*?\"<>|".contains(c)), "{name}");
        assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']), "{name}");
        let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
        let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
        assert!(!DEVICES.contains(&device) || stem.len() > 4, "{name}");
    }
});
