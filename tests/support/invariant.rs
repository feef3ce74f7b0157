//! What must hold of an analysis of a text, whatever the text is.

use notice_analyzer::{Analysis, Assignment, Basis, Deadline, DeadlineKind, Finding, Named, Span, Task};
use std::collections::{BTreeSet, HashSet};

/// Checks everything; the error names the first thing that does not hold.
pub fn check(text: &str, analysis: &Analysis) -> Result<(), String> {
    let text = &Text::new(text);
    notice(text, analysis)?;
    tasks(text, &analysis.tasks)?;
    for row in &analysis.annex {
        text.must_hold("annex row", row.span)?;
        each(&row.assignments, |a| assignment(text, a))?;
    }
    units(analysis)?;
    each(&analysis.findings, |f| finding(text, f))?;
    serde_json::to_string(analysis).map(drop).map_err(|error| format!("no JSON: {error}"))
}

/// A text with the places where a UTF-16 offset falls between two characters.
struct Text<'t> {
    text: &'t str,
    /// For each UTF-16 offset its byte, or none within a character.
    bytes: Vec<Option<usize>>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            bytes.push(Some(at));
            bytes.extend((1..c.len_utf16()).map(|_| None));
        }
        bytes.push(Some(text.len()));
        Self { text, bytes }
    }

    fn slice(&self, span: Span) -> Option<&'t str> {
        let byte = |offset: u32| self.bytes.get(offset as usize).copied().flatten();
        self.text.get(byte(span.start)?..byte(span.end)?)
    }

    /// That the span is in the text, on character boundaries.
    fn must_hold(&self, what: &str, span: Span) -> Result<(), String> {
        self.slice(span).map(drop).ok_or_else(|| format!("{what}: {span:?} is not in the text"))
    }

    /// That the span says `words`, but for noise. Lines that are put together
    /// may spell a tag that the text does not hold: words keep theirs.
    fn must_say(&self, what: &str, span: Span, words: &str) -> Result<(), String> {
        let slice = self.slice(span).ok_or_else(|| format!("{what} {words:?}: {span:?} is not in the text"))?;
        let spoken = words.replace(is_noise, "");
        // A measure may stand within a cell.
        let cells = slice.contains(['\t', '|']) || slice.contains('"') && self.text.contains(['\t', '|']);
        let said = if cells { say_cells(slice, &spoken) } else { without_noise(slice) == spoken };
        require(said, || format!("{what}: {words:?} is not what {slice:?} says"))
    }
}

fn require(holds: bool, broken: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(broken()) }
}

fn each<T>(items: &[T], check: impl Fn(&T) -> Result<(), String>) -> Result<(), String> {
    items.iter().try_for_each(check)
}

/// A text without white space, marks, tags, rules and page numbers: written
/// again here, so that the core is not measured by itself.
fn without_noise(text: &str) -> String {
    lines(text).into_iter().filter(|(_, furniture)| !furniture).map(|(line, _)| line).collect()
}

/// The lines without noise, each with whether it is a rule or a page number. The
/// first and the last line may be parts of lines, so they are no furniture.
fn lines(text: &str) -> Vec<(String, bool)> {
    let lines: Vec<_> = text.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']).map(line_without_noise).collect();
    let last = lines.len() - 1;
    let furniture = |at: usize, line: &str| at != 0 && at != last && is_furniture(line);
    lines.into_iter().enumerate().map(|(at, line)| (line.clone(), furniture(at, &line))).collect()
}

/// Whether cells say `words`. A spreadsheet doubles the quotes of a cell and puts
/// others around them, and what breaks within a cell are no lines: what looks like
/// a rule or a page number there may be part of it, or none.
fn say_cells(text: &str, words: &str) -> bool {
    let quoted = text.contains('"');
    let plain = |text: &str| if quoted { text.replace('"', "") } else { text.to_owned() };
    let words = plain(words);
    let mut said = BTreeSet::from([0]);
    for (line, furniture) in lines(text) {
        let line = plain(&line);
        let behind = |at: &usize| words[*at..].starts_with(&line).then_some(at + line.len());
        let kept: Vec<usize> = said.iter().filter_map(behind).collect();
        said.retain(|_| furniture);
        said.extend(kept);
    }
    said.contains(&words.len())
}

