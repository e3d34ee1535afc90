//! The definition of a set of data that comes with the page.

use crate::data::dataset::{Dataset, DatasetError, Variable};
use crate::numeric::range::Range;

/// A set of data that comes with the page, and the settings it opens with.
#[derive(Debug)]
pub struct Builtin {
    /// Name in links. Never changes, once it has been published.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// The heading of the explanatory variable, with its unit.
    pub x: &'static str,
    /// The heading of the dependent variable, with its unit.
    pub y: &'static str,
    /// The origin of the data, in a line.
    pub source: &'static str,
    /// The reason to look at the data, in a sentence.
    pub why: &'static str,
    /// The learning rate it opens with.
    pub learning_rate: f64,
    /// The epoch to stop at that it opens with.
    pub epochs: u64,
    pub(super) data: BuiltinData,
}

/// A table of counts that points are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// The middle of each cell, in x and in y, and how many rows lie in it. A cell is 1 wide and 1 high.
    pub cells: Vec<(f64, f64, u16)>,
    /// No point is drawn beyond the least and the greatest x.
    pub range_x: Range,
    /// Nor beyond those of y.
    pub range_y: Range,
    /// Seed of the places of the points, and then of their order.
    pub seed: u64,
}

/// The numbers of a set.
#[derive(Debug)]
pub(super) enum BuiltinData {
    /// Rows (x, y), written out.
    Table(&'static [(f64, f64)]),
    /// Exact sums, and a table of counts that points are drawn from.
    Counts {
        /// Builds the dataset.
        dataset: fn() -> Result<Dataset, DatasetError>,
        /// The table of counts.
        counts: fn() -> Counts,
    },
}

impl PartialEq for Builtin {
    /// The id tells them apart.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Builtin {
    /// The data, under their names.
    pub fn dataset(&self) -> Dataset {
        // The numbers are constants, and a test builds each set.
        self.build()
            .expect("built-in data are sound")
            .named(Variable::from_heading(self.x), Variable::from_heading(self.y))
    }

    /// The table that the points are drawn from, where they are.
    pub fn counts(&self) -> Option<Counts> {
        match self.data {
            BuiltinData::Table(_) => None,
            BuiltinData::Counts { counts, .. } => Some(counts()),
        }
    }

    fn build(&self) -> Result<Dataset, DatasetError> {
        match self.data {
            BuiltinData::Table(rows) => {
                let (xs, ys): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
                Dataset::from_columns(&xs, &ys)
            }
            BuiltinData::Counts { dataset, .. } => dataset(),
        }
    }
}
