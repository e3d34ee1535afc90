//! The values of fields as text. The parts of a list are joined by `_`, those of a pair by `~`.

use crate::descent::batch::{Batch, BatchSize};
use crate::descent::error::SettingError;
use crate::descent::objective::{Cost, Threshold};
use crate::descent::optimizer::{Optimizer, Rule};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::schedule::Schedule;
use crate::descent::settings::{EpochLimit, LearningRate, Start, Tolerance};
use crate::numeric::line::Line;
use crate::numeric::notation::{cut, exact, float, joined, pieces};
use crate::session::view::Camera;

/// The reason that the value of a field cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// No release has written such a value.
    Damaged,
    /// No session can have such a value.
    Setting(SettingError),
}

impl From<SettingError> for Unreadable {
    fn from(error: SettingError) -> Self {
        Self::Setting(error)
    }
}

/// A value that was read, or an error where it is not a known one.
pub(super) fn known<T>(value: Option<T>) -> Result<T, Unreadable> {
    value.ok_or(Unreadable::Damaged)
}

/// Reads an epoch that a run can be at.
pub(super) fn read_epoch(text: &str) -> Result<u64, Unreadable> {
    known(text.parse().ok().filter(|&epoch| epoch <= EpochLimit::MOST))
}

/// Reads the epoch to stop at.
pub(super) fn read_epochs(text: &str) -> Result<EpochLimit, Unreadable> {
    Ok(EpochLimit::try_from(known(float(text))?)?)
}

/// Reads the cost to stop below.
pub(super) fn read_tolerance(text: &str) -> Result<Tolerance, Unreadable> {
    Ok(Tolerance::try_from(known(float(text))?)?)
}

/// Reads a whole number.
pub(super) fn read_whole(text: &str) -> Result<u64, Unreadable> {
    known(text.parse().ok())
}

/// Writes a flag: 1 is on.
pub(super) fn write_flag(flag: bool) -> String {
    u8::from(flag).to_string()
}

/// Reads a flag.
pub(super) fn read_flag(text: &str) -> Result<bool, Unreadable> {
    match text {
        "0" => Ok(false),
        "1" => Ok(true),
        _ => Err(Unreadable::Damaged),
    }
}

/// Writes yaw and pitch; of a camera that is closer, zoom and shift as well.
pub(super) fn write_camera(camera: Camera) -> String {
    let (right, down) = camera.shift();
    let turned = format!("{:.4}_{:.4}", camera.yaw(), camera.pitch());
    if camera.zoom() > 1.0 {
        format!("{turned}_{:.4}_{right:.4}_{down:.4}", camera.zoom())
    } else {
        turned
    }
}

/// Reads a camera.
pub(super) fn read_camera(text: &str) -> Option<Camera> {
    let numbers: Option<Vec<f64>> = pieces(text, b'_').map(float).collect();
    match numbers?[..] {
        [yaw, pitch] => Some(Camera::new(yaw, pitch)),
        [yaw, pitch, zoom, right, down] => {
            Some(Camera::new(yaw, pitch).closer(zoom, (right, down)))
        }
        _ => None,
    }
}

/// Writes each learning rate with the epoch from which on it was in force.
pub(super) fn write_rates(rates: &[(u64, LearningRate)]) -> String {
    let entry = |&(epoch, rate): &(u64, LearningRate)| format!("{epoch}~{}", exact(rate.get()));
    joined(rates.iter().map(entry), "_")
}

/// Reads the learning rates. Their epochs never fall.
pub(super) fn read_rates(text: &str) -> Result<Vec<(u64, LearningRate)>, Unreadable> {
    let mut last = 0;
    let entry = |entry| {
        let (epoch, rate) = known(pair(entry, b'~'))?;
        let epoch = epoch as u64;
        if epoch < last {
            return Err(Unreadable::Damaged);
        }
        last = epoch;
        Ok((epoch, LearningRate::try_from(rate)?))
    };
    pieces(text, b'_').map(entry).collect()
}

