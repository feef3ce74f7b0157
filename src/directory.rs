//! 单位名录: the units an office deals with, kept in a small text file of its own:
//! their full names, how they are called for short, their level, and which units
//! a class such as 县食安委成员单位 stands for.
//!
//! ```text
//! # A full name, and what it is called for short.
//! 青岭县发展和改革局 = 县发改局、发改局；级别：县级
//! # A class, and its members, by any of their names.
//! 青岭县食品安全委员会成员单位 = 县食安委成员单位：县发改局、县教育局
//! ```
//!
//! One entry a line, in any order; blank lines and those that start with `#` say
//! nothing. A unit may have several lines. A name means one unit only. A name of
//! the directory that stands where a unit may stand is one, and the result calls
//! it by its full name. Nothing is changed by a directory that says nothing.

mod apply;
mod draft;
mod entry;
mod members;
mod near;

pub use crate::line::{BadLine, Fault};
pub(crate) use members::take_members_out;

use crate::analysis::{Level, UnitCategory};
use crate::mention::unit::category_of;
use crate::source::Names;
use near::NearNames;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// What a class of members is called at its end.
const MEMBERS: &str = "成员单位";

/// The units of one office, ready for many readings.
///
/// ```
/// use notice_analyzer::directory::Directory;
/// use notice_analyzer::{Options, analyze};
/// let directory = Directory::read("青岭县云协中心 = 云协").unwrap();
/// let options = Options { directory, ..Options::default() };
/// let analysis = analyze("一、做好服务。云协要制定办法，青岭县云协中心要完善制度。", &options);
/// assert_eq!(analysis.units[0].name, "青岭县云协中心");
/// assert_eq!(analysis.units[0].spellings, ["青岭县云协中心", "云协"]);
/// ```
#[derive(Clone, Default)]
pub struct Directory(Arc<Entries>);

/// The same, made once.
#[derive(Default)]
struct Entries {
    /// What it was read from.
    text: String,
    units: Vec<Entry>,
    /// The unit of each name.
    index: HashMap<String, usize>,
    /// The names, to be found in a text; absent without any.
    names: Option<Names>,
    /// The names, to be held against those that it does not have.
    near: NearNames,
}

/// One unit.
#[derive(Debug)]
struct Entry {
    name: String,
    level: Option<Level>,
    /// Whether a line gives it members.
    listed: bool,
    /// Those it stands for, if it is a class or a body with members.
    members: Vec<usize>,
}

impl Entry {
    /// What its members are called together.
    fn class_name(&self) -> String {
        if is_class(&self.name) { self.name.clone() } else { format!("{}{MEMBERS}", self.name) }
    }
}

impl Directory {
    /// Reads the file of an office.
    ///
    /// # Errors
    ///
    /// Every line that cannot be used, in order.
    pub fn read(text: &str) -> Result<Self, Vec<BadLine>> {
        let (units, index) = draft::read(text)?;
        // Classes are known by their words, and stand within longer names.
        let names = Names::new(index.keys().map(String::as_str).filter(|name| !is_class(name)));
        let near = NearNames::new(index.keys().map(String::as_str));
        Ok(Self(Arc::new(Entries { text: text.to_owned(), units, index, names, near })))
    }

    /// Whether it names no unit.
    pub fn is_empty(&self) -> bool {
        self.0.units.is_empty()
    }

    /// The full name of the unit that is called `name`.
    ///
    /// ```
    /// use notice_analyzer::directory::Directory;
    /// let directory = Directory::read("青岭县发展和改革局 = 县发改局").unwrap();
    /// assert_eq!(directory.full("县发改局"), Some("青岭县发展和改革局"));
    /// assert_eq!(directory.full("县教育局"), None);
    /// ```
    pub fn full(&self, name: &str) -> Option<&str> {
        self.entry(name).map(|entry| entry.name.as_str())
    }

    /// The level of the unit that is called `name`, where the directory says it.
    pub fn level(&self, name: &str) -> Option<Level> {
        self.entry(name)?.level
    }

    /// The members of the class `name`; of 各成员单位 alone, those of the body
    /// that `issuers` names. None where it is no class, or nothing is known of its
    /// members.
    ///
    /// ```
    /// use notice_analyzer::directory::Directory;
    /// let directory = Directory::read("青岭县食安委 = 县食安委：县教育局、县公安局").unwrap();
    /// assert_eq!(directory.members("县食安委各成员单位", &[]), ["县教育局", "县公安局"]);
    /// assert_eq!(directory.members("各成员单位", &["青岭县食安委办公室"]), ["县教育局", "县公安局"]);
    /// assert!(directory.members("县食安委", &[]).is_empty());
    /// ```
    pub fn members(&self, name: &str, issuers: &[&str]) -> Vec<&str> {
        let members = self.class(name, issuers).map(|class| class.members.as_slice()).unwrap_or_default();
        members.iter().map(|at| self.0.units[*at].name.as_str()).collect()
    }

    /// The names as the reading looks for them in a text.
    pub(crate) fn names(&self) -> Option<&Names> {
        self.0.names.as_ref()
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.0.index.get(name).map(|at| &self.0.units[*at])
    }

    fn class(&self, name: &str, issuers: &[&str]) -> Option<&Entry> {
        let has_members = |entry: &&Entry| entry.listed;
        if let Some(own) = self.entry(name).filter(has_members) {
            return is_class(&own.name).then_some(own);
        }
        let body = name.strip_suffix(MEMBERS)?;
        let body = ["各", "全体"].iter().find_map(|all| body.strip_suffix(all)).unwrap_or(body);
        let of = |body: &str| {
            let full = self.full(body).unwrap_or(body);
            self.entry(&format!("{full}{MEMBERS}")).or_else(|| self.entry(full)).filter(has_members)
        };
        if !body.is_empty() {
            return of(body);
        }
        issuers.iter().find_map(|issuer| of(issuer).or_else(|| of(issuer.strip_suffix("办公室")?)))
    }
}

/// Whether the name is that of many.
fn is_class(name: &str) -> bool {
    name.ends_with(MEMBERS) || name.starts_with('各') || category_of(name) == UnitCategory::Class
}

impl fmt::Debug for Directory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Directory").field(&self.0.text).finish()
    }
}

impl PartialEq for Directory {
    fn eq(&self, other: &Self) -> bool {
        self.0.text == other.0.text
    }
}

impl Eq for Directory {}

#[cfg(test)]
mod tests;
