//! An HTML canvas as a backend for the figures.

use std::f64::consts::TAU;

use plotters_backend::{BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, ContextAttributes2d, HtmlCanvasElement, ImageData};

use crate::figure::backend::{Backend, Drawn, Stroke};
use crate::figure::geometry::Place;
use crate::figure::raster::Raster;
use crate::figure::theme::Color;
use crate::forward_drawing;
use crate::stage::layers::ResizableBackend;

/// plotters' canvas, with text measured by the canvas itself (plotters measures through a styled
/// element, which a strict Content-Security-Policy forbids) and rasters put in one call.
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    plotters: CanvasBackend,
}

/// Why a canvas could not be drawn on.
#[derive(Debug, thiserror::Error)]
#[error("The canvas cannot be drawn on. {0}")]
pub struct CanvasError(String);

impl From<DrawingErrorKind<plotters_canvas_error::Error>> for CanvasError {
    fn from(error: DrawingErrorKind<plotters_canvas_error::Error>) -> Self {
        Self(error.to_string())
    }
}

/// plotters-canvas does not export its error type: this names it through its backend.
mod plotters_canvas_error {
    use plotters_backend::DrawingBackend;
    pub type Error = <plotters_canvas::CanvasBackend as DrawingBackend>::ErrorType;
}

fn failed(error: impl Into<CanvasError>) -> DrawingErrorKind<CanvasError> {
    DrawingErrorKind::DrawingError(error.into())
}

fn refused(error: JsValue) -> DrawingErrorKind<CanvasError> {
    DrawingErrorKind::DrawingError(CanvasError(format!("{error:?}")))
}

impl Canvas {
    /// The canvas of this element. An opaque one is never seen through.
    pub fn new(element: HtmlCanvasElement, opaque: bool) -> Result<Self, CanvasError> {
        let attributes = ContextAttributes2d::new();
        attributes.set_alpha(!opaque);
        let context = element
            .get_context_with_context_options("2d", &attributes)
            .ok()
            .flatten()
            .and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
        let plotters = CanvasBackend::with_canvas_object(element.clone());
        match (context, plotters) {
            (Some(context), Some(plotters)) => Ok(Self { element, context, plotters }),
            _ => Err(CanvasError("The browser gives no 2d context.".to_owned())),
        }
    }

    /// Sets width and height in device pixels, and wipes it.
    pub fn set_size(&self, width: u32, height: u32) {
        self.element.set_width(width);
        self.element.set_height(height);
        self.context.set_line_join("round");
        self.context.set_line_cap("round");
    }
}

impl ResizableBackend for Canvas {
    fn resize(&mut self, width: u32, height: u32) {
        self.set_size(width, height);
    }

    fn wipe(&mut self) {
        let (width, height) = (self.element.width(), self.element.height());
        self.context.clear_rect(0.0, 0.0, width.into(), height.into());
    }
}

/// Calls plotters' canvas.
macro_rules! on_plotters {
    ($canvas:ident.$method:ident($($argument:expr),*)) => {
        $canvas.plotters.$method($($argument),*).map_err(failed)
    };
}

impl DrawingBackend for Canvas {
    type ErrorType = CanvasError;

    forward_drawing!(
        on_plotters; ensure_prepared present draw_pixel draw_line draw_rect draw_path fill_polygon
        draw_circle draw_text
    );

    fn get_size(&self) -> (u32, u32) {
        self.plotters.get_size()
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<CanvasError>> {
        let (size, family) = (style.size(), style.family());
        self.context.set_font(&format!("{size}px {}", family.as_str()));
        let measured = self.context.measure_text(text).map_err(refused)?;
        Ok((measured.width().ceil() as u32, size.ceil() as u32))
    }
}

impl Backend for Canvas {
    fn put_raster(&mut self, raster: &Raster, (x, y): BackendCoord) -> Drawn<Self> {
        let image = ImageData::new_with_u8_clamped_array_and_sh(
            Clamped(raster.pixels()),
            raster.width() as u32,
            raster.height() as u32,
        )
        .map_err(refused)?;
        self.context.put_image_data(&image, x.into(), y.into()).map_err(refused)
    }

    fn draw_segments(
        &mut self,
        segments: &[(BackendCoord, BackendCoord)],
        stroke: &Stroke,
    ) -> Drawn<Self> {
        // An empty path sets plotters' stroke style; the segments then go into one path.
        self.plotters.draw_path([(0, 0)], stroke).map_err(failed)?;
        self.context.begin_path();
        for &((x1, y1), (x2, y2)) in segments {
            self.context.move_to(x1.into(), y1.into());
            self.context.line_to(x2.into(), y2.into());
        }
        self.context.stroke();
        Ok(())
    }

    fn draw_curve(&mut self, places: &[Place], stroke: &Stroke) -> Drawn<Self> {
        self.plotters.draw_path([(0, 0)], stroke).map_err(failed)?;
        self.context.begin_path();
        // The first one begins the path.
        places.iter().for_each(|&(x, y)| self.context.line_to(x, y));
        self.context.stroke();
        Ok(())
    }

    fn draw_discs(&mut self, centers: &[BackendCoord], radius: u32, color: Color) -> Drawn<Self> {
        let Some((&first, others)) = centers.split_first() else { return Ok(()) };
        // The first sets plotters' fill style.
        self.draw_circle(first, radius, &color, true)?;
        for &(x, y) in others {
            // Each is a path of its own, so that those on one another look denser.
            self.context.begin_path();
            self.context.arc(x.into(), y.into(), radius.into(), 0.0, TAU).map_err(refused)?;
            self.context.fill();
        }
        Ok(())
    }
}
