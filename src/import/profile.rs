//! The profile of a column, from the first rows.

use super::amount::Amount;
use super::calendar;
use super::date::{self, Order};
use super::date_format::{DateFormat, Found};
use super::dialect::{Dates, Decimal};
use super::number::{Cell, trimmed};
use super::number_format::NumberFormat;
use super::obstacle::ObstacleKind;

/// The bars of a column's histogram.
pub const BARS: usize = 12;

/// The kind of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Mostly numbers.
    Number,
    /// Mostly dates or times, which count as numbers.
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
    /// How its numbers are written.
    pub(super) format: NumberFormat,
    /// How its dates are written.
    pub(super) dates: Option<DateFormat>,
    /// What keeps the column from being one of numbers, and the place of the first such cell.
    pub(super) obstacle: Option<(ObstacleKind, usize)>,
    /// Whether its numbers begin with zeros, as codes do.
    pub(super) codes: bool,
    /// The length of the longest cell, in bytes.
    pub(super) longest: usize,
}

/// How a column is to be read, as far as that is chosen or told by the whole table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The decimal sign.
    pub decimal: Decimal,
    /// Whether the column has both decimal signs.
    pub strict: bool,
    /// The choice about dates.
    pub dates: Option<Dates>,
}

impl Profile {
    /// The profile of some cells, `None` where a row is too short.
    pub(super) fn of<'t>(
        cells: impl Iterator<Item = Option<&'t [u8]>> + Clone,
        style: Style,
    ) -> Self {
        let rows = cells.clone().count();
        let (unit, mut obstacle) = unit(cells.clone(), style.decimal);
        let format = NumberFormat { decimal: style.decimal, unit, strict: style.strict };
        let filled = cells.clone().enumerate().filter_map(|(place, cell)| {
            // An x is a mark among numbers, and a word among words.
            let is_filled = !matches!(format.read(cell), Cell::Empty | Cell::Missing)
                || cell.is_some_and(|cell| trimmed(cell).eq_ignore_ascii_case(b"x"));
            cell.filter(|_| is_filled).map(|cell| (place, trimmed(cell)))
        });
        let numbers: Vec<f64> =
            cells.clone().filter_map(|cell| format.read(cell).number()).collect();
        let found = match style.dates {
            Some(Dates::Serial) => Found::Dates(DateFormat::Serial),
            choice => DateFormat::find(filled.clone(), choice),
        };
        let count = filled.clone().count();
        let mut dates = match found {
            Found::Dates(format) => Some(format),
            _ => None,
        };
        let mut first_date = None;
        let (kind, values) = if let Some(format) = dates {
            let days: Vec<f64> = filled.clone().filter_map(|(_, cell)| format.read(cell)).collect();
            first_date = days.first().copied().filter(|_| format != DateFormat::Clock);
            let years = |days: Vec<f64>| days.into_iter().map(calendar::years).collect();
            (Kind::Date, if first_date.is_some() { years(days) } else { days })
        } else if numbers.is_empty() || 2 * numbers.len() < count {
            (if count == 0 { Kind::Empty } else { Kind::Text }, numbers)
        } else {
            (Kind::Number, numbers)
        };
        if values.is_empty() {
            (dates, first_date) = (None, None);
        }
        let is_numeric = matches!(kind, Kind::Number | Kind::Date) && !values.is_empty();
        if is_numeric {
            obstacle = None;
        } else {
            let first = |wanted: &dyn Fn(&[u8]) -> bool| {
                let mut filled = filled.clone();
                filled.find(|(_, cell)| wanted(cell)).map_or(0, |(place, _)| place)
            };
            let is_date =
                |cell: &[u8]| matches!(date::Written::read(cell), Some(date::Written::Either(_)));
            let is_word = |cell: &[u8]| format.read(Some(cell)).number().is_none();
            obstacle = match found {
                Found::NoOrder => Some((ObstacleKind::DayOrMonth, first(&is_date))),
                Found::TwoOrders(place) => Some((ObstacleKind::TwoOrders, place)),
                _ if kind == Kind::Text => {
                    obstacle.or_else(|| Some((ObstacleKind::Words, first(&is_word))))
                }
                _ => None,
            };
        }
        let codes = kind == Kind::Number && filled.clone().any(|(_, cell)| is_code(cell));
        let longest = filled.map(|(_, cell)| cell.len()).max().unwrap_or(0);
        let share = |part: usize| part as f64 / rows.max(1) as f64;
        let mut profile = Self {
            kind: if kind == Kind::Date && !is_numeric { Kind::Text } else { kind },
            share: share(values.len()),
            least: 0.0,
            mean: 0.0,
            greatest: 0.0,
            histogram: [0; BARS],
            variety: 0,
            counts: values.len() > 2,
            filled: share(count),
            first_date,
            format,
            dates,
            obstacle,
            codes,
            longest,
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

    /// Whether the column holds words: there are some, and no dates among them.
    pub(super) fn is_wordy(&self) -> bool {
        matches!(self.obstacle, Some((ObstacleKind::Words, _)))
    }

    /// Whether the numbers are written as programs write them: with this decimal sign and without a unit.
    pub fn is_plain(&self, decimal: Decimal) -> bool {
        self.format.plain() == Some(decimal)
    }

    /// The order of the dates, where they are written with day and month as numbers.
    pub(super) fn order(&self) -> Option<Dates> {
        match self.dates? {
            DateFormat::Ordered(Order::DayFirst) => Some(Dates::DayFirst),
            DateFormat::Ordered(Order::MonthFirst) => Some(Dates::MonthFirst),
            DateFormat::Serial => Some(Dates::Serial),
            _ => None,
        }
    }

    /// Whether the column can be learned from.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Date)
    }
}

