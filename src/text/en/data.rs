//! The origin of the data, the changes made to them, and reasons that they cannot be used.

use std::fmt;

use super::number::count;
use super::plural;
use crate::data::dataset::{Dataset, DatasetError};
use crate::data::editing::{EditError, MOST, SAMPLE};
use crate::data::summary::SummaryError;
use crate::session::Source;

/// The remedy where every slope is as good as any other.
pub(super) const NO_SPREAD: &str =
    "All x are equal, so no slope is better than another: choose another X column.";

/// The origin of the data, and the reason to look at them.
pub fn about(source: &Source, dataset: &Dataset) -> Vec<String> {
    let mut sentences = match source {
        Source::Builtin { builtin, .. } => vec![builtin.why.to_owned(), builtin.source.to_owned()],
        Source::Own { .. } => Vec::new(),
        Source::Edited { name, sample } => vec![edited(name, *sample)],
    };
    if !dataset.summary().has_spread() {
        sentences.push(NO_SPREAD.to_owned());
    }
    sentences
}

/// The origin of edited points.
fn edited(name: &str, sample: bool) -> String {
    match sample {
        true => format!("A sample of {SAMPLE} points of {name}, to change by hand."),
        false => format!("Points of {name}, changed by hand."),
    }
}

/// The name of edited data in the list of data.
pub fn edited_name(source: &Source) -> String {
    match source {
        Source::Edited { name, sample: true } => format!("{name}, a sample"),
        other => format!("{}, edited", other.name()),
    }
}

impl fmt::Display for SummaryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoRows => {
                "There are no rows with numbers in both columns. Choose other columns or \
                 another file."
            }
            Self::TooLarge => {
                "The numbers are too large: their squares do not fit a 64-bit number. Divide \
                 the columns by a power of ten and try again."
            }
            Self::TooSmall => {
                "The numbers differ by so little that the squares of the differences vanish. \
                 Multiply the columns by a power of ten and try again."
            }
            Self::Impossible => {
                "These are not the sums of any rows: sums of squares cannot be negative, and \
                 Sxy² cannot exceed Sxx·Syy."
            }
        })
    }
}

impl fmt::Display for DatasetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lengths { x, y } => write!(
                formatter,
                "The columns differ in length: x has {}, y has {}. Give both the same number of \
                 rows.",
                plural::numbers(*x),
                plural::numbers(*y)
            ),
            Self::NotFinite { row } => write!(
                formatter,
                "Row {row} is not a finite number in both columns. Leave such rows out."
            ),
            Self::Sums(error) => error.fmt(formatter),
            Self::Sampled => formatter
                .write_str("These data need a part of the page that is missing. Reload the page."),
        }
    }
}

impl fmt::Display for EditError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany(points) => {
                write!(
                    formatter,
                    "{} points are too many to change by hand (at most {}).",
                    count(*points as u64),
                    count(MOST as u64)
                )
            }
            Self::NoPoints => formatter.write_str(
                "The page has only the sums of these data, so there are no points to change.",
            ),
            Self::NotTheRows => formatter.write_str(
                "These points only stand for the rows: the sums would not change with them. \
                 Work on a sample of them instead.",
            ),
            Self::LastPoint => formatter.write_str(
                "One point has to stay: without it there would be nothing to learn from.",
            ),
            Self::NoPoint => formatter.write_str(
                "Choose a point first: click it, or step through the points with the arrow \
                 keys.",
            ),
            Self::Dataset(error) => error.fmt(formatter),
        }
    }
}
