//! The figure of the sweep, on canvases of its own.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::convert::error;
use super::session::Session;
use super::sheet::Sheet;
use crate::descent::settings::{LearningRate, Settings};
use crate::figure::frame::Frame;
use crate::figure::sweep;
use crate::figure::theme::Theme;
use crate::insight::diagnosis::Sweep;
use crate::numeric::notation;
use crate::text::en::doctor;

/// The cost after so many epochs at every learning rate.
#[wasm_bindgen]
pub struct SweepFigure {
    sheet: Sheet,
    shown: Option<Shown>,
}

/// A sweep with what it is the sweep of: data and settings, but for the rate.
struct Shown {
    of: (u32, Settings),
    sweep: Sweep,
    frame: Frame,
}

#[wasm_bindgen]
impl SweepFigure {
    /// A figure on these canvases.
    #[wasm_bindgen(constructor)]
    pub fn new(base: HtmlCanvasElement, overlay: HtmlCanvasElement) -> Result<Self, JsValue> {
        Ok(Self { sheet: Sheet::new(base, overlay).map_err(error)?, shown: None })
    }

    /// Draws it with so many CSS pixels at a device pixel ratio; says in a sentence what it shows.
    pub fn draw(&mut self, session: &Session, size: &[f64], dark: bool) -> Result<String, JsValue> {
        let [width, height, ratio] = *size else { return Ok(String::new()) };
        let core = session.core();
        let run = core.run();
        let epochs = core.view.sweep;
        let learning_rate = LearningRate::default();
        let of = (session.version(), Settings { learning_rate, epochs, ..run.settings() });
        let sweep = match self.shown.take() {
            Some(shown) if shown.of == of => shown.sweep,
            _ => Sweep::of(run, core.dataset(), epochs.get()),
        };
        let theme = if dark { Theme::DARK } else { Theme::LIGHT };
        self.sheet.resize(width, height, ratio);
        let mut pen = self.sheet.base(&theme);
        let frame = sweep::frame(&pen, &sweep, run);
        frame.draw_empty(&mut pen).map_err(error)?;
        let mut pen = self.sheet.overlay(&theme);
        sweep::draw_overlay(&mut pen, &frame, &sweep, run, core.chosen()).map_err(error)?;
        let said = doctor::sweep(&sweep, run);
        self.shown = Some(Shown { of, sweep, frame });
        Ok(said)
    }

    /// The learning rate of the least cost, to three digits.
    #[wasm_bindgen(js_name = bestRate)]
    pub fn best_rate(&self) -> Option<String> {
        let (rate, _) = self.shown.as_ref()?.sweep.best()?;
        Some(notation::exact(notation::floor(rate, 3)))
    }

    /// The learning rate at a place, to two digits; nothing beside the plot.
    #[wasm_bindgen(js_name = rateAt)]
    pub fn rate_at(&self, x: f64, y: f64) -> Option<String> {
        let Shown { frame, .. } = self.shown.as_ref()?;
        let rate = notation::floor(frame.x.value(x), 2);
        frame.plot.contains((x, y)).then(|| notation::exact(rate))
    }
}
