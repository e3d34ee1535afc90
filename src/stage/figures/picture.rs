//! The figures as pictures of their own.

use super::{Figures, Page};
use crate::figure::still::Still;
use crate::stage::layers::ResizableBackend;

/// Units of an SVG to a CSS pixel, and pixels of the rasters in it: fine enough for print.
pub const FINENESS: u32 = 3;
/// The greatest width and height of a picture, in CSS pixels: four times as much still fits a
/// canvas.
const LONGEST: f64 = 4_096.0;
/// The most pixels of a picture to a CSS pixel.
const FINEST: f64 = 4.0;

/// A width or a height in CSS pixels that a picture can have.
pub fn length(length: f64) -> u32 {
    length.round().clamp(1.0, LONGEST) as u32
}

/// The pixels to a CSS pixel that a picture can have.
pub fn ratio(ratio: f64) -> u32 {
    length(ratio.min(FINEST))
}

impl<B: ResizableBackend> Figures<B> {
    /// The pictures that are shown now, at rest.
    pub fn still<'a>(&'a self, page: &'a Page) -> Still<'a> {
        let session = page.session();
        let mut still = Still::of(session).with_point(self.pointer.looked_at(session));
        if let Some((program, full)) = &self.program {
            let cost = program.shown_cost(session).map(|shown| &shown.cost);
            still = still.with_program(cost, program.shown_curve(session), *full);
        }
        // The window of other data does not fit.
        match self.window.shown().filter(|_| self.version == page.version()) {
            Some(window) => still.over(window),
            None => still,
        }
    }
}
