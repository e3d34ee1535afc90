//! A sample of rows from a database, pasted as its tool printed it.

use super::number::Cell;
use super::printed::{self, reads};
use crate::data::dataset::DatasetError;
use crate::data::summary::SummaryError;
use crate::numeric::notation;

/// Rows of x and y.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pairs {
    /// The x of each.
    pub xs: Vec<f64>,
    /// The y of each.
    pub ys: Vec<f64>,
    /// The number of rows that were left out because they lack a number in x or y.
    pub left_out: u64,
}

/// Why a text is not a sample of rows.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PairsError {
    /// There are no two columns in it.
    #[error(
        "There are no two columns of numbers in this. Run the statement for the sample in your database, \
         and paste what it answers: rows with x and y."
    )]
    NotFound,
    /// There are more than two columns, and their names do not tell.
    #[error(
        "This has {columns} columns, and none are called x and y. Paste the two columns alone, x first, \
         or call them x and y."
    )]
    WhichColumns {
        /// The number of columns.
        columns: usize,
    },
    /// No row has two numbers.
    #[error(
        "None of the {} rows has a number in both columns. Paste rows with x and y; numbers are written \
         like 3.5, with a point and no unit.",
        notation::count(*.rows)
    )]
    NothingUsable {
        /// The number of rows.
        rows: u64,
    },
    /// A point lies beyond all rows.
    #[error(
        "The sample has {axis} = {}, but the sums say that all rows are between {} and {}. Take sums and \
         sample from the same table and columns, with x and y the same way round.",
        notation::number(*.value), notation::number(*.min), notation::number(*.max)
    )]
    Beyond {
        /// x or y.
        axis: &'static str,
        /// The value.
        value: f64,
        /// The least of all rows.
        min: f64,
        /// The greatest of all rows.
        max: f64,
    },
    /// The numbers cannot be learned from.
    #[error(transparent)]
    Data(#[from] DatasetError),
    /// The sums cannot be learned from.
    #[error(transparent)]
    Sums(#[from] SummaryError),
}

/// Reads a sample of rows, in whatever form a tool printed it. Columns called x and y are found in any order; otherwise
/// there must be two, x first. An empty text has no rows.
///
/// ```
/// let pairs = downhill::import::pairs("y,x\n3,1\n5,2\nNULL,3\n")?;
/// assert_eq!((pairs.xs, pairs.ys, pairs.left_out), (vec![1.0, 2.0], vec![3.0, 5.0], 1));
/// # Ok::<(), downhill::import::PairsError>(())
/// ```
///
/// # Errors
/// When the text does not have two columns of numbers.
pub fn pairs(text: &str) -> Result<Pairs, PairsError> {
    if text.trim().is_empty() {
        return Ok(Pairs::default());
    }
    let table = printed::read(text);
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let named = |name: &str| {
        let headings = table.headings.as_ref()?;
        let is_name = |heading: &String| {
            // pairs.x
            let last = heading.rsplit_once('.').map_or(heading.as_str(), |(_, last)| last);
            last.eq_ignore_ascii_case(name)
        };
        let place = headings.iter().position(is_name)?;
        // pandas prints the number of the row before it.
        Some(place + usize::from(columns == headings.len() + 1))
    };
    let (x, y) = match (named("x"), named("y"), columns) {
        (Some(x), Some(y), _) => (x, y),
        (_, _, 2) => (0, 1),
        (_, _, 0 | 1) => return Err(PairsError::NotFound),
        _ => return Err(PairsError::WhichColumns { columns }),
    };
    let decimal = table.decimal();
    let mut pairs = Pairs::default();
    for row in &table.rows {
        let cell = |at: usize| row.get(at).map_or(Cell::Empty, |cell| reads(cell, decimal));
        match (cell(x), cell(y)) {
            (Cell::Number(x), Cell::Number(y)) => {
                pairs.xs.push(x);
                pairs.ys.push(y);
            }
            _ => pairs.left_out += 1,
        }
    }
    if pairs.xs.is_empty() {
        return Err(PairsError::NothingUsable { rows: pairs.left_out });
    }
    Ok(pairs)
}
