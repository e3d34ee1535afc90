//! Pointing at the figures, and taking hold of what is in them. Places are in CSS pixels from the
//! figure's upper left corner.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::convert::{error, object};
use super::figures::Figures;
use super::session::Session as PageSession;
use crate::data::editing::Change;
use crate::descent::settings::Start;
use crate::figure::clip::Rect;
use crate::figure::cost::Layout;
use crate::figure::frame::Frame;
use crate::figure::handles::{self, Handles};
use crate::figure::pen::Place;
use crate::numeric::line::Line;
use crate::numeric::notation::neat;
use crate::session::Session;
use crate::session::view::CostView;
use crate::text::en;

/// What is being dragged.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Grip {
    /// The ball in a view of the cost.
    Ball,
    /// The line by one of its handles, where it was when it was taken.
    Line { grip: handles::Grip, handles: Handles, line: Line },
    /// A point, by its index.
    Point(usize),
}

/// `Tip` of types.d.ts.
#[derive(Serialize)]
struct Tip {
    figure: &'static str,
    place: Option<[f64; 2]>,
    lines: Vec<String>,
    table: Vec<[String; 3]>,
}

/// A screen has no more than so many places between two ends of an axis that a hand could tell
/// apart.
const PLACES: f64 = 800.0;
/// How near to a point one has to point, in CSS pixels.
const NEAR: f64 = 22.0;

#[wasm_bindgen]
impl Figures {
    /// Points at a place of `data` or `cost`; says what a press there would do: `ball`, `line`,
    /// `point`, `place` (a new start, or a new point) or nothing.
    pub fn point(
        &mut self,
        figure: &str,
        x: f64,
        y: f64,
        reach: f64,
        session: &PageSession,
    ) -> String {
        let session = session.core();
        self.pointer = (x, y);
        match figure {
            "data" => self.point_at_data(session, (x, y), reach),
            _ => self.point_at_cost(session, (x, y), reach),
        }
        .to_owned()
    }

    /// Points at nothing.
    pub fn leave(&mut self) {
        self.ghost = None;
        self.point = None;
    }

    /// Keeps the point that is pointed at in sight, or none.
    pub fn select(&mut self) {
        self.selected = self.point;
    }

    /// Keeps the point of this index in sight.
    #[cfg(feature = "more")]
    #[wasm_bindgen(js_name = selectPoint)]
    pub fn select_point(&mut self, index: usize) {
        self.selected = Some(index);
    }

    /// The index of the point that is kept in sight.
    #[cfg(feature = "more")]
    #[wasm_bindgen(getter, js_name = selectedPoint)]
    pub fn selected_point(&self) -> Option<usize> {
        self.selected
    }

    /// Lights what the symbol of this name stands for; nothing where there is none.
    #[cfg(feature = "more")]
    pub fn light(&mut self, name: &str) {
        self.lit = crate::figure::light::Symbol::from_name(name);
    }

    /// Whether a point is kept in sight.
    #[wasm_bindgen(js_name = hasSelection)]
    pub fn has_selection(&self) -> bool {
        self.selected.is_some()
    }

    /// Goes to the next point by x, or the one before, and keeps it in sight.
    #[wasm_bindgen(js_name = nextPoint)]
    pub fn next_point(&mut self, session: &PageSession, back: bool) {
        let points = session.core().dataset().points();
        self.point = None;
        self.selected = next_by_x(points.xs(), self.selected, back);
    }

    /// What is pointed at, in words; null where nothing is.
    #[wasm_bindgen(unchecked_return_type = "Tip | null")]
    pub fn tip(&self, session: &PageSession) -> Result<JsValue, JsValue> {
        let session = session.core();
        let point = self.looked_at(session);
        let place = |(x, y): Place| Some([x, y]);
        let tip = match (self.ghost, point) {
            (Some(line), _) => {
                let tip = en::ghost_tip(session.run(), line);
                Some((tip, "cost", place(self.pointer)))
            }
            (None, Some(point)) => {
                let at = self.plot().map(|plot| plot.place(point, session.run().state().line));
                Some((en::point_tip(session, point), "data", at.and_then(place)))
            }
            (None, None) => None,
        };
        object(&tip.map(|(en::Tip { lines, table }, figure, place)| Tip {
            figure,
            place,
            lines,
            table,
        }))
    }

