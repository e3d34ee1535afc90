//! The profile of a column, from the first rows.

use super::date;
use super::dialect::Decimal;
use super::number::{Cell, trimmed};

/// The bars of a column's histogram.
pub const BARS: usize = 12;

/// The kind of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Mostly numbers.
    Number,
    /// Mostly ISO dates, which count as numbers.
    Date,
    /// Mostly something else.
    Text,
    /// Nothing at all.
    Empty,
}

/// The profile of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The kind of the column.
    pub kind: Kind,
    /// The share of the rows that have a number, from 0 to 1.
    pub share: f64,
    /// The least number; 0 where there is none. Dates are in years, here and below.
    pub least: f64,
    /// The mean of the numbers.
    pub mean: f64,
    /// The greatest number.
    pub greatest: f64,
    /// The count of numbers in each bar of the histogram.
    pub histogram: [u32; BARS],
    /// The number of different values, counted up to 3.
    pub(super) variety: usize,
    /// Whether each number is whole and one more than the one before.
    pub(super) counts: bool,
    /// The share of the rows that are not empty.
    pub(super) filled: f64,
    /// The first date of a column of dates.
    pub(super) first_date: Option<f64>,
    /// Whether the column has dates that are not in ISO order, so that day and month cannot be told apart.
    pub(super) other_dates: bool,
}

