//! Pointing at the figures, and taking hold of what is in them. Places are in CSS pixels from the
//! upper left corner of the figure.

use wasm_bindgen::prelude::*;

use super::figures::{JsFigures, figure};
use super::session::JsSession;
use crate::web::convert::{error, object};

#[wasm_bindgen(js_class = Figures)]
impl JsFigures {
    /// Points at a place of `data` or `cost`; says what a press there would do: `ball`, `line`,
    /// `point`, `place` (a new start, or a new point) or nothing.
    pub fn point(
        &mut self,
        figure: &str,
        x: f64,
        y: f64,
        reach: f64,
        session: &JsSession,
    ) -> Result<String, JsValue> {
        let hit = self.0.point(self::figure(figure)?, (x, y), reach, &session.0);
        Ok(hit.name().to_owned())
    }

    /// Points at nothing.
    pub fn leave(&mut self) {
        self.0.leave();
    }

    /// Keeps the point that is pointed at in sight, or none.
    pub fn select(&mut self) {
        self.0.select();
    }

    /// Whether a point is kept in sight.
    #[wasm_bindgen(js_name = hasSelection)]
    pub fn has_selection(&self) -> bool {
        self.0.selected_point().is_some()
    }

    /// Goes to the next point by x, or the one before, and keeps it in sight.
    #[wasm_bindgen(js_name = nextPoint)]
    pub fn next_point(&mut self, session: &JsSession, back: bool) {
        self.0.next_point(&session.0, back);
    }

    /// Tooltip of the pointer's target; null where there is none.
    #[wasm_bindgen(unchecked_return_type = "Tip | null")]
    pub fn tip(&self, session: &JsSession) -> Result<JsValue, JsValue> {
        object(&self.0.tip(&session.0))
    }

    /// Takes hold of what is at a place; says what that is: `ball`, `line`, `point` or nothing.
    /// Points can be taken while they are edited.
    pub fn grab(
        &mut self,
        figure: &str,
        x: f64,
        y: f64,
        reach: f64,
        session: &JsSession,
        editing: bool,
    ) -> Result<String, JsValue> {
        let hit = self.0.grab(self::figure(figure)?, (x, y), reach, &session.0, editing);
        Ok(hit.name().to_owned())
    }

    /// Takes hold of the ball, wherever it is: the next drag brings it.
    #[wasm_bindgen(js_name = grabBall)]
    pub fn grab_ball(&mut self) {
        self.0.grab_ball();
    }

    /// Drags what is held to a place. The ball and the line make a new start.
    pub fn drag(&mut self, x: f64, y: f64, session: &mut JsSession) -> Result<(), JsValue> {
        self.0.drag((x, y), &mut session.0).map_err(error)
    }

    /// Lets go of what is held.
    pub fn release(&mut self, session: &mut JsSession) {
        self.0.release(&mut session.0);
    }

    /// Taps at a place: in the cost that is a new start, in the data a new point. False where
    /// there is nothing to tap at.
    pub fn tap(
        &mut self,
        figure: &str,
        x: f64,
        y: f64,
        session: &mut JsSession,
    ) -> Result<bool, JsValue> {
        self.0.tap(self::figure(figure)?, (x, y), &mut session.0).map_err(error)
    }

    /// Moves the ball from the keyboard, by hundredths of the window: a new start.
    pub fn nudge(&mut self, right: f64, up: f64, session: &mut JsSession) -> Result<(), JsValue> {
        self.0.nudge(right, up, &mut session.0).map_err(error)
    }

    /// Adds a point in the middle of the plot and keeps it in sight.
    #[wasm_bindgen(js_name = addPoint)]
    pub fn add_point(&mut self, session: &mut JsSession) -> Result<(), JsValue> {
        self.0.add_point(&mut session.0).map_err(error)
    }

    /// Moves the point that is kept in sight, by hundredths of the axes.
    #[wasm_bindgen(js_name = movePoint)]
    pub fn move_point(
        &mut self,
        right: f64,
        up: f64,
        session: &mut JsSession,
    ) -> Result<(), JsValue> {
        self.0.move_point(right, up, &mut session.0).map_err(error)
    }

    /// Deletes the point that is kept in sight.
    #[wasm_bindgen(js_name = deletePoint)]
    pub fn delete_point(&mut self, session: &mut JsSession) -> Result<(), JsValue> {
        self.0.delete_point(&mut session.0).map_err(error)
    }

    /// Comes so many times closer to a place of the surface.
    pub fn zoom(&mut self, factor: f64, x: f64, y: f64, session: &mut JsSession) {
        self.0.zoom(factor, (x, y), &mut session.0);
    }
}
