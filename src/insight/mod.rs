//! Findings about data and runs, beyond the runs themselves: advice, diagnosis, suitability, predictions, the standings of a
//! race, what a scatter of points looks like, the numbers of the lesson and of the tables, and what is wrong with a reader's
//! program, or with a rate that it has computed.

pub mod advice;
pub mod appearance;
#[cfg(feature = "more")]
pub mod convention;
pub mod diagnosis;
#[cfg(feature = "more")]
pub mod mistake;
pub mod prediction;
pub mod program;
pub mod race;
#[cfg(feature = "more")]
pub mod rate_answer;
pub mod step;
pub mod suitability;
#[cfg(feature = "more")]
pub mod table;
pub mod workings;
