//! The points with their errors, in any order, and the tenths of x that stand for many of them.

use crate::data::dataset::{Dataset, Points};
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// The number of groups.
const GROUPS: usize = 10;

/// A point and its error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointRow {
    /// Its index, from 0.
    pub index: usize,
    /// The explanatory variable.
    pub x: f64,
    /// The dependent variable.
    pub y: f64,
    /// ŷ = a·x + b.
    pub prediction: f64,
    /// e = y − ŷ.
    pub error: f64,
}

impl PointRow {
    /// The row of a point that is there.
    fn of((index, (x, y)): (usize, (f64, f64)), line: Line) -> Self {
        let prediction = line.predict(x);
        Self { index, x, y, prediction, error: y - prediction }
    }

    /// e².
    pub fn square(&self) -> f64 {
        self.error * self.error
    }
}

/// A number of a point, or its mean over a group, that rows can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// The order of the data.
    Place,
    /// x.
    X,
    /// y.
    Y,
    /// ŷ.
    Prediction,
    /// e.
    Error,
    /// e².
    Square,
}

impl SortKey {
    /// All of them, in the order of the columns.
    pub const ALL: [Self; 6] =
        [Self::Place, Self::X, Self::Y, Self::Prediction, Self::Error, Self::Square];

    /// The name that JavaScript knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::X => "x",
            Self::Y => "y",
            Self::Prediction => "prediction",
            Self::Error => "error",
            Self::Square => "square",
        }
    }

    /// The key of a name. Returns `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
}

/// An order of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The number that they are sorted by.
    pub key: SortKey,
    /// Whether the greatest comes first.
    pub descending: bool,
}

impl Order {
    /// The order of the data.
    pub const AS_THEY_ARE: Self = Self { key: SortKey::Place, descending: false };

    /// Sorts things by a number of theirs. Equal ones stay in the order in which they were.
    fn sort<T>(self, rows: &mut [T], value: impl Fn(&T) -> f64) {
        match self.descending {
            true => rows.sort_by(|a, b| value(b).total_cmp(&value(a))),
            false => rows.sort_by(|a, b| value(a).total_cmp(&value(b))),
        }
    }
}

/// All points of a dataset, or those of a group, as rows in an order.
pub fn rows(
    dataset: &Dataset,
    line: Line,
    group: Option<(&Tenths, usize)>,
    order: Order,
) -> Vec<PointRow> {
    let is_in = |x: f64| group.is_none_or(|(tenths, group)| tenths.group_of(x) == group);
    let points = dataset.points().iter().enumerate().filter(|(_, (x, _))| is_in(*x));
    let mut rows: Vec<_> = points.map(|point| PointRow::of(point, line)).collect();
    order.sort(&mut rows, |row| match order.key {
        SortKey::Place => row.index as f64,
        SortKey::X => row.x,
        SortKey::Y => row.y,
        SortKey::Prediction => row.prediction,
        SortKey::Error => row.error,
        SortKey::Square => row.square(),
    });
    rows
}

/// Points in ten groups by x, as even as equal x allow: those are never parted.
#[derive(Clone, Debug, PartialEq)]
pub struct Tenths {
    /// The least x of each group but the first.
    cuts: Vec<f64>,
}

/// Points of a group: how many, where, and their means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tenth {
    /// The index of the group, from the least x.
    pub group: usize,
    /// The number of points.
    pub n: u64,
    /// The least and the greatest x.
    pub x: Range,
    /// The mean of y.
    pub mean_y: f64,
    /// The mean of ŷ.
    pub mean_prediction: f64,
    /// The mean of e.
    pub mean_error: f64,
    /// The mean of e².
    pub mean_square: f64,
}

impl Tenths {
    /// The tenths of some points.
    pub fn of(points: &Points) -> Self {
        let mut xs = points.xs().to_vec();
        let cuts = (1..GROUPS).rev().filter_map(|group| {
            let (whole, rank) = (xs.len(), points.len() * group / GROUPS);
            (rank < whole).then(|| {
                let (_, &mut cut, _) = xs.select_nth_unstable_by(rank, f64::total_cmp);
                // What is greater has been parted from what is less, among which the next cut is.
                xs.truncate(rank);
                cut
            })
        });
        let mut cuts: Vec<f64> = cuts.collect();
        cuts.reverse();
        cuts.dedup();
        let least = points.xs().iter().copied().fold(f64::INFINITY, f64::min);
        cuts.retain(|&cut| cut > least);
        Self { cuts }
    }

    /// The number of groups: fewer than ten where many x are equal.
    pub fn len(&self) -> usize {
        self.cuts.len() + 1
    }

    /// Whether there is no group, which never is.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The index of the group that an x belongs to.
    pub fn group_of(&self, x: f64) -> usize {
        self.cuts.partition_point(|&cut| cut <= x)
    }

    /// The groups with their means, in an order.
    pub fn means(&self, points: &Points, line: Line, order: Order) -> Vec<Tenth> {
        let mut groups: Vec<_> = (0..self.len()).map(Tenth::empty).collect();
        for point in points.iter().enumerate() {
            let row = PointRow::of(point, line);
            groups[self.group_of(row.x)].add(&row);
        }
        groups.iter_mut().for_each(Tenth::divide);
        order.sort(&mut groups, |tenth| match order.key {
            SortKey::Place => tenth.group as f64,
            SortKey::X => tenth.x.min,
            SortKey::Y => tenth.mean_y,
            SortKey::Prediction => tenth.mean_prediction,
            SortKey::Error => tenth.mean_error,
            SortKey::Square => tenth.mean_square,
        });
        groups
    }
}

impl Tenth {
    fn empty(group: usize) -> Self {
        let (n, x) = (0, Range::EMPTY);
        Self { group, n, x, mean_y: 0.0, mean_prediction: 0.0, mean_error: 0.0, mean_square: 0.0 }
    }

    fn add(&mut self, row: &PointRow) {
        self.n += 1;
        self.x = self.x.including(row.x);
        self.mean_y += row.y;
        self.mean_prediction += row.prediction;
        self.mean_error += row.error;
        self.mean_square += row.square();
    }

    /// Makes means of the sums.
    fn divide(&mut self) {
        let n = self.n as f64;
        let Self { mean_y, mean_prediction, mean_error, mean_square, .. } = self;
        for sum in [mean_y, mean_prediction, mean_error, mean_square] {
            *sum /= n;
        }
    }
}
