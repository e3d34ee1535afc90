//! Lines, ranges, angles, random numbers by seed, and numbers as people read and type them.

pub mod angle;
pub mod bytes;
pub mod line;
pub mod notation;
pub mod random;
pub mod range;
