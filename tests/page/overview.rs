//! The picture of the page that the README shows.

use crate::browser::on_page;
use crate::results::sample;
use crate::textbox::{click, enter};
use std::fs;
use std::path::Path;

/// Where the picture is, and the switch that renews it:
/// `UPDATE_PICTURE=1 cargo test --test page overview -- --ignored`.
const PICTURE: &str = "tests/page/overview.png";
const SWITCH: &str = "UPDATE_PICTURE";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_picture_shows_the_page_in_use() {
    on_page(async |page| {
        page.client.set_window_size(1366, 768 + 143).await.expect("the inner size of a 1366 × 768 screen");
        enter(page, &sample("county-showcase.txt")).await;
        click(page, "tab-matrix").await;
        page.run("document.querySelector('.matrix tr[data-index=\"2\"] .role-lead').click()").await;
        let picture = page.client.screenshot().await.expect("a picture");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PICTURE);
        if std::env::var_os(SWITCH).is_some() {
            fs::write(&path, &picture).expect("the picture is written");
        }
        assert!(path.exists(), "{PICTURE} is missing: renew it with {SWITCH}=1");
    });
}
