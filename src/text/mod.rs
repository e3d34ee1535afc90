//! Every sentence that a person reads, one folder a language.

pub mod en;
