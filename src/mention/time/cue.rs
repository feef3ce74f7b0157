//! The words around times that say whether they bind: what `cues.txt` lists.

use std::cmp::Reverse;
use std::sync::LazyLock;

macro_rules! cues {
    ($($cue:ident)*) => {
        /// A kind of words around times; `cues.txt` says what each is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Cue {
            $($cue),*
        }

        /// The kinds, as the file names them.
        const NAMES: &[&str] = &[$(stringify!($cue)),*];
    };
}

cues! {
    Joints LabelJoints DueLabels LabelNouns RecordLabels Latest UntilLabels Institutions StateWords
    Stated Compared HeldOn RecordVerbs Entitled Told Missed Obliging Papers HandedIn Occurred Topics
    Procedures StateLeads Modals Adverbs Completions VerbLeads Launches Holdings Attendances DueVerbs Due
    EventTails EventBridges EventEnds EventCuts NotPrepositions EventHeads NotWithinBefore Limiters Rights
    NotWithinAfter NoDeeds Frames ObligedIn EventShorts Awaited Openings Steps Advance Cycles Limits
    Rates Giving RateBases RateUnits Namings Series Changes StepFollowers LongPeriods SystemNouns
    NotASystemBefore Occasions Kept EventVerbs Issued Governing Repeats Completed Bans
    Grants Permits Consequences Lapses Aims Measures Predicates Enjoyed OwnValidity Terms Owners Eligible Reckonings Dues Holding
}

/// The words of each kind, the longest first.
static WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let mut kinds: Vec<Vec<String>> = NAMES.iter().map(|_| Vec::new()).collect();
    for block in include_str!("cues.txt").split("\n[").skip(1) {
        let Some((name, words)) = block.split_once(']') else { continue };
        let Some(kind) = NAMES.iter().position(|known| *known == name) else { continue };
        let lines = words.lines().filter(|line| !line.starts_with('#'));
        kinds[kind].extend(lines.flat_map(str::split_whitespace).map(|word| word.replace('⏎', "\n")));
        kinds[kind].sort_by_key(|word| Reverse(word.len()));
    }
    kinds
});

impl Cue {
    fn words(self) -> &'static [String] {
        &WORDS[self as usize]
    }

    /// The word that `text` opens with.
    pub fn opening(self, text: &str) -> Option<&'static str> {
        self.words().iter().find(|word| text.starts_with(word.as_str())).map(String::as_str)
    }

    /// The word that `text` ends with.
    pub fn ending(self, text: &str) -> Option<&'static str> {
        self.words().iter().find(|word| text.ends_with(word.as_str())).map(String::as_str)
    }

    /// Whether `text` opens with one of the words.
    pub fn opens(self, text: &str) -> bool {
        self.opening(text).is_some()
    }

    /// Whether `text` ends with one of the words.
    pub fn ends(self, text: &str) -> bool {
        self.ending(text).is_some()
    }

    /// Whether one of the words stands in `text`.
    pub fn within(self, text: &str) -> bool {
        self.words().iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether `text` is one of the words.
    pub fn is(self, text: &str) -> bool {
        self.words().iter().any(|word| word == text)
    }

    /// Where the first of the words that stand in `text` starts.
    pub fn first_in(self, text: &str) -> Option<usize> {
        self.words().iter().filter_map(|word| text.find(word.as_str())).min()
    }

    /// Where the last of the words that stand in `text` starts, and the word.
    pub fn last_in(self, text: &str) -> Option<(usize, &'static str)> {
        self.words().iter().filter_map(|word| Some((text.rfind(word.as_str())?, word.as_str()))).max()
    }
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn every_kind_has_words() {
        assert!(WORDS.iter().all(|words| !words.is_empty()));
    }
}
