//! What a person corrects goes into the reading, into what is derived from it
//! and into what is checked; it holds while the text around it is edited, and
//! says so where its words are gone.

#[path = "support/samples.rs"]
mod samples;

use notice_analyzer::{Analysis, Basis, Change, Correction, Options, Role, analyze, correct, view};
use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::LazyLock;

const NOTICE: &str = "青岭县人民政府办公室关于做好汛期安全工作的通知\n\
    各镇人民政府，县直各有关部门：\n\
    一、压实责任\n\
    （一）明确职责。各镇要明确专人负责，2025年6月底前完成。（县应急局、县水利局负责）\n\
    （二）强化监管。加强对重点部位的监管。（县市场局牵头，县住建局配合）\n\
    二、排查隐患\n\
    （一）摸清底数。对在建工地全面排查，建立台账。\n\
    （二）整改到位。对查出的问题限期整改。（县市场监管局牵头，县公安局配合）\n\
    （三）督促检查。每季度开展一次督查。（县政府督查室负责）\n\
    青岭县人民政府办公室\n\
    2025年3月1日\n";

fn read(text: &str, corrections: &[Correction]) -> Analysis {
    analyze(text, &Options { corrections: corrections.to_vec(), ..Options::default() })
}

/// The corrections that make `changes` of the row titled `title`.
fn on(text: &str, title: &str, changes: &[Change]) -> Vec<Correction> {
    let analysis = read(text, &[]);
    let rows = view::task_table(&analysis);
    let row = rows.iter().find(|row| row.title == title).unwrap_or_else(|| panic!("no row {title}"));
    changes.iter().flat_map(|change| correct::on_row(&analysis, &row.id, change.clone())).collect()
}

/// A row as a person sees it: `title｜units by role｜times`, with `*` behind what
/// bears the mark of a correction.
fn shown(analysis: &Analysis, place: &str) -> String {
    let rows = view::task_table(analysis);
    let Some(row) = rows.iter().find(|row| row.place == place) else { return "—".to_owned() };
    let star = |corrected: bool| if corrected { "*" } else { "" };
    let part = |part: &view::Part| format!("{}{:?}{}", part.unit, part.role, star(part.corrected.is_some()));
    let time = |time: &view::Time| format!("{}{}{}", time.text, star(time.corrected.is_some()), time.when);
    let parts: Vec<String> = row.parts.iter().map(part).collect();
    let times: Vec<String> = row.deadlines.iter().map(time).collect();
    format!("{}{}｜{}｜{}", row.title, star(row.corrected), parts.join(" "), times.join(" "))
}

fn unit(change: fn(String) -> Change, name: &str) -> Change {
    change(name.to_owned())
}

fn role(name: &str, role: Role) -> Change {
    Change::Role { unit: name.to_owned(), role }
}

fn add(name: &str, role: Role) -> Change {
    Change::Add { unit: name.to_owned(), role }
}

fn time(time: &str, into: &str) -> Change {
    Change::Time { time: time.to_owned(), into: into.to_owned() }
}

