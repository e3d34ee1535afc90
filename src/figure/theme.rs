//! The colours of the figures, the same as the page's custom properties of the same names.

use plotters_backend::{BackendColor, BackendStyle};

use super::dashes::Dashes;
use crate::edition::FullPackage;

/// An opaque or translucent colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// 0 is invisible, 1 opaque.
    pub alpha: f64,
}

impl Color {
    /// The opaque colour 0xrrggbb.
    pub const fn hex(rgb: u32) -> Self {
        Self { rgb: ((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8), alpha: 1.0 }
    }

    /// The same colour, more or less visible.
    pub const fn alpha(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// Contrast to another opaque colour, from 1 to 21: WCAG 2.2 asks for 3 of what is drawn and 4.5 of text.
    ///
    /// Source: the definitions of contrast ratio and relative luminance in WCAG 2.2.
    pub fn contrast(self, other: Self) -> f64 {
        let luminance = |Self { rgb: (red, green, blue), .. }: Self| {
            let linear = |part: u8| {
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05
        };
        let (one, other) = (luminance(self), luminance(other));
        one.max(other) / one.min(other)
    }

    /// The colour that is `share` of the way to `other`, in sRGB.
    pub fn toward(self, other: Self, share: f64) -> Self {
        let mix =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self {
            rgb: (
                mix(self.rgb.0, other.rgb.0),
                mix(self.rgb.1, other.rgb.1),
                mix(self.rgb.2, other.rgb.2),
            ),
            alpha: self.alpha + (other.alpha - self.alpha) * share,
        }
    }
}

impl BackendStyle for Color {
    fn color(&self) -> BackendColor {
        BackendColor { alpha: self.alpha, rgb: self.rgb }
    }
}

/// Each colour has one meaning on the whole page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    /// Behind the figures.
    pub panel: Color,
    /// Text.
    pub ink: Color,
    /// Text of lesser weight, axes.
    pub muted: Color,
    /// Grid lines.
    pub grid: Color,
    /// The points.
    pub points: Color,
    /// The line.
    pub line: Color,
    /// The errors.
    pub errors: Color,
    /// The ball and its path.
    pub ball: Color,
    /// The best answer.
    pub best: Color,
    /// The balls of the second, third and fourth run of a race.
    pub rivals: [Color; 3],
    /// The lowest and the highest cost, in the map and on the surface.
    pub cost: (Color, Color),
}

/// Look of a run's ball: told apart by colour and by shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Of ball, path and, in a race, line.
    pub color: Color,
    /// Of the ball.
    pub marker: Marker,
}

/// The shape of a ball. Only races have others than discs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// The first run's.
    Disc,
    /// The second's.
    Square(FullPackage),
    /// The third's.
    Triangle(FullPackage),
    /// The fourth's.
    Diamond(FullPackage),
}

impl Marker {
    /// How the curve of a run with this ball is drawn, unless in one line.
    pub const fn dashes(self) -> Option<Dashes> {
        match self {
            Marker::Disc => None,
            Marker::Square(_) => Some(Dashes { on: 10.0, off: 4.0 }),
            Marker::Triangle(_) => Some(Dashes { on: 4.0, off: 4.0 }),
            Marker::Diamond(_) => Some(Dashes { on: 18.0, off: 5.0 }),
        }
    }
}

impl Theme {
    /// Look of the ball of the run of this index.
    pub fn look(&self, index: usize) -> Look {
        let [second, third, fourth] = self.rivals;
        let (color, marker) = match (index % 4, FullPackage::get()) {
            (1, Some(full)) => (second, Marker::Square(full)),
            (2, Some(full)) => (third, Marker::Triangle(full)),
            (3, Some(full)) => (fourth, Marker::Diamond(full)),
            _ => (self.ball, Marker::Disc),
        };
        Look { color, marker }
    }

    /// For a light page.
    pub const LIGHT: Self = Self {
        panel: Color::hex(0xffffff),
        ink: Color::hex(0x1d1f24),
        muted: Color::hex(0x5d6370),
        grid: Color::hex(0xe4e2dd),
        points: Color::hex(0x7a4fc0),
        line: Color::hex(0x0b62c4),
        errors: Color::hex(0xc8202f),
        ball: Color::hex(0xd96a00),
        best: Color::hex(0x12793f),
        rivals: [Color::hex(0x009199), Color::hex(0x1f1f4d), Color::hex(0x6b2a00)],
        cost: (Color::hex(0xf7f5ef), Color::hex(0x8a96a8)),
    };

    /// For a dark page.
    pub const DARK: Self = Self {
        panel: Color::hex(0x1b1e24),
        ink: Color::hex(0xeceae6),
        muted: Color::hex(0xa3a9b5),
        grid: Color::hex(0x2c3038),
        points: Color::hex(0xb497f0),
        line: Color::hex(0x62b0ff),
        errors: Color::hex(0xff7a7a),
        ball: Color::hex(0xffa544),
        best: Color::hex(0x52cc8a),
        rivals: [Color::hex(0x8fdcef), Color::hex(0xf7f3c8), Color::hex(0xc16000)],
        cost: (Color::hex(0x1f242c), Color::hex(0x66758c)),
    };
}
