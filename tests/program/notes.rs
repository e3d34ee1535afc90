//! The runs that the program agrees with, and the names, values and notes of the walk.

use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{EpochLimit, OnDivergence, Settings, Start};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::insight::program::{Statement, StatementValue, Walk};
use downhill::text::en::program as said;

use super::{settings, small, tolerance};

#[test]
fn names_lead_back_to_their_lines() {
    for statement in Statement::ALL {
        assert_eq!(Statement::from_name(statement.name()), Some(statement));
    }
    assert_eq!(Statement::from_name("import"), None);
    assert!(Statement::ALL.windows(2).all(|pair| pair[0] < pair[1]), "from the top");
}

#[test]
fn the_program_agrees_with_plain_descent_from_zero_whatever_rate_limits_and_check() {
    let data = small();
    let agrees = |settings| Walk::agrees(&Trainer::new(&data, settings));
    let plain = settings(0.01, 100);
    assert!(agrees(plain) && agrees(Settings::default()));
    assert!(agrees(settings(7.0, 3)));
    assert!(agrees(Settings { tolerance: tolerance(0.5), ..plain }));
    assert!(agrees(Settings { on_divergence: OnDivergence::GO_ON, ..plain }));
    let typed_zero = Start::at(0.0, 0.0).expect("a good start");
    assert!(agrees(Settings { start: typed_zero, ..plain }), "it is the same line");
    let mut stepped = Trainer::new(&data, plain);
    stepped.step(20);
    assert!(Walk::agrees(&stepped));
}

#[test]
fn the_program_does_not_agree_with_anything_else() {
    let data = small();
    let plain = settings(0.01, 100);
    let problem = |problem| Settings { problem, ..plain };
    let default = Problem::default();
    let mut others = vec![
        problem(Problem { cost: Cost::ABSOLUTE, ..default }),
        problem(Problem { cost: Cost::SIGNED, ..default }),
        problem(Problem { scaling: Scaling::STANDARDISED, ..default }),
        problem(Problem { held: Held::Slope, ..default }),
        problem(Problem { held: Held::Intercept, ..default }),
        Settings { batch: Batch::Rows { size: BatchSize::ONE, seed: 1 }, ..plain },
        Settings { batch: Batch::Rows { size: BatchSize::default(), seed: 1 }, ..plain },
        Settings { schedule: Schedule::inverse(0.1).expect("a good schedule"), ..plain },
        Settings { schedule: Schedule::step(10, 0.5).expect("a good schedule"), ..plain },
        Settings { schedule: Schedule::cosine(100).expect("a good schedule"), ..plain },
        Settings { start: Start::at(0.0, 1.0).expect("a good start"), ..plain },
        Settings { start: Start::Random { seed: 3 }, ..plain },
    ];
    let rules = Rule::ALL.iter().copied().filter(|rule| rule.name() != "gradient-descent");
    others.extend(rules.map(|rule| Settings { optimizer: Optimizer::new(rule), ..plain }));
    assert_eq!(others.len(), 18);
    for other in others {
        let run = Trainer::new(&data, other);
        assert!(!Walk::agrees(&run), "{other:?}");
        let note = said::walk_note(&Walk::after(Statement::Define, &data, &run), &run);
        assert!(note.contains("not doing what this program does"), "{note}");
    }
}

fn note(done: Statement, data: &Dataset, run: &Trainer) -> String {
    said::walk_note(&Walk::after(done, data, run), run)
}

#[test]
fn nothing_is_said_while_the_walk_can_go_on() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 3));
    for done in [Statement::Define, Statement::Start, Statement::Loop, Statement::Slope] {
        assert_eq!(note(done, &data, &run), "");
    }
    run.step(3);
    for done in [Statement::Intercept, Statement::Test, Statement::Loop] {
        assert_eq!(note(done, &data, &run), "", "{done:?} leads to the end");
    }
}

#[test]
fn the_end_of_the_walk_is_told_with_its_reason() {
    let data = small();
    let ended = |settings: Settings| {
        let mut run = Trainer::new(&data, settings);
        run.step(100_000);
        run
    };
    let run = ended(settings(0.01, 3));
    assert!(note(Statement::Return, &data, &run).starts_with("All rounds are done."));
    let below = Settings { tolerance: tolerance(1.0), ..settings(0.01, 1_000) };
    let told = note(Statement::Return, &data, &ended(below));
    assert!(told.starts_with("The cost is below the tolerance. "), "{told}");
    let at_once = Settings { tolerance: tolerance(1e6), ..settings(0.01, 1_000) };
    let told = note(Statement::Loop, &data, &ended(at_once));
    assert!(told.contains("below the tolerance before the first round"), "{told}");
    let told = note(Statement::Loop, &data, &ended(settings(0.5, 1_000)));
    assert!(told.contains("The program has no such check and would go on"), "{told}");
    let settled = ended(settings(0.05, 100_000));
    assert_eq!(settled.status(), Status::Converged(Convergence::Settled));
    let told = note(Statement::Loop, &data, &settled);
    assert!(told.contains("nothing changes any more"), "{told}");
}

#[test]
fn values_are_written_as_python_would_but_rounded() {
    for (value, expected) in [
        (StatementValue::Epoch(1), "1"),
        (StatementValue::Number(0.125), "0.12500"),
        (StatementValue::Number(-1234.5678), "−1234.6"),
        (StatementValue::Number(0.0), "0"),
        (StatementValue::Number(3.25e20), "3.2500×10²⁰"),
        (StatementValue::Number(f64::INFINITY), "∞"),
        (StatementValue::Number(f64::NAN), "not a number"),
        (StatementValue::Column(vec![1.0, 2.5, -0.123_456], true), "[1, 2.5, −0.1235, …]"),
        (StatementValue::Column(vec![1.0, 2.0, 3.0], false), "[1, 2, 3]"),
        (StatementValue::Column(vec![7.0], false), "[7]"),
        (StatementValue::Truth(true), "True"),
        (StatementValue::Truth(false), "False"),
        (StatementValue::Numbers(vec![0.0, 0.0]), "0, 0"),
        (StatementValue::Numbers(vec![1.234_567, -2.0, 1e-9]), "1.2346, −2, 1×10⁻⁹"),
    ] {
        assert_eq!(said::value(&value), expected);
    }
}

/// A run whose limit was raised after the run had come to it, so that the walk has returned and the run has not ended.
fn raised(data: &Dataset) -> Trainer {
    let mut run = Trainer::new(data, settings(0.01, 3));
    run.step(3);
    run.set_epochs(EpochLimit::try_from(10.0).expect("a good limit"));
    assert_eq!(run.status(), Status::Paused);
    run
}

#[test]
fn a_walk_that_has_returned_does_not_say_below_the_tolerance_where_the_cost_is_not() {
    let data = small();
    let start = Trainer::new(&data, settings(0.01, 3));
    for run in [raised(&data), start] {
        for done in [Statement::Stop, Statement::Return] {
            let told = note(done, &data, &run);
            assert!(
                !told.contains("below the tolerance"),
                "{done:?} at {}: {told}",
                run.state().epoch
            );
        }
    }
}

#[test]
fn a_tolerance_that_is_raised_within_a_round_does_not_lead_back_to_the_first() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 100));
    run.step(5);
    run.set_tolerance(tolerance(100.0));
    let told = note(Statement::Loop, &data, &run);
    assert!(!told.contains("before the first round"), "{told}");
}
