//! Taking over the suggestions on any text.

#![no_main]

#[path = "../../tests/support/suggestions.rs"]
mod suggestions;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(broken) = suggestions::are_apart(text) {
        panic!("{broken}");
    }
});
