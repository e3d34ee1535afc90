//! The records that a text begins with, and what they tell of delimiter and quotes.

use super::heading_rows::{heading_rows, preamble};
use super::rows::{Row, Rows, common_width, is_label, table_width};
use crate::import::ImportError;
use crate::import::below;
use crate::import::dialect::{Choices, Decimal, Delimiter, Dialect, Quote};
use crate::import::number::{Cell, trimmed};
use crate::import::record::Cells;
use crate::import::records::{Next, Records};

/// The records that the profiles of the columns are made of.
const PROFILED: usize = 2_000;
/// The records that tell the delimiter.
const COMPARED: usize = 200;

/// The records of a table, and how many of them stand above its rows.
#[derive(Clone, Debug)]
pub(super) struct Table {
    all: Rows,
    pub skip: usize,
    pub headings: usize,
}

impl Table {
    /// The headings, and the rows below them.
    pub(super) fn split(self) -> (Rows, Rows) {
        let Self { all, skip, headings } = self;
        let part = |from: usize, to: usize| Rows {
            rows: all.rows[from..to].to_vec(),
            found: all.found[from..to].to_vec(),
            stray: 0,
        };
        (part(skip, skip + headings), part(skip + headings, all.rows.len()))
    }
}

/// The beginning of a text.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub text: &'t [u8],
    pub whole: bool,
    /// The line that it begins on.
    pub line: u64,
}

