//! The tables beside the figures: captions, headings, and what happened in a run.

use super::number::{count, number, rounded};
use super::{plural, race};
use crate::data::dataset::{Dataset, Origin, Variable};
use crate::descent::objective::Gradient;
use crate::descent::trainer::{Convergence, Status};
use crate::insight::table::events::{Event, RunEvents};
use crate::insight::table::points::{Tenth, Tenths};
use crate::numeric::line::Line;
use crate::session::Session;

/// Digits of the numbers that follow a run.
pub const DIGITS: usize = 6;

/// Numbers of one column, with as many decimals each, so that their points stand below each other.
pub fn aligned(values: &[f64], digits: usize) -> Vec<String> {
    let greatest = values.iter().filter(|value| value.is_finite());
    let greatest = greatest.fold(0.0_f64, |greatest, value| greatest.max(value.abs()));
    if greatest != 0.0 && !(1e-4..1e7).contains(&greatest) {
        return values.iter().map(|&value| super::number::significant(value, digits)).collect();
    }
    let whole = if greatest < 1.0 { 1 } else { greatest.log10().floor() as usize + 1 };
    let decimals = (digits + usize::from(greatest < 1.0)).saturating_sub(whole);
    values.iter().map(|&value| super::number::with_decimals(value, decimals)).collect()
}

/// Numbers of one column as the data have them, with as many decimals each.
pub fn as_given(values: &[f64]) -> Vec<String> {
    let texts: Vec<String> = values.iter().map(|&value| number(value)).collect();
    if texts.iter().any(|text| text.contains('×')) {
        return texts;
    }
    let decimals = |text: &String| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let decimals = texts.iter().map(decimals).max().unwrap_or(0);
    values.iter().map(|&value| super::number::with_decimals(value, decimals)).collect()
}

/// A symbol with the unit of a variable.
fn with_unit(symbol: &str, variable: &Variable) -> String {
    match &variable.unit {
        Some(unit) => format!("{symbol} ({unit})"),
        None => symbol.to_owned(),
    }
}

/// A symbol with the square of a variable's unit.
fn with_squared_unit(symbol: &str, variable: &Variable) -> String {
    match &variable.unit {
        Some(unit) => format!("{symbol} ({unit})²"),
        None => symbol.to_owned(),
    }
}

/// Headings of the points: their numbers, x, y, ŷ, e and e².
pub fn point_headings(dataset: &Dataset) -> [String; 6] {
    let (x, y) = (dataset.x(), dataset.y());
    [
        "point".to_owned(),
        format!("x: {}", x.label()),
        format!("y: {}", y.label()),
        with_unit("ŷ", y),
        with_unit("e = y − ŷ", y),
        with_squared_unit("e²", y),
    ]
}

/// Headings of the tenths: their number, how many points, the least and the greatest x, and means.
pub fn tenth_headings(dataset: &Dataset) -> [String; 8] {
    let (x, y) = (dataset.x(), dataset.y());
    [
        "group".to_owned(),
        "points".to_owned(),
        format!("x: {}, from", x.label()),
        with_unit("x to", x),
        format!("mean y: {}", y.label()),
        with_unit("mean ŷ", y),
        with_unit("mean e", y),
        with_squared_unit("mean e²", y),
    ]
}

/// The name of a group, which opens it.
pub fn group(tenths: &Tenths, tenth: &Tenth) -> String {
    match tenths.len() {
        10 => format!("Tenth {}", tenth.group + 1),
        _ => format!("Group {}", tenth.group + 1),
    }
}

/// The line, for captions.
fn line(session: &Session) -> String {
    let epoch = count(session.run().state().epoch);
    match session.runs().len() {
        1 => format!("the line at epoch {epoch}"),
        _ => format!(
            "the line of run {} ({}) at epoch {epoch}",
            session.chosen() + 1,
            race::run_name(session.run(), session.runs())
        ),
    }
}

/// The caption of all points.
pub fn points_caption(session: &Session) -> String {
    let points = plural::points(session.dataset().points().len());
    format!("The {points}, with ŷ and the error e of {}", line(session))
}

/// The caption of the tenths.
pub fn tenths_caption(session: &Session, tenths: &Tenths) -> String {
    let points = plural::points(session.dataset().points().len());
    match tenths.len() {
        10 => format!("The {points} in tenths of x, with the mean error of {}", line(session)),
        groups => format!(
            "The {points} in {groups} groups by x, with the mean error of {}",
            line(session)
        ),
    }
}

/// The caption of the points of a group.
pub fn group_caption(session: &Session, tenth: &Tenth) -> String {
    format!(
        "{} with x from {} to {}, with ŷ and the error e of {}",
        plural::points(tenth.n as usize),
        number(tenth.x.min),
        number(tenth.x.max),
        line(session)
    )
}

/// The rows that are shown of a group.
pub fn page(first: usize, shown: usize, all: usize) -> String {
    let (from, to) = (count(first as u64 + 1), count((first + shown) as u64));
    format!("Rows {from} to {to} of {}", count(all as u64))
}

/// Sentence about rows that are not the data's own. Returns `None` where they are.
pub fn origin(dataset: &Dataset) -> Option<String> {
    let (points, rows) = (dataset.points().len(), dataset.summary().n());
    match dataset.points().origin() {
        Origin::Rows => None,
        Origin::Sample(_) if points == 0 => Some(format!(
            "Of these data only the sums of {} are known, and no points.",
            plural::rows(rows)
        )),
        Origin::Sample(_) => Some(format!(
            "These are a random sample of {} of {} rows; what is saved and copied is the sample too.",
            count(points as u64),
            count(rows)
        )),
        Origin::Counts => Some(
            "The data came as a table of counts: each point lies at random within its cell, so errors differ a little \
             from those of the rows."
                .to_owned(),
        ),
    }
}

