//! Contents of this package.
//!
//! The crate is compiled into several packages, by feature, because the first view of the page has a
//! weight to keep:
//!
//! | package | features | what it has |
//! |---|---|---|
//! | core | `page` | plain gradient descent on squared error: what the page opens with |
//! | full | `page`, `more` | all costs, scalings, rules, batches and schedules, races, exports |
//! | reader | `reader` | the import of files, in a worker |
//!
//! The feature `package` adds what other pages use of it. Natively, and in the single file, one package has
//! everything.
//!
//! A choice that only the full package offers holds a [`FullPackage`]. In the others that type has no
//! values, so that such a choice cannot be made there, and the compiler leaves out the code for it
//! wherever it stands. Nobody has to ask.

/// Whether this is the full package. Ask only where no [`FullPackage`] is at hand to tell.
pub const IS_FULL: bool = cfg!(feature = "more");

/// Proof that this is the full package.
#[cfg(feature = "more")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullPackage(());

/// Proof that this is the full package. Here it is not, and there is none.
#[cfg(not(feature = "more"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FullPackage {}

impl FullPackage {
    /// The proof; it exists in the full package alone.
    #[cfg(feature = "more")]
    pub const PROOF: Self = Self(());

    /// Returns the proof, or `None` in any other package.
    pub const fn get() -> Option<Self> {
        #[cfg(feature = "more")]
        return Some(Self::PROOF);
        #[cfg(not(feature = "more"))]
        None
    }
}
