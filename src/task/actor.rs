//! Who must act in the running text: the grammar of obligation.
//!
//! A unit acts where its name opens a clause and a predicate follows (各镇要…,
//! 市、县政府每月至少召开…), or where 由 hands it the task (由县安委会统筹协调).
//! A unit behind any other verb or preposition is only acted upon.

use super::attribution::Assigned;
use super::predicates;
use crate::analysis::{Basis, Certainty, Role};
use crate::lexicon::marker::{Style, marker_at};
use crate::lexicon::modal::{find_modal, modal_at};
use crate::lexicon::openers::Openers;
use crate::mention::unit::{UnitList, level_of, tail_of, unit_list};
use crate::source::Source;
use crate::span::TextRange;
use std::sync::LazyLock;

/// A subject is at most this long.
const SUBJECT_CHARS: usize = 60;

/// Words that may open a clause before its subject.
const CONNECTORS: &[&str] = &[
    "请", "同时", "特别是", "尤其是", "其中", "此外", "另外", "并由", "并且", "并", "且", "届时", "原则上", "期间",
    "对此", "凡", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "首先", "其次",
];

/// Words that may stand before a time at the head of a clause.
const TIME_LEADS: &[&str] = &["在", "于", "到", "自", "从", "截至", "确保", "力争"];

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

/// Verbs that name partners behind them.
const JOINS: [&str; 2] = ["会同", "联合"];

/// Finds the actors of one task behind its title, skipping the brackets that
/// assign it. `times` are the places of its deadlines.
pub fn actors(
    source: &Source,
    block: TextRange,
    title_end: usize,
    brackets: &[TextRange],
    times: &[TextRange],
) -> Vec<Assigned> {
    let mut finder = Finder { source, times, found: Vec::new(), carried: None };
    let mut at = title_end.max(block.start);
    for bracket in brackets {
        finder.stretch(TextRange::new(at, bracket.start.max(at)));
        at = bracket.end.max(at);
    }
    finder.stretch(TextRange::new(at, block.end.max(at)));
    finder.found
}

struct Finder<'s, 't> {
    source: &'s Source<'t>,
    times: &'s [TextRange],
    found: Vec<Assigned>,
    /// A list that ended a clause, waiting for “，要…” behind the comma.
    carried: Option<TextRange>,
}

impl Finder<'_, '_> {
    fn stretch(&mut self, range: TextRange) {
        self.carried = None;
        for clause in clauses(self.source, range) {
            self.clause(clause);
        }
    }

    fn clause(&mut self, clause: Clause) {
        let waiting = self.carried.take();
        let range = self.skip_adverbials(clause.range);
        let text = self.source.slice(range);
        if let Some(waiting) = waiting
            && (modal_at(text, '\0').is_some() || text.starts_with("按照") || text.starts_with("才能"))
        {
            self.take(waiting, text);
        }
        if let Some(end) = self.subject_end(range) {
            let names = TextRange::new(range.start, range.start + end);
            self.take(names, &text[end..]);
            self.take_second(names, TextRange::new(names.end, range.end));
        } else if clause.followed_by_comma && is_name_list(text) {
            self.carried = Some(range);
        } else if let Some(names) = conditional_subject(text, clause.after) {
            self.take(names.shift(range.start), clause.after);
        }
        self.handed(range);
        self.partners(range);
    }

    /// Moves past connectors and times at the head of a clause.
    fn skip_adverbials(&self, range: TextRange) -> TextRange {
        let mut start = range.start;
        loop {
            let text = self.source.slice(TextRange::new(start, range.end));
            if let Some(marker) = marker_at(text).filter(|m| m.style != Style::Chinese && m.len < text.len()) {
                start += marker.len;
                continue;
            }
            let connector = OPENING.at(text).next().map_or(0, str::len);
            let lead = TIME_LEAD.at(text).next().map_or(0, str::len);
            let time = self.times.iter().find(|t| t.start == start + lead || t.start == start);
            let step = match time {
                Some(time) => time.end - start,
                None if connector > 0 => connector,
                None => return TextRange::new(start.min(range.end), range.end),
            };
            start += step;
            if start >= range.end {
                return TextRange::new(range.end, range.end);
            }
        }
    }

