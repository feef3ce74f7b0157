//! What speaks for and against a noun phrase being one who must act, each sign
//! with its weight. Certainty is computed here and nowhere else.

use crate::analysis::Certainty;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// It ends like a unit: 县应急局, 各镇.
    Ending,
    /// It ends like a place where people work: 售票点.
    Site,
    /// It ends like others that the notice addresses or assigns to: 县医共体.
    Own,
    /// It opens with a level: 县城投.
    Level,
    /// It opens with 各 or 有关.
    Head,
    /// The directory of the office has it.
    Known,
    /// Another member of its list is a unit.
    Mate,
    /// A verb of obligation stands behind it.
    Modal,
    /// A modal and a deed with its object stand behind it.
    Deed,
    /// A verb of responsibility stands behind it.
    Duty,
    /// Another verb stands behind it.
    Verb,
    /// 由, 请 or 会同 stands before it.
    Handed,
    /// A verb stands within it that names nothing.
    VerbWithin,
    /// An adverb or a preposition stands within it.
    OtherWithin,
    /// It says how many.
    Counted,
    /// It ends like people.
    Person,
    /// It ends like a matter, not like one who acts.
    Matter,
    /// It is one character, or longer than a name.
    Length,
}

/// What each sign weighs.
const WEIGHTS: &[(Sign, i8)] = &[
    (Sign::Ending, 4),
    (Sign::Site, 2),
    (Sign::Own, 3),
    (Sign::Level, 2),
    (Sign::Head, 1),
    (Sign::Known, 3),
    (Sign::Mate, 2),
    (Sign::Modal, 2),
    (Sign::Deed, 1),
    (Sign::Duty, 2),
    (Sign::Verb, 1),
    (Sign::Handed, 2),
    (Sign::VerbWithin, -5),
    (Sign::OtherWithin, -5),
    (Sign::Counted, -4),
    (Sign::Person, -9),
    (Sign::Matter, -5),
    (Sign::Length, -3),
];

/// From here on a name counts.
const LIKELY: i8 = 4;
/// From here on construction and name agree.
const SURE: i8 = 5;

/// How sure the signs make a name; nothing if they do not.
pub(super) fn weigh(signs: &[Sign]) -> Option<Certainty> {
    let weight = |sign: &Sign| WEIGHTS.iter().find(|(known, _)| known == sign).map_or(0, |(_, weight)| *weight);
    let sum: i8 = signs.iter().map(weight).sum();
    (sum >= LIKELY).then_some(if sum >= SURE { Certainty::Sure } else { Certainty::Likely })
}

#[cfg(test)]
mod tests {
    use super::{Sign, WEIGHTS, weigh};
    use crate::analysis::Certainty;

    #[test]
    fn every_sign_weighs_something_once() {
        for (sign, weight) in WEIGHTS {
            assert_ne!(*weight, 0, "{sign:?}");
            assert_eq!(WEIGHTS.iter().filter(|(known, _)| known == sign).count(), 1, "{sign:?}");
        }
    }

    #[test]
    fn construction_and_name_agree() {
        assert_eq!(weigh(&[Sign::Ending, Sign::Verb]), Some(Certainty::Sure));
        assert_eq!(weigh(&[Sign::Site, Sign::Modal]), Some(Certainty::Likely));
        assert_eq!(weigh(&[Sign::Modal]), None);
        assert_eq!(weigh(&[Sign::Ending, Sign::Modal, Sign::Person]), None);
    }
}
