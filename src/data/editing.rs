//! Points changed by hand, with undo and redo.

use crate::data::dataset::{Dataset, DatasetError, Origin};
use crate::numeric::random::Random;

/// The most points that can be edited one by one.
pub const MOST: usize = 2_000;
/// The number of points of a sample to edit.
pub const SAMPLE: usize = 300;

/// The reason that a change of the points is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There are too many points.
    TooMany(usize),
    /// There are no points, only sums.
    NoPoints,
    /// The points are a sample of the rows.
    NotTheRows,
    /// It would delete the last point.
    LastPoint,
    /// There is no point of that index.
    NoPoint,
    /// No descent can use the new data.
    Dataset(#[from] DatasetError),
}

/// One change of the points. Indices count the points as they are then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// A new point, after all others.
    Add((f64, f64)),
    /// A point moves.
    Move {
        /// Its index.
        index: usize,
        /// Its new place, (x, y).
        to: (f64, f64),
    },
    /// A point is deleted.
    Delete(usize),
}

/// A change that was made, with what it takes to undo it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Made {
    Added { index: usize, point: (f64, f64) },
    Moved { index: usize, from: (f64, f64), to: (f64, f64) },
    Deleted { index: usize, point: (f64, f64) },
}

impl Made {
    fn reverse(self) -> Self {
        match self {
            Self::Added { index, point } => Self::Deleted { index, point },
            Self::Moved { index, from, to } => Self::Moved { index, from: to, to: from },
            Self::Deleted { index, point } => Self::Added { index, point },
        }
    }

    fn change(self) -> Change {
        match self {
            Self::Added { point, .. } => Change::Add(point),
            Self::Moved { index, to, .. } => Change::Move { index, to },
            Self::Deleted { index, .. } => Change::Delete(index),
        }
    }

    fn index(self) -> usize {
        match self {
            Self::Added { index, .. } | Self::Moved { index, .. } | Self::Deleted { index, .. } => {
                index
            }
        }
    }
}

/// Points that are edited, and all changes so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    points: Vec<(f64, f64)>,
    made: Vec<Made>,
    undone: Vec<Made>,
    /// Whether the next move goes on with the last one, as within one drag.
    joining: bool,
}

/// The past of edited points.
#[derive(Clone, Debug, PartialEq)]
pub struct EditHistory {
    /// The points before all changes.
    pub points: Vec<(f64, f64)>,
    /// All changes in their order, those that are undone included.
    pub changes: Vec<Change>,
    /// The number of changes, from the last one back, that are undone.
    pub undone: usize,
}

impl Editing {
    /// Begins to change the points of a dataset.
    ///
    /// # Errors
    /// When there are none or too many, or they only stand for the rows.
    pub fn of(dataset: &Dataset) -> Result<Self, EditError> {
        let points = dataset.points();
        if points.is_empty() {
            return Err(EditError::NoPoints);
        }
        if points.len() > MOST {
            return Err(EditError::TooMany(points.len()));
        }
        if points.origin() != Origin::Rows {
            return Err(EditError::NotTheRows);
        }
        Ok(Self {
            points: points.iter().collect(),
            made: Vec::new(),
            undone: Vec::new(),
            joining: false,
        })
    }

    /// Begins to change a random sample of the points of a dataset, the same one every time.
    pub fn of_sample(dataset: &Dataset) -> Self {
        let mut points: Vec<_> = dataset.points().iter().collect();
        let mut random = Random::new(SAMPLE as u64);
        for chosen in 0..SAMPLE.min(points.len()) {
            let other = chosen + random.below(points.len() - chosen);
            points.swap(chosen, other);
        }
        points.truncate(SAMPLE);
        Self { points, made: Vec::new(), undone: Vec::new(), joining: false }
    }

    /// The same points with x and y exchanged; what was changed before stays as it is.
    pub fn swapped(&self) -> Self {
        let points = self.points.iter().map(|&(x, y)| (y, x)).collect();
        Self { points, made: Vec::new(), undone: Vec::new(), joining: false }
    }

    /// The points under the names of `dataset`.
    ///
    /// # Errors
    /// When they cannot be learned from.
    pub fn dataset(&self, dataset: &Dataset) -> Result<Dataset, EditError> {
        let (xs, ys): (Vec<_>, Vec<_>) = self.points.iter().copied().unzip();
        let edited = Dataset::from_columns(&xs, &ys)?;
        Ok(edited.named(dataset.x().clone(), dataset.y().clone()))
    }

    /// Makes a change, and returns the index of its point.
    ///
    /// # Errors
    /// When there is no such point, or it is the last one, or there are too many.
    pub fn change(&mut self, change: Change) -> Result<usize, EditError> {
        let at = |index: usize| self.points.get(index).copied().ok_or(EditError::NoPoint);
        let made = match change {
            Change::Add(_) if self.points.len() >= MOST => {
                return Err(EditError::TooMany(self.points.len() + 1));
            }
            Change::Add(point) => Made::Added { index: self.points.len(), point },
            Change::Move { index, to } => Made::Moved { index, from: at(index)?, to },
            Change::Delete(_) if self.points.len() == 1 => return Err(EditError::LastPoint),
            Change::Delete(index) => Made::Deleted { index, point: at(index)? },
        };
        self.apply(made);
        self.undone.clear();
        let joined = match (self.made.last(), made) {
            (Some(&Made::Moved { index: before, from, .. }), Made::Moved { index, to, .. })
                if self.joining && before == index =>
            {
                Some(Made::Moved { index, from, to })
            }
            _ => None,
        };
        match (joined, self.made.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => self.made.push(made),
        }
        self.joining = matches!(made, Made::Moved { .. });
        Ok(made.index())
    }

    /// Makes the next move a change of its own.
    pub fn part(&mut self) {
        self.joining = false;
    }

    fn apply(&mut self, made: Made) {
        match made {
            Made::Added { index, point } => self.points.insert(index, point),
            Made::Moved { index, to, .. } => self.points[index] = to,
            Made::Deleted { index, .. } => {
                self.points.remove(index);
            }
        }
    }

    /// Undoes the last change. Returns `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(made) = self.made.pop() else {
            return false;
        };
        self.apply(made.reverse());
        self.undone.push(made);
        self.joining = false;
        true
    }

    /// Redoes the change that was undone last. Returns `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(made) = self.undone.pop() else {
            return false;
        };
        self.apply(made);
        self.made.push(made);
        self.joining = false;
        true
    }

    /// Whether there is a change to undo.
    pub fn can_undo(&self) -> bool {
        !self.made.is_empty()
    }

    /// Whether there is a change to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The points before all changes, and the changes, as it takes to come here again.
    pub fn history(&self) -> EditHistory {
        let mut first = self.clone();
        while first.undo() {}
        let changes = first.undone.iter().rev().map(|made| made.change()).collect();
        EditHistory { points: first.points, changes, undone: self.undone.len() }
    }
}
