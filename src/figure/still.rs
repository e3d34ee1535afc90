//! A figure as it stands, base and overlay in one picture: for files that leave the page.

use std::sync::Arc;

use super::actor::Actor;
use super::backend::{Backend, Drawn};
use super::cost::{Base, CostSource, Picture, heights};
use super::cost_layout::CostLayout;
use super::data::{Marks, Plot, Pointed};
use super::history;
use super::legend::{self, Corner};
use super::pen::Pen;
use super::program_cost::ProgramCost;
use super::program_curve::ProgramCurve;
use super::window::Window;
use crate::edition::ProgramPackage;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::DataView;
use crate::text::en::{self, figure as words};

/// One of the three figures of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The data and the line.
    Data,
    /// The cost, in the view that is chosen.
    Cost,
    /// The cost by epoch.
    History,
}

impl Subject {
    /// All of them with the names that the page gives them.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Data, "data"), (Self::Cost, "cost"), (Self::History, "history")];

    /// The figure of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(subject, _)| subject)
    }

    /// Its title as a picture of its own.
    pub fn title(self, session: &Session) -> String {
        let figure = match self {
            Self::Data => words::DATA_PICTURE,
            Self::Cost => words::COST_PICTURE,
            Self::History => words::HISTORY_PICTURE,
        };
        words::picture_title(figure, session.source().name())
    }

    /// Description, in a sentence.
    pub fn describe(self, session: &Session) -> String {
        match self {
            Self::Data => en::description::data(session),
            Self::Cost => en::description::cost(session),
            Self::History => en::description::history(session),
        }
    }
}

/// The line that the frame of the data is laid out for, and the one whose residuals its base shows:
/// `None` while they move, that is unless the run stands `still`.
pub fn lines_of_data(session: &Session, still: bool) -> (Line, Option<Line>) {
    let run = session.run();
    let (line, start) = (run.state().line, run.start_line());
    let best = session.dataset().least_squares();
    match session.view.data {
        DataView::Points => (start, None),
        DataView::Residuals => (start, still.then_some(line)),
        DataView::BestResiduals => (best.unwrap_or(start), best.or(Some(line))),
    }
}

/// The best line, where the answer is shown.
pub fn shown_answer(session: &Session) -> Option<Line> {
    session.run().objective().best_line().filter(|_| session.view.answer)
}

/// The window around the runs as they stand.
fn window(session: &Session) -> Window {
    let (runs, shown) = (session.runs(), session.shown_coordinates());
    Window::around(runs, &shown, &Window::initial(runs, &shown))
}

/// Subject of a still picture.
pub struct Still<'a> {
    session: &'a Session,
    window: Window,
    point: Option<(f64, f64)>,
    program_cost: Option<(&'a Arc<ProgramCost>, ProgramPackage)>,
    curve: Option<(&'a ProgramCurve, ProgramPackage)>,
}

impl<'a> Still<'a> {
    /// The session as it stands.
    pub fn of(session: &'a Session) -> Self {
        let window = window(session);
        Self { session, window, point: None, program_cost: None, curve: None }
    }

    /// The same with the slopes, intercepts and costs of this window in the views of the cost.
    pub fn over(self, window: Window) -> Self {
        Self { window, ..self }
    }

    /// The same with a point that is looked at.
    pub fn with_point(self, point: Option<(f64, f64)>) -> Self {
        Self { point, ..self }
    }

    /// The same with the cost and the predictions that the reader's program defines.
    pub fn with_program(
        self,
        cost: Option<&'a Arc<ProgramCost>>,
        curve: Option<&'a ProgramCurve>,
        full: ProgramPackage,
    ) -> Self {
        let program_cost = cost.map(|cost| (cost, full));
        Self { program_cost, curve: curve.map(|curve| (curve, full)), ..self }
    }

    /// Draws a figure, all of it, at the size that the pen has.
    pub fn draw<B: Backend>(&self, pen: &mut Pen<'_, B>, subject: Subject) -> Drawn<B> {
        let runs = self.session.runs();
        let shown = self.session.shown_coordinates();
        let actor = |(index, run)| {
            let actor = Actor::standing(run, index).seen_in(&shown);
            match (self.session.hides(run), runs.len()) {
                (true, _) => actor.hidden(),
                (false, 1) => actor,
                (false, _) => actor.among_others(),
            }
        };
        let actors: Vec<Actor<'_>> = runs.iter().enumerate().map(actor).collect();
        match subject {
            Subject::Data => self.draw_data(pen, &actors),
            Subject::Cost => self.draw_cost(pen, &actors),
            Subject::History => self.draw_history(pen, &actors),
        }
    }

    fn draw_data<B: Backend>(&self, pen: &mut Pen<'_, B>, actors: &[Actor<'_>]) -> Drawn<B> {
        let Session { view, .. } = self.session;
        let dataset = self.session.dataset();
        let (start, line) = lines_of_data(self.session, true);
        let frame = Plot::frame(pen, dataset, view.data, start);
        let plot = Plot::draw_base(pen, frame, dataset, view.data, line)?;
        let marks = Marks {
            chosen: self.session.chosen(),
            best: shown_answer(self.session),
            squares: view.squares,
            pointed: Pointed { ghost: None, point: self.point },
            ..Marks::default()
        };
        plot.draw_overlay_with(pen, dataset, actors, (&marks, self.curve))?;
        let falls = dataset.summary().sxy() < 0.0;
        let corner = if falls { Corner::Right } else { Corner::Left };
        legend::draw(pen, actors, (corner, plot.frame.plot), &[])
    }

    fn draw_cost<B: Backend>(&self, pen: &mut Pen<'_, B>, actors: &[Actor<'_>]) -> Drawn<B> {
        let (base, objective) = (self.cost_base(pen), self.session.run().objective());
        let shown = self.session.shown_coordinates();
        let layout = match self.program_cost {
            Some((cost, full)) => {
                let actors: Vec<Actor<'_>> =
                    actors.iter().map(|actor| actor.on_program_cost(cost, full)).collect();
                let window = Window { cost: heights(cost, &actors), ..base.window };
                let source = CostSource::Program(cost, &shown, full);
                let layout = Base { window, ..base }.draw(pen, source, &mut None)?;
                layout.draw_overlay(pen, &actors, self.session.chosen())?;
                layout
            }
            None => {
                let layout = base.draw(pen, &*objective.shown_in(&shown), &mut None)?;
                layout.draw_overlay(pen, actors, self.session.chosen())?;
                layout
            }
        };
        layout.draw_legend(pen, actors)
    }

    /// The base of the cost at rest.
    fn cost_base<B: Backend>(&self, pen: &Pen<'_, B>) -> Base {
        let view = &self.session.view;
        let scaling = self.session.shown_scaling();
        let base = Base { picture: Picture::at_rest(view), window: self.window, scaling };
        base.with_equal_axes(pen, if view.equal_axes { 1.0 } else { 0.0 })
    }

    fn draw_history<B: Backend>(&self, pen: &mut Pen<'_, B>, actors: &[Actor<'_>]) -> Drawn<B> {
        let (runs, window) = (self.session.runs(), window(self.session));
        let frame = history::frame(pen, runs, &window, self.session.view.log_history);
        frame.draw_empty(pen)?;
        history::draw_overlay(pen, &frame, actors, shown_answer(self.session))?;
        legend::draw(pen, actors, (Corner::Right, frame.plot), &[])
    }
}
