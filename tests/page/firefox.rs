//! The page in Firefox ESR, which many Linux desktops bring. The environment
//! variable `GECKODRIVER` names its driver.

use crate::browser::{Page, shipped};
use crate::driver::Driver;
use crate::results::sample;
use crate::textbox::{click, settled};
use serde_json::{Value, json};
use std::path::Path;

const VIEWS: [&str; 9] =
    ["tasks", "matrix", "units", "calendar", "findings", "collation", "notice", "unread", "changes"];

/// Opens a file in Firefox, runs `test` on it, and looks that the page caught
/// no error.
fn on_firefox(file: &Path, test: impl AsyncFnOnce(&Page)) {
    let program = std::env::var_os("GECKODRIVER").expect("GECKODRIVER names the driver of Firefox");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let options = json!({ "moz:firefoxOptions": { "args": ["-headless", "-width", "1366", "-height", "854"] } });
        let capabilities = options.as_object().cloned().expect("an object");
        let page = Page::start(Driver::firefox(&program), capabilities, directory, file).await;
        page.open().await;
        page.run("await Engine.ready").await;
        test(&page).await;
        assert_eq!(page.run("return document.getElementById('trouble').hidden").await, json!(true));
        page.client.clone().close().await.expect("Firefox ends");
    });
}

/// Puts `text` in the place of everything, as typing would.
async fn enter(page: &Page, text: &str) {
    let insert = "document.getElementById('mode-edit').click();
        const box = document.getElementById('text'); box.focus(); box.select();
        document.execCommand('insertText', false, arguments[0]);";
    page.run_with(insert, vec![json!(text)]).await;
    settled(page).await;
}

#[test]
#[ignore = "needs the built page, Firefox and its driver: cargo xtask test"]
fn every_view_works_in_firefox() {
    let text = sample("draft-annex.txt");
    on_firefox(&shipped(), async |page| {
        enter(page, &text).await;
        page.run("Store.set({ other: Store.state.text.replace(/财政/g, '审计') })").await;
        for view in VIEWS {
            click(page, &format!("tab-{view}")).await;
            let shown = page.run("return document.getElementById('list').textContent.length > 20").await;
            assert_eq!(shown, json!(true), "{view}");
        }
        click(page, "tab-tasks").await;
        let hit = "document.querySelector('.tasks .role-lead').click();
            return [document.querySelector('#original .hit').textContent, document.querySelector('.tasks .role-lead').textContent]";
        let found = page.run(hit).await;
        assert_eq!(found[0], found[1]);
    });
}

/// A click in the text finds the row, to the character.
#[test]
#[ignore = "needs the built page, Firefox and its driver: cargo xtask test"]
fn a_click_in_the_text_is_exact_in_firefox() {
    on_firefox(&shipped(), async |page| {
        enter(page, "一、压实责任。完善制度。（县应急局负责）\n二、排查隐患。建立台账。（县水利局负责）").await;
        click(page, "mode-read").await;
        let click = "
            await new Promise(done => setTimeout(done, 100));
            const piece = Array.from(document.querySelectorAll('#original [data-at]')).find(one => one.textContent.includes('二、'));
            const range = document.createRange();
            const at = piece.textContent.indexOf('排查');
            range.setStart(piece.firstChild, at);
            range.setEnd(piece.firstChild, at + 1);
            const { left, top, width, height } = range.getBoundingClientRect();
            const place = { clientX: left + width / 4, clientY: top + height / 2, bubbles: true };
            piece.dispatchEvent(new MouseEvent('click', place));
            return [Store.state.focus.offset - Store.state.text.indexOf('排查'), Store.state.focus.row]";
        assert_eq!(page.run(click).await, json!([0, "T2"]));
    });
}

#[test]
#[ignore = "needs the built page, Firefox and its driver: cargo xtask test"]
fn edits_are_undone_and_copies_open_in_firefox() {
    let mut copy = Value::Null;
    on_firefox(&shipped(), async |page| {
        enter(page, "一、压实责任。完善制度。。（县应急局负责）").await;
        click(page, "tab-findings").await;
        let adopt = "document.querySelector('.adopt').click(); await new Promise(done => setTimeout(done, 600)); return TextBox.value()";
        assert_eq!(page.run(adopt).await, json!("一、压实责任。完善制度。（县应急局负责）"));
        click(page, "restore").await;
        settled(page).await;
        assert_eq!(page.run("return TextBox.value()").await, json!("一、压实责任。完善制度。。（县应急局负责）"));
        let copied = "
            let handed;
            window.addEventListener('copy', event => (handed = event.clipboardData.getData('text/plain')), { once: true });
            document.getElementById('tab-tasks').click();
            document.getElementById('copy').click();
            return handed;";
        assert!(page.run(copied).await.as_str().is_some_and(|text| text.contains("县应急局")), "the copied table");
        copy = page.run("return Copy.source({ text: TextBox.value(), other: '', ignored: { ids: {}, rules: {} }, tab: 'units' })").await;
    });
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("copy.html");
    std::fs::write(&file, copy.as_str().expect("a page")).expect("a copy");
    on_firefox(&file, async |page| {
        settled(page).await;
        assert_eq!(page.run("return [Store.state.tab, Store.view('units').length]").await, json!(["units", 1]));
    });
}

#[test]
#[ignore = "needs the built page, Firefox and its driver: cargo xtask test"]
fn the_policy_is_kept_in_firefox() {
    on_firefox(&shipped(), async |page| {
        let refused = "return fetch('https://example.invalid/').then(() => false, () => true)";
        assert_eq!(page.run(refused).await, json!(true));
        let injected =
            "document.body.appendChild(document.createElement('script')).textContent = 'window.injected = 1';
            return [typeof window.injected, typeof window.RTCPeerConnection]";
        assert_eq!(page.run(injected).await, json!(["undefined", "undefined"]));
    });
}
