//! A file as it comes, slice by slice.

use super::collect::{Collected, Collector, Part};
use super::date;
use super::dialect::{Choices, Decimal};
use super::encoding::{Decoder, Encoding};
use super::limits::{ENCODED, WINDOW};
use super::number::{Cell, plain, trimmed};
use super::profile::Kind;
use super::record::Cells;
use super::records::{Next, Records};
use super::report::{LeftOut, Occurrence, Report};
use super::sniff::{self, Outline};
use super::{Finished, ImportError, Imported};
use crate::data::dataset::{Dataset, DatasetError, Variable};

/// Reads a file: takes its slices, and gives two of its columns. Memory does not grow with the file. The
/// result depends on the bytes alone, not on how they were sliced.
#[derive(Clone, Debug)]
pub struct Import {
    choices: Choices,
    columns: Option<(usize, usize)>,
    /// The first bytes, until the encoding is known.
    raw: Vec<u8>,
    decoder: Option<(Encoding, Decoder)>,
    /// What was decoded and not read yet.
    text: Vec<u8>,
    /// How it is written and what is in it, once that is known.
    outline: Option<Outline>,
    state: State,
}

/// How far it has come.
#[derive(Clone, Debug)]
enum State {
    /// Too little is known to tell how the table is written.
    Waiting,
    Reading(Box<Reading>),
    Failed(ImportError),
}

/// Rows on their way into the dataset.
#[derive(Clone, Debug)]
struct Reading {
    decimal: Decimal,
    records: Records,
    cells: Cells,
    /// Records that are left to skip: what stands before the table, and its headings.
    skip: usize,
    x: Column,
    y: Column,
    collector: Collector,
    report: Report,
}

/// One of the two columns.
#[derive(Clone, Debug)]
struct Column {
    index: usize,
    heading: String,
    variable: Variable,
    /// How dates become numbers.
    date: Option<Dates>,
}

/// What a date counts as.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Dates {
    /// The year, with its part that has passed.
    Years,
    /// Days since this one.
    DaysSince(f64),
}

/// Dates that span more years than this are shown as years.
const FEW_YEARS: f64 = 2.0;

impl Import {
    /// A file to come, with what a person has chosen of how it is written; without columns, those that
    /// are worth a first look are read.
    pub fn new(choices: Choices, columns: Option<(usize, usize)>) -> Self {
        Self {
            choices,
            columns,
            raw: Vec::new(),
            decoder: None,
            text: Vec::new(),
            outline: None,
            state: State::Waiting,
        }
    }

    /// Takes the next slice.
    ///
    /// # Errors
    /// As soon as it is clear that the file cannot be used.
    pub fn feed(&mut self, slice: &[u8]) -> Result<(), ImportError> {
        if let State::Failed(error) = &self.state {
            return Err(error.clone());
        }
        match &mut self.decoder {
            Some((_, decoder)) => decoder.push(slice, &mut self.text),
            None => {
                self.raw.extend_from_slice(slice);
                if self.raw.len() >= ENCODED {
                    self.decode()?;
                }
            }
        }
        self.go_on(false)
    }

    /// How the file is written and what is in it, once that is known; also where it is of no use as it is.
    pub fn outline(&self) -> Option<&Outline> {
        self.outline.as_ref()
    }

    /// Rows that were read so far.
    pub fn rows(&self) -> u64 {
        match &self.state {
            State::Reading(reading) => reading.report.read,
            State::Waiting | State::Failed(_) => 0,
        }
    }

    /// Some of the points so far, which it then forgets; none while they are too few to be worth handing on.
    /// Where the file turns out to have more points than are kept, [`Self::give_back`] wants those that were
    /// taken.
    pub fn take_points(&mut self) -> Option<Part> {
        match &mut self.state {
            State::Reading(reading) => reading.collector.take(),
            State::Waiting | State::Failed(_) => None,
        }
    }

    /// Whether it needs the points back that were taken, because the file has more than are kept: of all of
    /// them a sample is made, and they are counted.
    pub fn wants_back(&self) -> bool {
        match &self.state {
            State::Reading(reading) => reading.collector.wants_back(),
            State::Waiting | State::Failed(_) => false,
        }
    }

    /// Takes back points that were taken, the oldest first, when the file is at its end.
    pub fn give_back(&mut self, part: &Part) {
        if let State::Reading(reading) = &mut self.state {
            reading.collector.give_back(part);
        }
    }

