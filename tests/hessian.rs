//! The curvature of the cost, and sums that follow from sums, worked out by hand.

use downhill::data::hessian::Hessian;
use downhill::data::summary::{Summary, SummaryError};
use downhill::numeric::range::Range;

#[test]
fn a_cost_that_bends_at_some_rows_has_their_share_of_the_curvature() {
    // Two of four rows, at 0 and 4: x̄ = 2 and a variance of 4 among them.
    let hessian = Hessian::of_part(|| [0.0, 4.0].into_iter(), 4).expect("two rows bend");
    assert_eq!((hessian.slope, hessian.mixed, hessian.intercept), (8.0, 2.0, 1.0));
    // λmin·λmax is the determinant, 8·1 − 2².
    let product = hessian.min_eigenvalue() * hessian.max_eigenvalue();
    assert!((product - 4.0).abs() < 1e-12, "{product}");
    assert_eq!(Hessian::of_part(std::iter::empty, 4), None);
}

#[test]
fn one_bent_row_has_a_curvature_along_one_line_only() {
    let hessian = Hessian::of_part(|| [3.0].into_iter(), 1).expect("a row bends");
    assert_eq!((hessian.slope, hessian.mixed, hessian.intercept), (18.0, 6.0, 2.0));
    assert_eq!((hessian.min_eigenvalue(), hessian.max_eigenvalue()), (0.0, 20.0));
}

#[test]
fn solving_gives_the_step_to_the_bottom() {
    // 2·[[5, 2], [2, 1]], whose inverse is [[0.5, −1], [−1, 2.5]].
    let hessian = Hessian::new(2.0, 1.0);
    assert_eq!(hessian.solve((4.0, 0.0)), (2.0, -4.0));
    assert_eq!(hessian.solve((0.0, 4.0)), (-4.0, 10.0));
}

#[test]
fn along_the_one_axis_that_is_curved_the_step_divides_by_its_curvature() {
    // All x are 3: λmax = 2·(1 + 9).
    assert_eq!(Hessian::new(3.0, 0.0).solve((6.0, 2.0)), (0.3, 0.1));
}

#[test]
fn the_second_moment_is_the_mean_square() {
    assert_eq!(Summary::of_columns(&[0.0, 1.0], &[1.0, 5.0]).second_moment_y(), 13.0);
}

#[test]
fn swapped_sums_are_those_of_swapped_columns() {
    let (xs, ys) = ([1.0, 2.0, 3.0], [0.0, 10.0, 5.0]);
    assert_eq!(Summary::of_columns(&xs, &ys).swapped(), Summary::of_columns(&ys, &xs));
}

#[test]
fn numbers_whose_mean_has_no_square_are_too_large_on_either_axis() {
    for (xs, ys) in [([1e200; 2], [1.0, 2.0]), ([1.0, 2.0], [1e200; 2])] {
        let summary = Summary::of_columns(&xs, &ys);
        assert_eq!(Summary::from_numbers(summary.numbers()), Err(SummaryError::TooLarge));
    }
}

#[test]
fn a_product_sum_that_is_only_rounding_contradicts_nothing() {
    let (none, one) = (Range::new(0.0, 0.0), Range::new(0.0, 1.0));
    let sums = |sxy| Summary::from_sums(10, (0.0, 0.5), (0.0, sxy, 1.0), none, one);
    assert!(sums(f64::MIN_POSITIVE).is_ok());
    assert_eq!(sums(2.0 * f64::MIN_POSITIVE), Err(SummaryError::Impossible));
}
