//! A page that cannot start says so in plain words.

use crate::browser::{Page, on_changed_page, on_file, on_page, shipped};
use crate::console;
use serde_json::json;

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

/// As on a kernel that cannot read the scripts: nothing but HTML is left.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn advises_where_no_script_runs() {
    on_changed_page("script-src 'sha256-", "script-src 'none'; manifest-src 'sha256-", async |page| {
        page.wait_until("document.body.innerText.includes('Chromium 78')").await;
        page.errors().await;
    });
}
