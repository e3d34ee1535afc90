//! Whether some numbers can be the sums of any rows.

use super::field::Field;
use super::{Sums, SumsError};
use crate::data::summary::Summary;
use crate::import::pairs::PairsError;
use crate::numeric::range::Range;

/// How far sums may be off by rounding, as a share of what they must not exceed.
const ROUNDING: f64 = 1e-9;
/// How far they may be off where the tool printed few digits.
const FEW_DIGITS: f64 = 1e-3;
/// Ends that are not known stand so many standard deviations from the mean.
const DEVIATIONS: f64 = 3.0;

/// The sums that some numbers are, in the order of [`Field::ALL`].
pub(super) fn sums(numbers: [Option<f64>; Field::ALL.len()]) -> Result<Sums, SumsError> {
    let [count, .., min_x, max_x, min_y, max_y] = numbers;
    let rest = &numbers[1..Field::NEEDED];
    match count {
        Some(0.0) => return Err(SumsError::NoPairs),
        None if rest.iter().all(Option::is_none) => return Err(SumsError::NoPairs),
        _ => {}
    }
    let number = |field: Field| {
        numbers[field as usize].ok_or_else(|| SumsError::Null { field: field.name() })
    };
    let n = whole(number(Field::Count)?)?;
    let (mean_x, mean_y) = (number(Field::MeanX)?, number(Field::MeanY)?);
    let sxx = square_sum(Field::Sxx, number(Field::Sxx)?, n, mean_x)?;
    let syy = square_sum(Field::Syy, number(Field::Syy)?, n, mean_y)?;
    let sxy = cross_sum(number(Field::Sxy)?, sxx, syy)?;

    let known_x = ends("x", Field::Sxx, (n, mean_x, sxx), min_x, max_x)?;
    let known_y = ends("y", Field::Syy, (n, mean_y, syy), min_y, max_y)?;
    let range_x = known_x.unwrap_or_else(|| stand_in(n, mean_x, sxx));
    let range_y = known_y.unwrap_or_else(|| stand_in(n, mean_y, syy));
    let summary = Summary::from_sums(n, (mean_x, mean_y), (sxx, sxy, syy), range_x, range_y)?;
    Ok(Sums { summary, ranges_known: known_x.is_some() && known_y.is_some() })
}

fn whole(n: f64) -> Result<u64, SumsError> {
    /// Beyond it not every whole number is one of 64 bits; nobody has as many rows.
    const MOST: f64 = 9_007_199_254_740_992.0;
    if n.fract() != 0.0 || !(0.0..=MOST).contains(&n) {
        return Err(SumsError::NotACount { n: crate::numeric::notation::number(n) });
    }
    if n == 1.0 { Err(SumsError::OnePair) } else { Ok(n as u64) }
}

/// A sum of squares; one of equal numbers may be a little below zero where it was taken in one pass.
fn square_sum(field: Field, sum: f64, n: u64, mean: f64) -> Result<f64, SumsError> {
    if sum < -ROUNDING * n as f64 * mean * mean {
        return Err(SumsError::Negative { field: field.name(), value: sum });
    }
    Ok(sum.max(0.0))
}

/// Sxy, no greater than it can be.
fn cross_sum(sxy: f64, sxx: f64, syy: f64) -> Result<f64, SumsError> {
    let most = sxx.sqrt() * syy.sqrt();
    let excess = sxy.abs() - most;
    if excess <= ROUNDING * most {
        Ok(sxy.clamp(-most, most))
    } else if excess <= FEW_DIGITS * most {
        Err(SumsError::Rounded)
    } else {
        Err(SumsError::Impossible)
    }
}

/// The least and the greatest value, where both are known, checked against what else is known of them.
fn ends(
    axis: &'static str,
    field: Field,
    (n, mean, sum): (u64, f64, f64),
    min: Option<f64>,
    max: Option<f64>,
) -> Result<Option<Range>, SumsError> {
    let (Some(min), Some(max)) = (min, max) else { return Ok(None) };
    let slack = ROUNDING * min.abs().max(max.abs());
    if !(min - slack..=max + slack).contains(&mean) {
        return Err(SumsError::MeanOutside { axis, mean, min, max });
    }
    // Two rows at the ends and all others at the mean; half of the rows at each end.
    let square = (max - min) * (max - min);
    let (least, most) = (square / 2.0, square * n as f64 / 4.0);
    let size = if sum < least * (1.0 - FEW_DIGITS) - slack * slack {
        "small"
    } else if sum > most * (1.0 + FEW_DIGITS) + n as f64 * slack * slack {
        "large"
    } else {
        return Ok(Some(Range::new(min, max)));
    };
    Err(SumsError::Spread { field: field.name(), size, rows: n })
}

/// Ends for axes where none are known. No value is further from the mean than √(n − 1) standard deviations.
fn stand_in(n: u64, mean: f64, sum: f64) -> Range {
    let n = n as f64;
    let half = DEVIATIONS.min((n - 1.0).sqrt()) * (sum / n).sqrt();
    Range::new(mean - half, mean + half)
}

/// Refuses a sample that goes beyond the ends of all rows.
pub(super) fn sample(sample: Range, all: Range, axis: &'static str) -> Result<(), PairsError> {
    // Tools print points with few digits.
    let slack = FEW_DIGITS * all.span() + 1e-6 * all.min.abs().max(all.max.abs());
    let beyond = [
        Some(sample.min).filter(|&min| min < all.min - slack),
        Some(sample.max).filter(|&max| max > all.max + slack),
    ];
    match beyond.into_iter().flatten().find(|value| value.is_finite()) {
        Some(value) => Err(PairsError::Beyond { axis, value, min: all.min, max: all.max }),
        None => Ok(()),
    }
}

/// Whether a cell says that a number is not finite.
pub(super) fn is_infinite(cell: &str) -> bool {
    let word = cell.trim_start_matches(['+', '-']).to_ascii_lowercase();
    ["nan", "inf", "infinity"].contains(&word.as_str())
}
