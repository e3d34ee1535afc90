//! The digits that sums were printed with, and what is lost with the others.

use super::error::SumsError;
use crate::data::summary::Summary;
use crate::data::summary_column::SummaryColumn;
use crate::import::dialect::Decimal;

/// The digits of a number that is printed as exactly as an f64 is known.
const ALL_DIGITS: usize = 15;
/// A sum of squares that is fewer units of the last printed place is rounded to nothing.
const LEAST_UNITS: f64 = 20.0;

/// The cost of sums that were printed with fewer digits than an f64 has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rounding {
    /// The form in which the means were printed.
    pub form: Form,
    /// The error that the slope of the best line may have, in units of y per unit of x.
    pub slope: f64,
    /// The error that its intercept may have, in units of y.
    pub intercept: f64,
}

/// The form of a printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// So many decimals.
    Decimals(usize),
    /// So many digits, and a power of ten.
    Digits(usize),
}

/// A number as it was printed.
#[derive(Clone, Copy, Debug)]
struct Printed {
    /// The digits from the first that is not 0.
    digits: usize,
    /// The digits behind the decimal sign.
    decimals: usize,
    /// The power of ten behind it.
    exponent: Option<i32>,
}

impl Printed {
    fn of(cell: &str, decimal: Decimal) -> Self {
        let (mantissa, exponent) = match cell.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()),
            None => (cell, None),
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let fraction = mantissa.split_once(char::from(decimal.byte())).map_or("", |(_, last)| last);
        let significant =
            mantissa.trim_start_matches(|letter: char| !('1'..='9').contains(&letter));
        Self { digits: digits(significant), decimals: digits(fraction), exponent }
    }

    /// One unit of the last place, where numbers that have no power of ten have `decimals` decimals: tools leave out
    /// zeros at the end.
    fn unit(self, decimals: usize) -> f64 {
        let places = |places: usize| i32::try_from(places).unwrap_or(i32::MAX);
        match self.exponent {
            Some(exponent) => 10_f64.powi(exponent.saturating_sub(places(self.decimals))),
            None => 10_f64.powi(places(decimals).saturating_neg()),
        }
    }
}

/// The cost of the rounding of printed sums. Returns `None` where one of them has all digits, so that a shorter one is
/// short by itself, and where all are whole numbers.
///
/// # Errors
/// When a sum of squares has so few digits that it says nothing.
pub(super) fn rounding(
    cells: [&str; SummaryColumn::REQUIRED],
    decimal: Decimal,
    summary: &Summary,
) -> Result<Option<Rounding>, SumsError> {
    let [_, mean_x, mean_y, sxx, sxy, syy] = cells.map(|cell| Printed::of(cell.trim(), decimal));
    let all = [mean_x, mean_y, sxx, sxy, syy];
    if all.iter().any(|number| number.digits >= ALL_DIGITS) {
        return Ok(None);
    }
    let decimals = all.iter().map(|number| number.decimals).max().unwrap_or(0);
    if decimals == 0 && all.iter().all(|number| number.exponent.is_none()) {
        // Whole numbers have whole sums.
        return Ok(None);
    }
    let half = |number: Printed| 0.5 * number.unit(decimals);
    for (column, number, sum) in
        [(SummaryColumn::Sxx, sxx, summary.sxx()), (SummaryColumn::Syy, syy, summary.syy())]
    {
        if sum > 0.0 && sum < LEAST_UNITS * number.unit(decimals) {
            let cell = cells[column as usize].to_owned();
            return Err(SumsError::TooFewDigits { field: column.name(), cell });
        }
    }
    let slope = summary.least_squares().map_or(0.0, |line| line.slope.abs());
    let slope_error =
        if summary.has_spread() { (half(sxy) + slope * half(sxx)) / summary.sxx() } else { 0.0 };
    let intercept = half(mean_y) + slope * half(mean_x) + summary.mean_x().abs() * slope_error;
    let form = match mean_x.exponent.or(mean_y.exponent) {
        Some(_) => Form::Digits(mean_x.digits.max(mean_y.digits)),
        None => Form::Decimals(decimals),
    };
    Ok(Some(Rounding { form, slope: slope_error, intercept }))
}
