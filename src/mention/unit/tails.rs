//! What a unit's name ends with, and what it opens with.

use crate::analysis::{Level, UnitCategory};
use crate::lexicon::openers::Openers;
use UnitCategory::{Class, Coordination, Department, Enterprise, Government, Other, Party};
use std::sync::LazyLock;

/// The ending that makes a phrase the name of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tail {
    /// The ending.
    pub word: &'static str,
    /// What sort of unit it names.
    pub category: UnitCategory,
    /// Phrases that end so and name no unit, as endings themselves.
    not: &'static [&'static str],
}

const fn tail(word: &'static str, category: UnitCategory) -> Tail {
    Tail { word, category, not: &[] }
}

const fn tail_not(word: &'static str, category: UnitCategory, not: &'static [&'static str]) -> Tail {
    Tail { word, category, not }
}

/// Endings, by their last character so that a lookup tries few. Within a group
/// longer ones stand first.
fn tails_ending_in(last: char) -> &'static [Tail] {
    match last {
        '府' => const { &[tail("人民政府", Government), tail("政府", Government)] },
        '会' => {
            const {
                &[
                    tail("专业委员会", Coordination),
                    tail("管理委员会", Government),
                    tail("居民委员会", Government),
                    tail("村民委员会", Government),
                    tail("常务委员会", Government),
                    tail("常委会", Government),
                    tail("管委会", Government),
                    tail("居委会", Government),
                    tail("村委会", Government),
                    tail("安委会", Coordination),
                    tail("组委会", Coordination),
                    tail("理事会", Other),
                    tail("董事会", Enterprise),
                    tail("监事会", Enterprise),
                    tail("银保监会", Department),
                    tail("证监会", Department),
                    tail("委员会", Department),
                    tail_not("联席会", Coordination, &[]),
                    tail("工会", Other),
                    tail("协会", Other),
                    tail("学会", Other),
                    tail("商会", Other),
                    tail("联合会", Other),
                    tail("红十字会", Other),
                    tail("基金会", Other),
                    tail_not("委会", Coordination, &[]),
                    tail("防委会", Coordination),
                ]
            }
        }
        '议' => const { &[tail("联席会议", Coordination)] },
        '委' => {
            const {
                &[
                    tail("党工委", Party),
                    tail("团工委", Other),
                    tail("政法委", Party),
                    tail("纪委", Party),
                    tail("监委", Party),
                    tail("党委", Party),
                    tail("工委", Party),
                    tail("团委", Other),
                    tail_not("委", Department, &["常委", "政委", "评委", "编委", "原委", "推委", "村两委", "支委"]),
                ]
            }
        }
        '组' => {
            const {
                &[
                    tail("领导小组", Coordination),
                    tail("工作小组", Coordination),
                    tail("专项小组", Coordination),
                    tail("领导组", Coordination),
                    tail("党组", Party),
                    tail("党委（党组", Party),
                    tail("工作组", Coordination),
                    tail("督导组", Coordination),
                    tail("督查组", Coordination),
                    tail("巡查组", Coordination),
                    tail("检查组", Coordination),
                    tail("巡视组", Coordination),
                    tail("专项组", Coordination),
                    tail("专家组", Other),
                    tail("纪检监察组", Party),
                    tail("中心组", Party),
                ]
            }
        }
        '班' => const { &[tail("工作专班", Coordination), tail("专班", Coordination)] },
        '部' => {
            const {
                &[
                    tail("总指挥部", Coordination),
                    tail("指挥部", Coordination),
                    tail("宣传部", Party),
                    tail("组织部", Party),
                    tail("统战部", Party),
                    tail("武装部", Department),
                    tail("团支部", Other),
                    tail("党支部", Party),
                    tail("项目部", Enterprise),
                    tail_not(
                        "部",
                        Department,
                        &[
                            "干部", "全部", "内部", "外部", "局部", "大部", "中部", "东部", "西部", "南部", "北部",
                            "上部", "下部", "头部", "顶部", "底部", "根部", "俱乐部", "细部", "前部", "后部", "腹部",
                            "支部", "面部",
                        ],
                    ),
                ]
            }
        }
        '厅' => {
            const { &[tail("办公厅", Department), tail_not("厅", Department, &["大厅", "餐厅", "展厅", "客厅"])] }
        }
        '局' => {
            const {
                &[
                    tail("分局", Department),
                    tail("总局", Department),
                    tail_not(
                        "局",
                        Department,
                        &[
                            "结局", "布局", "格局", "棋局", "当局", "全局", "大局", "开局", "变局", "新局", "政治局",
                            "破局", "僵局", "危局", "时局",
                        ],
                    ),
                ]
            }
        }
        '办' => {
            const {
                &[
                    tail("安委办", Coordination),
                    tail("街道办", Government),
                    tail("督查办", Department),
                    tail("巡察办", Department),
                    tail_not(
                        "办",
                        Department,
                        &[
                            "主办", "承办", "协办", "督办", "创办", "举办", "兴办", "开办", "包办", "试办", "合办",
                            "交办", "代办", "经办", "申办", "联办", "查办", "帮办", "领办", "快办", "通办", "自办",
                            "公办", "民办", "筹办", "补办", "未办", "难办", "速办", "严办", "两办",
                        ],
                    ),
                ]
            }
        }
        '室' => {
            const {
                &[
                    tail("办公室", Department),
                    tail("研究室", Department),
                    tail("参事室", Department),
                    tail("督查室", Department),
                    tail("部室", Department),
                    tail("科室", Department),
                    tail("处室", Department),
                    tail("各实验室", Other),
                    tail("重点实验室", Other),
                ]
            }
        }
        '处' => {
            const {
                &[
                    tail("办事处", Government),
                    tail("管理处", Department),
                    tail_not(
                        "处",
                        Department,
                        &[
                            "之处", "查处", "惩处", "严处", "好处", "难处", "深处", "各处", "到处", "住处", "出处",
                            "何处", "长处", "用处", "判处", "同处", "短处", "多处", "一处", "坏处", "妥处", "调处",
                            "共处", "细处", "实处", "远处", "高处", "此处", "暗处", "明处",
                        ],
                    ),
                ]
            }
        }
        '署' => const { &[tail_not("署", Department, &["部署", "签署", "连署"])] },
        '院' => {
            const {
                &[
                    tail("国务院", Government),
                    tail("法院", Department),
                    tail("检察院", Department),
                    tail("研究院", Other),
                    tail("研究生院", Department),
                    tail("书院", Other),
                    tail("医院", Enterprise),
                    tail("卫生院", Enterprise),
                    tail("学院", Other),
                    tail("科学院", Department),
                    tail("设计院", Enterprise),
                    tail("养老院", Enterprise),
                    tail("福利院", Enterprise),
                ]
            }
        }
        '队' => {
            const {
                &[
                    tail("总队", Department),
                    tail("支队", Department),
                    tail("大队", Department),
                    tail("中队", Department),
                    tail("专业队伍", Other),
                ]
            }
        }
        '伍' => const { &[tail("专业队伍", Other), tail("救援队伍", Other)] },
        '站' => {
            const {
                &[
                    tail("工作站", Department),
                    tail("管理站", Department),
                    tail("水文站", Department),
                    tail("气象站", Department),
                    tail("服务站", Department),
                ]
            }
        }
        '所' => {
            const {
                &[
                    tail("派出所", Department),
                    tail("司法所", Department),
                    tail("研究所", Other),
                    tail("监管所", Department),
                    tail("监督所", Department),
                    tail("消防工作所", Department),
                    tail("事业站所", Department),
                    tail("站所", Department),
                ]
            }
        }
        '心' => const { &[tail_not("中心", Department, &["重心", "为中心", "以中心"])] },
        '门' => const { &[tail("部门", Class)] },
        '位' => {
            const {
                &[tail("成员单位", Class), tail_not("单位", Class, &["计量单位", "货币单位", "基本单位", "建筑单位"])]
            }
        }
        '构' => const { &[tail_not("机构", Class, &["组织机构", "内设机构"])] },
        '关' => const { &[tail("海关", Department), tail("机关", Class)] },
        '方' => const { &[tail("各地方", Class)] },
        '面' => const { &[tail("有关方面", Class), tail("相关方面", Class), tail("各方面", Class)] },
        '地' => const { &[tail("各地", Class), tail("属地", Class)] },
        '级' => {
            const {
                &[
                    tail("省级", Government),
                    tail("市级", Government),
                    tail("县级", Government),
                    tail("乡级", Government),
                    tail("镇级", Government),
                    tail("区级", Government),
                ]
            }
        }
        '区' => {
            const {
                &[
                    tail("开发区", Government),
                    tail("经开区", Government),
                    tail("高新区", Government),
                    tail("示范区", Government),
                    tail("新区", Government),
                    tail("园区", Government),
                    tail("功能区", Government),
                    tail("矿区", Government),
                    tail("林区", Government),
                    tail("社区", Government),
                    tail("各区", Government),
                    tail("县区", Government),
                    tail("市区", Government),
                    tail("各地区", Class),
                    tail("自治区", Government),
                    tail("校区", Enterprise),
                ]
            }
        }
        '县' => const { &[tail("各县", Government), tail("市县", Government)] },
        '市' => {
            const {
                &[
                    tail("各市", Government),
                    tail("每个市", Government),
                    tail("县市", Government),
                    tail("直辖市", Government),
                ]
            }
        }
        '份' => const { &[tail("省份", Government)] },
        '央' => const { &[tail("团中央", Other)] },
        '省' => const { &[tail("各省", Government), tail("每个省", Government)] },
        '镇' => const { &[tail("乡镇", Government), tail("各镇", Government), tail("每个镇", Government)] },
        '乡' => const { &[tail("各乡", Government)] },
        '村' => const { &[tail("各村", Government), tail("行政村", Government)] },
        '道' => const { &[tail("街道", Government)] },
        '）' => {
            const {
                &[
                    tail("（市、区）", Government),
                    tail("（市、区、旗）", Government),
                    tail("（区）", Government),
                    tail("（区、市）", Government),
                    tail("（区、市）", Government),
                    tail("（县、区）", Government),
                    tail("（地、州、盟）", Government),
                    tail("（州、盟）", Government),
                    tail("（街道）", Government),
                    tail("（街道办）", Government),
                    tail("（社区）", Government),
                    tail("（区、县）", Government),
                    tail("（开发区）", Government),
                    tail("（镇、街道）", Government),
                    tail("（镇）", Government),
                    tail("（党组）", Party),
                    tail("（理论学习中心组）", Party),
                    tail("（中心）", Department),
                    tail("（局）", Department),
                    tail("（室）", Department),
                    tail("（系）", Other),
                    tail("（集团公司）", Enterprise),
                    tail("（公司）", Enterprise),
                ]
            }
        }
        '业' => const { &[tail_not("企业", Enterprise, &["政企业"])] },
        '司' => const { &[tail("分公司", Enterprise), tail("公司", Enterprise)] },
        '团' => {
            const {
                &[tail_not("集团", Enterprise, &["犯罪集团"]), tail("兵团", Government), tail("人民团", Other)]
            }
        }
        '体' => {
            const {
                &[tail("群团", Other), tail("人民团体", Other), tail("社会团体", Other), tail("群众团体", Other)]
            }
        }
        '行' => {
            const {
                &[
                    tail("人民银行", Department),
                    tail("银行", Enterprise),
                    tail("分行", Enterprise),
                    tail("支行", Enterprise),
                ]
            }
        }
        '校' => {
            const {
                &[
                    tail("党校", Party),
                    tail("学校", Enterprise),
                    tail("高校", Enterprise),
                    tail("院校", Enterprise),
                    tail("技工学校", Enterprise),
                ]
            }
        }
        '学' => const { &[tail_not("大学", Enterprise, &["开学", "入学"])] },
        '系' => const { &[tail("各系", Other), tail("院系", Other)] },
        '社' => {
            const {
                &[
                    tail("供销社", Department),
                    tail("通讯社", Enterprise),
                    tail("报社", Enterprise),
                    tail("合作社", Enterprise),
                    tail("联社", Enterprise),
                ]
            }
        }
        '联' => {
            const {
                &[
                    tail("妇联", Other),
                    tail("残联", Other),
                    tail("工商联", Other),
                    tail("文联", Other),
                    tail("侨联", Other),
                    tail("社科联", Other),
                ]
            }
        }
        '协' => const { &[tail("科协", Other), tail("政协", Government), tail("作协", Other)] },
        '台' => const { &[tail("电视台", Enterprise), tail("气象台", Department), tail("广播电台", Enterprise)] },
        '馆' => const { &[tail("档案馆", Department), tail("图书馆", Enterprise)] },
        '段' => const { &[tail("公路段", Department)] },
        '矿' => const { &[tail("煤矿", Enterprise), tail("生产矿", Enterprise)] },
        '井' => const { &[tail("生产矿井", Enterprise)] },
        '山' => const { &[tail("矿山", Enterprise)] },
        '库' => const { &[tail("尾矿库", Enterprise)] },
        '厂' => const { &[tail("工厂", Enterprise), tail("选矿厂", Enterprise), tail("电厂", Enterprise)] },
        '场' => const { &[tail("林场", Enterprise), tail("农场", Enterprise)] },
        _ => &[],
    }
}

