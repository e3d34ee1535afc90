//! Sentences about rows that a database summed, and the errors of pasted sums and samples.

use std::fmt;

use super::number::{count, number, rounded};
use super::plural;
use crate::import::PairsError;
use crate::import::sums::{Form, Rounding, Size, SummedRows, SumsError};

/// Report on sums with `drawn` points: `left_out` rows of the sample had no number.
pub fn summed(sums: &SummedRows, drawn: usize, left_out: u64) -> Vec<String> {
    let rows = plural::rows(sums.summary.n());
    let mut sentences = vec![match &sums.rounding {
        None => format!(
            "{rows}, summed by the database: on squared error the descent is exact, as if all of \
             them were here."
        ),
        Some(Rounding { form, slope, intercept }) => format!(
            "{rows}, summed by the database. The numbers were rounded when they were printed: the \
             means have {}, so the slope is good to about {} and the intercept to about {}.",
            match form {
                Form::Decimals(decimals) => plural::decimals(*decimals),
                Form::Digits(digits) => plural::digits(*digits),
            },
            rounded(*slope, 1),
            rounded(*intercept, 1)
        ),
    }];
    sentences.push(match drawn {
        0 => "There are no points to draw, since no sample was pasted: the ellipses reach one \
             and two standard deviations from the mean."
            .to_owned(),
        1 => "The point is one of them, chosen at random; other costs and mini-batches work on \
             it alone."
            .to_owned(),
        drawn => format!(
            "The {} points are a random sample of them; other costs and mini-batches work on \
             those alone.",
            count(drawn as u64)
        ),
    });
    match left_out {
        0 => {}
        1 => sentences.push(
            "1 row of the sample has no number in one of the columns, and was left out.".to_owned(),
        ),
        left_out => sentences.push(format!(
            "{} rows of the sample have no number in one of the columns, and were left out.",
            count(left_out)
        )),
    }
    if !sums.ranges_known {
        sentences.push(
            "The least and greatest values are not among the sums: the axes reach three \
             standard deviations."
                .to_owned(),
        );
    }
    sentences
}

