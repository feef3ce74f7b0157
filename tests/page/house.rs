//! 本单位用语: written, opened and pasted, refused with a reason, saved as a file
//! and within a draft.

use crate::browser::{Page, on_file, on_page};
use crate::textbox::{click, enter, settled};
use serde_json::json;
use std::fs;

const NOTICE: &str = "一、到服务局办理，用协仪平台。\n二、腾退第3号楼。";

/// Opens the dialog and writes `style` into it.
async fn write(page: &Page, style: &str) {
    click(page, "open-house").await;
    page.wait_until("document.getElementById('house').open").await;
    page.run_with("TextBox.put([0, 9999], arguments[0], document.getElementById('house-text'))", vec![json!(style)])
        .await;
}

/// Codes and messages of what is marked.
const OWN: &str = "return Remarks.open().filter(row => row.code.startsWith('OWN')).map(row => [row.code, row.message])";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_style_of_an_office_is_written_refused_and_taken() {
    on_page(async |page| {
        enter(page, NOTICE).await;
        write(page, "云\n服务局 => 服务中心").await;
        let wrong = "return [document.getElementById('house-wrong').textContent, document.getElementById('house-take').disabled]";
        assert_eq!(page.run(wrong).await, json!(["第1行：词语至少要两个字。", true]));
        page.run("document.getElementById('house').close()").await;
        assert_eq!(page.run(OWN).await, json!([]));
        write(page, "服务局 => 服务中心\n/第\\d+号楼/ 楼栋请写全称").await;
        assert_eq!(page.run(wrong).await, json!(["", false]));
        click(page, "house-take").await;
        settled(page).await;
        let marked = json!([["OWN-001", "“服务局”按本单位用语应写作“服务中心”。"], ["OWN-002", "楼栋请写全称。"]]);
        assert_eq!(page.run(OWN).await, marked);
        page.run("Remarks.adopt(Remarks.open().find(row => row.code === 'OWN-001').id, [0])").await;
        page.wait_until("Store.state.text.includes('服务中心') && !Store.state.pending").await;
        page.run("Remarks.ignore('ids', Remarks.open().find(row => row.code === 'OWN-002').ids, true)").await;
        assert_eq!(page.run(OWN).await, json!([]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_style_is_kept_in_files_alone() {
    let style = "# 本单位\n服务局 => 服务中心\n";
    let mut draft = String::new();
    on_page(async |page| {
        enter(page, NOTICE).await;
        click(page, "open-house").await;
        page.wait_until("document.getElementById('house').open").await;
        page.run_with("House.open(new File([arguments[0]], '本单位用语.txt'))", vec![json!(style)]).await;
        page.wait_until("document.getElementById('house-text').value").await;
        click(page, "house-save").await;
        assert_eq!(page.downloaded("本单位用语.txt").await, style.as_bytes());
        click(page, "house-take").await;
        settled(page).await;
        let copies =
            "return [Copy.source(null), Copy.source({ text: TextBox.value(), other: '', house: Store.state.house })]";
        let copies = page.run(copies).await;
        assert!(!copies[0].as_str().expect("a page").contains("服务局 => "));
        draft = copies[1].as_str().expect("a page").to_owned();
    });
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("draft.html");
    fs::write(&file, draft).expect("a draft");
    on_file(&file, async |page| {
        page.run("await Engine.ready").await;
        settled(page).await;
        assert_eq!(page.run("return Store.state.house").await, json!(style));
        assert_eq!(page.run(OWN).await, json!([["OWN-001", "“服务局”按本单位用语应写作“服务中心”。"]]));
    });
}
