//! The tables, on small analyses made by hand.

use notice_analyzer::view::{self, ColumnGroup, MarkKind, Sheet};
use notice_analyzer::*;

/// A task whose words take code units `start..start + 100`.
fn task(id: &str, number: &[&str], title: &str, start: u32) -> Task {
    Task {
        id: id.into(),
        number: number.iter().map(|part| part.to_string()).collect(),
        chapter: "压实责任".into(),
        title: title.into(),
        text: format!("{title}。认真落实。"),
        span: Span::new(start, start + 100),
        ..Task::default()
    }
}

fn assignment(unit: &str, role: Role, basis: Basis, start: u32) -> Assignment {
    let span = Span::new(start, start + 5);
    Assignment { unit: unit.into(), role, basis, open: false, certainty: Certainty::Sure, span }
}

fn deadline(text: &str, kind: DeadlineKind, end: Option<&str>) -> Deadline {
    Deadline {
        text: text.into(),
        kind,
        start: None,
        end: end.map(|date| date.parse().unwrap()),
        period: None,
        count: None,
        event: None,
        offset: None,
        clause: format!("{text}完成整治"),
        certainty: Certainty::Sure,
        span: Span::new(30, 35),
    }
}

fn unit(name: &str, category: UnitCategory) -> Unit {
    let spellings = vec![name.into()];
    let (possibly, tasks) = (Vec::new(), UnitTasks::default());
    Unit { name: name.into(), level: None, category, spellings, possibly, blanket_only: false, tasks }
}

fn finding(severity: Severity, start: u32) -> Finding {
    let span = Span::new(start, start + 2);
    let (title, message, basis) = ("同级序号跳号", "序号由二跳到四。".into(), "惯例");
    let id = String::new();
    let (related, more_fixes) = (Vec::new(), Vec::new());
    let (words, paragraph) = ("四、".into(), 7);
    Finding {
        id,
        code: "STR-001",
        title,
        severity,
        message,
        basis,
        span,
        words,
        paragraph,
        related,
        fix: None,
        more_fixes,
    }
}

/// Two tasks: a bracket with a lead, an open list and an actor; then a unit
/// carried over from the first, and a blanket rule.
fn notice() -> Analysis {
    let mut first = task("T1", &["一", "（一）"], "压实党政领导责任", 0);
    first.assignments = vec![
        assignment("县应急局", Role::Responsible, Basis::Subject, 20),
        assignment("县应急局", Role::Lead, Basis::Attribution, 80),
        Assignment { open: true, ..assignment("县住建局", Role::Support, Basis::Attribution, 86) },
        assignment("企业", Role::Responsible, Basis::Subject, 40),
    ];
    first.deadlines = vec![deadline("12月底前", DeadlineKind::By, Some("2024-12-31"))];
    let mut second = task("T2", &["二", "2"], "", 100);
    second.assignments = vec![
        Assignment {
            certainty: Certainty::Likely,
            ..assignment("县住建局", Role::Responsible, Basis::Attribution, 86)
        },
        assignment("各镇人民政府", Role::Responsible, Basis::Blanket, 10),
    ];
    second.deadlines = vec![
        deadline("3月底前", DeadlineKind::By, Some("2024-03-31")),
        Deadline { period: Some("P3M".into()), ..deadline("每季度", DeadlineKind::Recurring, None) },
        deadline("汛期", DeadlineKind::During, None),
    ];
    Analysis {
        tasks: vec![first, second],
        units: vec![unit("企业", UnitCategory::Enterprise), unit("县应急局", UnitCategory::Department)],
        findings: vec![finding(Severity::Hint, 3), finding(Severity::Error, 150), finding(Severity::Error, 4)],
        ..Analysis::default()
    }
}

/// The cells of one line of a table.
fn line(sheet: Sheet, row: usize) -> Vec<String> {
    sheet.table(&notice()).rows[row].clone()
}

