//! Every rule speaks where it should and stays silent where it should: the
//! cases of `src/check/pages/CODE.txt`, behind the rule's page.
//!
//! A case is a line `+` (speaks) or `-` (silent), then the text on the same
//! line or, for a longer one, on the lines below. `⟦…⟧` marks words that a
//! finding of the rule must point at; ` → ` and a text behind the last line of
//! a case is what the suggestion must make of the marked words. `#` opens a
//! remark, which ends the case before it.

use notice_analyzer::check::{self, Rule};
use notice_analyzer::directory::Directory;
use notice_analyzer::house::HouseStyle;
use notice_analyzer::{Finding, Options, Span, analyze};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// One text and what the rule must do with it.
struct Case {
    line: usize,
    speaks: bool,
    text: String,
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/pages")
}

fn cases(rule: &Rule) -> Vec<Case> {
    let path = home().join(format!("{}.txt", rule.code));
    let file = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for (index, line) in file.lines().enumerate().skip_while(|(_, line)| *line != "cases:").skip(1) {
        let speaks = line.starts_with('+');
        if speaks || line.starts_with('-') {
            open = true;
            cases.push(Case { line: index + 1, speaks, text: line[1..].trim_start().to_owned() });
        } else if line.starts_with('#') {
            open = false;
        } else if let Some(case) = cases.last_mut().filter(|_| open) {
            if !case.text.is_empty() {
                case.text.push('\n');
            }
            case.text.push_str(line);
        }
    }
    cases
}

/// The style of the office whose notices the cases are.
const HOUSE: &str = r"
# 词语
云协仪平台
部份额
# 写法
服务局 => 服务中心
GB/T9704 => GB/T 9704
部份＝＞部分
# 式子
/第\d+号楼/ 楼栋请写全称
/\w{2,4}\s+同志/ 姓名与“同志”之间不空格
/[,;]/ 用全角标点。
";

/// The units that it knows.
const DIRECTORY: &str = "青岭县发展和改革局 = 县发改局\n青岭县教育体育局\n青岭县柳林镇人民政府\n青岭县新人民医院";

fn findings(rule: &Rule, text: &str) -> Vec<Finding> {
    let house = HouseStyle::read(HOUSE).expect("a house style");
    let house = if rule.group() == "OWN" { house } else { HouseStyle::default() };
    let directory = Directory::read(DIRECTORY).expect("a directory");
    let directory = if rule.code == "ORG-005" { directory } else { Directory::default() };
    let options = Options { rules_on: vec![rule.code.to_owned()], house, directory, ..Options::default() };
    analyze(text, &options).findings.into_iter().filter(|f| f.code == rule.code).collect()
}

/// A text without its marks, and the marked places in UTF-16 code units.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut places, mut at, mut start) = (String::new(), Vec::new(), 0, 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = at,
            '⟧' => places.push(Span::new(start, at)),
            _ => {
                text.push(c);
                at += c.len_utf16() as u32;
            }
        }
    }
    (text, places)
}

fn meets(finding: &Finding, place: Span) -> bool {
    let meets = |s: &Span| s.start < place.end && place.start < s.end || *s == place;
    meets(&finding.span) || finding.related.iter().any(meets)
}

/// The text with every suggestion of the findings carried out.
fn mended(text: &str, findings: &[Finding]) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let mut fixes: Vec<_> = findings.iter().flat_map(|f| f.fix.iter().chain(&f.more_fixes)).collect();
    fixes.sort_by_key(|f| f.span);
    for fix in fixes.into_iter().rev() {
        units.splice(fix.span.start as usize..fix.span.end as usize, fix.text.encode_utf16());
    }
    String::from_utf16(&units).expect("a suggestion cuts no character")
}

/// What the rule gets wrong in `case`.
fn failure(rule: &Rule, case: &Case) -> Option<String> {
    let (marked, wanted) = case.text.split_once(" → ").map_or((&*case.text, None), |(t, w)| (t, Some(w)));
    let (text, places) = unmark(marked);
    let found = findings(rule, &text);
    let said: Vec<_> = found.iter().map(|f| (&f.message, f.span)).collect();
    let missed: Vec<_> = places.iter().filter(|at| !found.iter().any(|f| meets(f, **at))).collect();
    if !case.speaks {
        return (!found.is_empty()).then(|| format!("speaks: {said:?}"));
    }
    if found.is_empty() {
        return Some("silent".to_owned());
    }
    if !missed.is_empty() {
        return Some(format!("does not point at {missed:?}: {said:?}"));
    }
    let mended = mended(&text, &found);
    wanted.filter(|wanted| *wanted != mended).map(|wanted| format!("makes {mended} of it, not {wanted}"))
}

#[test]
fn rules_speak_and_stay_silent() {
    let mut failures = Vec::new();
    for rule in check::RULES {
        let cases = cases(rule);
        let speaking = cases.iter().filter(|c| c.speaks).count();
        assert!(speaking > 0, "{}: no case in which it speaks", rule.code);
        assert!(cases.len() - speaking >= speaking, "{}: fewer silent cases than speaking ones", rule.code);
        let failed = |case: &Case| failure(rule, case).map(|why| format!("{}.txt:{}: {why}", rule.code, case.line));
        failures.extend(cases.iter().filter_map(failed));
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_rule_has_its_page_and_a_code_of_its_own() {
    let mut codes = BTreeSet::new();
    for rule in check::RULES {
        assert!(codes.insert(rule.code), "{}: twice", rule.code);
        let (group, number) = rule.code.split_once('-').expect("a code has a group and a number");
        assert!(check::GROUPS.iter().any(|(letters, _)| *letters == group), "{}: no such group", rule.code);
        assert!(number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()), "{}: three digits", rule.code);
        let page = &rule.page;
        for words in [rule.title, rule.basis, page.what, page.why, page.bad, page.good, page.silent] {
            assert!(!words.trim().is_empty(), "{}: a part of its page is empty", rule.code);
        }
        assert_ne!(page.bad, page.good, "{}", rule.code);
    }
    let codes: Vec<&str> = check::RULES.iter().map(|r| r.code).collect();
    let rank = |rule: &&Rule| (check::GROUPS.iter().position(|(group, _)| *group == rule.group()), rule.code);
    assert!(check::RULES.is_sorted_by_key(rank), "the rules stand in the order of their groups and numbers");
    insta::assert_debug_snapshot!("codes", codes);
}

/// Rules whose examples cannot be shown whole: a paragraph of six hundred
/// characters.
const EXCERPTS: &[&str] = &["STR-005"];

#[test]
fn examples_of_the_pages_hold() {
    for rule in check::RULES.iter().filter(|rule| !EXCERPTS.contains(&rule.code)) {
        assert!(!findings(rule, rule.page.bad).is_empty(), "{}: the bad example is silent", rule.code);
        assert!(findings(rule, rule.page.good).is_empty(), "{}: the good example speaks", rule.code);
    }
}

#[test]
fn every_case_file_has_its_rule() {
    for entry in std::fs::read_dir(home()).expect("the cases are there") {
        let path = entry.expect("readable").path();
        let code = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        assert!(check::rule(code).is_some(), "{}: no rule of this code", path.display());
    }
}
