//! The panel of cost, rule, batch, schedule and scaling.

mod controls;

pub use controls::Control;

use serde::Serialize;

use super::page::{Choice, Page};
use crate::descent::batch::{Batch, BatchSize};
use crate::descent::objective::{Cost, Threshold};
use crate::descent::optimizer::Rule;
use crate::descent::settings::Settings;
use crate::insight::diagnosis::Forecast;
use crate::numeric::notation::{exact, floor};
use crate::session::Session;
use crate::text::en::{rate, scaling};

/// The settings of cost, rule, batch, schedule and scaling: `More` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MethodSetup {
    /// The name of the cost.
    pub cost: &'static str,
    /// The threshold of the Huber cost: the one that is set, or one that suits the data.
    pub threshold: String,
    /// The name of the scale of x.
    pub scale_x: &'static str,
    /// The name of the scale of y.
    pub scale_y: &'static str,
    /// The id of the update rule.
    pub rule: &'static str,
    /// Explanation of the rule, in a sentence.
    pub explains: &'static str,
    /// The parameters of the rule.
    pub parameters: Vec<ParameterSetup>,
    /// `full`, `one` or `rows`.
    pub batch: &'static str,
    /// Rows of a mini-batch.
    pub batch_size: String,
    /// The seed that the order of mini-batches follows from.
    pub seed: String,
    /// The name of the schedule.
    pub schedule: &'static str,
    /// The parameters of the schedule.
    pub schedule_parameters: Vec<ParameterSetup>,
    /// Effect of scaling on the valley, in a sentence.
    pub condition: String,
    /// The best rates, each in its sense.
    pub best_rates: String,
    /// After how many epochs the sweep compares the rates.
    pub sweep_epochs: String,
    /// Whether a run stops when it diverges.
    pub stops_on_divergence: bool,
}

/// A parameter of a rule or a schedule: `RuleParameter` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParameterSetup {
    /// Its name.
    pub name: &'static str,
    /// Its value, as it is typed.
    pub value: String,
    /// Its effect; empty for a schedule's.
    pub explains: &'static str,
}

impl MethodSetup {
    /// The method of the chosen run of a session.
    pub fn of(session: &Session) -> Self {
        let settings = session.ruled_run().settings();
        let Settings { problem, optimizer, batch, schedule, .. } = settings;
        let rule = optimizer.rule().definition();
        let parameter =
            |name, value, explains| ParameterSetup { name, value: exact(value), explains };
        let parameters = rule.parameters.iter().zip(optimizer.parameters());
        let (size, seed) = match batch {
            Batch::Full => (BatchSize::default(), 0),
            Batch::Rows { size, seed } => (size, seed),
        };
        let forecast = Forecast::of(session.ruled_run());
        Self {
            cost: problem.cost.name(),
            threshold: exact(threshold(session).get()),
            scale_x: problem.scaling.x.name(),
            scale_y: problem.scaling.y.name(),
            rule: rule.name,
            explains: rule.explains,
            parameters: parameters
                .map(|(known, &value)| parameter(known.name, value, known.explains))
                .collect(),
            batch: batch.name(),
            batch_size: size.get().to_string(),
            seed: seed.to_string(),
            schedule: schedule.name(),
            schedule_parameters: schedule
                .parameters()
                .into_iter()
                .map(|(name, value)| parameter(name, value, ""))
                .collect(),
            sweep_epochs: session.view.sweep.get().to_string(),
            stops_on_divergence: settings.on_divergence.stops(),
            condition: scaling::condition_note(session),
            best_rates: forecast.as_ref().map_or_else(String::new, rate::best_rates),
        }
    }
}

impl Page {
    /// The update rules that can be chosen.
    pub fn rules() -> Vec<Choice<'static>> {
        let choice = |rule: &Rule| {
            let definition = rule.definition();
            Choice::new(definition.name, definition.title)
        };
        Rule::ALL.iter().map(choice).collect()
    }
}

/// The threshold of the Huber cost: the one that is set, or about the errors of the best line.
fn threshold(session: &Session) -> Threshold {
    if let Cost::Huber(threshold) = session.problem().cost {
        return threshold;
    }
    let typical = session.dataset().least_cost().sqrt();
    Threshold::try_from(floor(typical, 1)).unwrap_or_default()
}