#[test]
fn each_change_is_seen_in_its_row() {
    let remove = |name: &str| unit(|unit| Change::Remove { unit }, name);
    let rename = |name: &str, into: &str| Change::Rename { unit: name.to_owned(), into: into.to_owned() };
    let title = |title: &str| Change::Title { title: title.to_owned() };
    for (at, place, change, expected) in [
        (
            "明确职责",
            "一、（一）",
            role("县应急局", Role::Lead),
            "明确职责｜县应急局Lead* 县水利局Responsible 各镇Responsible｜2025年6月底前2025年6月30日前",
        ),
        ("强化监管", "一、（二）", remove("县住建局"), "强化监管｜县市场局Lead｜"),
        (
            "强化监管",
            "一、（二）",
            rename("县住建局", " 县城管\u{200b}局\n"),
            "强化监管｜县市场局Lead 县城管局Support*｜",
        ),
        ("强化监管", "一、（二）", add("县住建局", Role::Lead), "强化监管｜县市场局Lead 县住建局Lead*｜"),
        ("摸清底数", "二、（一）", add("县住建局", Role::Responsible), "摸清底数｜县住建局Responsible*｜"),
        ("摸清底数", "二、（一）", title("底数清零"), "底数清零*｜｜"),
        ("摸清底数", "二、（一）", time("", "5月15日前"), "摸清底数｜｜5月15日前*2025年5月15日前"),
        ("摸清底数", "二、（一）", time("", "2025-05-15"), "摸清底数｜｜2025-05-15*2025年5月15日前"),
        ("摸清底数", "二、（一）", time("", "立即"), "摸清底数｜｜立即*"),
        (
            "明确职责",
            "一、（一）",
            time("2025年6月底前", "8月底前"),
            "明确职责｜县应急局Responsible 县水利局Responsible 各镇Responsible｜8月底前*2025年8月31日前",
        ),
        (
            "督促检查",
            "二、（三）",
            unit(|time| Change::NoTime { time }, "每季度"),
            "督促检查｜县政府督查室Responsible｜",
        ),
        ("督促检查", "二、（三）", Change::Aside, "—"),
    ] {
        let made = on(NOTICE, at, std::slice::from_ref(&change));
        let analysis = read(NOTICE, &made);
        assert!(analysis.corrections.iter().all(|applied| applied.span.is_some()), "{change:?} is lost");
        assert_eq!(shown(&analysis, place), expected, "{change:?}");
    }
}

/// What cannot be done is said, and changes nothing.
#[test]
fn a_correction_without_its_words_changes_nothing() {
    let plain = read(NOTICE, &[]);
    let gone = |at: &str, change: Change| match on(NOTICE, at, &[add("县住建局", Role::Lead)]).remove(0) {
        Correction::Work { at, .. } => Correction::Work { at, change },
        merge => merge,
    };
    for correction in [
        gone("摸清底数", role("县教育局", Role::Lead)),
        gone("摸清底数", unit(|unit| Change::Remove { unit }, "县教育局")),
        gone("摸清底数", unit(|time| Change::NoTime { time }, "年底前")),
        gone("摸清底数", time("年底前", "6月底前")),
        gone("摸清底数", time("", " ")),
        gone("摸清底数", add("\u{200b}", Role::Lead)),
        gone("摸清底数", unit(|title| Change::Title { title }, "")),
        Correction::Merge { units: vec!["县教育局".into()], into: "县教体局".into() },
        Correction::Merge { units: vec!["县应急局".into()], into: " ".into() },
    ] {
        let analysis = read(NOTICE, std::slice::from_ref(&correction));
        assert_eq!(analysis.corrections[0].span, None, "{correction:?}");
        assert_eq!(Analysis { corrections: Vec::new(), ..analysis }, plain, "{correction:?}");
    }
}

#[test]
fn spellings_of_one_body_become_one_everywhere() {
    let merge = Correction::Merge { units: vec!["县市场局".into()], into: "县市场监管局".into() };
    let analysis = read(NOTICE, &[merge]);
    assert_eq!(shown(&analysis, "一、（二）"), "强化监管｜县市场监管局Lead* 县住建局Support｜");
    let unit = analysis.units.iter().find(|unit| unit.name == "县市场监管局").expect("the unit");
    assert_eq!(unit.spellings, ["县市场监管局", "县市场局"]);
    assert_eq!(unit.tasks.lead.len(), 2);
    assert!(analysis.units.iter().all(|unit| unit.name != "县市场局"));
}

/// The checks look at the reading as corrected.
#[test]
fn checks_listen() {
    let codes = |analysis: &Analysis| analysis.findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
    let (missing, no_lead, spelling) = ("RESP-001", "RESP-002", "ORG-001");
    let before = codes(&read(NOTICE, &[]));
    assert!([missing, no_lead, spelling].iter().all(|code| before.contains(code)), "{before:?}");
    let mut made = on(NOTICE, "摸清底数", &[add("县住建局", Role::Responsible)]);
    assert!(!codes(&read(NOTICE, &made)).contains(&missing));
    made.extend(on(NOTICE, "明确职责", &[role("县应急局", Role::Lead)]));
    assert!(!codes(&read(NOTICE, &made)).contains(&no_lead));
    // The text still has two names for it.
    made.push(Correction::Merge { units: vec!["县市场局".into()], into: "县市场监管局".into() });
    assert!(codes(&read(NOTICE, &made)).contains(&spelling));
}

