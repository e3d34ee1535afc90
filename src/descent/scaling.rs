//! The coordinates of the descent: x and y each raw, centered, standardised or scaled to the range from 0 to 1.

use crate::data::hessian::Hessian;
use crate::data::summary::Summary;
use crate::edition::FullPackage;
use crate::numeric::line::Line;
use crate::numeric::range::Range;

/// How one variable is scaled before the descent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VariableScaling {
    /// As it is.
    #[default]
    Raw,
    /// To mean 0, in its own unit.
    Centered(FullPackage),
    /// To mean 0 and standard deviation 1.
    Standardised(FullPackage),
    /// To the range from 0 to 1.
    MinMax(FullPackage),
}

#[cfg(feature = "more")]
impl VariableScaling {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Raw, Self::CENTERED, Self::STANDARDISED, Self::MinMax(FullPackage::PROOF)];
    /// To mean 0, in its own unit.
    pub const CENTERED: Self = Self::Centered(FullPackage::PROOF);
    /// To mean 0 and standard deviation 1.
    pub const STANDARDISED: Self = Self::Standardised(FullPackage::PROOF);
}

impl VariableScaling {
    /// The name in the page, in links and in the package.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raw => "raw",
            Self::Centered(_) => "centered",
            Self::Standardised(_) => "standardised",
            Self::MinMax(_) => "min-max",
        }
    }

    /// Returns the scaling of a name; `None` if there is none in this package.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "raw" => Some(Self::Raw),
            "centered" => FullPackage::get().map(Self::Centered),
            "standardised" => FullPackage::get().map(Self::Standardised),
            "min-max" => FullPackage::get().map(Self::MinMax),
            _ => None,
        }
    }

    /// The unit and the origin of a variable with these values. Values that are all equal keep their unit.
    fn axis(self, mean: f64, variance: f64, range: Range) -> OriginAndUnit {
        let (origin, unit) = match self {
            Self::Raw => return OriginAndUnit::RAW,
            Self::Centered(_) => (mean, 1.0),
            Self::Standardised(_) => (mean, variance.sqrt()),
            Self::MinMax(_) => (range.min, range.span()),
        };
        OriginAndUnit { origin, unit: if unit > 0.0 { unit } else { 1.0 } }
    }
}

/// How both variables are scaled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scaling {
    /// The explanatory variable.
    pub x: VariableScaling,
    /// The dependent variable.
    pub y: VariableScaling,
}

#[cfg(feature = "more")]
impl Scaling {
    /// Both to mean 0 and standard deviation 1.
    pub const STANDARDISED: Self = Self::both(VariableScaling::STANDARDISED);
    /// x to mean 0, y as it is.
    pub const CENTERED_X: Self = Self { x: VariableScaling::CENTERED, y: VariableScaling::Raw };
}

impl Scaling {
    /// Both as they are.
    pub const RAW: Self = Self::both(VariableScaling::Raw);

    /// Both variables scaled alike.
    pub const fn both(each: VariableScaling) -> Self {
        Self { x: each, y: each }
    }

    /// Both to mean 0 and standard deviation 1.
    pub const fn standardised(full: FullPackage) -> Self {
        Self::both(VariableScaling::Standardised(full))
    }

    /// x to mean 0, y as it is.
    pub const fn centered_x(full: FullPackage) -> Self {
        Self { x: VariableScaling::Centered(full), y: VariableScaling::Raw }
    }

    /// Whether both are to mean 0 and standard deviation 1.
    pub fn is_standardised(self) -> bool {
        use VariableScaling::Standardised;
        matches!((self.x, self.y), (Standardised(_), Standardised(_)))
    }

    /// Whether both are as they are.
    pub fn is_raw(self) -> bool {
        self.full().is_none()
    }

    /// The proof that a variable is scaled, if one is.
    fn full(self) -> Option<FullPackage> {
        use VariableScaling::{Centered, MinMax, Raw, Standardised};
        match (self.x, self.y) {
            (Raw, Raw) => None,
            (Centered(full) | Standardised(full) | MinMax(full), _)
            | (_, Centered(full) | Standardised(full) | MinMax(full)) => Some(full),
        }
    }
}

/// Where 0 is and how long 1 is, in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
struct OriginAndUnit {
    origin: f64,
    unit: f64,
}

impl OriginAndUnit {
    const RAW: Self = Self { origin: 0.0, unit: 1.0 };
}

/// The coordinates u = (x − origin)/unit and v likewise of y, in which a line is v = α·u + β.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates(Axes);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Axes {
    /// The data's own.
    Raw,
    Scaled {
        x: OriginAndUnit,
        y: OriginAndUnit,
        full: FullPackage,
    },
}

