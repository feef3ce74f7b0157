//! TXT-005: foreign words and broken characters between Chinese ones.

use super::dash;
use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::number::shape;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TXT-005", check).words(Words::List(BROKEN));

/// What wrong decoding leaves.
const BROKEN: &[&str] = &["\u{fffd}", "锟斤拷", "烫烫烫", "屯屯屯", "ï¼", "â€"];
/// Lowercase words that belong into Chinese text.
const USUAL: &[&str] = &[
    "km", "cm", "mm", "nm", "um", "kg", "mg", "ug", "ml", "kw", "kv", "kwh", "mw", "gw", "hm", "hz", "db", "ph", "pa",
    "kpa", "mpa", "min", "app", "wifi", "ppm", "ppb", "ppt", "vs", "ip", "id", "pc", "vip", "word", "excel", "pdf",
    "doc", "docx", "xls", "xlsx", "wps", "jpg", "png", "zip", "rar", "email", "http", "https", "www", "com", "cn",
    "net", "org", "gov", "bim", "gis", "gps", "iphone", "ipad", "mol", "log", "lg", "th", "kcal", "tce", "kgce",
];
/// Bytes of a Chinese character.
const HAN: usize = 3;
/// A foreign word that stands for a Chinese one.
const MEANT: &[(&str, &str)] = &[("and", "和"), ("or", "或"), ("of", "的"), ("to", "至")];
/// Words before the form of a name.
const FORMS: &[&str] = &["写明", "注明", "命名为", "主题为", "格式为", "标注", "统一为"];

fn check(draft: &Draft, findings: &mut Findings) {
    shape::letters(draft, findings);
    dash::check(draft, findings);
    placeholders(draft, findings);
    for hit in draft.hits(RULE.rule.code) {
        findings.add(hit.range(), "此处是乱码，请对照原稿补正。").severity(Severity::Error);
    }
    for (range, radicals) in radicals(draft) {
        let right = draft.slice(range);
        findings.add(range, format!("“{radicals}”是部首字符，应为“{right}”。")).fix(range, right);
    }
    for word in words(draft) {
        let text = draft.slice(word);
        let chinese = draft.char_before(word.start).is_some_and(is_han) && draft.char_at(word.end).is_some_and(is_han);
        if chinese && !USUAL.contains(&text) {
            let finding = findings.add(word, format!("汉字中间夹着外文词“{text}”，请改为中文。"));
            match MEANT.iter().find(|(foreign, _)| *foreign == text) {
                Some((_, meant)) => finding.fix(word, *meant),
                // A term may have no other name.
                None => finding.severity(Severity::Hint),
            };
        }
    }
}

/// Runs of radicals that stand for characters, with what the text has.
fn radicals(draft: &Draft) -> Vec<(TextRange, String)> {
    let mut runs: Vec<(TextRange, String)> = Vec::new();
    for &(at, original) in draft.all_folded().iter().filter(|(_, c)| ('\u{2e80}'..='\u{2fd5}').contains(c)) {
        let end = at + HAN;
        match runs.last_mut().filter(|(range, _)| range.end == at) {
            Some((range, radicals)) => {
                range.end = end;
                radicals.push(original);
            }
            None => runs.push((TextRange::new(at, end), original.to_string())),
        }
    }
    runs
}

/// XXX同志: what was to be filled in. A telephone number may hide its digits.
fn placeholders(draft: &Draft, findings: &mut Findings) {
    let is_blank = |c: char| matches!(c, 'X' | 'x' | '×' | '＊' | '*' | '□' | '○');
    for range in draft.signs().all().flat_map(|run| stretches(draft.text(), run, is_blank)) {
        let TextRange { start, end } = range;
        let long = draft.slice(range).chars().count() >= 3;
        let alone =
            |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '—' | '@' | '.'));
        let beside = |c: Option<char>| c.is_some_and(is_han);
        let (before, after) = (draft.char_before(start), draft.char_at(end));
        // 邮件主题写明“XXX报名表”: the form of what others write.
        let form =
            draft.marks.in_quotes(start) && FORMS.iter().any(|word| draft.before(start).ends_with(&format!("{word}“")));
        if long && !form && alone(before) && alone(after) && (beside(before) || beside(after)) {
            findings.add(range, "此处是占位符，印发前请填实。");
        }
    }
}

/// Runs of two and more lowercase letters that no other letter or digit
/// touches.
fn words<'d>(draft: &'d Draft) -> impl Iterator<Item = TextRange> + 'd {
    let text = draft.text();
    let words = draft.signs().all().flat_map(move |run| stretches(text, run, |c| c.is_ascii_alphanumeric()));
    words.filter(move |word| word.len() > 1 && word.of(text).bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// The longest stretches within `run` all characters of which are `wanted`.
fn stretches(text: &str, run: TextRange, wanted: fn(char) -> bool) -> impl Iterator<Item = TextRange> {
    let mut from = run.start;
    std::iter::from_fn(move || {
        let rest = &text[from..run.end];
        let start = from + rest.find(wanted)?;
        from = text[start..run.end].find(|c| !wanted(c)).map_or(run.end, |len| start + len);
        Some(TextRange::new(start, from))
    })
}
