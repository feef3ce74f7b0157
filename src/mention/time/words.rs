//! The words of times. Each table says what it is for; the grammar that uses it
//! stands in the modules beside this one. A word stands before the words that
//! it opens with, or closes with, so that the first hit is the longest.

use super::duration::Unit;
use crate::mention::cursor::words;

const fn unit(word: &'static str, sign: &'static str, factor: u32) -> Unit {
    Unit { word, sign, factor }
}

// --- numbers and units

/// Characters that a number in a time can be followed by; most numbers are
/// followed by another and need no closer look.
pub(super) const AFTER_NUMBER: &str = "年月日号天周星旬季学小时分个工自次半、-—–―－～~〜至到./”末";

/// What may follow `c` where it opens a time; `None` where it opens none. Most
/// words are told apart by two characters.
pub(super) const fn followers(c: char) -> Option<&'static str> {
    Some(match c {
        '日' | '周' | '季' | '旬' | '半' | '双' | '月' | '年' => {
            "调通会研例巡检排自督抽小总报考评估分点晾提清汇推查结约预曝对交讲演培走访度底末终内年月个天周"
        }
        '上' | '下' => "半年一月周",
        '今' | '明' | '翌' | '来' | '去' => "年日天晚",
        '本' | '当' | '次' => "年月周季学",
        '第' => "一二三四五六七八九十0123456789",
        '全' => "年学",
        '期' => "间",
        '即' => "日时",
        '现' => "在",
        '逐' | '按' => "日周旬月季年半照学",
        _ => return None,
    })
}

/// Units that a number counts: 5个工作日.
pub(super) const UNITS: &[Unit] = &[
    unit("个工作日", "D", 1),
    unit("工作日", "D", 1),
    unit("个自然日", "D", 1),
    unit("自然日", "D", 1),
    unit("日", "D", 1),
    unit("天", "D", 1),
    unit("个星期", "W", 1),
    unit("星期", "W", 1),
    unit("周", "W", 1),
    unit("旬", "D", 10),
    unit("个月", "M", 1),
    unit("个季度", "M", 3),
    unit("季度", "M", 3),
    unit("个学期", "M", 6),
    unit("学期", "M", 6),
    unit("个学年", "Y", 1),
    unit("学年", "Y", 1),
    unit("年", "Y", 1),
    unit("个小时", "TH", 1),
    unit("小时", "TH", 1),
    unit("分钟", "TM", 1),
];

/// Units that stand only behind 每 and 按.
pub(super) const CALENDAR_UNITS: &[Unit] = &[
    unit("年度", "Y", 1),
    unit("季度", "M", 3),
    unit("季", "M", 3),
    unit("月份", "M", 1),
    unit("月度", "M", 1),
    unit("月", "M", 1),
    unit("晚", "D", 1),
];

/// What makes the unit before it another word: 年级, 周边, 日常.
pub(super) const NOT_A_UNIT: &[&str] = words![级 龄 常 边 岁 刊 轻 均 节 薪];

/// Signs between two points.
pub(super) const RANGE_SIGNS: &[&str] = &["——", "—", "--", "-", "–", "―", "－", "～", "~", "〜", "至", "到"];
/// Signs between the members of a list.
pub(super) const JOINTS: &[&str] = &["、", "和", "及", "与", "或", "/"];

// --- what closes a date

/// What closes a stretch as a limit.
pub(super) const WITHIN: &[&str] = words![之内 以内 内];
/// What makes 前 another word: 前后, 前列.
pub(super) const NOT_BEFORE: &[&str] = words![后 列 期 述 款 夕 瞻 沿 三 十];
/// What makes 内 another word: 内部, 内容.
pub(super) const NOT_WITHIN: &[&str] = words![部 容 外 涵 陆 控 设 在 需 置 审];
/// Parts of the day between a date and 前.
pub(super) const DAY_PARTS: &[&str] = words![上午 下午 中午 晚上 早上 凌晨 傍晚];

// --- what stands before a date

