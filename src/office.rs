//! The boundary of the module that knows files of office programs: it writes
//! them of what the other module hands over as plain objects, and reads them as
//! text. It knows no notice. The page starts it when it is first asked.

use crate::export;
use crate::import::{self, Revisions};
use crate::view::{self, Section};
use js_sys::Error;
use wasm_bindgen::prelude::*;

/// [`export::xlsx::write`] of what `worksheets` of a reading gives.
///
/// # Errors
///
/// As there, and where there is no memory left.
#[wasm_bindgen]
pub fn xlsx(title: &str, sheets: JsValue) -> Result<Vec<u8>, JsValue> {
    let sheets: Vec<export::xlsx::Worksheet> = serde_wasm_bindgen::from_value(sheets)?;
    export::xlsx::write(title, &sheets).map_err(|error| told(&error.to_string()))
}

/// [`export::docx::write`] of what `sections` of a reading gives for the document of
/// that name.
///
/// # Errors
///
/// As there, and where there is no such document or no memory left.
#[wasm_bindgen]
pub fn docx(title: &str, name: &str, sections: JsValue) -> Result<Vec<u8>, JsValue> {
    let kind: view::Document = name.parse().map_err(|error: String| told(&error))?;
    let sections: Vec<Section> = serde_wasm_bindgen::from_value(sections)?;
    export::docx::write(title, &sections, kind.is_wide()).map_err(|error| told(&error.to_string()))
}

/// What stands in a document of Word or WPS, or what to do where nothing can be
/// read.
#[wasm_bindgen(getter_with_clone)]
pub struct Opened {
    /// Its text; nothing where it is refused.
    pub text: Option<String>,
    /// Whether it holds tracked changes.
    pub revised: bool,
    /// Why it is refused, a sentence.
    pub refusal: Option<String>,
}

/// [`import::docx`] of the bytes of a file; with its tracked changes as the text
/// was before them if it is read `as_it_was`.
#[wasm_bindgen]
pub fn read(bytes: &[u8], as_it_was: bool) -> Opened {
    let revisions = if as_it_was { Revisions::Original } else { Revisions::Accepted };
    match import::docx(bytes, revisions) {
        Ok(document) => Opened { text: Some(document.text), revised: document.revised, refusal: None },
        Err(refusal) => Opened { text: None, revised: false, refusal: Some(refusal.advice().to_owned()) },
    }
}

fn told(error: &str) -> JsValue {
    Error::new(error).into()
}
