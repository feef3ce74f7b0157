//! Elements of an office document, written as they come.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::io::{self, BufWriter, Write};

/// The names and values of an element's attributes.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// One XML file on its way into `W`.
pub(super) struct Xml<W: Write> {
    writer: Writer<BufWriter<W>>,
}

impl<W: Write> Xml<W> {
    /// Begins the file.
    pub(super) fn new(out: W) -> io::Result<Self> {
        let mut writer = Writer::new(BufWriter::new(out));
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(Self { writer })
    }

    /// Goes on with a file that was begun.
    pub(super) fn resume(out: W) -> Self {
        Self { writer: Writer::new(BufWriter::new(out)) }
    }

    /// Opens an element, which stays open until [`Xml::close`].
    pub(super) fn open(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        self.writer.write_event(Event::Start(element(name, attributes)))
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) -> io::Result<()> {
        self.writer.write_event(Event::Empty(element(name, attributes)))
    }

    /// An element that holds only text, every blank of which counts.
    pub(super) fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.open(name, &[("xml:space", "preserve")])?;
        self.writer.write_event(Event::Text(BytesText::new(&legal(text))))?;
        self.close(name)
    }

    /// An element with these attributes that holds only text.
    pub(super) fn value(&mut self, name: &str, attributes: Attributes, text: &str) -> io::Result<()> {
        self.open(name, attributes)?;
        self.writer.write_event(Event::Text(BytesText::new(&legal(text))))?;
        self.close(name)
    }

    /// Hands over all that was written: the file, or as much of it as there is.
    pub(super) fn finish(self) -> io::Result<()> {
        self.writer.into_inner().flush()
    }
}

fn element<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute((*name, &*legal(value)));
    }
    element
}

/// `text` without the characters that no XML 1.0 file may hold (its section
/// 2.2), and with line ends as XML gives them back.
pub(super) fn legal(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace(forbidden, ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut bytes = Vec::new();
        let mut xml = Xml::new(&mut bytes).expect("memory");
        xml.open("a", &[("b", text)]).and_then(|()| xml.text("t", text)).expect("memory");
        xml.close("a").and_then(|()| xml.finish()).expect("memory");
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn what_xml_forbids_is_left_out_and_its_signs_are_escaped() {
        let file = written("甲\u{0}\u{1b}\u{ffff}\r\n<&\">\r\t 乙");
        let (head, body) = file.split_once("?>").expect("a declaration");
        assert_eq!(head, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"");
        assert!(body.contains("<t xml:space=\"preserve\">甲\n&lt;&amp;&quot;&gt;\n\t 乙</t>"), "{body}");
        assert!(body.starts_with("<a b=\"甲&#10;&lt;&amp;&quot;&gt;&#10;&#9; 乙\">"), "{body}");
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(legal("县应急局\t\n"), Cow::Borrowed(_)));
    }
}
