//! One notice against another: what was planted is found, and nothing else.

use notice_analyzer::compare::{Comparison, Piece, PieceKind, compare};
use notice_analyzer::view::{self, ChangeRow};
use notice_analyzer::{Analysis, Options, analyze};
use std::fmt::Write as _;

#[path = "support/real.rs"]
mod real;
#[path = "support/samples.rs"]
mod samples;

const OLD: &str = include_str!("annex/draft.txt");

fn read(text: &str) -> Analysis {
    analyze(text, &Options::default())
}

fn compared(old: &str, new: &str) -> Comparison {
    compare(&read(old), &read(new))
}

/// A line for each task with a change, then one for each unit with one.
fn shown(comparison: &Comparison) -> String {
    let view = view::changes(comparison);
    let mut out = String::new();
    for row in view.rows.iter().filter(|row| !row.tags.is_empty()) {
        let _ = writeln!(out, "{}: {}{}", place(row), row.tags.join(" "), details(row));
    }
    for unit in &view.units {
        let list = |sign: &str, charges: &[view::ChargeMark]| {
            charges.iter().map(|charge| format!(" {sign}{}（{}）", charge.task, charge.role)).collect::<String>()
        };
        let (gained, lost) = (list("增", &unit.gained), list("减", &unit.lost));
        let _ = writeln!(out, "{}{}:{gained}{lost}{}", unit.unit, unit.note, list("改", &unit.recast));
    }
    out
}

fn place(row: &ChangeRow) -> String {
    let list = |places: &[view::ChangePlace]| {
        places.iter().map(|place| format!("{}{}", place.place, place.title)).collect::<Vec<_>>().join(" + ")
    };
    let (old, new) = (list(&row.old), list(&row.new));
    if old == new { old } else { format!("{old} → {new}") }
}

fn details(row: &ChangeRow) -> String {
    let mut out = String::new();
    let words = |pieces: &[Piece], kind: PieceKind, sign: &str| -> String {
        pieces.iter().filter(|piece| piece.kind == kind).map(|piece| format!(" {sign}{}", piece.text)).collect()
    };
    if !row.old.is_empty() && !row.new.is_empty() {
        out += &words(&row.old_pieces, PieceKind::Differs, "-");
        out += &words(&row.new_pieces, PieceKind::Differs, "+");
        out += &words(&row.old_pieces, PieceKind::Moved, "<");
        out += &words(&row.new_pieces, PieceKind::Moved, ">");
    }
    row.shifts.iter().for_each(|shift| out += &format!(" [{}→{} {}]", shift.old, shift.new, shift.note));
    for unit in row.units.iter().filter(|unit| !unit.sign.is_empty()) {
        out += &format!(" {}{}{}", unit.sign, unit.unit, unit.note);
    }
    out
}

/// Cases stand in `versions/cases.txt`: what a case is about behind `==`, lines
/// `-` that are taken from the old notice and `+` that stand in their place in
/// the new one (`\n` for a line end), `--`, and what must be found.
#[test]
fn planted_changes_are_found() {
    let cases: Vec<&str> = include_str!("versions/cases.txt").split("\n== ").skip(1).collect();
    assert!(cases.len() >= 25, "{} cases", cases.len());
    let mut wrong = String::new();
    for case in cases {
        let (about, rest) = case.split_once('\n').expect(case);
        let (edits, expected) = rest.split_once("\n--").expect(about);
        let found = shown(&compared(OLD, &edited(about, edits)));
        if found.trim() != expected.trim() {
            let _ = writeln!(wrong, "{about}\n--- expected{expected}\n--- found\n{found}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn edited(about: &str, edits: &str) -> String {
    let mut new = OLD.to_owned();
    let mut lines = edits.lines().filter(|line| !line.is_empty());
    while let Some(line) = lines.next() {
        let old = line.strip_prefix("- ").expect(about).replace("\\n", "\n");
        let to = lines.next().and_then(|line| line.strip_prefix('+')).expect(about).trim_start().replace("\\n", "\n");
        assert!(new.contains(&old), "{about}: {old} is not there");
        new = new.replacen(&old, &to, 1);
    }
    new
}

/// The same text in other clothes has not changed.
#[test]
fn a_notice_against_itself() {
    for notice in samples::samples().iter().chain(&real::real_notices()) {
        let text = &notice.text;
        for (clothes, other) in [
            ("unchanged", text.clone()),
            ("CRLF", text.replace('\n', "\r\n")),
            ("blank lines", text.replace('\n', "\n\n")),
            ("spaces", text.replace('安', " 安").replace("工作", "工 作")),
            ("half width", text.replace('（', "(").replace('）', ")").replace('；', ";")),
        ] {
            let found = compared(text, &other);
            let changed = shown(&found);
            assert!(found.related && changed.is_empty(), "{}, {clothes}:\n{changed}", notice.name);
        }
    }
}

#[test]
fn page_breaks_are_no_changes() {
    let broken =
        OLD.replace("包保干部对包保主体", "包保干部对\n\n包保主体").replace("覆盖率达到", "覆盖率\n\n- 3 -\n\n达到");
    assert_ne!(broken, OLD);
    assert_eq!(shown(&compared(OLD, &broken)), "");
}

#[test]
fn texts_without_anything_in_common_are_not_compared() {
    let other =
        "一、会场布置。摆放桌签，调试音响。（县委办公室负责）\n二、车辆保障。安排大巴，做好登记。（机关事务中心负责）";
    for (old, new, sentence) in [
        (OLD, other, "两份文本的任务没有可以对应的内容，未作比对。"),
        (OLD, "", "后一份文本没有读出任务，无法比对。"),
        ("", OLD, "前一份文本没有读出任务，无法比对。"),
        ("", "", "两份文本都没有读出任务。"),
    ] {
        let comparison = compared(old, new);
        assert_eq!(comparison.summary.tasks, sentence);
        assert!(comparison.tasks.is_empty() && comparison.units.is_empty());
    }
}

/// What the one direction gains, the other one loses.
#[test]
fn both_directions_agree() {
    let new = OLD.replace("市教育局牵头", "市市场监管局牵头").replace("，市市场监管局、市城管局配合", "，市城管局配合");
    let (there, back) = (compared(OLD, &new), compared(&new, OLD));
    let units = |comparison: &Comparison| {
        let mut list: Vec<(String, usize, usize)> =
            comparison.units.iter().map(|unit| (unit.unit.clone(), unit.gained.len(), unit.lost.len())).collect();
        list.sort();
        list
    };
    let turned: Vec<(String, usize, usize)> = units(&back).into_iter().map(|(unit, a, b)| (unit, b, a)).collect();
    assert_eq!(units(&there), turned);
}

/// Any two notices can be compared, and what is shown of a text is its words.
#[test]
fn any_two_notices() {
    let notices = samples::samples();
    let read: Vec<Analysis> = notices.iter().map(|notice| read(&notice.text)).collect();
    let words = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    for old in &read {
        for new in &read {
            for task in compare(old, new).tasks.iter().filter(|task| task.new.len() == 1) {
                let said = new.tasks.iter().find(|said| said.id == task.new[0].id).expect("a task of this id");
                let shown = words(&task.new_pieces);
                assert!(shown.is_empty() || said.text.contains(shown.trim_end_matches('。')), "{shown}");
            }
        }
    }
}