/// Writes the line that a run starts at.
pub(super) fn write_start(start: Start) -> String {
    match start {
        Start::Zero => "zero".to_owned(),
        Start::At(line) => {
            let Line { slope, intercept } = line.get();
            format!("at_{}_{}", exact(slope), exact(intercept))
        }
        Start::Random { seed } => format!("random_{seed}"),
    }
}

/// Reads the line that a run starts at.
pub(super) fn read_start(text: &str) -> Result<Start, Unreadable> {
    match cut(text, b'_') {
        None if text == "zero" => Ok(Start::Zero),
        Some(("random", seed)) => Ok(Start::Random { seed: read_whole(seed)? }),
        Some(("at", line)) => {
            let (slope, intercept) = known(pair(line, b'_'))?;
            Ok(Start::at(slope, intercept)?)
        }
        _ => Err(Unreadable::Damaged),
    }
}

/// Reads two numbers.
fn pair(text: &str, between: u8) -> Option<(f64, f64)> {
    let (first, second) = cut(text, between)?;
    Some((float(first)?, float(second)?))
}

/// Writes a cost, the threshold of Huber's behind it.
pub(super) fn write_cost(cost: Cost) -> String {
    match cost {
        Cost::Huber(threshold) => with_numbers(cost.name(), &[threshold.get()]),
        Cost::Squared | Cost::Absolute(_) | Cost::Signed(_) => cost.name().to_owned(),
    }
}

/// Reads a cost.
pub(super) fn read_cost(text: &str) -> Option<Cost> {
    match text.split_once('~') {
        Some(("huber", threshold)) => {
            Some(Cost::Huber(Threshold::try_from(float(threshold)?).ok()?))
        }
        None => Cost::from_name(text, || None),
        Some(_) => None,
    }
}

/// Writes the scales of x and y.
pub(super) fn write_scaling(scaling: Scaling) -> String {
    format!("{}~{}", scaling.x.name(), scaling.y.name())
}

/// Reads the scales of x and y.
pub(super) fn read_scaling(text: &str) -> Option<Scaling> {
    let (x, y) = text.split_once('~')?;
    Some(Scaling { x: VariableScaling::from_name(x)?, y: VariableScaling::from_name(y)? })
}

/// Writes an update rule with its parameters.
pub(super) fn write_rule(optimizer: &Optimizer) -> String {
    with_numbers(optimizer.rule().name(), optimizer.parameters())
}

/// Reads an update rule. Parameters that are left out have their defaults.
pub(super) fn read_rule(text: &str) -> Option<Optimizer> {
    let mut parts = text.split('~');
    let mut optimizer = Optimizer::new(Rule::from_name(parts.next()?)?);
    for (index, part) in parts.enumerate() {
        optimizer = optimizer.with(index, float(part)?).ok()?;
    }
    Some(optimizer)
}

/// Writes the size of mini-batches and the seed of their order.
pub(super) fn write_batch(size: BatchSize, seed: u64) -> String {
    format!("{}~{seed}", size.get())
}

/// Reads the size of mini-batches and the seed of their order.
pub(super) fn read_batch(text: &str) -> Option<Batch> {
    let (size, seed) = text.split_once('~')?;
    let size = BatchSize::try_from(float(size)?).ok()?;
    Some(Batch::Rows { size, seed: seed.parse().ok()? })
}

/// Writes a schedule with its parameters.
pub(super) fn write_schedule(schedule: Schedule) -> String {
    let parameters: Vec<f64> = schedule.parameters().into_iter().map(|(_, value)| value).collect();
    with_numbers(schedule.name(), &parameters)
}

/// Reads a schedule. Parameters that are left out have their defaults.
pub(super) fn read_schedule(text: &str) -> Option<Schedule> {
    let mut parts = text.split('~');
    let mut schedule = Schedule::from_name(parts.next()?)?;
    for (index, part) in parts.enumerate() {
        schedule = schedule.with(index, float(part)?).ok()?;
    }
    Some(schedule)
}

/// A name, each number after a `~`.
fn with_numbers(name: &str, numbers: &[f64]) -> String {
    numbers.iter().fold(name.to_owned(), |text, &number| text + "~" + &exact(number))
}
