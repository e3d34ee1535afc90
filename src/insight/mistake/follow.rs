//! A comparison of what a program did with what a variant would have done.
//!
//! Each move is compared from the line where the program itself was, so that nothing adds up. Rules with a memory
//! are led along the program's own lines.

use super::path::{Move, Path};
use super::rows::{GradientReading, GradientSource, Pair, Rows};
use super::variant::{GradientTiming, Prediction, Variant};
use crate::descent::objective::Gradient;
use crate::descent::optimizer::{Memory, Optimizer, Stride};
use crate::numeric::line::Line;

/// Rounding of a move, in units of the relative spacing of numbers: a product and a difference, in whichever order.
const OF_A_STEP: f64 = 8.0;

/// Share of a step that may depend on where ε stands in a rule that divides by the gradient.
const OF_EPS: f64 = 1e-6;

/// An update rule beside a program.
pub(super) struct Follower<'a> {
    rows: &'a Rows,
    optimizer: Optimizer,
    rate: f64,
    /// Memory of the gradients, and of gradients that rounding has moved either way.
    memories: [Memory; 3],
}

impl<'a> Follower<'a> {
    pub fn new(rows: &'a Rows, optimizer: Optimizer, rate: f64) -> Self {
        Self { rows, optimizer, rate, memories: [Memory::default(); 3] }
    }

    /// Where the rule goes to, and by how much rounding may move that.
    pub fn step(&mut self, way: &Move, reading: GradientReading) -> (Pair, Pair) {
        let Self { rows, optimizer, rate, memories } = self;
        let mut to = |index: usize, sign: f64| {
            let [slope, intercept] =
                [0, 1].map(|i| reading.gradient[i] + sign * reading.tolerance[i]);
            let gradient = Gradient { slope, intercept };
            let memory = &mut memories[index];
            let line = optimizer.step(memory, &rows.objective, way.from, gradient, *rate);
            [line.slope, line.intercept]
        };
        let (middle, more, less) = (to(0, 0.0), to(1, 1.0), to(2, -1.0));
        let slack = match optimizer.stride() {
            Stride::Rate { .. } => OF_EPS,
            Stride::Gradient(_) | Stride::Curvature => OF_A_STEP * f64::EPSILON,
        };
        let from = [way.from.slope, way.from.intercept];
        let tolerance = [0, 1].map(|i| {
            let spread = (more[i] - middle[i]).abs().max((less[i] - middle[i]).abs());
            spread + slack * (middle[i] - from[i]).abs()
        });
        (middle, tolerance)
    }
}

/// The readings of all sources at all moments of a move, so that many variants can be compared with it.
pub(super) struct Observed {
    pub way: Move,
    readings: Vec<GradientReading>,
}

impl Observed {
    /// The readings of a move, given those at the start of its path.
    pub fn new(rows: &Rows, way: Move, at_start: &[GradientReading]) -> Self {
        let readings = GradientTiming::ALL.into_iter().flat_map(|moment| match moment {
            GradientTiming::Start => at_start.to_vec(),
            GradientTiming::Before | GradientTiming::NewSlope | GradientTiming::NewIntercept => {
                Self::all(rows, moment.line(&way, way.from))
            }
        });
        Self { way, readings: readings.collect() }
    }

    /// The readings of all sources at a line.
    pub fn all(rows: &Rows, at: Line) -> Vec<GradientReading> {
        GradientSource::ALL.into_iter().map(|source| rows.reading(source, at)).collect()
    }

    pub fn read(&self, moment: GradientTiming, source: GradientSource) -> GradientReading {
        self.readings[moment as usize * GradientSource::ALL.len() + source as usize]
    }
}

/// How well a variant explains the moves that it was compared with.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Agreement {
    /// Moves of each parameter that agree, and that rounding alone could not explain.
    sharp: [usize; 2],
    /// A line was left as it was, although it had somewhere to go.
    has_stayed: bool,
}

/// How far a parameter has to be on its way, if staying at a whole number is to tell anything.
const STAYS: f64 = 0.01;

/// Largest share of a move that may be rounding, if the move is to tell anything.
const SHARP: f64 = 1e-5;

impl Agreement {
    /// Takes a move into account. Returns whether it agrees.
    pub fn take(&mut self, way: &Move, predicted: &[Prediction; 2], is_whole: bool) -> bool {
        let (from, to) = ([way.from.slope, way.from.intercept], [way.to.slope, way.to.intercept]);
        for i in 0..2 {
            let agrees = predicted[i].allows(to[i]) && (!is_whole || to[i].fract() == 0.0);
            if !agrees {
                return false;
            }
            let moved = (predicted[i].value() - from[i]).abs();
            if predicted[i].tolerance() <= SHARP * moved && (moved > 0.0 || !is_whole) {
                self.sharp[i] += 1;
            }
        }
        // Whole numbers that stay, after they have moved, tell once that they do, and no more the next time.
        let has_moved = self.sharp.iter().all(|&sharp| sharp > 0);
        if is_whole && from == to && has_moved && !self.has_stayed {
            self.has_stayed = true;
            for i in 0..2 {
                self.sharp[i] += usize::from((predicted[i].aim - from[i]).abs() > STAYS);
            }
        }
        true
    }

    /// Whether the slope speaks for it, which is all that moves where x and y are centred.
    pub fn has_slope(&self) -> bool {
        self.sharp[0] > 1
    }

    /// Whether it is enough to name so many mistakes: each parameter speaks for them. Whole numbers fall together by
    /// chance, so that more of them are asked for.
    pub fn is_enough(&self, is_whole: bool, mistakes: usize) -> bool {
        let least = match (is_whole, mistakes) {
            (false, _) => 2,
            (true, 0 | 1) => 3,
            (true, _) => 12,
        };
        self.sharp.iter().all(|&sharp| sharp > 0) && self.sharp.iter().sum::<usize>() >= least
    }
}

/// Compares moves with a rule whose epochs are a variant's, reading the gradient as it goes.
///
/// # Errors
/// With the index of the first move that does not agree.
pub(super) fn compare(
    rows: &Rows,
    path: &Path,
    variant: &Variant,
    optimizer: Optimizer,
    rate: f64,
    indices: impl Iterator<Item = usize>,
) -> Result<Agreement, usize> {
    let mut follower = Follower::new(rows, optimizer, rate);
    let mut evidence = Agreement::default();
    for index in indices {
        let way = path.get(index);
        let read =
            |moment: GradientTiming, source| rows.reading(source, moment.line(&way, path.start()));
        let reading = variant.gradient(rows.mean_x(), read);
        let (to, tolerance) = follower.step(&way, reading);
        if !evidence.take(&way, &variant.predict(&way, to, tolerance), variant.is_whole()) {
            return Err(index);
        }
    }
    Ok(evidence)
}

/// A line as a pair.
pub(super) fn pair(line: Line) -> Pair {
    [line.slope, line.intercept]
}
