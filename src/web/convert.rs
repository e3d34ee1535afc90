//! Between Rust's values and JavaScript's.

use std::fmt::Display;

use js_sys::Error;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::messages;
use crate::trainer::Trainer;

/// A JavaScript `Error` whose message is the sentence of this one.
pub fn error(error: impl Display) -> JsValue {
    Error::new(&error.to_string()).into()
}

/// A plain JavaScript object; what is missing becomes null.
pub fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(error)
}

/// `State` of types.d.ts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct State {
    epoch: u64,
    slope: f64,
    intercept: f64,
    cost: f64,
    status: &'static str,
    reason: Option<String>,
}

impl State {
    /// Where a run stands now.
    pub fn of(run: &Trainer) -> Self {
        let state = run.state();
        Self {
            epoch: state.epoch,
            slope: state.line.slope,
            intercept: state.line.intercept,
            cost: state.cost,
            status: run.status().name(),
            reason: messages::reason(run),
        }
    }
}
