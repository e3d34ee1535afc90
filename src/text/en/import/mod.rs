//! Sentences about the reader's files: their columns, the fate of their rows, and their errors.

mod error;
mod report;

pub use report::{read_otherwise, report};

use crate::import::{BARS, Profile};
use crate::text::en::number::{count, rounded};

/// The histogram of a column.
pub fn spread(profile: &Profile) -> String {
    let bars: Vec<String> = profile.histogram.iter().map(|&bar| count(bar.into())).collect();
    match profile.fullest() {
        None => "All are equal".to_owned(),
        Some((from, to)) => format!(
            "Histogram of {} numbers from {} to {}, in {BARS} bars of one width: {}. The tallest is from {} to {}",
            count(profile.numbers().into()),
            rounded(profile.least, 3),
            rounded(profile.greatest, 3),
            bars.join(", "),
            rounded(from, 3),
            rounded(to, 3)
        ),
    }
}
