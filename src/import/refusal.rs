//! What a file is that cannot be read; as text, with what to do about it.

use std::fmt;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A document of Word before 2007, or of WPS.
    OldWord,
    /// A document that asks for a password.
    Encrypted,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive that is no text document: a workbook, slides, an OFD.
    OtherArchive,
    /// It unpacks to more than a notice can be.
    TooLarge,
    /// Damaged, or not made by the rules.
    Broken,
    /// Nothing that is known.
    Unknown,
}

/// How a file of each kind begins.
const KINDS: [(&[u8], Refusal); 10] = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal::OldWord),
    (b"{\\rtf", Refusal::OldWord),
    (b"%PDF", Refusal::Pdf),
    (b"\x89PNG", Refusal::Picture),
    (b"\xff\xd8\xff", Refusal::Picture),
    (b"GIF8", Refusal::Picture),
    (b"BM", Refusal::Picture),
    (b"II*\0", Refusal::Picture),
    (b"MM\0*", Refusal::Picture),
    (b"RIFF", Refusal::Picture),
];

impl Refusal {
    /// What a file that is no archive is, by how it begins.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let kind = KINDS.iter().find(|(opening, _)| bytes.starts_with(opening)).map(|(_, kind)| *kind);
        match kind {
            Some(Self::OldWord) if holds_package(bytes) => Self::Encrypted,
            Some(kind) => kind,
            None => Self::Unknown,
        }
    }
}

impl Refusal {
    /// What an official does about it, a whole sentence.
    pub fn advice(self) -> &'static str {
        match self {
            Self::OldWord => {
                "这是旧格式的文件（.doc、.wps、.rtf）。请用 Word 或 WPS 打开，另存为 .docx，再打开；也可以全选、复制，粘贴到这里。"
            }
            Self::Encrypted => "这个文件设了密码。请先打开它，取消密码后另存一份，再打开。",
            Self::Pdf => "这是 PDF 文件。请打开它，全选、复制，再粘贴到这里；扫描的 PDF 要先用文字识别软件转成文字。",
            Self::Picture => "这是图片。请先用文字识别软件转成文字，再复制、粘贴到这里。",
            Self::OtherArchive => {
                "这不是文字文档（.docx）。表格、幻灯片、版式文件（.ofd）请先打开，全选、复制，再粘贴到这里。"
            }
            Self::TooLarge => "这个文件展开后太大，不像一份通知，没有打开。",
            Self::Broken => {
                "这个文件已经损坏，或者不是规范的 .docx。请用 Word 或 WPS 打开，另存一份再试；也可以全选、复制，粘贴到这里。"
            }
            Self::Unknown => {
                "只能打开 Word、WPS 文档（.docx）和文本文件（.txt）。别的文件请先打开，全选、复制，再粘贴到这里。"
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OldWord => "it is a document of an old format (.doc, .wps, .rtf): save it as .docx",
            Self::Encrypted => "it asks for a password: open it and save it without one",
            Self::Pdf => "it is a PDF: copy its text",
            Self::Picture => "it is a picture: it needs text recognition first",
            Self::OtherArchive => "it is no text document (.docx)",
            Self::TooLarge => "it unpacks to more than a notice can be",
            Self::Broken => "it is damaged, or no document by the rules of .docx",
            Self::Unknown => "it is neither a document (.docx) nor text",
        })
    }
}

/// An encrypted document is an old container with the new one in it, under a
/// name of its own.
fn holds_package(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        let container = |name: &str| {
            let name = name.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".iter().copied().chain(name).collect::<Vec<u8>>()
        };
        let cases = [
            (container("WordDocument"), Refusal::OldWord),
            (container("EncryptedPackage"), Refusal::Encrypted),
            (b"{\\rtf1\\ansi".to_vec(), Refusal::OldWord),
            (b"%PDF-1.4".to_vec(), Refusal::Pdf),
            (b"\x89PNG\r\n".to_vec(), Refusal::Picture),
            (b"\xff\xd8\xff\xe0".to_vec(), Refusal::Picture),
            (Vec::new(), Refusal::Unknown),
        ];
        for (bytes, kind) in cases {
            assert_eq!(Refusal::of(&bytes), kind, "{bytes:?}");
        }
    }
}
