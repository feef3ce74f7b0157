//! ORG-003: what is named as responsible and cannot be.

use crate::analysis::{Assignment, Role, Severity};
use crate::check::attribution::Attribution;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::lexicon::openers::Openers;
use crate::mention::unit::is_unit;
use crate::span::TextRange;
use std::collections::HashSet;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Check = page!("ORG-003", check);

/// Endings of bodies within an office.
const INNER: &[&str] = &["大队", "支队", "中队", "科", "股", "处", "室", "队"];
/// Marks between the members of a list.
const MARKS: [char; 7] = ['、', '，', '；', '（', '）', '：', '和'];
/// A name of more characters is a sentence.
const LONGEST: usize = 20;
/// Units of one bracket that are looked for twice.
const MEMBERS: usize = 60;
/// Words that end a list.
static VERBS: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(["等", "按职责", "分工", "负责", "牵头", "配合", "督促", "指导", "参与", "落实"]));
/// Endings of the office that such a body stands in.
const OFFICES: &[char] = &['局', '厅', '部', '院'];
/// Endings that name persons.
const PERSONS: &[&str] =
    &["干部", "书记", "主任", "局长", "县长", "市长", "镇长", "区长", "负责人", "网格员", "领导", "专员", "工作人员"];
/// Bodies that are set up for a while.
const PASSING: &[&str] = &["工作专班", "专班", "工作组", "督导组", "检查组"];
/// Whoever runs a business.
const BUSINESSES: &[&str] = &["企业", "各企业", "生产经营单位", "各生产经营单位", "有关企业", "相关企业"];

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions() {
        inner_bodies(draft, attribution, findings);
        twice(draft, attribution, findings);
        let supervised = attribution.units.iter().any(|unit| unit.role == Role::Supervise);
        let told = |unit: &&&Assignment| unit.role != Role::Support && draft.directory.full(&unit.unit).is_none();
        for unit in attribution.units.iter().filter(told) {
            kind(draft, unit, supervised, findings);
        }
    }
}

/// `supervised`: whether some unit is to see to it that the others act.
fn kind(draft: &Draft, unit: &Assignment, supervised: bool, findings: &mut Findings) {
    let name = unit.unit.as_str();
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let message = if ends(PERSONS) {
        format!("“{name}”是个人，宜写所在单位。")
    } else if ends(PASSING) {
        format!("“{name}”是临时机构，宜写牵头单位。")
    } else if BUSINESSES.contains(&name) && !supervised {
        format!("“{name}”不是行政机关，宜写督促其落实的部门。")
    } else {
        return;
    };
    findings.add(draft.source.range(unit.span), message);
}

/// Bodies within an office, looked for in the words of the bracket: the reading
/// knows them for no units.
fn inner_bodies(draft: &Draft, attribution: &Attribution, findings: &mut Findings) {
    let text = draft.slice(attribution.range);
    let mut start = 0;
    for member in text.split_inclusive(MARKS) {
        let name = member.trim_end_matches(MARKS);
        let name = VERBS.find(name).map_or(name, |(verb, _)| &name[..verb]);
        let place = TextRange::new(start, start + name.len()).shift(attribution.range.start);
        let told = name.contains(['的', '属']) || name.chars().count() > LONGEST;
        if let Some(office) = office_of(name).filter(|_| !told).filter(|_| !draft.source.is_named(place)) {
            findings.add(place, format!("“{name}”是内设机构，宜写“{office}”。"));
        }
        start += member.len();
    }
}

/// The office that a body within it belongs to: 县公安局 of 县公安局交警大队.
fn office_of(name: &str) -> Option<&str> {
    let body = INNER.iter().any(|end| name.ends_with(end)) && !name.ends_with("办公室");
    let at = name.find(OFFICES).filter(|_| body)?;
    let office = &name[..at + '局'.len_utf8()];
    let rest = &name[office.len()..];
    (rest.chars().count() >= 2 && office.chars().count() >= 3 && is_unit(office)).then_some(office)
}

/// One name twice in one list. A rule behind the first sentence (以下均需…)
/// names its units again on purpose, and so does another role (甲、乙负责，甲牵头).
fn twice<'a>(draft: &Draft<'a>, attribution: &Attribution<'a>, findings: &mut Findings) {
    let bracket = draft.slice(attribution.range);
    let text = bracket.split('。').next().unwrap_or(bracket);
    let mut seen = HashSet::new();
    // One of the directory has another name here than in the result.
    let written = |unit: &'a Assignment| match draft.directory.full(&unit.unit) {
        Some(_) => draft.slice(draft.source.range(unit.span)),
        None => unit.unit.as_str(),
    };
    for name in attribution.units.iter().take(MEMBERS).map(|unit| written(unit)) {
        let mut places = text.match_indices(name).filter(|(at, name)| is_member(text, *at, name.len()));
        let (Some((first, _)), Some((second, _))) = (places.next(), places.next()) else { continue };
        let between = &text[first + name.len()..second];
        if !seen.insert(name) || between.contains(['；', '：']) || VERBS.within(between) {
            continue;
        }
        let place = |at: usize| TextRange::new(at, at + name.len()).shift(attribution.range.start);
        let finding = findings.add(place(second), format!("“{name}”在同一处列了两次。"));
        finding.severity(Severity::Error).related(place(first));
    }
}

/// Whether the `len` bytes at `at` are a whole member of a list.
fn is_member(text: &str, at: usize, len: usize) -> bool {
    let marks = ['、', '，', '；', '（', '）', '：', '和'];
    let after = &text[at + len..];
    let ends =
        after.starts_with(marks) || ["等", "负责", "分工", "牵头", "配合"].iter().any(|word| after.starts_with(word));
    text[..at].ends_with(marks) && ends
}
