//! View of the figures, and the camera.

use crate::descent::objective::Held;
use crate::descent::settings::EpochLimit;
use crate::numeric::line::Line;

/// A figure of the cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostView {
    /// The cost as a curve over one parameter, the other as it is now.
    Bowl,
    /// Contours over slope and intercept.
    Map,
    /// A surface over slope and intercept. The page opens with it, because it shows most at once.
    #[default]
    Surface,
}

impl CostView {
    /// All views.
    pub const ALL: [Self; 3] = [Self::Bowl, Self::Map, Self::Surface];

    /// The view of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// The name in links and on the page. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bowl => "bowl",
            Self::Map => "map",
            Self::Surface => "surface",
        }
    }

    /// Whether it shows the cost along one parameter, rather than over both.
    pub fn shows_one_parameter(self) -> bool {
        match self {
            Self::Bowl => true,
            Self::Map | Self::Surface => false,
        }
    }

    /// Whether it is seen from a camera, which can be turned.
    pub fn has_camera(self) -> bool {
        match self {
            Self::Bowl | Self::Map => false,
            Self::Surface => true,
        }
    }
}

/// One of the two parameters of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parameter {
    /// The slope, a.
    #[default]
    Slope,
    /// The intercept, b.
    Intercept,
}

impl Parameter {
    /// Both parameters.
    pub const ALL: [Self; 2] = [Self::Slope, Self::Intercept];

    /// The parameter of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|parameter| parameter.name() == name)
    }

    /// The name in links and on the page. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slope => "slope",
            Self::Intercept => "intercept",
        }
    }

    /// The value of the parameter in a line.
    pub fn of(self, line: Line) -> f64 {
        match self {
            Self::Slope => line.slope,
            Self::Intercept => line.intercept,
        }
    }

    /// The line with another value of the parameter.
    pub fn set(self, line: Line, value: f64) -> Line {
        match self {
            Self::Slope => Line { slope: value, ..line },
            Self::Intercept => Line { intercept: value, ..line },
        }
    }

    /// Parameter to hold so that this one alone moves.
    pub fn alone(self) -> Held {
        match self {
            Self::Slope => Held::Intercept,
            Self::Intercept => Held::Slope,
        }
    }
}

/// The camera that looks at the surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    yaw: f64,
    pitch: f64,
    zoom: f64,
    /// The shift of the picture, in shares of the figure's width and height.
    shift: (f64, f64),
}

impl Camera {
    /// A camera `yaw` radians around the vertical and `pitch` radians above the floor. The pitch stays between
    /// nearly level and straight down.
    pub fn new(yaw: f64, pitch: f64) -> Self {
        let finite = |angle: f64, or: f64| if angle.is_finite() { angle } else { or };
        Self {
            yaw: finite(yaw, 0.0).rem_euclid(std::f64::consts::TAU),
            pitch: finite(pitch, 0.5).clamp(0.1, std::f64::consts::FRAC_PI_2),
            zoom: 1.0,
            shift: (0.0, 0.0),
        }
    }

    /// The camera straight above the floor, with slopes to the right and intercepts up, as on the map.
    pub fn above() -> Self {
        Self::new(0.0, std::f64::consts::FRAC_PI_2)
    }

    /// The same camera at this zoom, with the picture shifted by shares of its width and height. Both are limited, so
    /// that the surface stays in sight.
    pub fn closer(self, zoom: f64, shift: (f64, f64)) -> Self {
        let zoom = if zoom.is_finite() { zoom.clamp(1.0, Self::CLOSEST) } else { 1.0 };
        let most = 0.5 * (zoom - 1.0);
        let limited = |shift: f64| if shift.is_finite() { shift.clamp(-most, most) } else { 0.0 };
        Self { zoom, shift: (limited(shift.0), limited(shift.1)), ..self }
    }

    /// Radians around the vertical, in [0, 2π).
    pub fn yaw(self) -> f64 {
        self.yaw
    }

    /// Radians above the floor.
    pub fn pitch(self) -> f64 {
        self.pitch
    }

