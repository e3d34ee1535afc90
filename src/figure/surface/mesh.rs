//! The surface as a raster: quads filled far to near with the map's own picture.
//!
//! Canvas polygons leave seams between quads, cost a call each, and know no texture. Filled by
//! scanlines, neighbours meet at the same pixels: both compute their common edge from the same two
//! ends in the same order.

use super::scene::{DEEP, Quad, SIDE, Scene, Spot, TALL, corners};
use crate::figure::geometry::Place;
use crate::figure::raster::Raster;
use crate::figure::theme::{Color, Theme};

/// Samples a device pixel is averaged from, along each side, where the screen's pixels are large.
const FINE: usize = 2;
/// Darkening of a slope in the shade.
const SHADE: f64 = 0.2;

/// The surface with its floor; `texture` is the map over the same window. `size` is in device
/// pixels, `ratio` of which make a CSS pixel.
pub fn render(
    scene: &Scene,
    texture: &Raster,
    size: (usize, usize),
    ratio: f64,
    theme: &Theme,
) -> Raster {
    let fine = if ratio < FINE as f64 { FINE } else { 1 };
    let mut sheet = Sheet::new(size.0 * fine, size.1 * fine, opaque(theme.panel));
    let samples = ratio * fine as f64;
    let place = |(x, y): Place| (x * samples, y * samples);
    draw_floor(&mut sheet, scene, samples, theme);
    for quad in scene.quads() {
        let quad = Quad { corners: quad.corners.map(place), ..quad };
        sheet.drape(&quad, texture, light(scene, &quad));
    }
    sheet.into_raster(fine)
}

/// The floor's edges and the axis of costs, which the surface may hide.
fn draw_floor(sheet: &mut Sheet, scene: &Scene, samples: f64, theme: &Theme) {
    let color = opaque(theme.panel.toward(theme.muted, 0.55 * scene.flight));
    let floor = corners().map(|(u, v)| Spot { u, v, w: -DEEP });
    let (u, v) = scene.left_corner();
    let sides = (0..4).map(|side| (floor[side], floor[(side + 1) % 4]));
    let axis = (Spot { u, v, w: -DEEP }, Spot { u, v, w: TALL });
    for (from, to) in sides.chain([axis]) {
        sheet.line(scene.project(from), scene.project(to), samples, color);
    }
}

/// Brightness of a quad, in 256ths: the light comes over the viewer's left shoulder, and from
/// straight above there is no shade, as on the map.
fn light(scene: &Scene, quad: &Quad) -> u32 {
    let half = 1.0 / SIDE as f64;
    let at = |step: usize| 2.0 * step as f64 / SIDE as f64 - 1.0;
    let (u, v) = (at(quad.column), at(quad.row));
    let rise = |du: f64, dv: f64| {
        let (here, there) = (scene.on_surface(u, v).w, scene.on_surface(u + du, v + dv).w);
        (there - here) / (2.0 * half)
    };
    let (du, dv) = (rise(2.0 * half, 0.0), rise(0.0, 2.0 * half));
    // Uphill toward the light is bright: along the floor, the light's share of the rise.
    let left = (-scene.nearness(0.0, 1.0), scene.nearness(1.0, 0.0));
    let toward = scene.nearness(du, dv) + (left.0 * du + left.1 * dv);
    let normal = (1.0 + du * du + dv * dv).sqrt();
    let facing = (0.8 - 0.42 * toward) / normal;
    let shade = SHADE * (1.0 - facing.clamp(0.0, 1.0)) * (1.0 - scene.steepness()).sqrt();
    // Beside a place without a cost nothing is known of the slope.
    if shade.is_nan() { 256 } else { (256.0 * (1.0 - shade)) as u32 }
}

fn opaque(color: Color) -> [u8; 4] {
    let (red, green, blue) = color.rgb;
    [red, green, blue, 255]
}

/// Samples that are drawn on.
struct Sheet {
    width: usize,
    height: usize,
    samples: Vec<[u8; 4]>,
}

impl Sheet {
    fn new(width: usize, height: usize, paper: [u8; 4]) -> Self {
        Self { width, height, samples: vec![paper; width * height] }
    }

