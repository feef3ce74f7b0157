//! How notices say what a unit does: verbs and notes behind names.

use crate::analysis::Role;
use crate::lexicon::openers::Openers;
use std::sync::LazyLock;

/// What a verb or a label makes of the units beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The units before it take this role.
    Takes(Role),
    /// The units before it press the one behind it: 督促企业落实.
    Presses,
    /// The units before it lead, those behind it support: 会同.
    Joins,
}

/// A verb of responsibility.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// The verb.
    pub word: &'static str,
    /// What it does.
    pub part: Part,
    /// Characters that, right behind it, make it part of something else.
    pub not_before: &'static str,
}

const fn verb(word: &'static str, part: Part) -> Verb {
    Verb { word, part, not_before: "" }
}

const fn verb_not(word: &'static str, part: Part, not_before: &'static str) -> Verb {
    Verb { word, part, not_before }
}

/// Characters that turn a verb before them into the name of a body: 督导组.
const BODY: &str = "组办室局处科队员会中站";

/// Verbs of responsibility; where one opens with another, the longer stands first.
pub const VERBS: &[Verb] = &[
    // 牵头
    verb("牵头负责", Part::Takes(Role::Lead)),
    verb("牵头抓总", Part::Takes(Role::Lead)),
    verb("牵头组织", Part::Takes(Role::Lead)),
    verb("牵头落实", Part::Takes(Role::Lead)),
    verb_not("牵头", Part::Takes(Role::Lead), "单部人领责"),
    verb("统筹协调", Part::Takes(Role::Lead)),
    verb("统筹负责", Part::Takes(Role::Lead)),
    verb_not("统筹", Part::Takes(Role::Lead), BODY),
    verb_not("主办", Part::Takes(Role::Lead), "单部方"),
    verb("抓总", Part::Takes(Role::Lead)),
    // 会同
    verb("会同", Part::Joins),
    verb_not("联合", Part::Joins, "会国体体执惩检"),
    verb_not("协同", Part::Joins, "配推落机体"),
    verb("商", Part::Joins),
    // 配合
    verb("协同配合", Part::Takes(Role::Support)),
    verb_not("配合", Part::Takes(Role::Support), "单部"),
    verb_not("协助", Part::Takes(Role::Support), "单部"),
    verb_not("协办", Part::Takes(Role::Support), "单部"),
    verb_not("参与", Part::Takes(Role::Support), "单部"),
    verb_not("参加", Part::Takes(Role::Support), "单部"),
    // 督促, 指导
    verb("督促指导", Part::Presses),
    verb("指导督促", Part::Presses),
    verb("监督指导", Part::Presses),
    verb("指导监督", Part::Presses),
    verb_not("督促", Part::Presses, BODY),
    verb_not("指导", Part::Presses, BODY),
    verb_not("督导", Part::Presses, BODY),
    verb_not("监督", Part::Presses, "管局所站"),
    // 负责
    verb("负责组织实施", Part::Takes(Role::Responsible)),
    verb("负责落实", Part::Takes(Role::Responsible)),
    verb("负责实施", Part::Takes(Role::Responsible)),
    verb_not("负责", Part::Takes(Role::Responsible), "人同单部制"),
    verb_not("承办", Part::Takes(Role::Responsible), "单部方"),
    verb("组织实施", Part::Takes(Role::Responsible)),
    verb("组织落实", Part::Takes(Role::Responsible)),
    verb("抓好落实", Part::Takes(Role::Responsible)),
    verb("推进落实", Part::Takes(Role::Responsible)),
    verb("贯彻落实", Part::Takes(Role::Responsible)),
    verb_not("落实", Part::Takes(Role::Responsible), "单"),
    verb("实施", Part::Takes(Role::Responsible)),
    verb("执行", Part::Takes(Role::Responsible)),
];

/// Words between the names and the verb that say how, not who.
pub const MANNERS: &[&str] = &[
    "按照职责分工", "按照各自职责", "按照职责", "按职责分工", "按职能职责", "按各自职责", "按职责", "按分工",
    "根据职责分工", "根据各自职责", "根据职责", "依职责", "依据职责", "在职责范围内", "在各自职责范围内", "职责分工",
    "分工", "分别", "共同", "具体", "各自", "积极", "密切", "主动", "全力", "组织", "统一", "负责", "抓好", "同步",
];

/// Words before the names.
pub const OPENERS: &[&str] = &[
    "由", "请", "均由", "均需", "统一由", "主要由", "并由", "其中", "具体由", "分别由", "需", "均", "以上任务由",
    "以上由",
];

/// Roles written behind a name: 县住建局（牵头）.
pub static NOTES: LazyLock<Openers<Role>> = LazyLock::new(|| {
    Openers::with([
        ("（牵头）", Role::Lead),
        ("（牵头单位）", Role::Lead),
        ("（牵头部门）", Role::Lead),
        ("（主办）", Role::Lead),
        ("（主责）", Role::Lead),
        ("（责任单位）", Role::Responsible),
        ("（配合）", Role::Support),
        ("（配合单位）", Role::Support),
        ("（协办）", Role::Support),
        ("（参与）", Role::Support),
    ])
});

static TABLE: LazyLock<Openers<Verb>> = LazyLock::new(|| Openers::with(VERBS.iter().map(|verb| (verb.word, *verb))));

/// The verb that `text` opens with.
pub fn verb_at(text: &str) -> Option<Verb> {
    let stands = |verb: &Verb| text[verb.word.len()..].chars().next().is_none_or(|c| !verb.not_before.contains(c));
    TABLE.entries(text).map(|(_, verb)| *verb).find(stands)
}
