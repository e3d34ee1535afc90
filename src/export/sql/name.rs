//! Names of tables and columns as people type them.

use crate::text::en;

/// Why no table or column can have a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NameError {
    /// The name of the table is empty.
    #[error("{}", en::export::NO_TABLE_NAME)]
    NoTable,
    /// The name of a column is empty.
    #[error("{}", en::export::no_column_name(.axis))]
    NoColumn {
        /// Which one: `x` or `y`.
        axis: &'static str,
    },
    /// A part of a name with dots is empty.
    #[error("{}", en::export::name_with_an_empty_part(.name))]
    EmptyPart {
        /// Text as typed.
        name: String,
    },
    /// The name has a line break, a tab or the like.
    #[error("{}", en::export::name_with_a_control_character(.name))]
    Control {
        /// Text as typed, without those.
        name: String,
    },
    /// A quote at the beginning has no counterpart at the end.
    #[error("{}", en::export::name_with_an_open_quote(.name))]
    OpenQuote {
        /// Text as typed.
        name: String,
    },
}

/// The name of a column, or a part of the name of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    text: String,
    /// Whether its case matters, because it was typed in quotes or needs them.
    exact: bool,
}

/// The name of a table, part by part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// The parts. One that is left out between two dots is `None`, as in `database..table`.
    pub(super) parts: Vec<Option<Name>>,
    /// The whole name as typed, without quotes around it.
    pub(super) whole: String,
}

/// The quotes of all engines.
const QUOTES: [(char, char); 4] = [('"', '"'), ('`', '`'), ('[', ']'), ('\'', '\'')];

impl Name {
    /// Reads a name, dots included.
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

    /// Whether its case matters.
    pub(super) fn is_exact(&self) -> bool {
        self.exact
    }
}

impl Path {
    /// Reads a name of parts between dots. Dots in quotes separate nothing.
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

/// The name as typed, trimmed. A name that a statement cannot hold is refused.
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
