//! What comes in besides typing: HTML of the clipboard, files, what is dropped.

use crate::browser::{Page, on_page};
use crate::textbox::{enter, settled};
use serde_json::{Value, json};

/// Pastes into the text box as other programs do, and gives what stands there;
/// null where it was left to the browser.
const PASTE: &str = "
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', arguments[0]);
    clipboardData.setData('text/plain', arguments[1]);
    const box = document.getElementById('text');
    box.focus();
    box.select();
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    box.dispatchEvent(paste);
    return paste.defaultPrevented ? box.value : null;";

async fn paste(page: &Page, html: &str, plain: &str) -> Value {
    page.run_with(PASTE, vec![json!(html), json!(plain)]).await
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn tables_and_lists_keep_what_plain_text_loses() {
    let cases = [
        ("<p>没有表格</p>", json!(null)),
        (
            "<table style='a:b'><tr><td rowspan=2>1</td><td>甲<br>乙</td></tr><tr><td>丙</td></tr></table>",
            json!("1\t\"甲\n乙\"\n1\t丙"),
        ),
        (
            "<table><tr><td colspan=2>一、总则</td></tr><tr><td>1</td><td>甲\"乙</td></tr></table>",
            json!("一、总则\t\n1\t甲\"乙"),
        ),
        (
            "<table><tr><td>1</td><td>甲</td></tr><tr style='display:none'><td>2</td><td>乙</td></tr></table>",
            json!("1\t甲"),
        ),
        (
            "<ol style='list-style-type:cjk-ideographic' start=9><li>甲<ol><li>乙</li><li>丙</li></ol></li><li>丁</li></ol>",
            json!("九、甲\n1.乙\n2.丙\n十、丁"),
        ),
        ("<ol><li>一、甲</li></ol><ul><li>乙</li></ul>", json!("一、甲\n乙")),
        (
            "<table><tr><td><p>只排\n版面</p><table><tr><td>1</td><td>甲</td></tr></table></td></tr></table>",
            json!("只排版面\n1\t甲"),
        ),
        (
            "<style>p{}</style><script>window.ran = 1</script><ul><li><img src=x onerror='window.ran = 1'>甲</li></ul>",
            json!("甲"),
        ),
    ];
    on_page(async |page| {
        for (html, expected) in cases {
            let plain = if expected.is_null() { "没有表格" } else { "" };
            assert_eq!(paste(page, html, plain).await, expected, "{html}");
        }
        assert_eq!(paste(page, "<ul><li>甲</li></ul>", "甲乙丙丁").await, json!(null), "less than the plain text");
        assert_eq!(page.run("return typeof window.ran").await, json!("undefined"));
        page.expect_held_off().await;
    });
}

/// What stands empty before the first words would push the text down.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn leading_blank_lines_are_left_out() {
    on_page(async |page| {
        assert_eq!(
            paste(page, "", "\n \r\n\u{3000}\n\u{3000}\u{3000}一、甲\n\n乙").await,
            json!("\u{3000}\u{3000}一、甲\n\n乙")
        );
        assert_eq!(paste(page, "<p><br></p><ul><li>甲</li></ul>", "\n甲").await, json!("甲"));
        assert_eq!(paste(page, "", "一、甲").await, json!(null), "left to the browser");
        page.run("TextBox.replace(''); Intake.read(new File(['\\n\\n一、丙'], '通知.txt'), null)").await;
        page.wait_until("TextBox.value() === '一、丙'").await;
    });
}

