//! TIME-007: 截止 and 截至.

use crate::check::draft::{Draft, floor};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TIME-007", check).words(Words::List(&["截止", "截至"]));

/// Times that 截止 cannot govern.
const TIMES: &[&str] =
    &["目前", "今年", "本月", "去年", "上月", "当前", "现在", "今日", "昨日", "年底", "月底", "发稿", "本周"];
/// What can itself come to an end: 报名截止6月30日.
const ENDING: &[&str] =
    &["报名", "申报", "征集", "投标", "申请", "缴费", "活动", "报送", "投稿", "登记", "受理", "反馈", "提交"];
/// Bytes within which 为止 repeats 截至.
const NEAR: usize = 45;

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code).iter().filter(|h| !draft.marks.in_title(h.range().start)) {
        let after = draft.after(hit.range().end);
        let after = &after[..floor(after, NEAR + "为止".len())];
        if hit.word() == 0 {
            let timed = after.starts_with(|c: char| c.is_ascii_digit() || "二〇".contains(c))
                || TIMES.iter().any(|time| after.starts_with(time));
            let before = draft.before(hit.range().start);
            if timed && !ENDING.iter().any(|word| before.ends_with(word)) {
                findings.add(hit.range(), "后面带时间，应为“截至”。").fix(hit.range(), "截至");
            }
        } else if let Some(at) = after.find("为止").filter(|at| !after[..*at].contains(['，', '。', '；'])) {
            let rest = TextRange::new(hit.range().end + at, hit.range().end + at + "为止".len());
            findings.add(TextRange::new(hit.range().start, rest.end), "“截至”与“为止”重复，留一个即可。").fix(rest, "");
        }
    }
}
