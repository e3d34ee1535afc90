//! The outline of a table, from its beginning: how it is written, and what it holds.

use super::dialect::{Choices, Decimal, Delimiter, Dialect, Quote};
use super::encoding::Encoding;
use super::headings::Headings;
use super::number::{Cell, trimmed};
use super::profile::Profile;
use super::record::Cells;
use super::records::{Next, Records};
use super::{Foreign, ImportError, guess};

/// The records that tell the delimiter.
const COMPARED: usize = 200;
/// The records that the profiles of the columns are made of.
const PROFILED: usize = 2_000;
/// The rows that are shown of a table.
const SHOWN: usize = 5;
/// The greatest number of rows of headings.
const MOST_HEADINGS: usize = 3;

/// The outline of a table, known before all of it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// How the table is written.
    pub dialect: Dialect,
    /// The profiles of the columns.
    pub profiles: Vec<Profile>,
    /// The first rows of data.
    pub rows: Vec<Vec<String>>,
    /// A pair of columns (x, y) worth a first look.
    pub guess: Result<(usize, usize), ImportError>,
    pub(super) headings: Headings,
    /// The place where the table begins, in bytes of the text.
    pub(super) start: usize,
    /// The line that the table begins on.
    pub(super) line: u64,
}

impl Outline {
    /// The headings of the columns. No two are the same.
    pub fn headings(&self) -> &[String] {
        &self.headings.texts
    }
}

/// A record as it was cut.
type Row = Vec<Vec<u8>>;

/// The outline of a table that begins so; `whole` says that this is all of it.
pub(super) fn outline(
    text: &[u8],
    whole: bool,
    encoding: Encoding,
    choices: &Choices,
) -> Result<Outline, ImportError> {
    if text.trim_ascii().is_empty() && whole {
        return Err(ImportError::Empty);
    }
    if let Some(foreign) = binary(text).or_else(|| markup(text)) {
        return Err(foreign.into());
    }
    let declared = declared(text);
    let start = declared.map_or(0, |(_, length)| length);
    let declared = declared.map(|(delimiter, _)| delimiter);
    let text = Text { text: &text[start..], whole };
    let mut dialect = Dialect { encoding, ..Dialect::default() };
    dialect.delimiter = choices.delimiter.or(declared).unwrap_or_else(|| text.delimiter(&dialect));
    dialect.quote = choices.quote.unwrap_or_else(|| text.quote(&dialect));
    dialect.backslash = text.has_backslashes(&dialect);
    dialect.comment = text.comment(&dialect);

    let rows = text.rows(&dialect, PROFILED);
    let width = common_width(&rows);
    dialect.skip = choices.skip.unwrap_or_else(|| preamble(&rows, width)).min(rows.len());
    let rows = &rows[dialect.skip..];
    if rows.is_empty() {
        return Err(ImportError::Empty);
    }
    dialect.decimal = choices.decimal.unwrap_or_else(|| {
        let cells = rows.iter().skip(1).flatten().map(Vec::as_slice);
        decimal(cells, Some(dialect.delimiter))
    });
    let headings = choices.headings.unwrap_or_else(|| heading_rows(rows, dialect.decimal));
    dialect.headings = headings.min(rows.len());
    let (above, data) = rows.split_at(dialect.headings);
    if data.is_empty() {
        return Err(ImportError::OnlyHeading);
    }

    let columns = data.iter().map(Vec::len).max().unwrap_or(0).min(widest(rows, width));
    let names = names(above, data, columns);
    let headings = Headings::of(&names, columns.max(names.iter().map(Vec::len).max().unwrap_or(0)));
    let profile = |column: usize| {
        let cells = data.iter().map(move |row| row.get(column).map(Vec::as_slice));
        Profile::of(cells, dialect.decimal)
    };
    let profiles: Vec<Profile> = (0..headings.texts.len()).map(profile).collect();
    let guess = guess::guess(&headings, &profiles);
    let shown = data.iter().take(SHOWN).map(|row| row.iter().map(|cell| lossy(cell)).collect());
    let line = 1 + u64::from(start > 0);
    Ok(Outline { dialect, profiles, rows: shown.collect(), guess, headings, start, line })
}