/// What joins a label to its date.
pub(super) const LABEL_JOINTS: &[&str] = &["：", "\n", "为", "是", "定于", "应为", "在", "于", "从", "自"];
/// Labels of a last day: 完成时限：.
pub(super) const DUE_LABELS: &[&str] = words![
    时限 期限 截止时间 截止日期 截止 时间节点 时间要求 完成节点 完成日期
    完成时间 报送时间 上报时间 提交时间 反馈时间 整改时间 办结时间 交付时间 结题时间 验收时间
];
/// Nouns that end any other label of a time.
pub(super) const LABEL_NOUNS: &[&str] = words![时间安排 时间范围 时间 日期 时段 周期 年限 期间 期];
/// Before such a noun: the time is one of records, not of doing.
pub(super) const RECORD_LABELS: &[&str] = words![
    成果 发表 出版 取得 获得 获奖 统计 数据 考核 评价 所属 出生 入职 业绩 任职 采集 成立 发生 有效
    印发 发布 发文 成文 生产 制表 建设
];
/// Directly before a last day.
pub(super) const LATEST: &[&str] = words![最迟不超过 最迟于 最迟 最晚于 最晚 不晚于 不迟于 不得晚于 不得迟于];
/// Before 截止 where it closes a deadline: 报名时间截止到.
pub(super) const UNTIL_LABELS: &[&str] = words![时间 日期 报名 申报 报送 提交 受理 征集 反馈 投稿 申请 填报];
/// Directly before a date that tells a state, or how long something holds.
pub(super) const STATE_WORDS: &[&str] = words![截至 截至到 有效期至 有效期到 有效期限至 延长至 延续至];
/// Of these, the ones that set a last day where it is still to come: 截至2024年底
/// of a notice of 2024 is a goal.
pub(super) const STATED: &[&str] = words![截至 截至到 截止 截止到 截止至];
/// Before a date that something is measured against: 较2020年底.
pub(super) const COMPARED: &[&str] = words![较 比 同比 相比 与];
/// 到 behind these is no 到 of a deadline: 达到, 提高到.
pub(super) const NOT_REACHED: &[&str] =
    words![达 提高 增加 上升 下降 降 降低 扩大 增长 涉 甚 收 接 得 看 回 追溯 截止 截 有效期];
/// Before a single day on which something is to be held or handed in.
pub(super) const HELD_ON: &[&str] = words![于 在];
/// Characters that 年 closes a word with: 近年内, 青年底.
pub(super) const NO_YEAR_AFTER: &str = "青少老中童学历往常近周多整几前后";

// --- what stands behind a date

/// What makes 2024年 a name or a record: 2024年度, 2024年级.
pub(super) const NOT_A_YEAR: &[&str] = words![度 级 版 代 第];
/// What makes a date a beginning.
pub(super) const SINCE: &[&str] = words![以来 起 开始 之后 以后 后];
/// Between 2022年6月起， and 每月.
pub(super) const SINCE_LEADS: &[&str] = words![务必于 务必在 务于 应于 须于 请于 要于 应在 要在 须在 于 在 应 须 要];
/// Behind a range that only records.
pub(super) const RECORD_VERBS: &[&str] = words![共 累计 已 全县共 全市共 全省共 发生];
/// Verbs with 的 behind a date that say who qualifies: 2018年12月31日前入职的.
pub(super) const ENTITLED: &[&str] = words![
    入职 注册 登记 成立 备案 取得 获得 立项 核准 批准 出生 到期 期满 参加工作 毕业 退休 参保 在岗 在编
    在册 发生 形成 生产 销售 购买 年满 颁布 施行 签订 认定 投产 建校
];
/// Words that tell what has happened.
pub(super) const TOLD: &[&str] = words![了 已 以来 曾];
/// Words that may stand between a date and its verb.
pub(super) const MODALS: &[&str] = words![应当 必须 务必 要 须 应 需 将 拟 力争 确保 争取 由];
/// Adverbs before a verb.
pub(super) const ADVERBS: &[&str] = words![初步 基本 全面 全部 集中 统一 再 新 分别 同步 率先 如期 陆续 正式 先 各];
/// Verbs that complete something: a bare date before them is its last day.
pub(super) const COMPLETIONS: &[&str] = words![
    完成 建成 实现 达到 达 印发 出台 制定 报送 上报 报 提交 形成 建立 整改 到位 办结 落实 编制 公布 发布
    消除 培育 新建 新增 创建 打造 交付 投入 投用 启用 上线 覆盖 清零 见效 完工 竣工 配齐
];
/// Other verbs of an order.
pub(super) const ACTS: &[&str] = words![
    开展 组织 召开 举办 举行 进行 实施 启动 推进 推动 督查 督导 检查 抽查 排查 调度 通报 会商 研判 汇总
    报告 总结 评估 考核 考评 分析 公开 公示 更新 梳理 听取 研究 巡查 巡检 演练 培训 自查 清理 统计 填报
    反馈 监测 评价 评比 排名 晾晒 点评 调整 修订 审核 核查 验收 签订 对 向 安排 参加 办理 治理 整治 至少 不少于 不低于
    报送 上报 报 印发 制定 公布 发布 推送 推广 播放 发放
];
/// Verbs in the clause behind “2019年，” that make the year a goal.
pub(super) const LAUNCHES: &[&str] = words![启动 完成 建成 实现 出台 印发 达到];
/// Verbs in the clause behind “6月16日，” that make the day one of doing.
pub(super) const HOLDINGS: &[&str] = words![举办 举行 开展 组织 召开 启动];
/// Taking place, though they open like a verb of handing in.
pub(super) const ATTENDANCES: &[&str] = words![报到 报名 上班 上课 注册 返校 开学 开课 开班 开考 放假 离校];
/// Verbs of handing in: a bare day before them is the last one.
pub(super) const DUE_VERBS: &[&str] = words![报送 上报 报 提交 完成 反馈 送 交];
/// Directly behind a loose day that is due: 月底完成.
pub(super) const DUE: &[&str] = words![完成 报送 上报 提交];

