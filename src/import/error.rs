//! Why a file cannot be used, and what to do about it.

use super::{Obstacle, Occurrence};
use crate::data::dataset::DatasetError;

/// Why a file, or a pair of its columns, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file is empty.
    Empty,
    /// The sheet of a spreadsheet is empty.
    EmptySheet,
    /// The file has one row, without numbers.
    OnlyHeading,
    /// The file is of another kind.
    Foreign(#[from] Foreign),
    /// A record has no end.
    NoTable,
    /// No column holds numbers.
    NoNumbers {
        /// Obstacle in the column that is nearest to one of numbers.
        obstacle: Option<Box<Obstacle>>,
    },
    /// Only one column holds numbers.
    OneColumn {
        /// Its heading.
        heading: String,
        /// Obstacle in the column that is next.
        obstacle: Option<Box<Obstacle>>,
    },
    /// All rows have another number of cells than the headings, so that it is unclear which heading is whose.
    HeadingsDoNotFit {
        /// The number of headings.
        headings: usize,
        /// The first row.
        first: Box<Occurrence>,
    },
    /// There is no column of this number.
    NoSuchColumn {
        /// The number, from 1.
        column: usize,
        /// The number of columns.
        columns: usize,
    },
    /// There is no column of this name.
    NoColumnCalled {
        /// The name.
        name: String,
        /// The names of all columns.
        all: Vec<String>,
    },
    /// No row has numbers in both columns.
    NothingUsable {
        /// The number of rows.
        rows: u64,
        /// The heading of x.
        x: String,
        /// The heading of y.
        y: String,
        /// The first cell that could not be used.
        first: Option<Box<Occurrence>>,
        /// Obstacle in x or y.
        obstacle: Option<Box<Obstacle>>,
    },
    /// The numbers cannot be learned from.
    Data(#[from] DatasetError),
}

/// The kind of a file that is not CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Foreign {
    /// A spreadsheet's own format, or another archive.
    Spreadsheet,
    /// Parquet.
    Parquet,
    /// Arrow, which Feather is too.
    Arrow,
    /// Compressed with gzip.
    Compressed,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// Binary data.
    Binary,
    /// JSON.
    Json,
    /// A web page, or other XML.
    Html,
    /// A list of a program's, such as `x = [1, 2, 3]`.
    Program,
}
