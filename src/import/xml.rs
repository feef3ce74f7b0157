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

/// Tells `hear` all that the part says, in its order.
pub(super) fn walk(part: &str, mut hear: impl FnMut(Said)) -> Result<(), Refusal> {
    /// Deeper than any writer goes.
    const DEEPEST: usize = 256;
    let mut reader = Reader::from_str(part);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Refusal::Broken)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Refusal::Broken);
                }
                hear(Said::Opens(Element(&element)));
            }
            Event::Empty(element) => {
                hear(Said::Opens(Element(&element)));
                hear(Said::Closes(local(element.name().into_inner())));
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                hear(Said::Closes(local(element.name().into_inner())));
            }
            Event::Text(text) => hear(Said::Text(&text)),
            Event::CData(text) => hear(Said::Text(&text)),
            Event::GeneralRef(reference) => hear(Said::Text(&resolved(&reference)?)),
            Event::DocType(_) => return Err(Refusal::Broken),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Refusal::Broken),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// What `&lt;` and `&#x4e00;` stand for.
fn resolved(reference: &BytesRef) -> Result<String, Refusal> {
    match reference.resolve_char_ref().map_err(|_| Refusal::Broken)? {
        Some(char) => Ok(char.to_string()),
        None => resolve_predefined_entity(reference).map(str::to_owned).ok_or(Refusal::Broken),
    }
}
