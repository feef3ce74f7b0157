//! Long texts are read beside the page, which goes on meanwhile.

use crate::browser::{Page, on_changed_page, on_page};
use crate::textbox::{enter, settled};
use serde_json::{Value, json};

/// `long(bytes)`: notices one behind the other; `told`: what the page shows.
const HELP: &str = "
    window.long = bytes => {
        const one = new TextEncoder().encode(SAMPLE).length;
        return Array.from({ length: Math.ceil(bytes / one) }, (_, nth) => SAMPLE.replace(/安全生产/g, '第' + nth + '项')).join('\\n');
    };
    window.told = () => [Store.state.text, Store.state.reading && Store.view('tasks').length, TextBox.value(),
        document.getElementById('status').textContent, document.getElementById('stop').hidden];
    window.workers = 0;
    if (window.Worker) window.Worker = new Proxy(window.Worker, { construct: (made, given) => (workers++, new made(...given)) });";

const READING: &str = "Store.state.work && typeof Store.state.work.share === 'string'";

/// Puts a text of so many bytes in, and waits until it is being read.
async fn begin(page: &Page, bytes: u32) {
    page.run(&format!("TextBox.replace(long({bytes}))")).await;
    page.wait_until(READING).await;
}

/// How often the page answers while a text is read beside it: from when it says that
/// it reads until the result is there.
const ANSWERS: &str = "
    TextBox.replace(long(1000000));
    let answers = 0;
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
        const { work, pending } = Store.state;
        if (work && typeof work.share === 'string') answers++;
        if (pending) beat.port2.postMessage(0);
    };
    beat.port2.postMessage(0);
    while (Store.state.pending) await new Promise(done => setTimeout(done, 10));
    TextBox.replace('');
    while (Store.state.pending) await new Promise(done => setTimeout(done, 10));
    return answers;";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_page_answers_while_a_megabyte_is_read() {
    on_page(async |page| {
        page.run(HELP).await;
        // A page that reads itself answers once at most: before it begins.
        let answers = page.run(ANSWERS).await;
        assert!(answers.as_u64().is_some_and(|answers| answers > 20), "{answers}");
        assert_eq!(page.run("return workers").await, json!(1));
    });
}

