//! 更正: a person changes what was read, in every table; it is listed, undone one
//! by one, holds while the text is edited, and goes into drafts.

use crate::browser::{Page, on_file, on_page};
use crate::console::devtools;
use crate::textbox::{click, enter, settled};
use fantoccini::Locator;
use serde_json::{Value, json};
use std::fs;

const NOTICE: &str = "一、明确职责。完善机制，2025年6月底前完成。（县应急局、县水利局负责）\n\
    二、强化监管。加强重点部位监管。（县市场局牵头，县住建局配合）\n\
    三、摸清底数。对在建工地全面排查，建立台账。\n\
    四、整改到位。对查出的问题限期整改。（县市场监管局牵头，县公安局配合）\n";

/// The cells of a row of the task table, by the head of their column.
async fn row(page: &Page, title: &str) -> Value {
    let script = "
        const heads = Array.from(document.querySelectorAll('.tasks thead th')).map(head => head.textContent);
        const row = Array.from(document.querySelectorAll('.tasks tr[data-index]')).find(row => row.cells[1].textContent.includes(arguments[0]));
        if (!row) return null;
        const cell = head => heads.includes(head) ? Array.from(row.cells[heads.indexOf(head)].querySelectorAll('.go:not(.lack)'))
            .map(one => one.textContent + (one.classList.contains('corrected') ? '*' : '')).join(' ') : '';
        return ['牵头', '责任', '配合', '时限'].map(cell)";
    page.run_with(script, vec![json!(title)]).await
}

/// Opens the form of a row by its button.
async fn open(page: &Page, title: &str) {
    let script = "
        const row = Array.from(document.querySelectorAll('#list tr[data-index]')).find(row => row.textContent.includes(arguments[0]));
        row.querySelector('[data-correct]').click();";
    page.run_with(script, vec![json!(title)]).await;
    assert_eq!(page.run("return document.getElementById('correct').open").await, json!(true));
}

/// Types into the field of the form that holds `was`, or has it for a hint, and
/// chooses a role beside it.
async fn fill(page: &Page, was: &str, typed: &str, role: &str) {
    let script = "
        const [was, typed, role] = arguments;
        const boxes = Array.from(document.querySelectorAll('#correct input[type=text]'));
        const box = boxes.find(box => box.value === was || box.placeholder.startsWith(was) && !box.value);
        box.value = typed;
        if (role) box.parentElement.querySelector('select').value = role;";
    page.run_with(script, vec![json!(was), json!(typed), json!(role)]).await;
}

/// Presses a button of this label in the dialog that is open.
async fn press(page: &Page, label: &str) {
    let script = "const home = document.querySelector('dialog[open]') || document.querySelector('.result');
        Array.from(home.querySelectorAll('button')).find(one => one.textContent.trim() === arguments[0]).click()";
    page.run_with(script, vec![json!(label)]).await;
    settled(page).await;
}

