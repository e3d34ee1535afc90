//! How the dates of a column are written: in one way and one order throughout.

use super::date::{Order, Written, plain_day};
use super::dialect::{Dates, Decimal};
use super::number::plain;

/// How the dates of a column are written. What is written otherwise is no date of the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateFormat {
    /// Year, month and day.
    YearFirst,
    /// Two short numbers and the year, in this order.
    Ordered(Order),
    /// With the name of the month.
    Named,
    /// Months.
    Months,
    /// Eight digits.
    Compact,
    /// Times without dates.
    Clock,
    /// A spreadsheet's count of days.
    Serial,
}

/// Dates found in the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Most of them are dates that are written so.
    Dates(DateFormat),
    /// Most are dates of which none tells whether the day or the month comes first.
    NoOrder,
    /// Most are dates, and some have the day first and others the month; the first that differs from those before it is
    /// here.
    TwoOrders(usize),
    /// Most are none.
    None,
}

/// The days from a spreadsheet's day 0, 30 December 1899, to 1 January 1970.
const DAY_ZERO: f64 = 25_569.0;

impl DateFormat {
    /// The number of a cell: days since 1 January 1970, or hours since midnight. Returns `None` for what is written
    /// otherwise.
    pub(super) fn read(self, bytes: &[u8]) -> Option<f64> {
        if self == Self::Serial {
            let number = plain(bytes, Decimal::Point)?;
            return Some(number - DAY_ZERO).filter(|_| (1.0..2_958_466.0).contains(&number));
        }
        if let (Self::YearFirst, Some(days)) = (self, plain_day(bytes)) {
            return Some(days);
        }
        match (self, Written::read(bytes)?) {
            (Self::YearFirst, Written::YearFirst(days))
            | (Self::Named, Written::Named(days))
            | (Self::Months, Written::Month(days))
            | (Self::Compact, Written::Compact(days)) => Some(days),
            (Self::Clock, Written::Clock(hours)) => Some(hours),
            (Self::Ordered(order), Written::Either(date)) => date.days(order),
            _ => None,
        }
    }

    /// Finds the dates in the cells of a column, those that are empty left out.
    pub(super) fn find<'c>(
        cells: impl Iterator<Item = (usize, &'c [u8])>,
        choice: Option<Dates>,
    ) -> Found {
        let mut counts = Counts::default();
        cells.for_each(|(place, cell)| counts.add(place, cell));
        counts.found(choice)
    }
}

/// How often each way of writing occurs.
#[derive(Clone, Debug, Default)]
struct Counts {
    all: usize,
    year_first: usize,
    named: usize,
    months: usize,
    compact: usize,
    clock: usize,
    either: usize,
    points: usize,
    /// The order that the first date proves of those that prove one, and the first date that proves the other one.
    order: Option<Order>,
    contradiction: Option<usize>,
}

impl Counts {
    fn add(&mut self, place: usize, cell: &[u8]) {
        self.all += 1;
        match Written::read(cell) {
            Some(Written::YearFirst(_)) => self.year_first += 1,
            Some(Written::Named(_)) => self.named += 1,
            Some(Written::Month(_)) => self.months += 1,
            Some(Written::Compact(_)) => self.compact += 1,
            Some(Written::Clock(_)) => self.clock += 1,
            Some(Written::Either(date)) => {
                self.either += 1;
                self.points += usize::from(date.points);
                let proved = match (date.days(Order::DayFirst), date.days(Order::MonthFirst)) {
                    (Some(_), None) => Order::DayFirst,
                    (None, Some(_)) => Order::MonthFirst,
                    _ => return,
                };
                if *self.order.get_or_insert(proved) != proved {
                    self.contradiction.get_or_insert(place);
                }
            }
            None => {}
        }
    }

    fn found(&self, choice: Option<Dates>) -> Found {
        let most = |count: usize| 2 * count > self.all;
        if most(self.either) {
            let order = match choice {
                Some(Dates::DayFirst) => Some(Order::DayFirst),
                Some(Dates::MonthFirst) => Some(Order::MonthFirst),
                _ => match self.contradiction {
                    Some(place) => return Found::TwoOrders(place),
                    // Who writes points writes the day first.
                    None if self.points == self.either => self.order.or(Some(Order::DayFirst)),
                    None => self.order,
                },
            };
            return order.map_or(Found::NoOrder, |order| Found::Dates(DateFormat::Ordered(order)));
        }
        let formats = [
            (self.year_first, DateFormat::YearFirst),
            (self.named, DateFormat::Named),
            (self.months, DateFormat::Months),
            (self.clock, DateFormat::Clock),
        ];
        match formats.into_iter().find(|&(count, _)| most(count)) {
            Some((_, format)) => Found::Dates(format),
            // Eight digits are a date where all of them are.
            None if self.compact == self.all && self.all > 1 => Found::Dates(DateFormat::Compact),
            None => Found::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(cells: &[&str], choice: Option<Dates>) -> Found {
        DateFormat::find(cells.iter().map(|cell| cell.as_bytes()).enumerate(), choice)
    }

    #[test]
    fn one_order_holds_for_a_whole_column() {
        let (day, month) =
            (DateFormat::Ordered(Order::DayFirst), DateFormat::Ordered(Order::MonthFirst));
        for (cells, expected) in [
            (&["05/01/2024", "31/12/2024"][..], Found::Dates(day)),
            (&["05/01/2024", "12/31/2024"], Found::Dates(month)),
            (&["05.01.2024", "06.01.2024"], Found::Dates(day)),
            (&["5.31.24", "6.1.24"], Found::Dates(month)),
            (&["05/01/2024", "06/01/2024"], Found::NoOrder),
            (&["05/01/2024", "31/12/2024", "12/31/2024"], Found::TwoOrders(2)),
        ] {
            assert_eq!(find(cells, None), expected, "{cells:?}");
        }
        assert_eq!(find(&["05/01/2024"], Some(Dates::MonthFirst)), Found::Dates(month));
    }

    #[test]
    fn dates_are_more_than_half_of_the_cells_and_eight_digits_all_of_them() {
        assert_eq!(find(&["2024-01-05", "x"], None), Found::None);
        assert_eq!(
            find(&["2024-01-05", "x", "2024-01-06"], None),
            Found::Dates(DateFormat::YearFirst)
        );
        assert_eq!(find(&["20240105", "20240106"], None), Found::Dates(DateFormat::Compact));
        assert_eq!(find(&["20240105", "20249999"], None), Found::None);
        assert_eq!(find(&["20240105"], None), Found::None);
        assert_eq!(find(&["12:30", "1:45 PM"], None), Found::Dates(DateFormat::Clock));
    }

    #[test]
    fn a_spreadsheet_counts_days_from_the_end_of_1899() {
        assert_eq!(DateFormat::Serial.read(b"25570"), Some(1.0));
        assert_eq!(DateFormat::Serial.read(b"0"), None);
    }

    #[test]
    fn choices_have_names() {
        for dates in Dates::ALL {
            assert_eq!(Dates::from_name(dates.name()), Some(dates));
        }
    }
}
