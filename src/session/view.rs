//! What is looked at, and from where.

use crate::descent::objective::Held;
use crate::descent::settings::EpochLimit;
use crate::numeric::line::Line;

/// The three pictures of the cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CostView {
    /// The cost as a curve of the slope, the intercept as it is now.
    Bowl,
    /// Contours over slope and intercept.
    Map,
    /// A surface over slope and intercept: one look tells the whole story, so the page opens
    /// with it.
    #[default]
    Surface,
}

impl CostView {
    /// All views with the names that the page and links give them.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Bowl, "bowl"), (Self::Map, "map"), (Self::Surface, "surface")];

    /// The view of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(view, _)| view)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bowl => "bowl",
            Self::Map => "map",
            Self::Surface => "surface",
        }
    }
}

/// One of the two numbers that a descent looks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parameter {
    /// a.
    #[default]
    Slope,
    /// b.
    Intercept,
}

impl Parameter {
    /// Both with the names that the page and links give them.
    pub const NAMES: [(Self, &str); 2] = [(Self::Slope, "slope"), (Self::Intercept, "intercept")];

    /// The parameter of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(parameter, _)| parameter)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slope => "slope",
            Self::Intercept => "intercept",
        }
    }

    /// Its value in a line.
    pub fn of(self, line: Line) -> f64 {
        match self {
            Self::Slope => line.slope,
            Self::Intercept => line.intercept,
        }
    }

    /// The line with another value of it.
    pub fn set(self, line: Line, value: f64) -> Line {
        match self {
            Self::Slope => Line { slope: value, ..line },
            Self::Intercept => Line { intercept: value, ..line },
        }
    }

    /// What to hold so that only this one moves.
    pub fn alone(self) -> Held {
        match self {
            Self::Slope => Held::Intercept,
            Self::Intercept => Held::Slope,
        }
    }
}

/// From where the surface is seen, and how close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    yaw: f64,
    pitch: f64,
    zoom: f64,
    /// How far the picture is moved, in shares of the figure's width and height.
    shift: (f64, f64),
}

impl Camera {
    /// The camera that looks from `yaw` radians around the vertical and `pitch` radians above the
    /// floor. The pitch stays between nearly level and straight down.
    pub fn new(yaw: f64, pitch: f64) -> Self {
        let finite = |angle: f64, or: f64| if angle.is_finite() { angle } else { or };
        Self {
            yaw: finite(yaw, 0.0).rem_euclid(std::f64::consts::TAU),
            pitch: finite(pitch, 0.5).clamp(0.1, std::f64::consts::FRAC_PI_2),
            zoom: 1.0,
            shift: (0.0, 0.0),
        }
    }

    /// The camera that stands straight above the floor, slopes to the right and intercepts up,
    /// as on the map.
    pub fn above() -> Self {
        Self::new(0.0, std::f64::consts::FRAC_PI_2)
    }

    /// The same camera, so much closer, with the picture moved by shares of its width and height.
    /// It comes no closer than [`Self::CLOSEST`] and never so far that the surface is lost.
    pub fn closer(self, zoom: f64, shift: (f64, f64)) -> Self {
        let zoom = if zoom.is_finite() { zoom.clamp(1.0, Self::CLOSEST) } else { 1.0 };
        let most = 0.5 * (zoom - 1.0);
        let held = |shift: f64| if shift.is_finite() { shift.clamp(-most, most) } else { 0.0 };
        Self { zoom, shift: (held(shift.0), held(shift.1)), ..self }
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

    /// How many times closer than from where all is seen.
    pub fn zoom(self) -> f64 {
        self.zoom
    }

    /// How far the picture is moved, in shares of its width and height.
    pub fn shift(self) -> (f64, f64) {
        self.shift
    }

    /// The camera after the picture was dragged by so many CSS pixels: what is near follows.
    pub fn dragged(self, right: f64, down: f64) -> Self {
        const RADIANS_PER_PIXEL: f64 = 0.008;
        let (yaw, pitch) =
            (self.yaw + right * RADIANS_PER_PIXEL, self.pitch + down * RADIANS_PER_PIXEL);
        Self::new(yaw, pitch).closer(self.zoom, self.shift)
    }

    /// The camera so many times closer; what is at `at`, in shares of the picture from its middle,
    /// stays where it is.
    pub fn zoomed(self, factor: f64, at: (f64, f64)) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, Self::CLOSEST);
        let grown = zoom / self.zoom;
        let kept = |at: f64, shift: f64| at - (at - shift) * grown;
        self.closer(zoom, (kept(at.0, self.shift.0), kept(at.1, self.shift.1)))
    }
}

impl Default for Camera {
    fn default() -> Self {
        Self::new(5.85, 0.62)
    }
}

/// The pictures of the data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DataView {
    /// y against x, with the line.
    #[default]
    Points,
    /// The error of each point against x.
    Residuals,
    /// The error of each point at the least-squares line, wherever the run is.
    BestResiduals,
}

impl DataView {
    /// Both with the names that the page and links give them.
    pub const NAMES: [(Self, &str); 3] = [
        (Self::Points, "points"),
        (Self::Residuals, "residuals"),
        (Self::BestResiduals, "best-residuals"),
    ];

    /// The view of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(view, _)| view)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Residuals => "residuals",
            Self::BestResiduals => "best-residuals",
        }
    }
}

/// What is looked at, and from where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Which picture of the data.
    pub data: DataView,
    /// Whether errors are drawn as true squares; as bars otherwise.
    pub squares: bool,
    /// Which picture of the cost.
    pub cost: CostView,
    /// From where the surface is seen.
    pub camera: Camera,
    /// Along which parameter the bowl is cut.
    pub along: Parameter,
    /// Whether a unit of the slope is as long as one of the intercept.
    pub equal_axes: bool,
    /// Whether the history has logarithmic axes.
    pub log_history: bool,
    /// Whether the least-squares answer is shown.
    pub answer: bool,
    /// After how many epochs the sweep compares the rates.
    pub sweep: EpochLimit,
}

/// The sweep's epochs unless told otherwise.
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
        }
    }
}
