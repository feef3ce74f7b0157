//! The text box: what was typed is never lost, and a half-typed syllable is
//! not read.

use crate::browser::{Page, on_page};
use crate::console::devtools;
use serde_json::json;

/// Puts `text` in the place of everything, as an input of the user.
pub async fn enter(page: &Page, text: &str) {
    let focus = "document.getElementById('mode-edit').click();
        const box = document.getElementById('text'); box.focus(); box.select();";
    page.run(focus).await;
    match text {
        "" => page.run("document.execCommand('delete')").await,
        _ => devtools(&page.client, "Input.insertText", json!({ "text": text })).await,
    };
    settled(page).await;
}

/// Waits until what stands in the box has been read.
pub async fn settled(page: &Page) {
    page.wait_until("!Store.state.pending && Store.state.text === document.getElementById('text').value").await;
}

pub async fn click(page: &Page, id: &str) {
    page.run_with("document.getElementById(arguments[0]).click()", vec![json!(id)]).await;
}

async fn content(page: &Page) -> String {
    page.run("return document.getElementById('text').value").await.as_str().expect("text").to_owned()
}

/// Presses Ctrl and a key.
async fn press(page: &Page, command: &str) {
    page.run_with("document.getElementById('text').focus(); document.execCommand(arguments[0])", vec![json!(command)])
        .await;
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn undo_leads_back_through_every_button() {
    on_page(async |page| {
        enter(page, "一、压实责任。").await;
        click(page, "sample").await;
        page.run("document.querySelector('#ask .answers button').click()").await;
        settled(page).await;
        let sample = content(page).await;
        assert!(sample.chars().count() > 500, "the sample is a whole notice");
        click(page, "clear").await;
        settled(page).await;
        for (command, expected) in
            [("undo", sample.as_str()), ("undo", "一、压实责任。"), ("redo", &sample), ("redo", ""), ("undo", &sample)]
        {
            press(page, command).await;
            assert_eq!(content(page).await, expected, "{command}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn clearing_offers_the_way_back() {
    on_page(async |page| {
        enter(page, "一、压实责任。（县应急局负责）").await;
        assert_eq!(page.run("return document.getElementById('restore').hidden").await, json!(true));
        click(page, "mode-read").await;
        click(page, "clear").await;
        settled(page).await;
        let state = "return [document.getElementById('restore').hidden, document.getElementById('welcome').hidden]";
        assert_eq!(page.run(state).await, json!([false, false]));
        click(page, "restore").await;
        settled(page).await;
        assert_eq!(page.run(state).await, json!([true, true]));
        assert_eq!(content(page).await, "一、压实责任。（县应急局负责）");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_composition_is_read_when_it_ends() {
    on_page(async |page| {
        enter(page, "一、压实责任。").await;
        page.run("window.reads = 0; Store.watch(['text'], () => reads++);").await;
        let compose = json!({ "text": "ya shi", "selectionStart": 6, "selectionEnd": 6 });
        devtools(&page.client, "Input.imeSetComposition", compose).await;
        page.run("await new Promise(done => setTimeout(done, 600))").await;
        assert_eq!(page.run("return [reads, Store.state.pending]").await, json!([0, false]));
        devtools(&page.client, "Input.insertText", json!({ "text": "压实" })).await;
        settled(page).await;
        assert_eq!(page.run("return reads").await, json!(1));
        assert!(content(page).await.ends_with("压实"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn only_the_newest_text_is_read() {
    on_page(async |page| {
        page.run("window.seen = []; Store.watch(['text'], () => seen.push(Store.state.text));").await;
        page.run("document.getElementById('text').focus()").await;
        for text in ["一、", "压实", "责任。"] {
            devtools(&page.client, "Input.insertText", json!({ "text": text })).await;
        }
        settled(page).await;
        assert_eq!(page.run("return seen").await, json!(["一、压实责任。"]));
    });
}

/// The browser takes time by the square of the lines.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn many_short_lines_are_put_in_at_once_and_taken_out_again() {
    let text: String = (0..3000).map(|nth| format!("青岭县第{nth}实验学校\n")).collect();
    on_page(async |page| {
        enter(page, "一、压实责任。").await;
        let put = "
            const start = performance.now();
            TextBox.replace(arguments[0]);
            return [performance.now() - start < 2000, TextBox.value() === arguments[0]]";
        assert_eq!(page.run_with(put, vec![json!(text)]).await, json!([true, true]));
        click(page, "restore").await;
        assert_eq!(page.run("return TextBox.value()").await, json!("一、压实责任。"));
    });
}
