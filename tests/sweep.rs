//! The sweep over all learning rates: which are tried, after how many epochs, and which is the best.

use crate::common::is_close;
use crate::common::round_bowl::round_bowl;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings, Tolerance};
use downhill::descent::trainer::Trainer;
use downhill::insight::diagnosis::Sweep;

fn rows(count: usize) -> Dataset {
    let xs: Vec<f64> = (0..count).map(|row| (row % 7) as f64).collect();
    let ys: Vec<f64> = (0..count).map(|row| (row % 7) as f64 + (row % 3) as f64).collect();
    Dataset::from_columns(&xs, &ys).expect("sound data")
}

fn far() -> Settings {
    let epochs = EpochLimit::try_from(100_000.0).expect("a good limit");
    Settings { epochs, ..Settings::default() }
}

fn absolute(data: &Dataset) -> Trainer {
    let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
    Trainer::new(data, Settings { problem, ..Settings::default() })
}

#[test]
fn a_sweep_by_formula_goes_from_a_ten_thousandth_of_the_limit_to_ten_times_it() {
    let run = Trainer::new(&round_bowl(), Settings::default());
    let sweep = Sweep::of(&run, &round_bowl(), 3);
    assert_eq!(sweep.costs.len(), 401);
    for (step, &(rate, cost)) in sweep.costs.iter().enumerate() {
        assert!(is_close(rate, 10_f64.powf(step as f64 / 80.0 - 4.0), 1e-12), "{step}: {rate}");
        let expected = 1.0 + 2.0 * (1.0 - 2.0 * rate).powi(6);
        assert!(is_close(cost, expected, 1e-9), "{rate}: {cost}, not {expected}");
    }
    assert!(!sweep.is_flat());
}

#[test]
fn a_sweep_by_runs_tries_a_hundred_rates_on_as_many_epochs_as_the_rows_allow() {
    // 12,000,000 rows in all: 100 rates, 240 epochs of 500 rows.
    let (few, data) = (rows(500), rows(501));
    let sweep = Sweep::of(&absolute(&few), &few, 1_000);
    assert_eq!((sweep.costs.len(), sweep.epochs, sweep.sampled), (101, 240, None));
    // Every second one of more.
    let sweep = Sweep::of(&absolute(&data), &data, 10);
    assert_eq!((sweep.epochs, sweep.sampled), (10, Some(251)));
    let (first, last) = (sweep.costs[0].0, sweep.costs[100].0);
    assert!(is_close(last / first, 1e5, 1e-9), "{first} to {last}");
}

#[test]
fn runs_in_a_sweep_end_at_its_epochs_and_not_at_the_limits_of_the_settings() {
    let data = rows(100);
    let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
    let settings = Settings { problem, ..far() };
    let limited = Settings {
        epochs: EpochLimit::try_from(3.0).expect("a good limit"),
        tolerance: Tolerance::try_from(1e6).expect("a good tolerance"),
        on_divergence: OnDivergence::GO_ON,
        ..settings
    };
    let sweep = Sweep::of(&Trainer::new(&data, limited), &data, 50);
    for &(rate, cost) in sweep.costs.iter().step_by(10) {
        let learning_rate = LearningRate::try_from(rate).expect("a good rate");
        let mut tried = Trainer::new(&data, Settings { learning_rate, ..settings });
        tried.step(50);
        assert_eq!(cost, tried.state().cost, "{rate}");
    }
}

#[test]
fn where_sums_tell_the_cost_many_rows_need_no_sample() {
    let data = rows(2_000);
    let optimizer = Optimizer::new(Rule::from_name("momentum").expect("known"));
    let run = Trainer::new(&data, Settings { optimizer, ..Settings::default() });
    assert_eq!(Sweep::of(&run, &data, 20).sampled, None);
}

#[test]
fn a_cost_that_has_blown_up_is_no_number() {
    let data = round_bowl();
    let optimizer = Optimizer::new(Rule::from_name("momentum").expect("known"));
    let run = Trainer::new(&data, Settings { optimizer, ..Settings::default() });
    let sweep = Sweep::of(&run, &data, 2_000);
    let limit = run.largest_stable_rate().expect("momentum has one");
    for &(rate, cost) in &sweep.costs {
        if rate > 1.1 * limit {
            assert_eq!(cost, f64::INFINITY, "{rate}");
        } else if rate < 0.9 * limit {
            assert!(cost.is_finite(), "{rate}");
        }
    }
}

#[test]
fn a_rule_without_a_rate_has_a_flat_sweep() {
    let optimizer = Optimizer::new(Rule::from_name("newton").expect("known"));
    let data = builtin::find("faithful").expect("built in").dataset();
    let run = Trainer::new(&data, Settings { optimizer, ..Settings::default() });
    assert!(Sweep::of(&run, &data, 5).is_flat());
}

#[test]
fn of_rates_that_come_as_low_the_middle_one_is_the_best() {
    let best =
        |costs: &[(f64, f64)]| Sweep { epochs: 1, costs: costs.to_vec(), sampled: None }.best();
    let tied = [(1.0, 5.0), (2.0, 3.0), (3.0, 3.0 + 1e-9), (4.0, 3.0), (5.0, 7.0)];
    assert_eq!(best(&tied), Some((3.0, 3.0 + 1e-9)));
    // Four billionths more is more.
    let apart = [(1.0, 4.0), (2.0, 3.0), (3.0, 3.0 + 12e-9), (4.0, f64::INFINITY)];
    assert_eq!(best(&apart), Some((2.0, 3.0)));
    // Costs without a least go below 0.
    let below = [(1.0, -3.0 + 1e-9), (2.0, -3.0), (3.0, -3.0 + 1e-9), (4.0, 2.0)];
    assert_eq!(best(&below), Some((2.0, -3.0)));
    assert_eq!(best(&[(1.0, f64::NAN), (2.0, f64::INFINITY)]), None);
}
