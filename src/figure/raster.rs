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

    /// A raster whose pixel in column `x` of row `y` has the colour `color(x, y)`.
    pub fn from_fn(
        width: usize,
        height: usize,
        mut color: impl FnMut(usize, usize) -> [u8; 3],
    ) -> Self {
        let mut pixels = Vec::with_capacity(width * height * 4);
        for y in 0..height {
            for x in 0..width {
                let [red, green, blue] = color(x, y);
                pixels.extend([red, green, blue, 255]);
            }
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

/// Points too many to draw one by one, as their density: where more lie on one another it is
/// denser, and a single one stays in sight.
#[derive(Clone, Debug)]
pub struct Density {
    width: usize,
    height: usize,
    cells: Vec<Cell>,
}

/// What fell on one device pixel.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    count: u32,
    /// The last point that did.
    point: u32,
}

impl Density {
    /// An empty picture of so many device pixels.
    pub fn new(width: usize, height: usize) -> Self {
        Self { width, height, cells: vec![Cell::default(); width * height] }
    }

    /// Adds a point, by its index, at a place in device pixels; places outside do not count.
    pub fn add(&mut self, x: f64, y: f64, point: u32) {
        if x >= 0.0 && y >= 0.0 {
            let (x, y) = (x as usize, y as usize);
            if x < self.width && y < self.height {
                let cell = &mut self.cells[y * self.width + x];
                cell.count += 1;
                cell.point = point;
            }
        }
    }

    /// A point whose pixel is the nearest to a place within `reach` device pixels: a look at the
    /// pixels around it, however many points there are.
    pub fn nearest(&self, x: f64, y: f64, reach: f64) -> Option<u32> {
        let reach = reach.clamp(0.0, 200.0);
        let span = |middle: f64, most: usize| {
            let from = (middle - reach).floor().max(0.0) as usize;
            from..((middle + reach).ceil().max(0.0) as usize).min(most)
        };
        let rows = span(y, self.height);
        let cells = rows.flat_map(|row| span(x, self.width).map(move |column| (column, row)));
        let away =
            |(column, row): (usize, usize)| (column as f64 + 0.5 - x).hypot(row as f64 + 0.5 - y);
        cells
            .map(|at| (self.cells[at.1 * self.width + at.0], away(at)))
            .filter(|(cell, distance)| cell.count > 0 && *distance <= reach)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(cell, _)| cell.point)
    }

    /// Every point becomes a disc of `radius` device pixels, from `paper` where there is none to
    /// `ink` where there are most.
    pub fn raster(&self, radius: f64, paper: Color, ink: Color) -> Raster {
        /// How visible a single point is.
        const LEAST: f64 = 0.4;
        let weights = self.spread(radius);
        let most = f64::from(weights.iter().copied().fold(1.0_f32, f32::max));
        let ramp = Ramp::between(paper, ink);
        let scale = (1.0 - LEAST) / most.ln().max(1.0);
        Raster::from_fn(self.width, self.height, |x, y| {
            let weight = f64::from(weights[y * self.width + x]);
            // Below one point it is the soft rim of a disc; above, each doubling adds the same.
            let share = if weight <= 1.0 { LEAST * weight } else { LEAST + scale * weight.ln() };
            ramp.at(share)
        })
    }

    /// How many points cover each pixel, rims of discs counting in part.
    fn spread(&self, radius: f64) -> Vec<f32> {
        let reach = radius.ceil() as isize;
        let disc: Vec<(isize, isize, f32)> = (-reach..=reach)
            .flat_map(|dy| (-reach..=reach).map(move |dx| (dx, dy)))
            .filter_map(|(dx, dy)| {
                let distance = (dx as f64).hypot(dy as f64);
                let cover = (radius + 0.5 - distance).clamp(0.0, 1.0) as f32;
                (cover > 0.0).then_some((dx, dy, cover))
            })
            .collect();
        let mut weights = vec![0.0; self.cells.len()];
        let filled = self.cells.iter().enumerate().filter(|(_, cell)| cell.count > 0);
        for (index, &Cell { count, .. }) in filled {
            let (x, y) = ((index % self.width) as isize, (index / self.width) as isize);
            for &(dx, dy, cover) in &disc {
                let (x, y) = (x + dx, y + dy);
                let inside =
                    (0..self.width as isize).contains(&x) && (0..self.height as isize).contains(&y);
                if inside {
                    weights[y as usize * self.width + x as usize] += count as f32 * cover;
                }
            }
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::theme::Theme;

    fn darkness(raster: &Raster, x: usize, y: usize) -> u32 {
        let at = (y * raster.width() + x) * 4;
        raster.pixels()[at..at + 3].iter().map(|&part| 255 - u32::from(part)).sum()
    }

    #[test]
    fn a_single_point_is_seen_beside_a_crowd_and_the_crowd_is_denser() {
        let mut density = Density::new(40, 20);
        density.add(30.0, 10.0, 0);
        (0..100_000).for_each(|point| density.add(10.0, 10.0, point));
        let raster = density.raster(2.0, Theme::LIGHT.panel, Theme::LIGHT.points);
        assert_eq!(darkness(&raster, 20, 10), 0);
        let (alone, crowd) = (darkness(&raster, 30, 10), darkness(&raster, 10, 10));
        assert!(alone > 60, "{alone}");
        assert!(crowd > 2 * alone, "{crowd} against {alone}");
    }

    #[test]
    fn the_nearest_point_is_found_without_a_look_at_all_of_them() {
        let mut density = Density::new(40, 20);
        for (point, (x, y)) in [(3.0, 4.0), (30.2, 10.7), (30.4, 10.1)].into_iter().enumerate() {
            density.add(x, y, point as u32);
        }
        assert_eq!(density.nearest(28.0, 10.0, 6.0), Some(2), "the last on its pixel");
        assert_eq!(density.nearest(0.0, 0.0, 6.0), Some(0));
        assert_eq!(density.nearest(15.0, 10.0, 6.0), None);
        assert_eq!(density.nearest(f64::NAN, -1e9, 1e9), None);
    }

    #[test]
    fn points_outside_do_not_wrap_around() {
        let mut density = Density::new(4, 4);
        for place in [(-1.0, 0.0), (4.0, 1.0), (1.0, 4.0), (f64::NAN, 1.0), (1e300, 1.0)] {
            density.add(place.0, place.1, 0);
        }
        assert!(density.cells.iter().all(|cell| cell.count == 0));
    }
}
