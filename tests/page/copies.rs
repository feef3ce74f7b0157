//! The page saved and opened again: by the browser or by itself, before or
//! after use, once or several times over.

use crate::browser::{Page, on_changed_page, on_file, on_page, shipped};
use crate::documents::choose;
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

/// What a person has put in, decided and looks at.
const KEPT: &str = "const { other, tab, ignored, house, directory, corrections, mine } = Store.state;
    return [TextBox.value(), document.getElementById('another-text').value, other, tab, ignored.rules, house, directory,
        corrections.length, mine, Copy.isUnsaved()]";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_saved_draft_opens_in_another_page_and_can_be_undone() {
    let (draft, own) = ("一、压实责任。完善制度。（县应急局负责）\n二、排查。", "一、另一件事。（县住建局负责）");
    let mut saved = String::new();
    on_page(async |page| {
        enter(page, draft).await;
        page.run(
            "Store.set({ other: '另一稿', tab: 'matrix', ignored: { ids: {}, rules: { 'PUN-002': true } }, house: '云协平台',
                directory: '青岭县应急管理局 = 县应急局', mine: '县应急局',
                corrections: [{ merge: { units: ['县住建局'], into: '县住房城乡建设局' } }] })",
        )
        .await;
        saved = text(page, "return Copy.source(Draft.whole())").await;
    });
    let opened = json!([
        draft, "另一稿", "另一稿", "matrix", { "PUN-002": true }, "云协平台", "青岭县应急管理局 = 县应急局", 1, "县应急局", false
    ]);
    on_page(async |page| {
        choose(page, "稿.html", &saved).await;
        page.wait_until("TextBox.value() && Store.state.reading && !Store.state.pending").await;
        assert_eq!(page.run(KEPT).await, opened, "nothing is asked where nothing is lost");
        let units = "return Store.view('units').map(one => one.unit)";
        assert_eq!(page.run(units).await, json!(["青岭县应急管理局"]));
        page.run("document.getElementById('mode-edit').click()").await;

        page.run("Store.set({ corrections: [], directory: '', mine: '', other: '', tab: 'tasks', house: '', ignored: { ids: {}, rules: {} } })").await;
        enter(page, own).await;
        settled(page).await;
        let before = page.run(KEPT).await;
        choose(page, "稿.html", &saved).await;
        page.wait_until("document.getElementById('ask').open").await;
        assert_eq!(page.run(KEPT).await, before, "until it is said so");
        page.run("document.querySelector('#ask .answers button').click()").await;
        settled(page).await;
        assert_eq!(page.run(KEPT).await, opened);
        click(page, "restore").await;
        settled(page).await;
        assert_eq!(page.run(KEPT).await, before, "as it was");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn pages_without_a_sound_draft_get_a_sentence_and_the_text_stays() {
    let whole = fs::read_to_string(shipped()).expect("the page is built");
    let with = |draft: &str| whole.replacen("id=\"draft\">null<", &format!("id=\"draft\">{draft}<"), 1);
    let older = with("{\"text\":\"一、旧稿。\",\"later\":1,\"ignored\":{},\"sift\":[],\"tab\":7}");
    let cases = [
        ("空白.html", whole.clone(), "没有存稿子"),
        ("坏.html", with("{\"text\":"), "已经损坏"),
        ("坏.html", with("{\"text\":7}"), "已经损坏"),
        ("网页.html", "<!DOCTYPE html><p>关于安全生产的通知</p>".to_owned(), "在浏览器里打开它"),
        ("网页.mhtml", "From: <Saved by Blink>\nSubject: 通知".to_owned(), "在浏览器里打开它"),
    ];
    on_page(async |page| {
        enter(page, "一、压实责任。").await;
        for (name, content, words) in cases {
            choose(page, name, &content).await;
            page.wait_until("Store.state.said").await;
            let said = text(page, "return Store.state.said").await;
            assert!(said.contains(words), "{name}: {said}");
            assert_eq!(text(page, "return TextBox.value()").await, "一、压实责任。");
        }
        // What another page had no word for, or another one, is as in a new page.
        choose(page, "旧.html", &older).await;
        page.wait_until("document.getElementById('ask').open").await;
        page.run("document.querySelector('#ask .answers button').click()").await;
        settled(page).await;
        let kept = "const { tab, ignored, sift, corrections } = Store.state; return [TextBox.value(), tab, ignored, sift, corrections]";
        assert_eq!(page.run(kept).await, json!(["一、旧稿。", "tasks", { "ids": {}, "rules": {} }, {}, []]));
    });
    on_changed_page("id=\"draft\">null<", "id=\"draft\">{\"text\":<", async |page| {
        page.wait_until("Store.state.said.includes('已经损坏')").await;
        assert_eq!(page.run("return document.getElementById('startup').hidden").await, json!(true));
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
