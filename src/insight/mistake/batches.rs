//! Steps made of gradients of some of the rows.

use super::follow::pair;
use super::path::{Move, Path};
use super::rows::Rows;
use crate::numeric::line::Line;

/// How many rows a mini-batch usually has.
const SIZES: [usize; 20] =
    [1, 2, 3, 4, 5, 8, 10, 16, 20, 25, 30, 32, 50, 64, 100, 128, 200, 256, 500, 1_000];

/// Moves that are looked at.
const MOVES: usize = 4;

/// The size of the mini-batches, taken in the order of the rows, that make each move. Returns `None` if there is none.
pub(super) fn in_order(rows: &Rows, path: &Path, rate: f64) -> Option<usize> {
    if path.moves() < 2 {
        return None;
    }
    let count = rows.objective.points().len();
    let sizes = SIZES.into_iter().filter(|&size| size < count);
    let explains = |size: &usize| {
        (0..path.moves().min(MOVES)).all(|index| is_epoch(rows, &path.get(index), rate, *size))
    };
    sizes.into_iter().find(explains)
}

/// Whether a move is an epoch of mini-batches of this size.
fn is_epoch(rows: &Rows, way: &Move, rate: f64, size: usize) -> bool {
    let points = rows.objective.points();
    let (mut at, mut tolerance) = (way.from, way.rounding);
    for (xs, ys) in points.xs().chunks(size).zip(points.ys().chunks(size)) {
        let reading = rows.part(xs, ys, at);
        let rounding = rows.rounding_of(at);
        at = Line::new(
            at.slope - rate * reading.gradient[0],
            at.intercept - rate * reading.gradient[1],
        );
        tolerance = [0, 1].map(|i| tolerance[i] + 2.0 * rate * reading.tolerance[i] + rounding[i]);
    }
    way.ends_at(pair(at), tolerance)
}

/// The rows whose gradients alone make the moves, one row a move. Returns `None` if a move is no row's, or if there are
/// too few to tell.
pub(super) fn single_rows(rows: &Rows, path: &Path, rate: f64) -> Option<Vec<usize>> {
    if path.moves() < 2 || rows.objective.points().len() < 2 {
        return None;
    }
    (0..path.moves().min(MOVES)).map(|index| row_of(rows, &path.get(index), rate)).collect()
}

fn row_of(rows: &Rows, way: &Move, rate: f64) -> Option<usize> {
    let points = rows.objective.points();
    (0..points.len()).find(|&row| {
        let one = row..row + 1;
        let reading = rows.part(&points.xs()[one.clone()], &points.ys()[one], way.from);
        let from = pair(way.from);
        let to = [0, 1].map(|i| from[i] - rate * reading.gradient[i]);
        let tolerance = [0, 1].map(|i| rate * reading.tolerance[i] + way.rounding[i]);
        to != from && way.ends_at(to, tolerance)
    })
}