// --- stretches

/// Between an event and the stretch counted from it.
pub(super) const EVENT_TAILS: &[&str] = words![之日起 之时起 当日起 日起 之后 以后 后 起];
/// Verbs that end an event without 后: 会议结束3日内.
pub(super) const EVENT_ENDS: &[&str] = words![结束 下发 印发 发布 发生 届满 开学];
/// Words an event cannot hold: it starts behind the last of them, or of 在, 于,
/// 自, 从.
pub(super) const EVENT_CUTS: &[&str] = words![应当 必须];
/// Where 自 and 从 open another word.
pub(super) const NOT_PREPOSITIONS: &[&str] =
    words![自查 自评 自检 自测 自纠 自然 自治 自动 自愿 自主 自行 从业 从事 从严 在岗 在建 在册 在校];
/// Behind these 在, 于 and 从 close another word: 存在, 关于.
pub(super) const NO_PREPOSITION_AFTER: &str = "存所现正关由对属位大小等服低高终至用限";
/// Verbs an event starts with.
pub(super) const EVENT_HEADS: &[&str] = words![收到 接到 接报 接收];
/// Before a stretch that does not bind: 近3年内, 压缩至5日内.
pub(super) const NOT_WITHIN_BEFORE: &[&str] =
    words![近 最近 过去 连续 有效期 任期 之前 前 同 控制在 压缩至 压缩到 缩短至 缩短到 限制在];
/// Behind a stretch that is a condition, a ban or a permission.
pub(super) const NOT_WITHIN_AFTER: &[&str] = words![
    发生 不得 不予 不再 不能 不准 严禁 未发生 未出现 未受 未被 未因 未获 未有 未再 无 没有 累计 连续 被 有 再次 多次 两次
    取消 禁止 限制 仍 的 对 可 免 已
];
/// Verbs of the clause that a stretch without an event binds.
pub(super) const WITHIN_ACTS: &[&str] = words![
    完成 报 整改 办结 反馈 答复 建成 实现 提交 制定 出台 印发 审核 解决 到位 落实 组织 开展 整治 培训 达到
    作出 公开 公示 备案 移交 处置 拨付 下达 回复 核查 研究 录入 归档 告知 通知 送达 到达 赶赴 签订 建立
    培育 打造 创建 消除 更新 修复 恢复 叫应 撤离 转移 补齐 办理 改正 拆除 缴纳 支付 清退 退还 函复 入库 提出 上缴
];
/// Directly before a stretch that binds, whatever the verb.
pub(super) const OBLIGED_IN: &[&str] =
    words![并在 并于 必须在 务必在 应当在 应在 须在 要在 必须于 应于 须于 应当于 务必于];
/// Events of one character: 考前30分钟.
pub(super) const EVENT_SHORTS: &[&str] = words![考 会 赛 课 岗];
/// Events that something is to be done before: 会议召开前5日.
pub(super) const AWAITED: &[&str] = words![届满 到期 期满 召开 举办 举行 开始 开工 施工 启动 实施 投产 开学 考试 结束 会议 活动 执行 生效 复工 离校 返校 出发 公示 报名 招标 采购 验收 考 会 赛 课 岗];
/// Verbs of what is done ahead of an event.
pub(super) const NOTICES: &[&str] =
    words![到 领取 进场 入场 到岗 报 通知 告知 申请 提交 提出 向 将 书面 发布 公告 送达 组织 完成 办理 预约 公示];
/// Before 3日前: the day is counted back from an event.
pub(super) const ADVANCE: &[&str] = words![提前 召开 举办 开始 实施 届满 到期];

// --- what comes round again

/// Behind 三 of 每周三次: what is counted, so that 三 is no weekday.
pub(super) const COUNTED: &[&str] = words![次 轮 遍 场 期];
/// Days within a period without a number.
pub(super) const DAYS_OF_PERIOD: &[&str] = words![年底 年末 月底 月末 季末 底 末 初 上旬 中旬 下旬];
/// Months within a quarter.
pub(super) const MONTHS_OF_QUARTER: &[&str] = words![季末月 首月 末月 次月 最后一个月 第一个月 第二个月 第三个月];
/// Behind 一: what comes round once.
pub(super) const CYCLES: &[&str] = words![次 轮 遍 周期 查 报 评 课 题 讲 测 考 赛 会 主题 调度 通报 研判 排名];
/// Behind 每月: a limit, no obligation.
pub(super) const LIMITS: &[&str] = words![只 仅 最多 至多 不超过 不得超过 原则上不超过 不多于];
/// Behind 每月: a rate, no obligation.
pub(super) const RATES: &[&str] =
    &["平均", "人均", "工资", "生活费", "产能", "产量", "收入", "用电", "24小时", "8小时", "都在", "都有"];
