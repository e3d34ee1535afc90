//! The data, the line and its errors; or the errors alone against x.

use plotters_backend::DrawingErrorKind;

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::ellipses;
use super::errors::{self, Squares};
use super::frame::{AxisSpec, Frame};
use super::geometry::Place;
use super::handles::Handles;
use super::highlight::{self, Symbol};
use super::pen::Pen;
use super::points::{self, Index};
use super::program_curve::ProgramCurve;
use crate::data::dataset::{Dataset, Origin};
use crate::edition::FullPackage;
use crate::numeric::line::Line;
use crate::numeric::range::Range;
use crate::session::view::DataView;
use crate::text::en::figure as words;

/// The most points that are drawn of residuals that move.
const DRAWN_MOVING: usize = 2_000;
/// Room around the points, as a share of their range.
const MARGIN: f64 = 0.05;

/// The base of the figure as it was drawn, for the overlay and for pointing.
#[derive(Clone, Debug)]
pub struct Plot {
    /// Axes and scales.
    pub frame: Frame,
    view: DataView,
    /// The line that the residuals on the base are those of; none where the base has no points.
    base: Option<Line>,
    /// The points whose errors are drawn.
    errors: Vec<(f64, f64)>,
    /// The index of places to points, where the points are very many.
    index: Option<Index>,
}

/// Target of the pointer in the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pointed {
    /// The line of the place that is pointed at in the cost.
    pub ghost: Option<Line>,
    /// The point that is pointed at in the data.
    pub point: Option<(f64, f64)>,
}

/// Marks of an overlay besides the line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Marks {
    /// The index of the run whose errors and handles are shown.
    pub chosen: usize,
    /// The least-squares line, where the answer is shown.
    pub best: Option<Line>,
    /// Whether errors are drawn as true squares; as bars otherwise.
    pub squares: bool,
    /// Look of the squares.
    pub square_look: Squares,
    /// Whether the handles of the line are drawn.
    pub handles: bool,
    /// Target of the pointer.
    pub pointed: Pointed,
    /// The symbol that is highlighted.
    pub highlighted: Option<Symbol>,
}

impl Plot {
    /// The frame of a view: it holds the points and, where it is not too far off, the line at the
    /// start; of the residuals, those at the start and those at the answer.
    pub fn frame<B: Backend>(
        pen: &Pen<'_, B>,
        dataset: &Dataset,
        view: DataView,
        start: Line,
    ) -> Frame {
        let x = roomy(dataset.summary().range_x());
        let (y, title) = match view {
            DataView::Points => (heights(dataset, x, start), dataset.y().label()),
            DataView::Residuals | DataView::BestResiduals => {
                (residuals(dataset, start), words::residual(view, dataset.y().unit.as_deref()))
            }
        };
        Frame::lay_out(pen, &AxisSpec::linear(x, dataset.x().label()), &AxisSpec::linear(y, title))
    }

    /// Draws points and axes in a frame. Residuals are those of `line`; without one, their points
    /// are left to the overlay.
    pub fn draw_base<B: Backend>(
        pen: &mut Pen<'_, B>,
        frame: Frame,
        dataset: &Dataset,
        view: DataView,
        line: Option<Line>,
    ) -> Result<Self, DrawingErrorKind<B::ErrorType>> {
        Self::draw_some(pen, (frame, None), dataset, view, line, usize::MAX)
    }

    /// Draws the same with no more points than there is time for in one frame. Where there are more, the
    /// next frames go on where the one `before` ended.
    pub fn draw_for_a_frame<B: Backend>(
        pen: &mut Pen<'_, B>,
        (frame, before): (Frame, Option<Index>),
        dataset: &Dataset,
        view: DataView,
        line: Option<Line>,
    ) -> Result<Self, DrawingErrorKind<B::ErrorType>> {
        Self::draw_some(pen, (frame, before), dataset, view, line, points::AT_ONCE)
    }

    fn draw_some<B: Backend>(
        pen: &mut Pen<'_, B>,
        (frame, before): (Frame, Option<Index>),
        dataset: &Dataset,
        view: DataView,
        line: Option<Line>,
        most: usize,
    ) -> Result<Self, DrawingErrorKind<B::ErrorType>> {
        pen.clear(pen.theme.panel)?;
        let base = match view {
            DataView::Points => Some(Line::ZERO),
            DataView::Residuals | DataView::BestResiduals => line,
        };
        let count = dataset.points().len();
        let index = match base {
            Some(line) => {
                let places = dataset.points().iter();
                let places = places.map(|(x, y)| frame.place(x, y - line.predict(x)));
                if let (Some(rows), DataView::Points) = (dataset.grid(), view) {
                    Some(points::draw_rows_on_grid(pen, &frame, rows, places)?)
                } else {
                    points::draw_on_grid(pen, &frame, places, count, (before, most))?
                }
            }
            None => {
                frame.draw_grid(pen)?;
                None
            }
        };
        frame.draw_axes(pen)?;
        Ok(Self { frame, view, base, errors: errors::sample(dataset), index })
    }

