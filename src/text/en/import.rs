//! What a column of the reader's file holds.

use crate::import::Profile;
use crate::numeric::notation::rounded;

/// What a column's histogram shows.
pub fn spread(profile: &Profile) -> String {
    match profile.fullest() {
        None => "All are equal".to_owned(),
        Some((from, to)) => format!(
            "Histogram: most of them, {} of {}, lie from {} to {}",
            profile.histogram.iter().max().unwrap_or(&0),
            profile.numbers(),
            rounded(from, 3),
            rounded(to, 3)
        ),
    }
}