    /// A quad covered with its part of a texture.
    // A function of its own, as is the averaging of a row: a browser runs optimized code of it from one of its
    // next calls on, but never in the middle of one long call.
    #[inline(never)]
    fn drape(&mut self, quad: &Quad, texture: &Raster, light: u32) {
        let (wide, high) = (texture.width() as f64, texture.height() as f64);
        let step = (wide / SIDE as f64, -high / SIDE as f64);
        let least = (step.0 * quad.column as f64, high + step.1 * quad.row as f64);
        let at = |du: f64, dv: f64| (least.0 + step.0 * du, least.1 + step.1 * dv);
        let texels = [at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0)];
        for [a, b, c] in [[0, 1, 2], [0, 2, 3]] {
            let corners = [quad.corners[a], quad.corners[b], quad.corners[c]];
            self.triangle(corners, [texels[a], texels[b], texels[c]], texture, light);
        }
    }

    fn triangle(&mut self, corners: [Place; 3], texels: [Place; 3], texture: &Raster, light: u32) {
        let [a, b, c] = corners;
        let area = (b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        // The texture's coordinates are affine in the sample's.
        let slopes = |of: fn(Place) -> f64| {
            let (ab, ac) = (of(texels[1]) - of(texels[0]), of(texels[2]) - of(texels[0]));
            let right = (ab * (c.1 - a.1) - ac * (b.1 - a.1)) / area;
            let down = (ac * (b.0 - a.0) - ab * (c.0 - a.0)) / area;
            (right, down)
        };
        let (s, t) = (slopes(|texel| texel.0), slopes(|texel| texel.1));
        let (wide, high) = (texture.width(), texture.height());
        let texture = texture.pixels().as_chunks::<4>().0;
        let step = (fixed(s.0), fixed(t.0));
        self.spans(corners, |y, from, span| {
            let (x, y) = (from as f64 + 0.5 - a.0, y as f64 + 0.5 - a.1);
            let mut column = fixed(texels[0].0 + s.0 * x + s.1 * y);
            let mut row = fixed(texels[0].1 + t.0 * x + t.1 * y);
            for sample in span {
                let texel = whole(row).min(high - 1) * wide + whole(column).min(wide - 1);
                *sample = lit(texture[texel], light);
                column = column.wrapping_add(step.0);
                row = row.wrapping_add(step.1);
            }
        });
    }

    /// A line about one CSS pixel wide.
    fn line(&mut self, from: Place, to: Place, samples: f64, color: [u8; 4]) {
        let place = |(x, y): Place| (x * samples, y * samples);
        let (from, to) = (place(from), place(to));
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let half = 0.5 * samples / dx.hypot(dy).max(1e-9);
        let (dx, dy) = (-dy * half, dx * half);
        let quad = [
            (from.0 + dx, from.1 + dy),
            (to.0 + dx, to.1 + dy),
            (to.0 - dx, to.1 - dy),
            (from.0 - dx, from.1 - dy),
        ];
        for [a, b, c] in [[0, 1, 2], [0, 2, 3]] {
            self.spans([quad[a], quad[b], quad[c]], |_, _, span| span.fill(color));
        }
    }

    /// The samples whose middles lie in a triangle, row by row: the row, the first column, and
    /// the samples.
    fn spans(&mut self, corners: [Place; 3], mut fill: impl FnMut(usize, usize, &mut [[u8; 4]])) {
        let [a, b, c] = corners;
        let top = a.1.min(b.1).min(c.1);
        let bottom = a.1.max(b.1).max(c.1);
        // `as` saturates, so that nothing wraps around however far off a corner is.
        let first = (top - 0.5).ceil().max(0.0) as usize;
        let last = ((bottom - 0.5).ceil().max(0.0) as usize).min(self.height);
        let edges = [upright(a, b), upright(b, c), upright(c, a)];
        for y in first..last {
            let middle = y as f64 + 0.5;
            let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
            for &(upper, lower) in &edges {
                if upper.1 <= middle && middle < lower.1 {
                    let share = (middle - upper.1) / (lower.1 - upper.1);
                    let x = upper.0 + (lower.0 - upper.0) * share;
                    from = from.min(x);
                    to = to.max(x);
                }
            }
            let column = |x: f64| ((x - 0.5).ceil().max(0.0) as usize).min(self.width);
            let (from, to) = (column(from), column(to));
            if from < to {
                let row = y * self.width;
                fill(y, from, &mut self.samples[row + from..row + to]);
            }
        }
    }

    /// The picture, each pixel the mean of `fine` by `fine` samples.
    fn into_raster(self, fine: usize) -> Raster {
        if fine == 1 {
            return Raster::new(self.width, self.height, self.samples.into_flattened());
        }
        let (width, height) = (self.width / fine, self.height / fine);
        Raster::from_rows(width, height, |row, pixels| {
            let (above, below) = self.samples[2 * row * self.width..].split_at(self.width);
            average(above, &below[..self.width], pixels);
        })
    }
}

