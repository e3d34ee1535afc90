//! The one module that knows JavaScript: it converts between its values and Rust's, and decides
//! nothing. What it hands over is described in `types.d.ts`.

#[cfg(feature = "page")]
mod backend;
mod convert;
#[cfg(feature = "page")]
mod core;
#[cfg(feature = "more")]
mod full;
#[cfg(feature = "package")]
mod package;
#[cfg(feature = "reader")]
mod reader;
#[cfg(feature = "spreadsheets")]
mod spreadsheets;

#[cfg(any(feature = "page", feature = "package", feature = "reader"))]
use wasm_bindgen::prelude::*;

#[cfg(any(feature = "page", feature = "package"))]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Reports panics readably. What reads spreadsheets may panic where a file is damaged, which is no fault of the page's.
#[cfg(any(feature = "page", feature = "package", feature = "reader"))]
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
