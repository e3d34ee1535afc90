//! The coordinates that the descent runs in: raw, standardised or from 0 to 1, x and y each by itself.

use crate::data::summary::{Hessian, Summary};
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// How one variable is scaled before the descent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// As it is.
    #[default]
    Raw,
    /// To mean 0 and standard deviation 1.
    Standardised,
    /// To the range from 0 to 1.
    MinMax,
}

impl Scale {
    /// All of them with the names that the page and links give them.
    pub const NAMES: [(Self, &str); 3] =
        [(Self::Raw, "raw"), (Self::Standardised, "standardised"), (Self::MinMax, "min-max")];

    /// The scale of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|&(scale, _)| scale)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Standardised => "standardised",
            Self::MinMax => "min-max",
        }
    }

    /// The scale of a variable with these values. Values that are all equal keep their unit.
    fn axis(self, mean: f64, variance: f64, range: Range) -> Axis {
        let (origin, unit) = match self {
            Self::Raw => (0.0, 1.0),
            Self::Standardised => (mean, variance.sqrt()),
            Self::MinMax => (range.min, range.span()),
        };
        Axis { origin, unit: if unit > 0.0 { unit } else { 1.0 } }
    }
}

/// How both variables are scaled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scaling {
    /// The explanatory variable.
    pub x: Scale,
    /// The dependent variable.
    pub y: Scale,
}

impl Scaling {
    /// Both as they are.
    pub const RAW: Self = Self { x: Scale::Raw, y: Scale::Raw };

    /// Both to mean 0 and standard deviation 1.
    pub const STANDARDISED: Self = Self { x: Scale::Standardised, y: Scale::Standardised };
}

impl Scaling {
    /// Whether both are as they are.
    pub fn is_raw(self) -> bool {
        !crate::COMPLETE || self == Self::RAW
    }
}

/// Where 0 is and how long 1 is, in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Axis {
    origin: f64,
    unit: f64,
}

/// The coordinates u = (x − origin)/unit and v likewise of y, in which a line is v = α·u + β.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    x: Axis,
    y: Axis,
    raw: bool,
}

impl Coordinates {
    /// The coordinates that some data have under a scaling.
    pub fn of(scaling: Scaling, data: &Summary) -> Self {
        Self {
            x: scaling.x.axis(data.mean_x(), data.variance_x(), data.range_x()),
            y: scaling.y.axis(data.mean_y(), data.variance_y(), data.range_y()),
            raw: scaling.is_raw(),
        }
    }

    /// The coordinates so far on the way to others.
    pub fn toward(&self, to: &Self, share: f64) -> Self {
        let axis = |from: Axis, to: Axis| Axis {
            origin: from.origin + (to.origin - from.origin) * share,
            unit: from.unit * (to.unit / from.unit).powf(share),
        };
        Self { x: axis(self.x, to.x), y: axis(self.y, to.y), raw: false }
    }

    /// Whether they are the data's own.
    pub fn are_raw(&self) -> bool {
        !crate::COMPLETE || self.raw
    }

    /// Where u = 0 and v = 0, in data units.
    pub fn origin(&self) -> (f64, f64) {
        if self.are_raw() { (0.0, 0.0) } else { (self.x.origin, self.y.origin) }
    }

    /// How long 1 is along u and along v, in data units.
    pub fn unit(&self) -> (f64, f64) {
        if self.are_raw() { (1.0, 1.0) } else { (self.x.unit, self.y.unit) }
    }

    /// The point (u, v) of a point in data units.
    pub fn scaled(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let ((x0, y0), (unit_x, unit_y)) = (self.origin(), self.unit());
        ((x - x0) / unit_x, (y - y0) / unit_y)
    }

    /// The line v = α·u + β in data units.
    pub fn to_data(&self, at: Line) -> Line {
        if self.are_raw() {
            // Also where a parameter is infinite, which no arithmetic would keep.
            return at;
        }
        let slope = at.slope * (self.y.unit / self.x.unit);
        let intercept = self.y.origin + self.y.unit * at.intercept - slope * self.x.origin;
        Line::new(slope, intercept)
    }

    /// A line in data units as v = α·u + β.
    ///
    /// ```
    /// use downhill::data::dataset::Dataset;
    /// use downhill::numeric::line::Line;
    /// use downhill::descent::scaling::{Coordinates, Scaling};
    ///
    /// let data = Dataset::from_columns(&[1.0, 3.0], &[10.0, 30.0])?;
    /// let standardised = Coordinates::of(Scaling::STANDARDISED, data.summary());
    /// assert_eq!(standardised.from_data(Line::new(10.0, 0.0)), Line::new(1.0, 0.0));
    /// # Ok::<(), downhill::data::dataset::DatasetError>(())
    /// ```
    pub fn from_data(&self, line: Line) -> Line {
        if self.are_raw() {
            return line;
        }
        let slope = line.slope * (self.x.unit / self.y.unit);
        Line::new(slope, (line.predict(self.x.origin) - self.y.origin) / self.y.unit)
    }
}

/// How many times steeper the valley of squared error is across than along, λmax/λmin, under a
/// scaling; none where x has no spread and it has no end.
pub fn condition(scaling: Scaling, data: &Summary) -> Option<f64> {
    let coordinates = Coordinates::of(scaling, data);
    let (mean, _) = coordinates.scaled((data.mean_x(), data.mean_y()));
    let unit = coordinates.unit().0;
    let hessian = Hessian::new(mean, data.variance_x() / (unit * unit));
    let condition = hessian.max_eigenvalue() / hessian.min_eigenvalue();
    condition.is_finite().then_some(condition)
}