/// Bits behind the point of a coordinate of the texture. Whole numbers are an add and a shift, where a browser's
/// first, unoptimized code takes several times as long for each conversion.
const POINT: u32 = 16;

/// A coordinate of the texture as a fixed-point number. Saturates; only slivers without samples come so far.
fn fixed(coordinate: f64) -> i32 {
    (coordinate * f64::from(1 << POINT)) as i32
}

/// The whole part of a fixed-point number; 0 below 0.
fn whole(fixed: i32) -> usize {
    (fixed >> POINT).max(0) as usize
}

/// Red and blue of a colour, green between them left out: two parts at a time.
const RED_AND_BLUE: u32 = 0x00ff_00ff;

/// A colour in the light, of 256ths.
fn lit(color: [u8; 4], light: u32) -> [u8; 4] {
    let color = u32::from_le_bytes(color);
    let red_and_blue = (((color & RED_AND_BLUE) * light) >> 8) & RED_AND_BLUE;
    let green = (((color >> 8) & 0xff) * light) & 0xff00;
    (red_and_blue | green | 0xff00_0000).to_le_bytes()
}

/// Averages two rows of samples to one of pixels, four samples a pixel.
#[inline(never)]
fn average(above: &[[u8; 4]], below: &[[u8; 4]], pixels: &mut [[u8; 4]]) {
    let pairs = above.as_chunks::<FINE>().0.iter().zip(below.as_chunks::<FINE>().0);
    for (pixel, ([a, b], [c, d])) in pixels.iter_mut().zip(pairs) {
        let samples = [a, b, c, d].map(|sample| u32::from_le_bytes(*sample));
        // Four times 255 fit between the parts.
        let mean = |shift: u32| {
            let sum = samples.iter().map(|sample| (sample >> shift) & RED_AND_BLUE).sum::<u32>();
            ((sum + 0x0002_0002) >> 2) & RED_AND_BLUE
        };
        *pixel = (mean(0) | (mean(8) << 8)).to_le_bytes();
    }
}

/// The two ends of an edge, the upper one first; of equals, the left one.
fn upright(p: Place, q: Place) -> (Place, Place) {
    if (p.1, p.0) <= (q.1, q.0) { (p, q) } else { (q, p) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two triangles that share an edge cover each sample between them once.
    #[test]
    fn neighbours_neither_overlap_nor_leave_a_seam() {
        let mut sheet = Sheet::new(64, 64, [0; 4]);
        let corners = [(3.3, 2.1), (60.7, 9.4), (55.2, 61.9), (1.2, 50.6)];
        for [a, b, c] in [[0, 1, 2], [2, 3, 0]] {
            sheet.spans([corners[a], corners[b], corners[c]], |_, _, span| {
                span.iter_mut().for_each(|sample| sample[0] += 1);
            });
        }
        for y in 12..48 {
            let covered: Vec<u8> = (6..54).map(|x| sheet.samples[y * 64 + x][0]).collect();
            assert!(covered.iter().all(|&times| times == 1), "row {y}: {covered:?}");
        }
    }

    #[test]
    fn parts_of_a_colour_are_lit_and_averaged_each_for_itself() {
        assert_eq!(lit([200, 100, 3, 255], 128), [100, 50, 1, 255]);
        assert_eq!(lit([255; 4], 256), [255; 4]);
        let mut pixels = [[0; 4]];
        average(
            &[[255, 0, 7, 255], [255, 1, 8, 255]],
            &[[255, 0, 8, 255], [254, 1, 8, 255]],
            &mut pixels,
        );
        assert_eq!(pixels, [[255, 1, 8, 255]]);
    }

    #[test]
    fn corners_that_are_astronomically_far_or_not_numbers_do_no_harm() {
        let mut sheet = Sheet::new(8, 8, [0; 4]);
        for far in [1e300, -1e300, f64::NAN, f64::INFINITY] {
            sheet.spans([(far, 0.0), (4.0, far), (1.0, 5.0)], |_, _, span| span.fill([1; 4]));
        }
        assert_eq!(sheet.samples.len(), 64);
    }
}
