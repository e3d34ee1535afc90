//! Contents of this package.
//!
//! The crate is compiled into several packages, by feature, because the first view of the page has a
//! weight to keep:
//!
//! | package | features | what it has |
//! |---|---|---|
//! | core | `page` | plain gradient descent on squared error: what the page opens with |
//! | full | `page`, `more`, `program` | all costs, scalings, rules, batches and schedules, races, exports, programs |
//! | reader | `reader` | the import of files, in a worker |
//! | spreadsheets | `spreadsheets` | the sheets of spreadsheets to texts, in another worker |
//!
//! The feature `package` adds what other pages use of it. Natively one package has everything, and so has the single
//! file, but for what the reader's own programs need (`program`), since it has no Python.
//!
//! No code asks which package it is in. A choice that only some packages offer holds a proof, [`FullPackage`],
//! [`ProgramPackage`] or [`SampledData`]: a type that has no values elsewhere. There such a choice cannot be made, and the compiler
//! leaves out the code for it wherever it stands.

/// Declares a type that has a value where a condition holds, and no values elsewhere.
macro_rules! proof {
    ($(#[$documentation:meta])* $name:ident where $condition:meta) => {
        $(#[$documentation])*
        #[cfg($condition)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(());

        $(#[$documentation])*
        #[cfg(not($condition))]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {}

        impl $name {
            /// The proof; other packages do not have it.
            #[cfg($condition)]
            pub const PROOF: Self = Self(());

            /// Returns the proof, or `None` in any other package.
            pub const fn get() -> Option<Self> {
                #[cfg($condition)]
                return Some(Self::PROOF);
                #[cfg(not($condition))]
                None
            }
        }
    };
}

proof! {
    /// Proof that this is the full package.
    FullPackage where feature = "more"
}

proof! {
    /// Proof that this package has what the reader's own programs need: the full one has, the single file has not.
    ProgramPackage where feature = "program"
}

proof! {
    /// Proof that this package has data of which not all rows are at hand, but a sample or the sums alone: full and
    /// reader. Core is left for full before it gets such data.
    SampledData where any(feature = "more", feature = "reader")
}
