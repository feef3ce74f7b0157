//! Documents of Word and WPS, opened as a person does: chosen, dropped, for the
//! notice and for another text.

use crate::browser::{Page, on_page};
use crate::maker::{RELATIONS, archive, cell, document, item, p, table};
use crate::textbox::{click, enter, settled};
use fantoccini::Locator;
use notice_analyzer::import::{self, Refusal, Revisions};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Chooses a file of these bytes, as in the window that 打开 opens.
pub async fn choose(page: &Page, name: &str, bytes: impl AsRef<[u8]>) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join(name);
    fs::write(&path, bytes).expect("a file");
    page.run(WATCH).await;
    choose_file(page, &path).await;
    page.wait_until("!document.getElementById('file').value").await;
    // The file must stay until it is read.
    page.wait_until("window.fileWasRead || Store.state.said").await;
}

/// Notes when a file has been read.
const WATCH: &str = "
    window.fileWasRead = false;
    const read = FileReader.prototype.readAsArrayBuffer;
    FileReader.prototype.readAsArrayBuffer = function (file) {
        FileReader.prototype.readAsArrayBuffer = read;
        this.addEventListener('loadend', () => { window.fileWasRead = true; });
        read.call(this, file);
    };";

async fn choose_file(page: &Page, path: &Path) {
    page.run("Store.set({ said: '' })").await;
    let input = page.client.find(Locator::Id("file")).await.expect("the input");
    input.send_keys(path.to_str().expect("a plain path")).await.expect("a file is chosen");
}

async fn text(page: &Page) -> Value {
    page.run("return TextBox.value()").await
}

/// Waits for the answer in the status bar, and gives it.
async fn told(page: &Page) -> Value {
    page.wait_until("Store.state.said && !Store.state.work").await;
    page.run("return document.getElementById('status').textContent").await
}

fn native(bytes: &[u8], revisions: Revisions) -> Value {
    json!(import::docx(bytes, revisions).expect("a document").text)
}

