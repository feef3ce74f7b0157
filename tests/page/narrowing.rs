//! Finding and narrowing: the numbers over the tables, the search, 我单位.

use crate::browser::{Page, on_page};
use crate::results::sample;
use crate::textbox::{click, enter};
use notice_analyzer::view;
use notice_analyzer::{Options, analyze};
use serde_json::{Value, json};

async fn shown(page: &Page) -> Value {
    page.run("return Array.from(document.querySelectorAll('#list tr[data-index]')).map(row => row.dataset.row)").await
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn each_number_is_a_filter_and_several_go_together() {
    let text = sample("draft-annex.txt");
    let analysis = analyze(&text, &Options::default());
    let rows = view::task_table(&analysis);
    let counts = view::overview(&analysis, &rows, &view::collation(&analysis));
    on_page(async |page| {
        enter(page, &text).await;
        for count in &counts[1..] {
            click(page, &format!("count-{}", count.key)).await;
            assert_eq!(shown(page).await, json!(count.ids), "{}", count.label);
            assert_eq!(page.run("return document.activeElement.id").await, json!(format!("count-{}", count.key)));
            click(page, &format!("count-{}", count.key)).await;
        }
        let [one, other] = [&counts[1], &counts[counts.len() - 1]];
        click(page, &format!("count-{}", one.key)).await;
        click(page, &format!("count-{}", other.key)).await;
        let both: Vec<_> = one.ids.iter().filter(|id| other.ids.contains(id)).collect();
        assert_eq!(page.run("return Narrow.rows().map(row => row.id)").await, json!(both));
        click(page, "count-tasks").await;
        assert_eq!(shown(page).await, json!(rows.iter().map(|row| &row.id).collect::<Vec<_>>()));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_word_is_found_in_tasks_and_in_the_text() {
    on_page(async |page| {
        let text = sample("county-brackets.txt");
        enter(page, &text).await;
        page.run("Store.set({ query: '县水利局' })").await;
        let named = "return Array.from(document.querySelectorAll('#list tr[data-index]')).every(row => row.textContent.includes('县水利局'))";
        assert_eq!(page.run(named).await, json!(true));
        assert!(!shown(page).await.as_array().expect("rows").is_empty());
        let next = "
            const search = document.getElementById('search');
            search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
            return [document.querySelector('#original .hit').textContent, document.getElementById('located').textContent];";
        let places = text.matches("县水利局").count();
        for turn in 1..=2 {
            let note = format!("“县水利局”第 {turn} 处，共 {places} 处");
            assert_eq!(page.run(next).await, json!(["县水利局", note]));
        }
        page.run("Store.set({ query: '没有这样的词' })").await;
        let empty = "return document.querySelector('#list .empty').textContent";
        assert_eq!(page.run(empty).await, json!("没有符合当前筛选的内容。"));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn ones_own_unit_is_found_by_name_and_by_class() {
    on_page(async |page| {
        let text = "一、压实责任。完善制度。（各乡镇人民政府负责）\n二、排查隐患。建立台账。（县应急局牵头，县水利局配合）\n三、加强宣传。开展宣讲。（县委宣传部负责）";
        enter(page, text).await;
        let choose = "const mine = document.getElementById('mine'); mine.value = arguments[0]; mine.dispatchEvent(new Event('change'));";
        for (unit, rows, reason) in
            [("县水利局", json!(["T2"]), ""), ("柳林镇人民政府", json!(["T1"]), "“各乡镇人民政府”可能包括它，请核对")]
        {
            page.run_with(choose, vec![json!(unit)]).await;
            assert_eq!(shown(page).await, rows, "{unit}");
            let because =
                "return Array.from(document.querySelectorAll('.because')).map(one => one.textContent).join('')";
            assert_eq!(page.run(because).await, json!(reason));
        }
        click(page, "tab-units").await;
        let sheet = "return [document.querySelector('.sheet h2').firstChild.data, document.querySelectorAll('.duties tbody tr').length,
            Array.from(document.querySelectorAll('.entry span')).map(one => one.textContent)]";
        let units = ["各乡镇人民政府", "县应急局", "县水利局", "县委宣传部"];
        assert_eq!(page.run(sheet).await, json!(["柳林镇人民政府", 1, units]));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn what_is_missing_shows_as_missing() {
    on_page(async |page| {
        enter(page, "一、压实责任。完善制度，6月底前完成。\n二、排查隐患。建立台账。（县应急局牵头，县水利局配合）\n三、抓好整改。逐项销号。（县住建局、县交通局负责）").await;
        let lacks = "return Array.from(document.querySelectorAll('#list tr[data-index]')).map(row =>
            Array.from(row.querySelectorAll('.lack')).map(one => one.textContent).join(' '))";
        assert_eq!(page.run(lacks).await, json!(["缺责任单位", "缺", "缺牵头 缺"]));
        click(page, "tab-matrix").await;
        let nobody = "return Array.from(document.querySelectorAll('.matrix .total.lack')).map(cell => cell.parentNode.dataset.row)";
        assert_eq!(page.run(nobody).await, json!(["T1"]));
    });
}
