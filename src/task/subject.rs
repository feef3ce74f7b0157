//! The subject at the head of a clause: which words may be the name of one who
//! must act, and where that name ends.

use super::predicates;
use crate::lexicon::modal::{find_modal, modal_at};
use crate::lexicon::openers::Openers;
use crate::mention::unit::tail_of;
use crate::span::TextRange;
use std::sync::LazyLock;

/// A subject is at most this long.
const SUBJECT_CHARS: usize = 60;

/// Words that put the name behind them under another's action, or open an
/// adverbial: no subject begins with them.
const NOT_HEADS: &[&str] = &[
    "对", "向", "将", "把", "从", "在", "与", "和", "及", "以", "为", "经", "按", "根据", "依据", "结合", "通过",
    "围绕", "针对", "除", "据", "自", "到", "至", "于", "让", "使", "被", "给", "跟", "沿", "凡", "加强", "强化",
    "加大", "加快", "推动", "推进", "推广", "督促", "指导", "督导", "监督", "鼓励", "支持", "促进", "引导", "帮助",
    "组织", "协调", "统筹", "要求", "配合", "协助", "会同", "联合", "明确", "压实", "落实", "建立", "健全", "完善",
    "构建", "形成", "整合", "优化", "规范", "提升", "提高", "发挥", "利用", "依托", "聚焦", "紧盯", "突出", "严格",
    "开展", "深化", "深入", "全面", "进一步", "充分", "积极", "切实", "认真", "持续", "继续", "不断", "定期", "及时",
    "报", "纳入", "实现", "做好", "抓好", "确保", "保障", "制定", "修订", "出台", "编制", "落细", "培育", "打造",
    "建设", "实施", "执行", "贯彻", "坚持", "巩固", "推行", "协同", "选派", "聘请", "邀请", "委托", "责成", "是", "有",
    "无", "未", "不", "没有", "可", "如", "若", "因", "由于", "为了", "一个", "某", "允许", "衡量", "体现", "反映",
    "保护", "尊重", "带动", "厚植", "涉及", "包括", "影响", "分为", "属于", "作为", "成为", "取缔", "关闭", "吊销",
    "取消", "严厉", "严肃", "严查", "打击", "查处", "追究", "检查", "排查", "走访", "调动", "激发", "增强", "拓展",
    "扩大", "畅通", "搭建", "创建", "设立", "成立", "组建", "选择", "确定", "总结", "动员", "发动", "号召", "倡导",
];

/// Words that no name holds, except within a clause of its own (从事…的企业).
const NOT_WITHIN: &[&str] = &[
    "分为", "加强", "强化", "推动", "推进", "督促", "开展", "落实", "完善", "建立", "健全", "提升", "提高", "促进",
    "鼓励", "支持", "引导", "要求", "通过", "按照", "根据", "结合", "针对", "围绕", "依托", "发挥", "利用", "纳入",
    "实现", "明确", "包括", "进行", "作为", "成为", "负责人", "法定代表人", "每月", "每年", "每季度", "至少", "所属",
    "以及时", "向", "把", "让", "使得", "由", "《", "“", "确保", "做好", "抓好", "应当", "必须", "严禁", "不得",
    "报送", "等方面", "前将", "内将",
];

/// Heads of names that open like such words.
const NAME_HEADS: &[&str] = &[
    "对外", "对口", "经济", "经开区", "经信", "有关", "自然资源", "自贸", "从事", "报社", "在建", "在京", "承担",
    "具有", "具备", "使用",
];

/// Where the names behind 由 end, which hands a task over without a verb of
/// obligation.
pub(super) fn handed_end(text: &str) -> Option<usize> {
    named_end(text, |_| true, |end| predicates::opens(&text[end..]))
}

/// Where the name at the head of `text` ends. A name that a verb describes
/// (挂牌的政府) needs what follows it to be an obligation.
/// `follows` says whether a predicate opens at a byte.
pub(super) fn named_end(text: &str, obliges: impl Fn(&str) -> bool, follows: impl Fn(usize) -> bool) -> Option<usize> {
    let plain = may_head(text);
    let mut relative = false;
    let mut depth = 0i32;
    for (at, c) in text.char_indices().take(SUBJECT_CHARS) {
        match c {
            '（' => depth += 1,
            '）' => depth -= 1,
            '《' | '“' => return None,
            '的' => relative = true,
            _ => {}
        }
        if depth != 0 || !plain && !relative {
            continue;
        }
        let end = at + c.len_utf8();
        let (names, rest) = text.split_at(end);
        let named = matches!(c, '市' | '县' | '级' | '等') || tail_of(names).is_some();
        if named && (plain || obliges(rest)) && follows(end) && is_subject(names, rest) {
            return Some(longer(text, end).filter(|&end| follows(end)).unwrap_or(end));
        }
    }
    None
}

