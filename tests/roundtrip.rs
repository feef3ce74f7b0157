//! Notices put together from grammar pieces (numbering × brackets × units ×
//! actors × times × page breaks) are read back to the pieces they were made of.

use notice_analyzer::{DeadlineKind, Options, Role, Task, analyze};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// What one task must be read as.
#[derive(Clone, Debug, PartialEq)]
struct Reading {
    number: Vec<String>,
    title: String,
    units: Vec<(String, Role)>,
    times: Vec<Time>,
}

/// A time: its words and its value.
#[derive(Clone, Debug, PartialEq)]
struct Time {
    text: String,
    kind: DeadlineKind,
    start: Option<String>,
    end: Option<String>,
    period: Option<String>,
    count: Option<u32>,
    offset: Option<String>,
}

/// One task before it is written down.
#[derive(Clone, Debug)]
struct Item {
    title: &'static str,
    sentences: Vec<Sentence>,
    charge: Charge,
}

/// A sentence, the time in it, and who acts in it.
type Sentence = (&'static str, Option<Time>, Option<&'static str>);

/// Who owes an item: the words behind it and what they mean.
#[derive(Clone, Debug)]
struct Charge {
    words: String,
    units: Vec<(String, Role)>,
    time: Option<Time>,
}

/// How chapters and items are numbered.
#[derive(Clone, Copy, Debug)]
enum Scheme {
    /// 一、 and （一）
    Bracketed,
    /// 一、 and 1.
    Arabic,
    /// 一、 and 1. that runs on through all chapters
    ArabicThrough,
    /// 一、 and （一） that runs on through all chapters
    BracketedThrough,
    /// items only: 一、
    Flat,
}

const TITLES: &[&str] =
    &["压实主体责任", "强化监测预警", "排查风险隐患", "规范执法检查", "提升保障能力", "防范自然灾害"];
const CHAPTERS: &[&str] = &["提高思想认识", "突出工作重点", "完善体制机制", "强化保障措施"];
const PLAIN: &[&str] = &[
    "严格落实各项制度，切实消除风险隐患。",
    "加强源头治理，坚决遏制较大以上事故。",
    "推动工作重心下移，着力解决“最后一公里”问题。",
    "按照《青岭县安全生产责任制规定》（试行）要求，层层传导压力。",
];
/// Sentences with the one who must act.
const ACTING: &[(&str, &str)] = &[
    ("各镇人民政府要加强巡查值守。", "各镇人民政府"),
    ("生产经营单位应当建立隐患台账。", "生产经营单位"),
    ("各监管部门对重点企业开展联合检查。", "各监管部门"),
    ("学校发现安全隐患的，应当立即停用设施。", "学校"),
    ("隐患整改由属地负责组织验收。", "属地"),
];
const DEPARTMENTS: &[&str] = &["应急局", "公安局", "住建局", "财政局", "市场监管局", "农业农村局", "卫健委", "气象局"];
const NUMERALS: [&str; 16] =
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"];
/// What a page end leaves in the middle of a paragraph.
const BREAKS: &[&str] = &["\n", "\n\n\n", "\n— 3 —\n", "\n\n- 12 -\n\n"];

fn by(text: &str, end: &str) -> Time {
    let end = Some(end.to_owned());
    Time { text: text.into(), kind: DeadlineKind::By, start: None, end, period: None, count: None, offset: None }
}

fn during(text: &str, start: &str, end: &str) -> Time {
    Time { kind: DeadlineKind::During, start: Some(start.to_owned()), ..by(text, end) }
}

fn recurring(text: &str, period: &str, count: Option<u32>) -> Time {
    Time { kind: DeadlineKind::Recurring, end: None, period: Some(period.to_owned()), count, ..by(text, "") }
}

fn relative(text: &str, offset: &str) -> Time {
    Time { kind: DeadlineKind::Relative, end: None, offset: Some(offset.to_owned()), ..by(text, "") }
}

fn timed_sentences() -> Vec<(&'static str, Option<Time>)> {
    vec![
        ("6月底前完成全面排查。", Some(by("6月底前", "2024-06-30"))),
        ("2024年9月15日前建成监测平台。", Some(by("2024年9月15日前", "2024-09-15"))),
        ("年底前实现重点场所全覆盖。", Some(by("年底前", "2024-12-31"))),
        ("年内建成示范点，形成长效机制。", Some(by("年内", "2024-12-31"))),
        ("到2025年底，全面建成工作体系。", Some(by("到2025年底", "2025-12-31"))),
        ("上半年完成设备更新。", Some(by("上半年", "2024-06-30"))),
        ("8月下旬前完成自查整改。", Some(by("8月下旬前", "2024-08-31"))),
        ("3月至5月集中开展专项整治。", Some(during("3月至5月", "2024-03-01", "2024-05-31"))),
        ("2024年3月1日至15日开展集中宣传。", Some(during("2024年3月1日至15日", "2024-03-01", "2024-03-15"))),
        ("每季度通报工作进展。", Some(recurring("每季度", "P3M", None))),
        ("每月至少开展1次专项检查。", Some(recurring("每月", "P1M", Some(1)))),
        ("每半年组织一次应急演练。", Some(recurring("每半年", "P6M", Some(1)))),
        ("每周调度工作进展。", Some(recurring("每周", "P1W", None))),
        ("收到通知后5个工作日内完成整改。", Some(relative("收到通知后5个工作日内", "P5D"))),
    ]
}

