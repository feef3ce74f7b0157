//! The event that a length of time is counted from: 会议结束后, 收到通知之日起.

use super::context::Context;
use super::cue::Cue;

/// An event: where its words start, and the words.
pub(super) struct Event {
    pub start: usize,
    pub name: String,
}

/// Characters of the words of an event that is awaited, at most.
const LONGEST: usize = 16;

impl Event {
    /// The event whose words end, with one of `tails`, before `at`. It stands in
    /// the same clause, or closes the one before: 任务下达后，10日内…;
    /// 自收到意见之日起，应在3日内….
    pub fn before(context: &Context, at: usize, tails: Cue) -> Option<Self> {
        let bridge = context.clause_before(at);
        let behind = if Cue::EventBridges.is(bridge) { at - bridge.len() } else { at };
        let (clause, end) = match context.before(behind).strip_suffix('，') {
            Some(_) => (context.clause_before(behind - '，'.len_utf8()), behind - '，'.len_utf8()),
            None => (context.clause_before(at), at),
        };
        let open = end - clause.len();
        let clause = clause.trim_end_matches('的');
        let tail = tails.ending(clause);
        let words = &clause[..clause.len() - tail.map_or(0, str::len)];
        let start = event_start(words);
        let start = start + if words[start..].starts_with('待') { "待".len() } else { 0 };
        let name = words[start..].trim_end_matches('的');
        let ends_itself = end == at && (Cue::EventEnds.ends(words) || Cue::EventHeads.opens(name));
        let long_enough = name.chars().count() >= 2 || Cue::EventShorts.is(name);
        ((tail.is_some() || ends_itself) && long_enough).then(|| Self { start: open + start, name: name.to_owned() })
    }

    /// The event that ends at `at`, and that something is to be done before.
    pub fn awaited(context: &Context, at: usize) -> Option<Self> {
        let clause = context.clause_before(at);
        let start = event_start(clause);
        let name = &clause[start..];
        let long_enough = name.chars().count() >= 2 || Cue::EventShorts.is(name);
        (long_enough && name.chars().count() <= LONGEST).then(|| Self { start: at - name.len(), name: name.to_owned() })
    }

    /// Whether it is one that comes by itself, or on a day that is set.
    pub fn is_set(&self) -> bool {
        Cue::Awaited.ends(&self.name)
    }
}

/// Characters behind which 在, 于 and 从 close another word: 存在, 关于.
const NO_PREPOSITION_AFTER: &str = "存所现正关由对属位大小等服低高终至用限";

/// Where the words of an event start in the clause before its tail: behind the
/// last 在, 自 or 应当, or with 收到.
fn event_start(words: &str) -> usize {
    let cut = Cue::EventCuts.last_in(words).map(|(at, cut)| at + cut.len());
    let preposition = words.char_indices().rev().find(|&(at, c)| {
        let (before, after) = (&words[..at], &words[at..]);
        "在于自从".contains(c)
            && (!Cue::NotPrepositions.opens(after) || after.starts_with("在建设"))
            && !before.ends_with(|c| NO_PREPOSITION_AFTER.contains(c))
    });
    let bracket = words.rfind('）').map(|at| at + '）'.len_utf8());
    let cut = cut.max(bracket).max(preposition.map(|(at, c)| at + c.len_utf8())).unwrap_or(0);
    cut + Cue::EventHeads.last_in(&words[cut..]).map_or(0, |(at, _)| at)
}
