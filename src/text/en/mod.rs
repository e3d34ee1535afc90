//! The engine's sentences in English, a file a subject.

pub mod answer;
pub mod choice;
pub mod data;
pub mod description;
pub mod diagnosis;
pub mod figure;
pub mod import;
pub mod link;
pub mod note;
mod number;
pub mod package;
pub mod prediction;
pub mod program;
pub mod rate;
pub mod scaling;
pub mod status;
pub mod suitability;
pub mod sums;
pub mod tip;

/// The word in the place of a number that does not exist.
pub const NONE: &str = "none";