/// Words between 每月 and the number of a rate.
pub(super) const RATE_LEADS: &[&str] = words![补助标准 补助 补贴 给予 奖励 发放 享受 约 按 最高 不超过 不低于 不少于];
/// What a rate is paid for: 每年每公里12000元.
pub(super) const RATE_BASES: &[&str] =
    words![每公里 每人 每户 每亩 每生 每名 每家 每村 每床 每吨 每辆 每台 每座 每处 每平方米];
/// Units that a rate is counted in.
pub(super) const RATE_UNITS: &[&str] = words![元 万元 亿元 百元 千元 吨 公斤 千克 立方米 千瓦时];
/// Behind 每年6月16日: what the day is called.
pub(super) const NAMINGS: &[&str] = words![为 是 定为 确定为 作为];
/// Behind 逐月: a change, no frequency.
pub(super) const CHANGES: &[&str] = words![提高 提升 增加 增长 递增 下降 降低 减少 压减 递减 扩大 上升 改善 加大 好转];
/// Behind 按月, where no verb follows at once.
pub(super) const STEP_FOLLOWERS: &[&str] =
    &["、", "，", "”", "（", "或", "定期", "及时", "将", "开", "足额", "集中", "逐"];

// --- systems

/// A period inside a system's name, with its ISO 8601 sign.
pub(super) const SYSTEM_PERIODS: &[(&str, &str)] = &[
    ("半年", "P6M"),
    ("半月", "P15D"),
    ("双周", "P2W"),
    ("季度", "P3M"),
    ("月度", "P1M"),
    ("年度", "P1Y"),
    ("日", "P1D"),
    ("周", "P1W"),
    ("旬", "P10D"),
    ("月", "P1M"),
    ("季", "P3M"),
    ("年", "P1Y"),
];
/// What is done in each period of a system.
pub(super) const SYSTEM_ACTS: &[&str] = words![
    调度 通报 会商 研判 例会 巡查 巡检 检查 排查 自查 督查 督导 督办 抽查 排名 小结 总结 报告 考核 评估 分析
    点评 晾晒 提醒 提示 约谈 预警 曝光 对账 讲评 演练 培训 走访 清零 汇报 推进 分办 转办 交办 查 报 结 清 评 考
];
/// What says that the words before it name a system.
pub(super) const SYSTEM_NOUNS: &[&str] = words![制度 机制 制];
/// Before a period that belongs to another word: 今日, 节日, 当月.
pub(super) const NOT_A_SYSTEM_BEFORE: &[&str] = words![
    今 每 当 本 上 下 次 节 假 作 生 即 同 近 逐 按 纪念 宣传 去 明 第 产 平 早 末 个 多 整 各 几 星期 之 往
];

// --- occasions

/// Occasions that come once a year, or once, and that a notice may act on.
pub(super) const OCCASIONS: &[&str] = words![
    全国两会 两会 主汛期 汛期 入汛 春节 元旦 国庆节 国庆 中秋节 中秋 五一 劳动节 清明节 清明 端午节 端午 元宵节 元宵 重阳节
    春运 采暖期 采暖季 供暖期 供暖季 供暖 开学 放假 寒假 暑假 节日 节假日 假期 重大节日 雨季 入冬 高考 中考 党代会
];
/// What is kept up, or left, as long as an occasion lasts.
pub(super) const KEPT: &[&str] =
    words![与 将 把 保持 坚持 原则上 不得 严禁 严格 实行 要 应 须 必须 全员 加强 强化 暂停 停止 轮流];
/// What the eve of an occasion is called for short: 节前.
pub(super) const EVES: &[&str] = words![节 假期];
/// What may stand between an occasion and 前: “五一”假期前.
pub(super) const HOLIDAYS: &[&str] = words![小长假 长假 假期 来临 到来];
/// The eve of those that have a fixed day: month and day of the eve.
pub(super) const FIXED_OCCASIONS: &[(&str, u32, u32)] =
    &[("元旦", 12, 31), ("五一", 4, 30), ("劳动节", 4, 30), ("国庆节", 9, 30), ("国庆", 9, 30)];
/// Five-year plans and their last year. Their 期间 is a name, their 末 a day.
pub(super) const PLANS: &[(&str, i16)] =
    &[("十二五", 2015), ("十三五", 2020), ("十四五", 2025), ("十五五", 2030), ("十六五", 2035)];
