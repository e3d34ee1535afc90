//! Points of the reader's file on their way into the page.

use super::Page;
use super::own_data::OwnData;
use crate::data::dataset::{Dataset, DatasetError, Variable};
use crate::data::grid::Grid;
use crate::data::summary::Summary;
use crate::session::Source;

/// Points that have come so far, and how many rows lie where.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    xs: Vec<f64>,
    ys: Vec<f64>,
    grid: Option<Grid>,
}

/// Two columns of the reader's file, but for their points, which have come before.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenColumns {
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
    /// What became of the rows, in sentences.
    pub report: Vec<String>,
    /// What a link says of the file where it lies beside the page.
    pub beside: Option<String>,
}

impl Page {
    /// Makes room for so many points, and forgets those that have come before.
    pub fn make_room(&mut self, count: usize) {
        self.incoming =
            Incoming { xs: Vec::with_capacity(count), ys: Vec::with_capacity(count), grid: None };
    }

    /// Adds points: some at a time, because all at once would hold the page up.
    pub fn add_points(&mut self, xs: &[f64], ys: &[f64]) {
        self.incoming.xs.extend_from_slice(xs);
        self.incoming.ys.extend_from_slice(ys);
    }

    /// Adds how many rows lie where, where the points are a sample of them.
    pub fn add_grid(&mut self, grid: Option<Grid>) {
        self.incoming.grid = grid;
    }

    /// Changes the data to two columns of the reader's file, with the points that have come.
    ///
    /// # Errors
    /// When they cannot be learned from. The data are the same as before then.
    pub fn take_columns(&mut self, taken: TakenColumns) -> Result<(), DatasetError> {
        let Incoming { xs, ys, grid } = std::mem::take(&mut self.incoming);
        let dataset = match taken.whole {
            true => Dataset::of_rows(taken.summary, xs, ys)?,
            false => Dataset::of_sample(taken.summary, xs, ys)?,
        };
        let mut dataset = dataset.named(taken.x, taken.y);
        if let Some(grid) = grid {
            dataset = dataset.with_grid(grid);
        }
        let TakenColumns { name, headings, columns, report, beside, .. } = taken;
        self.session.choose(Source::Own { name: name.clone(), beside }, dataset);
        self.own_data = Some(OwnData { name, headings, columns, report, linked: None });
        self.renew();
        Ok(())
    }
}
