//! ELM-003: what a title is made of.

use super::{is_whole, title_without_sort};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-003", check);

/// The fifteen sorts of documents of the regulation, Article 8.
pub(super) const SORTS: &[&str] = &[
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函",
    "复函", "纪要",
];
/// Sorts whose titles say what they are about.
const WITH_TOPIC: &[&str] = &["决定", "意见", "通知", "通报", "报告", "请示", "批复", "函", "复函"];

fn check(draft: &Draft, findings: &mut Findings) {
    let letter = draft.letter;
    if let Some(title) = title_without_sort(draft) {
        findings.add(title, "标题没有写明文种，宜作“关于……的通知”。");
        return end_mark(draft, title, findings);
    }
    let Some(title) = letter.title.as_ref().filter(|_| letter.addressees.is_some()) else { return };
    let core = without_brackets(&title.text);
    end_mark(draft, title.range, findings);
    about_to(title.range, core, findings);
    issuer(draft, core, findings);
    match letter.doc_type.filter(|_| is_whole(draft)) {
        // What a department answers to a delegate is called so.
        Some("答复") => {}
        Some(sort) if !SORTS.contains(&sort) => {
            findings.add(title.range, format!("“{sort}”不是公文文种，有主送机关的应以“通知”等文种行文。"));
        }
        Some(sort) if WITH_TOPIC.contains(&sort) => topic(title.range, core, sort, findings),
        _ => {}
    }
}

/// 关于对开展…: 对 is wanted before what something is done to, not before the deed.
fn about_to(title: TextRange, core: &str, findings: &mut Findings) {
    const DEEDS: &[&str] =
        &["开展", "做好", "加强", "进一步", "组织", "印发", "推进", "实施", "举办", "召开", "报送", "落实", "加快"];
    let behind = core.split_once("关于对").map(|(_, behind)| behind);
    if behind.is_some_and(|behind| DEEDS.iter().any(|deed| behind.starts_with(deed))) {
        findings.add(title, "标题“关于对”里的“对”多余。");
    }
}

/// The mark at the end of a title or right behind it.
fn end_mark(draft: &Draft, title: TextRange, findings: &mut Findings) {
    let is_mark = |c: &char| matches!(c, '。' | '，' | '；' | '！');
    let within = draft.char_before(title.end).filter(is_mark).map(|c| title.end - c.len_utf8());
    let behind = draft.char_at(title.end).filter(is_mark).map(|_| title.end);
    if let Some(at) = within.or(behind) {
        let mark = TextRange::new(at, at + '。'.len_utf8());
        findings.add(mark, "标题末尾不加标点。").fix(mark, "");
    }
}

/// A title without （试行） and its like at the end.
fn without_brackets(title: &str) -> &str {
    let open = title.rfind('（').filter(|at| *at > 0 && title.ends_with('）'));
    open.map_or(title, |at| &title[..at])
}

/// What stands before a sort of document and belongs to it: 紧急通知, 复函.
const QUALIFIERS: &[&str] = &["紧急", "补充", "若干", "复"];

/// 关于…的通知
fn topic(range: TextRange, core: &str, sort: &str, findings: &mut Findings) {
    let about = ["关于", "印发", "转发", "批转", "任免", "表彰"].iter().any(|word| core.contains(word));
    let before = core.strip_suffix(sort).unwrap_or(core);
    let qualified = QUALIFIERS.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    if !about {
        findings.add(range, format!("标题没有写明事由，宜作“关于……的{sort}”。"));
    } else if core.contains("关于")
        && !qualified.ends_with('的')
        && !qualified.ends_with(['》', '指', '实', '知'])
        && is_plain(before)
    {
        findings.add(range, format!("“关于……”与“{sort}”之间少一个“的”字。"));
    }
}

/// Whether the word before the sort is no part of it: 指导意见, 实施意见.
fn is_plain(before: &str) -> bool {
    !["指导", "实施", "决定", "处理", "审查", "工作", "通知"].iter().any(|word| before.ends_with(&format!("的{word}")))
}

/// The issuer in the title is the one that signs; the directory may know it by
/// either name.
fn issuer(draft: &Draft, core: &str, findings: &mut Findings) {
    let before = core.split_once("关于").map_or("", |(before, _)| before);
    let deed = ["印发", "转发", "批转"].iter().filter_map(|word| before.find(word)).min();
    let issuer = &before[..deed.unwrap_or(before.len())];
    if issuer.is_empty() {
        return;
    }
    let (Some(title), Some(signed)) = (&draft.letter.title, &draft.letter.signed_by) else { return };
    let joint = |name: &str| name.contains(['、', '等']) || name.matches(['厅', '局', '府', '委']).count() > 2;
    let signer = &*signed.text;
    let known = draft.directory.full(issuer);
    let same = known.is_some() && known == draft.directory.full(signer);
    let alike = same || issuer.ends_with(signer) || signer.contains(issuer) || shares_name(issuer, signer);
    if !joint(issuer) && !joint(signer) && !alike {
        let message = format!("标题里的发文机关是“{issuer}”，署名是“{signer}”，请核对。");
        findings.add(signed.range, message).related(title.range);
    }
}

/// A short and a full name of one office begin and end alike, and the short one
/// leaves characters out only.
fn shares_name(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let mut rest = long.chars();
    if !short.chars().all(|c| rest.any(|other| other == c)) {
        return false;
    }
    let head = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
    // 市政府 of 云溪市人民政府: a level alone leaves its own name out.
    let level = short.starts_with(['省', '市', '县', '区', '州', '旗', '镇', '乡']);
    tail >= if level { 2 } else { 3 }
        || head >= 2
            && (tail >= 1 || a.ends_with('办') && b.ends_with("办公室") || b.ends_with('办') && a.ends_with("办公室"))
}
