//! How far the run is, where somebody is looking.

use super::archive::Items;
use indicatif::{ProgressBar, ProgressStyle};

/// A bar on a terminal, nothing elsewhere.
pub struct Progress(ProgressBar);

impl Progress {
    /// Of a run over what is left of `items`.
    pub fn start(items: &Items) -> Self {
        let (bar, form) = match items.left() {
            Some(count) => (ProgressBar::new(count as u64), "{wide_bar} {pos}/{len} {per_sec} {eta}"),
            None => (ProgressBar::no_length(), "{spinner} {pos} {per_sec}"),
        };
        Self(match ProgressStyle::with_template(form) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// One more is read.
    pub fn step(&self) {
        self.0.inc(1);
    }

    /// All are written.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
