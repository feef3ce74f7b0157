//! How two entries open: what is their title, and what is their words, must be
//! read alike on both sides.

use crate::analysis::Task;
use crate::source::Passage;
use crate::span::TextRange;
use crate::task::wording::heading_len;

/// The head of an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening<'a> {
    /// Its title; empty if none.
    pub title: &'a str,
    /// The title as it stands, with its mark; empty where it stands apart.
    pub heading: &'a Passage,
    /// What it says behind it.
    pub wording: &'a Passage,
}

impl<'a> Opening<'a> {
    /// How a task opens.
    pub fn of(task: &'a Task) -> Self {
        Self { title: &task.title, heading: &task.heading, wording: &task.wording }
    }

    /// What this entry says, next to `other`, which answers it. Where only one
    /// of them seems to have a title, the other one's is looked for in its
    /// words; a title that opens the other one's words is no title.
    pub fn words(&self, other: Opening) -> Passage {
        if self.title.is_empty() {
            return behind(self.wording, other.title);
        }
        if !self.opens_words_of(other) {
            return self.wording.clone();
        }
        let mut words = self.heading.clone();
        words.append(self.wording);
        words
    }

    /// Whether what seems to be the title is how the other one's words open.
    pub fn opens_words_of(&self, other: Opening) -> bool {
        !self.title.is_empty() && self.title != other.title && other.wording.text().starts_with(self.title)
    }
}

/// What several entries say together, next to those that answer them.
pub(super) fn joined(own: &[Opening], other: &[Opening]) -> Passage {
    let mut all = Passage::default();
    for (at, one) in own.iter().enumerate() {
        match other.first().filter(|_| at == 0) {
            Some(other) => all.append(&one.words(*other)),
            None => all.append(one.wording),
        }
    }
    all
}

/// A passage without the title it opens with.
fn behind(words: &Passage, title: &str) -> Passage {
    let text = words.text();
    let len = if text.starts_with(title) && !title.is_empty() { heading_len(text, title) } else { 0 };
    if len == 0 { words.clone() } else { words.part(TextRange::new(len, text.len())) }
}
