//! The best lines of absolute and Huber cost: no line is better, however awkward the points.

use crate::common::is_close;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::Held;
use downhill::descent::objective::exact::{least_absolute, least_huber};
use downhill::numeric::line::Line;
use downhill::numeric::random::Random;
use proptest::prelude::*;

const HOLDS: [Held; 3] = [Held::Neither, Held::Slope, Held::Intercept];

type Columns = (Vec<f64>, Vec<f64>);

fn errors<'a>((xs, ys): &'a Columns, line: Line) -> impl Iterator<Item = f64> + 'a {
    xs.iter().zip(ys).map(move |(x, y)| y - line.predict(*x))
}

fn absolute(columns: &Columns, line: Line) -> f64 {
    errors(columns, line).map(f64::abs).sum::<f64>() / columns.0.len() as f64
}

fn huber_of(error: f64, threshold: f64) -> f64 {
    let size = error.abs();
    if size <= threshold { size * size } else { threshold * (2.0 * size - threshold) }
}

fn huber(columns: &Columns, threshold: f64, line: Line) -> f64 {
    errors(columns, line).map(|error| huber_of(error, threshold)).sum::<f64>()
        / columns.0.len() as f64
}

/// The most that rounding does to an error of this line.
fn rounding((xs, ys): &Columns, line: Line) -> f64 {
    let largest = |numbers: &[f64]| numbers.iter().fold(0.0_f64, |most, n| most.max(n.abs()));
    2.0 * f64::EPSILON
        * (largest(ys) + line.slope.abs() * largest(xs) * 2.0 + line.intercept.abs() * 2.0)
}

/// Every line that can be the best: through two points, or as far as it is free through one.
fn candidates((xs, ys): &Columns, held: Held, from: Line) -> Vec<Line> {
    let points = || xs.iter().zip(ys);
    match held {
        Held::Slope => points().map(|(x, y)| Line::new(from.slope, y - from.slope * x)).collect(),
        Held::Intercept => points()
            .filter(|(x, _)| **x != 0.0)
            .map(|(x, y)| Line::new((y - from.intercept) / x, from.intercept))
            .collect(),
        Held::Neither => points()
            .flat_map(|(x, y)| points().map(move |(u, v)| (x, y, u, v)))
            .filter(|(x, _, u, _)| u < x)
            .map(|(x, y, u, v)| {
                let slope = (y - v) / (x - u);
                Line::new(slope, y - slope * x)
            })
            .collect(),
    }
}

/// Σψ and Σψ·(x − x̄) of the errors ψ cut off at the threshold, in parts of what rounding allows.
fn imbalance(columns: &Columns, threshold: f64, line: Line, middle: f64) -> (f64, f64) {
    let noise = rounding(columns, line) + f64::MIN_POSITIVE;
    let mut sums = [0.0; 4];
    for (x, error) in columns.0.iter().zip(errors(columns, line)) {
        let cut = error.max(-threshold).min(threshold);
        let (arm, size) = (x - middle, 1e-12 * cut.abs() + noise);
        sums[0] += cut;
        sums[1] += size;
        sums[2] += cut * arm;
        sums[3] += size * arm.abs();
    }
    (sums[0] / sums[1], sums[2] / sums[3].max(f64::MIN_POSITIVE))
}

fn assert_balanced(columns: &Columns, threshold: f64, held: Held, line: Line) {
    let mean = columns.0.iter().sum::<f64>() / columns.0.len() as f64;
    let middle = if held == Held::Intercept { 0.0 } else { mean };
    let (force, moment) = imbalance(columns, threshold, line, middle);
    assert!(held == Held::Intercept || force.abs() <= 1.0, "{held:?} {threshold}: {force}");
    assert!(held == Held::Slope || moment.abs() <= 1.0, "{held:?} {threshold}: {moment}");
}

/// Whether turning the line about a point on it, or lifting it, raises the absolute cost: its
/// subgradients at this line then hold 0. Errors up to `tie` count as none.
fn is_lowest((xs, ys): &Columns, line: Line, tie: f64) -> bool {
    let (mut sign_sum, mut sign_x) = (0.0, 0.0);
    let mut on_it = Vec::new();
    for (x, y) in xs.iter().zip(ys) {
        let error = y - line.predict(*x);
        if error.abs() <= tie {
            on_it.push(*x);
        } else {
            sign_sum += error.signum();
            sign_x += error.signum() * x;
        }
    }
    let lift = on_it.len() as f64 - f64::abs(sign_sum);
    lift >= 0.0
        && on_it.iter().all(|pivot| {
            let resistance: f64 = on_it.iter().map(|x| (x - pivot).abs()).sum();
            resistance >= (sign_x - pivot * sign_sum).abs() * (1.0 - 1e-9)
        })
}

