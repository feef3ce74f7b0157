//! Every sample notice with its reading. The readings in `snapshots/` were read
//! through by eye against the notices; `cargo insta review` shows what a change
//! makes of them.

#[path = "support/reading.rs"]
mod reading;
#[path = "support/samples.rs"]
mod samples;

use notice_analyzer::{Options, analyze};

#[test]
fn readings() {
    for notice in samples::samples() {
        let analysis = analyze(&notice.text, &Options::default());
        insta::assert_snapshot!(notice.name, reading::render(&notice.text, &analysis));
    }
}
