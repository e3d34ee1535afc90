//! The outline of a table, from its beginning: how it is written, and what it holds.

use super::date_format::DateFormat;
use super::dialect::{Choices, Dates, Decimal, Delimiter, Dialect};
use super::encoding::Encoding;
use super::headings::Headings;
use super::number::{Cell, trimmed};
use super::profile::{Kind, Profile, Style};
use super::signs::{self, Proof, Signs};
use super::{ImportError, Obstacle, Occurrence, OpenReading, guess};

mod alien;
mod heading_rows;
mod names;
mod rows;
mod text;

pub(super) use alien::foreign;
use alien::{binary, declared, markup};
use names::{Names, names};
use rows::lossy;
use text::Text;

/// The rows that are shown of a table.
const SHOWN: usize = 5;

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
    /// The number of cells of nearly all rows.
    pub(super) width: usize,
    /// Why the headings cannot be told apart, if they cannot.
    pub(super) misfit: Option<ImportError>,
    /// The place where the table begins, in bytes of the text.
    pub(super) start: usize,
    /// The line that the table begins on.
    pub(super) line: u64,
    /// What is in the way of each column that holds no numbers.
    obstacles: Vec<Option<Obstacle>>,
    /// The first number of each column that may be read otherwise.
    open: Vec<Option<OpenReading>>,
}

impl Outline {
    /// The headings of the columns. No two are the same.
    pub fn headings(&self) -> &[String] {
        &self.headings.texts
    }

    /// The order of the dates of the first column that has one.
    pub fn dates(&self) -> Option<Dates> {
        self.profiles.iter().find_map(Profile::order)
    }

    /// What keeps a column from being one of numbers. Returns `None` where it is one, or empty.
    pub fn obstacle(&self, column: usize) -> Option<Obstacle> {
        self.obstacles.get(column)?.clone()
    }

    /// The first number of a column that may be read otherwise.
    pub(super) fn open(&self, column: usize) -> Option<OpenReading> {
        self.open.get(column)?.clone()
    }
}

