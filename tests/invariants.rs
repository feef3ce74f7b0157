//! What must hold of every reading of every text, whole or cut anywhere.

#[path = "support/invariant.rs"]
mod invariant;
#[path = "support/real.rs"]
mod real;
#[path = "support/samples.rs"]
mod samples;

use invariant::check;
use notice_analyzer::{Analysis, Named, Options, Span, Task, analyze};
use samples::Notice;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many prefixes of a real notice are read.
const REAL_PREFIXES: usize = 60;

fn read_and_check(name: &str, text: &str) {
    let analysis = analyze(text, &Options::default());
    if let Err(broken) = check(text, &analysis) {
        panic!("{name}: {broken}");
    }
}

/// Reads the text up to every `stride`th character, and checks every third
/// reading.
fn every_prefix(notice: &Notice, stride: usize) {
    for (n, (at, _)) in notice.text.char_indices().step_by(stride).enumerate() {
        let prefix = &notice.text[..at];
        if n % 3 == 0 {
            read_and_check(&format!("{}, first {at} bytes", notice.name), prefix);
        } else {
            analyze(prefix, &Options::default());
        }
    }
}

#[test]
fn whole_notices() {
    for notice in samples::samples().iter().chain(&real::real_notices()) {
        read_and_check(&notice.name, &notice.text);
    }
}

