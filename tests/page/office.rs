//! The second module, of files of office programs: started when it is first
//! asked for, and never in the way of the rest.

use crate::browser::on_page;
use crate::exports::{call, choose, export, open};
use crate::textbox::click;
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
            while (Store.state.making && performance.now() - start < 10000) await new Promise(done => setTimeout(done, 20));
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
