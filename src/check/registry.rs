//! Every rule, in the order in which it is shown. To register a rule, add its
//! line.

use super::rule::Rule;
use super::scan::Scanner;
use super::work::Check;
use super::{
    annex, citation, element, foreign, house, number, punctuation, responsibility, route, structure, time, unit,
    wording,
};
use std::sync::LazyLock;

/// All rules, group by group as in [`GROUPS`](super::GROUPS).
pub static RULES: &[&Rule] = &rules(CHECKS);

const fn rules<const N: usize>(checks: &[&'static Check; N]) -> [&'static Rule; N] {
    let (mut rules, mut at) = ([&checks[0].rule; N], 0);
    while at < N {
        rules[at] = &checks[at].rule;
        at += 1;
    }
    rules
}

/// The words of all rules, compiled once.
pub(super) static SCANNER: LazyLock<Scanner> =
    LazyLock::new(|| Scanner::new(CHECKS.iter().map(|check| (check.rule.code, check.words.all()))));

/// All rules at work, in the same order.
pub(super) static CHECKS: &[&Check; 75] = &[
    &foreign::RULE,
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
    &responsibility::missing::RULE,
    &responsibility::no_lead::RULE,
    &responsibility::vague::RULE,
    &responsibility::unaddressed::RULE,
    &responsibility::other_lead::RULE,
    &responsibility::one_and_others::RULE,
    &responsibility::form::RULE,
    &responsibility::blanket::RULE,
    &responsibility::nobody::RULE,
    &responsibility::idle::RULE,
    &responsibility::burden::RULE,
    &time::past::RULE,
    &time::no_year::RULE,
    &time::vague::RULE,
    &time::report::RULE,
    &time::no_period::RULE,
    &time::impossible::RULE,
    &time::cutoff::RULE,
    &time::weekend::RULE,
    &time::undated::RULE,
    &annex::numbering::RULE,
    &annex::wording::RULE,
    &annex::units::RULE,
    &annex::lead::RULE,
    &annex::counts::RULE,
    &annex::cell::RULE,
    &annex::presence::RULE,
    &citation::unnumbered::RULE,
    &citation::number_form::RULE,
    &citation::nested::RULE,
    &citation::short_name::RULE,
    &citation::title_marks::RULE,
    &punctuation::unpaired::RULE,
    &punctuation::half_width::RULE,
    &punctuation::quoted_list::RULE,
    &punctuation::repeated::RULE,
    &punctuation::lead_in::RULE,
    &structure::ends::RULE,
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
    &wording::slip::RULE,
    &wording::mixed::RULE,
    &unit::spelling::RULE,
    &unit::retired::RULE,
    &unit::kind::RULE,
    &unit::unparted::RULE,
    &unit::directory::RULE,
    &house::WRITTEN,
    &house::MATCHED,
];
