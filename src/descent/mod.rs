//! Gradient descent: what is minimised, how an update is made, and the run that makes them one by one.

pub mod batch;
pub mod error;
pub mod objective;
pub mod optimizer;
pub mod scaling;
pub mod schedule;
pub mod settings;
pub mod trainer;
