//! The results: the tables say what the core says, and every place leads to
//! its words and back.

use crate::browser::{Page, on_page};
use crate::textbox::{click, enter, settled};
use notice_analyzer::view::{self, Sheet};
use notice_analyzer::{Analysis, Options, analyze};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A sample notice.
pub fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name);
    fs::read_to_string(path).expect("a sample")
}

fn read(text: &str) -> Analysis {
    analyze(text, &Options::default())
}

/// Pastes the notice of a county.
async fn show(page: &Page) -> String {
    let text = sample("county-brackets.txt");
    enter(page, &text).await;
    text
}

async fn open(page: &Page, tab: &str) {
    click(page, &format!("tab-{tab}")).await;
}

/// The marks of the matrix on the screen, row by row, an empty text where
/// there is none.
const SHOWN_MATRIX: &str = "
    const rows = Array.from(document.querySelectorAll('.matrix tbody tr'));
    return rows.map(row => Array.from(row.querySelectorAll('td:not(.total)')).map(cell =>
        Array.from(cell.querySelectorAll('.chip')).map(chip =>
            chip.classList.contains('borrowed') ? '（' + chip.textContent + '）' : chip.textContent).join('')));";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_matrix_on_the_screen_is_that_of_the_core() {
    on_page(async |page| {
        let text = show(page).await;
        let table = Sheet::Matrix.table(&read(&text));
        assert!(table.rows.len() > 10 && table.header.len() > 20, "a matrix worth the name");
        open(page, "matrix").await;
        page.run("Store.set({ fold: false })").await;
        let heads =
            "return Array.from(document.querySelectorAll('.matrix .heads .upright')).map(head => head.textContent)";
        assert_eq!(page.run(heads).await, json!(table.header[4..]));
        let tasks = table.rows.len() - 1;
        let marks: Vec<_> = table.rows[..tasks].iter().map(|row| row[4..].to_vec()).collect();
        assert_eq!(page.run(SHOWN_MATRIX).await, json!(marks));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_task_table_on_the_screen_is_that_of_the_core() {
    on_page(async |page| {
        let text = show(page).await;
        let shown = "return Array.from(document.querySelectorAll('.tasks tr[data-index]')).map(row =>
            [row.cells[1].querySelector('.clip').firstChild.data, Array.from(row.querySelectorAll('.measures span.go')).map(one => one.textContent).join(''),
             row.querySelector('small').textContent])";
        let rows = Sheet::Tasks.table(&read(&text)).rows;
        let expected: Vec<_> = rows.iter().map(|row| [&row[2], &row[3], &row[10]]).collect();
        assert_eq!(page.run(shown).await, json!(expected));
    });
}

/// Clicks the first element of a selector and gives the words that are then
/// marked in the text.
async fn words_behind(page: &Page, selector: &str) -> Value {
    let body = "
        document.querySelector(arguments[0]).click();
        const hits = Array.from(document.querySelectorAll('#original .hit'));
        const box = document.getElementById('original').getBoundingClientRect();
        const at = hits[0].getBoundingClientRect();
        if (at.top < box.top || at.bottom > box.bottom) throw new Error('out of sight');
        return hits.map(hit => hit.textContent).join('')";
    page.run_with(body, vec![json!(selector)]).await
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn every_place_leads_to_its_words() {
    let cases = [
        ("tasks", "tr[data-row='T12'] .role-lead, tr[data-row='T12'] .role-responsible"),
        ("tasks", "tr[data-index='3'] .role-lead"),
        ("tasks", "tr[data-index='0'] .role-deadline"),
        ("matrix", "tr[data-index='10'] .chip"),
        ("units", ".duties tr[data-index='0'] .go"),
        ("matrix", "tr[data-index='2'] .chip.borrowed"),
        ("calendar", "tr[data-index='4']"),
        ("notice", "tr[data-index='3'] .go"),
    ];
    on_page(async |page| {
        let text: Vec<u16> = show(page).await.encode_utf16().collect();
        for (tab, selector) in cases {
            open(page, tab).await;
            let script = "return document.querySelector(arguments[0]).dataset.span.split(',').map(Number)";
            let span = page.run_with(script, vec![json!(selector)]).await;
            let [start, end] = [0, 1].map(|at| span[at].as_u64().expect("an offset") as usize);
            let words = String::from_utf16(&text[start..end]).expect("whole characters");
            assert_eq!(words_behind(page, selector).await, json!(words), "{tab}: {selector}");
        }
    });
}

/// Clicks where the text says 严格值班值守.
const TAP: &str = "
    const holds = piece => piece.textContent.includes('严格值班值守');
    const words = Array.from(document.querySelectorAll('#original span')).find(holds).firstChild;
    const range = document.createRange();
    range.setStart(words, words.data.indexOf('严格值班值守'));
    range.setEnd(words, range.startOffset + 4);
    range.startContainer.parentElement.scrollIntoView({ block: 'end' });
    const { left, top, width, height } = range.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
    words.parentElement.dispatchEvent(new MouseEvent('click', at));";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_click_in_the_text_finds_the_row() {
    on_page(async |page| {
        let text = show(page).await;
        let rows = view::task_table(&read(&text));
        let task = rows.iter().find(|row| row.title == "充实队伍物资").expect("its task");
        let pointed = "return document.querySelector('#list .pointed').dataset.row";
        for tab in ["tasks", "matrix"] {
            open(page, tab).await;
            let caret = "const box = document.getElementById('text');
                box.setSelectionRange(arguments[0], arguments[0]);
                box.dispatchEvent(new MouseEvent('click'));";
            page.run_with(caret, vec![json!(task.span.start + 9)]).await;
            assert_eq!(page.run(pointed).await, json!(task.id), "{tab}");
        }
        click(page, "mode-read").await;
        page.run(TAP).await;
        let duty = rows.iter().find(|row| row.title == "严格值班值守").expect("its task");
        assert_eq!(page.run(pointed).await, json!(duty.id));
    });
}

/// A unit that only a rule for all tasks makes responsible shows the rule.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_rule_for_all_tasks_is_shown_where_it_acts() {
    on_page(async |page| {
        show(page).await;
        open(page, "matrix").await;
        words_behind(page, ".matrix tr[data-index='5'] .blanket .chip").await;
        let told = page.run("return document.getElementById('located').textContent").await;
        let rule = "｜责任｜统一规定：“以下各项均需青岭经济开发区管委会、各乡镇人民政府负责，不再一一列出”";
        assert!(told.as_str().expect("text").ends_with(rule), "{told}");
    });
}