/// The unit of most numbers; empty where most have none. Where a tenth of them or more have another unit, the column
/// is none of numbers, and the first cell with another unit is in the way.
fn unit<'t>(
    cells: impl Iterator<Item = Option<&'t [u8]>>,
    decimal: Decimal,
) -> (String, Option<(ObstacleKind, usize)>) {
    /// A unit, the number of its cells, and the place of the first.
    type Counted = (String, usize, usize);
    let mut units: Vec<Counted> = Vec::new();
    let mut bare = 0;
    for (place, cell) in cells.enumerate() {
        let Some(text) = cell.map(trimmed).and_then(|cell| std::str::from_utf8(cell).ok()) else {
            continue;
        };
        let Some(amount) = Amount::read(text, decimal) else { continue };
        match units.iter_mut().find(|(unit, ..)| *unit == amount.unit) {
            _ if amount.unit.is_empty() => bare += 1,
            Some((_, count, _)) => *count += 1,
            None => units.push((amount.unit, 1, place)),
        }
    }
    let all: usize = units.iter().map(|&(_, count, _)| count).sum();
    if bare >= all {
        return (String::new(), None);
    }
    let most = units.iter().rev().max_by_key(|&&(_, count, _)| count).cloned();
    let (unit, count, _) = most.unwrap_or_default();
    if 10 * (all - count) < all {
        return (unit, None);
    }
    let (one, other) = (&units[0], &units[1]);
    let kind = ObstacleKind::Units { one: one.0.clone(), other: other.0.clone() };
    (String::new(), Some((kind, other.2)))
}

/// Whether a cell is a whole number that begins with 0.
fn is_code(cell: &[u8]) -> bool {
    cell.len() > 1 && cell[0] == b'0' && cell.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(cells: &[&'static str]) -> Profile {
        Profile::of(cells.iter().map(|cell| Some(cell.as_bytes())), Style::default())
    }

    #[test]
    fn one_unit_is_taken_off_and_two_are_in_the_way() {
        let one = profile(&["12 kg", "13.5 kg", "-"]);
        assert_eq!((one.kind, one.format.unit.as_str(), one.greatest), (Kind::Number, "kg", 13.5));
        let two = profile(&["12 kg", "13 lb", "14 kg"]);
        let kind = ObstacleKind::Units { one: "kg".to_owned(), other: "lb".to_owned() };
        assert_eq!((two.kind, two.obstacle), (Kind::Text, Some((kind, 1))));
        assert_eq!(profile(&["12", "13 kg"]).format.unit, "");
    }

    #[test]
    fn what_is_in_the_way_of_a_column_is_told() {
        assert_eq!(profile(&["1", "2"]).obstacle, None);
        assert_eq!(profile(&["x y", "2", "z"]).obstacle, Some((ObstacleKind::Words, 0)));
        let dates = profile(&["", "05/01/2024", "06/01/2024"]);
        assert_eq!((dates.kind, dates.obstacle), (Kind::Text, Some((ObstacleKind::DayOrMonth, 1))));
    }

    #[test]
    fn numbers_that_begin_with_zeros_are_codes() {
        assert!(profile(&["00165", "20151"]).codes);
        assert!(!profile(&["0.5", "0", "10"]).codes);
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
