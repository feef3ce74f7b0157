//! Names that are those of a known unit but for a word.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::span::TextRange;
use std::collections::{HashMap, HashSet};

/// The first and the last characters that the two names share.
const HEAD: usize = 3;
const TAIL: usize = 2;
/// A name that may vary has so many characters at least.
const NAME_CHARS: usize = 6;
/// A variant lacks so many characters at most.
const LACKS: usize = 2;
/// What bodies besides offices end with, and the characters of their longest
/// names.
const BODIES: &[&str] = &["中心", "指挥部", "委员会", "领导小组", "办公室", "联席会议", "工作专班", "管理处"];
const LONGEST: usize = 16;
/// Units looked for in the text.
const UNITS: usize = 60;

/// Reports them beside the units of the notice.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let units = &draft.analysis.units;
    let mut known: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    known.extend(repeated(draft));
    // Whether a form is a short name that the notice introduces.
    let mut introduced: HashMap<&str, bool> = HashMap::new();
    let mut reported: HashSet<usize> = HashSet::new();
    for name in known.iter().take(UNITS).filter(|name| name.chars().count() >= NAME_CHARS && names_one(name)) {
        let chars: Vec<char> = name.chars().collect();
        let head: String = chars[..HEAD].iter().collect();
        for (at, _) in draft.text().match_indices(&head) {
            let Some(variant) = variant(draft, at, &chars) else { continue };
            let text = draft.slice(variant);
            let is_introduced = introduced.entry(text).or_insert_with(|| {
                ["简称", "简称“"].iter().any(|word| draft.text().contains(&format!("{word}{text}")))
            });
            if !*is_introduced && !known.contains(&text) && !draft.marks.in_title(at) && reported.insert(at) {
                findings.add(variant, format!("“{text}”与“{name}”疑是同一单位，名称宜统一。"));
            }
        }
    }
}

/// The words at `at` that are `name` but for a word left out or changed.
fn variant(draft: &Draft, at: usize, name: &[char]) -> Option<TextRange> {
    let rest: Vec<(usize, char)> =
        draft.text()[at..].char_indices().take(name.len()).take_while(|(_, c)| is_han(*c)).collect();
    let tail = &name[name.len() - TAIL..];
    let end = (HEAD + TAIL..=rest.len()).find(|end| rest[end - TAIL..*end].iter().map(|(_, c)| c).eq(tail))?;
    let written: Vec<char> = rest[..end].iter().map(|(_, c)| *c).collect();
    let lacks = name.len() - written.len();
    let like = match lacks {
        0 => written.iter().zip(name).filter(|(a, b)| a != b).count() == 1,
        1..=LACKS => {
            let mut all = name.iter();
            written.iter().all(|c| all.any(|other| other == c))
        }
        _ => false,
    };
    let (last, c) = rest[end - 1];
    like.then(|| TextRange::new(at, at + last + c.len_utf8()))
}

/// Whether a name is that of one office or body, not of a class.
fn names_one(name: &str) -> bool {
    let office = name.ends_with(['局', '委', '办', '厅']) || BODIES.iter().any(|body| name.ends_with(body));
    office && !name.contains("有关") && !name.starts_with('各')
}

/// Names of bodies that the text says more than once.
fn repeated<'t>(draft: &Draft<'t>) -> Vec<&'t str> {
    let mut seen: HashMap<&str, bool> = HashMap::new();
    let ends = BODIES.iter().flat_map(|body| draft.text().match_indices(body).map(|(at, _)| at + body.len()));
    for name in ends.filter_map(|end| name_before(draft, end)) {
        seen.entry(name).and_modify(|again| *again = true).or_insert(false);
    }
    let mut names: Vec<&str> = seen.into_iter().filter(|(_, again)| *again).map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

/// The name that ends at `end`: from a level on that nothing but a verb stands
/// before.
fn name_before<'t>(draft: &Draft<'t>, end: usize) -> Option<&'t str> {
    let before = draft.before(end);
    let mut start = None;
    for (at, c) in before.char_indices().rev().take(LONGEST) {
        if !is_han(c) {
            break;
        }
        let opens =
            before[..at].chars().next_back().is_none_or(|c| !is_han(c) || "由报向请经对和与及至交送".contains(c));
        if "省市县区州镇".contains(c) && opens {
            start = Some(at);
        }
    }
    start.map(|at| &before[at..])
}