/// Texts that once broke something.
#[test]
fn seeds_of_the_fuzzer() {
    let seeds = samples::notices(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds"));
    assert!(!seeds.is_empty());
    for seed in seeds {
        read_and_check(&seed.name, &seed.text);
        every_prefix(&seed, 1);
    }
}

/// A reading survives the loss of any character.
#[test]
fn every_deletion_of_a_sample() {
    let samples = samples::samples();
    std::thread::scope(|scope| {
        for notice in &samples {
            scope.spawn(|| {
                for (n, (at, c)) in notice.text.char_indices().enumerate() {
                    let text = [&notice.text[..at], &notice.text[at + c.len_utf8()..]].concat();
                    if n % 5 == 0 {
                        read_and_check(&format!("{} without byte {at}", notice.name), &text);
                    } else {
                        analyze(&text, &Options::default());
                    }
                }
            });
        }
    });
}

#[test]
fn the_same_text_reads_the_same() {
    for notice in samples::samples() {
        let read = || analyze(&notice.text, &Options::default());
        assert_eq!(read(), read(), "{}", notice.name);
    }
}

#[test]
fn every_prefix_of_a_sample() {
    let samples = samples::samples();
    std::thread::scope(|scope| {
        for notice in &samples {
            scope.spawn(|| every_prefix(notice, 1));
        }
    });
}

#[test]
fn prefixes_of_real_notices() {
    for notice in real::real_notices() {
        every_prefix(&notice, notice.text.chars().count() / REAL_PREFIXES + 1);
    }
}

#[test]
fn every_ending_of_a_sample() {
    for notice in samples::samples() {
        for (at, _) in notice.text.char_indices().step_by(17) {
            read_and_check(&format!("{}, from byte {at}", notice.name), &notice.text[at..]);
        }
    }
}

/// Line ends and widths change on the way through other programs.
#[test]
fn samples_in_other_clothes() {
    for notice in samples::samples() {
        for (clothes, text) in [
            ("CRLF", notice.text.replace('\n', "\r\n")),
            ("CR", notice.text.replace('\n', "\r")),
            ("no line ends", notice.text.replace('\n', "")),
            ("blank lines", notice.text.replace('\n', "\n\n\n")),
            ("half width", notice.text.replace('（', "(").replace('）', ")").replace('，', ",").replace('：', ":")),
            ("a blank between any two characters", notice.text.chars().flat_map(|c| [c, ' ']).collect()),
            ("characters of two UTF-16 units", notice.text.replace(['，', '县', '市'], "𠮷")),
        ] {
            read_and_check(&format!("{} with {clothes}", notice.name), &text);
        }
    }
}

/// Texts that are no notice at all.
fn bad_texts() -> Vec<(&'static str, String)> {
    let one = |text: &str| text.to_owned();
    vec![
        ("empty", one("")),
        ("blanks", one(" \t\r\n　\u{a0}\u{200b}")),
        ("one character", one("县")),
        ("one mark", one("。")),
        ("English", one("All departments shall report by June 30, 2024 (led by the Office).\n1. Do it.\n")),
        ("NUL", one("青岭县\0应急局负责。\0\n一、\0抓好落实。（县应急局负责）")),
        ("beyond the BMP", one("😀一、𠮷县要抓好。（𠮷县应急局😀负责）6月底前👨‍👩‍👧‍👦完成。")),
        (
            "HTML",
            one(
                "<script>alert(1)</script><p onclick=\"x()\">一、抓好。（<b>县应急局</b>负责）</p><img src=x onerror=y",
            ),
        ),
        ("formulas", one("=1+1\t+2\t-3\t@SUM(A1)\n=cmd|' /C calc'!A0\t责任单位\t=县应急局\n")),
        ("open brackets", one("一、抓好落实（县应急局（县公安局（负责\n（二）")),
        ("close brackets", one("）））））一、抓好）落实）（县应急局负责））")),
        ("numbers without text", one("一、\n（一）\n1.\n①\n二、（一）1.（1）①")),
        ("labels without units", one("责任单位：\n牵头单位：；配合单位：\n完成时限：")),
        (
            "dates that are none",
            one("一、13月40日前、2月30日前、0年0月0日、99999999999年底前、99999999999999月底前完成。"),
        ),
        ("numbers without end", one("一、建成99999999999999999999999999座，达到1e999%，0.0.0.0个。")),
        ("right to left", one("\u{202e}一、抓好落实\u{202c}。（县应急局负责）")),
        ("combining", one("一\u{301}、抓\u{301}好。（县\u{fe0f}应急局负责）")),
        (
            "brackets in one that stays open",
            format!("一、抓好落实（{}（县应急局牵头（县水利局负责）县公安局负责）", "抓好落实，".repeat(200)),
        ),
        (
            "labels that begin in a bracket",
            one("一、抓好落实。【县应急局负责。责任单位：县水利局。县公安局负责】做好。"),
        ),
        (
            "a bracket that begins in labels",
            one("一、抓好。责任单位：县应急局（含水库。县水利局负责）。县公安局负责。"),
        ),
        ("a cell that ends in a bracket", one("市\t办公室〔4〕\t2\n")),
        ("tags within tags", one("<!<!>确保落实（\n第\\1页\n，<!-\n，完成>任务。（县应急局负责）")),
        ("a line that is almost a page number", one("、请\n第5一页\n做好。")),
        ("what is left of tables", one("\\局应抓好落实。\n|企业统计加强。\n抄送：\\县委办|县人大办。")),
        (
            "direction and no characters",
            one(
                "青岭县\u{202e}人民政府关于做好\u{2066}工作的通知\n一、抓好\u{ffff}落实。（县\u{202e}应急\u{fdd0}局\u{e0001}负责）",
            ),
        ),
        ("radicals", one("一、排查。由县⼯信局牵头，4⽉15⽇前完成。（⻓岭镇⼈⺠政府负责）")),
        ("numbers beside numbers", one("一、第1 2师，110 120指挥中心，2024-04-01 9:00前报送。（第3 5中队负责）")),
        ("only a bracket", one("（县应急局负责）")),
        ("only a header row", one("序号\t任务\t责任单位\n")),
        ("ragged rows", one("序号\t任务\t责任单位\n1\n\t\t\t\t\n2\t排查\n3\t整治\t县应急局\t\t\t多\n")),
    ]
}

#[test]
fn bad_texts_are_survived() {
    for (name, text) in bad_texts() {
        read_and_check(name, &text);
        for (at, _) in text.char_indices() {
            read_and_check(&format!("{name}, first {at} bytes"), &text[..at]);
        }
    }
}

/// The `n`th of many words.
fn han(n: usize) -> String {
    let at = |n: usize| char::from_u32(0x4e00 + (n % 20_000) as u32).unwrap_or('一');
    [at(n), at(n / 20_000 + n * 31)].iter().collect()
}

/// Texts that make a careless reader scan again and again, by length in units
/// of a thousand.
fn hard_texts(thousands: usize) -> Vec<(&'static str, String)> {
    let times = |text: &str, n: usize| text.repeat(n * thousands);
    let each = |write: fn(usize) -> String, n: usize| (0..n * thousands).map(write).collect::<String>();
    vec![
        ("nested brackets", times("（", 500) + &times("）", 500)),
        ("open brackets", times("（", 1000)),
        ("close brackets", times("）", 1000)),
        ("book marks", times("《〈“", 300)),
        ("open tags", times("<p ", 300)),
        ("one endless line", times("各单位要抓好工作落实到位", 100)),
        ("one endless list", format!("一、抓好。（{}负责）", times("县应急局、", 200))),
        ("one endless name", times("县", 1000)),
        ("levels without names", times("各县市区", 250)),
        ("numbers", times("一、（一）1.（1）①", 100)),
        ("numbers of items elsewhere", format!("第五条{}项", times("（一）", 300))),
        ("headings that assign", times("（一）强化监管（责任单位：县住建局）\n1.建立台账。\n", 30)),
        ("deeds before a body", format!("由{}单位负责。", times("审核发放", 250))),
        ("relative clauses", format!("一、{}部门要抓好。", times("县政府确定的", 150))),
        ("numerals", times("十百", 500)),
        ("dates of signature", times("自发布之日起", 200)),
        ("the same day", times("6月30日", 300)),
        ("how often", format!("一、督导。县应急局要{}。", times("每季度报送一次，", 100))),
        (
            "days of its own",
            format!("一、排查。{}。", each(|n| format!("{}月{}日前完成第{n}批，", n % 12 + 1, n % 28 + 1), 60)),
        ),
        ("counts of its own", format!("一、排查。{}。", each(|n| format!("检查{}次，排查{n}处，", n % 9), 80))),
        (
            "sentences of its own",
            each(|n| format!("{}.排查{}区第{n}号隐患，建立{}类台账。\n", n + 1, han(n), han(n * 7)), 40),
        ),
        (
            "tables of its own",
            each(
                |n| {
                    format!(
                        "{}.排查{}隐患。（县应急局负责）\n序号\t任务\t责任单位\n1\t排查{}隐患\t县应急局\n",
                        n + 1,
                        han(n),
                        han(n)
                    )
                },
                10,
            ),
        ),
        ("digits", times("1", 1000)),
        ("Chinese digits", times("二", 1000)),
        ("dates", times("6月底前", 200)),
        ("labels", times("责任单位：", 200)),
        ("line ends", times("\n", 1000)),
        ("short lines", times("县\n", 500)),
        ("unfinished lines", times("抓好落实，\n", 200)),
        ("tabs", times("\t", 1000)),
        ("rows", times("1\t排查\t县应急局\n", 100)),
        ("pipes", times("|", 1000)),
        ("brackets on lines", times("抓好落实。（县应急局负责）\n", 80)),
        ("units", times("县应急局牵头，", 150)),
        ("two halves", times("由县应急局会同", 150)),
        ("blanket rules", times("一、抓好。（甲局负责。以下均需乙局负责，不再一一列出）\n", 40)),
    ]
}

fn time_to_read(text: &str, times: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        analyze(text, &Options::default());
    }
    start.elapsed()
}

