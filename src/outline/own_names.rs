//! How the notice itself calls those who act: 本办法所称长者饭堂，是指…的场所; 县算力调度
//! 中心（以下简称算力中枢). No list need know how such a name ends.

use crate::mention::unit::tail_of;
use crate::source::Source;

/// A name has at most this many characters.
const NAME_CHARS: usize = 16;
/// A definition has at most this many.
const DEFINITION_CHARS: usize = 160;
/// The words of a body before its short form that are looked at.
const BODY_CHARS: usize = 12;
/// What makes a subject of the name before it.
const OBLIGED: [&str; 5] = ["应", "要", "须", "必须", "负责"];
/// Those who are defined so and named like things, besides what units end with.
const SITES: [&str; 2] = ["场所", "站点"];

/// The names, in the order of the text.
///
/// ```
/// use notice_analyzer::{outline::own_names::own_names, source::Source};
/// let source = Source::new("本办法所称长者饭堂，是指为老年人供餐的场所。");
/// assert_eq!(own_names(&source), ["长者饭堂"]);
/// assert_eq!(own_names(&Source::new("本办法所称保障房，是指政策性住房。")), [""; 0]);
/// ```
pub fn own_names(source: &Source) -> Vec<String> {
    let text = source.clean();
    let defined = text.match_indices("所称").filter_map(|(at, word)| defined(&text[at + word.len()..]));
    let short = text.match_indices("简称").flat_map(|(at, word)| short_form(&text[..at], &text[at + word.len()..]));
    defined.chain(short).map(str::to_owned).collect()
}

/// What `text` defines, if it is a body: 长者饭堂，是指…的场所。
fn defined(text: &str) -> Option<&str> {
    let name = name_at(text.strip_prefix('的').unwrap_or(text), &["，", "是指", "指", "”"])?;
    let behind = &text[text.find(name)? + name.len()..];
    let sentence = up_to(behind, DEFINITION_CHARS, '。')?;
    let says = sentence.trim_start_matches(['”', '，']);
    let genus = says.strip_prefix("是指").or_else(|| says.strip_prefix('指'))?.rsplit('的').next()?;
    let body = tail_of(genus).is_some() || SITES.iter().any(|site| genus.ends_with(site));
    body.then_some(name)
}

/// The short form that a bracket gives to the body `before` it; with that body, where
/// what it must do follows: 监管账户开立行（以下简称账户行）应….
fn short_form<'t>(before: &'t str, behind: &'t str) -> impl Iterator<Item = &'t str> {
    let body = before.strip_suffix("以下").unwrap_or(before).strip_suffix('（').unwrap_or_default();
    let from = body.char_indices().rev().take(BODY_CHARS).last().map_or(0, |(at, _)| at);
    let name = name_at(behind, &["）", "”", "，", "、"]).filter(|_| !body.is_empty());
    let whole = tail_of(&body[from..]).is_some();
    let obliged = name.is_some_and(|name| {
        let marks: &[char] = &['“', '”', '：'];
        let rest = behind.trim_start_matches(marks)[name.len()..].trim_start_matches(marks);
        rest.strip_prefix('）').is_some_and(|rest| OBLIGED.iter().any(|modal| rest.starts_with(modal)))
    });
    let full = (!whole && obliged).then(|| clause_end(body)).flatten();
    name.filter(|_| whole || full.is_some()).into_iter().chain(full)
}

/// The words behind the last mark of `text`, where they may be a name.
fn clause_end(text: &str) -> Option<&str> {
    let from = text.rfind(['，', '。', '；', '、', '：', '\n', '”', '》', '）', '由']);
    let words = from.map_or(text, |at| text[at..].strip_prefix(|_: char| true).unwrap_or_default());
    let fits = (2..=NAME_CHARS).contains(&words.chars().take(NAME_CHARS + 1).count());
    (fits && !words.contains('的')).then_some(words)
}

/// The name that `text` opens with, before the first of `ends`.
fn name_at<'t>(text: &'t str, ends: &[&str]) -> Option<&'t str> {
    let text = text.strip_prefix(['“', '：']).unwrap_or(text);
    let text = text.strip_prefix('“').unwrap_or(text);
    let end = ends.iter().filter_map(|end| text.find(end)).min()?;
    let name = &text[..end];
    let fits = (2..=NAME_CHARS).contains(&name.chars().take(NAME_CHARS + 1).count());
    (fits && !name.contains(['、', '。', '的', '\n'])).then_some(name)
}

/// `text` up to `mark`, if it stands within `chars`.
fn up_to(text: &str, chars: usize, mark: char) -> Option<&str> {
    text.char_indices().take(chars).find(|(_, c)| *c == mark).map(|(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::own_names;
    use crate::source::Source;

    #[test]
    fn who_is_defined_and_who_is_not() {
        let cases: &[(&str, &[&str])] = &[
            ("本办法所称的“长者饭堂”，是指镇政府设置的供餐场所。", &["长者饭堂"]),
            ("县算力调度中心（以下简称算力中枢）要加强调度。", &["算力中枢"]),
            ("县算力调度中心（简称“算力中枢”）要加强调度。", &["算力中枢"]),
            ("本办法所称临时救助，是指给予的过渡性帮助。", &[]),
            ("本办法所称老年人，是指60周岁以上的居民。", &[]),
            ("由监管账户开立行（以下简称账户行）负责审核。", &["账户行", "监管账户开立行"]),
            ("监管账户开立方式（以下简称方式）如下。", &[]),
            ("《青岭县供餐办法》（以下简称《办法》）", &[]),
            ("所称", &[]),
        ];
        for (text, names) in cases {
            assert_eq!(own_names(&Source::new(text)), *names, "{text}");
        }
    }
}
