//! The JSON has the fields that outside programs read, under exactly these
//! names, and says dates, periods, spans and names of values as agreed.

use notice_analyzer::{
    Analysis, AnnexRow, Assignment, Basis, Certainty, Comparator, Deadline, DeadlineKind, Finding, Fix, Level, Measure,
    Metric, Named, Notice, Options, Role, Severity, Span, Task, Unit, UnitCategory, UnitTasks, Unread, UnreadReason,
    analyze,
};
use serde_json::{Value, json};

/// An analysis with one of everything.
fn full() -> Analysis {
    let named = || vec![Named { name: "县应急局".into(), span: Span::new(1, 5) }];
    Analysis {
        notice: Notice { addressees: named(), copies_to: named(), blanket_units: named(), ..Notice::default() },
        tasks: vec![Task {
            assignments: vec![assignment(Role::Lead, Basis::Attribution)],
            deadlines: vec![deadline()],
            metrics: vec![Metric {
                text: "10座".into(),
                comparator: Comparator::AtLeast,
                value: 10.0,
                upper: None,
                unit: "座".into(),
                clause: "建成10座".into(),
                span: Span::new(7, 10),
            }],
            measures: vec![Measure {
                text: "建成10座。".into(),
                span: Span::new(5, 11),
                actors: vec![0],
                deadlines: vec![0],
                metrics: vec![0],
            }],
            ..Task::default()
        }],
        annex: vec![AnnexRow { assignments: vec![assignment(Role::Support, Basis::Label)], ..AnnexRow::default() }],
        units: vec![Unit {
            name: "县应急局".into(),
            level: Some(Level::County),
            category: UnitCategory::Department,
            spellings: vec!["县应急局".into()],
            known: false,
            possibly: Vec::new(),
            blanket_only: false,
            tasks: UnitTasks::default(),
        }],
        findings: vec![Finding {
            id: "0011223344556677".into(),
            code: "RESP-001",
            title: "任务未明确责任单位",
            severity: Severity::Warning,
            message: "未见责任单位。".into(),
            basis: "惯例",
            span: Span::new(0, 2),
            words: "县应".into(),
            paragraph: 1,
            related: vec![Span::new(3, 4)],
            fix: Some(Fix { span: Span::new(0, 1), text: String::new() }),
            more_fixes: Vec::new(),
            excerpts: Vec::new(),
            members: Vec::new(),
            apart: 3,
        }],
        unread: vec![Unread { span: Span::new(0, 1), reason: UnreadReason::Row }],
        ..Analysis::default()
    }
}

fn assignment(role: Role, basis: Basis) -> Assignment {
    let certainty = Certainty::Sure;
    Assignment {
        unit: "县应急局".into(),
        role,
        basis,
        open: false,
        certainty,
        corrected: None,
        expanded: None,
        span: Span::new(1, 5),
    }
}

