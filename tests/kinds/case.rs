//! The files beside this one: a kind each.
//!
//! ```text
//! # What the kind is.
//!
//! @ 一、要求⏎…⏎云溪县水利局⏎2024年3月6日
//!
//! 各镇要在6月底前完成自查。
//!   actors: 各镇
//!   times: by 2024-06-30
//!   wrong: why it is not read so today
//! ```
//!
//! A case is a line of input (⏎ is a line end, ⇥ a tab) and, indented, its right
//! values; a line of `@` puts what follows in the place of its `…`. Fields that
//! each task has of its own (`units`, `actors`, `who`, `times`) take a line for
//! each task, `row` one for each row of the annex.

use std::fmt::{self, Display};
use std::path::Path;

/// One input with its right values.
pub struct Case {
    /// The file and line it stands in.
    at: String,
    /// The input as it stands in the file.
    input: String,
    /// The input in its frame, with line ends and tabs.
    pub text: String,
    /// Lines of field and right value.
    lines: Vec<(String, String)>,
    /// Why it is not read right today.
    pub mark: Option<String>,
}

impl Case {
    /// Each field once, with its lines in order.
    pub fn fields(&self) -> Vec<(&str, Vec<&str>)> {
        let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
        for (field, value) in &self.lines {
            match fields.iter_mut().find(|(known, _)| known == field) {
                Some((_, values)) => values.push(value),
                None => fields.push((field, vec![value])),
            }
        }
        fields
    }

    fn take(&mut self, line: &str) {
        let (field, value) = line.split_once(':').unwrap_or_else(|| panic!("{}: no field in {line:?}", self.at));
        match field {
            "wrong" => self.mark = Some(value.trim().to_owned()),
            _ => self.lines.push((field.to_owned(), value.trim().to_owned())),
        }
    }
}

impl Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.at, self.input)
    }
}

/// The cases of all kinds.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kinds");
    let files = std::fs::read_dir(&folder).expect("tests/kinds").map(|file| file.expect("a file").path());
    let mut kinds: Vec<_> = files.filter(|file| file.extension().is_some_and(|kind| kind == "txt")).collect();
    kinds.sort();
    kinds.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("read {}: {e}", file.display()));
    let name = file.file_name().expect("a name").to_string_lossy();
    let mut frame = "…".to_owned();
    let mut cases: Vec<Case> = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let at = format!("{name}:{}", number + 1);
        match (line.strip_prefix("@ "), line.strip_prefix("  ")) {
            (Some(new), _) => frame = new.to_owned(),
            (_, Some(right)) => cases.last_mut().unwrap_or_else(|| panic!("{at}: no input above")).take(right),
            _ => {
                let text = frame.replace('…', line).replace('⏎', "\n").replace('⇥', "\t");
                cases.push(Case { at, input: line.to_owned(), text, lines: Vec::new(), mark: None });
            }
        }
    }
    assert!(
        !cases.is_empty() && cases.iter().all(|case| !case.lines.is_empty()),
        "{name} holds a case without a right value"
    );
    cases
}
