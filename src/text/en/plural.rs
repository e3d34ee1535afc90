//! Things that are counted: the one place that tells one of them from several.
//!
//! What depends on the number beyond the noun, such as a verb, is a sentence of its own for each.

use super::number::count;

/// `n` with the word for one thing, or for several.
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

/// "1 number", "12 numbers".
pub fn numbers(n: usize) -> String {
    counted(n as u64, "number", "numbers")
}

/// "1 value", "10 values".
pub fn values(n: usize) -> String {
    counted(n as u64, "value", "values")
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
