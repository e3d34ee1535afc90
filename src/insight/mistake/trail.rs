//! The first moves of a program beside the gradients without a mistake: what rules and rates are recognised by.

use super::asked::Asked;
use super::follow::{Agreement, Follower};
use super::path::{Move, Path};
use super::rows::{GradientReading, Rows};
use super::variant::Variant;
use crate::descent::optimizer::Optimizer;

/// The most moves that rules are recognised by.
const MOST_MOVES: usize = 256;

/// Rows that may be passed over in all, where each move needs a pass.
const MOST_ROWS: usize = 2_000_000;

/// The first moves of a program, each with the right gradient at its beginning.
pub(super) struct Trail<'a> {
    pub rows: &'a Rows,
    pub asked: Asked,
    pub rate: f64,
    pub moves: Vec<(Move, GradientReading)>,
}

impl<'a> Trail<'a> {
    pub fn new(rows: &'a Rows, path: &Path, asked: Asked, rate: f64) -> Self {
        let most = match asked.cost().is_squared() {
            true => MOST_MOVES,
            false => (MOST_ROWS / rows.objective.points().len().max(1)).clamp(8, MOST_MOVES),
        };
        let moves = (0..path.moves().min(most))
            .map(|index| {
                let way = path.get(index);
                let read = |moment: super::variant::GradientTiming, source| {
                    rows.reading(source, moment.line(&way, path.start()))
                };
                (way, Variant::right(asked).gradient(rows.mean_x(), read))
            })
            .collect();
        Self { rows, asked, rate, moves }
    }

    /// Whether an update rule explains all moves, at a rate. `slack` is the relative error of what was fitted.
    pub fn follows(&self, optimizer: Optimizer, rate: f64, slack: f64) -> bool {
        let mut follower = Follower::new(self.rows, optimizer, rate);
        let (mut evidence, variant) = (Agreement::default(), Variant::right(self.asked));
        for (way, reading) in &self.moves {
            let (to, tolerance) = follower.step(way, *reading);
            let from = [way.from.slope, way.from.intercept];
            let tolerance = [0, 1].map(|i| tolerance[i] + slack * (to[i] - from[i]).abs());
            if !evidence.take(way, &variant.predict(way, to, tolerance), false) {
                return false;
            }
        }
        evidence.is_enough(false, 1)
    }
}
