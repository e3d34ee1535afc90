//! The objective, for each cost and in other coordinates, on data that can be worked out by hand.

use crate::common::is_close;
use crate::common::round_bowl::round_bowl;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Cost, Held, Objective, Problem, Threshold};
use downhill::descent::scaling::{Coordinates, Scaling};
use downhill::numeric::line::Line;

/// y = 2·x + 1, except for one outlier.
fn outlier() -> Dataset {
    let xs = [1.0, 2.0, 3.0, 4.0, 5.0];
    Dataset::from_columns(&xs, &[3.0, 5.0, 70.0, 9.0, 11.0]).expect("sound data")
}

fn of(data: &Dataset, cost: Cost) -> Objective {
    Objective::new(data, Problem { cost, ..Problem::default() })
}

fn huber(threshold: f64) -> Cost {
    Cost::Huber(Threshold::try_from(threshold).expect("a good threshold"))
}

#[test]
fn the_best_line_is_the_one_of_the_cost() {
    assert_eq!(of(&round_bowl(), Cost::Squared).best_line(), Some(Line::new(1.0, 1.0)));
    assert_eq!(of(&outlier(), Cost::ABSOLUTE).best_line(), Some(Line::new(2.0, 1.0)));
    assert_eq!(of(&outlier(), Cost::SIGNED).best_line(), None);
}

#[test]
fn the_excess_is_above_the_least_cost_exactly_and_at_a_glance() {
    // At the height 3 the errors are −3, −1, −3 and −1; the least mean of their sizes is 1.
    let objective = of(&round_bowl(), Cost::ABSOLUTE);
    for (height, excess) in [(3.0, 1.0), (4.0, 2.0)] {
        let at = Line::new(1.0, height);
        assert_eq!(
            (objective.least(), objective.excess(at), objective.approximate_excess(at)),
            (1.0, excess, excess)
        );
    }
}

#[test]
fn a_held_parameter_leaves_the_least_of_the_cost_itself_and_not_of_its_square() {
    let held = |held, cost| Problem { held, cost, ..Problem::default() };
    let level = Dataset::from_columns(&[-1.0, 0.0, 1.0], &[0.0, 0.0, 9.0]).expect("sound data");
    let least = |problem| Objective::new(&level, problem).minimum(Line::ZERO);
    assert_eq!(least(held(Held::Slope, Cost::ABSOLUTE)), Some(Line::ZERO));
    assert_eq!(least(held(Held::Slope, Cost::Squared)), Some(Line::new(0.0, 3.0)));
    assert_eq!(least(held(Held::Slope, Cost::SIGNED)), None);
    let upright = Dataset::from_columns(&[1.0; 3], &[0.0, 0.0, 9.0]).expect("sound data");
    let least = |problem| Objective::new(&upright, problem).minimum(Line::ZERO);
    assert_eq!(least(held(Held::Intercept, Cost::ABSOLUTE)), Some(Line::ZERO));
    assert_eq!(least(held(Held::Intercept, Cost::Squared)), Some(Line::new(3.0, 0.0)));
    assert_eq!(least(held(Held::Intercept, Cost::SIGNED)), None);
}

#[test]
fn the_same_cost_is_seen_in_other_coordinates() {
    let line = Line::new(3.0, -2.0);
    for cost in [Cost::Squared, Cost::ABSOLUTE, huber(2.0)] {
        let objective = of(&outlier(), cost);
        let coordinates = Coordinates::of(Scaling::STANDARDISED, outlier().summary());
        let seen = objective.seen_in(&coordinates);
        assert_eq!(seen.coordinates(), &coordinates);
        let at = coordinates.from_data(line);
        assert!(is_close(seen.cost(at), objective.cost(line), 1e-12), "{cost:?}");
        assert!(is_close(seen.least() * seen.unit(), objective.least(), 1e-12), "{cost:?}");
        assert!(is_close(seen.excess(at) * seen.unit(), objective.excess(line), 1e-12), "{cost:?}");
        let best = seen.minimum(at).map(|best| coordinates.to_data(best)).expect("one is best");
        let expected = objective.minimum(line).expect("one is best");
        assert!(is_close(best.slope, expected.slope, 1e-9), "{cost:?}: {best:?}, {expected:?}");
        assert!(is_close(best.intercept, expected.intercept, 1e-9), "{cost:?}");
    }
}

