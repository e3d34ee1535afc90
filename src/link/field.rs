//! A field of a link: its name, how it is written and how it is read.

use super::draft::{Draft, RunDraft};
use super::values::Unreadable;
use crate::descent::trainer::Trainer;
use crate::edition::FullPackage;
use crate::session::Session;

/// A field of a link, `name=value`.
///
/// All fields stand in [`FIELDS`](super::fields::FIELDS), in the order in which a link is written. They are read in any
/// order, and names of other releases are skipped.
#[derive(Clone, Copy)]
pub(super) struct Field {
    /// The name. It never changes: links are kept for years. The fields of the second run and further ones
    /// have the run's number behind it.
    pub name: &'static str,
    /// Whether every link has it. The others are left out where they would say what links without them mean.
    pub is_required: bool,
    /// The functions that write and read it.
    pub access: Access,
}

/// The functions that write and read a field. One that is left out is written as `None`.
#[derive(Clone, Copy)]
pub(super) enum Access {
    /// The field belongs to the session as a whole.
    Session { write: WriteSession, read: ReadSession },
    /// Each run has the field.
    Run { write: WriteRun, read: ReadRun },
    /// Only the full package can write and read the field, and this is a smaller one.
    FullPackage,
}

type WriteSession = fn(&Session, Destination) -> Option<String>;
type ReadSession = fn(&mut Draft, &str) -> Result<(), Unreadable>;
type WriteRun = fn(&Trainer, &Session, Destination) -> Option<String>;
type ReadRun = fn(&mut RunDraft, &str) -> Result<(), Unreadable>;

/// The epoch that a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// The one that the session is at.
    CurrentEpoch,
    /// Epoch 0.
    EpochZero,
}

impl Field {
    /// A field of the session.
    pub const fn of_session(name: &'static str, write: WriteSession, read: ReadSession) -> Self {
        Self { name, is_required: false, access: Access::Session { write, read } }
    }

    /// A field of each run.
    pub const fn of_run(name: &'static str, write: WriteRun, read: ReadRun) -> Self {
        Self { name, is_required: false, access: Access::Run { write, read } }
    }

    /// The same field, which every link has had from the first release on.
    pub const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// The same field, which only the full package can write and read. Smaller packages know its name, so that
    /// they can ask for the full one.
    pub const fn of_full_package(self) -> Self {
        match FullPackage::get() {
            Some(_) => self,
            None => Self { access: Access::FullPackage, ..self },
        }
    }
}
