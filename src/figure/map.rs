//! The cost as a map: contours over slope and intercept, the path, the ball, the minimum.

use super::frame::{Axis, Frame};
use super::pen::{Backend, Drawn, Pen, Place};
use super::raster::{Ramp, Raster};
use super::window::Window;
use crate::line::Line;
use crate::messages::figure as words;
use crate::objective::Objective;
use crate::trainer::Trainer;

/// Bands of colour between the least cost and the greatest.
pub const BANDS: f64 = 14.0;

/// The figure's frame.
pub fn frame<B: Backend>(pen: &Pen<'_, B>, window: &Window) -> Frame {
    Frame::lay_out(
        pen,
        &Axis::linear(window.slope, words::SLOPE),
        &Axis::linear(window.intercept, words::INTERCEPT),
    )
}

/// How high a cost is among those of the window, from 0 at the least to 1 at the greatest. The
/// fourth root keeps contours readable at the bottom of a long thin valley.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Height {
    greatest_excess: f64,
}

impl Height {
    /// Heights for a window.
    pub fn of(objective: &Objective, window: &Window) -> Self {
        let corners = [window.slope.min, window.slope.max].into_iter().flat_map(|slope| {
            [window.intercept.min, window.intercept.max]
                .map(|intercept| objective.excess(Line::new(slope, intercept)))
        });
        Self { greatest_excess: corners.fold(f64::MIN_POSITIVE, f64::max) }
    }

    /// The height at a line.
    pub fn at(self, objective: &Objective, line: Line) -> f64 {
        self.share(objective.excess(line))
    }

    /// The height of an excess over the least cost.
    pub fn share(self, excess: f64) -> f64 {
        (excess / self.greatest_excess).sqrt().sqrt()
    }
}

/// Contours and axes.
pub fn draw_base<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    window: &Window,
    objective: &Objective,
) -> Drawn<B> {
    pen.clear(pen.theme.panel)?;
    draw_contours(pen, frame, window, objective)?;
    frame.draw_axes(pen)
}

fn draw_contours<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    window: &Window,
    objective: &Objective,
) -> Drawn<B> {
    let ratio = pen.ratio();
    let plot = frame.plot;
    let width = (plot.width() * ratio).round().max(1.0) as usize;
    let height = (plot.height() * ratio).round().max(1.0) as usize;
    let (low, high) = pen.theme.cost;
    let ramp = Ramp::between(low, high);
    let lines = Ramp::between(low, pen.theme.muted);
    let scale = Height::of(objective, window);
    let per_pixel = (window.slope.span() / width as f64, window.intercept.span() / height as f64);
    let raster = Raster::from_fn(width, height, |column, row| {
        let line = Line::new(
            window.slope.min + (column as f64 + 0.5) * per_pixel.0,
            window.intercept.max - (row as f64 + 0.5) * per_pixel.1,
        );
        let excess = objective.excess(line);
        let band = scale.share(excess) * BANDS;
        let gradient = objective.gradient(line);
        // How many bands the next pixel is away: d(E^¼) = ¼·E^(−¾)·dE.
        let steepness = (gradient.slope * per_pixel.0).hypot(gradient.intercept * per_pixel.1);
        let bands_a_pixel = 0.25 * band * steepness / excess.max(f64::MIN_POSITIVE);
        shade(band, bands_a_pixel, ratio, &ramp, &lines)
    });
    pen.raster(&raster, (plot.left, plot.top))
}

/// Flat bands with a thin line between them; where bands are finer than pixels, their average.
fn shade(band: f64, bands_a_pixel: f64, ratio: f64, ramp: &Ramp, lines: &Ramp) -> [u8; 3] {
    let flat = (band.floor() + 0.5) / BANDS;
    let blur = (2.0 * bands_a_pixel - 0.5).clamp(0.0, 1.0);
    let fill = ramp.at(flat + (band / BANDS - flat) * blur);
    let distance = (band - band.round()).abs() / bands_a_pixel.max(1e-12);
    let cover = (0.5 * ratio + 0.5 - distance).clamp(0.0, 1.0) * (1.0 - blur);
    if cover == 0.0 || band < 0.5 {
        return fill;
    }
    let edge = lines.at((0.35 + band / BANDS).min(1.0));
    std::array::from_fn(|part| {
        let (fill, edge) = (f64::from(fill[part]), f64::from(edge[part]));
        (fill + (edge - fill) * 0.55 * cover) as u8
    })
}

/// The path, start, minimum and ball of each run.
pub fn draw_overlay<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, runs: &[Trainer]) -> Drawn<B> {
    let theme = pen.theme;
    let place = |line: Line| frame.place(line.slope, line.intercept);
    let inside = |place: Place| frame.plot.contains(place);
    for run in runs {
        let path = || run.trace().map(|state| place(state.line));
        pen.path(path(), frame.plot, theme.panel.alpha(0.8), 4.0)?;
        pen.path(path(), frame.plot, theme.ball, 2.0)?;
        for step in path().take(60).filter(|&step| inside(step)) {
            pen.disc(step, 2.5, theme.ball)?;
        }
        let start = place(run.start());
        if inside(start) {
            pen.ring(start, theme.ink)?;
        }
        if let Some(best) = run.objective().minimum().map(place).filter(|&best| inside(best)) {
            pen.cross(best, theme.best)?;
        }
        let ball = place(run.state().line);
        if inside(ball) {
            pen.ball(ball)?;
        }
    }
    Ok(())
}
