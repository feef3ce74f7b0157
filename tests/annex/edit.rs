//! What is planted: the lines of `edits.txt`.

use super::layout::{Draft, Row};

/// What must be found.
#[derive(Clone, Debug)]
pub struct Expected {
    pub code: String,
    pub words: Vec<String>,
    pub hint: bool,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Edit {
    pub line: usize,
    /// What it does, as written.
    pub words: String,
    pub expected: Option<Expected>,
}

/// All edits.
pub fn edits() -> Vec<Edit> {
    let lines = include_str!("edits.txt").lines().enumerate();
    let edit = |(at, line): (usize, &str)| {
        let (words, expected) = line.split_once("=>")?;
        Some(Edit { line: at + 1, words: words.trim().to_owned(), expected: expected_of(expected) })
    };
    lines.filter(|(_, line)| !line.starts_with('#')).filter_map(edit).collect()
}

fn expected_of(text: &str) -> Option<Expected> {
    let mut words = text.split_whitespace().peekable();
    let hint = words.next_if_eq(&"hint").is_some();
    let code = words.next()?.to_owned();
    Some(Expected { code, words: words.map(str::to_owned).collect(), hint })
}

impl Edit {
    /// The rows it touches, as numbers of their tasks.
    pub fn rows(&self) -> Vec<usize> {
        let head = match self.words.split_once(':').unwrap_or((&self.words, "")) {
            (head, rest) if head.starts_with("move") => rest,
            ("body", rest) => rest,
            (head, _) => head,
        };
        if self.words.starts_with("body") {
            let (old, _) = change(head);
            let draft = Draft::read();
            return draft
                .rows
                .iter()
                .filter(|row| row.text.contains(old) || old.contains(&row.units))
                .map(|r| r.task)
                .collect();
        }
        head.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect()
    }

    /// Whether it leaves a cell blank.
    pub fn leaves_blank(&self) -> bool {
        self.words.starts_with("split") || self.words.ends_with(':')
    }

    /// Changes the draft.
    pub fn make(&self, draft: &mut Draft) {
        let (head, value) = self.words.split_once(':').unwrap_or((&self.words, ""));
        let (verb, object) = head.split_once(' ').unwrap_or((head, ""));
        let value = value.trim();
        match verb {
            "body" => draft.body = replaced(&draft.body, value),
            "number" => row(draft, object).number = value.to_owned(),
            "title" => row(draft, object).title = value.to_owned(),
            "units" => row(draft, object).units = value.to_owned(),
            "time" => row(draft, object).time = value.to_owned(),
            "text" => {
                let row = row(draft, object);
                row.text = replaced(&row.text, value);
            }
            "double" => {
                let row = row(draft, object);
                row.text = format!("{}。{}", row.title, row.text);
            }
            "drop" => {
                let at = place(draft, object);
                draft.rows.remove(at);
            }
            "again" => {
                let at = place(draft, object);
                let copy = draft.rows[at].clone();
                draft.rows.insert(at + 1, copy);
            }
            "add" => add(draft, object, value),
            "move" => move_words(draft, object, value),
            "split" => split(draft, object, value),
            _ => panic!("line {}: no such edit", self.line),
        }
    }
}

fn change(value: &str) -> (&str, &str) {
    let (old, new) = value.split_once('→').expect("a change");
    (old.trim(), new.trim())
}

fn replaced(text: &str, value: &str) -> String {
    let (old, new) = change(value);
    assert!(text.contains(old), "{old} is not there");
    text.replacen(old, new, 1)
}

fn place(draft: &Draft, task: &str) -> usize {
    draft.rows.iter().position(|row| row.task.to_string() == task).expect("a row")
}

fn row<'d>(draft: &'d mut Draft, task: &str) -> &'d mut Row {
    let at = place(draft, task);
    &mut draft.rows[at]
}

fn add(draft: &mut Draft, behind: &str, value: &str) {
    let at = place(draft, behind);
    let cells: Vec<&str> = value.split('|').map(str::trim).collect();
    let [number, title, text, units] = cells[..] else { panic!("four cells") };
    let row = Row {
        task: 0,
        chapter: draft.rows[at].chapter.clone(),
        number: number.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        units: units.to_owned(),
        time: "持续推进".to_owned(),
    };
    draft.rows.insert(at + 1, row);
}

/// `move WORDS: N → M`.
fn move_words(draft: &mut Draft, words: &str, value: &str) {
    let (from, to) = change(value);
    let source = row(draft, from);
    assert!(source.text.contains(words), "{words} is not there");
    source.text = source.text.replacen(words, "", 1);
    row(draft, to).text.push_str(words);
}

fn split(draft: &mut Draft, task: &str, words: &str) {
    let at = place(draft, task);
    let mut rest = draft.rows[at].clone();
    let cut = rest.text.find(words).expect("the words") + words.len();
    draft.rows[at].text.truncate(cut);
    rest.text.drain(..cut);
    (rest.number, rest.title) = (String::new(), String::new());
    draft.rows.insert(at + 1, rest);
}
