//! The cost that the reader's program defines over the windows that are looked at: a grid each, coarse first.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::edition::ProgramPackage;
use crate::figure::program_cost::{CostArea, ProgramCost};
use crate::numeric::line::Line;

/// Squares along each side of a grid, from coarse to fine: a crossing of one is a crossing of the next. The finest
/// has 46² = 2,116 crossings.
const SIDES: [usize; 3] = [5, 15, 45];
const FINEST: usize = SIDES[SIDES.len() - 1];
/// The most lines that a program is asked for at once, so that it is soon free for another window.
const AT_ONCE: usize = 128;
/// The grids that are kept.
const KEPT: usize = 8;

/// Lines whose cost a program is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CostRequest {
    /// Number that the answer is given back with.
    pub ticket: u32,
    /// Slope and intercept in turn, in data units.
    pub lines: Vec<f64>,
}

/// The cost that a program defines, over the windows that were looked at.
#[derive(Clone, Debug)]
pub struct ProgramCosts {
    /// The crossings, coarse grids first.
    order: Vec<usize>,
    grids: Vec<KnownCosts>,
    wanted: Option<CostArea>,
    shown: Option<ShownCost>,
    /// The line of the ball, in data units, whose cost is to be known to the last digit.
    ball: Option<Line>,
    /// The ticket of the request for it that was made last, and its line.
    asked: Option<(u32, Line)>,
    /// The line whose cost is known, and that.
    at_ball: Option<(Line, f64)>,
    full: ProgramPackage,
}

/// A cost that is shown.
#[derive(Clone, Debug)]
pub struct ShownCost {
    /// The cost.
    pub cost: Arc<ProgramCost>,
    /// A number that no other cost of any program has.
    pub version: (u32, usize),
}

/// Costs at the crossings over one area.
#[derive(Clone, Debug)]
struct KnownCosts {
    ticket: u32,
    area: CostArea,
    /// By crossing; NaN where not known yet.
    costs: Vec<f64>,
    /// How many are known, in their order.
    known: usize,
    picture: Option<ShownCost>,
}

impl ProgramCosts {
    /// The cost of a program, of which nothing is known yet.
    pub fn new(full: ProgramPackage) -> Self {
        Self {
            order: order(),
            grids: Vec::new(),
            wanted: None,
            shown: None,
            ball: None,
            asked: None,
            at_ball: None,
            full,
        }
    }

    /// Notes where the ball stands, in data units.
    pub fn follow_ball(&mut self, line: Line) {
        self.ball = Some(line).filter(|line| line.is_finite());
    }

    /// The cost of a line, as the program has computed it. Returns `None` if it was not asked for that.
    pub fn exact(&self, line: Line) -> Option<f64> {
        self.at_ball.filter(|(known, _)| *known == line).map(|(_, cost)| cost)
    }

    /// Notes the area that is looked at.
    pub fn look_at(&mut self, area: CostArea) {
        if self.wanted == Some(area) {
            return;
        }
        self.wanted = Some(area);
        if let Some(picture) = self.looked_at().and_then(|grid| grid.picture.clone()) {
            self.shown = Some(picture);
        }
    }

    fn looked_at(&self) -> Option<&KnownCosts> {
        self.grids.iter().find(|grid| Some(grid.area) == self.wanted)
    }

    /// The next lines whose cost is wanted. Returns `None` if all are known.
    pub fn request(&mut self) -> Option<CostRequest> {
        let area = self.wanted?;
        let has_begun = self.looked_at().is_some_and(|grid| grid.known > 0);
        if let Some(line) = self.ball.filter(|line| has_begun && self.exact(*line).is_none()) {
            let ticket = new_ticket();
            self.asked = Some((ticket, line));
            return Some(CostRequest { ticket, lines: vec![line.slope, line.intercept] });
        }
        if self.looked_at().is_none() {
            self.grids.drain(..(self.grids.len() + 1).saturating_sub(KEPT));
            self.grids.push(KnownCosts::new(area));
        }
        let grid = self.looked_at()?;
        let lines = grid.next(&self.order).iter().flat_map(|&crossing| {
            let (row, column) = (crossing / (FINEST + 1), crossing % (FINEST + 1));
            let line = area.crossing(FINEST, column, row);
            [line.slope, line.intercept]
        });
        let lines: Vec<f64> = lines.collect();
        (!lines.is_empty()).then_some(CostRequest { ticket: grid.ticket, lines })
    }

