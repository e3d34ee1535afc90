//! What a person takes along to another program.

pub mod sql;
