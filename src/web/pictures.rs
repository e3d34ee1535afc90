//! The figures as pictures of their own: as SVG, and on canvases that are not the page's.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

use super::convert::error;
use super::figures::Figures;
use super::paper::Paper;
use super::session::Session;
use crate::figure::pen::Pen;
use crate::figure::still::{Still, Subject};
use crate::figure::theme::Theme;

/// Units to a CSS pixel of an SVG, and pixels of the rasters in it: fine enough for print.
const FINENESS: u32 = 3;
/// No picture is wider or higher, in CSS pixels: four times as much still fits a canvas.
const LONGEST: f64 = 4_096.0;

#[wasm_bindgen]
impl Figures {
    /// The figure `data`, `cost` or `history` as it stands, as an SVG document of so many CSS pixels.
    pub fn svg(
        &self,
        figure: &str,
        session: &Session,
        width: f64,
        height: f64,
        dark: bool,
    ) -> Result<String, JsValue> {
        let subject = Subject::from_name(figure).unwrap_or(Subject::Data);
        let mut svg = Paper::svg((length(width), length(height)), FINENESS)?;
        let theme = theme(dark);
        let mut pen = Pen::new(&mut svg, FINENESS.into(), &theme);
        self.still(session).draw(&mut pen, subject).map_err(error)?;
        let core = session.core();
        Ok(svg.finish_as(&subject.title(core), &subject.describe(core)))
    }

    /// Draws the same on a canvas, at so many pixels to a CSS pixel.
    pub fn paint(
        &self,
        figure: &str,
        session: &Session,
        canvas: HtmlCanvasElement,
        size: &[f64],
        dark: bool,
    ) -> Result<(), JsValue> {
        let &[width, height, ratio] = size else { return Ok(()) };
        let subject = Subject::from_name(figure).unwrap_or(Subject::Data);
        let ratio = length(ratio.min(4.0));
        let mut canvas = Paper::new(canvas, true).map_err(error)?;
        canvas.resize(length(width) * ratio, length(height) * ratio);
        let theme = theme(dark);
        let mut pen = Pen::new(&mut canvas, ratio.into(), &theme);
        self.still(session).draw(&mut pen, subject).map_err(error)
    }
}

impl Figures {
    /// What is shown now, come to rest.
    fn still<'a>(&self, session: &'a Session) -> Still<'a> {
        let core = session.core();
        let still = Still::of(core).with_point(self.looked_at(core));
        // What was shown of other data is none of these.
        let shown = self.motion.window.shown();
        match shown.filter(|_| self.motion.version == session.version()) {
            Some(window) => still.over(window),
            None => still,
        }
    }
}

fn theme(dark: bool) -> Theme {
    if dark { Theme::DARK } else { Theme::LIGHT }
}

fn length(length: f64) -> u32 {
    length.round().clamp(1.0, LONGEST) as u32
}
