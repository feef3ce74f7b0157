//! RESP-004: a unit that owes something and is not sent the notice.

use super::is_own;
use crate::analysis::{Basis, Severity, UnitCategory};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::mention::unit::{alias_key, category_of};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-004",
    title: "责任单位不在主送范围",
    severity: Severity::Warning,
    basis: "《党政机关公文处理工作条例》第九条第八项、第十六项",
    page: Page {
        what: "开发区、功能区一类单位有任务，却不在主送、抄送范围；垂直管理单位（税务、气象、消防救援等）可能不在“各委、办、局”之内的，列为提示。",
        why: "条例规定主送机关是公文的主要受理机关；没有收到文件的单位，任务落不到头上。",
        bad: "云溪市人民政府关于做好防汛工作的通知\n各县（市、区）人民政府，市人民政府各委、办、局：\n一、开展排查。要排查隐患。（云溪经开区管委会负责）\n云溪市人民政府\n2024年5月8日",
        good: "云溪市人民政府关于做好防汛工作的通知\n各县（市、区）人民政府，云溪经开区管委会，市人民政府各委、办、局：\n一、开展排查。要排查隐患。（云溪经开区管委会负责）\n云溪市人民政府\n2024年5月8日",
        silent: "没有主送机关的不报；主送“各有关单位”“安委会各成员单位”一类范围不明的，无法判断，不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// Words of areas that no district government stands for.
const ZONES: &[&str] = &["经开区", "高新区", "开发区", "示范区", "管委会", "管理委员会", "工业园", "产业园"];
/// Words of offices that answer to their own system.
const VERTICAL: &[&str] = &[
    "税务", "气象", "海关", "消防救援", "邮政管理", "烟草", "金融监管", "人民银行", "公路分局", "水文", "供电公司",
    "电力公司", "银行", "调查队", "矿山安全监察", "通信管理", "边检",
];
/// Words that reach whoever is meant.
const ALL: &[&str] =
    &["有关单位", "有关部门", "各单位", "各部门", "成员单位", "相关单位", "驻", "各有关", "直属", "企事业"];

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
        if !seen.insert(name) || reached.iter().any(|r| reaches(r, name)) {
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
fn reaches(addressee: &str, name: &str) -> bool {
    let bare = |n: &str| n.trim_end_matches("管委会").trim_end_matches("管理委员会").to_owned();
    let same = alias_key(addressee).is_some_and(|key| alias_key(name) == Some(key));
    let zone = ZONES.iter().any(|zone| name.contains(zone) && addressee.contains(zone));
    same || zone || addressee.contains(&bare(name)) || name.contains(&bare(addressee))
}
