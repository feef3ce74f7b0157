//! A directory of units on any text: a refused line is named by its number, and the
//! reading under it keeps to the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::directory::Directory;
use notice_analyzer::{Options, analyze};

fuzz_target!(|given: (&str, &str)| {
    let (units, text) = given;
    match Directory::read(units) {
        Ok(directory) => {
            let analysis = analyze(text, &Options { directory, expand: true, ..Options::default() });
            let length = text.encode_utf16().count() as u32;
            for one in analysis.tasks.iter().flat_map(|task| &task.assignments) {
                assert!(one.span.start <= one.span.end && one.span.end <= length, "{:?}", one.span);
            }
        }
        Err(bad) => {
            let lines = units.lines().count();
            assert!(!bad.is_empty() && bad.iter().all(|line| 1 <= line.line && line.line <= lines), "{bad:?}");
            assert!(bad.iter().all(|line| !line.sentence().is_empty()));
        }
    }
});
