//! Every rule, in the order in which it is shown. To register a rule, add its
//! line.

use super::punctuation;
use super::rule::Rule;

/// All rules.
pub static RULES: &[&Rule] = &[
    &punctuation::unpaired::RULE,
    &punctuation::half_width::RULE,
    &punctuation::quoted_list::RULE,
    &punctuation::repeated::RULE,
    &punctuation::lead_in::RULE,
];
