//! The second derivatives of squared error, and what follows from them.

/// The Hessian of mean squared error, 2·\[\[Sxx/n + x̄², x̄\], \[x̄, 1\]\].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hessian {
    /// ∂²J/∂a².
    pub slope: f64,
    /// ∂²J/∂a∂b.
    pub mixed: f64,
    /// ∂²J/∂b².
    pub intercept: f64,
    variance_x: f64,
}

impl Hessian {
    /// The Hessian of data with this x̄ and this variance of x.
    pub fn new(mean_x: f64, variance_x: f64) -> Self {
        Self {
            slope: 2.0 * (variance_x + mean_x * mean_x),
            mixed: 2.0 * mean_x,
            intercept: 2.0,
            variance_x,
        }
    }

    /// The Hessian where only some of `n` rows bend the cost, those with these x. Returns `None` if none
    /// does.
    pub fn of_part<Xs: Iterator<Item = f64>>(xs: impl Fn() -> Xs, n: usize) -> Option<Self> {
        let (count, sum) = xs().fold((0.0, 0.0), |(n, sum), x| (n + 1.0, sum + x));
        let (share, mean) = (count / n as f64, sum / count);
        let variance = xs().map(|x| (x - mean).powi(2)).sum::<f64>() / count;
        let Self { slope, mixed, intercept, .. } = Self::new(mean, variance);
        (count > 0.0).then_some(Self {
            slope: share * slope,
            mixed: share * mixed,
            intercept: share * intercept,
            variance_x: share * share * variance,
        })
    }

    /// H⁻¹·g, the step from which a parabola has its bottom; where it is flat along one axis, the
    /// step along the other one.
    pub fn solve(&self, (slope, intercept): (f64, f64)) -> (f64, f64) {
        // The determinant is λmin·λmax, which loses no digits to cancellation.
        let determinant = 4.0 * self.variance_x;
        if determinant > 0.0 {
            (
                (self.intercept * slope - self.mixed * intercept) / determinant,
                (self.slope * intercept - self.mixed * slope) / determinant,
            )
        } else {
            let greatest = self.max_eigenvalue();
            (slope / greatest, intercept / greatest)
        }
    }

    /// The greater eigenvalue λmax: the steepest curvature of the cost.
    pub fn max_eigenvalue(&self) -> f64 {
        let half_trace = 0.5 * (self.slope + self.intercept);
        half_trace + (0.5 * (self.slope - self.intercept)).hypot(self.mixed)
    }

    /// The lesser eigenvalue λmin = 4·Sxx/(n·λmax), without the cancellation of the textbook root.
    pub fn min_eigenvalue(&self) -> f64 {
        4.0 * self.variance_x / self.max_eigenvalue()
    }

    /// The direction of the steepest curvature, (slope, intercept) of length 1; that of the flattest
    /// is at a right angle to it.
    pub fn steepest_direction(&self) -> (f64, f64) {
        let apart = 0.5 * (self.slope - self.intercept);
        let radius = apart.hypot(self.mixed);
        // Of two ways to write it, the one that takes nothing away from the radius.
        let (slope, intercept) = match () {
            _ if radius == 0.0 => (1.0, 0.0),
            _ if apart >= 0.0 => (radius + apart, self.mixed),
            _ => (self.mixed.abs(), (radius - apart).copysign(self.mixed)),
        };
        let length = slope.hypot(intercept);
        (slope / length, intercept / length)
    }
}
