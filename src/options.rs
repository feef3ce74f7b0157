//! What a caller may set for one reading.

use crate::analysis::Correction;
use crate::directory::Directory;
use crate::house::HouseStyle;
use jiff::civil::Date;
use serde::Deserialize;

/// Options of [`crate::analyze`]. The core has no clock: whoever calls it says
/// which day it is, or leaves it out.
///
/// ```
/// use notice_analyzer::Options;
/// let options = Options { today: Some("2024-03-01".parse().unwrap()), ..Options::default() };
/// assert_eq!(options.today.unwrap().year(), 2024);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The day of the reading. A notice that states no year at all takes its
    /// work year from here; without it such years stay unknown.
    pub today: Option<Date>,
    /// Codes of rules that stay silent.
    pub rules_off: Vec<String>,
    /// Codes of rules that speak though they are off by default.
    pub rules_on: Vec<String>,
    /// What a person has corrected in the reading, in that order.
    pub corrections: Vec<Correction>,
    /// The words and rules of the office itself (OWN-001, OWN-002).
    #[serde(skip)]
    pub house: HouseStyle,
    /// The units that the office knows.
    #[serde(skip)]
    pub directory: Directory,
    /// Whether the members of a class stand in the tasks that name it, where the
    /// directory lists them.
    pub expand: bool,
}

impl Options {
    /// Whether the rule `code` speaks, which by default does so or not.
    pub(crate) fn speaks(&self, code: &str, by_default: bool) -> bool {
        let names = |codes: &[String]| codes.iter().any(|c| c.eq_ignore_ascii_case(code));
        !names(&self.rules_off) && (by_default || names(&self.rules_on))
    }
}
