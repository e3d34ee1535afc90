//! Points of the reader's file on their way into the page.

use crate::data::dataset::Variable;
use crate::data::grid::Grid;
use crate::data::summary::Summary;

/// Points that have come so far, and how many rows lie where.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    pub(super) xs: Vec<f64>,
    pub(super) ys: Vec<f64>,
    pub(super) grid: Option<Grid>,
}

/// Two columns of the reader's file, but for their points, which have come before.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptedColumns {
    /// The name of the file.
    pub name: String,
    /// The headings of all its columns.
    pub headings: Vec<String>,
    /// The indices of the two columns, x first.
    pub columns: (usize, usize),
    /// The first of the two.
    pub x: Variable,
    /// The second of the two.
    pub y: Variable,
    /// The exact sums over all rows.
    pub summary: Summary,
    /// Whether the points are all rows; a sample of them otherwise.
    pub whole: bool,
    /// Report on the rows, in sentences.
    pub report: Vec<String>,
    /// Field of the link that names the file, where it lies beside the page.
    pub address: Option<String>,
}
