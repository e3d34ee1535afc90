//! Every sentence that a person reads, in one folder a language.
//!
//! An error is an enum in the module that refuses; its variants hold the reason and its numbers. Its sentence is the
//! `impl Display` in the folder of the language, in the file of the same subject. So the rooms below need no words,
//! and another language is another folder. Errors of rooms above this one, such as the export, call it for their
//! sentences.
//!
//! Two things have their texts elsewhere: the built-in data and the update rules, each of which is one file with its
//! name and its description; and the exported programs, which are documents.

pub mod en;