fn sentence() -> impl Strategy<Value = Sentence> {
    prop_oneof![
        2 => select(PLAIN).prop_map(|text| (text, None, None)),
        2 => select(timed_sentences()).prop_map(|(text, time)| (text, time, None)),
        1 => select(ACTING).prop_map(|(text, actor)| (text, None, Some(actor))),
    ]
}

/// A list of units as written, and their full names. Bare members take the
/// level of the first.
fn units(least: usize) -> impl Strategy<Value = (String, Vec<String>)> {
    let names = subsequence(DEPARTMENTS, least..=4).prop_shuffle();
    (select(&["县", "市", "区", "省"][..]), names, any::<bool>()).prop_map(|(level, names, bare)| {
        let full: Vec<String> = names.iter().map(|name| format!("{level}{name}")).collect();
        let rest = if bare { names[1..].iter().map(|n| n.to_string()).collect() } else { full[1..].to_vec() };
        let written = [vec![full[0].clone()], rest].concat().join("、");
        (written, full)
    })
}

fn all(units: &[String], role: Role) -> Vec<(String, Role)> {
    units.iter().map(|unit| (unit.clone(), role)).collect()
}

fn charge() -> impl Strategy<Value = Charge> {
    let plain = |words: String, units: Vec<(String, Role)>| Charge { words, units, time: None };
    let joint = (units(1), select(&["负责", "分工负责", "按职责分工负责", "等部门负责", ""][..]))
        .prop_map(move |((list, names), verb)| plain(format!("（{list}{verb}）"), all(&names, Role::Responsible)));
    let partners =
        (units(2), select(&[("分工负责", Role::Responsible), ("配合", Role::Support), ("参与", Role::Support)][..]))
            .prop_map(move |((list, names), (verb, role))| {
                let (lead, rest) = list.split_once('、').unwrap_or((&list, ""));
                let units = [vec![(names[0].clone(), Role::Lead)], all(&names[1..], role)].concat();
                plain(format!("（{lead}牵头，{rest}{verb}）"), units)
            });
    let pressed = units(1).prop_map(move |(list, names)| {
        let units = [all(&names, Role::Supervise), vec![("企业".to_owned(), Role::Responsible)]].concat();
        plain(format!("（{list}督促企业落实）"), units)
    });
    let square = (units(1), select(&[("[", "]"), ("【", "】")][..])).prop_map(move |((list, names), (open, close))| {
        plain(format!("{open}{list}负责{close}"), all(&names, Role::Responsible))
    });
    let timed = units(1).prop_map(|(list, names)| Charge {
        words: format!("（{list}负责，10月底前完成）"),
        units: all(&names, Role::Responsible),
        time: Some(by("10月底前", "2024-10-31")),
    });
    let lines = (units(1), units(1))
        .prop_filter("each unit once", |((_, a), (_, b))| a.iter().all(|u| !b.contains(u)))
        .prop_map(|((lead, leads), (list, names))| Charge {
            words: format!("\n牵头单位：{lead}\n责任单位：{list}\n完成时限：11月30日前"),
            units: [all(&leads, Role::Lead), all(&names, Role::Responsible)].concat(),
            time: Some(by("11月30日前", "2024-11-30")),
        });
    prop_oneof![3 => joint, 3 => partners, 1 => pressed, 1 => square, 1 => timed, 1 => lines]
}

fn item() -> impl Strategy<Value = Item> {
    (select(TITLES), prop::collection::vec(sentence(), 1..5), charge()).prop_map(|(title, sentences, charge)| Item {
        title,
        sentences,
        charge,
    })
}

fn scheme() -> impl Strategy<Value = Scheme> {
    use Scheme::*;
    select(&[Bracketed, Arabic, ArabicThrough, BracketedThrough, Flat][..])
}

/// Where pages end: which character of a paragraph, and what stands there.
fn page_ends() -> impl Strategy<Value = Vec<(prop::sample::Index, &'static str)>> {
    prop::collection::vec((any::<prop::sample::Index>(), select(BREAKS)), 0..3)
}

