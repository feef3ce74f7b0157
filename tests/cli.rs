//! The command line as a person or a script meets it: what goes in, what comes
//! out on which stream, with which exit code.

use calamine::{Reader, Xlsx};
use encoding_rs::GB18030;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SAMPLE: &str = include_str!("samples/county-brackets.txt");

/// A directory of its own for one test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("notice-analyzer-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).expect("a file for the test");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_notice-analyzer"));
    command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(args: &[&str]) -> Output {
    command(args).output().expect("the command runs")
}

fn run_with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = command(args).stdin(Stdio::piped()).spawn().expect("the command starts");
    child.stdin.take().expect("a pipe").write_all(input).expect("the command reads its input");
    child.wait_with_output().expect("the command ends")
}

fn analyze(path: &Path) -> Output {
    run(&["analyze", path.to_str().expect("a plain path")])
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(to_bytes).collect()
}

#[test]
fn every_encoding_reads_the_same() {
    let folder = Folder::new("encodings");
    let (gb18030, _, _) = GB18030.encode(SAMPLE);
    let expected = analyze(&folder.file("plain.txt", SAMPLE.as_bytes()));
    assert!(expected.status.success());
    for (name, bytes) in [
        ("mark.txt", ["\u{feff}".as_bytes(), SAMPLE.as_bytes()].concat()),
        ("gb18030.txt", gb18030.into_owned()),
        ("utf16le.txt", utf16(SAMPLE, u16::to_le_bytes)),
        ("utf16be.txt", utf16(SAMPLE, u16::to_be_bytes)),
    ] {
        let output = analyze(&folder.file(name, &bytes));
        assert!(output.status.success(), "{name}");
        assert_eq!(stdout(&output), stdout(&expected), "{name}");
    }
    let piped = run_with_input(&["analyze", "-"], SAMPLE.as_bytes());
    assert_eq!(stdout(&piped), stdout(&expected));
}

#[test]
fn json_is_one_object_on_one_line() {
    let output = run_with_input(&["analyze", "-", "--format", "json"], SAMPLE.as_bytes());
    let text = stdout(&output);
    assert!(text.ends_with("}\n") && text.matches('\n').count() == 1);
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    assert!(value.is_object());
    assert!(output.stderr.is_empty());
}

#[test]
fn tables_for_spreadsheets_and_terminals() {
    let csv = run_with_input(&["analyze", "-", "--format", "csv"], SAMPLE.as_bytes());
    assert!(stdout(&csv).starts_with("\u{feff}序号,章节,任务,措施,") && stdout(&csv).ends_with("\r\n"));
    let matrix = run_with_input(&["analyze", "-", "--format", "csv", "--sheet", "matrix"], SAMPLE.as_bytes());
    assert_ne!(stdout(&matrix), stdout(&csv));
    let output = command(&["analyze", "-", "--format", "table"]).env("COLUMNS", "120").stdin(Stdio::piped()).spawn();
    let mut child = output.expect("the command starts");
    child.stdin.take().expect("a pipe").write_all(SAMPLE.as_bytes()).expect("the command reads its input");
    let table = child.wait_with_output().expect("the command ends");
    assert!(stdout(&table).contains("牵头单位"));
    assert!(
        stdout(&table).lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 120),
        "{}",
        stdout(&table)
    );
}

#[test]
fn a_document_of_word_opens() {
    let folder = Folder::new("document");
    let document = run_with_input(&["export", "-", "-o", "-", "--format", "docx"], SAMPLE.as_bytes()).stdout;
    let file = folder.file("分工.docx", &document);
    let output = run(&["analyze", file.to_str().expect("a plain path"), "--original"]);
    assert!(stdout(&output).contains("\"annex\":[{"), "{}", stdout(&output));
    let piped = run_with_input(&["analyze", "-"], &document);
    assert_eq!(stdout(&piped), stdout(&output), "no tracked change stands in it");
    for (bytes, words) in [(&b"%PDF-1.7"[..], "PDF"), (&document[..document.len() / 2], "damaged")] {
        let output = run_with_input(&["analyze", "-"], bytes);
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            told.starts_with("notice-analyzer: cannot read standard input: it is") && told.contains(words),
            "{told}"
        );
    }
}