    /// Whether points are still missing.
    pub fn is_unfinished(&self, dataset: &Dataset) -> bool {
        self.index.as_ref().is_some_and(|index| !index.has_all(dataset.points().len()))
    }

    /// The parts that the next frame goes on with.
    pub fn into_parts(self) -> (Frame, Option<Index>) {
        (self.frame, self.index)
    }

    /// Draws the errors of the chosen run, the line of each run, and the marks.
    pub fn draw_overlay<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        dataset: &Dataset,
        actors: &[Actor<'_>],
        marks: &Marks,
    ) -> Drawn<B> {
        self.draw_overlay_with(pen, dataset, actors, (marks, None))
    }

    /// Draws the same, with a curve in the place of the line of a program's run.
    pub fn draw_overlay_with<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        dataset: &Dataset,
        actors: &[Actor<'_>],
        (marks, curve): (&Marks, Option<(&ProgramCurve, FullPackage)>),
    ) -> Drawn<B> {
        if let (Origin::Sample(_), DataView::Points) = (dataset.points().origin(), self.view)
            && dataset.points().is_empty()
        {
            // Not on the base, whose pixels are too large for a smooth curve.
            ellipses::draw(pen, &self.frame, dataset.summary())?;
        }
        match self.view {
            DataView::Points => self.draw_lines(pen, dataset, actors, (marks, curve)),
            _ => self.draw_residuals(pen, dataset, actors, marks),
        }
    }

    fn draw_lines<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        dataset: &Dataset,
        actors: &[Actor<'_>],
        (marks, curve): (&Marks, Option<(&ProgramCurve, FullPackage)>),
    ) -> Drawn<B> {
        let (frame, theme) = (&self.frame, pen.theme);
        let chosen = actors.get(marks.chosen).map(Actor::line);
        if let Some(line) = chosen {
            if marks.squares {
                errors::draw_squares(pen, frame, &self.errors, line, marks.square_look)?;
            } else {
                errors::draw_bars(pen, frame, &self.errors, line)?;
            }
            if let Some((x, y)) = marks.pointed.point {
                errors::draw_squares(pen, frame, &[(x, y)], line, marks.square_look)?;
                let bar = [frame.place(x, y), frame.place(x, line.predict(x))];
                pen.path(bar.into_iter(), frame.plot, theme.errors, 2.5)?;
            }
        }
        let ends = |line: Line| {
            let Range { min, max } = frame.x.range();
            [frame.place(min, line.predict(min)), frame.place(max, line.predict(max))]
        };
        let last = actors.len().saturating_sub(1);
        for actor in actors.iter().filter(|actor| !actor.is_gone()) {
            let (line, look) = (actor.line(), theme.look(actor.index));
            // In a race each line has the colour of its ball.
            let color = if last == 0 { theme.line } else { look.color };
            let [from, to] = ends(line);
            // And its marker, each at another place so that none covers another.
            let share = 0.62 + 0.09 * actor.index as f64;
            let mut mark = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            match curve.filter(|_| actor.run.recording().is_some()) {
                Some((curve, _)) => {
                    // The errors are those of the line.
                    pen.dashed(from, to, frame.plot, color, 1.5)?;
                    curve.draw(pen, frame, color)?;
                    mark = curve.place(frame, share);
                }
                None => {
                    pen.path([from, to].into_iter(), frame.plot, theme.panel.alpha(0.6), 4.5)?;
                    pen.path([from, to].into_iter(), frame.plot, color, 3.0)?;
                }
            }
            if last > 0 && frame.plot.contains(mark) {
                pen.ball(mark, look)?;
            }
        }
        if let Some([from, to]) = marks.pointed.ghost.map(ends) {
            pen.path([from, to].into_iter(), frame.plot, theme.panel.alpha(0.6), 4.5)?;
            pen.dashed(from, to, frame.plot, theme.ball, 2.0)?;
        }
        // On top, so that it is seen where the line has reached it.
        if let Some([from, to]) = marks.best.map(ends) {
            pen.dashed(from, to, frame.plot, theme.best, 2.5)?;
        }
        if let (Some(line), Some(symbol)) = (chosen, marks.highlighted) {
            highlight::on_data(pen, frame, &self.errors, line, (symbol, marks.square_look))?;
        }
        if let (true, Some(line)) = (marks.handles, chosen.filter(|line| line.is_finite())) {
            self.handles(dataset, line).draw(pen)?;
        }
        self.draw_pointed(pen, marks, Line::ZERO)
    }

