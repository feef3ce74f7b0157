//! What stands behind the one who must act: how the predicate of an obligation
//! opens. A name followed by anything else (的, a noun) is only mentioned.

use crate::lexicon::modal::{find_modal, modal_at};
use crate::lexicon::openers::Openers;
use crate::mention::unit::tail_of;
use std::sync::LazyLock;

/// Verbs of commitments, as they open a predicate: to set up, to write.
const SETTING_UP: &[&str] = &[
    "建立", "健全", "制定", "制订", "编制", "修订", "完善", "出台", "印发", "研究", "起草", "拟定", "设立", "成立",
    "组建", "组成", "配备", "配齐", "配足", "明确", "确定", "划定", "梳理", "汇总", "整理", "建成", "建设", "新建",
    "改造", "构建", "搭建", "打造", "培育", "创建",
];
/// To do, to carry out; and the adverbs that open a predicate.
const CARRYING_OUT: &[&str] = &[
    "开展", "组织", "实施", "落实", "贯彻", "执行", "推进", "推动", "推广", "推行", "加强", "强化", "加大", "加快",
    "深化", "深入", "做好", "抓好", "搞好", "抓紧", "抓实", "抓落实", "抓推进", "做到", "做实", "压实", "履行", "承担",
    "负责", "牵头", "统筹", "协调", "配合", "协助", "参与", "参加", "启动", "视情", "抓住", "抢抓", "新增", "会同",
    "联合", "召开", "举办", "举行", "承办", "主办", "完成", "实现", "达到", "确保", "保障", "保证", "保持", "坚持",
    "巩固", "提升", "提高", "优化", "规范", "改进", "加密", "扩大", "健康", "具有", "具备", "安装", "设置", "使用",
    "运用", "利用", "采取", "采用", "建好", "用好", "管好", "守好", "严守", "紧盯", "聚焦", "突出", "围绕", "立足",
    "发挥", "发布", "公布", "公开", "公示", "通报", "报送", "上报", "报告", "报备", "提交", "提供", "提出", "提请",
    "反馈", "汇报", "推送", "移送", "转报", "申报", "填报", "审核", "审查", "审批", "核查", "核实", "核准", "检查",
    "督查", "督促", "督导", "监督", "监测", "指导", "排查", "整治", "整改", "治理", "清理", "查处", "打击", "处置",
    "处理", "办理", "受理", "落细", "考核", "评估", "评价", "验收", "认定", "颁发", "发放", "拨付", "下达", "安排",
    "部署", "调度", "分析", "研判", "预警", "防范", "防控", "管控", "化解", "消除", "杜绝", "遏制", "培训", "宣传",
    "普及", "学习", "演练", "救援", "值守", "值班", "带班", "巡查", "巡护", "巡检", "走访", "慰问", "挂牌", "签订",
    "签署", "对接", "衔接", "共享", "汇聚", "融合", "整合", "统一", "分类", "分工", "分级", "分解", "细化", "量化",
    "制作", "开设", "开发", "开放", "开通", "支持", "鼓励", "引导", "扶持", "帮助", "协同", "服务", "维护", "运行",
    "管理", "选派", "选聘", "聘请", "招聘", "选拔", "遴选", "推荐", "评选", "表彰", "奖励", "给予", "追究", "问责",
    "约谈", "纳入", "列入", "作为", "形成", "设计", "谋划", "探索", "创新", "试点", "总结", "收集", "归集", "存档",
    "备案", "登记", "注册", "征求", "听取", "回复", "答复", "书面", "对照", "比照", "参照", "对本", "对所", "对辖",
    "对属地", "自行", "主动", "切实", "认真", "积极", "严格", "严肃", "严厉", "全面", "全力", "及时", "立即", "迅速",
    "尽快", "持续", "继续", "定期", "不定期", "经常", "适时", "同步", "同时", "逐级", "逐步", "逐项", "逐一", "依法",
    "依规", "依托", "依据", "根据", "按照", "按规定", "按职责", "按要求", "按时", "按期", "按月", "按季", "按年",
    "按分工", "结合", "针对", "通过", "充分", "进一步", "大力", "着力", "努力", "扎实", "有序", "有效", "科学", "合理",
    "分别", "具体", "共同", "联动", "因地制宜", "因校制宜", "紧密", "密切", "牢固", "务必", "带头", "率先", "至少",
    "原则上", "每季度", "每场", "每班", "每次", "每轮", "每批", "每期", "每月", "每年", "每半年", "每周", "每日",
    "每天", "每学期", "每学年", "年内", "年底", "全年", "今年", "本年", "本月", "月底", "季度", "都要", "均要", "也要",
    "还要", "既要", "不得", "严禁", "禁止", "应当", "务于", "请于", "须于", "要于", "于", "将", "再", "负总责",
    "为责任主体", "是责任主体", "是第一责任", "协商", "共建", "联合开展", "在", "以",
];
/// Of forces, goods, cases and duty, and how they are set to work.
const AT_HAND: &[&str] = &[
    "前置", "预置", "出动", "派出", "派驻", "派员", "选配", "抽调", "抽派", "储备", "备足", "备齐", "集结", "待命",
    "驻守", "值勤", "守护", "看护", "保供", "供应", "供给", "调配", "调集", "调运", "运送", "转移", "疏散", "撤离",
    "关停", "关闭", "停用", "停工", "封闭", "封控", "拆除", "清除", "清淤", "疏通", "维修", "检修", "更新", "改建",
    "扩建", "购置", "采购", "租用", "筹措", "筹集", "争取", "投入", "配置", "配套", "补充", "补齐", "增加", "增设",
    "增派", "增配", "开辟", "张贴", "悬挂", "播放", "播出", "刊播", "推出", "转发", "转办", "交办", "督办", "跟踪",
    "复核", "复查", "抽查", "抽检", "检测", "检验", "暗访", "查验", "查找", "核定", "核验", "测算", "统计", "录入",
    "更正", "修复", "恢复", "返还", "兑现", "拨款", "补助", "补贴", "减免", "免收", "承接", "接收", "接受", "接诊",
    "收治", "救治", "救助", "安置", "帮扶", "包联", "联系", "辅导", "讲授", "授课", "命题", "阅卷", "监考", "招收",
    "招录", "录用", "聘任", "任命", "评定", "评审", "裁决", "仲裁", "起诉", "审理", "立案", "侦办", "侦查", "取缔",
    "处罚", "惩处", "震慑", "劝导", "劝返", "劝阻", "提醒", "提示", "告知", "通知", "叫应", "会商", "监管", "监控",
    "监护", "看管", "用足", "盘活", "出具", "代办", "领办", "发动", "动员", "号召", "倡议", "凝聚", "讲清", "说明",
    "解读", "解答", "回应", "引进", "引入", "吸引", "培养", "选树", "树立", "弘扬", "传承", "营造", "压减", "压缩",
    "简化", "取消", "下放", "放宽", "放开", "降低", "减少", "控制", "严控", "严管", "严打", "严查", "从严", "从快",
    "就近", "就地", "随时", "实时", "动态", "滚动", "轮流", "交叉", "错峰", "集中", "分批", "分期", "分片", "分区",
    "分段", "分头", "全程", "全覆盖", "全天候", "昼夜", "提前", "提级", "超前", "靠前", "优先", "足额", "全额", "专题",
    "一并", "带队", "亲自", "兜底", "全部", "免费", "不再", "不准", "不能", "一律", "必须", "实行",
];

