//! Compresses files into few bytes, so that the whole page fits into one HTML file, and decompresses them there.
//!
//! A model guesses every bit from those before it ([`model`]), and a coder writes down only how far off it was
//! ([`coder`]): an eighth less than what LZMA makes of the page, for ten times the work, which is still a fraction
//! of a second. The build tool compresses natively; the page decompresses by the same code, compiled to WebAssembly
//! (`page.rs`).
//!
//! ```
//! use press::{Kind, compress, decompress};
//!
//! let text = "a line, and a line, and a line".repeat(40);
//! let pressed = compress(&[(Kind::Text, text.as_bytes())]);
//! assert!(pressed.len() < 100);
//! assert_eq!(decompress(&pressed, &[(Kind::Text, text.len())]), text.as_bytes());
//! ```
#![cfg_attr(target_arch = "wasm32", no_std)]
#![deny(missing_docs)]

pub mod coder;
mod instruction;
mod mixer;
pub mod model;
mod numbers;
#[cfg(target_arch = "wasm32")]
pub mod page;

#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(not(target_arch = "wasm32"))]
pub use native::{SOURCES, compress, decompress};

pub use model::Kind;