fn deadline() -> Deadline {
    Deadline {
        text: "6月底前".into(),
        kind: DeadlineKind::By,
        start: None,
        end: "2024-06-30".parse().ok(),
        period: None,
        count: None,
        event: None,
        offset: None,
        clause: "6月底前建成".into(),
        certainty: Certainty::Likely,
        corrected: None,
        span: Span::new(2, 6),
    }
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// Asserts that the object at `path` has the agreed fields and, beside them,
/// just the ones named here.
fn has(value: &Value, path: &str, agreed: &str, beside: &str) {
    let object = value.pointer(path).unwrap_or_else(|| panic!("nothing at {path}"));
    let mut expected: Vec<&str> = agreed.split_whitespace().chain(beside.split_whitespace()).collect();
    expected.sort_unstable();
    assert_eq!(keys(object), expected, "{path}");
}

#[test]
fn every_field_has_its_agreed_name() {
    let value = serde_json::to_value(full()).expect("JSON");
    for (path, agreed, beside) in [
        ("", "notice tasks annex units findings", "unread corrections"),
        (
            "/notice",
            "issuer doc_number title doc_type is_draft work_year addressees signed_by signed_on printed_by printed_on \
             copies_to blanket_units",
            "draft evidence",
        ),
        ("/notice/addressees/0", "name span", ""),
        ("/notice/copies_to/0", "name span", ""),
        ("/notice/blanket_units/0", "name span", ""),
        ("/tasks/0", "id number title text span assignments deadlines metrics", "chapter measures corrected"),
        ("/tasks/0/assignments/0", "unit role basis open span", "certainty corrected"),
        ("/tasks/0/deadlines/0", "text kind start end period count event offset clause span", "certainty corrected"),
        ("/tasks/0/metrics/0", "text span", "comparator value upper unit clause"),
        ("/tasks/0/measures/0", "", "text span actors deadlines metrics"),
        ("/annex/0", "number title assignments span", "text deadline deadlines metrics measures task corrected"),
        ("/annex/0/assignments/0", "unit role basis open span", "certainty corrected"),
        ("/units/0", "name level category spellings tasks", "possibly blanket_only"),
        ("/units/0/tasks", "", "lead responsible support supervise"),
        ("/findings/0", "code severity message basis span related fix", "title id words paragraph more_fixes"),
        ("/findings/0/fix", "span text", ""),
        ("/unread/0", "", "span reason"),
    ] {
        has(&value, path, agreed, beside);
    }
}

#[test]
fn values_are_written_as_agreed() {
    let value = serde_json::to_value(full()).expect("JSON");
    for (path, expected) in [
        ("/notice/issuer", Value::Null),
        ("/notice/signed_on", Value::Null),
        ("/notice/is_draft", json!(false)),
        ("/notice/addressees/0/span", json!([1, 5])),
        ("/tasks/0/deadlines/0/end", json!("2024-06-30")),
        ("/tasks/0/deadlines/0/start", Value::Null),
        ("/tasks/0/deadlines/0/certainty", json!("likely")),
        ("/tasks/0/metrics/0/comparator", json!("at_least")),
        ("/units/0/level", json!("county")),
        ("/units/0/category", json!("department")),
        ("/findings/0/severity", json!("warning")),
        ("/findings/0/related", json!([[3, 4]])),
    ] {
        assert_eq!(value.pointer(path), Some(&expected), "{path}");
    }
}

#[test]
fn named_values_are_the_agreed_words() {
    use {Basis::*, DeadlineKind::*, Role::*};
    let words = |values: Vec<Value>| serde_json::to_string(&values).expect("JSON");
    let roles = [Lead, Responsible, Support, Supervise].map(|r| json!(r)).to_vec();
    assert_eq!(words(roles), r#"["lead","responsible","support","supervise"]"#);
    let bases = [Attribution, Label, Subject, Blanket].map(|b| json!(b)).to_vec();
    assert_eq!(words(bases), r#"["attribution","label","subject","blanket"]"#);
    let kinds = [By, During, Recurring, Relative].map(|k| json!(k)).to_vec();
    assert_eq!(words(kinds), r#"["by","during","recurring","relative"]"#);
    let severities = [Severity::Error, Severity::Warning, Severity::Hint].map(|s| json!(s)).to_vec();
    assert_eq!(words(severities), r#"["error","warning","hint"]"#);
}

/// An empty text gives every list and no value.
#[test]
fn nothing_is_guessed() {
    let value = serde_json::to_value(analyze("", &Options::default())).expect("JSON");
    for list in ["tasks", "annex", "units", "findings"] {
        assert_eq!(value[list], json!([]), "{list}");
    }
    let notice = value["notice"].as_object().expect("an object");
    let given = notice.iter().filter(|(name, v)| *name != "evidence" && !v.is_null() && **v != json!([]));
    assert_eq!(given.collect::<Vec<_>>(), [(&"is_draft".to_owned(), &json!(false))]);
}

/// A result that grew with tasks times units would fill the memory of the page.
#[test]
fn rules_for_all_tasks_are_not_repeated_without_end() {
    let rules = ('甲'..).take(100).map(|name| format!("（以下均需县{name}局负责）\n一、排查隐患。\n"));
    let analysis = analyze(&rules.collect::<String>(), &Options::default());
    assert!(analysis.notice.blanket_units.len() > 90);
    let by_rule = |task: &Task| task.assignments.iter().filter(|a| a.basis == Basis::Blanket).count();
    assert_eq!(analysis.tasks.iter().map(by_rule).max(), Some(64));
}
