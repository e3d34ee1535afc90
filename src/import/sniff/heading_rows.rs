//! What stands above the rows of a table: titles and headings.

use super::rows::Row;
use crate::import::below::{NumberKind, is_numeric, number_kind};
use crate::import::dialect::Decimal;
use crate::import::number::{Cell, trimmed};

/// The greatest number of rows of headings.
const MOST_HEADINGS: usize = 3;

/// The number of records before the table: those that are narrower than it, such as a title.
pub(super) fn preamble(rows: &[Row], width: usize) -> usize {
    let full = |row: &Row| row.iter().filter(|cell| !trimmed(cell).is_empty()).count();
    let title = |row: &Row| 2 * full(row) < width || full(row) <= 1;
    let first = rows.iter().position(|row| row.len() + 1 >= width && !title(row));
    let first = first.unwrap_or(0);
    // Far above the first row of numbers, prose with as many commas is no heading.
    let is_data = |row: &Row| row.len() == width && row.iter().any(|cell| is_numeric(cell));
    match rows.iter().position(is_data) {
        Some(data) if data > first + MOST_HEADINGS => {
            data - usize::from(rows[data - 1].len() + 1 >= width && !title(&rows[data - 1]))
        }
        _ => first,
    }
}

/// The number of rows of headings: the first rows with words where the rows below have numbers.
pub(super) fn heading_rows(rows: &[Row]) -> usize {
    let below = &rows[1.min(rows.len())..];
    let decimal = Decimal::Point;
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    // Rows that may be headings do not count as rows below.
    let sample = &below[below.len().min(MOST_HEADINGS - 1).min(below.len().saturating_sub(1))..];
    // The kind of number that most cells of a column hold; most may be of several kinds.
    let kinds: Vec<Option<NumberKind>> = (0..columns)
        .map(|column| {
            let cells = sample.iter().filter_map(|row| row.get(column));
            let filled = cells.clone().filter(|cell| !trimmed(cell).is_empty()).count();
            let found: Vec<NumberKind> = cells.filter_map(|cell| number_kind(cell)).collect();
            let count = |kind: NumberKind| found.iter().filter(|&&other| other == kind).count();
            let all = [NumberKind::Bare, NumberKind::Amount, NumberKind::Date];
            let most = all.into_iter().rev().max_by_key(|&kind| count(kind));
            most.filter(|_| 2 * found.len() > filled)
        })
        .collect();
    let numeric: Vec<bool> = kinds.iter().map(Option::is_some).collect();
    // Above bare numbers, 5 km and Jan 2024 are names.
    let is_number = |cell: &[u8], column: usize| match number_kind(cell) {
        Some(NumberKind::Bare) => true,
        kind => kind.is_some() && kinds.get(column).is_some_and(|below| *below == kind),
    };
    let words = |row: &Row| {
        let votes = row.iter().enumerate().filter(|&(column, cell)| {
            numeric[column] && !matches!(Cell::read(Some(cell), decimal), Cell::Empty)
        });
        let (numbers, all) = votes.fold((0, 0), |(numbers, all), (column, cell)| {
            (numbers + usize::from(is_number(cell, column)), all + 1)
        });
        (all - numbers, numbers)
    };
    if !numeric.contains(&true) {
        // There is nothing to compare with: a first row of numbers alone is data.
        let data = rows.first().is_some_and(|row| {
            row.iter().any(|cell| is_numeric(cell))
                && row.iter().all(|cell| is_numeric(cell) || trimmed(cell).is_empty())
        });
        return usize::from(!data);
    }
    match rows.first().map(words) {
        Some((words, numbers)) if words >= numbers => {}
        _ => return usize::from(rows.first().is_some_and(|row| are_years(row))),
    }
    // Where there are very few rows, words above a number may be faults as well.
    const FEW: usize = 4;
    let most = if below.len() < FEW { 0 } else { MOST_HEADINGS - 1 };
    let more = below.iter().take(most);
    1 + more
        .take_while(|row| {
            let (words, numbers) = words(row);
            words > 0
                && numbers == 0
                && row.iter().all(|cell| !is_numeric(cell))
                && row.iter().all(|cell| !matches!(Cell::read(Some(cell), decimal), Cell::Missing))
        })
        .count()
}

/// Whether the numbers of a row are consecutive years, as headings of columns by year are.
pub(super) fn are_years(row: &[Vec<u8>]) -> bool {
    let numbers = row.iter().filter_map(|cell| Cell::read(Some(cell), Decimal::Point).number());
    let numbers: Vec<f64> = numbers.collect();
    numbers.len() > 2
        && numbers.len() < row.len()
        && numbers.iter().all(|year| year.fract() == 0.0 && (1500.0..2300.0).contains(year))
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1.0)
}
