//! A link taken apart into names and values.

use super::error::LinkError;
use super::field::Field;
use crate::edition::IS_FULL;
use crate::numeric::notation::{cut, pieces};

/// The letters of the longest link that is read: more than any release makes. Nothing beyond is looked at.
const LONGEST: usize = 32_768;

/// The fields of a link by name. Of two fields of one name the first counts.
pub(super) struct Split<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Split<'a> {
    /// Takes a link apart that comes from elsewhere.
    pub fn link(link: &'a str) -> Result<Self, LinkError> {
        if link.len() > LONGEST { Err(LinkError::NotALink) } else { Ok(Self::fields(link)) }
    }

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

    /// The value of a field for the run of this number, counted from 1.
    pub fn value_of(&self, field: &Field, run: usize) -> Result<Option<&'a str>, LinkError> {
        let value = self.get(&numbered(field.name, run));
        if value.is_none() && field.is_required { Err(LinkError::NotALink) } else { Ok(value) }
    }
}

/// The name of a run's field: that of the first run has no number.
pub(super) fn numbered(name: &str, run: usize) -> String {
    // Smaller packages have one run, and no code for the numbers of others.
    if IS_FULL && run > 1 { format!("{name}{run}") } else { name.to_owned() }
}
