//! The events of a run: where the cost begins to rise, where the bottom is crossed, where it is near the least, where L
//! was changed, and the end.

use std::collections::BTreeMap;

use crate::descent::objective::Held;
use crate::descent::settings::LearningRate;
use crate::descent::trainer::{State, Status, Trainer};
use crate::insight::diagnosis::{Nearness, is_rounding};
use crate::numeric::line::Line;

/// Up to so many epochs a run is gone through again, for its events.
const MOST_EPOCHS: u64 = 100_000;
/// Up to this epoch every state is kept, so that nothing has to be gone through again.
const ALL_KEPT: u64 = 1_024;
/// The greatest number of rises and crossings that are told.
const MOST_EVENTS: usize = 200;
/// A cost that is higher by no more than this share has not risen, but was rounded.
const ROUNDING: f64 = 1e-12;

/// A distance from the bottom counts if a hundredth of it is more than rounding.
const MANY_DIGITS: f64 = 1e-4;

/// Something that happened in a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// The cost is higher than an epoch before, and so it is until the epoch `last`.
    Rise {
        /// The last epoch in succession.
        last: u64,
    },
    /// The last step led over the bottom, along the direction in which the cost is steepest, and so did each until the
    /// epoch `last`.
    Crossing {
        /// The last epoch in succession.
        last: u64,
    },
    /// The cost is near the least for the first time.
    Near {
        /// Whether it is within 1 % of the least; where that is 0, errors are within 1 % of the spread of y.
        is_share_of_least: bool,
    },
    /// The learning rate was changed.
    RateChanged(LearningRate),
    /// The run stopped.
    Stop(Status),
}

/// The epochs of a run at which something happened.
#[derive(Clone, Debug, PartialEq)]
pub struct RunEvents {
    /// Epochs in their order, each with what happened there.
    pub epochs: BTreeMap<u64, EventEpoch>,
    /// Rises and crossings are told up to this epoch.
    pub looked_until: u64,
    /// The number of rises and crossings that are not told, because there are too many.
    pub left_out: usize,
}

/// A state of a run, and what happened there.
#[derive(Clone, Debug, PartialEq)]
pub struct EventEpoch {
    /// The line, in data units.
    pub line: Line,
    /// J.
    pub cost: f64,
    /// Events, in the order in which they are told.
    pub events: Vec<Event>,
}

impl EventEpoch {
    fn of(state: &State) -> Self {
        Self { line: state.line, cost: state.cost, events: Vec::new() }
    }
}

impl RunEvents {
    /// All events of a run as far as it is known, be they after the current epoch.
    pub fn of(run: &Trainer) -> Self {
        let furthest = run.furthest().epoch;
        let is_short = furthest <= MOST_EPOCHS && furthest * run.effort() <= MOST_EPOCHS;
        let looked_until = if is_short { furthest } else { furthest.min(ALL_KEPT) };
        let mut found = Self { epochs: BTreeMap::new(), looked_until, left_out: 0 };
        let mut watch = Watch::of(run);
        if is_short && furthest > ALL_KEPT {
            let mut past = run.clone();
            past.seek(0);
            watch.look(past.state(), &mut found);
            while past.state().epoch < furthest {
                past.step(1);
                watch.look(past.state(), &mut found);
            }
        } else {
            for state in known(run) {
                watch.look(&state, &mut found);
            }
        }
        found.add_rates(run);
        let status = run.furthest_status();
        if status.is_end() && furthest > 0 {
            found.add(run.furthest(), Event::Stop(status));
        }
        found
    }

    /// Adds the states of epoch 0 and of all powers of 2, the last one and the current one.
    pub fn with_milestones(mut self, run: &Trainer) -> Self {
        let furthest = run.furthest().epoch;
        let is_milestone = |epoch: u64| epoch == 0 || epoch == furthest || epoch.is_power_of_two();
        let states = known(run).filter(|state| is_milestone(state.epoch));
        for state in states.chain([*run.state()]) {
            self.epochs.entry(state.epoch).or_insert_with(|| EventEpoch::of(&state));
        }
        self
    }

    fn add(&mut self, state: &State, event: Event) {
        self.epochs.entry(state.epoch).or_insert_with(|| EventEpoch::of(state)).events.push(event);
    }

    fn add_rates(&mut self, run: &Trainer) {
        for pair in run.checkpoints().windows(2) {
            if let [before, after] = pair
                && before.rate != after.rate
            {
                self.add(&after.state, Event::RateChanged(after.rate));
            }
        }
    }
}

