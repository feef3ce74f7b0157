//! ORG-001: one unit under several names.

use super::{short, variant};
use crate::analysis::{Basis, Severity, UnitCategory};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::mention::unit::{alias_key, category_of};
use crate::span::TextRange;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Check = page!("ORG-001", check).words(Words::List(variant::BODIES));

/// Collapsed names looked for in the text.
const FORMS: usize = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    let own = Home::of(draft);
    let mut groups: BTreeMap<String, Vec<Mention>> = BTreeMap::new();
    for mention in mentions(draft) {
        groups.entry(own.key(&mention.name)).or_default().push(mention);
    }
    let mut known: Vec<TextRange> = groups.values().flatten().map(|mention| mention.range).collect();
    known.sort_unstable();
    for (range, name) in collapsed(draft, &groups) {
        let before = known[..known.partition_point(|place| place.start <= range.start)].last();
        if before.is_some_and(|place| place.covers(range)) {
            continue;
        }
        groups.entry(own.key(&name)).or_default().push(Mention { name, range, role: Use::Told });
    }
    let mut varied: Vec<Vec<Mention>> = groups.into_values().collect();
    varied.sort_by_key(|group| group.first().map(|m| m.range));
    varied.iter().for_each(|group| report(group, findings));
    variant::check(draft, draft.hits(RULE.rule.code), findings);
    short::check(draft, findings);
}

/// A place that names a unit.
struct Mention {
    name: String,
    range: TextRange,
    role: Use,
}

/// Where a name stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// Among the addressees.
    Addressed,
    /// In a bracket, a label line or a blanket rule.
    Assigned,
    /// In the text.
    Told,
}

/// Those of addressees and of brackets and labels.
fn mentions(draft: &Draft) -> Vec<Mention> {
    let notice = &draft.analysis.notice;
    let addressed = notice.addressees.iter().map(|n| (n.name.clone(), n.span, Use::Addressed));
    let assigned = draft.analysis.tasks.iter().flat_map(|task| &task.assignments);
    let assigned = assigned.filter(|a| matches!(a.basis, Basis::Attribution | Basis::Label));
    let assigned = assigned.map(|a| (a.corrected.as_ref().unwrap_or(&a.unit).to_string(), a.span, Use::Assigned));
    let blanket = notice.blanket_units.iter().map(|n| (n.name.clone(), n.span, Use::Assigned));
    let all = addressed.chain(assigned).chain(blanket);
    all.map(|(name, span, role)| Mention { name, range: draft.source.range(span), role }).collect()
}

/// The place whose government issues the notice: its own departments may be
/// called by its name, its level, or neither.
#[derive(Default)]
struct Home {
    place: String,
    level: String,
}

impl Home {
    fn of(draft: &Draft) -> Self {
        let Some(issuer) = &draft.letter.issuer else { return Self::default() };
        let levels = ['省', '市', '县', '区', '州', '盟', '旗'];
        let Some((at, level)) = issuer.text.char_indices().skip(1).find(|(_, c)| levels.contains(c)) else {
            return Self::default();
        };
        Self { place: issuer.text[..at].to_owned(), level: level.to_string() }
    }

    /// What the names of one unit share.
    fn key(&self, name: &str) -> String {
        if let Some(key) = alias_key(name) {
            return key;
        }
        let name = name.strip_prefix('各').unwrap_or(name);
        let placed = name.strip_prefix(self.place.as_str()).filter(|_| !self.place.is_empty());
        let rest = placed.map_or(name, |rest| rest.strip_prefix(self.level.as_str()).unwrap_or(rest));
        let rest = match placed {
            None if !self.level.is_empty() => {
                rest.strip_prefix(self.level.as_str()).filter(|r| is_own(r)).unwrap_or(rest)
            }
            _ => rest,
        };
        let mut key: String = rest.chars().filter(|c| !matches!(c, '、' | '（' | '）')).collect();
        if category_of(name) == UnitCategory::Class {
            for word in ["各", "有关", "相关", "安全生产", "安全"] {
                key = key.replace(word, "");
            }
        }
        key
    }
}

/// Whether the words behind a level are a unit of their own: 县安委办, but not
/// the list of levels 县市区人民政府.
fn is_own(rest: &str) -> bool {
    !rest.starts_with(['省', '市', '县', '区', '乡', '镇', '、', '（', '级']) && rest.chars().count() > 2
}

/// Names of classes that the text also writes without their marks: 各县、区安委会
/// and 县区安委会.
fn collapsed(draft: &Draft, groups: &BTreeMap<String, Vec<Mention>>) -> Vec<(TextRange, String)> {
    let mut forms: Vec<String> = groups.values().flatten().filter_map(|mention| without_marks(&mention.name)).collect();
    forms.sort_unstable();
    forms.dedup();
    forms.truncate(FORMS);
    let text = draft.text();
    let places = forms.iter().flat_map(|form| {
        let places = text.match_indices(form.as_str()).map(|(at, _)| TextRange::new(at, at + form.len()));
        places.map(|place| (place, form.clone())).collect::<Vec<_>>()
    });
    places.filter(|(range, _)| !draft.marks.in_title(range.start)).collect()
}

fn without_marks(name: &str) -> Option<String> {
    let bare: String = name.trim_start_matches('各').chars().filter(|c| !matches!(c, '、' | '（' | '）')).collect();
    let marked = name.contains(['、', '（']);
    (marked && bare.chars().count() >= 5).then_some(bare)
}

/// Reports the rarer names of one unit.
fn report(group: &[Mention], findings: &mut Findings) {
    let mut names: Vec<(&str, Vec<&Mention>)> = Vec::new();
    for mention in group {
        let name = mention.name.trim_start_matches('各');
        match names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, places)) => places.push(mention),
            None => names.push((name, vec![mention])),
        }
    }
    // The name that the notice is addressed by is the model, else the usual one.
    names.sort_by_key(|(_, places)| (places.iter().all(|p| p.role != Use::Addressed), Reverse(places.len())));
    let Some(((_, usual), rest)) = names.split_first() else { return };
    for (_, places) in rest {
        let (first, other) = (places[0], usual[0]);
        let class = category_of(&first.name) == UnitCategory::Class;
        let assigned = |places: &[&Mention]| places.iter().any(|p| p.role == Use::Assigned);
        let both_assigned = assigned(places) && assigned(usual);
        let territory =
            first.name.contains("人民政府") || other.name.contains("人民政府") || first.name.contains("安委会");
        // 各县市区人民政府 and 各县、市、区人民政府 differ by their marks alone.
        let plain = |name: &str| without_marks(name).unwrap_or_else(|| name.trim_start_matches('各').to_owned());
        let class = class || plain(&first.name) == plain(&other.name);
        let severity = if class || !both_assigned && !territory { Severity::Hint } else { Severity::Warning };
        let message = if class {
            format!("“{}”与“{}”两种写法并见，范围是否相同请核对。", first.name, other.name)
        } else {
            format!("“{}”与“{}”疑是同一单位，名称宜统一。", first.name, other.name)
        };
        let finding = findings.add(first.range, message);
        finding.severity(severity);
        places.iter().skip(1).chain(usual).for_each(|place| {
            finding.related(place.range);
        });
    }
}
