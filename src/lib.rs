//! Downhill: learn linear regression and gradient descent by doing them on your own data.
//!
//! A line ŷ = a·x + b learns from points by gradient descent on its mean squared error. That error
//! sees the data only through six sums, so that one pass over the rows makes every epoch O(1).
//!
//! ```
//! use downhill::data::dataset::Dataset;
//! use downhill::descent::settings::{EpochLimit, LearningRate, Settings};
//! use downhill::descent::trainer::{Status, Trainer};
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
//! From the bottom to the top; a module uses only those above it in this list.
//!
//! - [`edition`]: what this package of the crate has.
//! - [`numeric`]: the line, ranges, angles, random numbers by seed, numbers as people type them and as bytes.
//! - [`data`]: points, their exact sums, built-in sets, points changed by hand.
//! - [`descent`]: coordinates, cost, update rule, batch, schedule, settings, and the run itself.
//! - [`insight`]: what can be told of data and run: zones of the learning rate, suitability of a line, predictions.
//! - [`session`]: everything that a link restores.
//! - [`import`], [`mod@link`], [`export`]: files to data, session to address and back, descents for other programs.
//! - [`spreadsheet`]: sheets to texts that `import` reads.
//! - [`text`]: every sentence that a person reads, and the numbers in them.
//! - [`figure`]: what is drawn, on any backend of plotters; [`stage`]: what the page shows at a moment.
//!
//! In the browser the module `web` hands all this to JavaScript.
#![deny(missing_docs)]

pub mod data;
pub mod descent;
pub mod edition;
pub mod export;
pub mod figure;
pub mod import;
pub mod insight;
pub mod link;
pub mod numeric;
pub mod session;
#[cfg(feature = "spreadsheets")]
pub mod spreadsheet;
pub mod stage;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;