#[test]
fn a_task_row_names_units_by_role_and_says_where_they_come_from() {
    let expected = [
        "1", "压实责任", "压实党政领导责任", "压实党政领导责任。认真落实。", "", "县应急局", "企业", "县住建局等", "",
        "12月底前（2024年12月31日前）", "一、（一）",
    ];
    assert_eq!(line(Sheet::Tasks, 0), expected);
    assert_eq!(line(Sheet::Tasks, 1)[6], "沿用一、（一）：县住建局（待核）；统一规定：各镇人民政府");
    assert_eq!(line(Sheet::Tasks, 1)[9], "3月底前（2024年3月31日前）；每季度；汛期");
    assert_eq!(line(Sheet::Tasks, 1)[10], "二、2.");
}

#[test]
fn a_task_without_title_is_headed_by_how_it_begins() {
    let cases = [
        ("", "各镇要落实，每月检查。", "各镇要落实"),
        ("", "", ""),
        ("压实责任", "各镇要落实。", "压实责任"),
        (
            "",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六",
            "一二三四五六七八九十一二三四五六七八九十一二三四…",
        ),
    ];
    for (title, text, headline) in cases {
        let task = Task { title: title.into(), text: text.into(), ..Task::default() };
        let analysis = Analysis { tasks: vec![task], ..Analysis::default() };
        assert_eq!(view::task_table(&analysis)[0].title, headline, "{text}");
    }
}

#[test]
fn the_matrix_groups_its_columns_and_marks_every_role() {
    let matrix = view::matrix(&notice());
    let columns: Vec<_> =
        matrix.columns.iter().map(|column| (column.unit.as_str(), column.group, column.tasks)).collect();
    let expected = [
        ("县应急局", ColumnGroup::Unit, 1),
        ("县住建局", ColumnGroup::Unit, 2),
        ("企业", ColumnGroup::Class, 1),
        ("各镇人民政府", ColumnGroup::Blanket, 1),
    ];
    assert_eq!(columns, expected);
    assert_eq!(line(Sheet::Matrix, 0)[3..], ["牵", "配", "责", ""]);
    assert_eq!(line(Sheet::Matrix, 1)[3..], ["", "（责）", "", "（责）"]);
}

#[test]
fn units_of_a_rule_for_all_stand_apart_even_where_its_own_task_names_them() {
    let cases = [(None, ColumnGroup::Blanket), (Some(250), ColumnGroup::Unit)];
    for (own, group) in cases {
        let mut analysis = notice();
        let named = Named { name: "各镇人民政府".into(), span: Span::new(10, 15) };
        analysis.notice.blanket_units = vec![named];
        analysis.tasks[0].assignments.push(assignment("各镇人民政府", Role::Responsible, Basis::Attribution, 70));
        analysis.tasks.push(task("T3", &["三"], "检查", 200));
        let acts = own.map(|start| assignment("各镇人民政府", Role::Responsible, Basis::Subject, start));
        analysis.tasks[2].assignments.extend(acts);
        let matrix = view::matrix(&analysis);
        let column = matrix.columns.iter().find(|column| column.unit == "各镇人民政府").expect("its column");
        assert_eq!(column.group, group, "{own:?}");
    }
}

#[test]
fn one_cell_bears_every_role_of_its_unit_strongest_first() {
    let mut task = task("T1", &["一"], "检查", 0);
    task.assignments = vec![
        assignment("县安委办", Role::Supervise, Basis::Attribution, 80),
        assignment("县安委办", Role::Lead, Basis::Subject, 10),
        assignment("县安委办", Role::Lead, Basis::Attribution, 70),
    ];
    let matrix = view::matrix(&Analysis { tasks: vec![task], ..Analysis::default() });
    let parts: Vec<_> = matrix.rows[0].cells[0].parts.iter().map(|part| (part.role, part.span.start)).collect();
    assert_eq!(parts, [(Role::Lead, 70), (Role::Supervise, 80)]);
    assert_eq!(matrix.rows[0].cells.len(), 1);
}

#[test]
fn a_paste_that_is_only_a_table_fills_the_matrix_with_its_rows() {
    let row = AnnexRow {
        number: "1".into(),
        title: "压实责任".into(),
        text: "压实责任。".into(),
        assignments: vec![assignment("县应急局", Role::Lead, Basis::Label, 2)],
        deadline: "6月底".into(),
        span: Span::new(0, 20),
        ..AnnexRow::default()
    };
    let analysis = Analysis { annex: vec![row], ..Analysis::default() };
    assert!(view::task_table(&analysis).is_empty());
    assert_eq!(view::matrix(&analysis).rows[0].id, "A1");
    assert_eq!(Sheet::Annex.table(&analysis).rows[0][9], "6月底");
}

