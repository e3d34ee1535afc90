//! A canvas without a browser: an SVG that can be resized and wiped, as a canvas of the page can.

use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};

use downhill::figure::backend::{Backend, Drawn};
use downhill::figure::raster::Raster;
use downhill::figure::svg::Svg;
use downhill::forward_drawing;
use downhill::stage::layers::ResizableBackend;
use plotters_backend::{BackendCoord, BackendStyle, DrawingBackend};

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

    /// Drawing that is on it now.
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

/// Calls the SVG.
macro_rules! on_svg {
    ($canvas:ident.$method:ident($($argument:expr),*)) => {
        $canvas.svg.$method($($argument),*)
    };
}

impl Backend for Canvas {
    fn put_raster(&mut self, raster: &Raster, at: BackendCoord) -> Drawn<Self> {
        if self.covers(at, (raster.width(), raster.height())) {
            self.start_over();
        }
        self.svg.put_raster(raster, at)
    }

    forward_drawing!(on_svg; draw_segments draw_curve);
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    forward_drawing!(
        on_svg; get_size ensure_prepared present draw_pixel draw_line draw_path fill_polygon
        draw_circle draw_text
    );

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
}
