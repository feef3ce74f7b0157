//! Short and full forms of the same department: 市场局, 市场监管局,
//! 市场监督管理局. Local mergers vary, so a shared form only says that two names
//! may mean the same unit.

use super::levels::level_of;

/// Each row: the forms of one field, without level and without 局/委/厅/部/办.
const FORMS: &[&[&str]] = &[
    &["发改", "发展改革", "发展和改革"],
    &["工信", "工业和信息化", "经信", "经济和信息化"],
    &["科技", "科学技术"],
    &["民宗", "民族宗教", "民族宗教事务"],
    &["人社", "人力资源社会保障", "人力资源和社会保障"],
    &["自然资源", "规划和自然资源", "自然资源和规划", "自规", "规自", "资规"],
    &["生态环境", "环保", "环境保护"],
    &["住建", "住房城乡建设", "住房和城乡建设"],
    &["城管", "城市管理", "城市管理综合执法", "城管执法"],
    &["交通", "交通运输"],
    &["水利", "水务"],
    &["农业农村", "农业"],
    &["文旅", "文化和旅游", "文化旅游", "文广旅"],
    &["卫健", "卫生健康", "卫计"],
    &["退役军人", "退役军人事务"],
    &["应急", "应急管理", "安监"],
    &["国资", "国有资产监督管理"],
    &["市场", "市场监管", "市监", "市场监督管理", "市场监督"],
    &["行政审批", "审批", "行政审批服务", "行政审批服务管理"],
    &["医保", "医疗保障"],
    &["林草", "林业和草原", "林业"],
    &["广电", "广播电视"],
    &["粮储", "粮食", "粮食和物资储备"],
    &["乡村振兴", "扶贫"],
    &["金融监管", "银保监"],
    &["机关事务", "机关事务管理"],
    &["消防救援", "消防"],
];

/// What stays of a name when level, form and ending are taken away, so that
/// the forms of one unit share it; `None` for names without a known field.
///
/// ```
/// use notice_analyzer::mention::unit::alias_key;
/// assert_eq!(alias_key("县市场局"), alias_key("县市场监管局"));
/// assert_ne!(alias_key("县市场局"), alias_key("市市场监管局"));
/// assert_eq!(alias_key("县有关部门"), None);
/// ```
pub fn alias_key(name: &str) -> Option<String> {
    let (level, rest) = level_of(name).map_or(("", name), |(word, _)| (word, &name[word.len()..]));
    let tail = ["局", "委员会", "委", "厅", "部", "办公室", "办", "大队", "支队", "总队"]
        .iter()
        .find(|t| rest.ends_with(**t))?;
    let core = &rest[..rest.len() - tail.len()];
    let row = FORMS.iter().position(|forms| forms.contains(&core))?;
    Some(format!("{level}#{row}"))
}
