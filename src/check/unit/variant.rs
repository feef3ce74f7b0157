//! Names that are those of a known unit but for a word.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::check::sieve::Sieve;
use crate::span::TextRange;
use std::collections::HashMap;

/// The first and the last characters that the two names share.
const HEAD: usize = 3;
const TAIL: usize = 2;
/// A name that may vary has so many characters at least.
const NAME_CHARS: usize = 6;
/// A variant lacks so many characters at most.
const LACKS: usize = 2;
/// What bodies besides offices end with, and the characters of their longest
/// names.
pub(super) const BODIES: &[&str] =
    &["中心", "指挥部", "委员会", "领导小组", "办公室", "联席会议", "工作专班", "管理处"];
const LONGEST: usize = 16;
/// Units looked for in the text.
const UNITS: usize = 60;

/// Reports them beside the units of the notice; `bodies` are the places of
/// [`BODIES`].
pub(super) fn check(draft: &Draft, bodies: &[Hit], findings: &mut Findings) {
    let units = &draft.analysis.units;
    let mut known: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    known.extend(repeated(draft, bodies));
    let long = known.iter().take(UNITS).filter(|name| name.chars().count() >= NAME_CHARS && names_one(name));
    let names: Vec<Vec<char>> = long.map(|name| name.chars().collect()).collect();
    // Whether a form is a short name that the notice introduces.
    let mut introduced: HashMap<&str, bool> = HashMap::new();
    let mut reported = None;
    for (at, name) in beginnings(draft.text(), &names) {
        let Some(variant) = variant(draft, at, name) else { continue };
        let text = draft.slice(variant);
        let is_introduced = introduced
            .entry(text)
            .or_insert_with(|| ["简称", "简称“"].iter().any(|word| draft.text().contains(&format!("{word}{text}"))));
        if !*is_introduced && !known.contains(&text) && !draft.marks.in_title(at) && reported != Some(at) {
            reported = Some(at);
            let name: String = name.iter().collect();
            findings.add(variant, format!("“{text}”与“{name}”疑是同一单位，名称宜统一。"));
        }
    }
}

/// Where the text has the head of a name, in order, with each name of that head.
fn beginnings<'n>(text: &str, names: &'n [Vec<char>]) -> Vec<(usize, &'n [char])> {
    if names.is_empty() {
        return Vec::new();
    }
    let sieve = Sieve::new(names.iter().map(|name| &name[..HEAD]));
    let mut found = Vec::new();
    let mut head = ['\0'; HEAD];
    for (at, c) in text.char_indices() {
        head = [head[1], head[2], c];
        if sieve.passes(&head) {
            let alike = names.iter().filter(|name| name.starts_with(&head));
            let before: usize = head[..HEAD - 1].iter().map(|c| c.len_utf8()).sum();
            found.extend(alike.map(|name| (at - before, name.as_slice())));
        }
    }
    found
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
fn repeated<'t>(draft: &Draft<'t>, bodies: &[Hit]) -> Vec<&'t str> {
    let mut seen: HashMap<&str, bool> = HashMap::new();
    for name in bodies.iter().filter_map(|body| name_before(draft, body.range().end)) {
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