    /// Takes it that the file is at its end, where nothing was taken of it before.
    ///
    /// # Errors
    /// When it cannot be used, with a sentence why and what to do.
    pub fn finish(self) -> Result<Imported, ImportError> {
        let Finished { summary, parts, grid, x, y, report, columns, outline } =
            self.finish_apart()?;
        let Part { xs, ys } = Part::join(parts);
        let dataset = match grid {
            None => Dataset::of_rows(summary, xs, ys)?,
            Some(grid) => Dataset::of_sample(summary, xs, ys)?.with_grid(grid),
        };
        Ok(Imported { dataset: dataset.named(x, y), report, columns, outline })
    }

    /// Takes it that the file is at its end, and gives what has not been taken yet.
    ///
    /// # Errors
    /// When it cannot be used, with a sentence why and what to do.
    pub fn finish_apart(mut self) -> Result<Finished, ImportError> {
        self.end()?;
        match (self.state, self.outline) {
            (State::Reading(reading), Some(outline)) => reading.finish(outline),
            // The end has reported every failure.
            _ => Err(ImportError::Empty),
        }
    }

    /// Takes it that the file is at its end, and reads what is left.
    ///
    /// # Errors
    /// When it cannot be used.
    pub fn end(&mut self) -> Result<(), ImportError> {
        if self.decoder.is_none() {
            self.decode()?;
        }
        if let Some((_, decoder)) = &mut self.decoder {
            decoder.finish(&mut self.text);
        }
        self.go_on(true)
    }

    fn decode(&mut self) -> Result<(), ImportError> {
        let raw = std::mem::take(&mut self.raw);
        if let Some(foreign) = sniff::foreign(&raw) {
            self.state = State::Failed(foreign.into());
            return Err(foreign.into());
        }
        let encoding =
            self.choices.encoding.unwrap_or_else(|| Encoding::of(&raw[..raw.len().min(ENCODED)]));
        let mut decoder = Decoder::new(encoding);
        decoder.push(&raw, &mut self.text);
        self.decoder = Some((encoding, decoder));
        Ok(())
    }

    fn go_on(&mut self, whole: bool) -> Result<(), ImportError> {
        let result = self.try_to_go_on(whole);
        if let Err(error) = &result {
            self.state = State::Failed(error.clone());
        }
        result
    }

    fn try_to_go_on(&mut self, whole: bool) -> Result<(), ImportError> {
        if let State::Failed(error) = &self.state {
            return Err(error.clone());
        }
        let Some((encoding, _)) = self.decoder else { return Ok(()) };
        if matches!(self.state, State::Waiting) {
            if self.text.len() < WINDOW && !whole {
                return Ok(());
            }
            let window = &self.text[..self.text.len().min(WINDOW)];
            let whole = whole && self.text.len() <= WINDOW;
            let outline =
                self.outline.insert(sniff::outline(window, whole, encoding, &self.choices)?);
            let columns = match self.columns {
                Some(columns) => columns,
                None => chosen(outline, &self.choices)?,
            };
            self.state = State::Reading(Box::new(Reading::new(outline, columns)?));
        }
        if let State::Reading(reading) = &mut self.state {
            reading.read(&self.text, whole)?;
            let done = reading.records.forget();
            self.text.drain(..done);
        }
        Ok(())
    }
}

/// The columns that were chosen by their names; where one was not, that of the guess, or the other one of
/// it.
fn chosen(outline: &Outline, choices: &Choices) -> Result<(usize, usize), ImportError> {
    let find = |name: &Option<String>| match name {
        None => Ok(None),
        Some(name) => outline.headings.find(name).map(Some).ok_or_else(|| {
            ImportError::NoColumnCalled { name: name.clone(), all: outline.headings().to_vec() }
        }),
    };
    let other = |one: usize| {
        let guess = outline.guess.clone();
        guess.map(|(x, y)| if x == one { y } else { x })
    };
    match (find(&choices.x)?, find(&choices.y)?) {
        (Some(x), Some(y)) => Ok((x, y)),
        (Some(x), None) => Ok((x, other(x)?)),
        (None, Some(y)) => Ok((other(y)?, y)),
        (None, None) => outline.guess.clone(),
    }
}

impl Reading {
    fn new(outline: &Outline, (x, y): (usize, usize)) -> Result<Self, ImportError> {
        let count = outline.headings().len();
        if let Some(beyond) = [x, y].into_iter().find(|&column| column >= count) {
            return Err(ImportError::NoSuchColumn { column: beyond + 1, columns: count });
        }
        let dialect = outline.dialect;
        Ok(Self {
            records: Records::new(&dialect, outline.start, outline.line),
            cells: Cells::default(),
            skip: dialect.skip + dialect.headings,
            x: Column::of(outline, x),
            y: Column::of(outline, y),
            collector: Collector::default(),
            report: Report::new(dialect),
            decimal: dialect.decimal,
        })
    }

