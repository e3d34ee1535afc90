//! Counted things, in the singular or the plural.
//!
//! Where more than the noun depends on the number, such as a verb, there is a sentence for each.

use super::number::count;

/// `n` with its noun, singular or plural.
fn counted(n: u64, one: &str, several: &str) -> String {
    let noun = if n == 1 { one } else { several };
    format!("{} {noun}", count(n))
}

/// "1 row", "119,040 rows".
pub fn rows(n: u64) -> String {
    counted(n, "row", "rows")
}

/// "1 point", "119,040 points".
pub fn points(n: usize) -> String {
    counted(n as u64, "point", "points")
}

/// "1 epoch", "1,000 epochs".
pub fn epochs(n: u64) -> String {
    counted(n, "epoch", "epochs")
}

/// "1 more epoch brings", "2 more epochs bring".
pub fn more_epochs_bring(n: u64) -> String {
    counted(n, "more epoch brings", "more epochs bring")
}

/// "1 cell", "4 cells".
pub fn cells(n: u64) -> String {
    counted(n, "cell", "cells")
}

/// "1 heading", "4 headings".
pub fn headings(n: u64) -> String {
    counted(n, "heading", "headings")
}

/// "1 line", "1,000 lines".
pub fn lines(n: u64) -> String {
    counted(n, "line", "lines")
}

/// "1 number", "12 numbers".
pub fn numbers(n: usize) -> String {
    counted(n as u64, "number", "numbers")
}

/// "1 value", "10 values".
pub fn values(n: usize) -> String {
    counted(n as u64, "value", "values")
}

/// "1 decimal", "3 decimals".
pub fn decimals(n: usize) -> String {
    counted(n as u64, "decimal", "decimals")
}

/// "1 digit", "7 digits".
pub fn digits(n: usize) -> String {
    counted(n as u64, "digit", "digits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_alone_is_singular() {
        assert_eq!(rows(0), "0 rows");
        assert_eq!(rows(1), "1 row");
        assert_eq!(rows(119_040), "119,040 rows");
        assert_eq!(epochs(1), "1 epoch");
        assert_eq!(points(2), "2 points");
    }
}
