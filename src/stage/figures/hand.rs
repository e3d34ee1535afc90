//! Pointing at the figures, and changing start, points and camera in them. Places are in CSS pixels
//! from the upper left corner of the figure.

use super::hit::{self, Hit};
use super::pointer::{Dragged, next_by_x};
use super::{Figures, Page};
use crate::data::editing::{Change, EditError};
use crate::descent::error::SettingError;
use crate::descent::settings::Start;
use crate::figure::cost_layout::CostLayout;
use crate::figure::geometry::Place;
use crate::figure::still::Subject;
use crate::numeric::line::Line;
use crate::numeric::notation::neat;
use crate::session::Session;
use crate::stage::layers::ResizableBackend;

/// Why a hand could not change what it tried to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandError {
    /// The run cannot start there.
    #[error(transparent)]
    Start(#[from] SettingError),
    /// The points cannot be changed so.
    #[error(transparent)]
    Edit(#[from] EditError),
}

impl<B: ResizableBackend> Figures<B> {
    /// Points at a place of a figure; handles, points and the ball are found within `reach` CSS
    /// pixels.
    pub fn point(&mut self, figure: Subject, place: Place, reach: f64, page: &Page) -> Hit {
        let (session, at) = (page.session(), (place, reach));
        let ball = self.ball(session);
        match figure {
            Subject::Data => self.pointer.point_at_data(self.data.layout(), session, at),
            Subject::Cost => {
                self.pointer.point_at_cost(self.cost.cached.layout(), (session, ball), at)
            }
            Subject::History => Hit::Nothing,
        }
    }

    /// The ball of the chosen run in the coordinates that are shown, and the cost that it is shown at.
    fn ball(&self, session: &Session) -> (Line, f64) {
        let state = session.run().state();
        let cost = self.program_cost_at(session, state.at).unwrap_or(state.cost);
        (hit::shown_ball(session), cost)
    }

    /// Points at nothing.
    pub fn leave(&mut self) {
        self.pointer.leave();
    }

    /// Keeps the point in sight that is pointed at, or none.
    pub fn select(&mut self) {
        self.pointer.selected = self.pointer.point;
    }

    /// Keeps the point of this index in sight.
    pub fn select_point(&mut self, index: usize) {
        self.pointer.selected = Some(index);
    }

    /// The index of the point that is kept in sight.
    pub fn selected_point(&self) -> Option<usize> {
        self.pointer.selected
    }

    /// Goes to the next point by x, or the one before, and keeps it in sight.
    pub fn next_point(&mut self, page: &Page, back: bool) {
        let points = page.session().dataset().points();
        self.pointer.point = None;
        self.pointer.selected = next_by_x(points.xs(), self.pointer.selected, back);
    }

    /// Takes hold of what can be dragged at a place of a figure; points only while they are edited.
    pub fn grab(
        &mut self,
        figure: Subject,
        place: Place,
        reach: f64,
        page: &Page,
        editing: bool,
    ) -> Hit {
        let (session, at) = (page.session(), (place, reach));
        let ball = self.ball(session);
        match figure {
            Subject::Data => self.pointer.grab_in_data(self.data.layout(), session, at, editing),
            Subject::Cost => self.pointer.grab_in_cost(self.cost.cached.layout(), ball, at),
            Subject::History => Hit::Nothing,
        }
    }

    /// Takes hold of the ball, wherever it is: the next drag brings it.
    pub fn grab_ball(&mut self) {
        self.pointer.dragged = Some(Dragged::Ball);
    }

    /// Drags what is held to a place. A dragged ball or line makes a new start.
    ///
    /// # Errors
    /// When the run cannot start there, or the point cannot be there.
    pub fn drag(&mut self, place: Place, page: &mut Page) -> Result<(), HandError> {
        match self.pointer.dragged {
            Some(Dragged::Ball) => self.bring_ball(place, page),
            Some(Dragged::Line(dragged)) => match self.data.layout() {
                Some(plot) => self.start_at(dragged.at(plot, place), page),
                None => Ok(()),
            },
            Some(Dragged::Point(index)) => {
                if let Some(to) = self.data.layout().and_then(|plot| hit::data_at(plot, place)) {
                    page.change_points(Change::Move { index, to })?;
                }
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Lets go of what is held.
    pub fn release(&mut self, page: &mut Page) {
        self.pointer.dragged = None;
        page.session_mut().end_move();
    }

    /// Taps at a place of a figure: a new start in the cost, a new point in the data. Returns
    /// whether there is something to tap at.
    ///
    /// # Errors
    /// When the run cannot start there, or no point can be there.
    pub fn tap(
        &mut self,
        figure: Subject,
        place: Place,
        page: &mut Page,
    ) -> Result<bool, HandError> {
        match figure {
            Subject::Data => {
                let plot = self.data.layout().filter(|plot| plot.frame.plot.contains(place));
                let Some(point) = plot.and_then(|plot| hit::data_at(plot, place)) else {
                    return Ok(false);
                };
                self.pointer.selected = Some(page.change_points(Change::Add(point))?);
                Ok(true)
            }
            Subject::Cost => {
                let layout = self.cost.cached.layout();
                let line = layout.and_then(|layout| hit::line_at(layout, page.session(), place));
                match line {
                    Some(line) => self.start_at(line, page).map(|()| true),
                    None => Ok(false),
                }
            }
            Subject::History => Ok(false),
        }
    }

    /// Moves the ball by hundredths of the window: a new start. Does nothing on the surface.
    ///
    /// # Errors
    /// When the run cannot start there.
    pub fn nudge(&mut self, right: f64, up: f64, page: &mut Page) -> Result<(), HandError> {
        let session = page.session();
        let layout = self.cost.cached.layout();
        match layout.and_then(|layout| layout.nudged(hit::shown_ball(session), right, up)) {
            Some(at) => self.start_at(session.shown_coordinates().to_data(at), page),
            None => Ok(()),
        }
    }

    /// Adds a point in the middle of the plot, and keeps it in sight.
    ///
    /// # Errors
    /// When the points cannot be changed.
    pub fn add_point(&mut self, page: &mut Page) -> Result<(), HandError> {
        let plot = self.data.layout();
        let point = plot.and_then(|plot| hit::data_at(plot, plot.frame.plot.middle()));
        if let Some(point) = point {
            self.pointer.selected = Some(page.change_points(Change::Add(point))?);
        }
        Ok(())
    }

    /// Moves the point that is kept in sight by hundredths of the axes.
    ///
    /// # Errors
    /// When none is kept in sight, or it cannot be there.
    pub fn move_point(&mut self, right: f64, up: f64, page: &mut Page) -> Result<(), HandError> {
        let Some(plot) = self.data.layout() else { return Ok(()) };
        let index = self.pointer.selected.ok_or(EditError::NoPoint)?;
        let (x, y) = (plot.frame.x.range().span() / 100.0, plot.frame.y.range().span() / 100.0);
        let points = page.session().dataset().points();
        let from = points.get(index).ok_or(EditError::NoPoint)?;
        let to = (neat(from.0 + right * x, 0.1 * x), neat(from.1 + up * y, 0.1 * y));
        page.change_points(Change::Move { index, to })?;
        Ok(())
    }

    /// Deletes the point that is kept in sight.
    ///
    /// # Errors
    /// When none is kept in sight, or the points would be too few.
    pub fn delete_point(&mut self, page: &mut Page) -> Result<(), HandError> {
        page.change_points(Change::Delete(self.pointer.selected.unwrap_or(usize::MAX)))?;
        self.pointer.selected = None;
        self.pointer.point = None;
        Ok(())
    }

    /// Comes so many times closer to a place of the surface.
    pub fn zoom(&mut self, factor: f64, (x, y): Place, page: &mut Page) {
        let (width, height) = self.cost.cached.layers().size();
        let view = &mut page.session_mut().view;
        view.camera = view.camera.zoomed(factor, (x / width - 0.5, y / height - 0.5));
    }

    /// Starts anew at a place of the cost; beside the surface there is none.
    fn bring_ball(&mut self, place: Place, page: &mut Page) -> Result<(), HandError> {
        let Some(layout) = self.cost.cached.layout() else { return Ok(()) };
        match hit::line_at(layout, page.session(), layout.nearest(place)) {
            Some(line) => self.start_at(line, page),
            None => Ok(()),
        }
    }

    /// Starts anew at a line in data units, in the window that is shown.
    fn start_at(&mut self, line: Line, page: &mut Page) -> Result<(), HandError> {
        let start = Start::at(line.slope, line.intercept)?;
        page.session_mut().set_start(start);
        self.window.pin(page.session());
        Ok(())
    }
}
