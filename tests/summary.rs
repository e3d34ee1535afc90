//! The sums: the same whatever the order or the slicing, and right to the last digits.

use crate::common::is_close;
use crate::common::norris::NORRIS;
use downhill::data::dataset::{Dataset, DatasetError};
use downhill::data::summary::{Accumulator, Summary, SummaryError};
use downhill::numeric::line::Line;
use downhill::numeric::range::Range;
use proptest::prelude::*;

fn columns(rows: &[(f64, f64)]) -> (Vec<f64>, Vec<f64>) {
    rows.iter().copied().unzip()
}

fn dataset(rows: &[(f64, f64)]) -> Result<Dataset, DatasetError> {
    let (xs, ys) = columns(rows);
    Dataset::from_columns(&xs, &ys)
}

#[test]
fn least_squares_meets_the_certified_values_of_norris() {
    let data = dataset(&NORRIS).expect("sound data");
    let line = data.least_squares().expect("x has spread");
    assert!(is_close(line.slope, 1.002_116_818_020_45, 1e-12), "{}", line.slope);
    assert!(is_close(line.intercept, -0.262_323_073_774_029, 1e-12), "{}", line.intercept);
    let r_squared = data.r_squared().expect("y has spread");
    assert!(is_close(r_squared, 0.999_993_745_883_712, 1e-12), "{r_squared}");
    let residual_deviation = (data.rss() / 34.0).sqrt();
    assert!(is_close(residual_deviation, 0.884_796_396_144_373, 1e-12), "{residual_deviation}");
}

#[test]
fn the_weather_has_its_exact_rational_answer() {
    let (xs, ys, is_real) = crate::common::weather::weather_columns();
    let data = Dataset::from_columns(&xs, &ys).expect("sound data");
    assert_eq!(data.summary().n(), 119_040);
    if !is_real {
        return; // The helper has said so; the stand-in's own answer is tested in descent.rs.
    }
    let line = data.least_squares().expect("x has spread");
    assert!(is_close(line.slope, 0.918_774_230_654_279_7, 1e-13), "{}", line.slope);
    assert!(is_close(line.intercept, 10.700_567_037_461_554, 1e-13), "{}", line.intercept);
    assert!(is_close(data.least_cost(), 17.361_499_126_583_33, 1e-13), "{}", data.least_cost());
    let r_squared = data.r_squared().expect("y has spread");
    assert!(is_close(r_squared, 0.771_558_286_231_550_6, 1e-13), "{r_squared}");
}

#[test]
fn equal_x_have_exactly_no_spread() {
    let rows: Vec<(f64, f64)> = (0..10_000).map(|row| (0.1, f64::from(row))).collect();
    let data = dataset(&rows).expect("sound data");
    assert_eq!(data.summary().sxx(), 0.0);
    assert_eq!(data.least_squares(), None);
    assert_eq!(data.rss(), data.summary().syy());
}

#[test]
fn a_number_of_rows_that_is_not_whole_is_refused() {
    let numbers = |n: f64| [n, 0.0, 0.0, 1.0, 0.0, 1.0, -1.0, 1.0, -1.0, 1.0];
    assert_eq!(Summary::from_numbers(numbers(2.0)).map(|summary| summary.n()), Ok(2));
    assert_eq!(Summary::from_numbers(numbers(0.0)), Err(SummaryError::NoRows));
    for n in [2.5, -2.0, 1e20, f64::INFINITY, f64::NAN] {
        assert_eq!(Summary::from_numbers(numbers(n)), Err(SummaryError::Impossible), "{n}");
    }
}

#[test]
fn one_point_and_equal_points_are_data() {
    let one = dataset(&[(3.0, 4.0)]).expect("one point is enough");
    assert_eq!((one.summary().n(), one.least_squares(), one.rss()), (1, None, 0.0));
    let equal = dataset(&[(3.0, 4.0); 5]).expect("equal points are data");
    assert_eq!((equal.summary().sxx(), equal.summary().syy(), equal.rss()), (0.0, 0.0, 0.0));
    assert_eq!(equal.r_squared(), None);
}

#[test]
fn two_points_have_their_line() {
    let two = dataset(&[(1.0, 1.0), (3.0, 5.0)]).expect("sound data");
    assert_eq!(two.least_squares(), Some(Line::new(2.0, -1.0)));
    assert_eq!(two.rss(), 0.0);
}

#[test]
fn numbers_whose_squares_do_not_fit_are_refused_with_a_way_out() {
    for rows in [[(1e300, 1.0), (2.0, 3.0)], [(1.0, -1e300), (2.0, 1e300)], [(1e200, 1.0); 2]] {
        let refused = dataset(&rows).expect_err("too large");
        assert_eq!(refused, DatasetError::Sums(SummaryError::TooLarge));
        assert!(refused.to_string().contains("Divide"), "{refused}");
    }
    let refused = dataset(&[(1e-300, 1.0), (2e-300, 2.0)]).expect_err("too small");
    assert_eq!(refused, DatasetError::Sums(SummaryError::TooSmall));
}

#[test]
fn what_is_no_number_is_refused_by_row() {
    let refused = dataset(&[(1.0, 1.0), (f64::NAN, 2.0)]).expect_err("NaN");
    assert_eq!(refused, DatasetError::NotFinite { row: 2 });
    let refused = Dataset::from_columns(&[1.0], &[1.0, 2.0]).expect_err("lengths");
    assert_eq!(refused, DatasetError::Lengths { x: 1, y: 2 });
    let refused = Dataset::from_columns(&[], &[]).expect_err("nothing");
    assert_eq!(refused, DatasetError::Sums(SummaryError::NoRows));
}

