//! The level that a name opens with.

use crate::analysis::Level;

/// Words at the head of a name that state its level. A name may open with the
/// same character and mean something else (市场监管局, 区块链): those stand in
/// the second column.
const LEVELS: &[(&str, Level, &[&str])] = &[
    ("国务院", Level::National, &[]),
    ("国家", Level::National, &[]),
    ("中央", Level::National, &[]),
    ("全国", Level::National, &[]),
    ("省", Level::Province, &["省略"]),
    ("自治区", Level::Province, &[]),
    (
        "市",
        Level::City,
        &[
            "市场", "市容", "市民中心", "市民服务", "市民代表", "市域", "市区", "市政公用", "市政设施", "市政管理",
            "市政工程", "市政园林", "市政集团",
        ],
    ),
    ("州", Level::City, &[]),
    ("盟", Level::City, &[]),
    ("县", Level::County, &["县域"]),
    ("区", Level::County, &["区域", "区块"]),
    ("旗", Level::County, &["旗下"]),
    ("乡镇", Level::Township, &[]),
    ("镇", Level::Township, &[]),
    ("乡", Level::Township, &["乡村"]),
    ("街道", Level::Township, &[]),
    ("村", Level::Village, &["村镇"]),
    ("社区", Level::Village, &[]),
];

/// The level word that `name` opens with, and what it means.
///
/// ```
/// use notice_analyzer::{Level, mention::unit::level_of};
/// assert_eq!(level_of("县应急局"), Some(("县", Level::County)));
/// assert_eq!(level_of("市场监管总局"), None);
/// assert_eq!(level_of("市市场监管局"), Some(("市", Level::City)));
/// ```
pub fn level_of(name: &str) -> Option<(&'static str, Level)> {
    LEVELS
        .iter()
        .find(|(word, _, not)| name.starts_with(word) && !not.iter().any(|n| name.starts_with(n)))
        .map(|(word, level, _)| (*word, *level))
}

/// Whether `next`, of a county or higher, stands behind a township (各乡镇、县教育局):
/// names of one row never climb, so they share nothing.
pub(super) fn climbs(name: &str, next: &str) -> bool {
    let level = |name: &str| level_of(name).map(|(_, level)| level);
    let low = matches!(level(name), Some(Level::Township | Level::Village));
    low && matches!(level(next), Some(Level::National | Level::Province | Level::City | Level::County))
}
