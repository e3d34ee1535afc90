//! The cost that the reader's program defines, as far as it is known: at the crossings of a grid.

use super::cost_grid::CostGrid;
use crate::descent::objective::Gradient;
use crate::descent::scaling::Coordinates;
use crate::edition::ProgramPackage;
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// The lines over which the cost of a program is known: slopes and intercepts in some coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostArea {
    /// Slopes.
    pub slope: Range,
    /// Intercepts.
    pub intercept: Range,
    /// The coordinates that both are in.
    pub coordinates: Coordinates,
}

/// The cost that the reader's program defines, over an area.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramCost {
    area: CostArea,
    grid: CostGrid,
    /// The finite costs.
    known: Range,
    /// The crossing of the least cost, in data units.
    lowest: Line,
    _full: ProgramPackage,
}

impl ProgramCost {
    /// The cost that is known at the crossings of a grid, with `side` squares along each side of an area: row by row
    /// from the least slope and intercept. Returns `None` if none of them is finite.
    pub fn new(area: CostArea, side: usize, costs: &[f64], full: ProgramPackage) -> Option<Self> {
        let finite = |&(_, cost): &(usize, f64)| cost.is_finite();
        let costs_by_place = || costs.iter().copied().enumerate().filter(finite);
        let (lowest, _) = costs_by_place().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let known = costs_by_place().map(|(_, cost)| cost).fold(Range::EMPTY, Range::including);
        let grid = CostGrid::of_crossings(side, costs);
        let lowest = area.crossing(side, lowest % (side + 1), lowest / (side + 1));
        Some(Self { area, grid, known, lowest, _full: full })
    }

    /// The area that it is known over.
    pub fn area(&self) -> &CostArea {
        &self.area
    }

    /// The least and the greatest of the known costs that are finite.
    pub fn known(&self) -> Range {
        self.known
    }

    /// The line of the least known cost, in data units.
    pub fn lowest(&self) -> Line {
        self.lowest
    }

    /// The least cost that pictures show: 0, unless the costs are far from it or below it.
    pub fn low(&self) -> f64 {
        let Range { min, max } = self.known;
        if (0.0..=0.5 * max).contains(&min) { 0.0 } else { min }
    }

    /// The cost at a line of some coordinates. NaN where it is not known, or no finite number.
    pub fn at(&self, seen: &Coordinates, at: Line) -> f64 {
        let CostArea { slope, intercept, coordinates } = &self.area;
        let at = match seen == coordinates {
            true => at,
            false => coordinates.from_data(seen.to_data(at)),
        };
        if !(about(*slope, at.slope) && about(*intercept, at.intercept)) {
            return f64::NAN;
        }
        let area = (*slope, *intercept);
        let cubic = self.grid.at(area, at);
        if cubic.is_finite() {
            return cubic;
        }
        let linear = self.grid.linear_at(area, at);
        if linear.is_finite() { linear } else { f64::NAN }
    }

    /// The gradient at a line of some coordinates, whose ranges these are; NaN as the cost is.
    pub fn gradient(
        &self,
        seen: &Coordinates,
        at: Line,
        (slopes, intercepts): (Range, Range),
    ) -> Gradient {
        let half = 0.5 / self.grid.side() as f64;
        let (da, db) = (half * slopes.span(), half * intercepts.span());
        let at = |da: f64, db: f64| self.at(seen, Line::new(at.slope + da, at.intercept + db));
        Gradient {
            slope: slope_of([at(-da, 0.0), at(0.0, 0.0), at(da, 0.0)], da),
            intercept: slope_of([at(0.0, -db), at(0.0, 0.0), at(0.0, db)], db),
        }
    }
}

impl CostArea {
    /// The line at a crossing of a grid over the area, in data units.
    pub fn crossing(&self, side: usize, column: usize, row: usize) -> Line {
        let along = |range: Range, step: usize| {
            let share = step as f64 / side as f64;
            range.min + share * range.span()
        };
        let line = Line::new(along(self.slope, column), along(self.intercept, row));
        self.coordinates.to_data(line)
    }
}

/// Whether a value lies in a range, but for rounding.
fn about(range: Range, value: f64) -> bool {
    let slack = 1e-9 * range.span();
    range.min - slack <= value && value <= range.max + slack
}

/// The slope between three values that are so far apart; at an edge, of the two that are known. A lone one is level.
fn slope_of([before, here, after]: [f64; 3], step: f64) -> f64 {
    match (before.is_nan(), after.is_nan()) {
        (false, false) => (after - before) / (2.0 * step),
        (true, false) => (after - here) / step,
        (false, true) => (here - before) / step,
        (true, true) => 0.0,
    }
}
