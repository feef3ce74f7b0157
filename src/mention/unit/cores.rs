//! The fields that departments are named after. A list leaves out the level of
//! a member only where the member opens with such a field (县安委办、应急局);
//! a member that opens with a place keeps its own (澄江公路分局).

use super::levels::level_of;
use super::tails::tail_of;
use crate::analysis::UnitCategory;
use crate::lexicon::openers::Openers;
use std::sync::LazyLock;

/// Fields and short forms of departments, by branch of government.
const CORES: &[&str] = &[
    // general administration
    "政府办", "政府办公", "人大", "政协", "督查", "信访", "机关事务", "档案", "地方志", "史志", "政研", "研究室",
    "参事", "外事", "外办", "侨办", "侨务", "台办", "大数据", "数据", "政务服务", "行政审批", "审批", "营商",
    "公共资源", // economy
    "发改", "发展改革", "发展和改革", "工信", "工业和信息化", "经信", "经济和信息化", "科技", "科学技术", "财政",
    "审计", "统计", "商务", "粮食", "粮储", "国资", "国有资产", "金融", "地方金融", "招商", "投资促进", "中小企业",
    "能源", "煤炭", "电力", "外管", "外汇", "市场监管", "市场监督", "市监", "市场局", "知识产权", "药监", "药品",
    "食品药品", "税务", "烟草", "邮政", "供销", "经合", "经管", "口岸", "民营经济", // land, building, transport
    "自然资源", "规划", "自规", "资规", "国土", "住建", "住房", "住房和城乡建设", "城乡建设", "建设", "城管",
    "城市管理", "综合执法", "综合行政执法", "交通", "交通运输", "公路", "铁路", "民航", "人防", "人民防空", "园林",
    "房管", "房产", "公积金", "市政", // environment, water, agriculture
    "生态环境", "环保", "环境保护", "水利", "水务", "水文", "农业", "农业农村", "农村", "农机", "畜牧", "渔业", "林业",
    "林草", "林业和草原", "乡村振兴", "扶贫", "移民", "气象", "海洋", "供水", "河长办", "河长制办公室", "林长办",
    "林长制办公室", // society
    "教育", "教体", "教科", "体育", "文旅", "文化", "文化和旅游", "文广", "广电", "广播电视", "文物", "旅游", "卫健",
    "卫生健康", "卫生", "疾控", "医保", "医疗保障", "中医药", "人社", "人力资源", "民政", "民族", "民宗", "宗教",
    "退役军人", "残联", "妇联", "总工会", "团委", "共青团", "科协", "工商联", "红十字会", "文联", "侨联", "社科联",
    "关工委", "老龄", // safety, law
    "应急", "应急管理", "消防", "森林消防", "公安", "交警", "交管", "司法", "检察院", "法院", "国安", "国家安全",
    "地震", "防震减灾", "减灾", "救灾", "防汛", "防指", "防办", "森防", "安委会", "安委办", "安全生产", "安监", "防火",
    "食安", "道安", "禁毒", "消安", "文明办", "创城", "矿山安全", // party
    "宣传", "组织部", "统战", "政法", "网信", "编办", "机构编制", "纪委", "监委", "纪检监察", "巡察", "党校",
    "机关工委", "老干部", "社会工作", "改革办", // military and central bodies that sit in the territory
    "人武部", "武装部", "武警", "海关", "人民银行", "银保监", "金融监管", "供电", "电信", "移动", "联通", "调查队",
];

/// Whole names among them that need no ending.
const WHOLE: &[&str] = &[
    "残联", "妇联", "总工会", "团委", "科协", "工商联", "红十字会", "文联", "侨联", "人大", "政协", "编办", "人行",
    "共青团",
];

/// Offices of a party committee.
const PARTY_OFFICES: &[&str] = &[
    "办公室", "办", "宣传部", "组织部", "统战部", "政法委", "网信办", "编办", "社会工作部", "老干部局", "巡察办",
    "改革办", "机关工委", "党校", "督查室", "政研室", "国安办", "台办", "军民融合办", "农办", "文明办",
];

/// How a name opens with a core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Core {
    /// The core is the name.
    Whole,
    /// The name goes on.
    Part,
}

static FIELDS: LazyLock<Openers> = LazyLock::new(|| Openers::new(CORES.iter().copied()));

/// Whether `name` opens with the field of a department.
pub(super) fn starts_with_core(name: &str) -> Option<Core> {
    if WHOLE.contains(&name) {
        return Some(Core::Whole);
    }
    FIELDS.at(name).next().is_some().then_some(Core::Part)
}

/// Whether `name` is nothing but the field of a department: 住建, 外管.
pub(super) fn is_field(name: &str) -> bool {
    CORES.contains(&name)
}

/// Whether `name` is an office of a party committee.
pub(super) fn is_party_office(name: &str) -> bool {
    PARTY_OFFICES.iter().any(|office| name.starts_with(office))
}

/// Whether a member of a list takes the list's level.
pub(super) fn takes_level(name: &str) -> bool {
    let own_words = [
        "各", "有关", "相关", "负有", "国家", "中央", "中国", "人行", "局机关", "局属", "厅机关", "委机关", "机关",
        "武警", "国网", "驻", "企业", "其他", "行业", "属地", "生产", "所有", "全",
    ];
    // 团县委 says its level behind its head.
    let inner_level = name.strip_prefix('团').is_some_and(|rest| level_of(rest).is_some());
    if own_words.iter().any(|w| name.starts_with(w)) || name.contains("总局") || level_of(name).is_some() || inner_level
    {
        return false;
    }
    let Some(tail) = tail_of(name) else {
        return starts_with_core(name) == Some(Core::Whole);
    };
    let elsewhere = ["分局", "公司", "银行", "分行", "支行", "管委会", "政府", "办事处", "街道", "企业", "部门"]
        .iter()
        .any(|t| name.ends_with(t));
    if elsewhere || matches!(tail.category, UnitCategory::Government | UnitCategory::Enterprise) {
        return false;
    }
    let class = tail.category == UnitCategory::Class;
    starts_with_core(name).is_some() || !class && !opens_with_place(name) && name.chars().count() <= 8
}

/// Whether two or three characters stand before the field, as a place does.
fn opens_with_place(name: &str) -> bool {
    name.char_indices()
        .skip(2)
        .take(2)
        .any(|(i, _)| starts_with_core(&name[i..]).is_some() || level_of(&name[i..]).is_some())
}