impl Coordinates {
    /// The coordinates that some data have under a scaling.
    pub fn of(scaling: Scaling, data: &Summary) -> Self {
        Self(match scaling.full() {
            None => Axes::Raw,
            Some(full) => Axes::Scaled {
                x: scaling.x.axis(data.mean_x(), data.variance_x(), data.range_x()),
                y: scaling.y.axis(data.mean_y(), data.variance_y(), data.range_y()),
                full,
            },
        })
    }

    /// The coordinates at a share of the way to others.
    pub fn toward(&self, to: &Self, share: f64) -> Self {
        let ((Axes::Scaled { full, .. }, _) | (_, Axes::Scaled { full, .. })) = (self.0, to.0)
        else {
            return *self;
        };
        let axis = |from: OriginAndUnit, to: OriginAndUnit| OriginAndUnit {
            origin: from.origin + (to.origin - from.origin) * share,
            unit: from.unit * (to.unit / from.unit).powf(share),
        };
        let ((from_x, from_y), (to_x, to_y)) = (self.axes(), to.axes());
        Self(Axes::Scaled { x: axis(from_x, to_x), y: axis(from_y, to_y), full })
    }

    fn axes(&self) -> (OriginAndUnit, OriginAndUnit) {
        match self.0 {
            Axes::Raw => (OriginAndUnit::RAW, OriginAndUnit::RAW),
            Axes::Scaled { x, y, .. } => (x, y),
        }
    }

    /// Whether they are the data's own.
    pub fn are_raw(&self) -> bool {
        matches!(self.0, Axes::Raw)
    }

    /// Where u = 0 and v = 0, in data units.
    pub fn origin(&self) -> (f64, f64) {
        let (x, y) = self.axes();
        (x.origin, y.origin)
    }

    /// How long 1 is along u and along v, in data units.
    pub fn unit(&self) -> (f64, f64) {
        let (x, y) = self.axes();
        (x.unit, y.unit)
    }

    /// The point (u, v) of a point in data units.
    pub fn scaled(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let ((x0, y0), (unit_x, unit_y)) = (self.origin(), self.unit());
        ((x - x0) / unit_x, (y - y0) / unit_y)
    }

    /// The line v = α·u + β in data units.
    pub fn to_data(&self, at: Line) -> Line {
        // Raw ones are kept also where a parameter is infinite, which no arithmetic would do.
        let Axes::Scaled { x, y, .. } = self.0 else { return at };
        let slope = at.slope * (y.unit / x.unit);
        let intercept = y.origin + y.unit * at.intercept - slope * x.origin;
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
        let Axes::Scaled { x, y, .. } = self.0 else { return line };
        let slope = line.slope * (x.unit / y.unit);
        Line::new(slope, (line.predict(x.origin) - y.origin) / y.unit)
    }

    /// A line of other coordinates as a line of these; the same bits where the two are the same.
    pub fn converted(&self, at: Line, from: &Self) -> Line {
        if self == from { at } else { self.from_data(from.to_data(at)) }
    }
}

/// The condition number of squared error under a scaling, λmax/λmin: how many times steeper its valley is
/// across than along. Returns `None` if x has no spread and the valley no end.
pub fn condition(scaling: Scaling, data: &Summary) -> Option<f64> {
    let coordinates = Coordinates::of(scaling, data);
    let (mean, _) = coordinates.scaled((data.mean_x(), data.mean_y()));
    let unit = coordinates.unit().0;
    let hessian = Hessian::new(mean, data.variance_x() / (unit * unit));
    let condition = hessian.max_eigenvalue() / hessian.min_eigenvalue();
    condition.is_finite().then_some(condition)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scaling_is_found_by_its_name() {
        for scaling in VariableScaling::ALL {
            assert_eq!(VariableScaling::from_name(scaling.name()), Some(scaling));
        }
        assert_eq!(VariableScaling::from_name("logarithmic"), None);
    }

    #[test]
    fn raw_coordinates_stay_raw_on_the_way_to_raw_ones() {
        let summary = Summary::of_columns(&[1.0, 3.0], &[2.0, 6.0]);
        let raw = Coordinates::of(Scaling::RAW, &summary);
        let scaled = Coordinates::of(Scaling::STANDARDISED, &summary);
        assert!(raw.toward(&raw, 0.5).are_raw());
        assert!(!raw.toward(&scaled, 0.5).are_raw() && !scaled.toward(&raw, 0.5).are_raw());
        assert_eq!(raw.toward(&scaled, 1.0).origin(), scaled.origin());
    }
}
