//! What the page calls things: the one place that names roles, columns and
//! groups.

use crate::analysis::{Role, Severity};
use crate::view::amendment::AMENDMENT_HEADER;
use crate::view::calendar::Standing;
use crate::view::document::Document;
use crate::view::extra::Extra;
use crate::view::label;
use crate::view::marks::MarkKind;
use crate::view::row::{Lack, Source};
use crate::view::sheet::Sheet;
use crate::view::unit_sheet::ROLES;
use serde::Serialize;

/// A key and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Name<K> {
    /// As the views have it.
    pub key: K,
    /// As the page shows it.
    pub name: &'static str,
    /// The one character that stands for it in a cell; empty if none.
    pub mark: &'static str,
}

/// Every name that the page shows and no view brings itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Captions {
    /// The roles, strongest first.
    pub roles: Vec<Name<Role>>,
    /// Why a unit stands in a row.
    pub bases: Vec<Name<&'static str>>,
    /// What a row can lack.
    pub lacks: Vec<Name<Lack>>,
    /// Where a row comes from.
    pub sources: Vec<Name<Source>>,
    /// The groups of columns of the matrix.
    pub groups: Vec<Name<&'static str>>,
    /// The lists of the calendar.
    pub lists: Vec<Name<&'static str>>,
    /// How a deadline stands on the day of the reading.
    pub standings: Vec<Name<Standing>>,
    /// The tables that can leave the page.
    pub sheets: Vec<Name<&'static str>>,
    /// The documents that can.
    pub documents: Vec<Name<&'static str>>,
    /// The columns that a table of tasks can get besides.
    pub extras: Vec<Name<&'static str>>,
    /// How much a finding matters, gravest first.
    pub grades: Vec<Name<Severity>>,
    /// What is marked in the text.
    pub kinds: Vec<Name<MarkKind>>,
    /// How a unit of one side differs from that of the other.
    pub signs: Vec<Name<&'static str>>,
    /// The heads of each table on the screen.
    pub heads: Heads,
    /// What stands in a cell beside the words of the notice.
    pub notes: Notes,
}

/// The heads of the tables on the screen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Heads {
    /// 任务分解表, before and behind the roles.
    pub tasks: [&'static str; 4],
    /// 责任矩阵, before its units.
    pub matrix: [&'static str; 2],
    /// 时限.
    pub calendar: [&'static str; 4],
    /// 正文与附表.
    pub collation: [&'static str; 5],
    /// 问题.
    pub findings: [&'static str; 5],
    /// 修改意见.
    pub amendments: [&'static str; 5],
    /// 两稿对比, by task.
    pub changes: [&'static str; 5],
    /// 两稿对比, by unit.
    pub balance: [&'static str; 4],
    /// 单位.
    pub unit: [&'static str; 5],
    /// 漏读.
    pub unread: [&'static str; 4],
    /// 我的更正.
    pub corrections: [&'static str; 4],
}

/// What stands in a cell beside the words of the notice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Notes {
    /// At a reading that a person should check.
    pub likely: &'static str,
    /// At units that only a rule for all tasks names.
    pub blanket: &'static str,
    /// What a mark means that no words of the task itself bear out.
    pub borrowed: &'static str,
    /// Before the numbers that measure a task.
    pub targets: &'static str,
    /// Where a task has no unit at all.
    pub nobody: &'static str,
    /// Where the notice does not have one of its parts.
    pub unseen: &'static str,
    /// What a mark means that a person has corrected.
    pub corrected: &'static str,
    /// At a correction whose words the text has no longer.
    pub lost: &'static str,
    /// At a task that reads the same in two drafts.
    pub unchanged: &'static str,
}

/// All names.
pub fn captions() -> Captions {
    let plain = |(key, name): (&'static str, &'static str)| Name { key, name, mark: "" };
    let list = |names: &[(&'static str, &'static str)]| names.iter().copied().map(plain).collect();
    let sources = [Source::Body, Source::Annex, Source::Both];
    Captions {
        roles: ROLES.into_iter().map(|key| Name { key, name: label::role(key), mark: label::role_mark(key) }).collect(),
        bases: list(&[
            ("attribution", "责任括注"),
            ("label", "责任标注"),
            ("subject", "正文表述"),
            ("blanket", label::BLANKET),
            ("correction", "我的更正"),
        ]),
        lacks: [(Lack::Owner, "缺责任单位"), (Lack::Lead, "缺牵头"), (Lack::Time, "缺")]
            .map(|(key, name)| Name { key, name, mark: "" })
            .to_vec(),
        sources: sources.map(|key| Name { key, name: key.name(), mark: "" }).to_vec(),
        groups: list(&[
            ("department", "部门和单位"),
            ("territory", "地方和基层"),
            ("executor", "企业等"),
            ("blanket", label::BLANKET),
            ("rest", "只有一项任务的"),
        ]),
        lists: list(&[("dated", "有日期的"), ("recurring", "周期性的"), ("undated", "没有确定日期的")]),
        standings: [Standing::Over, Standing::Soon].map(|key| Name { key, name: key.name(), mark: "" }).to_vec(),
        sheets: list(&Sheet::ALL.map(|sheet| (sheet.name(), sheet.title()))),
        documents: list(&Document::ALL.map(|document| (document.name(), document.title()))),
        extras: list(&Extra::ALL.map(|extra| (extra.name(), extra.title()))),
        grades: [Severity::Error, Severity::Warning, Severity::Hint]
            .map(|key| Name { key, name: key.name(), mark: "" })
            .to_vec(),
        kinds: kinds(),
        signs: [
            ("plus", "附表多出", label::GAINED),
            ("minus", "附表缺少", label::LOST),
            ("turned", "写法或角色不同", label::TURNED),
        ]
        .map(|(key, name, mark)| Name { key, name, mark })
        .to_vec(),
        heads: Heads {
            tasks: ["序号", "任务", "措施", "时限"],
            matrix: ["任务", label::TOTAL],
            calendar: ["时限", "事项", "责任单位", "出处"],
            collation: ["序号", "正文", "附表", "责任单位", "不一致"],
            findings: ["序号", "问题", "原文", "位置", "处理"],
            amendments: AMENDMENT_HEADER,
            changes: ["变化", "旧稿", "新稿", "单位", "时限和数量"],
            balance: ["单位", "增加的任务", "减少的任务", "角色变化"],
            unit: ["序号", "任务", "角色", "要求", "时限"],
            unread: ["序号", "原文", "位置", "说明"],
            corrections: ["序号", "任务", "更正", "处理"],
        },
        notes: Notes {
            likely: label::LIKELY,
            blanket: label::BLANKET,
            borrowed: "统一规定、沿用前文、附表或名录",
            targets: "目标",
            nobody: "无",
            unseen: "未见",
            corrected: "更正",
            lost: "原文里找不到",
            unchanged: label::UNCHANGED,
        },
    }
}

/// The roles and the times, as the text marks them.
fn kinds() -> Vec<Name<MarkKind>> {
    let roles = ROLES.into_iter().map(|role| Name {
        key: MarkKind::from(role),
        name: label::role(role),
        mark: label::role_mark(role),
    });
    roles.chain([Name { key: MarkKind::Deadline, name: "时限", mark: "时" }]).collect()
}
