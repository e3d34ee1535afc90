//! The values of cells, as calamine has them.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

use super::grid::Value;

/// The days from the day 0 of Excel's, 30 December 1899, to 1 January 1970.
const DAY_ZERO: f64 = 25_569.0;
/// The days from there to the day 0 of the Macintosh's, 1 January 1904.
const SINCE_1904: f64 = 1_462.0;
/// The first day that Excel counts rightly: it has a 29 February 1900.
const FIRST_RIGHT: f64 = 60.0;
/// The first day of the year 10000.
const PAST_LAST: f64 = 2_958_466.0;

/// The value of a cell, of a file that counts its days from 1904 or from 1900. Returns `None` where it is empty.
pub(super) fn value(data: Data, is_1904: bool) -> Option<Value> {
    Some(match data {
        Data::Int(number) => Value::Number(number as f64),
        Data::Float(number) => number_or_error(number),
        Data::Bool(truth) => Value::Truth(truth),
        Data::DateTime(date) => date_or_time(date, is_1904),
        Data::DateTimeIso(date) => Value::Text(date.into()),
        Data::DurationIso(duration) => match hours(&duration) {
            Some(hours) => Value::Hours(hours),
            None => Value::Text(duration.into()),
        },
        Data::Error(error) => Value::Error(name(&error)),
        Data::String(text) => return worded(&text),
        Data::Empty => return None,
    })
}

/// The value of a cell whose text may be shared with others.
pub(super) fn shared_value(data: DataRef<'_>, is_1904: bool) -> Option<Value> {
    match data {
        DataRef::SharedString(text) => worded(text),
        other => value(other.into(), is_1904),
    }
}

/// A text; LibreOffice writes errors as texts, too.
fn worded(text: &str) -> Option<Value> {
    let code = text.strip_prefix("Err:");
    let is_error = code.is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
    match text.trim() {
        "" => None,
        _ if is_error => Some(Value::Error("#VALUE!")),
        _ => Some(Value::Text(text.into())),
    }
}

fn number_or_error(number: f64) -> Value {
    if number.is_finite() { Value::Number(number) } else { Value::Error("#NUM!") }
}

fn name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA | CellErrorType::GettingData => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
    }
}

/// A count of days as a date; within the first day, or of a duration, as hours.
fn date_or_time(date: ExcelDateTime, is_1904: bool) -> Value {
    let days = date.as_f64();
    if date.is_duration() || (0.0..1.0).contains(&days) {
        return Value::Hours(24.0 * days);
    }
    match is_1904 {
        _ if !(0.0..PAST_LAST).contains(&days) => number_or_error(days),
        true => Value::Date(days + SINCE_1904 - DAY_ZERO),
        false if days < FIRST_RIGHT => Value::Date(days + 1.0 - DAY_ZERO),
        false => Value::Date(days - DAY_ZERO),
    }
}

/// The hours of a duration such as `PT9H30M15.5S`. Returns `None` where it counts months.
fn hours(text: &str) -> Option<f64> {
    let (text, sign) = match text.strip_prefix('-') {
        Some(rest) => (rest, -1.0),
        None => (text, 1.0),
    };
    let (days, time) = match text.strip_prefix('P')?.split_once('T') {
        Some(parts) => parts,
        None => (&text[1..], ""),
    };
    let mut hours = 0.0;
    for (part, units) in
        [(days, &[('D', 24.0)][..]), (time, &[('H', 1.0), ('M', 1.0 / 60.0), ('S', 1.0 / 3_600.0)])]
    {
        let mut rest = part;
        for (unit, factor) in units {
            if let Some((count, behind)) = rest.split_once(*unit) {
                hours += factor * count.parse::<f64>().ok()?;
                rest = behind;
            }
        }
        if !rest.is_empty() {
            return None;
        }
    }
    Some(sign * hours)
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn date(days: f64, is_1904: bool) -> Option<Value> {
        let date = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, is_1904);
        value(Data::DateTime(date), is_1904)
    }

    #[test]
    fn dates_count_from_1970_in_both_of_excels_ways() {
        assert_eq!(date(45_296.0, false), Some(Value::Date(19_727.0)));
        assert_eq!(date(45_296.0 - 1_462.0, true), Some(Value::Date(19_727.0)));
        // 28 February and 1 March 1900, between which Excel has a day more.
        assert_eq!(date(59.0, false), Some(Value::Date(-25_509.0)));
        assert_eq!(date(61.0, false), Some(Value::Date(-25_508.0)));
        assert_eq!(date(0.75, false), Some(Value::Hours(18.0)));
        assert_eq!(date(-3.0, false), Some(Value::Number(-3.0)));
    }

    #[test]
    fn durations_are_hours_as_long_as_they_count_no_months() {
        assert_eq!(hours("PT09H30M00S"), Some(9.5));
        assert_eq!(hours("PT36H"), Some(36.0));
        assert_eq!(hours("-P1DT6H"), Some(-30.0));
        assert_eq!(hours("P1M"), None);
        assert_eq!(hours("PT1X"), None);
        assert_eq!(hours("9:30"), None);
    }

    #[test]
    fn errors_have_excels_names_and_blank_texts_are_empty() {
        assert_eq!(value(Data::String("Err:502".to_owned()), false), Some(Value::Error("#VALUE!")));
        assert_eq!(value(Data::String("  ".to_owned()), false), None);
        assert_eq!(value(Data::Float(f64::INFINITY), false), Some(Value::Error("#NUM!")));
    }
}
