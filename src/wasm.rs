//! The boundary to JavaScript: one class. Nothing else in the crate knows a
//! browser. Text goes in as a JavaScript string; a lone surrogate in it becomes
//! U+FFFD, which is one code unit too, so every span still fits the string.

use crate::{Analysis, Options, analyze};
use js_sys::{Array, Error, Object};
use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// One notice as read, and what the page shows of it.
#[wasm_bindgen]
pub struct Reading {
    analysis: Analysis,
}

#[wasm_bindgen]
impl Reading {
    /// Reads `text` under `options`, a plain object with the fields of
    /// [`Options`], or nothing.
    ///
    /// # Errors
    ///
    /// An `Error` that names the option that is unknown or has a wrong value.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, options: &JsValue) -> Result<Reading, Error> {
        let options = read_options(options)?;
        Ok(Reading { analysis: analyze(text, &options) })
    }

    /// The whole analysis as a plain object, the same as the command line's
    /// JSON: what the notice does not give is `null`.
    ///
    /// # Errors
    ///
    /// Where the engine has no memory left for it.
    pub fn analysis(&self) -> Result<JsValue, JsValue> {
        to_js(&self.analysis)
    }
}

/// A value of the core as plain objects and arrays.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// Options from a plain object, entry by entry: handed over as a whole,
/// serde-wasm-bindgen would look up the known names and never see a wrong one.
fn read_options(given: &JsValue) -> Result<Options, Error> {
    if given.is_undefined() || given.is_null() {
        return Ok(Options::default());
    }
    let object = given.dyn_ref::<Object>().ok_or_else(|| Error::new("options: not an object"))?;
    let current = RefCell::new(String::new());
    let entries = Object::entries(object).into_iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        current.replace(name.clone());
        (name, Deserializer::from(entry.get(1)))
    });
    Options::deserialize(MapDeserializer::new(entries))
        .map_err(|error| Error::new(&format!("option `{}`: {error}", current.borrow())))
}
