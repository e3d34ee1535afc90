//! Hit tests: what is at a place of a figure.

use crate::figure::cost::Layout;
use crate::figure::cost_layout::CostLayout;
use crate::figure::data::Plot;
use crate::figure::geometry::Place;
use crate::figure::handles::Handle;
use crate::numeric::line::Line;
use crate::session::Session;

/// The least distance from a point at which it is pointed at, in CSS pixels.
const NEAR: f64 = 22.0;

/// Result of a hit test, and so of a press at the place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit {
    /// Nothing.
    Nothing,
    /// The ball of the chosen run, which can be dragged.
    Ball,
    /// A handle of the line, which can be dragged.
    Line(Handle),
    /// The point of this index.
    Point(usize),
    /// An empty place within the plot, where a start or a point can be put.
    Place,
}

impl Hit {
    /// The name that JavaScript knows it by; empty for nothing.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Ball => "ball",
            Self::Line(_) => "line",
            Self::Point(_) => "point",
            Self::Place => "place",
        }
    }
}

/// The hit at a place of the data; handles and points within `reach` CSS pixels.
pub(super) fn in_data(plot: &Plot, session: &Session, place: Place, reach: f64) -> Hit {
    if let Some(handle) = handle_at(plot, session, place, reach) {
        return Hit::Line(handle);
    }
    match point_at(plot, session, place, reach) {
        Some(index) => Hit::Point(index),
        None if plot.frame.plot.contains(place) => Hit::Place,
        None => Hit::Nothing,
    }
}

/// The hit of a drag from a place of the data: points only while they are edited, and then first.
pub(super) fn draggable_in_data(
    plot: &Plot,
    session: &Session,
    (place, reach): (Place, f64),
    editing: bool,
) -> Hit {
    let point = || point_at(plot, session, place, reach);
    match editing.then(point).flatten() {
        Some(index) => Hit::Point(index),
        None => handle_at(plot, session, place, reach).map_or(Hit::Nothing, Hit::Line),
    }
}

fn handle_at(plot: &Plot, session: &Session, place: Place, reach: f64) -> Option<Handle> {
    let line = session.run().state().line;
    let handles = plot.has_handles().then(|| plot.handles(session.dataset(), line))?;
    handles.at(place, reach)
}

fn point_at(plot: &Plot, session: &Session, place: Place, reach: f64) -> Option<usize> {
    plot.point_at(session.dataset(), place, NEAR.max(reach))
}

/// Whether the ball, with the cost that is shown of it, is within `reach` CSS pixels of a place of the cost.
pub(super) fn is_on_ball(layout: &Layout, ball: (Line, f64), place: Place, reach: f64) -> bool {
    let ball = layout.place(ball.0, ball.1);
    (ball.0 - place.0).hypot(ball.1 - place.1) <= reach
}

/// The line, in data units, whose cost is at a place of the cost. Returns `None` beside the plot.
pub(super) fn line_at(layout: &Layout, session: &Session, place: Place) -> Option<Line> {
    let shown = session.shown_coordinates();
    layout.line_at(place, shown_ball(session)).map(|at| shown.to_data(at))
}

/// The ball of the chosen run, in the coordinates that the views of the cost show.
pub(super) fn shown_ball(session: &Session) -> Line {
    let run = session.run();
    session.shown_coordinates().converted(run.state().at, run.objective().coordinates())
}

/// The point at a place of the data, kept within the plot. Returns `None` if the view has no points
/// at their own places.
pub(super) fn data_at(plot: &Plot, place: Place) -> Option<(f64, f64)> {
    if !plot.has_handles() {
        return None;
    }
    let frame = &plot.frame;
    let (x, y) = frame.plot.nearest(place);
    Some((frame.x.neat_value(x), frame.y.neat_value(y)))
}
