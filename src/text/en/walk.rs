//! Sentences of a walk by key: the point, the tenth of x or the event that it has come to.

use super::number::{count, number, rounded};
use super::plural;
use super::table;
use crate::data::dataset::Dataset;
use crate::insight::suitability;
use crate::insight::table::events::EventEpoch;
use crate::insight::table::points::{Tenth, Tenths};
use crate::insight::table::walk::{Stop, WalkOrder};
use crate::numeric::line::Line;

/// A point, and its place in the walk; inside the tenth of this index.
pub fn point(
    dataset: &Dataset,
    line: Line,
    order: WalkOrder,
    stop: Stop,
    inside: Option<usize>,
) -> String {
    let Some((x, y)) = dataset.points().get(stop.index) else { return String::new() };
    let (place, of) = (count(stop.place as u64), count(stop.of as u64));
    let of = match inside {
        Some(group) => format!("{of} in tenth {}", group + 1),
        None => of,
    };
    let prediction = line.predict(x);
    let error = rounded(y - prediction, 4);
    let numbers = format!("x {}, y {}, error {error}", number(x), number(y));
    match order {
        WalkOrder::X => format!("Point {place} of {of}: {numbers}."),
        WalkOrder::Error => format!("Point {place} of {of} by size of error: {numbers}."),
        WalkOrder::Influence => {
            let distances = suitability::cook_distances(dataset.points()).unwrap_or_default();
            let distance = distances.get(stop.index).copied().unwrap_or(0.0);
            format!(
                "Point {place} of {of} by influence: {numbers}. Cook's distance {}.",
                rounded(distance, 3)
            )
        }
    }
}

/// Why there is no point to go to.
pub fn nowhere(order: WalkOrder) -> &'static str {
    match order {
        WalkOrder::X | WalkOrder::Error => "There are no points to walk through.",
        WalkOrder::Influence => {
            "No point has more influence than others: there are fewer than three, or x or y has no spread."
        }
    }
}

/// A group of points by x.
pub fn tenth(tenths: &Tenths, tenth: &Tenth) -> String {
    format!(
        "{} of {}: x from {} to {}, {}, mean y {}, mean error {}. Enter goes inside.",
        table::group(tenths, tenth),
        tenths.len(),
        number(tenth.x.min),
        number(tenth.x.max),
        plural::points(tenth.n as usize),
        rounded(tenth.mean_y, 4),
        rounded(tenth.mean_error, 4),
    )
}

/// Events of an epoch, and their place in the walk.
pub fn event(epoch: u64, at: &EventEpoch, (place, of): (usize, usize)) -> String {
    let events: Vec<String> = at.events.iter().map(|event| table::event(event, epoch)).collect();
    format!(
        "Event {place} of {of}, epoch {}: {}. The cost is {}. Enter goes there.",
        count(epoch),
        events.join("; "),
        number(at.cost)
    )
}

/// Sentence about a run without events.
pub const NO_EVENT: &str = "Nothing has happened in this run yet: press Run, or Step.";