fn line_without_noise(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let tag = tag_length(rest);
        if tag == 0 && !is_noise(c) {
            out.push(c);
        }
        rest = &rest[if tag == 0 { c.len_utf8() } else { tag }..];
    }
    out
}

fn is_noise(c: char) -> bool {
    let joiner = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}');
    let turns = matches!(c, '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2065}'..='\u{206f}');
    let tag = matches!(c, '\u{e0000}'..='\u{e0fff}' | '\u{fff0}'..='\u{fffb}' | '\u{3164}');
    let none = matches!(c, '\u{fdd0}'..='\u{fdef}') || matches!(c as u32 % 0x1_0000, 0xfffe | 0xffff);
    c.is_whitespace() || c.is_control() || joiner || turns || tag || none || matches!(c, '*' | '#' | '|' | '｜' | '\\')
}

/// A tag is at most this long.
const TAG_BYTES: usize = 60;

fn tag_length(text: &str) -> usize {
    if text.starts_with("&nbsp;") {
        return "&nbsp;".len();
    }
    let opens = text.starts_with('<') && text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
    let end = text.bytes().skip(1).take(TAG_BYTES).position(|b| matches!(b, b'<' | b'>')).map_or(0, |end| end + 1);
    if opens && text[end..].starts_with('>') { end + 1 } else { 0 }
}

fn is_furniture(line: &str) -> bool {
    let dashes = |c: char| matches!(c, '-' | '—' | '–' | '－' | '_' | '=');
    let rule = line.chars().all(|c| dashes(c) || c == ':');
    // A page has at most four digits.
    let digits = |text: &str| text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit());
    let inner = line.trim_matches(dashes);
    let framed = inner.is_empty() || line.starts_with(dashes) && line.ends_with(dashes);
    let page = inner.strip_prefix('第').and_then(|rest| rest.split_once('页')).filter(|(page, _)| !page.is_empty());
    let fence = line.starts_with(":::") || line.starts_with("```");
    let link = line.trim_matches('-').starts_with('[') && line.contains("](") && line.contains('.');
    rule || framed && digits(inner)
        || fence && line.is_ascii()
        || link
        || page.is_some_and(|(page, rest)| digits(page) && (rest.is_empty() || rest.ends_with('页')))
}

fn notice(text: &Text, analysis: &Analysis) -> Result<(), String> {
    let notice = &analysis.notice;
    for named in notice.addressees.iter().chain(&notice.copies_to).chain(&notice.blanket_units) {
        self::named(text, named)?;
    }
    let e = &notice.evidence;
    let evidence = [e.issuer, e.doc_number, e.title, e.is_draft, e.signed_by, e.signed_on, e.printed_by, e.printed_on];
    evidence.into_iter().flatten().try_for_each(|span| text.must_hold("evidence", span))
}

fn named(text: &Text, named: &Named) -> Result<(), String> {
    text.must_hold(&named.name, named.span)?;
    name(&named.name)
}

/// A name is words without noise; a blank may part two numbers in it.
fn name(name: &str) -> Result<(), String> {
    let noise = |c: char| is_noise(c) && c != ' ';
    let blank = name.split(' ').skip(1).any(|part| !part.starts_with(|c: char| c.is_ascii_digit()));
    require(!name.is_empty() && !name.contains(noise) && !blank, || format!("{name:?} is no name"))
}

fn tasks(text: &Text, tasks: &[Task]) -> Result<(), String> {
    let mut end = 0;
    for (index, task) in tasks.iter().enumerate() {
        require(task.id == format!("T{}", index + 1), || format!("{} is task {}", task.id, index + 1))?;
        require(end <= task.span.start, || format!("{} overlaps the one before: {:?}", task.id, task.span))?;
        end = task.span.end;
        self::task(text, task, &tasks[..index], &tasks[index + 1..])
            .map_err(|broken| format!("{}: {broken}", task.id))?;
    }
    Ok(())
}

