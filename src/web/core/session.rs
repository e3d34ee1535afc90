//! `Session`: what the page drives.

use wasm_bindgen::prelude::*;

use crate::descent::error::SettingError;
use crate::descent::settings::Start;
use crate::link::Scope;
use crate::session::Speed;
use crate::stage::page::Page;
use crate::stage::readings::Readings;
use crate::stage::setup::Setup;
use crate::web::convert::{error, object};

/// The reader's place in the lesson.
#[wasm_bindgen(js_name = Session)]
pub struct JsSession(pub(in crate::web) Page);

/// The time in milliseconds of the page's clock.
fn now() -> f64 {
    let clock = web_sys::window().and_then(|window| window.performance());
    clock.as_ref().map_or(f64::INFINITY, web_sys::Performance::now)
}

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Opens what stands behind the `#` of an address; a first visit where nothing does.
    pub fn open(fragment: &str) -> JsSession {
        Self(Page::open(fragment))
    }

    /// All of it, for the package that has everything in it.
    pub fn pack(&mut self) -> Vec<u8> {
        self.0.pack()
    }

    /// Whether the link that it was to open asks for more than this package has.
    #[wasm_bindgen(js_name = needsFullPackage)]
    pub fn needs_full_package(&self) -> bool {
        self.0.needs_full()
    }

    /// Whether the link could not be opened, so that this is a first visit.
    #[wasm_bindgen(js_name = isBroken)]
    pub fn is_broken(&self) -> bool {
        self.0.is_broken()
    }

    /// Fault of the link, or the part that is missing from it.
    pub fn notice(&self) -> Option<String> {
        self.0.notice().map(str::to_owned)
    }

    /// Readings that change with every epoch.
    #[wasm_bindgen(unchecked_return_type = "Now")]
    pub fn now(&self) -> Result<JsValue, JsValue> {
        object(&Readings::of(self.0.session()))
    }

    /// Setup that changes with the data, the settings or the view.
    #[wasm_bindgen(unchecked_return_type = "Setup")]
    pub fn setup(&self) -> Result<JsValue, JsValue> {
        object(&Setup::of(&self.0))
    }

    /// The data that can be chosen.
    #[wasm_bindgen(unchecked_return_type = "DatasetChoice[]")]
    pub fn datasets(&self) -> Result<JsValue, JsValue> {
        object(&self.0.datasets())
    }

    /// Sentence about the last event and the next thing to do.
    pub fn sentence(&self, running: bool) -> String {
        self.0.sentence(running)
    }

    /// Sentence about a run on its way.
    #[wasm_bindgen(js_name = onTheWay)]
    pub fn on_the_way(&self) -> String {
        self.0.on_the_way()
    }

    /// Run was pressed: an ended run begins again.
    pub fn begin(&mut self) {
        self.0.session_mut().begin();
    }

    /// One tick of the clock; false when the run has stopped.
    pub fn advance(&mut self, elapsed_ms: f64) -> bool {
        self.0.advance(elapsed_ms, now)
    }

    /// One epoch.
    pub fn step(&mut self) {
        self.0.session_mut().advance(1);
    }

    /// One epoch back.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&mut self) {
        self.0.session_mut().step_back();
    }

    /// To epoch 0, settings kept.
    pub fn reset(&mut self) {
        self.0.session_mut().reset();
    }

    /// To an epoch; where it was never there and epochs take long, as near as it comes in a moment.
    pub fn seek(&mut self, epoch: u32) {
        self.0.seek(epoch.into(), now);
    }

    /// Takes a learning rate as typed.
    #[wasm_bindgen(js_name = setLearningRate)]
    pub fn set_learning_rate(&mut self, text: &str) -> Result<(), JsValue> {
        self.0.set_learning_rate(text).map_err(error)
    }

    /// Takes a learning rate from its slider, 0 to 1000.
    #[wasm_bindgen(js_name = slideLearningRate)]
    pub fn slide_learning_rate(&mut self, position: f64) -> Result<(), JsValue> {
        self.0.slide_learning_rate(position).map_err(error)
    }

    /// Takes an epoch limit as typed.
    #[wasm_bindgen(js_name = setEpochs)]
    pub fn set_epochs(&mut self, text: &str) -> Result<(), JsValue> {
        self.0.set_epochs(text).map_err(error)
    }

    /// Takes a tolerance as typed.
    #[wasm_bindgen(js_name = setTolerance)]
    pub fn set_tolerance(&mut self, text: &str) -> Result<(), JsValue> {
        self.0.set_tolerance(text).map_err(error)
    }

    /// Chooses how fast the epochs go by, 0 the slowest.
    #[wasm_bindgen(js_name = setSpeed)]
    pub fn set_speed(&mut self, level: usize) -> Result<(), JsValue> {
        let speed = Speed::from_level(level).ok_or_else(|| error(SettingError::NoChoice))?;
        self.0.session_mut().speed = speed;
        Ok(())
    }

    /// Starts anew at a = b = 0.
    #[wasm_bindgen(js_name = startAtZero)]
    pub fn start_at_zero(&mut self) {
        self.0.session_mut().set_start(Start::Zero);
    }

    /// Starts anew at a typed line.
    #[wasm_bindgen(js_name = startAt)]
    pub fn start_at(&mut self, slope: &str, intercept: &str) -> Result<(), JsValue> {
        self.0.start_at(slope, intercept).map_err(error)
    }

    /// Starts anew at a random line.
    #[wasm_bindgen(js_name = startAtRandom)]
    pub fn start_at_random(&mut self) {
        self.0.start_at_random(js_sys::Math::random());
    }

    /// Prediction of the line at an x as typed.
    #[wasm_bindgen(unchecked_return_type = "Prediction")]
    pub fn predict(&self, text: &str) -> Result<JsValue, JsValue> {
        object(&self.0.predict(text).map_err(error)?)
    }

    /// The link that reopens this moment, with the reader's own data or without, for a page whose
    /// address has so many letters; at a chapter of the lesson, or at none.
    #[wasm_bindgen(unchecked_return_type = "Link")]
    pub fn link(
        &self,
        settings_only: bool,
        address: usize,
        chapter: Option<u8>,
    ) -> Result<JsValue, JsValue> {
        object(&self.0.link(Scope { settings_only, address, chapter }))
    }
}
