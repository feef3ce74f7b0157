//! What must hold of the suggestions for a text, whatever the text is: they
//! leave each other alone, each changes something, their order does not matter,
//! and what a rule has mended it does not report again.

use notice_analyzer::{Finding, Fix, Options, Span, analyze};
use std::collections::BTreeSet;

/// What is marked in a text.
pub fn findings(text: &str) -> Vec<Finding> {
    analyze(text, &Options::default()).findings
}

/// What is suggested for a finding.
pub fn fixes(finding: &Finding) -> impl Iterator<Item = &Fix> {
    finding.fix.iter().chain(&finding.more_fixes)
}

/// Takes `fixes` over one by one, in the order given; each moves the places of
/// those behind it.
pub fn adopted(text: &[u16], fixes: &[&Fix]) -> Vec<u16> {
    let mut units = text.to_vec();
    let mut moved: Vec<(u32, i64)> = Vec::new();
    for fix in fixes {
        let by: i64 = moved.iter().filter(|(end, _)| *end <= fix.span.start).map(|(_, by)| by).sum();
        let place = |at: u32| (i64::from(at) + by) as usize;
        let new: Vec<u16> = fix.text.encode_utf16().collect();
        moved.push((fix.span.end, new.len() as i64 - i64::from(fix.span.end - fix.span.start)));
        units.splice(place(fix.span.start)..place(fix.span.end), new);
    }
    units
}

/// What `fix`, one of `all`, wrote, in the text in which all are taken over.
fn place_of(fix: &Fix, all: &[&Fix]) -> Span {
    let len = |fix: &Fix| fix.text.encode_utf16().count() as u32;
    let before = all.iter().filter(|other| other.span < fix.span);
    let start = before.fold(i64::from(fix.span.start), |at, other| {
        at + i64::from(len(other)) - i64::from(other.span.end - other.span.start)
    }) as u32;
    Span::new(start, start + len(fix))
}

fn meets(finding: &Finding, place: Span) -> bool {
    let holds = |span: &Span| span.start < place.end && place.start < span.end;
    holds(&finding.span) || finding.related.iter().any(holds)
}

/// Holds everything of a text; the error names the first thing that does not
/// hold.
pub fn are_apart(text: &str) -> Result<(), String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let found = findings(text);
    let mut all: Vec<&Fix> = found.iter().flat_map(fixes).collect();
    let as_found = adopted(&units, &all);
    all.sort_by_key(|fix| fix.span);
    for pair in all.windows(2) {
        let apart = pair[0].span.end <= pair[1].span.start && pair[0].span != pair[1].span;
        if !apart {
            return Err(format!("{pair:?} overlap"));
        }
    }
    for fix in &all {
        let old = String::from_utf16_lossy(&units[fix.span.start as usize..fix.span.end as usize]);
        if old == fix.text {
            return Err(format!("{fix:?} changes nothing"));
        }
    }
    let forward = adopted(&units, &all);
    all.reverse();
    if forward != as_found || forward != adopted(&units, &all) {
        return Err("the order matters".to_owned());
    }
    let codes: BTreeSet<&str> = found.iter().filter(|f| f.fix.is_some()).map(|f| f.code).collect();
    codes.into_iter().try_for_each(|code| is_content(&units, &found, code))
}

/// Whether the rule `code` is content with what it has mended.
fn is_content(units: &[u16], found: &[Finding], code: &str) -> Result<(), String> {
    let own: Vec<&Fix> = found.iter().filter(|f| f.code == code).flat_map(fixes).collect();
    let mended = String::from_utf16(&adopted(units, &own)).map_err(|_| format!("{code} cuts a character"))?;
    let again = findings(&mended);
    let again: Vec<&Finding> = again.iter().filter(|f| f.code == code).collect();
    for fix in &own {
        let place = place_of(fix, &own);
        if let Some(finding) = again.iter().find(|f| meets(f, place)) {
            return Err(format!("{code} mended {fix:?} and reports {:?} there", finding.words));
        }
    }
    Ok(())
}
