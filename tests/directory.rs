//! A directory that says what the notice says itself changes no reading.

#[path = "support/samples.rs"]
mod samples;

use notice_analyzer::directory::Directory;
use notice_analyzer::{Analysis, Assignment, Options, analyze};
use samples::samples;

/// Names that are those of any unit of their kind, and words within others.
const COMMON: [&str; 1] = ["卫生健康部门"];

fn parts(assignments: &[Assignment]) -> Vec<String> {
    assignments.iter().map(|one| format!("{} {:?} {:?} {:?}", one.unit, one.role, one.basis, one.span)).collect()
}

fn all_parts(analysis: &Analysis) -> Vec<Vec<String>> {
    let of_tasks = analysis.tasks.iter().map(|task| &task.assignments);
    of_tasks.chain(analysis.annex.iter().map(|row| &row.assignments)).map(|list| parts(list)).collect()
}

/// Checks call a unit by what the notice calls it, and know it by its full name.
#[test]
fn checks_know_a_unit_by_each_of_its_names() {
    let names = "青岭县发展和改革局 = 县发改局、县发展改革局\n国网青岭县供电公司 = 县电力公司\n县公安局交警大队";
    let directory = Directory::read(names).expect("names");
    let text = |units: &str| {
        format!(
            "青岭县安全生产委员会办公室关于做好工作的通知\n县发改局、县电力公司，县公安局：\n\
             一、甲项工作。要完善制度。（{units}负责）\n二、乙项工作。要完善制度。（县公安局负责）\n\
             三、丙项工作。要完善制度。（县公安局负责）\n青岭县安全生产委员会办公室\n2024年5月8日"
        )
    };
    for (units, codes) in [
        ("县发展改革局、国网青岭县供电公司", &[][..]),
        ("县发改局、县电力公司、县公安局交警大队", &[]),
        ("县发改局、县发改局、县电力公司", &["ORG-003"]),
        ("县电力公司", &["RESP-010"]),
    ] {
        let options = Options { directory: directory.clone(), ..Options::default() };
        let findings = analyze(&text(units), &options).findings;
        let own = ["ORG-001", "ORG-003", "ORG-005", "RESP-004", "RESP-010"];
        let found: Vec<&str> = findings.iter().map(|f| f.code).filter(|code| own.contains(code)).collect();
        assert_eq!(found, codes, "{units}");
    }
}

/// Who signs by a short name that nothing but the directory explains is the one in
/// the title; who is another unit is told.
#[test]
fn the_issuer_may_sign_by_another_of_its_names() {
    let directory = Directory::read("青岭县经济和信息化局 = 县工信局\n青岭县商务局 = 县商促局").expect("names");
    let told = |signer: &str, directory: &Directory| {
        let text = format!(
            "青岭县经济和信息化局关于做好工作的通知\n各镇人民政府：\n一、甲项工作。要完善制度。\n{signer}\n2024年5月8日"
        );
        let options = Options { directory: directory.clone(), ..Options::default() };
        analyze(&text, &options).findings.iter().any(|finding| finding.code == "ELM-003")
    };
    assert!(told("县工信局", &Directory::default()));
    assert!(!told("县工信局", &directory));
    assert!(told("县商促局", &directory));
}

#[test]
fn the_units_of_a_notice_as_its_directory() {
    for notice in samples() {
        let plain = analyze(&notice.text, &Options::default());
        let of_rows = plain.annex.iter().flat_map(|row| &row.assignments).map(|one| one.unit.as_str());
        let names = plain.units.iter().map(|unit| unit.name.as_str()).chain(of_rows);
        let names: Vec<&str> = names.filter(|name| Directory::read(name).is_ok() && !COMMON.contains(name)).collect();
        let directory = Directory::read(&names.join("\n")).expect("names");
        let named = analyze(&notice.text, &Options { directory, ..Options::default() });
        assert_eq!(all_parts(&named), all_parts(&plain), "{}", notice.name);
        let told = |analysis: &Analysis| analysis.findings.iter().map(|f| (f.code, f.span)).collect::<Vec<_>>();
        let (before, now) = (told(&plain), told(&named));
        assert!(now.iter().all(|finding| before.contains(finding)), "{}: {before:?} {now:?}", notice.name);
        assert!(named.units.iter().all(|unit| unit.possibly.is_empty() || !unit.known), "{}", notice.name);
    }
}
