//! Why a file cannot be used.

use super::Occurrence;
use crate::data::dataset::DatasetError;

/// Why a file, or a pair of its columns, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// There is nothing in it.
    Empty,
    /// There is one row, and it holds no numbers.
    OnlyHeading,
    /// It is of another kind.
    Foreign(#[from] Foreign),
    /// A record without end.
    NoTable,
    /// No column holds numbers.
    NoNumbers {
        /// A column with what look like dates, but in another order than that of ISO.
        dates: Option<String>,
    },
    /// One column alone holds numbers.
    OneColumn {
        /// What it is called.
        heading: String,
        /// A column with what look like dates, but in another order than that of ISO.
        dates: Option<String>,
    },
    /// A column was asked for that is not there.
    NoSuchColumn {
        /// Counted from 1.
        column: usize,
        /// How many there are.
        columns: usize,
    },
    /// A column was asked for by a name that none has.
    NoColumnCalled {
        /// The name.
        name: String,
        /// Those that there are.
        all: Vec<String>,
    },
    /// No row has numbers in both columns.
    NothingUsable {
        /// How many rows there are.
        rows: u64,
        /// The heading of x.
        x: String,
        /// The heading of y.
        y: String,
        /// The first cell that is in the way.
        first: Option<Occurrence>,
    },
    /// The numbers cannot be learned from.
    Data(#[from] DatasetError),
}

/// What a file is that is not CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Foreign {
    /// A spreadsheet's own format, or another archive.
    Spreadsheet,
    /// Compressed with gzip.
    Compressed,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// UTF-16, or no text at all.
    Binary,
    /// JSON.
    Json,
    /// A web page, or other XML.
    Html,
}
