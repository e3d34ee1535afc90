//! The cost after so many epochs against the learning rate.

use super::backend::{Backend, Drawn};
use super::frame::{AxisSpec, Frame, Spacing};
use super::pen::Pen;
use crate::descent::trainer::Trainer;
use crate::insight::diagnosis::Sweep;
use crate::numeric::range::Range;
use crate::text::en::figure as words;

/// The frame of the sweep: rates across, costs up, both logarithmic; costs are linear where they may be
/// negative.
pub fn frame<B: Backend>(pen: &Pen<'_, B>, sweep: &Sweep, run: &Trainer) -> Frame {
    let rates = sweep.costs.iter().map(|&(rate, _)| rate);
    let rates = rates.fold(Range::EMPTY, Range::including);
    let (start, least) = (run.start_cost(), run.least_cost());
    let met = sweep.costs.iter().map(|&(_, cost)| cost).filter(|&cost| cost <= start);
    let met = met.fold(Range::new(start, start), Range::including);
    let (costs, spacing) = if least >= 0.0 {
        let low = (0.8 * least).max(1e-12 * start).max(0.8 * met.min).max(f64::MIN_POSITIVE);
        (Range::new(low, 10.0 * start.max(low)), Spacing::Log)
    } else {
        let span = met.span().max(1.0);
        (Range::new(met.min - 0.1 * span, met.max + 0.2 * span), Spacing::Linear)
    };
    Frame::lay_out(
        pen,
        &AxisSpec { range: rates, title: words::RATE.to_owned(), spacing: Spacing::Log },
        &AxisSpec { range: costs, title: words::COST.to_owned(), spacing },
    )
}

/// Draws the curve and, dashed, the largest stable rate and the rate that is set.
pub fn draw_overlay<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    sweep: &Sweep,
    run: &Trainer,
    index: usize,
) -> Drawn<B> {
    let (theme, plot) = (pen.theme, frame.plot);
    if let Some(limit) = run.largest_stable_rate() {
        let x = frame.x.pixel(limit);
        pen.dashed((x, plot.top), (x, plot.bottom), plot, theme.errors, 1.5)?;
    }
    // A run that has diverged leaves by the upper edge.
    let height = |cost: f64| if cost.is_nan() { f64::INFINITY } else { cost };
    let far = plot.top - 2.0 * plot.height();
    let place = |rate: f64, cost: f64| {
        let y = frame.y.pixel(height(cost));
        (frame.x.pixel(rate), if y.is_finite() { y.max(far).min(plot.bottom) } else { far })
    };
    let curve = sweep.costs.iter().map(|&(rate, cost)| place(rate, cost));
    pen.path(curve, plot, theme.muted, 2.5)?;
    if let Some((rate, cost)) = sweep.best() {
        let best = place(rate, cost);
        if plot.contains(best) {
            pen.cross(best, theme.best)?;
        }
    }
    let rate = run.learning_rate().get();
    let after = sweep.costs.iter().rfind(|&&(swept, _)| swept <= rate).or(sweep.costs.first());
    if let Some(&(_, cost)) = after {
        let (x, y) = place(rate, cost);
        let look = theme.look(index);
        let here = (x, y.max(plot.top));
        pen.dashed((x, plot.top), (x, plot.bottom), plot, look.color, 1.5)?;
        if plot.contains(here) {
            pen.ball(here, look)?;
        }
    }
    Ok(())
}
