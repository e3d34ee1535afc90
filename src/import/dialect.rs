//! How a table is written.

use super::encoding::Encoding;

/// The sign between columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// A comma, `,`.
    #[default]
    Comma,
    /// A semicolon, `;`, as spreadsheets write where the comma is a decimal sign.
    Semicolon,
    /// A tab, as in a paste from a spreadsheet.
    Tab,
    /// A vertical bar, `|`.
    Pipe,
    /// A colon, `:`.
    Colon,
    /// A caret, `^`.
    Caret,
    /// A number sign, `#`.
    Hash,
    /// Runs of spaces and tabs.
    Spaces,
    /// None that a person would see: the cells of a sheet, which are divided by tabs and hold none.
    Cells,
}

impl Delimiter {
    /// All delimiters of texts, the likelier first where several would do: commas occur in numbers and in texts, spaces
    /// everywhere.
    pub const ALL: [Self; 8] = [
        Self::Tab,
        Self::Semicolon,
        Self::Pipe,
        Self::Comma,
        Self::Spaces,
        Self::Caret,
        Self::Hash,
        Self::Colon,
    ];

    /// The usual ones; the others are seldom delimiters and often parts of texts.
    pub(super) const USUAL: [Self; 5] =
        [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma, Self::Spaces];

    /// The byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab | Self::Cells => b'\t',
            Self::Pipe => b'|',
            Self::Colon => b':',
            Self::Caret => b'^',
            Self::Hash => b'#',
            Self::Spaces => b' ',
        }
    }

    /// The delimiter of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Cells]).find(|delimiter| delimiter.name() == name)
    }

    /// The name in a choice. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Pipe => "pipe",
            Self::Colon => "colon",
            Self::Caret => "caret",
            Self::Hash => "hash",
            Self::Spaces => "spaces",
            Self::Cells => "cells",
        }
    }
}

/// The sign around a cell that holds delimiters or line breaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quote {
    /// A double quote, `"`.
    #[default]
    Double,
    /// A single quote, `'`.
    Single,
    /// None: a quote is a character like any other.
    None,
}

impl Quote {
    /// All quotes.
    pub const ALL: [Self; 3] = [Self::Double, Self::Single, Self::None];

    /// The byte.
    pub fn byte(self) -> Option<u8> {
        match self {
            Self::Double => Some(b'"'),
            Self::Single => Some(b'\''),
            Self::None => None,
        }
    }

    /// The quote of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|quote| quote.name() == name)
    }

    /// The name in a choice. It never changes.
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
    /// A point, as in 3.5. Commas may separate thousands.
    #[default]
    Point,
    /// A comma, as in 3,5. Points may separate thousands.
    Comma,
}

impl Decimal {
    /// Both decimal signs.
    pub const ALL: [Self; 2] = [Self::Point, Self::Comma];

    /// The byte.
    pub fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }

    /// The decimal sign of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decimal| decimal.name() == name)
    }

    /// The name in a choice. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }
}

/// The choice of a person about dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// In 5/1/2024, the day comes first.
    DayFirst,
    /// In 5/1/2024, the month comes first.
    MonthFirst,
    /// Whole numbers are a spreadsheet's count of days: 45296 is 5 January 2024.
    Serial,
}

impl Dates {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::Serial];

    /// The choice of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dates| dates.name() == name)
    }

    /// The name in a choice. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
            Self::Serial => "serial",
        }
    }
}

/// How a table is written, guessed or chosen.
///
/// | field | default | range | meaning |
/// |---|---|---|---|
/// | `encoding` | UTF-8 | [`Encoding::ALL`] | how characters are encoded |
/// | `delimiter` | comma | [`Delimiter::ALL`] | the sign between columns |
/// | `quote` | double | [`Quote::ALL`] | the sign around cells |
/// | `backslash` | `false` | | whether a backslash escapes a quote |
/// | `decimal` | point | [`Decimal::ALL`] | the decimal sign |
/// | `comment` | `None` | any byte | the first byte of a comment line |
/// | `skip` | 0 | any | the records before the table |
/// | `headings` | 0 | any | the rows of headings |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dialect {
    /// How characters are encoded.
    pub encoding: Encoding,
    /// The sign between columns.
    pub delimiter: Delimiter,
    /// The sign around cells.
    pub quote: Quote,
    /// Whether a backslash escapes the quote that follows it. A doubled quote always is one quote.
    pub backslash: bool,
    /// The decimal sign.
    pub decimal: Decimal,
    /// The first byte of a comment line.
    pub comment: Option<u8>,
    /// The records before the table, such as a title or a note.
    pub skip: usize,
    /// The rows of headings; 0 where the first row is data.
    pub headings: usize,
}

