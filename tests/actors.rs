//! Who acts in the running text.

mod cases;

use notice_analyzer::mention::time::{TimeBase, times};
use notice_analyzer::source::Source;
use notice_analyzer::task::actor::actors;
use notice_analyzer::{Role, TextRange};

#[test]
fn actors_in_sentences() {
    cases::check("actors.txt", |sentence| {
        let source = Source::new(sentence);
        let all = TextRange::new(0, source.clean().len());
        let times: Vec<TextRange> =
            times(source.clean(), all, &TimeBase::default()).iter().map(|time| time.range).collect();
        let mark = |role| match role {
            Role::Lead => "牵",
            Role::Responsible => "责",
            Role::Support => "配",
            Role::Supervise => "督",
        };
        let found = actors(&source, all, TextRange::default(), None, &[], &times, Some(2024));
        found.iter().map(|a| format!("{} {}", mark(a.role), a.unit)).collect::<Vec<_>>().join(" | ")
    });
}
