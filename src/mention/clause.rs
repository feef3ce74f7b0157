//! The clause a time or a quantity binds, no longer than a calendar line needs:
//! the clause it stands in; with the next one, where it stands alone (年底前，…);
//! with the one before, where only a bare verb follows (…整改，6月底前完成).

use crate::lexicon::marker::marker_at;
use crate::span::TextRange;

/// Characters a clause may have on either side of its time.
const REACH: usize = 80;
/// Characters of a clause that do not yet say what is to be done.
const BARE_VERB: usize = 5;
/// Words before a time that are no clause of their own.
const LEADS: [&str; 8] = ["在", "于", "力争", "确保", "要", "应", "并", "须"];
/// What opens a clause that only leads in to the next.
const LEAD_INS: [&str; 10] = ["根据", "按照", "依据", "结合", "围绕", "对照", "针对", "对", "通过", "以"];

/// Finds clauses in one stretch of text.
pub(super) struct Clauses<'t> {
    text: &'t str,
    /// Where its first sentence stands, without item number.
    head: TextRange,
}

impl<'t> Clauses<'t> {
    pub fn new(text: &'t str) -> Self {
        let start = marker_at(text).map_or(0, |marker| marker.len);
        let head = TextRange::new(start, forward(text, start, is_sentence_end));
        Self { text, head }
    }

    /// The clause around `words`.
    pub fn around(&self, words: TextRange) -> TextRange {
        let clause = TextRange::new(backward(self.text, words.start), forward(self.text, words.end, is_clause_end));
        self.without_number(clause)
    }

    /// The clause that the words of `time` bind, not reaching back over the time
    /// that ends at `floor`.
    pub fn of_time(&self, time: TextRange, floor: usize) -> TextRange {
        let mut clause = TextRange::new(backward(self.text, time.start), forward(self.text, time.end, is_clause_end));
        if let Some(named) = self.label(clause, clause == time) {
            return named;
        }
        if let Some(task) = self.around_bracket(clause) {
            return task;
        }
        let tail = chars(&self.text[time.end..clause.end]);
        let lead = &self.text[clause.start..time.start];
        if tail == 0 && (lead.is_empty() || self.next_is_comma(clause.end)) {
            clause.end = self.next(clause.end);
            self.complete(&mut clause);
        } else if self.text[clause.start..clause.end].ends_with('的') {
            clause.end = self.next(clause.end);
        } else if tail <= BARE_VERB && (lead.is_empty() || LEADS.contains(&lead)) {
            let start = self.previous(clause.start);
            clause.start = if start < floor { clause.start } else { start };
        }
        self.without_number(clause)
    }

    /// What a clause that is the value of a label binds: of a label line
    /// (完成时限：6月底前) the first sentence of the stretch, else label and value.
    fn label(&self, clause: TextRange, is_bare: bool) -> Option<TextRange> {
        let before = self.text[..clause.start].strip_suffix('：')?;
        let start = backward(self.text, before.len());
        let named = ["时限", "时间", "日期", "期限", "节点"].iter().any(|name| before.ends_with(name));
        if named && before[..start].ends_with('\n') {
            return Some(self.head);
        }
        (named || is_bare).then(|| self.without_number(TextRange::new(start, clause.end)))
    }

    /// Of a clause that a bracket closes: the clause before it, as in 修订办法。
    /// （财政部牵头，6月底前完成）; where words go on behind it, the clause around it.
    fn around_bracket(&self, clause: TextRange) -> Option<TextRange> {
        let after = self.text[clause.end..].strip_prefix('）')?;
        let open = open_bracket(self.text, clause.start)?;
        let close = self.text.len() - after.len();
        let end = forward(self.text, close, is_clause_end);
        if end > close {
            return Some(self.without_number(TextRange::new(backward(self.text, open), end)));
        }
        let mut end = open;
        while let Some(c) = self.text[..end].chars().next_back().filter(|c| "。；\n".contains(*c)) {
            end -= c.len_utf8();
        }
        let start = backward(self.text, end);
        (start < end).then(|| self.without_number(TextRange::new(start, end)))
    }

    /// Goes on while the last clause only leads in (根据…，对…，): at most twice.
    fn complete(&self, clause: &mut TextRange) {
        for _ in 0..2 {
            let start = backward(self.text, clause.end);
            let last = &self.text[start..clause.end];
            if !LEAD_INS.iter().any(|word| last.starts_with(word)) || !self.next_is_comma(clause.end) {
                return;
            }
            clause.end = self.next(clause.end);
        }
    }

    fn next_is_comma(&self, end: usize) -> bool {
        self.text[end..].starts_with('，')
    }

    /// The end of the clause behind the comma at `end`.
    fn next(&self, end: usize) -> usize {
        match self.text[end..].strip_prefix(['，', '：']) {
            Some(rest) => forward(self.text, self.text.len() - rest.len(), is_clause_end),
            None => end,
        }
    }

    /// The start of the clause before the comma that ends at `start`.
    fn previous(&self, start: usize) -> usize {
        match self.text[..start].strip_suffix('，') {
            Some(rest) => backward(self.text, rest.len()),
            None => start,
        }
    }

    fn without_number(&self, clause: TextRange) -> TextRange {
        let len = marker_at(&self.text[clause.start..clause.end]).map_or(0, |marker| marker.len);
        TextRange::new(clause.start + len, clause.end)
    }
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

fn is_clause_end(c: char) -> bool {
    is_sentence_end(c) || c == '，'
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | '\n' | '\t' | '\u{b}')
}

/// The first end of a clause from `at` on, outside brackets that open there.
fn forward(text: &str, at: usize, ends: fn(char) -> bool) -> usize {
    let mut depth = 0usize;
    let mut end = at;
    for c in text[at..].chars().take(REACH) {
        match c {
            '（' => depth += 1,
            '）' if depth == 0 => return end,
            '）' => depth -= 1,
            c if ends(c) && (depth == 0 || c == '\n') => return end,
            _ => {}
        }
        end += c.len_utf8();
    }
    end
}

/// Where the clause that ends, or holds, `at` starts.
fn backward(text: &str, at: usize) -> usize {
    let mut depth = 0usize;
    let mut start = at;
    for c in text[..at].chars().rev().take(REACH) {
        match c {
            '）' => depth += 1,
            '（' if depth == 0 => return start,
            '（' => depth -= 1,
            c if (is_clause_end(c) || c == '：') && (depth == 0 || c == '\n') => return start,
            _ => {}
        }
        start -= c.len_utf8();
    }
    start
}

/// The bracket that is open at `at`.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut start = at;
    for c in text[..at].chars().rev().take(2 * REACH) {
        start -= c.len_utf8();
        match c {
            '）' => depth += 1,
            '（' if depth == 0 => return Some(start),
            '（' => depth -= 1,
            '\n' => return None,
            _ => {}
        }
    }
    None
}
