//! Working through the findings as a reviewer does: sifting, stepping, taking
//! over, putting aside, and handing out what is left.

use crate::browser::{Page, on_page};
use crate::textbox::{click, enter, settled};
use notice_analyzer::check::RULES;
use notice_analyzer::view::Sheet;
use notice_analyzer::{Options, analyze, export};
use serde_json::{Value, json};

/// One 错误, four 警告 of one rule and so folded, and one of another.
const DRAFT: &str = "一、统一布署。建立台帐，化解部份风险，按月记帐。\n\
    二、排查隐患。（县应急局负责)\n三、压实责任。服务党中央国务院工作大局。";

async fn show(page: &Page, text: &str) {
    enter(page, text).await;
    click(page, "tab-findings").await;
}

/// What the list shows: the code of each band, the number of each row.
const LIST: &str = "return Array.from(document.querySelectorAll('.findings tbody tr')).map(row =>
    row.className === 'band' ? row.querySelector('.code').textContent : row.cells[0].textContent)";

/// Clicks the button of this label: in the list, or else above it.
async fn press(page: &Page, label: &str) {
    let body = "const buttons = Array.from(document.querySelectorAll('#list button, #above button, #ask button'));
        const named = buttons.find(button => button.textContent.trim() === arguments[0]);
        if (!named) throw new Error(arguments[0] + ' is not there: ' + buttons.map(button => button.textContent));
        named.click();";
    page.run_with(body, vec![json!(label)]).await;
}

async fn content(page: &Page) -> String {
    settled(page).await;
    page.run("return document.getElementById('text').value").await.as_str().expect("text").to_owned()
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn findings_are_grouped_counted_and_sifted() {
    on_page(async |page| {
        show(page, DRAFT).await;
        let all = json!(["PUN-001", "1", "TXT-003", "2", "TXT-007", "3"]);
        assert_eq!(page.run(LIST).await, all);
        let picks = "return Array.from(document.querySelectorAll('.sift .pick')).map(pick => pick.textContent)";
        assert_eq!(page.run(picks).await, json!(["全部 3", "错误 1", "警告 2", "提示 0"]));
        press(page, "警告 2").await;
        assert_eq!(page.run(LIST).await, json!(["TXT-003", "1", "TXT-007", "2"]));
        press(page, "全部 3").await;
        let choose = "const choice = document.querySelector('.sift select');
            choice.value = 'TXT-007'; choice.dispatchEvent(new Event('change'));";
        page.run(choose).await;
        assert_eq!(page.run(LIST).await, json!(["TXT-007", "1"]));
        press(page, "全部 3").await;
        assert_eq!(page.run(LIST).await, all);
    });
}

/// Presses F8 and gives the row that is pointed at, and the words marked or
/// selected.
const STEP: &str = "
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', shiftKey: arguments[0], bubbles: true }));
    const box = document.getElementById('text');
    const hit = document.querySelector('#original .hit');
    const words = box.hidden ? hit.textContent : box.value.slice(box.selectionStart, box.selectionEnd);
    return [document.querySelector('#list .pointed').cells[0].textContent, words];";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn keys_lead_from_finding_to_finding() {
    let way = [
        (false, "1", ")"),
        (false, "2", "布署"),
        (false, "3", "党中央国务院"),
        (false, "1", ")"),
        (true, "3", "党中央国务院"),
    ];
    on_page(async |page| {
        for mode in ["mode-edit", "mode-read"] {
            enter(page, DRAFT).await;
            click(page, "tab-tasks").await;
            click(page, mode).await;
            for (back, number, words) in way {
                assert_eq!(page.run_with(STEP, vec![json!(back)]).await, json!([number, words]), "{mode}");
            }
        }
    });
}

