//! Forecasts for a learning rate, on data so simple that they can be worked out by hand.

use crate::common::is_close;
use crate::common::round_bowl::{round_bowl, settings};
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Held, Problem};
use downhill::descent::settings::{Settings, Start};
use downhill::descent::trainer::Trainer;
use downhill::insight::advice::Action;
use downhill::insight::diagnosis::{Divergence, Forecast, TOO_MANY, Zone};

/// The round bowl with x twice as far out: λ is 8 along the slope and 2 along the intercept.
fn long_bowl() -> Dataset {
    Dataset::from_columns(&[-2.0, -2.0, 2.0, 2.0], &[-2.0, 0.0, 2.0, 4.0]).expect("sound data")
}

fn forecast(data: &Dataset) -> Forecast {
    Forecast::of(&Trainer::new(data, settings(0.1))).expect("plain descent")
}

#[test]
fn the_landmark_rates_are_those_of_the_curvatures() {
    let round = forecast(&round_bowl());
    assert_eq!((round.largest_stable_rate(), round.largest_steady_rate()), (1.0, 0.5));
    assert_eq!(round.best_worst_case_rate(), 0.5);
    let long = forecast(&long_bowl());
    assert_eq!((long.largest_stable_rate(), long.largest_steady_rate()), (0.25, 0.125));
    assert!(is_close(long.best_worst_case_rate(), 0.2, 1e-12));
}

#[test]
fn the_excess_shrinks_along_each_axis_by_its_own_factor() {
    // From 0, both distances are 1: 4·(1 − 8L)²ⁿ for the slope and (1 − 2L)²ⁿ for the intercept.
    let long = forecast(&long_bowl());
    assert!(is_close(long.excess(0.1, 0), 5.0, 1e-12));
    for (rate, epochs) in [(0.1, 1), (0.1, 3), (0.2, 2), (0.3, 5)] {
        let power = |curvature: f64| (1.0 - curvature * rate).powi(2 * epochs);
        let expected = 4.0 * power(8.0) + power(2.0);
        let excess = long.excess(rate, epochs as u64);
        assert!(is_close(excess, expected, 1e-12), "{rate}, {epochs}: {excess}, not {expected}");
    }
}

#[test]
fn a_held_parameter_leaves_one_axis() {
    let held = |held| {
        let problem = Problem { held, ..Problem::default() };
        let start = Start::at(3.0, -4.0).expect("a good start");
        let run = Trainer::new(&long_bowl(), Settings { problem, start, ..settings(0.1) });
        Forecast::of(&run).expect("plain descent")
    };
    // The least of the other parameter is 1 either way, as x̄ = 0.
    let slope_held = held(Held::Slope);
    assert_eq!((slope_held.largest_stable_rate(), slope_held.best_worst_case_rate()), (1.0, 0.5));
    assert!(is_close(slope_held.excess(0.25, 1), 25.0 * 0.25, 1e-12));
    let intercept_held = held(Held::Intercept);
    assert_eq!(intercept_held.largest_stable_rate(), 0.25);
    assert!(is_close(intercept_held.excess(0.0625, 1), 16.0 * 0.25, 1e-12));
}

#[test]
fn the_epochs_are_counted_until_the_excess_is_a_hundredth_of_the_least() {
    let round = forecast(&round_bowl());
    // 2·(1 − 2L)²ⁿ ≤ 0.01.
    for rate in [0.001, 0.05, 0.25, 0.3, 0.75, 0.95] {
        let factor: f64 = 1.0 - 2.0 * rate;
        let epochs = (0.005_f64.ln() / (factor * factor).ln()).ceil() as u64;
        assert_eq!(round.epochs(rate), Some(epochs), "{rate}");
    }
    assert_eq!(round.epochs(0.5), Some(1));
    assert_eq!((round.epochs(1.0), round.epochs(1.5)), (None, None));
    assert_eq!(round.epochs(1e-15), None, "farther than anybody looks");
}

#[test]
fn a_start_that_is_there_needs_no_epoch_whatever_the_rate() {
    let start = Start::at(1.0, 1.05).expect("a good start");
    let run = Trainer::new(&round_bowl(), Settings { start, ..settings(0.1) });
    let forecast = Forecast::of(&run).expect("plain descent");
    assert_eq!((forecast.epochs(0.1), forecast.epochs(7.0)), (Some(0), Some(0)));
}

#[test]
fn where_the_least_is_0_the_errors_have_to_shrink_to_a_hundredth_of_the_spread_of_y() {
    let exact = Dataset::from_columns(&[-1.0, 1.0], &[0.0, 2.0]).expect("sound data");
    let forecast = forecast(&exact);
    // The variance is 1: 2·0.25ⁿ ≤ 0.0001 from 8 on, 2·0.64ⁿ from 23 on.
    assert_eq!((forecast.epochs(0.25), forecast.epochs(0.1)), (Some(8), Some(23)));
}

