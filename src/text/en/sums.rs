//! What is known of rows that a database summed.

use crate::numeric::notation::count;

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
