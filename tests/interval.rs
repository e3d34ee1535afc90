//! Prediction intervals: Student's t, held against its exact distribution, and the reach of an interval,
//! held against a plain computation from the rows.

use crate::common::is_close;
use crate::common::norris::NORRIS;
use downhill::data::dataset::Dataset;
use downhill::insight::prediction::{Interval, SHARE, residual_deviation};

/// Rows whose x have the mean 0 and whose errors alternate, so that no error is 0.
fn alternating(rows: usize) -> Dataset {
    let xs: Vec<f64> = (0..rows).map(|row| row as f64 - 0.5 * (rows - 1) as f64).collect();
    let signs = [1.0, -1.0].into_iter().cycle();
    let ys: Vec<f64> = xs.iter().zip(signs).map(|(x, sign)| 3.0 + 0.25 * x + sign).collect();
    Dataset::from_columns(&xs, &ys).expect("sound data")
}

/// The share of Student's distribution within ±t, for an even number of degrees of freedom: a finite
/// sum (Abramowitz and Stegun 1964, 26.7.4).
fn share_within(t: f64, freedom: usize) -> f64 {
    let n = freedom as f64;
    let cosine_squared = n / (n + t * t);
    let (mut term, mut sum) = (1.0, 1.0);
    for k in (2..freedom).step_by(2) {
        term *= cosine_squared * (k - 1) as f64 / k as f64;
        sum += term;
    }
    sum * t / (n + t * t).sqrt()
}

/// t, from the interval at x̄, where the line is the least unsure.
fn quantile(data: &Dataset) -> f64 {
    let interval = Interval::at(data, data.summary().mean_x()).expect("a line is best");
    let deviation = residual_deviation(data).expect("a line is best");
    interval.reach / (deviation * (1.0 + 1.0 / data.summary().n() as f64).sqrt())
}

#[test]
fn the_quantile_of_student_holds_its_share_to_nine_digits() {
    for freedom in [2, 4, 10, 30, 100, 500, 998, 1_000, 1_002, 1_200, 2_000, 10_000] {
        let t = quantile(&alternating(freedom + 2));
        // The density at t is more than 0.1: the share tells t to 1e-9.
        let apart = (share_within(t, freedom) - SHARE).abs();
        assert!(apart < 1e-10, "{freedom} degrees of freedom: t = {t}, off by {apart}");
    }
}

#[test]
fn beyond_a_thousand_degrees_of_freedom_the_quantile_is_good_to_eleven_digits() {
    for freedom in [1_002, 1_100, 2_000] {
        let apart = share_within(quantile(&alternating(freedom + 2)), freedom) - SHARE;
        assert!(apart.abs() < 1e-12, "{freedom} degrees of freedom: off by {apart}");
    }
}

#[test]
fn few_degrees_of_freedom_have_the_quantiles_of_the_tables() {
    // tan(0.475·π) for 1; √(2·0.95²/(1 − 0.95²)) for 2.
    let one = (0.475 * std::f64::consts::PI).tan();
    let two = (2.0 * 0.95_f64.powi(2) / (1.0 - 0.95_f64.powi(2))).sqrt();
    assert!(is_close(quantile(&alternating(3)), one, 1e-9), "{one}");
    assert!(is_close(quantile(&alternating(4)), two, 1e-9), "{two}");
}

#[test]
fn an_interval_is_as_wide_as_the_rows_and_the_distance_from_their_middle_make_it() {
    let (xs, ys): (Vec<f64>, Vec<f64>) = NORRIS.iter().copied().unzip();
    let data = Dataset::from_columns(&xs, &ys).expect("sound data");
    let n = NORRIS.len() as f64;
    let mean = xs.iter().sum::<f64>() / n;
    let sxx: f64 = xs.iter().map(|x| (x - mean).powi(2)).sum();
    // The certified residual standard deviation, and t of 34 degrees of freedom from a table.
    let (deviation, t) = (0.884_796_396_144_373, 2.032_244_509_317_719);
    for x in [-100.0, 0.0, mean, 500.0, 2_000.0] {
        let interval = Interval::at(&data, x).expect("a line is best");
        let line = -0.262_323_073_774_029 + 1.002_116_818_020_45 * x;
        let reach = t * deviation * (1.0 + 1.0 / n + (x - mean) * (x - mean) / sxx).sqrt();
        assert_eq!(interval.x, x);
        assert!((interval.prediction - line).abs() < 1e-9 * (1.0 + line.abs()), "{interval:?}");
        assert!(is_close(interval.reach, reach, 1e-9), "{interval:?}, not {reach}");
    }
}

