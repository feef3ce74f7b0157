//! How findings are presented: folded, held back at the unfinished end, named
//! so that an ignored one stays ignored, and never outside the text.

#[path = "support/samples.rs"]
mod samples;

use notice_analyzer::{Finding, Options, Severity, Span, analyze};
use std::collections::BTreeMap;
use std::path::Path;

fn findings(text: &str) -> Vec<Finding> {
    analyze(text, &Options::default()).findings
}

fn of<'f>(findings: &'f [Finding], code: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|f| f.code == code).collect()
}

#[test]
fn many_of_a_kind_fold_into_one() {
    let three = "建立台帐。统一布署。化解坚巨任务。";
    assert_eq!(of(&findings(three), "TXT-003").len(), 3);
    let found = findings(&format!("{three}监管松驰。"));
    let [folded] = of(&found, "TXT-003")[..] else { panic!("{found:#?}") };
    assert_eq!((folded.related.len(), folded.more_fixes.len()), (3, 3));
    assert!(folded.message.ends_with("等（共4处）。"), "{}", folded.message);
    assert_eq!(folded.fix.as_ref().map(|fix| fix.text.as_str()), Some("台账"));
}

/// The inputs of the kinds, without their frames.
fn kinds() -> Vec<String> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kinds");
    let files = std::fs::read_dir(home).expect("the kinds").map(|file| file.expect("a file").path());
    let texts = files.filter(|file| file.extension().is_some_and(|kind| kind == "txt"));
    let texts: Vec<String> = texts.map(|file| std::fs::read_to_string(file).expect("a kind")).collect();
    let inputs = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with([' ', '#', '@']));
    inputs.map(|line| line.replace('⏎', "\n").replace('⇥', "\t")).collect()
}

/// No two findings want the same words changed, or say the same of them.
#[test]
fn one_cause_makes_one_finding() {
    let wild = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/wild");
    let notices = samples::samples().into_iter().chain(samples::notices(&wild)).map(|notice| notice.text);
    let mut looked = 0;
    for text in notices.chain(kinds()) {
        let found = findings(&text);
        let alone: Vec<&Finding> = Finding::unfolded(&found).collect();
        for (index, one) in alone.iter().enumerate() {
            for other in alone[index + 1..].iter().filter(|other| other.span == one.span) {
                looked += 1;
                let change = one.fix.is_some() && other.fix.is_some();
                let same = one.code == other.code && one.message == other.message;
                assert!(!change && !same, "{text}\n{one:#?}\n{other:#?}");
            }
        }
    }
    assert!(looked > 0, "some words have two findings");
    for text in
        ["推行“网格化\"管理。", "执行《办法〉。", "（青政〔2024]3号）", "推行”网格化“管理。", "推行“网格化管理。"]
    {
        let found = findings(&format!("一、{text}\n二、抓好落实。"));
        let marks = found.iter().filter(|f| f.code.starts_with("PUN")).count();
        assert_eq!(marks, 1, "{text}: {found:#?}");
    }
}

#[test]
fn severities_fold_apart() {
    let found = findings("建立台帐。统一布署。化解坚巨任务。其它工作。交待清楚。");
    let severities: Vec<Severity> = of(&found, "TXT-003").iter().map(|f| f.severity).collect();
    assert_eq!(severities, [Severity::Warning, Severity::Hint]);
}

#[test]
fn what_touches_the_unfinished_end_waits() {
    for (typed, codes) in [
        ("统一布", &[][..]),
        ("统一布署", &[]),
        ("统一布署，落实“三管三必须", &[]),
        ("统一布署。", &["TXT-003"]),
        ("统一布署。落实“三管三必须", &["TXT-003"]),
        ("统一布署。落实“三管三必须。", &["TXT-003", "PUN-001"]),
        ("统一布署\n青岭县人民政府\n2024年3月1日", &["TXT-003"]),
    ] {
        let found: Vec<&str> = findings(typed).iter().map(|f| f.code).collect();
        assert_eq!(found, codes, "{typed}");
    }
}

#[test]
fn an_id_survives_edits_around_it() {
    let id = |text: &str| of(&findings(text), "TXT-003").last().map(|f| f.id.clone());
    let own = id("统一布署。");
    assert!(own.is_some());
    for edited in
        ["一、加强领导。\n要统一布署。", "统一布署，压实责任。", "建立台帐。统一布署。", "统一布署。落实“三管三必须。"]
    {
        assert_eq!(id(edited), own, "{edited}");
    }
    assert_ne!(id("统一布署。再次布署。"), own);
    assert_ne!(id("建立台帐。"), own);
}

#[test]
fn nothing_but_one_sentence_on_foreign_text() {
    for (text, count) in [("", 0), (" \n\t", 0), ("Hello, world (again).", 1), ("12,3;(4", 1)] {
        let found = findings(text);
        assert_eq!(found.len(), count, "{text:?}: {found:#?}");
        assert!(found.iter().all(|f| f.code == "DOC-001"));
    }
}

#[test]
fn findings_keep_to_the_text() {
    for notice in samples::samples() {
        let units = notice.text.encode_utf16().count() as u32;
        let found = findings(&notice.text);
        assert!(found.is_sorted_by_key(|f| f.span), "{}", notice.name);
        let mut counts: BTreeMap<(&str, Severity), usize> = BTreeMap::new();
        for finding in &found {
            *counts.entry((finding.code, finding.severity)).or_default() += 1;
            let fixes = finding.fix.iter().chain(&finding.more_fixes).map(|fix| fix.span);
            let places = finding.related.iter().copied().chain(fixes).chain([finding.span]);
            let inside = |span: Span| span.start <= span.end && span.end <= units;
            assert!(places.into_iter().all(inside), "{}: {finding:#?}", notice.name);
            assert!(finding.message.ends_with('。'), "{}: {}", notice.name, finding.message);
        }
        assert!(counts.values().all(|count| *count <= 3), "{}: {counts:?}", notice.name);
    }
}
