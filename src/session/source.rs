//! The origin of a session's data.

use crate::data::builtin::Builtin;

/// The origin of a session's data.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// They came with the page.
    Builtin {
        /// The set.
        builtin: &'static Builtin,
        /// Whether x and y are exchanged.
        swapped: bool,
    },
    /// The reader brought them: a file, a paste, the sums of a database, or a link that carried them.
    Own {
        /// The name of the file.
        name: String,
        /// The address of a file that lies beside the page, as the field `data` of a link gives it; what follows
        /// it in the link included. `None` where the reader alone has the data.
        address: Option<String>,
    },
    /// The reader changed points of other data.
    Edited {
        /// The name of those data.
        name: String,
        /// Whether the points were a sample of them.
        sample: bool,
    },
}

impl Source {
    /// The name of the data, as people read it.
    pub fn name(&self) -> &str {
        match self {
            Self::Builtin { builtin, .. } => builtin.name,
            Self::Own { name, .. } | Self::Edited { name, .. } => name,
        }
    }
}
