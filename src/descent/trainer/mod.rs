//! One run: step, step back, seek, reset, and why it stopped.
//!
//! ```
//! use downhill::{data::dataset::Dataset, descent::settings::Settings, descent::trainer::Trainer};
//!
//! let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0])?;
//! let mut trainer = Trainer::new(&data, Settings::default());
//! trainer.step(1);
//! assert!((trainer.state().line.slope - 0.002_266_666_666_666_7).abs() < 1e-15);
//! # Ok::<(), downhill::data::dataset::DatasetError>(())
//! ```

mod epoch;
mod history;
mod readings;
mod recording;
mod run;
mod state;
mod status;
mod suggestion;

pub use history::Checkpoint;
pub use recording::Recording;
pub use run::{DIVERGED, Trainer};
pub use state::State;
pub use status::{Convergence, Status};