#[test]
fn dates_leave_for_a_calendar() {
    let notice = "一、排查隐患。县应急局要于2024年6月30日前完成排查。";
    let output = run_with_input(&["export", "-", "--output", "-", "--format", "ics"], notice.as_bytes());
    let lines: Vec<&str> = stdout(&output).split("\r\n").collect();
    assert_eq!((lines[0], lines[lines.len() - 2]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20240630"), "{lines:?}");
}

#[test]
fn failures_are_one_line_on_standard_error() {
    let folder = Folder::new("failures");
    let binary = folder.file("图片.png", b"\x89PNG\r\n\x1a\n\xff\xff");
    let binary = binary.to_str().expect("a plain path");
    let missing = folder.0.join("没有.txt");
    let missing = missing.to_str().expect("a plain path");
    let here = folder.0.to_str().expect("a plain path");
    let (empty, sample) = (folder.file("空.txt", b""), folder.file("通知.txt", SAMPLE.as_bytes()));
    let (empty, sample) = (empty.to_str().expect("a plain path"), sample.to_str().expect("a plain path"));
    for (args, words) in [
        (&["analyze", missing][..], &["cannot read", "没有.txt", "no such file"][..]),
        (&["check", missing], &["cannot read", "没有.txt"]),
        (&["analyze", here], &["cannot read", "directory"]),
        (&["analyze", binary], &["cannot read", "图片.png", "as text", "GB18030"]),
        (&["analyze", "-", "--format", "xml"], &["xml", "--format", "json"]),
        (&["analyze", "-", "--today", "2024-02-30"], &["2024-02-30", "--today", "expected a date"]),
        (&["analyze", "-", "--sheet", "summary"], &["summary", "--sheet", "unknown table"]),
        (&["analyze", "-", "--colour"], &["--colour"]),
        (&["analyze"], &["required", "<FILE>"]),
        (&["explain", "-"], &["-", "<CODE>", "no such rule"]),
        (&["explain"], &["<CODE>"]),
        (&["check", "-", "--only", "PUN-999"], &["PUN-999", "--only", "no rule or group"]),
        (&["check"], &["<FILE>"]),
        (&["compare", "-", "-"], &["standard input"]),
        (&["export", sample], &["required", "--output"]),
        (&["export", sample, "-o", here], &["cannot write", "directory"]),
        (&["export", sample, "-o", "-", "--add", "phone"], &["phone", "--add", "unknown column"]),
        (
            &["export", sample, "-o", "-", "--format", "docx", "--document", "letter"],
            &["letter", "--document", "unknown"],
        ),
        (&["export", sample, "-o", "-", "--sheet", "tasks,summary"], &["summary", "--sheet", "unknown table"]),
        (&["compare", empty, sample], &["cannot compare", "没有读出任务"]),
        (&["analyze", "-", "--sheet", "matrix"], &["--sheet", "--format", "csv"]),
        (&["analyze", "-", "--today", "2024-03-01T00:00"], &["--today", "expected a date"]),
        (&["check", "\u{1b}[31m通\n知\u{9b}.txt"], &["cannot read \u{fffd}[31m通\u{fffd}知\u{fffd}.txt"]),
        (&["analyze", "-", "--sheet", "\u{9b}31m"], &["\u{fffd}31m"]),
    ] {
        let output = run(args);
        let error = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{args:?}: {error}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(error.starts_with("notice-analyzer: ") && error.ends_with('\n'), "{args:?}: {error}");
        assert_eq!(error.matches('\n').count(), 1, "{args:?}: {error}");
        for word in words {
            assert!(error.contains(word), "{args:?}: {error}");
        }
    }
}

#[test]
fn help_and_version_are_no_failures() {
    for args in [&["--help"][..], &["--version"], &["analyze", "--help"], &["check", "--help"]] {
        let output = run(args);
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
        assert!(!output.stdout.is_empty(), "{args:?}");
    }
    let bare = run(&[]);
    assert_eq!(bare.status.code(), Some(2));
    assert!(bare.stdout.is_empty() && !bare.stderr.is_empty());
}

#[test]
fn nothing_to_read_is_no_failure() {
    for input in ["", " \n\t", "Hello, world.\n", "县"] {
        for args in [&["analyze", "-"][..], &["check", "-"]] {
            let output = run_with_input(args, input.as_bytes());
            assert!(output.status.code().is_some_and(|code| code < 2), "{args:?} {input:?}");
            assert!(output.stderr.is_empty(), "{args:?} {input:?}");
        }
    }
}

#[test]
fn findings_as_a_compiler_prints_errors() {
    let text = "统一布署。（县应急局负责)\n";
    let output = run_with_input(&["check", "-"], text.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let printed = stdout(&output);
    for words in [
        // Under the words, two columns for each Chinese character before them.
        "警告[TXT-003]: “布署”疑应为“部署”。\n --> standard input:1:3\n  |\n1 | 统一布署。（县应急局负责)\n  |     ^^^^\n",
        "错误[PUN-001]",
        "= 建议: 改为：）\n",
        "共2条：错误1，警告1，提示0。\n",
    ] {
        assert!(printed.contains(words), "{words}\n{printed}");
    }
}

#[test]
fn no_control_character_reaches_the_terminal() {
    let text = "青岭县\u{202e}人民政府关于做好工作的通知\n一、布署\u{9b}31m工作，\u{200b}，抓好\u{1b}[31m落实。（县\u{2066}应急局负责）\n\
                序号\t任务\t责任单位\n1\t排\u{202e}查\t县\u{9b}应急局\n";
    for args in [
        &["check", "-"][..],
        &["analyze", "-", "--format", "table"],
        &["analyze", "-", "--format", "table", "--sheet", "annex"],
        &["analyze", "-", "--format", "table", "--sheet", "findings"],
        &["analyze", "-", "--format", "table", "--sheet", "amendments"],
        &["analyze", "-", "--format", "table", "--sheet", "collation"],
    ] {
        let output = run_with_input(args, text.as_bytes());
        let shown = stdout(&output);
        let obeyed = |c: char| notice_analyzer::source::is_invisible(c) && c != '\n';
        assert!(!shown.is_empty() && !shown.contains(obeyed), "{args:?}: {shown:?}");
    }
}

#[test]
fn findings_as_json_and_by_rule() {
    let text = "统一布署。（县应急局负责)\n";
    for (rules, codes, exit) in [
        (&[][..], &["TXT-003", "PUN-001"][..], 1),
        (&["--only", "pun"], &["PUN-001"], 1),
        (&["--only", "TXT-003"], &["TXT-003"], 0),
        (&["--skip", "PUN,TXT"], &[], 0),
    ] {
        let output = run_with_input(&[&["check", "-", "--format=json"], rules].concat(), text.as_bytes());
        let value: serde_json::Value = serde_json::from_str(stdout(&output)).expect("JSON");
        let found: Vec<&str> =
            value["findings"].as_array().into_iter().flatten().filter_map(|f| f["code"].as_str()).collect();
        assert_eq!((found.as_slice(), output.status.code()), (codes, Some(exit)), "{rules:?}");
    }
}

#[test]
fn an_office_has_rules_of_its_own() {
    let folder = Folder::new("house");
    let notice = folder.file("notice.txt", "一、到服务局办理，用协仪平台。\n".as_bytes());
    let rules = "# 本单位\n协仪平台\n服务局 => 服务中心\n/平台\\W/ 平台后面写全称\n";
    let rules = folder.file("rules.txt", &[&[0xef, 0xbb, 0xbf], rules.as_bytes()].concat());
    let (notice, rules) = (notice.to_str().expect("a plain path"), rules.to_str().expect("a plain path"));
    let output = run(&["check", notice, "--rules-file", rules, "--only", "OWN,TXT-009"]);
    let shown = stdout(&output);
    for words in [
        "警告[OWN-001]: “服务局”按本单位用语应写作“服务中心”。",
        "= 建议: 改为：服务中心",
        "提示[OWN-002]: 平台后面写全称。",
        "共2条",
    ] {
        assert!(shown.contains(words), "{words}\n{shown}");
    }
    let wrong = folder.file("wrong.txt", "云\n部份 =>\n".as_bytes());
    let output = run(&["check", notice, "--rules-file", wrong.to_str().expect("a plain path")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said.ends_with("wrong.txt: line 1: a word needs two characters; line 2: nothing new stands behind =>\n"),
        "{said}"
    );
    assert_eq!(run(&["check", "-", "--rules-file", "-"]).status.code(), Some(2));
}

#[test]
fn an_office_knows_its_units() {
    let folder = Folder::new("units");
    let text = "一、甲。要完善制度。（县食安委成员单位负责，云协配合）\n";
    let notice = folder.file("notice.txt", text.as_bytes());
    let units = "青岭县云协中心 = 云协；级别：县级\n青岭县食安委 = 县食安委：县公安局、云协\n";
    let units = folder.file("units.txt", units.as_bytes());
    let (notice, units) = (notice.to_str().expect("a plain path"), units.to_str().expect("a plain path"));
    let read = |args: &[&str]| {
        let output = run(&[&["analyze", notice, "--units", units], args].concat());
        let value: serde_json::Value = serde_json::from_str(stdout(&output)).expect("JSON");
        let one = |a: &serde_json::Value| {
            let class = a["expanded"].as_str().map(|class| format!("（{class}）")).unwrap_or_default();
            format!("{}{class}", a["unit"].as_str().expect("a unit"))
        };
        value["tasks"][0]["assignments"].as_array().expect("a list").iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(read(&[]), ["青岭县食安委成员单位", "青岭县云协中心"]);
    let expanded = ["青岭县食安委成员单位", "青岭县云协中心", "县公安局（青岭县食安委成员单位）"];
    assert_eq!(read(&["--expand"]), expanded);
    let table = run(&["analyze", notice, "--units", units, "--expand", "--format", "csv"]);
    assert!(stdout(&table).contains("青岭县食安委成员单位；青岭县食安委成员单位展开：县公安局"), "{}", stdout(&table));
    for args in [
        &["check", notice, "--units", units][..],
        &["export", notice, "--units", units, "--expand", "--output", "-"],
        &["compare", notice, notice, "--units", units],
    ] {
        assert_eq!(run(args).status.code(), Some(0), "{args:?}");
    }
    let other = folder.file("other.txt", text.replace("云协", "青岭县云协中心").as_bytes());
    let other = other.to_str().expect("a plain path");
    assert_eq!(run(&["compare", notice, other]).status.code(), Some(1));
    let wrong = folder.file("wrong.txt", "局\n县教育局；级别：处级\n".as_bytes());
    let output = run(&["analyze", notice, "--units", wrong.to_str().expect("a plain path")]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said.contains("cannot use the units of") && said.contains("line 1: ") && said.contains("line 2: "),
        "{said}"
    );
    for args in [
        &["analyze", notice, "--expand"][..],
        &["analyze", "-", "--units", "-"],
        &["check", notice, "--units", units, "--expand"],
        &["compare", notice, "-", "--units", "-"],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn a_workbook_goes_to_a_file_or_to_standard_output() {
    let folder = Folder::new("workbook");
    let path = folder.0.join("通知.xlsx");
    let args = ["export", "-", "--sheet", "tasks,calendar", "--add", "due,remark", "--output"];
    let saved = run_with_input(&[&args[..], &[path.to_str().expect("a plain path")]].concat(), SAMPLE.as_bytes());
    assert!(saved.status.success() && saved.stdout.is_empty() && saved.stderr.is_empty());
    let streamed = run_with_input(&[&args[..], &["-"]].concat(), SAMPLE.as_bytes()).stdout;
    assert!(streamed == std::fs::read(&path).expect("the file"));
    let mut book: Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    assert_eq!(book.sheet_names(), ["任务分解表", "时限清单"]);
    let tasks = book.worksheet_range("任务分解表").expect("the sheet");
    let head: Vec<String> = tasks.rows().next().expect("a head").iter().map(ToString::to_string).collect();
    assert!(head.ends_with(&["最迟日期".to_owned(), "备注".to_owned()]), "{head:?}");
}

#[test]
fn rules_are_explained() {
    let page = run(&["explain", "pun-001"]);
    assert!(page.status.success() && stdout(&page).starts_with("PUN-001 括号、引号、书名号不配对（错误）\n"));
    let list = run(&["check", "--rules"]);
    let codes = stdout(&list).lines().filter(|line| line.starts_with("  ")).count();
    assert_eq!(codes, notice_analyzer::check::RULES.len());
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let folder = Folder::new("pipe");
    let long = folder.file("long.txt", SAMPLE.repeat(200).as_bytes());
    let mut child = command(&["analyze", long.to_str().expect("a plain path")]).spawn().expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert!(output.status.success(), "{:?}", output.status);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn two_notices_side_by_side() {
    let folder = Folder::new("compare");
    let old = folder.file("old.txt", SAMPLE.as_bytes());
    let new = folder.file("new.txt", SAMPLE.replace("5月15日前", "5月10日前").as_bytes());
    let (old, new) = (old.to_str().expect("a plain path"), new.to_str().expect("a plain path"));
    let output = run(&["compare", old, new]);
    let shown = stdout(&output);
    assert!(output.status.code() == Some(1) && shown.contains("提前"), "{shown}");
    let output = run(&["compare", old, new, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(stdout(&output)).expect("JSON");
    assert_eq!(json["related"], true);
    let same = run(&["compare", old, old]);
    assert!(same.status.success());
    assert!(stdout(&same).contains("没有变化") && !stdout(&same).contains("提前"), "{}", stdout(&same));
}

#[test]
fn corrections_go_over_the_reading() {
    let folder = Folder::new("corrections");
    let notice =
        folder.file("notice.txt", "一、排查隐患。摸清底数。\n二、压实责任。完善制度。（县住建局负责）".as_bytes());
    let notice = notice.to_str().expect("a plain path");
    let made = r#"[{"work":{"at":{"words":"压实责任","of":1},"change":{"role":{"unit":"县住建局","role":"lead"}}}},
        {"work":{"at":{"words":"排查隐患","of":1},"change":{"add":{"unit":"县应急局","role":"support"}}}}]"#;
    let made = folder.file("made.json", made.as_bytes());
    let made = made.to_str().expect("a plain path");
    let output = run(&["analyze", notice, "--corrections", made, "--format", "csv"]);
    let table = stdout(&output);
    assert!(table.lines().nth(1).is_some_and(|row| row.contains("县应急局")), "{table}");
    let wrong = folder.file("wrong.json", br#"[{"work":{}}]"#);
    let output = run(&["check", notice, "--corrections", wrong.to_str().expect("a plain path")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("notice-analyzer: cannot use the corrections of"));
    assert_eq!(run(&["analyze", "-", "--corrections", "-"]).status.code(), Some(2));
}
