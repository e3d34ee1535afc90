//! Forecasts for a learning rate, compared with the runs themselves.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Held, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::descent::trainer::{Status, Trainer};
use downhill::insight::diagnosis::{Forecast, TOO_MANY, Zone};

fn run(data: &Dataset, rate: f64, held: Held) -> Trainer {
    let settings = Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(EpochLimit::MOST as f64).expect("a good limit"),
        start: Start::at(-0.7, 2.0).expect("a good start"),
        problem: Problem { held, ..Problem::default() },
        ..Settings::default()
    };
    Trainer::new(data, settings)
}

/// The first epoch whose cost is within 1 % of the least, counted step by step.
fn counted(run: &mut Trainer) -> u64 {
    while run.excess(run.state().at) > 0.01 * run.least() {
        let before = run.state().epoch;
        run.step(1);
        assert!(run.state().epoch > before, "it stopped on the way");
    }
    run.state().epoch
}

#[test]
fn the_predicted_epochs_are_those_that_the_run_needs() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        for held in [Held::Neither, Held::Slope, Held::Intercept] {
            let limit = run(&data, 1.0, held).largest_stable_rate().expect("it has one");
            for share in [0.3, 0.5, 0.8, 0.97] {
                let mut run = run(&data, share * limit, held);
                let Some(forecast) = Forecast::of(&run).filter(|_| run.least() > 0.0) else {
                    continue;
                };
                let predicted = forecast.epochs(share * limit).expect("it comes there");
                if predicted > 200_000 {
                    continue;
                }
                let needed = counted(&mut run);
                // Rounding decides if the last step just reaches the limit.
                let away = predicted.abs_diff(needed);
                assert!(away <= 1, "{} {held:?} {share}: {predicted}, not {needed}", builtin.id);
            }
        }
    }
}

#[test]
fn on_the_weather_from_zero_the_best_rate_for_this_start_beats_the_best_for_the_worst() {
    let data = builtin::first().dataset();
    let run = Trainer::new(&data, Settings::default());
    let forecast = Forecast::of(&run).expect("x has spread");
    let worst_case = forecast.epochs(forecast.best_worst_case_rate()).expect("it comes there");
    let (rate, fewest) = forecast.fewest_epochs().expect("there is one");
    assert!((4_300..4_700).contains(&worst_case), "{worst_case}");
    assert!(fewest < 2_700, "{fewest} at {rate}");
    assert!(rate < forecast.best_worst_case_rate());
}

#[test]
fn the_zones_are_where_the_run_behaves_so() {
    let data = builtin::find("faithful").unwrap_or_else(builtin::first).dataset();
    let limit = run(&data, 1.0, Held::Neither).largest_stable_rate().expect("it has one");
    let zone = |rate: f64| Forecast::of(&run(&data, rate, Held::Neither)).map(|f| f.zone(rate));
    assert_eq!(zone(limit), Some(Zone::Diverging));
    assert_eq!(zone(0.99 * limit), Some(Zone::Zigzag));
    assert_eq!(zone(0.49 * limit), Some(Zone::Steady));
    assert_eq!(zone(1e-9 * limit), Some(Zone::TooSmall));
    let mut diverging = run(&data, 1.01 * limit, Held::Neither);
    diverging.step(TOO_MANY);
    assert_eq!(diverging.status(), Status::Diverged);
}

#[test]
fn where_the_best_cost_is_0_the_errors_are_compared_with_the_spread_of_y() {
    let data = Dataset::from_columns(&[1.0, 2.0, 4.0], &[3.0, 5.0, 9.0]).expect("sound data");
    let mut run = run(&data, 0.1, Held::Neither);
    let predicted = Forecast::of(&run).and_then(|forecast| forecast.epochs(0.1));
    while run.state().cost > 1e-4 * data.summary().variance_y() {
        run.step(1);
    }
    assert!(predicted.expect("it comes there").abs_diff(run.state().epoch) <= 1, "{predicted:?}");
}

#[test]
fn where_x_has_no_spread_nothing_is_foretold_but_for_one_parameter() {
    let data = Dataset::from_columns(&[2.0, 2.0], &[1.0, 3.0]).expect("sound data");
    assert_eq!(Forecast::of(&run(&data, 0.1, Held::Neither)), None);
    let held = Forecast::of(&run(&data, 0.1, Held::Slope)).expect("one intercept is best");
    assert_eq!(held.epochs(0.5), Some(1), "2/λ/2 leads there in one step");
}

