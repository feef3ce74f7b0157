//! Lists of units, from the words of a notice to full names.

mod cases;

use notice_analyzer::TextRange;
use notice_analyzer::mention::unit::unit_list;
use notice_analyzer::source::Source;

#[test]
fn lists_of_units() {
    cases::check("units.txt", |words| {
        let source = Source::new(words);
        let list = unit_list(&source, TextRange::new(0, source.clean().len()));
        let names: Vec<String> =
            list.units.iter().map(|u| if u.known { u.name.clone() } else { format!("{} ?", u.name) }).collect();
        let open = if list.open { " +" } else { "" };
        format!("{}{open}", names.join(" | "))
    });
}
