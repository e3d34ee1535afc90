//! Taking in the points of the reader's file.

use super::Page;
use super::incoming::{AdoptedColumns, Incoming};
use super::own_data::OwnData;
use crate::data::dataset::{Dataset, DatasetError};
use crate::data::grid::Grid;
use crate::session::Source;

impl Page {
    /// Allocates room for a number of points, and forgets those received before.
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
    pub fn adopt_columns(&mut self, columns: AdoptedColumns) -> Result<(), DatasetError> {
        let Incoming { xs, ys, grid } = std::mem::take(&mut self.incoming);
        let dataset = match columns.whole {
            true => Dataset::of_rows(columns.summary, xs, ys)?,
            false => Dataset::of_sample(columns.summary, xs, ys)?,
        };
        let mut dataset = dataset.named(columns.x, columns.y);
        if let Some(grid) = grid {
            dataset = dataset.with_grid(grid);
        }
        let AdoptedColumns { name, headings, columns, report, address, .. } = columns;
        self.session.choose(Source::Own { name: name.clone(), address }, dataset);
        self.own_data = Some(OwnData { name, headings, columns, report, linked: None });
        self.renew();
        self.has_news = true;
        Ok(())
    }
}
