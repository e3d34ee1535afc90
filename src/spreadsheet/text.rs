//! The text of a table: a line for each row of the sheet, with tabs between the cells.

use std::collections::BTreeSet;

use crate::import::written_day;

use super::grid::{Grid, Value};

/// Milliseconds of a second, a minute, an hour and a day.
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Writes the columns of a table. Each row has all of them, empty or not, but for notes below the last row that has
/// more than one cell: a note is a line alone.
pub(super) fn write(grid: &Grid, columns: &[u32]) -> String {
    let long = columns_of_long_times(grid);
    let rows = || rows_within(grid, columns);
    let last = rows().filter(|(_, cells)| cells.len() > 1).last().map_or(0, |(row, _)| row);
    let mut text = String::new();
    let mut line = 0;
    for (row, cells) in rows() {
        (line..row).for_each(|_| text.push('\n'));
        line = row + 1;
        let is_words = |value: &Value| matches!(value, Value::Text(_)) && !value.is_numeric();
        let is_note = row > last && cells.iter().all(|(_, value)| is_words(value));
        let mut cells = cells.into_iter().peekable();
        for (place, column) in columns.iter().enumerate() {
            if place > 0 && !is_note {
                text.push('\t');
            }
            if let Some((_, value)) = cells.next_if(|(other, _)| other == column) {
                write_value(&mut text, value, long.contains(column));
            }
        }
        text.push('\n');
    }
    text
}

/// The rows with cells in these columns, and those cells.
fn rows_within<'g>(
    grid: &'g Grid,
    columns: &'g [u32],
) -> impl Iterator<Item = (u32, Vec<&'g (u32, Value)>)> {
    let is_within = |(column, _): &&(u32, Value)| columns.binary_search(column).is_ok();
    let rows = grid.rows().map(move |(row, cells)| (row, cells.iter().filter(is_within).collect()));
    rows.filter(|(_, cells): &(u32, Vec<_>)| !cells.is_empty())
}

/// The columns with times that are none of the day: they last longer.
fn columns_of_long_times(grid: &Grid) -> BTreeSet<u32> {
    let is_long =
        |value: &Value| matches!(value, Value::Hours(hours) if !(0.0..24.0).contains(hours));
    let cells = grid.rows().flat_map(|(_, cells)| cells);
    cells.filter(|(_, value)| is_long(value)).map(|&(column, _)| column).collect()
}

fn write_value(text: &mut String, value: &Value, is_long: bool) {
    match value {
        Value::Number(value) => text.push_str(&number(*value)),
        Value::Date(days) => text.push_str(&date(*days)),
        Value::Hours(hours) if !is_long => text.push_str(&time(rounded(hours / 24.0) % DAY)),
        Value::Hours(hours) => text.push_str(&number(rounded(hours / 24.0) as f64 / HOUR as f64)),
        Value::Truth(true) => text.push_str("TRUE"),
        Value::Truth(false) => text.push_str("FALSE"),
        Value::Text(words) => {
            text.extend(
                words.chars().map(|character| if character.is_control() { ' ' } else { character }),
            );
        }
        Value::Error(name) => text.push_str(name),
    }
}

/// A number with all its digits and no sign that could be a decimal one: 3.5 is 35e-1.
fn number(value: f64) -> String {
    /// From here on not every whole number is a double.
    const MOST: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < MOST {
        return value.to_string();
    }
    let text = format!("{value:e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.parse::<i64>().unwrap_or(0) - places.len() as i64;
    format!("{whole}{places}e{exponent}")
}

fn date(days: f64) -> String {
    let milliseconds = rounded(days);
    let day = written_day(milliseconds.div_euclid(DAY) as f64);
    match milliseconds.rem_euclid(DAY) {
        0 => day,
        rest => format!("{day} {}", time(rest)),
    }
}

fn rounded(days: f64) -> i64 {
    (days * DAY as f64).round() as i64
}

/// A time of the day, with as much of it as there is.
fn time(milliseconds: i64) -> String {
    let parts = [HOUR, MINUTE, SECOND].map(|unit| milliseconds / unit % 60);
    let [hours, minutes, seconds] = parts;
    match milliseconds % SECOND {
        0 => format!("{hours:02}:{minutes:02}:{seconds:02}"),
        rest => format!("{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_number_is_read_as_it_was(bits: u64) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            let read: f64 = number(value).parse().expect("a number");
            prop_assert_eq!(read.to_bits(), value.to_bits());
        }
    }

    #[test]
    fn numbers_have_no_decimal_sign() {
        for (value, expected) in [
            (3.5, "35e-1"),
            (-0.125, "-125e-3"),
            (1_234.0, "1234"),
            (0.1 + 0.2, "30000000000000004e-17"),
            (1e300, "1e300"),
            (-0.0, "-0"),
        ] {
            assert_eq!(number(value), expected);
        }
    }

    #[test]
    fn dates_and_times_are_written_to_the_millisecond() {
        assert_eq!(date(19_727.0), "2024-01-05");
        assert_eq!(date(19_727.5), "2024-01-05 12:00:00");
        // Half a millisecond before midnight is midnight.
        assert_eq!(date(19_726.999_999_999_9), "2024-01-05");
        assert_eq!(date(-25_509.0), "1900-02-28");
        assert_eq!(time(rounded(18.5 / 24.0)), "18:30:00");
        assert_eq!(time(1_500), "00:00:01.500");
    }

    #[test]
    fn a_line_is_a_row_and_notes_below_stand_alone() {
        let mut grid = Grid::default();
        let text = |text: &str| Value::Text(text.into());
        for (place, value) in [
            ((1, 2), text("x\ty")),
            ((1, 4), text("z")),
            ((3, 2), Value::Number(1.0)),
            ((3, 4), Value::Number(2.0)),
            ((4, 4), Value::Error("#N/A")),
            ((6, 4), text("a note")),
            ((7, 3), text("none of the table")),
        ] {
            grid.fill(place, value).expect("few cells");
        }
        assert_eq!(write(&grid, &[2, 4]), "\nx y\tz\n\n1\t2\n\t#N/A\n\na note\n");
    }

    #[test]
    fn times_are_hours_where_one_of_them_lasts_longer_than_a_day() {
        let mut grid = Grid::default();
        for (place, hours) in [((0, 0), 9.5), ((1, 0), 26.5), ((0, 1), 9.5)] {
            grid.fill(place, Value::Hours(hours)).expect("few cells");
        }
        assert_eq!(write(&grid, &[0, 1]), "95e-1\t09:30:00\n265e-1\t\n");
    }
}
