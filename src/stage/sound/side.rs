//! The side of the bottom on which a line is, along the direction in which the cost is steepest.

use std::cmp::Ordering;

use crate::descent::objective::Held;
use crate::descent::trainer::{State, Trainer};
use crate::numeric::line::Line;

/// A distance beneath this share of the first one is that of the bottom itself.
const ROUNDING: f64 = 1e-12;
/// Pan of a line that is hardly beside the bottom: its side is still heard.
const LEAST_PAN: f64 = 0.2;
/// Powers of ten by which the distance falls until the pan is the least.
const DECADES: f64 = 3.0;

/// Sides of a run's bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sides {
    bottom: Line,
    /// The steepest direction, as slope and intercept. The slope does not fall along it.
    steepest: (f64, f64),
    /// The distance that is heard at the very edge.
    whole: f64,
}

impl Sides {
    /// The sides of a run's bottom. Returns `None` if there is no one bottom.
    pub fn of(run: &Trainer) -> Option<Self> {
        let bottom = run.minimum()?;
        let objective = run.objective();
        let steepest = match objective.held() {
            Held::Neither => objective.hessian().steepest_direction(),
            Held::Intercept => (1.0, 0.0),
            Held::Slope => (0.0, 1.0),
        };
        let sides = Self { bottom, steepest, whole: 1.0 };
        let own = (steepest.0 * bottom.slope).abs() + (steepest.1 * bottom.intercept).abs();
        let first = sides.distance(run.start()).abs();
        let whole = if first > ROUNDING * own { first } else { own.max(f64::MIN_POSITIVE) };
        Some(Self { whole, ..sides })
    }

    /// The distance of a line from the bottom, in the coordinates of the descent; negative on the left.
    fn distance(&self, at: Line) -> f64 {
        let (slope, intercept) = self.steepest;
        slope * (at.slope - self.bottom.slope) + intercept * (at.intercept - self.bottom.intercept)
    }

    /// The side of a line: `Less` is left, `Greater` is right, `Equal` is the bottom, and what cannot be told.
    fn side(&self, at: Line) -> Ordering {
        let distance = self.distance(at);
        let is_there = distance.abs() <= ROUNDING * self.whole;
        let side = if is_there { None } else { distance.partial_cmp(&0.0) };
        side.unwrap_or(Ordering::Equal)
    }

    /// Where a line is heard: −1 is left, 1 is right, 0 is the bottom.
    pub fn pan(&self, at: Line) -> f64 {
        let near = 1.0 + (self.distance(at).abs() / self.whole).log10() / DECADES;
        let pan = near.clamp(LEAST_PAN, 1.0);
        match self.side(at) {
            Ordering::Less => -pan,
            Ordering::Equal => 0.0,
            Ordering::Greater => pan,
        }
    }

    /// The epochs after `from`, up to where the run is, in which it crossed the bottom. Where not every epoch is
    /// known, plain descent crosses in each of them if it does in the first, and other rules cross at most once.
    pub fn crossings<'a>(
        &'a self,
        run: &'a Trainer,
        from: u64,
    ) -> impl Iterator<Item = (u64, f64)> + 'a {
        let mut before: Option<State> = None;
        run.trace().flat_map(move |state| {
            let earlier = before.replace(state);
            let passed = earlier.filter(|_| state.epoch > from);
            let epochs = passed.map_or(0..0, |earlier| self.crossed(run, &earlier, &state));
            let pan = self.pan(state.at);
            epochs.filter(move |&epoch| epoch > from).map(move |epoch| (epoch, pan))
        })
    }

    /// The epochs between two states in which the bottom was crossed.
    fn crossed(&self, run: &Trainer, from: &State, to: &State) -> std::ops::Range<u64> {
        let none = 0..0;
        let between = |from: Line, to: Line| {
            let (from, to) = (self.side(from), self.side(to));
            from != to && from != Ordering::Equal && to != Ordering::Equal
        };
        if to.epoch > from.epoch + 1 && run.is_plain() {
            let crosses = between(from.at, run.step_of_rule(from.at));
            return if crosses { from.epoch + 1..to.epoch + 1 } else { none };
        }
        if between(from.at, to.at) { to.epoch..to.epoch + 1 } else { none }
    }
}