/// The beginning of a text.
#[derive(Clone, Copy)]
struct Text<'t> {
    text: &'t [u8],
    whole: bool,
}

impl Text<'_> {
    /// The first records in a dialect.
    fn rows(self, dialect: &Dialect, most: usize) -> Vec<Row> {
        self.rows_and_unclosed(dialect, most).0
    }

    /// The first records in a dialect, and the number of those with a quote that is never closed.
    fn rows_and_unclosed(self, dialect: &Dialect, most: usize) -> (Vec<Row>, usize) {
        let (mut records, mut cells) = (Records::new(dialect, 0, 1), Cells::default());
        let (mut rows, mut unclosed) = (Vec::new(), 0);
        while rows.len() < most
            && let Next::Record { .. } =
                records.advance(self.text, self.whole, usize::MAX, &mut cells)
        {
            let cell = |index| cells.get(self.text, index, &records.cutter);
            let row = (0..cells.len()).filter_map(cell);
            rows.push(row.map(|cell| cell.into_owned()).collect());
            unclosed += usize::from(cells.literal);
        }
        (rows, unclosed)
    }

    /// The share of the first records, in parts per thousand, that have the most common number of columns above one;
    /// and that number.
    fn agreement(self, dialect: &Dialect) -> (usize, usize) {
        let (rows, unclosed) = self.rows_and_unclosed(dialect, COMPARED);
        let width = common_width(&rows);
        let alike = rows.iter().filter(|row| row.len() == width && width > 1).count();
        // Headings may leave out that of the rows' names.
        let short = rows.first().is_some_and(|first| first.len() > 1 && first.len() + 1 == width);
        let alike = (alike + usize::from(short)).saturating_sub(unclosed);
        (alike * 1_000 / rows.len().max(1), alike)
    }

    /// The delimiter that splits most of the first records into one and the same number of columns;
    /// spaces only where nothing else does.
    fn delimiter(self, dialect: &Dialect) -> Delimiter {
        const GOOD: usize = 800;
        const SURE: usize = 900;
        let mut best = (0, Delimiter::Comma);
        for delimiter in Delimiter::ALL {
            let (agreement, _) = self.agreement(&Dialect { delimiter, ..*dialect });
            let better = match delimiter {
                Delimiter::Spaces => best.0 < GOOD && agreement >= SURE,
                _ => agreement > best.0,
            };
            if better {
                best = (agreement, delimiter);
            }
        }
        if best.1 == Delimiter::Comma && self.has_decimal_commas_and_spaces(dialect, SURE) {
            return Delimiter::Spaces;
        }
        best.1
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
    fn quote(self, dialect: &Dialect) -> Quote {
        let between = |quote: u8| move |cell: &Vec<u8>| matches!(cell[..], [first, .., last] if first == quote && last == quote);
        let rows = self.rows(&Dialect { quote: Quote::None, ..*dialect }, COMPARED);
        let count = |quote| rows.iter().flatten().filter(|&cell| between(quote)(cell)).count();
        let agreement = |quote| self.agreement(&Dialect { quote, ..*dialect });
        let begins = rows.iter().flatten().any(|cell| cell.first() == Some(&b'\''));
        let single =
            count(b'\'') > 1 || begins && agreement(Quote::Single) > agreement(Quote::Double);
        if single && count(b'"') == 0 { Quote::Single } else { Quote::Double }
    }

    /// Whether a backslash escapes a quote: where both occur together, and the columns agree at least as well then.
    fn has_backslashes(self, dialect: &Dialect) -> bool {
        let Some(quote) = dialect.quote.byte() else { return false };
        memchr::memmem::find(self.text, &[b'\\', quote]).is_some()
            && self.agreement(&Dialect { backslash: true, ..*dialect }) >= self.agreement(dialect)
    }

    /// The first byte of comment lines: a sign that begins records which are no rows.
    fn comment(self, dialect: &Dialect) -> Option<u8> {
        let rows = self.rows(dialect, COMPARED);
        let width = common_width(&rows);
        [b'#', b'%'].into_iter().find(|sign| {
            let begins = |row: &&Row| row.first().and_then(|cell| cell.first()) == Some(sign);
            let marked: Vec<&Row> = rows.iter().filter(begins).collect();
            !marked.is_empty() && marked.iter().all(|row| row.len() != width)
        })
    }
}

