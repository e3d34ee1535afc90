//! What a column of the reader's file holds, and what is known of rows that are elsewhere.

use crate::import::Profile;
use crate::numeric::notation::{count, rounded};

/// What data are that came with a link: `all` rows, or the sums of so many rows with points to draw.
pub fn sent(rows: u64, points: usize, all: bool) -> Vec<String> {
    if all {
        return vec![format!("These {} rows came with the link.", count(rows))];
    }
    let points = match points {
        0 => {
            "There are no points to draw; other costs and mini-batches would need them.".to_owned()
        }
        points => format!(
            "The {} points are a random sample, placed to about a pixel; other costs and mini-batches work on \
             those alone.",
            count(points as u64)
        ),
    };
    vec![
        format!("The exact sums of {} rows came with the link.", count(rows)),
        "On squared error the descent is the sender's, to the last bit.".to_owned(),
        points,
    ]
}

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

/// What is known of rows that a database summed: how many they are, how many of them are drawn, how many
/// rows of the sample were left out, and whether the least and the greatest x and y were told.
pub fn summed(rows: u64, drawn: usize, left_out: u64, ranges_known: bool) -> Vec<String> {
    let mut sentences = vec![format!(
        "{} rows, summed by the database: on squared error the descent is exact, as if all of them were here.",
        count(rows)
    )];
    sentences.push(match drawn {
        0 => "There are no points to draw, since no sample was pasted: the ellipses reach one and two standard \
             deviations from the mean."
            .to_owned(),
        drawn => format!(
            "The {} points are a random sample of them; other costs and mini-batches work on those alone.",
            count(drawn as u64)
        ),
    });
    if left_out > 0 {
        sentences.push(format!(
            "{} rows of the sample have no number in both columns, and were left out.",
            count(left_out)
        ));
    }
    if !ranges_known {
        sentences.push(
            "The least and greatest values were not told: the axes reach three standard deviations."
                .to_owned(),
        );
    }
    sentences
}