async fn listed(page: &Page) -> Value {
    click(page, "tab-corrections").await;
    let script = "return Array.from(document.querySelectorAll('.corrections tbody tr')).map(row => row.cells[1].textContent + '：' + row.cells[2].textContent)";
    let rows = page.run(script).await;
    click(page, "tab-tasks").await;
    rows
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_row_is_corrected_in_one_form() {
    on_page(async |page| {
        enter(page, NOTICE).await;
        open(page, "明确职责").await;
        fill(page, "县应急局", "县应急局", "lead").await;
        fill(page, "县水利局", "", "").await;
        fill(page, "补充单位", "县气象局", "support").await;
        fill(page, "2025年6月底前", "2025年8月底前", "").await;
        press(page, "采用").await;
        assert_eq!(row(page, "明确职责").await, json!(["县应急局*", "", "县气象局*", "2025年8月底前*"]));
        let pointed =
            "return [document.activeElement.dataset.row, document.querySelector('#list .pointed').dataset.row]";
        assert_eq!(page.run(pointed).await, json!(["T1", "T1"]), "the keyboard stays at the row");
        let all =
            ["“县应急局”改为牵头", "删去“县水利局”", "增加“县气象局”，配合", "时限“2025年6月底前”改为“2025年8月底前”"];
        assert_eq!(listed(page).await, json!(all.map(|one| format!("一、明确职责：{one}"))));
        click(page, "tab-corrections").await;
        page.run("document.querySelectorAll('.corrections .acts button')[1].click()").await;
        settled(page).await;
        let here = "return [document.activeElement.dataset.index, document.activeElement.cells[2].textContent]";
        assert_eq!(page.run(here).await, json!(["1", "增加“县气象局”，配合"]), "the keyboard goes on in the list");
        click(page, "tab-tasks").await;
        assert_eq!(row(page, "明确职责").await, json!(["县应急局*", "县水利局", "县气象局*", "2025年8月底前*"]));
        click(page, "tab-corrections").await;
        press(page, "全部撤销").await;
        press(page, "全部撤销").await;
        click(page, "tab-tasks").await;
        assert_eq!(row(page, "明确职责").await, json!(["", "县应急局 县水利局", "", "2025年6月底前"]));
    });
}

/// What is missing is supplied where it is missed, and its finding goes.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_is_missing_is_supplied() {
    let missing = "return Remarks.all().filter(row => row.code === 'RESP-001').length";
    on_page(async |page| {
        enter(page, NOTICE).await;
        assert_eq!(page.run(missing).await, json!(1));
        page.run("document.querySelector('tr[data-row=T3] .lack[data-lack=owner]').click()").await;
        assert_eq!(page.run("return document.activeElement.placeholder").await, json!("补充单位"));
        devtools(&page.client, "Input.insertText", json!({ "text": "县住建局" })).await;
        press(page, "采用").await;
        assert_eq!(row(page, "摸清底数").await, json!(["", "县住建局*", "", ""]));
        assert_eq!(page.run(missing).await, json!(0));
        page.run("document.querySelector('tr[data-row=T3] .lack[data-lack=time]').click()").await;
        devtools(&page.client, "Input.insertText", json!({ "text": "2025年9月底前" })).await;
        press(page, "采用").await;
        assert_eq!(row(page, "摸清底数").await, json!(["", "县住建局*", "", "2025年9月底前*"]));
        click(page, "tab-calendar").await;
        let dated = "return document.querySelector('.calendar').textContent.includes('2025年9月30日')";
        assert_eq!(page.run(dated).await, json!(true));
    });
}

/// Corrections stay at their words; what has none says so.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn corrections_hold_while_the_text_is_edited() {
    on_page(async |page| {
        enter(page, NOTICE).await;
        open(page, "强化监管").await;
        fill(page, "县住建局", "县住建局", "lead").await;
        press(page, "采用").await;
        enter(
            page,
            &format!("一、先开会。部署工作。\n{}", NOTICE.replace("一、", "二、").replace("监管。（", "日常监管。（")),
        )
        .await;
        assert_eq!(row(page, "强化监管").await, json!(["县市场局 县住建局*", "", "", ""]));
        enter(page, &NOTICE.replace("县住建局", "县城管局")).await;
        assert_eq!(row(page, "强化监管").await, json!(["县市场局", "", "县城管局", ""]));
        assert_eq!(listed(page).await, json!(["强化监管：“县住建局”改为牵头原文里找不到"]));
        let amiss = "return document.getElementById('count-corrections').classList.contains('amiss')";
        assert_eq!(page.run(amiss).await, json!(true));
        enter(page, NOTICE).await;
        assert_eq!(row(page, "强化监管").await, json!(["县市场局 县住建局*", "", "", ""]));
    });
}

/// Two spellings become one: by a column dragged onto another, by a key in the
/// matrix, and in the sheet of the unit.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn two_spellings_are_made_one() {
    let heads = "return Array.from(document.querySelectorAll('.matrix .heads .upright')).map(head => head.textContent)";
    let drag = "
        const of = unit => document.querySelector('th[data-unit=\"' + unit + '\"]');
        const dataTransfer = new DataTransfer();
        const fire = (unit, type) => of(unit).dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        fire('县公安局', 'dragstart');
        fire('县住建局', 'dragover');
        fire('县住建局', 'drop');";
    on_page(async |page| {
        enter(page, NOTICE).await;
        click(page, "tab-matrix").await;
        let before = page.run(heads).await.as_array().expect("heads").len();
        page.run(drag).await;
        press(page, "并入").await;
        let after = page.run(heads).await;
        assert_eq!(after.as_array().expect("heads").len(), before - 1);
        assert!(!after.to_string().contains("县公安局"));
        page.run(
            "const head = document.querySelector('th[data-unit=县水利局] button'); head.focus();
            head.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }));",
        )
        .await;
        devtools(&page.client, "Input.insertText", json!({ "text": "县应急局" })).await;
        press(page, "采用").await;
        assert_eq!(page.run(heads).await.as_array().expect("heads").len(), before - 2);
        let head = "return document.activeElement.closest('th').dataset.unit";
        assert_eq!(page.run(head).await, json!("县应急局"), "the keyboard goes on at the column that stays");
        click(page, "place-units").await;
        page.run("Store.set({ unit: '县应急局' })").await;
        press(page, "改称、并入").await;
        devtools(&page.client, "Input.insertText", json!({ "text": "县应急管理局" })).await;
        press(page, "采用").await;
        let sheet =
            "return [document.querySelector('.sheet').getAttribute('aria-label'), document.activeElement.textContent]";
        assert_eq!(page.run(sheet).await, json!(["县应急管理局", "改称、并入"]));
        click(page, "place-tasks").await;
        click(page, "tab-tasks").await;
        assert_eq!(row(page, "明确职责").await, json!(["", "县应急管理局*", "", "2025年6月底前"]));
        let all = ["“县公安局”全文改称“县住建局”", "“县水利局”全文改称“县应急局”", "“县应急局”全文改称“县应急管理局”"];
        assert_eq!(listed(page).await, json!(all.map(|one| format!("全文：{one}"))));
    });
}