#[test]
fn scaled_costs_are_seen_in_data_units_again() {
    // y runs from 3 to 70: one unit of the scaled cost is many of the data's.
    for cost in [Cost::Squared, Cost::ABSOLUTE, huber(2.0)] {
        let problem = |scaling| Problem { cost, scaling, ..Problem::default() };
        let raw = Objective::new(&outlier(), problem(Scaling::RAW));
        let scaled = Objective::new(&outlier(), problem(Scaling::STANDARDISED));
        let seen = scaled.seen_in(raw.coordinates());
        assert!(scaled.unit() > 2.0, "{cost:?}");
        assert!(is_close(seen.least(), raw.least(), 1e-12), "{cost:?}");
        let at = Line::new(3.0, -2.0);
        assert!(is_close(seen.excess(at), raw.excess(at), 1e-12), "{cost:?}");
    }
}

#[test]
fn the_threshold_of_huber_is_in_units_of_y_whatever_the_scaling() {
    let best = |scaling| {
        let problem = Problem { cost: huber(2.0), scaling, ..Problem::default() };
        Objective::new(&outlier(), problem).best_line().expect("one is best")
    };
    let (raw, scaled) = (best(Scaling::RAW), best(Scaling::STANDARDISED));
    assert!(is_close(scaled.slope, raw.slope, 1e-9), "{raw:?}, {scaled:?}");
    assert!(is_close(scaled.intercept, raw.intercept, 1e-9), "{raw:?}, {scaled:?}");
}

#[test]
fn huber_is_curved_by_the_rows_within_its_threshold() {
    // Two of four errors are within 1.5, at x = ±1: half of 2·[[1, 0], [0, 1]].
    let hessian = of(&round_bowl(), huber(1.5)).curvature(Line::new(1.0, 3.0)).expect("two rows");
    assert_eq!((hessian.slope, hessian.mixed, hessian.intercept), (1.0, 0.0, 1.0));
    assert_eq!(of(&round_bowl(), huber(0.5)).curvature(Line::new(1.0, 3.0)), None);
    assert_eq!(of(&round_bowl(), Cost::ABSOLUTE).curvature(Line::ZERO), None);
}

#[test]
fn contributions_average_to_the_gradient_for_every_cost_and_scaling() {
    for cost in [Cost::Squared, Cost::ABSOLUTE, huber(2.0), Cost::SIGNED] {
        for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
            let objective =
                Objective::new(&outlier(), Problem { cost, scaling, ..Problem::default() });
            let at = Line::new(0.3, -0.2);
            let rows = || outlier().points().iter().collect::<Vec<_>>().into_iter();
            let mean = |of: &dyn Fn((f64, f64)) -> f64| rows().map(of).sum::<f64>() / 5.0;
            let slope = mean(&|row| objective.contribution(row, at).gradient.slope);
            let intercept = mean(&|row| objective.contribution(row, at).gradient.intercept);
            let gradient = objective.full_gradient(at);
            assert!((slope - gradient.slope).abs() < 1e-9, "{cost:?} {scaling:?}");
            assert!((intercept - gradient.intercept).abs() < 1e-9, "{cost:?} {scaling:?}");
        }
    }
}

#[test]
fn a_glance_looks_at_one_number_where_sums_tell_the_cost_and_else_at_points() {
    assert_eq!(of(&outlier(), Cost::Squared).approximation_effort(), 1);
    assert_eq!(of(&outlier(), Cost::ABSOLUTE).approximation_effort(), 5);
    let xs: Vec<f64> = (0..1_001).map(|row| f64::from(row % 10)).collect();
    let many = Dataset::from_columns(&xs, &xs).expect("sound data");
    assert_eq!(of(&many, Cost::ABSOLUTE).approximation_effort(), 10, "one of each ten places");
}
