//! Ellipses in place of points, for data of which only the sums are known.

use std::f64::consts::TAU;

use super::backend::{Backend, Drawn};
use super::frame::Frame;
use super::geometry::Place;
use super::pen::Pen;
use crate::data::summary::Summary;
use crate::numeric::angle::sin_cos;

/// Corners of the polygon that an ellipse is drawn as.
const CORNERS: u32 = 96;
/// The standard deviations from the mean that the ellipses reach.
const REACHES: [f64; 2] = [1.0, 2.0];

/// Draws ellipses about the mean. They reach one and two standard deviations of x and of y, and lean as the
/// rows do: of a cloud of normal shape 39 and 86 % of the rows are in them.
pub fn draw<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, summary: &Summary) -> Drawn<B> {
    let (width, height) = (summary.variance_x().sqrt(), summary.variance_y().sqrt());
    let r = if width > 0.0 && height > 0.0 {
        (summary.sxy() / (summary.sxx().sqrt() * summary.syy().sqrt())).clamp(-1.0, 1.0)
    } else {
        0.0
    };
    let rest = (1.0 - r * r).sqrt();
    for reach in REACHES {
        let corner = |corner: u32| -> Place {
            let (sine, cosine) = sin_cos(TAU * f64::from(corner) / f64::from(CORNERS));
            let x = summary.mean_x() + reach * width * cosine;
            let y = summary.mean_y() + reach * height * (r * cosine + rest * sine);
            frame.place(x, y)
        };
        let color = pen.theme.points.alpha(0.8 / reach);
        pen.path((0..=CORNERS).map(corner), frame.plot, color, 1.5)?;
    }
    let mean = frame.place(summary.mean_x(), summary.mean_y());
    pen.disc(mean, 3.0, pen.theme.points)
}
