//! The verdict on the reader's own program.

use serde::Serialize;

use super::name::Named;
use super::page::Page;
use crate::data::dataset::DatasetError;
use crate::descent::settings::LearningRate;
use crate::insight::mistake::{self, Asked, Attempt, Comparison, Finding, Verdict};
use crate::insight::rate_answer::RateAnswer;
use crate::numeric::line::Line;
use crate::text::en::mistake::{Messages, messages};
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
    /// The lines of Python that mend it.
    pub code: Option<String>,
    /// The first step that is not right, or else the first of all.
    pub arrows: Option<StepArrows>,
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
        let Messages { seen, hint, code } = messages(&verdict);
        let mistakes = match &verdict.finding {
            Finding::Mistakes(mistakes) => mistakes.iter().map(|one| one.name()).collect(),
            _ => Vec::new(),
        };
        let arrows = verdict.comparison.map(StepArrows::from);
        Self { finding: verdict.finding.name(), mistakes, seen, hint, code, arrows }
    }
}

impl Named for Asked {
    const KIND: &'static str = "task of a program";

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
            code: None,
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
