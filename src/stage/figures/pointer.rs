//! The pointer: what is pointed at, kept in sight and dragged.

use super::hit::{self, Hit};
use crate::figure::cost::Layout;
use crate::figure::data::Plot;
use crate::figure::frame::hand_step;
use crate::figure::geometry::Place;
use crate::figure::handles::{Handle, Handles};
use crate::numeric::line::Line;
use crate::numeric::notation::neat;
use crate::session::Session;

/// State of the pointer: what is pointed at, kept in sight and dragged.
#[derive(Clone, Debug, Default)]
pub(super) struct Pointer {
    /// The place of the pointer.
    pub place: Place,
    /// The line, in data units, whose cost is pointed at.
    pub ghost: Option<Line>,
    /// The index of the point that is pointed at.
    pub point: Option<usize>,
    /// The index of the point that is kept in sight.
    pub selected: Option<usize>,
    /// The object that is being dragged.
    pub dragged: Option<Dragged>,
}

/// An object that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Dragged {
    /// The ball, in a view of the cost.
    Ball,
    /// The line by one of its handles, as it was when the drag began.
    Line(DraggedLine),
    /// The point of this index.
    Point(usize),
}

/// A line that is dragged by a handle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DraggedLine {
    handle: Handle,
    handles: Handles,
    line: Line,
    /// From the place of the press to the middle of the handle, which keeps that distance: the line does not jump.
    offset: (f64, f64),
}

impl Pointer {
    /// Points at a place of the data; handles and points within `reach` CSS pixels.
    pub fn point_at_data(
        &mut self,
        plot: Option<&Plot>,
        session: &Session,
        (place, reach): (Place, f64),
    ) -> Hit {
        self.place = place;
        self.ghost = None;
        let Some(plot) = plot else { return Hit::Nothing };
        let hit = hit::in_data(plot, session, place, reach);
        self.point = if let Hit::Point(index) = hit { Some(index) } else { None };
        hit
    }

    /// Points at a place of the cost; the ball within `reach` CSS pixels.
    pub fn point_at_cost(
        &mut self,
        layout: Option<&Layout>,
        (session, ball): (&Session, (Line, f64)),
        (place, reach): (Place, f64),
    ) -> Hit {
        self.place = place;
        self.point = None;
        self.ghost = None;
        let Some(layout) = layout else { return Hit::Nothing };
        if hit::is_on_ball(layout, ball, place, reach) {
            return Hit::Ball;
        }
        self.ghost = hit::line_at(layout, session, place);
        if self.ghost.is_some() { Hit::Place } else { Hit::Nothing }
    }

    /// Takes hold of what can be dragged at a place of the data.
    pub fn grab_in_data(
        &mut self,
        plot: Option<&Plot>,
        session: &Session,
        at: (Place, f64),
        editing: bool,
    ) -> Hit {
        self.ghost = None;
        self.dragged = None;
        let Some(plot) = plot else { return Hit::Nothing };
        let hit = hit::draggable_in_data(plot, session, at, editing);
        match hit {
            Hit::Point(index) => {
                self.selected = Some(index);
                self.dragged = Some(Dragged::Point(index));
            }
            Hit::Line(handle) => {
                let line = session.run().state().line;
                let handles = plot.handles(session.dataset(), line);
                let offset = handles.offset(handle, at.0);
                self.dragged = Some(Dragged::Line(DraggedLine { handle, handles, line, offset }));
            }
            Hit::Nothing | Hit::Ball | Hit::Place => {}
        }
        hit
    }

    /// Takes hold of the ball where it is within `reach` CSS pixels of a place of the cost.
    pub fn grab_in_cost(
        &mut self,
        layout: Option<&Layout>,
        ball: (Line, f64),
        (place, reach): (Place, f64),
    ) -> Hit {
        self.ghost = None;
        let on_ball = layout.is_some_and(|layout| hit::is_on_ball(layout, ball, place, reach));
        self.dragged = on_ball.then_some(Dragged::Ball);
        if on_ball { Hit::Ball } else { Hit::Nothing }
    }

    /// Points at nothing.
    pub fn leave(&mut self) {
        self.ghost = None;
        self.point = None;
    }

    /// The point that is pointed at, or else the one that is kept in sight.
    pub fn looked_at(&self, session: &Session) -> Option<(f64, f64)> {
        self.point.or(self.selected).and_then(|index| session.dataset().points().get(index))
    }
}

impl DraggedLine {
    /// The place of the handle while the pointer is at a place. It may lie beyond the plot: a steep line is turned
    /// in one go.
    fn handle_at(&self, (x, y): Place) -> Place {
        (x + self.offset.0, y + self.offset.1)
    }

    /// The line after it was dragged to a place of the data.
    pub fn at(&self, plot: &Plot, place: Place) -> Line {
        let frame = &plot.frame;
        let line = self.handles.dragged(self.handle, frame, self.line, self.handle_at(place));
        let unit = hand_step(frame.y.range());
        let intercept = neat(line.intercept, unit);
        match self.handle {
            // Only the height changes, and no digit of the slope.
            Handle::Middle => Line { intercept, ..line },
            Handle::End => Line::new(neat(line.slope, unit / frame.x.range().span()), intercept),
        }
    }
}

/// The index of the point that follows another by x, or precedes it; after the last comes the first.
pub(super) fn next_by_x(xs: &[f64], from: Option<usize>, back: bool) -> Option<usize> {
    // Among equals the index decides, so that every point has its turn.
    let place = |&index: &usize| (if back { -xs[index] } else { xs[index] }, index);
    let before = |a: &usize, b: &usize| {
        let ((x, i), (other_x, other_i)) = (place(a), place(b));
        x.total_cmp(&other_x).then(i.cmp(&other_i))
    };
    let all = || 0..xs.len();
    let later =
        from.and_then(|from| all().filter(|index| before(index, &from).is_gt()).min_by(before));
    later.or_else(|| all().min_by(before))
}
