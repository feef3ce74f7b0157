//! A page that cannot start says so in plain words.

use crate::browser::{Page, on_changed_page, on_file, on_page, shipped};
use crate::console;
use serde_json::json;
use std::fs;
use url::Url;

/// What a person can read.
async fn visible_text(page: &Page) -> String {
    page.run("return document.body.innerText").await.as_str().expect("text").to_owned()
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_started_page_shows_no_message() {
    on_page(async |page| {
        assert_eq!(page.run("return document.getElementById('startup').hidden").await, json!(true));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn says_that_webassembly_is_blocked() {
    on_changed_page(": \"'wasm-unsafe-eval'\"", ": \"\"", async |page| {
        page.wait_until("document.querySelector('#startup.failed')").await;
        let text = visible_text(page).await;
        for words in ["禁止运行 WebAssembly", "Chromium 78", "Mozilla/5.0"] {
            assert!(text.contains(words), "{words} is missing in: {text}");
        }
        // The browser itself logs that its policy was kept.
        assert!(page.errors().await.iter().all(|error| error.contains("Content Security Policy")));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn says_that_webassembly_is_missing() {
    on_file(&shipped(), async |page| {
        let script = json!({ "source": "delete window.WebAssembly" });
        console::devtools(&page.client, "Page.addScriptToEvaluateOnNewDocument", script).await;
        page.open().await;
        page.wait_until("document.querySelector('#startup.failed')").await;
        assert!(visible_text(page).await.contains("不支持 WebAssembly"));
    });
}

/// Whichever script is taken out of the file, a sentence says what to do.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn says_that_a_script_is_missing() {
    const SENTENCE: &str = "
        await new Promise(done => setTimeout(done, 500));
        document.getAnimations().forEach(one => one.finish());
        return document.body.innerText.includes('这一页的程序被禁止、被改动')";
    let whole = fs::read_to_string(shipped()).expect("the page is built");
    let directory = tempfile::tempdir().expect("a temporary directory");
    on_page(async |page| {
        assert_eq!(page.run(SENTENCE).await, json!(false));
        let scripts: Vec<usize> = whole.match_indices("<script>\"use strict\"").map(|(at, _)| at).collect();
        assert!(scripts.len() > 20, "the scripts are found");
        for (nth, start) in scripts.into_iter().enumerate() {
            let inside = start + "<script>".len();
            let file = directory.path().join(format!("{nth}.html"));
            // Another script than the policy names: the browser refuses it.
            fs::write(&file, [&whole[..inside], "0;", &whole[inside..]].concat()).expect("a changed copy");
            let address = Url::from_file_path(&file).expect("an absolute path");
            page.client.goto(address.as_str()).await.expect("the copy opens");
            let first_line = whole[start..].lines().nth(1).unwrap_or_default();
            assert_eq!(page.run(SENTENCE).await, json!(true), "nothing is said without the script: {first_line}");
        }
        page.errors().await;
        page.foreign_requests().await;
        page.open().await;
    });
}

/// As on a kernel that cannot read the scripts: nothing but HTML is left.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn advises_where_no_script_runs() {
    on_changed_page("script-src 'sha256-", "script-src 'none'; manifest-src 'sha256-", async |page| {
        page.wait_until("document.body.innerText.includes('Chromium 78')").await;
        page.errors().await;
    });
}
