//! Downhill: learn linear regression and gradient descent by doing them on your own data.
#![deny(missing_docs)]

pub mod builtin;
pub mod dataset;
pub mod figure;
pub mod import;
pub mod line;
pub mod messages;
pub mod objective;
pub mod optimizer;
pub mod random;
pub mod session;
pub mod settings;
pub mod share;
pub mod slider;
pub mod summary;
pub mod text;
pub mod trainer;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;
