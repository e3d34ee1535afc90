//! The data, the line and its errors.

use super::clip::Rect;
use super::frame::{Axis, Frame};
use super::pen::{Backend, Drawn, Pen};
use super::raster::Density;
use crate::dataset::Dataset;
use crate::line::Line;
use crate::random::Random;
use crate::summary::Range;
use crate::trainer::Trainer;

/// More points than this are drawn as their density.
const DRAWN_ONE_BY_ONE: usize = 2_000;
/// Errors that are drawn at the most.
const MOST_ERRORS: usize = 200;
/// Errors drawn where the points are many, so that each is still seen.
const SAMPLED_ERRORS: usize = 80;
/// Room around the points, as a share of their range.
const MARGIN: f64 = 0.05;

/// The figure's frame: it holds the points and, where it is not too far off, the line at the start.
pub fn frame<B: Backend>(pen: &Pen<'_, B>, dataset: &Dataset, start: Line) -> Frame {
    let summary = dataset.summary();
    let x = roomy(summary.range_x());
    let data = roomy(summary.range_y());
    // The line at the start should be seen, but not at the price of a thin layer of points.
    let reach = Range::new(data.min - 1.2 * data.span(), data.max + 1.2 * data.span());
    let y = [x.min, x.max]
        .map(|x| start.predict(x))
        .into_iter()
        .filter(|y| reach.contains(*y))
        .fold(data, Range::including);
    let y =
        if y == data { y } else { Range::new(y.min - 0.02 * y.span(), y.max + 0.02 * y.span()) };
    Frame::lay_out(
        pen,
        &Axis::linear(x, dataset.x().label()),
        &Axis::linear(y, dataset.y().label()),
    )
}

fn roomy(range: Range) -> Range {
    let room =
        if range.span() > 0.0 { MARGIN * range.span() } else { 0.5 * range.min.abs().max(1.0) };
    Range::new(range.min - room, range.max + room)
}

/// Points and axes.
pub fn draw_base<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, dataset: &Dataset) -> Drawn<B> {
    pen.clear(pen.theme.panel)?;
    let many = dataset.points().len() > DRAWN_ONE_BY_ONE;
    if many {
        draw_density(pen, frame, dataset)?;
    }
    frame.draw_grid(pen)?;
    if !many {
        let color = pen.theme.points.alpha(0.62);
        let radius = if dataset.points().len() > 300 { 2.5 } else { 4.0 };
        for (x, y) in dataset.points().iter() {
            pen.disc(frame.place(x, y), radius, color)?;
        }
    }
    frame.draw_axes(pen)
}

fn draw_density<B: Backend>(pen: &mut Pen<'_, B>, frame: &Frame, dataset: &Dataset) -> Drawn<B> {
    let ratio = pen.ratio();
    let plot = frame.plot;
    let (left, top) = ((plot.left * ratio).round(), (plot.top * ratio).round());
    let device = |from: f64, to: f64| ((to * ratio).round() - from).max(1.0) as usize;
    let mut density = Density::new(device(left, plot.right), device(top, plot.bottom));
    for (x, y) in dataset.points().iter() {
        let (x, y) = frame.place(x, y);
        density.add(x * ratio - left, y * ratio - top);
    }
    let raster = density.raster(1.2 * ratio, pen.theme.panel, pen.theme.points);
    pen.raster(&raster, (left / ratio, top / ratio))
}

/// The points whose errors are drawn: all where they are few, else a fixed sample.
pub fn error_sample(dataset: &Dataset) -> Vec<(f64, f64)> {
    let points = dataset.points();
    if points.len() <= MOST_ERRORS {
        return points.iter().collect();
    }
    let mut random = Random::new(points.len() as u64);
    let pick = |_| {
        let index = ((random.unit() * points.len() as f64) as usize).min(points.len() - 1);
        (points.xs()[index], points.ys()[index])
    };
    (0..SAMPLED_ERRORS).map(pick).collect()
}

/// Errors and line of each run; `best`, where the answer is shown.
pub fn draw_overlay<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    runs: &[Trainer],
    errors: &[(f64, f64)],
    best: Option<Line>,
) -> Drawn<B> {
    let theme = pen.theme;
    if let [run] = runs {
        let line = run.state().line;
        let bars =
            errors.iter().map(|&(x, y)| (frame.place(x, y), frame.place(x, line.predict(x))));
        pen.segments(bars, frame.plot, theme.errors.alpha(0.55), 1.0)?;
    }
    let ends = |line: Line| {
        let Range { min, max } = frame.x.range();
        (frame.place(min, line.predict(min)), frame.place(max, line.predict(max)))
    };
    for run in runs {
        let (from, to) = ends(run.state().line);
        let around = Rect { ..frame.plot };
        pen.path([from, to].into_iter(), around, theme.panel.alpha(0.6), 4.5)?;
        pen.path([from, to].into_iter(), around, theme.line, 3.0)?;
    }
    // On top, so that it is seen where the line has reached it.
    if let Some((from, to)) = best.map(ends) {
        pen.dashed(from, to, frame.plot, theme.best, 2.5)?;
    }
    Ok(())
}
