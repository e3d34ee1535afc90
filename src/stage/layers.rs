//! The two layers of a figure.

use crate::figure::backend::Backend;
use crate::figure::pen::Pen;
use crate::figure::theme::Theme;

/// A drawing backend that stays, such as a canvas of a page: it changes its size and is wiped.
pub trait ResizableBackend: Backend {
    /// Sets width and height in device pixels, and wipes it.
    fn resize(&mut self, width: u32, height: u32);

    /// Makes all of it transparent.
    fn wipe(&mut self);
}

/// A base that is drawn when it changes, and an overlay that is drawn every frame.
#[derive(Debug)]
pub struct Layers<B> {
    base: B,
    overlay: B,
    /// Width and height in CSS pixels.
    size: (f64, f64),
    /// Device pixels to a CSS pixel, of the base.
    ratio: f64,
}

/// The least device pixels to a CSS pixel that an overlay has. plotters draws at whole pixels; what
/// moves glides all the same where the screen has fewer.
const OVERLAY_RATIO: f64 = 2.0;

impl<B: ResizableBackend> Layers<B> {
    /// Layers on these backends.
    pub fn new(base: B, overlay: B) -> Self {
        Self { base, overlay, size: (1.0, 1.0), ratio: 1.0 }
    }

    /// Sets width and height in CSS pixels at a device pixel ratio, and wipes both layers.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        let device = |length: f64, ratio: f64| (length * ratio).round().clamp(1.0, 16_384.0) as u32;
        self.base.resize(device(width, ratio), device(height, ratio));
        let fine = ratio.max(OVERLAY_RATIO);
        self.overlay.resize(device(width, fine), device(height, fine));
        self.size = (width, height);
        self.ratio = ratio;
    }

    /// Width and height in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        self.size
    }

    /// The base and the overlay themselves.
    pub fn backends(&self) -> (&B, &B) {
        (&self.base, &self.overlay)
    }

    /// A pen for the base.
    pub fn base<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, B> {
        Pen::new(&mut self.base, self.ratio, theme)
    }

    /// A pen for the overlay, which is wiped.
    pub fn overlay<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, B> {
        self.overlay.wipe();
        Pen::new(&mut self.overlay, self.ratio.max(OVERLAY_RATIO), theme)
    }
}
