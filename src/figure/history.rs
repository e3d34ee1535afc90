//! The cost by epoch.

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::frame::{AxisSpec, Frame, Spacing};
use super::geometry::Place;
use super::pen::Pen;
use super::window::Window;
use crate::descent::trainer::Trainer;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::text::en::figure as words;

/// The frame of the history: all epochs that can be asked for, all costs that were met.
pub fn frame<B: Backend>(pen: &Pen<'_, B>, runs: &[Trainer], window: &Window, log: bool) -> Frame {
    let last = runs.iter().map(Trainer::last_epoch).max().unwrap_or(1).max(1);
    let epochs = Range::new(0.0, last as f64);
    let costs = if log { positive_costs(runs, window) } else { None };
    // Costs below 0 have no logarithm.
    let (costs, spacing) = match costs {
        Some(costs) => (costs, Spacing::Log),
        None => (window.cost, Spacing::Linear),
    };
    let epoch_spacing = if log { Spacing::LogFromZero } else { Spacing::Linear };
    let axis = |range, title: &str, spacing| AxisSpec { range, title: title.to_owned(), spacing };
    Frame::lay_out(
        pen,
        &axis(epochs, words::EPOCH, epoch_spacing),
        &axis(costs, words::COST, spacing),
    )
}

/// The range from below the least cost to above the greatest. Where the least is about 0 it begins twelve
/// powers of ten below the costs at the start, so that costs on the way up are in sight too. Returns
/// `None` if costs may be negative.
fn positive_costs(runs: &[Trainer], window: &Window) -> Option<Range> {
    let least = runs.iter().map(Trainer::least_cost).fold(f64::MAX, f64::min);
    let first = runs.iter().filter_map(|run| run.trace().next()).map(|state| state.cost);
    let first = first.filter(|&cost| cost > 0.0).fold(window.cost.max, f64::min);
    let low = (0.8 * least).max(1e-12 * first);
    let costs = Range::new(low.max(f64::MIN_POSITIVE), 1.25 * window.cost.max);
    (least >= 0.0).then_some(costs)
}

/// The places of a curve, about so many pixels apart, that bear the shape of its run's ball.
fn marked(curve: impl Iterator<Item = Place>) -> impl Iterator<Item = Place> {
    const APART: f64 = 90.0;
    let mut next = f64::NEG_INFINITY;
    curve.filter(move |&(x, _)| {
        let is_marked = x >= next;
        if is_marked {
            next = x + APART;
        }
        is_marked
    })
}

/// Draws the cost of each run up to now, and the least possible where the answer is shown.
pub fn draw_overlay<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    actors: &[Actor<'_>],
    best: Option<Line>,
) -> Drawn<B> {
    let theme = pen.theme;
    // A cost of 0 has no logarithm: it lies on the lower edge.
    let height = |cost: f64| {
        let y = frame.y.pixel(cost);
        if y.is_finite() { y } else { frame.plot.bottom }
    };
    for actor in actors.iter().filter(|actor| !actor.is_hidden()) {
        let (run, look) = (actor.run, theme.look(actor.index));
        if best.is_some() {
            let y = height(run.least_cost());
            pen.dashed((frame.plot.left, y), (frame.plot.right, y), frame.plot, theme.best, 2.0)?;
        }
        let curve = || {
            run.trace().map(|state| {
                (frame.x.pixel(state.epoch as f64), height(state.cost).min(frame.plot.bottom))
            })
        };
        match look.marker.dashes() {
            None => pen.path(curve(), frame.plot, look.color, 2.0)?,
            Some(dashes) => {
                pen.segments(dashes.pieces(curve()).into_iter(), frame.plot, look.color, 2.0)?;
                for place in marked(curve()).filter(|&place| frame.plot.contains(place)) {
                    pen.marker(place, look.marker, 4.0, look.color)?;
                }
            }
        }
        let state = run.state();
        let ball = (frame.x.pixel(state.epoch as f64), height(state.cost).min(frame.plot.bottom));
        if frame.plot.contains(ball) {
            pen.ball(ball, look)?;
        }
    }
    Ok(())
}
