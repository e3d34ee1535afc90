//! Why a link cannot be opened.

use crate::descent::error::SettingError;

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is not a link of this page.
    #[error("This is not a link that Downhill made, or a part of it is missing.")]
    NotALink,
    /// Its end is missing.
    #[error("This link was cut on its way: its end is missing. Ask for the whole link.")]
    Cut,
    /// A later release made it.
    #[error(
        "This link was made by a newer release of Downhill. Reload the page to get that release."
    )]
    Newer,
    /// The package that opened it leaves out what the link needs.
    #[error("This link needs a part of the page that could not be loaded. Check the connection.")]
    NeedsMore,
    /// The data that it names are not here.
    #[error("This link names data that this page does not have.")]
    UnknownData,
    /// The data in it are not those that were sent.
    #[error("The data in this link were damaged on their way. Ask for the link again.")]
    Data,
    /// The field of this name cannot be read.
    #[error("A part of this link is damaged: '{0}'. Ask for the link again.")]
    Field(&'static str),
    /// A setting in it is impossible.
    #[error("A setting in this link cannot be used. {0}")]
    Setting(#[from] SettingError),
}
