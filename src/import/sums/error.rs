//! Why a pasted answer is not the sums of any rows, and what to do about it.

use crate::data::summary::SummaryError;

/// Why a text is not a row of sums.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SumsError {
    /// Nothing was pasted.
    Empty,
    /// The text has no table, or one without sums.
    NotFound,
    /// The names are there, the numbers are not.
    OnlyHeadings,
    /// Some of the sums are missing.
    Missing {
        /// The names of the missing columns.
        names: String,
    },
    /// Numbers without names, but too few or too many.
    NotInOrder {
        /// The number of them.
        found: usize,
    },
    /// The database reported an error.
    Refused {
        /// The first line of it.
        line: String,
    },
    /// The text is the statement itself.
    Statement,
    /// The text is the sample of rows.
    Sample,
    /// There are sums of several groups.
    SeveralRows {
        /// The number of them.
        rows: usize,
    },
    /// The tool printed a part of a cell.
    CutOff {
        /// The cell.
        cell: String,
    },
    /// The tool printed a number in words.
    InWords {
        /// The cell.
        cell: String,
    },
    /// A sum of squares was rounded to a digit or two.
    TooFewDigits {
        /// The name of the column.
        field: &'static str,
        /// The text of the cell.
        cell: String,
    },
    /// A sign may be that of decimals or of thousands, and rows can have both sums.
    WhichDecimal {
        /// The first such cell.
        cell: String,
        /// Its value where a point stands before decimals.
        point: f64,
        /// Its value where a comma does.
        comma: f64,
    },
    /// A cell holds something else.
    NotANumber {
        /// The name of the column.
        field: &'static str,
        /// The text of the cell.
        cell: String,
    },
    /// NULL where a number must be.
    Null {
        /// The name of the column.
        field: &'static str,
    },
    /// No pairs at all.
    NoPairs,
    /// Too few pairs.
    OnePair,
    /// The count is not one.
    NotACount {
        /// The value.
        n: f64,
    },
    /// NaN or an infinity.
    NotFinite {
        /// The name of the column.
        field: &'static str,
    },
    /// A sum of squares below zero.
    Negative {
        /// The name of the column.
        field: &'static str,
        /// The value.
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
        /// The name of the column.
        field: &'static str,
        /// On which side.
        size: Size,
        /// The number of rows.
        rows: u64,
    },
    /// The sums cannot be learned from.
    Sums(#[from] SummaryError),
}

impl SumsError {
    /// Whether the text has sums that cannot be used, and not something else.
    pub fn is_of_sums(&self) -> bool {
        match self {
            Self::Empty
            | Self::NotFound
            | Self::OnlyHeadings
            | Self::Missing { .. }
            | Self::NotInOrder { .. }
            | Self::Statement
            | Self::Sample
            | Self::SeveralRows { .. } => false,
            Self::Refused { .. }
            | Self::CutOff { .. }
            | Self::InWords { .. }
            | Self::TooFewDigits { .. }
            | Self::WhichDecimal { .. }
            | Self::NotANumber { .. }
            | Self::Null { .. }
            | Self::NoPairs
            | Self::OnePair
            | Self::NotACount { .. }
            | Self::NotFinite { .. }
            | Self::Negative { .. }
            | Self::Rounded
            | Self::Impossible
            | Self::MeanOutside { .. }
            | Self::Spread { .. }
            | Self::Sums(_) => true,
        }
    }
}

/// The side on which a sum is beyond what is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// It is too small.
    Small,
    /// It is too large.
    Large,
}
