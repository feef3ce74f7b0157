//! What a word can do in a sentence, as a set: 负责 is a verb and a duty, 将 an
//! adverb and a preposition.

use std::ops::{BitOr, BitOrAssign};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);
    /// 要, 应, 须, 必须: a verb of obligation.
    pub const MODAL: Self = Self(1);
    /// 可, 可以: a permission.
    pub const PERMIT: Self = Self(1 << 1);
    /// What an order or a commitment says is done.
    pub const VERB: Self = Self(1 << 2);
    /// How, how often, how far: what may stand before a verb.
    pub const ADVERB: Self = Self(1 << 3);
    /// What puts a noun phrase before the verb: 对, 在, 按照.
    pub const PREPOSITION: Self = Self(1 << 4);
    /// What may open a clause before its subject: 同时, 其中.
    pub const CONNECTOR: Self = Self(1 << 5);
    /// What ties two names together: 和, 及, 与.
    pub const JOINT: Self = Self(1 << 6);
    /// What makes others act: 督促, 鼓励; a name behind it is acted upon.
    pub const PRESS: Self = Self(1 << 7);
    /// People: 负责人, 干部.
    pub const PERSON: Self = Self(1 << 8);
    /// What a verb before it describes and nobody does: 情况, 工作, 责任.
    pub const ABSTRACT: Self = Self(1 << 9);
    /// Bodies named after what they do: 审批部门, 检查组.
    pub const BODY: Self = Self(1 << 10);
    /// What opens a class of units: 各, 有关, 所有.
    pub const CLASS_HEAD: Self = Self(1 << 11);
    /// What closes an adverbial: 在…下, …时, …后.
    pub const FRAME: Self = Self(1 << 12);
    /// What no subject does: 包括, 达到, 为.
    pub const STATE: Self = Self(1 << 13);
    /// What sets up a body that then acts: 成立, 组建.
    pub const SET_UP: Self = Self(1 << 14);
    /// What the one who leads does: 牵头, 统筹协调.
    pub const LEAD: Self = Self(1 << 15);
    /// What those who help do: 配合, 参与.
    pub const SUPPORT: Self = Self(1 << 16);
    /// What those who press others do: 督促, 指导.
    pub const SUPERVISE: Self = Self(1 << 17);
    /// What makes the one named behind it act along: 会同, 联合.
    pub const JOIN: Self = Self(1 << 18);
    /// What the one who is responsible does: 负责, 承办.
    pub const RESPONSIBLE: Self = Self(1 << 19);
    /// What bodies are named after: 监管部门, 承办单位.
    pub const NAMER: Self = Self(1 << 20);
    /// The field of a department: 住建, 应急.
    pub const FIELD: Self = Self(1 << 21);
    /// A field that is a whole name: 残联.
    pub const WHOLE: Self = Self(1 << 22);
    /// How a duty is done: 按职责分工, 共同.
    pub const MANNER: Self = Self(1 << 23);
    /// What hands the names behind it a task: 由, 请.
    pub const HANDING: Self = Self(1 << 24);
    /// A name that the directory of the office has.
    pub const NAMED: Self = Self(1 << 25);
    /// Any of the duties.
    pub const DUTY: Self = Self(31 << 15);

    /// What is no verb, whatever its part of speech.
    pub const NO_VERB: Self = Self::MODAL
        .with(Self::PERMIT)
        .with(Self::ADVERB)
        .with(Self::PREPOSITION)
        .with(Self::FIELD)
        .with(Self::CLASS_HEAD);

    /// The classes of both sets.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether no class is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the two sets share a class.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

impl BitOrAssign for Classes {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.with(other);
    }
}
