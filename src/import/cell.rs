//! What one cell holds.

use crate::text::float;

/// A cell, read as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cell {
    /// A finite number.
    Number(f64),
    /// Nothing, or only spaces.
    Empty,
    /// Anything else, `nan` and `inf` among it.
    Other,
}

impl Cell {
    /// Reads a cell that may be missing, as it is at the end of a short row.
    pub(super) fn read(bytes: Option<&[u8]>) -> Self {
        let Some(text) = bytes.map(std::str::from_utf8) else {
            return Self::Empty;
        };
        let text = text.map(str::trim);
        match text.map(float) {
            Ok(Some(value)) if value.is_finite() => Self::Number(value),
            _ if text == Ok("") => Self::Empty,
            _ => Self::Other,
        }
    }

    /// The number in it.
    pub(super) fn number(self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(value),
            Self::Empty | Self::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_finite_numbers_are_numbers() {
        for (text, expected) in [
            ("1.5", Cell::Number(1.5)),
            (" -2e3\t", Cell::Number(-2000.0)),
            ("\u{a0}7", Cell::Number(7.0)),
            (".5", Cell::Number(0.5)),
            ("+5.", Cell::Number(5.0)),
            ("0.1", Cell::Number(0.1)),
            ("", Cell::Empty),
            ("  ", Cell::Empty),
            ("\u{a0}", Cell::Empty),
            ("T", Cell::Other),
            ("1,5", Cell::Other),
            ("nan", Cell::Other),
            ("-Inf", Cell::Other),
            ("infinity", Cell::Other),
            ("1e999", Cell::Other),
            ("0x10", Cell::Other),
        ] {
            assert_eq!(Cell::read(Some(text.as_bytes())), expected, "{text:?}");
        }
        assert_eq!(Cell::read(None), Cell::Empty);
        assert_eq!(Cell::read(Some(b"\xff")), Cell::Other);
    }
}