#[test]
fn a_rate_is_too_small_below_the_one_that_takes_a_hundred_thousand_epochs() {
    let round = forecast(&round_bowl());
    // (1 − 2L)²⁰⁰⁰⁰⁰ = 0.005.
    let edge = 0.5 * (1.0 - (0.005_f64.ln() / 200_000.0).exp());
    let quick = round.least_quick_rate().expect("some rate is quick");
    assert!((edge..1.0002 * edge).contains(&quick), "{quick}, not {edge}");
    assert_eq!(round.zone(0.999 * edge), Zone::TooSmall);
    assert_eq!(round.zone(1.001 * edge), Zone::Steady);
    // The smallest rate that is not too small needs exactly 100,000 epochs.
    let last = 0.5 * (1.0 - (0.005_f64.ln() / 199_999.0).exp());
    assert_eq!((round.epochs(last), round.zone(last)), (Some(TOO_MANY), Zone::Steady));
    assert_eq!((round.zone(0.5), round.zone(0.501)), (Zone::Steady, Zone::Zigzag));
    assert_eq!((round.zone(0.999), round.zone(1.0)), (Zone::Zigzag, Zone::Diverging));
}

#[test]
fn no_rate_is_quick_in_a_valley_that_is_too_long() {
    // λmin/λmax is about 10⁻¹²: x lies a thousand spreads from 0.
    let data = Dataset::from_columns(&[999.0, 1_001.0], &[5.0, -5.0]).expect("sound data");
    let forecast = forecast(&data);
    assert_eq!(forecast.least_quick_rate(), None);
    assert_eq!(forecast.zone(forecast.best_worst_case_rate()), Zone::TooNarrow);
    assert_eq!(forecast.zone(forecast.largest_stable_rate()), Zone::Diverging);
}

#[test]
fn the_fewest_epochs_are_those_of_the_least_rate_that_needs_no_more() {
    // One epoch is enough where 2·(1 − 2L)² ≤ 0.01: from L = ½·(1 − √0.005) on.
    let (rate, epochs) = forecast(&round_bowl()).fewest_epochs().expect("there is one");
    let least = 0.5 * (1.0 - 0.005_f64.sqrt());
    assert_eq!(epochs, 1);
    // The third time, tried rates are 2/32³ of the limit apart, twice as close as that on either side.
    assert!((least..least + 0.000_5).contains(&rate), "{rate}, not {least}");
}

#[test]
fn the_best_rate_lies_between_the_limits_where_the_valley_is_long() {
    // The minimum over three thousand rates.
    let long = forecast(&long_bowl());
    let tried = (1..3_000).filter_map(|step| long.epochs(0.25 * f64::from(step) / 3_000.0)).min();
    let (rate, epochs) = long.fewest_epochs().expect("there is one");
    assert_eq!((Some(epochs), long.epochs(rate)), (tried, Some(epochs)));
}

fn divergence(settings: Settings, data: &Dataset) -> Divergence {
    let mut run = Trainer::new(data, settings);
    run.step(10_000);
    Divergence::of(&run).expect("it has diverged")
}

#[test]
fn a_divergence_multiplies_the_distance_by_one_less_rate_times_curvature() {
    let divergence = divergence(settings(0.5), &long_bowl());
    assert_eq!((divergence.rate, divergence.limit), (0.5, Some(0.25)));
    assert_eq!((divergence.curvature, divergence.factor), (Some(8.0), Some(-3.0)));
}

#[test]
fn the_largest_safe_rate_has_four_digits_and_is_below_the_limit() {
    for (data, limit, safe) in [(round_bowl(), 1.0, 0.9999), (long_bowl(), 0.25, 0.2499)] {
        let divergence = divergence(settings(2.0), &data);
        assert_eq!(divergence.limit, Some(limit), "a number of four digits itself");
        assert_eq!(divergence.remedies[0], Action::LargestSafeRate(safe));
    }
    // A limit of more digits is cut to four of them.
    for (limit, safe) in [(1.0_f64 / 3.0, 0.3333), (0.250_01, 0.25)] {
        let x = 1.0 / limit.sqrt();
        let data = Dataset::from_columns(&[-x, x], &[0.0, 2.0]).expect("sound data");
        let remedies = divergence(settings(2.0), &data).remedies;
        assert_eq!(remedies[0], Action::LargestSafeRate(safe));
    }
}

#[test]
fn the_best_rate_is_cut_to_four_digits() {
    let run = Trainer::new(&round_bowl(), settings(2.0));
    let (rate, _) = Forecast::of(&run).and_then(|f| f.fewest_epochs()).expect("there is one");
    let cut = (rate * 1e4).floor() / 1e4;
    assert_eq!(divergence(settings(2.0), &round_bowl()).remedies[1], Action::BestRate(cut));
}

#[test]
fn where_no_formula_holds_the_factor_is_the_root_of_what_the_last_step_did_to_the_cost() {
    let batch = Batch::Rows { size: BatchSize::try_from(1.0).expect("a size"), seed: 3 };
    let mut run = Trainer::new(&long_bowl(), Settings { batch, ..settings(0.5) });
    run.step(10_000);
    let divergence = Divergence::of(&run).expect("it has diverged");
    let state = run.state();
    let grown = state.cost / state.previous_cost.expect("it has stepped");
    let factor = divergence.factor.expect("both costs are finite");
    assert!(is_close(factor * factor, grown, 1e-12), "{factor}, {grown}");
    assert!(matches!(divergence.remedies[..], [Action::SuggestedRate(_), Action::Standardise]));
}