/// Headings of the epochs.
pub const EPOCH_HEADINGS: [&str; 5] =
    ["epoch", "slope a", "intercept b", "cost J", "what happened"];

/// The caption of the epochs.
pub fn epochs_caption(session: &Session) -> String {
    match session.runs().len() {
        1 => "The run at epochs 0, 1, 2, 4 and so on, and at all its events".to_owned(),
        _ => format!(
            "Run {} ({}) at epochs 0, 1, 2, 4 and so on, and at all its events",
            session.chosen() + 1,
            race::run_name(session.run(), session.runs())
        ),
    }
}

/// Sentences about events that are not told.
pub fn not_told(events: &RunEvents, furthest: u64) -> Vec<String> {
    let mut notes = Vec::new();
    if events.looked_until < furthest {
        notes.push(format!(
            "Rises and crossings are told up to epoch {}: to look for them farther on would take too long.",
            count(events.looked_until)
        ));
    }
    if events.left_out > 0 {
        notes.push(format!(
            "There are {} more rises and crossings than are told.",
            count(events.left_out as u64)
        ));
    }
    notes
}

/// The epoch at which the reader is, among the events.
pub const NOW: &str = "now";
/// Epoch 0, among the events.
pub const START: &str = "start";

/// An event of a run at an epoch.
pub fn event(event: &Event, epoch: u64) -> String {
    match *event {
        Event::Rise { last } if last == epoch => "the cost rises".to_owned(),
        Event::Rise { last } => {
            format!("the cost rises, and at every step until epoch {}", count(last))
        }
        Event::Crossing { last } if last == epoch => "the bottom is crossed".to_owned(),
        Event::Crossing { last } => {
            format!("the bottom is crossed, and at every step until epoch {}", count(last))
        }
        Event::Near { is_share_of_least: true } => "within 1 % of the least cost".to_owned(),
        Event::Near { is_share_of_least: false } => {
            "errors within 1 % of the spread of y".to_owned()
        }
        Event::RateChanged(rate) => format!("learning rate set to {}", number(rate.get())),
        Event::Stop(status) => stop(status).to_owned(),
    }
}

fn stop(status: Status) -> &'static str {
    match status {
        Status::Diverged => "stopped: diverged",
        Status::EpochLimit => "stopped: the epoch limit",
        Status::Converged(Convergence::Settled) => "stopped: converged",
        Status::Converged(Convergence::BelowTolerance) => "stopped: below the tolerance",
        Status::Converged(Convergence::Stuck) => "stopped: steps too small to change a and b",
        Status::Converged(Convergence::Cycling) => "stopped: the same lines again and again",
        Status::Ready | Status::Paused => "",
    }
}

/// The heading of the intercepts.
pub const INTERCEPTS: &str = "intercept b";

/// A slope, as a heading.
pub fn slope(text: &str) -> String {
    format!("a = {text}")
}

/// An intercept, as a heading.
pub fn intercept(text: &str) -> String {
    format!("b = {text}")
}

/// The caption of the costs.
pub fn costs_caption(session: &Session) -> String {
    let at = line(session);
    format!("The cost J of lines round the ball, which is in the middle: {at}")
}

/// The way in which the cost falls.
pub fn fall(at: Line, gradient: Gradient) -> String {
    let Gradient { slope, intercept } = gradient;
    let (a, b) = (rounded(at.slope, 4), rounded(at.intercept, 4));
    let (along_a, along_b) = (rounded(slope, 4), rounded(intercept, 4));
    if !(slope.is_finite() && intercept.is_finite()) {
        return format!("At a = {a}, b = {b} the cost has no slope that a number could tell.");
    }
    let slopes = format!("Its slope is {along_a} along a and {along_b} along b.");
    match (sign(slope), sign(intercept)) {
        (0, 0) => format!("At a = {a}, b = {b} the cost is level: it falls in no direction."),
        (1, 0) => format!("At a = {a}, b = {b} the cost falls towards a smaller a. {slopes}"),
        (-1, 0) => format!("At a = {a}, b = {b} the cost falls towards a larger a. {slopes}"),
        (0, 1) => format!("At a = {a}, b = {b} the cost falls towards a smaller b. {slopes}"),
        (0, _) => format!("At a = {a}, b = {b} the cost falls towards a larger b. {slopes}"),
        (1, 1) => format!(
            "At a = {a}, b = {b} the cost falls fastest towards a smaller a and a smaller b. {slopes}"
        ),
        (1, _) => format!(
            "At a = {a}, b = {b} the cost falls fastest towards a smaller a and a larger b. {slopes}"
        ),
        (_, 1) => format!(
            "At a = {a}, b = {b} the cost falls fastest towards a larger a and a smaller b. {slopes}"
        ),
        _ => format!(
            "At a = {a}, b = {b} the cost falls fastest towards a larger a and a larger b. {slopes}"
        ),
    }
}

fn sign(value: f64) -> i8 {
    match value {
        positive if positive > 0.0 => 1,
        negative if negative < 0.0 => -1,
        _ => 0,
    }
}

/// Headings of the file with the residuals, after the names of x and y.
pub const RESIDUAL_HEADINGS: [&str; 3] = ["predicted", "residual", "squared residual"];

/// A cost by epoch: costs of one run may differ by many powers of ten, each of which has its digits.
pub fn cost(cost: f64) -> String {
    super::number::significant(cost, DIGITS)
}