impl Text<'_> {
    /// The first records in a dialect.
    pub(super) fn rows(self, dialect: &Dialect, most: usize) -> Vec<Row> {
        self.records(dialect, 0, most).rows
    }

    /// The first records in a dialect, which nearly all have this many cells; 0 where that is not known.
    pub(super) fn records(self, dialect: &Dialect, width: usize, most: usize) -> Rows {
        let mut records = Records::new(dialect, width, 0, self.line);
        let (mut cells, mut rows) = (Cells::default(), Rows::default());
        while rows.rows.len() < most
            && let Next::Record(found) =
                records.advance(self.text, self.whole, usize::MAX, &mut cells)
        {
            let cell = |index| cells.get(self.text, index, &records.cutter);
            let row = (0..cells.len()).filter_map(cell);
            rows.rows.push(row.map(|cell| cell.into_owned()).collect());
            rows.found.push(found);
            rows.stray += usize::from(cells.stray);
        }
        rows
    }

    /// The records of a table, with what stands above it.
    pub(super) fn table(self, dialect: &Dialect, choices: &Choices) -> Result<Table, ImportError> {
        let width = table_width(&self.rows(dialect, PROFILED));
        // Now that the width is known, it is seen which quotes swallow rows.
        let all = self.records(dialect, width, PROFILED);
        let block = (dialect.delimiter == Delimiter::Spaces).then(|| block(&all.rows)).flatten();
        let skip = choices.skip.unwrap_or_else(|| match block {
            Some((start, _)) => start,
            None => preamble(&all.rows, width),
        });
        let skip = skip.min(all.rows.len());
        let rows = &all.rows[skip..];
        if rows.is_empty() {
            return Err(ImportError::Empty);
        }
        let headings = choices.headings.unwrap_or_else(|| heading_rows(rows));
        let headings = headings.min(rows.len());
        Ok(Table { all, skip, headings })
    }

    /// The share of the first records, in parts per thousand, that have the most common number of columns above one;
    /// and that number.
    pub(super) fn agreement(self, dialect: &Dialect) -> (usize, usize) {
        let Rows { rows, stray, .. } = self.records(dialect, 0, COMPARED);
        let width = common_width(&rows);
        let alike = rows.iter().filter(|row| row.len() == width && width > 1).count();
        // Headings may leave out that of the rows' names, and have spaces in them.
        let is_spaced = dialect.delimiter == Delimiter::Spaces;
        let is_heading = |first: &Row| {
            first.len() > 1 && first.len() + 1 == width || is_spaced && first.len() > width
        };
        let heading = width > 1 && rows.first().is_some_and(is_heading);
        let alike = (alike + usize::from(heading)).saturating_sub(stray);
        (alike * 1_000 / rows.len().max(1), alike)
    }

    /// The delimiter that splits most of the first records into one and the same number of columns; spaces only where
    /// nothing else does. Another one that splits nearly all of them counts where it alone makes two columns of
    /// numbers.
    pub(super) fn delimiter(self, dialect: &Dialect) -> Delimiter {
        const GOOD: usize = 800;
        const SURE: usize = 900;
        let mut best = (0, Delimiter::Comma);
        for delimiter in Delimiter::USUAL {
            let (agreement, _) = self.agreement(&Dialect { delimiter, ..*dialect });
            let better = match delimiter {
                Delimiter::Spaces => best.0 < GOOD && agreement >= SURE,
                _ => agreement > best.0,
            };
            if better {
                best = (agreement, delimiter);
            }
        }
        let (agreement, best) = best;
        if best == Delimiter::Comma && self.has_decimal_commas_and_spaces(dialect, SURE) {
            return Delimiter::Spaces;
        }
        if self.numeric_columns(&Dialect { delimiter: best, ..*dialect }) > 1 {
            return best;
        }
        let others = Delimiter::ALL.into_iter().filter(|&delimiter| delimiter != best);
        let mut others = others.map(|delimiter| Dialect { delimiter, ..*dialect });
        let found = others.find(|other| {
            let is_usual = Delimiter::USUAL.contains(&other.delimiter);
            self.agreement(other).0 >= if is_usual { GOOD } else { SURE }
                && self.numeric_columns(other) > 1
                && self.may_separate(other)
        });
        let spaces = Dialect { delimiter: Delimiter::Spaces, ..*dialect };
        match found {
            Some(other) => other.delimiter,
            None if agreement < GOOD && block(&self.rows(&spaces, PROFILED)).is_some() => {
                Delimiter::Spaces
            }
            None => best,
        }
    }

    /// The number of columns with mostly numbers, of the common width.
    fn numeric_columns(self, dialect: &Dialect) -> usize {
        let rows = self.rows(dialect, COMPARED);
        let width = table_width(&rows);
        let is_mostly_numeric = |column: &usize| {
            let cells = || rows.iter().filter(|row| row.len() == width).map(|row| &row[*column]);
            let filled = cells().filter(|cell| !trimmed(cell).is_empty()).count();
            let numbers = cells().filter(|cell| below::is_numeric(cell)).count();
            2 * numbers > filled
        };
        (0..width).filter(is_mostly_numeric).count()
    }

    /// Whether the delimiter is no part of times or the like: one that is seldom a delimiter also separates headings.
    fn may_separate(self, dialect: &Dialect) -> bool {
        if Delimiter::USUAL.contains(&dialect.delimiter) {
            return true;
        }
        let rows = self.rows(dialect, COMPARED);
        let is_heading = |first: &Row| !first.iter().any(|cell| below::is_numeric(cell));
        rows.first().is_some_and(is_heading)
    }

    /// Whether spaces separate the columns, and commas are decimal signs, as in `1,5 12,1`.
    fn has_decimal_commas_and_spaces(self, dialect: &Dialect, sure: usize) -> bool {
        let spaces = Dialect { delimiter: Delimiter::Spaces, ..*dialect };
        let rows = self.rows(&spaces, COMPARED);
        let is_number = |cell: &Vec<u8>| {
            let inside = cell.contains(&b',') && !cell.ends_with(b",");
            inside && Cell::read(Some(cell), Decimal::Comma).number().is_some()
        };
        let numbers = |row: &Row| row.len() > 1 && row.iter().any(is_number);
        let below = rows.get(1..).unwrap_or_default();
        !below.is_empty() && below.iter().all(numbers) && self.agreement(&spaces).0 >= sure
    }

    /// The quote: single where cells have single quotes and none has double ones.
    pub(super) fn quote(self, dialect: &Dialect) -> Quote {
        let between = |quote: u8| move |cell: &Vec<u8>| matches!(cell[..], [first, .., last] if first == quote && last == quote);
        let rows = self.rows(&Dialect { quote: Quote::None, ..*dialect }, COMPARED);
        let count = |quote| rows.iter().flatten().filter(|&cell| between(quote)(cell)).count();
        let agreement = |quote| self.agreement(&Dialect { quote, ..*dialect });
        let begins = |cell: &&Vec<u8>| cell.first() == Some(&b'\'');
        let begun = rows.iter().flatten().filter(begins).count();
        // Where some only begin with one, it is an apostrophe, unless it holds cells together.
        let single = count(b'\'') > 1 && count(b'\'') == begun
            || begun > 0 && agreement(Quote::Single) > agreement(Quote::Double);
        if single && count(b'"') == 0 { Quote::Single } else { Quote::Double }
    }

    /// Whether a backslash escapes a quote: where both occur together, and the columns agree at least as well then.
    pub(super) fn has_backslashes(self, dialect: &Dialect) -> bool {
        let Some(quote) = dialect.quote.byte() else { return false };
        memchr::memmem::find(self.text, &[b'\\', quote]).is_some()
            && self.agreement(&Dialect { backslash: true, ..*dialect }) >= self.agreement(dialect)
    }

    /// The first byte of comment lines: a sign that begins records which are no rows.
    pub(super) fn comment(self, dialect: &Dialect) -> Option<u8> {
        let rows = self.rows(dialect, COMPARED);
        let width = common_width(&rows);
        [b'#', b'%'].into_iter().find(|sign| {
            let begins = |row: &&Row| row.first().and_then(|cell| cell.first()) == Some(sign);
            let marked: Vec<&Row> = rows.iter().filter(begins).collect();
            !marked.is_empty() && marked.iter().all(|row| row.len() != width)
        })
    }
}

/// The first and the last of the longest run of records that consist of numbers alone, as many in each, where it ends
/// the text, but for a line or two; with a row of headings before it.
fn block(rows: &[Row]) -> Option<(usize, usize)> {
    const LEAST: usize = 3;
    const BELOW: usize = 2;
    let is_data = |row: &Row| {
        let is_number = |cell: &Vec<u8>| Cell::read(Some(cell), Decimal::Point).number().is_some();
        row.len() > 1 && row.iter().all(is_number)
    };
    let end = rows.len() - rows.iter().rev().take(BELOW).take_while(|row| !is_data(row)).count();
    let last = rows[..end].last().filter(|row| is_data(row))?;
    let alike = rows[..end].iter().rev().take_while(|row| is_data(row) && row.len() == last.len());
    let start = end - alike.count();
    // Only where something else than a row of headings stands above it.
    if end - start < LEAST || start < 2 {
        return None;
    }
    let above = &rows[start - 1];
    let is_heading =
        above.len() == last.len() || above.len() == last.len() + 1 && is_label(&above[0]);
    Some((start - usize::from(is_heading), end))
}
