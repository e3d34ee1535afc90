//! The points to learn from: their sums, their columns, and the sets that come with the page.

pub mod builtin;
pub mod dataset;
pub mod editing;
pub mod grid;
pub mod hessian;
pub mod summary;
pub mod summary_column;
