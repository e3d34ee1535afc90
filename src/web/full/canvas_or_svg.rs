//! The backend of the figures in the full package: a canvas of the page, or an SVG that leaves it. One
//! type for both, because all that draws is compiled anew for each type that it draws on.

use std::convert::Infallible;

use plotters_backend::{BackendTextStyle, DrawingBackend, DrawingErrorKind};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlCanvasElement;

use crate::figure::backend::Backend;
use crate::figure::raster::Raster;
use crate::figure::svg::Svg;
use crate::forward_drawing;
use crate::stage::layers::ResizableBackend;
use crate::web::convert::error;
use crate::web::core::canvas::{Canvas, CanvasError};

/// A canvas; or an SVG, with a canvas that measures its texts.
pub enum CanvasOrSvg {
    /// Of the page, or for a PNG.
    Canvas(Canvas),
    /// For a file.
    Svg(Svg, Canvas),
}

impl CanvasOrSvg {
    /// The canvas of this element. An opaque one is never seen through.
    pub fn new(element: HtmlCanvasElement, opaque: bool) -> Result<Self, CanvasError> {
        Canvas::new(element, opaque).map(Self::Canvas)
    }

    /// An SVG of so many CSS pixels, with so many units to each.
    pub fn svg(size: (u32, u32), fineness: u32) -> Result<Self, JsValue> {
        let measure = Canvas::new(new_element()?, true).map_err(error)?;
        Ok(Self::Svg(Svg::fine(size, fineness, encoded), measure))
    }

    /// The document of an SVG as a picture that says what it is called and what it shows; empty for a canvas.
    pub fn finish_as(self, title: &str, description: &str) -> String {
        match self {
            Self::Canvas(_) => String::new(),
            Self::Svg(svg, _) => svg.finish_as(title, description),
        }
    }

    /// Sets width and height of a canvas in device pixels, and wipes it.
    pub fn set_size(&self, width: u32, height: u32) {
        if let Self::Canvas(canvas) = self {
            canvas.set_size(width, height);
        }
    }
}

impl ResizableBackend for CanvasOrSvg {
    fn resize(&mut self, width: u32, height: u32) {
        self.set_size(width, height);
    }

    fn wipe(&mut self) {
        if let Self::Canvas(canvas) = self {
            canvas.wipe();
        }
    }
}

/// A canvas that is not in the document.
fn new_element() -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::UNDEFINED)?;
    document.create_element("canvas")?.dyn_into().map_err(JsValue::from)
}

/// A raster as the browser encodes it: an encoder of our own would be a tenth of the package.
fn encoded(raster: &Raster) -> Option<String> {
    let element = new_element().ok()?;
    let mut canvas = Canvas::new(element.clone(), true).ok()?;
    canvas.set_size(raster.width() as u32, raster.height() as u32);
    canvas.put_raster(raster, (0, 0)).ok()?;
    element.to_data_url().ok()
}

/// An SVG takes all that is drawn.
fn never(error: DrawingErrorKind<Infallible>) -> DrawingErrorKind<CanvasError> {
    match error {
        DrawingErrorKind::DrawingError(never) => match never {},
        DrawingErrorKind::FontError(error) => DrawingErrorKind::FontError(error),
    }
}

/// Calls whichever of the two it is.
macro_rules! either {
    ($backend:ident.$method:ident($($argument:expr),*)) => {
        match $backend {
            CanvasOrSvg::Canvas(canvas) => canvas.$method($($argument),*),
            CanvasOrSvg::Svg(svg, _) => svg.$method($($argument),*).map_err(never),
        }
    };
}

impl DrawingBackend for CanvasOrSvg {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        match self {
            Self::Canvas(canvas) => canvas.get_size(),
            Self::Svg(svg, _) => svg.get_size(),
        }
    }

    forward_drawing!(
        either; ensure_prepared present draw_pixel draw_line draw_rect draw_path fill_polygon
        draw_circle draw_text
    );

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<CanvasError>> {
        match self {
            Self::Canvas(canvas) | Self::Svg(_, canvas) => canvas.estimate_text_size(text, style),
        }
    }
}

impl Backend for CanvasOrSvg {
    forward_drawing!(either; put_raster draw_segments draw_curve draw_discs);
}
