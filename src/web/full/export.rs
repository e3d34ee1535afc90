//! Code and numbers for other programs.

use wasm_bindgen::prelude::*;

use crate::stage::export::Export;
use crate::stage::name::Named;
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Lists the exports of code and numbers. `written` is how the reader's file is written,
    /// where it is a file that a program can read, each as `name=value`.
    #[wasm_bindgen(unchecked_return_type = "ExportChoice[]")]
    pub fn exports(&self, written: Option<Vec<String>>) -> Result<JsValue, JsValue> {
        object(&self.0.exports(written.as_deref()).as_slice())
    }

    /// The text of one of them. Throws, with a sentence, where there is none.
    pub fn take(&self, id: &str, written: Option<Vec<String>>) -> Result<String, JsValue> {
        let export = Export::named(id).map_err(error)?;
        self.0.export(export, written.as_deref()).map_err(error)
    }
}
