//! The data of a session, and other data in their place.

use super::{EditedData, Session, Source};
use crate::data::builtin::Builtin;
use crate::data::dataset::Dataset;
use crate::descent::settings::Start;

impl Session {
    /// The origin of the data.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The data.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Goes over to built-in data.
    pub fn choose_builtin(&mut self, builtin: &'static Builtin, swapped: bool) {
        let dataset = builtin.dataset();
        let dataset = if swapped { dataset.swapped() } else { dataset };
        self.choose(Source::Builtin { builtin, swapped }, dataset);
    }

    /// Goes over to other data. All runs start anew; settings that the reader made stay, the others become what
    /// suits the data.
    pub fn choose(&mut self, source: Source, dataset: Dataset) {
        self.leave_edited();
        self.source = source;
        self.dataset = dataset;
        self.start_over();
    }

    /// Remembers edited data, so that the reader can come back to them.
    fn leave_edited(&mut self) {
        if let Some(editing) = self.editing.take() {
            let (source, dataset) = (self.source.clone(), self.dataset.clone());
            self.left_edited = Some(EditedData { source, dataset, editing });
        }
    }

    /// Comes back to the edited data that the reader left for others.
    pub fn choose_edited(&mut self) {
        if let Some(EditedData { source, dataset, editing }) = self.left_edited.take() {
            self.choose(source, dataset);
            self.editing = Some(editing);
        }
    }

    /// The edited data that can be chosen: those in use, or those that the reader left for others.
    pub fn edited(&self) -> Option<&Source> {
        match &self.source {
            source @ Source::Edited { .. } => Some(source),
            _ => self.left_edited.as_ref().map(|edited| &edited.source),
        }
    }

    /// Starts all runs anew on data that have changed.
    pub(super) fn start_over(&mut self) {
        self.forget_program();
        if self.runs.iter().any(|run| self.check(run.settings()).is_err()) {
            // The rate was set for another cost.
            self.set_by_reader.rate = false;
        }
        let (set_by_reader, before) = (self.set_by_reader, self.rates());
        self.rebuild(&|_, mut settings| {
            if let Start::At(_) = settings.start {
                // A typed start is in the units of the data before.
                settings.start = Start::Zero;
            }
            settings
        });
        if !set_by_reader.rate {
            self.suggest_rates(&before);
        }
        if !set_by_reader.epochs {
            let epochs = self.suggested_epochs();
            self.runs.iter_mut().for_each(|run| run.set_epochs(epochs));
        }
        // The reader has not asked for the answer to these data yet.
        self.view.answer = false;
    }
}