/// By keys alone: to the row, into it, corrected, and back at the row.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_form_opens_by_a_key_at_what_is_pointed_at() {
    on_page(async |page| {
        enter(page, NOTICE).await;
        for tab in ["tasks", "matrix"] {
            click(page, &format!("tab-{tab}")).await;
            let f2 = "const chip = document.querySelector('#list tr[data-row=T2] button.role-support'); chip.focus();
                chip.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }));
                return document.activeElement.value";
            assert_eq!(page.run(f2).await, json!("县住建局"), "{tab}");
            page.run("document.getElementById('correct').close()").await;
        }
        click(page, "place-units").await;
        open(page, "强化监管").await;
        press(page, "不作为任务").await;
        let tasks = "return Store.view('tasks').map(row => row.title)";
        assert_eq!(page.run(tasks).await, json!(["明确职责", "摸清底数", "整改到位"]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn corrections_leave_with_the_tables_and_stay_in_a_draft() {
    let asks = "const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented";
    let mut draft = String::new();
    on_page(async |page| {
        page.client.find(Locator::Id("sample")).await.expect("the button").click().await.expect("a click");
        settled(page).await;
        assert_eq!(page.run(asks).await, json!(false));
        page.run("const row = Store.view('tasks')[0]; Corrections.make(row.id, [{ title: { title: '另起的名称' } }])")
            .await;
        settled(page).await;
        assert_eq!(page.run(asks).await, json!(true), "a correction would be lost");
        let cells = "return Store.state.reading.csv('tasks', {}).includes('另起的名称')";
        assert_eq!(page.run(cells).await, json!(true));
        click(page, "clear").await;
        settled(page).await;
        assert_eq!(page.run("return Store.state.corrections.length").await, json!(0));
        click(page, "restore").await;
        settled(page).await;
        assert_eq!(page.run(cells).await, json!(true));
        let copies = "return [Copy.source(null), Copy.source({ text: TextBox.value(), other: '', corrections: Store.state.corrections })]";
        let copies = page.run(copies).await;
        assert!(!copies[0].as_str().expect("a page").contains("另起的名称"));
        draft = copies[1].as_str().expect("a page").to_owned();
    });
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("draft.html");
    fs::write(&file, draft).expect("a draft");
    on_file(&file, async |page| {
        page.run("await Engine.ready").await;
        settled(page).await;
        assert_eq!(page.run("return Store.view('tasks')[0].title").await, json!("另起的名称"));
    });
}

/// A task becomes two, two become one; a time gets the day of its event.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn tasks_are_split_and_joined_and_events_get_their_day() {
    let text = format!("{NOTICE}五、做好总结。县应急局要评估成效。县水利局要在汛期结束后15日内报送总结。\n");
    let choose = "const box = document.querySelector('#correct fieldset:last-of-type select');
        box.value = Array.from(box.options).find(one => one.textContent.startsWith(arguments[0])).value;";
    let tasks = "return Store.view('tasks').map(row => row.title)";
    on_page(async |page| {
        enter(page, &text).await;
        open(page, "做好总结").await;
        page.run("const day = document.querySelector('#correct input[type=date]'); day.value = '2025-09-30'").await;
        page.run_with(choose, vec![json!("从“县水利局")]).await;
        press(page, "采用").await;
        assert_eq!(page.run("return Store.view('tasks').slice(4).map(row => row.id)").await, json!(["T5", "T5-2"]));
        let times = "return Store.view('calendar').dated.map(entry => entry.date).pop()";
        assert_eq!(page.run(times).await, json!("2025-10-15"));
        open(page, "明确职责").await;
        page.run_with(choose, vec![json!("并入下一项“强化监管")]).await;
        press(page, "采用").await;
        assert_eq!(page.run(tasks).await.as_array().map(Vec::len), Some(5));
        assert_eq!(listed(page).await.as_array().map(Vec::len), Some(3));
    });
}
