//! The data of a session, handed from one package of the page to another.

use super::pace::Clock;
use super::{ByHand, Edited, Session, Source};
use crate::data::builtin;
use crate::data::dataset::Dataset;
use crate::data::editing::Editing;
use crate::numeric::bytes::{Reader, Writer};

impl Session {
    /// Writes the data, with all changes by hand; not what the runs do with them.
    pub fn write_data(&self, to: &mut Writer) {
        self.source.write(to);
        if !matches!(self.source, Source::Builtin { .. }) {
            self.dataset.write(to);
        }
        to.whole(usize::from(self.editing.is_some()));
        if let Some(editing) = &self.editing {
            editing.write(to);
        }
        to.whole(usize::from(self.shelf.is_some()));
        if let Some(Edited { source, dataset, editing }) = &self.shelf {
            source.write(to);
            dataset.write(to);
            editing.write(to);
        }
        to.whole(usize::from(self.by_hand.rate));
        to.whole(usize::from(self.by_hand.epochs));
        to.number(self.clock.elapsed);
    }

    /// A session on data that were written; its runs stand at their start, with settings that suit
    /// the data.
    pub fn read_data(from: &mut Reader<'_>) -> Option<Self> {
        let source = Source::read(from)?;
        let mut session = Self::on_builtin(builtin::first());
        match source {
            Source::Builtin { builtin, swapped } => session.choose_builtin(builtin, swapped),
            source => session.choose(source, Dataset::read(from)?),
        }
        session.editing = match from.whole()? {
            0 => None,
            _ => Some(Editing::read(from)?),
        };
        session.shelf = match from.whole()? {
            0 => None,
            _ => {
                let (source, dataset) = (Source::read(from)?, Dataset::read(from)?);
                Some(Edited { source, dataset, editing: Editing::read(from)? })
            }
        };
        session.by_hand = ByHand { rate: from.whole()? == 1, epochs: from.whole()? == 1 };
        session.clock = Clock { elapsed: from.number()? };
        Some(session)
    }

    /// Takes over what was set by hand, and how long the run has been going, after all else was
    /// restored.
    pub fn with_hands_of(mut self, other: &Self) -> Self {
        self.by_hand = other.by_hand;
        self.clock = other.clock;
        self
    }

    /// Takes every run as far as it is known.
    pub fn go_to_the_end(&mut self) {
        self.runs.iter_mut().for_each(|run| run.seek(run.furthest().epoch));
    }
}

impl Source {
    fn write(&self, to: &mut Writer) {
        let (kind, name, flag) = match self {
            Self::Builtin { builtin, swapped } => (0, builtin.id, *swapped),
            Self::Own { name, beside } => (1, name.as_str(), beside.is_some()),
            Self::Edited { name, sample } => (2, name.as_str(), *sample),
        };
        to.whole(kind);
        to.text(name);
        to.whole(usize::from(flag));
        if let Self::Own { beside: Some(beside), .. } = self {
            to.text(beside);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (kind, name, flag) = (from.whole()?, from.text()?, from.whole()? == 1);
        match kind {
            0 => Some(Self::Builtin { builtin: builtin::find(&name)?, swapped: flag }),
            1 => Some(Self::Own { name, beside: if flag { Some(from.text()?) } else { None } }),
            _ => Some(Self::Edited { name, sample: flag }),
        }
    }
}