type Draft = (Scheme, Vec<Vec<Item>>, Vec<(prop::sample::Index, &'static str)>);

/// A notice of at least `least` chapters, each of at least so many items.
fn draft(least: usize) -> impl Strategy<Value = Draft> {
    let chapters = prop::collection::vec(prop::collection::vec(item(), least..4), least..4);
    (scheme(), chapters, page_ends())
}

/// Writes the notice down, and what must be read in it.
fn write(scheme: Scheme, chapters: &[Vec<Item>]) -> (String, Vec<Reading>) {
    let mut text = String::from(
        "青岭县人民政府文件\n青政发〔2024〕3号\n青岭县人民政府\n关于做好2024年安全生产工作的通知\n各乡镇人民政府，县政府各部门：\n\
         为做好全县安全生产工作，现就有关事项通知如下。\n",
    );
    let (mut readings, mut running) = (Vec::new(), 0);
    for (chapter, items) in chapters.iter().enumerate() {
        let path = (!matches!(scheme, Scheme::Flat)).then(|| NUMERALS[chapter].to_owned());
        if let Some(number) = &path {
            text.push_str(&format!("{number}、{}\n", CHAPTERS[chapter]));
        }
        for (index, item) in items.iter().enumerate() {
            let (mark, label) = number(scheme, index, running);
            running += 1;
            let sentences: String = item.sentences.iter().map(|(sentence, ..)| *sentence).collect();
            text.push_str(&format!("{mark}{}。{sentences}{}\n", item.title, item.charge.words));
            readings.push(reading(path.iter().cloned().chain([label]).collect(), item));
        }
    }
    text.push_str("特此通知。\n青岭县人民政府\n2024年2月18日\n");
    (text, readings)
}

/// The number as written and as a path names it.
fn number(scheme: Scheme, index: usize, running: usize) -> (String, String) {
    match scheme {
        Scheme::Bracketed => bracketed(index),
        Scheme::BracketedThrough => bracketed(running),
        Scheme::Arabic => (format!("{}. ", index + 1), (index + 1).to_string()),
        Scheme::ArabicThrough => (format!("{}．", running + 1), (running + 1).to_string()),
        Scheme::Flat => (format!("{}、", NUMERALS[running]), NUMERALS[running].to_owned()),
    }
}

fn bracketed(index: usize) -> (String, String) {
    let label = format!("（{}）", NUMERALS[index]);
    (label.clone(), label)
}

fn reading(number: Vec<String>, item: &Item) -> Reading {
    let inside = item.sentences.iter().filter_map(|(_, time, _)| time.clone());
    let times = inside.chain(item.charge.time.clone()).collect();
    let mut acting: Vec<&str> = item.sentences.iter().filter_map(|(.., actor)| *actor).collect();
    acting.sort_unstable();
    acting.dedup();
    let acting = acting.into_iter().map(|unit| (unit.to_owned(), Role::Responsible));
    let units = item.charge.units.iter().cloned().chain(acting).collect();
    Reading { number, title: item.title.to_owned(), units: sorted(units), times }
}

fn sorted(mut units: Vec<(String, Role)>) -> Vec<(String, Role)> {
    units.sort();
    units
}

/// Puts page ends between two characters of running text. Headings are short
/// lines: no page ends within them.
fn break_pages(text: &str, ends: &[(prop::sample::Index, &str)]) -> String {
    let mut text = text.to_owned();
    for (index, page_end) in ends {
        let places = inner_places(&text);
        if !places.is_empty() {
            text.insert_str(*index.get(&places), page_end);
        }
    }
    text
}

/// The byte offsets within the sentences and brackets of paragraphs.
fn inner_places(text: &str) -> Vec<usize> {
    let han = |c: Option<char>| c.is_some_and(|c| ('一'..='龥').contains(&c));
    let mut places = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.find('。').map_or(line.len(), |at| at + '。'.len_utf8());
        let inner = line.char_indices().map(|(at, _)| at).filter(|at| *at > body);
        places.extend(
            inner
                .filter(|at| han(line[..*at].chars().next_back()) && han(line[*at..].chars().next()))
                .map(|at| start + at),
        );
        start += line.len();
    }
    places
}

fn read_back(task: &Task) -> Reading {
    let date = |date: Option<jiff::civil::Date>| date.map(|d| d.to_string());
    let times = task.deadlines.iter().map(|d| Time {
        text: d.text.clone(),
        kind: d.kind,
        start: date(d.start),
        end: date(d.end),
        period: d.period.clone(),
        count: d.count,
        offset: d.offset.clone(),
    });
    Reading {
        number: task.number.clone(),
        title: task.title.clone(),
        units: sorted(task.assignments.iter().map(|a| (a.unit.to_string(), a.role)).collect()),
        times: times.collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn notices_are_read_back_to_their_pieces((scheme, chapters, ends) in draft(1)) {
        let (text, readings) = write(scheme, &chapters);
        let text = break_pages(&text, &ends);
        let analysis = analyze(&text, &Options::default());
        let read: Vec<Reading> = analysis.tasks.iter().map(read_back).collect();
        prop_assert_eq!(read, readings, "{}", text);
    }

    /// Without line ends the numbers alone make the structure. A single one might
    /// be part of a sentence, and so might those of a short paragraph.
    #[test]
    fn notices_without_line_ends_are_read_back((scheme, chapters, _) in draft(2)) {
        let (text, readings) = write(scheme, &chapters);
        let text = text.replace('\n', "");
        prop_assume!(text.len() > 1500);
        let analysis = analyze(&text, &Options::default());
        let read: Vec<Reading> = analysis.tasks.iter().map(read_back).collect();
        prop_assert_eq!(read, readings, "{}", text);
    }
}
