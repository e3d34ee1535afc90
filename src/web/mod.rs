//! The one module that knows JavaScript: what the page and other pages may ask of the wasm package,
//! and of the reader of files beside it.

mod convert;

#[cfg(feature = "page")]
mod canvas;
#[cfg(feature = "page")]
mod cost;
#[cfg(feature = "page")]
mod data;
#[cfg(feature = "page")]
mod figures;
#[cfg(feature = "page")]
mod hands;
#[cfg(feature = "page")]
mod home;
#[cfg(feature = "page")]
mod keep;
#[cfg(feature = "more")]
mod lesson;
#[cfg(feature = "more")]
mod more;
#[cfg(feature = "page")]
mod motion;
#[cfg(feature = "package")]
mod package;
#[cfg(feature = "more")]
mod paper;
#[cfg(feature = "more")]
mod pictures;
#[cfg(feature = "page")]
mod sent;
#[cfg(feature = "page")]
mod session;
#[cfg(feature = "page")]
mod setup;
#[cfg(feature = "page")]
mod sheet;
#[cfg(feature = "more")]
mod sweep;
#[cfg(feature = "more")]
mod take;
#[cfg(feature = "page")]
mod view;

#[cfg(feature = "reader")]
mod database;
#[cfg(feature = "reader")]
mod reader;

use wasm_bindgen::prelude::*;

#[cfg(feature = "page")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Makes a panic readable, should there be one.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
