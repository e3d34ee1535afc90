//! Names that JavaScript gives things by.

use crate::figure::still::Subject;
use crate::insight::program::Statement;
use crate::session::view::{CostView, Parameter};

/// A name that nothing of its kind has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("There is no {kind} of this name.")]
pub struct UnknownName {
    /// Kind that was looked for.
    pub kind: &'static str,
}

/// A kind of thing that JavaScript names.
pub trait Named: Sized {
    /// Word for such a thing.
    const KIND: &'static str;

    /// The one of this name. Returns `None` if there is none.
    fn find(name: &str) -> Option<Self>;

    /// The one of this name.
    ///
    /// # Errors
    /// When there is none.
    fn named(name: &str) -> Result<Self, UnknownName> {
        Self::find(name).ok_or(UnknownName { kind: Self::KIND })
    }
}

impl Named for Subject {
    const KIND: &'static str = "figure";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Named for CostView {
    const KIND: &'static str = "view of the cost";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Named for Parameter {
    const KIND: &'static str = "parameter";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Named for Statement {
    const KIND: &'static str = "line of the program";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}
