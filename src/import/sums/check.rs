//! Whether some numbers can be the sums of any rows.

use super::error::SumsError;
use crate::data::summary::Summary;
use crate::data::summary_column::SummaryColumn;
use crate::import::pairs::PairsError;
use crate::numeric::range::Range;

/// How far sums may be off by rounding, as a share of what they must not exceed.
const ROUNDING: f64 = 1e-9;
/// How far they may be off where the tool printed few digits.
const FEW_DIGITS: f64 = 1e-3;
/// Ends that are not known stand so many standard deviations from the mean.
const DEVIATIONS: f64 = 3.0;

/// The summary that some numbers make, in the order of [`SummaryColumn::ALL`], and whether its ranges are among them.
pub(super) fn sums(
    numbers: [Option<f64>; SummaryColumn::ALL.len()],
) -> Result<(Summary, bool), SumsError> {
    let [count, .., min_x, max_x, min_y, max_y] = numbers;
    let rest = &numbers[1..SummaryColumn::REQUIRED];
    match count {
        Some(0.0) => return Err(SumsError::NoPairs),
        None if rest.iter().all(Option::is_none) => return Err(SumsError::NoPairs),
        _ => {}
    }
    let number = |column: SummaryColumn| {
        numbers[column as usize].ok_or_else(|| SumsError::Null { field: column.name() })
    };
    let n = whole(number(SummaryColumn::Count)?)?;
    let (mean_x, mean_y) = (number(SummaryColumn::MeanX)?, number(SummaryColumn::MeanY)?);
    let sxx = square_sum(SummaryColumn::Sxx, number(SummaryColumn::Sxx)?, n, mean_x)?;
    let syy = square_sum(SummaryColumn::Syy, number(SummaryColumn::Syy)?, n, mean_y)?;
    let sxy = cross_sum(number(SummaryColumn::Sxy)?, sxx, syy)?;

    let known_x = ends("x", SummaryColumn::Sxx, (n, mean_x, sxx), min_x, max_x)?;
    let known_y = ends("y", SummaryColumn::Syy, (n, mean_y, syy), min_y, max_y)?;
    let range_x = known_x.unwrap_or_else(|| stand_in(n, mean_x, sxx));
    let range_y = known_y.unwrap_or_else(|| stand_in(n, mean_y, syy));
    let summary = Summary::from_sums(n, (mean_x, mean_y), (sxx, sxy, syy), range_x, range_y)?;
    Ok((summary, known_x.is_some() && known_y.is_some()))
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
fn square_sum(column: SummaryColumn, sum: f64, n: u64, mean: f64) -> Result<f64, SumsError> {
    if sum < -ROUNDING * n as f64 * mean * mean {
        return Err(SumsError::Negative { field: column.name(), value: sum });
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
    column: SummaryColumn,
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
    Err(SumsError::Spread { field: column.name(), size, rows: n })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of_ends(n: u64, mean: f64, sum: f64, min: f64, max: f64) -> Result<(), SumsError> {
        ends("x", SummaryColumn::Sxx, (n, mean, sum), Some(min), Some(max)).map(|range| {
            assert_eq!(range, Some(Range::new(min, max)));
        })
    }

    fn spread(size: &'static str, rows: u64) -> Result<(), SumsError> {
        Err(SumsError::Spread { field: "sxx", size, rows })
    }

    #[test]
    fn a_count_is_a_whole_number_that_a_float_tells_from_its_neighbours() {
        assert_eq!(whole(9_007_199_254_740_992.0), Ok(9_007_199_254_740_992));
        assert_eq!(whole(2.0), Ok(2));
        assert_eq!(whole(1.0), Err(SumsError::OnePair));
        for n in [9_007_199_254_740_994.0, 2.5, -2.0] {
            assert!(matches!(whole(n), Err(SumsError::NotACount { .. })), "{n}");
        }
    }

    #[test]
    fn a_sum_of_squares_may_fall_below_zero_by_rounding_alone() {
        // A billionth of n·x̄² = 4·10².
        assert_eq!(square_sum(SummaryColumn::Sxx, -3.9e-7, 4, 10.0), Ok(0.0));
        let negative = Err(SumsError::Negative { field: "sxx", value: -4.1e-7 });
        assert_eq!(square_sum(SummaryColumn::Sxx, -4.1e-7, 4, 10.0), negative);
        // A billion: the limit is −1 to the last bit.
        assert_eq!(square_sum(SummaryColumn::Syy, -1.0, 1_000_000_000, 1.0), Ok(0.0));
    }

    #[test]
    fn a_cross_sum_exceeds_its_limit_by_a_billionth_at_most() {
        // √4·√9 = 6.
        for sign in [1.0, -1.0] {
            assert_eq!(cross_sum(sign * 5.0, 4.0, 9.0), Ok(sign * 5.0));
            assert_eq!(cross_sum(sign * (6.0 + 5e-9), 4.0, 9.0), Ok(sign * 6.0));
            assert_eq!(cross_sum(sign * (6.0 + 7e-9), 4.0, 9.0), Err(SumsError::Rounded));
            assert_eq!(cross_sum(sign * 6.0059, 4.0, 9.0), Err(SumsError::Rounded));
            assert_eq!(cross_sum(sign * 6.0061, 4.0, 9.0), Err(SumsError::Impossible));
        }
        // Just at both limits.
        assert_eq!(cross_sum(1e9 + 1.0, 1e18, 1.0), Ok(1e9));
        assert_eq!(cross_sum(1001.0, 1e6, 1.0), Err(SumsError::Rounded));
    }

    #[test]
    fn a_mean_lies_beyond_the_ends_by_a_billionth_of_the_greater_at_most() {
        for mean in [1.0 - 3e-9, 1.0, 4.0, 4.0 + 3e-9] {
            assert_eq!(of_ends(4, mean, 5.0, 1.0, 4.0), Ok(()), "{mean}");
        }
        for mean in [1.0 - 5e-9, 4.0 + 5e-9] {
            let outside = Err(SumsError::MeanOutside { axis: "x", mean, min: 1.0, max: 4.0 });
            assert_eq!(of_ends(4, mean, 5.0, 1.0, 4.0), outside);
        }
    }

    #[test]
    fn a_sum_of_squares_is_that_of_rows_between_the_ends() {
        // Two of four rows at the ends, 3 apart: 3²/2. Half of them at each: 4·3²/4. Each to a thousandth.
        for sum in [4.496, 9.008] {
            assert_eq!(of_ends(4, 2.5, sum, 1.0, 4.0), Ok(()), "{sum}");
        }
        assert_eq!(of_ends(4, 2.5, 4.495, 1.0, 4.0), spread("small", 4));
        assert_eq!(of_ends(4, 2.5, 9.01, 1.0, 4.0), spread("large", 4));
        assert_eq!(of_ends(8, 2.5, 18.0, 1.0, 4.0), Ok(()));
        // All rows are zero: no limit gives way.
        assert_eq!(of_ends(4, 0.0, 0.0, 0.0, 0.0), Ok(()));
    }

    #[test]
    fn a_sum_of_squares_of_nearly_equal_rows_may_be_off_by_the_rounding_of_the_values() {
        // Each value, a million, may be off by a billionth of itself, 10⁻³: four squares of that.
        assert_eq!(of_ends(4, 1e6, 3.9e-6, 1e6, 1e6), Ok(()));
        assert_eq!(of_ends(4, 1e6, 4.1e-6, 1e6, 1e6), spread("large", 4));
        assert_eq!(of_ends(4, 1e6, 0.0, 1e6, 1e6), Ok(()));
        // 0.01²/2 = 5·10⁻⁵, less a thousandth of it and one square of 10⁻³.
        assert_eq!(of_ends(4, 1e6, 4.91e-5, 1e6, 1e6 + 0.01), Ok(()));
        assert_eq!(of_ends(4, 1e6, 4.88e-5, 1e6, 1e6 + 0.01), spread("small", 4));
    }

    #[test]
    fn ends_are_known_when_both_are_told() {
        for (min, max) in [(None, None), (Some(7.0), None), (None, Some(7.0))] {
            assert_eq!(ends("x", SummaryColumn::Sxx, (4, 2.5, 5.0), min, max), Ok(None));
        }
    }

    #[test]
    fn a_sample_goes_beyond_all_rows_by_the_last_printed_digits_at_most() {
        // A thousandth of the span and a millionth of the greatest: 0.003 + 0.000004.
        let all = Range::new(1.0, 4.0);
        for (min, max) in [(0.996_997, 2.0), (2.0, 4.003_003), (1.0, 4.0)] {
            assert_eq!(sample(Range::new(min, max), all, "x"), Ok(()));
        }
        let beyond = |value| Err(PairsError::Beyond { axis: "x", value, min: 1.0, max: 4.0 });
        assert_eq!(sample(Range::new(0.996_995, 2.0), all, "x"), beyond(0.996_995));
        assert_eq!(sample(Range::new(2.0, 4.003_005), all, "x"), beyond(4.003_005));
        let zero = Range::new(0.0, 0.0);
        assert_eq!(sample(zero, zero, "y"), Ok(()));
        assert_eq!(sample(Range::EMPTY, all, "x"), Ok(()));
    }

    #[test]
    fn infinite_values_are_known_by_any_of_their_spellings() {
        for cell in ["NaN", "inf", "-inf", "+Infinity", "-INFINITY"] {
            assert!(is_infinite(cell), "{cell}");
        }
        for cell in ["", "1e308", "info", "NULL"] {
            assert!(!is_infinite(cell), "{cell}");
        }
    }
}
