//! RESP: who owes a task, as its bracket or label line says.

pub(super) mod blanket;
pub(super) mod burden;
pub(super) mod form;
pub(super) mod idle;
pub(super) mod missing;
pub(super) mod no_lead;
pub(super) mod nobody;
pub(super) mod one_and_others;
pub(super) mod other_lead;
pub(super) mod unaddressed;
pub(super) mod vague;
