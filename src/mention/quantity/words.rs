//! The words of quantities. A word stands before the words that it opens with,
//! or closes with, so that the first hit is the longest.

use crate::mention::cursor::words;

/// Measure words of things.
pub(super) const UNITS: &[&str] = words![
    个百分点 百分点 个 座 家 名 项 处 所 人次 人 户 套 台 辆 条 平方公里 平方米 立方米 公里 千米 厘米 毫米 公顷
    公斤 千克 摄氏度 分贝 米 亩 吨 件 份 篇 期 场次 场 次 轮次 轮 遍 批次 批 支 只 门 款 种 类 张 块 间 栋 幢 艘 架 颗 株 元 千瓦时 千瓦
    兆瓦 学时 课时 起 例 宗 级 倍 部 本 册 组 口 眼 段 片 头 村 单 床
];
/// Signs of shares.
pub(super) const SHARES: &[&str] = &["%", "‰", "％"];
/// Measure words of time: a result only behind 不少于 and its like.
pub(super) const TIME_UNITS: &[&str] = words![个小时 小时 分钟];
/// How often something is done.
pub(super) const OCCURRENCES: &[&str] = words![次 轮次 轮 遍 场次 场 期];
/// Shares: a result also behind …率 or 到.
pub(super) const MEASURED: &[&str] = &["%", "‰", "％", "个百分点", "百分点", "倍"];
/// Measure words of things that can be counted out; 两家 behind a verb is a
/// result, 三项 (三项制度) may be a name.
pub(super) const COUNTABLE: &[&str] = words![
    座 家 名 处 所 支 套 台 辆 户 人 条 栋 件 份 篇 批 人次 公里 亩 吨
];

/// At least this many.
pub(super) const AT_LEAST: &[&str] = words![
    不得少于 不得低于 不少于 不低于 不小于 至少 最少 不下 达到 达 突破
];
/// At most this many.
pub(super) const AT_MOST: &[&str] = words![
    不得超过 不超过 不得高于 不高于 不多于 不大于 最多 至多 控制在 压减至 压缩至 压减到 压缩到 降至
    降到
];
/// More than this many: a goal behind a verb, else most often a condition.
pub(super) const THRESHOLDS: &[&str] = words![超过 高于 大于];
/// About this many.
pub(super) const ABOUT: &[&str] = words![大约 约 近];
/// Behind the unit: at least.
pub(super) const ABOVE: &[&str] = words![及以上 以上];
/// Behind the unit: at most.
pub(super) const BELOW: &[&str] = words![及以下 以下 以内 之内];
/// Between two quantities that share verb and comparing word.
pub(super) const JOINTS: &[&str] = &["、", "和", "及", "与"];

/// What makes the number behind it an ordinal, a name or a fine.
pub(super) const NOT_A_RESULT: &[&str] = &["第", "“", "〔", "《", "罚款", "处以", "首", "附件", "前", "图", "表"];
/// Words of a clause whose sums are given, or asked, in each case.
pub(super) const GRANTS: &[&str] = words![
    补助 补贴 奖励 奖补 资助 给予 贴息 减免 免税 减税 优惠 价 额度 限额 罚 缴存 保证金 保费 费率 每人 每户 每套 每辆 最高 单笔
];
/// What a size is measured by.
pub(super) const DIMENSIONS: &[&str] =
    words![宽 厚 深 直径 半径 净高 限高 层高 间距 面积 宽度 高度 厚度 深度 长度 管径];
/// What makes the number behind it a condition.
pub(super) const CONDITIONS: &[&str] = words![
    发生 造成 死亡 受伤 存在 凡 因 对于 少于 低于 小于 满 只 仅 享受 改 被
];
/// 一 behind these is no count: 同一个, 任一个.
pub(super) const IDIOMS_OF_ONE: &[&str] = words![同 任 另 每 某 统 唯];
/// Words that may stand between a verb and its number.
pub(super) const PARTICLES: &[&str] = words![
    再 新 了 各 共 累计 总计 合计 到 至 为 成 出 不少于 超过 近 约 达
];
/// Verbs whose object a number measures.
pub(super) const VERBS: &[&str] = words![
    完成 建成 建设 新建 改建 扩建 改造 创建 组建 建立 设立 培育 打造 培养 培训 轮训 招聘 招录 配备
    配齐 选派 选聘 新增 增加 增设 减少 压减 下降 降低 提高 提升 增长 推进 推动 实施 开展 举办 召开
    组织 解决 整治 治理 消除 排查 检查 抽查 指导 学习 巡查 督查 督导 调研 演练 进行 评选 表彰 遴选
    选择 选取 选树 认定 申报 推荐 引进 安排 投入 投资 筹集 帮扶 救助 资助 实现 制定 出台 编制 形成
    推出 推广 种植 栽植 绿化 修复 清理 拆除 关闭 淘汰 退出 储备 购置 更新 安装 布设 覆盖 惠及 报送
    上报 提交 撰写 发表 签订 签约 控制 保持 稳定 开设 听课 走访 慰问 接访 征集 创作 刊发 研发
    攻克 孵化 引育 盘活 创设
];
/// Words that tell what has been done or is so.
pub(super) const RECORDS: &[&str] = words![已 共有 现有 累计 规定的 上年 的];
