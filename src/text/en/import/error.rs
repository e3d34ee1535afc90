//! Reasons that a file cannot be used, and remedies.

use std::fmt;

use crate::import::{Foreign, ImportError, Obstacle, ObstacleKind, Occurrence, RowPart};
use crate::text::en::number::count;
use crate::text::en::plural;

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str(
                "This file is empty. Choose a CSV file with a heading and rows of numbers.",
            ),
            Self::EmptySheet => formatter.write_str(
                "This sheet is empty. Choose another sheet, or a file with a heading and rows of \
                 numbers.",
            ),
            Self::OnlyHeading => formatter.write_str(
                "This file has a heading but no rows under it. Choose a file with rows of numbers.",
            ),
            Self::Foreign(foreign) => foreign.fmt(formatter),
            Self::NoTable => formatter.write_str(
                "This file is not a table: a line in it is longer than 4 MB. Choose a CSV file.",
            ),
            Self::NoNumbers { obstacle } => write!(
                formatter,
                "This file has no column with numbers, and a line needs two. {}",
                remedy(obstacle.as_deref())
            ),
            Self::OneColumn { heading, obstacle } => write!(
                formatter,
                "This file has one column with numbers, '{heading}', and a line needs two. {}",
                remedy(obstacle.as_deref())
            ),
            Self::HeadingsDoNotFit { headings, first } => {
                formatter.write_str(&headings_do_not_fit(*headings, first))
            }
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
            Self::NothingUsable { rows, x, y, first, obstacle } => formatter
                .write_str(&nothing_usable(*rows, x, y, first.as_deref(), obstacle.as_deref())),
            Self::Data(error) => error.fmt(formatter),
        }
    }
}

fn nothing_usable(
    rows: u64,
    x: &str,
    y: &str,
    first: Option<&Occurrence>,
    obstacle: Option<&Obstacle>,
) -> String {
    let rows = match rows {
        1 => "The only row does not have".to_owned(),
        rows => format!("None of the {} rows has", count(rows)),
    };
    let first = first.map_or_else(String::new, |first| format!(" ({first})"));
    let advice = match obstacle {
        Some(obstacle) if obstacle.kind != ObstacleKind::Words => remedy(Some(obstacle)),
        _ => "Choose other columns, or how the file is written under Columns and format. Numbers \
              are written like 3.5: in a spreadsheet, format the column as Number and save the file \
              again."
            .to_owned(),
    };
    format!("{rows} a number in both '{x}' and '{y}'{first}. {advice}")
}

fn headings_do_not_fit(headings: usize, first: &Occurrence) -> String {
    let Occurrence { line, cell, part } = first;
    let cells = match part {
        RowPart::Cells { cells, .. } => *cells,
        RowPart::Cell { .. } | RowPart::Row => 0,
    };
    let (cells, headings) = (plural::cells(cells as u64), plural::headings(headings as u64));
    format!(
        "The rows have {cells} below {headings} ({line}: '{cell}'), so it is not clear which heading belongs to \
         which column. Commas may be both decimal signs and separators: if so, save the sheet with semicolons or tabs \
         between columns. Otherwise give each column a heading, or choose 0 heading rows under Columns and format."
    )
}

/// Sentence about what is in the way of a column, and what to do.
fn remedy(obstacle: Option<&Obstacle>) -> String {
    let Some(Obstacle { kind, first }) = obstacle else {
        return "Numbers are written like 3.5. If the columns are not what you expect, choose how \
                the file is written under Columns and format."
            .to_owned();
    };
    let Occurrence { line, part, cell } = first;
    let heading = match part {
        RowPart::Cell { heading } => heading,
        RowPart::Cells { .. } | RowPart::Row => "",
    };
    let at = format!("In '{heading}', {line} has '{cell}'");
    match kind {
        ObstacleKind::Words => format!(
            "{at}, which is not a number. Numbers are written like 3.5: in a spreadsheet, format the column as Number \
             and save the file again; or choose how it is written under Columns and format."
        ),
        ObstacleKind::DayOrMonth => format!(
            "{at}, and no date in the column tells whether the day or the month comes first. \
             Choose which under Columns and format, Dates; or in a spreadsheet give the column the \
             date format yyyy-mm-dd and save the file again."
        ),
        ObstacleKind::TwoOrders => format!(
            "{at}, but other dates in the column have day and month the other way round. In a spreadsheet, write all \
             of them in one order, best as yyyy-mm-dd, and save the file again; or choose an order under Columns and \
             format, Dates, and the page leaves the others out."
        ),
        ObstacleKind::Units { one, other } => format!(
            "{at}, in '{other}', but the numbers before it are in '{one}'. In a spreadsheet, \
             convert them to one unit, write it into the heading, and save the file again."
        ),
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
            Self::Parquet => {
                "This file is Parquet, not CSV. DuckDB makes a CSV file of it: \
                 duckdb -c \"COPY (FROM 'data.parquet') TO 'data.csv'\". Write your file’s name in \
                 the place of data, and choose the new file."
            }
            Self::Arrow => {
                "This file is Arrow or Feather, not CSV. pandas makes a CSV file of it: \
                 python -c \"import pandas; pandas.read_feather('data.feather')\
                 .to_csv('data.csv', index=False)\". Write your file’s name in the place of data, \
                 and choose the new file."
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
            Self::Program => {
                "This is a list from a program, not a table. Write x and y as two columns, each pair of values on a \
                 line of its own with a comma or a tab between them."
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
