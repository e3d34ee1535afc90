//! Points as dots: one by one where they are hundreds, in one picture where they are more.

use super::geometry::Place;
use super::raster::Raster;
use super::theme::Color;

/// Look of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Its radius in pixels.
    pub radius: f64,
    /// Opacity of a single one, from 0 to 1.
    pub strength: f32,
}

/// Opacity of a single dot: translucent, so that dots on one another look denser, and three times as light or as dark as
/// what is behind it.
const STRENGTH: f32 = 0.74;

/// So few points are drawn large, and always one by one.
pub const FEW: usize = 300;

impl Dot {
    /// A dot where there are so many, in CSS pixels: smaller where they are many.
    pub fn for_count(count: usize) -> Self {
        // From hundreds to tens of thousands.
        let many = ((count as f64 / FEW as f64).log10() / 2.0).clamp(0.0, 1.0);
        let radius = if count <= FEW { 4.0 } else { 2.5 - 1.3 * many };
        Self { radius, strength: STRENGTH }
    }

    /// The same dot where `ratio` pixels make one of those before.
    pub fn scaled(self, ratio: f64) -> Self {
        Self { radius: self.radius * ratio, ..self }
    }
}

/// A picture of so many pixels with a dot at each place; those on one another look denser.
pub fn picture(
    size: (usize, usize),
    places: impl Iterator<Item = Place>,
    dot: Dot,
    paper: Color,
    ink: Color,
) -> Raster {
    let (width, height) = size;
    let (red, green, blue) = paper.rgb;
    let mut pixels = [red, green, blue, 255].repeat(width * height);
    let ink = [ink.rgb.0, ink.rgb.1, ink.rgb.2].map(f32::from);
    let reach = dot.radius + 0.5;
    // `as` saturates, so that nothing wraps around however far off a place is.
    let span = |middle: f64, most: usize| {
        let pixel = |edge: f64| (edge.max(0.0) as usize).min(most);
        pixel((middle - reach).floor())..pixel((middle + reach).ceil())
    };
    for (x, y) in places.filter(|(x, y)| x.is_finite() && y.is_finite()) {
        for row in span(y, height) {
            for column in span(x, width) {
                let (dx, dy) = (column as f64 + 0.5 - x, row as f64 + 0.5 - y);
                let cover = (reach - (dx * dx + dy * dy).sqrt()).clamp(0.0, 1.0) as f32;
                let at = 4 * (row * width + column);
                for (part, ink) in pixels[at..at + 3].iter_mut().zip(ink) {
                    let below = f32::from(*part);
                    *part = (below + (ink - below) * dot.strength * cover).round() as u8;
                }
            }
        }
    }
    Raster::new(width, height, pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::theme::Theme;

    #[test]
    fn two_dots_on_one_another_are_denser_than_one_and_none_wraps_around() {
        let dot = Dot { radius: 2.0, strength: 0.5 };
        let places =
            [(5.0, 5.0), (15.0, 5.0), (15.0, 5.0), (-1.0, 9.0), (f64::NAN, 3.0), (1e300, 5.0)];
        let theme = Theme::LIGHT;
        let raster = picture((20, 10), places.into_iter(), dot, theme.panel, theme.points);
        let darkness = |x: usize, y: usize| {
            let at = 4 * (y * 20 + x);
            raster.pixels()[at..at + 3].iter().map(|&part| 255 - u32::from(part)).sum::<u32>()
        };
        assert!(darkness(5, 5) > 60 && darkness(15, 5) > darkness(5, 5) + 40);
        assert!(darkness(0, 9) > 0, "half of it is in sight");
        for (x, y) in [(19, 9), (19, 8), (10, 5), (0, 0), (19, 5)] {
            assert_eq!(darkness(x, y), 0, "({x}, {y})");
        }
    }
}