/// The number of columns that most rows have; of two that are as common, the first.
fn common_width(rows: &[Row]) -> usize {
    let mut widths: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match widths.iter_mut().find(|(width, _)| *width == row.len()) {
            Some((_, count)) => *count += 1,
            None => widths.push((row.len(), 1)),
        }
    }
    // The last of equals counts.
    let common = widths.into_iter().rev().max_by_key(|&(width, count)| (width > 1, count));
    common.map_or(0, |(width, _)| width)
}

/// The greatest number of columns: longer rows are ragged, but not all of them.
fn widest(rows: &[Row], width: usize) -> usize {
    rows.first().map_or(width, |first| first.len().max(width))
}

/// The number of records before the table: those that are narrower than it, such as a title.
fn preamble(rows: &[Row], width: usize) -> usize {
    let full = |row: &Row| row.iter().filter(|cell| !trimmed(cell).is_empty()).count();
    let title = |row: &Row| 2 * full(row) < width || full(row) <= 1;
    let first = rows.iter().position(|row| row.len() + 1 >= width && !title(row));
    first.unwrap_or(0)
}

/// The decimal sign, from the numbers that can only be written with one of them. Where 1,200 may be either, semicolons
/// between columns tell a decimal comma: that is what they are for.
pub(super) fn decimal<'c>(
    cells: impl Iterator<Item = &'c [u8]>,
    delimiter: Option<Delimiter>,
) -> Decimal {
    let (mut points, mut commas, mut either) = (0, 0, 0);
    for bytes in cells.map(trimmed) {
        if bytes.iter().any(|byte| matches!(byte, b'.' | b',')) {
            let reads = |decimal| Cell::read(Some(bytes), decimal).number().is_some();
            match (reads(Decimal::Point), reads(Decimal::Comma)) {
                (true, false) => points += 1,
                (false, true) => commas += 1,
                (true, true) if bytes.contains(&b',') => either += 1,
                _ => {}
            }
        }
    }
    let unsure = points == 0 && either > 0 && delimiter == Some(Delimiter::Semicolon);
    if commas > points || unsure { Decimal::Comma } else { Decimal::Point }
}

/// The number of rows of headings: the first rows with words where the rows below have numbers.
fn heading_rows(rows: &[Row], decimal: Decimal) -> usize {
    let below = &rows[1.min(rows.len())..];
    let is_number = |cell: &[u8]| {
        Cell::read(Some(cell), decimal).number().is_some()
            || super::date::days(trimmed(cell)).is_some()
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    // Rows that may be headings do not count as rows below.
    let sample = &below[below.len().min(MOST_HEADINGS - 1).min(below.len().saturating_sub(1))..];
    let numeric: Vec<bool> = (0..columns)
        .map(|column| {
            let cells = sample.iter().filter_map(|row| row.get(column));
            let filled = cells.clone().filter(|cell| !trimmed(cell).is_empty()).count();
            let numbers = cells.filter(|cell| is_number(cell)).count();
            2 * numbers > filled
        })
        .collect();
    let words = |row: &Row| {
        let votes = row.iter().zip(&numeric).filter(|&(cell, numeric)| {
            *numeric && !matches!(Cell::read(Some(cell), decimal), Cell::Empty)
        });
        let (numbers, all) = votes.fold((0, 0), |(numbers, all), (cell, _)| {
            (numbers + usize::from(is_number(cell)), all + 1)
        });
        (all - numbers, numbers)
    };
    if !numeric.contains(&true) {
        // There is nothing to compare with: a first row of numbers alone is data.
        let data = rows.first().is_some_and(|row| {
            row.iter().any(|cell| is_number(cell))
                && row.iter().all(|cell| is_number(cell) || trimmed(cell).is_empty())
        });
        return usize::from(!data);
    }
    match rows.first().map(words) {
        Some((words, numbers)) if words >= numbers => {}
        _ => return usize::from(rows.first().is_some_and(|row| are_years(row))),
    }
    // Where there are very few rows, words above a number may be faults as well.
    const FEW: usize = 4;
    let most = if below.len() < FEW { 0 } else { MOST_HEADINGS - 1 };
    let more = below.iter().take(most);
    1 + more
        .take_while(|row| {
            let (words, numbers) = words(row);
            words > 0
                && numbers == 0
                && row.iter().all(|cell| !is_number(cell))
                && row.iter().all(|cell| !matches!(Cell::read(Some(cell), decimal), Cell::Missing))
        })
        .count()
}

/// Whether the numbers of a row are consecutive years, as headings of columns by year are.
fn are_years(row: &[Vec<u8>]) -> bool {
    let numbers = row.iter().filter_map(|cell| Cell::read(Some(cell), Decimal::Point).number());
    let numbers: Vec<f64> = numbers.collect();
    numbers.len() > 2
        && numbers.len() < row.len()
        && numbers.iter().all(|year| year.fract() == 0.0 && (1500.0..2300.0).contains(year))
        && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1.0)
}