/// The text is edited; the correction stays where it belongs, or is lost.
#[test]
fn corrections_hang_on_words() {
    let twice =
        format!("{NOTICE}三、做好保障\n（一）摸清底数。对学校全面排查，建立台账。\n（二）加强保障。安排专项经费。\n");
    let made = on(&twice, "摸清底数", &[add("县住建局", Role::Lead)]);
    for (from, to, place, holds) in [
        ("", "", "二、（一）", true),
        ("（一）摸清底数。对在建", "（一）先立台账。马上就办。\n（二）摸清底数。对在建", "二、（二）", true),
        ("摸清底数。对在建工地全面排查", "摸清底数。对所有工地普遍检查", "二、（一）", true),
        ("摸清底数。对在建", "摸清家底。对在建", "二、（一）", true),
        ("（二）强化监管。加强对重点部位的监管。（县市场局牵头，县住建局配合）\n", "", "二、（一）", true),
        ("（一）摸清底数。对在建工地全面排查，建立台账。\n", "", "二、（一）", false),
        ("（一）摸清底数。对学校全面排查，建立台账。\n", "", "二、（一）", true),
        ("二、排查隐患\n", "", "一、（一）", true),
    ] {
        let text = twice.replacen(from, to, 1);
        let analysis = read(&text, &made);
        assert_eq!(analysis.corrections[0].span.is_some(), holds, "{from} -> {to}");
        let added: Vec<&str> = analysis
            .tasks
            .iter()
            .filter(|task| task.assignments.iter().any(|a| a.basis == Basis::Correction))
            .map(|task| task.text.as_str())
            .collect();
        assert_eq!(added.len(), usize::from(holds), "{from} -> {to}: {added:?}");
        assert!(added.iter().all(|text| text.contains("工地")), "{from} -> {to}: {added:?}");
        assert!(!holds || from.contains("二、") || shown(&analysis, place).contains("县住建局Lead*"), "{from} -> {to}");
    }
}

/// A row that the annex says too is corrected in both places.
#[test]
fn rows_of_an_annex_are_corrected_too() {
    let table = "序号\t工作任务\t责任单位\t完成时限\n1\t明确职责\t县应急局\t6月底前\n2\t排查隐患\t县水利局\t立行立改\n";
    let changes = [role("县应急局", Role::Lead), time("6月底前", "7月底前")];
    let analysis = read(table, &on(table, "明确职责", &changes));
    assert_eq!(shown(&analysis, "1"), "明确职责｜县应急局Lead*｜7月底前*");
    let analysis = read(
        table,
        &on(table, "排查隐患", &[time("立行立改", "9月底前"), unit(|unit| Change::Remove { unit }, "县水利局")]),
    );
    assert_eq!(shown(&analysis, "2"), "排查隐患｜｜9月底前*");
    let both = format!(
        "{NOTICE}附件\n任务分工表\n序号\t工作任务\t责任单位\n1\t强化监管。加强对重点部位的监管。\t县市场局、县住建局、县教育局\n2\t整改到位。对查出的问题限期整改。\t县市场监管局、县公安局\n"
    );
    let analysis = read(
        &both,
        &on(
            &both,
            "强化监管",
            &[unit(|unit| Change::Remove { unit }, "县住建局"), unit(|unit| Change::Remove { unit }, "县教育局")],
        ),
    );
    assert_eq!(analysis.corrections.len(), 3, "one of them stands in both");
    assert_eq!(shown(&analysis, "一、（二）"), "强化监管｜县市场局Lead｜");
}