#[test]
fn the_zones_end_where_the_run_needs_too_many_epochs() {
    for id in ["weather", "faithful", "cars"] {
        let data = builtin::find(id).expect("built in").dataset();
        let forecast = Forecast::of(&run(&data, 1e-4, Held::Neither)).expect("plain descent");
        let edge = forecast.least_quick_rate().expect("some rate is quick");
        assert!(forecast.epochs(edge).is_some_and(|epochs| epochs <= 100_000));
        assert!(forecast.epochs(0.999 * edge).is_some_and(|epochs| epochs > 100_000));
    }
}

/// Momentum and Nesterov with little, usual and much momentum, and the heavy ball with dampening.
fn with_inertia() -> Vec<Optimizer> {
    let rule = |name| Optimizer::new(Rule::from_name(name).expect("a rule"));
    let with = |optimizer: Optimizer, index, value| optimizer.with(index, value).expect("a share");
    let shares = [0.0, 0.5, 0.9, 0.99];
    let heavy = shares.map(|share| with(rule("momentum"), 0, share));
    let ahead = shares.map(|share| with(rule("nesterov"), 0, share));
    let dampened = [0.3, 0.9].map(|share| with(rule("momentum"), 1, share));
    heavy.into_iter().chain(ahead).chain(dampened).collect()
}

#[test]
fn with_momentum_the_ball_stays_near_from_about_the_predicted_epoch_on() {
    let mut checked = 0;
    for builtin in builtin::all() {
        let data = builtin.dataset();
        for optimizer in with_inertia() {
            for share in [0.01, 0.1, 0.5, 0.9] {
                let plain = run(&data, 1.0, Held::Neither).settings();
                let limit = Trainer::new(&data, Settings { optimizer, ..plain })
                    .largest_stable_rate()
                    .expect("it has one");
                let learning_rate = LearningRate::try_from(share * limit).expect("a good rate");
                let mut run = Trainer::new(&data, Settings { optimizer, learning_rate, ..plain });
                let Some(forecast) = Forecast::of(&run).filter(|_| run.least() > 0.0) else {
                    continue;
                };
                // Some of these valleys are too narrow to be waited for.
                let Some(predicted) = forecast.epochs(share * limit).filter(|&far| far <= 10_000)
                else {
                    continue;
                };
                let mut last_far = 0;
                for epoch in 1..=predicted + 2_000 {
                    run.step(1);
                    let far = run.excess(run.state().at) > 0.01 * run.least();
                    last_far = if far { epoch } else { last_far };
                }
                let name = format!("{} {optimizer:?} {share}", builtin.id);
                assert!(last_far <= predicted, "{name}: {predicted}, far at {last_far}");
                // A swing may end on either side of its height.
                let soon = last_far + last_far / 4 + 300;
                assert!(predicted <= soon, "{name}: {predicted}, near from {last_far} on");
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked} runs");
}

#[test]
fn a_forecast_on_the_way_knows_how_fast_the_ball_is() {
    let data = builtin::find("faithful").unwrap_or_else(builtin::first).dataset();
    let plain = run(&data, 1.0, Held::Neither).settings();
    for optimizer in with_inertia() {
        let limit = Trainer::new(&data, Settings { optimizer, ..plain })
            .largest_stable_rate()
            .expect("it has one");
        let learning_rate = LearningRate::try_from(0.5 * limit).expect("a good rate");
        let mut run = Trainer::new(&data, Settings { optimizer, learning_rate, ..plain });
        let from = |run: &Trainer, of: fn(&Trainer) -> Option<Forecast>| {
            of(run).and_then(|forecast| forecast.epochs(0.5 * limit)).expect("it comes there")
        };
        let in_all = from(&run, Forecast::of);
        run.step(in_all / 2);
        let left = from(&run, Forecast::from_here);
        assert!((in_all - in_all / 2).abs_diff(left) <= 1, "{optimizer:?}: {left} of {in_all}");
    }
}

#[test]
fn the_best_rate_with_momentum_for_the_worst_start_shrinks_the_slower_axis_the_most() {
    // Heavy ball: 2(1 + β)/(λmin + λmax), as for plain descent with β = 0.
    let data = builtin::first().dataset();
    let plain = run(&data, 1.0, Held::Neither).settings();
    for optimizer in with_inertia().into_iter().take(3) {
        let run = Trainer::new(&data, Settings { optimizer, ..plain });
        let hessian = run.objective().hessian();
        let sum = hessian.min_eigenvalue() + hessian.max_eigenvalue();
        let exact = 2.0 * (1.0 + optimizer.parameters()[0]) / sum;
        let found = Forecast::of(&run).expect("x has spread").best_worst_case_rate();
        assert!((found / exact - 1.0).abs() < 1e-3, "{optimizer:?}: {found}, not {exact}");
    }
}
