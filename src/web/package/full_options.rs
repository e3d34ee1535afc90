//! The options of a `Trainer` that only the full package has.

use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::descent::batch::Batch;
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Problem, Threshold};
use crate::descent::optimizer::{Optimizer, Rule};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::descent::settings::Settings;
use crate::text::en;
use crate::web::convert::error;

/// The names of these options.
pub const NAMES: &[&str] = &[
    "cost",
    "threshold",
    "scale",
    "rule",
    "parameters",
    "batchSize",
    "seed",
    "schedule",
    "scheduleParameters",
];

/// Message for an option that the package does not know.
pub fn unknown(name: &str) -> String {
    en::package::unknown_option(name)
}

/// Makes the settings that these options ask for.
pub fn set(options: &JsValue, settings: &mut Settings) -> Result<(), JsValue> {
    let options: Option<Options> =
        serde_wasm_bindgen::from_value(options.clone()).map_err(error)?;
    let options = options.unwrap_or_default();
    options.problem(&mut settings.problem).and_then(|()| options.method(settings)).map_err(error)
}

/// `TrainerOptions` of types.d.ts, as far as only the full package has them.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    cost: Option<String>,
    threshold: Option<f64>,
    scale: Option<[String; 2]>,
    rule: Option<String>,
    parameters: Vec<f64>,
    batch_size: Option<f64>,
    seed: Option<u32>,
    schedule: Option<String>,
    schedule_parameters: Vec<f64>,
}

impl Options {
    fn problem(&self, problem: &mut Problem) -> Result<(), SettingError> {
        if let Some(cost) = &self.cost {
            let threshold = self.threshold.map(Threshold::try_from).transpose()?;
            problem.cost = match Cost::from_name(cost, || threshold) {
                // A threshold belongs to the Huber cost, and only to that.
                Some(Cost::Huber(threshold)) => Cost::Huber(threshold),
                Some(cost) if threshold.is_none() => cost,
                None if cost == "huber" => return Err(SettingError::Threshold),
                _ => return Err(SettingError::NoChoice),
            };
        }
        if let Some([x, y]) = &self.scale {
            let scale = |name: &str| VariableScaling::from_name(name).ok_or(SettingError::NoChoice);
            problem.scaling = Scaling { x: scale(x)?, y: scale(y)? };
        }
        Ok(())
    }

    fn method(&self, settings: &mut Settings) -> Result<(), SettingError> {
        if let Some(rule) = &self.rule {
            let rule = Rule::from_name(rule).ok_or(SettingError::NoChoice)?;
            settings.optimizer = Optimizer::new(rule);
        }
        for (index, &value) in self.parameters.iter().enumerate() {
            settings.optimizer = settings.optimizer.with(index, value)?;
        }
        if let Some(size) = self.batch_size {
            let seed = self.seed.unwrap_or_default().into();
            settings.batch = Batch::Rows { size: size.try_into()?, seed };
        }
        if let Some(schedule) = &self.schedule {
            settings.schedule = Schedule::from_name(schedule).ok_or(SettingError::NoChoice)?;
        }
        for (index, &value) in self.schedule_parameters.iter().enumerate() {
            settings.schedule = settings.schedule.with(index, value)?;
        }
        Ok(())
    }
}
