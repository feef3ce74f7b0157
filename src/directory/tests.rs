//! What lines say, which are refused, what a directory makes of a reading, and
//! that it takes no long time.

use super::{Directory, Fault};
use crate::analysis::{Analysis, Change, Correction, Level, Role};
use crate::compare::compare;
use crate::{Anchor, Options, analyze, view};
use std::time::Instant;

const NOTICE: &str = "青岭县人民政府关于做好服务工作的通知
各镇人民政府：
一、完善制度。要完善制度。（县发改局牵头，云协、县教育局负责）
二、加强协调。青岭县发展和改革局要加强协调，云协要做好服务。
三、开展培训。县食安委成员单位要开展培训。";

const DIRECTORY: &str = "# 本县
青岭县发展和改革局 = 县发改局、发改局；级别：县级
青岭县云协中心 = 云协
青岭县食品安全委员会成员单位 = 县食安委成员单位：县发改局、县公安局、云协";

fn directory(text: &str) -> Directory {
    Directory::read(text).expect(text)
}

fn read(text: &str, names: &str, expand: bool) -> Analysis {
    analyze(text, &Options { directory: directory(names), expand, ..Options::default() })
}

/// Who has which part in each task, as `县应急局 lead`, an added member in brackets.
fn parts(analysis: &Analysis) -> Vec<Vec<String>> {
    let part = |one: &crate::Assignment| match &one.expanded {
        Some(_) => format!("（{}）", one.unit),
        None => one.unit.to_string(),
    };
    analysis.tasks.iter().map(|task| task.assignments.iter().map(part).collect()).collect()
}

