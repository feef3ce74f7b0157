//! The core as the page runs it.

use crate::browser::{Page, on_page};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use notice_analyzer::{Options, analyze};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::Path;

/// What `Engine.read(text, options).analysis()` gives, as JSON text.
const ANALYSIS: &str = "
    const reading = Engine.read(arguments[0], arguments[1]);
    const analysis = JSON.stringify(reading.analysis());
    reading.free();
    return analysis;";

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn reads_a_tiny_text() {
    on_page(async |page| {
        let analysis = page.run_with(ANALYSIS, vec![json!("关于安全生产工作的通知"), Value::Null]).await;
        let analysis: Value = serde_json::from_str(analysis.as_str().expect("text")).expect("JSON");
        assert_eq!(analysis["notice"]["issuer"], Value::Null);
        assert!(analysis["tasks"].is_array());
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn reads_the_same_as_the_native_core() {
    let today = Options { today: Some("2024-03-01".parse().expect("a date")), ..Options::default() };
    on_page(async |page| {
        for (name, text) in samples() {
            compare(page, &name, &text, &Options::default(), json!({})).await;
            compare(page, &name, &text, &today, json!({ "today": "2024-03-01" })).await;
        }
    });
}

async fn compare(page: &Page, name: &str, text: &str, options: &Options, given: Value) {
    let native = serde_json::to_string(&analyze(text, options)).expect("JSON");
    // JavaScript has one kind of number: 10.0 becomes 10 there.
    let native = page.run_with("return JSON.stringify(JSON.parse(arguments[0]))", vec![json!(native)]).await;
    let wasm = page.run_with(ANALYSIS, vec![json!(text), given]).await;
    assert_eq!(first_difference(&native, &wasm), None, "{name}");
}

/// Where two JSON texts part, with a little of what stands there in each.
fn first_difference(native: &Value, wasm: &Value) -> Option<(String, String)> {
    let text = |value: &Value| value.as_str().expect("text").chars().collect::<Vec<_>>();
    let (native, wasm) = (text(native), text(wasm));
    let same = native.iter().zip(&wasm).take_while(|(native, wasm)| native == wasm).count();
    let rest = |text: &[char]| text.iter().skip(same.saturating_sub(60)).take(120).collect::<String>();
    (native != wasm).then(|| (rest(&native), rest(&wasm)))
}

/// Every sample notice, by name.
pub fn samples() -> Vec<(String, String)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let files = fs::read_dir(directory).expect("the samples").map(|entry| entry.expect("a sample").path());
    let notices = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt"));
    let samples: Vec<_> = notices
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a sample in UTF-8")))
        .collect();
    assert!(!samples.is_empty(), "there are no samples");
    samples
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn names_a_wrong_option() {
    let cases = [
        ("{ toady: '2024-03-01' }", "option `toady`: "),
        ("{ today: '2024-13-01' }", "option `today`: "),
        ("{ today: 20240301 }", "option `today`: "),
        ("'2024-03-01'", "options: not an object"),
    ];
    on_page(async |page| {
        for (options, message) in cases {
            let body = format!("try {{ Engine.read('', {options}) }} catch (error) {{ return String(error) }}");
            let error = page.run(&body).await;
            let error = error.as_str().unwrap_or_else(|| panic!("{options} was taken"));
            assert!(error.starts_with(&format!("Error: {message}")), "{options}: {error}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn takes_right_options() {
    on_page(async |page| {
        for options in ["undefined", "null", "{}", "{ today: null }", "{ today: undefined }", "{ today: '2024-03-01' }"]
        {
            page.run(&format!("Engine.read('', {options}).free()")).await;
        }
    });
}

/// Texts that nobody meant, as JavaScript: what counts is that the engine
/// gives spans inside of them and goes on reading.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn survives_odd_texts() {
    let odd = [
        "''",
        "' '",
        "'\\u0000'",
        "'\\ud800'",
        "'\\udc00\\ud800'",
        "'一、通知\\ud83d（牵头单位：应急局）\\udc00\\u0000'",
        "'（'.repeat(100000)",
        "arguments[0].repeat(Math.ceil(1000000 / arguments[0].length))",
        "arguments[0].replace(/\\n/g, '')",
        "'<script>alert(1)</script><img src=x onerror=alert(1)>'",
        "'=cmd|/c calc!A1'",
    ];
    let (_, sample) = samples().swap_remove(0);
    on_page(async |page| {
        for text in odd {
            let body = format!(
                "const text = {text};
                const reading = Engine.read(text, {{}});
                const ends = reading.analysis().tasks.map(task => task.span[1]);
                reading.free();
                return ends.every(end => end <= text.length);"
            );
            assert_eq!(page.run_with(&body, vec![json!(sample)]).await, json!(true), "{text}");
        }
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn counts_a_lone_surrogate_as_one_code_unit() {
    on_page(async |page| {
        let same = "
            const spans = text => JSON.stringify(Engine.read(text, {}).analysis().tasks.map(task => task.span));
            const [before, after] = arguments[0].split('，', 2);
            return spans(before + '\\ud800' + after) === spans(before + '\\ufffd' + after);";
        let (_, sample) = samples().swap_remove(0);
        assert_eq!(page.run_with(same, vec![json!(sample)]).await, json!(true));
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn goes_on_after_a_trap() {
    on_page(async |page| {
        let outcome = "
            const told = [];
            Engine.onFailure = sentence => told.push(sentence);
            const broken = Engine.read('', {});
            broken.__wbg_ptr = 0xfffffff0;
            let thrown = null;
            try { broken.analysis() } catch (error) { thrown = error }
            await Engine.ready;
            const again = Engine.read('', {}).analysis();
            return [thrown instanceof WebAssembly.RuntimeError, told.length, told[0].includes('已自动恢复'), again.tasks.length];";
        assert_eq!(page.run(outcome).await, json!([true, 1, true, 0]));
    });
}

/// With any effort, and what packs badly or to nothing.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn unpacks_what_was_packed() {
    let (_, sample) = samples().swap_remove(0);
    let mixed = |at: u32| (at.wrapping_mul(2_654_435_761) >> 13) as u8;
    let texts: [Vec<u8>; 6] = [
        Vec::new(),
        vec![65],
        vec![0; 100_000],
        (0..60_000).map(mixed).collect(),
        (0..300_000_u32).map(|at| (at.wrapping_mul(at) >> 7) as u8).collect(),
        sample.into_bytes(),
    ];
    on_page(async |page| {
        for text in texts {
            for effort in [0, 9] {
                let given = vec![json!(packed(&text, effort)), json!(text.len())];
                let out = page.run_with("return Array.from(unlzma(new Uint8Array(arguments[0]), arguments[1]))", given);
                assert!(out.await == json!(text), "{} bytes, effort {effort}", text.len());
            }
        }
    });
}

fn packed(bytes: &[u8], effort: u32) -> Vec<u8> {
    let options = LzmaOptions { lc: 3, lp: 0, pb: 0, ..LzmaOptions::with_preset(effort) };
    let mut packer = LzmaWriter::new_no_header(Vec::new(), &options, false).expect("a packer");
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory")
}
