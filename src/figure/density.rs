//! Density of points that are too many to draw one by one.

use super::dots::Dot;
use super::geometry::Place;
use super::raster::{Ramp, Raster};
use super::theme::Theme;

/// Density of points that are too many to draw one by one: darker where more of them overlap, with
/// single points still visible.
#[derive(Clone, Debug)]
pub struct Density {
    width: usize,
    height: usize,
    cells: Vec<Cell>,
}

/// Points on one device pixel.
#[derive(Clone, Copy, Debug)]
struct Cell {
    count: f32,
    /// Index of the last point there, or [`NONE`].
    point: u32,
}

/// Points that are added by one call.
const BLOCK: u32 = 2048;

/// How far beyond the colour of points the greatest crowd is, on the way to that of text. A single point has to stand
/// out from the paper, which leaves crowds little on the way to the colour of points itself.
const DEPTH: f64 = 0.45;

/// Mark for no point, which is no point's index.
const NONE: u32 = u32::MAX;

impl Density {
    /// An empty picture of so many device pixels, at least one.
    pub fn new(width: usize, height: usize) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        Self { width, height, cells: vec![Cell { count: 0.0, point: NONE }; width * height] }
    }

    /// Adds points at places in device pixels, the first of which has the index `first`.
    pub fn add_all(&mut self, mut places: impl Iterator<Item = Place>, mut first: u32) {
        // By the block: see `add_block`.
        loop {
            let added = self.add_block(&mut places, first);
            first += added;
            if added < BLOCK {
                return;
            }
        }
    }

    /// Adds up to [`BLOCK`] points. Returns the number of points added.
    // A function of its own: a browser runs optimized code of it from one of its next calls on, but never
    // in the middle of one long call.
    #[inline(never)]
    fn add_block(&mut self, places: &mut impl Iterator<Item = Place>, first: u32) -> u32 {
        let mut added = 0;
        for (x, y) in places.take(BLOCK as usize) {
            self.add(x, y, first + added);
            added += 1;
        }
        added
    }

    /// Adds a point, by its index, at a place in device pixels. Ignores places outside the picture.
    fn add(&mut self, x: f64, y: f64, point: u32) {
        if x >= 0.0 && y >= 0.0 {
            let (x, y) = (x as usize, y as usize);
            if x < self.width && y < self.height {
                let cell = &mut self.cells[y * self.width + x];
                cell.count += 1.0;
                cell.point = point;
            }
        }
    }

    /// Adds rows that are counted in the cells of a grid, whose columns and rows begin and end at these
    /// places in device pixels. A cell with fewer rows than it covers pixels has them in its middle; of
    /// another one each pixel has its share.
    pub fn add_grid(&mut self, counts: &[u32], xs: &[f64], ys: &[f64]) {
        let columns = xs.len().saturating_sub(1);
        let mut line = vec![0.0_f32; self.width];
        for (counts, ends) in counts.chunks_exact(columns.max(1)).zip(ys.windows(2)) {
            let (top, bottom) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            line.fill(0.0);
            for (&count, ends) in counts.iter().zip(xs.windows(2)) {
                if count == 0 {
                    continue;
                }
                let (left, right) = (ends[0], ends[1]);
                if f64::from(count) < (right - left) * (bottom - top) {
                    self.add_share(count as f32, (0.5 * (left + right), 0.5 * (top + bottom)));
                    continue;
                }
                for (pixel, share) in shares(left, right, self.width) {
                    line[pixel] += count as f32 * share;
                }
            }
            for (pixel, share) in shares(top, bottom, self.height) {
                let cells = &mut self.cells[pixel * self.width..][..self.width];
                for (cell, count) in cells.iter_mut().zip(&line) {
                    cell.count += count * share;
                }
            }
        }
    }

    fn add_share(&mut self, count: f32, (x, y): Place) {
        if x >= 0.0 && y >= 0.0 && (x as usize) < self.width && (y as usize) < self.height {
            self.cells[y as usize * self.width + x as usize].count += count;
        }
    }

    /// Records the index of a point at a place, without adding it to the picture.
    pub fn mark(&mut self, (x, y): Place, point: u32) {
        if x >= 0.0 && y >= 0.0 && (x as usize) < self.width && (y as usize) < self.height {
            self.cells[y as usize * self.width + x as usize].point = point;
        }
    }

    /// The point whose pixel is nearest to a place, within `reach` device pixels. Reads only the pixels
    /// around the place, however many points there are.
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
            .filter(|(cell, distance)| cell.point != NONE && *distance <= reach)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(cell, _)| cell.point)
    }

    /// Paints each point as a disc, in this theme's colours: a single one as a dot on paper, and crowds the further
    /// beyond the colour of points the more there are.
    pub fn raster(&self, dot: Dot, theme: &Theme) -> Raster {
        let spread = self.spread(dot.radius);
        let mut most = 1.0_f32;
        for row in spread.rows(self) {
            for &weight in row {
                most = most.max(weight);
            }
        }
        let alone = theme.panel.toward(theme.points, f64::from(dot.strength));
        let shades = Shades {
            rims: Ramp::between(theme.panel, alone),
            crowds: Ramp::between(alone, theme.points.toward(theme.ink, DEPTH)),
            most: doublings(most).max(1.0),
        };
        let mut rows = spread.rows(self);
        Raster::from_rows(self.width, self.height, |_, pixels| {
            shades.paint_row(rows.next().unwrap_or_default(), pixels);
        })
    }

    /// The number of points that cover each pixel; rims of discs count in part.
    fn spread(&self, radius: f64) -> Spread {
        let reach = radius.ceil() as usize;
        let side = 2 * reach + 1;
        let cover = |x: usize, y: usize| {
            let away = |at: usize| at as f64 - reach as f64;
            (radius + 0.5 - away(x).hypot(away(y))).clamp(0.0, 1.0) as f32
        };
        let disc: Vec<f32> = (0..side)
            .flat_map(|y| (0..side).map(move |x| (x, y)))
            .map(|(x, y)| cover(x, y))
            .collect();
        let width = self.width + 2 * reach;
        let mut weights = vec![0.0; width * (self.height + 2 * reach)];
        for (y, cells) in self.cells.chunks_exact(self.width).enumerate() {
            spread_row(cells, (&disc, side), &mut weights[y * width..][..side * width]);
        }
        Spread { reach, width, weights }
    }
}

