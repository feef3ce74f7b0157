//! CIT-002: a cited document number in a wrong form or place.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("CIT-002", check).words(Words::List(&["〔", "[", "【", "（", "﹝"]));

/// What the year follows in a document number: 国办发, 澄财字, 青应急函.
const SERIES: &[char] = &['发', '字', '函', '电', '规', '办', '令', '通', '委', '党'];

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code) {
        if let Some(range) = nameless(draft, hit.range()) {
            findings.add(range, "发文字号没有写机关代字。");
            continue;
        }
        let Some(number) = Number::read(draft, hit.range()) else { continue };
        let own_line = draft.line(hit.range().start).is_some_and(|l| l.range.len() <= number.range.len() + 12);
        if own_line || draft.marks.in_title(hit.range().start) {
            continue;
        }
        number.report(draft, findings);
    }
}

/// 《…》（〔2023〕15号）: a number behind a title that names no organ.
fn nameless(draft: &Draft, open: TextRange) -> Option<TextRange> {
    // Minutes are numbered without an organ: 《会议纪要》（〔2020〕60号）.
    let before = draft.before(open.start);
    let bracketed = before.ends_with("》（") && !before.ends_with("纪要》（");
    let after = draft.after(open.end);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let rest = after[digits..].strip_prefix(['〕', ']', '】'])?;
    let serial = rest.bytes().take_while(u8::is_ascii_digit).count();
    let whole = bracketed && digits == 4 && serial > 0 && rest[serial..].starts_with('号');
    whole.then(|| TextRange::new(open.start, open.end + digits + '〕'.len_utf8() + serial + '号'.len_utf8()))
}

/// A document number: 国办发〔2024〕5号.
struct Number<'t> {
    range: TextRange,
    open: TextRange,
    close: TextRange,
    serial: &'t str,
    closed: bool,
}

impl<'t> Number<'t> {
    fn read(draft: &Draft<'t>, open: TextRange) -> Option<Self> {
        let series = draft.before(open.start);
        let name = series.len() - series.trim_end_matches(is_han).len();
        let after = draft.after(open.end);
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let close = after[digits..].chars().next().filter(|c| matches!(c, '〕' | ']' | '】' | '）' | '﹞'))?;
        // 省应急厅[2025]15号: square brackets and 号 tell a number of any series.
        let square = draft.slice(open) == "[" && name > 0;
        if !(series.ends_with(SERIES) || square) || digits != 4 || !after.starts_with(['1', '2']) || name > 60 {
            return None;
        }
        let rest = &after[digits + close.len_utf8()..];
        let ordinal = rest.len() - rest.trim_start_matches('第').len();
        let serial = &rest[..ordinal + rest[ordinal..].bytes().take_while(u8::is_ascii_digit).count()];
        if serial.len() == ordinal {
            return None;
        }
        let closed = rest[serial.len()..].starts_with(['号', '、', '至', '—', '和', '，']);
        if !series.ends_with(SERIES) && !rest[serial.len()..].starts_with('号') {
            return None;
        }
        let start = open.end + digits;
        let close = TextRange::new(start, start + close.len_utf8());
        let end = close.end + serial.len() + if closed { "号".len() } else { 0 };
        Some(Self { range: TextRange::new(open.start - name.min(24), end), open, close, serial, closed })
    }

    fn report(&self, draft: &Draft, findings: &mut Findings) {
        let right = draft.slice(self.open) == "〔" && draft.slice(self.close) == "〕";
        let serial = TextRange::new(self.close.end, self.close.end + self.serial.len());
        let bare = self.serial.trim_start_matches('第').trim_start_matches('0');
        if !right {
            findings
                .add(TextRange::new(self.open.start, self.range.end), "发文字号的年份应用六角括号〔〕括入。")
                .fix(self.open, "〔")
                .fix(self.close, "〕");
        } else if !self.closed {
            findings.add(serial, "发文字号末尾漏了“号”字。").fix(TextRange::new(serial.end, serial.end), "号");
        } else if bare != self.serial {
            findings.add(serial, "发文顺序号不加“第”字，不编虚位。").fix(serial, bare);
        } else if draft.after(self.range.end).starts_with('《') {
            findings.add(TextRange::new(self.open.start, self.range.end), "应先引标题，后用圆括号注明发文字号。");
        } else if draft.before(self.range.start).ends_with('》') {
            findings.add(TextRange::new(self.open.start, self.range.end), "标题后的发文字号应加圆括号。");
        }
    }
}
