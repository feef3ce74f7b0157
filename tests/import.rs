//! Word documents, put together part by part, read as text; and what is none.

#[path = "support/document.rs"]
mod maker;

use maker::{RELATIONS, archive, cell, document, item, p, table};
use notice_analyzer::export::docx;
use notice_analyzer::import::{self, Document, Opening, Refusal, Revisions};
use notice_analyzer::view::{Document as Form, task_table};
use notice_analyzer::{Options, analyze};

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn read(body: &str) -> Document {
    import::docx(&document(body), Revisions::Accepted).expect("a document")
}

#[test]
fn paragraphs_are_lines_and_only_their_words_stand_in_them() {
    let run = |inside: &str| format!("<w:p><w:r>{inside}</w:r></w:p>");
    let cases = [
        (p("一、压实责任。"), "一、压实责任。"),
        (p("甲") + &p("") + &p("乙"), "甲\n\n乙"),
        (p("&lt;甲&gt;&amp;&#x4e59;"), "<甲>&乙"),
        ("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 乙</w:t></w:r></w:p>".into(), "甲 乙"),
        (run("<w:t>甲</w:t><w:br/><w:t>乙</w:t>"), "甲\n乙"),
        (run("<w:t>甲</w:t><w:br w:type=\"page\"/><w:t>乙</w:t>"), "甲乙"),
        (run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>"), "甲 乙"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>".into(), "甲"),
        (run("<w:rPr><w:vanish/></w:rPr><w:t>暗</w:t>") + &p("明"), "\n明"),
        (run("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>明</w:t>"), "明"),
        (run("<w:instrText>PAGE</w:instrText><w:t>1</w:t>"), "1"),
        (run(&format!("<w:pict><w:txbxContent>{}</w:txbxContent></w:pict><w:t>文</w:t>", p("框"))), "文"),
        (format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", p("内容")), "内容"),
        ("<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>".into(), "链接"),
        (String::new(), ""),
    ];
    for (body, text) in cases {
        assert_eq!(read(&body), Document { text: text.into(), revised: false }, "{body}");
    }
}

#[test]
fn automatic_numbers_are_written_out() {
    let cases = [
        (
            item(1, 0, "甲") + &item(1, 1, "乙") + &item(1, 1, "丙") + &item(1, 2, "丁"),
            "一、甲\n（一）乙\n（二）丙\n1.丁",
        ),
        (
            item(1, 0, "甲") + &item(1, 1, "乙") + &item(1, 0, "丙") + &item(1, 1, "丁"),
            "一、甲\n（一）乙\n二、丙\n（一）丁",
        ),
        (item(1, 0, "甲") + &p("文") + &item(2, 0, "乙"), "一、甲\n文\n二、乙"),
        (
            item(1, 0, "甲") + &item(3, 0, "乙") + &item(3, 0, "丙") + &item(1, 0, "丁"),
            "一、甲\n四、乙\n五、丙\n二、丁",
        ),
        (styled("Item", "甲") + &styled("Small", "乙"), "（一）甲\n（二）乙"),
        (item(1, 3, "甲") + &item(1, 2, "乙"), "甲\n1.乙"),
        (item(1, 0, "甲") + &item(1, 2, "乙") + &item(1, 4, "丙"), "一、甲\n1.乙\n1.1 丙"),
        (item(0, 0, "甲") + &item(9, 0, "乙") + &item(1, 12, "丙"), "甲\n乙\n丙"),
        (styled("A", "甲"), "甲"),
        (item(1, 0, "") + &item(1, 0, "乙"), "\n二、乙"),
    ];
    for (body, text) in cases {
        assert_eq!(read(&body).text, text, "{body}");
    }
}

#[test]
fn tables_are_cells_between_tabs() {
    let plain = |words: &str| cell("", &p(words));
    let cases = [
        (table(&[&[plain("序号"), plain("任务")], &[plain("1"), plain("排查")]]), "序号\t任务\n1\t排查"),
        (table(&[&[cell("", &(p("一行") + &p("又一行"))), plain("乙")]]), "\"一行\n又一行\"\t乙"),
        (
            table(&[
                &[cell("<w:vMerge w:val=\"restart\"/>", &p("1")), plain("甲")],
                &[cell("<w:vMerge/>", &p("")), plain("乙")],
                &[plain("2"), plain("丙")],
            ]),
            "1\t甲\n1\t乙\n2\t丙",
        ),
        (
            table(&[&[cell("<w:gridSpan w:val=\"2\"/>", &p("一、总则"))], &[plain("1"), plain("甲")]]),
            "一、总则\t\n1\t甲",
        ),
        (table(&[&[plain("只有")], &[plain("一列")]]), "只有\n一列"),
        (table(&[&[cell("", &table(&[&[plain("甲"), plain("乙")]])), plain("丙")]]), "甲\t乙\n丙"),
        (p("前") + &table(&[&[plain("甲"), plain("乙")]]) + &p("后"), "前\n甲\t乙\n后"),
        (table(&[&[cell("", &item(1, 2, "甲")), cell("", &item(1, 2, "乙"))]]), "1.甲\t2.乙"),
    ];
    for (body, text) in cases {
        assert_eq!(read(&body).text, text, "{body}");
    }
}

#[test]
fn tracked_changes_read_as_accepted_or_as_they_were() {
    let ins = |words: &str| format!("<w:ins><w:r><w:t>{words}</w:t></w:r></w:ins>");
    let del = |words: &str| format!("<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>");
    let row = |mark: &str, words: &str| {
        format!("<w:tr><w:trPr>{mark}</w:trPr>{}{}</w:tr>", cell("", &p(words)), cell("", &p("局")))
    };
    let cases = [
        (format!("<w:p>{}{}</w:p>", del("布署"), ins("部署")), "部署", "布署"),
        (
            format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>{}", p("乙")),
            "甲乙",
            "甲\n乙",
        ),
        (
            format!("<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>{}", p("乙")),
            "甲\n乙",
            "甲乙",
        ),
        (format!("<w:tbl>{}{}</w:tbl>", row("<w:ins/>", "甲"), row("<w:del/>", "乙")), "甲\t局", "乙\t局"),
        (
            "<w:p><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>"
                .into(),
            "新",
            "旧",
        ),
    ];
    for (body, accepted, original) in cases {
        let bytes = document(&body);
        let read = |revisions| import::docx(&bytes, revisions).expect("a document");
        assert_eq!(read(Revisions::Accepted), Document { text: accepted.into(), revised: true }, "{body}");
        assert_eq!(read(Revisions::Original), Document { text: original.into(), revised: true }, "{body}");
    }
}

#[test]
fn what_is_no_sound_document_is_refused_by_its_kind() {
    let with = |document: &str| archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", document)]);
    let relation = |target: &str| RELATIONS.replace("word/document.xml", target);
    let bomb = format!("<w:document><w:t>{}</w:t></w:document>", "甲".repeat(17_000_000));
    let mut cut = document(&p("甲"));
    cut.truncate(cut.len() / 2);
    let cases = [
        (b"%PDF-1.7".to_vec(), Refusal::Pdf),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Refusal::Picture),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), Refusal::OldWord),
        ("一、排查。".as_bytes().to_vec(), Refusal::Unknown),
        (archive(&[("content.xml", "<a/>")]), Refusal::OtherArchive),
        (archive(&[("_rels/.rels", &relation("xl/workbook.xml"))]), Refusal::OtherArchive),
        (archive(&[("_rels/.rels", RELATIONS)]), Refusal::Broken),
        (with("<w:document><w:body></w:document>"), Refusal::Broken),
        (with("<w:document>"), Refusal::Broken),
        (with("<w:document><w:p></w:r></w:p></w:document>"), Refusal::Broken),
        (with("<w:document></w:document></w:document>"), Refusal::Broken),
        (with("<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]><w:document><w:t>&b;</w:t></w:document>"), Refusal::Broken),
        (with("<w:document><w:t>&b;</w:t></w:document>"), Refusal::Broken),
        (with(&("<a>".repeat(300) + &"</a>".repeat(300))), Refusal::Broken),
        (with(&bomb), Refusal::TooLarge),
        (cut, Refusal::Broken),
    ];
    for (at, (bytes, refusal)) in cases.into_iter().enumerate() {
        assert_eq!(import::docx(&bytes, Revisions::Accepted), Err(refusal), "{at}");
        assert!(refusal.to_string().starts_with("it ") && refusal.advice().ends_with('。'), "{refusal}");
    }
}