    /// The greatest magnification.
    pub const CLOSEST: f64 = 12.0;

    /// The magnification; 1 shows everything.
    pub fn zoom(self) -> f64 {
        self.zoom
    }

    /// The shift of the picture, in shares of its width and height.
    pub fn shift(self) -> (f64, f64) {
        self.shift
    }

    /// The camera after the picture was dragged by some CSS pixels. The near side follows the pointer.
    pub fn dragged(self, right: f64, down: f64) -> Self {
        const RADIANS_PER_PIXEL: f64 = 0.008;
        let (yaw, pitch) =
            (self.yaw + right * RADIANS_PER_PIXEL, self.pitch + down * RADIANS_PER_PIXEL);
        Self::new(yaw, pitch).closer(self.zoom, self.shift)
    }

    /// The camera `factor` times closer. The point at `at`, in shares of the picture from its middle, stays where it
    /// is.
    pub fn zoomed(self, factor: f64, at: (f64, f64)) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, Self::CLOSEST);
        let grown = zoom / self.zoom;
        let shifted = |at: f64, shift: f64| at - (at - shift) * grown;
        self.closer(zoom, (shifted(at.0, self.shift.0), shifted(at.1, self.shift.1)))
    }
}

impl Default for Camera {
    fn default() -> Self {
        Self::new(5.85, 0.62)
    }
}

/// A figure of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DataView {
    /// y against x, with the line.
    #[default]
    Points,
    /// The error of each point against x.
    Residuals,
    /// The error of each point at the least-squares line, against x.
    BestResiduals,
}

impl DataView {
    /// All views.
    pub const ALL: [Self; 3] = [Self::Points, Self::Residuals, Self::BestResiduals];

    /// The view of this name, or `None` where there is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// The name in links and on the page. It never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Residuals => "residuals",
            Self::BestResiduals => "best-residuals",
        }
    }
}

/// View of the figures, and the camera.
///
/// | field | default | range | meaning |
/// |---|---|---|---|
/// | `data` | points | 3 views | the figure of the data |
/// | `squares` | `false` | | whether errors are drawn as squares, otherwise as bars |
/// | `cost` | surface | 3 views | the figure of the cost |
/// | `camera` | yaw 5.85, pitch 0.62 | see [`Camera::new`] | the camera that looks at the surface |
/// | `along` | slope | 2 parameters | the parameter that the bowl is cut along |
/// | `equal_axes` | `false` | | whether a unit of the slope is as long as one of the intercept |
/// | `log_history` | `true` | | whether the history has logarithmic axes |
/// | `answer` | `false` | | whether the least-squares answer is shown |
/// | `sweep` | 100 | 1 to 10,000,000 | the epochs after which the sweep compares the rates |
/// | `sound` | `false` | | whether the descent is heard |
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The figure of the data.
    pub data: DataView,
    /// Whether errors are drawn as squares, otherwise as bars.
    pub squares: bool,
    /// The figure of the cost.
    pub cost: CostView,
    /// The camera that looks at the surface.
    pub camera: Camera,
    /// The parameter that the bowl is cut along.
    pub along: Parameter,
    /// Whether a unit of the slope is as long as one of the intercept.
    pub equal_axes: bool,
    /// Whether the history has logarithmic axes.
    pub log_history: bool,
    /// Whether the least-squares answer is shown.
    pub answer: bool,
    /// The epochs after which the sweep compares the rates.
    pub sweep: EpochLimit,
    /// Whether the descent is heard.
    pub sound: bool,
}

/// The default epochs of the sweep.
pub const SWEEP: f64 = 100.0;

impl Default for View {
    fn default() -> Self {
        Self {
            data: DataView::default(),
            squares: false,
            cost: CostView::default(),
            along: Parameter::default(),
            equal_axes: false,
            camera: Camera::default(),
            log_history: true,
            answer: false,
            sweep: SWEEP.try_into().unwrap_or_default(),
            sound: false,
        }
    }
}
