//! The figure of the sweep, on canvases of its own.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::convert::error;
use super::session::Session;
use super::sheet::Sheet;
use crate::diagnosis::Sweep;
use crate::figure::frame::Frame;
use crate::figure::sweep;
use crate::figure::theme::Theme;
use crate::messages::doctor;
use crate::text;

/// The cost after so many epochs at every learning rate.
#[wasm_bindgen]
pub struct SweepFigure {
    sheet: Sheet,
    shown: Option<(Sweep, Frame)>,
}

#[wasm_bindgen]
impl SweepFigure {
    /// A figure on these canvases.
    #[wasm_bindgen(constructor)]
    pub fn new(base: HtmlCanvasElement, overlay: HtmlCanvasElement) -> Result<Self, JsValue> {
        Ok(Self { sheet: Sheet::new(base, overlay).map_err(error)?, shown: None })
    }

    /// Draws it with so many CSS pixels at a device pixel ratio; says in a sentence what it shows.
    pub fn draw(
        &mut self,
        session: &Session,
        epochs: &str,
        size: &[f64],
        dark: bool,
    ) -> Result<String, JsValue> {
        let [width, height, ratio] = *size else { return Ok(String::new()) };
        let core = session.core();
        let run = core.run();
        let epochs = crate::settings::typed(epochs)
            .and_then(crate::settings::EpochLimit::try_from)
            .map_err(error)?;
        let swept = Sweep::of(run, core.dataset(), epochs.get());
        let theme = if dark { Theme::DARK } else { Theme::LIGHT };
        self.sheet.resize(width, height, ratio);
        let mut pen = self.sheet.base(&theme);
        let frame = sweep::frame(&pen, &swept, run);
        sweep::draw(&mut pen, &frame, &swept, run, core.chosen()).map_err(error)?;
        let said = doctor::sweep(&swept, run);
        self.shown = Some((swept, frame));
        Ok(said)
    }

    /// The learning rate at a place, to two digits; nothing beside the plot.
    #[wasm_bindgen(js_name = rateAt)]
    pub fn rate_at(&self, x: f64, y: f64) -> Option<String> {
        let (_, frame) = self.shown.as_ref()?;
        let rate = text::floor(frame.x.value(x), 2);
        frame.plot.contains((x, y)).then(|| text::exact(rate))
    }
}