/// The document read `size` bytes at a time, or as many as end an element.
fn stepwise(bytes: &[u8], size: usize) -> Result<Document, Refusal> {
    let mut opening = Opening::new(bytes, Revisions::Accepted)?;
    let mut before = 0.0;
    while !opening.step(size)? {
        assert!(opening.share() > before && opening.share() <= 1.0);
        before = opening.share();
    }
    assert!(before > 0.0, "it rests on its way");
    opening.finish()
}

/// However small its steps are, a document reads the same, and is refused for the
/// same.
#[test]
fn a_document_reads_the_same_step_by_step() {
    let with = |document: &str| archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", document)]);
    let row = format!("<w:tr>{}{}</w:tr>", cell("", &p("甲")), cell("<w:gridSpan w:val=\"2\"/>", &p("乙&amp;丙")));
    let sound = document(&(item(1, 0, "压实责任。") + &format!("<w:tbl>{row}{row}</w:tbl>") + &item(1, 1, "排查。")));
    let broken = ["<a><b></b><c></a></c>", "<a><b></b></a></a>", "<a><b></b><c></c>", "<a><b/><b></b>&c;</a>"];
    for bytes in std::iter::once(sound).chain(broken.map(with)) {
        for size in [1, 7, 100] {
            assert_eq!(stepwise(&bytes, size), import::docx(&bytes, Revisions::Accepted));
        }
    }
}

#[test]
fn a_small_file_becomes_no_large_text() {
    let long = cell("<w:vMerge w:val=\"restart\"/>", &p(&"长".repeat(100_000)));
    let more = format!("<w:tr>{}{}</w:tr>", cell("<w:vMerge/>", &p("")), cell("", &p("乙"))).repeat(200);
    let body = format!("<w:tbl><w:tr>{long}{}</w:tr>{more}</w:tbl>", cell("", &p("甲")));
    assert_eq!(import::docx(&document(&body), Revisions::Accepted), Err(Refusal::TooLarge));
}

/// What another writer makes of a notice is read back as its cells.
#[test]
fn our_own_documents_read_back() {
    let analysis = analyze("一、排查隐患。（县应急局负责）\n二、整治隐患。（县住建局牵头）", &Options::default());
    let sections = Form::Assignments.sections(&analysis, &task_table(&analysis), "");
    let file = docx::write("通知", &sections, true).expect("a document");
    let text = import::docx(&file, Revisions::Accepted).expect("a document").text;
    let mut lines = text.lines().filter(|line| line.contains('\t'));
    let table = &sections[0].table;
    assert_eq!(lines.next(), Some(table.header.join("\t").as_str()));
    assert_eq!(lines.collect::<Vec<_>>(), table.rows.iter().map(|row| row.join("\t")).collect::<Vec<_>>());
}
