//! `Dataset` and `Trainer`, for pages that bring their own figures.

#[cfg(not(feature = "more"))]
mod core_options;
#[cfg(feature = "more")]
mod full_options;

#[cfg(not(feature = "more"))]
use core_options as further_options;
#[cfg(feature = "more")]
use full_options as further_options;
use js_sys::Object;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::data::dataset::Dataset;
use crate::descent::error::SettingError;
use crate::descent::settings::{Settings, Start};
use crate::descent::trainer::Trainer;
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

/// `TrainerOptions` of types.d.ts, as far as every package has them.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    learning_rate: Option<f64>,
    epochs: Option<f64>,
    tolerance: Option<f64>,
    start: Option<StartOption>,
}

/// The names of these options. serde-wasm-bindgen takes no notice of others.
const NAMES: [&str; 4] = ["learningRate", "epochs", "tolerance", "start"];

/// Refuses options that would be taken no notice of.
fn check_names(options: &JsValue) -> Result<(), JsValue> {
    let Some(options) = options.dyn_ref::<Object>() else { return Ok(()) };
    for name in Object::keys(options) {
        let name = name.as_string().unwrap_or_default();
        if !NAMES.iter().chain(further_options::NAMES).any(|known| *known == name) {
            return Err(error(further_options::unknown(&name)));
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
    /// Reads options; without any, the defaults.
    fn of(options: &JsValue) -> Result<Self, JsValue> {
        let options: Option<Self> =
            serde_wasm_bindgen::from_value(options.clone()).map_err(error)?;
        Ok(options.unwrap_or_default())
    }

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
        Ok(settings)
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
        let mut settings = Options::of(&options)?.settings()?;
        further_options::set(&options, &mut settings)?;
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
