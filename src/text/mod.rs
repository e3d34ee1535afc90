//! Every sentence that a person reads, in one folder a language.
//!
//! An error is an enum beside what refuses: its variants hold what went wrong and the numbers of it. Its sentence is
//! the `impl Display` in this module's folder, in the file of the same subject. So the rooms below need no words,
//! and another language is another folder. Errors of the rooms that use this one, such as the export, ask it for
//! their sentences.
//!
//! What is named beside the thing itself, and not here: the built-in data and the update rules, each of which is one
//! file with its name and its description; and what the exported programs say, which are documents.

pub mod en;