/// 群团组织 rather than 群团, though 组织 may be a verb.
fn longer(text: &str, end: usize) -> Option<usize> {
    let verb = predicates::verb_at(&text[end..])?;
    let longer = end + verb.len();
    (tail_of(&text[..longer]).is_some_and(|tail| tail.word.len() > verb.len())
        && is_subject(&text[..longer], &text[longer..]))
    .then_some(longer)
}

static HEADS: LazyLock<Openers> = LazyLock::new(|| Openers::new(NOT_HEADS.iter().copied()));
static NAMES: LazyLock<Openers> = LazyLock::new(|| Openers::new(NAME_HEADS.iter().copied()));
static WITHIN: LazyLock<Openers> = LazyLock::new(|| Openers::new(NOT_WITHIN.iter().copied()));
static CLASS_HEADS: LazyLock<Openers> = LazyLock::new(|| Openers::new(CLASSES.iter().copied()));
static FIRM_HEADS: LazyLock<Openers> = LazyLock::new(|| Openers::new(FIRMS.iter().copied()));

/// Whether a subject may begin here: not with a verb or a preposition, unless
/// that is part of a name (组织部, 对外联络办).
fn may_head(text: &str) -> bool {
    if NAMES.at(text).next().is_some() {
        return true;
    }
    if CLASS_HEADS.at(text).any(|deed| is_followed(&text[deed.len()..], &CLASS_NOUNS))
        || FIRM_HEADS.at(text).any(|deed| is_followed(&text[deed.len()..], &FIRM_NOUNS))
    {
        return true;
    }
    let opener = HEADS.at(text).next();
    let Some(opener) = opener.or_else(|| predicates::verb_at(text)) else { return true };
    // An office's ending may follow an opening verb at once: 组织|部, 救援|大队.
    opens_with_ending(text) || is_followed(&text[opener.len()..], &OFFICES)
}

/// 开发区, 督查组, 管委会: a name that is nothing but its ending, though it opens
/// like a verb.
fn opens_with_ending(text: &str) -> bool {
    const ENDING_CHARS: usize = 5;
    text.char_indices().take(ENDING_CHARS).skip(1).any(|(at, c)| {
        let head = &text[..at + c.len_utf8()];
        tail_of(head).is_some_and(|tail| tail.word == head)
    })
}

/// What classes of units are called after: 监管部门, 建设单位, 检测机构.
const CLASSES: &[&str] = &[
    "监管", "监督", "审批", "集中审批", "检测", "检验", "监测", "承办", "主办", "协办", "施工", "建设", "运营", "管理",
    "执法", "供应", "生产", "使用", "经营", "招生", "培训", "评估", "鉴定", "培养", "救援", "维护", "维修", "保障",
    "验收", "接收", "采购", "归口", "牵头", "协同", "参与", "督办", "指导", "承担", "协助", "运行", "实施", "执行",
    "组织", "配合", "统筹", "公开", "登记",
];

/// 检修公司, 运输企业: firms called after what they do.
const FIRMS: &[&str] =
    &["检修", "运输", "销售", "建设", "运营", "物业", "维修", "救援", "监理", "生产", "供应", "采购"];

static CLASS_NOUNS: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(["管理部门", "监管部门", "主管部门", "部门", "单位", "机构", "机关"]));
static FIRM_NOUNS: LazyLock<Openers> = LazyLock::new(|| Openers::new(["公司", "企业", "集团", "中心"]));

/// What an office ends with.
static OFFICES: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "部", "局", "办公室", "办", "组", "中心", "总队", "大队", "支队", "院", "委", "处", "科", "站", "室", "所",
        "管理局", "管理处", "管理部", "管理委员会", "巡查组", "检查组",
    ])
});

