//! The program that the lesson builds, executed line by line beside a run that does the same.
//!
//! ```text
//! def descend(x, y, L, epochs, tolerance=0.0):
//!     a = b = 0.0
//!     for epoch in range(1, epochs + 1):
//!         predictions = a * x + b
//!         errors = y - predictions
//!         da = -2 * np.mean(x * errors)
//!         db = -2 * np.mean(errors)
//!         a = a - L * da
//!         b = b - L * db
//!         J = np.mean((y - (a * x + b)) ** 2)
//!         if J < tolerance:
//!             break
//!     return a, b, J
//! ```

use super::workings::Workings;
use crate::data::dataset::Dataset;
use crate::descent::batch::Batch;
use crate::descent::objective::Problem;
use crate::descent::settings::{Settings, Start};
use crate::descent::trainer::{Convergence, State, Status, Trainer};
use crate::numeric::line::Line;

/// A line of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Statement {
    /// `def …`
    Define,
    /// `a = b = 0.0`
    Start,
    /// `for epoch in …`
    Loop,
    /// `predictions = …`
    Predictions,
    /// `errors = …`
    Errors,
    /// `da = …`
    SlopeGradient,
    /// `db = …`
    InterceptGradient,
    /// `a = …`
    Slope,
    /// `b = …`; with it, the run has taken its step.
    Intercept,
    /// `J = …`
    Cost,
    /// `if J < tolerance:`
    Test,
    /// `break`
    Stop,
    /// `return a, b, J`
    Return,
}

impl Statement {
    /// All of them, from the top.
    pub const ALL: [Self; 13] = [
        Self::Define,
        Self::Start,
        Self::Loop,
        Self::Predictions,
        Self::Errors,
        Self::SlopeGradient,
        Self::InterceptGradient,
        Self::Slope,
        Self::Intercept,
        Self::Cost,
        Self::Test,
        Self::Stop,
        Self::Return,
    ];

    /// The name in the chapters.
    pub fn name(self) -> &'static str {
        match self {
            Self::Define => "define",
            Self::Start => "start",
            Self::Loop => "loop",
            Self::Predictions => "predictions",
            Self::Errors => "errors",
            Self::SlopeGradient => "slope-gradient",
            Self::InterceptGradient => "intercept-gradient",
            Self::Slope => "slope",
            Self::Intercept => "intercept",
            Self::Cost => "cost",
            Self::Test => "test",
            Self::Stop => "stop",
            Self::Return => "return",
        }
    }

    /// Returns the statement of a name; `None` if there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|statement| statement.name() == name)
    }
}

/// Value that a statement has computed.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementValue {
    /// The number of the epoch.
    Epoch(u64),
    /// One number.
    Number(f64),
    /// The first numbers of a column, and whether there are more.
    Column(Vec<f64>, bool),
    /// A comparison.
    Truth(bool),
    /// a and b at the start; a, b and J at the end.
    Numbers(Vec<f64>),
}

/// How many numbers of a column are shown.
const SHOWN: usize = 3;

/// The walk beside a run, after a statement.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    dataset: &'a Dataset,
    run: &'a Trainer,
    done: Statement,
}

impl<'a> Walk<'a> {
    /// A walk that stands after `done`, or if it cannot stand there beside this run, after a statement where it
    /// can.
    pub fn after(done: Statement, dataset: &'a Dataset, run: &'a Trainer) -> Self {
        let (stepped, status) = (run.state().epoch > 0, run.status());
        let below = status == Status::Converged(Convergence::BelowTolerance);
        let can_be = match done {
            Statement::Define | Statement::Start => !stepped,
            // After a whole round.
            Statement::Intercept | Statement::Cost | Statement::Test => stepped,
            Statement::Stop => stepped && below,
            Statement::Return => stepped && (below || status == Status::EpochLimit),
            // In a round that the run can still end.
            Statement::Loop => !(stepped && below),
            _ => !(stepped && status.is_end()),
        };
        let done = match (can_be, stepped) {
            (true, _) => done,
            (false, true) => Statement::Test,
            (false, false) => Statement::Start,
        };
        Self { dataset, run, done }
    }

