//! What the names of units end with.

use crate::analysis::UnitCategory;
use UnitCategory::{Class, Coordination, Department, Enterprise, Government, Other, Party};
use std::cmp::Reverse;
use std::sync::LazyLock;

/// The ending that makes a phrase the name of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tail {
    /// The ending.
    pub word: &'static str,
    /// What sort of unit it names.
    pub category: UnitCategory,
}

/// Endings by the sort of unit they name.
const ENDINGS: &[(UnitCategory, &[&str])] = &[
    (
        Government,
        &[
            "人民政府", "政府", "国务院", "管理委员会", "居民委员会", "村民委员会", "常务委员会", "常委会", "管委会",
            "居委会", "村委会", "办事处", "街道办", "政协", "兵团", // levels
            "省级", "市级", "县级", "乡级", "镇级", "区级", "村级", // zones
            "开发区", "经开区", "高新区", "示范区", "试验区", "合作区", "保税区", "度假区", "风景区", "新区", "园区",
            "功能区", "矿区", "林区", "社区", "自治区", // territories as a class
            "各区", "县区", "市区", "各县", "市县", "各市", "每个市", "县市", "直辖市", "省份", "各省", "每个省",
            "乡镇", "镇街", "街镇", "各镇", "每个镇", "各乡", "各村", "行政村", "街道", "（市、区）", "（市、区、旗）",
            "（区）", "（区、市）", "（县、区）", "（地、州、盟）", "（州、盟）", "（街道）", "（街道办）", "（社区）",
            "（区、县）", "（开发区）", "（镇、街道）", "（镇）",
        ],
    ),
    (
        Party,
        &[
            "党工委", "政法委", "纪委", "监委", "党委", "工委", "党组", "党委（党组", "纪检监察组", "中心组", "宣传部",
            "组织部", "统战部", "党支部", "党总支", "党组织", "党校", "（党组）", "（理论学习中心组）",
        ],
    ),
    (
        Coordination,
        &[
            "专业委员会", "安委会", "组委会", "防委会", "联席会", "联席会议", "委会", "领导组", "工作专班", "专班",
            "总指挥部", "指挥部", "安委办", "防指", "组",
        ],
    ),
    (
        Department,
        &[
            "银保监会", "证监会", "委员会", "委", "武装部", "部", "办公厅", "厅", "局", "督查办", "巡察办", "办",
            "办公室", "研究室", "参事室", "督查室", "监察室", "审计室", "调度室", "值班室", "教研室", "医务室",
            "总编室", "综合室", "部室", "科室", "处室", "股室", "病区", "处", "科", "股", "署", "司", "法院", "检察院",
            "研究生院", "科学院", "服务大厅", "办事大厅", "政务大厅", "队", "站", "派出所", "司法所", "监管所",
            "监督所", "消防工作所", "站所", "卫生所", "税务所", "财政所", "中心所", "供电所", "看守所", "管理所",
            "资源所", "中心", "海关", "人民银行", "供销社", "总社", "公路段", "气象台", "档案馆", "（中心）", "（局）",
            "（室）",
        ],
    ),
    (Class, &["部门", "单位", "机构", "机关", "各地方", "有关方面", "相关方面", "各方面", "各地", "属地", "各地区"]),
    (
        Enterprise,
        &[
            "董事会", "监事会", "项目部", "企业", "公司", "集团", "银行", "分行", "支行", "通讯社", "报社", "合作社",
            "联社", "旅行社", "出版社", "电视台", "广播电台", "供应商", "经销商", "运营商", "承包商", "服务商",
            "（集团公司）", "（公司）", // schools, hospitals, homes
            "学校", "高校", "院校", "大学", "中学", "小学", "中小学", "校区", "幼儿园", "驾校", "医院", "卫生院",
            "保健院", "设计院", "养老院", "福利院", "敬老院", "诊所", // sites of work
            "煤矿", "各矿", "生产矿", "矿井", "矿山", "尾矿库", "厂", "林场", "农场", "牧场", "渔场", "养殖场",
            "屠宰场", "机场", "商场", "食堂", "景区", "景点", "工商户", "经营户", "农贸市场", "批发市场", "集贸市场",
            "交易市场", "产业园", "科技园", "工业园", "物流园", "药店", "酒店", "宾馆", "饭店",
        ],
    ),
    (
        Other,
        &[
            "理事会", "工会", "协会", "学会", "商会", "联合会", "馆", "促进会", "贸促会", "研究会", "红十字会",
            "基金会", "团工委", "团委", "团支部", "团中央", "人民团", "院", "事务所", "研究所", "院所", "智库",
            "检测所", "检验所", "各实验室", "重点实验室", "参考实验室", "国家实验室", "群团", "群团组织", "工会组织",
            "团组织", "行业组织", "自治组织", "班级", "社会组织", "人民团体", "社会团体", "群众团体", "各系", "院系",
            "（系）", "妇联", "残联", "工商联", "文联", "侨联", "社科联", "科协", "作协", "专业队伍", "救援队伍",
            "媒体",
        ],
    ),
];

