//! The data of a descent: exact sums, the points to draw, and the names of the columns.

use std::sync::Arc;

use crate::data::grid::Grid;
use crate::data::summary::{Summary, SummaryError};
use crate::edition::{FullPackage, SampledData};
use crate::numeric::line::Line;

/// The reason that no descent can use some columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatasetError {
    /// The columns are not the same length.
    Lengths {
        /// Numbers in x.
        x: usize,
        /// Numbers in y.
        y: usize,
    },
    /// A cell is infinite or not a number.
    NotFinite {
        /// The row, counted from 1.
        row: usize,
    },
    /// The sums of the columns cannot be used.
    Sums(#[from] SummaryError),
    /// Some rows are missing, and this package needs all.
    Sampled,
}

/// The name of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variable {
    /// The name, such as `MinTemp`.
    pub name: String,
    /// The unit, such as `°C`, where the heading told one.
    pub unit: Option<String>,
}

impl Variable {
    /// Splits a heading such as `MinTemp (°C)` or `height [cm]` into name and unit.
    ///
    /// ```
    /// # use downhill::data::dataset::Variable;
    /// let variable = Variable::from_heading("MinTemp (°C)");
    /// assert_eq!((variable.name.as_str(), variable.unit.as_deref()), ("MinTemp", Some("°C")));
    /// ```
    pub fn from_heading(heading: &str) -> Self {
        let heading = heading.trim();
        match split_unit(heading) {
            Some((name, unit)) => Self { name: name.to_owned(), unit: Some(unit.to_owned()) },
            None => Self { name: heading.to_owned(), unit: None },
        }
    }

    /// The title of an axis: the name, with its unit in brackets.
    pub fn label(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{} ({unit})", self.name),
            None => self.name.clone(),
        }
    }
}

/// Splits a heading into the name and the text in the last pair of brackets. A number there tells apart
/// columns of one name, as in `height (2)`, and is no unit; nor are brackets that do not close, because the
/// title of an axis has to lead back to the same name and unit.
fn split_unit(heading: &str) -> Option<(&str, &str)> {
    let (inside, open, close) = match heading.as_bytes() {
        [inside @ .., b')'] => (inside, b'(', b')'),
        [inside @ .., b']'] => (inside, b'[', b']'),
        _ => return None,
    };
    let mut depth = 0;
    let begin = inside.iter().rposition(|&byte| {
        depth += i32::from(byte == open) - i32::from(byte == close);
        depth > 0
    })?;
    let (name, unit) = (heading[..begin].trim(), heading[begin + 1..inside.len()].trim());
    let is_number = unit.bytes().all(|byte| byte.is_ascii_digit());
    (!name.is_empty() && !is_number && is_closed(unit)).then_some((name, unit))
}

/// Whether all round brackets of a text that open close, and the other way round.
fn is_closed(text: &str) -> bool {
    let mut depth = 0;
    let never_below = text.bytes().all(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        depth >= 0
    });
    never_below && depth == 0
}

/// The origin of the points that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// They are the rows themselves.
    Rows,
    /// They are a random sample of the rows, or none at all; the sums are exact over all.
    Sample(SampledData),
    /// They are spread at random within the cells of a table of counts; only the sums are exact.
    Counts,
}

/// So many points are told one by one; of more, tenths of x are.
pub const MOST_TOLD: usize = 500;

/// The points to draw, in data units.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    // Not slices: making one of a vector copies it, and they may be millions.
    xs: Arc<Vec<f64>>,
    ys: Arc<Vec<f64>>,
    origin: Origin,
}

impl Points {
    /// The x of every point.
    pub fn xs(&self) -> &[f64] {
        &self.xs
    }

    /// The y of every point.
    pub fn ys(&self) -> &[f64] {
        &self.ys
    }

    /// Their origin.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// The point (x, y) of this index.
    pub fn get(&self, index: usize) -> Option<(f64, f64)> {
        Some((*self.xs.get(index)?, *self.ys.get(index)?))
    }

    /// The number of points.
    pub fn len(&self) -> usize {
        self.xs.len()
    }

    /// Whether they are so many that tenths of x are told in their place.
    pub fn are_many(&self) -> bool {
        self.len() > MOST_TOLD
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.xs.is_empty()
    }

    /// The points as pairs (x, y).
    pub fn iter(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        self.xs.iter().copied().zip(self.ys.iter().copied())
    }
}

/// Exact sums of the rows, their points, and the names of the two columns. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    summary: Summary,
    rss: f64,
    points: Points,
    grid: Option<(Arc<Grid>, FullPackage)>,
    x: Variable,
    y: Variable,
}

impl Dataset {
    /// The rows (xs\[i\], ys\[i\]), all of them finite.
    ///
    /// # Errors
    /// When the columns differ in length, are empty, hold an infinity or NaN, or are so large or
    /// so close together that their squares leave the range of f64.
    pub fn from_columns(xs: &[f64], ys: &[f64]) -> Result<Self, DatasetError> {
        check_columns(xs, ys)?;
        Self::of_rows(Summary::of_columns(xs, ys), xs.to_vec(), ys.to_vec())
    }

