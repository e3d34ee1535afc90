//! Costs that no sums tell: a mean of losses over the points.

use std::borrow::Cow;
use std::sync::Arc;

use super::cost::Threshold;
use super::exact;
use super::problem::Held;
use super::sketch::Sketch;
use crate::data::dataset::Points;
use crate::data::hessian::Hessian;
use crate::descent::scaling::Coordinates;
use crate::edition::FullPackage;
use crate::numeric::line::Line;

/// A mean of losses over the points.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PointsCost {
    loss: Loss,
    sketch: Arc<Sketch>,
}

/// Cost of an error.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Loss {
    Absolute(FullPackage),
    Huber(Threshold),
}

impl PointsCost {
    /// The absolute errors of some points.
    pub fn absolute(full: FullPackage, points: &Points) -> Self {
        Self::new(Loss::Absolute(full), points)
    }

    /// The Huber costs of some points.
    pub fn huber(threshold: Threshold, points: &Points) -> Self {
        Self::new(Loss::Huber(threshold), points)
    }

    fn new(loss: Loss, points: &Points) -> Self {
        Self { loss, sketch: Arc::new(Sketch::of(points)) }
    }

    /// Few points that stand for all.
    pub fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// The line of least cost among those that a descent from `from` can reach, found from the points.
    /// Returns `None` if many are equally good.
    pub fn minimum(
        &self,
        points: &Points,
        coordinates: &Coordinates,
        held: Held,
        from: Line,
    ) -> Option<Line> {
        let (xs, ys) = scaled_columns(points, coordinates);
        match self.loss {
            Loss::Absolute(_) => exact::least_absolute(&xs, &ys, held, from),
            Loss::Huber(threshold) => {
                let threshold = threshold.get() / coordinates.unit().1;
                exact::least_huber(&xs, &ys, threshold, held, from)
            }
        }
    }

    /// The second derivatives at a line, as if nothing was held. Returns `None` where the cost is made of
    /// planes.
    pub fn curvature(
        &self,
        points: &Points,
        coordinates: &Coordinates,
        at: Line,
    ) -> Option<Hessian> {
        let Loss::Huber(threshold) = self.loss else { return None };
        let line = coordinates.to_data(at);
        let bent = |&(x, y): &(f64, f64)| (y - line.predict(x)).abs() <= threshold.get();
        let scaled = |point| coordinates.scaled(point).0;
        Hessian::of_part(|| points.iter().filter(bent).map(scaled), points.len())
    }
}

/// The points in the coordinates of the descent.
fn scaled_columns<'a>(
    points: &'a Points,
    coordinates: &Coordinates,
) -> (Cow<'a, [f64]>, Cow<'a, [f64]>) {
    if coordinates.are_raw() {
        return (points.xs().into(), points.ys().into());
    }
    let scaled = points.iter().map(|point| coordinates.scaled(point));
    let (xs, ys): (Vec<f64>, Vec<f64>) = scaled.unzip();
    (xs.into(), ys.into())
}