/// A person's choices of dialect and columns. The rest is guessed.
///
/// | field | default | range | meaning |
/// |---|---|---|---|
/// | `encoding`, `delimiter`, `quote`, `decimal` | guessed | as in [`Dialect`] | as in [`Dialect`] |
/// | `skip` | guessed | 0 to 1,000 | the records before the table |
/// | `headings` | guessed | 0 to 10 | the rows of headings |
/// | `dates` | guessed | [`Dates::ALL`] | how dates are written |
/// | `x`, `y` | guessed | a heading, or a number from 1 | the two columns |
/// | `kept_x`, `kept_y` | guessed | a heading | the two columns, where both are there |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// How characters are encoded.
    pub encoding: Option<Encoding>,
    /// The sign between columns.
    pub delimiter: Option<Delimiter>,
    /// The sign around cells.
    pub quote: Option<Quote>,
    /// The decimal sign.
    pub decimal: Option<Decimal>,
    /// The records before the table.
    pub skip: Option<usize>,
    /// The rows of headings.
    pub headings: Option<usize>,
    /// How dates are written.
    pub dates: Option<Dates>,
    /// The heading of the x column, or its number where no column has such a heading.
    pub x: Option<String>,
    /// The heading of the y column, or its number where no column has such a heading.
    pub y: Option<String>,
    /// The heading of the column that was x before the format was chosen otherwise.
    pub kept_x: Option<String>,
    /// The heading of the column that was y.
    pub kept_y: Option<String>,
}

impl Choices {
    /// Sets a choice by its name and value, such as `decimal` and `comma`. An empty value removes the choice. Returns
    /// `false` where there is no such choice.
    pub fn choose(&mut self, name: &str, value: &str) -> bool {
        let number = |most: usize| value.parse().ok().filter(|&number: &usize| number <= most);
        let known = value.is_empty();
        match name {
            "encoding" => {
                self.encoding = Encoding::from_name(value);
                known || self.encoding.is_some()
            }
            "delimiter" => {
                self.delimiter = Delimiter::from_name(value);
                known || self.delimiter.is_some()
            }
            "quote" => {
                self.quote = Quote::from_name(value);
                known || self.quote.is_some()
            }
            "decimal" => {
                self.decimal = Decimal::from_name(value);
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
            "dates" => {
                self.dates = Dates::from_name(value);
                known || self.dates.is_some()
            }
            "x" | "y" | "kept-x" | "kept-y" => {
                let column = match name {
                    "x" => &mut self.x,
                    "y" => &mut self.y,
                    "kept-x" => &mut self.kept_x,
                    _ => &mut self.kept_y,
                };
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
    fn choices_are_set_by_name_and_removed() {
        let mut choices = Choices::default();
        for (name, value) in [
            ("encoding", "utf-16le"),
            ("delimiter", "spaces"),
            ("quote", "single"),
            ("decimal", "comma"),
            ("skip", "3"),
            ("headings", "0"),
            ("dates", "day-first"),
        ] {
            assert!(choices.choose(name, value), "{name}");
            assert!(!choices.clone().choose(name, "nonsense"), "{name}");
        }
        assert_eq!(choices.delimiter, Some(Delimiter::Spaces));
        assert_eq!((choices.skip, choices.headings), (Some(3), Some(0)));
        assert!(choices.choose("x", "Height (cm)") && choices.choose("y", "2"));
        assert_eq!((choices.x.as_deref(), choices.y.as_deref()), (Some("Height (cm)"), Some("2")));
        for name in
            ["x", "y", "encoding", "delimiter", "quote", "decimal", "skip", "headings", "dates"]
        {
            assert!(choices.choose(name, ""));
        }
        assert_eq!(choices, Choices::default());
        assert!(!choices.choose("colour", "red"));
    }
}
