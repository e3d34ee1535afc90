//! The cost over a window, for pictures that evaluate it at a hundred thousand lines.

use super::window::Window;
use crate::descent::objective::{Gradient, Objective};
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// Squares along each side of the grid.
const SIDE: usize = 64;
/// The most points that the cost is summed over directly for each pixel.
const DIRECT: usize = 40;

/// The cost over a window: computed from the sums or from few points directly, else interpolated on a
/// grid. Lines are in the coordinates of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Landscape {
    objective: Objective,
    window: Window,
    grid: Option<CostGrid>,
    /// The cost at the lowest place: the least cost, or the least in the window where there is none.
    floor: f64,
}

impl Landscape {
    /// The landscape of an objective over a window.
    pub fn new(objective: &Objective, window: &Window) -> Self {
        let grid =
            (objective.approximation_effort() > DIRECT).then(|| CostGrid::of(objective, window));
        let floor = if !objective.has_least() {
            let corners = window.corners().map(|corner| objective.value(corner));
            corners.into_iter().fold(f64::INFINITY, f64::min)
        } else {
            objective.least()
        };
        Self { objective: objective.clone(), window: *window, grid, floor }
    }

    fn grid(&self) -> Option<&CostGrid> {
        self.grid.as_ref().filter(|_| self.objective.needs_points())
    }

    /// The window.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Whether it is a tilted plane.
    pub fn is_plane(&self) -> bool {
        !self.objective.has_least()
    }

    /// J at a line, in data units.
    pub fn cost(&self, at: Line) -> f64 {
        let value = match self.grid() {
            Some(grid) => grid.at(&self.window, at),
            None => self.objective.approximate_value(at),
        };
        self.objective.unit() * value
    }

    /// The least J that is drawn, in data units.
    pub fn low(&self) -> f64 {
        match self.is_plane() {
            true => self.objective.unit() * self.floor,
            false => 0.0,
        }
    }

    /// The excess of the cost at a line over the lowest place.
    pub fn excess(&self, at: Line) -> f64 {
        match self.grid() {
            Some(grid) => (grid.at(&self.window, at) - self.floor).max(0.0),
            None if self.is_plane() => self.objective.value(at) - self.floor,
            None => self.objective.approximate_excess(at),
        }
    }

    /// The gradient of the cost at a line.
    pub fn gradient(&self, at: Line) -> Gradient {
        let Some(grid) = self.grid() else {
            return self.objective.full_gradient(at);
        };
        let (a, b) = (self.window.slope.span(), self.window.intercept.span());
        let step = 0.5 / SIDE as f64;
        let slope = |da: f64| grid.at(&self.window, Line::new(at.slope + da, at.intercept));
        let intercept = |db: f64| grid.at(&self.window, Line::new(at.slope, at.intercept + db));
        Gradient {
            slope: (slope(step * a) - slope(-step * a)) / (2.0 * step * a),
            intercept: (intercept(step * b) - intercept(-step * b)) / (2.0 * step * b),
        }
    }
}

/// Costs at the crossings of a grid, one more on every side, and cubic between them.
#[derive(Clone, Debug, PartialEq)]
struct CostGrid(Vec<f64>);

/// Crossings along each side.
const CROSSINGS: usize = SIDE + 3;

impl CostGrid {
    fn of(objective: &Objective, window: &Window) -> Self {
        let along = |range: Range, step: usize| {
            range.min + (step as f64 - 1.0) / SIDE as f64 * range.span()
        };
        let crossings = (0..CROSSINGS).flat_map(|row| {
            (0..CROSSINGS).map(move |column| {
                let slope = along(window.slope, column);
                objective.approximate_value(Line::new(slope, along(window.intercept, row)))
            })
        });
        Self(crossings.collect())
    }

    /// The cost at a line, by the cubic splines of Catmull and Rom (1974).
    fn at(&self, window: &Window, at: Line) -> f64 {
        let position = |value: f64, range: Range| {
            let steps = ((value - range.min) / range.span() * SIDE as f64).clamp(0.0, SIDE as f64);
            let whole = steps.floor().min((SIDE - 1) as f64);
            (whole as usize, weights(steps - whole))
        };
        let (column, across) = position(at.slope, window.slope);
        let (row, up) = position(at.intercept, window.intercept);
        let mut sum = 0.0;
        for (step, weight) in up.into_iter().enumerate() {
            let from = (row + step) * CROSSINGS + column;
            let costs = &self.0[from..from + 4];
            sum +=
                weight * costs.iter().zip(across).map(|(cost, weight)| cost * weight).sum::<f64>();
        }
        sum
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