impl fmt::Display for SumsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("Paste the row that your database gave you."),
            Self::NotFound => formatter.write_str(
                "There are no sums in this. Run the statement in your database, and paste its answer, with the names \
                 of the columns: n, mean_x, mean_y, sxx, sxy, syy.",
            ),
            Self::OnlyHeadings => formatter.write_str(
                "These are the names of the columns without the row under them. Paste that too.",
            ),
            Self::Statement => formatter.write_str(
                "This is the SQL itself. Run it in your database, and paste its answer.",
            ),
            Self::Sample => formatter.write_str(
                "These are single rows, not their sums. A sample belongs in the other box.",
            ),
            Self::NoPairs => formatter.write_str(
                "No row of the table has a number in both columns. Check the names of the \
                 columns, or choose others.",
            ),
            Self::OnePair => formatter.write_str(
                "There is only one row with a number in both columns. A line needs at least \
                 two.",
            ),
            Self::Rounded => formatter.write_str(
                "The numbers were rounded too much: Sxy² is a little more than Sxx·Syy, which \
                 it cannot exceed. Have your tool print all digits.",
            ),
            Self::Impossible => formatter.write_str(
                "These are not the sums of any rows: Sxy² is more than Sxx·Syy, which it cannot exceed. Check that \
                 the values are in the order n, mean_x, mean_y, sxx, sxy, syy.",
            ),
            Self::Sums(error) => error.fmt(formatter),
            Self::Missing { names } => write!(
                formatter,
                "The answer has no column {names}. Paste the whole row that the statement gives."
            ),
            Self::NotInOrder { found } => write!(
                formatter,
                "This row has {} without names; the statement gives ten, or six without the \
                 least and the greatest. Paste all of them, or paste the names of the columns \
                 too.",
                plural::values(*found)
            ),
            Self::Refused { line } => {
                write!(formatter, "The database answered with an error, not with sums: {line}")
            }
            Self::SeveralRows { rows } => write!(
                formatter,
                "The answer has {rows} rows, but it should have one. Leave GROUP BY out of the statement, or paste \
                 one row with the names of the columns."
            ),
            Self::CutOff { cell } => write!(
                formatter,
                "The tool cut off part of what it printed ('{cell}'). Have it print everything: in Spark with \
                 show(truncate=False), in DuckDB after .mode line, in pandas with to_csv()."
            ),
            Self::InWords { cell } => write!(
                formatter,
                "The tool wrote '{cell}' for a number, and left out digits. In DuckDB switch that off with \
                 .large_number_rendering off, run the statement again, and paste its answer."
            ),
            Self::TooFewDigits { field, cell } => write!(
                formatter,
                "Too few digits were copied: {field} is '{cell}', which is rounded too far. Have your tool print all \
                 digits: save the row as CSV or JSON, or write CAST({field} AS VARCHAR(40)) in the statement."
            ),
            Self::WhichDecimal { cell, point, comma } => write!(
                formatter,
                "'{cell}' is {} if a point stands before decimals, and {} if a comma does; rows \
                 can have both sums. Paste the numbers without signs between thousands.",
                number(*point),
                number(*comma)
            ),
            Self::NotANumber { field, cell } => write!(
                formatter,
                "'{cell}' in the column {field} is not a number. Paste the row as the database \
                 gives it."
            ),
            Self::Null { field } => write!(
                formatter,
                "There is no value in the column {field}, though there are rows. Paste the row \
                 as the database gives it."
            ),
            Self::NotACount { n } => write!(
                formatter,
                "n is {}, but a number of rows is whole. Check that the values are in the order n, mean_x, mean_y, \
                 sxx, sxy, syy, or paste the names of the columns too.",
                number(*n)
            ),
            Self::NotFinite { field } => write!(
                formatter,
                "The column {field} is not finite, so some row has NaN or an infinity in it. \
                 Leave such rows out with a condition after WHERE."
            ),
            Self::Negative { field, value } => write!(
                formatter,
                "{field} is {}, and a sum of squares cannot be negative. Check that the values are in the order n, \
                 mean_x, mean_y, sxx, sxy, syy, or paste the names of the columns too.",
                number(*value)
            ),
            Self::MeanOutside { axis, mean, min, max } => write!(
                formatter,
                "The mean of {axis} is {}, which is not between its least, {}, and its greatest, {}. Check that all \
                 values come from the same rows.",
                number(*mean),
                number(*min),
                number(*max)
            ),
            Self::Spread { field, size: Size::Small, rows } => write!(
                formatter,
                "{field} is too small for {} between the least and the greatest value. It must \
                 be the sum of the squares Σ(x − x̄)², not a variance or a standard deviation.",
                plural::rows(*rows)
            ),
            Self::Spread { field, size: Size::Large, rows } => write!(
                formatter,
                "{field} is too large for {} between the least and the greatest value. It must \
                 be the sum of the squares Σ(x − x̄)², not a variance or a standard deviation.",
                plural::rows(*rows)
            ),
        }
    }
}

impl fmt::Display for PairsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => formatter.write_str(
                "There are no two columns of numbers in this. Run the statement for the sample in your database, and \
                 paste its answer: rows with x and y.",
            ),
            Self::WhichColumns { columns } => write!(
                formatter,
                "This has {columns} columns, and none are called x and y. Paste only the two columns, x first, or \
                 call them x and y."
            ),
            Self::NothingUsable { rows: 1 } => formatter.write_str(
                "The only row does not have a number in both columns. Paste rows with x and y; \
                 numbers are written like 3.5, with a point and no unit.",
            ),
            Self::NothingUsable { rows } => write!(
                formatter,
                "None of the {} rows has a number in both columns. Paste rows with x and y; \
                 numbers are written like 3.5, with a point and no unit.",
                count(*rows)
            ),
            Self::Beyond { axis, value, min, max } => write!(
                formatter,
                "The sample has {axis} = {}, but the sums say that all rows are between {} and \
                 {}. Take sums and sample from the same table and columns, with x and y the \
                 same way round.",
                number(*value),
                number(*min),
                number(*max)
            ),
            Self::Data(error) => error.fmt(formatter),
            Self::Sums(error) => error.fmt(formatter),
        }
    }
}
