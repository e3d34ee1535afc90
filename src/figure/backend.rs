//! The drawing backend of the figures, and the styles that they draw in.

use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily,
};

use super::geometry::Place;
use super::raster::Raster;
use super::theme::Color;

/// The result of drawing on `B`.
pub type Drawn<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

/// A plotters backend that can also draw rasters.
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

/// Writes methods of [`DrawingBackend`], and of [`Backend`], that hand on to another backend what they are
/// asked to draw: `forward_drawing!(to; draw_line draw_rect)` within an `impl`, where `to!(self.draw_line(…))`
/// is a macro that calls the other one and makes its errors one's own.
#[macro_export]
macro_rules! forward_drawing {
    ($to:ident; $($method:ident)*) => { $($crate::forward_drawing!(@$method $to);)* };
    (@get_size $to:ident) => {
        fn get_size(&self) -> (u32, u32) {
            $to!(self.get_size())
        }
    };
    (@ensure_prepared $to:ident) => {
        fn ensure_prepared(&mut self) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.ensure_prepared())
        }
    };
    (@present $to:ident) => {
        fn present(&mut self) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.present())
        }
    };
    (@draw_pixel $to:ident) => {
        fn draw_pixel(
            &mut self,
            at: plotters_backend::BackendCoord,
            color: plotters_backend::BackendColor,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_pixel(at, color))
        }
    };
    (@draw_line $to:ident) => {
        fn draw_line<S: plotters_backend::BackendStyle>(
            &mut self,
            from: plotters_backend::BackendCoord,
            to: plotters_backend::BackendCoord,
            style: &S,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_line(from, to, style))
        }
    };
    (@draw_rect $to:ident) => {
        fn draw_rect<S: plotters_backend::BackendStyle>(
            &mut self,
            from: plotters_backend::BackendCoord,
            to: plotters_backend::BackendCoord,
            style: &S,
            fill: bool,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_rect(from, to, style, fill))
        }
    };
    (@draw_path $to:ident) => {
        fn draw_path<
            S: plotters_backend::BackendStyle,
            I: IntoIterator<Item = plotters_backend::BackendCoord>,
        >(
            &mut self,
            path: I,
            style: &S,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_path(path, style))
        }
    };
    (@fill_polygon $to:ident) => {
        fn fill_polygon<
            S: plotters_backend::BackendStyle,
            I: IntoIterator<Item = plotters_backend::BackendCoord>,
        >(
            &mut self,
            corners: I,
            style: &S,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.fill_polygon(corners, style))
        }
    };
    (@draw_circle $to:ident) => {
        fn draw_circle<S: plotters_backend::BackendStyle>(
            &mut self,
            center: plotters_backend::BackendCoord,
            radius: u32,
            style: &S,
            fill: bool,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_circle(center, radius, style, fill))
        }
    };
    (@draw_text $to:ident) => {
        fn draw_text<S: plotters_backend::BackendTextStyle>(
            &mut self,
            text: &str,
            style: &S,
            at: plotters_backend::BackendCoord,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_text(text, style, at))
        }
    };
    (@put_raster $to:ident) => {
        fn put_raster(
            &mut self,
            raster: &$crate::figure::raster::Raster,
            at: plotters_backend::BackendCoord,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.put_raster(raster, at))
        }
    };
    (@draw_segments $to:ident) => {
        fn draw_segments(
            &mut self,
            segments: &[(plotters_backend::BackendCoord, plotters_backend::BackendCoord)],
            stroke: &$crate::figure::backend::Stroke,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_segments(segments, stroke))
        }
    };
    (@draw_curve $to:ident) => {
        fn draw_curve(
            &mut self,
            places: &[$crate::figure::geometry::Place],
            stroke: &$crate::figure::backend::Stroke,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_curve(places, stroke))
        }
    };
    (@draw_discs $to:ident) => {
        fn draw_discs(
            &mut self,
            centers: &[plotters_backend::BackendCoord],
            radius: u32,
            color: $crate::figure::theme::Color,
        ) -> $crate::figure::backend::Drawn<Self> {
            $to!(self.draw_discs(centers, radius, color))
        }
    };
}

/// A colour and a width in device pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub(super) color: Color,
    pub(super) width: u32,
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
pub(super) struct Label {
    pub color: Color,
    pub size: f64,
    pub anchor: Pos,
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

    /// The average extent of a sans-serif text; a backend that can measure does so.
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

/// Alignment of a text to its place.
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
    pub(super) fn pos(self) -> Pos {
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
