//! Additions to `Session` and `Figures`: the reader's own program.

use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;

use crate::descent::settings::LearningRate;
use crate::edition::FullPackage;
use crate::insight::mistake::{Asked, Stop};
use crate::stage::figures::Definitions;
use crate::stage::name::Named;
use crate::web::convert::{error, object};
use crate::web::core::figures::JsFigures;
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The points that a program gets, x first: all rows, or the sample that stands for them.
    #[wasm_bindgen(js_name = programPoints, unchecked_return_type = "[Float64Array, Float64Array]")]
    pub fn program_points(&self) -> Array {
        let points = self.0.program_points();
        [points.xs(), points.ys()].into_iter().map(Float64Array::from).collect()
    }

    /// One of so many rows is what the cost that a program defines is computed on.
    #[wasm_bindgen(getter, js_name = programStride)]
    pub fn program_stride(&self) -> usize {
        self.0.program_stride()
    }

    /// Shows lines of a program, as slope and intercept in turn, beside the page's own run: of its `epochs` lines every
    /// `stride`-th and the last one. Takes the program's run away if there is no line.
    #[wasm_bindgen(js_name = showProgram)]
    pub fn show_program(&mut self, lines: &[f64], stride: u32, epochs: u32) {
        self.0.show_program(lines, stride.into(), epochs.into());
    }

    /// Where the program's line is, if it is outside the picture of the points.
    #[wasm_bindgen(js_name = programLineOutside)]
    pub fn program_line_outside(&self) -> Option<String> {
        self.0.program_line_outside()
    }

    /// Verdict on a program that had the page's points and this learning rate, and was to do what a task of
    /// this name asks for. Its lines are slope and intercept in turn, from the first one on and none left out.
    #[wasm_bindgen(js_name = programVerdict, unchecked_return_type = "ProgramVerdict")]
    pub fn program_verdict(
        &self,
        lines: &[f64],
        rate: f64,
        asked: &str,
    ) -> Result<JsValue, JsValue> {
        let rate = LearningRate::try_from(rate).map_err(error)?;
        let asked = Asked::named(asked).map_err(error)?;
        object(&self.0.program_verdict(lines, rate, asked).map_err(error)?)
    }

    /// What is said of the end of a program whose steps are right; null if it stopped when it is to. Its epochs
    /// and its tolerance were the page's; `shown` is how many lines it showed; `stop` is a task's name for when it is to stop;
    /// `elsewhere` says that it ran on data that its reader does not see.
    #[wasm_bindgen(js_name = programStop, unchecked_return_type = "ProgramStop | null")]
    pub fn program_stop(
        &self,
        lines: &[f64],
        shown: u32,
        stop: &str,
        elsewhere: bool,
    ) -> Result<JsValue, JsValue> {
        let stop = Stop::named(stop).map_err(error)?;
        object(&self.0.program_stop(lines, shown.into(), stop, elsewhere).map_err(error)?)
    }

    /// Verdict on the largest stable rate that a program has computed, in a variable of this name; NaN if it has none.
    #[wasm_bindgen(js_name = rateVerdict, unchecked_return_type = "ProgramVerdict")]
    pub fn rate_verdict(&self, value: f64, variable: &str) -> Result<JsValue, JsValue> {
        object(&self.0.rate_verdict(value, variable))
    }

    /// The arrows of a step of a program, by its epoch; null if it was not shown.
    #[wasm_bindgen(js_name = programArrows, unchecked_return_type = "StepArrows | null")]
    pub fn program_arrows(
        &self,
        lines: &[f64],
        rate: f64,
        asked: &str,
        epoch: usize,
    ) -> Result<JsValue, JsValue> {
        let rate = LearningRate::try_from(rate).map_err(error)?;
        let asked = Asked::named(asked).map_err(error)?;
        object(&self.0.program_arrows(lines, rate, asked, epoch).map_err(error)?)
    }

    /// Has the figures show the page's own run beside that of the program, or leave it out.
    #[wasm_bindgen(js_name = hideOwnRun)]
    pub fn hide_own_run(&mut self, hide: bool) {
        self.0.session_mut().hide_ruled_runs(hide);
    }

    /// A program, with its text, as a file that runs under Python. `written` is as for `exports`. Throws, with a
    /// sentence, where there are too many points.
    #[wasm_bindgen(js_name = programFile, unchecked_return_type = "ProgramFile")]
    pub fn program_file(
        &self,
        source: &str,
        written: Option<Vec<String>>,
    ) -> Result<JsValue, JsValue> {
        object(&self.0.program_file(source, written.as_deref()).map_err(error)?)
    }
}

#[wasm_bindgen(js_class = Figures)]
impl JsFigures {
    /// Shows what a program defines, from now on, as it becomes known: `cost(a, b)`, computed on one of `stride` rows,
    /// and `predict(x, a, b)`.
    #[wasm_bindgen(js_name = beginProgram)]
    pub fn begin_program(&mut self, session: &JsSession, cost: bool, predict: bool, stride: usize) {
        let defined = Definitions { cost, predict, stride };
        self.0.begin_program(&session.0, defined, FullPackage::PROOF);
    }

    /// Shows nothing that a program defines.
    #[wasm_bindgen(js_name = endProgram)]
    pub fn end_program(&mut self) {
        self.0.end_program();
    }

    /// Shows the cost that the program defines, or the page's own.
    #[wasm_bindgen(js_name = showProgramCost)]
    pub fn show_program_cost(&mut self, on: bool) {
        self.0.show_program_cost(on);
    }

    /// Whether the views of the cost show that of the program.
    #[wasm_bindgen(js_name = showsProgramCost)]
    pub fn shows_program_cost(&self, session: &JsSession) -> bool {
        self.0.shows_program_cost(&session.0)
    }

    /// The lines whose cost is wanted next, as slope and intercept in turn, and a ticket for the answer.
    #[wasm_bindgen(
        js_name = costRequest,
        unchecked_return_type = "[ticket: number, lines: Float64Array] | undefined"
    )]
    pub fn cost_request(&mut self, session: &JsSession) -> Option<Array> {
        let request = self.0.cost_request(&session.0)?;
        let lines = Float64Array::from(&request.lines[..]);
        Some([JsValue::from(request.ticket), lines.into()].into_iter().collect())
    }

    /// Takes the costs that were wanted; NaN where there is none.
    #[wasm_bindgen(js_name = takeCosts)]
    pub fn take_costs(&mut self, ticket: u32, costs: &[f64]) {
        self.0.take_costs(ticket, costs);
    }

    /// The places along x whose predictions are wanted next, and slope and intercept for them.
    #[wasm_bindgen(
        js_name = curveRequest,
        unchecked_return_type = "[x: Float64Array, a: number, b: number] | undefined"
    )]
    pub fn curve_request(&mut self, session: &JsSession) -> Option<Array> {
        let request = self.0.curve_request(&session.0)?;
        let xs = Float64Array::from(&request.xs[..]);
        let line = [request.line.slope, request.line.intercept].map(JsValue::from);
        Some(std::iter::once(xs.into()).chain(line).collect())
    }

    /// Takes the predictions that were wanted last.
    #[wasm_bindgen(js_name = takeCurve)]
    pub fn take_curve(&mut self, predictions: &[f64]) {
        self.0.take_curve(predictions);
    }

    /// Whose cost the views of the cost show, and sentences about it; empty where the program defines none for these data.
    #[wasm_bindgen(js_name = programCostNote)]
    pub fn program_cost_note(&self, session: &JsSession) -> Vec<String> {
        self.0.program_cost_note(&session.0)
    }
}
