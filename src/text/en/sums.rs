//! What is known of rows that a database summed.

use super::plural;
use crate::numeric::notation::count;

/// What is known of `rows` of which so many points are drawn: how many rows of the sample were left out, and
/// whether the least and the greatest x and y were among the sums.
pub fn summed(rows: u64, drawn: usize, left_out: u64, ranges_known: bool) -> Vec<String> {
    let mut sentences = vec![format!(
        "{}, summed by the database: on squared error the descent is exact, as if all of them were here.",
        plural::rows(rows)
    )];
    sentences.push(match drawn {
        0 => "There are no points to draw, since no sample was pasted: the ellipses reach one and two standard \
              deviations from the mean."
            .to_owned(),
        1 => "The point is one of them, chosen at random; other costs and mini-batches work on it alone."
            .to_owned(),
        drawn => format!(
            "The {} points are a random sample of them; other costs and mini-batches work on those alone.",
            count(drawn as u64)
        ),
    });
    match left_out {
        0 => {}
        1 => sentences.push(
            "1 row of the sample has no number in one of the columns, and was left out.".to_owned(),
        ),
        left_out => sentences.push(format!(
            "{} rows of the sample have no number in one of the columns, and were left out.",
            count(left_out)
        )),
    }
    if !ranges_known {
        sentences.push(
            "The least and greatest values are not among the sums: the axes reach three standard deviations."
                .to_owned(),
        );
    }
    sentences
}
