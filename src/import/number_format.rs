//! How the numbers of a column are written: its decimal sign and its unit.

use super::amount::Amount;
use super::dialect::Decimal;
use super::number::{Cell, is_missing, number, plain, trimmed};

/// How the numbers of a column are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// The decimal sign.
    pub decimal: Decimal,
    /// The unit in nearly all cells; empty without one.
    pub unit: String,
    /// Whether the column has both decimal signs, so that 1.234 tells nothing.
    pub strict: bool,
}

/// Marks for a missing value besides the words, as the statistical offices have them.
const MARKS: [&str; 12] = ["..", ":", "/", "x", "…", "–", "—", "−", "*", "(x)", "(d)", "(n)"];

impl NumberFormat {
    /// The decimal sign, where a cell of digits is read as it stands.
    pub(super) fn plain(&self) -> Option<Decimal> {
        (self.unit.is_empty() && !self.strict).then_some(self.decimal)
    }

    /// Reads a cell, which is `None` where the row is too short.
    pub(super) fn read(&self, bytes: Option<&[u8]>) -> Cell {
        let Some(bytes) = bytes.map(trimmed).filter(|bytes| !bytes.is_empty()) else {
            return Cell::Empty;
        };
        if let Some(value) = self.plain().and_then(|decimal| plain(bytes, decimal)) {
            return Cell::Number(value);
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return Cell::Other };
        match Amount::read(text, self.decimal) {
            Some(amount) if amount.unit == self.unit && self.is_sure(amount.digits) => {
                Cell::Number(amount.value)
            }
            // A letter behind a number says that it is provisional, estimated or the like.
            Some(amount) if self.unit.is_empty() && is_flag(&amount.unit) && text.contains(' ') => {
                Cell::Missing
            }
            _ if is_missing(bytes) || is_mark(text) => Cell::Missing,
            _ => Cell::Other,
        }
    }

    /// Whether digits can be read in one way alone, where that matters.
    fn is_sure(&self, digits: &str) -> bool {
        let [point, comma] = Decimal::ALL.map(|decimal| number(digits.as_bytes(), decimal));
        !self.strict || point.is_none() || comma.is_none() || point == comma
    }
}

/// Whether a text is a mark for a missing value, with or without a letter that says why.
fn is_mark(text: &str) -> bool {
    let flagged = text.strip_prefix(':').is_some_and(|flag| is_flag(flag.trim()));
    flagged || MARKS.iter().any(|mark| text.eq_ignore_ascii_case(mark))
}

/// Whether a text is a flag of Eurostat's.
fn is_flag(text: &str) -> bool {
    matches!(text, "b" | "c" | "d" | "e" | "f" | "n" | "p" | "r" | "s" | "u" | "z" | "bp" | "ep")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(unit: &str, cell: &str) -> Cell {
        NumberFormat { unit: unit.to_owned(), ..NumberFormat::default() }
            .read(Some(cell.as_bytes()))
    }

    #[test]
    fn only_numbers_with_the_unit_of_the_column_are_read() {
        assert_eq!(read("kg", "12 kg"), Cell::Number(12.0));
        assert_eq!(read("kg", "12"), Cell::Other);
        assert_eq!(read("kg", "12 lb"), Cell::Other);
        assert_eq!(read("", "12 kg"), Cell::Other);
        assert_eq!(read("", "3.4k"), Cell::Number(3_400.0));
        assert_eq!(read("%", "-"), Cell::Missing);
    }

    #[test]
    fn marks_and_flags_of_the_offices_are_missing_values() {
        for cell in ["..", ":", "/", "x", "X", "…", "–", ": c", ":u", "12.5 p", "NA"] {
            assert_eq!(read("", cell), Cell::Missing, "{cell}");
        }
        assert_eq!(read("", "xy"), Cell::Other);
    }

    #[test]
    fn where_both_signs_occur_a_number_that_may_be_either_is_none() {
        let strict = NumberFormat { strict: true, ..NumberFormat::default() };
        let read = |cell: &str| strict.read(Some(cell.as_bytes()));
        assert_eq!((read("1.5"), read("1.234")), (Cell::Number(1.5), Cell::Other));
    }
}
