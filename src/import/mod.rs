//! Import of a file or a paste into a [`Dataset`].
//!
//! [`Import`] reads a file slice by slice. The first slices tell how the table is written and what its columns hold,
//! the [`Outline`]; then two columns are converted. The [`Report`] says which rows were left out, and why.
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
//! assert_eq!((imported.report.read, imported.report.used), (2, 1));
//! # Ok::<(), downhill::import::ImportError>(())
//! ```
//!
//! Where the rows stay in a database, [`sums`] reads its row of sums, and [`pairs()`] a sample of the rows.
//!
//! # How a file comes in
//!
//! The page reads a file in slices of 1 MiB and hands them to a classic worker (`www/import/`): WebKit's workers cannot
//! read files, and no engine opens module workers from a page that is itself a file. Four buffers go to and fro: the
//! browser fills them from the file's stream (`getReader({ mode: 'byob' })`), the worker returns them. New buffers would
//! cost more than all the rest; where a browser has no such stream, slices are read into new ones.
//!
//! | step | where |
//! |---|---|
//! | bytes to UTF-8, across slices | `encoding` |
//! | how the table is written ([`Dialect`]) and what its columns hold, from the first 256 KiB | `sniff`, `profile`, `headings`, `guess` |
//! | text to records and cells, no further than the two columns | `record`, `records` |
//! | the same for rows without quotes, 32 bytes at a time: nearly all rows of nearly all files | `plain`, `marks` |
//! | cells to numbers: plain digits; decimal sign and unit of a column; dates in one order | `number`, `number_format`, `amount`, `signs`, `date`, `calendar`, `clock`, `date_format` |
//! | rows of another width, pieces of rows, what stands below the table | `width`, `below` |
//! | the two columns of each row, into the dataset | `column`, `reading` |
//! | points to exact sums, and to all points or a seeded sample of them with a grid of counts | `collect` |
//! | what was left out, and why | `report` |
//!
//! The result depends on the bytes alone, not on how they were sliced: a property test slices them anywhere, and so does
//! the fuzzer, for which the feature `fuzzing` makes `limits` short. A record longer than 4 MiB has a quote that was never
//! closed; the quote is then a character. So is a quote that is closed amid a cell, or swallows what looks like rows: no
//! quote hides rows, and each such line is named. Rows of another width go the slow way, where it is seen whether x and y
//! are in their places; of rows without quotes the width comes with the search for the two cells.
//!
//! Points are handed on in parts of 65,536 as they come, so that they take memory once. Of more than 4,194,304 points
//! ([`KEPT`]) the worker asks for the parts back at the end, and makes the exact sums, a uniform sample of 300,000 and
//! the grid of all points, which is what is drawn then. Shorter files pay for neither.

mod amount;
mod below;
mod calendar;
mod clock;
mod collect;
mod column;
mod date;
mod date_format;
mod date_words;
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
mod number_format;
mod obstacle;
mod pairs;
mod plain;
mod printed;
mod profile;
mod reading;
mod record;
mod records;
mod report;
mod signs;
mod sniff;
pub mod sums;
mod width;

#[cfg(feature = "spreadsheets")]
pub(crate) use calendar::written as written_day;
pub use collect::Part;
pub use dialect::{Choices, Dates, Decimal, Delimiter, Dialect, Quote};
pub use encoding::Encoding;
pub use error::{Foreign, ImportError};
pub use import::Import;
pub use limits::{KEPT, SAMPLE};
pub use obstacle::{Obstacle, ObstacleKind};
pub use pairs::{Pairs, PairsError, pairs};
pub use printed::unboxed;
pub use profile::{BARS, Kind, Profile};
pub use report::{Below, LeftOut, Line, Occurrence, OpenReading, Reason, Report, RowPart};
pub use sniff::Outline;

use crate::data::dataset::{Dataset, Variable};
use crate::data::grid::Grid;
use crate::data::summary::Summary;

/// The dataset of two columns of a file, with a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The rows that have a number in both columns.
    pub dataset: Dataset,
    /// The number of those rows, and the rows that were left out.
    pub report: Report,
    /// The indices of the columns x and y.
    pub columns: (usize, usize),
    /// How the file is written, and what its columns hold.
    pub outline: Outline,
}

/// The parts of an [`Imported`], for a caller that took points on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Finished {
    /// The sums of all rows that have a number in both columns.
    pub summary: Summary,
    /// The points that were not taken; the sample where there are more than [`KEPT`].
    pub parts: Vec<Part>,
    /// The counts of all rows by cell, where there are more than [`KEPT`]. The points that were taken are not needed then.
    pub grid: Option<Grid>,
    /// The name and the unit of x.
    pub x: Variable,
    /// The name and the unit of y.
    pub y: Variable,
    /// The number of rows, and the rows that were left out.
    pub report: Report,
    /// The indices of the columns x and y.
    pub columns: (usize, usize),
    /// How the file is written, and what its columns hold.
    pub outline: Outline,
}