fn task(text: &Text, task: &Task, earlier: &[Task], later: &[Task]) -> Result<(), String> {
    text.must_say("task", task.span, &task.text)?;
    require(!task.text.is_empty(), || "a task without text".to_owned())?;
    let inside = |what: &str, span: Span| {
        let within = task.span.start <= span.start && span.end <= task.span.end;
        require(within, || format!("{what} {span:?} is outside of {:?}", task.span))
    };
    each(&task.assignments, |a| {
        assignment(text, a)?;
        let stated = matches!(a.basis, Basis::Attribution | Basis::Label);
        let closed = || later.iter().any(|other| closes_chapter(other, task, a.span));
        let shared = stated && closed() || heads_chapter(earlier, task, a.span);
        if a.basis == Basis::Blanket || shared { Ok(()) } else { inside(&a.unit, a.span) }
    })?;
    each(&task.deadlines, |d| inside(&d.text, d.span).and_then(|()| deadline(text, d)))?;
    each(&task.metrics, |m| inside(&m.text, m.span).and_then(|()| text.must_say("metric", m.span, &m.text)))?;
    each(&task.measures, |m| {
        inside(&m.text, m.span)?;
        let known = |indexes: &[usize], count: usize| indexes.iter().all(|i| *i < count);
        let sound = known(&m.actors, task.assignments.len())
            && known(&m.deadlines, task.deadlines.len())
            && known(&m.metrics, task.metrics.len());
        require(sound, || format!("{:?} points at nothing", m.text))?;
        text.must_say("measure", m.span, &m.text)
    })
}

/// Whether a later item of the same chapter holds the words that assign it.
fn closes_chapter(other: &Task, task: &Task, span: Span) -> bool {
    let chapter = |task: &Task| task.number.split_last().map(|(_, above)| above.to_vec());
    other.span.start <= span.start && span.end <= other.span.end && chapter(other) == chapter(task)
}

/// Whether the heading above a task and others of its chapter holds the words that
/// assign it.
fn heads_chapter(earlier: &[Task], task: &Task, span: Span) -> bool {
    let mut between = earlier.iter().rev().take_while(|other| other.span.end > span.start);
    span.end <= task.span.start
        && task.number.len() > 1
        && between.all(|other| {
            let titled = other.number.len() < task.number.len() && task.number.starts_with(&other.number);
            titled || span.end <= other.span.start && other.number.first() == task.number.first()
        })
}

fn assignment(text: &Text, assignment: &Assignment) -> Result<(), String> {
    text.must_hold(&assignment.unit, assignment.span)?;
    name(&assignment.unit)
}

fn deadline(text: &Text, deadline: &Deadline) -> Result<(), String> {
    text.must_say("deadline", deadline.span, &deadline.text)?;
    let forward = deadline.start.zip(deadline.end).is_none_or(|(start, end)| start <= end);
    require(forward, || format!("{:?} ends before it starts", deadline.text))?;
    let period = deadline.period.is_some() == (deadline.kind == DeadlineKind::Recurring);
    require(period, || format!("{:?} is {:?} with period {:?}", deadline.text, deadline.kind, deadline.period))
}

fn units(analysis: &Analysis) -> Result<(), String> {
    let names: HashSet<&str> = analysis.units.iter().map(|u| u.name.as_str()).collect();
    require(names.len() == analysis.units.len(), || "a unit stands twice".to_owned())?;
    let ids: HashSet<&str> = analysis.tasks.iter().map(|t| t.id.as_str()).collect();
    let spellings: HashSet<&str> = analysis.units.iter().flat_map(|u| &u.spellings).map(String::as_str).collect();
    for assignment in analysis.tasks.iter().flat_map(|task| &task.assignments) {
        let listed = spellings.contains(assignment.unit.as_str());
        require(listed, || format!("{} acts but is not among the units", assignment.unit))?;
    }
    each(&analysis.units, |unit| {
        name(&unit.name)?;
        require(unit.spellings.first() == Some(&unit.name), || format!("{} is not its first spelling", unit.name))?;
        let tasks = &unit.tasks;
        let mut all = [&tasks.lead, &tasks.responsible, &tasks.support, &tasks.supervise].into_iter().flatten();
        require(all.all(|id| ids.contains(id.as_str())), || format!("{} has tasks that are not there", unit.name))
    })
}

fn finding(text: &Text, finding: &Finding) -> Result<(), String> {
    require(!finding.message.is_empty(), || format!("{} says nothing", finding.code))?;
    let fix = finding.fix.iter().map(|fix| fix.span);
    let mut spans = finding.related.iter().copied().chain([finding.span]).chain(fix);
    spans.try_for_each(|span| text.must_hold(finding.code, span))
}
