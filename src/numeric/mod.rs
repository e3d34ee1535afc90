//! Lines, ranges, angles, random numbers by seed, numbers to twice the digits, and numbers as people type them and as
//! bytes. How people read numbers is of a language: [`crate::text::en::number`].

pub mod angle;
pub mod bytes;
pub mod double_double;
pub mod line;
pub mod notation;
pub mod power;
pub mod random;
pub mod range;
