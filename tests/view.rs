//! The tables, on small analyses made by hand.

use notice_analyzer::view::{
    self, Calendar, ColumnGroup, Lack, MarkKind, Matrix, Shape, Sheet, Source, Standing, Table,
};
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
    Assignment {
        unit: unit.into(),
        role,
        basis,
        open: false,
        certainty: Certainty::Sure,
        corrected: None,
        expanded: None,
        span,
    }
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
        corrected: None,
        span: Span::new(30, 35),
    }
}

fn unit(name: &str, category: UnitCategory) -> Unit {
    let spellings = vec![name.into()];
    let (possibly, tasks) = (Vec::new(), UnitTasks::default());
    Unit { name: name.into(), level: None, category, spellings, possibly, known: false, blanket_only: false, tasks }
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
        excerpts: Vec::new(),
        members: Vec::new(),
        apart: 3,
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

fn matrix(analysis: &Analysis, by_load: bool, fold: bool) -> Matrix {
    view::matrix(analysis, &view::task_table(analysis), &Shape { by_load, fold })
}

fn calendar(analysis: &Analysis) -> Calendar {
    view::calendar(&view::task_table(analysis), None)
}

/// The cells of one line of a table.
fn line(sheet: Sheet, row: usize) -> Vec<String> {
    sheet.table(&notice()).rows[row].clone()
}

#[test]
fn a_task_row_names_units_by_role_and_says_where_they_come_from() {
    let expected = [
        "1", "压实责任", "压实党政领导责任", "认真落实。", "", "县应急局", "企业", "县住建局等", "",
        "12月底前（2024年12月31日前）", "一、（一）", "正文",
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
    let matrix = matrix(&notice(), false, false);
    let columns: Vec<_> =
        matrix.columns.iter().map(|column| (column.unit.as_str(), column.group, column.tasks)).collect();
    let expected = [
        ("县应急局", ColumnGroup::Department, 1),
        ("县住建局", ColumnGroup::Department, 2),
        ("企业", ColumnGroup::Executor, 1),
        ("各镇人民政府", ColumnGroup::Blanket, 1),
    ];
    assert_eq!(columns, expected);
    assert_eq!(line(Sheet::Matrix, 0)[3..], ["3", "牵", "配", "责", ""]);
    assert_eq!(line(Sheet::Matrix, 1)[3..], ["2", "", "（责）", "", "（责）"]);
    assert_eq!(line(Sheet::Matrix, 2)[2..], ["合计", "", "1", "2", "1", "1"]);
}

#[test]
fn units_of_one_task_share_a_column_and_the_busiest_come_first() {
    let units = |matrix: &Matrix| matrix.columns.iter().map(|column| column.unit.clone()).collect::<Vec<_>>();
    let folded = matrix(&notice(), false, true);
    assert_eq!(units(&folded), ["县住建局", "其他3个单位"]);
    assert_eq!((folded.single, folded.columns[1].tasks), (3, 3));
    assert_eq!(units(&matrix(&notice(), true, false)), ["县住建局", "县应急局", "企业", "各镇人民政府"]);
    let rest: Vec<&str> = folded.rows[0].cells[1].parts.iter().map(|part| part.unit.as_str()).collect();
    assert_eq!(rest, ["县应急局", "企业"]);
}

#[test]
fn spellings_of_one_body_share_a_column() {
    let mut analysis = notice();
    analysis.tasks[0].assignments.push(assignment("县市场局", Role::Support, Basis::Attribution, 60));
    analysis.tasks[1].assignments.push(assignment("县市场监管局", Role::Lead, Basis::Attribution, 160));
    let matrix = matrix(&analysis, false, false);
    let column = matrix.columns.iter().find(|column| column.unit == "县市场局").expect("its column");
    assert_eq!((column.tasks, column.spellings.as_slice()), (2, ["县市场监管局".to_owned()].as_slice()));
}

#[test]
fn units_of_a_rule_for_all_stand_apart_even_where_its_own_task_names_them() {
    let cases = [(None, ColumnGroup::Blanket), (Some(250), ColumnGroup::Territory)];
    for (own, group) in cases {
        let mut analysis = notice();
        let named = Named { name: "各镇人民政府".into(), span: Span::new(10, 15) };
        analysis.notice.blanket_units = vec![named];
        analysis.tasks[0].assignments.push(assignment("各镇人民政府", Role::Responsible, Basis::Attribution, 70));
        analysis.tasks.push(task("T3", &["三"], "检查", 200));
        let acts = own.map(|start| assignment("各镇人民政府", Role::Responsible, Basis::Subject, start));
        analysis.tasks[2].assignments.extend(acts);
        let matrix = matrix(&analysis, false, false);
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
    let matrix = matrix(&Analysis { tasks: vec![task], ..Analysis::default() }, false, false);
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
    let rows = view::task_table(&analysis);
    assert_eq!((rows[0].id.as_str(), rows[0].source, rows[0].place.as_str()), ("A1", Source::Annex, "1"));
    assert_eq!(matrix(&analysis, false, false).rows[0].id, "A1");
    assert_eq!(calendar(&analysis).len(), 1);
    assert_eq!(Sheet::Annex.table(&analysis).rows[0][9], "6月底");
}

const ANNEXED: &str = "一、排查隐患。建立台账，逐项整改到位。（县应急局负责）\n二、宣传教育。开展五进活动，普及安全知识。\n\n\
    序号\t任务\t内容\t责任单位\t完成时限\n\
    1\t排查隐患\t建立台账，逐项整改到位。\t县应急局、县水利局\t6月底前\n\
    2\t宣传教育\t开展五进活动，普及安全知识。\t县委宣传部\t9月底前\n\
    3\t应急演练\t每年组织一次综合演练。\t县消防救援大队\t长期\n";

#[test]
fn an_annex_adds_what_the_body_does_not_say_and_repeats_nothing() {
    let analysis = analyze(ANNEXED, &Options::default());
    let rows = view::task_table(&analysis);
    let said: Vec<_> = rows.iter().map(|row| (row.id.as_str(), row.source, row.place.as_str())).collect();
    let expected = [("T1", Source::Both, "一、"), ("T2", Source::Both, "二、"), ("A3", Source::Annex, "附表3")];
    assert_eq!(said, expected);
    let table = Sheet::Tasks.table(&analysis);
    let cells: Vec<_> = table.rows.iter().map(|row| [row[6].as_str(), row[9].as_str(), row[11].as_str()]).collect();
    let expected = [
        ["县应急局；附表：县水利局", "6月底前", "正文、附表"],
        ["附表：县委宣传部", "9月底前", "正文、附表"],
        ["县消防救援大队", "每年（每年1次）；长期", "附表"],
    ];
    assert_eq!(cells, expected);
    assert_eq!(matrix(&analysis, false, false).columns.len(), 4);
    assert_eq!(calendar(&analysis).len(), 4);
}

#[test]
fn rows_say_what_they_lack() {
    let lacks = |text: &str| view::task_table(&analyze(text, &Options::default()))[0].lacks.clone();
    assert_eq!(lacks("一、压实责任。建立台账。"), [Lack::Owner, Lack::Time]);
    assert_eq!(lacks("一、压实责任。建立台账，6月底前完成。（县应急局、县水利局负责）"), [Lack::Lead]);
    assert_eq!(lacks("一、压实责任。建立台账，6月底前完成。（县应急局牵头，县水利局配合）"), []);
}

#[test]
fn rows_of_one_title_and_place_are_told_apart() {
    let mut analysis = notice();
    analysis.tasks[1] = Task {
        text: "县住建局抓好整改。".into(),
        ..task("T2", &["一", "（一）"], "压实党政领导责任", 100)
    };
    let rows = view::task_table(&analysis);
    let told: Vec<_> = rows.iter().map(|row| (row.place.as_str(), row.title.as_str())).collect();
    assert_eq!(told, [("一、（一）①", "认真落实"), ("一、（一）②", "县住建局抓好整改")]);
}

#[test]
fn a_unit_sheet_holds_its_tasks_and_those_of_its_classes() {
    let analysis = notice();
    let rows = view::task_table(&analysis);
    let sheet = |unit: &str| -> Vec<(String, String, String)> {
        let duties = view::unit_sheet(&analysis, &rows, unit).duties.into_iter();
        duties.map(|duty| (duty.id, duty.roles.join("、"), duty.reason)).collect()
    };
    let owned = |rows: &[(&str, &str, &str)]| -> Vec<(String, String, String)> {
        rows.iter().map(|(id, roles, reason)| (id.to_string(), roles.to_string(), reason.to_string())).collect()
    };
    assert_eq!(sheet("县住建局"), owned(&[("T1", "配合", ""), ("T2", "责任", "沿用一、（一）")]));
    assert_eq!(sheet("各镇人民政府"), owned(&[("T2", "责任", "统一规定")]));
    assert_eq!(sheet("柳林镇人民政府"), owned(&[("T2", "责任", "“各镇人民政府”可能包括它，请核对")]));
    assert_eq!(sheet("县档案馆"), owned(&[]));
    let list: Vec<_> =
        view::unit_list(&analysis, &rows).into_iter().map(|one| (one.unit, one.roles, one.tasks)).collect();
    assert_eq!(list[0], ("县住建局".to_owned(), [0, 1, 1, 0], 2));
}

#[test]
fn a_table_keeps_to_the_rows_and_columns_that_are_shown() {
    let shown = |ids: &[&str]| -> Table {
        let ids = ids.iter().map(|id| id.to_string()).collect();
        Sheet::Tasks.table(&notice()).only(&ids).without_blank_columns()
    };
    assert_eq!(shown(&["T2"]).rows.len(), 1);
    assert!(!shown(&["T2"]).header.contains(&"牵头单位".to_owned()));
    assert!(shown(&["T1", "T2"]).header.contains(&"牵头单位".to_owned()));
    assert_eq!(shown(&[]).header.len(), 12);
}

#[test]
fn the_numbers_over_the_tables_name_their_rows() {
    let analysis = analyze(ANNEXED, &Options::default());
    let rows = view::task_table(&analysis);
    let counts = view::overview(&analysis, &rows, &view::collation(&analysis));
    let named: Vec<_> = counts.iter().map(|count| (count.label, count.ids.join(" "))).collect();
    let expected = [
        ("任务", "T1 T2 A3"),
        ("仅见附表", "A3"),
        ("多家无牵头", "T1"),
        ("有时限", "T1 T2 A3"),
        ("与附表不一致", "T1 T2 A3"),
    ];
    assert_eq!(named, expected.map(|(label, ids)| (label, ids.to_owned())));
}

#[test]
fn the_calendar_sorts_dates_and_keeps_the_rest_apart() {
    let calendar = calendar(&notice());
    let texts = |entries: &[view::Entry]| entries.iter().map(|entry| entry.time.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&calendar.dated), ["3月底前", "12月底前"]);
    assert_eq!(texts(&calendar.recurring), ["每季度"]);
    assert_eq!(texts(&calendar.undated), ["汛期"]);
    assert_eq!(calendar.dated[1].units, ["县应急局", "企业"]);
    assert_eq!(calendar.len(), 4);
}

#[test]
fn the_calendar_says_what_is_over_and_what_is_soon_to_come() {
    let mut analysis = Analysis { tasks: vec![task("T1", &["一"], "排查隐患", 0)], ..Analysis::default() };
    let days = ["2024-05-31", "2024-06-01", "2024-07-01", "2024-07-02"];
    analysis.tasks[0].deadlines =
        days.map(|day| Deadline { text: day.into(), ..deadline(day, DeadlineKind::By, Some(day)) }).to_vec();
    let calendar = view::calendar(&view::task_table(&analysis), Some("2024-06-01".parse().unwrap()));
    let standings: Vec<_> = calendar.dated.iter().map(|entry| entry.standing.map(Standing::name)).collect();
    assert_eq!(standings, [Some("已过"), Some("30日内到期"), Some("30日内到期"), None]);
    assert_eq!(calendar.told, "以2024年6月1日为准：已过1项，30日内到期2项。");
    let months: Vec<_> = calendar.dated.iter().map(|entry| entry.month.as_str()).collect();
    assert_eq!(months, ["2024年5月", "2024年6月", "2024年7月", "2024年7月"]);
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
    assert_eq!(calendar(&analysis).dated[1].units, ["企业"]);
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
    let rows = view::finding_rows(&notice(), &notice().findings);
    let order: Vec<_> = rows.iter().map(|row| (row.grade, row.span.start, row.place.as_str())).collect();
    assert_eq!(order, [("错误", 4, "一、（一）"), ("错误", 150, "二、2."), ("提示", 3, "一、（一）")]);
}

#[test]
fn findings_of_one_rule_stand_together() {
    let coded = |code, start| Finding { code, ..finding(Severity::Error, start) };
    let findings = vec![coded("STR-003", 400), coded("STR-001", 500), coded("STR-003", 600)];
    let rows = view::finding_rows(&Analysis::default(), &findings);
    let order: Vec<_> = rows.iter().map(|row| (row.code, row.span.start, row.place.as_str())).collect();
    assert_eq!(order, [("STR-003", 400, "第7段"), ("STR-003", 600, "第7段"), ("STR-001", 500, "第7段")]);
}

#[test]
fn an_amendment_is_a_sentence_with_all_that_is_said_of_it() {
    for (text, rows) in [
        (
            "一、统一布署，建立台帐。\n二、按月记帐；化解部份\n风险。",
            &[
                ["第1段，一、", "一、统一布署，建立台帐。", "一、统一部署，建立台账。"],
                ["第2段，二、", "二、按月记帐；", "二、按月记账；"],
                ["第2段，二、", "化解部份风险。", "化解部分风险。"],
            ][..],
        ),
        ("一、各单位 要抓好落实。", &[["第1段，一、", "一、各单位 要抓好落实。", "一、各单位要抓好落实。"]]),
        (
            "一、按月报送报表。（县应急局负责）\n\n成立领导小组，。\n三、布置\n",
            &[["第2段，一、", "成立领导小组，。", ""]],
        ),
        ("一、统一布署\u{9b}工作。", &[["第1段，一、", "一、统一布署工作。", "一、统一部署工作。"]]),
    ] {
        let options = Options {
            rules_off: ["RESP-001", "STR-001", "TIME-009", "TIME-003", "ELM-005"].map(str::to_owned).to_vec(),
            ..Options::default()
        };
        let table = Sheet::Amendments.table(&analyze(text, &options));
        assert_eq!(table.header[1..], ["位置", "原文", "建议改为", "理由和依据"]);
        let told: Vec<&[String]> = table.rows.iter().map(|row| &row[1..4]).collect();
        assert_eq!(told, rows, "{text}");
        assert!(table.rows.iter().all(|row| row[4].contains("依据：")), "{text}");
    }
    let long = format!("一、{}布署{}。", "抓好各项工作".repeat(300), "抓好各项工作".repeat(300));
    let rows = Sheet::Amendments.table(&analyze(&long, &Options::default())).rows;
    let row = rows.iter().find(|row| row[3].contains("部署")).expect("a row");
    assert!(row[2].starts_with("……") && row[2].ends_with("……") && row[2].len() < 2000, "{row:?}");
}

#[test]
fn a_finding_is_known_again_while_others_of_its_kind_come_and_go() {
    let known = |text: &str| {
        let findings = analyze(text, &Options::default()).findings;
        let alone = Finding::unfolded(&findings).filter(|f| f.code == "TXT-003");
        alone.map(|f| (f.words.clone(), f.id.clone())).collect::<Vec<_>>()
    };
    let all = ["一、统一布署。", "二、建立台帐。", "三、化解部份风险。", "四、做好布署。", "五、按月记帐。"];
    let named = known(&all.join("\n"));
    assert_eq!(named.len(), all.len());
    for (without, gone) in all.iter().zip(&named) {
        let rest = known(&all.join("\n").replace(without, "六、抓好落实。"));
        let expected: Vec<_> = named.iter().filter(|one| *one != gone).cloned().collect();
        assert_eq!(rest, expected, "without {without}");
    }
    assert_eq!(known(&format!("关于做好工作的通知\n{}\n落实部份责任。", all.join("\n")))[..5], named);
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
    let analysis = notice();
    let summary = view::summary(&analysis, &view::task_table(&analysis));
    assert_eq!(summary.tasks, view::task_table(&analysis).len());
    assert_eq!(summary.units, matrix(&analysis, false, false).columns.len());
    assert_eq!(summary.deadlines, calendar(&analysis).len());
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

#[test]
fn no_cell_holds_what_is_not_shown() {
    let folders = ["fuzz/seeds", "tests/samples"].map(|folder| std::fs::read_dir(folder).unwrap());
    let texts = folders.into_iter().flatten().filter_map(|file| std::fs::read_to_string(file.unwrap().path()).ok());
    let mut cells = 0;
    for text in texts {
        let analysis = analyze(&text, &Options::default());
        for sheet in Sheet::ALL {
            for cell in sheet.table(&analysis).rows.iter().flatten() {
                let hidden = |c: char| source::is_invisible(c) && c != '\n';
                assert!(!cell.contains(hidden), "{}: {cell:?}", sheet.name());
                cells += 1;
            }
        }
    }
    assert!(cells > 1000);
}

#[test]
fn a_row_repeats_neither_its_number_nor_the_end_of_its_title() {
    let analysis = analyze(
        "一、总则\n1.完善制度，落实责任。（县应急局负责）\n二、重点\n煤矿方面，抓好治理。道路交通方面，抓好整治。（县能源局负责）",
        &Options::default(),
    );
    let rows = view::task_table(&analysis);
    let shown: Vec<_> =
        rows.iter().map(|row| (row.place.as_str(), row.title.as_str(), row.measures[0].text.as_str())).collect();
    let expected = [
        ("一、1.", "完善制度", "完善制度，落实责任。"),
        ("二、", "煤矿", "抓好治理。"),
        ("二、", "道路交通", "抓好整治。"),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn what_was_understood_is_counted_by_paragraphs() {
    let letter = "关于做好防汛工作的通知\n\n各乡镇：\n一、总则\n1.完善制度。（县应急局负责）\n落实到人。\n\n";
    let table = "序号\t任务\t责任单位\n1\t排查隐患\t县水利局\n2\t整治隐患\t县住建局\n";
    let cases = [
        (letter.to_owned(), "5 段：任务 2，标题和公文要素 3，未归入 0"),
        ([letter, table].concat(), "5 段：任务 2，标题和公文要素 3，未归入 0；表格 2 行"),
        (String::new(), "0 段：任务 0，标题和公文要素 0，未归入 0"),
    ];
    for (text, told) in cases {
        assert_eq!(view::unread(&analyze(&text, &Options::default())).told, told, "{text}");
    }
    let mut analysis = analyze(letter, &Options::default());
    analysis.unread = vec![Unread { span: Span::new(0, 11), reason: UnreadReason::Row }];
    let view = view::unread(&analysis);
    assert!(view.told.ends_with("；表格 0 行，没有读懂 1 处"), "{}", view.told);
    assert_eq!(view.rows[0].reason, "这一行没有读出任务或者责任单位");
}

/// The names of roles, grades and the like have one home; a script that spelt
/// one out would not follow it. Only a panel bears its own title.
#[test]
fn no_script_spells_out_a_name_of_the_core() {
    let captions = view::captions();
    let notes = serde_json::to_value(&captions.notes).unwrap();
    let mut names: Vec<&str> = notes.as_object().unwrap().values().filter_map(|note| note.as_str()).collect();
    names.extend(captions.roles.iter().flat_map(|role| [role.name, role.mark]));
    names.extend(captions.grades.iter().map(|grade| grade.name));
    names.extend(captions.signs.iter().map(|sign| sign.name));
    names.extend(captions.lacks.iter().map(|lack| lack.name));
    names.extend(captions.sources.iter().map(|source| source.name));
    names.extend([&captions.bases, &captions.groups, &captions.lists].into_iter().flatten().map(|name| name.name));
    assert!(names.len() > 30, "the names of the core");
    for script in std::fs::read_dir("www").unwrap().map(|entry| entry.unwrap().path()) {
        let source = std::fs::read_to_string(&script).unwrap();
        for name in &names {
            let source = source.replace(&format!("title: \"{name}\""), "");
            assert!(!source.contains(&format!("\"{name}\"")), "{} spells out {name}", script.display());
        }
    }
}