/// Endings of one character that name territories only within a list of them
/// (市、县) or behind 各 and 每.
const TERRITORIES: &[&str] = &["省", "市", "县", "区", "旗", "盟", "州", "乡", "镇", "村"];

/// The ending of `name`, if it makes it the name of a unit.
///
/// ```
/// use notice_analyzer::mention::unit::tail_of;
/// assert_eq!(tail_of("县应急局").unwrap().word, "局");
/// assert!(tail_of("总体布局").is_none());
/// assert!(tail_of("领导干部").is_none());
/// ```
pub fn tail_of(name: &str) -> Option<Tail> {
    let last = name.chars().next_back()?;
    if last == '〕' {
        return tail_of(&name.replace('〔', "（").replace('〕', "）"));
    }
    if last == '）'
        && let Some(tail) = tail_before_note(name)
    {
        return Some(tail);
    }
    tails_ending_in(last)
        .iter()
        .copied()
        .find(|tail| name.ends_with(tail.word) && !tail.not.iter().any(|not| name.ends_with(not)))
        .or_else(|| each_territory(name, last))
}

/// 各设岗县, 有关县（市、区）, 每个设区市: territories that share a trait.
fn each_territory(name: &str, last: char) -> Option<Tail> {
    const TRAIT_CHARS: usize = 4;
    const HEADS: &[&str] = &["各有关", "各相关", "有关", "相关", "各", "每个", "所有"];
    const NO_TRAIT: &[char] = &['、', '，', '和', '的', '要', '在', '对', '将', '级', '部', '位'];
    if !matches!(last, '省' | '市' | '县' | '区' | '旗' | '盟' | '州' | '乡' | '镇' | '村') {
        return None;
    }
    let word = TERRITORIES.iter().copied().find(|word| name.ends_with(word))?;
    let place = &name[..name.len() - word.len()];
    let near = place.char_indices().rev().take(TRAIT_CHARS + 3).last().map_or(0, |(at, _)| at);
    let head = HEADS.iter().find_map(|head| place[near..].rfind(head).map(|at| near + at + head.len()))?;
    let own = &place[head..];
    let short = own.chars().count() <= TRAIT_CHARS && !own.contains(NO_TRAIT);
    short.then_some(tail(word, Government))
}

