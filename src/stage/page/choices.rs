//! The list of data to choose from.

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
pub struct DatasetChoice {
    /// What it is chosen by.
    pub id: String,
    /// What people call it.
    pub name: String,
}

impl DatasetChoice {
    /// A choice of this id and name.
    pub fn new(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), name: name.to_owned() }
    }
}

impl Page {
    /// The data that can be chosen: the built-in ones, the reader's own, and points that were
    /// changed by hand.
    pub fn datasets(&self) -> Vec<DatasetChoice> {
        let builtin = builtin::all().iter();
        let mut all: Vec<_> =
            builtin.map(|builtin| DatasetChoice::new(builtin.id, builtin.name)).collect();
        all.extend(self.own_data.as_ref().map(|own_data| DatasetChoice::new(OWN, &own_data.name)));
        let edited = self.session.edited().map(en::edited_name);
        all.extend(edited.map(|name| DatasetChoice::new(EDITED, &name)));
        all
    }
}
