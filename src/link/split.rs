//! A link taken apart into names and values.

use super::error::LinkError;
use super::field::Field;
use crate::edition::FullPackage;
use crate::numeric::notation::{cut, pieces};
use crate::session::Session;

/// The letters of the longest link that is read: more than any release makes. Nothing beyond is looked at.
const LONGEST: usize = 32_768;

/// A text that comes from elsewhere, if it is no longer than a link can be.
pub(super) fn bounded(link: &str) -> Result<&str, LinkError> {
    if link.len() > LONGEST { Err(LinkError::NotALink) } else { Ok(link) }
}

/// The fields of a link by name. Of two fields of one name the first counts.
pub(super) struct Split<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Split<'a> {
    /// Takes fields apart, however many there are.
    pub fn fields(fields: &'a str) -> Self {
        Self(pieces(fields, b'&').filter_map(|field| cut(field, b'=')).collect())
    }

    /// The value of a field, or `None` where it is left out.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == name).map(|&(_, value)| value)
    }

    /// The value of a field that every link has.
    pub fn required(&self, name: &str) -> Result<&'a str, LinkError> {
        self.get(name).ok_or(LinkError::NotALink)
    }

    /// Whether there is a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The value of a field for the run of this number.
    pub fn value_of(&self, field: &Field, run: RunNumber) -> Result<Option<&'a str>, LinkError> {
        let value = self.get(&run.name_of(field.name));
        if value.is_none() && field.is_required { Err(LinkError::NotALink) } else { Ok(value) }
    }
}

/// The number of a run, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunNumber {
    /// 1.
    First,
    /// 2 or more, in a race, which only the full package has.
    Further(usize, FullPackage),
}

impl RunNumber {
    /// The numbers of all runs that a session of this package can have.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map_while(Self::of_index)
    }

    /// The number of the run of this index. Returns `None` if this package has no such run.
    pub fn of_index(index: usize) -> Option<Self> {
        match index {
            0 => Some(Self::First),
            index if index < Session::MOST_RUNS => {
                FullPackage::get().map(|full| Self::Further(index + 1, full))
            }
            _ => None,
        }
    }

    /// The name that a field has for this run: that of the first run has no number.
    pub fn name_of(self, field: &str) -> String {
        match self {
            Self::First => field.to_owned(),
            Self::Further(number, _) => format!("{field}{number}"),
        }
    }
}