#[test]
fn lines_that_cannot_be_used_are_named() {
    let long = "长".repeat(2001);
    let name = |words: &str| Fault::NoName(words.to_owned());
    for (line, fault) in [
        ("局", name("局")),
        ("= 县发改局", name("")),
        ("县教育局 =", name("")),
        ("县教育局 = 教", name("教")),
        ("县教育局：", name("")),
        ("县教育局：县公安局、、县财政局", name("")),
        ("县教育局。县公安局", name("县教育局。县公安局")),
        ("2024", name("2024")),
        ("县教育局；县公安局", Fault::NoLevel("县公安局".into())),
        ("县教育局；级别：处级", Fault::NoLevel("级别：处级".into())),
        ("青岭县发展和改革局；级别：市级", Fault::OtherLevel("青岭县发展和改革局".into())),
        ("县发改局 = 县发改委", Fault::Taken("县发改局".into())),
        ("云溪市发展和改革委员会 = 县发改局", Fault::Taken("县发改局".into())),
        ("县教育局 = 青岭县发展和改革局", Fault::Taken("青岭县发展和改革局".into())),
        ("县食安委成员单位：县教育局", Fault::Taken("县食安委成员单位".into())),
        ("青岭县食品安全委员会成员单位：县教育局", Fault::Members("青岭县食品安全委员会成员单位".into())),
        ("县安委会成员单位：县食安委成员单位", Fault::Nested("县食安委成员单位".into())),
        ("县安委会成员单位：县教育局、县安委会成员单位", Fault::Nested("县安委会成员单位".into())),
        (long.as_str(), Fault::Long(2000)),
    ] {
        let wrong = Directory::read(&format!("\u{feff}{DIRECTORY}\n\n{line}\n")).expect_err(line);
        assert_eq!((wrong.len(), wrong[0].line, &wrong[0].fault), (1, 6, &fault), "{line}");
        assert!(wrong[0].sentence().starts_with("第6行：") && wrong[0].to_string().starts_with("line 6: "), "{line}");
    }
    let several = Directory::read("局\n县教育局\n县公安局；级").expect_err("several");
    assert_eq!(several.iter().map(|bad| bad.line).collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn names_levels_and_members() {
    let known = directory(
        "青岭县发展和改革局（青岭县粮食局） = 县发改局，县发改委\u{3000}；级别：县\n青岭县 发展和改革局(青岭县粮食局) = 县粮食局\n\
         县安委会 = 县安全生产委员会：县发改局、县教育局。",
    );
    for (name, full) in [
        ("县发改局", Some("青岭县发展和改革局（青岭县粮食局）")),
        ("县发改委", Some("青岭县发展和改革局（青岭县粮食局）")),
        ("县粮食局", Some("青岭县发展和改革局（青岭县粮食局）")),
        ("县教育局", Some("县教育局")),
        ("县公安局", None),
        ("", None),
    ] {
        assert_eq!(known.full(name), full, "{name}");
    }
    assert_eq!((known.level("县粮食局"), known.level("县教育局")), (Some(Level::County), None));
}

#[test]
fn classes_that_have_members() {
    let known =
        directory("县安委会 = 县安全生产委员会：县发改局、县教育局\n各工作专班：县公安局\n县食安委成员单位：县公安局");
    for (name, issuer, members) in [
        ("县安委会成员单位", "", "县发改局 县教育局"),
        ("县安全生产委员会各成员单位", "", "县发改局 县教育局"),
        ("各成员单位", "县安全生产委员会办公室", "县发改局 县教育局"),
        ("成员单位", "县食安委", "县公安局"),
        ("各成员单位", "青岭县人民政府", ""),
        ("各成员单位", "", ""),
        ("各工作专班", "", "县公安局"),
        ("县安委会", "县安委会", ""),
        ("县安委会有关成员单位", "县安委会", ""),
        ("县森防指成员单位", "县安委会", ""),
    ] {
        assert_eq!(known.members(name, &[issuer]).join(" "), members, "{name}");
    }
}

#[test]
fn a_name_is_a_unit_where_one_may_stand() {
    let analysis = read(NOTICE, DIRECTORY, false);
    assert_eq!(
        parts(&analysis),
        [
            vec!["青岭县发展和改革局", "青岭县云协中心", "县教育局"],
            vec!["青岭县发展和改革局", "青岭县云协中心"],
            vec!["青岭县食品安全委员会成员单位"],
        ]
    );
    let unit = &analysis.units[0];
    assert_eq!(unit.spellings, ["青岭县发展和改革局", "县发改局"]);
    assert_eq!((unit.level, unit.known), (Some(Level::County), true));
    let sure = |one: &crate::Assignment| one.certainty == crate::Certainty::Sure;
    assert!(analysis.tasks.iter().flat_map(|task| &task.assignments).all(sure));
    assert_ne!(parts(&analyze(NOTICE, &Options::default())), parts(&analysis));
}

/// Constructions in which the words of a name are none, or part of another.
#[test]
fn the_construction_says_what_a_name_is() {
    let names = "青岭县数据和政务服务中心 = 县数据和政务中心\n青岭县推进督查室 = 督查室\n青岭县应急管理局 = 县应急局\n青岭县云协 = 云协";
    for (text, units) in [
        ("一、甲。由督查室督促落实。", "青岭县推进督查室"),
        ("一、甲。青岭县推进督查室要完善制度。", "青岭县推进督查室"),
        ("一、甲。完善制度。（县数据和政务中心、县教育局负责）", "青岭县数据和政务服务中心 县教育局"),
        ("一、甲。完善制度。（云协）", "青岭县云协"),
        ("一、甲。完善制度。（县教育局、云协和县公安局负责）", "县教育局 青岭县云协 县公安局"),
        ("一、甲。完善制度。（县教育局、应急局负责）", "县教育局 青岭县应急管理局"),
        ("一、甲。完善制度。责任单位：云协", "青岭县云协"),
        ("一、甲。县应急局长要抓好落实，要完善云协的制度。", ""),
        ("一、甲。云协会办重要事项，县应急局部署工作。", "青岭县云协 青岭县应急管理局"),
        ("一、甲。县应急局机关要完善制度。", "县应急局机关"),
        ("一、甲。支持云协完善制度。", ""),
        ("一、甲。落实《云协要完善制度》。", ""),
    ] {
        let found = parts(&read(text, names, false)).concat();
        assert_eq!(found.join(" "), units, "{text}");
    }
}

#[test]
fn members_stand_in_the_tasks_that_name_their_class() {
    let analysis = read(NOTICE, DIRECTORY, true);
    let class = "青岭县食品安全委员会成员单位";
    assert_eq!(parts(&analysis)[2], [class, "（青岭县发展和改革局）", "（县公安局）", "（青岭县云协中心）"]);
    let task = &analysis.tasks[2];
    assert!(task.assignments[1..].iter().all(|one| {
        one.expanded.as_deref() == Some(class) && one.span == task.assignments[0].span && one.role == Role::Responsible
    }));
    assert_eq!(task.measures[0].actors, [0, 1, 2, 3]);
    let unit = analysis.units.iter().find(|unit| unit.name == "县公安局").expect("a member");
    assert_eq!((unit.spellings.len(), unit.tasks.responsible.len()), (1, 1));
    // What is checked and compared is what the notice writes.
    let plain = read(NOTICE, DIRECTORY, false);
    assert_eq!((&analysis.findings, &analysis.collation), (&plain.findings, &plain.collation));
    let other = NOTICE.replace("县食安委成员单位", "县教育局、县食安委成员单位");
    let lacks = |analysis: &Analysis| view::task_table(analysis).into_iter().map(|row| row.lacks).collect::<Vec<_>>();
    assert_eq!(lacks(&analysis), lacks(&plain));
    let changes = compare(&analysis, &read(&other, DIRECTORY, true));
    assert_eq!(changes, compare(&plain, &read(&other, DIRECTORY, false)));
    assert_eq!(changes.units.len(), 1);
}

#[test]
fn corrections_hold_under_any_name() {
    let at = Anchor { words: "完善制度".into(), of: 1, ..Anchor::default() };
    for unit in ["县发改局", "青岭县发展和改革局"] {
        let change = Change::Role { unit: unit.into(), role: Role::Support };
        let corrections = vec![Correction::Work { at: at.clone(), change }];
        let options = Options { directory: directory(DIRECTORY), corrections, ..Options::default() };
        let analysis = analyze(NOTICE, &options);
        assert_eq!(analysis.tasks[0].assignments[0].role, Role::Support, "{unit}");
    }
    let at = Anchor { words: "开展培训".into(), of: 1, ..Anchor::default() };
    let change = Change::Remove { unit: "县公安局".into() };
    let corrections = vec![Correction::Work { at, change }];
    let options = Options { directory: directory(DIRECTORY), corrections, expand: true, ..Options::default() };
    assert_eq!(parts(&analyze(NOTICE, &options))[2].len(), 3);
}

#[test]
fn the_order_of_lines_does_not_matter() {
    let mut lines: Vec<&str> = DIRECTORY.lines().collect();
    let one = read(NOTICE, DIRECTORY, true);
    for _ in 0..lines.len() {
        lines.rotate_left(1);
        assert_eq!(read(NOTICE, &lines.join("\n"), true), one, "{lines:?}");
    }
    lines.reverse();
    assert_eq!(read(NOTICE, &lines.join("\n"), true), one);
}

#[test]
fn a_directory_of_nothing_changes_nothing() {
    let plain = analyze(NOTICE, &Options::default());
    for names in ["", "# 空\n\n", "云溪市教育局 = 云教"] {
        assert_eq!(read(NOTICE, names, true), plain, "{names}");
    }
    assert!(directory("# 空\n\n").is_empty());
}

/// As many units as a city has, with four short names each.
#[test]
fn a_large_directory_is_known_by_every_name() {
    let line = |nth: usize| format!("青岭县第{nth}实验学校 = {nth}校、{nth}实验、县{nth}校、县{nth}实验；级别：县级\n");
    let large = directory(&(0..5000).map(line).collect::<String>());
    let text = "一、甲。县4999校要完善制度。\n二、乙。（青岭县第4998实验学校、青岭县第17实学校负责）";
    let analysis = analyze(text, &Options { directory: large, ..Options::default() });
    let units: Vec<&str> = analysis.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(units, ["青岭县第4999实验学校", "青岭县第4998实验学校", "青岭县第17实学校"]);
    let near = analysis.findings.iter().find(|finding| finding.code == "ORG-005").expect("a finding");
    assert!(near.message.contains("青岭县第17实验学校"), "{}", near.message);
}

#[test]
fn hostile_files_take_no_long_time() {
    let started = Instant::now();
    let many: String = (0..10_001).map(|count| format!("青岭县第{count}局 = 县{count}局\n")).collect();
    assert_eq!(Directory::read(&many).expect_err("many")[0].fault, Fault::Many(10_000));
    let long = format!("县{}", "局、".repeat(500_000));
    assert_eq!(Directory::read(&long).expect_err("long")[0].fault, Fault::Long(2000));
    let names = |count: usize| (0..9).map(|nth| format!("县{count}{nth}局")).collect::<Vec<_>>().join("、");
    let full: String = (0..6500).map(|count| format!("青岭县第{count}局 = {}\n", names(count))).collect();
    assert_eq!(Directory::read(&full).expect_err("names")[0].fault, Fault::ManyNames(60_000));
    let shorts = |count: usize| (0..100).map(|nth| format!("乙{count}丙{nth}")).collect::<Vec<_>>().join("、");
    let shorts: String = (0..650).map(|count| format!("甲{count} = {}\n", shorts(count))).collect();
    assert_eq!(Directory::read(&shorts).expect_err("short names")[0].fault, Fault::ManyNames(60_000));
    let class: String = (0..300).map(|count| format!("甲{count}、")).collect();
    let known = directory(&format!(
        "县安委会：{class}\n局局局局局局局局 = 局局\n{}",
        &many[..60_000.min(many.len())].rsplit_once('\n').map_or("", |(whole, _)| whole)
    ));
    let text = format!("一、甲。{}要完善制度。{}", "局".repeat(20_000), "县安委会成员单位要完善制度。".repeat(2000));
    let options = Options { directory: known, expand: true, ..Options::default() };
    assert!(!analyze(&text, &options).tasks.is_empty());
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