    /// Whether the program does what the run does.
    pub fn agrees(run: &Trainer) -> bool {
        let Settings { problem, start, batch, optimizer, schedule, .. } = run.settings();
        problem == Problem::default()
            && (start == Start::Zero || run.start_line() == Line::ZERO)
            && batch == Batch::Full
            && optimizer.is_plain()
            && schedule.is_constant()
            && run.rates().len() == 1
    }

    /// The statement that was executed last.
    pub fn done(&self) -> Statement {
        self.done
    }

    /// The statement that comes next. Returns `None` if the program has returned, or the run cannot go on.
    pub fn next(&self) -> Option<Statement> {
        let below = self.run.status() == Status::Converged(Convergence::BelowTolerance);
        match self.done {
            Statement::Return => None,
            Statement::Stop => Some(Statement::Return),
            Statement::Test if below => Some(Statement::Stop),
            Statement::Test => Some(Statement::Loop),
            Statement::Loop if self.run.status() == Status::EpochLimit => Some(Statement::Return),
            Statement::Loop if self.run.status().is_end() => None,
            done => Statement::ALL.into_iter().find(|&statement| statement > done),
        }
    }

    /// Last value of each statement, from the top.
    pub fn values(&self) -> Vec<(Statement, StatementValue)> {
        let now = *self.run.state();
        let ended = self.done == Statement::Loop && self.run.status() == Status::EpochLimit;
        let half = (Statement::Loop..=Statement::Slope).contains(&self.done) && !ended;
        // The round that is being done, and the one before: where each began, and the line that it made.
        let made = |(from, to): (State, State)| self.round(&from, to.line, to.cost);
        let (last, this) = if half {
            let Workings { next, next_cost, .. } = self.workings(&now);
            (self.back(1).map(|begun| made((begun, now))), Some(self.round(&now, next, next_cost)))
        } else {
            let begun = self.back(1);
            (self.back(2).zip(begun).map(made), begun.map(|begun| made((begun, now))))
        };
        let (last, this) = (last.unwrap_or_default(), this.unwrap_or_default());
        let done = if ended { Statement::Test } else { self.done };
        let this = || this.iter().filter(|(statement, _)| *statement <= done);
        let start = (self.done >= Statement::Start)
            .then(|| (Statement::Start, StatementValue::Numbers(vec![0.0, 0.0])));
        let older = last.iter().filter(|(old, _)| this().all(|(new, _)| new != old));
        let returned = (self.done == Statement::Return).then(|| {
            let Line { slope, intercept } = now.line;
            (Statement::Return, StatementValue::Numbers(vec![slope, intercept, now.cost]))
        });
        start.into_iter().chain(this().cloned()).chain(older.cloned()).chain(returned).collect()
    }

    /// Values of the statements of a whole epoch that goes to `line`, where J is `cost`.
    fn round(&self, from: &State, line: Line, cost: f64) -> Vec<(Statement, StatementValue)> {
        let Workings { gradient, .. } = self.workings(from);
        let tolerance = self.run.settings().tolerance.get();
        vec![
            (Statement::Loop, StatementValue::Epoch(from.epoch + 1)),
            (Statement::Predictions, self.column(|x, _| from.line.predict(x))),
            (Statement::Errors, self.column(|x, y| y - from.line.predict(x))),
            (Statement::SlopeGradient, StatementValue::Number(gradient.slope)),
            (Statement::InterceptGradient, StatementValue::Number(gradient.intercept)),
            (Statement::Slope, StatementValue::Number(line.slope)),
            (Statement::Intercept, StatementValue::Number(line.intercept)),
            (Statement::Cost, StatementValue::Number(cost)),
            (Statement::Test, StatementValue::Truth(cost < tolerance)),
        ]
    }

    /// The state that many epochs before.
    fn back(&self, epochs: u64) -> Option<State> {
        let epoch = self.run.state().epoch.checked_sub(epochs)?;
        let mut past = self.run.clone();
        past.seek(epoch);
        Some(*past.state())
    }

    fn workings(&self, state: &State) -> Workings {
        Workings::of(self.dataset, state.line, self.run.rate_now())
    }

    fn column(&self, of: impl Fn(f64, f64) -> f64) -> StatementValue {
        let points = self.dataset.points();
        let first = points.iter().take(SHOWN).map(|(x, y)| of(x, y)).collect();
        StatementValue::Column(first, points.len() > SHOWN)
    }
}