#[test]
fn hard_texts_are_survived() {
    for (name, text) in hard_texts(2) {
        read_and_check(name, &text);
    }
}

/// How much longer than the short texts the long ones are.
const GROWTH: usize = 32;

/// A long text takes as long as the short one read as often as it goes into
/// it; if the time grew with the square, it would take [`GROWTH`] times that.
#[test]
fn time_grows_with_the_length() {
    let (short, long) = (hard_texts(2), hard_texts(2 * GROWTH));
    for ((name, short), (_, long)) in short.iter().zip(&long) {
        let ratio = |_| time_to_read(long, 1).as_secs_f64() / time_to_read(short, GROWTH).as_secs_f64();
        let least = (0..3).map(ratio).fold(f64::INFINITY, f64::min);
        assert!(least < GROWTH as f64 / 4.0, "{name}: {} bytes take {least:.1} times their share", long.len());
    }
}

#[test]
fn two_megabytes_of_notice() {
    let sample = samples::samples().swap_remove(0).text;
    read_and_check("two megabytes", &sample.repeat(2_000_000 / sample.len() + 1));
}

/// The checks themselves can fail: each broken reading is told from a sound one.
#[test]
fn broken_readings_are_noticed() {
    type Break = fn(&mut Analysis);
    let text = "一、抓好落实。（县应急局负责）\n二、建成10座。6月底前完成。";
    let sound = || {
        let task = |id: &str, span: (u32, u32), text: &str| Task {
            id: id.into(),
            text: text.into(),
            span: span.into(),
            ..Task::default()
        };
        Analysis {
            tasks: vec![
                task("T1", (0, 15), "一、抓好落实。（县应急局负责）"),
                task("T2", (16, 31), "二、建成10座。6月底前完成。"),
            ],
            ..Analysis::default()
        }
    };
    assert_eq!(check(text, &sound()), Ok(()));
    let cases: [(&str, Break); 8] = [
        ("outside of the text", |a| a.tasks[1].span.end = 99),
        ("other words", |a| a.tasks[1].text = "三、建成10座。".into()),
        ("overlap", |a| a.tasks[1].span.start = 10),
        ("order of ids", |a| a.tasks[1].id = "T3".into()),
        ("no text", |a| a.tasks[0] = Task { id: "T1".into(), ..Task::default() }),
        ("a name with noise", |a| a.notice.addressees = vec![Named { name: "县 局".into(), span: Span::new(0, 2) }]),
        ("evidence outside", |a| a.notice.evidence.title = Some(Span::new(3, 200))),
        ("a span that is turned round", |a| a.notice.evidence.title = Some(Span::new(5, 3))),
    ];
    for (name, break_it) in cases {
        let mut broken = sound();
        break_it(&mut broken);
        assert!(check(text, &broken).is_err(), "{name}");
    }
}