impl Profile {
    /// The profile of some cells, `None` where a row is too short.
    pub(super) fn of<'t>(
        cells: impl Iterator<Item = Option<&'t [u8]>> + Clone,
        decimal: Decimal,
    ) -> Self {
        let rows = cells.clone().count();
        let read = |cell: Option<&[u8]>| Cell::read(cell, decimal);
        let filled =
            cells.clone().filter(|cell| !matches!(read(*cell), Cell::Empty | Cell::Missing));
        let filled = filled.count();
        let numbers: Vec<f64> = cells.clone().filter_map(|cell| read(cell).number()).collect();
        let other_dates =
            cells.clone().flatten().filter(|cell| date::is_other(trimmed(cell))).count();
        let days = |cell: Option<&'t [u8]>| cell.map(trimmed).and_then(date::days);
        let dates: Vec<f64> = cells.filter_map(days).collect();
        let first_date = dates.first().copied();
        let (kind, values) = if 2 * dates.len() > filled {
            (Kind::Date, dates.iter().map(|&days| date::years(days)).collect())
        } else if numbers.is_empty() || 2 * numbers.len() < filled {
            (if filled == 0 { Kind::Empty } else { Kind::Text }, numbers)
        } else {
            (Kind::Number, numbers)
        };
        let share = |part: usize| part as f64 / rows.max(1) as f64;
        let mut profile = Self {
            kind,
            share: share(values.len()),
            least: 0.0,
            mean: 0.0,
            greatest: 0.0,
            histogram: [0; BARS],
            variety: 0,
            counts: values.len() > 2,
            filled: share(filled),
            first_date: first_date.filter(|_| kind == Kind::Date),
            other_dates: kind == Kind::Text && 2 * other_dates > filled,
        };
        profile.describe(&values);
        profile
    }

    fn describe(&mut self, values: &[f64]) {
        if values.is_empty() {
            return;
        }
        let (least, greatest) = values
            .iter()
            .fold((f64::MAX, f64::MIN), |(low, high), &value| (low.min(value), high.max(value)));
        (self.least, self.greatest) = (least, greatest);
        // Halves, so that the sum of large numbers stays finite.
        self.mean = values.iter().map(|value| value / values.len() as f64).sum();
        let span = 0.5 * greatest - 0.5 * least;
        for value in values {
            let place = if span > 0.0 { (0.5 * value - 0.5 * least) / span } else { 0.5 };
            self.histogram[((place * BARS as f64) as usize).min(BARS - 1)] += 1;
        }
        let mut different: Vec<f64> = Vec::new();
        for value in values {
            if different.len() < 3 && !different.contains(value) {
                different.push(*value);
            }
        }
        self.variety = different.len();
        self.counts &=
            values[0].fract() == 0.0 && values.windows(2).all(|pair| pair[1] == pair[0] + 1.0);
    }

    /// The ends of the fullest bar of the histogram, or `None` where all numbers are equal.
    pub fn fullest(&self) -> Option<(f64, f64)> {
        let (bar, _) = self.histogram.iter().enumerate().rev().max_by_key(|&(_, count)| count)?;
        let end = |bar: usize| {
            let place = bar as f64 / BARS as f64;
            self.least * (1.0 - place) + self.greatest * place
        };
        (self.greatest > self.least).then(|| (end(bar), end(bar + 1)))
    }

    /// The number of numbers.
    pub fn numbers(&self) -> u32 {
        self.histogram.iter().sum()
    }

    /// Whether the column can be learned from.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(cells: &[&'static str]) -> Profile {
        Profile::of(cells.iter().map(|cell| Some(cell.as_bytes())), Decimal::Point)
    }

    #[test]
    fn numbers_have_their_ends_their_mean_and_a_bar_each() {
        let column = profile(&["0", "12", "6", "3", ""]);
        assert_eq!((column.kind, column.share, column.filled), (Kind::Number, 0.8, 0.8));
        assert_eq!((column.least, column.mean, column.greatest), (0.0, 5.25, 12.0));
        // The range has twelve parts of 1; the greatest lies in the last one.
        assert_eq!(column.histogram, [1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1]);
        let below = profile(&["-6", "6", "-6"]);
        assert_eq!((below.least, below.mean, below.greatest), (-6.0, -2.0, 6.0));
        assert_eq!((below.histogram[0], below.histogram[BARS - 1]), (2, 1));
    }

    #[test]
    fn equal_numbers_stand_in_the_middle() {
        assert_eq!(profile(&["7", "7"]).histogram, [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn half_the_filled_cells_make_a_column_of_numbers_and_fewer_one_of_text() {
        assert_eq!(profile(&["1", "2", "x", "y", "", ""]).kind, Kind::Number);
        assert_eq!(profile(&["1", "x", "y"]).kind, Kind::Text);
        assert_eq!(profile(&["", ""]).kind, Kind::Empty);
        assert_eq!(profile(&["", ""]).share, 0.0);
    }

    #[test]
    fn more_than_half_of_dates_make_a_column_of_dates() {
        let dates = profile(&["2001-01-01", "2003-01-01", "x"]);
        assert_eq!((dates.kind, dates.first_date.is_some()), (Kind::Date, true));
        assert!((dates.least - 2001.0).abs() < 1e-9 && (dates.greatest - 2003.0).abs() < 1e-9);
        let half = profile(&["2001-01-01", "x"]);
        assert_eq!((half.kind, half.first_date), (Kind::Text, None));
    }

    #[test]
    fn a_column_counts_where_each_whole_number_is_one_more() {
        assert!(profile(&["1", "2", "3"]).counts);
        assert!(!profile(&["1", "2"]).counts, "two are too few to tell");
        assert!(!profile(&["1", "2", "4"]).counts);
        assert!(!profile(&["1.5", "2.5", "3.5"]).counts);
    }

    #[test]
    fn more_than_half_of_dates_in_another_order_are_told() {
        let told = |dates: usize, words: usize| {
            profile(&[vec!["31/05/2024"; dates], vec!["x"; words], vec![""; 9]].concat())
                .other_dates
        };
        assert!(told(10, 5) && told(2, 1) && told(3, 0));
        assert!(!told(1, 1) && !told(1, 2) && !told(0, 3));
        assert!(!profile(&["1", "2", "5.31.24"]).other_dates, "a column of numbers");
    }

    #[test]
    fn the_fullest_part_is_the_first_of_those_with_most_numbers() {
        let ends = |cells: &[&'static str]| profile(cells).fullest().expect("a range");
        let is = |(from, to): (f64, f64), (least, greatest): (f64, f64)| {
            (from - least).abs() < 1e-12 && (to - greatest).abs() < 1e-12
        };
        // Twelve parts of 1 from 10 to 22.
        assert!(is(ends(&["10", "13", "13.5", "22"]), (13.0, 14.0)));
        assert!(is(ends(&["10", "13", "15", "22"]), (10.0, 11.0)));
        assert!(is(ends(&["10", "21.5", "22"]), (21.0, 22.0)));
        assert_eq!(profile(&["7", "7"]).fullest(), None);
        assert_eq!(profile(&["x"]).fullest(), None);
    }

    #[test]
    fn numbers_and_dates_can_be_learned_from() {
        assert!(profile(&["1"]).is_numeric() && profile(&["2001-01-01"]).is_numeric());
        assert!(!profile(&["x"]).is_numeric() && !profile(&[""]).is_numeric());
    }

    #[test]
    fn different_numbers_are_counted_up_to_three() {
        let variety = |cells: &[&'static str]| profile(cells).variety;
        assert_eq!((variety(&["1", "1"]), variety(&["1", "2", "1"])), (1, 2));
        assert_eq!(variety(&["1", "2", "3", "4", "5"]), 3);
    }
}
