//! What is looked at, and from where.

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

/// From where the surface is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    yaw: f64,
    pitch: f64,
}

impl Camera {
    /// The camera that looks from `yaw` radians around the vertical and `pitch` radians above the
    /// floor. The pitch stays between nearly level and straight down.
    pub fn new(yaw: f64, pitch: f64) -> Self {
        let finite = |angle: f64, or: f64| if angle.is_finite() { angle } else { or };
        Self {
            yaw: finite(yaw, 0.0).rem_euclid(std::f64::consts::TAU),
            pitch: finite(pitch, 0.5).clamp(0.1, std::f64::consts::FRAC_PI_2),
        }
    }

    /// Radians around the vertical, in [0, 2π).
    pub fn yaw(self) -> f64 {
        self.yaw
    }

    /// Radians above the floor.
    pub fn pitch(self) -> f64 {
        self.pitch
    }

    /// The camera after the picture was dragged by so many CSS pixels.
    pub fn dragged(self, right: f64, down: f64) -> Self {
        const RADIANS_PER_PIXEL: f64 = 0.008;
        Self::new(self.yaw - right * RADIANS_PER_PIXEL, self.pitch + down * RADIANS_PER_PIXEL)
    }
}

impl Default for Camera {
    fn default() -> Self {
        Self::new(0.3, 0.62)
    }
}

/// What is looked at, and from where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Which picture of the cost.
    pub cost: CostView,
    /// From where the surface is seen.
    pub camera: Camera,
    /// Whether the history has logarithmic axes.
    pub log_history: bool,
    /// Whether the least-squares answer is shown.
    pub answer: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            cost: CostView::default(),
            camera: Camera::default(),
            log_history: true,
            answer: false,
        }
    }
}
