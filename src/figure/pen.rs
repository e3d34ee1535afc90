//! Drawing in CSS pixels on any plotters backend.

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily,
};

use super::clip::{Rect, clip};
use super::raster::Raster;
use super::theme::{Color, Look, Marker, Theme};

/// What came of drawing on `B`.
pub type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A point of a figure, in CSS pixels from the upper left.
pub type Place = (f64, f64);

/// A plotters backend that can also put rasters.
pub trait Backend: DrawingBackend {
    /// Puts a raster with its upper left corner at `at`, over whatever is there.
    fn put_raster(&mut self, raster: &Raster, at: BackendCoord) -> Drawn<Self>
    where
        Self: Sized;

    /// Draws many separate lines in one style.
    fn draw_segments(
        &mut self,
        segments: &[(BackendCoord, BackendCoord)],
        stroke: &Stroke,
    ) -> Drawn<Self>
    where
        Self: Sized,
    {
        segments.iter().try_for_each(|&(from, to)| self.draw_line(from, to, stroke))
    }

    /// Draws a line through places between the pixels: rounded to whole ones, a curve would have kinks.
    fn draw_curve(&mut self, places: &[Place], stroke: &Stroke) -> Drawn<Self>
    where
        Self: Sized,
    {
        self.draw_path(places.iter().map(|&(x, y)| (x.round() as i32, y.round() as i32)), stroke)
    }

    /// Draws many discs of one radius and colour.
    fn draw_discs(&mut self, centers: &[BackendCoord], radius: u32, color: Color) -> Drawn<Self>
    where
        Self: Sized,
    {
        centers.iter().try_for_each(|&center| self.draw_circle(center, radius, &color, true))
    }
}

/// A colour and a width in device pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    color: Color,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color.color()
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// Text of one style, in device pixels.
struct Label {
    color: Color,
    size: f64,
    anchor: Pos,
}

impl BackendTextStyle for Label {
    type FontError = std::convert::Infallible;

    fn color(&self) -> BackendColor {
        self.color.color()
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name("system-ui, sans-serif")
    }

    /// What a sans-serif text takes on average; a backend that can measure does.
    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        let width = text.chars().count() as f64 * self.size * 0.56;
        Ok(((0, 0), (width.ceil() as i32, self.size.ceil() as i32)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        // Only for backends without text of their own, of which there is none here.
        Ok(Ok(()))
    }
}

/// Where a text stands relative to its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Left end, at mid-height.
    Left,
    /// Right end, at mid-height.
    Right,
    /// Its middle.
    Middle,
    /// Middle of its upper edge.
    Top,
    /// Left end of its upper edge.
    TopLeft,
    /// Right end of its upper edge.
    TopRight,
}

impl Anchor {
    fn pos(self) -> Pos {
        match self {
            Self::Left => Pos::new(HPos::Left, VPos::Center),
            Self::Right => Pos::new(HPos::Right, VPos::Center),
            Self::Middle => Pos::new(HPos::Center, VPos::Center),
            Self::Top => Pos::new(HPos::Center, VPos::Top),
            Self::TopLeft => Pos::new(HPos::Left, VPos::Top),
            Self::TopRight => Pos::new(HPos::Right, VPos::Top),
        }
    }
}

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

    /// Covers the whole figure.
    pub fn clear(&mut self, color: Color) -> Drawn<B> {
        let (width, height) = self.backend.get_size();
        self.backend.draw_rect((0, 0), (width as i32, height as i32), &color, true)
    }

    /// A filled rectangle.
    pub fn rect(&mut self, rect: Rect, color: Color) -> Drawn<B> {
        let (from, to) =
            (self.device((rect.left, rect.top)), self.device((rect.right, rect.bottom)));
        self.backend.draw_rect(from, to, &color, true)
    }

    /// A straight line.
    pub fn line(&mut self, from: Place, to: Place, color: Color, width: f64) -> Drawn<B> {
        let stroke = self.stroke(color, width);
        self.backend.draw_line(self.device(from), self.device(to), &stroke)
    }

    /// Many separate straight lines, cut off at `within`.
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

    /// A line through all places, cut off at `within`, broken where a place is not finite.
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

    /// A dashed straight line, cut off at `within`.
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

    /// A straight arrow, cut off at `within`; none where it is too short to have a direction.
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

    /// A filled shape.
    pub fn polygon(&mut self, corners: &[Place], color: Color) -> Drawn<B> {
        let corners: Vec<_> = corners.iter().map(|&corner| self.device(corner)).collect();
        self.backend.fill_polygon(corners, &color)
    }

    /// A filled disc.
    pub fn disc(&mut self, center: Place, radius: f64, color: Color) -> Drawn<B> {
        self.backend.draw_circle(self.device(center), self.radius(radius), &color, true)
    }

    /// Many discs of one radius and colour.
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

    /// The ball of a run: its shape, with a rim that keeps it apart from what is below.
    pub fn ball(&mut self, center: Place, look: Look) -> Drawn<B> {
        self.marker(center, look.marker, 8.5, self.theme.panel)?;
        self.marker(center, look.marker, 7.0, look.color)?;
        self.disc((center.0 - 2.0, center.1 - 2.2), 1.8, Color::hex(0xffffff).alpha(0.65))
    }

    /// A filled shape, about as large as a disc of this radius.
    pub fn marker(&mut self, (x, y): Place, marker: Marker, radius: f64, color: Color) -> Drawn<B> {
        let (side, far) = (0.9 * radius, 1.25 * radius);
        match marker {
            _ if !crate::edition::IS_FULL => self.disc((x, y), radius, color),
            Marker::Disc => self.disc((x, y), radius, color),
            Marker::Square => {
                let (left, top, right, bottom) = (x - side, y - side, x + side, y + side);
                self.rect(Rect { left, top, right, bottom }, color)
            }
            Marker::Triangle => {
                self.polygon(&[(x, y - far), (x + far, y + side), (x - far, y + side)], color)
            }
            Marker::Diamond => {
                self.polygon(&[(x, y - far), (x + far, y), (x, y + far), (x - far, y)], color)
            }
        }
    }

    /// A diagonal cross: the best answer.
    pub fn cross(&mut self, center: Place, color: Color) -> Drawn<B> {
        const ARM: f64 = 5.5;
        let (x, y) = center;
        for (color, width) in [(self.theme.panel, 5.0), (color, 2.5)] {
            self.line((x - ARM, y - ARM), (x + ARM, y + ARM), color, width)?;
            self.line((x - ARM, y + ARM), (x + ARM, y - ARM), color, width)?;
        }
        Ok(())
    }

    /// A ring: the start.
    pub fn ring(&mut self, center: Place, color: Color) -> Drawn<B> {
        self.ring_of(center, 4.5, color)
    }

    /// A ring of this radius.
    pub fn ring_of(&mut self, center: Place, radius: f64, color: Color) -> Drawn<B> {
        let stroke = self.stroke(color, 2.0);
        self.backend.draw_circle(self.device(center), self.radius(radius), &stroke, false)
    }

    /// A text.
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

    /// A raster whose upper left corner is at `at`.
    pub fn raster(&mut self, raster: &Raster, at: Place) -> Drawn<B> {
        self.backend.put_raster(raster, self.device(at))
    }
}