    fn take(&mut self, names: TextRange, predicate: &str) {
        let list = described(self.source, names).unwrap_or_else(|| unit_list(self.source, names));
        self.take_list(&list, role_of(predicate));
    }

    fn take_list(&mut self, list: &UnitList, role: Role) {
        if !list.is_sound() {
            return;
        }
        for unit in &list.units {
            if self.found.iter().any(|a| a.unit == unit.name) || is_person(&unit.name) {
                continue;
            }
            let certainty = if tail_of(&unit.name).is_some() { Certainty::Sure } else { Certainty::Likely };
            self.found.push(Assigned {
                unit: unit.name.clone(),
                role,
                basis: Basis::Subject,
                open: list.open,
                certainty,
                range: unit.range,
            });
        }
    }

    /// 市县党委每季度、政府每月至少召开一次会议: the second subject shares the
    /// level of the first.
    fn take_second(&mut self, first: TextRange, rest: TextRange) {
        let Some(time) = self.times.iter().find(|t| t.start == rest.start) else { return };
        let behind = self.source.slice(TextRange::new(time.end.min(rest.end), rest.end));
        let Some(second) = behind.strip_prefix('、') else { return };
        let start = time.end + "、".len();
        let Some(end) = self.subject_end(TextRange::new(start, rest.end)) else { return };
        let range = TextRange::new(start, start + end);
        let name = self.source.written(range);
        let head = self.source.written(first);
        let shared = ["市县", "各级", "县乡", "省市县", "市、县"].iter().find(|h| head.starts_with(**h)).copied();
        let level = shared.or_else(|| level_of(&head).map(|(word, _)| word)).unwrap_or("");
        let unit = if level_of(&name).is_some() { name } else { format!("{level}{name}") };
        let role = role_of(&second[end..]);
        self.found.push(Assigned { unit, role, basis: Basis::Subject, open: false, certainty: Certainty::Sure, range });
    }

    /// Where the subject at the head of `clause` ends, if a predicate or a time
    /// follows it.
    fn subject_end(&self, clause: TextRange) -> Option<usize> {
        let timed = |end: usize| {
            let at = clause.start + end;
            let lead = self.source.slice(TextRange::new(at, clause.end)).chars().next().map_or(0, char::len_utf8);
            self.times.iter().any(|time| time.start == at || time.start == at + lead && self.is_lead(at, lead))
        };
        let text = self.source.slice(clause);
        let within = |end: usize| self.times.iter().any(|t| clause.start < t.start && t.end <= clause.start + end);
        let follows = |end: usize| {
            if within(end) {
                return false;
            }
            let rest = &text[end..];
            predicates::opens(rest) && !predicates::is_attributive(rest) || timed(end)
        };
        named_end(text, |rest| modal_at(rest, '\0').is_some(), follows)
    }

    /// Whether a preposition of time stands at `at`.
    fn is_lead(&self, at: usize, len: usize) -> bool {
        matches!(self.source.slice(TextRange::new(at, at + len)), "于" | "在" | "自" | "从" | "到")
    }

    /// 由X牵头; 建立X牵头、Y参与的机制.
    fn handed(&mut self, clause: TextRange) {
        let text = self.source.slice(clause);
        for (at, word) in text.match_indices('由') {
            let start = at + word.len();
            let not = text[..at].ends_with(['理', '自', '缘', '事', '因', '经'])
                || text[start..].starts_with(['于', '此', '来', '人', '点', '单', '高']);
            if !not && let Some(end) = handed_end(&text[start..]) {
                let range = TextRange::new(start, start + end).shift(clause.start);
                self.take(range, &text[start + end..]);
                self.participants(TextRange::new(range.end, clause.end));
            }
        }
        let Some(lead) = find_lead(text) else { return };
        let Some(head) = ["建立", "健全", "构建", "形成", "完善", "成立"]
            .iter()
            .filter_map(|w| text[..lead].rfind(w).map(|at| at + w.len()))
            .max()
        else {
            return;
        };
        let head = head + usize::from(text[head..].starts_with("健全")) * "健全".len();
        let names = TextRange::new(head, lead);
        if names.is_empty()
            || text[head..].starts_with('由')
            || text[head..lead].starts_with("一个")
            || text[head..lead].contains('”')
        {
            return;
        }
        let list = unit_list(self.source, names.shift(clause.start));
        if list.is_sound() {
            self.take_list(&list, Role::Lead);
            self.participants(TextRange::new(clause.start + lead, clause.end));
        }
    }

