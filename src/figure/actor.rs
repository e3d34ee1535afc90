//! A run as the figures show it.

use crate::descent::objective::{Gradient, Objective};
use crate::descent::scaling::Coordinates;
use crate::descent::trainer::{State, Trainer};
use crate::insight::race::flown_off;
use crate::numeric::line::Line;

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
    /// Above this cost the ball is out of the picture.
    limit: f64,
}

impl<'a> Actor<'a> {
    /// The run as it stands.
    pub fn standing(run: &'a Trainer, index: usize) -> Self {
        let state = run.state();
        Self { run, index, at: state.at, behind: state.epoch, shown: None, limit: f64::INFINITY }
    }

    /// The run on its way: its ball at `at`, behind it the epochs before `behind`.
    pub fn moving(run: &'a Trainer, index: usize, at: Line, behind: u64) -> Self {
        Self { run, index, at, behind, shown: None, limit: f64::INFINITY }
    }

    /// The run as it is seen in other coordinates.
    pub fn seen_in(self, shown: &'a Coordinates) -> Self {
        Self { shown: Some(shown), ..self }
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
        self.cost() > self.limit
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

    /// J where the ball is shown, in data units.
    pub fn cost(&self) -> f64 {
        if self.stands() { self.run.state().cost } else { self.objective().cost(self.at) }
    }

    /// The approximate J at a line of the shown coordinates, in data units: fast enough for every pixel of a curve.
    pub fn approximate_cost(&self, at: Line) -> f64 {
        self.objective().unit() * self.objective().approximate_value(self.descended(at))
    }

    /// J at a line of the shown coordinates, in data units.
    pub fn cost_at(&self, at: Line) -> f64 {
        self.objective().cost(self.descended(at))
    }

    /// A line of the shown coordinates in those of the descent.
    fn descended(&self, at: Line) -> Line {
        match self.shown {
            Some(shown) => self.objective().coordinates().converted(at, shown),
            None => at,
        }
    }

    /// The derivatives of J, in data units, along the shown slope and intercept at the ball, as if nothing was held.
    pub fn steepness(&self) -> Gradient {
        let gradient = self.objective().full_gradient(self.at);
        // Coordinates change by a linear map: its columns are where a unit of each leads.
        let origin = self.descended(Line::ZERO);
        let along = |unit: Line| {
            let end = self.descended(unit);
            let (slope, intercept) = (end.slope - origin.slope, end.intercept - origin.intercept);
            self.objective().unit() * (gradient.slope * slope + gradient.intercept * intercept)
        };
        Gradient { slope: along(Line::new(1.0, 0.0)), intercept: along(Line::new(0.0, 1.0)) }
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

    /// The line of least cost that the run can reach.
    pub fn minimum(&self) -> Option<Line> {
        self.run.minimum().map(|best| self.seen(best))
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
            .chain([(self.at(), self.cost())])
            .take_while(|&(_, cost)| cost <= self.limit)
    }

    fn states(&self) -> impl Iterator<Item = State> + '_ {
        self.run.trace().filter(|state| state.epoch < self.behind)
    }
}
