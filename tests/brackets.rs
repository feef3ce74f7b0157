//! Responsibility brackets, label lines and cells, from words to roles.

mod cases;

use notice_analyzer::source::Source;
use notice_analyzer::task::attribution;
use notice_analyzer::{Basis, Role, TextRange};

#[test]
fn brackets_and_labels() {
    cases::check("brackets.txt", |words| {
        let source = Source::new(words);
        let all = TextRange::new(0, source.clean().len());
        let mut found = attribution::read(&source, all, Role::Responsible, Basis::Attribution);
        if found.first_leads {
            found.promote_first();
        }
        let mark = |role| match role {
            Role::Lead => "牵",
            Role::Responsible => "责",
            Role::Support => "配",
            Role::Supervise => "督",
        };
        let mut parts: Vec<String> = found
            .assigned
            .iter()
            .map(|a| format!("{} {}{}", mark(a.role), a.unit, if a.open { "+" } else { "" }))
            .collect();
        if !found.blanket.is_empty() {
            let names: Vec<&str> = found.blanket.iter().map(|u| u.name.as_str()).collect();
            parts.push(format!("以下: {}", names.join(", ")));
        }
        if found.first_leads {
            parts.push("首位牵头".into());
        }
        parts.join(" | ")
    });
}