    /// 、Y参与的机制 behind 牵头.
    fn participants(&mut self, rest: TextRange) {
        let text = self.source.slice(rest);
        let Some(lead) = find_lead(text) else { return };
        let behind = lead + "牵头".len();
        let Some(names) = text[behind..].strip_prefix('、') else { return };
        let Some(end) = ["参与", "配合", "参加", "协同", "协助"].iter().filter_map(|w| names.find(w)).min()
        else {
            return;
        };
        let start = behind + "、".len();
        let list = unit_list(self.source, TextRange::new(start, start + end).shift(rest.start));
        self.take_list(&list, Role::Support);
    }

    /// 会同有关部门…: those who act along.
    fn partners(&mut self, clause: TextRange) {
        let text = self.source.slice(clause);
        if !JOINING.within(text) {
            return;
        }
        for word in JOINS {
            let Some(at) = text.find(word) else { continue };
            let start = at + word.len();
            let acting = self.found.iter().any(|a| clause.covers(a.range) || a.range.end <= clause.start)
                && (at == 0 || self.found.iter().any(|a| clause.covers(a.range)));
            if !acting {
                continue;
            }
            let names = TextRange::new(clause.start + start, clause.end);
            let end = self.subject_end(names).or_else(|| is_name_list(&text[start..]).then_some(names.len()));
            if let Some(end) = end {
                let list = unit_list(self.source, TextRange::new(names.start, names.start + end));
                self.take_list(&list, Role::Support);
            }
        }
    }
}

/// 涉及易制毒、易制爆化学品的学院: what describes a name is not taken apart.
fn described(source: &Source, names: TextRange) -> Option<UnitList> {
    const DESCRIBING: &[&str] = &[
        "涉及", "从事", "开展", "承担", "具有", "具备", "使用", "存在", "发生", "发现", "负责", "经营", "生产", "储存",
    ];
    let text = source.slice(names);
    let of = text.rfind('的').filter(|_| DESCRIBING.iter().any(|verb| text.starts_with(verb)))?;
    let mut list = unit_list(source, TextRange::new(names.start + of + "的".len(), names.end));
    let first = list.units.first_mut()?;
    first.range.start = names.start;
    first.name = source.slice(first.range).to_owned();
    Some(list)
}

/// A clause and what follows it.
struct Clause<'t> {
    range: TextRange,
    followed_by_comma: bool,
    after: &'t str,
}

/// The clauses of a stretch, cut at marks outside brackets and quotations.
fn clauses<'s>(source: &'s Source, range: TextRange) -> Vec<Clause<'s>> {
    let text = source.slice(range);
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0i32);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '《' | '“' => depth += 1,
            '）' | '》' | '”' => depth = (depth - 1).max(0),
            '。' | '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '\n') {
            let end = at + c.len_utf8();
            let range = TextRange::new(start, at).shift(range.start);
            found.push(Clause { range, followed_by_comma: c == '，', after: &text[end..] });
            start = end;
        }
    }
    found.push(Clause {
        range: TextRange::new(start, text.len()).shift(range.start),
        followed_by_comma: false,
        after: "",
    });
    found
}

/// Where 牵头 stands; quick in a text without it.
fn find_lead(text: &str) -> Option<usize> {
    if text.contains('牵') { text.find("牵头") } else { None }
}

/// Where the names behind 由 end, which hands a task over without a verb of
/// obligation.
fn handed_end(text: &str) -> Option<usize> {
    named_end(text, |_| true, |end| predicates::opens(&text[end..]))
}

