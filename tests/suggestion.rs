//! The rate that is suggested for a first try, worked out by hand: cut to one digit.

use crate::common::round_bowl::round_bowl;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{Settings, Start};
use downhill::descent::trainer::Trainer;

/// One row is 3 from the middle: curvatures of 6 and 2.
fn uneven() -> Dataset {
    Dataset::from_columns(&[-1.0, -1.0, -1.0, 3.0], &[0.0, 1.0, 2.0, 5.0]).expect("sound data")
}

fn suggested(data: &Dataset, settings: Settings) -> f64 {
    Trainer::new(data, settings).suggested_rate()
}

fn rule(id: &str) -> Settings {
    Settings {
        optimizer: Optimizer::new(Rule::from_name(id).expect("known")),
        ..Settings::default()
    }
}

fn batches(size: f64, held: Held) -> Settings {
    let batch = Batch::Rows { size: BatchSize::try_from(size).expect("a size"), seed: 1 };
    Settings { batch, problem: Problem { held, ..Problem::default() }, ..Settings::default() }
}

#[test]
fn where_the_limit_is_known_four_fifths_of_it_are_suggested() {
    assert_eq!(suggested(&round_bowl(), Settings::default()), 0.8);
    // A limit of 1/3.
    assert_eq!(suggested(&uneven(), Settings::default()), 0.2);
    let huber = Problem { cost: Cost::Huber(Default::default()), ..Problem::default() };
    assert_eq!(suggested(&uneven(), Settings { problem: huber, ..Settings::default() }), 0.2);
}

#[test]
fn momentum_gets_no_more_than_plain_descent_and_nesterov_less() {
    // Its own limit is 1.9.
    assert_eq!(suggested(&round_bowl(), rule("momentum")), 0.8);
    // 3.8/2.8 of half the plain limit: 0.678, of which four fifths are 0.54.
    assert_eq!(suggested(&round_bowl(), rule("nesterov")), 0.5);
}

#[test]
fn rules_with_a_pace_of_their_own_take_a_hundred_steps_for_the_longer_way() {
    // To a = b = 1.
    let from = |slope, intercept| {
        let start = Start::at(slope, intercept).expect("a good start");
        suggested(&round_bowl(), Settings { start, ..rule("adam") })
    };
    assert_eq!((from(0.0, 0.0), from(4.0, 3.0), from(3.0, -4.0)), (0.01, 0.03, 0.05));
    assert_eq!((from(-6.0, 1.0), from(1.0, -7.0)), (0.07, 0.08));
    assert_eq!(from(1.0, 1.0), 0.01, "no way to go: as for a way of 1");
}

#[test]
fn at_the_answer_the_way_is_as_long_as_the_answer_is_large() {
    // y = 3·x − 7.
    let data = Dataset::from_columns(&[-1.0, 1.0], &[-10.0, -4.0]).expect("sound data");
    let from = |slope, intercept| {
        let start = Start::at(slope, intercept).expect("a good start");
        suggested(&data, Settings { start, ..rule("adam") })
    };
    assert_eq!((from(3.0, -7.0), from(3.0, -8.0), from(3.0, 2.0)), (0.07, 0.01, 0.09));
}

#[test]
fn newton_has_no_rate_and_gets_one() {
    assert_eq!(suggested(&round_bowl(), rule("newton")), 1.0);
}

#[test]
fn small_batches_bear_less_the_more_one_row_is_curved() {
    // A row at u has a curvature of 2·(1 + u²), at most 20; a fifth of 2/(6 + 14/size).
    for (size, expected) in [(1.0, 0.02), (2.0, 0.03), (4.0, 0.04)] {
        assert_eq!(suggested(&uneven(), batches(size, Held::Neither)), expected, "{size}");
    }
    // At most 4.
    assert_eq!(suggested(&round_bowl(), batches(1.0, Held::Neither)), 0.1);
}

#[test]
fn small_batches_of_one_parameter_bear_what_its_curvature_allows() {
    // 2 everywhere for the intercept; 2·u² for the slope, at most 18, and 6 on average.
    assert_eq!(suggested(&uneven(), batches(1.0, Held::Slope)), 0.2);
    assert_eq!(suggested(&uneven(), batches(1.0, Held::Intercept)), 0.02);
    assert_eq!(suggested(&uneven(), batches(2.0, Held::Intercept)), 0.03);
}

#[test]
fn steps_of_the_absolute_cost_move_the_line_by_a_hundredth_of_the_points_height() {
    let absolute = |scaling| {
        let problem = Problem { cost: Cost::ABSOLUTE, scaling, ..Problem::default() };
        Settings { problem, ..Settings::default() }
    };
    // They are 4 high.
    assert_eq!(suggested(&round_bowl(), absolute(Scaling::RAW)), 0.04);
    // In units of √2.
    assert_eq!(suggested(&round_bowl(), absolute(Scaling::STANDARDISED)), 0.02);
    let level = Dataset::from_columns(&[-1.0, 1.0], &[5.0, 5.0]).expect("sound data");
    assert_eq!(suggested(&level, absolute(Scaling::RAW)), 1.0);
    let signed = Problem { cost: Cost::SIGNED, ..Problem::default() };
    assert_eq!(suggested(&uneven(), Settings { problem: signed, ..Settings::default() }), 0.01);
}

#[test]
fn where_no_limit_is_known_the_landmark_has_the_suggestion_at_four_fifths() {
    let landmark = |settings| Trainer::new(&round_bowl(), settings).landmark_rate();
    assert_eq!(landmark(Settings::default()), 1.0);
    assert_eq!(landmark(rule("adam")), 0.01 / 0.8);
}

#[test]
fn where_no_number_comes_out_a_small_rate_is_suggested() {
    // Where every x is 0, the slope changes nothing, and no rate is too large.
    let upright = Dataset::from_columns(&[0.0; 2], &[1.0, 2.0]).expect("sound data");
    let problem = Problem { held: Held::Intercept, ..Problem::default() };
    assert_eq!(suggested(&upright, Settings { problem, ..Settings::default() }), 1e-4);
    // The least number there is has no hundredth part.
    let level = Dataset::from_columns(&[-1.0, 1.0], &[0.0; 2]).expect("sound data");
    let start = Start::at(f64::from_bits(1), 0.0).expect("a good start");
    assert_eq!(suggested(&level, Settings { start, ..rule("adam") }), 1e-4);
}
