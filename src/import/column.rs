//! A column of the file that becomes the x or the y of the dataset.

use super::calendar;
use super::date_format::DateFormat;
use super::dialect::Decimal;
use super::number::{Cell, plain, trimmed};
use super::number_format::NumberFormat;
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
    /// How numbers are written.
    numbers: NumberFormat,
    /// The decimal sign, where a cell of digits is read as it stands.
    plain: Option<Decimal>,
    /// How dates are written, and how they become numbers.
    date: Option<(DateFormat, DateNumber)>,
}

/// The number that a date becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum DateNumber {
    /// The year, and the share of it that has passed.
    Years,
    /// The days since this one.
    DaysSince(f64),
    /// The hours since midnight, of a time without a date.
    Hours,
}

/// Dates that span more years than this become years.
const FEW_YEARS: f64 = 2.0;

impl Column {
    /// The column of this index.
    pub fn of(outline: &Outline, index: usize) -> Self {
        let profile = &outline.profiles[index];
        let variable = outline.headings.variables[index].clone();
        let date = profile.dates.map(|format| {
            let number = match profile.first_date {
                None => DateNumber::Hours,
                Some(_) if profile.greatest - profile.least > FEW_YEARS => DateNumber::Years,
                Some(first) => DateNumber::DaysSince(first.floor()),
            };
            (format, number)
        });
        let unit = match date {
            None => Some(profile.format.unit.clone()).filter(|unit| !unit.is_empty()),
            Some((_, DateNumber::Years)) => Some("year".to_owned()),
            Some((_, DateNumber::DaysSince(first))) => {
                Some(format!("days since {}", calendar::written(first)))
            }
            Some((_, DateNumber::Hours)) => Some("hours".to_owned()),
        };
        let unit = match date {
            // What the heading says is more than what stands behind each number.
            None => variable.unit.clone().or(unit),
            Some(_) => unit,
        };
        Self {
            index,
            heading: outline.headings.texts[index].clone(),
            variable: Variable { unit, ..variable },
            plain: profile.format.plain().filter(|_| date.is_none()),
            numbers: profile.format.clone(),
            date,
        }
    }

    /// The number in a cell that holds little but digits. Returns `None` for all other cells.
    #[inline]
    pub fn read_plainly(&self, bytes: Option<&[u8]>) -> Option<f64> {
        plain(bytes?, self.plain?)
    }

    /// Reads a cell; `bytes` is `None` where the record is too short to have it.
    pub fn read(&self, bytes: Option<&[u8]>) -> Cell {
        let Some((format, number)) = self.date else { return self.numbers.read(bytes) };
        match bytes.map(trimmed).and_then(|bytes| format.read(bytes)) {
            Some(days) => Cell::Number(match number {
                DateNumber::Years => calendar::years(days),
                DateNumber::DaysSince(first) => days - first,
                DateNumber::Hours => days,
            }),
            // Among dates a number is not a date.
            None => match self.numbers.read(bytes) {
                Cell::Number(_) => Cell::Other,
                other => other,
            },
        }
    }
}
