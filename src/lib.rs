//! Downhill: learn linear regression and gradient descent by doing them on your own data.
//!
//! A line ŷ = a·x + b learns from points by gradient descent on its mean squared error. That error
//! sees the data only through six sums, so that one pass over the rows makes every epoch O(1).
//!
//! ```
//! use downhill::dataset::Dataset;
//! use downhill::settings::{EpochLimit, LearningRate, Settings};
//! use downhill::trainer::{Status, Trainer};
//!
//! let data = Dataset::from_columns(&[1.0, 2.0, 3.0, 4.0], &[3.0, 5.0, 7.0, 9.0])?;
//! let settings = Settings {
//!     learning_rate: LearningRate::try_from(0.1)?,
//!     epochs: EpochLimit::try_from(100_000.0)?,
//!     ..Settings::default()
//! };
//! let mut run = Trainer::new(&data, settings);
//! run.step(100_000);
//! assert!(matches!(run.status(), Status::Converged(_)));
//! assert!((run.state().line.slope - 2.0).abs() < 1e-12);
//!
//! // From here on it would diverge:
//! assert!(run.largest_stable_rate().is_some_and(|limit| limit < 0.13));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Modules
//!
//! - What there is to learn from: [`dataset`] with its [`summary`] and, where its rows are very many, the
//!   [`grid`] that they lie in, [`builtin`] data, [`import`],
//!   points changed by hand in [`editing`].
//! - Whether a line suits it: [`suitability`].
//! - The descent: [`mod@line`], [`scaling`], [`objective`], [`optimizer`], [`batch`], [`schedule`],
//!   [`settings`], [`trainer`]; and what can be told of it beforehand: [`diagnosis`].
//! - What the lesson works out: [`lesson`].
//! - The reader's place in it: [`session`], [`view`], [`share`] for links, [`slider`].
//! - What is shown: [`figure`], [`messages`], [`text`].
//! - For other programs: [`export`].
//! - By seed: [`random`]; sine and cosine: [`angle`].
//!
//! In the browser the module `web` hands all this to JavaScript.
#![deny(missing_docs)]

/// Whether everything is in this build. The package that the page opens with leaves out what plain
/// descent on squared error does not need, so that it is small: the questions whether a choice is
/// the plain one ask here first, and the compiler drops what then cannot be.
const COMPLETE: bool = cfg!(feature = "more");

pub mod angle;
pub mod batch;
pub mod builtin;
pub mod bytes;
pub mod dataset;
pub mod diagnosis;
pub mod editing;
pub mod export;
pub mod figure;
pub mod grid;
pub mod import;
pub mod lesson;
pub mod line;
pub mod messages;
pub mod objective;
pub mod optimizer;
pub mod random;
pub mod scaling;
pub mod schedule;
pub mod session;
pub mod settings;
pub mod share;
pub mod slider;
pub mod suitability;
pub mod summary;
pub mod text;
pub mod trainer;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod web;
