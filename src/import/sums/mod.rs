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
mod rounding;
mod row;
mod summed_rows;
mod upright;

pub use error::{Size, SumsError};
pub use rounding::{Form, Rounding};
pub use summed_rows::SummedRows;

use super::dialect::Decimal;
use super::printed::{self, reads};
use headings::column_of;
use row::SumsRow;
use upright::upright;

/// Reads the row of sums that a database answered, in whatever form a tool printed it. Columns are known by
/// their names, those of the SQL standard's functions included; without names, six or ten numbers are taken
/// in the order of [`SummaryColumn::ALL`](crate::data::summary_column::SummaryColumn::ALL).
///
/// # Errors
/// When the text does not have the sums, or no rows can have them.
pub fn sums(text: &str) -> Result<SummedRows, SumsError> {
    if text.trim().is_empty() {
        return Err(SumsError::Empty);
    }
    refuse_what_is_no_answer(text)?;
    let mut table = upright(printed::read(&upright::without_chatter(text)));
    // A row without a value has the types of the columns, or numbers once more in words.
    let holds_a_value = |row: &Vec<String>| row::holds_a_value(row);
    if table.rows.iter().any(holds_a_value) {
        table.rows.retain(holds_a_value);
    }
    match &table.rows[..] {
        [] => Err(SumsError::NotFound),
        [only] => SumsRow::of(&table, only)?.read(table.decimal()),
        rows if is_sample(&table.headings, rows) => Err(SumsError::Sample),
        rows => Err(SumsError::SeveralRows { rows: rows.len() }),
    }
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
        let beginnings =
            ["error", "parse error", "runtime error", "fatal", "failed:", "ORA-", "Msg "];
        let parts = ["ERROR:", "Error:", "Exception", "SQLSTATE", " error in "];
        beginnings.iter().any(|word| begins(line, word))
            || parts.iter().any(|part| line.contains(part))
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
