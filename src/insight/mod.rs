//! Findings about data and runs, beyond the runs themselves: diagnosis, suitability, predictions, the standings of a
//! race, the numbers of the lesson, and what is wrong with a reader's program.

pub mod diagnosis;
#[cfg(feature = "more")]
pub mod mistake;
pub mod prediction;
pub mod program;
pub mod race;
pub mod suitability;
pub mod workings;