/// The least of a convex function between two ends.
fn golden(mut low: f64, mut high: f64, of: &dyn Fn(f64) -> f64) -> f64 {
    let ratio = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut left, mut right) = (high - ratio * (high - low), low + ratio * (high - low));
    let (mut at_left, mut at_right) = (of(left), of(right));
    for _ in 0..60 {
        if at_left <= at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - ratio * (high - low);
            at_left = of(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + ratio * (high - low);
            at_right = of(right);
        }
    }
    at_left.min(at_right)
}

/// The least Huber cost, by search within the lines through the points.
fn least_huber_cost(columns: &Columns, threshold: f64, held: Held, from: Line) -> f64 {
    let range = |numbers: &mut dyn Iterator<Item = f64>| {
        numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| (low.min(n), high.max(n)))
    };
    let over_intercepts = |slope: f64| {
        let (low, high) = range(&mut errors(columns, Line::new(slope, 0.0)));
        golden(low, high, &|intercept| huber(columns, threshold, Line::new(slope, intercept)))
    };
    let lines = candidates(columns, held, from);
    let (low, high) = range(&mut lines.iter().map(|line| line.slope));
    match held {
        Held::Slope => over_intercepts(from.slope),
        Held::Intercept => {
            golden(low, high, &|slope| huber(columns, threshold, Line { slope, ..from }))
        }
        Held::Neither => golden(low, high, &over_intercepts),
    }
}

/// The points of a built-in set.
fn columns(builtin: &builtin::Builtin) -> Columns {
    let data = builtin.dataset();
    (data.points().xs().to_vec(), data.points().ys().to_vec())
}

/// Points on and about a line: `kind` says how x and y are spread and rounded.
fn points() -> impl Strategy<Value = Columns> {
    (2_usize..40, any::<u64>(), 0..9_u8).prop_map(|(n, seed, kind)| {
        let mut random = Random::new(seed);
        let (slope, intercept) = (random.within(-3.0, 3.0), random.within(-9.0, 9.0));
        let mut point = |index: usize| {
            let (x, noise) = (random.within(-5.0, 5.0), random.within(-2.0, 2.0));
            let y = slope * x + intercept + noise;
            let line = Line::new(slope, intercept);
            match kind {
                0 => (x, y),
                // Whole numbers, few of x: many ties, many equally good lines.
                1 => (x.round(), y.round()),
                2 => ((x / 3.0).round(), (y / 2.0).round()),
                // Far from 0, close together.
                3 => (1e6 + x, y),
                4 => (1e6 + 1e-3 * x, 1e3 + 1e-3 * y),
                // A third of the points are far off.
                5 => (x, if index % 3 == 1 { 1e3 * noise } else { y }),
                // Most points on one line, in numbers that hold it exactly.
                6 => (x.round(), if index % 4 == 1 { y } else { 2.0 * x.round() - 1.0 }),
                // As many sizes as points.
                7 => (x.exp2().exp2(), (x * noise).exp()),
                _ => (x, line.predict(x)),
            }
        };
        (0..n).map(&mut point).unzip()
    })
}

