//! 17:75, 25时: times of day that do not exist.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::span::TextRange;

/// The last hour and the last minute.
const LAST_HOUR: u32 = 24;
const LAST_MINUTE: u32 = 59;
/// What stands before a time of day.
const BEFORE: &[&str] = &["日", "午", "早", "晚", "晨", "夜", "间", "于", "时间：", "至", "—"];
/// What stands behind one.
const BEHIND: &[&str] = &["前", "后", "召开", "开始", "举行", "开会", "报到", "集合", "截止", "至", "—", "起", "止"];

/// Reports the time of day around a colon or a 时.
pub(super) fn check(draft: &Draft, hit: &Hit, findings: &mut Findings) {
    let Some((hour, start)) = digits_before(draft, hit.range().start) else { return };
    let after = draft.after(hit.range().end);
    let minutes: &str = &after[..after.bytes().take_while(u8::is_ascii_digit).count()];
    let colon = draft.slice(hit.range()) != "时";
    if colon && minutes.len() != 2 {
        return;
    }
    let end = hit.range().end + if colon { minutes.len() } else { 0 };
    let minute = if colon { minutes.parse().unwrap_or(0) } else { 0 };
    let before = draft.before(start).trim_end();
    let told = BEFORE.iter().any(|word| before.ends_with(word))
        || colon && BEHIND.iter().any(|word| draft.after(end).starts_with(word));
    if told && (hour > LAST_HOUR || minute > LAST_MINUTE) {
        let range = TextRange::new(start, end);
        findings.add(range, format!("“{}”这个时刻不存在，请核对。", draft.slice(range)));
    }
}

/// The number of one or two digits that ends at `at`, and where it begins.
fn digits_before(draft: &Draft, at: usize) -> Option<(u32, usize)> {
    let before = draft.before(at);
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &before[head.len()..];
    let whole = (1..=2).contains(&digits.len()) && !head.ends_with(['：', ':', '.', '-']);
    whole.then(|| Some((digits.parse().ok()?, at - digits.len())))?
}
