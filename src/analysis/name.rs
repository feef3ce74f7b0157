//! Names that stand in many places of the result and are kept once.

use rustc_hash::FxHashSet;
use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// What a unit or a task is called. Copies share the words: a unit stands at many
/// tasks, a task in the lists of many units.
///
/// ```
/// use notice_analyzer::Name;
/// let name = Name::from("县住建局");
/// assert_eq!(name.clone(), "县住建局");
/// assert!(name.ends_with('局'));
/// ```
#[derive(Clone, Default)]
pub struct Name(Option<Arc<str>>);

impl Name {
    /// The words.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl From<&str> for Name {
    fn from(words: &str) -> Self {
        Self((!words.is_empty()).then(|| words.into()))
    }
}

impl From<String> for Name {
    fn from(words: String) -> Self {
        words.as_str().into()
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Name {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// Names in use, so that one which comes back is kept once.
#[derive(Default)]
pub(crate) struct SharedNames(FxHashSet<Name>);

impl SharedNames {
    /// The name that these words are.
    pub fn of(&mut self, words: &str) -> Name {
        if let Some(known) = self.0.get(words) {
            return known.clone();
        }
        let name = Name::from(words);
        self.0.insert(name.clone());
        name
    }
}
