//! The package that opens spreadsheets, in a worker of its own.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::spreadsheet::{Opened, open};
use crate::text::en;
use crate::web::convert::{error, object};

/// A sheet that is open.
#[wasm_bindgen(js_name = Sheet)]
pub struct JsSheet(Opened);

/// `SheetFacts` of spreadsheet.js.
#[derive(Serialize)]
struct SheetFacts<'o> {
    sheets: &'o [String],
    sheet: &'o str,
    /// Sentence for a sheet that is of no use.
    note: Option<&'static str>,
}

#[wasm_bindgen(js_class = Sheet)]
impl JsSheet {
    /// Opens a sheet of a file: the one of this name, or the first of use. Throws, with a sentence, where the file is
    /// none that can be opened.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8], name: Option<String>) -> Result<JsSheet, JsValue> {
        open(file, name.as_deref()).map(Self).map_err(error)
    }

    /// Names of the sheets, and of this one.
    pub fn facts(&self) -> Result<JsValue, JsValue> {
        let Opened { sheets, sheet, lacks_values, .. } = &self.0;
        object(&SheetFacts {
            sheets,
            sheet: &sheets[*sheet],
            note: lacks_values.then(en::spreadsheet::lacks_values),
        })
    }

    /// The table on it, as a text in UTF-8 for the import.
    #[wasm_bindgen(unchecked_return_type = "Uint8Array<ArrayBuffer>")]
    pub fn text(&self) -> Vec<u8> {
        self.0.text.clone().into_bytes()
    }
}
