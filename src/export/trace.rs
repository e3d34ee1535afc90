//! The trace of a run as CSV: a row for each epoch, with every digit of its numbers.

use crate::descent::objective::Gradient;
use crate::descent::trainer::{State, Trainer};
use crate::insight::workings::in_data_units;
use crate::numeric::line::Line;
use crate::numeric::notation::exact;
use crate::session::Session;
use crate::text::en;

/// The headings. The gradient is that of J in data units, by the parameters that are not held; L is the learning rate
/// of the update that follows.
pub const COLUMNS: &str = "epoch,a,b,J,L,dJ/da,dJ/db";

/// The greatest number of epochs that are all written.
pub const ALL: u64 = 100_000;
/// The looks at rows that computing all epochs may take: about a second.
const MOST_ROWS: u64 = 100_000_000;

/// Whether every epoch of a run is written. Otherwise the checkpoints are: all of the first 1,024 epochs, then 512 of
/// each doubling.
pub fn is_whole(run: &Trainer) -> bool {
    let epochs = run.state().epoch;
    epochs <= ALL && epochs.saturating_mul(run.effort()) <= MOST_ROWS
}

/// The contents of a trace, in a sentence.
pub fn sentence(session: &Session) -> String {
    let run = session.run();
    let kept = (!is_whole(run)).then(|| run.trace().count());
    en::export::trace(run.state().epoch, kept, super::is_race(session))
}

/// The trace of a run up to its epoch.
///
/// ```
/// use downhill::data::dataset::Dataset;
/// use downhill::descent::{settings::Settings, trainer::Trainer};
/// use downhill::export::trace;
///
/// let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[3.0, 5.0, 7.0])?;
/// let mut run = Trainer::new(&data, Settings::default());
/// run.step(2);
/// let csv = trace::csv(&run);
/// assert_eq!(csv.lines().next(), Some(trace::COLUMNS));
/// assert_eq!(csv.lines().count(), 1 + 3);
/// # Ok::<(), downhill::data::dataset::DatasetError>(())
/// ```
pub fn csv(run: &Trainer) -> String {
    let mut text = format!("{COLUMNS}\n");
    let rates = run.rates();
    let schedule = run.settings().schedule;
    let mut write = |state: &State| {
        let rate = rates.iter().rev().find(|(since, _)| *since <= state.epoch);
        let rate = rate.map_or(f64::NAN, |(_, rate)| rate.get()) * schedule.factor(state.epoch);
        let Line { slope, intercept } = state.line;
        let Gradient { slope: da, intercept: db } = in_data_units(run.objective(), state.gradient);
        text.push_str(&state.epoch.to_string());
        for value in [slope, intercept, state.cost, rate, da, db] {
            text.push(',');
            text.push_str(&exact(value));
        }
        text.push('\n');
    };
    if is_whole(run) {
        let mut past = run.clone();
        past.seek(0);
        write(past.state());
        for _ in 0..run.state().epoch {
            past.step(1);
            write(past.state());
        }
    } else {
        run.trace().for_each(|state| write(&state));
    }
    text
}
