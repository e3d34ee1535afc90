//! The diagnosis of a divergence and its remedies, the sweep over learning rates, and the condition number.

use downhill::data::builtin;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::{Scaling, condition};
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};
use downhill::descent::trainer::{Status, Trainer};
use downhill::insight::advice::Action;
use downhill::insight::diagnosis::{Divergence, Sweep};
use downhill::text::en;

fn settings(rate: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(100_000.0).expect("a good limit"),
        ..Settings::default()
    }
}

fn ended(id: &str, settings: Settings) -> Trainer {
    let data = builtin::find(id).expect("built in").dataset();
    let mut run = Trainer::new(&data, settings);
    run.step(100_000);
    run
}

#[test]
fn a_divergence_is_told_in_the_numbers_of_its_run() {
    let run = ended("weather", settings(0.01));
    let divergence = Divergence::of(&run).expect("it has diverged");
    let factor = divergence.factor.expect("it is plain descent");
    assert!((factor + 6.735).abs() < 0.01, "{factor}");
    let text = en::diagnosis::divergence(&run, &divergence).join(" ");
    for number in ["0.01", "773.5", "−6.74", "0.002585"] {
        assert!(text.replace('-', "−").contains(number), "{number} in {text}");
    }
    // The cost grows by the square of that factor, as the run shows.
    let state = run.state();
    let grown = state.cost / state.previous_cost.expect("it has stepped");
    assert!((grown / factor.powi(2) - 1.0).abs() < 1e-6, "{grown}");
}

#[test]
fn each_remedy_leads_to_a_run_that_does_not_diverge() {
    for id in ["weather", "faithful", "cars", "anscombe-4"] {
        let run = ended(id, settings(0.5));
        let divergence = Divergence::of(&run).expect("it has diverged");
        assert_eq!(divergence.remedies.len(), 3, "{id}");
        for remedy in divergence.remedies {
            let remedied = match remedy {
                Action::LargestSafeRate(rate)
                | Action::BestRate(rate)
                | Action::SuggestedRate(rate) => settings(rate),
                Action::Standardise => {
                    let problem = Problem { scaling: Scaling::STANDARDISED, ..Problem::default() };
                    Settings { problem, ..settings(0.5) }
                }
                other => unreachable!("{other:?} is not for a rate that is too big"),
            };
            let run = ended(id, remedied);
            assert!(
                matches!(run.status(), Status::Converged(_) | Status::EpochLimit),
                "{remedy:?}"
            );
            assert!(run.state().cost < run.start_cost(), "{id} {remedy:?}");
        }
    }
}

#[test]
fn runs_that_go_on_have_no_divergence_and_other_rules_are_measured() {
    assert_eq!(Divergence::of(&ended("faithful", settings(1e-5))), None);
    let batch = Batch::Rows { size: BatchSize::default(), seed: 1 };
    let run = ended("faithful", Settings { batch, ..settings(0.1) });
    let divergence = Divergence::of(&run).expect("it has diverged");
    assert_eq!((divergence.limit, divergence.curvature), (None, None));
    assert!(divergence.factor.is_some_and(|factor| factor > 1.0));
    assert!(matches!(divergence.remedies[..], [Action::SuggestedRate(_), Action::Standardise]));
    let problem = Problem { cost: Cost::SIGNED, ..Problem::default() };
    let run = ended("faithful", Settings { problem, ..settings(0.1) });
    let divergence = Divergence::of(&run).expect("the line has left the plot");
    assert_eq!(divergence.remedies, [Action::SquaredCost]);
}

#[test]
fn a_sweep_foretells_the_costs_that_runs_come_to() {
    for id in ["weather", "faithful"] {
        let data = builtin::find(id).expect("built in").dataset();
        let run = Trainer::new(&data, settings(1e-4));
        let sweep = Sweep::of(&run, &data, 50);
        assert_eq!((sweep.epochs, sweep.sampled), (50, None));
        for &(rate, cost) in sweep.costs.iter().step_by(23) {
            let mut tried = Trainer::new(&data, settings(rate));
            tried.step(50);
            if tried.status() != Status::Diverged {
                let expected = tried.state().cost;
                assert!((cost / expected - 1.0).abs() < 1e-6, "{id} {rate}: {cost}, {expected}");
            }
        }
    }
}

#[test]
fn a_sweep_of_another_rule_is_made_of_runs() {
    let data = builtin::find("faithful").expect("built in").dataset();
    let optimizer = Optimizer::new(Rule::from_name("adam").expect("known"));
    let run = Trainer::new(&data, Settings { optimizer, ..settings(0.1) });
    let sweep = Sweep::of(&run, &data, 200);
    let (best, cost) = sweep.best().expect("some rate is best");
    let learning_rate = LearningRate::try_from(best).expect("a good rate");
    let mut tried = Trainer::new(&data, Settings { learning_rate, ..run.settings() });
    tried.step(200);
    assert!((tried.state().cost / cost - 1.0).abs() < 1e-12);
    let far = sweep.costs.iter().filter(|(rate, _)| *rate < 0.01 * best);
    assert!(far.count() > 10 && sweep.costs.iter().all(|&(_, other)| other >= cost));
}

#[test]
fn a_sweep_over_many_rows_takes_a_sample_and_says_so() {
    let data = builtin::first().dataset();
    let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
    let run = Trainer::new(&data, Settings { problem, ..settings(0.001) });
    let sweep = Sweep::of(&run, &data, 100);
    assert!(sweep.sampled.is_some_and(|rows| (300..=1_000).contains(&rows)), "{sweep:?}");
    assert!(en::rate::sweep(&sweep, &run).contains("sample"));
}

#[test]
fn the_condition_number_is_that_of_the_curvatures() {
    let data = builtin::first().dataset();
    let raw = condition(Scaling::RAW, data.summary()).expect("x has spread");
    assert!((raw / 2_153.0 - 1.0).abs() < 1e-3, "{raw}");
    let standardised = condition(Scaling::STANDARDISED, data.summary()).expect("x has spread");
    assert!((standardised - 1.0).abs() < 1e-12);
}
