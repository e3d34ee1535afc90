//! The two layers of a figure, and the base that is kept on the lower one.

use crate::figure::backend::Backend;
use crate::figure::pen::Pen;
use crate::figure::theme::Theme;

/// A drawing backend that stays, such as a canvas of a page: it changes its size and is wiped.
pub trait ResizableBackend: Backend {
    /// Sets width and height in device pixels, and clears the picture.
    fn resize(&mut self, width: u32, height: u32);

    /// Clears the picture to transparent.
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

/// A figure on its layers. Its base stays for as long as its key does: `K` is all that the base follows from,
/// `L` what drawing it leaves for the overlay and for pointing, such as the scales.
#[derive(Debug)]
pub struct CachedFigure<B, K, L> {
    layers: Layers<B>,
    base: Option<(K, L)>,
}

impl<B: ResizableBackend, K: PartialEq, L> CachedFigure<B, K, L> {
    /// A figure on these layers.
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

    /// Forgets the base: it is drawn anew next time.
    pub fn forget(&mut self) {
        self.base = None;
    }

    /// The layout of the base as it was last drawn.
    pub fn layout(&self) -> Option<&L> {
        self.base.as_ref().map(|(_, layout)| layout)
    }

    /// A pen that measures on the base, which stays as it is.
    pub fn measure<'a>(&'a mut self, theme: &'a Theme) -> Pen<'a, B> {
        self.layers.base(theme)
    }

    /// Draws the base unless one of this key is there. Returns its layout, and a pen for the overlay, which
    /// is wiped.
    ///
    /// # Errors
    /// When the base cannot be drawn; there is none then.
    pub fn draw_base<'a, E>(
        &'a mut self,
        theme: &'a Theme,
        key: K,
        draw: impl FnOnce(&mut Pen<'_, B>) -> Result<L, E>,
    ) -> Result<(&'a L, Pen<'a, B>), E> {
        let layout = match self.base.take() {
            Some((drawn, layout)) if drawn == key => layout,
            _ => draw(&mut self.layers.base(theme))?,
        };
        let (_, layout) = self.base.insert((key, layout));
        Ok((layout, self.layers.overlay(theme)))
    }

    /// Draws the base, or goes on drawing it, unless one of this key is there and `is_whole`. `draw` is given
    /// the base that there was.
    ///
    /// # Errors
    /// When the base cannot be drawn; there is none then.
    pub fn go_on_with_base<'a, E>(
        &'a mut self,
        theme: &'a Theme,
        key: K,
        is_whole: impl FnOnce(&L) -> bool,
        draw: impl FnOnce(&mut Pen<'_, B>, Option<(K, L)>) -> Result<L, E>,
    ) -> Result<(&'a L, Pen<'a, B>), E> {
        let layout = match self.base.take() {
            Some((drawn, layout)) if drawn == key && is_whole(&layout) => layout,
            before => draw(&mut self.layers.base(theme), before)?,
        };
        let (_, layout) = self.base.insert((key, layout));
        Ok((layout, self.layers.overlay(theme)))
    }
}
