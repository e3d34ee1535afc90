//! Walks through the points: by x, by the size of the error, by influence.

use super::points::Tenths;
use crate::data::dataset::Points;
use crate::insight::suitability;
use crate::numeric::line::Line;

/// Order of a walk through the points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalkOrder {
    /// x, from the least on.
    X,
    /// The size of the error, from the greatest on.
    Error,
    /// How far a point moves the best line, from the most influential one on.
    Influence,
}

/// Where a press of a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the next one; after the last comes the first.
    Next,
    /// To the one before.
    Previous,
    /// To the first one.
    First,
    /// To the last one.
    Last,
}

/// A stop of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The index of the point.
    pub index: usize,
    /// Its place in the walk, from 1.
    pub place: usize,
    /// The number of points in the walk.
    pub of: usize,
}

/// The stop that a way leads to from a point, among all points or those of a group. Returns `None` where there is none.
pub fn stop(
    points: &Points,
    line: Line,
    order: WalkOrder,
    group: Option<(&Tenths, usize)>,
    (from, way): (Option<usize>, Way),
) -> Option<Stop> {
    let influences = match order {
        WalkOrder::Influence => Some(suitability::cook_distances(points)?),
        WalkOrder::X | WalkOrder::Error => None,
    };
    let (xs, ys) = (points.xs(), points.ys());
    let value = |index: usize| match (order, &influences) {
        (WalkOrder::X, _) => xs[index],
        (_, Some(influences)) => -influences[index],
        (_, None) => -(ys[index] - line.predict(xs[index])).abs(),
    };
    // Among equals the index decides, so that every point has its turn.
    let before = |a: &usize, b: &usize| value(*a).total_cmp(&value(*b)).then(a.cmp(b));
    let is_in =
        |&index: &usize| group.is_none_or(|(tenths, group)| tenths.group_of(xs[index]) == group);
    let all = || (0..points.len()).filter(is_in);
    let from = from.filter(|from| *from < points.len() && is_in(from));
    let first = || all().min_by(before);
    let last = || all().max_by(before);
    let index = match (way, from) {
        (Way::First, _) | (Way::Next, None) => first(),
        (Way::Last, _) | (Way::Previous, None) => last(),
        (Way::Next, Some(from)) => {
            all().filter(|index| before(index, &from).is_gt()).min_by(before).or_else(first)
        }
        (Way::Previous, Some(from)) => {
            all().filter(|index| before(index, &from).is_lt()).max_by(before).or_else(last)
        }
    }?;
    let place = 1 + all().filter(|other| before(other, &index).is_lt()).count();
    Some(Stop { index, place, of: all().count() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::dataset::Dataset;

    #[test]
    fn equal_points_have_their_turn_and_after_the_last_comes_the_first() {
        let data = Dataset::from_columns(&[3.0, 1.0, 3.0], &[1.0, 2.0, 1.0]).expect("sound");
        let walk = |from, way| {
            let order = WalkOrder::X;
            stop(data.points(), Line::ZERO, order, None, (from, way))
                .map(|stop| (stop.index, stop.place))
        };
        assert_eq!(walk(None, Way::Next), Some((1, 1)));
        assert_eq!(walk(Some(1), Way::Next), Some((0, 2)));
        assert_eq!(walk(Some(0), Way::Next), Some((2, 3)));
        assert_eq!(walk(Some(2), Way::Next), Some((1, 1)));
        assert_eq!(walk(Some(1), Way::Previous), Some((2, 3)));
        assert_eq!(walk(Some(1), Way::Last), Some((2, 3)));
    }
}
