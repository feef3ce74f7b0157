use super::{Parts, build, hash};
use crate::engine::Engine;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A directory of its own with these files, and what is bundled from it.
fn bundle(files: &[(&str, &str)]) -> Result<String, String> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("bundle-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let www = std::env::temp_dir().join(name);
    let page = bundle_in(&www, files);
    fs::remove_dir_all(&www).expect("the directory is removed");
    page.map_err(|error| format!("{error:#}"))
}

fn bundle_in(www: &PathBuf, files: &[(&str, &str)]) -> anyhow::Result<String> {
    fs::create_dir_all(www)?;
    for (name, text) in files {
        fs::write(www.join(name), text)?;
    }
    let engine = |name| Engine { name, module: b"module".to_vec(), glue: "let wasm_bindgen;".to_owned() };
    build(&Parts { www, engines: &[engine("engine"), engine("office")], values: &[("VERSION", "1.2.3")] })
}

const POLICY: (&str, &str) = ("policy.js", "{{SCRIPT_HASHES}} {{STYLE_HASHES}}");
const POLICY_TAG: &str = "<script src=\"policy.js\"></script>";

fn index(body: &str) -> String {
    format!("{POLICY_TAG}\n{body}")
}

#[test]
fn files_stand_where_their_tags_stood() {
    let index = index(
        "<link rel=\"stylesheet\" href=\"a.css\">\n<p>{{VERSION}}</p>\n<script src=\"b.js\"></script>\n<script src=\"a.js\"></script>",
    );
    let files = [POLICY, ("index.html", &index), ("a.css", "p{}"), ("a.js", "a()"), ("b.js", "b('{{VERSION}}')\r\n")];
    let (a, b, style) = (hash("a()\n"), hash("b('1.2.3')\n"), hash("p{}\n"));
    let page = format!(
        "<script>{b} {a} {style}\n</script>\n<style>p{{}}\n</style>\n<p>1.2.3</p>\n<script>b('1.2.3')\n</script>\n<script>a()\n</script>"
    );
    assert_eq!(bundle(&files), Ok(page));
}

#[test]
fn each_engine_stands_before_what_starts_it() {
    let index = index("<script src=\"engine.js\"></script>\n<script src=\"office.js\"></script>");
    let files = [POLICY, ("index.html", &index), ("engine.js", "start()"), ("office.js", "wait()")];
    let page = bundle(&files).expect("a page");
    let places = [
        "id=\"engine-module\" data-size=\"6\">", "function engineGlue() {\nlet wasm_bindgen;\nreturn", "start()",
        "id=\"office-module\" data-size=\"6\">", "function officeGlue() {\nlet wasm_bindgen;\nreturn", "wait()",
    ];
    let places: Vec<_> = places.iter().map(|words| page.find(words).expect(words)).collect();
    assert!(places.is_sorted(), "{page}");
}

/// The hash in the first example of the standard (Content Security Policy
/// Level 3, section on hash sources).
#[test]
fn hashes_as_the_standard_does() {
    assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
}

#[test]
fn refuses_a_page_that_would_not_work() {
    let script = index("<script src=\"a.js\"></script>");
    let plain = index("");
    let cases: [(&[(&str, &str)], &str); 6] = [
        (&[POLICY, ("index.html", &script)], "a.js"),
        (&[POLICY, ("index.html", &plain), ("a.js", "")], "index.html does not name a.js"),
        (&[POLICY, ("index.html", "<p>")], "index.html does not name policy.js"),
        (&[POLICY, ("index.html", &script), ("a.js", "'</script>'")], "would end the element"),
        (&[POLICY, ("index.html", &script), ("a.js", "{{DATE}}")], "the placeholder DATE has no value"),
        (&[("index.html", &plain)], "policy.js"),
    ];
    for (files, words) in cases {
        let error = bundle(files).expect_err(words);
        assert!(error.contains(words), "{words}: {error}");
    }
}
