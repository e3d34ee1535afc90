//! Groups that points fall into, and stretches without any.

use super::place::{Place, range};
use crate::numeric::range::Range;

/// A stretch without points counts from this share of the range on.
const WIDE: f64 = 0.25;
/// It has to be so many times as wide as the next one.
const ALONE: f64 = 2.0;
/// Each group has at least this share of the points, and so many.
const SHARE: f64 = 0.1;
const FEWEST: usize = 3;
/// Bars of the histogram whose valleys are looked for.
const BARS: usize = 12;
/// With fewer values than this a histogram shows the values, not their density.
const FEWEST_VALUES: usize = 40;
/// A valley is at most this share of the lower of the hills beside it.
const VALLEY: f64 = 0.3;
/// A hill has at least this share of the values in its highest bar.
const HILL: f64 = 0.08;
/// The most groups.
const MOST: usize = 4;

/// A group of points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cluster {
    /// How many there are, of those that were looked at.
    pub count: usize,
    /// Their x.
    pub x: Range,
    /// Their y.
    pub y: Range,
}

/// The groups that points fall into, from left to right. None where there is but one.
pub(super) fn clusters(places: &[Place]) -> Vec<Cluster> {
    let mut groups = vec![places.to_vec()];
    let mut next = 0;
    while next < groups.len() && groups.len() < MOST {
        match split(&groups[next], places.len()) {
            Some((low, high)) => {
                groups[next] = low;
                groups.push(high);
            }
            None => next += 1,
        }
    }
    if groups.len() < 2 {
        return Vec::new();
    }
    let mut found: Vec<Cluster> = groups.iter().map(|group| cluster(group)).collect();
    found.sort_by(|a, b| a.x.min.total_cmp(&b.x.min).then(a.y.min.total_cmp(&b.y.min)));
    found
}

fn cluster(places: &[Place]) -> Cluster {
    let (xs, ys): (Vec<f64>, Vec<f64>) = places.iter().copied().unzip();
    Cluster { count: places.len(), x: range(&xs), y: range(&ys) }
}

/// The widest stretch of x without a point, where it is wide.
pub(super) fn gap(places: &[Place]) -> Option<(f64, f64)> {
    let xs = sorted(places, |place| place.0);
    widest(&xs).map(|index| (xs[index - 1], xs[index]))
}

/// Two groups, by x where it tells them apart, or else by y. Of so many points in all.
fn split(places: &[Place], all: usize) -> Option<(Vec<Place>, Vec<Place>)> {
    let along = |axis: fn(&Place) -> f64| {
        let values = sorted(places, axis);
        let at = boundary(&values)?;
        let (low, high): (Vec<Place>, Vec<Place>) =
            places.iter().partition(|place| axis(place) < at);
        let least = FEWEST.max((SHARE * all as f64).ceil() as usize);
        (low.len() >= least && high.len() >= least).then_some((low, high))
    };
    along(|place| place.0).or_else(|| along(|place| place.1))
}

fn sorted(places: &[Place], axis: fn(&Place) -> f64) -> Vec<f64> {
    let mut values: Vec<f64> = places.iter().map(axis).collect();
    values.sort_by(f64::total_cmp);
    values
}

/// Where sorted values fall into two groups.
fn boundary(values: &[f64]) -> Option<f64> {
    if let Some(index) = widest(values) {
        return Some(0.5 * values[index - 1] + 0.5 * values[index]);
    }
    valley(values)
}

/// The index of the value above the widest stretch between sorted values, where it is wide and far wider than the others.
fn widest(values: &[f64]) -> Option<usize> {
    let span = values.last()? - values.first()?;
    let mut steps: Vec<(f64, usize)> =
        values.windows(2).enumerate().map(|(index, pair)| (pair[1] - pair[0], index + 1)).collect();
    steps.sort_by(|a, b| b.0.total_cmp(&a.0));
    let &[(first, index), (second, _), ..] = &steps[..] else { return None };
    (first >= WIDE * span && first >= ALONE * second).then_some(index)
}

/// The middle of the deepest valley of the histogram of sorted values.
fn valley(values: &[f64]) -> Option<f64> {
    let (first, last) = (*values.first()?, *values.last()?);
    if values.chunk_by(|a, b| a == b).count() < FEWEST_VALUES {
        return None;
    }
    let mut bars = [0_usize; BARS];
    for value in values {
        let place = (value - first) / (last - first) * BARS as f64;
        bars[(place as usize).min(BARS - 1)] += 1;
    }
    let depth = |bar: usize| {
        let hill = |bars: &[usize]| bars.iter().copied().max().unwrap_or(0);
        let lower = hill(&bars[..bar]).min(hill(&bars[bar + 1..]));
        match lower as f64 >= HILL * values.len() as f64 {
            true => bars[bar] as f64 / lower.max(1) as f64,
            false => f64::INFINITY,
        }
    };
    let deepest = (1..BARS - 1).min_by(|&a, &b| depth(a).total_cmp(&depth(b)))?;
    let middle = (deepest as f64 + 0.5) / BARS as f64;
    (depth(deepest) <= VALLEY).then_some(first + middle * (last - first))
}
