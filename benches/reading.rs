//! How fast a notice is read, next to one pass of an automaton that finds some
//! 460 words of the domain in the same text: a measure that carries from one
//! machine to another.
//!
//! `cargo bench --bench reading` prints three tables, then criterion's times.
//! The text is every notice of `../shared/notices`, or our own samples repeated
//! where that folder is not here.

#[path = "../tests/support/samples.rs"]
mod samples;

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{Criterion, Throughput};
use notice_analyzer::source::Source;
use notice_analyzer::{Options, analyze};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The notices joined are repeated this often for the long text.
const REPEATS: usize = 20;
/// Rounds of the comparison; each round times every contender once, so that a
/// busy moment hits all of them.
const ROUNDS: usize = 15;

fn main() {
    let text = joined();
    if !std::env::args().any(|arg| arg == "--test") {
        compare("once", &text, ROUNDS);
        compare(&format!("{REPEATS} times"), &text.repeat(REPEATS), ROUNDS / 3);
        growth(&text);
    }
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    times(&mut criterion, &text);
    criterion.final_summary();
}

/// All notices as one text.
fn joined() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = samples::notices(&root.join("../shared/notices"));
    let (name, notices, repeats) = if real.is_empty() {
        ("our own samples, repeated", samples::samples(), 4)
    } else {
        ("../shared/notices", real, 1)
    };
    let text: String = notices.iter().map(|notice| notice.text.as_str()).collect::<Vec<_>>().join("\n");
    let text = text.repeat(repeats);
    println!("text: {name}, {} bytes, {} characters", text.len(), text.chars().count());
    text
}

type Contender<'a> = (&'static str, Box<dyn Fn(&str) -> usize + 'a>);

fn contenders(automaton: &AhoCorasick) -> Vec<Contender<'_>> {
    vec![
        ("one automaton pass", Box::new(|text| automaton.find_iter(text).count())),
        ("cleaned view", Box::new(|text| Source::new(text).lines().len())),
        ("whole reading", Box::new(|text| analyze(text, &Options::default()).tasks.len())),
    ]
}

/// Prints what each contender takes, also as a multiple of the first.
fn compare(name: &str, text: &str, rounds: usize) {
    let patterns = patterns();
    let automaton = automaton(&patterns);
    let contenders = contenders(&automaton);
    let mut spent = vec![Vec::with_capacity(rounds); contenders.len()];
    for _ in 0..rounds {
        for ((_, run), spent) in contenders.iter().zip(&mut spent) {
            spent.push(time(|| run(text)));
        }
    }
    let medians: Vec<Duration> = spent.into_iter().map(median).collect();
    println!("\n{name}: {} bytes, {} patterns, median of {rounds} rounds", text.len(), patterns.len());
    println!("{:24} {:>12} {:>10} {:>9}", "", "time", "MB/s", "passes");
    for ((name, _), median) in contenders.iter().zip(&medians) {
        let speed = text.len() as f64 / 1e6 / median.as_secs_f64();
        let passes = median.as_secs_f64() / medians[0].as_secs_f64();
        println!("{name:24} {median:>12.2?} {speed:>10.1} {passes:>9.2}");
    }
}

/// Prints the cost of a character from short texts to long ones.
fn growth(text: &str) {
    println!("\n{:>12} {:>12} {:>12}", "bytes", "time", "ns/char");
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        let text = prefix(&text.repeat(size / text.len() + 1), size).to_owned();
        let rounds = if size > 1_000_000 { 3 } else { 9 };
        let median = median((0..rounds).map(|_| time(|| analyze(&text, &Options::default()).tasks.len())).collect());
        let per_char = median.as_nanos() as f64 / text.chars().count() as f64;
        println!("{:>12} {median:>12.2?} {per_char:>12.1}", text.len());
    }
}

fn prefix(text: &str, size: usize) -> &str {
    let end = (0..=size.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    &text[..end]
}

fn time(run: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    black_box(run());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn times(criterion: &mut Criterion, text: &str) {
    let patterns = patterns();
    let automaton = automaton(&patterns);
    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Bytes(text.len() as u64));
    for (name, run) in contenders(&automaton) {
        group.bench_function(name, |bencher| bencher.iter(|| run(black_box(text))));
    }
    group.finish();
}

fn automaton(patterns: &[String]) -> AhoCorasick {
    let builder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(patterns);
    builder.expect("an automaton of a few hundred short patterns")
}

/// Words that a reader of notices looks for.
fn patterns() -> Vec<String> {
    let levels = ["", "省", "市", "县", "区"];
    let units = product(&levels, &words(UNITS)).into_iter();
    let each = product(&["各", "有关", "相关"], &words(CLASSES));
    let months = (1..=12).flat_map(|month| ["底前", "底", "日前"].map(|tail| format!("{month}月{tail}")));
    let periods = product(&["每", "本", "全"], &words(PERIODS));
    let single = [VERBS, TIMES, LABELS, MARKS].into_iter().flat_map(words).map(str::to_owned);
    let mut patterns: Vec<String> = units.chain(each).chain(months).chain(periods).chain(single).collect();
    patterns.sort_unstable();
    patterns.dedup();
    patterns
}

fn words(table: &str) -> Vec<&str> {
    table.split_whitespace().collect()
}

fn product(heads: &[&str], tails: &[&str]) -> Vec<String> {
    heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect()
}

/// Ends of unit names, found alone and behind each level.
const UNITS: &str = "人民政府 政府 党委 委员会 办公厅 办公室 安委会 安委办 应急局 住建局 交通局 公安局 财政局 民政局 \
    教育局 水利局 气象局 发改委 卫健委 国资委 总队 支队 大队 中心 分局 管委会 指挥部 领导小组 专班 总工会 消防支队 \
    农业农村局 自然资源局 生态环境局 市场监管局 文旅局 城管局 行政审批局 能源局 林业局 人社局 审计局 \
    统计局 信访局 体育局 科技局 工信局 司法局 商务局 医保局";
const CLASSES: &str = "部门 单位 地区 企业 乡镇 街道 学校 成员单位 生产经营单位 开发区";
const PERIODS: &str = "年 月 周 日 季度 半年 旬 学期";
const VERBS: &str = "牵头 负责 配合 协助 参与 会同 督促 指导 落实 组织 开展 建立 完善 健全 推进 加强 完成 制定 印发 \
    报送 上报 反馈 通报 汇总 排查 整治 检查 督查 巡查 考核 验收 建成 新建 改造 修订 召开 举办 培训 演练 备案 公示 公布 \
    应当 必须 不得 严禁 要 应 须 可以 鼓励 支持 统筹协调 分工负责 按职责 牵头负责 具体负责 按时 全面";
const TIMES: &str = "年底前 年内 年末 月底前 季度末 上半年 下半年 第一季度 第二季度 第三季度 第四季度 上旬 中旬 下旬 \
    工作日内 日内 小时内 之日起 结束后 期间 汛期 以前 之前 截至 起至 至少 不少于 不低于 不超过 达到 覆盖率 以上 以下";
const LABELS: &str =
    "责任单位： 牵头单位： 配合单位： 责任部门： 完成时限： 主办单位： 承办单位： 协办单位： 附件 附表 抄送";
const MARKS: &str = "（ ） 。 ； 一、 二、 三、 四、 五、 （一） （二） （三） （四） （五） 〔 《";
