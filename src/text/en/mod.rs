//! The engine's sentences in English, a file a subject.
//!
//! A message is a whole sentence with named arguments; where it has variants, each is a whole sentence too. Nouns that
//! depend on a number come from [`plural`], and numbers from [`number`].

pub mod advice;
pub mod answer;
pub mod choice;
#[cfg(feature = "more")]
pub mod convention;
pub mod data;
pub mod description;
pub mod description_data;
pub mod description_runs;
pub mod diagnosis;
pub mod export;
pub mod figure;
pub mod import;
mod influence;
pub mod link;
#[cfg(feature = "more")]
pub mod mistake;
pub mod note;
pub mod number;
pub mod package;
pub mod plural;
pub mod prediction;
pub mod program;
pub mod program_cost;
pub mod race;
pub mod rate;
#[cfg(feature = "more")]
pub mod rate_answer;
#[cfg(feature = "more")]
pub mod scaling;
mod setting;
#[cfg(feature = "spreadsheets")]
pub mod spreadsheet;
pub mod status;
pub mod step;
pub mod suitability;
pub mod sums;
#[cfg(feature = "more")]
pub mod table;
pub mod tip;
#[cfg(feature = "more")]
pub mod walk;

/// The word in the place of a number that does not exist.
pub const NONE: &str = "none";

/// One sentence after the other.
fn sentences(first: &str, others: &[Option<&str>]) -> String {
    others.iter().flatten().fold(first.to_owned(), |text, sentence| text + " " + sentence)
}
