//! The page on the oldest kernel it is made for. The environment variable
//! `OLD_CHROMIUM` names the binary.

use crate::browser::shipped;
use crate::engine::samples;
use crate::maker::{document, item, p};
use crate::pipe::PipedBrowser;
use notice_analyzer::import::{self, Revisions};
use notice_analyzer::{Options, analyze};
use serde_json::{Value, json};
use std::path::PathBuf;

fn open() -> PipedBrowser {
    let binary = std::env::var_os("OLD_CHROMIUM").expect("OLD_CHROMIUM names a Chromium 78");
    let mut browser = PipedBrowser::open(&PathBuf::from(binary), &shipped());
    browser.evaluate("Engine.ready");
    browser
}

#[test]
#[ignore = "needs the built page and an old Chromium: cargo xtask test"]
fn reads_the_same_as_the_native_core_on_chromium_78() {
    let mut browser = open();
    assert_eq!(browser.evaluate("navigator.userAgent.includes('Chrome/78.')"), json!(true));
    for (name, text) in samples() {
        let text = Value::from(text);
        let native = serde_json::to_string(&analyze(text.as_str().expect("text"), &Options::default())).expect("JSON");
        let same = browser
            .evaluate(&format!("JSON.stringify(Engine.read({text}, {{}}).analysis()) === JSON.stringify({native})"));
        assert_eq!(same, json!(true), "{name}");
    }
    assert_eq!(browser.problems(), [""; 0]);
}

#[test]
#[ignore = "needs the built page and an old Chromium: cargo xtask test"]
fn the_policy_is_kept_on_chromium_78() {
    let mut browser = open();
    let refused = browser.evaluate("fetch('https://example.invalid/').then(() => false, () => true)");
    assert_eq!(refused, json!(true));
    let script = "document.body.appendChild(document.createElement('script')).textContent = 'window.injected = 1'";
    browser.evaluate(&format!("void ({script})"));
    assert_eq!(browser.evaluate("typeof window.injected"), json!("undefined"));
    assert_eq!(browser.evaluate("document.getElementById('startup').hidden"), json!(true));
}

#[test]
#[ignore = "needs the built page and an old Chromium: cargo xtask test"]
fn a_notice_is_shown_on_chromium_78() {
    let mut browser = open();
    let enter = "
        document.getElementById('text').focus();
        document.execCommand('insertText', false, SAMPLE);";
    browser.evaluate(enter);
    assert_eq!(
        browser.evaluate(&until("Store.state.reading && document.querySelector('#panel tbody tr')")),
        json!(true)
    );
    let another = browser.evaluate("SAMPLE.replace(/县公安局/g, '县商务局')");
    browser.evaluate("document.getElementById('tab-changes').click(); document.getElementById('another-text').focus()");
    browser.insert(another.as_str().expect("a text"));
    let compared = format!("Store.state.other === {another} && document.querySelector('.balance tbody tr')");
    assert_eq!(browser.evaluate(&until(&compared)), json!(true));
    let tabs = "
        Array.from(document.querySelectorAll('[id^=\"tab-\"]')).map(tab => {
            tab.click();
            return document.getElementById('panel').textContent.length > 20;
        })";
    assert_eq!(browser.evaluate(tabs), json!(vec![true; 11]));
    assert_eq!(browser.problems(), [""; 0]);
}

/// Whether `condition` comes to hold within some seconds.
fn until(condition: &str) -> String {
    format!(
        "new Promise(done => {{
            let looks = 0;
            const look = () => ({condition}) ? done(true) : ++looks > 300 ? done(false) : setTimeout(look, 30);
            look();
        }})"
    )
}

#[test]
#[ignore = "needs the built page and an old Chromium: cargo xtask test"]
fn shows_every_table_of_the_example_on_chromium_78() {
    let mut browser = open();
    browser.evaluate("document.getElementById('sample').click()");
    browser.evaluate(
        "new Promise(done => {
            const look = () => document.querySelector('#panel tbody tr') ? done() : setTimeout(look, 30);
            look();
        })",
    );
    let empty = browser.evaluate(
        "Array.from(document.querySelectorAll('#views button')).filter(tab => {
            tab.click();
            return document.getElementById('panel').textContent.length < 20;
        }).map(tab => tab.textContent)",
    );
    assert_eq!(empty, json!([]));
    assert_eq!(browser.problems(), [""; 0]);
}

#[test]
#[ignore = "needs the built page and an old Chromium: cargo xtask test"]
fn a_document_opens_and_a_workbook_is_made_on_chromium_78() {
    let bytes = document(&(p("关于安全生产的通知") + &item(1, 0, "压实责任。（县住建局牵头）")));
    let text = import::docx(&bytes, Revisions::Accepted).expect("a document").text;
    let mut browser = open();
    browser.evaluate(&format!("Intake.read(new File([new Uint8Array({bytes:?})], '通知.docx'))"));
    let read = format!("TextBox.value() === {} && Store.state.reading", json!(text));
    assert_eq!(browser.evaluate(&until(&read)), json!(true));
    let made = "Office.workbook('甲', Store.state.reading.worksheets([{ sheet: 'tasks' }])).then(file => String.fromCharCode(file[0], file[1]))";
    assert_eq!(browser.evaluate(made), json!("PK"));
    let slips = "Work.run('甲', pause => Office.text('甲', 'slips', [() => Store.state.reading.sections('slips', { units: [0, 1] })], pause))
        .then(file => String.fromCharCode(file[0], file[1]))";
    assert_eq!(browser.evaluate(slips), json!("PK"));
    let cancelled = "Work.run('甲', pause => (Work.cancel(), pause(0.5))).then(() => false, Work.wasCancelled)";
    assert_eq!(browser.evaluate(cancelled), json!(true));
    let draft =
        "Intake.read(new File([Copy.source(Object.assign(Draft.whole(), { text: '一、另一件事。' }))], '稿.html'))";
    browser.evaluate(&format!("Copy.keep(); {draft}"));
    assert_eq!(browser.evaluate(&until("TextBox.value() === '一、另一件事。'")), json!(true));
    assert_eq!(browser.problems(), [""; 0]);
}

#[test]
#[ignore = "needs the built page and an old Chromium: cargo xtask test"]
fn a_long_text_is_read_beside_the_page_on_chromium_78() {
    let mut browser = open();
    browser.evaluate("window.workers = 0; window.Worker = new Proxy(Worker, { construct: (made, given) => (workers++, new made(...given)) }); 0");
    browser.evaluate("window.text = Array.from({ length: 120 }, (_, nth) => SAMPLE.replace(/安全/g, nth)).join(''); TextBox.replace(text)");
    let begun = until("Store.state.work && typeof Store.state.work.share === 'string'");
    assert_eq!(browser.evaluate(&begun), json!(true));
    assert_eq!(browser.evaluate(&until("!Store.state.pending")), json!(true));
    let same = "
        const here = Engine.read(text, { today: null }).tasks();
        [workers, Beside.takes(text), JSON.stringify(Store.view('tasks')) === JSON.stringify(here), here.length > 100]";
    assert_eq!(browser.evaluate(same), json!([1, true, true, true]));
    browser.evaluate("TextBox.replace(text + '一')");
    assert_eq!(browser.evaluate(&begun), json!(true));
    browser.evaluate("document.getElementById('stop').click()");
    assert_eq!(browser.evaluate(&until("Store.state.said.startsWith('已取消')")), json!(true));
    assert_eq!(browser.problems(), [""; 0]);
}
