//! The part of the data that a link carries.

use super::rows::{MOST_POINTS, MOST_ROWS};
use crate::data::dataset::Origin;
use crate::edition::FullPackage;
use crate::session::{Session, Source};

/// The letters of a whole link, beyond which data are shortened to fit: chat and course systems cut longer ones.
pub const LONGEST: usize = 2_000;

/// Purpose of a link.
///
/// | field | default | range | meaning |
/// |---|---|---|---|
/// | `settings_only` | `false` | | whether the reader's own data and program are left out |
/// | `address` | 100 | any | the letters of the page's own address |
/// | `chapter` | `None` | any | the chapter of the lesson that the reader is at |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Whether the reader's own data and program are left out.
    pub settings_only: bool,
    /// The letters of the page's own address.
    pub address: usize,
    /// The chapter of the lesson that the reader is at.
    pub chapter: Option<u8>,
}

impl Default for Scope {
    fn default() -> Self {
        Self { settings_only: false, address: 100, chapter: None }
    }
}

impl Scope {
    /// The letters that the fragment may have.
    pub fn room(&self) -> usize {
        // One letter is the `#` between the address and the fragment.
        LONGEST.saturating_sub(self.address + 1)
    }
}

/// Part of a session's data that a link carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// Their name: they came with the page, or lie beside it.
    Name,
    /// Nothing.
    Nothing,
    /// The data themselves, which only the full package writes.
    Data(CarriedData, FullPackage),
}

/// Form in which a link carries data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedData {
    /// All rows, of this number.
    Rows(usize),
    /// The exact sums of the rows, and points to draw.
    Sums {
        /// The number of rows.
        rows: u64,
        /// The number of points, at most.
        points: usize,
    },
}

impl Carried {
    /// The most that a link of this session carries of its data.
    pub fn of(session: &Session, scope: Scope) -> Self {
        match (session.source(), FullPackage::get()) {
            (Source::Builtin { .. } | Source::Own { address: Some(_), .. }, _) => Self::Name,
            (_, Some(full)) if !scope.settings_only => {
                let (dataset, points) = (session.dataset(), session.dataset().points());
                let (rows, all) = (dataset.summary().n(), points.origin() == Origin::Rows);
                Self::Data(CarriedData::of_rows(rows, points.len(), all), full)
            }
            _ => Self::Nothing,
        }
    }
}

impl CarriedData {
    /// The most that a link carries of data with these numbers of rows and points. `all` is whether the points are
    /// the rows themselves.
    pub fn of_rows(rows: u64, points: usize, all: bool) -> Self {
        if all && points <= MOST_ROWS {
            Self::Rows(points)
        } else {
            Self::Sums { rows, points: points.min(MOST_POINTS) }
        }
    }
}
