//! Costs at the crossings of a grid over slopes and intercepts, and between them.

use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// The slopes and intercepts that a grid lies over.
pub type Area = (Range, Range);

/// Costs at the crossings of a grid, one more on every side, and cubic between them.
#[derive(Clone, Debug, PartialEq)]
pub struct CostGrid {
    /// Squares along each side.
    side: usize,
    costs: Vec<f64>,
}

impl CostGrid {
    /// The grid of a cost over an area, with so many squares along each side.
    pub fn of((slopes, intercepts): Area, side: usize, cost: impl Fn(Line) -> f64) -> Self {
        let along = |range: Range, step: usize| {
            range.min + (step as f64 - 1.0) / side as f64 * range.span()
        };
        let crossings = side + 3;
        let costs = (0..crossings).flat_map(|row| {
            let cost = &cost;
            (0..crossings)
                .map(move |column| cost(Line::new(along(slopes, column), along(intercepts, row))))
        });
        Self { side, costs: costs.collect() }
    }

    /// The grid of costs that are known at its crossings alone, row by row from the least slope and intercept:
    /// `side + 1` rows of as many. Around them it goes on straight.
    pub fn of_crossings(side: usize, known: &[f64]) -> Self {
        let (inner, crossings) = (side + 1, side + 3);
        let mut costs = vec![f64::NAN; crossings * crossings];
        for (row, known) in known.chunks_exact(inner).enumerate().take(inner) {
            let from = (row + 1) * crossings + 1;
            costs[from..from + inner].copy_from_slice(known);
        }
        let mut extend = |edge: usize, inward: usize| {
            let at = |step: usize| edge + step * inward;
            costs[at(0)] = 2.0 * costs[at(1)] - costs[at(2)];
            costs[at(inner + 1)] = 2.0 * costs[at(inner)] - costs[at(inner - 1)];
        };
        (1..=inner).for_each(|row| extend(row * crossings, 1));
        (0..crossings).for_each(|column| extend(column, crossings));
        Self { side, costs }
    }

    /// Squares along each side.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The cost at a line, by the cubic splines of Catmull and Rom (1974). Beyond the area it is that at the edge.
    pub fn at(&self, area: Area, at: Line) -> f64 {
        let [(column, across), (row, up)] = self.position(area, at);
        let (across, up) = (weights(across), weights(up));
        let mut sum = 0.0;
        for (step, weight) in up.into_iter().enumerate() {
            let from = (row + step) * (self.side + 3) + column;
            let costs = &self.costs[from..from + 4];
            sum +=
                weight * costs.iter().zip(across).map(|(cost, weight)| cost * weight).sum::<f64>();
        }
        sum
    }

    /// The cost at a line, straight between the nearest crossings: finite wherever those are.
    pub fn linear_at(&self, area: Area, at: Line) -> f64 {
        let [columns, rows] = self
            .position(area, at)
            .map(|(first, share)| [(first + 1, 1.0 - share), (first + 2, share)]);
        let corners = rows.into_iter().flat_map(|(row, up)| {
            columns.map(|(column, across)| (row * (self.side + 3) + column, up * across))
        });
        // A crossing without a share may be no number.
        corners.filter(|&(_, share)| share != 0.0).map(|(at, share)| share * self.costs[at]).sum()
    }

    /// Along slopes and along intercepts, the first of the four crossings around a line, and the line's share of the way
    /// between the middle two.
    fn position(&self, (slopes, intercepts): Area, at: Line) -> [(usize, f64); 2] {
        let side = self.side as f64;
        [(at.slope, slopes), (at.intercept, intercepts)].map(|(value, range)| {
            let steps = ((value - range.min) / range.span() * side).clamp(0.0, side);
            let whole = steps.floor().min(side - 1.0);
            (whole as usize, steps - whole)
        })
    }
}

/// The weights of four neighbours at `t` between the middle two.
fn weights(t: f64) -> [f64; 4] {
    [
        0.5 * t * (t * (2.0 - t) - 1.0),
        0.5 * (t * t * (3.0 * t - 5.0) + 2.0),
        0.5 * t * (t * (4.0 - 3.0 * t) + 1.0),
        0.5 * t * t * (t - 1.0),
    ]
}
