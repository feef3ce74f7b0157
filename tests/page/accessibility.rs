//! The rules of axe-core over every view. The environment variable `AXE` names
//! its script.

use crate::browser::{Page, on_page};
use crate::console::devtools;
use crate::results::sample;
use crate::textbox::{click, enter, settled};
use serde_json::{Value, json};
use std::fs;

const VIEWS: [&str; 11] = [
    "corrections", "tasks", "matrix", "units", "calendar", "findings", "amendments", "collation", "notice", "unread",
    "changes",
];

/// What opens each dialog, and what closes it.
const DIALOGS: [(&str, &str); 5] = [
    ("open-rules", "close-rules"),
    ("open-house", "house-close"),
    ("open-directory", "house-close"),
    ("open-about", "close-about"),
    ("export", "close-exports"),
];

/// Each rule that is broken, with what breaks it.
const BROKEN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.map(rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 120))]);";

async fn broken(page: &Page) -> Value {
    page.run(BROKEN).await
}

#[test]
#[ignore = "needs the built page and axe-core: cargo xtask test"]
fn axe_finds_no_fault_in_any_view() {
    let axe = std::env::var_os("AXE").expect("AXE names the script of axe-core");
    let axe = fs::read_to_string(axe).expect("axe-core");
    for scheme in ["light", "dark"] {
        on_page(async |page| {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            devtools(&page.client, "Emulation.setEmulatedMedia", media).await;
            // Not as an element: the policy of the page would refuse it.
            devtools(&page.client, "Runtime.evaluate", json!({ "expression": axe })).await;
            assert_eq!(broken(page).await, json!([]), "empty, {scheme}");
            enter(page, &sample("draft-annex.txt")).await;
            page.run("Store.set({ other: Store.state.text.replace(/财政/g, '审计'), opened: true })").await;
            page.run(
                "Corrections.make('T1', [{ title: { title: '另起的名称' } }, { time: { time: '', into: '年底前' } }])",
            )
            .await;
            settled(page).await;
            for view in VIEWS {
                click(page, &format!("tab-{view}")).await;
                assert_eq!(broken(page).await, json!([]), "{view}, {scheme}");
            }
            click(page, "tab-tasks").await;
            page.run("document.querySelector('.tasks .go').click()").await;
            assert_eq!(broken(page).await, json!([]), "a row that is pointed at, {scheme}");
            page.run("document.querySelector('tr[data-row=T1] [data-correct]').click()").await;
            assert_eq!(broken(page).await, json!([]), "the form of a row, {scheme}");
            click(page, "correct-close").await;
            for (open, close) in DIALOGS {
                click(page, open).await;
                page.wait_until("document.querySelector('dialog[open]')").await;
                assert_eq!(broken(page).await, json!([]), "{open}, {scheme}");
                click(page, close).await;
            }
        });
    }
}
