//! The largest stable rate and the suggested rate of each rule.

use downhill::descent::batch::Batch;
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};
use downhill::descent::trainer::{Status, Trainer};

use super::{batches, huber, rule, sets, settings, with};

#[test]
fn momentum_and_nesterov_converge_below_their_limits_and_diverge_above() {
    for data in sets() {
        for (id, beta) in
            [("momentum", 0.9), ("momentum", 0.5), ("nesterov", 0.9), ("nesterov", 0.5)]
        {
            let optimizer = with(rule(id), &[(0, beta)]);
            let run = |rate: f64| {
                let mut run = Trainer::new(
                    &data,
                    Settings { optimizer, ..settings(rate, EpochLimit::MOST as f64) },
                );
                run.step(EpochLimit::MOST);
                run
            };
            let curvature = run(1e-9).objective().max_curvature();
            let limit = run(1e-9).largest_stable_rate().expect("it has one");
            let expected = match id {
                "momentum" => 2.0 * (1.0 + beta) / curvature,
                _ => (2.0 + 2.0 * beta) / ((1.0 + 2.0 * beta) * curvature),
            };
            assert!((limit / expected - 1.0).abs() < 1e-12, "{id} {beta}");
            assert!(matches!(run(0.999 * limit).status(), Status::Converged(_)), "{id} {beta}");
            assert_eq!(run(1.001 * limit).status(), Status::Diverged, "{id} {beta}");
        }
    }
}

#[test]
fn no_limit_is_claimed_where_none_is_known() {
    let data = &sets()[0];
    let settings = settings(0.01, 10.0);
    let cost = |cost| Settings { problem: Problem { cost, ..Problem::default() }, ..settings };
    let unknown = [
        Settings { optimizer: rule("adam"), ..settings },
        Settings { optimizer: rule("adagrad"), ..settings },
        Settings { optimizer: rule("rmsprop"), ..settings },
        Settings { optimizer: rule("newton"), ..settings },
        Settings { batch: batches(8.0, 1), ..settings },
        cost(Cost::ABSOLUTE),
        cost(huber(1.0)),
        cost(Cost::SIGNED),
    ];
    for settings in unknown {
        let run = Trainer::new(data, settings);
        assert_eq!(run.largest_stable_rate(), None, "{settings:?}");
        let forecast = downhill::text::en::rate::forecast(&run);
        assert!(
            forecast.contains("No limit") || forecast.contains("no learning rate"),
            "{forecast}"
        );
    }
}

#[test]
fn a_suggested_rate_comes_down_for_every_rule_cost_batch_and_scaling() {
    for data in sets() {
        for optimizer in Rule::ALL.iter().copied().map(Optimizer::new) {
            for cost in [Cost::Squared, Cost::ABSOLUTE, huber(1.0)] {
                for (scaling, batch) in [
                    (Scaling::RAW, Batch::Full),
                    (Scaling::STANDARDISED, Batch::Full),
                    (Scaling::RAW, batches(16.0, 1)),
                    (Scaling::RAW, batches(1.0, 1)),
                ] {
                    let problem = Problem { cost, scaling, ..Problem::default() };
                    let settings = Settings { optimizer, batch, problem, ..settings(1.0, 200.0) };
                    let mut run = Trainer::new(&data, settings);
                    let rate = run.suggested_rate();
                    run.set_learning_rate(LearningRate::try_from(rate).expect("a good rate"));
                    run.step(200);
                    let what = format!("{optimizer:?} {cost:?} {scaling:?} {batch:?} at {rate}");
                    assert_ne!(run.status(), Status::Diverged, "{what}");
                    let newton = optimizer == rule("newton");
                    // Newton's method does not move where a cost has no curvature, and may oscillate with Huber's cost.
                    if !(newton && cost != Cost::Squared) {
                        assert!(run.state().cost < run.start_cost(), "{what}");
                    }
                }
            }
        }
    }
}
