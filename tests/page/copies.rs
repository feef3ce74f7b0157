//! The page saved and opened again: by the browser or by itself, before or
//! after use, once or several times over.

use crate::browser::{Page, on_changed_page, on_file, on_page};
use crate::results::sample;
use crate::textbox::{click, enter, settled};
use fantoccini::Locator;
use serde_json::json;
use std::fs;

/// What a browser writes for “网页，全部”: the living page.
const LIVING: &str =
    "return '<!DOCTYPE html>\\n<!-- saved from url=(0014)about:internet -->\\n' + document.documentElement.outerHTML";
const BLANK: &str = "return Copy.source(null)";

async fn text(page: &Page, script: &str) -> String {
    page.run(script).await.as_str().expect("text").to_owned()
}

/// Opens `content` as a file of its own.
fn on_copy(content: &str, test: impl AsyncFnOnce(&Page)) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("copy.html");
    fs::write(&file, content).expect("a copy");
    on_file(&file, async |page| {
        page.run("await Engine.ready").await;
        test(page).await;
    });
}

/// What `script` gives of the shipped page after `text` was pasted.
fn after_use(text_used: &str, script: &str) -> String {
    let mut found = String::new();
    on_page(async |page| {
        enter(page, text_used).await;
        found = text(page, script).await;
    });
    found
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_copy_by_the_browser_works_again_and_again() {
    for used in ["", "一、压实责任。（青岭县应急局负责）"] {
        let mut copy = after_use(used, LIVING);
        for _ in 0..3 {
            let mut next = String::new();
            on_copy(&copy, async |page| {
                let look = "return [Store.state.text, document.querySelectorAll('#page').length,
                    document.getElementById('remains').hidden, document.querySelectorAll('#list tr').length]";
                assert_eq!(page.run(look).await, json!(["", 1, false, 0]));
                click(page, "sample").await;
                settled(page).await;
                assert!(page.run("return Store.view('tasks').length").await.as_u64() > Some(3));
                next = text(page, LIVING).await;
            });
            copy = next;
        }
    }
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_blank_copy_holds_nothing_of_the_draft_and_is_always_the_same() {
    let draft = "一、压实责任。（独山县应急局负责）";
    let first = after_use(draft, BLANK);
    assert!(!first.contains("独山县") && first.contains("id=\"draft\">null<"));
    for source in [after_use("", BLANK), after_use(draft, LIVING)] {
        on_copy(&source, async |page| {
            enter(page, draft).await;
            assert!(text(page, BLANK).await == first, "another blank copy");
        });
    }
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_saved_draft_opens_to_the_same_view() {
    let draft = format!("{}\n</script><!--<script>\u{2028}'\"\\", sample("county-brackets.txt"));
    let mut saved = Vec::new();
    on_page(async |page| {
        enter(page, &draft).await;
        page.run(
            "Store.set({ other: '另一稿</script>', tab: 'matrix', ignored: { ids: {}, rules: { 'PUN-002': true } } })",
        )
        .await;
        assert_eq!(page.run("return Copy.isUnsaved()").await, json!(true));
        click(page, "save-draft").await;
        let title = "青岭县人民政府关于做好2025年汛期安全和防灾减灾工作的通知";
        saved = page.downloaded(&format!("{title}.html")).await;
        assert_eq!(page.run("return Copy.isUnsaved()").await, json!(false));
    });
    on_copy(&String::from_utf8(saved).expect("UTF-8"), async |page| {
        settled(page).await;
        let kept = "const { text, other, tab, ignored } = Store.state;
            return [text, other, tab, ignored.rules, document.querySelectorAll('.matrix').length, Copy.isUnsaved()]";
        let expected = json!([draft, "另一稿</script>", "matrix", { "PUN-002": true }, 1, false]);
        assert_eq!(page.run(kept).await, expected);
    });
}

/// As in a single file (.mhtml), where nothing of a page runs.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_copy_that_cannot_work_says_so() {
    let shown = "return getComputedStyle(document.querySelector('idle-page')).display";
    on_page(async |page| assert_eq!(page.run(shown).await, json!("none")));
    on_changed_page("script-src 'sha256-", "script-src 'none' 'sha256-none", async |page| {
        assert_eq!(page.run(shown).await, json!("block"));
        page.errors().await;
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn leaving_asks_where_something_would_be_lost() {
    let asks = "const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented";
    on_page(async |page| {
        assert_eq!(page.run(asks).await, json!(false));
        page.client.find(Locator::Id("sample")).await.expect("the button").click().await.expect("a click");
        settled(page).await;
        assert_eq!(page.run(asks).await, json!(false));
        enter(page, "一、压实责任。").await;
        assert_eq!(page.run(asks).await, json!(true));
        click(page, "sample").await;
        assert_eq!(
            page.run("return [document.getElementById('ask').open, TextBox.value()]").await,
            json!([true, "一、压实责任。"])
        );
        page.run("document.getElementById('ask').close()").await;
        enter(page, "").await;
        assert_eq!(page.run(asks).await, json!(false));
    });
}