#[test]
fn two_points_and_equal_x_have_no_interval() {
    for (xs, ys) in
        [(vec![1.0, 2.0], vec![3.0, 4.0]), (vec![2.0; 5], vec![1.0, 2.0, 3.0, 4.0, 5.0])]
    {
        let data = Dataset::from_columns(&xs, &ys).expect("sound data");
        assert_eq!(residual_deviation(&data), None);
        assert_eq!(Interval::at(&data, 1.5), None);
    }
}

#[test]
fn the_residual_deviation_divides_by_two_less_than_the_rows() {
    // Errors −1, 2, −1 about y = x: RSS = 6, one degree of freedom.
    let data = Dataset::from_columns(&[-1.0, 0.0, 1.0], &[-2.0, 2.0, 0.0]).expect("sound data");
    assert!(is_close(residual_deviation(&data).expect("three rows"), 6.0_f64.sqrt(), 1e-14));
    // Twice each row: RSS = 12, four degrees of freedom.
    let (xs, ys) = ([-1.0, 0.0, 1.0, -1.0, 0.0, 1.0], [-2.0, 2.0, 0.0, -2.0, 2.0, 0.0]);
    let data = Dataset::from_columns(&xs, &ys).expect("sound data");
    assert!(is_close(residual_deviation(&data).expect("six rows"), 3.0_f64.sqrt(), 1e-14));
}

#[test]
fn an_interval_either_end_of_which_is_beyond_f64_is_none() {
    let data = |sign: f64| {
        let ys = [-0.9e154, 8e152, 0.9e154].map(|y: f64| sign * y);
        Dataset::from_columns(&[-1.0, 0.0, 1.0], &ys).expect("sound data")
    };
    for sign in [1.0, -1.0] {
        let data = data(sign);
        let near = Interval::at(&data, 5e153).expect("both ends are finite");
        assert!(near.reach > 1e307 && near.prediction.abs() > 4e307, "{near:?}");
        // There ŷ is ±1.2e308, and the interval reaches 7.9e307 to either side.
        assert_eq!(Interval::at(&data, 1.3e154), None);
        assert_eq!(Interval::at(&data, f64::NAN), None);
    }
}

#[test]
fn the_covered_share_counts_the_points_within_their_own_intervals() {
    // 40 errors of ±0.1 and two of 3 at the middle: s = 0.69…, t = 2.02…
    let mut rows: Vec<(f64, f64)> =
        (-20..20).map(|x| (f64::from(x) + 0.5, if x % 2 == 0 { 0.1 } else { -0.1 })).collect();
    rows.extend([(0.0, 3.0), (0.0, -3.0)]);
    let (xs, ys): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
    let data = Dataset::from_columns(&xs, &ys).expect("sound data");
    let interval = Interval::at(&data, 0.0).expect("a line is best");
    assert!(is_close(interval.covered(&data), 40.0 / 42.0, 1e-15));
}

#[test]
fn a_point_that_is_off_by_rounding_is_covered_and_one_that_is_off_by_more_is_not() {
    // The others lie on the line exactly, so that the interval is far narrower than the one error.
    let covered = |error: f64| {
        let xs: Vec<f64> = (0..30).map(f64::from).collect();
        let ys: Vec<f64> =
            xs.iter().map(|x| 1e6 + x + if *x == 15.0 { error } else { 0.0 }).collect();
        let data = Dataset::from_columns(&xs, &ys).expect("sound data");
        Interval::at(&data, 1.0).expect("a line is best").covered(&data)
    };
    let unit = 1e6 * f64::EPSILON;
    assert_eq!(covered(unit), 1.0);
    assert!(is_close(covered(1e-4), 29.0 / 30.0, 1e-15));
}

#[test]
fn points_on_a_line_are_covered_by_intervals_of_no_width() {
    let xs: Vec<f64> = (0..30).map(|row| 0.1 * f64::from(row)).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 1e6 + 0.3 * x).collect();
    let data = Dataset::from_columns(&xs, &ys).expect("sound data");
    let interval = Interval::at(&data, 1.0).expect("a line is best");
    assert!(interval.reach < 1e-6);
    assert_eq!(interval.covered(&data), 1.0);
}
