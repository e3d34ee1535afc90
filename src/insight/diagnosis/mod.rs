//! The diagnosis of a learning rate: whether it is too small, right or too big, how many epochs it needs, and
//! why a run diverged.
//!
//! Along each axis of the cost's Hessian, plain descent on squared error multiplies the distance
//! from the bottom by 1 − L·λ at every epoch (Goh 2017, "Why Momentum Really Works", section 2), so that
//! everything here is exact but for rounding. With momentum, of which the same is known for distance and velocity
//! together, epochs are those after which the ball stays near: it may swing past the bottom before.

mod divergence;
mod forecast;
mod nearness;
mod sweep;

pub use divergence::Divergence;
pub use forecast::{Forecast, TOO_MANY, Zone};
pub use nearness::{Nearness, is_rounding, without_rounding};
pub use sweep::{Sweep, sample};
