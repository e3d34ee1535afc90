//! `SweepFigure`: the figure of the sweep, on canvases of its own.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::stage::sweep::SweepFigure;
use crate::web::backend::FigureBackend;
use crate::web::convert::error;
use crate::web::core::figures::{layers, theme};
use crate::web::core::session::JsSession;

/// The cost after so many epochs at every learning rate.
#[wasm_bindgen(js_name = SweepFigure)]
pub struct JsSweepFigure(SweepFigure<FigureBackend>);

#[wasm_bindgen(js_class = SweepFigure)]
impl JsSweepFigure {
    /// A figure on these canvases.
    #[wasm_bindgen(constructor)]
    pub fn new(
        base: HtmlCanvasElement,
        overlay: HtmlCanvasElement,
    ) -> Result<JsSweepFigure, JsValue> {
        layers(base, overlay).map(SweepFigure::new).map(Self).map_err(error)
    }

    /// Draws it with so many CSS pixels at a device pixel ratio; says in a sentence what it shows.
    pub fn draw(
        &mut self,
        session: &JsSession,
        size: &[f64],
        dark: bool,
    ) -> Result<String, JsValue> {
        let Ok(size) = <[f64; 3]>::try_from(size) else { return Ok(String::new()) };
        self.0.draw(&session.0, size, &theme(dark)).map_err(error)
    }

    /// The learning rate of the least cost, to three digits.
    #[wasm_bindgen(js_name = bestRate)]
    pub fn best_rate(&self) -> Option<String> {
        self.0.best_rate()
    }

    /// The learning rate at a place, to two digits; nothing beside the plot.
    #[wasm_bindgen(js_name = rateAt)]
    pub fn rate_at(&self, x: f64, y: f64) -> Option<String> {
        self.0.rate_at((x, y))
    }
}
