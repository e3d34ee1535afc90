//! Reasons that a file cannot be used, and remedies.

use std::fmt;

use crate::import::{Foreign, ImportError, Occurrence};
use crate::text::en::number::count;

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str(
                "This file is empty. Choose a CSV file with a heading and rows of numbers.",
            ),
            Self::OnlyHeading => formatter.write_str(
                "This file has a heading but no rows under it. Choose a file with rows of numbers.",
            ),
            Self::Foreign(foreign) => foreign.fmt(formatter),
            Self::NoTable => formatter.write_str(
                "This file is no table: a line in it is longer than 4 MB. Choose a CSV file.",
            ),
            Self::NoNumbers { dates } => write!(
                formatter,
                "This file has no column with numbers. A line needs two; {}",
                how_to_write_numbers(dates.as_deref())
            ),
            Self::OneColumn { heading, dates } => write!(
                formatter,
                "This file has one column with numbers, '{heading}'. A line needs two; {}",
                how_to_write_numbers(dates.as_deref())
            ),
            Self::NoSuchColumn { column, columns: 1 } => write!(
                formatter,
                "There is no column {column}: this file has only one. Choose another file, or \
                 say what separates its columns."
            ),
            Self::NoSuchColumn { column, columns } => write!(
                formatter,
                "There is no column {column}: this file has {columns}. Choose one of those."
            ),
            Self::NoColumnCalled { name, all } => write!(
                formatter,
                "No column is called '{name}'. This file has {}. Choose one of those.",
                listed(all)
            ),
            Self::NothingUsable { rows, x, y, first } => {
                formatter.write_str(&nothing_usable(*rows, x, y, first.as_ref()))
            }
            Self::Data(error) => error.fmt(formatter),
        }
    }
}

fn nothing_usable(rows: u64, x: &str, y: &str, first: Option<&Occurrence>) -> String {
    const ADVICE: &str =
        "Choose other columns; numbers are written like 3.5, with a point and no unit.";
    match (rows, first) {
        (1, Some(first)) => format!(
            "The only row does not have a number in both '{x}' and '{y}' ({first}). {ADVICE}"
        ),
        (1, None) => {
            format!("The only row does not have a number in both '{x}' and '{y}'. {ADVICE}")
        }
        (rows, Some(first)) => format!(
            "None of the {} rows has a number in both '{x}' and '{y}' ({first}). {ADVICE}",
            count(rows)
        ),
        (rows, None) => format!(
            "None of the {} rows has a number in both '{x}' and '{y}'. {ADVICE}",
            count(rows)
        ),
    }
}

/// Advice on writing numbers; and dates, if a column has some whose day and month are not in ISO's order.
fn how_to_write_numbers(dates: Option<&str>) -> String {
    match dates {
        Some(heading) => format!(
            "numbers are written like 3.5, with a point and no unit, and dates like 2024-05-31: \
             write those in '{heading}' so."
        ),
        None => "numbers are written like 3.5, with a point and no unit.".to_owned(),
    }
}

/// The first names of a list, in quotes.
fn listed(names: &[String]) -> String {
    const MOST: usize = 20;
    let first = names.iter().take(MOST).map(|name| format!("'{name}'")).collect::<Vec<_>>();
    let first = first.join(", ");
    match names.len().saturating_sub(MOST) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Spreadsheet => {
                "This file is a spreadsheet or an archive, not CSV. Open it in your spreadsheet \
                 program, save the sheet as CSV (UTF-8), and choose that file."
            }
            Self::Compressed => {
                "This file is compressed. Unpack it first, and choose the CSV file in it."
            }
            Self::Pdf => {
                "This file is a PDF document, not CSV. Find the table's source, or copy the \
                 table into a spreadsheet and save it as CSV (UTF-8)."
            }
            Self::Image => {
                "This file is a picture, not CSV. Choose a file that holds the numbers themselves."
            }
            Self::Binary => {
                "This file is not plain text in UTF-8. Open it in the program that made it, and \
                 save it as CSV (UTF-8)."
            }
            Self::Json => {
                "This file is JSON, not CSV. Convert it to a table, and save it as CSV (UTF-8)."
            }
            Self::Html => {
                "This file is a web page or XML, not CSV. Copy its table into a spreadsheet and \
                 save it as CSV (UTF-8); or download the data itself."
            }
        })
    }
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
