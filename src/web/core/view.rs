//! Views of the page, and the camera.

use wasm_bindgen::prelude::*;

use super::session::JsSession;
use crate::session::view::{Camera, CostView, Parameter};
use crate::stage::name::Named;
use crate::web::convert::error;

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// Chooses `bowl`, `map` or `surface`.
    #[wasm_bindgen(js_name = setCostView)]
    pub fn set_cost_view(&mut self, view: &str) -> Result<(), JsValue> {
        self.0.session_mut().view.cost = CostView::named(view).map_err(error)?;
        Ok(())
    }

    /// Draws the error of each point against x, or the points themselves.
    #[wasm_bindgen(js_name = setResiduals)]
    pub fn set_residuals(&mut self, on: bool) {
        self.0.set_residuals(on);
    }

    /// Draws errors as squares, or as bars.
    #[wasm_bindgen(js_name = setSquares)]
    pub fn set_squares(&mut self, on: bool) {
        self.0.session_mut().view.squares = on;
    }

    /// Cuts the bowl along `slope` or `intercept`. Where one parameter is held, that becomes the
    /// other one.
    #[wasm_bindgen(js_name = setAlong)]
    pub fn set_along(&mut self, along: &str) -> Result<(), JsValue> {
        self.0.set_along(Parameter::named(along).map_err(error)?);
        Ok(())
    }

    /// Holds the parameter that the bowl does not show, or lets it go; the run starts anew.
    #[wasm_bindgen(js_name = holdOther)]
    pub fn hold_other(&mut self, on: bool) {
        self.0.hold_other(on);
    }

    /// Makes a unit of the slope as long as one of the intercept, or lets each fill the view.
    #[wasm_bindgen(js_name = setEqualAxes)]
    pub fn set_equal_axes(&mut self, on: bool) {
        self.0.session_mut().view.equal_axes = on;
    }

    /// Looks at the surface from where it is seen at first.
    #[wasm_bindgen(js_name = resetView)]
    pub fn reset_view(&mut self) {
        self.0.session_mut().view.camera = Camera::default();
    }

    /// Chooses logarithmic axes for the history.
    #[wasm_bindgen(js_name = setLogHistory)]
    pub fn set_log_history(&mut self, on: bool) {
        self.0.session_mut().view.log_history = on;
    }

    /// Shows the least-squares answer in the figures, or hides it.
    #[wasm_bindgen(js_name = setAnswer)]
    pub fn set_answer(&mut self, on: bool) {
        self.0.session_mut().view.answer = on;
    }

    /// Magnification of the surface; 1 shows all of it.
    #[wasm_bindgen(getter)]
    pub fn zoom(&self) -> f64 {
        self.0.session().view.camera.zoom()
    }

    /// Turns the surface by a drag of so many CSS pixels.
    pub fn turn(&mut self, right: f64, down: f64) {
        let view = &mut self.0.session_mut().view;
        view.camera = view.camera.dragged(right, down);
    }
}
