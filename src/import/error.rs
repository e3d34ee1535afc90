//! Why a file cannot be used, and what to do about it.

use super::Occurrence;
use crate::data::dataset::DatasetError;
use crate::numeric::notation;

/// Why a file, or a pair of its columns, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file is empty.
    #[error("This file is empty. Choose a CSV file with a heading and rows of numbers.")]
    Empty,
    /// The file has one row, without numbers.
    #[error("This file has a heading but no rows under it. Choose a file with rows of numbers.")]
    OnlyHeading,
    /// The file is of another kind.
    #[error(transparent)]
    Foreign(#[from] Foreign),
    /// A record has no end.
    #[error("This file is no table: a line in it is longer than 4 MB. Choose a CSV file.")]
    NoTable,
    /// No column holds numbers.
    #[error(
        "This file has no column with numbers. A line needs two; \
         numbers are written like 3.5, with a point and no unit{}.",
        and_dates(.dates.as_ref())
    )]
    NoNumbers {
        /// A column whose dates are not in ISO order.
        dates: Option<String>,
    },
    /// Only one column holds numbers.
    #[error(
        "This file has one column with numbers, '{heading}'. A line needs two; \
         numbers are written like 3.5, with a point and no unit{}.",
        and_dates(.dates.as_ref())
    )]
    OneColumn {
        /// Its heading.
        heading: String,
        /// A column whose dates are not in ISO order.
        dates: Option<String>,
    },
    /// There is no column of this number.
    #[error("There is no column {column}: this file has {columns}. Choose one of those.")]
    NoSuchColumn {
        /// The number, from 1.
        column: usize,
        /// The number of columns.
        columns: usize,
    },
    /// There is no column of this name.
    #[error("No column is called '{name}'. This file has {}. Choose one of those.", listed(.all))]
    NoColumnCalled {
        /// The name.
        name: String,
        /// The names of all columns.
        all: Vec<String>,
    },
    /// No row has numbers in both columns.
    #[error(
        "None of the {} rows has a number in both '{x}' and '{y}'{}. Choose other columns; \
         numbers are written like 3.5, with a point and no unit.",
        notation::count(*.rows),
        in_brackets(.first.as_ref())
    )]
    NothingUsable {
        /// The number of rows.
        rows: u64,
        /// The heading of x.
        x: String,
        /// The heading of y.
        y: String,
        /// The first cell that could not be used.
        first: Option<Occurrence>,
    },
    /// The numbers cannot be learned from.
    #[error(transparent)]
    Data(#[from] DatasetError),
}

/// The kind of a file that is not CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Foreign {
    /// A spreadsheet's own format, or another archive.
    #[error(
        "This file is a spreadsheet or an archive, not CSV. Open it in your spreadsheet program, \
         save the sheet as CSV (UTF-8), and choose that file."
    )]
    Spreadsheet,
    /// Compressed with gzip.
    #[error("This file is compressed. Unpack it first, and choose the CSV file in it.")]
    Compressed,
    /// A PDF document.
    #[error(
        "This file is a PDF document, not CSV. Find the table's source, \
         or copy the table into a spreadsheet and save it as CSV (UTF-8)."
    )]
    Pdf,
    /// A picture.
    #[error("This file is a picture, not CSV. Choose a file that holds the numbers themselves.")]
    Image,
    /// Binary data.
    #[error(
        "This file is not plain text in UTF-8. Open it in the program that made it, \
         and save it as CSV (UTF-8)."
    )]
    Binary,
    /// JSON.
    #[error("This file is JSON, not CSV. Convert it to a table, and save it as CSV (UTF-8).")]
    Json,
    /// A web page, or other XML.
    #[error(
        "This file is a web page or XML, not CSV. Copy its table into a spreadsheet \
         and save it as CSV (UTF-8); or download the data itself."
    )]
    Html,
}

/// The first names of a list, in quotes.
fn listed(names: &[String]) -> String {
    const MOST: usize = 20;
    let first = names.iter().take(MOST).map(|name| format!("'{name}'")).collect::<Vec<_>>();
    let more = names.len().saturating_sub(MOST);
    first.join(", ") + &if more > 0 { format!(" and {more} more") } else { String::new() }
}

/// The advice for a column whose dates are not in ISO order.
fn and_dates(heading: Option<&String>) -> String {
    heading.map_or(String::new(), |heading| {
        format!(", and dates like 2024-05-31: write those in '{heading}' so")
    })
}

fn in_brackets(first: Option<&Occurrence>) -> String {
    first.map(|occurrence| format!(" ({occurrence})")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_twenty_names_are_listed() {
        let names = |count: usize| (1..=count).map(|place| format!("c{place}")).collect::<Vec<_>>();
        assert_eq!(listed(&names(2)), "'c1', 'c2'");
        assert!(listed(&names(20)).ends_with(", 'c19', 'c20'"));
        assert!(listed(&names(21)).ends_with(", 'c19', 'c20' and 1 more"));
        let error = ImportError::NoColumnCalled { name: "height".to_owned(), all: names(2) };
        let sentence =
            "No column is called 'height'. This file has 'c1', 'c2'. Choose one of those.";
        assert_eq!(error.to_string(), sentence);
    }
}