    fn draw_residuals<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        dataset: &Dataset,
        actors: &[Actor<'_>],
        marks: &Marks,
    ) -> Drawn<B> {
        let (frame, theme) = (&self.frame, pen.theme);
        let Some(line) = actors.get(marks.chosen).map(|actor| self.line_of(actor.line())) else {
            return Ok(());
        };
        let residual = |(x, y): (f64, f64)| (x, y - line.predict(x));
        let errors: Vec<_> = self.errors.iter().map(|&point| residual(point)).collect();
        if marks.squares {
            errors::draw_squares(pen, frame, &errors, Line::ZERO, marks.square_look)?;
        } else {
            errors::draw_bars(pen, frame, &errors, Line::ZERO)?;
        }
        if self.base.is_none() {
            let places = self.sampled(dataset).map(residual).map(|(x, e)| frame.place(x, e));
            points::draw_one_by_one(pen, frame, places, DRAWN_MOVING.min(dataset.points().len()))?;
        }
        if let Some(symbol) = marks.highlighted {
            highlight::on_residuals(pen, frame, &errors, (symbol, marks.square_look))?;
        }
        let zero = frame.y.pixel(0.0);
        let ends = [(frame.plot.left, zero), (frame.plot.right, zero)];
        pen.path(ends.into_iter(), frame.plot, theme.line, 3.0)?;
        self.draw_pointed(pen, marks, line)
    }

    /// Draws a ring around the point that is pointed at.
    fn draw_pointed<B: Backend>(
        &self,
        pen: &mut Pen<'_, B>,
        marks: &Marks,
        line: Line,
    ) -> Drawn<B> {
        let theme = pen.theme;
        let place = marks.pointed.point.map(|(x, y)| self.frame.place(x, y - line.predict(x)));
        match place.filter(|place| self.frame.plot.contains(*place)) {
            Some(place) => {
                pen.disc(place, 5.5, theme.panel)?;
                pen.disc(place, 4.5, theme.points)?;
                pen.ring_of(place, 7.5, theme.ink)
            }
            None => Ok(()),
        }
    }

    /// Every k-th point, few enough to be drawn in every frame.
    fn sampled<'a>(&self, dataset: &'a Dataset) -> impl Iterator<Item = (f64, f64)> + 'a {
        let points = dataset.points();
        let stride = points.len().div_ceil(DRAWN_MOVING).max(1);
        points.iter().step_by(stride)
    }

    /// The line whose errors are drawn: that of the run, or the best one.
    fn line_of(&self, run: Line) -> Line {
        match self.view {
            DataView::BestResiduals => self.base.unwrap_or(run),
            _ => run,
        }
    }

    /// The place of a point, with the errors of the run's `line` where they are what is drawn.
    pub fn place(&self, (x, y): (f64, f64), line: Line) -> Place {
        match self.view {
            DataView::Points => self.frame.place(x, y),
            _ => self.frame.place(x, y - self.line_of(line).predict(x)),
        }
    }

    /// The handles of a line.
    pub fn handles(&self, dataset: &Dataset, line: Line) -> Handles {
        Handles::of(&self.frame, line, dataset.summary().mean_x())
    }

    /// Whether the view has a line with handles.
    pub fn has_handles(&self) -> bool {
        self.view == DataView::Points
    }

    /// The index of the point nearest to a place within `reach` CSS pixels.
    pub fn point_at(&self, dataset: &Dataset, place: Place, reach: f64) -> Option<usize> {
        let line = self.base?;
        if let Some(index) = &self.index {
            return index.nearest(place, reach);
        }
        let away = |(x, y): (f64, f64)| {
            let at = self.frame.place(x, y - line.predict(x));
            (at.0 - place.0).hypot(at.1 - place.1)
        };
        let distances = dataset.points().iter().map(away).enumerate();
        let nearest = distances.min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.filter(|&(_, distance)| distance <= reach).map(|(index, _)| index)
    }
}

/// The heights that hold the points and, where it is not too far off, the line at the start.
fn heights(dataset: &Dataset, x: Range, start: Line) -> Range {
    let data = roomy(dataset.summary().range_y());
    // The line at the start should be seen, but not at the price of a thin layer of points.
    let reach = Range::new(data.min - 1.2 * data.span(), data.max + 1.2 * data.span());
    let y = [x.min, x.max]
        .map(|x| start.predict(x))
        .into_iter()
        .filter(|y| reach.contains(*y))
        .fold(data, Range::including);
    if y == data { y } else { Range::new(y.min - 0.02 * y.span(), y.max + 0.02 * y.span()) }
}

/// Whether a line crosses the picture of the points, in which the line at the start has a place.
pub fn is_seen(dataset: &Dataset, start: Line, line: Line) -> bool {
    let x = roomy(dataset.summary().range_x());
    let y = heights(dataset, x, start);
    let ends = [x.min, x.max].map(|x| line.predict(x));
    let is_beyond = ends.iter().all(|end| *end > y.max) || ends.iter().all(|end| *end < y.min);
    line.is_finite() && !is_beyond
}

/// The residuals at the start and at the answer; 0 is always among them.
fn residuals(dataset: &Dataset, start: Line) -> Range {
    let lines = dataset.least_squares().into_iter().chain([start]);
    let all = lines.flat_map(|line| {
        dataset.points().iter().map(move |(x, y)| y - line.predict(x)).filter(|e| e.is_finite())
    });
    roomy(all.fold(Range::new(0.0, 0.0), Range::including))
}

fn roomy(range: Range) -> Range {
    let room =
        if range.span() > 0.0 { MARGIN * range.span() } else { 0.5 * range.min.abs().max(1.0) };
    Range::new(range.min - room, range.max + room)
}