/// Adds a disc to `weights`, `side` rows of them, for each point of a row of cells.
// A function of its own for the sake of a page's first picture, as `add_block` is.
#[inline(never)]
fn spread_row(cells: &[Cell], (disc, side): (&[f32], usize), weights: &mut [f32]) {
    let width = weights.len() / side;
    for (x, cell) in cells.iter().enumerate().filter(|(_, cell)| cell.count != 0.0) {
        for (down, covers) in disc.chunks_exact(side).enumerate() {
            let from = down * width + x;
            for (weight, cover) in weights[from..from + side].iter_mut().zip(covers) {
                *weight += cell.count * cover;
            }
        }
    }
}

/// Colours of pixels by the number of points that cover them.
struct Shades {
    /// From no point to one: the soft rim of a disc.
    rims: Ramp,
    /// From one point to as many as there are anywhere.
    crowds: Ramp,
    /// Doublings from one point to the most that cover a pixel.
    most: f32,
}

impl Shades {
    /// Paints one row of pixels.
    // A function of its own for the sake of a page's first picture, as `add_block` is.
    #[inline(never)]
    fn paint_row(&self, weights: &[f32], pixels: &mut [[u8; 4]]) {
        let [red, green, blue] = self.rims.at(0.0);
        for (pixel, &weight) in pixels.iter_mut().zip(weights) {
            let [red, green, blue] = match weight {
                none if none <= 0.0 => [red, green, blue],
                rim if rim <= 1.0 => self.rims.at(f64::from(rim)),
                // Each doubling adds the same.
                crowd => self.crowds.at(f64::from(doublings(crowd) / self.most)),
            };
            *pixel = [red, green, blue, 255];
        }
    }
}

