//! 公文信息: what the notice says of itself, field by field.

use crate::analysis::{Analysis, Named};
use crate::span::Span;
use crate::view::label;
use crate::view::sheet::Table;
use jiff::civil::Date;
use serde::Serialize;

/// One field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its name: 发文机关, 标题, ….
    pub label: &'static str,
    /// What the notice gives; empty where it gives nothing.
    pub values: Vec<NamedValue>,
}

/// One value of a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedValue {
    /// The value.
    pub text: String,
    /// The words that say it, where they are known.
    pub span: Option<Span>,
}

/// The fields of the notice in the order of its page, those it leaves out
/// among them.
pub fn notice_sheet(analysis: &Analysis) -> Vec<Field> {
    let notice = &analysis.notice;
    let evidence = &notice.evidence;
    let date = |date: Option<Date>| date.map(label::day);
    let draft = notice.draft.as_ref().map(|draft| format!("{draft}（未定稿）"));
    vec![
        single("标题", notice.title.clone(), evidence.title),
        single("文种", notice.doc_type.clone(), evidence.title),
        single("稿本", draft, evidence.is_draft),
        single("发文机关", notice.issuer.clone(), evidence.issuer),
        single("发文字号", notice.doc_number.clone(), evidence.doc_number),
        single("工作年度", notice.work_year.map(|year| format!("{year}年")), None),
        list("主送机关", &notice.addressees),
        single("署名", notice.signed_by.clone(), evidence.signed_by),
        single("成文日期", date(notice.signed_on), evidence.signed_on),
        list("抄送机关", &notice.copies_to),
        single("印发机关", notice.printed_by.clone(), evidence.printed_by),
        single("印发日期", date(notice.printed_on), evidence.printed_on),
        list("统一规定的责任单位", &notice.blanket_units),
    ]
}

fn single(label: &'static str, value: Option<String>, span: Option<Span>) -> Field {
    Field { label, values: value.map(|text| NamedValue { text, span }).into_iter().collect() }
}

fn list(label: &'static str, names: &[Named]) -> Field {
    let value = |named: &Named| NamedValue { text: named.name.clone(), span: Some(named.span) };
    Field { label, values: names.iter().map(value).collect() }
}

/// The fields as plain cells.
pub(super) fn table(fields: &[Field]) -> Table {
    let cells = |field: &Field| {
        let values: Vec<&str> = field.values.iter().map(|value| value.text.as_str()).collect();
        (field.label.to_owned(), vec![field.label.to_owned(), values.join("、")])
    };
    Table::keyed(["项目", "内容"].map(str::to_owned).to_vec(), fields.iter().map(cells))
}