#[test]
fn the_calendar_sorts_dates_and_keeps_the_rest_apart() {
    let calendar = view::calendar(&notice());
    let texts = |entries: &[view::Entry]| entries.iter().map(|entry| entry.time.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&calendar.dated), ["3月底前", "12月底前"]);
    assert_eq!(texts(&calendar.recurring), ["每季度"]);
    assert_eq!(texts(&calendar.undated), ["汛期"]);
    assert_eq!(calendar.dated[1].units, ["县应急局", "企业"]);
    assert_eq!(calendar.len(), 4);
}

#[test]
fn a_deadline_belongs_to_those_who_act_in_its_sentence() {
    let mut analysis = notice();
    let sentence = Measure {
        text: "企业12月底前完成整治。".into(),
        span: Span::new(40, 50),
        actors: vec![3, 99],
        deadlines: vec![0],
        metrics: Vec::new(),
    };
    analysis.tasks[0].measures = vec![sentence];
    assert_eq!(view::calendar(&analysis).dated[1].units, ["企业"]);
}

#[test]
fn a_row_opens_to_its_sentences_with_what_each_of_them_says() {
    let text = "一、压实责任。各镇要每月排查一次。县应急局要在6月底前整改隐患不少于120处。（县应急局负责）";
    let row = view::task_table(&notice_analyzer::analyze(text, &Options::default())).remove(0);
    let shown: Vec<_> = row
        .measures
        .iter()
        .map(|sentence| {
            let units: Vec<&str> = sentence.parts.iter().map(|part| part.unit.as_str()).collect();
            let times: Vec<&str> = sentence.deadlines.iter().map(|time| time.text.as_str()).collect();
            let targets: Vec<&str> = sentence.targets.iter().map(|target| target.clause.as_str()).collect();
            [sentence.text.as_str(), &units.join(" "), &times.join(" "), &targets.join(" ")].join("|")
        })
        .collect();
    let expected = [
        "各镇要每月排查一次。|各镇|每月|",
        "县应急局要在6月底前整改隐患不少于120处。|县应急局|6月底前|县应急局要在6月底前整改隐患不少于120处",
    ];
    assert_eq!(shown, expected);
    assert_eq!(row.targets.iter().map(|target| target.text.as_str()).collect::<Vec<_>>(), ["不少于120处"]);
    let analysis = notice_analyzer::analyze(text, &Options::default());
    assert_eq!(Sheet::Tasks.table(&analysis).rows[0][4], "县应急局要在6月底前整改隐患不少于120处");
}

#[test]
fn a_day_that_sentence_and_label_say_stands_once_in_the_row() {
    for (text, expected) in [
        ("一、开展排查。6月底前完成排查。\n责任单位：县应急局\n完成时限：6月底前", "6月底前"),
        ("一、开展排查。6月底前完成排查。\n责任单位：县应急局\n完成时限：9月底前", "6月底前；9月底前"),
    ] {
        let analysis = notice_analyzer::analyze(text, &Options::default());
        assert_eq!(analysis.tasks[0].deadlines.len(), 2, "{text}");
        assert_eq!(Sheet::Tasks.table(&analysis).rows[0][9], expected, "{text}");
    }
}

#[test]
fn findings_come_gravest_first_then_by_place() {
    let rows = view::finding_rows(&notice());
    let order: Vec<_> = rows.iter().map(|row| (row.grade, row.span.start, row.place.as_str())).collect();
    assert_eq!(order, [("错误", 4, "一、（一）"), ("错误", 150, "二、2."), ("提示", 3, "一、（一）")]);
}

