//! Between Rust's values and JavaScript's.

use std::fmt::Display;

use js_sys::Error;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A JavaScript `Error` whose message is the sentence of this one.
pub fn error(error: impl Display) -> JsValue {
    Error::new(&error.to_string()).into()
}

/// A plain JavaScript object; what is missing becomes null.
pub fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(error)
}
