//! The shipped file as text: what it may not hold.

use crate::browser::shipped;
use regex::Regex;
use std::fs;

/// Beyond this, something large came in unnoticed.
const MOST_BYTES: usize = 2_000_000;

/// JavaScript that Chromium 78 cannot read or does not have, each with an
/// example.
const NEWER_SCRIPT: &[(&str, &str)] = &[
    (r"\?\.[^0-9]", "a?.b"),
    (r"\?\?", "a ?? b"),
    (r"(\|\||&&)=", "a ||= b"),
    (r"\.#[a-z]", "this.#a()"),
    (r"static \{", "static { }"),
    (r"\.at\(-?[0-9]", "a.at(-1)"),
    (r"\.(replaceAll|findLast|findLastIndex)\(", "a.replaceAll(b, c)"),
    (r"\.(toSorted|toReversed|toSpliced|replaceChildren|checkVisibility)\(", "a.replaceChildren()"),
    (r"structuredClone", "structuredClone(a)"),
    (r"Object\.(hasOwn|groupBy)", "Object.hasOwn(a, b)"),
    (r"Promise\.(any|withResolvers)", "Promise.any(a)"),
    (r"WeakRef|randomUUID|Intl\.(Segmenter|ListFormat)|AbortSignal\.", "new WeakRef(a)"),
];

/// What only reads like such.
const OLDER_SCRIPT: &[&str] =
    &["a ? .5 : 1", "a ? b : c", "a || b", "a.format(b)", "Focus.at(b)", "a.find(b)", "static a() { }", "#a"];

/// Styles for which Chromium 78 drops the whole rule or declaration.
const NEWER_STYLE: &[(&str, &str)] = &[
    (r":(is|where|has)\(", "a:is(b) { }"),
    (r"@(layer|container|property)", "@layer a;"),
    (r"[ :(](min|max|clamp)\(", "a { width: min(1px, 2px) }"),
    (r"(inset|aspect-ratio|accent-color): ", "a { inset: 0 }"),
    (r"color-mix\(", "a { color: color-mix(b) }"),
    (r"[0-9][ds]v[hw]", "a { height: 100dvh }"),
];

const OLDER_STYLE: &[&str] = &["a { grid: auto / minmax(0, 1fr) }", "a:not(.b) { min-width: 0 }", "@media print { }"];

/// What a page that stores nothing, sends nothing and renders no pasted markup
/// has no use for.
const FORBIDDEN: &[(&str, &str)] = &[
    (r"localStorage|sessionStorage|indexedDB|document\.cookie", "localStorage.a"),
    (r"XMLHttpRequest|RTCPeerConnection|EventSource|WebSocket|sendBeacon", "new XMLHttpRequest"),
    (r"(inner|outer)HTML *\+?=|insertAdjacentHTML|document\.write\(", "a.innerHTML = b"),
    (r"eval\(|new Function", "eval(a)"),
    (r"window\.open|\.(opener|contentWindow|contentDocument)", "window.open(a)"),
    (r"location *=[^=]|location\.(href|assign|replace|reload)|history\.", "location.href = a"),
    (r#"(createElement|el)\("(iframe|frame|object|embed|form|base|area|link)""#, "el(\"iframe\")"),
    (r#"href: [^u]|\.href *="#, "a.href = b"),
    (r"postMessage|BroadcastChannel|importScripts|[^a-zA-Z.]import\(", "a.postMessage(b)"),
    (r"new (Shared)?Worker|MessageChannel|MessagePort", "new Worker(a)"),
    (r"navigator\.(share|serviceWorker|credentials|usb|serial|geolocation|mediaDevices)", "navigator.share(a)"),
];

/// What is held all the same, each line once: the worker that long texts are read
/// in, made of a blob that holds the engine of the page (see www/beside.js). The
/// page talks to that worker, and the worker to the page.
const WORKER: [&str; 3] = [
    "self.postMessage(message, message.bytes ? [message.bytes] : []);",
    "const worker = new Worker(address);",
    "worker.postMessage(question);",
];

const ALLOWED: &[&str] = &[
    "a.textContent = b", "document.writeable", "retrieval (a)", "a.innerHTML", "el(\"a\", { href: url })",
    "location == a",
];

/// The lines of a text in which a pattern of a table is found.
fn held<'a>(table: &[(&str, &str)], text: &'a str) -> Vec<&'a str> {
    let patterns: Vec<_> = table.iter().map(|(pattern, _)| Regex::new(pattern).expect("a pattern")).collect();
    text.lines().filter(|line| patterns.iter().any(|pattern| pattern.is_match(line))).collect()
}

#[test]
fn tables_find_what_they_name_and_nothing_else() {
    let tables = [(NEWER_SCRIPT, OLDER_SCRIPT), (NEWER_STYLE, OLDER_STYLE), (FORBIDDEN, ALLOWED)];
    for (table, others) in tables {
        for row in table {
            assert_eq!(held(&[*row], row.1), [row.1]);
        }
        for other in others {
            assert_eq!(held(table, other), [""; 0], "{other}");
        }
    }
}

/// The contents of the elements that open with `tag`.
fn contents<'a>(page: &'a str, tag: &str, end: &str) -> Vec<&'a str> {
    page.split(tag).skip(1).filter_map(|rest| rest.split_once(end)).map(|(content, _)| content).collect()
}

fn page() -> String {
    fs::read_to_string(shipped()).expect("the page is built")
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn scripts_and_styles_run_on_chromium_78() {
    let page = page();
    let scripts = contents(&page, "<script>", "</script>");
    let styles = contents(&page, "<style>", "</style>");
    assert!(scripts.len() >= 4 && !styles.is_empty(), "the page lacks scripts or styles");
    for script in &scripts {
        assert_eq!(held(NEWER_SCRIPT, script), [""; 0]);
    }
    let forbidden: Vec<_> = scripts.iter().flat_map(|script| held(FORBIDDEN, script)).collect();
    assert_eq!(forbidden, WORKER);
    for style in styles {
        assert_eq!(held(NEWER_STYLE, style), [""; 0]);
    }
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn names_no_other_file() {
    let page = page();
    for reference in [" src=\"", " href=\""] {
        for address in contents(&page, reference, "\"") {
            assert!(address.starts_with('#') || address.starts_with("data:"), "the page names {address}");
        }
    }
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn is_small() {
    let size = page().len();
    assert!(size <= MOST_BYTES, "the page has {size} bytes");
}

/// Paths of the machine that built it would differ from build to build.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn holds_no_path_of_the_building_machine() {
    assert!(!page().contains(env!("CARGO_MANIFEST_DIR")));
}
