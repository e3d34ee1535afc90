//! Text below a table, or between its rows: notes, and other tables.

use super::amount::Amount;
use super::date::Written;
use super::dialect::Decimal;
use super::number::{is_missing, number, trimmed};

/// Kind of number in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberKind {
    /// Digits with their signs.
    Bare,
    /// A number with a unit, a currency or a factor.
    Amount,
    /// A date or a time.
    Date,
}

/// The kind of number that a cell holds, or `None` where it holds none.
pub(super) fn number_kind(cell: &[u8]) -> Option<NumberKind> {
    let cell = trimmed(cell);
    if !cell.iter().any(u8::is_ascii_digit) {
        return None;
    }
    if Decimal::ALL.into_iter().any(|decimal| number(cell, decimal).is_some()) {
        return Some(NumberKind::Bare);
    }
    let text = std::str::from_utf8(cell).ok()?;
    if Decimal::ALL.into_iter().any(|decimal| Amount::read(text, decimal).is_some()) {
        return Some(NumberKind::Amount);
    }
    Written::read(cell).map(|_| NumberKind::Date)
}

/// Whether a cell is a number or a date, with whatever sign and unit.
pub(super) fn is_numeric(cell: &[u8]) -> bool {
    number_kind(cell).is_some()
}

/// Whether a row that follows a blank line holds the headings of another table: words alone.
pub(super) fn begins_another(cells: &[&[u8]]) -> bool {
    // A single letter is a name as well as a mark for a missing value.
    let is_mark = |cell: &[u8]| cell.len() > 1 && is_missing(cell);
    let is_word = |cell: &&[u8]| {
        let cell = trimmed(cell);
        !cell.is_empty() && !is_mark(cell) && !is_numeric(cell)
    };
    let has_letter =
        |cell: &&[u8]| cell.iter().any(|byte| byte.is_ascii_alphabetic() || *byte >= 128);
    cells.len() > 1 && cells.iter().all(is_word) && cells.iter().any(has_letter)
}

/// Whether a row is a note: at most one of its cells is filled, and that one with no number.
pub(super) fn is_note(cells: &[&[u8]]) -> bool {
    let mut filled = cells.iter().map(|cell| trimmed(cell)).filter(|cell| !cell.is_empty());
    match (filled.next(), filled.next()) {
        (Some(only), None) => !is_numeric(only) && !is_missing(only),
        (first, _) => first.is_none(),
    }
}

/// Whether a row is the piece of a number that a line end has torn off.
pub(super) fn is_piece(cells: &[&[u8]]) -> bool {
    let [only] = cells else { return false };
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+');
    let only = trimmed(only);
    only.iter().any(u8::is_ascii_digit) && only.iter().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Vec<&[u8]> {
        row.split(',').map(str::as_bytes).collect()
    }

    #[test]
    fn words_alone_are_headings() {
        for (row, expected) in [
            ("u,v", true),
            ("x,t", true),
            ("height (cm),weight", true),
            ("u,2", false),
            ("u,", false),
            ("Zoe,NA", false),
            ("--,..", false),
            ("u", false),
            ("day,2024-01-05", false),
        ] {
            assert_eq!(begins_another(&cells(row)), expected, "{row}");
        }
    }

    #[test]
    fn a_note_fills_one_cell_and_has_no_number_of_its_own() {
        for (row, expected) in [
            ("Source: a book,,", true),
            ("____", true),
            ("5", false),
            ("NA,", false),
            ("a,b", false),
            ("12 kg", false),
        ] {
            assert_eq!(is_note(&cells(row)), expected, "{row}");
        }
        assert!(is_piece(&cells("12")) && is_piece(&cells(".5")));
        assert!(!is_piece(&cells("1,2")) && !is_piece(&cells("x")) && !is_piece(&cells("-")));
    }
}
