//! The errors of the points, as bars or as true squares.

use super::backend::{Backend, Drawn};
use super::frame::Frame;
use super::geometry::Place;
use super::geometry::Rect;
use super::pen::Pen;
use super::theme::{Color, Theme};
use crate::data::dataset::Dataset;
use crate::numeric::line::Line;
use crate::numeric::random::Random;

/// The most errors that are drawn.
const MOST: usize = 200;
/// The errors that are drawn where the points are many, so that each is still seen.
const SAMPLED: usize = 80;

/// The points whose errors are drawn: all where they are few, else a fixed sample.
pub fn sample(dataset: &Dataset) -> Vec<(f64, f64)> {
    let points = dataset.points();
    if points.len() <= MOST {
        return points.iter().collect();
    }
    let mut random = Random::new(points.len() as u64);
    let pick = |_| {
        let index = random.below(points.len());
        (points.xs()[index], points.ys()[index])
    };
    (0..SAMPLED).map(pick).collect()
}

/// The number of errors that are drawn of a dataset.
pub fn drawn(dataset: &Dataset) -> usize {
    let points = dataset.points().len();
    if points <= MOST { points } else { SAMPLED }
}

/// The colour of the bars, translucent because many cross one another.
pub const fn bar_color(theme: &Theme) -> Color {
    theme.errors.alpha(0.7)
}

/// Draws a bar from each point to the line.
pub fn draw_bars<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    errors: &[(f64, f64)],
    line: Line,
) -> Drawn<B> {
    let color = bar_color(pen.theme);
    let bars = errors.iter().map(|&(x, y)| (frame.place(x, y), frame.place(x, line.predict(x))));
    pen.segments(bars, frame.plot, color, 1.0)
}

/// Look of the squares of errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Squares {
    /// Tinted areas with edges.
    #[default]
    Filled,
    /// Edges alone, while epochs follow one another so fast that areas which alternate would flash.
    Outlined,
}

/// Draws a square on each error, its sides equal on the screen.
pub fn draw_squares<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    errors: &[(f64, f64)],
    line: Line,
    look: Squares,
) -> Drawn<B> {
    // Many squares lie on one another: each is fainter then.
    let each = 1.0 / errors.len().max(1) as f64;
    let (fill, edge) = ((1.6 * each).clamp(0.012, 0.16), (9.0 * each).clamp(0.14, 0.7));
    let color = pen.theme.errors;
    let squares: Vec<Rect> = errors.iter().map(|&point| square(frame, point, line)).collect();
    if look == Squares::Filled {
        for part in squares.iter().filter_map(|square| square.common(frame.plot)) {
            pen.rect(part, color.alpha(fill))?;
        }
    }
    let sides = squares.iter().flat_map(|&square| sides(square));
    pen.segments(sides, frame.plot, color.alpha(edge), 1.0)
}

/// The square on the error of a point. It lies on the side where it does not cross the line.
pub fn square(frame: &Frame, (x, y): (f64, f64), line: Line) -> Rect {
    let (point, foot) = (frame.place(x, y), frame.place(x, line.predict(x)));
    let side = (point.1 - foot.1).abs();
    let above = point.1 < foot.1;
    let leftward = above == (line.slope >= 0.0);
    let (left, right) =
        if leftward { (point.0 - side, point.0) } else { (point.0, point.0 + side) };
    Rect { left, top: point.1.min(foot.1), right, bottom: point.1.max(foot.1) }
}

fn sides(square: Rect) -> [(Place, Place); 4] {
    let Rect { left, top, right, bottom } = square;
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    std::array::from_fn(|side| (corners[side], corners[(side + 1) % 4]))
}
