//! The session in the package with everything in it: cost, rule, batch, schedule, scaling, the race
//! and what is found of data and run.

use wasm_bindgen::prelude::*;

use crate::data::grid::{CellAxis, Grid};
use crate::insight::convention::Convention;
use crate::session::{Preset, Session};
use crate::stage::findings::{DivergenceNotes, Evidence, SuitabilityNotes};
use crate::stage::method::{Control, MethodSetup};
use crate::stage::name::Named;
use crate::stage::page::Page;
use crate::stage::race::Racer;
use crate::web::convert::{error, object};
use crate::web::core::figures::figure;
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Unpacks what another package of the same build packed. Returns nothing if it did not.
    pub fn unpack(bytes: &[u8]) -> Option<JsSession> {
        Page::unpack(bytes).map(Self)
    }

    /// Sets up what a chapter of the lesson shows; the reader's file stays in the list.
    #[wasm_bindgen(js_name = setUp)]
    pub fn set_up(&mut self, fields: &str) -> Result<(), JsValue> {
        self.0.set_up(fields).map_err(error)
    }

    /// Sets the places of all rows, of which the points that wait are a sample: where cells begin and
    /// how wide they are, for x and for y, and how many rows are in each, row by row from the least
    /// y.
    #[wasm_bindgen(js_name = addGrid)]
    pub fn add_grid(&mut self, axes: &[f64], counts: Vec<u32>) {
        if let &[x, x_cell, y, y_cell] = axes {
            let axis = |from, cell| CellAxis { from, cell };
            self.0.add_grid(Grid::from_parts(axis(x, x_cell), axis(y, y_cell), counts));
        }
    }

    /// Sets the session up on its data as fields of a link say.
    pub fn apply(&mut self, fields: &str) -> Result<(), JsValue> {
        self.0.apply(fields).map_err(error)
    }

    /// Description of a figure in sentences; empty where its name says all of it.
    pub fn description(&self, figure: &str) -> Result<String, JsValue> {
        Ok(self.0.description(self::figure(figure)?))
    }

    /// Settings as the panel shows them.
    #[wasm_bindgen(unchecked_return_type = "Method")]
    pub fn method(&self) -> Result<JsValue, JsValue> {
        object(&MethodSetup::of(self.0.session()))
    }

    /// The names of the rules by their ids.
    #[wasm_bindgen(unchecked_return_type = "DatasetChoice[]")]
    pub fn rules(&self) -> Result<JsValue, JsValue> {
        object(&Page::rules())
    }

    /// Sets what the panel's control of this name says, as typed or chosen.
    pub fn choose(&mut self, control: &str, text: &str) -> Result<(), JsValue> {
        let control = Control::named(control).map_err(error)?;
        self.0.choose(control, text).map_err(error)
    }

    /// Sets the rule's parameter of this index, as typed.
    #[wasm_bindgen(js_name = setRuleParameter)]
    pub fn set_rule_parameter(&mut self, index: usize, text: &str) -> Result<(), JsValue> {
        self.0.set_rule_parameter(index, text).map_err(error)
    }

    /// Sets the schedule's parameter of this index, as typed.
    #[wasm_bindgen(js_name = setScheduleParameter)]
    pub fn set_schedule_parameter(&mut self, index: usize, text: &str) -> Result<(), JsValue> {
        self.0.set_schedule_parameter(index, text).map_err(error)
    }

    /// The runs of the race as they stand.
    #[wasm_bindgen(unchecked_return_type = "Racer[]")]
    pub fn racers(&self) -> Result<JsValue, JsValue> {
        object(&Racer::all(self.0.session()))
    }

    /// The index of the run that the controls act on.
    #[wasm_bindgen(getter)]
    pub fn chosen(&self) -> usize {
        self.0.session().chosen()
    }

    /// Draws what speaks against a line at its best: the errors of the least-squares line
    /// (`residuals`), or that line over the points (`points`).
    #[wasm_bindgen(js_name = showAgainst)]
    pub fn show_against(&mut self, picture: &str) -> Result<(), JsValue> {
        self.0.show_against(Evidence::named(picture).map_err(error)?);
        Ok(())
    }

    /// Adds a run like the chosen one.
    #[wasm_bindgen(js_name = addRun)]
    pub fn add_run(&mut self) {
        self.0.change_race(Session::add_run);
    }

    /// Takes a run out of the race.
    #[wasm_bindgen(js_name = removeRun)]
    pub fn remove_run(&mut self, index: usize) {
        self.0.change_race(|session| session.remove_run(index));
    }

    /// Chooses the run that the controls act on.
    #[wasm_bindgen(js_name = chooseRun)]
    pub fn choose_run(&mut self, index: usize) {
        self.0.session_mut().choose_run(index);
    }

    /// Sets up a race: `rates`, `rules` or `coordinates`.
    #[wasm_bindgen(js_name = startPreset)]
    pub fn start_preset(&mut self, preset: &str) -> Result<(), JsValue> {
        let preset = Preset::named(preset).map_err(error)?;
        self.0.change_race(|session| session.start_preset(preset));
        Ok(())
    }

    /// Whether a line is suitable for the data.
    #[wasm_bindgen(unchecked_return_type = "Suitability")]
    pub fn suitability(&self) -> Result<JsValue, JsValue> {
        object(&SuitabilityNotes::of(self.0.session()))
    }

    /// Changes whenever the data, or what is minimised, do.
    #[wasm_bindgen(getter, js_name = dataVersion)]
    pub fn data_version(&self) -> u32 {
        self.0.version()
    }

    /// Why the run diverged, and the names of its remedies; null if it did not.
    #[wasm_bindgen(unchecked_return_type = "Divergence | null")]
    pub fn divergence(&self) -> Result<JsValue, JsValue> {
        object(&DivergenceNotes::of(self.0.session()))
    }

    /// A course's learning rate, as typed, as this page's; the course's cost by its name.
    #[wasm_bindgen(js_name = convertRate, unchecked_return_type = "ConvertedRate")]
    pub fn convert_rate(&self, convention: &str, text: &str) -> Result<JsValue, JsValue> {
        let convention = Convention::named(convention).map_err(error)?;
        object(&self.0.convert_rate(convention, text).map_err(error)?)
    }

    /// Does what the page advises; true where the run is to go on from where it is.
    #[wasm_bindgen(js_name = followAdvice)]
    pub fn follow_advice(&mut self) -> Result<bool, JsValue> {
        self.0.follow_advice().map_err(error)
    }

    /// Applies a remedy by its index, and goes back to the start.
    #[wasm_bindgen(js_name = applyRemedy)]
    pub fn apply_remedy(&mut self, index: usize) -> Result<(), JsValue> {
        self.0.apply_remedy(index).map_err(error)
    }
}
