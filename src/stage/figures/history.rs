//! The figure of the history on its layers.

use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::frame::Frame;
use crate::figure::history;
use crate::figure::still::shown_answer;
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::session::Session;
use crate::stage::layers::{Layers, ResizableBackend};

/// The figure of the history: the cost by epoch.
#[derive(Debug)]
pub(super) struct HistoryFigure<B> {
    layers: Layers<B>,
    base: Option<(Key, Frame)>,
}

/// What the base shows: while it is the same, the base is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    version: u32,
    last_epoch: u64,
    window: Window,
    log: bool,
}

impl<B: ResizableBackend> HistoryFigure<B> {
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

    /// Draws the base where it has changed, and the overlay.
    pub fn draw(
        &mut self,
        theme: &Theme,
        (session, version): (&Session, u32),
        (window, actors): (Window, &[Actor<'_>]),
    ) -> Drawn<B> {
        let log = session.view.log_history;
        let key = Key { version, last_epoch: session.last_epoch(), window, log };
        let frame = match self.base.take() {
            Some((drawn, frame)) if drawn == key => frame,
            _ => {
                let mut pen = self.layers.base(theme);
                let frame = history::frame(&pen, session.runs(), &window, log);
                frame.draw_empty(&mut pen)?;
                frame
            }
        };
        let (_, frame) = self.base.insert((key, frame));
        let mut pen = self.layers.overlay(theme);
        history::draw_overlay(&mut pen, frame, actors, shown_answer(session))
    }
}
