//! Figures as SVG: for export, and for tests that need no browser.

use std::convert::Infallible;
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::backend::{Backend, Drawn, Stroke};
use super::geometry::Place;
use super::raster::Raster;

/// The page's fonts: other programs and systems have one of them.
const FONTS: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
/// Share of the height of a text above its baseline. Many programs know no other line of a text than
/// this one.
const ASCENT: f64 = 0.85;

/// An SVG document in the making. Unlike plotters' own, it keeps rasters in drawing order, as
/// embedded PNG.
#[derive(Clone, Debug)]
pub struct Svg {
    /// In CSS pixels.
    size: (u32, u32),
    /// Its own units to a CSS pixel.
    fineness: u32,
    encode: Encode,
    body: String,
}

/// Encodes a raster as the address of an image. Returns `None` if it cannot be encoded.
pub type Encode = fn(&Raster) -> Option<String>;

impl Svg {
    /// An empty picture of so many pixels.
    pub fn new(width: u32, height: u32) -> Self {
        Self::fine((width, height), 1, encoded)
    }

    /// An empty picture of so many CSS pixels, each of which has so many units along each side, because
    /// figures are drawn at whole units. Rasters have a pixel to a unit; a browser has an encoder of its own
    /// for them.
    pub fn fine(size: (u32, u32), fineness: u32, encode: Encode) -> Self {
        Self { size, fineness, encode, body: String::new() }
    }

    /// The document.
    pub fn finish(self) -> String {
        let body = &self.body;
        format!("{}>\n{body}</svg>\n", self.opening())
    }

    /// The document as a picture that says what it is called and what it shows.
    pub fn finish_as(self, title: &str, description: &str) -> String {
        let (title, description) = (escaped(title), escaped(description));
        let (opening, body) = (self.opening(), &self.body);
        format!(
            "{opening} role=\"img\">\n<title>{title}</title>\n<desc>{description}</desc>\n{body}</svg>\n"
        )
    }

    fn opening(&self) -> String {
        let (width, height) = self.size;
        let (across, down) = self.get_size();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {across} {down}\" font-family=\"{FONTS}\""
        )
    }

    fn element(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.body, "{element}");
    }
}

fn paint(name: &str, color: BackendColor) -> String {
    let (red, green, blue) = color.rgb;
    let opacity = match color.alpha {
        alpha if alpha < 1.0 => format!(" {name}-opacity=\"{alpha}\""),
        _ => String::new(),
    };
    format!("{name}=\"#{red:02x}{green:02x}{blue:02x}\"{opacity}")
}

fn outline(style: &impl BackendStyle) -> String {
    let (stroke, width) = (paint("stroke", style.color()), style.stroke_width());
    format!("fill=\"none\" {stroke} stroke-width=\"{width}\" stroke-linejoin=\"round\"")
}

fn fill_or_outline(style: &impl BackendStyle, fill: bool) -> String {
    if fill { paint("fill", style.color()) } else { outline(style) }
}

fn listed(places: impl IntoIterator<Item = BackendCoord>) -> String {
    let places: Vec<String> = places.into_iter().map(|(x, y)| format!("{x},{y}")).collect();
    places.join(" ")
}

/// A text as XML may hold it: headings of a file may have characters that it may not.
fn escaped(text: &str) -> String {
    let allowed = |c: char| !c.is_control() && c != '\u{fffe}' && c != '\u{ffff}';
    let text: String = text.chars().map(|c| if allowed(c) { c } else { ' ' }).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * self.fineness, self.size.1 * self.fineness)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Drawn<Self> {
        self.draw_rect(at, (at.0 + 1, at.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn<Self> {
        let ((x1, y1), (x2, y2)) = (from, to);
        let style = outline(style);
        self.element(format_args!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" {style}/>"
        ));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn<Self> {
        let ((x, y), (width, height)) = (from, (to.0 - from.0, to.1 - from.1));
        let style = fill_or_outline(style, fill);
        self.element(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {style}/>"
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn<Self> {
        let (points, style) = (listed(path), outline(style));
        self.element(format_args!("<polyline points=\"{points}\" {style}/>"));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn<Self> {
        let (points, style) = (listed(corners), paint("fill", style.color()));
        self.element(format_args!("<polygon points=\"{points}\" {style}/>"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn<Self> {
        let style = fill_or_outline(style, fill);
        self.element(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {style}/>"));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn<Self> {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let below = match style.anchor().v_pos {
            VPos::Top => ASCENT,
            VPos::Center => ASCENT - 0.5,
            VPos::Bottom => ASCENT - 1.0,
        };
        let size = style.size();
        let baseline = f64::from(y) + below * size;
        let (fill, text) = (paint("fill", style.color()), escaped(text));
        self.element(format_args!(
            "<text x=\"{x}\" y=\"{baseline:.2}\" font-size=\"{size}\" text-anchor=\"{anchor}\" {fill}>{text}</text>"
        ));
        Ok(())
    }
}

impl Backend for Svg {
    fn put_raster(&mut self, raster: &Raster, (x, y): BackendCoord) -> Drawn<Self> {
        let (width, height) = (raster.width(), raster.height());
        // Without its picture a figure is still a figure: axes and line stay.
        if let Some(address) = (self.encode)(raster) {
            self.element(format_args!(
                "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" href=\"{address}\"/>"
            ));
        }
        Ok(())
    }

    fn draw_segments(
        &mut self,
        segments: &[(BackendCoord, BackendCoord)],
        stroke: &Stroke,
    ) -> Drawn<Self> {
        let path: Vec<String> =
            segments.iter().map(|((x1, y1), (x2, y2))| format!("M{x1} {y1}L{x2} {y2}")).collect();
        let (path, style) = (path.join(""), outline(stroke));
        self.element(format_args!("<path d=\"{path}\" {style}/>"));
        Ok(())
    }

    fn draw_curve(&mut self, places: &[Place], stroke: &Stroke) -> Drawn<Self> {
        let places = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}"));
        let (points, style) = (places.collect::<Vec<_>>().join(" "), outline(stroke));
        self.element(format_args!("<polyline points=\"{points}\" {style}/>"));
        Ok(())
    }
}

/// A raster as an embedded PNG.
pub fn encoded(raster: &Raster) -> Option<String> {
    let mut bytes = Vec::new();
    let (width, height) = (raster.width().try_into().ok()?, raster.height().try_into().ok()?);
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().ok()?.write_image_data(raster.pixels()).ok()?;
    Some(format!("data:image/png;base64,{}", STANDARD.encode(bytes)))
}
