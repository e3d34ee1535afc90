//! Additions to `Session`: the reader's own program.

use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;

use crate::descent::settings::LearningRate;
use crate::edition::FullPackage;
use crate::insight::mistake::{Asked, Stop};
use crate::link::{PackedProgram, Scope};
use crate::stage::name::Named;
use crate::web::convert::{error, object};
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// The points that a program gets, x first: all rows, or the sample that stands for them.
    #[wasm_bindgen(js_name = programPoints, unchecked_return_type = "[Float64Array, Float64Array]")]
    pub fn program_points(&self) -> Array {
        let points = self.0.program_points();
        [points.xs(), points.ys()].into_iter().map(Float64Array::from).collect()
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

    /// The same link as `link` makes, with a program as the page packs it. Throws, with a sentence, if it is too long.
    #[wasm_bindgen(js_name = linkWithProgram, unchecked_return_type = "Link")]
    pub fn link_with_program(
        &self,
        program: &str,
        address: usize,
        chapter: Option<u8>,
    ) -> Result<JsValue, JsValue> {
        let program = PackedProgram::new(program, FullPackage::PROOF).map_err(error)?;
        let scope = Scope { settings_only: false, address, chapter };
        object(&self.0.link_with_program(scope, &program))
    }

    /// The program that came with the link that was opened, packed.
    #[wasm_bindgen(js_name = linkedProgram)]
    pub fn linked_program(&self) -> Option<String> {
        self.0.linked_program().map(|program| program.letters().to_owned())
    }
}
