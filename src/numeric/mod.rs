//! Numbers and what is made of a few of them: a line, a range, angles, random numbers, and how people
//! read and type them.

pub mod angle;
pub mod bytes;
pub mod line;
pub mod notation;
pub mod random;
pub mod range;
