//! How much paper the tables take.

use crate::browser::{Page, on_page};
use crate::console::devtools;
use crate::results::sample;
use crate::textbox::{click, enter};
use serde_json::json;
use std::fs;
use std::path::Path;

/// The views that are printed.
const PANELS: [&str; 7] = ["tasks", "matrix", "units", "calendar", "findings", "collation", "notice"];
/// A real notice of 28 tasks with an annex; all its views once took 70 pages.
const REAL: &str = "../shared/notices/lvliang-2025-draft.txt";
const MOST_OF_REAL: usize = 35;
const MOST_OF_SAMPLE: usize = 13;

/// The pages of the PDF that the open view is printed to.
async fn pages(page: &Page) -> usize {
    let printed = devtools(&page.client, "Page.printToPDF", json!({ "preferCSSPageSize": true })).await;
    let count = "return atob(arguments[0]).match(/\\/Type\\s*\\/Page[^s]/g).length";
    page.run_with(count, vec![printed["data"].clone()]).await.as_u64().expect("a count") as usize
}

/// The pages of all views of `text`, and of its comparison with itself but for
/// two units.
async fn pages_of_all(page: &Page, text: &str) -> usize {
    let mut all = 0;
    enter(page, text).await;
    for panel in PANELS {
        click(page, &format!("tab-{panel}")).await;
        all += pages(page).await;
    }
    page.run("Store.set({ tab: 'changes', other: Store.state.text.replace(/市应急局|市财政局/g, '市审计局') })").await;
    for by in ["units", "tasks"] {
        page.run_with("Store.set({ changesBy: arguments[0] })", vec![json!(by)]).await;
        all += pages(page).await;
    }
    all
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_notice_takes_few_sheets() {
    on_page(async |page| {
        let taken = pages_of_all(page, &sample("draft-annex.txt")).await;
        assert!(taken <= MOST_OF_SAMPLE, "{taken} pages");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_real_notice_takes_half_of_what_it_took() {
    let Ok(text) = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(REAL)) else {
        println!("skipped: {REAL} is not here");
        return;
    };
    on_page(async |page| {
        let taken = pages_of_all(page, &text).await;
        assert!(taken <= MOST_OF_REAL, "{taken} pages");
    });
}
