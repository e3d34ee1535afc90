//! Spreadsheets: a sheet of an .xlsx, .xls, .xlsb or .ods file as a text that `import` reads.
//!
//! The text has a line for each row of the sheet, so that line 7 is row 7, with tabs between the cells and no quotes
//! ([`Delimiter::Cells`](crate::import::Delimiter::Cells)). All that the import does with files it does with sheets,
//! then: headings, kinds of columns, the report.
//!
//! | step | where |
//! |---|---|
//! | kind of the file, from what is in it, and its size unpacked | `container` |
//! | cells by their values, in memory as they are filled | `cells`, `grid` |
//! | merged cells of .ods, and how many cells its repetitions stand for | `open_document` |
//! | the columns of the first table, beside which others may stand | `table` |
//! | the text | `text` |
//!
//! Nothing is guessed about a cell a second time. A number that is not whole has an exponent in the place of a decimal
//! sign, `35e-1`, because the import asks what a point or a comma means; a date is year, month and day. Texts stay as
//! they are: a number that somebody typed as a text is read as one in a CSV is.
//!
//! A file may say of itself what it likes: what it unpacks to is bounded before it is unpacked, and so are its cells.

mod cells;
mod container;
mod error;
mod grid;
mod open_document;
mod table;
mod text;
mod workbook;

pub use error::SpreadsheetError;
pub use workbook::{Opened, open};