fn cases(number: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(number) }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_line_through_two_points_has_a_lower_absolute_cost(
        columns in points(),
        slope in -3.0..3.0_f64,
        intercept in -9.0..9.0_f64,
        whole in any::<bool>(),
    ) {
        let round = |n: f64| if whole { n.round() } else { n };
        let from = Line::new(round(slope), round(intercept));
        for held in HOLDS {
            let lines = candidates(&columns, held, from);
            let found = least_absolute(&columns.0, &columns.1, held, from);
            let Some(line) = found else {
                prop_assert!(lines.is_empty(), "{held:?}");
                continue;
            };
            prop_assert!(held != Held::Slope || line.slope == from.slope);
            prop_assert!(held != Held::Intercept || line.intercept == from.intercept);
            let costs = lines.iter().map(|&line| absolute(&columns, line));
            let (least, cost) = (costs.fold(f64::INFINITY, f64::min), absolute(&columns, line));
            let allowed = 1e-12 * least + rounding(&columns, line);
            prop_assert!(cost <= least + allowed, "{held:?}: {cost} is not {least} by {allowed}");
            prop_assert!(least <= cost + allowed, "{held:?}: {cost} is below {least} by {allowed}");
        }
    }

    #[test]
    fn no_turn_or_lift_of_the_line_lowers_its_absolute_cost(columns in points()) {
        if let Some(line) = least_absolute(&columns.0, &columns.1, Held::Neither, Line::ZERO) {
            let sum: f64 = errors(&columns, line).map(f64::abs).sum();
            let tie = rounding(&columns, line) + 1e-9 * sum;
            prop_assert!(is_lowest(&columns, line, tie), "{line:?}");
        }
    }

    #[test]
    fn huber_errors_are_in_balance_at_any_threshold(
        columns in points(), power in -6.0..6.0_f64, slope in -3.0..3.0_f64,
    ) {
        let from = Line::new(slope, 1.0);
        for held in HOLDS {
            let threshold = power.exp2();
            if let Some(line) = least_huber(&columns.0, &columns.1, threshold, held, from) {
                assert_balanced(&columns, threshold, held, line);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_slow_search_finds_no_lower_huber_cost(
        columns in points(), power in -6.0..6.0_f64, slope in -3.0..3.0_f64,
    ) {
        let from = Line::new(slope, 1.0);
        for held in HOLDS {
            let threshold = power.exp2();
            let Some(line) = least_huber(&columns.0, &columns.1, threshold, held, from) else {
                continue;
            };
            let least = least_huber_cost(&columns, threshold, held, from);
            let cost = huber(&columns, threshold, line);
            let allowed = 1e-12 * least + 2.0 * threshold * rounding(&columns, line);
            prop_assert!(cost <= least + allowed, "{held:?} {threshold}: {cost} is not {least}");
        }
    }

    #[test]
    fn a_tiny_threshold_gives_the_least_absolute_cost(columns in points(), power in 2..310_i32) {
        let threshold = 10.0_f64.powi(-power);
        for held in HOLDS {
            let from = Line::new(0.5, 1.0);
            let exact = least_absolute(&columns.0, &columns.1, held, from);
            let near = least_huber(&columns.0, &columns.1, threshold, held, from);
            prop_assert_eq!(exact.is_some(), near.is_some());
            if let (Some(exact), Some(near)) = (exact, near) {
                let least = absolute(&columns, exact);
                let allowed = 0.5 * threshold + 1e-11 * least + rounding(&columns, near);
                let cost = absolute(&columns, near);
                prop_assert!(cost <= least + allowed, "{held:?} {threshold}: {cost} is not {least}");
            }
        }
    }
}

#[test]
fn no_spread_has_no_best_slope() {
    let (xs, ys) = ([3.0; 4], [1.0, 2.0, 7.0, 4.0]);
    let from = Line::new(1.0, 0.0);
    assert_eq!(least_absolute(&xs, &ys, Held::Neither, from), None);
    assert_eq!(least_huber(&xs, &ys, 1.0, Held::Neither, from), None);
    assert_eq!(least_absolute(&[0.0; 4], &ys, Held::Intercept, from), None);
    assert_eq!(least_huber(&[0.0; 4], &ys, 1.0, Held::Intercept, from), None);
    assert_eq!(least_absolute(&[], &[], Held::Slope, from), None);
    assert_eq!(least_huber(&[], &[], 1.0, Held::Neither, from), None);
    // With one of the two held there is one.
    let held = least_absolute(&xs, &ys, Held::Slope, from).expect("the intercept is free");
    assert!((-1.0..=1.0).contains(&held.intercept), "{held:?}");
    let turned = least_huber(&xs, &ys, 0.5, Held::Intercept, from).expect("x is not 0");
    assert!((2.5..=3.5).contains(&(3.0 * turned.slope)), "{turned:?}");
}

#[test]
fn one_point_is_met_by_the_parameter_that_is_free() {
    let from = Line::new(2.0, 1.0);
    for held in [Held::Slope, Held::Intercept] {
        let absolute = least_absolute(&[4.0], &[5.0], held, from).expect("one is free");
        let huber = least_huber(&[4.0], &[5.0], 1.0, held, from).expect("one is free");
        assert_eq!((absolute.predict(4.0), huber.predict(4.0)), (5.0, 5.0), "{held:?}");
    }
    assert_eq!(least_absolute(&[4.0], &[5.0], Held::Neither, from), None);
}

#[test]
fn points_on_a_line_give_that_line() {
    let xs: Vec<f64> = (0..1_000).map(|index| f64::from(index % 37)).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 0.1 * x - 0.3).collect();
    for line in [
        least_absolute(&xs, &ys, Held::Neither, Line::ZERO),
        least_huber(&xs, &ys, 1e-3, Held::Neither, Line::ZERO),
        least_huber(&xs, &ys, 1e3, Held::Neither, Line::ZERO),
    ] {
        let line = line.expect("x has spread");
        assert!(
            is_close(line.slope, 0.1, 1e-14) && is_close(line.intercept, -0.3, 1e-14),
            "{line:?}"
        );
    }
}

#[test]
fn the_median_is_where_it_is_when_sorted() {
    let mut random = Random::new(11);
    for n in 1..30 {
        let xs: Vec<f64> = (0..n).map(|_| random.within(-4.0, 4.0).round()).collect();
        let ys: Vec<f64> = (0..n).map(|_| random.within(-4.0, 4.0).round()).collect();
        let line = least_absolute(&xs, &ys, Held::Slope, Line::new(2.0, 0.0)).expect("b is free");
        let mut errors: Vec<f64> = xs.iter().zip(&ys).map(|(x, y)| y - 2.0 * x).collect();
        errors.sort_by(f64::total_cmp);
        let middle = errors[(errors.len() - 1) / 2]..=errors[errors.len() / 2];
        assert!(middle.contains(&line.intercept), "{line:?} of {errors:?}");
    }
}

#[test]
fn a_huge_threshold_gives_least_squares() {
    for builtin in builtin::all() {
        let columns = columns(builtin);
        let data = Dataset::from_columns(&columns.0, &columns.1).expect("sound data");
        let best = data.least_squares().expect("x has spread");
        for threshold in [1e4, 1e150, f64::MAX, f64::INFINITY] {
            let line = least_huber(&columns.0, &columns.1, threshold, Held::Neither, Line::ZERO);
            let line = line.expect("x has spread");
            assert!(is_close(line.slope, best.slope, 1e-10), "{}: {line:?}", builtin.id);
            assert!(is_close(line.intercept, best.intercept, 1e-10), "{}: {line:?}", builtin.id);
            let held = least_huber(&columns.0, &columns.1, threshold, Held::Slope, best);
            let intercept = held.expect("the intercept is free").intercept;
            assert!(is_close(intercept, best.intercept, 1e-10), "{}: {intercept}", builtin.id);
        }
    }
}

#[test]
fn the_built_in_data_have_no_better_lines() {
    for builtin in builtin::all() {
        let (columns, id) = (columns(builtin), builtin.id);
        let line = least_absolute(&columns.0, &columns.1, Held::Neither, Line::ZERO);
        let line = line.expect("x has spread");
        assert!(is_lowest(&columns, line, 1e-7), "{id}: {line:?}");
        for threshold in [0.01, 0.5, 3.0] {
            for held in HOLDS {
                let from = Line::new(0.8, 9.0);
                let line = least_huber(&columns.0, &columns.1, threshold, held, from);
                assert_balanced(&columns, threshold, held, line.expect("x has spread"));
            }
        }
    }
}

#[test]
fn the_rounded_weather_has_no_better_lines() {
    let (xs, ys, is_real) = crate::common::weather::weather_columns();
    let columns = (xs, ys);
    let line = least_absolute(&columns.0, &columns.1, Held::Neither, Line::ZERO);
    let line = line.expect("x has spread");
    assert!(is_lowest(&columns, line, 1e-7), "{line:?}");
    if is_real {
        assert!(is_close(line.slope, 27.0 / 31.0, 1e-8), "{line:?}");
    }
    let line = least_huber(&columns.0, &columns.1, 1.0, Held::Neither, Line::ZERO);
    assert_balanced(&columns, 1.0, Held::Neither, line.expect("x has spread"));
}

#[test]
fn an_outlier_does_not_move_the_line_of_least_absolute_cost() {
    let (xs, mut ys) = columns(builtin::find("outlier").expect("a known id"));
    let line = least_absolute(&xs, &ys, Held::Neither, Line::ZERO).expect("x has spread");
    let last = ys.last_mut().expect("there are points");
    *last += (*last - line.predict(20.0)).signum() * 1e6;
    let columns = (xs, ys);
    let moved = least_absolute(&columns.0, &columns.1, Held::Neither, Line::ZERO);
    let moved = moved.expect("x has spread");
    let (before, after) = (absolute(&columns, line), absolute(&columns, moved));
    assert!(is_close(before, after, 1e-12), "{line:?} became {moved:?}");
}
