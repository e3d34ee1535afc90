//! The three figures of the page, each a base layer below an overlay.

mod cost;
mod data;
mod definitions;
mod hand;
mod handover;
mod history;
mod hit;
mod initial_window;
mod motion;
pub mod picture;
mod pointer;
mod program;
mod tip;
mod window;

use cost::CostFigure;
use data::{DataFigure, Moment};
pub use hand::HandError;
use history::HistoryFigure;
pub use hit::Hit;
use motion::Motion;
use plotters_backend::DrawingErrorKind;
use pointer::{Dragged, Pointer};
use program::ProgramPictures;
pub use program::{CostRequest, CurveRequest, Definitions};
pub use tip::Tip;
use window::CostWindow;

use super::layers::{Layers, ResizableBackend};
use super::page::Page;
use crate::edition::{FullPackage, ProgramPackage};
use crate::figure::actor::Actor;
use crate::figure::data::Pointed;
use crate::figure::errors::{self, Squares};
use crate::figure::highlight::Symbol;
use crate::figure::still::Subject;
use crate::figure::theme::Theme;
use crate::session::Session;
use crate::text::en;

/// The figures of data, cost and history on backends of a type.
#[derive(Debug)]
pub struct Figures<B> {
    theme: Theme,
    data: DataFigure<B>,
    cost: CostFigure<B>,
    history: HistoryFigure<B>,
    motion: Motion,
    window: CostWindow,
    pointer: Pointer,
    /// The symbol that is highlighted, in the full package alone.
    highlighted: Option<(Symbol, FullPackage)>,
    /// Definitions of the reader's program, in the full package alone.
    program: Option<(Box<ProgramPictures>, ProgramPackage)>,
    /// The version of the data that was drawn last.
    version: u32,
    /// Whether what is looked at was taken over from other figures, so that it holds for the data
    /// that are drawn next.
    taken_over: bool,
}

impl<B: ResizableBackend> Figures<B> {
    /// Figures on these layers.
    pub fn new(data: Layers<B>, cost: Layers<B>, history: Layers<B>) -> Self {
        Self {
            theme: Theme::LIGHT,
            data: DataFigure::new(data),
            cost: CostFigure::new(cost),
            history: HistoryFigure::new(history),
            motion: Motion::default(),
            window: CostWindow::default(),
            pointer: Pointer::default(),
            highlighted: None,
            program: None,
            version: u32::MAX,
            taken_over: false,
        }
    }

    /// The layers of a figure.
    pub fn layers(&self, figure: Subject) -> &Layers<B> {
        match figure {
            Subject::Data => self.data.layers(),
            Subject::Cost => self.cost.cached.layers(),
            Subject::History => self.history.layers(),
        }
    }

    /// Sets the size of a figure, in CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, figure: Subject, width: f64, height: f64, ratio: f64) {
        match figure {
            Subject::Data => self.data.resize(width, height, ratio),
            Subject::Cost => self.cost.cached.resize(width, height, ratio),
            Subject::History => self.history.resize(width, height, ratio),
        }
    }

    /// Sets the colours.
    pub fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
        self.data.forget();
        self.cost.forget();
        self.history.forget();
    }

    /// Sets whether motion is reduced: everything is where it has to be at once.
    pub fn reduce_motion(&mut self, reduced: bool) {
        self.motion.reduced = reduced;
    }

    /// Highlights what a symbol stands for, or nothing.
    pub fn highlight(&mut self, symbol: Option<Symbol>) {
        self.highlighted = symbol.zip(FullPackage::get());
    }

    /// The symbol that is highlighted.
    fn highlighted(&self) -> Option<Symbol> {
        let (symbol, _) = self.highlighted?;
        Some(symbol)
    }

    /// Draws what moves, and below it what has changed, at `now` in milliseconds of any steady
    /// clock. Returns whether the next frame will be another one.
    ///
    /// # Errors
    /// When a backend cannot be drawn on.
    pub fn draw(
        &mut self,
        page: &Page,
        now: f64,
        running: bool,
    ) -> Result<bool, DrawingErrorKind<B::ErrorType>> {
        let (session, version) = (page.session(), page.version());
        let shown = session.shown_coordinates();
        if version != self.version {
            let window = self.window.shown();
            self.forget_data(session);
            self.version = version;
            self.motion.turn_coordinates((session, shown), window, now);
        }
        let (actors, gliding) = self.motion.follow_runs(session, now);
        let actors: Vec<_> = actors.into_iter().map(|actor| actor.seen_in(&shown)).collect();
        let scene = (session, version, &shown);
        let holds = (self.pointer.dragged == Some(Dragged::Ball), self.motion.reduced);
        let (window, zooming) = self.window.show(scene, &actors, holds, now);
        let flying = self.motion.turn_to(session, now);
        let highlighted = self.highlighted();
        let squares = self.motion.flashes.squares(session.run().state().epoch, now);
        let moment = Moment {
            still: !running && !gliding,
            dragging: self.pointer.dragged.is_some(),
            squares,
            pointed: Pointed { ghost: self.pointer.ghost, point: self.pointer.looked_at(session) },
            highlighted,
        };
        let (theme, of) = (&self.theme, (session, version));
        if let Some((program, _)) = &mut self.program
            && let Some(target) = self.window.target()
        {
            let area = self.cost.area_at_rest(theme, (session, shown), target);
            let of_program = actors.iter().find(|actor| actor.run.recording().is_some());
            program.look_at(area, of_program.map(Actor::line));
        }
        let program = self.program.as_ref().map(|(program, full)| (program.as_ref(), *full));
        let curve = program.and_then(|(program, full)| Some((program.shown_curve(session)?, full)));
        let program =
            program.and_then(|(program, full)| Some((program.shown_cost(session)?, full)));
        self.data.draw(theme, of, &actors, moment, curve)?;
        let motion = (&self.motion, now);
        self.cost.draw(theme, scene, (window, &actors), motion, (highlighted, program))?;
        let window = self.window.of_history(scene);
        self.history.draw(theme, of, (window, &actors))?;
        let unfinished =
            self.data.layout().is_some_and(|plot| plot.is_unfinished(session.dataset()));
        let to_be_filled = squares == Squares::Outlined;
        let moving = gliding || zooming || flying || self.motion.turning(now).is_some();
        Ok(unfinished || to_be_filled || moving)
    }

    /// Forgets what was looked at of other data, and where things were: nothing moves from there to
    /// here.
    fn forget_data(&mut self, session: &Session) {
        // A point that is being dragged makes new data at every move.
        if self.pointer.dragged.is_none() && !std::mem::take(&mut self.taken_over) {
            self.pointer.leave();
            if session.editing().is_none() {
                self.pointer.selected = None;
            }
            self.window.forget();
        }
        self.motion.forget_glides();
    }

    /// The note beside the data or the cost. Empty for the history.
    pub fn note(&self, figure: Subject, page: &Page) -> String {
        let session = page.session();
        match figure {
            Subject::Data => {
                let note = en::note::data(session, errors::drawn(session.dataset()));
                let program = self.program(session);
                match program.and_then(|program| program.shown_curve(session)) {
                    Some(_) => en::program_cost::with_curve(&note),
                    None => note,
                }
            }
            Subject::Cost => en::note::cost(session, self.window.zoom()),
            Subject::History => String::new(),
        }
    }
}
