//! Prints findings, one a line, in the order of the text.

use notice_analyzer::{Finding, Severity};
use std::io::{self, Write};

/// Writes `name:line:column: severity code message` for each finding. Lines
/// and columns count from 1, columns in characters.
pub fn write(out: &mut dyn Write, name: &str, text: &str, findings: &[Finding]) -> io::Result<()> {
    let mut ordered: Vec<&Finding> = findings.iter().collect();
    ordered.sort_by_key(|f| f.span);
    let mut place = Place::new(text);
    for finding in ordered {
        let (line, column) = place.at(finding.span.start);
        let severity = severity(finding.severity);
        writeln!(out, "{name}:{line}:{column}: {severity} {} {}", finding.code, finding.message)?;
    }
    Ok(())
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Hint => "提示",
    }
}

/// Walks a text once, so that places asked for in order cost one pass.
struct Place<'t> {
    rest: std::str::Chars<'t>,
    utf16: u32,
    line: usize,
    column: usize,
}

impl<'t> Place<'t> {
    fn new(text: &'t str) -> Self {
        Self { rest: text.chars(), utf16: 0, line: 1, column: 1 }
    }

    /// Line and column of the UTF-16 code unit at `offset`, which is not before
    /// the last one asked for.
    fn at(&mut self, offset: u32) -> (usize, usize) {
        while self.utf16 < offset {
            let Some(c) = self.rest.next() else { break };
            self.utf16 += c.len_utf16() as u32;
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn lines_and_columns() {
        let mut place = Place::new("一😀二\r\n三\n");
        for (offset, expected) in
            [(0, (1, 1)), (1, (1, 2)), (3, (1, 3)), (6, (2, 1)), (6, (2, 1)), (8, (3, 1)), (99, (3, 1))]
        {
            assert_eq!(place.at(offset), expected, "{offset}");
        }
    }
}
