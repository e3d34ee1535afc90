//! The one module that knows JavaScript: what the page and other pages may ask of the wasm package.

mod canvas;
mod convert;
mod figures;
mod hands;
mod package;
mod session;
mod setup;
mod sheet;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Makes a panic readable, should there be one.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