/// Whether every finding on the page points at the words that it names.
const PLACES_HOLD: &str = "return Remarks.all().every(row => row.related.length > 1
    || row.words.includes(Store.state.text.slice(row.span[0], row.span[1])))";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_suggestion_taken_over_can_be_undone_and_moves_no_other() {
    on_page(async |page| {
        for mode in ["mode-edit", "mode-read"] {
            show(page, DRAFT).await;
            click(page, mode).await;
            press(page, "采纳 4 处").await;
            press(page, "采纳所选").await;
            let mended =
                DRAFT.replace("布署", "部署").replace("台帐", "台账").replace("部份", "部分").replace("记帐", "记账");
            assert_eq!(content(page).await, mended, "{mode}");
            assert_eq!(page.run(LIST).await, json!(["PUN-001", "1", "TXT-007", "2"]));
            assert_eq!(page.run(PLACES_HOLD).await, json!(true));
            let next = "Remarks.step(1); return document.querySelector('#list .pointed').cells[0].textContent";
            assert_eq!(page.run(next).await, json!("2"));
            // The next one at once, before the page has read the text again.
            press(page, "采纳").await;
            press(page, "采纳").await;
            let both = mended.replace(')', "）").replace("党中央国务院", "党中央、国务院");
            page.wait_until("Remarks.all().length === 0").await;
            assert_eq!(content(page).await, both, "{mode}");
            click(page, "restore").await;
            settled(page).await;
            page.run(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))",
            )
            .await;
            assert_eq!(content(page).await, mended, "{mode}");
            click(page, "restore").await;
            assert_eq!(content(page).await, DRAFT, "{mode}");
            let restored = "return [document.getElementById('restore').hidden, Store.state.mode]";
            assert_eq!(page.run(restored).await, json!([true, mode.trim_start_matches("mode-")]));
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_is_put_aside_stays_so_and_comes_back() {
    on_page(async |page| {
        show(page, DRAFT).await;
        click(page, "mode-read").await;
        let marked = "return document.querySelectorAll('#original .error').length";
        assert_eq!(page.run(marked).await, json!(1));
        press(page, "忽略").await;
        assert_eq!(page.run(LIST).await, json!(["TXT-003", "1", "TXT-007", "2"]));
        assert_eq!(page.run(marked).await, json!(0));
        let edited = format!("青岭县人民政府文件\n{}", DRAFT.replace("压实责任", "压紧压实责任"));
        show(page, &edited).await;
        assert_eq!(page.run(LIST).await, json!(["TXT-003", "1", "TXT-007", "2"]));
        press(page, "忽略此规则").await;
        assert_eq!(page.run(LIST).await, json!(["TXT-007", "1"]));
        let count = "return document.querySelector('#place-checks b').textContent";
        assert_eq!(page.run(count).await, json!("1"));
        press(page, "已忽略 2").await;
        assert_eq!(page.run(LIST).await, json!(["PUN-001", "1", "TXT-003", "2"]));
        press(page, "恢复").await;
        press(page, "恢复此规则").await;
        assert_eq!(page.run(LIST).await, json!(["PUN-001", "1", "TXT-003", "2", "TXT-007", "3"]));
    });
}

/// The sentences of the amendments on the screen, as they should read.
const AMENDED: &str =
    "return Array.from(document.querySelectorAll('.amendments tbody tr')).map(row => row.cells[3].textContent)";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_is_put_aside_stays_so_while_others_of_its_rule_come_and_go() {
    on_page(async |page| {
        show(page, DRAFT).await;
        page.run("Remarks.sift({ rule: 'TXT-003' })").await;
        press(page, "忽略").await;
        click(page, "tab-amendments").await;
        let rest = ["（县应急局负责）", "服务党中央、国务院工作大局。"];
        assert!(page.run(AMENDED).await == json!(rest), "{}", page.run(AMENDED).await);
        show(page, &format!("{DRAFT}\n四、落实部份责任。")).await;
        let told =
            "return Remarks.open().filter(row => row.code === 'TXT-003').map(row => [row.words, row.fixes.length])";
        assert_eq!(page.run(told).await, json!([["部份", 1]]));
        click(page, "tab-amendments").await;
        assert_eq!(page.run(AMENDED).await, json!([rest[0], rest[1], "四、落实部分责任。"]));
        let copied = "return Store.state.reading.cells('amendments', {}).rows.map(row => row[3])";
        assert_eq!(page.run(copied).await, page.run(AMENDED).await);
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn the_list_of_remarks_leaves_without_what_is_put_aside() {
    on_page(async |page| {
        show(page, DRAFT).await;
        let mut table = Sheet::Findings.table(&analyze(DRAFT, &Options::default()));
        let csv = "return Store.state.reading.csv('findings', {})";
        assert_eq!(page.run(csv).await, json!(export::csv::write(&table)));
        press(page, "忽略").await;
        table.rows.remove(0);
        table.rows.iter_mut().enumerate().for_each(|(index, row)| row[0] = (index + 1).to_string());
        assert_eq!(page.run(csv).await, json!(export::csv::write(&table)));
        assert_eq!(table.header[2..7], ["位置", "原文", "问题", "建议", "依据"]);
        let row = &table.rows[0];
        assert_eq!([&row[2], &row[3], &row[5]], ["一、", "布署；台帐；部份等", "改为：部署；台账；部分等"]);
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn every_rule_is_explained() {
    on_page(async |page| {
        show(page, DRAFT).await;
        press(page, "TXT-003").await;
        page.wait_until("document.getElementById('rules').open").await;
        let shown = "return Array.from(document.querySelectorAll('#rules section')).map(section =>
            [section.id, Array.from(section.querySelectorAll('dd')).map(words => words.textContent)])";
        let page_of = |rule: &&notice_analyzer::check::Rule| {
            let words = &rule.page;
            json!([
                format!("rule-{}", rule.code),
                [words.what, words.why, rule.basis, words.bad, words.good, words.silent]
            ])
        };
        assert_eq!(page.run(shown).await, Value::from(RULES.iter().map(page_of).collect::<Vec<_>>()));
        assert_eq!(page.run("return document.querySelector('#rules .chosen').id").await, json!("rule-TXT-003"));
        click(page, "close-rules").await;
        click(page, "open-rules").await;
        page.wait_until("document.getElementById('rules').open").await;
    });
}
