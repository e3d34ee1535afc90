//! Inertia of a ball with momentum, and its way along one axis of a parabola.
//!
//! Along an axis of curvature λ an update multiplies the distance from the bottom, and the part of the last step that is
//! kept, by a matrix of two rows and columns that depends on h = L·λ alone (Goh 2017, "Why Momentum Really Works",
//! section 3). Its eigenvalues tell how far away the ball is after any number of epochs.

use crate::edition::FullPackage;

/// Discriminants below this count as this: the two eigenvalues are not told apart by less.
const APART: f64 = 1e-12;

/// Inertia of a ball with momentum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inertia {
    momentum: f64,
    dampening: f64,
    looks_ahead: bool,
    _full: FullPackage,
}

/// Distance from the bottom of one axis of a parabola, and the ball's velocity along it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Motion {
    /// The distance.
    pub distance: f64,
    /// The velocity; `None` before the first update.
    pub velocity: Option<f64>,
}

#[cfg(feature = "more")]
impl Inertia {
    /// Inertia of the heavy ball.
    pub(super) fn heavy_ball(momentum: f64, dampening: f64) -> Self {
        Self { momentum, dampening, looks_ahead: false, _full: FullPackage::PROOF }
    }

    /// Inertia of Nesterov's ball, which steps with the velocity that it will have.
    pub(super) fn looking_ahead(momentum: f64) -> Self {
        Self { momentum, dampening: 0.0, looks_ahead: true, _full: FullPackage::PROOF }
    }
}

impl Inertia {
    /// The step size L·λ up to which the bottom is not crossed: there both eigenvalues are real and positive.
    pub fn largest_steady_step(&self) -> f64 {
        let root = self.momentum.sqrt();
        match self.looks_ahead {
            true => ((1.0 - self.momentum) / (1.0 + self.momentum)).powi(2),
            false => (1.0 - root).powi(2) / (1.0 - self.dampening),
        }
    }

    /// An update with the step size h = L·λ: the next distance and the next step that is kept, from those before.
    fn matrix(&self, h: f64) -> [[f64; 2]; 2] {
        let (beta, h) = (self.momentum, h * (1.0 - self.dampening));
        match self.looks_ahead {
            true => [[1.0 - h - beta * h, -beta * beta], [h, beta]],
            false => [[1.0 - h, -beta], [h, beta]],
        }
    }

    /// Half the trace, and the discriminant, of the matrix: its eigenvalues are the first plus and minus the root of
    /// the second.
    fn eigenvalues(&self, h: f64) -> (f64, f64) {
        let [[distance, across], [back, kept]] = self.matrix(h);
        let middle = 0.5 * (distance + kept);
        (middle, middle * middle - (distance * kept - across * back))
    }

    /// The factor by which an epoch multiplies the distance in the long run.
    pub fn long_run_factor(&self, h: f64) -> f64 {
        match self.eigenvalues(h) {
            (middle, apart) if apart < 0.0 => (middle * middle - apart).sqrt(),
            (middle, apart) => middle.abs() + apart.sqrt(),
        }
    }

    /// The distance within which the ball is after so many epochs, and stays: with real eigenvalues the sum of what
    /// both leave, with complex ones the height of the swing.
    pub fn bound(&self, from: Motion, rate: f64, curvature: f64, epochs: u64) -> f64 {
        if epochs == 0 {
            return from.distance.abs();
        }
        let h = rate * curvature;
        let Some(velocity) = from.velocity else {
            // The first velocity is the first gradient, whatever the dampening.
            let kept = h * from.distance;
            let step = if self.looks_ahead { kept + self.momentum * kept } else { kept };
            let velocity = Some(curvature * from.distance);
            let moved = Motion { distance: from.distance - step, velocity };
            return self.bound(moved, rate, curvature, epochs - 1);
        };
        let [row, _] = self.matrix(h);
        let next = row[0] * from.distance + row[1] * rate * velocity;
        let (middle, apart) = self.eigenvalues(h);
        let after = |logarithm: f64| (epochs as f64 * logarithm).exp();
        if apart < 0.0 {
            let factor = (middle * middle - apart).sqrt();
            let sine = (next - middle * from.distance) / (-apart).max(APART).sqrt();
            from.distance.hypot(sine) * after(factor.ln())
        } else {
            let root = apart.max(APART).sqrt();
            let (larger, smaller) = (middle + root, middle - root);
            let second = (larger * from.distance - next) / (larger - smaller);
            // Both differences from 1 multiply to h: that tells the larger one where it is 1 but for rounding.
            let falls_short = h * (1.0 - self.dampening) / (1.0 - smaller);
            let first = match falls_short < 1.0 {
                true => (-falls_short).ln_1p(),
                false => larger.abs().ln(),
            };
            (from.distance - second).abs() * after(first) + second.abs() * after(smaller.abs().ln())
        }
    }
}
