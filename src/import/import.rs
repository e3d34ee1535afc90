//! The import of a file that comes slice by slice.

use super::collect::Part;
use super::dialect::{Choices, Delimiter};
use super::encoding::{Decoder, Encoding};
use super::limits::{ENCODED, WINDOW};
use super::reading::Reading;
use super::sniff::{self, Outline};
use super::{Finished, ImportError, Imported};
use crate::data::dataset::Dataset;

/// The import of two columns of a file that comes slice by slice. Its memory does not grow with the file, and the
/// result depends on the bytes alone, not on how they were sliced.
#[derive(Clone, Debug)]
pub struct Import {
    choices: Choices,
    columns: Option<(usize, usize)>,
    /// The first bytes, until the encoding is known.
    raw: Vec<u8>,
    decoder: Option<(Encoding, Decoder)>,
    /// The text that was decoded and not read yet.
    text: Vec<u8>,
    /// How the file is written and what is in it, once that is known.
    outline: Option<Outline>,
    state: ImportState,
}

/// How far the import has come.
#[derive(Clone, Debug)]
enum ImportState {
    /// Too little is known to tell how the table is written.
    Waiting,
    Reading(Box<Reading>),
    Failed(ImportError),
}

impl Import {
    /// An import with what a person has chosen of how the file is written. Without `columns`, it reads those that
    /// are worth a first look.
    pub fn new(choices: Choices, columns: Option<(usize, usize)>) -> Self {
        Self {
            choices,
            columns,
            raw: Vec::new(),
            decoder: None,
            text: Vec::new(),
            outline: None,
            state: ImportState::Waiting,
        }
    }

    /// Reads the next slice.
    ///
    /// # Errors
    /// As soon as it is clear that the file cannot be used.
    pub fn feed(&mut self, slice: &[u8]) -> Result<(), ImportError> {
        if let ImportState::Failed(error) = &self.state {
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

    /// How the file is written and what is in it, once that is known; also where the file cannot be used as it is.
    pub fn outline(&self) -> Option<&Outline> {
        self.outline.as_ref()
    }

    /// The number of rows that were read so far.
    pub fn rows(&self) -> u64 {
        match &self.state {
            ImportState::Reading(reading) => reading.report.read,
            ImportState::Waiting | ImportState::Failed(_) => 0,
        }
    }

    /// Removes some of the points so far, the oldest first, and returns them. Returns `None` while they are too few to
    /// be worth handing on. Where [`Self::awaits_points`] says so at the end, [`Self::return_points`] needs them again.
    pub fn take_points(&mut self) -> Option<Part> {
        match &mut self.state {
            ImportState::Reading(reading) => reading.collector.take(),
            ImportState::Waiting | ImportState::Failed(_) => None,
        }
    }

    /// Whether the points that were taken are needed again, because the file has more than are kept: then a sample is
    /// drawn from all of them, and all are counted in a grid.
    pub fn awaits_points(&self) -> bool {
        match &self.state {
            ImportState::Reading(reading) => reading.collector.awaits_points(),
            ImportState::Waiting | ImportState::Failed(_) => false,
        }
    }

    /// Gives points back that were taken, the oldest first, after [`Self::end`].
    pub fn return_points(&mut self, part: &Part) {
        if let ImportState::Reading(reading) = &mut self.state {
            reading.collector.return_points(part);
        }
    }

    /// Ends the file, of which no points were taken before.
    ///
    /// # Errors
    /// When the file cannot be used; the error says why and what to do.
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

    /// Ends the file, and returns the points that were not taken yet.
    ///
    /// # Errors
    /// When the file cannot be used; the error says why and what to do.
    pub fn finish_apart(mut self) -> Result<Finished, ImportError> {
        self.end()?;
        match (self.state, self.outline) {
            (ImportState::Reading(reading), Some(outline)) => reading.finish(outline),
            // The end has reported every failure.
            _ => Err(ImportError::Empty),
        }
    }

    /// Ends the file, and reads the rest of it.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn end(&mut self) -> Result<(), ImportError> {
        if self.decoder.is_none() {
            self.decode()?;
        }
        if let Some((_, decoder)) = &mut self.decoder {
            decoder.finish(&mut self.text);
        }
        self.go_on(true)
    }

    /// Decodes the first bytes, now that there are enough of them to tell the encoding.
    fn decode(&mut self) -> Result<(), ImportError> {
        let raw = std::mem::take(&mut self.raw);
        let of_sheet = self.choices.delimiter == Some(Delimiter::Cells);
        if let Some(foreign) = sniff::foreign(&raw).filter(|_| !of_sheet) {
            self.state = ImportState::Failed(foreign.into());
            return Err(foreign.into());
        }
        let encoding =
            self.choices.encoding.unwrap_or_else(|| Encoding::of(&raw[..raw.len().min(ENCODED)]));
        let mut decoder = Decoder::new(encoding);
        decoder.push(&raw, &mut self.text);
        self.decoder = Some((encoding, decoder));
        Ok(())
    }

    /// Reads as much of the text as can be read, and remembers an error.
    fn go_on(&mut self, whole: bool) -> Result<(), ImportError> {
        let result = self.try_to_go_on(whole);
        if let Err(error) = &result {
            self.state = ImportState::Failed(error.clone());
        }
        result
    }

    fn try_to_go_on(&mut self, whole: bool) -> Result<(), ImportError> {
        if let ImportState::Failed(error) = &self.state {
            return Err(error.clone());
        }
        let Some((encoding, _)) = self.decoder else { return Ok(()) };
        if matches!(self.state, ImportState::Waiting) {
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
            self.state = ImportState::Reading(Box::new(Reading::new(outline, columns)?));
        }
        if let ImportState::Reading(reading) = &mut self.state {
            reading.read(&self.text, whole)?;
            let done = reading.forget();
            self.text.drain(..done);
        }
        Ok(())
    }
}

/// The columns that were chosen by their names. A column that was not chosen is the one of the guess, or the other
/// one of it. Those that were in use before count where both are there.
fn chosen(outline: &Outline, choices: &Choices) -> Result<(usize, usize), ImportError> {
    let numeric = |name: &Option<String>| {
        let column = outline.headings.find(name.as_deref()?)?;
        outline.profiles[column].is_numeric().then_some(column)
    };
    if let (Some(x), Some(y)) = (numeric(&choices.kept_x), numeric(&choices.kept_y)) {
        return Ok((x, y));
    }
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

#[cfg(test)]
mod tests;
