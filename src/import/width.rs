//! Rows with more or fewer cells than the table has columns: whether x and y are in their places all the same.

use super::below::is_numeric;
use super::number::trimmed;
use super::profile::{Kind, Profile};
use super::sniff::Outline;

/// The width of a table, and what tells of rows with another one.
#[derive(Clone, Debug)]
pub(super) struct Widths {
    /// The number of columns.
    pub columns: usize,
    kinds: Vec<Content>,
    /// The greater one of the two columns that are read.
    last: usize,
    /// The longest cell of the first and of the last column, where that one is read.
    ends: [usize; 2],
}

/// Kind of the cells of a column, where that is one thing throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Numbers,
    Words,
    Either,
}

impl Widths {
    /// The width of a table of which two columns are read.
    pub(super) fn of(outline: &Outline, (x, y): (usize, usize)) -> Self {
        let columns = outline.width;
        let content = |profile: &Profile| match profile.kind {
            Kind::Number | Kind::Date => Content::Numbers,
            Kind::Text if profile.numbers() == 0 && profile.is_wordy() => Content::Words,
            Kind::Text | Kind::Empty => Content::Either,
        };
        let longest = |column: usize| match outline.profiles.get(column) {
            Some(profile) if column == x || column == y => profile.longest,
            _ => 0,
        };
        Self {
            columns,
            kinds: outline.profiles.iter().map(content).collect(),
            last: x.max(y),
            ends: [longest(0), longest(columns.saturating_sub(1))],
        }
    }

    /// Whether x and y of a row with another width are in their places beyond doubt.
    ///
    /// Of a longer row, all further cells are empty and no other one is. A shorter row lacks its end: if it lacked a
    /// delimiter further ahead, its last cell would be one of the last column, and numbers are told from words.
    pub(super) fn keeps(&self, row: &[&[u8]]) -> bool {
        if row.len() > self.columns {
            let (inside, beyond) = row.split_at(self.columns);
            let is_empty = |cell: &&[u8]| trimmed(cell).is_empty();
            return beyond.iter().all(is_empty) && !inside.iter().any(is_empty);
        }
        let Some((last, place)) = row.last().zip(row.len().checked_sub(1)) else { return false };
        let own = match (self.kinds.get(place), self.kinds.get(self.columns - 1)) {
            (Some(Content::Numbers), Some(Content::Words)) => is_numeric(last),
            (Some(Content::Words), Some(Content::Numbers)) => {
                !is_numeric(last) && !trimmed(last).is_empty()
            }
            _ => false,
        };
        own && self.last <= place
    }

    /// Whether the row before a piece of so many bytes may lack it: only where its last cell is read, and the piece is
    /// shorter than such a cell.
    pub(super) fn may_lack_end(&self, piece: usize) -> bool {
        piece < self.ends[1]
    }

    /// Whether the row behind a piece of so many bytes may lack it.
    pub(super) fn may_lack_beginning(&self, piece: usize) -> bool {
        piece < self.ends[0]
    }
}