    /// Takes the costs that were requested with a ticket. Those of an area that is looked at no more are kept for when
    /// it is again; those of another program are left out.
    pub fn take(&mut self, ticket: u32, costs: &[f64]) {
        if let (Some((_, line)), &[cost]) = (self.asked.filter(|asked| asked.0 == ticket), costs) {
            self.at_ball = Some((line, cost));
            return;
        }
        let Some(grid) = self.grids.iter_mut().find(|grid| grid.ticket == ticket) else { return };
        grid.take(&self.order, costs, self.full);
        if Some(grid.area) == self.wanted && grid.picture.is_some() {
            self.shown = grid.picture.clone();
        }
    }

    /// The cost to show: over the area that is looked at, or as long as that is not known, over the one before. Returns
    /// `None` where no finite cost is known.
    pub fn shown(&self) -> Option<&ShownCost> {
        self.shown.as_ref()
    }

    /// How many crossings of the area that is looked at have no finite cost, and how many are known.
    pub fn not_finite(&self) -> (usize, usize) {
        let Some(grid) = self.looked_at() else { return (0, 0) };
        let known = self.order.iter().take(grid.known);
        (known.filter(|&&crossing| !grid.costs[crossing].is_finite()).count(), grid.known)
    }
}

impl KnownCosts {
    fn new(area: CostArea) -> Self {
        let costs = vec![f64::NAN; (FINEST + 1) * (FINEST + 1)];
        Self { ticket: new_ticket(), area, costs, known: 0, picture: None }
    }

    /// The crossings that are wanted next: of one grid, and not too many.
    fn next<'a>(&self, order: &'a [usize]) -> &'a [usize] {
        let ends = SIDES.map(|side| (side + 1) * (side + 1));
        let end = ends.into_iter().find(|&end| end > self.known).unwrap_or(self.known);
        &order[self.known..end.min(self.known + AT_ONCE)]
    }

    fn take(&mut self, order: &[usize], costs: &[f64], full: ProgramPackage) {
        let next = self.next(order);
        if next.len() != costs.len() {
            return;
        }
        for (&crossing, &cost) in next.iter().zip(costs) {
            self.costs[crossing] = cost;
        }
        self.known += costs.len();
        for (level, side) in SIDES.into_iter().enumerate() {
            if (side + 1) * (side + 1) == self.known {
                let cost = ProgramCost::new(self.area, side, &self.on_grid(side), full);
                let version = (self.ticket, level);
                self.picture = cost.map(|cost| ShownCost { cost: Arc::new(cost), version });
            }
        }
    }

    /// The costs at the crossings of a coarser grid.
    fn on_grid(&self, side: usize) -> Vec<f64> {
        let apart = FINEST / side;
        let crossings = || (0..=side).map(move |step| step * apart);
        let row = |row| crossings().map(move |column| row * (FINEST + 1) + column);
        crossings().flat_map(row).map(|crossing| self.costs[crossing]).collect()
    }
}

/// A number that no other request has.
fn new_ticket() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// The crossings of the finest grid, those of coarser ones first.
fn order() -> Vec<usize> {
    let level = |step: usize| {
        SIDES.iter().position(|side| step.is_multiple_of(FINEST / side)).unwrap_or(SIDES.len())
    };
    let mut order: Vec<usize> = (0..(FINEST + 1) * (FINEST + 1)).collect();
    order
        .sort_by_key(|crossing| level(crossing / (FINEST + 1)).max(level(crossing % (FINEST + 1))));
    order
}
