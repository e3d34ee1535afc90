//! From the bytes of a file, or of a paste, to a [`Dataset`].
//!
//! [`Import`] takes the slices of a file. Its first ones tell how the table is written and what is in
//! its columns, the [`Outline`]; only the two columns that are chosen are converted. What was left out,
//! and why, is in the [`Report`].
//!
//! ```
//! use downhill::import::{Choices, Import};
//!
//! let mut import = Import::new(Choices::default(), None);
//! for slice in [&b"name,height,weight\nAnn,1."[..], b"62,58\nBob,1.80,\n"] {
//!     import.feed(slice)?;
//! }
//! let imported = import.finish()?;
//! assert_eq!(imported.outline.headings(), ["name", "height", "weight"]);
//! assert_eq!(imported.dataset.x().name, "height");
//! assert_eq!(imported.dataset.summary().n(), 1);
//! assert_eq!(imported.report.sentences()[0], "2 rows read, 1 used.");
//! # Ok::<(), downhill::import::ImportError>(())
//! ```
//!
//! Where the rows stay in a database, [`sums`] reads the one row that it answers, and [`pairs()`] a sample.

mod collect;
mod date;
mod dialect;
mod encoding;
mod error;
mod guess;
mod headings;
#[expect(clippy::module_inception, reason = "the subject of the folder has a file of its own")]
mod import;
mod limits;
mod marks;
mod number;
mod pairs;
mod plain;
mod printed;
mod profile;
mod record;
mod records;
mod report;
mod sniff;
pub mod sums;

pub use collect::Part;
pub use dialect::{Choices, Decimal, Delimiter, Dialect, Quote};
pub use encoding::Encoding;
pub use error::{Foreign, ImportError};
pub use import::Import;
pub use limits::{KEPT, SAMPLE};
pub use pairs::{Pairs, PairsError, pairs};
pub use printed::unboxed;
pub use profile::{BARS, Kind, Profile};
pub use report::{LeftOut, Occurrence, Report};
pub use sniff::Outline;

use crate::data::dataset::{Dataset, Variable};
use crate::data::grid::Grid;
use crate::data::summary::Summary;

/// Two columns of a file, and what became of its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The rows that have a number in both columns.
    pub dataset: Dataset,
    /// How many rows those are, and what was left out.
    pub report: Report,
    /// Which columns x and y are, counted from 0.
    pub columns: (usize, usize),
    /// How the file is written and what is in its columns.
    pub outline: Outline,
}

/// The same where points were taken on the way, and are put together elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    /// The sums of all rows that have a number in both columns.
    pub summary: Summary,
    /// Points that were not taken; the sample where there are more than [`KEPT`].
    pub parts: Vec<Part>,
    /// Where all rows are, where there are more than [`KEPT`]; those that were taken are of no use then.
    pub grid: Option<Grid>,
    /// What x is called.
    pub x: Variable,
    /// What y is called.
    pub y: Variable,
    /// How many rows there are, and what was left out.
    pub report: Report,
    /// Which columns x and y are, counted from 0.
    pub columns: (usize, usize),
    /// How the file is written and what is in its columns.
    pub outline: Outline,
}
