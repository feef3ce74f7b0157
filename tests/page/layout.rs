//! Other windows and other eyes: zoom, forced colors, the keyboard alone.

use crate::browser::{Page, on_page};
use crate::console::devtools;
use crate::results::sample;
use crate::textbox::{click, enter, settled};
use serde_json::json;

const PANELS: [&str; 11] = [
    "corrections", "tasks", "matrix", "units", "calendar", "findings", "amendments", "collation", "notice", "unread",
    "changes",
];

async fn resize(page: &Page, width: u64, height: u64) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    devtools(&page.client, "Emulation.setDeviceMetricsOverride", size).await;
}

/// What of the controls lies outside of the window, and whether the list has
/// room; the page must never be wider than the window.
const OUTSIDE: &str = "
    const seen = element => element.getBoundingClientRect();
    const controls = document.querySelectorAll('.masthead, .masthead summary, .bar button, .top button, .panes button, #overview input');
    const out = Array.from(controls).filter(one => seen(one).width && (seen(one).left < -1 || seen(one).right > innerWidth + 1));
    const list = document.getElementById('list');
    return [out.map(one => one.id || one.textContent), document.scrollingElement.scrollWidth <= innerWidth, list.clientHeight > 60];";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn nothing_is_lost_in_a_small_or_zoomed_window() {
    on_page(async |page| {
        enter(page, &sample("draft-annex.txt")).await;
        page.run("Corrections.make('T1', [{ title: { title: '另起的名称' } }])").await;
        settled(page).await;
        page.run("Store.set({ pane: 'result' })").await;
        for (width, height) in [(1366, 768), (1024, 768), (1093, 614), (911, 512), (683, 384)] {
            resize(page, width, height).await;
            for panel in PANELS {
                click(page, &format!("tab-{panel}")).await;
                assert_eq!(page.run(OUTSIDE).await, json!([[], true, true]), "{panel} at {width} × {height}");
            }
        }
        click(page, "pane-source").await;
        let text = "return document.getElementById('text').clientHeight > 100 && document.getElementById('list').clientHeight === 0";
        assert_eq!(page.run(text).await, json!(true), "one half at a time");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn ten_tasks_stand_in_one_window() {
    let whole = "
        const list = document.getElementById('list').getBoundingClientRect();
        const inside = row => row.getBoundingClientRect().bottom <= list.bottom;
        return Array.from(document.querySelectorAll('#list tr[data-index]')).filter(inside).length";
    on_page(async |page| {
        resize(page, 1366, 768).await;
        enter(page, &sample("county-brackets.txt")).await;
        let rows = page.run(whole).await.as_u64().expect("a count");
        assert!(rows >= 10, "{rows} rows");
        let opened = "
            const row = document.querySelector('#list tr[data-index=\"3\"]');
            const before = row.offsetHeight;
            row.click();
            return row.offsetHeight >= before && row.querySelector('.clip').scrollHeight <= row.querySelector('.clip').clientHeight + 1";
        assert_eq!(page.run(opened).await, json!(true));
    });
}

/// Words must be told from what is behind them.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn names_and_pressed_buttons_show_in_forced_colors() {
    let told = "
        const style = element => getComputedStyle(element);
        const opaque = element => {
            const color = style(element).backgroundColor;
            return color !== 'rgba(0, 0, 0, 0)' || !element.parentElement ? color : opaque(element.parentElement);
        };
        const light = color => {
            const [red, green, blue] = color.match(/[0-9.]+/g).map(one => Math.pow(Number(one) / 255, 2.2));
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
        };
        const contrast = element => {
            const [one, other] = [light(style(element).color), light(opaque(element))];
            return Math.max(one, other) / Math.min(one, other);
        };
        const all = Array.from(document.querySelectorAll('#original mark, .pointed *, [aria-pressed=true], [aria-pressed=true] *, [aria-selected=true], [aria-selected=true] *'));
        const shown = all.filter(element => element.getClientRects().length);
        return [shown.length > 10, shown.filter(element => contrast(element) < 4.5).map(element => element.outerHTML.slice(0, 80)),
            opaque(document.getElementById('mode-read')) !== opaque(document.getElementById('mode-edit'))];";
    on_page(async |page| {
        let colors = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        devtools(&page.client, "Emulation.setEmulatedMedia", colors).await;
        enter(page, &sample("county-brackets.txt")).await;
        page.run("document.querySelector('.tasks tr[data-index=\"3\"] .role-lead').click()").await;
        assert_eq!(page.run(told).await, json!([true, [], true]));
        for panel in ["matrix", "findings", "calendar", "amendments"] {
            click(page, &format!("tab-{panel}")).await;
            page.run("document.querySelector('#list tr[data-index]').click()").await;
            assert_eq!(page.run(told).await, json!([true, [], true]), "{panel}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_list_is_one_stop_of_the_tab_key_and_keeps_the_focus() {
    let walk = "
        const press = key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const stops = Array.from(document.querySelectorAll('#list [tabindex=\"0\"], #list button:not([tabindex]), #list [href]')).length;
        document.querySelector('#list tr[data-index]').focus();
        press('ArrowUp');
        const band = document.activeElement.classList.contains('band');
        press('ArrowDown');
        press('ArrowRight');
        while (document.activeElement.textContent !== '忽略') press('ArrowRight');
        const before = Remarks.open().length;
        for (let count = 0; count < 2; count++) {
            document.activeElement.click();
            await new Promise(done => setTimeout(done, 30));
            if (document.activeElement.tagName !== 'TR') break;
            while (document.activeElement.textContent !== '忽略') press('ArrowRight');
        }
        return [stops, band, before - Remarks.open().length];";
    on_page(async |page| {
        enter(page, &sample("draft-annex.txt")).await;
        click(page, "tab-findings").await;
        assert_eq!(page.run(walk).await, json!([1, true, 2]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_halves_are_resized_and_folded_by_keys() {
    let keys = "
        const bar = document.getElementById('splitter');
        const press = key => bar.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        const width = () => Math.round(document.getElementById('source').offsetWidth / 10);
        const usual = width();
        press('ArrowRight');
        const wider = width() > usual;
        press('Enter');
        const folded = width() === 0;
        press('Enter');
        return [wider, folded, width() === usual, bar.getAttribute('aria-valuenow')];";
    on_page(async |page| {
        assert_eq!(page.run(keys).await, json!([true, true, true, "32"]));
    });
}
