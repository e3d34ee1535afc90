//! Joins files of the page: its style sheets, the modules of the first view, and for the single file all modules.
//! Compressed together they weigh less, and they are one request.

mod first;
mod modules;
mod scan;
mod statements;
mod styles;

pub use first::join_first_modules;
pub use modules::{Source, join_all};
pub use statements::resolve;
pub use styles::join_styles;
