//! Definitions of the reader's program beside its lines, as far as the figures know them: a cost, and predictions.

mod costs;

pub use costs::CostRequest;
use costs::ProgramCosts;
pub(super) use costs::ShownCost;

use crate::data::summary::Summary;
use crate::edition::ProgramPackage;
use crate::figure::program_cost::CostArea;
use crate::figure::program_curve::ProgramCurve;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::session::Session;

/// Definitions of a program.
///
/// | field | range | meaning |
/// |---|---|---|
/// | `cost` | | `cost(a, b)` |
/// | `predict` | | `predict(x, a, b)` |
/// | `stride` | 1 or more | one of so many rows is what the cost is computed on |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definitions {
    /// Whether it defines `cost(a, b)`.
    pub cost: bool,
    /// Whether it defines `predict(x, a, b)`.
    pub predict: bool,
    /// One of so many rows is what the cost is computed on.
    pub stride: usize,
}

/// Places for which a program is asked for its predictions, with a slope and an intercept.
#[derive(Clone, Debug, PartialEq)]
pub struct CurveRequest {
    /// Places along x.
    pub xs: Vec<f64>,
    /// Slope and intercept.
    pub line: Line,
}

/// Definitions of a program, as far as the figures know them.
#[derive(Clone, Debug)]
pub(super) struct ProgramPictures {
    /// The data that the program had.
    of: Summary,
    /// One of so many rows is what the cost is computed on.
    pub stride: usize,
    /// The cost, if the program defines one.
    pub costs: Option<ProgramCosts>,
    /// Whether the page's own cost is shown in the stead of the program's.
    pub hides_cost: bool,
    predicts: bool,
    /// The line of the program's run as it is shown, in data units.
    line: Option<Line>,
    curve: Option<ProgramCurve>,
    /// The request for a curve that was made last.
    asked: Option<(Range, Line)>,
    full: ProgramPackage,
}

impl ProgramPictures {
    /// Definitions of a program on some data, of which nothing is known yet.
    pub fn new(of: Summary, defined: Definitions, full: ProgramPackage) -> Self {
        Self {
            of,
            stride: defined.stride.max(1),
            costs: defined.cost.then(|| ProgramCosts::new(full)),
            hides_cost: false,
            predicts: defined.predict,
            line: None,
            curve: None,
            asked: None,
            full,
        }
    }

    /// Whether the program had the data that are in use.
    pub fn is_of(&self, session: &Session) -> bool {
        self.of == *session.dataset().summary()
    }

    /// The predictions that the figures want to know next, along a range of x. Returns `None` if they know them, or have
    /// asked.
    pub fn curve_request(&mut self, session: &Session, xs: Range) -> Option<CurveRequest> {
        // Before it is drawn for the first time, it is where the run is.
        let line = self.line.or_else(|| Some(session.program_run()?.state().line))?;
        let is_known = self.asked == Some((xs, line));
        if !self.predicts || is_known || !self.is_of(session) || !line.is_finite() {
            return None;
        }
        self.asked = Some((xs, line));
        Some(CurveRequest { xs: ProgramCurve::places(xs), line })
    }

    /// Takes the predictions that were requested last.
    pub fn take_curve(&mut self, predictions: &[f64]) {
        if let Some((xs, line)) = self.asked {
            self.curve = ProgramCurve::new(xs, line, predictions, self.full);
        }
    }

    /// Notes the lines that the views of the cost look at, and the one that is shown of the program's run.
    pub fn look_at(&mut self, area: CostArea, line: Option<Line>) {
        self.line = line;
        if let Some(costs) = &mut self.costs {
            costs.look_at(area);
        }
    }

    /// The cost to show in the place of the page's.
    pub fn shown_cost(&self, session: &Session) -> Option<&ShownCost> {
        let costs = self.costs.as_ref().filter(|_| !self.hides_cost && self.is_of(session))?;
        costs.shown()
    }

    /// The curve to draw over the points in the place of the program's line.
    pub fn shown_curve(&self, session: &Session) -> Option<&ProgramCurve> {
        let curve = self.curve.as_ref().filter(|curve| !curve.is_line())?;
        (self.is_of(session) && session.program_run().is_some()).then_some(curve)
    }
}
