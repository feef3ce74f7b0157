//! A reading that goes from one instance of the engine to another: by copying the
//! memory that holds it. No JavaScript object goes along, and none is referred to
//! in there but the names of the fields of options: serde-wasm-bindgen keeps each
//! as a string, at a place among the objects of its instance. So both instances
//! read the same options before they do anything else, which gives each string
//! the same place in both.

use super::{Reading, read_options};
use js_sys::Error;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The reading that is about to go, or has just come.
    static MOVED: Cell<Option<Reading>> = const { Cell::new(None) };
}

/// Learns the names of the fields in these options.
///
/// # Errors
///
/// As [`Reading::new`].
#[wasm_bindgen]
pub fn learn(options: &JsValue) -> Result<(), Error> {
    read_options(options).map(drop)
}

#[wasm_bindgen]
impl Reading {
    /// Puts it where an instance with the same memory finds it.
    pub fn leave(self) {
        MOVED.set(Some(self));
    }
}

/// The reading that was left in this memory.
#[wasm_bindgen]
pub fn arrived() -> Option<Reading> {
    MOVED.take()
}
