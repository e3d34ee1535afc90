//! A row of sums from a database, pasted as its tool printed it.
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
//!
//! # How sums come in
//!
//! The data stay in their database. [`export::sql`](crate::export::sql) writes a statement whose one row is n, x̄, ȳ, Sxx,
//! Sxy, Syy and the ends of both columns; its answer is pasted as a tool printed it. `import::printed` turns boxes,
//! rulers, one value a line, JSON, Python and CSV back into cells; this module finds the sums among them and checks that
//! rows can have them; [`pairs()`](crate::import::pairs()) reads a sample to draw. Without a sample the dataset has no points,
//! and the session refuses what needs them. `tests/engines/` runs the statements on real databases and compares what they
//! print with the rows.

mod check;
mod error;
mod headings;
mod summed_rows;

pub use error::{Size, SumsError};
pub use summed_rows::SummedRows;

use super::dialect::Decimal;
use super::number::Cell;
use super::printed::{self, PrintedTable, reads};
use crate::data::summary_column::SummaryColumn;
use headings::column_of;

/// Reads the row of sums that a database answered, in whatever form a tool printed it. Columns are known by
/// their names, those of the SQL standard's functions included; without names, six or ten numbers are taken
/// in the order of [`SummaryColumn::ALL`].
///
/// # Errors
/// When the text does not have the sums, or no rows can have them.
pub fn sums(text: &str) -> Result<SummedRows, SumsError> {
    if text.trim().is_empty() {
        return Err(SumsError::Empty);
    }
    refuse_what_is_no_answer(text)?;
    let table = upright(printed::read(text));
    // The fault may be that the tool left something out.
    let cut_off = || table.cut_off().map(|cell| SumsError::CutOff { cell: cell.to_owned() });
    let row = match &table.rows[..] {
        [] => return Err(SumsError::NotFound),
        [only] => only,
        rows if is_sample(&table.headings, rows) => return Err(SumsError::Sample),
        rows => return Err(SumsError::SeveralRows { rows: rows.len() }),
    };
    let decimal = table.decimal();
    let places = match places(&table, row) {
        Ok(places) => places,
        Err(error) => return Err(cut_off().unwrap_or(error)),
    };
    let mut numbers = [None; SummaryColumn::ALL.len()];
    for (number, (column, place)) in
        numbers.iter_mut().zip(SummaryColumn::ALL.into_iter().zip(places))
    {
        let Some(cell) = place.and_then(|place| row.get(place)) else { continue };
        *number = match reads(cell, decimal) {
            Cell::Number(value) => Some(value),
            _ if check::is_infinite(cell) => {
                return Err(SumsError::NotFinite { field: column.name() });
            }
            Cell::Empty | Cell::Missing => None,
            Cell::Other => {
                let other = || SumsError::NotANumber { field: column.name(), cell: cell.clone() };
                return Err(cut_off().unwrap_or_else(other));
            }
        };
    }
    let (summary, ranges_known) = check::sums(numbers)?;
    Ok(SummedRows { summary, ranges_known })
}

/// Whether the rows are a sample, of two numbers each, and not sums of groups.
fn is_sample(headings: &Option<Vec<String>>, rows: &[Vec<String>]) -> bool {
    let is_number = |cell: &String| {
        Decimal::ALL.into_iter().any(|decimal| reads(cell, decimal).number().is_some())
    };
    let of_groups = headings.iter().flatten().any(|heading| column_of(heading).is_some());
    !of_groups && rows.iter().all(|row| row.len() == 2 && row.iter().all(is_number))
}

/// Refuses what people paste instead of an answer: an error, or the statement.
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

/// A table with its sums in rows, where it has a name and a value, or one number, on a line.
fn upright(table: PrintedTable) -> PrintedTable {
    let rows = || table.headings.iter().chain(&table.rows);
    let known = |row: &&Vec<String>| row.len() == 2 && column_of(&row[0]).is_some();
    let (names, values): (Vec<_>, Vec<_>) =
        rows().filter(known).map(|row| (row[0].clone(), row[1].clone())).unzip();
    // A row of two sums has a name and a number too, but one that is no name.
    if names.len() > 1 && rows().all(|row| row.len() == 2) {
        let first = &names[0];
        let records = names.iter().filter(|name| *name == first).count();
        let width = names.len() / records;
        let rows = values.chunks(width).map(<[String]>::to_vec).collect();
        return PrintedTable { headings: Some(names.into_iter().take(width).collect()), rows };
    }
    let column = table.headings.is_none()
        && [SummaryColumn::REQUIRED, SummaryColumn::ALL.len()].contains(&table.rows.len())
        && table.rows.iter().all(|row| row.len() == 1);
    if column {
        return PrintedTable { headings: None, rows: vec![table.rows.concat()] };
    }
    table
}

/// The place of each sum in the row.
fn places(
    table: &PrintedTable,
    row: &[String],
) -> Result<[Option<usize>; SummaryColumn::ALL.len()], SumsError> {
    let in_order = || match row.len() {
        SummaryColumn::REQUIRED | 10 => Ok(std::array::from_fn(Some)),
        found => Err(SumsError::NotInOrder { found }),
    };
    let Some(headings) = &table.headings else {
        let word = |cell: &String| {
            let reads = |decimal| reads(cell, decimal) == Cell::Other;
            Decimal::ALL.into_iter().all(reads) && !check::is_infinite(cell)
        };
        return if row.iter().all(|cell| column_of(cell).is_some()) {
            Err(SumsError::OnlyHeadings)
        } else if row.iter().any(word) {
            Err(SumsError::NotFound)
        } else {
            in_order()
        };
    };
    let known: Vec<Option<SummaryColumn>> =
        headings.iter().map(|heading| column_of(heading)).collect();
    if known.iter().all(Option::is_none) {
        return in_order().map_err(|_| SumsError::NotFound);
    }
    // pandas prints the number of the row before it.
    let shift = usize::from(row.len() == headings.len() + 1);
    let places = SummaryColumn::ALL
        .map(|column| known.iter().position(|&one| one == Some(column)).map(|place| place + shift));
    let missing = SummaryColumn::ALL.into_iter().zip(places).take(SummaryColumn::REQUIRED);
    let missing: Vec<&str> =
        missing.filter(|(_, place)| place.is_none()).map(|(column, _)| column.name()).collect();
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
    fn without_a_count_there_are_no_pairs_only_where_there_are_no_sums_either() {
        let names = "n,mean_x,mean_y,sxx,sxy,syy";
        assert_eq!(sums(&format!("{names}\nNULL,,,,,\n")), Err(SumsError::NoPairs));
        let null = Err(SumsError::Null { field: "n" });
        assert_eq!(sums(&format!("{names}\nNULL,2.5,,,,\n")), null);
    }

    #[test]
    fn the_ranges_are_known_where_both_axes_have_their_ends() {
        for (ends, values, known) in [
            ("min_x,max_x", "1,4", false),
            ("min_y,max_y", "3,9", false),
            ("min_x,max_x,min_y,max_y", "1,4,3,9", true),
        ] {
            let text = format!("n,mean_x,mean_y,sxx,sxy,syy,{ends}\n4,2.5,6,5,10,20,{values}\n");
            assert_eq!(sums(&text).expect("sums").ranges_known, known, "{ends}");
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
