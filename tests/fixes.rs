//! Taking over suggestions never harms the text.

#[path = "support/real.rs"]
mod real;
#[path = "support/samples.rs"]
mod samples;
#[path = "support/suggestions.rs"]
mod suggestions;

use notice_analyzer::Fix;
use samples::Notice;
use std::path::Path;
use suggestions::{adopted, are_apart, findings, fixes};

fn check_all(notices: &[Notice]) {
    let failed = |notice: &Notice| are_apart(&notice.text).err().map(|why| format!("{}: {why}", notice.name));
    let failures: Vec<String> = notices.iter().filter_map(failed).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn samples_and_the_cases_of_every_rule() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/pages");
    let unmarked = |notice: Notice| Notice { text: notice.text.replace(['⟦', '⟧'], ""), ..notice };
    let cases = samples::notices(&home).into_iter().map(unmarked);
    check_all(&samples::samples().into_iter().chain(cases).collect::<Vec<_>>());
}

#[test]
fn real_notices() {
    check_all(&real::real_notices());
    check_all(&samples::notices(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/wild")));
}

/// Where suggestions meet.
#[test]
fn neighbours_and_overlaps() {
    let texts = [
        "一、办理程序\n按规定报请国 务 院批准，及时公布。",
        "马　敏　担任组长，统 一 布 署。",
        "落实《青岭县安全生产办法》（青政发〔2024]5号）要求。",
        "加强领导，，，，压实责任。。。抓好落实，，。",
        "各镇、县直部门、、等部门负责，建立台 帐。",
        "统一布署（县应急局负责),坚决 打击违法违规行。",
        "紧盯“五头”、“五口”、“五边”，落实《甲》、《乙》、《丙》，杜绝火种进山。",
    ];
    for text in texts {
        assert_eq!(are_apart(text), Ok(()), "{text}");
    }
}

#[test]
fn a_blank_is_taken_out_and_nothing_else() {
    let text = "按规定报请国 务 院批准，及 时公布。";
    let found = findings(text);
    let all: Vec<&Fix> = found.iter().flat_map(fixes).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16_lossy(&adopted(&units, &all)), "按规定报请国务院批准，及时公布。");
}