/// The texts of the headings. Where all rows have one cell more than the headings, as R writes them, the first column
/// has the names of the rows.
fn names(above: &[Row], data: &[Row], columns: usize) -> Vec<Vec<String>> {
    let shifted = above.len() == 1
        && above[0].len() + 1 == columns
        && data.iter().all(|row| row.len() == columns);
    let texts = |row: &Row| row.iter().map(|cell| lossy(cell)).collect::<Vec<_>>();
    let mut names: Vec<Vec<String>> = above.iter().map(texts).collect();
    if shifted {
        names[0].insert(0, String::new());
    }
    names
}

fn lossy(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
}

/// The kind of a file that is not text, from its first bytes.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    const MAGIC: [(&[u8], Foreign); 9] = [
        (b"PK\x03\x04", Foreign::Spreadsheet),
        (b"PK\x05\x06", Foreign::Spreadsheet),
        (b"\xd0\xcf\x11\xe0", Foreign::Spreadsheet),
        (b"\x1f\x8b", Foreign::Compressed),
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Image),
        (b"\xff\xd8\xff", Foreign::Image),
        (b"GIF87a", Foreign::Image),
        (b"GIF89a", Foreign::Image),
    ];
    MAGIC.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, kind)| kind)
}

/// Whether bytes are binary: text has hardly any control characters. Stray zeros do not count.
fn binary(bytes: &[u8]) -> Option<Foreign> {
    let control =
        |&&byte: &&u8| byte < 32 && !matches!(byte, 0 | b'\t' | b'\n' | b'\r' | 0x0c | 0x1a);
    let controls = bytes.iter().filter(control).count();
    (20 * controls > bytes.len()).then_some(Foreign::Binary)
}

/// JSON or XML, which may begin with spaces. A heading such as `[m]` or `<5 km` is neither.
fn markup(bytes: &[u8]) -> Option<Foreign> {
    let (first, rest) = bytes.trim_ascii_start().split_first()?;
    let next = rest.trim_ascii_start().first();
    match (first, next?) {
        (b'{', b'"' | b'}') => Some(Foreign::Json),
        (b'[', b'{' | b'[' | b'"' | b']' | b'-' | b'0'..=b'9') => Some(Foreign::Json),
        (b'<', b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z') => Some(Foreign::Html),
        _ => None,
    }
}

/// The delimiter that Excel's first line `sep=;` declares, and the length of that line.
fn declared(bytes: &[u8]) -> Option<(Delimiter, usize)> {
    let rest = bytes.strip_prefix(b"sep=")?;
    let (first, rest) = rest.split_first()?;
    let delimiter = Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *first)?;
    // Blank lines behind it are left, so that they are counted.
    let behind = match rest {
        [b'\r', b'\n', behind @ ..] | [b'\r' | b'\n', behind @ ..] => behind,
        _ => return None,
    };
    Some((delimiter, bytes.len() - behind.len()))
}

#[cfg(test)]
mod tests;
