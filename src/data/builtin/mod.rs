//! The data that come with the page, each with a reason to look at it.
//!
//! ```
//! use downhill::data::builtin;
//!
//! let cars = builtin::find("cars").expect("it comes with the page");
//! assert!(cars.dataset().least_squares().is_some_and(|line| line.slope < 0.0));
//! ```

mod anscombe;
mod cars;
mod curve;
mod faithful;
mod outlier;
mod weather;
mod years;

use crate::data::dataset::{Dataset, DatasetError, Variable};
use crate::numeric::range::Range;

/// A set of data that comes with the page, and the settings it opens with.
#[derive(Debug)]
pub struct Builtin {
    /// What links call it. Never changes, once it has been published.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The heading of the explanatory variable, with its unit.
    pub x: &'static str,
    /// The heading of the dependent variable, with its unit.
    pub y: &'static str,
    /// Where it comes from, in a line.
    pub source: &'static str,
    /// Why it is worth the learner's look, in a sentence.
    pub why: &'static str,
    /// The learning rate it opens with.
    pub learning_rate: f64,
    /// The epoch to stop at that it opens with.
    pub epochs: u64,
    data: Data,
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
    /// What the places of the points, and then their order, follow from.
    pub seed: u64,
}

/// Where the numbers are.
#[derive(Debug)]
enum Data {
    /// Rows (x, y), written out.
    Table(&'static [(f64, f64)]),
    /// Sums and a table of counts.
    Weather,
}

static ALL: [Builtin; 10] = [
    weather::WEATHER,
    anscombe::FIRST,
    anscombe::SECOND,
    anscombe::THIRD,
    anscombe::FOURTH,
    faithful::FAITHFUL,
    cars::CARS,
    curve::CURVE,
    outlier::OUTLIER,
    years::YEARS,
];

/// All of them, in the order in which to offer them; the page opens with the first.
pub fn all() -> &'static [Builtin] {
    &ALL
}

/// The one that the page opens with.
pub fn first() -> &'static Builtin {
    &ALL[0]
}

/// The one that links call `id`.
pub fn find(id: &str) -> Option<&'static Builtin> {
    ALL.iter().find(|builtin| builtin.id == id)
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
            Data::Table(_) => None,
            Data::Weather => Some(weather::counts()),
        }
    }

    fn build(&self) -> Result<Dataset, DatasetError> {
        match self.data {
            Data::Table(rows) => {
                let (xs, ys): (Vec<f64>, Vec<f64>) = rows.iter().copied().unzip();
                Dataset::from_columns(&xs, &ys)
            }
            Data::Weather => weather::dataset(),
        }
    }
}
