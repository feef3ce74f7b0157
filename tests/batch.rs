//! An archive as it is read on the command line: every notice a line, in order,
//! whatever is among them, and from where an earlier run stopped.

use notice_analyzer::export::docx;
use notice_analyzer::view::{self, Document};
use notice_analyzer::{Options, analyze};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_notice-analyzer"))
        .arg("batch")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    // Beside the reading of the output, as an engine does it: either pipe may fill.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the input is written");
    output
}

fn lines(output: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(output).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is a JSON value")).collect()
}

/// A notice of its own for each number.
fn notice(number: usize) -> String {
    format!("一、排查{number}处隐患。{}月底前完成。（青岭县应急局牵头，云溪市水利局配合）", number % 12 + 1)
}

fn archive(folder: &Path, count: usize) {
    for number in 0..count {
        let part = folder.join(format!("{:02}", number / 100));
        std::fs::create_dir_all(&part).expect("a folder");
        std::fs::write(part.join(format!("{number:05}.txt")), notice(number)).expect("a notice");
    }
}

#[test]
fn two_thousand_notices_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    archive(folder.path(), 2000);
    std::fs::write(folder.path().join("05/00550.txt"), [0xff; 9]).expect("no text");
    std::fs::write(folder.path().join("05/read me.pdf"), "no text").expect("another file");
    let output = run(&[folder.path().to_str().expect("a plain path")], "");
    assert_eq!(output.status.code(), Some(1), "one notice cannot be read");
    assert!(output.stderr.is_empty(), "no bar where nobody looks");
    let lines = lines(&output.stdout);
    assert_eq!(lines.len(), 2000);
    for (at, line) in lines.iter().enumerate() {
        let source = line["source"].as_str().expect("a name");
        assert!(source.ends_with(&format!("{at:05}.txt")), "{source} at {at}");
        match at {
            550 => assert!(line["error"].as_str().is_some_and(|e| e.starts_with("cannot read ")), "{line}"),
            _ => assert_eq!(line["analysis"]["tasks"].as_array().map(Vec::len), Some(1), "{line}"),
        }
    }
}

#[test]
fn documents_stand_beside_texts() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).expect("a file");
    let analysis = analyze(&notice(4), &Options::default());
    let division = Document::Assignments.sections(&analysis, &view::task_table(&analysis), "");
    write("a.docx", &docx::write("重点任务分工", &division, true).expect("a document"));
    write("b.TXT", notice(5).as_bytes());
    write("c.docx", b"no archive");
    write("~$a.docx", b"what Word keeps beside an open document");
    let output = run(&[folder.path().to_str().expect("a plain path")], "");
    let lines = lines(&output.stdout);
    assert_eq!(lines.len(), 3);
    assert!(lines[0]["analysis"].is_object(), "{}", lines[0]);
    assert_eq!(lines[1]["analysis"]["tasks"].as_array().map(Vec::len), Some(1), "{}", lines[1]);
    assert!(lines[2]["source"].as_str().is_some_and(|source| source.ends_with("c.docx")), "{}", lines[2]);
}

#[test]
fn a_line_is_what_analyze_prints() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("notice.txt");
    std::fs::write(&file, notice(7)).expect("a notice");
    let name = file.to_str().expect("a plain path");
    let one = Command::new(env!("CARGO_BIN_EXE_notice-analyzer")).args(["analyze", name]).output().expect("it runs");
    let list = format!("{name}\r\n\nmissing.txt\n");
    let found = lines(&run(&["-"], &list).stdout);
    assert_eq!(found[0], json!({ "source": name, "analysis": lines(&one.stdout)[0] }));
    assert_eq!(found[1]["source"], json!("missing.txt"));
    assert!(found[1]["error"].is_string() && found.len() == 2, "{found:?}");
}

#[test]
fn one_json_text_per_line() {
    let input = format!(
        "{}\n{}\n{{\"text\":\nnull\n",
        json!(notice(3)),
        json!({ "text": notice(4), "id": "云政发〔2025〕4号", "other": 1 })
    );
    let output = run(&["-", "--ndjson"], &input);
    let found = lines(&output.stdout);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(found.len(), 4);
    assert_eq!((found[0]["source"].as_u64(), found[0].get("id")), (Some(1), None));
    assert_eq!(found[1]["id"], json!("云政发〔2025〕4号"));
    assert_eq!(found[1]["analysis"]["tasks"].as_array().map(Vec::len), Some(1));
    for bad in &found[2..] {
        assert_eq!(bad["error"], json!("the line is neither a JSON text nor an object with text"));
    }
}

#[test]
fn a_run_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out.ndjson");
    let out = out.to_str().expect("a plain path");
    let input = (0..600).fold(String::new(), |mut lines, number| {
        let _ = writeln!(lines, "{}", json!(notice(number)));
        lines
    });
    let args = ["-", "--ndjson", "--output", out];
    assert!(run(&args, &input).status.success());
    let whole = std::fs::read(out).expect("the output");
    assert_eq!(lines(&whole).len(), 600);

    let again = run(&args, &input);
    assert_eq!(again.status.code(), Some(2), "no run writes over another");
    assert!(String::from_utf8_lossy(&again.stderr).contains("--resume"));

    let resumed = [&args[..], &["--resume"]].concat();
    for kept in [0, 1, whole.len() / 3, whole.len() - 1, whole.len()] {
        std::fs::write(out, &whole[..kept]).expect("a part of the output");
        assert!(run(&resumed, &input).status.success(), "{kept}");
        assert!(std::fs::read(out).expect("the output") == whole, "another output after {kept} bytes");
    }
    let other = run(&resumed, "\"\"\n");
    assert_eq!(other.status.code(), Some(2), "the output of another archive");
    assert!(std::fs::read(out).expect("the output") == whole, "it is left alone");
}

#[test]
fn what_makes_no_sense_is_refused() {
    for args in [&["no such folder"][..], &["Cargo.toml"], &["src", "--ndjson"], &["-", "--resume"], &[]] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(output.stderr.iter().filter(|byte| **byte == b'\n').count(), 1, "{args:?}");
    }
}
