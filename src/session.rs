//! All that a link restores: the data, the runs, the speed and the view.

use crate::builtin::Builtin;
use crate::dataset::Dataset;
use crate::editing::{Change, EditError, Editing};
use crate::line::Line;
use crate::objective::Held;
use crate::settings::{EpochLimit, LearningRate, Settings, Start};
use crate::text;
use crate::trainer::{Status, Trainer};
use crate::view::View;

/// Where the data come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// They came with the page.
    Builtin {
        /// Which of them.
        builtin: &'static Builtin,
        /// Whether x and y are exchanged.
        swapped: bool,
    },
    /// The reader's own file or paste.
    Own {
        /// The name of the file.
        name: String,
    },
    /// Points that the reader changed by hand.
    Edited {
        /// What they were before.
        name: String,
        /// Whether they were a sample of that.
        sample: bool,
    },
}

impl Source {
    /// What people call it.
    pub fn name(&self) -> &str {
        match self {
            Self::Builtin { builtin, .. } => builtin.name,
            Self::Own { name } | Self::Edited { name, .. } => name,
        }
    }
}

/// How fast the epochs go by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pace {
    /// So many epochs a second.
    Steady(f64),
    /// Three epochs a second at first, then ever more: each second about doubles what was done,
    /// so that the first steps and the ten-thousandth are both seen within ten seconds.
    Gathering,
    /// As many as the machine can do.
    Unlimited,
}

/// One of the paces that the page offers, slowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(usize);

impl Speed {
    const PACES: [Pace; 9] = [
        Pace::Steady(1.0),
        Pace::Steady(3.0),
        Pace::Steady(10.0),
        Pace::Steady(30.0),
        Pace::Gathering,
        Pace::Steady(100.0),
        Pace::Steady(1_000.0),
        Pace::Steady(10_000.0),
        Pace::Unlimited,
    ];

    /// How many speeds there are.
    pub const LEVELS: usize = Self::PACES.len();

    /// The speed of this level; the fastest for all levels beyond.
    pub fn from_level(level: usize) -> Self {
        Self(level.min(Self::LEVELS - 1))
    }

    /// Which one it is, 0 the slowest.
    pub fn level(self) -> usize {
        self.0
    }

    /// What it means.
    pub fn pace(self) -> Pace {
        Self::PACES[self.0]
    }
}

impl Default for Speed {
    fn default() -> Self {
        Self(4)
    }
}

/// How many epochs a tick of the clock is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// So many.
    Epochs(u64),
    /// As many as fit into the tick.
    AsManyAsFit,
}

/// Epochs a second at which a gathering run begins.
const GATHERING_START: f64 = 3.0;
/// What each epoch done adds to the epochs a second.
const GATHERING_GAIN: f64 = 0.8;

/// Turns time into whole epochs; fractions are carried to the next tick.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Clock {
    /// Epochs since Run was pressed, fractions included.
    elapsed: f64,
}

impl Clock {
    fn tick(&mut self, pace: Pace, seconds: f64) -> Due {
        let before = self.elapsed.floor();
        match pace {
            Pace::Steady(rate) => self.elapsed += rate * seconds,
            Pace::Gathering => {
                // The solution of k' = 3 + 0.8·k.
                let offset = GATHERING_START / GATHERING_GAIN;
                let growth = (GATHERING_GAIN * seconds).exp();
                self.elapsed = (self.elapsed + offset) * growth - offset;
            }
            Pace::Unlimited => return Due::AsManyAsFit,
        }
        Due::Epochs((self.elapsed.floor() - before) as u64)
    }
}

/// What the reader set by hand; such settings stay when the data change.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct ByHand {
    rate: bool,
    epochs: bool,
}

/// Edited data, to come back to.
#[derive(Clone, Debug, PartialEq)]
struct Edited {
    source: Source,
    dataset: Dataset,
    editing: Editing,
}