#[test]
fn corrections_survive_as_json() {
    let mut made = on(NOTICE, "强化监管", &[role("县市场局", Role::Support), time("", "年底前"), Change::Aside]);
    made.push(Correction::Merge { units: vec!["县市场局".into()], into: "县市场监管局".into() });
    let json = serde_json::to_string(&made).expect("JSON");
    assert_eq!(serde_json::from_str::<Vec<Correction>>(&json).expect("corrections"), made);
    assert!(serde_json::from_str::<Correction>(r#"{"merge":{"units":[],"into":"","more":1}}"#).is_err());
}

static SAMPLES: LazyLock<Vec<(String, Analysis)>> = LazyLock::new(|| {
    let texts = samples::samples().into_iter().map(|notice| notice.text);
    texts.map(|text| (text.clone(), read(&text, &[]))).filter(|(_, analysis)| analysis.tasks.len() > 2).collect()
});

/// A change of the task `at` that its words allow, `name` standing for what a
/// person types.
fn change(analysis: &Analysis, at: usize, kind: usize, name: &str) -> Change {
    let task = &analysis.tasks[at];
    let unit = task.assignments.first().map(|assignment| assignment.unit.to_string());
    let known = task.deadlines.first().map(|deadline| deadline.text.clone());
    match (kind, unit, known) {
        (0, Some(unit), _) => Change::Role { unit, role: Role::Supervise },
        (1, Some(unit), _) => Change::Rename { unit, into: name.to_owned() },
        (2, Some(unit), _) => Change::Remove { unit },
        (3, _, Some(time)) => Change::NoTime { time },
        (4, _, time) => Change::Time { time: time.unwrap_or_default(), into: "9月底前".to_owned() },
        (5, ..) => Change::Title { title: name.to_owned() },
        _ => Change::Add { unit: name.to_owned(), role: Role::Lead },
    }
}

/// The corrections of one task, without the annex.
fn of_task(analysis: &Analysis, at: usize, change: Change) -> Correction {
    correct::on_row(analysis, &analysis.tasks[at].id, change).remove(0)
}

/// What is left when nobody asks who made it what it is.
fn result(analysis: Analysis) -> Analysis {
    Analysis { corrections: Vec::new(), ..analysis }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// A correction of one task leaves all others as they were, and the text
    /// read without it is what it was before.
    #[test]
    fn only_what_is_named_changes(sample: Index, task: Index, kind in 0..7_usize) {
        let (text, plain) = sample.get(&SAMPLES);
        let at = task.index(plain.tasks.len());
        let made = of_task(plain, at, change(plain, at, kind, "县档案馆"));
        let corrected = read(text, &[made]);
        prop_assert!(corrected.corrections[0].span.is_some());
        for (index, (one, other)) in plain.tasks.iter().zip(&corrected.tasks).enumerate() {
            prop_assert_eq!(one == other, index != at, "task {}", index);
        }
        prop_assert_eq!(&result(read(text, &[])), plain);
    }

    /// Corrections of different tasks, and of names that they do not touch, give
    /// the same in any order.
    #[test]
    fn order_does_not_matter_where_they_do_not_meet(
        sample: Index, tasks: [Index; 2], kinds in [0..7_usize, 0..7_usize],
    ) {
        let (text, plain) = sample.get(&SAMPLES);
        let places = tasks.map(|task| task.index(plain.tasks.len()));
        prop_assume!(places[0] != places[1]);
        let [one, other] = [0, 1].map(|at| {
            let (place, name) = (places[at], ["县档案馆", "县气象台"][at]);
            of_task(plain, place, change(plain, place, kinds[at], name))
        });
        let merge = Correction::Merge { units: vec!["县档案馆".into()], into: "县史志馆".into() };
        let forth = read(text, &[one.clone(), other.clone()]);
        let back = read(text, &[other.clone(), one.clone()]);
        prop_assert_eq!(result(forth), result(back));
        let forth = read(text, &[one.clone(), merge.clone(), other.clone()]);
        let back = read(text, &[one, other, merge]);
        prop_assert_eq!(result(forth), result(back));
    }

    /// A task that is split loses no word and no place, and is whole again when it
    /// is joined.
    #[test]
    fn what_is_split_can_be_joined(sample: Index, task: Index, sentence: Index) {
        let (text, plain) = sample.get(&SAMPLES);
        let whole = task.get(&plain.tasks);
        prop_assume!(whole.measures.len() > 1);
        let cut = &whole.measures[1 + sentence.index(whole.measures.len() - 1)];
        let split = correct::on_row(plain, &whole.id, Change::Split { sentence: cut.text.clone() });
        let analysis = read(text, &split);
        let at = analysis.tasks.iter().position(|task| task.id == whole.id).expect("the task");
        let (one, other) = (&analysis.tasks[at], &analysis.tasks[at + 1]);
        prop_assert_eq!(format!("{}{}", one.text, other.text), whole.text.as_str());
        prop_assert_eq!(one.measures.len() + other.measures.len(), whole.measures.len());
        prop_assert_eq!(one.metrics.len() + other.metrics.len(), whole.metrics.len());
        for part in [one, other] {
            for measure in &part.measures {
                prop_assert!(part.span.start <= measure.span.start && measure.span.end <= part.span.end);
                let known = |list: &[usize], length: usize| list.iter().all(|at| *at < length);
                prop_assert!(known(&measure.actors, part.assignments.len()));
                prop_assert!(known(&measure.deadlines, part.deadlines.len()));
                prop_assert!(known(&measure.metrics, part.metrics.len()));
            }
        }
        let joined = [split, correct::on_row(&analysis, &whole.id, Change::Join { next: String::new() })].concat();
        let again = read(text, &joined).tasks.swap_remove(at);
        prop_assert_eq!((&again.text, again.span), (&whole.text, whole.span));
        prop_assert_eq!((again.wording.text(), again.wording.whole()), (whole.wording.text(), whole.wording.whole()));
    }

    /// A correction holds where a paragraph comes in before or behind.
    #[test]
    fn corrections_hold_while_the_text_grows(sample: Index, task: Index, line: Index) {
        let (text, plain) = sample.get(&SAMPLES);
        let at = task.index(plain.tasks.len());
        let made = of_task(plain, at, Change::Add { unit: "县档案馆".to_owned(), role: Role::Lead });
        let lines: Vec<&str> = text.lines().collect();
        let (head, tail) = lines.split_at(line.index(lines.len() + 1));
        let longer = [head, &["天气预报要及时发布。"], tail].concat().join("\n");
        let unheard = read(&longer, &[]);
        prop_assume!(unheard.tasks.iter().any(|task| task.text == plain.tasks[at].text && task.title == plain.tasks[at].title));
        let grown = read(&longer, &[made]);
        let added = |task: &&notice_analyzer::Task| task.assignments.iter().any(|one| one.unit == "县档案馆");
        let texts: Vec<&str> = grown.tasks.iter().filter(added).map(|task| task.text.as_str()).collect();
        prop_assert_eq!(texts, [plain.tasks[at].text.as_str()]);
    }
}

const SEVERAL: &str = "一、加强值守。县应急局要落实值班制度，5月底前完成。县水利局要排查水库，6月底前完成，建成泵站10座。县公安局要维护秩序。（县委督查室督促）\n\
    二、及时上报。突发事件发生后2小时内报告，处置结束后7日内报送总结。（各镇负责）\n\
    三、做好总结。总结经验。\n";

/// Every task: `id title｜units｜times｜measures`.
fn outline(analysis: &Analysis) -> Vec<String> {
    let line = |row: &view::Row| {
        let parts: Vec<&str> = row.parts.iter().map(|part| part.unit.as_str()).collect();
        let times: Vec<String> = row.deadlines.iter().map(|time| format!("{}{}", time.text, time.when)).collect();
        let own: Vec<String> =
            row.measures.iter().map(|one| format!("{}:{}", one.parts.len(), one.deadlines.len())).collect();
        format!("{} {}｜{}｜{}｜{}", row.id, row.title, parts.join(" "), times.join(" "), own.join(" "))
    };
    view::task_table(analysis).iter().map(line).collect()
}

#[test]
fn a_task_is_split_and_joined() {
    let split = |sentence: &str| unit(|sentence| Change::Split { sentence }, sentence);
    let join = || unit(|next| Change::Join { next }, "");
    let (second, third) = ("县水利局要排查水库，6月底前完成，建成泵站10座。", "县公安局要维护秩序。");
    let whole = outline(&read(SEVERAL, &[]));
    let made = on(SEVERAL, "加强值守", &[split(second)]);
    let analysis = read(SEVERAL, &made);
    assert_eq!(
        outline(&analysis)[..2],
        [
            "T1 加强值守｜县委督查室 县应急局｜5月底前｜1:1",
            "T1-2 县水利局要排查水库｜县委督查室 县水利局 县公安局｜6月底前｜1:1 1:0",
        ]
    );
    let (one, other) = (&analysis.tasks[0], &analysis.tasks[1]);
    assert!(one.span.end <= other.span.start && other.metrics.len() == 1, "{one:#?} {other:#?}");
    // Cut once more, by what was cut first.
    let more: Vec<_> = made.iter().cloned().chain(correct::on_row(&analysis, "T1-2", split(third))).collect();
    let thrice = read(SEVERAL, &more);
    assert_eq!(
        thrice.tasks.iter().map(|task| task.id.as_str()).collect::<Vec<_>>(),
        ["T1", "T1-2", "T1-3", "T2", "T3"]
    );
    assert!(thrice.corrections.iter().all(|applied| applied.span.is_some()));
    // What is joined again is whole.
    let again: Vec<_> = made.iter().cloned().chain(correct::on_row(&analysis, "T1", join())).collect();
    let joined = read(SEVERAL, &again);
    assert_eq!(joined.tasks[0].text, read(SEVERAL, &[]).tasks[0].text);
    assert_eq!(outline(&joined)[1..], whole[1..]);
    let made = on(SEVERAL, "及时上报", &[join()]);
    assert_eq!(outline(&read(SEVERAL, &made)).len(), whole.len() - 1);
    // Another task has come between, or there is none behind.
    let between = SEVERAL.replace("三、", "三、另有任务。抓好落实。\n四、");
    assert_eq!(read(&between, &made).corrections[0].span, None);
    assert_eq!(read(SEVERAL, &on(SEVERAL, "做好总结", &[join()])).corrections[0].span, None);
    assert_eq!(
        read(SEVERAL, &on(SEVERAL, "加强值守", &[split("县应急局要落实值班制度，5月底前完成。")])).corrections[0].span,
        None
    );
}

/// A time that is counted from an event gets its day from the day of the event.
#[test]
fn an_event_gets_its_day() {
    let day = |time: &str, day: &str| Change::Day { time: time.to_owned(), day: day.parse().expect("a day") };
    let times = |change: Change| {
        let made = on(SEVERAL, "及时上报", &[change]);
        assert_eq!(made.len(), 1, "the time is not read");
        let rows = view::task_table(&read(SEVERAL, &made));
        rows[1].deadlines.iter().map(|time| format!("{}{}", time.text, time.when)).collect::<Vec<_>>()
    };
    let read_times =
        view::task_table(&read(SEVERAL, &[]))[1].deadlines.iter().map(|time| time.text.clone()).collect::<Vec<_>>();
    let last = read_times.last().expect("a time").clone();
    assert!(times(day(&last, "2025-03-01")).last().expect("a time").ends_with("2025年3月8日前"), "{read_times:?}");
    let made = on(SEVERAL, "及时上报", &[day(&last, "2025-03-01")]);
    let calendar = view::calendar(&view::task_table(&read(SEVERAL, &made)), None);
    assert_eq!(calendar.dated.last().and_then(|entry| entry.date), "2025-03-08".parse().ok());
}
