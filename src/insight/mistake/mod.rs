//! Mistakes in a reader's program for gradient descent, told by the lines that it shows.
//!
//! A program is known only by its lines. Each mistake is a change of one part of an epoch ([`Mistake`]); what an
//! epoch with one change or two would have made of the reader's own line is compared, to rounding, with what the
//! program made of it. Rules of the page are recognised likewise, and so are other learning rates. What nothing
//! explains is described by its numbers, because a false accusation is worse than silence.
//!
//! ```
//! use downhill::descent::settings::LearningRate;
//! use downhill::insight::mistake::{Asked, Attempt, Finding, Mistake, Place, Verdict};
//! use downhill::numeric::line::Line;
//!
//! let (xs, ys, rate) = ([1.0, 2.0, 4.0], [1.0, 3.0, 4.0], 0.01);
//! let (mut a, mut b, mut lines) = (0.0, 0.0, Vec::new());
//! for _ in 0..10 {
//!     let error = |i: usize| ys[i] - (a * xs[i] + b);
//!     let da = 2.0 * (0..3).map(|i| xs[i] * error(i)).sum::<f64>() / 3.0;
//!     let db = 2.0 * (0..3).map(error).sum::<f64>() / 3.0;
//!     (a, b) = (a - rate * da, b - rate * db);
//!     lines.push(Line::new(a, b));
//! }
//! let rate = LearningRate::try_from(rate)?;
//! let attempt = Attempt { xs: &xs, ys: &ys, rate, asked: Asked::GradientDescent, lines: &lines };
//! let found = Verdict::of(&attempt)?.finding;
//! assert_eq!(found, Finding::Mistakes(vec![Mistake::WrongSign(Place::Both)]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod asked;
mod batches;
mod comparison;
mod definition;
mod explanation;
mod finding;
mod follow;
mod path;
mod rates;
mod rows;
mod rules;
mod search;
mod shown_every;
mod statements;
mod stop;
mod trail;
mod variant;
mod verdict;

pub use asked::Asked;
pub use comparison::Comparison;
pub use definition::{Mistake, Place};
pub use finding::Finding;
pub use path::FirstLine;
pub use stop::{Stop, StopFinding, Stopped};
pub use verdict::{Attempt, Verdict, comparison};
