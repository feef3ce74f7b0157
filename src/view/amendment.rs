//! 修改意见: what should change in the notice, sentence by sentence, as one
//! office sends it to another.

use crate::analysis::{Analysis, Excerpt, Finding, Fix};
use crate::source::is_invisible;
use crate::span::Span;
use crate::view::part::Places;
use crate::view::sheet::Table;
use serde::Serialize;
use std::collections::BTreeMap;

/// What its columns hold.
pub(super) const AMENDMENT_HEADER: [&str; 5] = ["序号", "位置", "原文", "建议改为", "理由和依据"];
/// Stands where a sentence is cut.
const CUT: &str = "……";

/// One sentence, with all that is said of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amendment {
    /// The findings, in the order of their words.
    pub ids: Vec<String>,
    /// 位置: its paragraph, and the number of its task or of the one before it.
    pub place: String,
    /// 原文: the sentence.
    pub sentence: String,
    /// 建议改为: the same with every certain correction; empty where none is.
    pub mended: String,
    /// 理由和依据.
    pub reason: String,
    /// The words first in question.
    pub span: Span,
}

/// A finding and the part of its sentence that it marks.
type Remark<'f> = (&'f Finding, &'f Excerpt);

/// What `findings` of `analysis` ask for, in the order of the text.
pub fn amendments(analysis: &Analysis, findings: &[Finding]) -> Vec<Amendment> {
    let places = Places::new(&analysis.tasks);
    let mut sentences: BTreeMap<Span, Vec<Remark>> = BTreeMap::new();
    for finding in Finding::unfolded(findings) {
        for excerpt in &finding.excerpts {
            sentences.entry(excerpt.span).or_default().push((finding, excerpt));
        }
    }
    sentences.into_values().filter_map(|remarks| amendment(remarks, &places)).collect()
}

fn amendment(mut remarks: Vec<Remark>, places: &Places) -> Option<Amendment> {
    remarks.sort_by_key(|(_, excerpt)| excerpt.words);
    let (_, first) = *remarks.first()?;
    let number = places.near(first.words.start);
    let apart = if number.is_empty() { "" } else { "，" };
    Some(Amendment {
        ids: remarks.iter().map(|(finding, _)| finding.id.clone()).collect(),
        place: format!("第{}段{apart}{number}", first.paragraph),
        sentence: shown(first, &first.text),
        mended: mended(first, &remarks).map(|text| shown(first, &text)).unwrap_or_default(),
        reason: reason(&remarks),
        span: first.words,
    })
}

/// The sentence on one line, without what is not shown.
fn shown(excerpt: &Excerpt, text: &str) -> String {
    let mark = |cut: bool| if cut { CUT } else { "" };
    let lines: String = text.split(['\n', '\r', '\t']).map(str::trim).collect();
    let lines: String = lines.chars().filter(|c| !is_invisible(*c)).collect();
    format!("{}{lines}{}", mark(excerpt.cut.0), mark(excerpt.cut.1))
}

/// The sentence with the corrections of all `remarks`.
fn mended(excerpt: &Excerpt, remarks: &[Remark]) -> Option<String> {
    let span = excerpt.span;
    let fixes = remarks.iter().flat_map(|(finding, _)| finding.fix.iter().chain(&finding.more_fixes));
    let mut within: Vec<&Fix> = fixes.filter(|f| span.start <= f.span.start && f.span.end <= span.end).collect();
    within.sort_by_key(|fix| fix.span);
    let mut units: Vec<u16> = excerpt.text.encode_utf16().collect();
    for fix in within.iter().rev() {
        let at = |unit: u32| ((unit - span.start) as usize).min(units.len());
        let range = at(fix.span.start)..at(fix.span.end);
        units.splice(range, fix.text.encode_utf16());
    }
    (!within.is_empty()).then(|| String::from_utf16_lossy(&units))
}

/// What is said of a sentence, then what it rests on, each once.
fn reason(remarks: &[Remark]) -> String {
    let distinct = |word: fn(&Finding) -> &str| {
        let mut all: Vec<&str> = Vec::new();
        for word in remarks.iter().map(|(finding, _)| word(finding)) {
            if !all.contains(&word) {
                all.push(word);
            }
        }
        all
    };
    let bases = distinct(|finding| finding.basis).join("；");
    format!("{}依据：{bases}。", distinct(|finding| &finding.message).concat())
}

/// The amendments as plain cells.
pub fn amendment_table(rows: &[Amendment]) -> Table {
    let cells = |(index, row): (usize, &Amendment)| {
        let number = (index + 1).to_string();
        let cells = vec![number, row.place.clone(), row.sentence.clone(), row.mended.clone(), row.reason.clone()];
        (row.ids.first().cloned().unwrap_or_default(), cells)
    };
    Table::keyed(AMENDMENT_HEADER.map(str::to_owned).to_vec(), rows.iter().enumerate().map(cells))
}
