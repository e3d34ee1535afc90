//! The list of data to choose from.

use std::borrow::Cow;

use serde::Serialize;

use super::Page;
use crate::data::builtin;
use crate::text::en;

/// The id of the reader's own data.
pub(in crate::stage) const OWN: &str = "own";
/// The id of points that were changed by hand.
pub(in crate::stage) const EDITED: &str = "edited";

/// A dataset, or a rule, that can be chosen: `DatasetChoice` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice<'a> {
    /// Id that it is chosen by.
    pub id: &'a str,
    /// Name for people.
    pub name: Cow<'a, str>,
}

impl<'a> Choice<'a> {
    /// A choice of this id and name.
    pub fn new(id: &'a str, name: &'a str) -> Self {
        Self { id, name: Cow::Borrowed(name) }
    }
}

impl Page {
    /// The data that can be chosen: the built-in ones, the reader's own, and points that were
    /// changed by hand.
    pub fn datasets(&self) -> Vec<Choice<'_>> {
        let builtin = builtin::all().iter().map(|builtin| Choice::new(builtin.id, builtin.name));
        let own = self.own_data.iter().map(|own_data| Choice::new(OWN, &own_data.name));
        let edited = self.session.edited().map(en::data::edited_name);
        let edited = edited.into_iter().map(|name| Choice { id: EDITED, name: Cow::Owned(name) });
        builtin.chain(own).chain(edited).collect()
    }
}
