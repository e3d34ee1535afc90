//! Why a pasted answer is not the sums of any rows.

use crate::data::summary::SummaryError;

/// Why a text is not the answer to the statement.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SumsError {
    /// Nothing was pasted.
    Empty,
    /// There is no table in it, or none of sums.
    NotFound,
    /// The names are there, the numbers are not.
    OnlyHeadings,
    /// There are other sums than those that are needed.
    Missing {
        /// What is missing, as the statement calls it.
        names: String,
    },
    /// Numbers without names, but too few or too many.
    NotInOrder {
        /// How many there are.
        found: usize,
    },
    /// The database refused.
    Refused {
        /// What it said first.
        line: String,
    },
    /// The statement itself.
    Statement,
    /// The sample of rows.
    Sample,
    /// There are sums of several groups.
    SeveralRows {
        /// How many there are.
        rows: usize,
    },
    /// The tool printed a part of it.
    CutOff {
        /// Where.
        cell: String,
    },
    /// A cell holds something else.
    NotANumber {
        /// The column, as the statement calls it.
        field: &'static str,
        /// What it holds.
        cell: String,
    },
    /// NULL where a number must be.
    Null {
        /// The column, as the statement calls it.
        field: &'static str,
    },
    /// No pairs at all.
    NoPairs,
    /// Too few pairs.
    OnePair,
    /// The count is not one.
    NotACount {
        /// What it is.
        n: f64,
    },
    /// NaN or an infinity.
    NotFinite {
        /// The column, as the statement calls it.
        field: &'static str,
    },
    /// A sum of squares below zero.
    Negative {
        /// Which one, as the statement calls it.
        field: &'static str,
        /// What it is.
        value: f64,
    },
    /// Sxy² exceeds Sxx·Syy by a little.
    Rounded,
    /// Sxy² exceeds Sxx·Syy.
    Impossible,
    /// The mean is not between the least and the greatest.
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
    Spread {
        /// Which one, as the statement calls it.
        field: &'static str,
        /// On which side.
        size: Size,
        /// How many rows.
        rows: u64,
    },
    /// The sums are of no use otherwise.
    Sums(#[from] SummaryError),
}

/// On which side of what is possible a sum is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// It is too small.
    Small,
    /// It is too large.
    Large,
}
