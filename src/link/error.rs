//! Reasons that a link cannot be opened.

use crate::descent::error::SettingError;

/// The reason that a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is not a link of this page.
    NotALink,
    /// Its end is missing.
    Cut,
    /// A later release made it.
    Newer,
    /// The package that opened it leaves out what the link needs.
    NeedsMore,
    /// The data that it names are not here.
    UnknownData,
    /// The data in it are not those that were sent.
    Data,
    /// The field of this name cannot be read.
    Field(&'static str),
    /// A setting in it is impossible.
    Setting(#[from] SettingError),
}