/// Numbers, a table with a merged cell, and words.
fn notice() -> Vec<u8> {
    let plain = |words: &str| cell("", &p(words));
    let rows = table(&[
        &[plain("序号"), plain("任务"), plain("责任单位")],
        &[cell("<w:vMerge w:val=\"restart\"/>", &p("1")), plain("建立台账"), plain("县应急局")],
        &[cell("<w:vMerge/>", &p("")), plain("逐项整改"), plain("县水利局")],
    ]);
    let measures =
        item(1, 0, "压实责任。完善制度，6月底前完成。（县住建局牵头）") + &item(1, 0, "排查隐患。（县应急局负责）");
    document(&(p("关于安全生产的通知") + &measures + &p("附件") + &rows))
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_document_is_read_as_on_the_command_line() {
    let bytes = notice();
    on_page(async |page| {
        choose(page, "通知.docx", &bytes).await;
        page.wait_until("TextBox.value()").await;
        assert_eq!(text(page).await, native(&bytes, Revisions::Accepted));
        settled(page).await;
        let read = "const { annex, tasks } = Store.state.reading.analysis(); return [annex.length, tasks.length]";
        assert_eq!(page.run(read).await, json!([2, 2]));
        assert_eq!(
            page.run("return [Store.state.said, document.getElementById('ask').open]").await,
            json!(["", false])
        );
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn tracked_changes_are_asked_about_once() {
    let changed = "<w:p><w:del><w:r><w:delText>一、布署。</w:delText></w:r></w:del><w:ins><w:r><w:t>一、部署。</w:t></w:r></w:ins></w:p>";
    let bytes = document(changed);
    on_page(async |page| {
        for (answer, held, revisions) in [(0, "", Revisions::Accepted), (1, "一、旧文。", Revisions::Original)] {
            enter(page, held).await;
            choose(page, "通知.docx", &bytes).await;
            page.wait_until("document.getElementById('ask').open").await;
            let question = page.run("return document.getElementById('question').textContent").await;
            assert_eq!(question.as_str().expect("text").contains("换成新的"), !held.is_empty());
            let labels =
                "return Array.from(document.querySelectorAll('#ask .answers button')).map(one => one.textContent)";
            assert_eq!(page.run(labels).await, json!(["接受修订", "按原稿", "取消"]));
            page.run_with(
                "document.querySelectorAll('#ask .answers button')[arguments[0]].click()",
                vec![json!(answer)],
            )
            .await;
            page.wait_until("TextBox.value().includes('署')").await;
            assert_eq!(text(page).await, native(&bytes, revisions));
            assert_eq!(page.run("return document.getElementById('ask').open").await, json!(false));
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_is_no_document_gets_a_sentence_and_the_text_stays() {
    let with = |document: &str| archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", document)]);
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0";
    let cases = [
        ("通知.doc", old.to_vec(), Refusal::OldWord),
        ("通知.rtf", b"{\\rtf1\\ansi }".to_vec(), Refusal::OldWord),
        ("密.docx", [&old[..], &utf16("EncryptedPackage")].concat(), Refusal::Encrypted),
        ("通知.pdf", b"%PDF-1.7".to_vec(), Refusal::Pdf),
        ("图.png", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Refusal::Picture),
        ("表.zip", archive(&[("content.xml", "<a/>")]), Refusal::OtherArchive),
        ("坏.docx", with("<w:document><w:body></w:document>"), Refusal::Broken),
        (
            "环.docx",
            with("<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]><w:document><w:t>&b;</w:t></w:document>"),
            Refusal::Broken,
        ),
        (
            "大.docx",
            with(&format!("<w:document><w:t>{}</w:t></w:document>", "甲".repeat(17_000_000))),
            Refusal::TooLarge,
        ),
        ("无.bin", vec![0; 8], Refusal::Unknown),
    ];
    let empty = document(&p(""));
    on_page(async |page| {
        enter(page, "一、压实责任。").await;
        for (name, bytes, refusal) in cases {
            assert_eq!(import::docx(&bytes, Revisions::Accepted), Err(refusal), "{name}");
            choose(page, name, &bytes).await;
            assert_eq!(told(page).await, json!(refusal.advice()), "{name}");
        }
        choose(page, "空.docx", &empty).await;
        assert!(told(page).await.as_str().expect("text").contains("没有文字"));
        assert_eq!(text(page).await, json!("一、压实责任。"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn both_texts_of_a_comparison_come_from_documents() {
    let (newer, older) = (notice(), document(&(item(1, 0, "压实责任。（县住建局牵头）") + &p("甲"))));
    on_page(async |page| {
        choose(page, "新.docx", &newer).await;
        page.wait_until("TextBox.value()").await;
        settled(page).await;
        click(page, "tab-changes").await;
        // The window of the system would stay open.
        page.run("document.getElementById('file').click = () => {}").await;
        click(page, "another-open").await;
        choose(page, "旧.docx", &older).await;
        page.wait_until("Store.state.changes").await;
        let other = page.run("return document.getElementById('another-text').value").await;
        assert_eq!(other, native(&older, Revisions::Accepted));
        assert_eq!(text(page).await, native(&newer, Revisions::Accepted), "the notice stays");
        let drop = "
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(arguments[0])], '旧.docx'));
            document.getElementById('another').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));";
        page.run_with(drop, vec![json!(document(&p("一、另一件事。")))]).await;
        page.wait_until("document.getElementById('another-text').value === '一、另一件事。'").await;
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn it_says_that_it_is_opening_and_what_failed_changes_nothing() {
    let bytes = notice();
    on_page(async |page| {
        page.run("window.opened = Office.open; Office.open = () => new Promise((_, fail) => (window.fail = fail))")
            .await;
        choose(page, "通知.docx", &bytes).await;
        page.wait_until("window.fail").await;
        let status = "return document.getElementById('status').textContent";
        assert_eq!(page.run(status).await, json!("正在打开……"));
        page.run("fail(new RangeError('no room')); Office.open = window.opened").await;
        assert!(told(page).await.as_str().expect("text").contains("没有打开"));
        choose(page, "通知.docx", &bytes).await;
        page.wait_until("TextBox.value()").await;
        assert_eq!(text(page).await, native(&bytes, Revisions::Accepted));
    });
}

/// Clicks 取消 as soon as the page says how far it has come.
pub const STOPS: &str = "
    window.shares = [];
    Store.watch(['work'], () => {
        const { work } = Store.state;
        if (!work || !work.share) return;
        window.shares.push(work.share);
        document.querySelector('dialog[open] .stop, .status .stop').click();
    });";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_large_document_says_how_far_it_has_come_and_can_be_cancelled() {
    let lines = (0..150_000).map(|nth| p(&format!("{nth}.排查隐患，建立台账。（县应急局负责）")));
    let bytes = document(&lines.collect::<String>());
    let (text_before, small) = ("一、压实责任。（县住建局牵头）", notice());
    on_page(async |page| {
        enter(page, text_before).await;
        settled(page).await;
        let shown = "return [document.getElementById('stop').hidden, document.getElementById('status').textContent,
            Store.state.undo && Store.state.undo.label, document.getElementById('list').textContent]";
        let before = page.run(shown).await;
        page.run(STOPS).await;
        choose(page, "大.docx", &bytes).await;
        let said = told(page).await;
        assert_eq!(said, json!("已取消，没有打开。全文没有改动。"));
        let shares = page.run("return window.shares").await;
        let share = shares[0].as_f64().expect("a share");
        assert!(shares.as_array().map(Vec::len) == Some(1) && share > 0.0 && share < 1.0, "{shares}");
        assert_eq!(text(page).await, json!(text_before));
        page.run("Store.set({ said: '' })").await;
        assert_eq!(page.run(shown).await, before, "the page is as before");
        page.run("document.querySelectorAll('.stop').forEach(stop => (stop.click = () => {}))").await;
        choose(page, "通知.docx", &small).await;
        page.wait_until("document.getElementById('ask').open").await;
        page.run("document.querySelector('#ask .answers button').click()").await;
        assert_eq!(text(page).await, native(&small, Revisions::Accepted), "the next one opens");
    });
}

/// What is chosen while another one is being opened takes its place.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn only_what_was_opened_last_counts() {
    let lines = (0..60_000).map(|nth| p(&format!("{nth}.排查隐患，建立台账。（县应急局负责）")));
    let (large, small) = (document(&lines.collect::<String>()), notice());
    on_page(async |page| {
        let meanwhile = "
            window.answers = [];
            const small = new Uint8Array(arguments[0]);
            Store.watch(['said'], () => window.answers.push(Store.state.said));
            Store.watch(['work'], () => {
                if (window.begun || !Store.state.work || !Store.state.work.share) return;
                window.begun = true;
                Docx.open(small, text => (window.taken = text), '');
            });";
        page.run_with(meanwhile, vec![json!(small)]).await;
        choose(page, "大.docx", &large).await;
        page.wait_until("window.taken && !Store.state.work").await;
        assert_eq!(page.run("return window.taken").await, native(&small, Revisions::Accepted));
        assert_eq!(text(page).await, json!(""), "the first one was given up");
        let said = page.run("return window.answers.filter(said => said)").await;
        assert_eq!(said, json!([]), "nobody has cancelled anything");
    });
}

/// A document as another program writes it.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_document_of_libre_office_is_read_as_on_the_command_line() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let source = directory.path().join("通知.html");
    let html = "<meta charset=utf-8><p>关于安全生产的通知</p><ol><li>压实责任。</li><li>排查隐患。</li></ol>
        <table border=1><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>建立台账</td></tr></table>";
    fs::write(&source, html).expect("a file");
    let profile = format!("-env:UserInstallation=file://{}", directory.path().join("profile").display());
    let made = Command::new("soffice")
        .args([&profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx", "--outdir"])
        .args([directory.path(), &source])
        .output();
    if made.is_err() {
        println!("skipped: soffice is not installed");
        return;
    }
    let path = source.with_extension("docx");
    let bytes = fs::read(&path).expect("LibreOffice writes the document");
    let expected = native(&bytes, Revisions::Accepted);
    for words in ["1.压实责任。\n2.排查隐患。", "序号\t任务\n1\t建立台账"] {
        assert!(expected.as_str().expect("text").contains(words), "{expected}");
    }
    on_page(async |page| {
        choose_file(page, &path).await;
        page.wait_until("TextBox.value()").await;
        assert_eq!(text(page).await, expected);
    });
}
