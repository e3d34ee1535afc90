//! What the lesson asks of the session: live numbers, the walk through the program, a prediction.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::convert::{error, object};
use super::session::{DIGITS, Session};
use crate::descent::settings::typed;
use crate::insight::prediction::{self, Interval};
use crate::insight::program::{Statement, Walk};
use crate::insight::workings::{Row, Workings};
use crate::numeric::notation::{count, exact, number, significant};
use crate::text::en::{NONE, lesson as said};

/// `Lesson` of types.d.ts.
#[derive(Serialize)]
struct Lesson {
    live: Vec<Live>,
    switches: Vec<Switch>,
}

#[derive(Serialize)]
struct Live {
    name: &'static str,
    value: Option<f64>,
    text: String,
}

#[derive(Serialize)]
struct Switch {
    name: &'static str,
    on: bool,
}

/// `Walk` of types.d.ts.
#[derive(Serialize)]
struct Told {
    done: &'static str,
    next: Option<&'static str>,
    values: Vec<Made>,
    note: String,
}

#[derive(Serialize)]
struct Made {
    line: &'static str,
    text: String,
}

fn live(name: &'static str, value: f64) -> Live {
    Live { name, value: Some(value), text: significant(value, DIGITS) }
}

/// The statement of this name; the top of the program where there is none.
fn statement(name: &str) -> Statement {
    Statement::from_name(name).unwrap_or(Statement::Define)
}

#[wasm_bindgen]
impl Session {
    /// What the lesson shows of the moment, and of the row of this index.
    #[wasm_bindgen(unchecked_return_type = "Lesson")]
    pub fn lesson(&self, row: usize) -> Result<JsValue, JsValue> {
        let core = self.core();
        let (dataset, run) = (core.dataset(), core.run());
        let settings = run.settings();
        let workings = Workings::of(dataset, run.state().line, run.rate_now());
        let step = |gradient: f64| run.rate_now() * gradient;
        let Workings { gradient, next, .. } = workings;
        let mut all = vec![
            live("sum-e", workings.sum_of_errors),
            live("sum-xe", workings.sum_of_moments),
            live("sum-ee", workings.sum_of_squares),
            live("gradient-slope", gradient.slope),
            live("gradient-intercept", gradient.intercept),
            live("step-slope", step(gradient.slope)),
            live("step-intercept", step(gradient.intercept)),
            live("next-slope", next.slope),
            live("next-intercept", next.intercept),
            live("next-cost", workings.next_cost),
        ];
        let whole = |name, value: u64| Live { name, value: Some(value as f64), text: count(value) };
        all.push(whole("epochs", settings.epochs.get()));
        let tolerance = settings.tolerance.get();
        all.push(Live { name: "tolerance", value: Some(tolerance), text: exact(tolerance) });
        let deviation = prediction::residual_deviation(dataset);
        all.push(Live {
            name: "residual-sd",
            value: deviation,
            text: deviation.map_or_else(|| NONE.to_owned(), |value| significant(value, 3)),
        });
        if let Some(found) = Row::of(dataset, run.state().line, row) {
            all.push(whole("row", row as u64 + 1));
            let given = |name, value| Live { name, value: Some(value), text: number(value) };
            all.push(given("row-x", found.x));
            all.push(given("row-y", found.y));
            all.push(live("row-prediction", found.prediction));
            all.push(live("row-error", found.error));
            all.push(live("row-share-slope", found.share.slope));
            all.push(live("row-share-intercept", found.share.intercept));
        }
        let switches = vec![
            Switch { name: "check", on: settings.on_divergence.stops() },
            Switch { name: "standardise", on: settings.problem.scaling.is_standardised() },
        ];
        object(&Lesson { live: all, switches })
    }

    /// How many points a row can be chosen from.
    #[wasm_bindgen(getter)]
    pub fn points(&self) -> usize {
        self.core().dataset().points().len()
    }

    /// The program after one of its lines, beside the run as it stands.
    #[wasm_bindgen(unchecked_return_type = "Walk")]
    pub fn walk(&self, done: &str) -> Result<JsValue, JsValue> {
        let (dataset, run) = (self.core().dataset(), self.core().run());
        let walk = Walk::after(statement(done), dataset, run);
        let agrees = Walk::agrees(run);
        let values = if agrees { walk.values() } else { Vec::new() };
        let made = values
            .iter()
            .map(|(statement, value)| Made { line: statement.name(), text: said::value(value) });
        object(&Told {
            done: walk.done().name(),
            next: walk.next().filter(|_| agrees).map(Statement::name),
            values: made.collect(),
            note: said::walk_note(&walk, run),
        })
    }

    /// Does the program's next line, given the one that has been done; the run takes its step with it.
    #[wasm_bindgen(js_name = walkOn)]
    pub fn walk_on(&mut self, done: &str) -> String {
        let run = self.core().run();
        let walk = Walk::after(statement(done), self.core().dataset(), run);
        let next = walk.next().filter(|_| Walk::agrees(run)).unwrap_or(walk.done());
        if next == Statement::Intercept && walk.done() != next {
            self.core_mut().advance(1);
        }
        next.name().to_owned()
    }

    /// What the best line predicts at an x as typed, and how far off that may be.
    #[wasm_bindgen(js_name = predictBest)]
    pub fn predict_best(&self, text: &str) -> Result<String, JsValue> {
        let x = typed(text).map_err(error)?;
        let dataset = self.core().dataset();
        match Interval::at(dataset, x) {
            Some(interval) => Ok(said::predicted(dataset, &interval)),
            None => Ok(said::no_interval(dataset).to_owned()),
        }
    }
}
