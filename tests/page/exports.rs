//! The sheet 导出: each form of a file, opened again by another program's
//! reader, holds what was shown.

use crate::browser::{Page, on_page};
use crate::results::sample;
use crate::textbox::{click, enter};
use calamine::{Data, Reader, Xlsx};
use fantoccini::Locator;
use notice_analyzer::export::ics;
use notice_analyzer::view::{Entry, Extra, Sheet, Table, calendar, task_table};
use notice_analyzer::{Analysis, Options, analyze};
use serde_json::json;
use std::collections::HashSet;
use std::io::{Cursor, Read};

const TITLE: &str = "青岭县人民政府关于做好2025年汛期安全和防灾减灾工作的通知";

/// Pastes the notice of a county and opens 导出 over one of its tables.
pub async fn open(page: &Page, sheet: &str) -> Analysis {
    let text = sample("county-brackets.txt");
    enter(page, &text).await;
    click(page, &format!("tab-{sheet}")).await;
    page.run("Store.set({ fold: false })").await;
    click(page, "export").await;
    analyze(&text, &Options::default())
}

/// Ticks the choice of that value.
pub async fn choose(page: &Page, value: &str) {
    page.run(&format!("document.querySelector('#exports input[value={value}]').click()")).await;
}

/// Opens 导出 and takes the open table as CSV.
pub async fn export_csv(page: &Page, name: &str) -> Vec<u8> {
    click(page, "export").await;
    choose(page, "csv").await;
    let file = export(page, name).await;
    click(page, "close-exports").await;
    file
}

/// Exports by a real click, which alone may start one download after another,
/// and gives the file that the answer beside the button names.
pub async fn export(page: &Page, name: &str) -> Vec<u8> {
    let go = page.client.find(Locator::Id("export-go")).await.expect("the button");
    go.click().await.expect("a click");
    let file = page.downloaded(name).await;
    page.wait_until("!Store.state.work").await;
    let told = page.run("return document.getElementById('export-said').textContent").await;
    assert_eq!(told, json!(format!("已交给浏览器下载：{name}")));
    file
}

/// Types the name of the file.
pub async fn call(page: &Page, name: &str) {
    let typed = "const box = document.querySelector('#export-name input');
        box.value = arguments[0];
        box.dispatchEvent(new Event('change'));";
    page.run_with(typed, vec![json!(name)]).await;
}

fn workbook(file: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(file)).expect("a workbook")
}

