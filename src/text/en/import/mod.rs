//! Sentences about the reader's files: their columns, the fate of their rows, and their errors.

mod error;
mod report;

pub use report::{read_otherwise, report};

use crate::import::Profile;
use crate::text::en::number::{count, rounded};

/// The histogram of a column.
pub fn spread(profile: &Profile) -> String {
    match profile.fullest() {
        None => "All are equal".to_owned(),
        Some((from, to)) => format!(
            "Histogram: most of them, {} of {}, lie from {} to {}",
            count(profile.histogram.iter().max().copied().unwrap_or(0).into()),
            count(profile.numbers().into()),
            rounded(from, 3),
            rounded(to, 3)
        ),
    }
}
