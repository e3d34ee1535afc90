//! The backend that the figures of the page are drawn on.

#[cfg(not(feature = "more"))]
pub use super::core::canvas::Canvas as FigureBackend;
#[cfg(feature = "more")]
pub use super::full::canvas_or_svg::CanvasOrSvg as FigureBackend;
