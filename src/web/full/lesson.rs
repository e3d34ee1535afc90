//! Readings of the session for the lesson.

use wasm_bindgen::prelude::*;

use crate::insight::program::Statement;
use crate::stage::lesson::{LessonReadings, WalkReadings};
use crate::stage::name::Named;
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Readings of the lesson at the moment, and for the row of this index.
    #[wasm_bindgen(unchecked_return_type = "Lesson")]
    pub fn lesson(&self, row: usize) -> Result<JsValue, JsValue> {
        object(&LessonReadings::of(self.0.session(), row))
    }

    /// Number of points that a row can be chosen from.
    #[wasm_bindgen(getter)]
    pub fn points(&self) -> usize {
        self.0.session().dataset().points().len()
    }

    /// The program after one of its lines, beside the run as it stands.
    #[wasm_bindgen(unchecked_return_type = "Walk")]
    pub fn walk(&self, done: &str) -> Result<JsValue, JsValue> {
        let done = Statement::named(done).map_err(error)?;
        object(&WalkReadings::of(self.0.session(), done))
    }

    /// Does the program's next line, given the one that has been done; the run takes its step with
    /// it.
    #[wasm_bindgen(js_name = walkOn)]
    pub fn walk_on(&mut self, done: &str) -> Result<String, JsValue> {
        let done = Statement::named(done).map_err(error)?;
        Ok(self.0.walk_on(done).name().to_owned())
    }

    /// Prediction of the best line at an x as typed, with its uncertainty.
    #[wasm_bindgen(js_name = predictBest)]
    pub fn predict_best(&self, text: &str) -> Result<String, JsValue> {
        self.0.predict_best(text).map_err(error)
    }
}