#[test]
fn findings_of_one_rule_stand_together() {
    let coded = |code, start| Finding { code, ..finding(Severity::Error, start) };
    let findings = vec![coded("STR-003", 400), coded("STR-001", 500), coded("STR-003", 600)];
    let rows = view::finding_rows(&Analysis { findings, ..Analysis::default() });
    let order: Vec<_> = rows.iter().map(|row| (row.code, row.span.start, row.place.as_str())).collect();
    assert_eq!(order, [("STR-003", 400, "第7段"), ("STR-003", 600, "第7段"), ("STR-001", 500, "第7段")]);
}

#[test]
fn advice_says_what_to_write() {
    let fix = |length: u32, text: &str| Fix { span: Span::new(3, 3 + length), text: text.into() };
    for (fixes, advice) in [
        (vec![], None),
        (vec![fix(2, "部署")], Some("改为：部署")),
        (vec![fix(2, "")], Some("删去")),
        (vec![fix(0, "。")], Some("补上：。")),
        (vec![fix(1, "，"), fix(1, "："), fix(1, "，")], Some("改为：，；：")),
        (vec![fix(1, "甲"), fix(1, "乙"), fix(1, "丙"), fix(1, "丁")], Some("改为：甲；乙；丙等")),
    ] {
        let mut fixes = fixes.into_iter();
        let (fix, more_fixes) = (fixes.next(), fixes.collect());
        let finding = Finding { fix, more_fixes, ..finding(Severity::Error, 3) };
        assert_eq!(finding.advice().as_deref(), advice);
    }
}

#[test]
fn marks_stand_once_in_the_order_of_the_text() {
    let marks = view::marks(&notice());
    assert!(marks.is_sorted());
    let at_80: Vec<_> = marks.iter().filter(|mark| mark.span.start == 86).map(|mark| mark.kind).collect();
    assert_eq!(at_80, [MarkKind::Responsible, MarkKind::Support]);
    assert_eq!(marks.iter().filter(|mark| mark.kind == MarkKind::Deadline).count(), 1);
}

#[test]
fn counts_agree_with_the_tables() {
    let (analysis, summary) = (notice(), view::summary(&notice()));
    assert_eq!(summary.tasks, view::task_table(&analysis).len());
    assert_eq!(summary.units, view::matrix(&analysis).columns.len());
    assert_eq!(summary.deadlines, view::calendar(&analysis).len());
    assert_eq!((summary.errors, summary.warnings, summary.hints), (2, 0, 1));
}

#[test]
fn the_notice_sheet_names_what_is_given_and_what_is_missing() {
    let named = Named { name: "各镇人民政府".into(), span: Span::new(5, 11) };
    let notice =
        Notice { addressees: vec![named], signed_on: Some("2024-02-18".parse().unwrap()), ..Notice::default() };
    let fields = view::notice_sheet(&Analysis { notice, ..Analysis::default() });
    let value = |label: &str| {
        let field = fields.iter().find(|field| field.label == label).expect("a field of that name");
        field.values.iter().map(|value| value.text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(value("主送机关"), ["各镇人民政府"]);
    assert_eq!(value("成文日期"), ["2024年2月18日"]);
    assert!(value("标题").is_empty());
}

#[test]
fn every_sheet_is_rectangular_and_found_by_its_name() {
    for sheet in Sheet::ALL {
        assert_eq!(sheet.name().parse(), Ok(sheet));
        let table = sheet.table(&notice());
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()), "{}", sheet.name());
    }
    assert!("table".parse::<Sheet>().is_err());
}

/// A matrix that no table program could open becomes the list of its marks.
#[test]
fn a_matrix_that_is_too_large_is_written_as_a_list() {
    let charged = |n: u32| Task {
        assignments: vec![assignment(&format!("第{n}局"), Role::Responsible, Basis::Attribution, n * 200)],
        ..task(&format!("T{n}"), &[&format!("{n}")], &format!("排查第{n}片"), n * 200)
    };
    let analysis = Analysis { tasks: (1..=500).map(charged).collect(), ..Analysis::default() };
    let table = Sheet::Matrix.table(&analysis);
    assert_eq!(table.header, ["序号", "出处", "任务", "责任单位", "角色"]);
    assert_eq!(table.rows[1][2..], ["排查第2片", "第2局", "责"]);
    assert_eq!(table.rows.len(), 500);
    assert!(table.note.starts_with("500项任务、500个单位，矩阵太大"), "{}", table.note);
}
