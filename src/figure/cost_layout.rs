//! The trait of every view of the cost, once its base is drawn.

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::geometry::{Place, Rect};
use super::highlight::Symbol;
use super::legend::Corner;
use super::pen::Pen;
use crate::numeric::line::Line;

/// The scales of a view of the cost. Lines are in the coordinates that the view shows.
pub trait CostLayout {
    /// Draws path and ball of each run, and of the chosen one what else the view shows.
    fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actors: &[Actor<'_>],
        chosen: usize,
    ) -> Drawn<B>;

    /// Highlights a symbol of the lesson for one run; draws nothing for a symbol that the view does not show.
    fn highlight<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        actor: &Actor<'_>,
        symbol: Symbol,
    ) -> Drawn<B>;

    /// The place of a line and its cost.
    fn place(&self, at: Line, cost: f64) -> Place;

    /// The line at a place, rounded to what a hand can tell apart; a parameter that the view does not show
    /// is that of `now`. Returns `None` if no line is at the place.
    fn line_at(&self, place: Place, now: Line) -> Option<Line>;

    /// The place nearest to a place at which a ball can be dragged.
    fn nearest(&self, place: Place) -> Place;

    /// A line moved by hundredths of the axes. Returns `None` if the arrow keys do not move the ball in this
    /// view.
    fn nudged(&self, now: Line, right: f64, up: f64) -> Option<Line>;

    /// The corner where the legend of a race covers least, and the rectangle that it is the corner of.
    fn legend(&self) -> (Corner, Rect);
}