/// Whether `text` opens with one of `nouns`, and then a predicate or a list goes
/// on.
fn is_followed(text: &str, nouns: &Openers) -> bool {
    let goes_on = |after: &str| predicates::opens(after) || after.starts_with(['、', '，', '和']);
    nouns.at(text).any(|noun| goes_on(&text[noun.len()..]))
}

fn is_subject(names: &str, rest: &str) -> bool {
    (is_named(names) || names.ends_with('等') && modal_at(rest, '\0').is_some()) && !tells(names, rest)
}

/// Whether more than a name is said: an order, a permission, a number, a verb.
fn tells(names: &str, rest: &str) -> bool {
    let obliged = || modal_at(rest, '\0').is_some();
    let each_of_them = names.starts_with('每') && !names.contains(['市', '县', '区', '镇', '省']);
    each_of_them
        || find_modal(names).is_some()
        || permits(names)
        || (counts(names) || is_goal(names, rest)) && !obliged()
        || names.contains('对') && !names.contains("对外") && !names.contains("对口")
        || WITHIN.within(names) && !(names.contains('的') && obliged())
}

/// Whether a list ends with the name of a unit, or names territories.
fn is_named(names: &str) -> bool {
    let last =
        if names.ends_with('）') { names } else { names.rsplit(['、', '和', '及', '与']).next().unwrap_or(names) };
    let territory = is_territory_list(names);
    let listed = names.ends_with("等部门")
        || names.ends_with("等单位")
        || names.ends_with("等有关部门")
        || names.ends_with("等相关部门");
    territory || listed || tail_of(last).is_some() && !is_person(last)
}

/// 50个社区实现…: what is to be reached, unless it is told what it must do.
fn counts(names: &str) -> bool {
    names.starts_with(|c: char| c.is_ascii_digit())
}

/// 高新技术企业达到60家: how many there shall be, not what they do.
fn is_goal(names: &str, rest: &str) -> bool {
    let number =
        ["达到", "突破", "增加到", "增至", "增加", "新增", "发展到"].iter().find_map(|verb| rest.strip_prefix(verb));
    !names.starts_with('各') && number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// 可, but not 许可 or 可燃.
fn permits(text: &str) -> bool {
    text.match_indices('可').any(|(at, word)| {
        !text[..at].ends_with(['许', '认', '宁'])
            && !text[at + word.len()..].starts_with(['燃', '靠', '持', '再', '视'])
    })
}

/// 市、县 and 市、县两级: territories named by their level alone.
fn is_territory_list(names: &str) -> bool {
    let levels = ["两级", "三级", "四级"].iter().find_map(|n| names.strip_suffix(n)).unwrap_or(names);
    matches!(levels, "市" | "县" | "市县" | "省市县")
        || levels.contains('、')
            && levels.split('、').all(|l| matches!(l, "省" | "市" | "县" | "区" | "乡" | "镇" | "村"))
}

/// Whether a clause is nothing but a list of names, before “，要…”.
pub(super) fn is_name_list(text: &str) -> bool {
    text.chars().take(SUBJECT_CHARS + 1).count() <= SUBJECT_CHARS && is_subject(text, "要") && may_head(text)
}

/// 餐饮等行业生产经营单位使用燃气的，必须…: a condition on the subject.
pub(super) fn conditional_subject(text: &str, after: &str) -> Option<TextRange> {
    let body = text.strip_suffix('的')?;
    let obliged = modal_at(after, '\0').is_some();
    if !obliged || !may_head(text) {
        return None;
    }
    let end =
        body.char_indices().map(|(at, c)| at + c.len_utf8()).take(SUBJECT_CHARS).find(|&end| {
            is_subject(&body[..end], "要") && (predicates::opens(&body[end..]) || befalls(&body[end..]))
        })?;
    Some(TextRange::new(0, end))
}

/// 发现隐患, 存在问题, 逾期未报: what happens to one who is then obliged.
fn befalls(text: &str) -> bool {
    ["发现", "存在", "违反", "未", "拒不", "逾期", "因", "拟", "确需", "需要", "涉及", "属于", "有"]
        .iter()
        .any(|verb| text.starts_with(verb))
}

/// People are no units: 主要负责人, 领导干部.
pub(super) fn is_person(name: &str) -> bool {
    ["人", "人员", "干部", "负责人", "领导", "同志", "职工", "员工", "教师", "学生"].iter().any(|w| name.ends_with(w))
}
