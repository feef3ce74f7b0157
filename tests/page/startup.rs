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

/// Whichever script is taken out of the file, a sentence says that something is
/// wrong: before anything is done, or at the latest when it is.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn says_that_a_script_is_missing() {
    let use_all = "
        await new Promise(done => setTimeout(done, 300));
        document.getAnimations().forEach(one => one.finish());
        const button = document.getElementById('sample');
        if (button) button.click();
        await new Promise(done => setTimeout(done, 1000));
        document.querySelectorAll('#views button, #above button, .tasks .go, #open-rules').forEach(one => one.click());
        const words = document.body.innerText;
        return ['被禁止、被改动', '页面出了一点问题', '没有运行'].some(sentence => words.includes(sentence))";
    let page_text = fs::read_to_string(shipped()).expect("the page is built");
    let directory = tempfile::tempdir().expect("a temporary directory");
    on_page(async |page| {
        let starts: Vec<usize> = page_text.match_indices("<script>\"use strict\"").map(|(at, _)| at).collect();
        assert!(starts.len() > 20, "the scripts are found");
        for (nth, start) in starts.into_iter().enumerate() {
            let first_line = page_text[start..].lines().nth(1).unwrap_or_default();
            let file = directory.path().join(format!("{nth}.html"));
            let at = start + "<script>".len();
            fs::write(&file, [&page_text[..at], "0;", &page_text[at..]].concat()).expect("a changed copy");
            let address = Url::from_file_path(&file).expect("an absolute path");
            page.client.goto(address.as_str()).await.expect("the copy opens");
            assert_eq!(page.run(use_all).await, json!(true), "nothing is said without the script: {first_line}");
            page.errors().await;
            page.foreign_requests().await;
        }
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