/// The lines of a sheet, days as `2024-06-30`.
fn lines(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<String>> {
    let words = |cell: &Data| match cell {
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    let range = book.worksheet_range(sheet).expect("the sheet");
    range.rows().map(|row| row.iter().map(words).collect()).collect()
}

fn all(table: Table) -> Vec<Vec<String>> {
    std::iter::once(table.header).chain(table.rows).collect()
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_workbook_holds_the_tables_that_were_ticked() {
    on_page(async |page| {
        let analysis = open(page, "tasks").await;
        for value in ["matrix", "calendar", "findings", "remark"] {
            choose(page, value).await;
        }
        let mut book = workbook(export(page, &format!("{TITLE}-任务分解.xlsx")).await);
        let sheets = [Sheet::Tasks, Sheet::Matrix, Sheet::Calendar, Sheet::Findings];
        assert_eq!(book.sheet_names(), sheets.map(Sheet::title));
        for sheet in sheets {
            let table = sheet.table(&analysis).without_blank_columns().with(&[Extra::Due, Extra::Remark]);
            assert_eq!(lines(&mut book, sheet.title()), all(table), "{}", sheet.title());
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_csv_file_holds_the_rows_that_are_shown_or_all() {
    on_page(async |page| {
        let analysis = open(page, "tasks").await;
        page.run("document.getElementById('exports').close()").await;
        click(page, "count-untimed").await;
        click(page, "export").await;
        choose(page, "csv").await;
        choose(page, "due").await;
        let few = page.run("return Narrow.rows().map(row => row.id)").await;
        let ids = serde_json::from_value(few).expect("ids");
        let table = Sheet::Tasks.table(&analysis);
        let shown = table.clone().only(&ids).without_blank_columns();
        assert!(!shown.rows.is_empty() && shown.rows.len() < table.rows.len());
        for (rows, name, table) in [("shown", "筛选.csv", shown), ("all", "全部.csv", table.without_blank_columns())]
        {
            choose(page, rows).await;
            call(page, name).await;
            let file = export(page, name).await;
            let body = file.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body);
            let read: Vec<Vec<String>> =
                reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
            assert_eq!(read, all(table), "{name}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn documents_are_for_every_unit_or_one() {
    on_page(async |page| {
        let analysis = open(page, "tasks").await;
        choose(page, "docx").await;
        let division = export(page, &format!("{TITLE}-重点任务分工.docx")).await;
        let rows = task_table(&analysis);
        for row in &rows {
            assert!(document(&division).contains(&format!(">{}<", row.title)), "{}", row.title);
        }
        choose(page, "slips").await;
        let first = page
            .run(
                "const list = document.querySelector('#export-unit select');
                list.value = list.options[1].value;
                list.dispatchEvent(new Event('change'));
                return list.value;",
            )
            .await;
        let unit = first.as_str().expect("a unit");
        let slip = document(&export(page, &format!("{TITLE}-{unit}征求意见分送单.docx")).await);
        assert_eq!(slip.matches("反馈意见：").count(), 1);
        assert!(slip.contains(&format!("{unit}：")) && !slip.contains("w:pageBreakBefore"));
    });
}

/// The text of the main part of a document.
pub fn document(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    archive.by_name("word/document.xml").expect("a document").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_preview_shows_the_first_rows_of_what_leaves() {
    on_page(async |page| {
        let analysis = open(page, "tasks").await;
        let table = Sheet::Tasks.table(&analysis).without_blank_columns().with(&[Extra::Due]);
        let look = page
            .run(
                "const [one] = document.querySelectorAll('#export-look figure');
                const cells = row => Array.from(row.cells).map(cell => cell.textContent);
                return [one.querySelector('small').textContent, Array.from(one.querySelectorAll('tr')).map(cells)];",
            )
            .await;
        assert_eq!(look[0], json!(format!("{} 行", table.rows.len())));
        assert_eq!(look[1][0], json!(table.header));
        let cut = |cell: &String| match cell.char_indices().nth(40) {
            Some((end, _)) => format!("{}……", &cell[..end]),
            None => cell.clone(),
        };
        for (at, row) in table.rows.iter().take(3).enumerate() {
            assert_eq!(look[1][at + 1], json!(row.iter().map(cut).collect::<Vec<_>>()));
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_cannot_be_made_is_not_called_done() {
    on_page(async |page| {
        open(page, "tasks").await;
        page.run("Store.state.reading.worksheets = () => { throw new RangeError('no room') }").await;
        click(page, "export-go").await;
        page.wait_until("document.getElementById('export-said').textContent.startsWith('内容太多')").await;
        page.run("delete Store.state.reading.worksheets").await;
    });
}

/// Half a character, and signs that XML has no room for.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn hostile_text_leaves_as_files_that_open() {
    on_page(async |page| {
        page.run(
            "const box = document.getElementById('text');
            const text = '一、压实责任。完善<制度>&_x0041_' + String.fromCharCode(0xd800, 1) + '，认真落实。（县应急局负责）';
            box.focus();
            box.setRangeText(text, 0, box.value.length, 'end');
            box.dispatchEvent(new Event('input'));",
        )
        .await;
        page.wait_until("Store.state.reading && !Store.state.pending").await;
        click(page, "tab-tasks").await;
        click(page, "export").await;
        call(page, "通\u{202e}知/").await;
        let mut book = workbook(export(page, "通知.xlsx").await);
        let rows = lines(&mut book, "任务分解表");
        assert!(rows.len() == 2 && rows[1].iter().any(|cell| cell.contains("<制度>&_x0041_\u{fffd}")), "{rows:?}");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_calendar_file_holds_the_dates_of_the_tasks_that_are_shown() {
    on_page(async |page| {
        let analysis = open(page, "tasks").await;
        let dated = |analysis: &Analysis| calendar(&task_table(analysis), None).dated;
        choose(page, "ics").await;
        let expected = ics::write(TITLE, &dated(&analysis));
        assert_eq!(String::from_utf8(export(page, &format!("{TITLE}-时限清单.ics")).await).expect("text"), expected);
        let rows = "return document.querySelectorAll('#export-look tbody tr').length";
        assert_eq!(page.run(rows).await, json!(3.min(dated(&analysis).len())));
        click(page, "close-exports").await;
        page.run("Store.set({ query: '值班' })").await;
        let shown = page.run("return Narrow.ids()").await;
        let ids: HashSet<String> = serde_json::from_value(shown).expect("ids");
        click(page, "export").await;
        choose(page, "ics").await;
        call(page, "值班.ics").await;
        let some: Vec<Entry> = dated(&analysis).into_iter().filter(|entry| ids.contains(&entry.task)).collect();
        assert!(some.len() < dated(&analysis).len());
        let file = export(page, "值班.ics").await;
        assert_eq!(String::from_utf8(file).expect("text"), ics::write(TITLE, &some));
    });
}
