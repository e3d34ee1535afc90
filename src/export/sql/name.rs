//! Names of tables and columns as people type them.

use crate::text::en;

/// Why there can be no table or column of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// Nothing was typed.
    #[error("{}", en::export::NO_TABLE_NAME)]
    NoTable,
    /// Nothing was typed.
    #[error("{}", en::export::no_column_name(.axis))]
    NoColumn {
        /// Which one: `x` or `y`.
        axis: &'static str,
    },
    /// A part of a name with dots is empty.
    #[error("{}", en::export::name_with_an_empty_part(.name))]
    EmptyPart {
        /// What was typed.
        name: String,
    },
    /// A line break, a tab or the like.
    #[error("{}", en::export::name_with_a_control_character(.name))]
    Control {
        /// What was typed, without those.
        name: String,
    },
    /// A quote at its beginning has no counterpart at its end.
    #[error("{}", en::export::name_with_an_open_quote(.name))]
    OpenQuote {
        /// What was typed.
        name: String,
    },
}

/// The name of a column, or a part of a table's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    text: String,
    /// Whether it is meant to the letter, because it was typed in quotes or could not be typed without.
    exact: bool,
}

/// The name of a table, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// None is a part that is left out between two dots, as in `database..table`.
    pub(super) parts: Vec<Option<Name>>,
    /// All that was typed, less quotes around all of it.
    pub(super) whole: String,
}

/// What engines put names between.
const QUOTES: [(char, char); 4] = [('"', '"'), ('`', '`'), ('[', ']'), ('\'', '\'')];

impl Name {
    /// One name, dots included.
    pub(super) fn read(typed: &str, axis: &'static str) -> Result<Self, NameError> {
        let typed = checked(typed)?;
        let (name, rest) = match quoted(typed) {
            Some(found) if found.1.is_empty() => found,
            // A quote inside is part of the name, as in the heading `"a" or b`.
            _ => (Self::bare(typed), ""),
        };
        debug_assert!(rest.is_empty());
        if name.text.is_empty() { Err(NameError::NoColumn { axis }) } else { Ok(name) }
    }

    fn bare(text: &str) -> Self {
        let text = text.trim();
        let first = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        Self { text: text.to_owned(), exact: !(first && text.chars().all(plain)) }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is meant to the letter.
    pub(super) fn is_exact(&self) -> bool {
        self.exact
    }
}

impl Path {
    /// The parts between dots; dots between quotes part nothing.
    pub(super) fn read(typed: &str) -> Result<Self, NameError> {
        let typed = checked(typed)?;
        if typed.is_empty() {
            return Err(NameError::NoTable);
        }
        let mut parts = Vec::new();
        let mut rest = Some(typed);
        while let Some(from) = rest.map(str::trim_start) {
            let (name, after) = match quoted(from) {
                Some(found) => found,
                None if from.starts_with(|first| QUOTES.iter().any(|quote| quote.0 == first)) => {
                    return Err(NameError::OpenQuote { name: typed.to_owned() });
                }
                None => {
                    let end = from.find('.').unwrap_or(from.len());
                    (Name::bare(&from[..end]), &from[end..])
                }
            };
            rest = match after.strip_prefix('.') {
                Some(next) => Some(next),
                None if after.is_empty() => None,
                None => return Err(NameError::OpenQuote { name: typed.to_owned() }),
            };
            parts.push(Some(name).filter(|name| !name.text.is_empty()));
        }
        let left_out = parts.iter().position(Option::is_none);
        let whole = match &parts[..] {
            [Some(only)] => only.text.clone(),
            _ => typed.to_owned(),
        };
        match left_out {
            // SQL Server and Snowflake know a default schema.
            Some(1) if parts.len() == 3 && parts[2].is_some() => {}
            None => {}
            Some(_) if parts.len() == 1 => return Err(NameError::NoTable),
            Some(_) => return Err(NameError::EmptyPart { name: typed.to_owned() }),
        }
        Ok(Self { parts, whole })
    }
}

/// What was typed, trimmed; refused where a statement could not hold it.
fn checked(typed: &str) -> Result<&str, NameError> {
    let typed = typed.trim();
    if typed.contains(char::is_control) {
        let name = typed.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
        return Err(NameError::Control { name: name.collect() });
    }
    Ok(typed)
}

/// A name in quotes at the beginning of `text`, and what follows it. A doubled closing quote is one.
fn quoted(text: &str) -> Option<(Name, &str)> {
    let mut letters = text.char_indices().peekable();
    let (_, first) = letters.next()?;
    let close = QUOTES.iter().find(|(open, _)| *open == first)?.1;
    let mut inside = String::new();
    while let Some((at, letter)) = letters.next() {
        if letter != close {
            inside.push(letter);
        } else if letters.next_if(|&(_, next)| next == close).is_some() {
            inside.push(close);
        } else {
            let name = Name { text: inside, exact: true };
            return Some((name, text[at + close.len_utf8()..].trim_start()));
        }
    }
    None
}
