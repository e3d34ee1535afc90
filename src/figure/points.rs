//! The points of the data: one by one, in one picture, or as their density, by how many they are.

use plotters_backend::DrawingErrorKind;

use super::backend::{Backend, Drawn};
use super::density::Density;
use super::dots::{Dot, FEW, picture};
use super::frame::Frame;
use super::geometry::Place;
use super::pen::Pen;
use super::raster::Raster;
use crate::data::grid::{CellAxis, Grid, SIDE};

/// More points than this are drawn as their density, which tells where they are many.
const MANY: usize = 2_000;
/// Pixels of a picture that are put in the time that a browser takes to draw one point.
const PIXELS_A_POINT: usize = 400;

/// Points that there is time for in one frame of a browser.
pub const AT_ONCE: usize = 1 << 19;

/// Index of the points of a figure by place, however many there are.
#[derive(Clone, Debug)]
pub struct Index {
    density: Density,
    plate: Plate,
    /// Number of points in it, counted from the first.
    counted: usize,
}

impl Index {
    /// Whether all of so many points are in it.
    pub fn has_all(&self, count: usize) -> bool {
        self.counted == count
    }

    /// The index of a point whose pixel is the nearest to a place within `reach` CSS pixels.
    pub fn nearest(&self, place: Place, reach: f64) -> Option<usize> {
        let (x, y) = self.plate.pixel(place);
        self.density.nearest(x, y, reach * self.plate.ratio).map(|point| point as usize)
    }
}

/// Draws the grid and so many points at their places; gives an index where they are too many to
/// look at each. Of those, it goes on where `before` ended, and looks at `most` more.
pub fn draw_on_grid<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    places: impl Iterator<Item = Place>,
    count: usize,
    (before, most): (Option<Index>, usize),
) -> Result<Option<Index>, DrawingErrorKind<B::ErrorType>> {
    let plate = Plate::of(pen, frame);
    let slower_in_a_picture = count * PIXELS_A_POINT < plate.size.0 * plate.size.1;
    if count <= FEW || (count <= MANY && slower_in_a_picture) {
        frame.draw_grid(pen)?;
        draw_one_by_one(pen, frame, places, count)?;
        return Ok(None);
    }
    // A picture covers what is below it: the grid comes after.
    let dot = Dot::for_count(count).scaled(plate.ratio);
    let pixels = places.map(|place| plate.pixel(place));
    let (paper, ink) = (pen.theme.panel, pen.theme.points);
    let index = if count <= MANY {
        plate.put(pen, &picture(plate.size, pixels, dot, paper, ink))?;
        None
    } else {
        let (mut density, from) = match before {
            Some(Index { density, counted, .. }) => (density, counted),
            None => (Density::new(plate.size.0, plate.size.1), 0),
        };
        density.add_all(pixels.skip(from).take(most), from as u32);
        plate.put(pen, &density.raster(dot, pen.theme))?;
        Some(Index { density, plate, counted: count.min(from.saturating_add(most)) })
    };
    frame.draw_grid(pen)?;
    Ok(index)
}

/// Draws the grid and the density of all rows where it is known how many lie where; `sample` are the places
/// of those that can be pointed at.
pub fn draw_rows_on_grid<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    rows: &Grid,
    sample: impl Iterator<Item = Place>,
) -> Result<Index, DrawingErrorKind<B::ErrorType>> {
    let plate = Plate::of(pen, frame);
    let mut density = Density::new(plate.size.0, plate.size.1);
    let ends = |axis: CellAxis| (0..=SIDE).map(move |cell| axis.from + cell as f64 * axis.cell);
    let xs: Vec<f64> = ends(rows.x()).map(|x| plate.pixel(frame.place(x, 0.0)).0).collect();
    let ys: Vec<f64> = ends(rows.y()).map(|y| plate.pixel(frame.place(0.0, y)).1).collect();
    density.add_grid(rows.counts(), &xs, &ys);
    let mut counted = 0;
    for (point, place) in (0..).zip(sample) {
        density.mark(plate.pixel(place), point);
        counted += 1;
    }
    let dot = Dot::for_count(usize::MAX).scaled(plate.ratio);
    plate.put(pen, &density.raster(dot, pen.theme))?;
    frame.draw_grid(pen)?;
    Ok(Index { density, plate, counted })
}

/// Draws points at their places, as those of `count`.
pub fn draw_one_by_one<B: Backend>(
    pen: &mut Pen<'_, B>,
    frame: &Frame,
    places: impl Iterator<Item = Place>,
    count: usize,
) -> Drawn<B> {
    let dot = Dot::for_count(count);
    let color = pen.theme.points.alpha(f64::from(dot.strength));
    pen.discs(places.filter(|&place| frame.plot.contains(place)), dot.radius, color)
}

/// The device pixels of a plot.
#[derive(Clone, Copy, Debug)]
struct Plate {
    /// The upper left one.
    corner: Place,
    size: (usize, usize),
    /// Device pixels to a CSS pixel.
    ratio: f64,
}

impl Plate {
    fn of<B: Backend>(pen: &Pen<'_, B>, frame: &Frame) -> Self {
        let (ratio, plot) = (pen.ratio(), frame.plot);
        let corner = ((plot.left * ratio).round(), (plot.top * ratio).round());
        let size = |from: f64, to: f64| ((to * ratio).round() - from).max(1.0) as usize;
        Self { corner, size: (size(corner.0, plot.right), size(corner.1, plot.bottom)), ratio }
    }

    /// A place in pixels of the plate.
    fn pixel(&self, (x, y): Place) -> Place {
        (x * self.ratio - self.corner.0, y * self.ratio - self.corner.1)
    }

    fn put<B: Backend>(&self, pen: &mut Pen<'_, B>, raster: &Raster) -> Drawn<B> {
        pen.raster(raster, (self.corner.0 / self.ratio, self.corner.1 / self.ratio))
    }
}
