//! How fast a notice is read, next to one pass of an automaton that finds some
//! 460 words of the domain in the same text: a measure that carries from one
//! machine to another.
//!
//! `cargo bench --bench reading` prints what the reading with its stages, the
//! checks and long texts cost, then criterion's times. The texts are the notices of
//! `../shared/notices`, or our own samples where that folder is not here.

#[path = "../tests/support/large.rs"]
mod large;
#[path = "../tests/support/samples.rs"]
mod samples;

use aho_corasick::{AhoCorasick, MatchKind};
use criterion::{Criterion, Throughput};
use jieba_rs::Jieba;
use notice_analyzer::check::{self, Reading};
use notice_analyzer::compare;
use notice_analyzer::mention::time::TimeBase;
use notice_analyzer::outline::letter::{self, Letter, PartKind};
use notice_analyzer::outline::numbering::{self, Item};
use notice_analyzer::outline::table;
use notice_analyzer::source::Source;
use notice_analyzer::task::TaskReader;
use notice_analyzer::task::block::blocks;
use notice_analyzer::{Analysis, Options, analyze};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// The notices joined are repeated this often for the long text.
const REPEATS: usize = 20;
/// Rounds of a comparison; each round times every contender once, so that a
/// busy moment hits all of them.
const ROUNDS: usize = 9;
/// A contender runs at least this long at a time: a busy machine takes a share
/// of every long spell, but may spare a short one.
const SPELL: Duration = Duration::from_millis(50);

fn main() {
    let notices = notices();
    let joined = notices.join("\n");
    let patterns = patterns();
    let builder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&patterns);
    let automaton = builder.expect("an automaton of a few hundred short patterns");
    if !std::env::args().any(|arg| arg == "--test") {
        println!("one pass finds {} patterns", patterns.len());
        compare("each notice by itself", &notices, &automaton, ROUNDS);
        compare("all as one text", std::slice::from_ref(&joined), &automaton, ROUNDS);
        compare(&format!("the same {REPEATS} times over"), &[joined.repeat(REPEATS)], &automaton, ROUNDS / 3);
        growth();
        comparisons();
    }
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    times(&mut criterion, &joined, &automaton);
    criterion.final_summary();
}

fn notices() -> Vec<String> {
    let real = samples::notices(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/notices"));
    let (name, notices) =
        if real.is_empty() { ("our own samples", samples::samples()) } else { ("../shared/notices", real) };
    println!("{} notices of {name}", notices.len());
    notices.into_iter().map(|notice| notice.text).collect()
}

/// Prints what one pass, each stage and the whole reading of `texts` take.
fn compare(name: &str, texts: &[String], automaton: &AhoCorasick, rounds: usize) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let read: Vec<Stages> = texts.iter().map(|text| Stages::new(text)).collect();
    let each = |run: &dyn Fn(&str) -> usize| texts.iter().map(|text| run(text)).sum::<usize>();
    let stage = |run: &dyn Fn(&Stages) -> usize| read.iter().map(run).sum::<usize>();
    let (silent, compared) = (speaking(|_| false), speaking(|code| code.starts_with("ANX")));
    let jieba = Jieba::new();
    let contenders: [(&str, &dyn Fn() -> usize); 11] = [
        ("one pass", &|| each(&|text| automaton.find_iter(text).count())),
        ("a cut by jieba-rs", &|| each(&|text| jieba.cut(text, false).len())),
        ("all that is done", &|| each(&|text| analyze(text, &Options::default()).tasks.len())),
        ("reading", &|| each(&|text| analyze(text, &silent).tasks.len())),
        ("- cleaned view", &|| each(&|text| Source::new(text).lines().len())),
        ("- tables", &|| stage(&|s| table::read(&s.source).len())),
        ("- letter", &|| stage(&|s| letter::read(&s.source, &s.tables, None).parts.len())),
        ("- items", &|| stage(&|s| items(&s.source, &s.letter).len())),
        ("- tasks", &|| stage(&|s| s.tasks())),
        ("checks", &|| stage(&|s| s.checks(&Options::default()))),
        ("- body and annex", &|| stage(&|s| s.checks(&compared))),
    ];
    let mut spent = vec![Vec::with_capacity(rounds); contenders.len()];
    for _ in 0..rounds {
        for ((_, run), spent) in contenders.iter().zip(&mut spent) {
            spent.push(time(run));
        }
    }
    let medians: Vec<Duration> = spent.into_iter().map(median).collect();
    println!("\n{name}: {bytes} bytes, median of {rounds} rounds");
    println!("{:18} {:>12} {:>10} {:>9}", "", "time", "MB/s", "passes");
    for ((name, _), median) in contenders.iter().zip(&medians) {
        let speed = bytes as f64 / 1e6 / median.as_secs_f64();
        let passes = median.as_secs_f64() / medians[0].as_secs_f64();
        println!("{name:18} {median:>12.2?} {speed:>10.1} {passes:>9.2}");
    }
}