    /// Takes hold of what is at a place; says what that is: `ball`, `line`, `point` or nothing.
    /// Points can be taken while they are edited.
    pub fn grab(
        &mut self,
        figure: &str,
        x: f64,
        y: f64,
        reach: f64,
        session: &PageSession,
        editing: bool,
    ) -> String {
        let session = session.core();
        let place = (x, y);
        self.ghost = None;
        self.grip = match figure {
            "data" => self.grip_of_data(session, place, reach, editing),
            _ => self.grip_of_cost(session, place, reach),
        };
        match self.grip {
            Some(Grip::Ball) => "ball",
            Some(Grip::Line { .. }) => "line",
            Some(Grip::Point(index)) => {
                self.selected = Some(index);
                "point"
            }
            None => "",
        }
        .to_owned()
    }

    /// Takes hold of the ball, wherever it is: the next drag brings it.
    #[wasm_bindgen(js_name = grabBall)]
    pub fn grab_ball(&mut self) {
        self.grip = Some(Grip::Ball);
    }

    /// Drags what is held to a place. The ball and the line make a new start.
    pub fn drag(&mut self, x: f64, y: f64, session: &mut PageSession) -> Result<(), JsValue> {
        let place = (x, y);
        match self.grip {
            Some(Grip::Ball) => self.bring_ball(place, session),
            Some(Grip::Line { grip, handles, line }) => {
                let Some(plot) = self.plot() else { return Ok(()) };
                let frame = &plot.frame;
                let dragged = handles.dragged(grip, frame, line, inside(frame.plot, place));
                let unit = frame.y.range().span() / PLACES;
                let per_x = unit / frame.x.range().span();
                let line = match grip {
                    // Only the height changes, and no digit of the slope.
                    handles::Grip::Middle => {
                        Line { intercept: neat(dragged.intercept, unit), ..dragged }
                    }
                    handles::Grip::End => {
                        Line::new(neat(dragged.slope, per_x), neat(dragged.intercept, unit))
                    }
                };
                self.start_at(session, line)
            }
            Some(Grip::Point(index)) => {
                let Some(to) = self.data_at(place) else { return Ok(()) };
                session.change_points(Change::Move { index, to })?;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Lets go of what is held.
    pub fn release(&mut self, session: &mut PageSession) {
        self.grip = None;
        session.core_mut().end_move();
    }

    /// Taps at a place: in the cost that is a new start, in the data a new point. False where
    /// there is nothing to tap at.
    pub fn tap(
        &mut self,
        figure: &str,
        x: f64,
        y: f64,
        session: &mut PageSession,
    ) -> Result<bool, JsValue> {
        if figure == "data" {
            let within = self.plot().is_some_and(|plot| plot.frame.plot.contains((x, y)));
            let Some(point) = self.data_at((x, y)).filter(|_| within) else { return Ok(false) };
            self.selected = Some(session.change_points(Change::Add(point))?);
            return Ok(true);
        }
        if self.line_at(session.core(), (x, y)).is_none() {
            return Ok(false);
        }
        self.bring_ball((x, y), session)?;
        Ok(true)
    }

    /// Moves the ball from the keyboard, by hundredths of the window: a new start.
    pub fn nudge(&mut self, right: f64, up: f64, session: &mut PageSession) -> Result<(), JsValue> {
        let Some(Layout::Flat(frame)) = self.cost_layout() else { return Ok(()) };
        let core = session.core();
        let line = core.run().state().at;
        let (x, y) = (frame.x.range().span() / 100.0, frame.y.range().span() / 100.0);
        let line = match core.view.cost {
            CostView::Bowl => {
                let along = core.view.along;
                along.set(line, neat(along.of(line) + right * x, x))
            }
            _ => Line::new(neat(line.slope + right * x, x), neat(line.intercept + up * y, y)),
        };
        let line = core.run().objective().coordinates().to_data(line);
        self.start_at(session, line)
    }

    /// Adds a point in the middle of the plot and keeps it in sight.
    #[wasm_bindgen(js_name = addPoint)]
    pub fn add_point(&mut self, session: &mut PageSession) -> Result<(), JsValue> {
        let Some(plot) = self.plot() else { return Ok(()) };
        let Rect { left, top, right, bottom } = plot.frame.plot;
        let middle = (0.5 * (left + right), 0.5 * (top + bottom));
        let Some(point) = self.data_at(middle) else { return Ok(()) };
        self.selected = Some(session.change_points(Change::Add(point))?);
        Ok(())
    }

    /// Moves the point that is kept in sight, by hundredths of the axes.
    #[wasm_bindgen(js_name = movePoint)]
    pub fn move_point(
        &mut self,
        right: f64,
        up: f64,
        session: &mut PageSession,
    ) -> Result<(), JsValue> {
        let Some(plot) = self.plot() else { return Ok(()) };
        let index = self.selected.unwrap_or(usize::MAX);
        let (x, y) = (plot.frame.x.range().span() / 100.0, plot.frame.y.range().span() / 100.0);
        let Some(from) = session.core().dataset().points().get(index) else {
            return Err(error(crate::data::editing::EditError::NoPoint));
        };
        let to = (neat(from.0 + right * x, 0.1 * x), neat(from.1 + up * y, 0.1 * y));
        session.change_points(Change::Move { index, to })?;
        Ok(())
    }

    /// Deletes the point that is kept in sight.
    #[wasm_bindgen(js_name = deletePoint)]
    pub fn delete_point(&mut self, session: &mut PageSession) -> Result<(), JsValue> {
        session.change_points(Change::Delete(self.selected.unwrap_or(usize::MAX)))?;
        self.selected = None;
        self.point = None;
        Ok(())
    }

    /// Comes so many times closer to a place of the surface.
    pub fn zoom(&mut self, factor: f64, x: f64, y: f64, session: &mut PageSession) {
        let (width, height) = self.cost.size();
        let at = (x / width - 0.5, y / height - 0.5);
        let view = &mut session.core_mut().view;
        view.camera = view.camera.zoomed(factor, at);
    }
}

impl Figures {
    /// The point that is pointed at, or else the one that is kept in sight.
    pub(super) fn looked_at(&self, session: &Session) -> Option<(f64, f64)> {
        self.point.or(self.selected).and_then(|index| session.dataset().points().get(index))
    }

    fn point_at_data(&mut self, session: &Session, place: Place, reach: f64) -> &'static str {
        self.ghost = None;
        let (dataset, line) = (session.dataset(), session.run().state().line);
        let Some(plot) = self.plot() else { return "" };
        let point = plot.point_at(dataset, place, NEAR.max(reach));
        let within = plot.frame.plot.contains(place);
        let on_handle =
            plot.has_handles() && plot.handles(dataset, line).at(place, reach).is_some();
        self.point = point.filter(|_| !on_handle);
        if on_handle {
            "line"
        } else if self.point.is_some() {
            "point"
        } else if within {
            "place"
        } else {
            ""
        }
    }

    fn point_at_cost(&mut self, session: &Session, place: Place, reach: f64) -> &'static str {
        self.point = None;
        let data = session.run().objective().coordinates();
        self.ghost = self.line_at(session, place).map(|line| data.to_data(line));
        if self.is_on_ball(session, place, reach) {
            self.ghost = None;
            "ball"
        } else if self.ghost.is_some() {
            "place"
        } else {
            ""
        }
    }

    fn grip_of_data(
        &self,
        session: &Session,
        place: Place,
        reach: f64,
        editing: bool,
    ) -> Option<Grip> {
        let (dataset, line) = (session.dataset(), session.run().state().line);
        let plot = self.plot()?;
        if editing && let Some(index) = plot.point_at(dataset, place, NEAR.max(reach)) {
            return Some(Grip::Point(index));
        }
        if !plot.has_handles() {
            return None;
        }
        let handles = plot.handles(dataset, line);
        handles.at(place, reach).map(|grip| Grip::Line { grip, handles, line })
    }

    fn grip_of_cost(&self, session: &Session, place: Place, reach: f64) -> Option<Grip> {
        self.is_on_ball(session, place, reach).then_some(Grip::Ball)
    }

    fn is_on_ball(&self, session: &Session, place: Place, reach: f64) -> bool {
        let state = session.run().state();
        let ball = match self.cost_layout() {
            Some(Layout::Flat(frame)) => match session.view.cost {
                CostView::Bowl => frame.place(session.view.along.of(state.at), state.cost),
                _ => frame.place(state.at.slope, state.at.intercept),
            },
            Some(Layout::Surface(scene)) => scene.place(state.at, state.cost),
            None => return false,
        };
        (ball.0 - place.0).hypot(ball.1 - place.1) <= reach
    }

    /// The line whose cost is at a place of the view, in the coordinates of the descent.
    fn line_at(&self, session: &Session, place: Place) -> Option<Line> {
        let line = session.run().state().at;
        match self.cost_layout()? {
            Layout::Flat(frame) if !frame.plot.contains(place) => None,
            Layout::Flat(frame) => Some(flat_line_at(session, frame, line, place)),
            Layout::Surface(scene) => scene.line_at(place).map(|line| {
                let window = scene.window();
                let (slope, intercept) = (window.slope.span(), window.intercept.span());
                Line::new(
                    neat(line.slope, slope / PLACES),
                    neat(line.intercept, intercept / PLACES),
                )
            }),
        }
    }

    /// A new start at a place of the view of the cost.
    fn bring_ball(&mut self, place: Place, session: &mut PageSession) -> Result<(), JsValue> {
        let place = match self.cost_layout() {
            Some(Layout::Flat(frame)) => inside(frame.plot, place),
            _ => place,
        };
        match self.line_at(session.core(), place) {
            Some(line) => {
                let data = session.core().run().objective().coordinates();
                let line = data.to_data(line);
                self.start_at(session, line)
            }
            // Beside the surface there is no cost.
            None => Ok(()),
        }
    }

    /// A new start by hand, at a line in data units, in the window that is shown.
    fn start_at(&mut self, session: &mut PageSession, line: Line) -> Result<(), JsValue> {
        let start = Start::at(line.slope, line.intercept).map_err(error)?;
        session.core_mut().set_start(start);
        self.keep_window(session.core());
        Ok(())
    }

    /// The point of the data's plot that is at a place, kept within the plot.
    fn data_at(&self, place: Place) -> Option<(f64, f64)> {
        let plot = self.plot().filter(|plot| plot.has_handles())?;
        let frame = &plot.frame;
        let (x, y) = inside(frame.plot, place);
        let step = |range: crate::numeric::range::Range| range.span() / PLACES;
        Some((
            neat(frame.x.value(x), step(frame.x.range())),
            neat(frame.y.value(y), step(frame.y.range())),
        ))
    }
}

/// The point that follows another by x, or precedes it; after the last comes the first.
fn next_by_x(xs: &[f64], from: Option<usize>, back: bool) -> Option<usize> {
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

fn flat_line_at(session: &Session, frame: &Frame, line: Line, (x, y): Place) -> Line {
    let across = neat(frame.x.value(x), frame.x.range().span() / PLACES);
    match session.view.cost {
        CostView::Bowl => session.view.along.set(line, across),
        _ => Line::new(across, neat(frame.y.value(y), frame.y.range().span() / PLACES)),
    }
}

fn inside(plot: Rect, (x, y): Place) -> Place {
    (x.max(plot.left).min(plot.right), y.max(plot.top).min(plot.bottom))
}
