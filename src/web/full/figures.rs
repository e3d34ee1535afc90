//! The figures in the package with everything in it: symbols, points by index, pictures of their
//! own.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::canvas_or_svg::CanvasOrSvg;
use crate::figure::highlight::Symbol;
use crate::figure::pen::Pen;
use crate::stage::figures::picture::{FINENESS, length, ratio};
use crate::web::convert::error;
use crate::web::core::figures::{JsFigures, figure, theme};
use crate::web::core::session::JsSession;

#[wasm_bindgen(js_class = Figures)]
impl JsFigures {
    /// Goes on from what other figures kept.
    pub fn restore(&mut self, kept: &[f64]) {
        self.0.take_over(kept);
    }

    /// Keeps the point of this index in sight.
    #[wasm_bindgen(js_name = selectPoint)]
    pub fn select_point(&mut self, index: usize) {
        self.0.select_point(index);
    }

    /// The index of the point that is kept in sight.
    #[wasm_bindgen(getter, js_name = selectedPoint)]
    pub fn selected_point(&self) -> Option<usize> {
        self.0.selected_point()
    }

    /// Highlights what the symbol of this name stands for; nothing if there is no such symbol.
    #[wasm_bindgen(js_name = highlightSymbol)]
    pub fn highlight_symbol(&mut self, name: &str) {
        self.0.highlight(Symbol::from_name(name));
    }

    /// The figure `data`, `cost` or `history` as it stands, as an SVG document of so many CSS
    /// pixels.
    pub fn svg(
        &self,
        figure: &str,
        session: &JsSession,
        width: f64,
        height: f64,
        dark: bool,
    ) -> Result<String, JsValue> {
        let subject = self::figure(figure)?;
        let mut svg = CanvasOrSvg::svg((length(width), length(height)), FINENESS)?;
        let theme = theme(dark);
        let mut pen = Pen::new(&mut svg, FINENESS.into(), &theme);
        self.0.still(&session.0).draw(&mut pen, subject).map_err(error)?;
        let title = subject.title(session.0.session());
        Ok(svg.finish_as(&title, &self.0.describe(subject, &session.0)))
    }

    /// Draws the same on a canvas, at so many pixels to a CSS pixel.
    pub fn paint(
        &self,
        figure: &str,
        session: &JsSession,
        canvas: HtmlCanvasElement,
        size: &[f64],
        dark: bool,
    ) -> Result<(), JsValue> {
        let &[width, height, fineness] = size else { return Ok(()) };
        let subject = self::figure(figure)?;
        let ratio = ratio(fineness);
        let mut canvas = CanvasOrSvg::new(canvas, true).map_err(error)?;
        canvas.set_size(length(width) * ratio, length(height) * ratio);
        let theme = theme(dark);
        let mut pen = Pen::new(&mut canvas, ratio.into(), &theme);
        self.0.still(&session.0).draw(&mut pen, subject).map_err(error)
    }
}
