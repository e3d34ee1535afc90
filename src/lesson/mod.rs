//! What the lesson shows beside the figures: the numbers that an update is made of, the program that
//! does it line by line, and how far off a prediction may be.

pub mod interval;
pub mod program;
pub mod workings;
