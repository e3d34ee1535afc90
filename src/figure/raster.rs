//! Pictures made pixel by pixel: what is too much for one drawing call each.

use super::theme::Color;

/// RGBA pixels, row by row from the upper left, opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Raster {
    /// The raster of these pixels, four bytes each: red, green, blue, alpha. Rows that are not
    /// there are white.
    pub fn new(width: usize, height: usize, mut pixels: Vec<u8>) -> Self {
        pixels.resize(width * height * 4, 255);
        Self { width, height, pixels }
    }

    /// A raster whose row `y` is painted by `paint(y, pixels)`, where `pixels` are four bytes each, opaque
    /// white before. At least one pixel wide and high.
    pub fn from_rows(
        width: usize,
        height: usize,
        mut paint: impl FnMut(usize, &mut [[u8; 4]]),
    ) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let mut pixels = vec![255; width * height * 4];
        for (y, row) in pixels.chunks_exact_mut(width * 4).enumerate() {
            paint(y, row.as_chunks_mut().0);
        }
        Self { width, height, pixels }
    }

    /// Pixels in a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Four bytes a pixel: red, green, blue, alpha.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }
}

/// 256 colours between two, so that a pixel costs a look-up.
pub struct Ramp([[u8; 3]; 256]);

impl Ramp {
    /// The colours between `from` and `to`.
    pub fn between(from: Color, to: Color) -> Self {
        Self(std::array::from_fn(|step| {
            let (red, green, blue) = from.toward(to, step as f64 / 255.0).rgb;
            [red, green, blue]
        }))
    }

    /// The colour at `share` of the way; beyond the ends, the end's.
    pub fn at(&self, share: f64) -> [u8; 3] {
        // `as` saturates below 0 and takes NaN to 0.
        self.0[((share * 255.0) as usize).min(255)]
    }
}
