//! Right steps, of which a program shows every second line, or every tenth.

use super::asked::Asked;
use super::follow::pair;
use super::path::{Move, Path};
use super::rows::{GradientSource, Rows};
use crate::numeric::line::Line;

/// The most epochs between two lines.
const MOST_EPOCHS: usize = 1_000;

/// The most steps that are taken in all.
const MOST_STEPS: usize = 20_000;

/// Fewer moves than these tell nothing: the first and the last may be shorter than the rest.
const FEWEST_MOVES: usize = 3;

/// Number of plain steps between the lines of a path. Returns `None` if it is another one each time, or one.
pub(super) fn recognise(rows: &Rows, path: &Path, asked: Asked, rate: f64) -> Option<usize> {
    if !asked.optimizer().is_plain() || !asked.cost().is_squared() || path.moves() < FEWEST_MOVES {
        return None;
    }
    let every = steps(rows, &path.get(1), rate, MOST_EPOCHS).filter(|&every| every > 1)?;
    let last = path.moves() - 1;
    let looked_at = path.moves().min(MOST_STEPS / every).max(FEWEST_MOVES);
    let agrees = (0..looked_at).all(|index| {
        let found = steps(rows, &path.get(index), rate, every);
        match index == 0 || index == last {
            true => found.is_some(),
            false => found == Some(every),
        }
    });
    agrees.then_some(every)
}

/// Number of plain steps, at most `most`, that a move is.
fn steps(rows: &Rows, way: &Move, rate: f64, most: usize) -> Option<usize> {
    let (mut at, mut tolerance) = (way.from, way.rounding);
    (1..=most).find(|_| {
        let reading = rows.reading(GradientSource::Errors, at);
        let rounding = rows.rounding_of(at);
        let [slope, intercept] = reading.gradient;
        at = Line::new(at.slope - rate * slope, at.intercept - rate * intercept);
        tolerance = [0, 1].map(|i| tolerance[i] + 2.0 * rate * reading.tolerance[i] + rounding[i]);
        way.ends_at(pair(at), tolerance)
    })
}
