//! Why a spreadsheet cannot be opened.

/// Why a spreadsheet, or a sheet of it, cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SpreadsheetError {
    /// The file is an archive with no spreadsheet in it.
    Archive,
    /// The file is a document of a word processor, a presentation or the like.
    Document,
    /// The file is one of Apple's Numbers.
    Numbers,
    /// The file is protected by a password.
    Protected,
    /// The file is damaged, or a part of it is missing.
    Broken,
    /// The file unpacks to more bytes than are taken.
    Unpacked {
        /// The number of bytes that are taken.
        most: u64,
    },
    /// The sheet has more cells than are taken.
    Cells {
        /// The number of cells that are taken.
        most: u64,
    },
    /// The file has no sheet with cells.
    NoSheet,
    /// No sheet has this name.
    NoSheetCalled {
        /// The name.
        name: String,
        /// The names of all sheets.
        all: Vec<String>,
    },
}
