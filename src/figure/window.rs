//! The slopes, intercepts and costs that the views of the cost show.

use crate::descent::scaling::Coordinates;
use crate::descent::trainer::Trainer;
use crate::insight::race::flown_off;
use crate::numeric::line::Line;
use crate::numeric::power::power;
use crate::numeric::range::Range;

/// The updates that the initial window looks ahead, so that the first zigzags fit from the start.
const AHEAD: usize = 200;
/// The most rows that may be read for that.
const ROWS_AHEAD: u64 = 1_000_000;
/// Room around what has to be seen, as a share of it.
const MARGIN: f64 = 0.14;
/// The factor by which the window grows when the ball leaves it.
const GROWTH: f64 = 1.5;
/// The most that the window grows; costs grow by at most its square. Beyond that, start and minimum are
/// one dot, and a ball that goes on leaves the view.
pub const WIDEST: f64 = 1e8;

/// The part of the (a, b) plane, and the costs, that a view shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Slopes.
    pub slope: Range,
    /// Intercepts.
    pub intercept: Range,
    /// Costs: from 0, or the least, up to more than the path has met.
    pub cost: Range,
}

impl Window {
    /// The window that holds start, minimum, the first steps and the path of these runs. It is a
    /// function of the runs alone: steady while the ball is inside, larger by whole steps of
    /// half its size when it flies off. It is in the coordinates that are `shown`.
    pub fn around(runs: &[Trainer], shown: &Coordinates, initial: &Self) -> Self {
        let steps = runs
            .iter()
            .flat_map(|run| {
                // In a race, a run that flies off does not take the others' picture with it.
                let most = if runs.len() > 1 { flown_off(run) } else { f64::MAX };
                let states = run.trace().filter(move |state| state.cost <= most);
                states.map(move |state| (seen(run, shown, state.at), state.cost))
            })
            .filter(|(at, _)| at.is_finite())
            .map(|(at, cost)| {
                let slope = beyond(initial.slope, at.slope);
                let intercept = beyond(initial.intercept, at.intercept);
                // Costs begin at 0 here; those of a plane are the corners' all the same.
                let height = cost / initial.cost.span();
                (steps_to(slope.max(intercept)), steps_to(height))
            })
            .fold((0, 0), |(plane, cost), (p, c)| (plane.max(p), cost.max(c)));
        let wider = GROWTH.powi(steps.0).min(WIDEST);
        let top = initial.cost.span() * GROWTH.powi(steps.1).min(WIDEST * WIDEST);
        let window = Self {
            slope: widened(initial.slope, wider),
            intercept: widened(initial.intercept, wider),
            cost: Range::new(0.0, top),
        };
        match plane(runs, shown, &window) {
            Some(cost) => Self { cost, ..window },
            None => window,
        }
    }

    /// The initial window: that for the start of these runs, whatever their path, in the coordinates that are
    /// `shown`.
    pub fn initial(runs: &[Trainer], shown: &Coordinates) -> Self {
        let (mut slope, mut intercept, mut cost) = (Range::EMPTY, Range::EMPTY, 0.0_f64);
        for run in runs {
            let best = run.minimum().map(|best| (best, run.least_cost()));
            for (at, of) in ahead(run).chain(best) {
                let at = seen(run, shown, at);
                slope = slope.including(at.slope);
                intercept = intercept.including(at.intercept);
                cost = cost.max(of);
            }
        }
        let (slope, intercept) = (roomy(slope), roomy(intercept));
        let window = Self { slope, intercept, cost: Range::new(0.0, cost) };
        if let Some(cost) = plane(runs, shown, &window) {
            return Self { cost, ..window };
        }
        let least = runs.iter().map(Trainer::least_cost).fold(f64::MAX, f64::min);
        if cost <= least * (1.0 + 1e-9) {
            // The start is the answer: what the corner costs is as good a height as any.
            let corner = window.corners()[0];
            cost = runs.iter().map(|run| cost_at(run, shown, corner)).fold(cost, f64::max);
        }
        Self { cost: Range::new(0.0, if cost > 0.0 { cost * 1.08 } else { 1.0 }), ..window }
    }
}

impl Window {
    /// The lines at the corners.
    pub fn corners(&self) -> [Line; 4] {
        let Self { slope, intercept, .. } = self;
        [
            Line::new(slope.min, intercept.min),
            Line::new(slope.max, intercept.min),
            Line::new(slope.max, intercept.max),
            Line::new(slope.min, intercept.max),
        ]
    }

    /// The window in which a unit of the slope is as long as one of the intercept, in a picture so
    /// many times wider than high. The shorter side grows.
    pub fn with_equal_axes(self, wide: f64) -> Self {
        let unit = (self.slope.span() / wide).max(self.intercept.span());
        Self {
            slope: widened(self.slope, unit * wide / self.slope.span()),
            intercept: widened(self.intercept, unit / self.intercept.span()),
            ..self
        }
    }

    /// The factor by which it is wider than `initial`.
    pub fn times_wider(&self, initial: &Self) -> f64 {
        (self.slope.span() / initial.slope.span())
            .min(self.intercept.span() / initial.intercept.span())
            .max(1.0)
    }