#[test]
fn sums_that_no_rows_have_are_refused() {
    let range = Range::new(0.0, 1.0);
    let sums = |centred| Summary::from_sums(10, (0.5, 0.5), centred, range, range);
    assert!(sums((1.0, 1.0, 1.0)).is_ok());
    assert_eq!(sums((-1.0, 0.0, 1.0)), Err(SummaryError::Impossible));
    assert_eq!(sums((1.0, 2.0, 1.0)), Err(SummaryError::Impossible));
    assert_eq!(sums((f64::NAN, 0.0, 1.0)), Err(SummaryError::TooLarge));
}

#[test]
fn the_eigenvalues_are_those_of_the_hessian() {
    let data = dataset(&NORRIS).expect("sound data");
    let hessian = data.summary().hessian();
    let (max, min) = (hessian.max_eigenvalue(), hessian.min_eigenvalue());
    let determinant = 4.0 * data.summary().variance_x();
    assert!(is_close(max * min, determinant, 1e-12));
    assert!(is_close(max + min, hessian.slope + hessian.intercept, 1e-12));
}

/// Rows around some offset, as measurements are.
fn rows() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let offset = prop_oneof![Just(0.0), Just(1e6), Just(-250.0)];
    offset.prop_flat_map(|offset| {
        let row = (-50.0..50.0, -20.0..20.0).prop_map(move |(x, y)| (x + offset, y));
        prop::collection::vec(row, 1..9_000)
    })
}

fn agree(a: &Summary, b: &Summary) -> bool {
    let scale = |a: f64, b: f64, whole: f64| (a - b).abs() <= 1e-10 * whole.max(1.0);
    a.n() == b.n()
        // A mean near 0 has the rounding of the numbers that it is the mean of.
        && scale(a.mean_x(), b.mean_x(), a.mean_x().abs())
        && scale(a.mean_y(), b.mean_y(), a.mean_y().abs())
        && scale(a.sxx(), b.sxx(), a.sxx())
        && scale(a.sxy(), b.sxy(), a.sxx().max(a.syy()))
        && scale(a.syy(), b.syy(), a.syy())
        && a.range_x() == b.range_x()
        && a.range_y() == b.range_y()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn row_by_row_gives_the_bits_of_whole_columns(rows in rows()) {
        let (xs, ys) = columns(&rows);
        let mut one_by_one = Accumulator::default();
        rows.iter().for_each(|&(x, y)| one_by_one.push(x, y));
        prop_assert_eq!(one_by_one.finish(), Summary::of_columns(&xs, &ys));
    }

    #[test]
    fn looking_at_the_sums_on_the_way_changes_nothing(rows in rows(), every in 1_usize..5_000) {
        let mut looked_at = Accumulator::default();
        let mut left_alone = Accumulator::default();
        for (index, &(x, y)) in rows.iter().enumerate() {
            looked_at.push(x, y);
            left_alone.push(x, y);
            if index % every == 0 {
                let _ = looked_at.finish();
            }
        }
        prop_assert_eq!(looked_at.finish(), left_alone.finish());
    }

    #[test]
    fn merging_agrees_in_any_split_and_order(rows in rows(), cut in 0.0..1.0_f64) {
        let (xs, ys) = columns(&rows);
        let cut = (cut * xs.len() as f64) as usize;
        let whole = Summary::of_columns(&xs, &ys);
        let head = Summary::of_columns(&xs[..cut], &ys[..cut]);
        let tail = Summary::of_columns(&xs[cut..], &ys[cut..]);
        prop_assert!(agree(&head.merge(tail), &whole), "{:?} {:?}", head.merge(tail), whole);
        prop_assert!(agree(&tail.merge(head), &whole), "{:?} {:?}", tail.merge(head), whole);
    }

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows()) {
        let (xs, ys) = columns(&rows);
        let reversed: Vec<_> = rows.iter().rev().copied().collect();
        let (back_xs, back_ys) = columns(&reversed);
        let (forth, back) = (Summary::of_columns(&xs, &ys), Summary::of_columns(&back_xs, &back_ys));
        prop_assert!(agree(&forth, &back), "{:?} {:?}", forth, back);
    }
}

#[test]
fn the_steepest_direction_is_an_eigenvector() {
    for middle in [-40.0, -1.0, -0.5, -1e-9, 0.0, 1e-9, 0.5, 1.0, 40.0] {
        for half in [0.1, 0.9, 1.0, 1.1, 20.0] {
            let data = Dataset::from_columns(&[middle - half, middle + half], &[0.0, 1.0]);
            let hessian = data.expect("two rows").summary().hessian();
            let (a, b) = hessian.steepest_direction();
            assert!((a.hypot(b) - 1.0).abs() < 1e-12 && a >= 0.0, "({a}, {b})");
            let turned =
                (hessian.slope * a + hessian.mixed * b, hessian.mixed * a + hessian.intercept * b);
            let greatest = hessian.max_eigenvalue();
            let apart = (turned.0 - greatest * a).hypot(turned.1 - greatest * b);
            assert!(apart < 1e-12 * greatest, "x {middle} ± {half}: {apart}");
        }
    }
}