/// The pixels, of so many, that are between two places, each with its share of what is there.
fn shares(from: f64, to: f64, pixels: usize) -> impl Iterator<Item = (usize, f32)> {
    let (first, last) = (from.max(0.0) as usize, (to.max(0.0).ceil() as usize).min(pixels));
    (first..last).map(move |pixel| {
        let (low, high) = (from.max(pixel as f64), to.min(pixel as f64 + 1.0));
        (pixel, ((high - low).max(0.0) / (to - from)) as f32)
    })
}

/// Number of points that cover each pixel of a picture, and of a rim around it that discs at its edges
/// reach into.
struct Spread {
    reach: usize,
    /// Width of a row, both rims included.
    width: usize,
    weights: Vec<f32>,
}

impl Spread {
    /// The rows of the picture itself.
    fn rows(&self, density: &Density) -> impl Iterator<Item = &[f32]> {
        let (from, width) = (self.reach, density.width);
        let rows = self.weights.chunks_exact(self.width).skip(self.reach).take(density.height);
        rows.map(move |row| &row[from..from + width])
    }
}

/// The logarithm to base 2 of a number that is at least 1: exact at each doubling, straight in
/// between, and quick.
fn doublings(number: f32) -> f32 {
    // A float is its exponent followed by what is to be added to the doubling.
    const ONE: u32 = 1.0_f32.to_bits();
    number.to_bits().saturating_sub(ONE) as f32 / (1 << 23) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOT: Dot = Dot { radius: 2.0, strength: 0.4 };

    #[test]
    fn each_doubling_of_a_crowd_counts_the_same() {
        for (number, expected) in [(1.0, 0.0), (2.0, 1.0), (3.0, 1.5), (4.0, 2.0), (1024.0, 10.0)] {
            assert_eq!(doublings(number), expected);
        }
    }

    #[test]
    fn rows_of_a_grid_are_shared_out_by_area_and_few_of_them_stay_together() {
        let mut density = Density::new(4, 3);
        // Two columns of 1.5 pixels, the first of them half outside; two rows of 1.5.
        density.add_grid(&[60, 0, 1, 30], &[-0.5, 1.0, 2.5], &[3.0, 1.5, 0.0]);
        let counts: Vec<f32> = density.cells.iter().map(|cell| cell.count).collect();
        let near = |at: usize, count: f32| (counts[at] - count).abs() < 1e-4;
        assert!(
            near(8, 60.0 * 2.0 / 3.0 * 2.0 / 3.0) && near(4, 60.0 * 2.0 / 3.0 / 3.0),
            "{counts:?}"
        );
        assert!(near(0, 1.0), "one row is one point, in the middle: {counts:?}");
        assert!(near(1, 30.0 * 2.0 / 3.0 * 2.0 / 3.0) && near(6, 30.0 / 3.0 / 3.0), "{counts:?}");
        assert!(near(3, 0.0) && near(11, 0.0), "{counts:?}");
        assert_eq!(density.nearest(0.0, 0.0, 9.0), None, "nobody knows which rows they are");
    }

    #[test]
    fn a_disc_at_the_edge_is_cut_off_there() {
        let mut density = Density::new(12, 8);
        density.add(0.0, 0.0, 0);
        density.add(11.9, 7.9, 1);
        let raster = density.raster(DOT, &Theme::LIGHT);
        for (x, y) in [(0, 0), (1, 0), (0, 1), (11, 7), (10, 7), (11, 6)] {
            assert!(darkness(&raster, x, y) > 60, "({x}, {y})");
        }
        for (x, y) in [(11, 0), (0, 7), (6, 4), (4, 0), (7, 7)] {
            assert_eq!(darkness(&raster, x, y), 0, "({x}, {y})");
        }
    }

    fn darkness(raster: &Raster, x: usize, y: usize) -> u32 {
        let at = (y * raster.width() + x) * 4;
        raster.pixels()[at..at + 3].iter().map(|&part| 255 - u32::from(part)).sum()
    }

    #[test]
    fn a_single_point_is_seen_beside_a_crowd_and_the_crowd_is_denser() {
        let mut density = Density::new(40, 20);
        density.add(30.0, 10.0, 0);
        (0..100_000).for_each(|point| density.add(10.0, 10.0, point));
        let raster = density.raster(DOT, &Theme::LIGHT);
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
        assert!(density.cells.iter().all(|cell| cell.count == 0.0));
    }
}
