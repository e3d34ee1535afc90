//! Additions to `Session`: the reader's own program.

use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;

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
}
