//! The two texts of a comparison.

use super::change::Change;
use crate::span::TextRange;

/// One of the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The body, or the old notice.
    Left,
    /// The annex, or the new notice.
    Right,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Self {
        if self == Self::Left { Self::Right } else { Self::Left }
    }

    /// Where a change stands on this side.
    pub fn of(self, change: &Change) -> TextRange {
        if self == Self::Left { change.left } else { change.right }
    }
}
