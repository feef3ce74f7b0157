//! A unit across the notice.

use super::Name;
use serde::Serialize;

/// The administrative level a unit's name states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 国家, 国务院, 中央.
    National,
    /// 省, 自治区, 直辖市.
    Province,
    /// 市, 州, 盟.
    City,
    /// 县, 区, 旗.
    County,
    /// 乡, 镇, 街道.
    Township,
    /// 村, 社区.
    Village,
}

/// What sort of unit a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum UnitCategory {
    /// A party organ: 党委, 组织部, ….
    Party,
    /// A government as a whole, or a territory: 各镇人民政府, 各县（市、区）.
    Government,
    /// A department of one: 应急局, 财政部, ….
    Department,
    /// A coordinating body: 安委会, 领导小组, 指挥部, ….
    Coordination,
    /// Enterprises and other executors: 企业, 生产经营单位, 学校, ….
    Enterprise,
    /// A class named without its members: 有关部门, 各成员单位, ….
    Class,
    /// Anything else.
    Other,
}

/// The tasks of one unit by role, as task ids.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnitTasks {
    /// Where it leads.
    pub lead: Vec<Name>,
    /// Where it is responsible.
    pub responsible: Vec<Name>,
    /// Where it supports.
    pub support: Vec<Name>,
    /// Where it supervises.
    pub supervise: Vec<Name>,
}

/// A unit across the whole notice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unit {
    /// Its name.
    pub name: String,
    /// The level its name states.
    pub level: Option<Level>,
    /// What sort of unit it is.
    pub category: UnitCategory,
    /// Every way the notice writes it, `name` first.
    pub spellings: Vec<String>,
    /// Names of other entries that may be the same unit; never merged silently.
    pub possibly: Vec<String>,
    /// Whether the directory of the office has it.
    #[serde(skip)]
    pub known: bool,
    /// Whether it acts only by a blanket rule.
    pub blanket_only: bool,
    /// Its tasks by role.
    pub tasks: UnitTasks,
}
