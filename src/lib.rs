//! Downhill: learn linear regression and gradient descent by doing them on your own data.
#![deny(missing_docs)]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::*;

/// A placeholder until the engine lands.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
