//! 正文与附表 and 两稿对比, used as a reviewer does.

use crate::browser::{Page, on_page};
use crate::exports::export_csv;
use crate::results::sample;
use crate::textbox::{click, enter};
use notice_analyzer::compare::compare;
use notice_analyzer::view::{ChangeSheet, Sheet, collation};
use notice_analyzer::{Analysis, Options, analyze, export};
use serde_json::{Value, json};

const DRAFT: &str = "draft-annex.txt";

fn read(text: &str) -> Analysis {
    analyze(text, &Options::default())
}

/// Pastes `text` into the second box.
async fn enter_another(page: &Page, text: &str) {
    click(page, "tab-changes").await;
    let paste = "const box = document.getElementById('another-text');
        box.focus(); box.select(); document.execCommand('insertText', false, arguments[0]);";
    page.run_with(paste, vec![json!(text)]).await;
    page.wait_until("Store.state.other === document.getElementById('another-text').value").await;
}

async fn by_task(page: &Page) {
    page.run("document.querySelectorAll('.summary .switch button')[1].click()").await;
}

/// The words that are marked in the text on the left.
const HIT: &str = "return Array.from(document.querySelectorAll('#original .hit')).map(hit => hit.textContent).join('')";

/// The text of what a selector finds.
async fn texts(page: &Page, selector: &str) -> Value {
    let body = "return Array.from(document.querySelectorAll(arguments[0])).map(one => one.textContent)";
    page.run_with(body, vec![json!(selector)]).await
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn body_and_annex_stand_side_by_side() {
    on_page(async |page| {
        let text = sample(DRAFT);
        let view = collation(&read(&text));
        enter(page, &text).await;
        click(page, "tab-collation").await;
        let rows = "return document.querySelectorAll('.collation tr[data-index]').length";
        assert_eq!(page.run(rows).await, json!(view.rows.len()));
        assert!(view.differing > 3 && view.differing < view.rows.len());
        page.run("document.querySelector('.filter input').click()").await;
        assert_eq!(page.run(rows).await, json!(view.differing));
        let signs = view.rows.iter().flat_map(|row| &row.units).map(|unit| unit.sign).filter(|sign| !sign.is_empty());
        assert_eq!(texts(page, ".collation .sign").await, json!(signs.collect::<Vec<_>>()));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_differing_word_leads_to_its_place_on_either_side() {
    on_page(async |page| {
        enter(page, &sample(DRAFT)).await;
        click(page, "tab-collation").await;
        for selector in [".collation del.differs", ".collation ins.differs", ".collation .unit .go"] {
            let click = "document.querySelector(arguments[0]).click()";
            page.run_with(click, vec![json!(selector)]).await;
            let words = texts(page, selector).await[0].clone();
            let strip = |value: &Value| value.as_str().expect("words").replace([' ', '\n', '\u{3000}'], "");
            assert_eq!(strip(&page.run(HIT).await), strip(&words), "{selector}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn two_versions_are_compared_and_turned_round() {
    on_page(async |page| {
        let new = sample("county-brackets.txt");
        let old = new.replace("5月15日前", "5月20日前").replace("县水利局", "县水务局");
        enter(page, &new).await;
        enter_another(page, &old).await;
        let comparison = compare(&read(&old), &read(&new));
        let summary = &comparison.summary;
        assert_eq!(texts(page, ".summary li").await, json!([summary.tasks, summary.units, summary.times]));
        assert!(summary.times.contains("提前5天"), "{}", summary.times);
        by_task(page).await;
        let marked = "return Array.from(document.querySelectorAll('.changes .sign')).length";
        assert!(page.run(marked).await.as_u64().expect("a count") > 0);
        click(page, "another-new").await;
        let turned = texts(page, ".summary li").await;
        assert!(turned[2].as_str().expect("a sentence").contains("推后5天"), "{turned}");
        page.run("document.querySelectorAll('.summary .switch button')[0].click()").await;
        let units = compare(&read(&new), &read(&old)).units.len();
        assert_eq!(page.run("return document.querySelectorAll('.balance tbody tr').length").await, json!(units));
    });
}

/// Words of the other text are found in its own box.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_click_leads_into_the_other_text() {
    on_page(async |page| {
        let new = sample("county-brackets.txt");
        enter(page, &new).await;
        enter_another(page, &new.replace("5月15日前", "5月20日前")).await;
        by_task(page).await;
        page.run("document.querySelector('.changes del.differs').click()").await;
        let marked = "const found = document.getElementById('another-found');
            const [place, words] = [found, found.querySelector('mark')].map(one => one.getBoundingClientRect());
            return [found.querySelector('mark').textContent, place.top <= words.top && words.bottom <= place.bottom]";
        assert_eq!(page.run(marked).await, json!(["5月20日前", true]));
        page.run("document.querySelector('.changes ins.differs').click()").await;
        assert_eq!(page.run(HIT).await, json!("5月15日前"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_two_texts_change_places() {
    on_page(async |page| {
        let new = sample("county-brackets.txt");
        let old = new.replace("5月15日前", "5月20日前");
        enter(page, &new).await;
        enter_another(page, &old).await;
        let before = texts(page, ".summary li").await;
        click(page, "another-swap").await;
        page.wait_until("!Store.state.pending && Store.state.changes").await;
        let texts_now = "return [TextBox.value(), Store.state.other, document.getElementById('another-text').value]";
        assert_eq!(page.run(texts_now).await, json!([old, new, new]));
        assert_eq!(texts(page, ".summary li").await, before, "what is old and what is new stays");
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_cannot_be_compared_is_said() {
    on_page(async |page| {
        let empty = async || texts(page, "#list .empty").await[0].as_str().unwrap_or_default().to_owned();
        enter(page, "一、压实责任。完善制度。（县应急局负责）\n附件：分工表").await;
        click(page, "tab-collation").await;
        assert!(empty().await.contains("没有读出带责任单位的附表"));
        click(page, "tab-changes").await;
        assert!(empty().await.contains("把另一稿粘贴到上面的框里"));
        assert_eq!(page.run("return document.getElementById('copy').disabled").await, json!(true));
        enter_another(page, "一、会场布置。摆放桌签，调试音响。（县委办公室负责）").await;
        assert!(empty().await.contains("没有可以对应的内容"));
        enter_another(page, "今天天气很好。").await;
        assert!(empty().await.contains("没有读出任务"));
        enter_another(page, "一、压实责任。完善制度。（县应急局负责）").await;
        assert!(empty().await.contains("没有变化"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn both_comparisons_leave_the_page() {
    let text = sample(DRAFT);
    let analysis = read(&text);
    let title = analysis.notice.title.as_deref();
    on_page(async |page| {
        enter(page, &text).await;
        click(page, "tab-collation").await;
        let sheet = Sheet::Collation;
        let file = export_csv(page, &export::file_name(title, sheet.title(), "csv")).await;
        let table = sheet.table(&analysis).without_blank_columns();
        assert_eq!(String::from_utf8(file).expect("UTF-8"), export::csv::write(&table));
    });
    let old = text.replace("市财政局", "市审计局");
    let comparison = compare(&read(&old), &analysis);
    on_page(async |page| {
        enter(page, &text).await;
        enter_another(page, &old).await;
        let table = ChangeSheet::Units.table(&comparison).without_blank_columns();
        let file = export_csv(page, &export::file_name(title, ChangeSheet::Units.title(), "csv")).await;
        assert_eq!(String::from_utf8(file).expect("UTF-8"), export::csv::write(&table));
        by_task(page).await;
        page.run("window.dispatchEvent(new Event('beforeprint'))").await;
        let rows = comparison.tasks.iter().filter(|task| task.is_change()).count();
        let printed = "return document.querySelectorAll('#sheet .print-table tbody tr').length";
        assert_eq!(page.run(printed).await, json!(rows));
    });
}
