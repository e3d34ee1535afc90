//! The cost over a window, for pictures that evaluate it at a hundred thousand lines.

use std::sync::Arc;

use super::cost_grid::CostGrid;
use super::program_cost::ProgramCost;
use super::window::Window;
use crate::descent::objective::{Gradient, Objective};
use crate::descent::scaling::Coordinates;
use crate::edition::ProgramPackage;
use crate::numeric::line::Line;

/// Squares along each side of the grid.
const SIDE: usize = 64;
/// The most points that the cost is summed over directly for each pixel.
const DIRECT: usize = 40;

/// The cost over a window: computed from the sums or from few points directly, else interpolated on a
/// grid. Lines are in the coordinates of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Landscape {
    window: Window,
    ground: Ground,
}

/// The cost that a landscape is of.
#[derive(Clone, Debug, PartialEq)]
enum Ground {
    /// The page's.
    Page(Box<PageGround>),
    /// The one that the reader's program defines, seen in these coordinates.
    Program(Arc<ProgramCost>, Coordinates, ProgramPackage),
}

/// The page's cost over a window.
#[derive(Clone, Debug, PartialEq)]
struct PageGround {
    objective: Objective,
    grid: Option<CostGrid>,
    /// The cost at the lowest place: the least cost, or the least in the window where there is none.
    floor: f64,
}

impl Landscape {
    /// The landscape of an objective over a window.
    pub fn new(objective: &Objective, window: &Window) -> Self {
        let grid = (objective.approximation_effort() > DIRECT).then(|| {
            let area = (window.slope, window.intercept);
            CostGrid::of(area, SIDE, |line| objective.approximate_value(line))
        });
        let floor = if !objective.has_least() {
            let corners = window.corners().map(|corner| objective.value(corner));
            corners.into_iter().fold(f64::INFINITY, f64::min)
        } else {
            objective.least()
        };
        let ground =
            Ground::Page(Box::new(PageGround { objective: objective.clone(), grid, floor }));
        Self { window: *window, ground }
    }

    /// The landscape of the cost that the reader's program defines, over a window in these coordinates.
    pub fn of_program(
        cost: &Arc<ProgramCost>,
        seen: &Coordinates,
        window: &Window,
        full: ProgramPackage,
    ) -> Self {
        Self { window: *window, ground: Ground::Program(cost.clone(), *seen, full) }
    }

    /// The window.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Whether it is the cost that the reader's program defines.
    pub fn is_of_program(&self) -> bool {
        matches!(self.ground, Ground::Program(..))
    }

    /// Whether it is a tilted plane.
    pub fn is_plane(&self) -> bool {
        match &self.ground {
            Ground::Page(page) => !page.objective.has_least(),
            Ground::Program(..) => false,
        }
    }

    /// Whether every part of it is known to be a bowl or a plane.
    pub fn is_convex(&self) -> bool {
        !self.is_of_program()
    }

    /// J at a line, in data units; NaN where it is not known, or no finite number.
    pub fn cost(&self, at: Line) -> f64 {
        match &self.ground {
            Ground::Page(page) => page.objective.unit() * page.value(&self.window, at),
            Ground::Program(cost, seen, _) => cost.at(seen, at),
        }
    }

    /// The least J that is drawn, in data units.
    pub fn low(&self) -> f64 {
        match &self.ground {
            Ground::Page(page) if self.is_plane() => page.objective.unit() * page.floor,
            Ground::Page(_) => 0.0,
            Ground::Program(cost, ..) => cost.low(),
        }
    }

    /// The J at the corners, in data units. Nothing in the window is higher.
    pub fn corner_costs(&self) -> [f64; 4] {
        match &self.ground {
            Ground::Page(_) => self.window.corners().map(|corner| self.cost(corner)),
            Ground::Program(cost, ..) => [cost.known().max; 4],
        }
    }

    /// The excess of the cost at a line over the lowest place; NaN as the cost is.
    pub fn excess(&self, at: Line) -> f64 {
        match &self.ground {
            Ground::Page(page) => page.excess(&self.window, at),
            Ground::Program(cost, seen, _) => {
                let excess = cost.at(seen, at) - cost.known().min;
                // Between crossings it may dip below them.
                if excess < 0.0 { 0.0 } else { excess }
            }
        }
    }

    /// The greatest excess in the window.
    pub fn greatest_excess(&self) -> f64 {
        let excess = match &self.ground {
            // What is convex is highest at a corner.
            Ground::Page(_) => self.window.corners().map(|corner| self.excess(corner)),
            Ground::Program(cost, ..) => [cost.known().span(); 4],
        };
        excess.into_iter().fold(f64::MIN_POSITIVE, f64::max)
    }

    /// The gradient of the cost at a line.
    pub fn gradient(&self, at: Line) -> Gradient {
        let Window { slope, intercept, .. } = self.window;
        match &self.ground {
            Ground::Page(page) => page.gradient(&self.window, at),
            Ground::Program(cost, seen, _) => cost.gradient(seen, at, (slope, intercept)),
        }
    }
}

impl PageGround {
    fn grid(&self) -> Option<&CostGrid> {
        self.grid.as_ref().filter(|_| self.objective.needs_points())
    }

    fn value(&self, window: &Window, at: Line) -> f64 {
        match self.grid() {
            Some(grid) => grid.at((window.slope, window.intercept), at),
            None => self.objective.approximate_value(at),
        }
    }

    fn excess(&self, window: &Window, at: Line) -> f64 {
        match self.grid() {
            Some(_) => (self.value(window, at) - self.floor).max(0.0),
            None if !self.objective.has_least() => self.objective.value(at) - self.floor,
            None => self.objective.approximate_excess(at),
        }
    }

    fn gradient(&self, window: &Window, at: Line) -> Gradient {
        let Some(grid) = self.grid() else {
            return self.objective.full_gradient(at);
        };
        let area = (window.slope, window.intercept);
        let (a, b) = (window.slope.span(), window.intercept.span());
        let step = 0.5 / SIDE as f64;
        let slope = |da: f64| grid.at(area, Line::new(at.slope + da, at.intercept));
        let intercept = |db: f64| grid.at(area, Line::new(at.slope, at.intercept + db));
        Gradient {
            slope: (slope(step * a) - slope(-step * a)) / (2.0 * step * a),
            intercept: (intercept(step * b) - intercept(-step * b)) / (2.0 * step * b),
        }
    }
}