/// The outline of a table that begins so; `whole` says that this is all of it.
pub(super) fn outline(
    text: &[u8],
    whole: bool,
    encoding: Encoding,
    choices: &Choices,
) -> Result<Outline, ImportError> {
    let of_sheet = choices.delimiter == Some(Delimiter::Cells);
    if text.trim_ascii().is_empty() && whole {
        return Err(if of_sheet { ImportError::EmptySheet } else { ImportError::Empty });
    }
    // The cells of a sheet are no markup, whatever stands in the first one.
    let foreign = || binary(text).or_else(|| markup(text));
    if let Some(foreign) = (!of_sheet).then(foreign).flatten() {
        return Err(foreign.into());
    }
    let declared = declared(text).filter(|_| !of_sheet);
    let start = declared.map_or(0, |(_, length)| length);
    let line = 1 + u64::from(start > 0);
    let text = Text { text: &text[start..], whole, line };
    let mut dialect = Dialect { encoding, ..Dialect::default() };
    let declared = declared.map(|(delimiter, _)| delimiter);
    let quote = |dialect: &Dialect| choices.quote.unwrap_or_else(|| text.quote(dialect));
    dialect.delimiter = choices.delimiter.or(declared).unwrap_or_else(|| text.delimiter(&dialect));
    dialect.quote = quote(&dialect);
    dialect.backslash = text.has_backslashes(&dialect);
    dialect.comment = text.comment(&dialect);

    let table = text.table(&dialect, choices)?;
    dialect.skip = table.skip;
    dialect.headings = table.headings;
    let (above, data) = table.split();
    if data.rows.is_empty() {
        return Err(ImportError::OnlyHeading);
    }
    let Names { texts, width, misfit } = names(&text, &dialect, above, &data);
    let data = data.table(width);
    let columns = texts.first().map_or(0, Vec::len).max(width);
    let headings = Headings::of(&texts, columns);

    let cells = |column: usize| data.rows.iter().map(move |row| row.get(column).map(Vec::as_slice));
    let signs: Vec<Signs> = (0..columns).map(|column| Signs::of(cells(column))).collect();
    let proofs: Vec<Proof> = signs.iter().map(Signs::proof).collect();
    // Against the sign of the other columns, a column has its own only where most of its numbers need it.
    let sure: Vec<bool> = signs.iter().map(Signs::is_sure).collect();
    let told = signs::of_table(&proofs, dialect.delimiter);
    dialect.decimal = choices.decimal.unwrap_or(told);
    let serial = serial_columns(choices, &headings, &proofs, cells);
    let style = |column: usize| {
        let (decimal, strict) = match (choices.decimal, proofs[column]) {
            (Some(decimal), _) => (decimal, false),
            (None, Proof::Proved(decimal)) if decimal == told || sure[column] => (decimal, false),
            (None, Proof::Proved(_)) => (told, true),
            (None, Proof::Mostly(decimal)) => (decimal, true),
            (None, Proof::Open(..) | Proof::Unneeded) => (dialect.decimal, false),
        };
        let dates = choices.dates.filter(|&dates| dates != Dates::Serial || serial == Some(column));
        Style { decimal, strict, dates }
    };
    let profiles: Vec<Profile> =
        (0..columns).map(|column| Profile::of(cells(column), style(column))).collect();
    let occurrence = |column: usize, place: usize| {
        let cell = data.rows[place].get(column).map_or(&b""[..], Vec::as_slice);
        Occurrence::new(data.found[place].line, &headings.texts[column], cell)
    };
    let obstacle = |(column, profile): (usize, &Profile)| {
        let (kind, place) = profile.obstacle.clone()?;
        Some(Obstacle { kind, first: occurrence(column, place) })
    };
    let obstacles: Vec<_> = profiles.iter().enumerate().map(obstacle).collect();
    let is_told = proofs.iter().any(|proof| matches!(proof, Proof::Proved(_) | Proof::Mostly(_)));
    let open = |(column, proof): (usize, &Proof)| match proof {
        Proof::Open(place, _) if !is_told && profiles[column].kind == Kind::Number => {
            let cell = cells(column).nth(*place)??;
            OpenReading::of(&profiles[column].format, cell, || occurrence(column, *place))
        }
        _ => None,
    };
    let open = proofs.iter().enumerate().map(open).collect();
    let guess = match &misfit {
        Some(misfit) => Err(misfit.clone()),
        None => guess::guess(&headings, &profiles, |column| obstacles[column].clone()),
    };
    let shown =
        data.rows.iter().take(SHOWN).map(|row| row.iter().map(|cell| lossy(cell)).collect());
    let rows = shown.collect();
    Ok(Outline {
        dialect,
        profiles,
        rows,
        guess,
        headings,
        width,
        misfit,
        start,
        line,
        obstacles,
        open,
    })
}

/// The column that holds a spreadsheet's count of days, where a person says that there is one: the first whose heading
/// is about dates, or else the first with whole numbers that are such days.
fn serial_columns<'c, C: Iterator<Item = Option<&'c [u8]>>>(
    choices: &Choices,
    headings: &Headings,
    proofs: &[Proof],
    cells: impl Fn(usize) -> C,
) -> Option<usize> {
    const WORDS: [&str; 10] =
        ["date", "datum", "day", "tag", "time", "zeit", "when", "fecha", "jour", "serial"];
    if choices.dates != Some(Dates::Serial) {
        return None;
    }
    let days = |column: &usize| {
        let mut days =
            cells(*column).flatten().filter_map(|cell| DateFormat::Serial.read(trimmed(cell)));
        days.next().is_some() && proofs[*column] == Proof::Unneeded
    };
    let is_about_dates = |column: &usize| {
        let heading = headings.texts[*column].to_lowercase();
        WORDS.iter().any(|word| heading.contains(word))
    };
    let columns = || (0..proofs.len()).filter(days);
    columns().find(is_about_dates).or_else(|| columns().next())
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

#[cfg(test)]
mod tests;
