//! The figure of the sweep: the cost after so many epochs at every learning rate.

use plotters_backend::DrawingErrorKind;

use super::layers::{Layers, ResizableBackend};
use super::page::Page;
use crate::descent::settings::{LearningRate, Settings};
use crate::figure::frame::Frame;
use crate::figure::geometry::Place;
use crate::figure::sweep;
use crate::figure::theme::Theme;
use crate::insight::diagnosis::Sweep;
use crate::numeric::notation;
use crate::text::en::rate;

/// The figure of the sweep on its layers.
#[derive(Debug)]
pub struct SweepFigure<B> {
    layers: Layers<B>,
    shown: Option<Shown>,
}

/// A sweep, and what it is the sweep of.
#[derive(Debug)]
struct Shown {
    of: Key,
    sweep: Sweep,
    frame: Frame,
}

/// The version of the data, and the settings but for the rate.
type Key = (u32, Settings);

impl<B: ResizableBackend> SweepFigure<B> {
    /// A figure on these layers.
    pub fn new(layers: Layers<B>) -> Self {
        Self { layers, shown: None }
    }

    /// Draws the sweep of the chosen run, and says in a sentence what it shows.
    ///
    /// # Errors
    /// When a backend cannot be drawn on.
    pub fn draw(
        &mut self,
        page: &Page,
        [width, height, ratio]: [f64; 3],
        theme: &Theme,
    ) -> Result<String, DrawingErrorKind<B::ErrorType>> {
        let session = page.session();
        let (run, epochs) = (session.ruled_run(), session.view.sweep);
        let learning_rate = LearningRate::default();
        let of = (page.version(), Settings { learning_rate, epochs, ..run.settings() });
        let sweep = match self.shown.take() {
            Some(shown) if shown.of == of => shown.sweep,
            _ => Sweep::of(run, session.dataset(), epochs.get()),
        };
        self.layers.resize(width, height, ratio);
        let mut pen = self.layers.base(theme);
        let frame = sweep::frame(&pen, &sweep, run);
        frame.draw_empty(&mut pen)?;
        let mut pen = self.layers.overlay(theme);
        sweep::draw_overlay(&mut pen, &frame, &sweep, run, session.chosen())?;
        let sentence = rate::sweep(&sweep, run);
        self.shown = Some(Shown { of, sweep, frame });
        Ok(sentence)
    }

    /// The learning rate of the least cost, to three digits.
    pub fn best_rate(&self) -> Option<String> {
        let (rate, _) = self.shown.as_ref()?.sweep.best()?;
        Some(notation::exact(notation::floor(rate, 3)))
    }

    /// The learning rate at a place, to two digits. Returns `None` beside the plot.
    pub fn rate_at(&self, place: Place) -> Option<String> {
        let Shown { frame, .. } = self.shown.as_ref()?;
        let rate = notation::floor(frame.x.value(place.0), 2);
        frame.plot.contains(place).then(|| notation::exact(rate))
    }
}