/// The bands of the calendar, and how each of its dates stands today.
const SHOWN_CALENDAR: &str = "
    const text = selector => Array.from(document.querySelectorAll(selector), one => one.textContent);
    const standing = row => (row.querySelector('.standing') || { textContent: '' }).textContent;
    return [text('.calendar .band'), Array.from(document.querySelectorAll('.calendar tr[data-index]'), standing),
        document.querySelector('#above').textContent];";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_calendar_stands_by_month_and_says_what_is_over() {
    on_page(async |page| {
        let text = show(page).await;
        open(page, "calendar").await;
        let today = "const two = number => String(number).padStart(2, '0');
            const day = new Date();
            return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')";
        let today = page.run(today).await.as_str().and_then(|day| day.parse().ok());
        let calendar = view::calendar(&view::task_table(&read(&text)), today);
        let months: Vec<&str> = calendar.dated.iter().map(|entry| entry.month.as_str()).collect();
        let mut bands: Vec<String> = Vec::new();
        for month in months.chunk_by(|one, other| one == other) {
            bands.push(format!("{}（{}）", month[0], month.len()));
        }
        assert!(bands.len() > 3, "{bands:?}");
        bands.push(format!("周期性的（{}）", calendar.recurring.len()));
        bands.push(format!("没有确定日期的（{}）", calendar.undated.len()));
        let named = |entry: &view::Entry| entry.standing.map(view::Standing::name).unwrap_or_default();
        let entries = [&calendar.dated, &calendar.recurring, &calendar.undated].into_iter().flatten();
        let standings: Vec<&str> = entries.map(named).collect();
        assert_eq!(page.run(SHOWN_CALENDAR).await, json!([bands, standings, calendar.told]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn editing_begins_at_the_words_pointed_at() {
    on_page(async |page| {
        let text = show(page).await;
        words_behind(page, ".tasks tr[data-index='10'] .role-responsible").await;
        click(page, "mode-edit").await;
        let chosen = "const box = document.getElementById('text');
            return [box.value.slice(box.selectionStart, box.selectionEnd), box.scrollTop > 0, document.activeElement.id]";
        let unit = &view::task_table(&read(&text))[10].parts[0].unit;
        assert_eq!(page.run(chosen).await, json!([unit, true, "text"]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn keys_reach_every_tab_row_and_mark() {
    on_page(async |page| {
        show(page).await;
        let keys = "
            const press = key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            const where = [];
            document.getElementById('place-tasks').focus();
            press('ArrowRight');
            where.push(document.activeElement.id);
            document.getElementById('tab-matrix').click();
            document.querySelector('#list tr[tabindex=\"0\"]').focus();
            press('ArrowDown');
            where.push(document.activeElement.dataset.index);
            press('ArrowRight');
            where.push(document.activeElement.classList.contains('chip'));
            document.activeElement.click();
            where.push(Boolean(document.querySelector('#original .hit')));
            press('ArrowLeft');
            press('Enter');
            where.push(document.activeElement.classList.contains('pointed'));
            return where;";
        assert_eq!(page.run(keys).await, json!(["place-units", "1", true, true, true]));
        let stops = "return document.querySelectorAll('#list [tabindex=\"0\"]').length";
        assert_eq!(page.run(stops).await, json!(1));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn tasks_open_to_their_sentences() {
    on_page(async |page| {
        let text = show(page).await;
        let rows = view::task_table(&read(&text));
        let open = rows.iter().filter(|row| row.measures.len() > 1);
        let expected: Vec<_> = open.flat_map(|row| &row.measures).map(|sentence| sentence.text.as_str()).collect();
        assert!(!expected.is_empty(), "the sample has tasks of several sentences");
        let shown = "return Array.from(document.querySelectorAll('.tasks .sentence')).map(row => row.cells[2].firstChild.textContent)";
        assert_eq!(page.run(shown).await, json!([]));
        page.run("document.querySelector('#above .filter input').click()").await;
        assert_eq!(page.run(shown).await, json!(expected));
        let target = words_behind(page, ".sentence .target").await;
        let texts: Vec<_> = rows.iter().flat_map(|row| &row.targets).map(|target| json!(target.text)).collect();
        assert!(texts.contains(&target), "{target} is no target");
        page.run("document.querySelector('#above .filter input').click()").await;
        assert_eq!(page.run(shown).await, json!([]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_long_notice_is_shown_in_parts() {
    on_page(async |page| {
        let text = sample("county-brackets.txt").repeat(30);
        page.run_with(
            "const box = document.getElementById('text'); box.focus(); box.setRangeText(arguments[0]);
            box.dispatchEvent(new Event('input'));",
            vec![json!(text)],
        )
        .await;
        settled(page).await;
        let rows = "return document.querySelectorAll('#list tr[data-index]').length";
        let first = page.run(rows).await.as_u64().expect("a number");
        page.run("document.querySelector('#list .more').click()").await;
        assert!((100..200).contains(&first), "{first} rows at first");
        assert!(page.run(rows).await.as_u64() > Some(first), "no more rows");
        let last = view::task_table(&read(&text)).pop().expect("a last task");
        let point = "Focus.at(arguments[0]); return document.querySelector('#list .pointed').dataset.row";
        assert_eq!(page.run_with(point, vec![json!(last.span.start)]).await, json!(last.id));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn every_tab_counts_what_it_holds() {
    on_page(async |page| {
        let text = show(page).await;
        let analysis = read(&text);
        let counts = view::summary(&analysis, &view::task_table(&analysis));
        let shown = "return ['tasks', 'calendar', 'checks'].map(name => document.querySelector('#place-' + name + ' b').textContent)";
        let findings = counts.errors + counts.warnings + counts.hints;
        let expected = [counts.tasks, counts.deadlines, findings].map(|count| count.to_string());
        assert_eq!(page.run(shown).await, json!(expected));
    });
}