/// The states that are kept, and the last one.
fn known(run: &Trainer) -> impl Iterator<Item = State> + '_ {
    let kept = run.checkpoints();
    let last = kept.last().map(|last| last.state.epoch);
    let furthest = (last != Some(run.furthest().epoch)).then_some(*run.furthest());
    kept.iter().map(|checkpoint| checkpoint.state).chain(furthest)
}

/// Watch on the states of a run, one after the other.
struct Watch<'a> {
    run: &'a Trainer,
    near: Nearness,
    has_arrived: bool,
    steepest: (f64, f64),
    /// The epoch of the last state, and the side of the bottom that it was on.
    before: Option<(u64, Option<bool>)>,
    /// The epoch at which the rise began that goes on, and likewise the crossings.
    rise: Option<u64>,
    crossing: Option<u64>,
    told: usize,
}

impl<'a> Watch<'a> {
    fn of(run: &'a Trainer) -> Self {
        Self {
            run,
            near: Nearness::of(run),
            has_arrived: false,
            steepest: steepest(run),
            before: None,
            rise: None,
            crossing: None,
            told: 0,
        }
    }

    /// Looks at a state, the one before having been looked at.
    fn look(&mut self, state: &State, found: &mut RunEvents) {
        let excess = self.run.excess(state.at);
        let side = self.side(state.at);
        let is_next = self.before.is_some_and(|(epoch, _)| epoch + 1 == state.epoch);
        if is_next && state.epoch <= found.looked_until {
            let rises = state.previous_cost.is_some_and(|before| {
                state.cost > before + ROUNDING * before.abs()
                    || (before.is_finite() && state.cost.is_nan())
            });
            let crosses = match (self.before.and_then(|(_, side)| side), side) {
                (Some(before), Some(now)) => before != now,
                _ => false,
            };
            self.rise = self.go_on(self.rise, rises, state, found, |last| Event::Rise { last });
            self.crossing =
                self.go_on(self.crossing, crosses, state, found, |last| Event::Crossing { last });
        }
        if !self.has_arrived && state.epoch > 0 && self.near.holds(excess) {
            self.has_arrived = true;
            let is_share_of_least = self.near.is_share_of_least;
            found.add(state, Event::Near { is_share_of_least });
        }
        self.before = Some((state.epoch, side));
    }

    /// Begins what happens, or goes on with it; returns the epoch at which it began.
    fn go_on(
        &mut self,
        began: Option<u64>,
        happens: bool,
        state: &State,
        found: &mut RunEvents,
        event: impl Fn(u64) -> Event,
    ) -> Option<u64> {
        if !happens {
            return None;
        }
        if let Some(began) = began {
            let earlier = event(state.epoch - 1);
            let told = found.epochs.get_mut(&began).into_iter().flat_map(|at| &mut at.events);
            told.filter(|told| **told == earlier).for_each(|told| *told = event(state.epoch));
            return Some(began);
        }
        self.told += 1;
        if self.told <= MOST_EVENTS {
            found.add(state, event(state.epoch));
        } else {
            found.left_out += 1;
        }
        Some(state.epoch)
    }

    /// The side of the bottom that a line is on, along the direction in which the cost is steepest. Returns `None` at
    /// the bottom itself, and where there is none.
    fn side(&self, at: Line) -> Option<bool> {
        let bottom = self.run.minimum()?;
        let (slope, intercept) = self.steepest;
        let away =
            slope * (at.slope - bottom.slope) + intercept * (at.intercept - bottom.intercept);
        // What a few last digits decide is no side: the cost that this direction alone adds tells whether they do.
        let length = slope * slope + intercept * intercept;
        let adds = 0.5 * self.run.objective().max_curvature() * (away * away / length);
        (away.is_finite() && !is_rounding(self.run, MANY_DIGITS * adds)).then_some(away > 0.0)
    }
}

/// The direction in which squared error is steepest, among those that can be gone.
fn steepest(run: &Trainer) -> (f64, f64) {
    let hessian = run.objective().hessian();
    let greatest = hessian.max_eigenvalue();
    match run.objective().held() {
        Held::Slope => (0.0, 1.0),
        Held::Intercept => (1.0, 0.0),
        Held::Neither if hessian.slope >= hessian.intercept => {
            (greatest - hessian.intercept, hessian.mixed)
        }
        Held::Neither => (hessian.mixed, greatest - hessian.slope),
    }
}