    /// Finite rows whose sums are known.
    pub(crate) fn of_rows(
        summary: Summary,
        xs: Vec<f64>,
        ys: Vec<f64>,
    ) -> Result<Self, DatasetError> {
        summary.check()?;
        let points = Points { xs: xs.into(), ys: ys.into(), origin: Origin::Rows };
        let rss = summary.residual_sum_of(&points.xs, &points.ys);
        Ok(Self {
            summary,
            rss,
            points,
            grid: None,
            x: Variable::from_heading("x"),
            y: Variable::from_heading("y"),
        })
    }

    /// Exact sums with points that stand for the rows. `rss` is the residual sum of squares at the
    /// least-squares line; what rounding may have left of a perfect one counts as 0.
    ///
    /// # Errors
    /// When the points are not pairs of finite numbers, or `rss` is negative or not finite.
    pub fn from_sums(
        summary: Summary,
        rss: f64,
        xs: Vec<f64>,
        ys: Vec<f64>,
        origin: Origin,
    ) -> Result<Self, DatasetError> {
        check_columns(&xs, &ys)?;
        summary.check()?;
        if !rss.is_finite() || rss < 0.0 {
            return Err(SummaryError::Impossible.into());
        }
        let points = Points { xs: xs.into(), ys: ys.into(), origin };
        Ok(Self {
            summary,
            rss: summary.beyond_rounding(rss),
            points,
            grid: None,
            x: Variable::from_heading("x"),
            y: Variable::from_heading("y"),
        })
    }

    /// Exact sums with a random sample of the rows that they are of, or with no points at all.
    ///
    /// # Errors
    /// When the points are not pairs of finite numbers, or no rows have such sums; and in a package that has no
    /// such data.
    pub fn of_sample(summary: Summary, xs: Vec<f64>, ys: Vec<f64>) -> Result<Self, DatasetError> {
        let sampled = SampledData::get().ok_or(DatasetError::Sampled)?;
        Self::from_sums(summary, summary.residual_sum(), xs, ys, Origin::Sample(sampled))
    }

    /// The same data with counts of rows by place. The full package alone draws them, and keeps
    /// them.
    pub fn with_grid(self, grid: Grid) -> Self {
        Self { grid: FullPackage::get().map(|full| (Arc::new(grid), full)), ..self }
    }

    /// The counts of rows by place, if the points are a sample and the counts are known.
    pub fn grid(&self) -> Option<&Grid> {
        self.grid.as_ref().map(|(grid, _)| &**grid)
    }

    /// The same data under other names.
    pub fn named(mut self, x: Variable, y: Variable) -> Self {
        self.x = x;
        self.y = y;
        self
    }

    /// The same data with x and y exchanged.
    pub fn swapped(&self) -> Self {
        let summary = self.summary.swapped();
        let Points { xs, ys, origin } = self.points.clone();
        let points = Points { xs: ys, ys: xs, origin };
        let rss = match origin {
            Origin::Rows => summary.residual_sum_of(&points.xs, &points.ys),
            Origin::Sample(_) | Origin::Counts => summary.residual_sum(),
        };
        let grid = self.grid.as_ref().map(|(grid, full)| (Arc::new(grid.swapped()), *full));
        Self { summary, rss, points, grid, x: self.y.clone(), y: self.x.clone() }
    }

    /// The exact sums.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// RSS, the residual sum of squares at the least-squares line.
    pub fn rss(&self) -> f64 {
        self.rss
    }

    /// The points to draw.
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// The explanatory variable.
    pub fn x(&self) -> &Variable {
        &self.x
    }

    /// The dependent variable.
    pub fn y(&self) -> &Variable {
        &self.y
    }

    /// The least mean squared error that a line can have, RSS/n.
    pub fn least_cost(&self) -> f64 {
        self.rss / self.summary.n() as f64
    }

    /// The share of the variance of y that the best line explains. Returns `None` if y has no spread.
    pub fn r_squared(&self) -> Option<f64> {
        (self.summary.syy() > 0.0).then(|| 1.0 - self.rss / self.summary.syy())
    }

    /// The line with the least squared error. Returns `None` if x has no spread.
    pub fn least_squares(&self) -> Option<Line> {
        self.summary.least_squares()
    }
}

/// Refuses columns that are not pairs of finite numbers.
fn check_columns(xs: &[f64], ys: &[f64]) -> Result<(), DatasetError> {
    if xs.len() != ys.len() {
        return Err(DatasetError::Lengths { x: xs.len(), y: ys.len() });
    }
    match xs.iter().zip(ys).position(|(x, y)| !(x.is_finite() && y.is_finite())) {
        Some(row) => Err(DatasetError::NotFinite { row: row + 1 }),
        None => Ok(()),
    }
}
