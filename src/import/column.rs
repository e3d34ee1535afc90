//! A column of the file that becomes the x or the y of the dataset.

use super::date;
use super::dialect::Decimal;
use super::number::{Cell, plain, trimmed};
use super::profile::Kind;
use super::sniff::Outline;
use crate::data::dataset::Variable;

/// A column of the file that becomes the x or the y of the dataset.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// The index of the column, from 0.
    pub index: usize,
    /// The heading, as the file has it.
    pub heading: String,
    /// The name and the unit.
    pub variable: Variable,
    /// How dates become numbers.
    date: Option<Dates>,
}

/// The number that a date becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Dates {
    /// The year, and the share of it that has passed.
    Years,
    /// The days since this one.
    DaysSince(f64),
}

/// Dates that span more years than this become years.
const FEW_YEARS: f64 = 2.0;

impl Column {
    /// The column of this index.
    pub fn of(outline: &Outline, index: usize) -> Self {
        let profile = &outline.profiles[index];
        let variable = outline.headings.variables[index].clone();
        let date = profile.first_date.filter(|_| profile.kind == Kind::Date).map(|first| {
            if profile.greatest - profile.least > FEW_YEARS {
                Dates::Years
            } else {
                Dates::DaysSince(first.floor())
            }
        });
        let variable = match date {
            None => variable,
            Some(Dates::Years) => Variable { unit: Some("year".to_owned()), ..variable },
            Some(Dates::DaysSince(first)) => {
                Variable { unit: Some(format!("days since {}", date::written(first))), ..variable }
            }
        };
        Self { index, heading: outline.headings.texts[index].clone(), variable, date }
    }

    /// The number in a cell that holds little but digits. Returns `None` for all other cells.
    #[inline]
    pub fn read_plainly(&self, bytes: Option<&[u8]>, decimal: Decimal) -> Option<f64> {
        if self.date.is_some() { None } else { plain(bytes?, decimal) }
    }

    /// Reads a cell; `bytes` is `None` where the record is too short to have it.
    pub fn read(&self, bytes: Option<&[u8]>, decimal: Decimal) -> Cell {
        match self.date {
            None => Cell::read(bytes, decimal),
            Some(dates) => match bytes.map(trimmed).and_then(date::days) {
                Some(days) => Cell::Number(match dates {
                    Dates::Years => date::years(days),
                    Dates::DaysSince(first) => days - first,
                }),
                // Among dates a number is not a date.
                None => match Cell::read(bytes, decimal) {
                    Cell::Number(_) => Cell::Other,
                    other => other,
                },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_plainly_where_the_column_is_no_date() {
        let column = |date| Column {
            index: 0,
            heading: "a".to_owned(),
            variable: Variable::from_heading("a"),
            date,
        };
        assert_eq!(column(None).read_plainly(Some(b"1.5"), Decimal::Point), Some(1.5));
        assert_eq!(column(None).read_plainly(Some(b"x"), Decimal::Point), None);
        assert_eq!(column(Some(Dates::Years)).read_plainly(Some(b"1.5"), Decimal::Point), None);
    }
}