    /// The window so far on the way to another.
    pub fn toward(&self, target: &Self, share: f64) -> Self {
        // By factors, so that a long way out looks as steady as a short one.
        let ranges = |from: Range, to: Range| {
            let span = from.span() * power(to.span() / from.span(), share);
            let gap = to.span() - from.span();
            let part = if gap == 0.0 { share } else { (span - from.span()) / gap };
            let end = |from: f64, to: f64| from + (to - from) * part;
            Range::new(end(from.min, to.min), end(from.max, to.max))
        };
        Self {
            slope: ranges(self.slope, target.slope),
            intercept: ranges(self.intercept, target.intercept),
            cost: ranges(self.cost, target.cost),
        }
    }

    /// The window, grown so that it holds a line and its cost where `target` does.
    pub fn reaching(&self, line: Line, cost: f64, target: &Self) -> Self {
        let grown = |range: Range, value: f64, most: Range| {
            if most.contains(value) { range.including(value) } else { range }
        };
        Self {
            slope: grown(self.slope, line.slope, target.slope),
            intercept: grown(self.intercept, line.intercept, target.intercept),
            cost: grown(self.cost, cost, target.cost),
        }
    }

    /// Whether the two look alike.
    pub fn is_about(&self, other: &Self) -> bool {
        let about = |a: Range, b: Range| {
            let slack = 2e-3 * b.span();
            (a.min - b.min).abs() <= slack && (a.max - b.max).abs() <= slack
        };
        about(self.slope, other.slope)
            && about(self.intercept, other.intercept)
            && about(self.cost, other.cost)
    }
}

/// The window on the way from one to another, while the coordinates change under both: it stays around
/// the same lines, whose places are given at the start, now and at the end.
pub fn turned(
    (from, before): (&Window, &[Line]),
    now: &[Line],
    (to, after): (&Window, &[Line]),
    share: f64,
) -> Window {
    let along = |of: fn(Line) -> f64, from: Range, to: Range| {
        let span =
            |lines: &[Line]| lines.iter().map(|&at| of(at)).fold(Range::EMPTY, Range::including);
        let (first, here, last) = (span(before), span(now), span(after));
        if !(first.span() > 0.0 && here.span() > 0.0 && last.span() > 0.0) {
            return None;
        }
        // How far the window reaches beyond the lines, in widths of them.
        let part = |a: f64, b: f64| a + (b - a) * share;
        let below = part((from.min - first.min) / first.span(), (to.min - last.min) / last.span());
        let above = part((from.max - first.max) / first.span(), (to.max - last.max) / last.span());
        Some(Range::new(here.min + below * here.span(), here.max + above * here.span()))
    };
    let straight = from.toward(to, share);
    Window {
        slope: along(|at| at.slope, from.slope, to.slope).unwrap_or(straight.slope),
        intercept: along(|at| at.intercept, from.intercept, to.intercept)
            .unwrap_or(straight.intercept),
        cost: straight.cost,
    }
}

/// The costs in a window where the cost is a plane without a least: its corners tell all.
fn plane(runs: &[Trainer], shown: &Coordinates, window: &Window) -> Option<Range> {
    let run = runs.first()?;
    let costs = window.corners().map(|corner| cost_at(run, shown, corner));
    let costs = costs.into_iter().fold(Range::EMPTY, Range::including);
    (!run.objective().has_least()).then_some(costs)
}

/// A line of a run's descent in the coordinates that are shown.
fn seen(run: &Trainer, shown: &Coordinates, at: Line) -> Line {
    shown.converted(at, run.objective().coordinates())
}

/// A run's cost at a line of the coordinates that are shown.
fn cost_at(run: &Trainer, shown: &Coordinates, at: Line) -> f64 {
    let objective = run.objective();
    objective.cost(objective.coordinates().converted(at, shown))
}

/// The start and the epochs that follow at the rate of the start, with their costs; only the start
/// where they diverge.
fn ahead(run: &Trainer) -> impl Iterator<Item = (Line, f64)> + '_ {
    let stable = run.largest_stable_rate().is_none_or(|limit| run.start_rate().get() < limit);
    let affordable = (ROWS_AHEAD / run.effort().max(1)) as usize;
    let epochs = if stable { AHEAD.min(affordable) } else { 0 };
    let most = 10.0 * run.start_cost().abs().max(run.least_cost());
    run.preview(epochs)
        .map(|state| (state.at, state.cost))
        .take_while(move |&(_, cost)| cost <= most)
}

/// The range with room around it; one of no width becomes one that can be drawn.
fn roomy(range: Range) -> Range {
    let middle = 0.5 * (range.min + range.max);
    let reach = (0.5 + MARGIN) * range.span();
    let reach = if reach > 1e-12 * middle.abs() { reach } else { middle.abs().max(1.0) };
    Range::new(middle - reach, middle + reach)
}

/// The distance of a value from the middle of a range, in half-widths.
fn beyond(range: Range, value: f64) -> f64 {
    (value - 0.5 * (range.min + range.max)).abs() / (0.5 * range.span())
}

/// Steps of growth until `distance`, in units of the window, fits.
fn steps_to(distance: f64) -> i32 {
    if distance <= 1.0 { 0 } else { distance.log(GROWTH).ceil().min(4_000.0) as i32 }
}

fn widened(range: Range, factor: f64) -> Range {
    let middle = 0.5 * (range.min + range.max);
    let reach = 0.5 * range.span() * factor;
    Range::new(middle - reach, middle + reach)
}
