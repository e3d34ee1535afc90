//! How a table is written.

use super::encoding::Encoding;

/// What separates the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`, as spreadsheets write where the comma is a decimal sign.
    Semicolon,
    /// A tab, as in a paste from a spreadsheet.
    Tab,
    /// `|`
    Pipe,
    /// Runs of spaces and tabs.
    Spaces,
}

impl Delimiter {
    /// The likelier first where several would do: commas turn up in numbers and in texts, spaces
    /// everywhere.
    pub const ALL: [Self; 5] = [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma, Self::Spaces];

    /// The byte itself.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
            Self::Spaces => b' ',
        }
    }

    /// The name that choices give it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
            Self::Spaces => "spaces",
        }
    }
}

/// What a cell is put between that holds delimiters or line breaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quote {
    /// `"`
    #[default]
    Double,
    /// `'`
    Single,
    /// Nothing: a quote is a character like others.
    None,
}

impl Quote {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Double, Self::Single, Self::None];

    /// The byte itself.
    pub fn byte(self) -> Option<u8> {
        match self {
            Self::Double => Some(b'"'),
            Self::Single => Some(b'\''),
            Self::None => None,
        }
    }

    /// The name that choices give it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Double => "double",
            Self::Single => "single",
            Self::None => "none",
        }
    }
}

/// The decimal sign.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decimal {
    /// 3.5; thousands may be set apart by commas.
    #[default]
    Point,
    /// 3,5; thousands may be set apart by points.
    Comma,
}

impl Decimal {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The byte itself.
    pub fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }

    /// The name that choices give it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }
}

/// How a table is written, guessed or chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dialect {
    /// How characters are written.
    pub encoding: Encoding,
    /// What separates the columns.
    pub delimiter: Delimiter,
    /// What cells may be put between.
    pub quote: Quote,
    /// Whether a backslash takes the meaning from the quote that follows it; a doubled quote always is
    /// one quote.
    pub backslash: bool,
    /// The decimal sign.
    pub decimal: Decimal,
    /// What a line of comments begins with.
    pub comment: Option<u8>,
    /// Records before the table: a title, a note.
    pub skip: usize,
    /// Rows of headings; 0 where the first row is data.
    pub headings: usize,
}

/// What a person chooses of a dialect, and of the columns; the rest is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How characters are written.
    pub encoding: Option<Encoding>,
    /// What separates the columns.
    pub delimiter: Option<Delimiter>,
    /// What cells may be put between.
    pub quote: Option<Quote>,
    /// The decimal sign.
    pub decimal: Option<Decimal>,
    /// Records before the table.
    pub skip: Option<usize>,
    /// Rows of headings.
    pub headings: Option<usize>,
    /// What the x column is called; its number where no column is called so.
    pub x: Option<String>,
    /// What the y column is called; its number where no column is called so.
    pub y: Option<String>,
}

impl Choices {
    /// Takes a choice by its name, such as `decimal` and `comma`; an empty value takes it back. False where
    /// there is no such choice.
    pub fn choose(&mut self, name: &str, value: &str) -> bool {
        fn find<T: Copy>(all: &[T], name: fn(T) -> &'static str, value: &str) -> Option<T> {
            all.iter().copied().find(|&one| name(one) == value)
        }
        let number = |most: usize| value.parse().ok().filter(|&number: &usize| number <= most);
        let known = value.is_empty();
        match name {
            "encoding" => {
                self.encoding = find(&Encoding::ALL, Encoding::name, value);
                known || self.encoding.is_some()
            }
            "delimiter" => {
                self.delimiter = find(&Delimiter::ALL, Delimiter::name, value);
                known || self.delimiter.is_some()
            }
            "quote" => {
                self.quote = find(&Quote::ALL, Quote::name, value);
                known || self.quote.is_some()
            }
            "decimal" => {
                self.decimal = find(&Decimal::ALL, Decimal::name, value);
                known || self.decimal.is_some()
            }
            "skip" => {
                self.skip = number(1_000);
                known || self.skip.is_some()
            }
            "headings" => {
                self.headings = number(10);
                known || self.headings.is_some()
            }
            "x" | "y" => {
                let column = if name == "x" { &mut self.x } else { &mut self.y };
                *column = (!known).then(|| value.to_owned());
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_taken_by_name_and_taken_back() {
        let mut choices = Choices::default();
        for (name, value) in [
            ("encoding", "utf-16le"),
            ("delimiter", "spaces"),
            ("quote", "single"),
            ("decimal", "comma"),
            ("skip", "3"),
            ("headings", "0"),
        ] {
            assert!(choices.choose(name, value), "{name}");
            assert!(!choices.clone().choose(name, "nonsense"), "{name}");
        }
        assert_eq!(choices.delimiter, Some(Delimiter::Spaces));
        assert_eq!((choices.skip, choices.headings), (Some(3), Some(0)));
        assert!(choices.choose("x", "Height (cm)") && choices.choose("y", "2"));
        assert_eq!((choices.x.as_deref(), choices.y.as_deref()), (Some("Height (cm)"), Some("2")));
        for name in ["x", "y", "encoding", "delimiter", "quote", "decimal", "skip", "headings"] {
            assert!(choices.choose(name, ""));
        }
        assert_eq!(choices, Choices::default());
        assert!(!choices.choose("colour", "red"));
    }
}
