//! Appearance of a scatter of points: the features that an eye sees, as numbers, without a judgement on them.
//!
//! Nothing here says whether a line suits the points: it is what a reader who cannot see them needs to tell that.

mod clusters;
mod place;

use std::cmp::Ordering;

use crate::data::dataset::Dataset;
use crate::data::summary::Summary;
use crate::insight::suitability::{Extent, FEWEST, Influence, Suitability, WILD};
use crate::numeric::range::Range;
pub use clusters::Cluster;
use clusters::{clusters, gap};
pub use place::Place;
use place::range;

/// The most points that are looked at: of more, some that stand for all.
pub const MOST: usize = 4_096;
/// Up to so many points are told one by one.
const LISTED: usize = 3;
/// The share of the points from which on those with one x are a stack.
const STACK: f64 = 0.5;
/// Below this correlation points go neither up nor down, as far as an eye can tell.
const LEVEL: f64 = 0.2;
/// The same in standard errors of a correlation, for few points.
const CHANCE: f64 = 2.0;
/// A scatter below this share of the spread of y cannot be seen.
const THIN: f64 = 0.02;
/// The share of the points that it takes on either side for a turn to be seen as one.
const END: f64 = 0.1;

/// Appearance of a scatter of points.
#[derive(Clone, Debug, PartialEq)]
pub enum Appearance {
    /// There are no points.
    Empty,
    /// There are few points: these, from left to right.
    Few(Vec<Place>),
    /// All have one x.
    EqualX,
    /// All have one y.
    EqualY,
    /// Most have one x.
    Stack {
        /// That x.
        x: f64,
        /// How many have it.
        count: usize,
        /// The range of their y.
        y: Range,
        /// The others, from left to right.
        others: Vec<Place>,
    },
    /// They are spread over the plane.
    Cloud(Cloud),
}

/// Points that are spread over the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Cloud {
    /// The points that lie apart from all others.
    pub apart: Vec<Apart>,
    /// Where the others lead.
    pub course: Course,
    /// How far from that course they lie, as a standard deviation in units of y.
    pub scatter: f64,
    /// Whether that is so little that they lie in one row.
    pub is_row: bool,
    /// How the scatter changes with x; none where it does not, or where that is unknown.
    pub widens: Option<Widening>,
    /// Whether the scatter was measured at both ends.
    pub is_even: bool,
    /// The groups that the points fall into; none where there is one.
    pub clusters: Vec<Cluster>,
    /// The widest stretch of x without a point, where it is wide.
    pub gap: Option<(f64, f64)>,
}

/// A point that lies apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// Where it is.
    pub at: Place,
    /// Whether it lies above the course of the others.
    pub is_above: bool,
}

/// Where points lead, from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// Whether they rise or fall on the whole.
    pub way: Way,
    /// How they bend.
    pub bend: Option<Turn>,
    /// The median y of the left third of the points.
    pub left: f64,
    /// That of the middle third.
    pub middle: f64,
    /// That of the right third.
    pub right: f64,
}

/// A direction, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// y grows.
    Up,
    /// y falls.
    Down,
    /// Neither.
    Level,
}

/// A bend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Whether it is slight.
    pub is_slight: bool,
    /// Whether it is open upwards, as a bowl.
    pub opens_up: bool,
    /// The x of its top or bottom, where that is within the points.
    pub at: Option<f64>,
}

/// A scatter that is wider at one end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widening {
    /// How many times as wide.
    pub times: f64,
    /// Whether at the right end.
    pub to_the_right: bool,
}

impl Appearance {
    /// Appearance of the points of a dataset. The work is bounded, however many there are.
    pub fn of(dataset: &Dataset) -> Self {
        let mut places = some(dataset);
        places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let (xs, ys): (Vec<f64>, Vec<f64>) = places.iter().copied().unzip();
        if places.is_empty() {
            return Self::Empty;
        }
        let (x, y) = (range(&xs), range(&ys));
        if places.len() <= LISTED {
            return Self::Few(places);
        }
        if x.span() == 0.0 {
            return Self::EqualX;
        }
        if y.span() == 0.0 {
            return Self::EqualY;
        }
        if let Some(stack) = Self::stack(&places) {
            return stack;
        }
        match Dataset::from_columns(&xs, &ys) {
            Ok(looked_at) => Self::Cloud(Cloud::of(&looked_at, &places)),
            Err(_) => Self::Empty,
        }
    }

    /// Most points above one another.
    fn stack(places: &[Place]) -> Option<Self> {
        let stacks = places.chunk_by(|a, b| a.0 == b.0);
        let most = stacks.max_by_key(|stack| stack.len())?;
        let ((x, first), (_, last)) = (*most.first()?, *most.last()?);
        let is_stack = most.len() > LISTED && most.len() as f64 >= STACK * places.len() as f64;
        is_stack.then(|| Self::Stack {
            x,
            count: most.len(),
            y: Range { min: first, max: last },
            others: places.iter().copied().filter(|place| place.0 != x).collect(),
        })
    }
}

