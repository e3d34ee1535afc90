//! Drawing in CSS pixels on any plotters backend.

use plotters_backend::BackendCoord;

use super::backend::{Anchor, Backend, Drawn, Label, Stroke};
use super::geometry::{Place, Rect, clip};
use super::raster::Raster;
use super::theme::{Color, Look, Marker, Theme};

/// Size of the text in figures, in CSS pixels.
pub const TEXT: f64 = 12.0;

/// Draws on a backend whose pixels are `ratio` times finer than CSS pixels.
pub struct Pen<'a, B: Backend> {
    backend: &'a mut B,
    ratio: f64,
    /// The colours to draw with.
    pub theme: &'a Theme,
}

impl<'a, B: Backend> Pen<'a, B> {
    /// A pen for this backend.
    pub fn new(backend: &'a mut B, ratio: f64, theme: &'a Theme) -> Self {
        Self { backend, ratio, theme }
    }

    /// Width and height of the figure in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = self.backend.get_size();
        (f64::from(width) / self.ratio, f64::from(height) / self.ratio)
    }

    /// Width and height of the figure in device pixels.
    pub fn device_size(&self) -> (usize, usize) {
        let (width, height) = self.backend.get_size();
        (width as usize, height as usize)
    }

    /// Device pixels to a CSS pixel.
    pub fn ratio(&self) -> f64 {
        self.ratio
    }

    fn device(&self, (x, y): Place) -> BackendCoord {
        // `as` saturates, so that nothing wraps around however far off it is.
        ((x * self.ratio).round() as i32, (y * self.ratio).round() as i32)
    }

    fn stroke(&self, color: Color, width: f64) -> Stroke {
        Stroke { color, width: (width * self.ratio).round().max(1.0) as u32 }
    }

    /// Covers the whole figure with a colour.
    pub fn clear(&mut self, color: Color) -> Drawn<B> {
        let (width, height) = self.backend.get_size();
        self.backend.draw_rect((0, 0), (width as i32, height as i32), &color, true)
    }

    /// Draws a filled rectangle.
    pub fn rect(&mut self, rect: Rect, color: Color) -> Drawn<B> {
        let (from, to) =
            (self.device((rect.left, rect.top)), self.device((rect.right, rect.bottom)));
        self.backend.draw_rect(from, to, &color, true)
    }

    /// Draws a straight line.
    pub fn line(&mut self, from: Place, to: Place, color: Color, width: f64) -> Drawn<B> {
        let stroke = self.stroke(color, width);
        self.backend.draw_line(self.device(from), self.device(to), &stroke)
    }

    /// Draws many separate straight lines, clipped to `within`.
    pub fn segments(
        &mut self,
        segments: impl Iterator<Item = (Place, Place)>,
        within: Rect,
        color: Color,
        width: f64,
    ) -> Drawn<B> {
        let segments: Vec<_> = segments
            .filter_map(|(from, to)| clip(from, to, within))
            .map(|(from, to)| (self.device(from), self.device(to)))
            .collect();
        let stroke = self.stroke(color, width);
        self.backend.draw_segments(&segments, &stroke)
    }

    /// Draws a line through all places, clipped to `within`, with gaps where a place is not finite.
    pub fn path(
        &mut self,
        places: impl Iterator<Item = Place>,
        within: Rect,
        color: Color,
        width: f64,
    ) -> Drawn<B> {
        let stroke = self.stroke(color, width);
        let mut piece: Vec<Place> = Vec::new();
        let mut last: Option<BackendCoord> = None;
        let mut previous: Option<Place> = None;
        for place in places {
            if let Some((from, to)) = previous.and_then(|from| clip(from, place, within)) {
                for (place, goes_on) in [(from, false), (to, true)] {
                    let pixel = Some(self.device(place));
                    // Steps shorter than a pixel are not drawn one by one.
                    if pixel != last || piece.is_empty() {
                        if !goes_on {
                            self.flush(&mut piece, &stroke)?;
                        }
                        piece.push((place.0 * self.ratio, place.1 * self.ratio));
                        last = pixel;
                    }
                }
            } else {
                self.flush(&mut piece, &stroke)?;
            }
            previous = Some(place);
        }
        self.flush(&mut piece, &stroke)
    }

    fn flush(&mut self, piece: &mut Vec<Place>, stroke: &Stroke) -> Drawn<B> {
        if piece.len() > 1 {
            self.backend.draw_curve(piece, stroke)?;
        }
        piece.clear();
        Ok(())
    }

    /// Draws a dashed straight line, clipped to `within`.
    pub fn dashed(
        &mut self,
        from: Place,
        to: Place,
        within: Rect,
        color: Color,
        width: f64,
    ) -> Drawn<B> {
        const DASH: f64 = 6.0;
        let Some((from, to)) = clip(from, to, within) else {
            return Ok(());
        };
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy).max(f64::MIN_POSITIVE);
        let at = |distance: f64| {
            let share = (distance / length).min(1.0);
            (from.0 + dx * share, from.1 + dy * share)
        };
        let dashes = (length / (2.0 * DASH)).ceil() as usize;
        let dash = |index: usize| {
            let start = 2.0 * DASH * index as f64;
            (at(start), at(start + DASH))
        };
        self.segments((0..dashes).map(dash), within, color, width)
    }

    /// Draws a straight arrow, clipped to `within`. Draws nothing where it is too short to have a direction.
    pub fn arrow(
        &mut self,
        from: Place,
        to: Place,
        within: Rect,
        color: Color,
        width: f64,
    ) -> Drawn<B> {
        const HEAD: f64 = 8.0;
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        if !length.is_finite() || length < 3.0 {
            return Ok(());
        }
        let (dx, dy) = (dx / length, dy / length);
        let head = HEAD.min(0.7 * length);
        let neck = (to.0 - dx * head, to.1 - dy * head);
        self.path([from, neck].into_iter(), within, color, width)?;
        if !within.contains(to) {
            return Ok(());
        }
        let (across, down) = (-dy * 0.5 * head, dx * 0.5 * head);
        let barbs = [to, (neck.0 + across, neck.1 + down), (neck.0 - across, neck.1 - down)];
        self.polygon(&barbs, color)
    }

    /// Draws a filled polygon.
    pub fn polygon(&mut self, corners: &[Place], color: Color) -> Drawn<B> {
        let corners: Vec<_> = corners.iter().map(|&corner| self.device(corner)).collect();
        self.backend.fill_polygon(corners, &color)
    }

    /// Draws a filled disc.
    pub fn disc(&mut self, center: Place, radius: f64, color: Color) -> Drawn<B> {
        self.backend.draw_circle(self.device(center), self.radius(radius), &color, true)
    }

    /// Draws many discs of one radius and colour.
    pub fn discs(
        &mut self,
        centers: impl Iterator<Item = Place>,
        radius: f64,
        color: Color,
    ) -> Drawn<B> {
        let centers: Vec<_> = centers.map(|center| self.device(center)).collect();
        self.backend.draw_discs(&centers, self.radius(radius), color)
    }

    /// A radius in device pixels.
    fn radius(&self, radius: f64) -> u32 {
        (radius * self.ratio).round().max(1.0) as u32
    }

    /// Draws the ball of a run: its shape, with a rim that keeps it apart from what is below.
    pub fn ball(&mut self, center: Place, look: Look) -> Drawn<B> {
        self.marker(center, look.marker, 8.5, self.theme.panel)?;
        self.marker(center, look.marker, 7.0, look.color)?;
        self.disc((center.0 - 2.0, center.1 - 2.2), 1.8, Color::hex(0xffffff).alpha(0.65))
    }

    /// A filled shape, about as large as a disc of this radius.
    pub fn marker(&mut self, (x, y): Place, marker: Marker, radius: f64, color: Color) -> Drawn<B> {
        let (side, far) = (0.9 * radius, 1.25 * radius);
        match marker {
            Marker::Disc => self.disc((x, y), radius, color),
            Marker::Square(_) => {
                let (left, top, right, bottom) = (x - side, y - side, x + side, y + side);
                self.rect(Rect { left, top, right, bottom }, color)
            }
            Marker::Triangle(_) => {
                self.polygon(&[(x, y - far), (x + far, y + side), (x - far, y + side)], color)
            }
            Marker::Diamond(_) => {
                self.polygon(&[(x, y - far), (x + far, y), (x, y + far), (x - far, y)], color)
            }
        }
    }

    /// Draws a diagonal cross: the best answer.
    pub fn cross(&mut self, center: Place, color: Color) -> Drawn<B> {
        const ARM: f64 = 5.5;
        let (x, y) = center;
        for (color, width) in [(self.theme.panel, 5.0), (color, 2.5)] {
            self.line((x - ARM, y - ARM), (x + ARM, y + ARM), color, width)?;
            self.line((x - ARM, y + ARM), (x + ARM, y - ARM), color, width)?;
        }
        Ok(())
    }

    /// Draws a ring: the start.
    pub fn ring(&mut self, center: Place, color: Color) -> Drawn<B> {
        self.ring_of(center, 4.5, color)
    }

    /// Draws a ring of this radius.
    pub fn ring_of(&mut self, center: Place, radius: f64, color: Color) -> Drawn<B> {
        let stroke = self.stroke(color, 2.0);
        self.backend.draw_circle(self.device(center), self.radius(radius), &stroke, false)
    }

    /// Draws a text.
    pub fn text(&mut self, text: &str, at: Place, anchor: Anchor, color: Color) -> Drawn<B> {
        let label = self.label(anchor, color);
        self.backend.draw_text(text, &label, self.device(at))
    }

    /// The width of a text in CSS pixels.
    pub fn text_width(&self, text: &str) -> f64 {
        let label = self.label(Anchor::Left, self.theme.ink);
        let size = self.backend.estimate_text_size(text, &label);
        size.map_or(0.0, |(width, _)| f64::from(width) / self.ratio)
    }

    fn label(&self, anchor: Anchor, color: Color) -> Label {
        Label { color, size: TEXT * self.ratio, anchor: anchor.pos() }
    }

    /// Draws a raster with its upper left corner at `at`.
    pub fn raster(&mut self, raster: &Raster, at: Place) -> Drawn<B> {
        self.backend.put_raster(raster, self.device(at))
    }
}
