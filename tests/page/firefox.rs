//! The page in Firefox ESR, which many Linux desktops bring. The environment
//! variable `GECKODRIVER` names its driver, whose scripts see the document but
//! none of the page's own names: so the page is used as a person would.

use crate::browser::{Page, shipped};
use crate::driver::Driver;
use crate::results::sample;
use fantoccini::Locator;
use serde_json::json;

/// Opens the page in Firefox, runs `test` on it, and looks that the page caught
/// no error.
fn on_firefox(test: impl AsyncFnOnce(&Page)) {
    let program = std::env::var_os("GECKODRIVER").expect("GECKODRIVER names the driver of Firefox");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let options = json!({ "moz:firefoxOptions": { "args": ["-headless", "-width", "1366", "-height", "854"] } });
        let capabilities = options.as_object().cloned().expect("an object");
        let page = Page::start(Driver::firefox(&program), capabilities, directory, &shipped()).await;
        page.open().await;
        page.wait_until("document.getElementById('startup').hidden").await;
        test(&page).await;
        assert_eq!(page.run("return document.getElementById('trouble').hidden").await, json!(true));
        page.client.clone().close().await.expect("Firefox ends");
    });
}

async fn press(page: &Page, selector: &str) {
    page.client.find(Locator::Css(selector)).await.expect(selector).click().await.expect(selector);
}

#[test]
#[ignore = "needs the built page, Firefox and its driver: cargo xtask test"]
fn the_page_works_in_firefox() {
    on_firefox(async |page| {
        let insert = "const box = document.getElementById('text'); box.focus();
            document.execCommand('insertText', false, arguments[0]);";
        page.run_with(insert, vec![json!(sample("draft-annex.txt"))]).await;
        page.wait_until("document.querySelector('.tasks tr[data-index]')").await;
        for place in ["tasks", "units", "calendar", "checks", "changes"] {
            press(page, &format!("#place-{place}")).await;
            let shown = page.run("return document.getElementById('list').textContent.length > 20").await;
            assert_eq!(shown, json!(true), "{place}");
        }
        press(page, "#place-tasks").await;
        press(page, ".tasks .role-lead").await;
        // Of 住建、消防部门 the words of the first unit are 住建, its name 住建部门.
        let marked = "const [start, end] = document.querySelector('.tasks .role-lead').dataset.span.split(',');
            const words = document.getElementById('text').value.slice(Number(start), Number(end));
            return [document.querySelector('#original .hit').textContent, words]";
        assert_eq!(page.run(marked).await, json!(["住建", "住建"]));
        press(page, "#copy").await;
        let told = page.run("return document.getElementById('status').textContent").await;
        assert!(told.as_str().is_some_and(|text| text.contains("已复制")), "{told}");
    });
}
