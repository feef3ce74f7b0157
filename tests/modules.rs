//! No circles among the modules of the checks: what a module uses does not use
//! it, by whatever way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

type Arrows = BTreeMap<String, Vec<String>>;

/// The files under `folder`, by the paths of their modules.
fn modules(folder: &Path, path: &str, found: &mut BTreeMap<String, PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let file = entry.expect("an entry").path();
        let name = file.file_stem().and_then(|name| name.to_str()).expect("a name");
        let module = format!("{path}::{name}");
        match file.extension().and_then(|kind| kind.to_str()) {
            Some("rs") => drop(found.insert(module, file)),
            None if file.is_dir() => modules(&file, &module, found),
            _ => {}
        }
    }
}

/// What a `use` names, its braces unfolded.
fn unfolded(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, rest)) = tree.split_once('{') else { return vec![tree.to_owned()] };
    let inner = &rest[..rest.rfind('}').expect("a closed brace")];
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(unfolded).map(|part| format!("{head}{part}")).collect()
}

/// The module that a path of `module` leads to, if it is one of `all`.
fn target(path: &str, module: &str, all: &BTreeMap<String, PathBuf>) -> Option<String> {
    let mut rest = path.split(" as ").next().unwrap_or(path);
    let mut at = module.to_owned();
    if let Some(own) = rest.strip_prefix("crate::") {
        (rest, at) = (own, String::new());
    }
    while let Some(up) = rest.strip_prefix("super::") {
        at = at.rsplit_once("::")?.0.to_owned();
        rest = up;
    }
    let full = if at.is_empty() { rest.to_owned() } else { format!("{at}::{rest}") };
    let ends = full.match_indices("::").map(|(end, _)| end).chain([full.len()]).collect::<Vec<_>>();
    ends.into_iter().rev().map(|end| full[..end].to_owned()).find(|prefix| all.contains_key(prefix))
}

fn arrows(all: &BTreeMap<String, PathBuf>) -> Arrows {
    let of = |module: &String, file: &PathBuf| {
        let text = std::fs::read_to_string(file).expect("a module");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        let uses =
            text.split("\nuse ").skip(1).filter_map(|rest| rest.split_once(';')).flat_map(|(tree, _)| unfolded(tree));
        uses.filter_map(|path| target(&path, module, all)).filter(|to| to != module).collect()
    };
    all.iter().map(|(module, file)| (module.clone(), of(module, file))).collect()
}

/// A way from `module` back to itself.
fn circle(module: &str, arrows: &Arrows, way: &mut Vec<String>, done: &mut Vec<String>) -> Option<Vec<String>> {
    if let Some(first) = way.iter().position(|known| known == module) {
        return Some(way[first..].to_vec());
    }
    if done.iter().any(|known| known == module) {
        return None;
    }
    way.push(module.to_owned());
    let found = arrows[module].iter().find_map(|to| circle(to, arrows, way, done));
    way.pop();
    done.push(module.to_owned());
    found
}

#[test]
fn the_checks_have_no_circles() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = BTreeMap::from([("check".to_owned(), src.join("check.rs"))]);
    modules(&src.join("check"), "check", &mut all);
    let arrows = arrows(&all);
    assert!(arrows.values().map(Vec::len).sum::<usize>() > 200, "the arrows are read: {arrows:#?}");
    let mut done = Vec::new();
    let found = all.keys().find_map(|module| circle(module, &arrows, &mut Vec::new(), &mut done));
    assert_eq!(found, None, "a circle");
}
