//! An XML part, element by element. Names stand without their prefix. Nothing
//! in it is looked up or expanded: a part with a document type, or with an
//! entity of its own, is refused.

use super::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

/// What a part says next.
pub(super) enum Said<'a> {
    /// An element opens.
    Opens(Element<'a>),
    /// The element of that name closes.
    Closes(&'a str),
    /// Words.
    Text(&'a str),
}

/// An element that opens.
pub(super) struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        local(self.0.name().into_inner())
    }

    /// The attribute of that name, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let mut named = all.with_checks(false).flatten().filter(|one| local(one.key.into_inner()) == name);
        named.next().and_then(|one| unescape(&one.value).ok().map(String::from))
    }

    /// The attribute `val` as a switch, which is on where it is left out.
    pub(super) fn is_on(&self) -> bool {
        !self.get("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
    }

    /// The attribute `val` as a number.
    pub(super) fn number(&self) -> Option<usize> {
        self.get("val")?.parse().ok()
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Deeper than any writer goes.
const DEEPEST: usize = 256;

/// Tells `hear` all that the part says, in its order.
pub(super) fn walk(part: &str, hear: impl FnMut(Said)) -> Result<(), Refusal> {
    Walk::default().go(part, usize::MAX, hear)
}

/// A walk over one part, which may rest on its way.
#[derive(Default)]
pub(super) struct Walk {
    /// How far it has come, in bytes.
    at: usize,
    /// Whether it has come to the end.
    pub(super) ended: bool,
    open: Names,
}

impl Walk {
    /// How far it has come, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes on through `part`, the same each time, and rests where an element
    /// closes once it has come about `bytes` further.
    pub(super) fn go(&mut self, part: &str, bytes: usize, mut hear: impl FnMut(Said)) -> Result<(), Refusal> {
        let rest = part.get(self.at..).unwrap_or_default();
        let mut reader = Reader::from_str(rest);
        // The reader knows only what opened since the last rest.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        loop {
            match reader.read_event().map_err(|_| Refusal::Broken)? {
                Event::Start(element) => {
                    self.open.push(element.name().into_inner())?;
                    hear(Said::Opens(Element(&element)));
                }
                Event::Empty(element) => {
                    hear(Said::Opens(Element(&element)));
                    hear(Said::Closes(local(element.name().into_inner())));
                }
                Event::End(element) => {
                    self.open.pop(element.name().into_inner())?;
                    hear(Said::Closes(local(element.name().into_inner())));
                    let come = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    if come >= bytes {
                        self.at += come;
                        return Ok(());
                    }
                }
                Event::Text(text) => hear(Said::Text(&text)),
                Event::CData(text) => hear(Said::Text(&text)),
                Event::GeneralRef(reference) => hear(Said::Text(&resolved(&reference)?)),
                Event::DocType(_) => return Err(Refusal::Broken),
                Event::Eof if self.open.is_empty() => {
                    self.at = part.len();
                    self.ended = true;
                    return Ok(());
                }
                Event::Eof => return Err(Refusal::Broken),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }
}

/// The names of the elements that are open, one behind the other.
#[derive(Default)]
struct Names {
    all: String,
    starts: Vec<usize>,
}

impl Names {
    fn push(&mut self, name: &str) -> Result<(), Refusal> {
        if self.starts.len() == DEEPEST {
            return Err(Refusal::Broken);
        }
        self.starts.push(self.all.len());
        self.all.push_str(name);
        Ok(())
    }

    /// Closes the innermost, which must bear that name.
    fn pop(&mut self, name: &str) -> Result<(), Refusal> {
        let start = self.starts.pop().filter(|start| &self.all[*start..] == name).ok_or(Refusal::Broken)?;
        self.all.truncate(start);
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }
}

/// What `&lt;` and `&#x4e00;` stand for.
fn resolved(reference: &BytesRef) -> Result<String, Refusal> {
    match reference.resolve_char_ref().map_err(|_| Refusal::Broken)? {
        Some(char) => Ok(char.to_string()),
        None => resolve_predefined_entity(reference).map(str::to_owned).ok_or(Refusal::Broken),
    }
}
