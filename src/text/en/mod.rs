//! The engine's sentences in English, a file a subject.
//!
//! A message is a whole sentence with named arguments; where it has variants, each is a whole sentence too. What
//! depends on a number asks [`plural`].

pub mod answer;
pub mod choice;
pub mod data;
pub mod description;
pub mod diagnosis;
pub mod export;
pub mod figure;
pub mod import;
mod influence;
pub mod link;
pub mod note;
mod number;
pub mod package;
pub mod plural;
pub mod prediction;
pub mod program;
pub mod rate;
#[cfg(feature = "more")]
pub mod scaling;
pub mod status;
pub mod suitability;
pub mod sums;
pub mod tip;

use crate::numeric::notation::joined;

/// The word in the place of a number that does not exist.
pub const NONE: &str = "none";

/// One sentence after the other.
fn sentences<T: Into<String>>(first: &str, others: impl IntoIterator<Item = T>) -> String {
    joined([first.to_owned()].into_iter().chain(others.into_iter().map(Into::into)), " ")
}
