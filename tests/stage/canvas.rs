//! A canvas without a browser: an SVG that can be resized and wiped, as a canvas of the page can.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};

use downhill::figure::backend::{Backend, Drawn, Stroke};
use downhill::figure::geometry::Place;
use downhill::figure::raster::Raster;
use downhill::figure::svg::Svg;
use downhill::stage::layers::ResizableBackend;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

/// A canvas that is drawn on as an SVG. What covers all of it leaves nothing of what was below.
pub struct Canvas {
    svg: Svg,
    size: (u32, u32),
    /// How often it was covered or wiped.
    fresh: usize,
}

/// Stands for a picture: what it would show is its pixels.
fn address(raster: &Raster) -> Option<String> {
    let mut hasher = DefaultHasher::new();
    raster.pixels().hash(&mut hasher);
    Some(format!("raster:{}", hasher.finish()))
}

fn blank((width, height): (u32, u32)) -> Svg {
    Svg::fine((width, height), 1, address)
}

impl Canvas {
    pub fn new() -> Self {
        Self { svg: blank((1, 1)), size: (1, 1), fresh: 0 }
    }

    /// What is on it now.
    pub fn shown(&self) -> String {
        self.svg.clone().finish()
    }

    /// How often it was drawn anew.
    pub fn times_drawn(&self) -> usize {
        self.fresh
    }

    fn start_over(&mut self) {
        self.svg = blank(self.size);
        self.fresh += 1;
    }

    fn covers(&self, (x, y): BackendCoord, (width, height): (usize, usize)) -> bool {
        (x, y) == (0, 0) && (width, height) == (self.size.0 as usize, self.size.1 as usize)
    }
}

impl ResizableBackend for Canvas {
    fn resize(&mut self, width: u32, height: u32) {
        self.size = (width, height);
        self.svg = blank(self.size);
    }

    fn wipe(&mut self) {
        self.start_over();
    }
}

impl Backend for Canvas {
    fn put_raster(&mut self, raster: &Raster, at: BackendCoord) -> Drawn<Self> {
        if self.covers(at, (raster.width(), raster.height())) {
            self.start_over();
        }
        self.svg.put_raster(raster, at)
    }

    fn draw_segments(
        &mut self,
        segments: &[(BackendCoord, BackendCoord)],
        stroke: &Stroke,
    ) -> Drawn<Self> {
        self.svg.draw_segments(segments, stroke)
    }

    fn draw_curve(&mut self, places: &[Place], stroke: &Stroke) -> Drawn<Self> {
        self.svg.draw_curve(places, stroke)
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.svg.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn<Self> {
        self.svg.draw_pixel(at, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn<Self> {
        self.svg.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn<Self> {
        let size = ((to.0 - from.0) as usize, (to.1 - from.1) as usize);
        if fill && self.covers(from, size) {
            self.start_over();
        }
        self.svg.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<Self> {
        self.svg.draw_path(path, style)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn<Self> {
        self.svg.fill_polygon(corners, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn<Self> {
        self.svg.draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Drawn<Self> {
        self.svg.draw_text(text, style, at)
    }
}
