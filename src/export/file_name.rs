//! The name under which a table is saved.

use crate::source::is_invisible;

/// Longest title in a name, in characters; Windows allows 255 for the whole.
const TITLE: usize = 60;
/// Longest name that a person gives, in characters.
const LONGEST: usize = 120;
/// What Windows keeps for its devices, some of them with a digit behind: no file
/// has such a name, whatever follows a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// `标题-任务分解表.csv`: the notice's title without what Windows forbids in a
/// name, or just `table`, the table's title, where the notice has none; without
/// a table, just the title.
pub fn file_name(title: Option<&str>, table: &str, extension: &str) -> String {
    let title: String = title.unwrap_or_default().chars().filter(is_legal).take(TITLE).collect();
    let table: String = table.chars().filter(is_legal).collect();
    let title = title.trim_matches('.');
    let between = if title.is_empty() || table.is_empty() { "" } else { "-" };
    legal_name(&format!("{title}{between}{table}"), extension)
}

/// The name that a person gave a file, without what Windows forbids in one:
/// `任务分解.xlsx`; `通知` stands for a name that is none, and before one that
/// Windows keeps for itself.
///
/// ```
/// use notice_analyzer::export::legal_name;
/// assert_eq!(legal_name("任务/分解", "xlsx"), "任务分解.xlsx");
/// assert_eq!(legal_name("con", "csv"), "通知-con.csv");
/// ```
pub fn legal_name(name: &str, extension: &str) -> String {
    let name: String = name.chars().filter(is_legal).take(LONGEST).collect();
    match name.trim_matches(['.', '-']) {
        "" => format!("通知.{extension}"),
        name if is_device(name) => format!("通知-{name}.{extension}"),
        name => format!("{name}.{extension}"),
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let kept = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    DEVICES.contains(&kept) && stem.len() <= "com1".len()
}

fn is_legal(char: &char) -> bool {
    !is_invisible(*char) && !char.is_whitespace() && !"\\/:*?\"<>|".contains(*char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_legal_on_windows() {
        let cases = [
            (Some("关于做好防汛工作的通知"), "关于做好防汛工作的通知-任务分解表.csv"),
            (Some("a/b\\c:d*e?f\"g<h>i|j"), "abcdefghij-任务分解表.csv"),
            (Some("..\u{0}\n 通知 ."), "通知-任务分解表.csv"),
            (Some("\u{202e}通\u{2066}知\u{ffff}"), "通知-任务分解表.csv"),
            (Some("///"), "任务分解表.csv"),
            (Some(""), "任务分解表.csv"),
            (None, "任务分解表.csv"),
            (Some("AUX."), "AUX-任务分解表.csv"),
        ];
        for (title, name) in cases {
            assert_eq!(file_name(title, "任务分解表", "csv"), name);
        }
    }

    #[test]
    fn a_notice_without_a_table_is_named_by_its_title() {
        assert_eq!(file_name(Some("关于防汛的通知"), "", "html"), "关于防汛的通知.html");
        assert_eq!(file_name(None, "", "html"), "通知.html");
        assert_eq!(file_name(None, "县局/办任务清单", "csv"), "县局办任务清单.csv");
    }

    #[test]
    fn a_name_that_was_typed_is_made_legal() {
        for (typed, name) in [
            ("任务/分解", "任务分解.xlsx"),
            ("\u{202e}通知", "通知.xlsx"),
            ("-任务分解表", "任务分解表.xlsx"),
            (" . ", "通知.xlsx"),
        ] {
            assert_eq!(legal_name(typed, "xlsx"), name);
        }
    }

    #[test]
    fn a_long_title_is_cut() {
        let name = file_name(Some(&"长".repeat(500)), "任务分解表", "csv");
        assert_eq!(name.chars().filter(|char| *char == '长').count(), TITLE);
    }
}
