//! A run as the figures show it.

use super::program_cost::ProgramCost;
use crate::descent::objective::{Gradient, Objective};
use crate::descent::scaling::Coordinates;
use crate::descent::trainer::{State, Trainer};
use crate::edition::ProgramPackage;
use crate::insight::race::flown_off;
use crate::numeric::line::Line;
use crate::session::view::Parameter;

/// A run at its present state, or on the way there from the epoch before or after. Lines are in the
/// coordinates that the views of the cost show: those of the descent, or between two changes of
/// them others.
#[derive(Clone, Copy, Debug)]
pub struct Actor<'a> {
    /// The run.
    pub run: &'a Trainer,
    /// Index in a race, which decides colour and marker.
    pub index: usize,
    /// Position of the ball, in the coordinates of the descent.
    at: Line,
    /// First epoch that does not lie behind the ball.
    behind: u64,
    /// The coordinates that are shown, where they are not those of the descent.
    shown: Option<&'a Coordinates>,
    /// The cost that it is shown with, where that is the one that the reader's program defines.
    program: Option<(&'a ProgramCost, ProgramPackage)>,
    /// Above this cost the ball is out of the picture.
    limit: f64,
}

impl<'a> Actor<'a> {
    /// The run as it stands.
    pub fn standing(run: &'a Trainer, index: usize) -> Self {
        let state = run.state();
        Self::moving(run, index, state.at, state.epoch)
    }

    /// The run on its way: its ball at `at`, behind it the epochs before `behind`.
    pub fn moving(run: &'a Trainer, index: usize, at: Line, behind: u64) -> Self {
        let limit = f64::INFINITY;
        Self { run, index, at, behind, shown: None, program: None, limit }
    }

    /// The run as it is seen in other coordinates.
    pub fn seen_in(self, shown: &'a Coordinates) -> Self {
        Self { shown: Some(shown), ..self }
    }

    /// The run on the cost that the reader's program defines.
    pub fn on_program_cost(self, cost: &'a ProgramCost, full: ProgramPackage) -> Self {
        Self { program: Some((cost, full)), ..self }
    }

    /// The run as one of a race: where it flies off, it does not take the others' picture with it.
    pub fn among_others(self) -> Self {
        Self { limit: flown_off(self.run), ..self }
    }

    /// The run left out of the picture.
    pub fn hidden(self) -> Self {
        Self { limit: f64::NEG_INFINITY, ..self }
    }

    /// Whether it is left out of the picture.
    pub fn is_hidden(&self) -> bool {
        self.limit == f64::NEG_INFINITY
    }

    /// Whether the ball is not in the picture: it has flown off, or the run is left out.
    pub fn is_gone(&self) -> bool {
        self.cost_of_run() > self.limit
    }

    /// The objective that is minimised.
    pub fn objective(&self) -> &'a Objective {
        self.run.objective()
    }

    fn seen(&self, at: Line) -> Line {
        match self.shown {
            Some(shown) => shown.converted(at, self.objective().coordinates()),
            None => at,
        }
    }

    /// The position of the ball.
    pub fn at(&self) -> Line {
        self.seen(self.at)
    }

    /// The line, in data units.
    pub fn line(&self) -> Line {
        match self.stands() {
            true => self.run.state().line,
            false => self.objective().coordinates().to_data(self.at),
        }
    }

    fn stands(&self) -> bool {
        self.at == self.run.state().at
    }

    /// The cost where the ball is shown, in data units; NaN where the cost of a program is not known.
    pub fn cost(&self) -> f64 {
        self.cost_with(self.at(), self.cost_of_run())
    }

    /// The cost of a line in the coordinates that are shown.
    pub fn cost_of(&self, line: Line) -> f64 {
        match self.program {
            Some((cost, _)) => cost.at(self.coordinates(), line),
            None => self.objective().cost(self.descended(line)),
        }
    }

    /// The approximate cost of a line, fast enough for a curve.
    pub fn approximate_cost_of(&self, line: Line) -> f64 {
        match self.program {
            Some((cost, _)) => cost.at(self.coordinates(), line),
            None => {
                let objective = self.objective();
                objective.unit() * objective.approximate_value(self.descended(line))
            }
        }
    }

    /// The cost of a line that is shown, which costs `of_run` in the run.
    fn cost_with(&self, line: Line, of_run: f64) -> f64 {
        match self.program {
            Some((cost, _)) => cost.at(self.coordinates(), line),
            None => of_run,
        }
    }

    /// The coordinates that are shown.
    fn coordinates(&self) -> &Coordinates {
        self.shown.unwrap_or_else(|| self.objective().coordinates())
    }

    /// J of the run where the ball is.
    fn cost_of_run(&self) -> f64 {
        if self.stands() { self.run.state().cost } else { self.objective().cost(self.at) }
    }

    /// A line of the shown coordinates in those of the descent.
    fn descended(&self, at: Line) -> Line {
        match self.shown {
            Some(shown) => self.objective().coordinates().converted(at, shown),
            None => at,
        }
    }

    /// The derivative of the cost by a shown parameter at the ball, in data units of J, as if nothing was held. Returns
    /// `None` where the cost is that of a program, whose derivatives are not known.
    pub fn steepness(&self, along: Parameter) -> Option<f64> {
        let Gradient { slope, intercept } = match self.program {
            Some(_) => return None,
            None => self.objective().full_gradient(self.at),
        };
        // Coordinates change by a linear map: its columns are where a unit of each leads.
        let (origin, end) =
            (self.descended(Line::ZERO), self.descended(along.set(Line::ZERO, 1.0)));
        let by_slope = slope * (end.slope - origin.slope);
        Some(self.objective().unit() * (by_slope + intercept * (end.intercept - origin.intercept)))
    }

    /// The position of the ball after the next update.
    pub fn next(&self) -> Line {
        self.seen(self.run.step_from(self.at))
    }

    /// Where the rule of the page would take the ball of a program. Returns `None` for a run that follows the rule.
    pub fn right_step(&self) -> Option<Line> {
        self.run.recording().map(|_| self.seen(self.run.step_of_rule(self.at)))
    }

    /// The start of the run.
    pub fn start(&self) -> Line {
        self.seen(self.run.start())
    }

    /// The cost at the start of the run.
    pub fn start_cost(&self) -> f64 {
        self.cost_with(self.start(), self.run.start_cost())
    }

    /// The line of least cost that the run can reach, and that cost. Returns `None` where the cost is that of a program:
    /// its least is not known.
    pub fn minimum(&self) -> Option<(Line, f64)> {
        match self.program {
            Some(_) => None,
            None => self.run.minimum().map(|best| (self.seen(best), self.run.least_cost())),
        }
    }

    /// The first steps of the path, few enough to be marked one by one.
    pub fn steps(&self) -> impl Iterator<Item = (Line, f64)> + '_ {
        const MARKED: usize = 60;
        self.path().take(MARKED)
    }

    /// Lines and their costs that the ball came by, where it is shown last.
    pub fn path(&self) -> impl Iterator<Item = (Line, f64)> + '_ {
        self.states()
            .map(|state| (self.seen(state.at), state.cost))
            .chain([(self.at(), self.cost_of_run())])
            .take_while(|&(_, cost)| cost <= self.limit)
            .map(|(line, cost)| (line, self.cost_with(line, cost)))
    }

    fn states(&self) -> impl Iterator<Item = State> + '_ {
        self.run.trace().filter(|state| state.epoch < self.behind)
    }
}