/// 学生工作部（处）: an ending with its variant in brackets.
fn tail_before_note(name: &str) -> Option<Tail> {
    const NOTE_CHARS: usize = 4;
    let open = name.rfind('（')?;
    let note = &name[open + "（".len()..name.len() - "）".len()];
    let short = !note.is_empty() && note.chars().count() <= NOTE_CHARS && !note.contains('）');
    if short { tail_of(&name[..open]).filter(|tail| tail.category != Class) } else { None }
}

/// Whether a phrase, as a whole, can be the name of a unit: it ends like one
/// and holds nothing that a name does not hold.
pub fn is_unit(name: &str) -> bool {
    let longest = 40;
    let within = name.chars().take(longest + 1).count() <= longest;
    let clean = !name.contains(['。', '；', '，', '：', '！', '？', '《', '》', '\n', '\t']);
    within && clean && (tail_of(name).is_some() || is_territory(name))
}

/// 各县, 市 (in a list), 市县.
fn is_territory(name: &str) -> bool {
    TERRITORIES.contains(&name)
        || ["各", "每个", "市、", "省、"]
            .iter()
            .any(|head| name.strip_prefix(head).is_some_and(|rest| TERRITORIES.contains(&rest)))
}

/// Words that make a name that of a class of units.
static CLASSES: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(["有关", "相关", "负有", "成员单位", "各部门", "各单位", "各级各部门", "其他"]));

/// The category of a unit's name.
pub fn category_of(name: &str) -> UnitCategory {
    match tail_of(name) {
        Some(tail) if matches!(tail.category, Department | Class | Coordination) && CLASSES.within(name) => Class,
        Some(tail) if tail.category == Class && is_core_department(name) => Department,
        Some(tail) => tail.category,
        None if is_territory(name) => Government,
        None => Other,
    }
}

/// 应急部门, 市场监管部门: a department called by its field.
fn is_core_department(name: &str) -> bool {
    name.strip_suffix("部门").is_some_and(|core| !core.is_empty() && !core.contains("各") && !core.contains("级"))
}

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
