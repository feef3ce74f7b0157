//! The boundary of the module that knows files of office programs: it writes
//! them of what the other module hands over as plain objects, and reads them as
//! text. It knows no notice. The page starts it when it is first asked.

use crate::export;
use crate::import::{self, Refusal, Revisions};
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

/// An [`export::docx::Document`].
#[wasm_bindgen]
pub struct Document(export::docx::Document);

#[wasm_bindgen]
impl Document {
    /// The document of that name about the notice `title`, as yet without any
    /// section.
    ///
    /// # Errors
    ///
    /// Where there is no such document or no memory left.
    #[wasm_bindgen(constructor)]
    pub fn new(title: &str, name: &str) -> Result<Document, JsValue> {
        let kind: view::Document = name.parse().map_err(|error: String| told(&error))?;
        export::docx::Document::new(title, kind.is_wide()).map(Self).map_err(|error| told(&error.to_string()))
    }

    /// Writes what `sections` or `slips` of a reading gives behind the rest.
    ///
    /// # Errors
    ///
    /// Where there are no such sections or no memory left.
    pub fn add(&mut self, sections: JsValue) -> Result<(), JsValue> {
        let sections: Vec<Section> = serde_wasm_bindgen::from_value(sections)?;
        self.0.add(&sections).map_err(|error| told(&error.to_string()))
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// Where there is no memory left.
    pub fn finish(self) -> Result<Vec<u8>, JsValue> {
        self.0.finish().map_err(|error| told(&error.to_string()))
    }
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

/// An [`import::Opening`].
#[wasm_bindgen]
pub struct Opening(Result<import::Opening, Refusal>);

#[wasm_bindgen]
impl Opening {
    /// Unpacks the bytes of a file, whose tracked changes are read as the text
    /// was before them if it is read `as_it_was`.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], as_it_was: bool) -> Opening {
        let revisions = if as_it_was { Revisions::Original } else { Revisions::Accepted };
        Self(import::Opening::new(bytes, revisions))
    }

    /// Reads some more of it, which takes a few hundredths of a second; whether
    /// that was all.
    pub fn step(&mut self) -> bool {
        /// Bytes of XML.
        const SLICE: usize = 1_000_000;
        let Ok(opening) = &mut self.0 else { return true };
        let stepped = opening.step(SLICE);
        stepped.unwrap_or_else(|refusal| {
            self.0 = Err(refusal);
            true
        })
    }

    /// How much of it is read, of 1.
    pub fn share(&self) -> f64 {
        self.0.as_ref().map_or(1.0, import::Opening::share)
    }

    /// What stands in it; what was not read yet is.
    pub fn finish(self) -> Opened {
        match self.0.and_then(import::Opening::finish) {
            Ok(document) => Opened { text: Some(document.text), revised: document.revised, refusal: None },
            Err(refusal) => Opened { text: None, revised: false, refusal: Some(refusal.advice().to_owned()) },
        }
    }
}

fn told(error: &str) -> JsValue {
    Error::new(error).into()
}
