//! What stands behind the one who must act: how the predicate of an obligation
//! opens. A name followed by anything else (的, a noun) is only mentioned.

use crate::lexicon::modal::modal_at;
use crate::lexicon::openers::Openers;
use std::sync::LazyLock;

/// Verbs of commitments, as they open a predicate.
const VERBS: &[&str] = &[
    // to set up, to write
    "建立", "健全", "制定", "制订", "编制", "修订", "完善", "出台", "印发", "研究", "起草", "拟定", "设立", "成立",
    "组建", "配备", "配齐", "配足", "明确", "确定", "划定", "梳理", "汇总", "整理", "建成", "建设", "新建", "改造",
    "构建", "搭建", "打造", "培育", "创建", // to do, to carry out
    "开展", "组织", "实施", "落实", "贯彻", "执行", "推进", "推动", "推广", "推行", "加强", "强化", "加大", "加快",
    "深化", "深入", "做好", "抓好", "搞好", "抓紧", "抓实", "做到", "做实", "压实", "履行", "承担", "负责", "牵头",
    "统筹", "协调", "配合", "协助", "参与", "会同", "联合", "召开", "举办", "举行", "承办", "主办", "完成", "实现",
    "达到", "确保", "保障", "保证", "保持", "坚持", "巩固", "提升", "提高", "优化", "规范", "改进", "加密", "扩大",
    "健康", "具有", "具备", "安装", "设置", "使用", "运用", "利用", "采取", "采用", "建好", "用好", "管好", "守好",
    "严守", "紧盯", "聚焦", "突出", "围绕", "立足", "发挥", "发布", "公布", "公开", "公示", "通报", "报送", "上报",
    "报告", "报备", "提交", "提供", "提出", "提请", "反馈", "汇报", "推送", "移送", "转报", "申报", "填报", "审核",
    "审查", "审批", "核查", "核实", "核准", "检查", "督查", "督促", "督导", "监督", "监测", "指导", "排查", "整治",
    "整改", "治理", "清理", "查处", "打击", "处置", "处理", "办理", "受理", "落细", "考核", "评估", "评价", "验收",
    "认定", "颁发", "发放", "拨付", "下达", "安排", "部署", "调度", "分析", "研判", "预警", "防范", "防控", "管控",
    "化解", "消除", "杜绝", "遏制", "培训", "宣传", "普及", "学习", "演练", "救援", "值守", "值班", "带班", "巡查",
    "巡护", "巡检", "走访", "慰问", "挂牌", "签订", "签署", "对接", "衔接", "共享", "汇聚", "融合", "整合", "统一",
    "分类", "分级", "分解", "细化", "量化", "制作", "开设", "开发", "开放", "开通", "支持", "鼓励", "引导", "扶持",
    "帮助", "协同", "服务", "维护", "运行", "管理", "选派", "选聘", "聘请", "招聘", "选拔", "遴选", "推荐", "评选",
    "表彰", "奖励", "给予", "追究", "问责", "约谈", "纳入", "列入", "作为", "形成", "设计", "谋划", "探索", "创新",
    "试点", "总结", "收集", "归集", "存档", "备案", "登记", "注册", "征求", "听取", "回复", "答复", "书面", "对照",
    "比照", "参照", "对本", "对所", "对辖", "对属地", "自行", "主动", "切实", "认真", "积极", "严格", "严肃", "严厉",
    "全面", "全力", "及时", "立即", "迅速", "尽快", "持续", "继续", "定期", "不定期", "经常", "适时", "同步", "同时",
    "逐级", "逐步", "逐项", "逐一", "依法", "依规", "依托", "依据", "根据", "按照", "按规定", "按职责", "按要求",
    "按时", "按期", "按月", "按季", "按年", "按分工", "结合", "针对", "通过", "充分", "进一步", "大力", "着力", "努力",
    "扎实", "有序", "有效", "科学", "合理", "统筹", "分别", "具体", "共同", "联动", "因地制宜", "因校制宜", "紧密",
    "密切", "牢固", "务必", "带头", "率先", "至少", "原则上", "每季度", "每月", "每年", "每半年", "每周", "每日",
    "每天", "每学期", "每学年", "年内", "年底", "全年", "今年", "本年", "本月", "月底", "季度", "都要", "均要", "也要",
    "还要", "既要", "不得", "严禁", "禁止", "应当", "务于", "请于", "须于", "要于", "于", "将", "再", "负总责",
    "为责任主体", "是责任主体", "是第一责任", "协商", "共建", "联合开展", "在", "以",
];

static TABLE: LazyLock<Openers> = LazyLock::new(|| Openers::new(VERBS.iter().copied()));

/// Whether `text` opens with a predicate of obligation or commitment.
pub fn opens(text: &str) -> bool {
    treats(text)
        || modal_at(text, '\0').is_some()
        || since(text)
        || is_accountable(text)
        || TABLE.at(text).any(|verb| !describes(&text[verb.len()..]))
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
    const BODIES: &[&str] = &["组", "办", "处", "科"];
    let ends = |after: &str| after.is_empty() || after.starts_with(['、', '，', '和']) || opens(after);
    PEOPLE.iter().any(|word| rest.starts_with(word))
        || BODIES.iter().any(|word| rest.strip_prefix(word).is_some_and(ends))
}

/// 对属地开展专项巡查: what is done to someone, with its verb in the clause.
fn treats(text: &str) -> bool {
    const DONE: &[&str] =
        &["进行", "开展", "实施", "提出", "予以", "给予", "组织", "落实", "加强", "依法", "负", "签订", "签署", "建立"];
    let Some(object) = ["对", "就", "与", "同"].iter().find_map(|word| text.strip_prefix(word)) else {
        return false;
    };
    let clause = object.split(['，', '。', '；']).next().unwrap_or(object);
    DONE.iter().any(|verb| clause.contains(verb))
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
