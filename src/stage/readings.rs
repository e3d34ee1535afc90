//! The numbers that change with every epoch.

use serde::Serialize;

use crate::insight::diagnosis::without_rounding;
use crate::session::Session;
use crate::text::en;
use crate::text::en::number::{count, significant};

/// Digits of the live numbers.
pub const DIGITS: usize = 6;

/// The numbers that change with every epoch: `Now` of `types.d.ts`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Readings {
    /// The epoch of the chosen run.
    pub epoch: u64,
    /// Its slope, in data units.
    pub slope: f64,
    /// Its intercept, in data units.
    pub intercept: f64,
    /// Its cost, in data units.
    pub cost: f64,
    /// The name of its status.
    pub status: &'static str,
    /// Why it stopped, in a sentence.
    pub reason: Option<String>,
    /// The same numbers, rounded for reading.
    pub texts: ReadingTexts,
    /// The epoch that the clock shows: that of the run that has come farthest.
    pub clock: u64,
    /// The same, for reading.
    pub clock_text: String,
    /// Whether no run can go on.
    pub ended: bool,
    /// The last epoch of the scrubber.
    pub last_epoch: u64,
}

/// The live numbers, rounded for reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingTexts {
    /// The epoch.
    pub epoch: String,
    /// The slope.
    pub slope: String,
    /// The intercept.
    pub intercept: String,
    /// The cost.
    pub cost: String,
}

impl Readings {
    /// The readings of a session as it stands.
    pub fn of(session: &Session) -> Self {
        let run = session.run();
        let state = run.state();
        let clock = session.clock_epoch();
        let shown = without_rounding(state.line, session.dataset().summary());
        let cost = en::status::without_rounding(run, state.cost);
        Self {
            epoch: state.epoch,
            slope: state.line.slope,
            intercept: state.line.intercept,
            cost: state.cost,
            status: run.status().name(),
            reason: en::status::reason(run),
            texts: ReadingTexts {
                epoch: count(state.epoch),
                slope: significant(shown.slope, DIGITS),
                intercept: significant(shown.intercept, DIGITS),
                cost: significant(cost, DIGITS),
            },
            clock,
            clock_text: count(clock),
            ended: session.has_ended(),
            last_epoch: session.last_epoch(),
        }
    }
}
