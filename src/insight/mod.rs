//! What follows from data and a run, beyond the run itself: diagnosis, suitability, predictions and the numbers
//! of the lesson.

pub mod diagnosis;
pub mod prediction;
pub mod program;
pub mod suitability;
pub mod workings;