/// The cells of a pasted table are read as they stood.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_pasted_table_is_read_whole() {
    let row = |number: usize| {
        format!(
            "<tr><td>{number}</td><td>任务{number}</td><td><p>建立台账。</p><p>逐项整改。</p></td><td>县应急局<br>县水利局</td></tr>"
        )
    };
    let rows: String = (1..=20).map(row).collect();
    let html = format!("<table><tr><td>序号</td><td>任务</td><td>内容</td><td>责任单位</td></tr>{rows}</table>");
    on_page(async |page| {
        paste(page, &html, "").await;
        settled(page).await;
        let read = "const { annex, tasks } = Store.state.reading.analysis();
            return [annex.length, annex.every(row => row.assignments.length === 2), tasks.length]";
        assert_eq!(page.run(read).await, json!([20, true, 0]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_very_long_paste_is_one_step_back() {
    let row = format!("<tr><td>1</td><td>{}</td></tr>", "压实责任。".repeat(50));
    on_page(async |page| {
        enter(page, "一、压实责任。").await;
        paste(page, &format!("<table>{}</table>", row.repeat(3000)), "").await;
        settled(page).await;
        page.run("document.getElementById('restore').click()").await;
        assert_eq!(page.run("return TextBox.value()").await, json!("一、压实责任。"));
    });
}

/// Opens a file of these bytes, as the button does.
const OPEN: &str = "
    Store.set({ said: '' });
    Intake.read(new File([new Uint8Array(arguments[0])], '通知'));
    const start = performance.now();
    while (!TextBox.value() && !Store.state.said && performance.now() - start < 5000) await new Promise(done => setTimeout(done, 20));
    return TextBox.value() || Store.state.said;";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn text_files_open_in_every_encoding() {
    let words = "一、压实责任。";
    let utf16: Vec<u16> = words.encode_utf16().collect();
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16.iter().flat_map(|unit| unit.to_le_bytes())).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(utf16.iter().flat_map(|unit| unit.to_be_bytes())).collect();
    let gb18030 = vec![0xd2, 0xbb, 0xa1, 0xa2, 0xd1, 0xb9, 0xca, 0xb5, 0xd4, 0xf0, 0xc8, 0xce, 0xa1, 0xa3];
    let marked = [&[0xef, 0xbb, 0xbf], words.as_bytes()].concat();
    on_page(async |page| {
        for bytes in [words.as_bytes().to_vec(), marked, little, big, gb18030] {
            enter(page, "").await;
            assert_eq!(page.run_with(OPEN, vec![json!(bytes)]).await, json!(words), "{bytes:x?}");
        }
        enter(page, "").await;
        let game = "PK赛通知";
        assert_eq!(page.run_with(OPEN, vec![json!(game.as_bytes())]).await, json!(game), "no archive");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_drop_never_leads_away_and_text_is_not_replaced_unasked() {
    let drop = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['二、排查隐患。'], '通知.txt'));
        const prevented = ['dragover', 'drop'].map(type => {
            const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
            document.querySelector(arguments[0]).dispatchEvent(event);
            return event.defaultPrevented;
        });
        await new Promise(done => setTimeout(done, 300));
        return prevented.concat(document.getElementById('ask').open, TextBox.value());";
    on_page(async |page| {
        let onto = |place: &str| vec![json!(place)];
        assert_eq!(page.run_with(drop, onto(".masthead")).await, json!([true, true, false, "二、排查隐患。"]));
        settled(page).await;
        enter(page, "一、压实责任。").await;
        assert_eq!(page.run_with(drop, onto("#text")).await, json!([true, true, true, "一、压实责任。"]));
        page.run("document.querySelector('#ask .answers button').click()").await;
        settled(page).await;
        assert_eq!(page.run("return TextBox.value()").await, json!("二、排查隐患。"));
    });
}

/// What takes long to read is asked about first; nothing else is.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_very_long_text_is_opened_only_when_it_is_wanted() {
    on_page(async |page| {
        page.run("window.taken = []; TextBox.replace = text => window.taken.push(text.length)").await;
        for (length, asked) in [(999_999, false), (1_000_000, true)] {
            page.run(&format!("Intake.take('字'.repeat({length}))")).await;
            assert_eq!(page.run("return document.getElementById('ask').open").await, json!(asked), "{length}");
        }
        let question = page.run("return document.getElementById('question').textContent").await;
        assert!(question.as_str().expect("words").contains("1,000,000 字"), "{question}");
        assert_eq!(page.run("return window.taken").await, json!([999_999]));
        page.run("document.querySelector('#ask .answers button').click()").await;
        assert_eq!(page.run("return window.taken").await, json!([999_999, 1_000_000]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_text_keeps_its_place_between_its_two_views() {
    let text: String = (1..200).map(|number| format!("{number}.落实各项措施，完成第{number}项工作。\n")).collect();
    on_page(async |page| {
        enter(page, &text).await;
        let there_and_back = "
            const box = document.getElementById('text');
            box.setSelectionRange(1500, 1510);
            box.scrollTop = 900;
            const first = TextBox.top();
            document.getElementById('mode-read').click();
            await new Promise(done => setTimeout(done, 50));
            const words = getSelection().toString();
            getSelection().removeAllRanges();
            document.getElementById('mode-edit').click();
            return [Math.abs(TextBox.top() - first) < 60, words, box.selectionStart, box.selectionEnd]";
        let words: String = text.chars().skip(1500).take(10).collect();
        assert_eq!(page.run(there_and_back).await, json!([true, words, 1500, 1510]));
    });
}
