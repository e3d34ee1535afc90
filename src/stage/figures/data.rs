//! The figure of the data on its layers.

use crate::edition::ProgramPackage;
use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::data::{Marks, Plot, Pointed};
use crate::figure::errors::Squares;
use crate::figure::highlight::Symbol;
use crate::figure::pen::Pen;
use crate::figure::program_curve::ProgramCurve;
use crate::figure::still::{lines_of_data, shown_answer};
use crate::figure::theme::Theme;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::DataView;
use crate::stage::layers::{CachedFigure, ResizableBackend};

/// The figure of the data.
pub(super) type DataFigure<B> = CachedFigure<B, Key, Plot>;

/// All that the base follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Key {
    version: u32,
    start: Line,
    view: DataView,
    /// The line that the residuals are those of, while it stands still.
    line: Option<Line>,
    /// Whether something is being dragged, so that the axes have to stay.
    dragging: bool,
}

/// State of the moment that the figure shows besides the session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// Whether the run stands still.
    pub still: bool,
    /// Whether something is being dragged.
    pub dragging: bool,
    /// Look of the squares of errors.
    pub squares: Squares,
    /// Target of the pointer.
    pub pointed: Pointed,
    /// The symbol that is highlighted.
    pub highlighted: Option<Symbol>,
}

impl<B: ResizableBackend> DataFigure<B> {
    /// Draws the base where it has changed, and the overlay.
    pub fn draw(
        &mut self,
        theme: &Theme,
        (session, version): (&Session, u32),
        actors: &[Actor<'_>],
        moment: Moment,
        curve: Option<(&ProgramCurve, ProgramPackage)>,
    ) -> Drawn<B> {
        let dataset = session.dataset();
        let view = session.view.data;
        let Moment { still, dragging, .. } = moment;
        let (start, line) = lines_of_data(session, still);
        let key = Key { version, start, view, line, dragging };
        let is_whole = |plot: &Plot| !plot.is_unfinished(dataset);
        let draw = |pen: &mut Pen<'_, B>, before: Option<(Key, Plot)>| {
            let goes_on = match before {
                Some((drawn, plot)) if drawn == key => plot.into_parts(),
                Some((drawn, plot)) if dragging && drawn.view == view => (plot.frame, None),
                _ => (Plot::frame(pen, dataset, view, start), None),
            };
            Plot::draw_for_a_frame(pen, goes_on, dataset, view, line)
        };
        let (plot, mut overlay) = self.go_on_with_base(theme, key, is_whole, draw)?;
        let marks = Marks {
            chosen: session.chosen(),
            best: shown_answer(session),
            squares: session.view.squares,
            square_look: moment.squares,
            handles: still && plot.has_handles(),
            pointed: moment.pointed,
            highlighted: moment.highlighted,
        };
        plot.draw_overlay_with(&mut overlay, dataset, actors, (&marks, curve))
    }
}
