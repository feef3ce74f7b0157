//! Every rule, in the order in which it is shown. To register a rule, add its
//! line.

use super::rule::Rule;
use super::{citation, element, number, punctuation, route, structure, wording};

/// All rules.
pub static RULES: &[&Rule] = &[
    &punctuation::unpaired::RULE,
    &punctuation::half_width::RULE,
    &punctuation::quoted_list::RULE,
    &punctuation::repeated::RULE,
    &punctuation::lead_in::RULE,
    &number::mixed::RULE,
    &number::bound::RULE,
    &number::count::RULE,
    &number::form::RULE,
    &wording::doubled::RULE,
    &wording::missing::RULE,
    &wording::collocation::RULE,
    &wording::echo::RULE,
    &wording::foreign::RULE,
    &wording::spacing::RULE,
    &wording::term::RULE,
    &wording::quotes::RULE,
    &citation::unnumbered::RULE,
    &citation::number_form::RULE,
    &citation::nested::RULE,
    &citation::short_name::RULE,
    &element::doc_number::RULE,
    &element::number_year::RULE,
    &element::title::RULE,
    &element::addressees::RULE,
    &element::signature::RULE,
    &element::attachments::RULE,
    &element::attachment_note::RULE,
    &element::surplus::RULE,
    &route::office_to_government::RULE,
    &route::government_to_party::RULE,
    &structure::sequence::RULE,
    &structure::levels::RULE,
    &structure::marks::RULE,
    &structure::brackets::RULE,
    &structure::long_paragraph::RULE,
];
