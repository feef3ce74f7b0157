//! The keyboard alone, by keys as the browser gets them: from the first finding
//! of a faulty draft to the last.

use crate::browser::{Page, on_page};
use crate::console::devtools;
use crate::textbox::{click, enter, settled};
use serde_json::{Value, json};

/// A draft with a fault of nearly every kind.
const FAULTY: &str = include_str!("faulty.txt");

/// Presses a key and lets it go.
async fn press(page: &Page, key: &str) {
    let (code, text) = match key {
        "Tab" => (9, ""),
        "Enter" => (13, "\r"),
        "ArrowUp" => (38, ""),
        "ArrowRight" => (39, ""),
        "ArrowDown" => (40, ""),
        _ => panic!("no such key: {key}"),
    };
    for kind in ["keyDown", "keyUp"] {
        let text = if kind == "keyDown" { text } else { "" };
        let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
        devtools(&page.client, "Input.dispatchKeyEvent", event).await;
    }
}

/// Presses a key until the expression is true, as often as a patient person
/// would.
async fn press_until(page: &Page, key: &str, expression: &str) {
    for _ in 0..30 {
        if page.run(&format!("return Boolean({expression})")).await == json!(true) {
            return;
        }
        press(page, key).await;
    }
    panic!("{key} never leads to {expression}");
}

/// Where the keyboard is: the place of its row in the list, and how many rows
/// there are; `null` outside of the list.
const HERE: &str = "
    const row = document.activeElement.closest('#list tr[data-index]');
    return row && [Number(row.dataset.index), Remarks.shown().length];";

const ON_A_ROW: &str = "document.activeElement.matches('#list tr[data-index]')";

fn on_button(label: &str) -> String {
    format!("document.activeElement.tagName === 'BUTTON' && document.activeElement.textContent.startsWith('{label}')")
}

/// Takes the suggestion of the finding under the keyboard over, where it has
/// one and that is wanted, else puts it aside.
async fn settle(page: &Page, wants_to_adopt: bool) {
    let offers = "return Boolean(document.activeElement.querySelector('.adopt'))";
    let adopts = wants_to_adopt && page.run(offers).await == json!(true);
    press_until(page, "ArrowRight", &on_button(if adopts { "采纳" } else { "忽略" })).await;
    let before = page.run("return JSON.stringify([Store.state.text, Store.state.ignored])").await;
    press(page, "Enter").await;
    if page.run("return document.getElementById('ask').open").await == json!(true) {
        press_until(page, "Tab", &on_button("采纳所选")).await;
        press(page, "Enter").await;
    }
    settled(page).await;
    page.wait_until(&format!("JSON.stringify([Store.state.text, Store.state.ignored]) !== {before}")).await;
    page.wait_until(&format!("{ON_A_ROW} || !Remarks.shown().length")).await;
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn all_findings_are_worked_from_the_first_to_the_last_by_keys() {
    on_page(async |page| {
        enter(page, FAULTY).await;
        click(page, "tab-findings").await;
        let first = page.run("return Remarks.open().length").await.as_u64().expect("a count");
        assert!(first >= 40, "{first} findings");
        page.run("document.getElementById('place-checks').focus()").await;
        press_until(page, "Tab", ON_A_ROW).await;
        assert_eq!(page.run(HERE).await, json!([0, first]));
        press(page, "ArrowDown").await;
        press_until(page, "ArrowDown", ON_A_ROW).await;
        assert_eq!(page.run(HERE).await, json!([1, first]));
        press(page, "Enter").await;
        assert_eq!(page.run("return document.activeElement.classList.contains('pointed')").await, json!(true));
        let mut worked = 0;
        while page.run(HERE).await != Value::Null {
            let place = page.run(HERE).await[0].as_u64().expect("a place");
            settle(page, worked % 2 == 0).await;
            worked += 1;
            assert!(worked <= 2 * first, "the list never ends");
            let here = page.run(HERE).await;
            let rows = page.run("return Remarks.shown().length").await.as_u64().expect("a count");
            assert!(rows == 0 || here == json!([place.min(rows - 1), rows]), "{place} of {rows}: {here}");
        }
        assert!(worked >= 40, "{worked} findings were worked");
        let rest = "return [Remarks.open().length, document.activeElement.closest('#above') !== null]";
        assert_eq!(page.run(rest).await, json!([0, true]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_focus_stays_with_the_choice_of_what_is_shown() {
    on_page(async |page| {
        enter(page, FAULTY).await;
        click(page, "tab-findings").await;
        page.run("document.querySelector('.sift .pick').focus()").await;
        press(page, "Tab").await;
        press(page, "Enter").await;
        let chosen = "return document.activeElement.getAttribute('aria-pressed') + document.activeElement.textContent.slice(0, 2)";
        assert_eq!(page.run(chosen).await, json!("true错误"));
        // The rule of a band is put aside, and the list goes on below it.
        press_until(page, "Tab", ON_A_ROW).await;
        press(page, "ArrowUp").await;
        press_until(page, "ArrowRight", &on_button("忽略此规则")).await;
        press(page, "Enter").await;
        let here = page.run(HERE).await;
        assert_eq!(here[0], json!(0), "{here}");
    });
}
