//! Why a pasted answer is not the sums of any rows, and what to do about it.

use crate::data::summary::SummaryError;
use crate::numeric::notation;

/// Why a text is not a row of sums.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SumsError {
    /// Nothing was pasted.
    #[error("Paste the row that your database answered.")]
    Empty,
    /// The text has no table, or one without sums.
    #[error(
        "There are no sums in this. Run the statement in your database, and paste what it answers, \
         with the names of the columns: n, mean_x, mean_y, sxx, sxy, syy."
    )]
    NotFound,
    /// The names are there, the numbers are not.
    #[error("These are the names of the columns without the row under them. Paste that too.")]
    OnlyHeadings,
    /// Some of the sums are missing.
    #[error("The answer has no column {names}. Paste the whole row that the statement gives.")]
    Missing {
        /// The names of the missing columns.
        names: String,
    },
    /// Numbers without names, but too few or too many.
    #[error(
        "This row has {found} values without names; the statement gives ten, or six without the least \
         and the greatest. Paste all of them, or paste the names of the columns too."
    )]
    NotInOrder {
        /// The number of them.
        found: usize,
    },
    /// The database reported an error.
    #[error("The database answered with an error, not with sums: {line}")]
    Refused {
        /// The first line of it.
        line: String,
    },
    /// The text is the statement itself.
    #[error("This is the SQL itself. Run it in your database, and paste what it answers.")]
    Statement,
    /// The text is the sample of rows.
    #[error("These are single rows, not their sums. A sample belongs into the other box.")]
    Sample,
    /// There are sums of several groups.
    #[error(
        "The answer has {rows} rows where one is wanted. Leave GROUP BY out of the statement, \
         or paste one row with the names of the columns."
    )]
    SeveralRows {
        /// The number of them.
        rows: usize,
    },
    /// The tool printed a part of a cell.
    #[error(
        "The tool left out a part of what it printed ('{cell}'). Have it print everything: in Spark with \
         show(truncate=False), in DuckDB after .mode line, in pandas with to_csv()."
    )]
    CutOff {
        /// The cell.
        cell: String,
    },
    /// A cell holds something else.
    #[error(
        "'{cell}' in the column {field} is not a number. Paste the row as the database gives it."
    )]
    NotANumber {
        /// The name of the column.
        field: &'static str,
        /// The text of the cell.
        cell: String,
    },
    /// NULL where a number must be.
    #[error(
        "There is no value in the column {field}, though there are rows. Paste the row as the database \
         gives it."
    )]
    Null {
        /// The name of the column.
        field: &'static str,
    },
    /// No pairs at all.
    #[error(
        "No row of the table has a number in both columns. Check the names of the columns, \
         or choose others."
    )]
    NoPairs,
    /// Too few pairs.
    #[error("There is only one row with a number in both columns. A line needs at least two.")]
    OnePair,
    /// The count is not one.
    #[error(
        "n is {n}, and the number of rows is a whole one. Check that the values stand in the order \
         n, mean_x, mean_y, sxx, sxy, syy, or paste the names of the columns too."
    )]
    NotACount {
        /// The value.
        n: String,
    },
    /// NaN or an infinity.
    #[error(
        "The column {field} is not finite, so some row has NaN or an infinity in it. \
         Leave such rows out with a condition after WHERE."
    )]
    NotFinite {
        /// The name of the column.
        field: &'static str,
    },
    /// A sum of squares below zero.
    #[error(
        "{field} is {}, and a sum of squares cannot be negative. Check that the values stand in the order \
         n, mean_x, mean_y, sxx, sxy, syy, or paste the names of the columns too.",
        notation::number(*.value)
    )]
    Negative {
        /// The name of the column.
        field: &'static str,
        /// The value.
        value: f64,
    },
    /// Sxy² exceeds Sxx·Syy by a little.
    #[error(
        "The numbers were rounded too much: Sxy² is a little more than Sxx·Syy, which it cannot exceed. \
         Have your tool print all digits."
    )]
    Rounded,
    /// Sxy² exceeds Sxx·Syy.
    #[error(
        "These are not the sums of any rows: Sxy² is more than Sxx·Syy, which it cannot exceed. \
         Check that the values stand in the order n, mean_x, mean_y, sxx, sxy, syy."
    )]
    Impossible,
    /// The mean is not between the least and the greatest.
    #[error(
        "The mean of {axis} is {}, which is not between its least, {}, and its greatest, {}. \
         Check that all values are of the same rows.",
        notation::number(*.mean), notation::number(*.min), notation::number(*.max)
    )]
    MeanOutside {
        /// x or y.
        axis: &'static str,
        /// The mean.
        mean: f64,
        /// The least.
        min: f64,
        /// The greatest.
        max: f64,
    },
    /// The sum of squares is not one of numbers between the least and the greatest.
    #[error(
        "{field} is too {size} for {} rows between the least and the greatest value. It must be the sum \
         of the squares Σ(x − x̄)², not a variance or a standard deviation.",
        notation::count(*.rows)
    )]
    Spread {
        /// The name of the column.
        field: &'static str,
        /// `small` or `large`.
        size: &'static str,
        /// The number of rows.
        rows: u64,
    },
    /// The sums cannot be learned from.
    #[error(transparent)]
    Sums(#[from] SummaryError),
}
