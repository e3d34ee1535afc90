//! Effect of one point on the line, held against a plain fit of all others.

use downhill::insight::suitability::Influence;

use super::{Row, judge};
use crate::common::is_close;

/// Eight rows in general position.
const ROWS: [Row; 8] = [
    (1.0, 2.0),
    (2.0, 3.5),
    (3.0, 2.5),
    (4.5, 6.0),
    (5.0, 4.0),
    (6.0, 7.5),
    (8.0, 6.5),
    (14.0, 9.0),
];

/// A line fitted to some rows, and what it leaves.
struct Fit {
    n: f64,
    mean_x: f64,
    sxx: f64,
    slope: f64,
    intercept: f64,
    rss: f64,
}

impl Fit {
    fn of(rows: &[Row]) -> Self {
        let n = rows.len() as f64;
        let mean_x = rows.iter().map(|row| row.0).sum::<f64>() / n;
        let mean_y = rows.iter().map(|row| row.1).sum::<f64>() / n;
        let sxx: f64 = rows.iter().map(|row| (row.0 - mean_x).powi(2)).sum();
        let sxy: f64 = rows.iter().map(|row| (row.0 - mean_x) * (row.1 - mean_y)).sum();
        let slope = sxy / sxx;
        let intercept = mean_y - slope * mean_x;
        let rss = rows.iter().map(|(x, y)| (y - slope * x - intercept).powi(2)).sum();
        Self { n, mean_x, sxx, slope, intercept, rss }
    }

    fn at(&self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }

    /// The typical error, s = √(RSS/(n − 2)).
    fn deviation(&self) -> f64 {
        (self.rss / (self.n - 2.0)).sqrt()
    }
}

fn without(index: usize) -> Vec<Row> {
    let mut rest = ROWS.to_vec();
    rest.remove(index);
    rest
}

fn listed() -> Vec<Influence> {
    let influences = judge(&ROWS).influences;
    assert_eq!(influences.len(), 3);
    influences
}

#[test]
fn a_point_is_off_by_its_distance_from_the_others_line_in_that_distances_standard_error() {
    for point in listed() {
        let rest = Fit::of(&without(point.index));
        let away = point.x - rest.mean_x;
        let error = rest.deviation() * (1.0 + 1.0 / rest.n + away * away / rest.sxx).sqrt();
        let off = (point.y - rest.at(point.x)).abs() / error;
        assert!(is_close(point.off, off, 1e-12), "{point:?}: {off}");
    }
}

#[test]
fn a_line_moves_by_the_root_mean_square_of_its_change_in_the_others_typical_errors() {
    let all = Fit::of(&ROWS);
    for point in listed() {
        let rest = Fit::of(&without(point.index));
        let square = |x: f64| (rest.at(x) - all.at(x)).powi(2);
        let moved = (ROWS.iter().map(|row| square(row.0)).sum::<f64>() / all.n).sqrt();
        assert!(is_close(point.moved, moved / rest.deviation(), 1e-12), "{point:?}: {moved}");
    }
}

#[test]
fn a_point_turns_and_lifts_the_line_as_its_absence_shows() {
    let all = Fit::of(&ROWS);
    for point in listed() {
        let rest = Fit::of(&without(point.index));
        let turn = point.turn.expect("the others have spread");
        assert!(is_close(turn, rest.slope - all.slope, 1e-12), "{point:?}");
        assert!(is_close(point.lift, rest.at(all.mean_x) - all.at(all.mean_x), 1e-12), "{point:?}");
        let leverage = 1.0 / all.n + (point.x - all.mean_x).powi(2) / all.sxx;
        assert!(is_close(point.leverage, leverage, 1e-12), "{point:?}: {leverage}");
        assert_eq!((point.x, point.y), ROWS[point.index]);
    }
}

#[test]
fn the_distance_is_the_move_of_all_predictions_in_twice_the_variance() {
    let all = Fit::of(&ROWS);
    for point in listed() {
        let rest = Fit::of(&without(point.index));
        let moved: f64 = ROWS.iter().map(|row| (rest.at(row.0) - all.at(row.0)).powi(2)).sum();
        let distance = moved / (2.0 * all.deviation().powi(2));
        assert!(is_close(point.distance, distance, 1e-12), "{point:?}: {distance}");
    }
}

#[test]
fn the_three_points_of_the_greatest_distance_are_listed() {
    let all = Fit::of(&ROWS);
    let mut distances: Vec<(f64, usize)> = (0..ROWS.len())
        .map(|index| {
            let rest = Fit::of(&without(index));
            (ROWS.iter().map(|row| (rest.at(row.0) - all.at(row.0)).powi(2)).sum(), index)
        })
        .collect();
    distances.sort_by(|a, b| b.0.total_cmp(&a.0));
    let expected: Vec<usize> = distances.iter().take(3).map(|&(_, index)| index).collect();
    let found: Vec<usize> = listed().iter().map(|point| point.index).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_only_point_of_another_x_has_all_the_leverage_and_no_slope_without_it() {
    let alone = judge(&[(2.0, 1.0), (2.0, 2.0), (2.0, 4.0), (2.0, 3.0), (7.0, 9.0)]).influences[0];
    assert_eq!((alone.index, alone.leverage, alone.turn, alone.lift), (4, 1.0, None, 0.0));
    assert_eq!((alone.distance, alone.moved, alone.off), (f64::INFINITY, f64::INFINITY, 0.0));
    assert!(alone.is_alone());
    assert!(!listed()[0].is_alone());
}

#[test]
fn of_three_points_each_lies_off_the_line_of_the_other_two_by_no_known_error() {
    // Two points leave no error about their own line: the third is infinitely many of them off.
    let points = judge(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]).influences;
    assert!(points.iter().all(|point| point.off == f64::INFINITY), "{points:?}");
    assert!(points.iter().all(|point| point.moved == f64::INFINITY), "{points:?}");
}
