//! `cargo xtask figures`: what the page weighs and what a reading costs, measured
//! now and written into the README.

use crate::workspace;
use crate::{bundle, page};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use xshell::{Shell, cmd};

const OPENS: &str = "<!-- made by cargo xtask figures -->\n";
const CLOSES: &str = "<!-- end of the figures -->";
const README: &str = "README.md";
/// What no page may be larger than, in bytes.
const LIMIT: usize = 2_000_000;
/// The word list with its pairs, from the root.
const WORDS: &str = "src/lexicon/words/words.bin";
/// The part of the bench that says what one notice costs.
const BENCH: &str = "each notice by itself";

/// Builds the page, runs the bench, and writes both tables.
pub fn write(shell: &Shell) -> Result<()> {
    let page = fs::read_to_string(page::build(shell)?)?;
    ensure!(page.len() <= LIMIT, "the page has {} bytes, more than {LIMIT}", page.len());
    let bench = cmd!(shell, "cargo bench --locked --bench reading -- figures").read().context("running the bench")?;
    let tables = format!("{}\n{}", weights(&page)?, costs(&bench)?);
    let path = workspace::root().join(README);
    let text = fs::read_to_string(&path)?;
    let (before, rest) = text.split_once(OPENS).context("the README has no place for the figures")?;
    let (_, after) = rest.split_once(CLOSES).context("the place for the figures has no end")?;
    fs::write(&path, format!("{before}{OPENS}\n{tables}\n{CLOSES}{after}"))?;
    println!("{tables}");
    Ok(())
}

/// What takes how much of the page.
fn weights(page: &str) -> Result<String> {
    let mut parts = parts(page);
    let words = bundle::packed(&fs::read(workspace::root().join(WORDS))?)?.len();
    let mut take = |part| parts.remove(part).unwrap_or_default();
    let engine = take(ENGINE);
    let rows = [
        ("the core as WebAssembly, without the word list", engine.saturating_sub(words)),
        ("the word list with its parts of speech and pairs", words),
        ("the second module, of files of office programs", take(OFFICE)),
        ("scripts, also those that bind the core", take("script")),
        ("styles", take("style")),
        ("HTML and the notices of third parties", take(MARKUP)),
        ("**the whole page**", page.len()),
    ];
    let row = |(name, bytes): (&str, usize)| format!("| {name} | {} |\n", grouped(bytes));
    Ok(format!("| of the page | bytes |\n| --- | ---: |\n{}", rows.map(row).concat()))
}

const ENGINE: &str = "engine";
const OFFICE: &str = "office";
const MARKUP: &str = "markup";

/// The bytes of the elements of the page, by their kind; what stands in none is
/// markup.
fn parts(page: &str) -> BTreeMap<&'static str, usize> {
    let mut parts = BTreeMap::new();
    let mut rest = page;
    let elements = [
        ("<script type=\"application/octet-stream\" id=\"engine-module\"", "</script>", ENGINE),
        ("<script type=\"application/octet-stream\" id=\"office-module\"", "</script>", OFFICE),
        ("<script>", "</script>", "script"),
        ("<style>", "</style>", "style"),
    ];
    let next = |rest: &str| {
        elements.iter().filter_map(|element| Some((rest.find(element.0)?, element))).min_by_key(|found| found.0)
    };
    while let Some((at, (_, close, kind))) = next(rest) {
        let end = rest[at..].find(close).map_or(rest.len(), |end| at + end + close.len());
        *parts.entry(MARKUP).or_default() += at;
        *parts.entry(*kind).or_default() += end - at;
        rest = &rest[end..];
    }
    *parts.entry(MARKUP).or_default() += rest.len();
    parts
}

/// What the stages of a reading cost, in passes of the bench's automaton.
fn costs(bench: &str) -> Result<String> {
    let lines = bench.lines().skip_while(|line| !line.starts_with(BENCH)).skip(2).take_while(|line| !line.is_empty());
    let rows: Vec<String> = lines.filter_map(row).collect();
    ensure!(!rows.is_empty(), "the bench does not say what a notice costs");
    Ok(format!("| each notice by itself | MB/s | passes |\n| --- | ---: | ---: |\n{}", rows.concat()))
}

/// A line of the bench: what, the time, MB/s, passes.
fn row(line: &str) -> Option<String> {
    let cells: Vec<&str> = line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let [name, _, speed, passes] = cells[..] else { return None };
    Some(format!("| {name} | {speed} | {passes} |\n"))
}

/// Digits in groups of three.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let groups = digits
        .char_indices()
        .map(|(at, digit)| if at > 0 && at % 3 == first { format!(",{digit}") } else { digit.to_string() });
    groups.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_a_page_belongs_to_a_part() {
        let module = |name| format!("<script type=\"application/octet-stream\" id=\"{name}-module\">AAAA</script>");
        let (engine, office) = (module(ENGINE), module(OFFICE));
        let page = format!("<p>甲</p><style>a{{}}</style>{engine}\n{office}<script>1</script></html>");
        let parts = parts(&page);
        assert_eq!(parts.values().sum::<usize>(), page.len());
        assert_eq!((parts["style"], parts["script"]), (18, 18));
        assert_eq!((parts[ENGINE], parts[OFFICE]), (engine.len(), office.len()));
    }

    #[test]
    fn the_lines_of_the_bench_become_rows() {
        let bench = "seven notices\n\neach notice by itself: 152735 bytes, median of 9 rounds\n       time  MB/s  passes\n\
                     one pass                 1.56ms       97.7      1.00\n- cleaned view          13.36ms       11.4      8.54\n\nall";
        let table = costs(bench).expect("a table");
        assert!(table.ends_with("| one pass | 97.7 | 1.00 |\n| - cleaned view | 11.4 | 8.54 |\n"), "{table}");
        assert!(costs("nothing").is_err());
    }

    #[test]
    fn digits_are_grouped() {
        assert_eq!([7, 1234, 123_456, 2_000_000].map(grouped), ["7", "1,234", "123,456", "2,000,000"]);
    }
}
