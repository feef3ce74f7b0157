//! Prints findings as a compiler prints errors: the line of the notice with the
//! words in question underlined, the basis, and what to write instead.

use super::plain::plain;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use notice_analyzer::{Finding, Severity, Span};
use std::io::{self, Write};
use std::ops::Range;

/// Columns of a terminal that does not say how wide it is.
const COLUMNS: usize = 100;
/// Further places of a finding that are shown; the others are counted.
const SHOWN: usize = 2;

/// How findings are printed.
pub struct Style {
    /// Whether the terminal shows colours.
    pub colour: bool,
    /// Its columns, where it says so.
    pub columns: Option<usize>,
}

/// Writes the findings on `text`, which is called `name`, and how many there
/// are of each severity.
pub fn write(out: &mut dyn Write, name: &str, text: &str, findings: &[Finding], style: &Style) -> io::Result<()> {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.columns.unwrap_or(COLUMNS));
    let shown = plain(text);
    let lines = Lines::new(&shown);
    for finding in findings {
        writeln!(out, "{}\n", renderer.render(&[group(name, &lines, finding)]))?;
    }
    writeln!(out, "{}", summary(text, findings))
}

fn group<'a>(name: &'a str, lines: &Lines<'a>, finding: &'a Finding) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::NOTE,
    };
    let title = level.with_name(finding.severity.name()).primary_title(finding.message.as_str()).id(finding.code);
    let mut group = title.element(snippet(name, lines, finding.span, AnnotationKind::Primary));
    for place in finding.related.iter().take(SHOWN) {
        group = group.element(snippet(name, lines, *place, AnnotationKind::Context));
    }
    if let Some(more) = finding.related.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        group = group.element(Level::NOTE.with_name("另有").message(format!("{more}处")));
    }
    if let Some(advice) = finding.advice() {
        group = group.element(Level::HELP.with_name("建议").message(advice));
    }
    group.element(Level::NOTE.with_name("依据").message(finding.basis))
}

fn snippet<'a>(
    name: &'a str,
    lines: &Lines<'a>,
    span: Span,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let (number, line, range) = lines.find(span);
    Snippet::source(line).line_start(number).path(name).annotation(kind.span(range))
}

fn summary(text: &str, findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    match (text.trim().is_empty(), findings.is_empty()) {
        (true, _) => "没有可以核对的文字。".to_owned(),
        (false, true) => "没有发现问题。".to_owned(),
        (false, false) => format!(
            "共{}条：错误{}，警告{}，提示{}。",
            findings.len(),
            count(Severity::Error),
            count(Severity::Warning),
            count(Severity::Hint)
        ),
    }
}

/// A text by its lines, each with its first byte and UTF-16 code unit.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<(usize, u32)>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let mut starts = vec![(0, 0)];
        let mut units = 0;
        for (at, c) in text.char_indices() {
            units += c.len_utf16() as u32;
            if c == '\n' {
                starts.push((at + 1, units));
            }
        }
        Self { text, starts }
    }

    /// The number of the line in which `span` starts, counted from 1, the line,
    /// and the bytes of it that the span covers.
    fn find(&self, span: Span) -> (usize, &'t str, Range<usize>) {
        let index = self.starts.partition_point(|(_, units)| *units <= span.start) - 1;
        let (first, units) = self.starts[index];
        let line = self.text[first..].split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let start = byte_at(line, span.start - units);
        (index + 1, line, start..byte_at(line, span.end - units).max(start))
    }
}

/// The byte of `line` at a UTF-16 offset; the end of the line if it is beyond.
fn byte_at(line: &str, offset: u32) -> usize {
    let mut units = 0;
    for (at, c) in line.char_indices() {
        if units >= offset {
            return at;
        }
        units += c.len_utf16() as u32;
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::{Lines, Span};

    #[test]
    fn places_in_lines() {
        let lines = Lines::new("一😀二\r\n三四\n");
        for (span, expected) in [
            (Span::new(0, 1), (1, "一😀二", 0..3)),
            (Span::new(1, 3), (1, "一😀二", 3..7)),
            (Span::new(3, 8), (1, "一😀二", 7..10)),
            (Span::new(6, 8), (2, "三四", 0..6)),
            (Span::new(7, 7), (2, "三四", 3..3)),
            (Span::new(9, 9), (3, "", 0..0)),
        ] {
            assert_eq!(lines.find(span), expected, "{span:?}");
        }
    }
}
