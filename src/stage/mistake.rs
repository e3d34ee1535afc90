//! The verdict on the reader's own program.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use crate::data::dataset::DatasetError;
use crate::descent::settings::LearningRate;
use crate::insight::mistake::{self, Asked, Attempt, Comparison, Finding, Stop, Stopped, Verdict};
use crate::insight::program::Statement;
use crate::insight::rate_answer::RateAnswer;
use crate::numeric::line::Line;
use crate::text::en::mistake::{Change, Messages, messages, stop_messages};
use crate::text::en::rate_answer;

/// Verdict on a program: `ProgramVerdict` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerdictNotes {
    /// The name of what was found.
    pub finding: &'static str,
    /// The names of the mistakes, where they are known.
    pub mistakes: Vec<&'static str>,
    /// Sentence on what the page sees.
    pub seen: String,
    /// A hint.
    pub hint: Option<String>,
    /// Changes that mend it.
    pub changes: Vec<ChangeNotes>,
    /// The first step that is not right, or else the first of all.
    pub arrows: Option<StepArrows>,
}

/// A change that mends a program: `ProgramChange` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeNotes {
    /// The name of the mistake, or of the finding.
    pub name: &'static str,
    /// The names of the statements that it can be made in, the likeliest first.
    pub statements: Vec<&'static str>,
    /// Sentence on its kind.
    pub what: &'static str,
}

impl From<Change> for ChangeNotes {
    fn from(Change { name, statements, what }: Change) -> Self {
        Self { name, statements: statements.into_iter().map(Statement::name).collect(), what }
    }
}

/// Words about the end of a program that does not stop when it is to: `ProgramStop` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StopNotes {
    /// Sentence on what the page sees.
    pub seen: String,
    /// A hint.
    pub hint: &'static str,
}

/// A step of a program and the right one, from one line: `StepArrows` of `types.d.ts`. Lines are in data units, slope
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct StepArrows {
    /// The epoch that the step belongs to.
    pub epoch: usize,
    /// Where both begin.
    pub from: [f64; 2],
    /// Where the program went.
    pub to: [f64; 2],
    /// Where a step of −L times the gradient goes.
    pub right: [f64; 2],
}

impl From<Comparison> for StepArrows {
    fn from(comparison: Comparison) -> Self {
        let Comparison { epoch, from, to, right, .. } = comparison;
        let [from, to, right] = [from, to, right].map(|line| [line.slope, line.intercept]);
        Self { epoch, from, to, right }
    }
}

impl From<Verdict> for VerdictNotes {
    fn from(verdict: Verdict) -> Self {
        let Messages { seen, hint, changes } = messages(&verdict);
        let mistakes = match &verdict.finding {
            Finding::Mistakes(mistakes) => mistakes.iter().map(|one| one.name()).collect(),
            _ => Vec::new(),
        };
        let changes = changes.into_iter().map(ChangeNotes::from).collect();
        let arrows = verdict.comparison.map(StepArrows::from);
        Self { finding: verdict.finding.name(), mistakes, seen, hint, changes, arrows }
    }
}

impl Named for Asked {
    const KIND: &'static str = "task of a program";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Named for Stop {
    const KIND: &'static str = "end of a program";

    fn find(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Page {
    /// The verdict on the largest stable rate that a program has computed of the page's points, in a variable of this
    /// name; NaN if there is no such number.
    pub fn rate_verdict(&self, value: f64, variable: &str) -> VerdictNotes {
        let answer = RateAnswer::of(value, self.program_points().xs());
        let seen = match value.is_nan() {
            true => rate_answer::missing(variable),
            false => rate_answer::seen(answer, value, variable),
        };
        VerdictNotes {
            finding: if answer.is_right() {
                Finding::Right { rounding: 0.0 }.name()
            } else {
                "wrong"
            },
            mistakes: Vec::new(),
            seen,
            hint: rate_answer::hint(answer).map(str::to_owned),
            changes: Vec::new(),
            arrows: None,
        }
    }

    /// The verdict on a program that had the page's points and this learning rate. Its lines are slope and intercept in
    /// turn, from the first one on and none left out.
    ///
    /// # Errors
    /// When there are no points.
    pub fn program_verdict(
        &self,
        lines: &[f64],
        rate: LearningRate,
        asked: Asked,
    ) -> Result<VerdictNotes, DatasetError> {
        let lines = lines_of(lines);
        Verdict::of(&self.attempt(&lines, rate, asked)).map(VerdictNotes::from)
    }

    /// Words about the end of a program whose steps are right. Returns `None` if it stopped when it is to. Its epochs and its
    /// tolerance were the page's, its lines are as for [`Self::program_verdict`], and it showed so many of them. `elsewhere` says that
    /// it ran on data that its reader does not see.
    ///
    /// # Errors
    /// When there are no points.
    pub fn program_stop(
        &self,
        lines: &[f64],
        shown: u64,
        stop: Stop,
        elsewhere: bool,
    ) -> Result<Option<StopNotes>, DatasetError> {
        let (points, lines) = (self.session().dataset().points(), lines_of(lines));
        let settings = self.session().ruled_run().settings();
        let (epochs, tolerance) = (settings.epochs.get(), settings.tolerance.get());
        let (xs, ys) = (points.xs(), points.ys());
        let stopped = Stopped { xs, ys, lines: &lines, shown, epochs, tolerance, stop };
        let said = stop_messages(&stopped, stopped.finding()?, elsewhere);
        Ok(said.map(|(seen, hint)| StopNotes { seen, hint }))
    }

    /// The arrows of a step of a program, by its epoch. Returns `None` if the epoch was not shown, or its numbers are
    /// too large.
    ///
    /// # Errors
    /// When there are no points.
    pub fn program_arrows(
        &self,
        lines: &[f64],
        rate: LearningRate,
        asked: Asked,
        epoch: usize,
    ) -> Result<Option<StepArrows>, DatasetError> {
        let lines = lines_of(lines);
        let found = mistake::comparison(&self.attempt(&lines, rate, asked), epoch)?;
        Ok(found.map(StepArrows::from))
    }

    fn attempt<'a>(&'a self, lines: &'a [Line], rate: LearningRate, asked: Asked) -> Attempt<'a> {
        let points = self.session().dataset().points();
        Attempt { xs: points.xs(), ys: points.ys(), rate, asked, lines }
    }
}

/// Lines, given as slope and intercept in turn.
fn lines_of(numbers: &[f64]) -> Vec<Line> {
    let (pairs, _) = numbers.as_chunks::<2>();
    pairs.iter().map(|&[slope, intercept]| Line::new(slope, intercept)).collect()
}
