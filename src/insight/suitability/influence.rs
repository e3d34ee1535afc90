//! The points that move the line most: what it would be without each of them.

use super::extent::{CHANCE, Extent};
use super::standard::{Standard, summary_without};
use crate::data::dataset::Points;
use crate::numeric::line::Line;

/// Cook and Weisberg (1982): a point whose distance exceeds 1 is important. The mark 4/n, which is
/// also in use, lists some points of any data, so that it is no verdict.
pub const FAR: f64 = 1.0;
/// A line that moves by less than this, in typical errors of the other points, stays where it is.
/// It is what counts among many rows, where a distance of 1 moves the line by a hair.
pub const LEAST_MOVE: f64 = 0.1;
/// A line that moves by a whole typical error of the other points has gone elsewhere.
pub const GREAT_MOVE: f64 = 1.0;
/// A point so many standard errors off the line of the others is an outlier wherever it is.
pub const WILD: f64 = 5.0;
/// A point whose leverage exceeds this takes the line along wherever it goes, by three quarters of
/// its way at least.
pub const LEVER: f64 = 0.75;
/// The number of points kept.
const LISTED: usize = 3;
/// With less room than this, 1 − leverage, rounding says what is left of an error.
const LEAST_ROOM: f64 = 1e-9;

/// Influence of one point on the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// Index of the point.
    pub index: usize,
    /// Its x.
    pub x: f64,
    /// Its y.
    pub y: f64,
    /// Leverage: movement of the line at this x when y moves by 1, between 1/n and 1.
    pub leverage: f64,
    /// Cook's distance; ∞ where the other points have no slope without it.
    pub distance: f64,
    /// Change of the slope without it; none where x then has no spread.
    pub turn: Option<f64>,
    /// Rise of the line at x̄ without it, in units of y; 0 where no line is best then.
    pub lift: f64,
    /// Its distance from the line of the other points, in standard errors of that distance.
    pub off: f64,
    /// Distance by which it moves the line at the typical x, in typical errors of the other points.
    pub moved: f64,
}

impl Influence {
    /// The importance of the point. Returns `None` if it is negligible.
    pub fn extent(&self) -> Option<Extent> {
        let is_far = self.distance > FAR;
        let is_off = self.off >= CHANCE && (is_far || self.moved >= GREAT_MOVE);
        let is_lever = self.leverage >= LEVER && is_far;
        if self.moved < LEAST_MOVE {
            None
        } else if is_off || is_lever {
            Some(Extent::Clear)
        } else {
            (is_far || self.off >= WILD).then_some(Extent::Slight)
        }
    }

    /// Whether x has no spread without it.
    pub fn is_alone(&self) -> bool {
        self.turn.is_none()
    }

    /// The influence of one point, from the line without it.
    fn of(standard: &Standard, index: usize) -> Option<Self> {
        let (x, y) = standard.points().get(index)?;
        let (all, rest) = (standard.summary(), summary_without(standard.points(), index));
        let n = standard.n();
        let away = x - all.mean_x();
        let mut influence = Self {
            index,
            x,
            y,
            leverage: (1.0 / n + away * (away / all.sxx())).min(1.0),
            distance: f64::INFINITY,
            turn: None,
            lift: 0.0,
            off: 0.0,
            moved: f64::INFINITY,
        };
        // Where the other x are all but equal, their slope may be too steep for a number.
        let without = rest.least_squares().filter(|line| Line::is_finite(*line));
        let (Some(line), Some(without)) = (all.least_squares(), without) else {
            influence.leverage = 1.0;
            return Some(influence);
        };
        // The movement of the line at the middle of x and in its slope, in deviations of y.
        let (deviation_x, deviation_y) = (all.variance_x().sqrt(), all.variance_y().sqrt());
        let lift = rest.mean_y() + without.slope * (all.mean_x() - rest.mean_x()) - all.mean_y();
        let turn = without.slope - line.slope;
        let moved = (lift / deviation_y).hypot(turn * deviation_x / deviation_y);
        let error = (y - rest.mean_y() - without.slope * (x - rest.mean_x())) / deviation_y;

        let variance = standard.unexplained() * n / (n - 2.0);
        let room = 1.0 - influence.leverage;
        // The squared error of the others about their own line.
        let left = (standard.unexplained() * n - error * error * room).max(0.0);
        let typical = if n > 3.0 { (left / (n - 3.0)).sqrt() } else { 0.0 };
        influence.distance = n * moved * moved / (2.0 * variance);
        (influence.turn, influence.lift) = (Some(turn), lift);
        // 0/0 where the point and all others lie on one line: then it moves nothing.
        influence.off = (error.abs() * room.sqrt() / typical).max(0.0);
        influence.moved = (moved / typical).max(0.0);
        Some(influence)
    }
}

/// Cook's distance of every point from the best line of them all; ∞ where a point alone decides the slope. Returns
/// `None` if they are fewer than three, or x or y has no spread.
pub fn cook_distances(points: &Points) -> Option<Vec<f64>> {
    let standard = Standard::of(points)?;
    let n = standard.n();
    let variance = standard.unexplained() * n / (n - 2.0);
    let distance = |(u, error): (f64, f64)| {
        let leverage = (1.0 + u * u) / n;
        let room = 1.0 - leverage;
        match room < LEAST_ROOM {
            true => f64::INFINITY,
            // 0/0 where all points lie on one line: then none moves it.
            false => (leverage * (error / room).powi(2) / (2.0 * variance)).max(0.0),
        }
    };
    Some(standard.rows().map(distance).collect())
}

/// The most influential points, the greatest distance first.
pub(super) fn influences(standard: &Standard) -> Vec<Influence> {
    let n = standard.n();
    let mut most: Vec<(usize, f64)> = Vec::with_capacity(LISTED + 1);
    for (index, (u, error)) in standard.rows().enumerate() {
        let leverage = (1.0 + u * u) / n;
        let room = 1.0 - leverage;
        // Cook's distance but for a factor that all points share.
        let rank =
            if room < LEAST_ROOM { f64::INFINITY } else { leverage * (error / room).powi(2) };
        if most.len() < LISTED || most.last().is_some_and(|&(_, least)| rank > least) {
            let place = most.partition_point(|&(_, other)| other >= rank);
            most.insert(place, (index, rank));
            most.truncate(LISTED);
        }
    }
    let mut found: Vec<_> =
        most.iter().filter_map(|&(index, _)| Influence::of(standard, index)).collect();
    found.sort_by(|a, b| b.distance.total_cmp(&a.distance));
    found
}