/// Where the name at the head of `text` ends. A name that a verb describes
/// (挂牌的政府) needs what follows it to be an obligation.
/// `follows` says whether a predicate opens at a byte.
fn named_end(text: &str, obliges: impl Fn(&str) -> bool, follows: impl Fn(usize) -> bool) -> Option<usize> {
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

static OPENING: LazyLock<Openers> = LazyLock::new(|| Openers::new(CONNECTORS.iter().copied()));
static TIME_LEAD: LazyLock<Openers> = LazyLock::new(|| Openers::new(TIME_LEADS.iter().copied()));
static HEADS: LazyLock<Openers> = LazyLock::new(|| Openers::new(NOT_HEADS.iter().copied()));
static NAMES: LazyLock<Openers> = LazyLock::new(|| Openers::new(NAME_HEADS.iter().copied()));
static WITHIN: LazyLock<Openers> = LazyLock::new(|| Openers::new(NOT_WITHIN.iter().copied()));
static CLASS_HEADS: LazyLock<Openers> = LazyLock::new(|| Openers::new(CLASSES.iter().copied()));
static FIRM_HEADS: LazyLock<Openers> = LazyLock::new(|| Openers::new(FIRMS.iter().copied()));
static JOINING: LazyLock<Openers> = LazyLock::new(|| Openers::new(JOINS));

/// Whether a subject may begin here: not with a verb or a preposition, unless
/// that is part of a name (组织部, 对外联络办).
fn may_head(text: &str) -> bool {
    if NAMES.at(text).next().is_some() {
        return true;
    }
    let firm = |rest: &str| is_followed(rest, &["公司", "企业", "集团", "中心"]);
    if CLASS_HEADS.at(text).any(|deed| names_class(&text[deed.len()..]))
        || FIRM_HEADS.at(text).any(|deed| firm(&text[deed.len()..]))
    {
        return true;
    }
    let opener = HEADS.at(text).next();
    let Some(opener) = opener.or_else(|| predicates::verb_at(text)) else { return true };
    if opens_with_ending(text) {
        return true;
    }
    names_office(&text[opener.len()..])
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

fn names_class(rest: &str) -> bool {
    is_followed(rest, &["管理部门", "监管部门", "主管部门", "部门", "单位", "机构", "机关"])
}

/// Whether `text` opens with one of `nouns`, and then a predicate or a list goes
/// on.
fn is_followed(text: &str, nouns: &[&str]) -> bool {
    nouns.iter().any(|noun| {
        text.strip_prefix(noun).is_some_and(|after| predicates::opens(after) || after.starts_with(['、', '，', '和']))
    })
}

/// Whether an office's ending follows an opening verb at once: 组织|部, 救援|大队.
fn names_office(rest: &str) -> bool {
    const OFFICES: &[&str] = &[
        "部", "局", "办公室", "办", "组", "中心", "总队", "大队", "支队", "院", "委", "处", "科", "站", "室", "所",
        "管理局", "管理处", "管理部", "管理委员会", "巡查组", "检查组",
    ];
    is_followed(rest, OFFICES)
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
fn is_name_list(text: &str) -> bool {
    text.chars().take(SUBJECT_CHARS + 1).count() <= SUBJECT_CHARS && is_subject(text, "要") && may_head(text)
}

/// 餐饮等行业生产经营单位使用燃气的，必须…: a condition on the subject.
fn conditional_subject(text: &str, after: &str) -> Option<TextRange> {
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
fn is_person(name: &str) -> bool {
    ["人", "人员", "干部", "负责人", "领导", "同志", "职工", "员工", "教师", "学生"].iter().any(|w| name.ends_with(w))
}

/// The role that a predicate gives its subject.
fn role_of(predicate: &str) -> Role {
    let head: String = predicate.chars().take_while(|c| !matches!(c, '，' | '。' | '；' | '由')).take(24).collect();
    let bare = head.trim_start_matches(['要', '应', '须', '将', '都', '均', '也', '年', '内']);
    if head.contains("牵头") || head.contains("统筹") || bare.starts_with("会同") {
        Role::Lead
    } else if ["配合", "积极配合", "协助", "参与", "参加", "密切配合", "做好配合", "协同"]
        .iter()
        .any(|w| bare.starts_with(w))
    {
        Role::Support
    } else if ["督促", "负责督促", "负责指导", "负责督导", "指导", "监督", "督导", "加强对"]
        .iter()
        .any(|w| bare.starts_with(w))
    {
        Role::Supervise
    } else {
        Role::Responsible
    }
}
