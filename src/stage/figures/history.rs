//! The figure of the history on its layers.

use crate::figure::actor::Actor;
use crate::figure::backend::Drawn;
use crate::figure::frame::Frame;
use crate::figure::history;
use crate::figure::still::shown_answer;
use crate::figure::theme::Theme;
use crate::figure::window::Window;
use crate::session::Session;
use crate::stage::layers::{CachedFigure, ResizableBackend};

/// The figure of the history: the cost by epoch.
pub(super) type HistoryFigure<B> = CachedFigure<B, Key, Frame>;

/// All that the base follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Key {
    version: u32,
    last_epoch: u64,
    window: Window,
    log: bool,
}

impl<B: ResizableBackend> HistoryFigure<B> {
    /// Draws the base where it has changed, and the overlay.
    pub fn draw(
        &mut self,
        theme: &Theme,
        (session, version): (&Session, u32),
        (window, actors): (Window, &[Actor<'_>]),
    ) -> Drawn<B> {
        let log = session.view.log_history;
        let key = Key { version, last_epoch: session.last_epoch(), window, log };
        let (frame, mut overlay) = self.draw_base(theme, key, |pen| {
            let frame = history::frame(pen, session.runs(), &window, log);
            frame.draw_empty(pen)?;
            Ok(frame)
        })?;
        history::draw_overlay(&mut overlay, frame, actors, shown_answer(session))
    }
}
