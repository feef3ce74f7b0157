//! The second module, of files of office programs: started when it is first
//! asked for, and never in the way of the rest.

use crate::browser::on_page;
use crate::documents::STOPS;
use crate::exports::{call, choose, document, export, open};
use crate::textbox::{click, enter};
use fantoccini::Locator;
use serde_json::json;

/// Counts the modules that are compiled from now on.
const COUNT: &str = "
    const compile = WebAssembly.compile;
    window.compiled = 0;
    WebAssembly.compile = bytes => (window.compiled++, compile.call(WebAssembly, bytes));";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn starts_once_and_only_when_a_file_is_made() {
    on_page(async |page| {
        page.run(COUNT).await;
        open(page, "tasks").await;
        choose(page, "csv").await;
        call(page, "甲.csv").await;
        export(page, "甲.csv").await;
        assert_eq!(page.run("return compiled").await, json!(0), "nothing but a workbook and a document needs it");
        for (form, name) in [("xlsx", "乙.xlsx"), ("docx", "丙.docx"), ("xlsx", "丁.xlsx")] {
            choose(page, form).await;
            call(page, name).await;
            assert!(export(page, name).await.starts_with(b"PK"));
        }
        assert_eq!(page.run("return compiled").await, json!(1));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_button_says_that_it_works_and_takes_no_second_click() {
    on_page(async |page| {
        open(page, "tasks").await;
        page.run(COUNT).await;
        let words = "
            const go = document.getElementById('export-go');
            const made = [];
            Transfer.save = (content, type, name) => made.push(name);
            go.click();
            const busy = go.textContent;
            go.click();
            const start = performance.now();
            while (Store.state.work && performance.now() - start < 10000) await new Promise(done => setTimeout(done, 20));
            return [busy, go.textContent, made.length]";
        assert_eq!(page.run(words).await, json!(["正在生成……", "导出", 1]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn where_it_cannot_start_a_sentence_says_so_and_the_next_try_may_succeed() {
    on_page(async |page| {
        open(page, "tasks").await;
        page.run(
            "window.compile = WebAssembly.compile;
            WebAssembly.compile = () => Promise.reject(new RangeError('no room'));",
        )
        .await;
        click(page, "export-go").await;
        page.wait_until("document.getElementById('export-said').textContent.includes('没有启动起来')").await;
        page.run("WebAssembly.compile = window.compile").await;
        call(page, "丙.xlsx").await;
        assert!(export(page, "丙.xlsx").await.starts_with(b"PK"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_call_that_fails_leaves_nothing_behind() {
    on_page(async |page| {
        let calls = "
            const failed = await Office.workbook('甲', 7).then(() => false, error => !error.sentence);
            const table = { note: '', header: ['任务'], rows: [['甲']], keys: [], due: [], before_units: null };
            const file = await Office.workbook('甲', [{ name: '乙', table }]);
            return [failed, Array.from(file.slice(0, 2))]";
        assert_eq!(page.run(calls).await, json!([true, [0x50, 0x4b]]));
    });
}

/// A notice that gives many units something to do.
fn for_many_units(units: usize) -> String {
    let items = (0..units).map(|nth| format!("{}．建立台账，逐项整改。（第{nth}中学负责）\n", nth + 1));
    format!("关于安全生产的通知\n{}", items.collect::<String>())
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn slips_of_all_units_say_how_far_they_have_come_and_can_be_cancelled() {
    on_page(async |page| {
        enter(page, &for_many_units(1200)).await;
        click(page, "export").await;
        for value in ["docx", "slips"] {
            choose(page, value).await;
        }
        call(page, "分送单.docx").await;
        page.run("window.save = Transfer.save; Transfer.save = () => (window.saved = true)").await;
        page.run(STOPS).await;
        // Each batch takes its time, as on a slow machine.
        page.run(
            "const { reading } = Store.state;
            const slow = reading.sections;
            reading.sections = (...given) => {
                const start = performance.now();
                while (performance.now() - start < 50);
                return slow.apply(reading, given);
            };",
        )
        .await;
        page.client.find(Locator::Id("export-go")).await.expect("the button").click().await.expect("a click");
        page.wait_until("!Store.state.work && document.getElementById('export-said').textContent").await;
        let told = "return [document.getElementById('export-said').textContent, Boolean(window.saved),
            document.getElementById('export-stop').hidden, document.getElementById('export-go').textContent]";
        assert_eq!(page.run(told).await, json!(["已取消，没有生成文件。", false, true, "导出"]));
        let shares = page.run("return window.shares").await;
        assert!(shares.as_array().map(Vec::len) == Some(1), "{shares}");

        page.run("document.querySelectorAll('.stop').forEach(stop => (stop.click = () => {}))").await;
        page.run("delete Store.state.reading.sections; Transfer.save = window.save").await;
        let file = document(&export(page, "分送单.docx").await);
        let units = page.run("return Store.view('units').length").await;
        assert_eq!(json!(file.matches("反馈意见：").count()), units, "a page for each");
        let shares = page.run("return window.shares").await;
        let shares: Vec<f64> = serde_json::from_value(shares).expect("shares");
        assert!(shares[1..].is_sorted(), "{shares:?}");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_text_that_changes_meanwhile_leaves_no_half_a_file() {
    on_page(async |page| {
        enter(page, &for_many_units(200)).await;
        click(page, "export").await;
        for value in ["docx", "slips"] {
            choose(page, value).await;
        }
        page.run(
            "Transfer.save = () => (window.saved = true);
            const { reading } = Store.state;
            const sections = reading.sections;
            reading.sections = (...given) => {
                const made = sections.apply(reading, given);
                Store.set({ reading: Engine.read('一、另一件事。（县应急局负责）', {}) });
                return made;
            };",
        )
        .await;
        page.run("document.getElementById('export-go').click()").await;
        page.wait_until("!Store.state.work && document.getElementById('export-said').textContent").await;
        let told = page.run("return document.getElementById('export-said').textContent + Boolean(window.saved)").await;
        assert_eq!(told, json!("全文刚刚有改动，没有生成文件。请再导出一次。false"));
    });
}
