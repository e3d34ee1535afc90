//! Sound of a session.

use wasm_bindgen::prelude::*;

use crate::stage::name::Named;
use crate::stage::sound::{self, Score};
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Whether the descent is heard.
    #[wasm_bindgen(getter)]
    pub fn sound(&self) -> bool {
        self.0.session().view.sound
    }

    /// Switches the sound on or off.
    #[wasm_bindgen(js_name = setSound)]
    pub fn set_sound(&mut self, on: bool) {
        self.0.session_mut().view.sound = on;
    }

    /// The present moment; `from` is the epoch of the moment before.
    #[wasm_bindgen(js_name = soundOfMoment, unchecked_return_type = "Score")]
    pub fn sound_of_moment(&self, from: f64) -> Result<JsValue, JsValue> {
        object(&Score::of_moment(self.0.session(), from as u64))
    }

    /// Score of the `descent`, the `data` or the `sweep`.
    #[wasm_bindgen(unchecked_return_type = "Score")]
    pub fn score(&self, subject: &str) -> Result<JsValue, JsValue> {
        let subject = sound::Subject::named(subject).map_err(error)?;
        object(&Score::of(subject, self.0.session()))
    }
}

/// A second of white noise at so many samples a second.
#[wasm_bindgen(js_name = whiteNoise)]
pub fn white_noise(samples: usize) -> Vec<f32> {
    sound::noise(samples)
}