/// The reader's place in the lesson: data, runs, speed and view.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    source: Source,
    dataset: Dataset,
    /// Changes of the points by hand; none unless the source is [`Source::Edited`].
    editing: Option<Editing>,
    /// Edited data that the reader has left for others, and can come back to.
    shelf: Option<Edited>,
    /// One to four.
    runs: Vec<Trainer>,
    by_hand: ByHand,
    clock: Clock,
    /// How fast the epochs go by.
    pub speed: Speed,
    /// What is looked at, and from where.
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
            shelf: None,
            runs: vec![run],
            by_hand: ByHand::default(),
            clock: Clock::default(),
            speed: Speed::default(),
            view: View::default(),
        };
        session.start_over();
        session
    }

    /// Changes to built-in data.
    pub fn choose_builtin(&mut self, builtin: &'static Builtin, swapped: bool) {
        let dataset = builtin.dataset();
        let dataset = if swapped { dataset.swapped() } else { dataset };
        self.choose(Source::Builtin { builtin, swapped }, dataset);
    }

    /// Changes the data. The run starts anew; settings made by hand stay, the others become what
    /// suits the data.
    pub fn choose(&mut self, source: Source, dataset: Dataset) {
        self.put_away();
        self.source = source;
        self.dataset = dataset;
        self.start_over();
    }

    /// Puts edited data on the shelf.
    fn put_away(&mut self) {
        if let Some(editing) = self.editing.take() {
            let (source, dataset) = (self.source.clone(), self.dataset.clone());
            self.shelf = Some(Edited { source, dataset, editing });
        }
    }

    /// Comes back to the edited data that were left for others.
    pub fn choose_edited(&mut self) {
        if let Some(Edited { source, dataset, editing }) = self.shelf.take() {
            self.choose(source, dataset);
            self.editing = Some(editing);
        }
    }

    /// The edited data that can be chosen: those in use, or those on the shelf.
    pub fn edited(&self) -> Option<&Source> {
        match &self.source {
            source @ Source::Edited { .. } => Some(source),
            _ => self.shelf.as_ref().map(|edited| &edited.source),
        }
    }

    /// Changes the points by hand; gives the index of the point. The line stays where it is: a run
    /// that has begun starts anew from there.
    ///
    /// # Errors
    /// When the points cannot be changed so. Nothing has changed then.
    pub fn change_points(&mut self, change: Change) -> Result<usize, EditError> {
        let mut editing = match &self.editing {
            Some(editing) => editing.clone(),
            None => Editing::of(&self.dataset)?,
        };
        let index = editing.change(change)?;
        self.take_edited(editing)?;
        Ok(index)
    }

    /// Takes the last change of the points back, or makes it again.
    ///
    /// # Errors
    /// When the points that were there before cannot be learned from.
    pub fn undo_points(&mut self, again: bool) -> Result<(), EditError> {
        let Some(mut editing) = self.editing.clone() else {
            return Ok(());
        };
        let changed = if again { editing.redo() } else { editing.undo() };
        if changed { self.take_edited(editing) } else { Ok(()) }
    }

    /// Exchanges x and y of edited points.
    ///
    /// # Errors
    /// When the points cannot be learned from that way.
    pub fn swap_edited(&mut self) -> Result<(), EditError> {
        if let Some(editing) = &self.editing {
            let editing = editing.swapped();
            let dataset = editing.dataset(&self.dataset.swapped())?;
            self.dataset = dataset;
            self.editing = Some(editing);
            self.start_over();
        }
        Ok(())
    }

    /// The drag of a point has ended: the next one is another change.
    pub fn end_move(&mut self) {
        if let Some(editing) = &mut self.editing {
            editing.part();
        }
    }

    /// Goes on with a sample of the points, which can be changed by hand.
    ///
    /// # Errors
    /// When the sample cannot be learned from.
    pub fn edit_sample(&mut self) -> Result<(), EditError> {
        let editing = Editing::of_sample(&self.dataset);
        let dataset = editing.dataset(&self.dataset)?;
        let name = self.source.name().to_owned();
        self.choose(Source::Edited { name, sample: true }, dataset);
        self.editing = Some(editing);
        Ok(())
    }

    fn take_edited(&mut self, editing: Editing) -> Result<(), EditError> {
        let dataset = editing.dataset(&self.dataset)?;
        if self.editing.is_none() {
            let name = self.source.name().to_owned();
            self.source = Source::Edited { name, sample: false };
            self.shelf = None;
        }
        self.dataset = dataset;
        self.editing = Some(editing);
        let start = self.start_from_here();
        self.runs = vec![self.run().restarted(&self.dataset, start)];
        self.clock = Clock::default();
        Ok(())
    }

    /// The start at which a run that is to begin anew keeps its line.
    fn start_from_here(&self) -> Start {
        let Line { slope, intercept } = self.run().state().line;
        let begun = self.run().state().epoch > 0;
        match Start::at(slope, intercept) {
            Ok(here) if begun => here,
            _ => self.run().settings().start,
        }
    }

    /// The changes of the points by hand, where there are any.
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// Holds a parameter, or none. A run that has begun starts anew from where its line is.
    pub fn hold(&mut self, held: Held) {
        if held != self.run().settings().held {
            let start = self.start_from_here();
            let settings = Settings { held, start, ..self.run().settings() };
            self.runs[0] = Trainer::new(&self.dataset, settings);
            self.clock = Clock::default();
        }
    }

    fn start_over(&mut self) {
        let mut settings = self.run().settings();
        let suggested = self.suggested();
        if !self.by_hand.rate {
            settings.learning_rate = suggested.learning_rate;
        }
        if !self.by_hand.epochs {
            settings.epochs = suggested.epochs;
        }
        if let Start::At(_) = settings.start {
            // A typed start is in the units of the data that were there before.
            settings.start = Start::Zero;
        }
        self.runs = vec![Trainer::new(&self.dataset, settings)];
        self.clock = Clock::default();
        // The answer to other data is not asked for yet.
        self.view.answer = false;
    }

    /// The settings that suit the data: those that built-in data come with, or for other data a
    /// round rate at up to four fifths of the largest stable one.
    fn suggested(&self) -> Settings {
        let (rate, epochs) = match &self.source {
            Source::Builtin { builtin, swapped: false } => {
                (builtin.learning_rate, builtin.epochs as f64)
            }
            _ => {
                let limit = 2.0 / self.dataset.summary().hessian().max_eigenvalue();
                (text::floor(0.8 * limit, 1), 10_000.0)
            }
        };
        Settings {
            learning_rate: rate.try_into().unwrap_or_default(),
            epochs: epochs.try_into().unwrap_or_default(),
            ..Settings::default()
        }
    }

    /// Where the data come from.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The data.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The runs, one to four, all on the same data.
    pub fn runs(&self) -> &[Trainer] {
        &self.runs
    }

    /// The run that the controls act on.
    pub fn run(&self) -> &Trainer {
        &self.runs[0]
    }

    /// The run that the controls act on, to act on it.
    pub fn run_mut(&mut self) -> &mut Trainer {
        &mut self.runs[0]
    }

    /// Sets the learning rate by hand.
    pub fn set_learning_rate(&mut self, rate: LearningRate) {
        self.by_hand.rate = true;
        self.run_mut().set_learning_rate(rate);
    }

    /// Whether the reader has set the learning rate, so that it stays when the data change.
    pub fn rate_is_by_hand(&self) -> bool {
        self.by_hand.rate
    }

    /// Sets the epoch limit by hand.
    pub fn set_epochs(&mut self, epochs: EpochLimit) {
        self.by_hand.epochs = true;
        self.run_mut().set_epochs(epochs);
    }

    /// Starts anew from another line.
    pub fn set_start(&mut self, start: Start) {
        self.runs[0] = self.run().restarted(&self.dataset, start);
    }

    /// Run was pressed: an ended run begins again, and the clock starts.
    pub fn begin(&mut self) {
        let status = self.run().status();
        if status.is_end() && self.run().state().epoch > 0 {
            self.run_mut().reset();
        }
        self.clock = Clock::default();
    }

    /// What `seconds` of running are worth at this speed.
    pub fn due(&mut self, seconds: f64) -> Due {
        self.clock.tick(self.speed.pace(), seconds.clamp(0.0, 1.0))
    }

    /// Advances all runs; false when none can go on.
    pub fn advance(&mut self, epochs: u64) -> bool {
        for run in &mut self.runs {
            run.step(epochs);
        }
        self.runs.iter().any(|run| !run.status().is_end())
    }

    /// Where the run that the controls act on stands.
    pub fn status(&self) -> Status {
        self.run().status()
    }
}