/// The points, or some that stand for them.
fn some(dataset: &Dataset) -> Vec<Place> {
    let points = dataset.points();
    points.iter().step_by(points.len().div_ceil(MOST).max(1)).collect()
}

impl Cloud {
    /// Points from left to right, of which x and y have spread.
    fn of(dataset: &Dataset, places: &[Place]) -> Self {
        let found = Suitability::of(dataset);
        let apart: Vec<&Influence> = apart(&found, places.len());
        let others: Vec<Place> = places
            .iter()
            .enumerate()
            .filter(|(index, _)| apart.iter().all(|influence| influence.index != *index))
            .map(|(_, &place)| place)
            .collect();
        let (xs, ys): (Vec<f64>, Vec<f64>) = others.iter().copied().unzip();
        let summary = Summary::of_columns(&xs, &ys);
        let bend = found.bend.filter(|bend| bend.extent().is_some());
        let left = match bend {
            Some(bend) => 1.0 - bend.share,
            None => 1.0,
        };
        let deviation = |square: f64| (square / summary.n() as f64).max(0.0).sqrt();
        let scatter = deviation(left * summary.residual_sum_of(&xs, &ys));
        let widens = found.spread.filter(|spread| spread.extent().is_some());
        let line = summary.least_squares();
        let is_above = |at: Place| line.is_none_or(|line| at.1 > line.predict(at.0));
        let clusters = clusters(&others);
        Self {
            apart: apart
                .iter()
                .map(|found| Apart {
                    at: (found.x, found.y),
                    is_above: is_above((found.x, found.y)),
                })
                .collect(),
            course: Course {
                way: way(&summary),
                bend: bend.map(|bend| Turn {
                    is_slight: bend.extent() == Some(Extent::Slight),
                    opens_up: bend.opens_up,
                    at: Some(bend.turns_at).filter(|&at| turns(&others, at, bend.opens_up)),
                }),
                left: median_y(&others, 0),
                middle: median_y(&others, 1),
                right: median_y(&others, 2),
            },
            scatter,
            is_row: scatter <= THIN * deviation(summary.syy()),
            widens: widens
                .map(|spread| Widening { times: spread.times(), to_the_right: spread.grows() }),
            is_even: found.spread.is_some() && widens.is_none(),
            gap: gap(&others).filter(|_| clusters.is_empty()),
            clusters,
        }
    }
}

/// The points that lie apart: one that decides the line, or any that is wild.
fn apart(found: &Suitability, points: usize) -> Vec<&Influence> {
    let is_apart = |influence: &&Influence| {
        influence.extent().is_some()
            && (influence.off >= WILD || found.aside == Some(influence.index))
    };
    found.influences.iter().filter(is_apart).filter(|_| points >= FEWEST).collect()
}

/// Whether points, from left to right, turn at some x: a parabola has a top or bottom where points that level off have none.
fn turns(places: &[Place], at: f64, opens_up: bool) -> bool {
    let (left, right) = places.split_at(places.partition_point(|place| place.0 < at));
    let slope = |side: &[Place]| {
        let (xs, ys): (Vec<f64>, Vec<f64>) = side.iter().copied().unzip();
        let is_seen = side.len() >= LISTED && side.len() as f64 >= END * places.len() as f64;
        Summary::of_columns(&xs, &ys).least_squares().filter(|_| is_seen).map(|line| line.slope)
    };
    match (slope(left), slope(right)) {
        (Some(left), Some(right)) if opens_up => left < 0.0 && right > 0.0,
        (Some(left), Some(right)) => left > 0.0 && right < 0.0,
        _ => false,
    }
}

/// Whether points rise or fall on the whole, as far as an eye can tell.
fn way(summary: &Summary) -> Way {
    let correlation = summary.sxy() / summary.sxx().sqrt() / summary.syy().sqrt();
    let least = LEVEL.max((CHANCE / (summary.n() as f64).sqrt()).min(0.5));
    match correlation.partial_cmp(&0.0) {
        Some(Ordering::Greater) if correlation >= least => Way::Up,
        Some(Ordering::Less) if correlation <= -least => Way::Down,
        _ => Way::Level,
    }
}

/// The median y of a third of the points, which are sorted by x.
fn median_y(places: &[Place], third: usize) -> f64 {
    let [from, to] = [third, third + 1].map(|end| end * places.len() / 3);
    let mut ys: Vec<f64> = places[from..to].iter().map(|place| place.1).collect();
    ys.sort_by(f64::total_cmp);
    match (ys.get(ys.len().saturating_sub(1) / 2), ys.get(ys.len() / 2)) {
        (Some(low), Some(high)) => 0.5 * low + 0.5 * high,
        _ => f64::NAN,
    }
}