/// Everything that a reading gives, made here and beside the page.
const BOTH: &str = "
    const text = SAMPLE + '\\n一、压实云协平台责任。（县住建局、县公安局负责）';
    const corrections = [
        { work: { at: { words: '压实云协平台责任', of: 1 }, change: { role: { unit: '县住建局', role: 'lead' } } } },
        { merge: { units: ['县公安局'], into: '县局' } },
    ];
    const given = { text, options: { today: '2024-03-01', corrections, expand: true }, house: '协同 => 协作', directory: '青岭县公安局 = 县公安局；级别：县级' };
    const names = ['analysis', 'summary', 'overview', 'tasks', 'annex', 'collation', 'units', 'calendar', 'notice', 'corrections', 'unread', 'marks'];
    const all = reading => JSON.stringify([
        names.map(name => reading[name]()), reading.findings({ ids: [], rules: [] }), reading.matrix({}),
        reading.correct(reading.tasks()[0].id, ['aside']), reading.cells('tasks', {}), reading.tsv('units', {}), reading.ics({}),
        reading.worksheets([{ sheet: 'tasks' }]),
    ]);";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn gives_the_same_as_the_page_itself() {
    on_page(async |page| {
        let same = format!(
            "{BOTH}
            const here = Engine.read(text, given.options, given.house, given.directory);
            const expected = all(here);
            const {{ reading, adopt }} = await Beside.read(given, async () => {{}});
            const moved = all(reading);
            adopt();
            const again = Engine.read(text, given.options, given.house, given.directory);
            const compared = reading.compare(again, true);
            return [moved === expected, all(again) === expected, all(reading) === expected, expected.length > 10000,
                compared.length === undefined || compared.length >= 0];"
        );
        assert_eq!(page.run(&same).await, json!([true, true, true, true, true]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn short_texts_are_read_by_the_page_itself() {
    on_page(async |page| {
        page.run(HELP).await;
        enter(page, "一、压实责任。（县应急局负责）").await;
        page.run("TextBox.replace(long(47000))").await;
        settled(page).await;
        assert_eq!(page.run("return workers").await, json!(0));
    });
}

/// The text stays as it was put in, the result is the last one, and a step of
/// undo leads back; when its places are asked for, it is read after all.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_long_reading_can_be_cancelled() {
    on_page(async |page| {
        page.run(HELP).await;
        enter(page, "一、压实责任。（县应急局负责）").await;
        begin(page, 3_000_000).await;
        let reading = page.run("document.getElementById('stop').focus(); return told().slice(3)").await;
        assert_eq!(reading, json!(["正在读……", false]));
        page.run("document.getElementById('stop').click()").await;
        page.wait_until("Store.state.said").await;
        let left = "const [text, tasks, value, said, hidden] = told();
            return [text, tasks, value === long(3000000), said.startsWith('已取消'), hidden, Store.state.pending,
                document.activeElement.id, document.getElementById('trouble').hidden]";
        let expected = json!(["一、压实责任。（县应急局负责）", 1, true, true, true, true, "open-file", true]);
        assert_eq!(page.run(left).await, expected);
        // The worker is gone: nothing arrives any more.
        page.run("await new Promise(done => setTimeout(done, 3000))").await;
        assert_eq!(page.run(left).await, expected);
        page.run("document.getElementById('restore').click()").await;
        settled(page).await;
        assert_eq!(page.run("return TextBox.value()").await, expected[0]);
        begin(page, 400_000).await;
        page.run("document.getElementById('stop').click()").await;
        page.wait_until("Store.state.said").await;
        page.run("document.getElementById('mode-read').click()").await;
        settled(page).await;
        assert_eq!(page.run("return Store.view('tasks').length > 100").await, json!(true));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_is_typed_meanwhile_is_what_is_read() {
    on_page(async |page| {
        page.run(HELP).await;
        begin(page, 1_000_000).await;
        page.run("window.seen = []; Store.watch(['text'], () => seen.push(Store.state.text))").await;
        enter(page, "一、压实责任。（县应急局负责）").await;
        page.run("await new Promise(done => setTimeout(done, 2000))").await;
        assert_eq!(page.run("return seen").await, json!(["一、压实责任。（县应急局负责）"]));
        assert_eq!(
            page.run("return told().slice(1)").await,
            json!([1, "一、压实责任。（县应急局负责）", "15 字", true])
        );
        // And the other way round: the newer one is the long one.
        begin(page, 400_000).await;
        page.run("document.getElementById('text').focus(); document.execCommand('insertText', false, '甲')").await;
        settled(page).await;
        assert_eq!(page.run("return [seen.length, Store.state.text.startsWith('甲')]").await, json!([2, true]));
    });
}

/// What the engine refuses there is told as what it refuses here.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_reading_that_fails_there_is_told() {
    on_page(async |page| {
        page.run(HELP).await;
        page.run("Store.set({ corrections: [{ unknown: 1 }] }); TextBox.replace(long(400000))").await;
        settled(page).await;
        let told = "return [Store.state.said, document.getElementById('unread').hidden, document.getElementById('stop').hidden]";
        assert_eq!(page.run(told).await, json!(["这段文本没有读成，改动后会再读。", false, true]));
        page.run("Store.set({ corrections: [] }); Reader.soon(true)").await;
        settled(page).await;
        assert_eq!(page.run("return Store.state.unread").await, json!(false));
    });
}

/// What the page asks before it takes a very long text.
async fn question(page: &Page) -> String {
    let ask = "
        Intake.take('一'.repeat(1000000), true);
        const words = document.getElementById('question').textContent;
        document.getElementById('ask').close();
        return words";
    page.run(ask).await.as_str().expect("words").to_owned()
}

/// Where there can be no worker, the page reads it itself.
async fn reads_itself(page: &Page) {
    page.run("await Engine.ready").await;
    page.run(HELP).await;
    assert!(question(page).await.contains("其间可以取消"));
    page.run("TextBox.replace(long(400000))").await;
    settled(page).await;
    assert!(question(page).await.contains("其间页面不能操作"));
    let told = "return [Store.view('tasks').length > 100, Beside.takes(TextBox.value()), document.getElementById('trouble').hidden]";
    assert_eq!(page.run(told).await, json!([true, false, true]));
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_page_reads_where_a_policy_forbids_workers() {
    on_changed_page("worker-src blob:", "worker-src 'none'", async |page| {
        reads_itself(page).await;
        // The browser itself logs that the policy was kept.
        let errors: Vec<Value> = page.errors().await.into_iter().map(Value::from).collect();
        let kept = |error: &Value| error.as_str().is_some_and(|error| error.contains("Content Security Policy"));
        assert!(!errors.is_empty() && errors.iter().all(kept), "{errors:?}");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_page_reads_where_a_worker_does_not_begin() {
    on_page(async |page| {
        page.run("window.Worker = function () { throw new Error('none') }").await;
        reads_itself(page).await;
    });
}
