//! Readings of the lesson: live numbers, the walk through the program, a prediction.

use serde::Serialize;

use super::page::Page;
use super::readings::DIGITS;
use crate::descent::batch::Batch;
use crate::descent::error::SettingError;
use crate::descent::scaling::{Coordinates, Scaling};
use crate::descent::settings::typed;
use crate::insight::prediction::{self, Interval};
use crate::insight::program::{Statement, Walk};
use crate::insight::workings::{Row, Workings};
use crate::numeric::notation::exact;
use crate::session::Session;
use crate::text::en::number::{count, number, significant};
use crate::text::en::{NONE, prediction as prediction_text, program as program_text};

/// Numbers and sentences of the lesson beside the figures: `Lesson` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LessonReadings {
    /// Live numbers by the names that chapters give them.
    pub live: Vec<LiveNumber>,
    /// Switches by the names that chapters give them.
    pub switches: Vec<Switch>,
}

/// A number of the moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LiveNumber {
    /// The name that chapters give it.
    pub name: &'static str,
    /// Its value; none where there is none.
    pub value: Option<f64>,
    /// The same, for reading.
    pub text: String,
}

/// A switch of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Switch {
    /// The name that chapters give it.
    pub name: &'static str,
    /// Whether it is on.
    pub on: bool,
}

impl LiveNumber {
    fn new(name: &'static str, value: f64) -> Self {
        Self { name, value: Some(value), text: significant(value, DIGITS) }
    }

    fn whole(name: &'static str, value: u64) -> Self {
        Self { name, value: Some(value as f64), text: count(value) }
    }
}

impl LessonReadings {
    /// The readings of a session, and of the row of this index.
    pub fn of(session: &Session, row: usize) -> Self {
        let settings = session.run().settings();
        let mut live = Vec::from(of_update(session));
        live.push(LiveNumber::whole("epochs", settings.epochs.get()));
        let tolerance = settings.tolerance.get();
        let text = exact(tolerance);
        live.push(LiveNumber { name: "tolerance", value: Some(tolerance), text });
        let value = prediction::residual_deviation(session.dataset());
        let text = value.map_or_else(|| NONE.to_owned(), |value| significant(value, 3));
        live.push(LiveNumber { name: "residual-sd", value, text });
        live.extend(of_epoch(session));
        live.extend(of_coordinates(session));
        live.extend(of_row(session, row).into_iter().flatten());
        let switches = vec![
            Switch { name: "stop-on-divergence", on: settings.on_divergence.stops() },
            Switch { name: "standardise", on: settings.problem.scaling.is_standardised() },
        ];
        Self { live, switches }
    }
}

/// The numbers of the next update.
fn of_update(session: &Session) -> [LiveNumber; 10] {
    let run = session.run();
    let workings = Workings::of(session.dataset(), run.state().line, run.rate_now());
    let step = |gradient: f64| run.rate_now() * gradient;
    let Workings { gradient, next, .. } = workings;
    [
        LiveNumber::new("sum-e", workings.sum_of_errors),
        LiveNumber::new("sum-xe", workings.sum_of_moments),
        LiveNumber::new("sum-ee", workings.sum_of_squares),
        LiveNumber::new("gradient-slope", gradient.slope),
        LiveNumber::new("gradient-intercept", gradient.intercept),
        LiveNumber::new("step-slope", step(gradient.slope)),
        LiveNumber::new("step-intercept", step(gradient.intercept)),
        LiveNumber::new("next-slope", next.slope),
        LiveNumber::new("next-intercept", next.intercept),
        LiveNumber::new("next-cost", workings.next_cost),
    ]
}

/// The numbers of the next epoch: its updates, and the rate that the schedule gives them.
fn of_epoch(session: &Session) -> [LiveNumber; 2] {
    let run = session.run();
    let updates = match run.batch() {
        Batch::Full => 1,
        Batch::Rows { size, .. } => run.objective().points().len().div_ceil(size.get()),
    };
    let rate = run.rate_now();
    let text = significant(rate, 3);
    [
        LiveNumber::whole("updates", updates as u64),
        LiveNumber { name: "rate-now", value: Some(rate), text },
    ]
}

