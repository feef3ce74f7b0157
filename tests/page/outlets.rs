//! What leaves the page: files and the clipboard, read back as other programs
//! read them; and paper.

use crate::browser::{Page, on_page};
use crate::results::sample;
use crate::textbox::{click, enter};
use notice_analyzer::view::{Sheet, Table};
use notice_analyzer::{Options, analyze, export};
use serde_json::{Value, json};

/// Pastes the notice of a county and gives one of its tables.
async fn show(page: &Page, sheet: Sheet) -> Table {
    let text = sample("county-brackets.txt");
    enter(page, &text).await;
    click(page, &format!("tab-{}", sheet.name())).await;
    page.run("Store.set({ fold: false })").await;
    let table = sheet.table(&analyze(&text, &Options::default())).without_blank_columns();
    assert!(table.rows.len() > 10, "a table worth the name");
    table
}

fn lines(table: Table) -> Vec<Vec<String>> {
    std::iter::once(table.header).chain(table.rows).collect()
}

/// Copies by the button and gives what the clipboard was handed.
const COPY: &str = "
    let handed;
    window.addEventListener('copy', event => {
        handed = [event.clipboardData.getData('text/html'), event.clipboardData.getData('text/plain')];
    }, { once: true });
    document.getElementById('copy').click();
    const cells = row => Array.from(row.cells).map(cell => cell.textContent);
    // The policy of this page would report the styles that Excel reads.
    const copied = new DOMParser().parseFromString(handed[0].replace(/ style='[^']*'| style=\"[^\"]*\"/g, ''), 'text/html');
    return [Array.from(copied.querySelectorAll('tr')).map(cells), handed[1]];";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_copied_table_keeps_its_cells() {
    on_page(async |page| {
        let table = show(page, Sheet::Tasks).await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })").await;
        let copied = page.run(COPY).await;
        assert_eq!(copied[0], json!(lines(table.clone())));
        assert_eq!(copied[1], json!(export::clipboard::tsv(&table)));
        let told = page.run("return document.getElementById('status').textContent").await;
        assert!(told.as_str().expect("text").contains("已复制"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_cannot_be_written_is_not_called_done() {
    on_page(async |page| {
        show(page, Sheet::Tasks).await;
        for method in ["html", "tsv"] {
            let told = page
                .run(&format!(
                    "Store.state.reading.{method} = () => {{ throw new RangeError('no room') }};
                    document.getElementById('copy').click();
                    delete Store.state.reading.{method};
                    return document.getElementById('status').textContent;"
                ))
                .await;
            assert_eq!(told, json!("表格太大，没有复制。"), "{method}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn nothing_can_leave_an_empty_page() {
    on_page(async |page| {
        let idle = "return ['copy', 'print', 'export'].map(id => document.getElementById(id).disabled)";
        assert_eq!(page.run(idle).await, json!([true, true, true]));
        enter(page, "一、压实责任。（县应急局负责）").await;
        assert_eq!(page.run(idle).await, json!([false, false, false]));
    });
}

/// What stands on paper: the headings, and for each table its columns.
const PAPER: &str = "
    window.dispatchEvent(new Event('beforeprint'));
    const sheet = document.getElementById('sheet');
    const laid = [sheet.querySelector('h1').textContent, sheet.querySelector('h2').textContent,
        Array.from(sheet.querySelectorAll('table')).map(table => [table.rows[0].cells.length, table.tBodies[0].rows.length])];
    window.dispatchEvent(new Event('afterprint'));
    return [laid, sheet.childNodes.length];";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn paper_holds_the_whole_table_in_sheets_that_fit() {
    on_page(async |page| {
        let title = "青岭县人民政府关于做好2025年汛期安全和防灾减灾工作的通知";
        let tasks = show(page, Sheet::Tasks).await;
        let expected = json!([[title, "任务分解表", [[tasks.header.len(), tasks.rows.len()]]], 0]);
        assert_eq!(page.run(PAPER).await, expected);
        let matrix = show(page, Sheet::Matrix).await;
        let laid: Value = page.run(PAPER).await;
        let tables = laid[0][2].as_array().expect("tables");
        let units: u64 = tables.iter().map(|table| table[0].as_u64().expect("columns") - 4).sum();
        assert_eq!(units as usize, matrix.header.len() - 4);
        assert!(tables.len() > 1 && tables.iter().all(|table| table[0].as_u64() <= Some(28)), "{tables:?}");
    });
}

/// The rows that leave are those that pass the filters, at the level that is
/// open.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_leaves_is_what_is_shown() {
    let copied = "
        let handed;
        window.addEventListener('copy', event => (handed = event.clipboardData.getData('text/plain')), { once: true });
        document.getElementById('text').focus();
        document.getElementById('copy').click();
        return handed.trim().split('\\r\\n').length - 1;";
    let shown = "return document.querySelectorAll('#list tr[data-index]').length";
    on_page(async |page| {
        let all = show(page, Sheet::Tasks).await.rows.len();
        click(page, "count-untimed").await;
        let few = page.run(shown).await;
        assert!(few.as_u64() < Some(all as u64) && few.as_u64() > Some(0), "{few}");
        assert_eq!(page.run(copied).await, few);
        let told = page.run("return document.getElementById('status').textContent").await;
        assert!(told.as_str().expect("text").contains(&format!("筛选出的 {few} 行")), "{told}");
        click(page, "tab-matrix").await;
        assert_eq!(page.run(copied).await, json!(few.as_u64().expect("a count") + 1), "the matrix with its totals");
        click(page, "tab-tasks").await;
        page.run("Narrow.clear(); Store.set({ opened: true })").await;
        let sentences = "return Store.view('tasks').reduce((sum, row) => sum + row.measures.length, 0)";
        assert_eq!(page.run(copied).await, page.run(sentences).await);
        click(page, "tab-findings").await;
        page.run("Remarks.sift({ grade: 'hint' })").await;
        assert_eq!(page.run(copied).await, page.run(shown).await);
    });
}
