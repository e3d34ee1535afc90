//! From the bytes of a file, or of a paste, to a [`Dataset`].
//!
//! [`Table`] keeps the bytes and knows the headings, so that choosing other columns needs no
//! second upload. What was left out, and why, is in the [`Report`].
//!
//! ```
//! use downhill::import::Table;
//!
//! let table = Table::read(b"name,height,weight\nAnn,1.62,58\nBob,1.80,\n".to_vec())?;
//! let (x, y) = table.guess()?;
//! assert_eq!(table.headings()[x], "height");
//!
//! let imported = table.select(x, y)?;
//! assert_eq!(imported.dataset.summary().n(), 1);
//! assert_eq!(imported.report.sentences()[0], "2 rows read, 1 used.");
//! # Ok::<(), downhill::import::ImportError>(())
//! ```

mod cell;
mod error;
mod guess;
mod headings;
mod lines;
mod report;
mod rows;
mod select;
mod sniff;
mod table;

pub use error::{Foreign, ImportError};
pub use report::{LeftOut, Occurrence, Report};
pub use sniff::Delimiter;
pub use table::Table;

use crate::dataset::Dataset;

/// Two columns of a file, and what became of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The rows that have a number in both columns.
    pub dataset: Dataset,
    /// How many rows those are, and what was left out.
    pub report: Report,
}
