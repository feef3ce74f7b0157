//! RESP-004: a unit that owes something and is not sent the notice.

use crate::analysis::{Basis, Severity, UnitCategory};
use crate::check::attribution::is_own;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::mention::unit::{alias_key, category_of};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("RESP-004", check);

/// Words of areas that no district government stands for.
const ZONES: &[&str] = &["经开区", "高新区", "开发区", "示范区", "管委会", "管理委员会", "工业园", "产业园"];
/// Words of offices that answer to their own system.
const VERTICAL: &[&str] = &[
    "税务", "气象", "海关", "消防救援", "邮政管理", "烟草", "金融监管", "人民银行", "公路分局", "水文", "供电公司",
    "电力公司", "银行", "调查队", "矿山安全监察", "通信管理", "边检",
];
/// Words that reach whoever is meant.
const ALL: &[&str] = &[
    "有关单位", "有关部门", "相关部门", "各相关", "金融机构", "各单位", "各部门", "成员单位", "相关单位", "驻",
    "各有关", "直属", "企事业",
];

fn check(draft: &Draft, findings: &mut Findings) {
    let notice = &draft.analysis.notice;
    let reached: Vec<&str> = notice.addressees.iter().chain(&notice.copies_to).map(|n| n.name.as_str()).collect();
    let open = reached.iter().any(|name| ALL.iter().any(|word| name.contains(word)));
    if reached.is_empty() || open {
        return;
    }
    let mut seen: HashSet<&str> = HashSet::new();
    let own = draft.analysis.tasks.iter().flat_map(|task| &task.assignments);
    for unit in own.filter(|a| is_own(a) || a.basis == Basis::Blanket) {
        let name = unit.unit.as_str();
        if !seen.insert(name) || reached.iter().any(|r| reaches(draft, r, name)) {
            continue;
        }
        let range = draft.source.range(unit.span);
        report(name, range, draft.letter.addressees, findings);
    }
}

fn report(name: &str, range: TextRange, addressees: Option<TextRange>, findings: &mut Findings) {
    let holds = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let concrete =
        !matches!(category_of(name), UnitCategory::Class | UnitCategory::Enterprise) && !name.starts_with('各');
    let finding = if holds(ZONES) && concrete {
        findings.add(range, format!("“{name}”有任务，但不在主送、抄送范围。"))
    } else if holds(VERTICAL) && concrete {
        findings.add(range, format!("“{name}”可能不在主送机关之内，请核对是否送达。")).severity(Severity::Hint)
    } else {
        return;
    };
    if let Some(list) = addressees {
        finding.related(list);
    }
}

/// Whether an addressee is the unit, or one of its forms.
fn reaches(draft: &Draft, addressee: &str, name: &str) -> bool {
    if draft.directory.full(addressee) == Some(name) {
        return true;
    }
    let bare = |n: &str| n.trim_end_matches("管委会").trim_end_matches("管理委员会").to_owned();
    let same = alias_key(addressee).is_some_and(|key| alias_key(name) == Some(key));
    let zone = ZONES.iter().any(|zone| name.contains(zone) && addressee.contains(zone));
    same || zone || addressee.contains(&bare(name)) || name.contains(&bare(addressee))
}