static TABLE: LazyLock<Openers> = LazyLock::new(|| Openers::new([SETTING_UP, CARRYING_OUT, AT_HAND].concat()));

/// Whether `text` opens with a predicate of obligation or commitment.
pub fn opens(text: &str) -> bool {
    treats(text)
        || modal_at(text, '\0').is_some()
        || since(text)
        || is_accountable(text)
        || finds(text)
        || ["会同", "联合"].iter().any(|joint| text.strip_prefix(joint).is_some_and(names_partner))
        || TABLE.at(text).any(|verb| {
            let rest = &text[verb.len()..];
            !describes(rest) && !belongs_to(verb, rest) && !compares(verb, rest) && !is_handed(verb, rest)
        })
}

/// 各市开展的检查: the verb says which check, not what must be done. A part in a
/// common body is a duty all the same: 有关部门参与的机制.
pub fn is_attributive(text: &str) -> bool {
    let part = |verb: &str| matches!(verb, "牵头" | "参与" | "配合" | "协同" | "协助" | "参加");
    verb_at(text).is_some_and(|verb| text[verb.len()..].starts_with('的') && !part(verb))
}

/// 自3月起: from when the duty holds.
fn since(text: &str) -> bool {
    const DATE_CHARS: usize = 14;
    let dated = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with(['本', '今', '明']);
    ["自", "从"].iter().filter_map(|word| text.strip_prefix(word)).any(|rest| {
        dated(rest) && rest.chars().take(DATE_CHARS).take_while(|c| !matches!(c, '，' | '。')).any(|c| c == '起')
    })
}

/// 发现疑似病例后须立即报告: what one comes upon, with the order in the clause.
fn finds(text: &str) -> bool {
    let Some(rest) = ["发现", "接到", "收到", "出现"].iter().find_map(|verb| text.strip_prefix(verb)) else {
        return false;
    };
    let clause = rest.split(['，', '。', '；']).next().unwrap_or(rest);
    !rest.starts_with('的') && find_modal(clause).is_some()
}

/// 是……工作的责任主体: named as the one who owes it.
fn is_accountable(text: &str) -> bool {
    const CLAUSE_CHARS: usize = 40;
    let Some(rest) = text.strip_prefix('是').or_else(|| text.strip_prefix('为')) else { return false };
    let inside = |(_, c): &(usize, char)| !matches!(c, '，' | '。' | '；' | '、');
    let end = rest.char_indices().take(CLAUSE_CHARS).take_while(inside).last();
    let clause = end.map_or("", |(at, c)| &rest[..at + c.len_utf8()]);
    ["责任主体", "责任单位", "牵头单位", "牵头部门", "责任部门"].iter().any(|noun| clause.ends_with(noun))
}

