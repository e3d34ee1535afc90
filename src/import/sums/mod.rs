//! The row of sums that a database answered, pasted as its tool printed it.
//!
//! ```
//! use downhill::import::sums::sums;
//!
//! let answer = sums(
//!     " n | mean_x | mean_y | sxx | sxy | syy \n\
//!      ---+--------+--------+-----+-----+-----\n\
//!      4 |    2.5 |      6 |   5 |  10 |  20 \n\
//!      (1 row)\n",
//! )?;
//! assert_eq!(answer.summary.n(), 4);
//! assert_eq!(answer.summary.least_squares().map(|line| line.slope), Some(2.0));
//! assert!(!answer.ranges_known);
//! # Ok::<(), downhill::import::sums::SumsError>(())
//! ```

mod check;
mod error;
mod field;

pub use error::SumsError;

use super::dialect::Decimal;
use super::number::Cell;
use super::pairs::{Pairs, PairsError};
use super::printed::{Grid, reads};
use crate::data::dataset::{Dataset, Variable};
use crate::data::summary::Summary;
use crate::numeric::range::Range;
use field::Field;

/// The sums of some rows that are elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// The sums themselves.
    pub summary: Summary,
    /// Whether the least and greatest x and y were told. Those that were not stand three standard deviations
    /// from the mean, so that there is something to draw axes by.
    pub ranges_known: bool,
}

impl Sums {
    /// What there is to learn from: the sums, with a sample of the rows to draw, or none.
    ///
    /// # Errors
    /// When the sample goes beyond the least or the greatest x or y.
    pub fn dataset(&self, sample: Pairs, x: Variable, y: Variable) -> Result<Dataset, PairsError> {
        let Pairs { xs, ys, .. } = sample;
        let mut summary = self.summary;
        let ends = |values: &[f64]| {
            values.iter().fold(Range::EMPTY, |range, &value| range.including(value))
        };
        if self.ranges_known {
            check::sample(ends(&xs), summary.range_x(), "x")?;
            check::sample(ends(&ys), summary.range_y(), "y")?;
        } else {
            let ranges = (summary.range_x().union(ends(&xs)), summary.range_y().union(ends(&ys)));
            summary = summary.with_ranges(ranges.0, ranges.1)?;
        }
        Ok(Dataset::of_sample(summary, xs, ys)?.named(x, y))
    }
}

/// Reads the answer to the statement of [`crate::export::sql::Engine::sums`], in whatever form it was
/// printed. Columns are known by their names, those of the SQL standard's functions included; without names,
/// six or ten numbers are taken in the order of [`crate::export::sql::COLUMNS`].
///
/// # Errors
/// When the sums are not in it, or cannot be those of any rows.
pub fn sums(text: &str) -> Result<Sums, SumsError> {
    if text.trim().is_empty() {
        return Err(SumsError::Empty);
    }
    refuse_what_is_no_answer(text)?;
    let grid = upright(Grid::read(text));
    // What the tool left out is no fault of the rows.
    let cut_off = || grid.cut_off().map(|cell| SumsError::CutOff { cell: cell.to_owned() });
    let row = match &grid.rows[..] {
        [] => return Err(SumsError::NotFound),
        [only] => only,
        rows if is_sample(&grid.headings, rows) => return Err(SumsError::Sample),
        rows => return Err(SumsError::SeveralRows { rows: rows.len() }),
    };
    let decimal = grid.decimal();
    let places = match places(&grid, row) {
        Ok(places) => places,
        Err(error) => return Err(cut_off().unwrap_or(error)),
    };
    let mut numbers = [None; Field::ALL.len()];
    for (number, (field, place)) in numbers.iter_mut().zip(Field::ALL.into_iter().zip(places)) {
        let Some(cell) = place.and_then(|place| row.get(place)) else { continue };
        *number = match reads(cell, decimal) {
            Cell::Number(value) => Some(value),
            _ if check::is_infinite(cell) => {
                return Err(SumsError::NotFinite { field: field.name() });
            }
            Cell::Empty | Cell::Missing => None,
            Cell::Other => {
                let other = || SumsError::NotANumber { field: field.name(), cell: cell.clone() };
                return Err(cut_off().unwrap_or_else(other));
            }
        };
    }
    check::sums(numbers)
}

/// Whether these are rows of two numbers, and not those of groups.
fn is_sample(headings: &Option<Vec<String>>, rows: &[Vec<String>]) -> bool {
    let is_number = |cell: &String| {
        Decimal::ALL.into_iter().any(|decimal| reads(cell, decimal).number().is_some())
    };
    let of_groups = headings.iter().flatten().any(|heading| Field::of(heading).is_some());
    !of_groups && rows.iter().all(|row| row.len() == 2 && row.iter().all(is_number))
}

