//! The two canvases of a figure.

use web_sys::HtmlCanvasElement;

use super::canvas::CanvasError;
#[cfg(feature = "more")]
pub use super::paper::Paper;
use crate::figure::pen::Pen;
use crate::figure::theme::Theme;

/// What figures are drawn on. The package that the page opens with makes no files.
#[cfg(not(feature = "more"))]
pub type Paper = super::canvas::Canvas;

/// A base that is drawn when it changes, and an overlay that is drawn every frame.
pub struct Sheet {
    base: Paper,
    overlay: Paper,
    /// Width and height in CSS pixels.
    size: (f64, f64),
    /// Device pixels to a CSS pixel, of the base.
    ratio: f64,
}

/// plotters draws at whole pixels. What moves has at least this many to a CSS pixel, so that it
/// glides where the screen has fewer.
const OVERLAY_RATIO: f64 = 2.0;

impl Sheet {
    /// A figure on these canvases.
    pub fn new(base: HtmlCanvasElement, overlay: HtmlCanvasElement) -> Result<Self, CanvasError> {
        Ok(Self {
            base: Paper::new(base, true)?,
            overlay: Paper::new(overlay, false)?,
            size: (1.0, 1.0),
            ratio: 1.0,
        })
    }

    /// Gives it so many CSS pixels at a device pixel ratio, and wipes it.
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

    /// A pen for what seldom changes.
    pub fn base<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, Paper> {
        Pen::new(&mut self.base, self.ratio, theme)
    }

    /// A pen for what moves; what it drew before is wiped.
    pub fn overlay<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, Paper> {
        self.overlay.wipe();
        Pen::new(&mut self.overlay, self.ratio.max(OVERLAY_RATIO), theme)
    }
}
