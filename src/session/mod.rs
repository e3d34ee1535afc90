//! Everything that a link restores: data, runs, speed and view.
//!
//! A [`Session`] has data, one to four runs on them under one clock, and the view of the figures. Its methods
//! stand by subject in the files of this folder.
//!
//! ```
//! use downhill::data::builtin;
//! use downhill::descent::settings::LearningRate;
//! use downhill::session::Session;
//!
//! let cars = builtin::find("cars").ok_or("no such data")?;
//! let mut session = Session::on_builtin(cars);
//! session.set_learning_rate(LearningRate::try_from(0.001)?);
//! session.advance(100);
//! assert_eq!(session.clock_epoch(), 100);
//!
//! // One epoch back, and on again, leads to the same bits.
//! let state = *session.run().state();
//! session.step_back();
//! session.advance(1);
//! assert_eq!(*session.run().state(), state);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod data;
mod handover;
mod pace;
mod playback;
mod points;
mod program;
mod race;
mod scaling;
mod settings;
mod source;
mod suggestion;
pub mod view;

pub use handover::{read_dataset, write_dataset};
pub use pace::{Due, Pace, Speed};
pub use race::Preset;
pub use source::Source;

use crate::data::builtin::Builtin;
use crate::data::dataset::Dataset;
use crate::data::editing::Editing;
use crate::descent::settings::Settings;
use crate::descent::trainer::Trainer;
use pace::Clock;
use view::View;

/// Flags of the settings that the reader has made. Those stay when the data change; the others are chosen to suit the
/// data.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct SetByReader {
    rate: bool,
    epochs: bool,
}

/// Points that the reader changed, with their past.
#[derive(Clone, Debug, PartialEq)]
struct EditedData {
    source: Source,
    dataset: Dataset,
    editing: Editing,
}

/// The reader's place in the lesson: data, runs, speed and view.
///
/// | field | default | range | meaning |
/// |---|---|---|---|
/// | `speed` | level 4 | levels 0 to 8 | the speed of the epochs |
/// | `view` | [`View::default`](view::View) | | the view of the figures |
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    source: Source,
    dataset: Dataset,
    /// The changes of the points; `None` unless the source is [`Source::Edited`].
    editing: Option<Editing>,
    /// Edited data that the reader left for others, and can come back to.
    left_edited: Option<EditedData>,
    /// One to four runs, and behind them that of the reader's program, if it has shown lines. All share the data, the cost, the
    /// limits and the clock.
    runs: Vec<Trainer>,
    /// The index of the run that the controls act on.
    chosen: usize,
    /// Whether the figures leave the page's runs out beside that of the reader's program.
    hides_ruled_runs: bool,
    set_by_reader: SetByReader,
    clock: Clock,
    /// The speed of the epochs.
    pub speed: Speed,
    /// View of the figures.
    pub view: View,
}

impl Session {
    /// A session on built-in data, with the settings that they come with.
    pub fn on_builtin(builtin: &'static Builtin) -> Self {
        let dataset = builtin.dataset();
        let run = Trainer::new(&dataset, Settings::default());
        let mut session = Self {
            source: Source::Builtin { builtin, swapped: false },
            dataset,
            editing: None,
            left_edited: None,
            runs: vec![run],
            chosen: 0,
            hides_ruled_runs: false,
            set_by_reader: SetByReader::default(),
            clock: Clock::default(),
            speed: Speed::default(),
            view: View::default(),
        };
        session.start_over();
        session
    }

    /// The runs, one to four, all on the same data.
    pub fn runs(&self) -> &[Trainer] {
        &self.runs
    }

    /// The run that the controls act on.
    pub fn run(&self) -> &Trainer {
        &self.runs[self.chosen]
    }

    /// The run that the controls act on, to act on it.
    pub fn run_mut(&mut self) -> &mut Trainer {
        &mut self.runs[self.chosen]
    }
}
