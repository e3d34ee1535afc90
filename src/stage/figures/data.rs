//! The figure of the data on its layers.

use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::data::{Marks, Plot, Pointed};
use crate::figure::errors::Squares;
use crate::figure::highlight::Symbol;
use crate::figure::still::{lines_of_data, shown_answer};
use crate::figure::theme::Theme;
use crate::numeric::line::Line;
use crate::session::Session;
use crate::session::view::DataView;
use crate::stage::layers::{Layers, ResizableBackend};

/// The figure of the data.
#[derive(Debug)]
pub(super) struct DataFigure<B> {
    layers: Layers<B>,
    base: Option<(Key, Plot)>,
}

/// What the base shows: while it is the same, the base is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    version: u32,
    start: Line,
    view: DataView,
    /// The line that the residuals are those of, while it stands still.
    line: Option<Line>,
    /// Whether something is being dragged, so that the axes have to stay.
    dragging: bool,
}

/// What the figure shows of the moment besides the session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// Whether the run stands still.
    pub still: bool,
    /// Whether something is being dragged.
    pub dragging: bool,
    /// How squares of errors look.
    pub squares: Squares,
    /// Target of the pointer.
    pub pointed: Pointed,
    /// The symbol that is highlighted.
    pub highlighted: Option<Symbol>,
}

impl<B: ResizableBackend> DataFigure<B> {
    pub fn new(layers: Layers<B>) -> Self {
        Self { layers, base: None }
    }

    /// The layers.
    pub fn layers(&self) -> &Layers<B> {
        &self.layers
    }

    /// Sets the size, in CSS pixels at a device pixel ratio.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.layers.resize(width, height, ratio);
        self.base = None;
    }

    /// Has the base drawn anew next time.
    pub fn forget(&mut self) {
        self.base = None;
    }

    /// The plot as it was last drawn.
    pub fn plot(&self) -> Option<&Plot> {
        self.base.as_ref().map(|(_, plot)| plot)
    }

    /// Draws the base where it has changed, and the overlay.
    pub fn draw(
        &mut self,
        theme: &Theme,
        (session, version): (&Session, u32),
        actors: &[Actor<'_>],
        moment: Moment,
    ) -> Drawn<B> {
        let dataset = session.dataset();
        let view = session.view.data;
        let Moment { still, dragging, .. } = moment;
        let (start, line) = lines_of_data(session, still);
        let key = Key { version, start, view, line, dragging };
        let plot = match self.base.take() {
            Some((drawn, plot)) if drawn == key && !plot.is_unfinished(dataset) => plot,
            before => {
                let mut pen = self.layers.base(theme);
                let goes_on = match before {
                    Some((drawn, plot)) if drawn == key => plot.into_parts(),
                    Some((drawn, plot)) if dragging && drawn.view == view => (plot.frame, None),
                    _ => (Plot::frame(&pen, dataset, view, start), None),
                };
                Plot::draw_for_a_frame(&mut pen, goes_on, dataset, view, line)?
            }
        };
        let marks = Marks {
            chosen: session.chosen(),
            best: shown_answer(session),
            squares: session.view.squares,
            square_look: moment.squares,
            handles: still && plot.has_handles(),
            pointed: moment.pointed,
            highlighted: moment.highlighted,
        };
        let (_, plot) = self.base.insert((key, plot));
        plot.draw_overlay(&mut self.layers.overlay(theme), dataset, actors, &marks)
    }
}
