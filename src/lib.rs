//! Downhill: learn linear regression and gradient descent by doing them on your own data.
#![deny(missing_docs)]

pub mod dataset;
pub mod line;
pub mod objective;
pub mod optimizer;
pub mod random;
pub mod settings;
pub mod summary;
pub mod text;
pub mod trainer;
