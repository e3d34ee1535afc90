//! What can be told of data and of a run beyond the run itself.

pub mod diagnosis;
pub mod prediction;
pub mod program;
pub mod suitability;
pub mod workings;