/// What each stage is given: the results of those before it.
struct Stages<'t> {
    source: Source<'t>,
    tables: Vec<table::Table>,
    letter: Letter,
    items: Vec<Vec<Item>>,
    analysis: Analysis,
}

impl<'t> Stages<'t> {
    fn new(text: &'t str) -> Self {
        let source = Source::new(text);
        let tables = table::read(&source);
        let letter = letter::read(&source, &tables, None);
        let items = items(&source, &letter);
        Self { source, tables, letter, items, analysis: analyze(text, &speaking(|_| false)) }
    }

    fn tasks(&self) -> usize {
        let mut reader = TaskReader::new(&self.source, TimeBase::default());
        self.items
            .iter()
            .for_each(|part| reader.read(part, blocks(&self.source, part, self.letter.topic(&self.source))));
        reader.finish().tasks.len()
    }

    fn checks(&self, options: &Options) -> usize {
        let Self { source, letter, items, analysis, .. } = self;
        check::run(Reading { source, letter, items, analysis }, options).len()
    }
}

/// Options under which only some rules speak.
fn speaking(speaks: fn(&str) -> bool) -> Options {
    let silent = check::RULES.iter().map(|rule| rule.code).filter(|code| !speaks(code));
    Options { rules_off: silent.map(str::to_owned).collect(), ..Options::default() }
}

fn items(source: &Source, letter: &Letter) -> Vec<Vec<Item>> {
    let parts = letter.parts.iter().filter(|part| part.kind != PartKind::Annex);
    parts.map(|part| numbering::items(source, &part.paragraphs)).collect()
}

/// Prints the cost of a character from a short notice to one of ten megabytes,
/// which has the chapters of a sample again and again.
fn growth() {
    println!("\n{:>10} {:>8} {:>12} {:>10}", "bytes", "tasks", "time", "ns/char");
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        let text = grown(size);
        let rounds = if size > 1_000_000 { 3 } else { 9 };
        let tasks = analyze(&text, &Options::default()).tasks.len();
        let median = median((0..rounds).map(|_| time(|| analyze(&text, &Options::default()).tasks.len())).collect());
        let per_char = median.as_nanos() as f64 / text.chars().count() as f64;
        println!("{:>10} {tasks:>8} {median:>12.2?} {per_char:>10.1}", text.len());
    }
}

/// Prints what the comparisons of a draft cost next to its reading.
fn comparisons() {
    println!("\n{:>6} {:>12} {:>24} {:>24}", "items", "reading", "body and annex", "two versions");
    for items in [20, 200, 2000] {
        let text = large::draft(items);
        let read = || analyze(&text, &Options::default());
        let (old, new) = (read(), analyze(&text.replace("年底前", "10月底前"), &Options::default()));
        let middle = |run: &dyn Fn() -> usize| median((0..ROUNDS / 3).map(|_| time(run)).collect());
        let reading = middle(&|| read().tasks.len());
        let annex = middle(&|| compare::collate(&old).pairs.len());
        let versions = middle(&|| compare::compare(&old, &new).tasks.len());
        let share = |cost: Duration| format!("{cost:.2?} ({:.2})", cost.as_secs_f64() / reading.as_secs_f64());
        println!("{items:>6} {reading:>12.2?} {:>24} {:>24}", share(annex), share(versions));
    }
}

fn grown(size: usize) -> String {
    let sample = include_str!("../tests/samples/county-brackets.txt");
    let start = sample.find("一、").unwrap_or_default();
    let end = sample.find("青岭县人民政府\n2025年").unwrap_or(sample.len());
    let body = &sample[start..end];
    [&sample[..start], &body.repeat(size / body.len() + 1), &sample[end..]].concat()
}

/// The time of one run, measured over at least [`SPELL`].
fn time(run: impl Fn() -> usize) -> Duration {
    let start = Instant::now();
    let mut runs = 0;
    while runs == 0 || start.elapsed() < SPELL {
        black_box(run());
        runs += 1;
    }
    start.elapsed() / runs
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn times(criterion: &mut Criterion, text: &str, automaton: &AhoCorasick) {
    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("one pass", |bencher| bencher.iter(|| automaton.find_iter(black_box(text)).count()));
    group.bench_function("cleaned view", |bencher| bencher.iter(|| Source::new(black_box(text)).lines().len()));
    group.bench_function("whole reading", |bencher| bencher.iter(|| analyze(black_box(text), &Options::default())));
    group.finish();
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