/// Means and standard deviations of the data, the mean of x² in the coordinates of the descent, and the line as it is
/// when both variables are standardised.
fn of_coordinates(session: &Session) -> [LiveNumber; 7] {
    let (data, run) = (session.dataset().summary(), session.run());
    let standardised = Coordinates::of(Scaling::STANDARDISED, data).from_data(run.state().line);
    [
        LiveNumber::new("mean-x", data.mean_x()),
        LiveNumber::new("mean-y", data.mean_y()),
        LiveNumber::new("sd-x", data.variance_x().sqrt()),
        LiveNumber::new("sd-y", data.variance_y().sqrt()),
        LiveNumber::new("mean-xx", 0.5 * run.objective().hessian().slope),
        LiveNumber::new("standard-slope", standardised.slope),
        LiveNumber::new("standard-intercept", standardised.intercept),
    ]
}

/// The numbers of the row of this index. Returns `None` if there is no such row.
fn of_row(session: &Session, row: usize) -> Option<[LiveNumber; 7]> {
    let found = Row::of(session.dataset(), session.run().state().line, row)?;
    let given = |name, value| LiveNumber { name, value: Some(value), text: number(value) };
    Some([
        LiveNumber::whole("row", row as u64 + 1),
        given("row-x", found.x),
        given("row-y", found.y),
        LiveNumber::new("row-prediction", found.prediction),
        LiveNumber::new("row-error", found.error),
        LiveNumber::new("row-share-slope", found.share.slope),
        LiveNumber::new("row-share-intercept", found.share.intercept),
    ])
}

/// The lesson's program after one of its lines: `Walk` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WalkReadings {
    /// The name of the line that has been done.
    pub done: &'static str,
    /// The name of the line that comes next; none where there is none.
    pub next: Option<&'static str>,
    /// Results of the lines that have been done.
    pub values: Vec<LineValue>,
    /// Note for the reader; empty if the walk can simply go on.
    pub note: String,
}

/// Result of a line of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineValue {
    /// The name of the line.
    pub line: &'static str,
    /// The value, for reading.
    pub text: String,
}

impl WalkReadings {
    /// The program after the line `done`, beside the chosen run of a session.
    pub fn of(session: &Session, done: Statement) -> Self {
        let run = session.run();
        let walk = Walk::after(done, session.dataset(), run);
        let agrees = Walk::agrees(run);
        let values = if agrees { walk.values() } else { Vec::new() };
        let values = values.iter().map(|(statement, value)| LineValue {
            line: statement.name(),
            text: program_text::value(value),
        });
        Self {
            done: walk.done().name(),
            next: walk.next().filter(|_| agrees).map(Statement::name),
            values: values.collect(),
            note: program_text::walk_note(&walk, run),
        }
    }
}

impl Page {
    /// Does the line of the program that follows the line `done`; the run takes its step with it.
    /// Returns the line that has been done then.
    pub fn walk_on(&mut self, done: Statement) -> Statement {
        let run = self.session().run();
        let walk = Walk::after(done, self.session().dataset(), run);
        let next = walk.next().filter(|_| Walk::agrees(run)).unwrap_or(walk.done());
        if next == Statement::Intercept && walk.done() != next {
            self.session_mut().advance(1);
        }
        next
    }

    /// Prediction of the least-squares line at an x as typed, with its uncertainty, in a
    /// sentence.
    ///
    /// # Errors
    /// When it is no number.
    pub fn predict_best(&self, text: &str) -> Result<String, SettingError> {
        let dataset = self.session().dataset();
        Ok(match Interval::at(dataset, typed(text)?) {
            Some(interval) => prediction_text::with_interval(dataset, &interval),
            None => prediction_text::no_interval(dataset).to_owned(),
        })
    }
}
