//! Dev only.
use std::io::{self, Read, Write};
fn main() {
    let mut s = String::new();
    io::stdin().read_to_string(&mut s).unwrap();
    let out = io::stdout();
    let mut out = out.lock();
    for text in s.split('\u{1}') {
        let a = notice_analyzer::analyze(text, &Default::default());
        writeln!(out, "{}", serde_json::to_string(&a).unwrap()).unwrap();
    }
}
