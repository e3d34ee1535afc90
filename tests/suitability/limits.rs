//! Where the verdict on a point, on r² and on few points changes.

use downhill::insight::suitability::{Extent, Influence, LineVerdict};

use super::{Row, judge};
use crate::common::is_close;

/// A point that does not matter.
const NONE: Influence = Influence {
    index: 0,
    x: 0.0,
    y: 0.0,
    leverage: 0.2,
    distance: 0.5,
    turn: Some(0.0),
    lift: 0.0,
    off: 0.0,
    moved: 0.5,
};

#[test]
fn a_distance_of_one_is_not_far_and_more_is() {
    assert_eq!(Influence { distance: 1.0, off: 3.0, ..NONE }.extent(), None);
    assert_eq!(Influence { distance: 1.01, ..NONE }.extent(), Some(Extent::Slight));
    assert_eq!(Influence { distance: 1.01, off: 3.0, ..NONE }.extent(), Some(Extent::Clear));
}

#[test]
fn leverage_counts_only_where_the_point_is_far() {
    assert_eq!(Influence { leverage: 0.75, ..NONE }.extent(), None);
    assert_eq!(Influence { leverage: 0.75, distance: 2.0, ..NONE }.extent(), Some(Extent::Clear));
    assert_eq!(Influence { leverage: 0.74, distance: 2.0, ..NONE }.extent(), Some(Extent::Slight));
}

#[test]
fn a_point_that_is_off_decides_where_it_moves_the_line_by_a_typical_error() {
    assert_eq!(Influence { off: 3.0, moved: 1.0, ..NONE }.extent(), Some(Extent::Clear));
    assert_eq!(Influence { off: 3.0, moved: 0.99, ..NONE }.extent(), None);
    assert_eq!(Influence { off: 2.99, moved: 1.0, ..NONE }.extent(), None);
}

#[test]
fn a_wild_point_is_worth_knowing_unless_the_line_stays_where_it_is() {
    assert_eq!(Influence { off: 5.0, ..NONE }.extent(), Some(Extent::Slight));
    assert_eq!(Influence { off: 5.0, moved: 0.1, ..NONE }.extent(), Some(Extent::Slight));
    assert_eq!(Influence { off: 5.0, moved: 0.09, ..NONE }.extent(), None);
}

#[test]
fn the_correlation_has_a_sign_and_needs_spread_in_both() {
    let rows = [(0.0, 0.0), (1.0, 2.0), (2.0, 1.0), (3.0, 3.0)];
    let mirrored = rows.map(|(x, y)| (-x, y));
    assert!(is_close(judge(&rows).r.expect("both spread"), 0.8, 1e-12));
    assert!(is_close(judge(&mirrored).r.expect("both spread"), -0.8, 1e-12));
    let equal_x = judge(&rows.map(|(_, y)| (1.0, y)));
    assert_eq!((equal_x.r, equal_x.r_squared), (None, None));
    let equal_y = judge(&rows.map(|(x, _)| (x, 1.0)));
    assert_eq!((equal_y.r, equal_y.r_squared), (None, None));
}

#[test]
fn an_r_squared_of_just_a_quarter_is_not_weak() {
    // About y = x the errors are 3 and three times −1 at either x: 24 of 32.
    let group = |x: f64| [3.0, -1.0, -1.0, -1.0].map(|error| (x, x + error));
    let rows: Vec<Row> = [group(-1.0), group(1.0)].concat();
    let suitability = judge(&rows);
    assert_eq!((suitability.r_squared, suitability.verdict), (Some(0.25), LineVerdict::Suits));
}

#[test]
fn five_points_are_enough_and_four_have_a_bend() {
    // Errors that neither a line nor a parabola can take away.
    let rows = [(0.0, 0.2), (1.0, 0.6), (2.0, 2.0), (3.0, 3.4), (4.0, 3.8)];
    assert_eq!(judge(&rows).verdict, LineVerdict::Suits);
    assert_eq!(judge(&rows[..4]).verdict, LineVerdict::TooFew);
    let four = [(0.0, 0.2), (1.0, 0.8), (2.0, 1.8), (3.0, 3.2)];
    assert!(judge(&four).bend.is_some_and(|bend| bend.share > 0.999));
    assert_eq!(judge(&four[..3]).bend, None, "a parabola meets any three points");
}

#[test]
fn bend_and_spread_are_measured_without_the_point_that_decides() {
    let line = |noise: f64| -> Vec<Row> {
        let chance = [0.3, -0.8, 0.5, 0.9, -0.4, -0.7, 0.6, -0.2, 0.8, -0.9, 0.1, -0.2];
        let mut rows: Vec<Row> = (0..12)
            .map(|x| (f64::from(x), 2.0 * f64::from(x) + noise * chance[x as usize]))
            .collect();
        rows[11].1 += 60.0;
        rows
    };
    let with_noise = judge(&line(1.0));
    assert_eq!((with_noise.aside, with_noise.verdict), (Some(11), LineVerdict::OnePoint));
    assert!(with_noise.bend.is_some_and(|bend| bend.share < 0.5), "{:?}", with_noise.bend);
    assert!(with_noise.spread.is_none_or(|spread| spread.times() < 3.0), "{with_noise:?}");
    let exact = judge(&line(0.0));
    assert_eq!((exact.aside, exact.bend, exact.spread), (Some(11), None, None));
}

#[test]
fn a_spread_is_the_ratio_of_mean_errors_that_their_own_points_do_not_pull() {
    let errors = [0.2, -0.35, 0.15, -0.1, 0.3, -0.2, 0.45, -0.5, 0.25, -0.6, 0.5, -0.15];
    let rows: Vec<Row> =
        (0..12).zip(errors).map(|(x, error)| (f64::from(x), 1.0 + f64::from(x) + error)).collect();
    let suitability = judge(&rows);
    assert_eq!(suitability.aside, None);
    assert!(suitability.bend.is_some_and(|bend| bend.extent().is_none()));
    // A plain fit, and each error divided by √(1 − leverage).
    let n = rows.len() as f64;
    let mean_x = rows.iter().map(|row| row.0).sum::<f64>() / n;
    let mean_y = rows.iter().map(|row| row.1).sum::<f64>() / n;
    let sxx: f64 = rows.iter().map(|row| (row.0 - mean_x).powi(2)).sum();
    let sxy: f64 = rows.iter().map(|row| (row.0 - mean_x) * (row.1 - mean_y)).sum();
    let size = |&(x, y): &Row| {
        let error = y - mean_y - sxy / sxx * (x - mean_x);
        error.abs() / (1.0 - 1.0 / n - (x - mean_x).powi(2) / sxx).sqrt()
    };
    // Four points in either third, of which the largest is left aside.
    let mean = |third: &[Row]| {
        let mut sizes: Vec<f64> = third.iter().map(size).collect();
        sizes.sort_by(f64::total_cmp);
        sizes[..3].iter().sum::<f64>() / 3.0
    };
    let ratio = mean(&rows[8..]) / mean(&rows[..4]);
    let spread = suitability.spread.expect("x has thirds");
    assert!(is_close(spread.ratio, ratio, 1e-9), "{spread:?}, not {ratio}");
}
