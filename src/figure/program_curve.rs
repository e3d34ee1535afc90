//! Predictions of the reader's program, where they are no line.

use super::backend::{Backend, Drawn};
use super::frame::Frame;
use super::pen::Pen;
use super::theme::Color;
use crate::edition::ProgramPackage;
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// The pieces that a curve is drawn with.
const PIECES: usize = 240;
/// The rounding of a line that a program computes, relative to its largest term.
const ROUNDING: f64 = 1e-9;

/// Predictions of a program with a line's slope and intercept, at places along x.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramCurve {
    line: Line,
    xs: Range,
    predictions: Vec<f64>,
    is_line: bool,
    _full: ProgramPackage,
}

impl ProgramCurve {
    /// The places along a range of x at which a program is asked for its predictions.
    pub fn places(xs: Range) -> Vec<f64> {
        let piece = xs.span() / PIECES as f64;
        (0..=PIECES).map(|index| xs.min + piece * index as f64).collect()
    }

    /// The curve through predictions at the places of a range. Returns `None` if they are not as many.
    pub fn new(xs: Range, line: Line, predictions: &[f64], full: ProgramPackage) -> Option<Self> {
        let places = Self::places(xs);
        let is_on_line = |(&x, &y): (&f64, &f64)| {
            let size = (line.slope * x).abs() + line.intercept.abs();
            (y - line.predict(x)).abs() <= ROUNDING * size
        };
        (places.len() == predictions.len()).then(|| Self {
            line,
            xs,
            predictions: predictions.to_vec(),
            is_line: places.iter().zip(predictions).all(is_on_line),
            _full: full,
        })
    }

    /// Whether it is the curve of this line over this range.
    pub fn is_of(&self, xs: Range, line: Line) -> bool {
        self.xs == xs && self.line == line
    }

    /// Whether it is the line ŷ = a·x + b itself.
    pub fn is_line(&self) -> bool {
        self.is_line
    }

    /// The places of the curve in a frame.
    fn path<'a>(&'a self, frame: &'a Frame) -> impl Iterator<Item = (f64, f64)> + 'a {
        let places = Self::places(self.xs).into_iter().zip(&self.predictions);
        places.map(|(x, &y)| frame.place(x, y))
    }

    /// The place of the curve at a share of its way.
    pub(super) fn place(&self, frame: &Frame, share: f64) -> (f64, f64) {
        let index = ((share * PIECES as f64) as usize).min(PIECES);
        let x = self.xs.min + self.xs.span() * index as f64 / PIECES as f64;
        frame.place(x, self.predictions[index])
    }

    /// Draws the curve, as far as it lies in the plot.
    pub(super) fn draw<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        frame: &Frame,
        color: Color,
    ) -> Drawn<B> {
        let halo = pen.theme.panel.alpha(0.6);
        pen.path(self.path(frame), frame.plot, halo, 4.5)?;
        pen.path(self.path(frame), frame.plot, color, 3.0)
    }
}
