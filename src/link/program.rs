//! The reader's own program in a link. The page packs its text; here it is letters.

use super::error::LinkError;
use super::split::Split;
use crate::edition::FullPackage;

/// The name of the field.
pub(super) const NAME: &str = "program";
/// The most letters of a packed program: more than a program needs, fewer than a browser's address holds.
const MOST: usize = 8_000;

/// A program as the page packs it: letters of base64url, the first of which is the version. Only the full package has
/// programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedProgram {
    letters: String,
    _full: FullPackage,
}

/// Text that is no packed program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProgramError {
    /// It is longer than a link can carry.
    TooLong,
    /// It has other letters than those of base64url, or too few of them.
    Damaged,
}

impl PackedProgram {
    /// The program of these letters.
    ///
    /// # Errors
    /// When there are too many, too few, or other ones than those of base64url.
    pub fn new(letters: &str, full: FullPackage) -> Result<Self, ProgramError> {
        let is_letter =
            |letter: u8| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_');
        match letters.len() {
            // The version, and something that it is the version of.
            2..=MOST if letters.bytes().all(is_letter) => {
                Ok(Self { letters: letters.to_owned(), _full: full })
            }
            0..=MOST => Err(ProgramError::Damaged),
            _ => Err(ProgramError::TooLong),
        }
    }

    /// Its letters.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// The program of a link. Returns `None` if the link has none.
    pub(super) fn of_link(fields: &Split<'_>) -> Result<Option<Self>, LinkError> {
        match fields.get(NAME).zip(FullPackage::get()) {
            None => Ok(None),
            Some((letters, full)) => match Self::new(letters, full) {
                Ok(program) => Ok(Some(program)),
                Err(_) => Err(LinkError::Field(NAME)),
            },
        }
    }
}