    fn read(&mut self, text: &[u8], whole: bool) -> Result<(), ImportError> {
        let columns = [self.x.index, self.y.index];
        let wanted = columns[0].max(columns[1]) + 1;
        let mut cells = std::mem::take(&mut self.cells);
        loop {
            if let Some((line, pair)) = self.records.advance_plainly(text, columns) {
                self.row(line, pair);
                continue;
            }
            match self.records.advance(text, whole, wanted, &mut cells) {
                Next::Record { line } => {
                    if cells.literal && self.skip == 0 {
                        self.report.unclosed.get_or_insert(line);
                    }
                    let cutter = self.records.cutter;
                    let [x, y] = columns.map(|column| cells.get(text, column, &cutter));
                    self.row(line, [x.as_deref(), y.as_deref()]);
                }
                Next::None => break,
                Next::TooLong => return Err(ImportError::NoTable),
            }
        }
        self.cells = cells;
        Ok(())
    }

    /// Takes the two cells of a record on this line.
    #[inline]
    fn row(&mut self, line: u64, [x, y]: [Option<&[u8]>; 2]) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.report.read += 1;
        match (self.x.read_plainly(x, self.decimal), self.y.read_plainly(y, self.decimal)) {
            (Some(x), Some(y)) => self.collector.push(x, y),
            _ => self.row_with_more(line, [x, y]),
        }
    }

    /// The same where more than the digits of two numbers has to be looked at.
    #[cold]
    fn row_with_more(&mut self, line: u64, [x, y]: [Option<&[u8]>; 2]) {
        let decimal = self.decimal;
        let (column, fault, bytes) = match (self.x.read(x, decimal), self.y.read(y, decimal)) {
            (Cell::Number(x), Cell::Number(y)) => return self.collector.push(x, y),
            (Cell::Number(_), fault) => (&self.y, fault, y),
            (fault, _) => (&self.x, fault, x),
        };
        let left_out: &mut LeftOut = self.report.left_out_for(fault);
        left_out.add(|| Occurrence::new(line, &column.heading, bytes.unwrap_or_default()));
    }

    fn finish(mut self, outline: Outline) -> Result<Finished, ImportError> {
        self.report.used = self.collector.seen();
        if self.report.used == 0 {
            return Err(ImportError::NothingUsable {
                rows: self.report.read,
                x: self.x.heading,
                y: self.y.heading,
                first: self.report.first_left_out().cloned(),
            });
        }
        let Collected { summary, parts, grid } = self.collector.finish();
        summary.check().map_err(DatasetError::from)?;
        if grid.is_some() {
            self.report.sample = Some(parts.iter().map(|part| part.len() as u64).sum());
        }
        Ok(Finished {
            summary,
            parts,
            grid,
            x: self.x.variable,
            y: self.y.variable,
            report: self.report,
            columns: (self.x.index, self.y.index),
            outline,
        })
    }
}

impl Column {
    fn of(outline: &Outline, index: usize) -> Self {
        let profile = &outline.profiles[index];
        let variable = outline.headings.variables[index].clone();
        let date = profile.first_date.filter(|_| profile.kind == Kind::Date).map(|first| {
            if profile.greatest - profile.least > FEW_YEARS {
                Dates::Years
            } else {
                Dates::DaysSince(first.floor())
            }
        });
        let variable = match date {
            None => variable,
            Some(Dates::Years) => Variable { unit: Some("year".to_owned()), ..variable },
            Some(Dates::DaysSince(first)) => {
                Variable { unit: Some(format!("days since {}", date::written(first))), ..variable }
            }
        };
        Self { index, heading: outline.headings.texts[index].clone(), variable, date }
    }

    /// The number in a cell that holds little but digits; none of others.
    #[inline]
    fn read_plainly(&self, bytes: Option<&[u8]>, decimal: Decimal) -> Option<f64> {
        if self.date.is_some() { None } else { plain(bytes?, decimal) }
    }

    fn read(&self, bytes: Option<&[u8]>, decimal: Decimal) -> Cell {
        match self.date {
            None => Cell::read(bytes, decimal),
            Some(dates) => match bytes.map(trimmed).and_then(date::days) {
                Some(days) => Cell::Number(match dates {
                    Dates::Years => date::years(days),
                    Dates::DaysSince(first) => days - first,
                }),
                // A number among dates is none of them.
                None => match Cell::read(bytes, decimal) {
                    Cell::Number(_) => Cell::Other,
                    other => other,
                },
            },
        }
    }
}

#[cfg(test)]
mod tests;
