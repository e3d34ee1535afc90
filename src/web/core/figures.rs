//! `Figures`: the three figures of the page on their canvases.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::canvas::CanvasError;
use super::session::JsSession;
use crate::figure::still::Subject;
use crate::figure::theme::Theme;
use crate::stage::figures::Figures;
use crate::stage::layers::Layers;
use crate::stage::name::Named;
use crate::web::backend::FigureBackend;
use crate::web::convert::error;

/// The figures of the page: data, cost and history.
#[wasm_bindgen(js_name = Figures)]
pub struct JsFigures(pub(in crate::web) Figures<FigureBackend>);

/// The layers of a figure on canvases of the page.
pub(in crate::web) fn layers(
    base: HtmlCanvasElement,
    overlay: HtmlCanvasElement,
) -> Result<Layers<FigureBackend>, CanvasError> {
    Ok(Layers::new(FigureBackend::new(base, true)?, FigureBackend::new(overlay, false)?))
}

/// The figure of this name.
pub(in crate::web) fn figure(name: &str) -> Result<Subject, JsValue> {
    Subject::named(name).map_err(error)
}

/// The dark or the light theme.
pub(in crate::web) fn theme(dark: bool) -> Theme {
    if dark { Theme::DARK } else { Theme::LIGHT }
}

#[wasm_bindgen(js_class = Figures)]
impl JsFigures {
    /// Figures on these canvases, each a base below an overlay.
    #[wasm_bindgen(constructor)]
    pub fn new(
        data_base: HtmlCanvasElement,
        data_overlay: HtmlCanvasElement,
        cost_base: HtmlCanvasElement,
        cost_overlay: HtmlCanvasElement,
        history_base: HtmlCanvasElement,
        history_overlay: HtmlCanvasElement,
    ) -> Result<JsFigures, JsValue> {
        Ok(Self(Figures::new(
            layers(data_base, data_overlay).map_err(error)?,
            layers(cost_base, cost_overlay).map_err(error)?,
            layers(history_base, history_overlay).map_err(error)?,
        )))
    }

    /// Gives `data`, `cost` or `history` so many CSS pixels at a device pixel ratio.
    pub fn resize(
        &mut self,
        figure: &str,
        width: f64,
        height: f64,
        ratio: f64,
    ) -> Result<(), JsValue> {
        self.0.resize(self::figure(figure)?, width, height, ratio);
        Ok(())
    }

    /// Chooses the colours.
    #[wasm_bindgen(js_name = setTheme)]
    pub fn set_theme(&mut self, dark: bool) {
        self.0.set_theme(theme(dark));
    }

    /// Chooses whether things move to where they have to be, or are there at once.
    #[wasm_bindgen(js_name = reduceMotion)]
    pub fn reduce_motion(&mut self, still: bool) {
        self.0.reduce_motion(still);
    }

    /// Draws what moves, and below it what has changed, as it is at `now` milliseconds of the
    /// page's clock; true when the next frame will be another one.
    pub fn draw(&mut self, session: &JsSession, now: f64, running: bool) -> Result<bool, JsValue> {
        self.0.draw(&session.0, now, running).map_err(error)
    }

    /// Description of `data`, `cost` or `history`, in a sentence.
    pub fn describe(&self, figure: &str, session: &JsSession) -> Result<String, JsValue> {
        Ok(self.0.describe(self::figure(figure)?, &session.0))
    }

    /// Note beside `data` or `cost`.
    pub fn note(&self, figure: &str, session: &JsSession) -> Result<String, JsValue> {
        Ok(self.0.note(self::figure(figure)?, &session.0))
    }

    /// State to hand over to the figures of another package: the window and the selected point.
    pub fn handover(&self) -> Vec<f64> {
        self.0.hand_over()
    }
}
