//! The run of the reader's own program, beside the page's.

use super::Session;
use super::pace::Clock;
use crate::descent::settings::{Settings, Start};
use crate::descent::trainer::{Recording, Trainer};

impl Session {
    /// Shows what a program showed as a run, and chooses it. Beside it stands one run of the page with the same start
    /// and rate; all other runs go.
    pub fn show_program(&mut self, recording: Recording) {
        let settings = Settings { start: Start::Zero, ..self.ruled_run().settings() };
        let own = self.ruled_run().anew(&self.dataset, settings);
        let program = own.replaying(&self.dataset, settings, recording);
        self.runs = vec![own, program];
        self.chosen = 1;
        self.clock = Clock::default();
    }

    /// The run of the reader's program. Returns `None` before it has shown a line, and once the data are others.
    pub fn program_run(&self) -> Option<&Trainer> {
        self.runs.last().filter(|run| run.recording().is_some())
    }

    /// Has the figures show the page's runs beside that of the reader's program, or leave them out.
    pub fn hide_ruled_runs(&mut self, hide: bool) {
        self.hides_ruled_runs = hide;
    }

    /// Whether the figures leave a run out.
    pub fn hides(&self, run: &Trainer) -> bool {
        self.hides_ruled_runs && run.recording().is_none() && self.program_run().is_some()
    }

    /// Takes the run of the reader's program away.
    pub fn forget_program(&mut self) {
        self.runs.retain(|run| run.recording().is_none());
        self.chosen = self.chosen.min(self.runs.len() - 1);
    }

    /// The runs of the page's rules. They stand before the program's, and there is at least one.
    pub fn ruled_runs(&self) -> &[Trainer] {
        &self.runs[..self.runs.partition_point(|run| run.recording().is_none())]
    }

    /// The session without the run of the reader's program, as a link restores it.
    pub fn without_program(&self) -> Self {
        let mut session = self.clone();
        session.forget_program();
        session
    }

    /// The run that the settings are those of: the chosen one, or the page's own where the program's is chosen.
    pub fn ruled_run(&self) -> &Trainer {
        &self.runs[self.ruled()]
    }

    /// The index of that run.
    pub fn ruled(&self) -> usize {
        if self.run().recording().is_some() { 0 } else { self.chosen }
    }
}
