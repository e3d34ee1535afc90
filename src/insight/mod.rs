//! Findings about data and a run, beyond the run itself: advice, diagnosis, suitability, predictions, the numbers
//! of the lesson, and what is wrong with a reader's program.

pub mod advice;
#[cfg(feature = "more")]
pub mod convention;
pub mod diagnosis;
#[cfg(feature = "more")]
pub mod mistake;
pub mod prediction;
pub mod program;
pub mod suitability;
pub mod workings;