/// Phrases that end so and name no unit.
const NO_UNITS: &[&str] = &[
    // 委
    "常委", "政委", "评委", "编委", "原委", "推委", "村两委", "支委", // 部
    "干部", "全部", "内部", "外部", "局部", "大部", "中部", "东部", "西部", "南部", "北部", "上部", "下部", "头部",
    "顶部", "底部", "根部", "俱乐部", "细部", "前部", "后部", "腹部", "支部", "面部", // 厅
    "大厅", "餐厅", "展厅", "客厅", // 局
    "结局", "布局", "格局", "棋局", "当局", "全局", "大局", "开局", "变局", "新局", "政治局", "破局", "僵局", "危局",
    "时局", // 办
    "主办", "承办", "协办", "督办", "创办", "举办", "兴办", "开办", "包办", "试办", "合办", "交办", "代办", "经办",
    "申办", "联办", "查办", "帮办", "领办", "快办", "通办", "自办", "公办", "民办", "筹办", "补办", "未办", "难办",
    "速办", "严办", "两办", // 处
    "之处", "查处", "惩处", "严处", "好处", "难处", "深处", "各处", "到处", "住处", "出处", "何处", "长处", "用处",
    "判处", "同处", "短处", "多处", "一处", "坏处", "妥处", "调处", "共处", "细处", "实处", "远处", "高处", "此处",
    "暗处", "明处", // 科, 股, 署, 司
    "学科", "本科", "专科", "文科", "理科", "工科", "医科", "农科", "全科", "外科", "内科", "儿科", "百科", "预科",
    "单科", "各科", "分科", "前科", "控股", "参股", "入股", "持股", "配股", "部署", "签署", "连署", "上司", "官司",
    // 院, 队, 组
    "入院", "出院", "住院", "全院", "大院", "庭院", "小院", "到院", "影院", "剧院", "排队", "车队", "列队", "组队",
    "带队", "领队", "入队", "归队", "全队", "梯队", "球队", "改组", "重组", "机组", "编组", "分组", "全组", "村民小组",
    // 站, 厂, 馆
    "网站", "车站", "到站", "进站", "出站", "全站", "电站", "基站", "泵站", "出厂", "入厂", "进厂", "全厂", "建厂",
    "返厂", "到厂", "场馆", "闭馆", "开馆", "全馆", // 心, 位, 构, 业, 团
    "重心", "为中心", "以中心", "计量单位", "货币单位", "基本单位", "建筑单位", "组织机构", "内设机构", "政企业",
    "犯罪集团",
];

/// A list by the last character, longest words first.
struct ByLast<T>(Vec<(char, Vec<T>)>);

impl<T: Copy> ByLast<T> {
    fn new(all: impl Iterator<Item = T>, word: impl Fn(&T) -> &'static str) -> Self {
        let mut groups: Vec<(char, Vec<T>)> = Vec::new();
        for item in all {
            let Some(last) = word(&item).chars().next_back() else { continue };
            let at = groups.partition_point(|(c, _)| *c < last);
            match groups.get_mut(at).filter(|(c, _)| *c == last) {
                Some((_, group)) => group.push(item),
                None => groups.insert(at, (last, vec![item])),
            }
        }
        for (_, group) in &mut groups {
            group.sort_by_key(|item| Reverse(word(item).len()));
        }
        Self(groups)
    }

    fn ending_in(&self, last: char) -> &[T] {
        let at = self.0.partition_point(|(c, _)| *c < last);
        self.0.get(at).filter(|(c, _)| *c == last).map_or(&[], |(_, group)| group)
    }
}

static TAILS: LazyLock<ByLast<Tail>> = LazyLock::new(|| {
    let all = ENDINGS.iter().flat_map(|&(category, words)| words.iter().map(move |&word| Tail { word, category }));
    ByLast::new(all, |tail| tail.word)
});

static EXCEPTIONS: LazyLock<ByLast<&'static str>> =
    LazyLock::new(|| ByLast::new(NO_UNITS.iter().copied(), |word| word));

/// The longest ending of `name`, unless a longer phrase at its end names no unit.
pub(super) fn ending_of(name: &str) -> Option<Tail> {
    let last = name.chars().next_back()?;
    let tail = TAILS.ending_in(last).iter().copied().find(|tail| name.ends_with(tail.word))?;
    let excepted = |word: &&'static str| word.len() > tail.word.len() && name.ends_with(*word);
    (!EXCEPTIONS.ending_in(last).iter().any(excepted)).then_some(tail)
}
