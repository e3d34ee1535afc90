//! The data of a session as bytes, in which one package of the page hands them to another of the same build.

mod dataset;
mod editing;

pub use dataset::{read_dataset, write_dataset};
use editing::{read_editing, write_editing};

use super::pace::Clock;
use super::{EditedData, Session, SetByReader, Source};
use crate::data::builtin;
use crate::numeric::bytes::{Reader, Writer};

impl Session {
    /// Writes the data and all changes of their points, but not the runs.
    pub fn write_data(&self, to: &mut Writer) {
        self.source.write(to);
        if !matches!(self.source, Source::Builtin { .. }) {
            write_dataset(&self.dataset, to);
        }
        to.whole(usize::from(self.editing.is_some()));
        if let Some(editing) = &self.editing {
            write_editing(editing, to);
        }
        to.whole(usize::from(self.left_edited.is_some()));
        if let Some(EditedData { source, dataset, editing }) = &self.left_edited {
            source.write(to);
            write_dataset(dataset, to);
            write_editing(editing, to);
        }
        to.whole(usize::from(self.set_by_reader.rate));
        to.whole(usize::from(self.set_by_reader.epochs));
        to.number(self.clock.elapsed);
    }

    /// A session on data that were written. Its run is at epoch 0, with settings that suit the data. Returns `None`
    /// where the bytes are not of this build.
    pub fn read_data(from: &mut Reader<'_>) -> Option<Self> {
        let source = Source::read(from)?;
        let mut session = Self::on_builtin(builtin::first());
        match source {
            Source::Builtin { builtin, swapped } => session.choose_builtin(builtin, swapped),
            source => session.choose(source, read_dataset(from)?),
        }
        session.editing = match from.whole()? {
            0 => None,
            _ => Some(read_editing(from)?),
        };
        session.left_edited = match from.whole()? {
            0 => None,
            _ => {
                let (source, dataset) = (Source::read(from)?, read_dataset(from)?);
                Some(EditedData { source, dataset, editing: read_editing(from)? })
            }
        };
        session.set_by_reader =
            SetByReader { rate: from.whole()? == 1, epochs: from.whole()? == 1 };
        session.clock = Clock { elapsed: from.number()? };
        Some(session)
    }

    /// The same session, with the clock of `other` and its record of what the reader has set.
    pub fn with_clock_of(mut self, other: &Self) -> Self {
        self.set_by_reader = other.set_by_reader;
        self.clock = other.clock;
        self
    }

    /// Takes every run to the last epoch that was computed of it.
    pub fn seek_to_end(&mut self) {
        self.runs.iter_mut().for_each(|run| run.seek(run.furthest().epoch));
    }
}

impl Source {
    fn write(&self, to: &mut Writer) {
        let (kind, name, flag) = match self {
            Self::Builtin { builtin, swapped } => (0, builtin.id, *swapped),
            Self::Own { name, address } => (1, name.as_str(), address.is_some()),
            Self::Edited { name, sample } => (2, name.as_str(), *sample),
        };
        to.whole(kind);
        to.text(name);
        to.whole(usize::from(flag));
        if let Self::Own { address: Some(address), .. } = self {
            to.text(address);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (kind, name, flag) = (from.whole()?, from.text()?, from.whole()? == 1);
        match kind {
            0 => Some(Self::Builtin { builtin: builtin::find(&name)?, swapped: flag }),
            1 => Some(Self::Own { name, address: if flag { Some(from.text()?) } else { None } }),
            _ => Some(Self::Edited { name, sample: flag }),
        }
    }
}