/// Tells what people paste instead of an answer.
fn refuse_what_is_no_answer(text: &str) -> Result<(), SumsError> {
    let lines = || text.lines().map(str::trim);
    let begins = |line: &str, word: &str| {
        line.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    let error = |line: &&str| {
        ["error", "parse error", "runtime error", "fatal"].iter().any(|word| begins(line, word))
            || line.contains("ERROR:")
            || line.contains("Error:")
    };
    if let Some(line) = lines().find(error) {
        return Err(SumsError::Refused { line: line.chars().take(200).collect() });
    }
    let first = lines().find(|line| !line.is_empty()).unwrap_or_default();
    let is_statement = ["select", "with"].iter().any(|word| {
        begins(first, word) && !first[word.len()..].starts_with(|c: char| c.is_alphanumeric())
    });
    // psql with -e prints the statement before its answer.
    let goes_on = lines().any(|line| line.contains("---") || line.contains('│'));
    if is_statement && !goes_on { Err(SumsError::Statement) } else { Ok(()) }
}

/// A table of one row, where it was one of names and values, or one number a line.
fn upright(grid: Grid) -> Grid {
    let rows = || grid.headings.iter().chain(&grid.rows);
    let known = |row: &&Vec<String>| row.len() == 2 && Field::of(&row[0]).is_some();
    let (names, values): (Vec<_>, Vec<_>) =
        rows().filter(known).map(|row| (row[0].clone(), row[1].clone())).unzip();
    // A row of two sums has a name and a number too, but one that is no name.
    if names.len() > 1 && rows().all(|row| row.len() == 2) {
        let first = &names[0];
        let records = names.iter().filter(|name| *name == first).count();
        let width = names.len() / records;
        let rows = values.chunks(width).map(<[String]>::to_vec).collect();
        return Grid { headings: Some(names.into_iter().take(width).collect()), rows };
    }
    let column = grid.headings.is_none()
        && [Field::NEEDED, Field::ALL.len()].contains(&grid.rows.len())
        && grid.rows.iter().all(|row| row.len() == 1);
    if column {
        return Grid { headings: None, rows: vec![grid.rows.concat()] };
    }
    grid
}

/// Where each of the sums is in the row.
fn places(grid: &Grid, row: &[String]) -> Result<[Option<usize>; Field::ALL.len()], SumsError> {
    let in_order = || match row.len() {
        Field::NEEDED | 10 => Ok(std::array::from_fn(Some)),
        found => Err(SumsError::NotInOrder { found }),
    };
    let Some(headings) = &grid.headings else {
        let word = |cell: &String| {
            let reads = |decimal| reads(cell, decimal) == Cell::Other;
            Decimal::ALL.into_iter().all(reads) && !check::is_infinite(cell)
        };
        return if row.iter().all(|cell| Field::of(cell).is_some()) {
            Err(SumsError::OnlyHeadings)
        } else if row.iter().any(word) {
            Err(SumsError::NotFound)
        } else {
            in_order()
        };
    };
    let known: Vec<Option<Field>> = headings.iter().map(|heading| Field::of(heading)).collect();
    if known.iter().all(Option::is_none) {
        return in_order().map_err(|_| SumsError::NotFound);
    }
    // pandas prints the number of the row before it.
    let shift = usize::from(row.len() == headings.len() + 1);
    let places = Field::ALL
        .map(|field| known.iter().position(|&one| one == Some(field)).map(|place| place + shift));
    let missing = Field::ALL.into_iter().zip(places).take(Field::NEEDED);
    let missing: Vec<&str> =
        missing.filter(|(_, place)| place.is_none()).map(|(field, _)| field.name()).collect();
    if missing.is_empty() {
        Ok(places)
    } else {
        Err(SumsError::Missing { names: missing.join(", ") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        sums(text).expect_err("no sums").to_string()
    }

    #[test]
    fn rows_of_two_numbers_are_a_sample_and_others_are_not() {
        assert_eq!(sums("1,2\n3,4\n"), Err(SumsError::Sample));
        for text in ["a,b\nfoo,1\nbar,2\n", "1,2,3\n4,5,6\n", "n,x\n3,1\n4,2\n"] {
            assert_eq!(sums(text), Err(SumsError::SeveralRows { rows: 2 }), "{text}");
        }
    }

    #[test]
    fn a_statement_may_stand_before_its_answer() {
        let statement = "SELECT COUNT(*) AS n, 1 AS mean_x;";
        assert_eq!(sums(statement), Err(SumsError::Statement));
        for answer in [
            " n | mean_x | mean_y | sxx | sxy | syy\n---+---\n 4 | 2.5 | 6 | 5 | 10 | 20\n",
            "│ n │ mean_x │ mean_y │ sxx │ sxy │ syy │\n│ 4 │ 2.5 │ 6 │ 5 │ 10 │ 20 │\n",
        ] {
            let found = sums(&format!("{statement}\n{answer}")).expect("sums");
            assert_eq!(found.summary.numbers()[..6], [4.0, 2.5, 6.0, 5.0, 10.0, 20.0], "{answer}");
        }
    }

    #[test]
    fn six_or_ten_numbers_may_have_a_line_each_and_others_may_not() {
        let found = sums("4\n2.5\n6\n5\n10\n20\n1\n4\n3\n9\n").expect("sums");
        assert_eq!(found.summary.numbers(), [4.0, 2.5, 6.0, 5.0, 10.0, 20.0, 1.0, 4.0, 3.0, 9.0]);
        assert_eq!(sums("1\n2\n3\n"), Err(SumsError::SeveralRows { rows: 3 }));
        let named = "n\n4\n2.5\n6\n5\n10\n20\n";
        assert_eq!(sums(named), Err(SumsError::SeveralRows { rows: 6 }));
        assert!(refused("n\n4\n").contains("no column mean_x, mean_y, sxx, sxy, syy"));
    }
}
