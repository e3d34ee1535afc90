//! `Dataset` and `Trainer`, for pages that bring their own figures.

use js_sys::Object;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::data::dataset::Dataset;
use crate::descent::error::SettingError;
use crate::descent::settings::{Settings, Start};
use crate::descent::trainer::Trainer;
#[cfg(feature = "more")]
use crate::descent::{
    batch::Batch,
    objective::{Cost, Problem, Threshold},
    optimizer::{Optimizer, Rule},
    scaling::{Scaling, VariableScaling},
    schedule::Schedule,
};
use crate::text::en;
use crate::web::convert::{error, object};

/// Rows to learn from.
#[wasm_bindgen(js_name = Dataset)]
pub struct JsDataset(Dataset);

#[wasm_bindgen(js_class = Dataset)]
impl JsDataset {
    /// The rows (x\[i\], y\[i\]).
    #[wasm_bindgen(js_name = fromColumns)]
    pub fn from_columns(x: &[f64], y: &[f64]) -> Result<JsDataset, JsValue> {
        Dataset::from_columns(x, y).map(JsDataset).map_err(error)
    }
}

/// `TrainerOptions` of types.d.ts.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    learning_rate: Option<f64>,
    epochs: Option<f64>,
    tolerance: Option<f64>,
    start: Option<StartOption>,
    #[cfg(feature = "more")]
    cost: Option<String>,
    #[cfg(feature = "more")]
    threshold: Option<f64>,
    #[cfg(feature = "more")]
    scale: Option<[String; 2]>,
    #[cfg(feature = "more")]
    rule: Option<String>,
    #[cfg(feature = "more")]
    parameters: Vec<f64>,
    #[cfg(feature = "more")]
    batch_size: Option<f64>,
    #[cfg(feature = "more")]
    seed: Option<u32>,
    #[cfg(feature = "more")]
    schedule: Option<String>,
    #[cfg(feature = "more")]
    schedule_parameters: Vec<f64>,
}

/// The names of the options. serde-wasm-bindgen takes no notice of others.
const NAMES: &[&str] = &[
    "learningRate",
    "epochs",
    "tolerance",
    "start",
    #[cfg(feature = "more")]
    "cost",
    #[cfg(feature = "more")]
    "threshold",
    #[cfg(feature = "more")]
    "scale",
    #[cfg(feature = "more")]
    "rule",
    #[cfg(feature = "more")]
    "parameters",
    #[cfg(feature = "more")]
    "batchSize",
    #[cfg(feature = "more")]
    "seed",
    #[cfg(feature = "more")]
    "schedule",
    #[cfg(feature = "more")]
    "scheduleParameters",
];

/// Refuses options that would be taken no notice of.
fn check_names(options: &JsValue) -> Result<(), JsValue> {
    let Some(options) = options.dyn_ref::<Object>() else { return Ok(()) };
    for name in Object::keys(options) {
        let name = name.as_string().unwrap_or_default();
        if !NAMES.contains(&name.as_str()) {
            return Err(error(en::package::unknown_option(&name)));
        }
    }
    Ok(())
}

/// Either a seed, or slope and intercept.
#[derive(Deserialize, Default)]
#[serde(default)]
struct StartOption {
    slope: Option<f64>,
    intercept: Option<f64>,
    seed: Option<u32>,
}

impl StartOption {
    fn start(self) -> Result<Start, SettingError> {
        match (self.slope, self.intercept, self.seed) {
            (Some(slope), Some(intercept), None) => Start::at(slope, intercept),
            (None, None, Some(seed)) => Ok(Start::Random { seed: seed.into() }),
            _ => Err(SettingError::Start),
        }
    }
}

impl Options {
    fn settings(mut self) -> Result<Settings, JsValue> {
        let mut settings = Settings::default();
        if let Some(rate) = self.learning_rate {
            settings.learning_rate = rate.try_into().map_err(error)?;
        }
        if let Some(epochs) = self.epochs {
            settings.epochs = epochs.try_into().map_err(error)?;
        }
        if let Some(tolerance) = self.tolerance {
            settings.tolerance = tolerance.try_into().map_err(error)?;
        }
        if let Some(start) = self.start.take() {
            settings.start = start.start().map_err(error)?;
        }
        #[cfg(feature = "more")]
        self.problem(&mut settings.problem)
            .and_then(|()| self.method(&mut settings))
            .map_err(error)?;
        Ok(settings)
    }
}

/// Additional options of the full package.
#[cfg(feature = "more")]
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

/// `State` of types.d.ts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TrainerState {
    epoch: u64,
    slope: f64,
    intercept: f64,
    cost: f64,
    status: &'static str,
    reason: Option<String>,
}

impl TrainerState {
    /// Present state of a run.
    fn of(run: &Trainer) -> Self {
        let state = run.state();
        Self {
            epoch: state.epoch,
            slope: state.line.slope,
            intercept: state.line.intercept,
            cost: state.cost,
            status: run.status().name(),
            reason: en::status::reason(run),
        }
    }
}

/// One descent.
#[wasm_bindgen(js_name = Trainer)]
pub struct JsTrainer(Trainer);

#[wasm_bindgen(js_class = Trainer)]
impl JsTrainer {
    /// A descent on these rows, standing at epoch 0.
    #[wasm_bindgen(constructor)]
    pub fn new(
        data: &JsDataset,
        #[wasm_bindgen(unchecked_optional_param_type = "TrainerOptions")] options: JsValue,
    ) -> Result<JsTrainer, JsValue> {
        check_names(&options)?;
        let options: Option<Options> = serde_wasm_bindgen::from_value(options).map_err(error)?;
        let settings = options.unwrap_or_default().settings()?;
        Ok(Self(Trainer::new(&data.0, settings)))
    }

    /// So many epochs, one unless told otherwise; fewer when the descent stops.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn step(&mut self, epochs: Option<u32>) -> Result<JsValue, JsValue> {
        self.0.step(epochs.unwrap_or(1).into());
        self.now()
    }

    /// One epoch back.
    #[wasm_bindgen(js_name = stepBack, unchecked_return_type = "State")]
    pub fn step_back(&mut self) -> Result<JsValue, JsValue> {
        self.0.step_back();
        self.now()
    }

    /// To an epoch: back exactly, or forward until the descent stops.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn seek(&mut self, epoch: u32) -> Result<JsValue, JsValue> {
        self.0.seek(epoch.into());
        self.now()
    }

    /// Back to epoch 0, settings kept.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn reset(&mut self) -> Result<JsValue, JsValue> {
        self.0.reset();
        self.now()
    }

    /// Changes the learning rate from the current epoch on.
    #[wasm_bindgen(js_name = setLearningRate)]
    pub fn set_learning_rate(&mut self, rate: f64) -> Result<(), JsValue> {
        self.0.set_learning_rate(rate.try_into().map_err(error)?);
        Ok(())
    }

    /// The learning rate from which on the descent does not converge, 2/λmax.
    #[wasm_bindgen(js_name = largestStableRate)]
    pub fn largest_stable_rate(&self) -> Option<f64> {
        self.0.largest_stable_rate()
    }

    /// The current moment.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn now(&self) -> Result<JsValue, JsValue> {
        object(&TrainerState::of(&self.0))
    }
}