/// 负责人, 督查室: the verb only describes people or a body.
fn describes(rest: &str) -> bool {
    const PEOPLE: &[&str] =
        &["人", "员", "者", "同志", "干部", "室", "局", "大队", "支队", "中心", "办公室", "区", "部门", "单位", "机构"];
    const BODIES: &[&str] = &["组", "办", "处", "科", "部", "委", "院", "站", "队", "所"];
    let ends = |after: &str| after.is_empty() || after.starts_with(['、', '，', '和']) || opens(after);
    PEOPLE.iter().any(|word| rest.starts_with(word))
        || BODIES.iter().any(|word| rest.strip_prefix(word).is_some_and(ends))
}

/// 会同区住建局: a unit, not the 会同 that is part of a name.
fn names_partner(rest: &str) -> bool {
    const NAME_CHARS: usize = 12;
    let clause: String = rest.chars().take(NAME_CHARS).take_while(|c| !matches!(c, '，' | '。' | '；')).collect();
    clause.char_indices().skip(1).any(|(at, c)| tail_of(&clause[..at + c.len_utf8()]).is_some())
}

/// 县级演练由县应急局组织: what is done, with the one who does it behind.
fn is_handed(verb: &str, rest: &str) -> bool {
    const DEEDS: &[&str] = &[
        "演练", "检查", "培训", "宣传", "检测", "评估", "验收", "考核", "审核", "维护", "管理", "服务", "监测", "调度",
        "督查", "排查", "整治", "救援", "处置", "办理",
    ];
    rest.starts_with('由') && DEEDS.contains(&verb)
}

/// 以上, 在职: the preposition is part of a word.
fn compares(verb: &str, rest: &str) -> bool {
    match verb {
        "以" => rest.starts_with(['上', '下', '内', '外', '及', '来', '后', '前', '往', '色']),
        "在" => rest.starts_with(['职', '岗', '建', '册', '校', '编', '线', '读', '产', '营']),
        _ => false,
    }
}

/// 监管责任, 服务能力: what a unit has, not what it does.
fn belongs_to(verb: &str, rest: &str) -> bool {
    const NOUNS: &[&str] = &[
        "监管", "管理", "服务", "培训", "检测", "监测", "检验", "统计", "维护", "救援", "审批", "执法", "保障", "监督",
        "运行", "防控", "治理", "处置",
    ];
    const HAD: &[&str] = &["责任", "职责", "体系", "机制", "能力", "水平", "质量", "力量", "制度"];
    NOUNS.contains(&verb) && HAD.iter().any(|noun| rest.starts_with(noun))
}

/// What is done to the one named behind 对.
static DONE: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "进行", "开展", "实施", "实行", "提出", "予以", "给予", "组织", "落实", "加强", "依法", "负", "签订", "签署",
        "建立", "采取", "检查", "排查", "核查", "巡查", "督查", "抽查", "复查", "检测", "监测", "审计", "评估", "考核",
        "研判", "调度", "通报", "约谈", "问责", "追责", "整治", "清理", "验收", "保障", "每", "逐一", "逐项", "严格",
        "严肃", "查处", "处理", "处罚", "打击", "曝光", "从严", "从快", "从重", "全程", "跟踪", "集中",
    ])
});
/// What the one named behind 向 is told.
static TOLD: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "报告", "报送", "汇报", "通报", "提出", "提交", "反馈", "公布", "公开", "公示", "移送", "移交", "推送",
    ])
});
/// What is done by the rule named behind 按.
static RULED: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(["给予", "予以", "补助", "奖励", "执行", "安排", "发放", "配备", "落实"]));

/// 对属地开展专项巡查, 向县防办报告情况: what is done to someone, with its verb in
/// the clause.
fn treats(text: &str) -> bool {
    let done = |word: &str, verbs: &Openers| {
        let clause = text.strip_prefix(word).and_then(|object| object.split(['，', '。', '；']).next());
        clause.is_some_and(|clause| verbs.within(clause))
    };
    ["对", "就", "与"].iter().any(|word| done(word, &DONE)) || done("向", &TOLD) || done("按", &RULED)
}

/// The verb of commitment that `text` opens with, as a whole word.
pub fn verb_at(text: &str) -> Option<&'static str> {
    TABLE.at(text).find(|verb| verb.chars().nth(1).is_some())
}

#[cfg(test)]
mod tests {
    use super::opens;

    #[test]
    fn predicates() {
        for (text, expected) in [
            ("要加强", true),
            ("按规定组织演练", true),
            ("每月至少召开", true),
            ("至少配备", true),
            ("的安全职责", false),
            ("主要负责人每月", false),
            ("法定代表人", false),
            ("等行业领域", false),
            ("可结合实际", false),
        ] {
            assert_eq!(opens(text), expected, "{text}");
        }
    }
}
