//! The lines and the values that the walk shows, compared with the interpreter.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::{EpochLimit, OnDivergence, Settings};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::insight::program::{Statement, StatementValue, Walk};
use downhill::text::en::program as said;
use proptest::prelude::*;

use super::interpreter::walked;
use super::{columns, settings, small, tolerance};

#[test]
fn every_line_of_several_rounds_shows_what_the_program_makes() {
    for id in ["anscombe-1", "anscombe-4", "faithful", "cars", "curve", "outlier"] {
        let builtin = builtin::find(id).expect("built in");
        let (run, done) = walked(&builtin.dataset(), settings(builtin.learning_rate, 40));
        assert_eq!((done, run.status()), (Statement::Return, Status::EpochLimit), "{id}");
    }
    let few = columns(&[1.0, 2.0], &[3.0, 4.0]);
    assert_eq!(walked(&few, settings(0.1, 5)).1, Statement::Return);
    assert_eq!(walked(&columns(&[2.0], &[3.0]), settings(0.01, 5)).1, Statement::Return);
}

#[test]
fn in_the_first_round_lines_that_have_not_been_done_have_no_value() {
    let (data, settings) = (small(), settings(0.01, 10));
    let run = Trainer::new(&data, settings);
    let lines = |done| {
        let values = Walk::after(done, &data, &run).values();
        values.into_iter().map(|(statement, _)| statement).collect::<Vec<_>>()
    };
    use Statement::*;
    assert_eq!(lines(Define), []);
    assert_eq!(lines(Start), [Start]);
    assert_eq!(lines(Loop), [Start, Loop]);
    assert_eq!(lines(Errors), [Start, Loop, Predictions, Errors]);
    let first = Walk::after(Errors, &data, &run).values();
    let column = |values: &[f64]| StatementValue::Column(values.to_vec(), true);
    assert_eq!(first[0].1, StatementValue::Numbers(vec![0.0, 0.0]));
    assert_eq!(first[1].1, StatementValue::Epoch(1));
    assert_eq!(first[2].1, column(&[0.0, 0.0, 0.0]));
    assert_eq!(first[3].1, column(&[2.0, 2.5, 4.5]));
}

#[test]
fn in_the_second_round_lines_that_are_yet_to_come_show_the_first() {
    let (data, settings) = (small(), settings(0.01, 10));
    let mut run = Trainer::new(&data, settings);
    let cost = run.step(1).cost;
    let values = Walk::after(Statement::Predictions, &data, &run).values();
    let of = |line| values.iter().find(|(statement, _)| *statement == line).map(|(_, value)| value);
    assert_eq!(of(Statement::Loop), Some(&StatementValue::Epoch(2)));
    let line = run.state().line;
    let predictions = [1.0, 2.0, 3.0].map(|x| line.predict(x)).to_vec();
    assert_eq!(of(Statement::Predictions), Some(&StatementValue::Column(predictions, true)));
    assert_eq!(of(Statement::Errors), Some(&StatementValue::Column(vec![2.0, 2.5, 4.5], true)));
    assert_eq!(of(Statement::Intercept), Some(&StatementValue::Number(line.intercept)));
    assert_eq!(of(Statement::Cost), Some(&StatementValue::Number(cost)));
    assert_eq!(of(Statement::Test), Some(&StatementValue::Truth(false)));
}

#[test]
fn the_tolerance_ends_the_walk_with_a_break() {
    let data = small();
    let mut plain = Trainer::new(&data, settings(0.01, 100));
    // Between the costs of rounds 6 and 7.
    let (before, after) = (plain.step(6).cost, plain.step(1).cost);
    let settings = Settings { tolerance: tolerance(0.5 * (before + after)), ..settings(0.01, 100) };
    let (run, done) = walked(&data, settings);
    assert_eq!(done, Statement::Return);
    assert_eq!(run.status(), Status::Converged(Convergence::BelowTolerance));
    assert_eq!(run.state().epoch, 7);
    let after = |done| Walk::after(done, &data, &run).next();
    assert_eq!(after(Statement::Test), Some(Statement::Stop));
    assert_eq!(after(Statement::Stop), Some(Statement::Return));
    assert_eq!(after(Statement::Return), None);
}

#[test]
fn a_tolerance_that_the_last_round_meets_ends_it_with_a_break_too() {
    let data = small();
    let cost = Trainer::new(&data, settings(0.01, 7)).step(7).cost;
    let settings = Settings { tolerance: tolerance(cost * 1.0001), ..settings(0.01, 7) };
    let (run, done) = walked(&data, settings);
    assert_eq!((run.state().epoch, done), (7, Statement::Return));
    assert_eq!(Walk::after(Statement::Test, &data, &run).next(), Some(Statement::Stop));
}

#[test]
fn a_cost_that_equals_the_tolerance_is_not_below_it() {
    let data = small();
    let cost = Trainer::new(&data, settings(0.01, 10)).step(3).cost;
    let mut run =
        Trainer::new(&data, Settings { tolerance: tolerance(cost), ..settings(0.01, 10) });
    run.step(3);
    let walk = Walk::after(Statement::Test, &data, &run);
    assert_eq!(walk.values().last(), Some(&(Statement::Test, StatementValue::Truth(false))));
    assert_eq!(walk.next(), Some(Statement::Loop));
    run.step(1);
    let walk = Walk::after(Statement::Test, &data, &run);
    assert_eq!(walk.values().last(), Some(&(Statement::Test, StatementValue::Truth(true))));
    assert_eq!(walk.next(), Some(Statement::Stop));
}

#[test]
fn the_epoch_limit_ends_the_walk_without_another_round() {
    let data = small();
    let (run, done) = walked(&data, settings(0.01, 3));
    assert_eq!((run.state().epoch, done), (3, Statement::Return));
    let after = |done| Walk::after(done, &data, &run).next();
    assert_eq!(after(Statement::Test), Some(Statement::Loop));
    assert_eq!(after(Statement::Loop), Some(Statement::Return));
    let values = Walk::after(Statement::Return, &data, &run).values();
    let state = run.state();
    let returned =
        StatementValue::Numbers(vec![state.line.slope, state.line.intercept, state.cost]);
    assert_eq!(values.last(), Some(&(Statement::Return, returned)));
}

#[test]
fn a_diverging_run_stops_the_walk_where_the_next_round_would_begin() {
    let (data, settings) = (small(), settings(0.5, 1_000));
    let (run, done) = walked(&data, settings);
    assert_eq!((run.status(), done), (Status::Diverged, Statement::Loop));
    let walk = Walk::after(Statement::Loop, &data, &run);
    assert_eq!(walk.next(), None);
    // All lines of the last round are there.
    let lines: Vec<_> = walk.values().into_iter().map(|(statement, _)| statement).collect();
    assert_eq!(lines, Statement::ALL[1..11]);
    assert!(said::walk_note(&walk, &run).contains("has blown up"));
}

#[test]
fn a_naive_walk_goes_on_to_infinity_and_to_nan() {
    let data = small();
    // Each round multiplies the distance by about 10¹⁹, so that no sum over rows overflows in a round
    // in which the sums of the summary do not.
    let settings = Settings { on_divergence: OnDivergence::GO_ON, ..settings(1e18, 40) };
    let (run, done) = walked(&data, settings);
    assert_eq!((run.status(), done), (Status::EpochLimit, Statement::Return));
    assert!(run.state().cost.is_nan() && run.state().line.slope.is_nan());
    let mut past = run.clone();
    let costs: Vec<f64> = (0..=40)
        .map(|epoch| {
            past.seek(epoch);
            past.state().cost
        })
        .collect();
    assert!(costs.contains(&f64::INFINITY), "{costs:?}");
    let shown = Walk::after(Statement::Return, &data, &run).values();
    assert!(
        matches!(shown.last(), Some((_, StatementValue::Numbers(all))) if all.iter().all(|n| n.is_nan()))
    );
}

#[test]
fn positions_that_cannot_be_are_mended() {
    use Statement::*;
    let data = small();
    let start = Trainer::new(&data, settings(0.01, 10));
    for (done, mended) in [
        (Intercept, Start),
        (Cost, Start),
        (Test, Start),
        (Stop, Start),
        (Start, Start),
        (Loop, Loop),
    ] {
        assert_eq!(Walk::after(done, &data, &start).done(), mended, "{done:?} at epoch 0");
    }
    let mut later = start.clone();
    later.step(5);
    for (done, mended) in
        [(Define, Test), (Start, Test), (Loop, Loop), (Slope, Slope), (Intercept, Intercept)]
    {
        assert_eq!(Walk::after(done, &data, &later).done(), mended, "{done:?} at epoch 5");
    }
    // Where it was mended it shows what is there.
    assert_eq!(Walk::after(Cost, &data, &start).values().len(), 1);
    assert_eq!(Walk::after(Start, &data, &later).values().len(), 10);
}

#[test]
fn from_wherever_it_stands_the_walk_comes_to_a_line_that_can_be() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 4));
    for _ in 0..=4 {
        for done in Statement::ALL {
            let walk = Walk::after(done, &data, &run);
            let mended = Walk::after(walk.done(), &data, &run);
            assert_eq!(mended.done(), walk.done(), "mending once is enough");
            let values = walk.values();
            let sorted = values.windows(2).all(|pair| pair[0].0 < pair[1].0);
            assert!(sorted, "{done:?}: each line once, from the top");
            let ahead =
                walk.next().is_none_or(|next| next > walk.done() || next == Statement::Loop);
            assert!(ahead, "{done:?}");
        }
        run.step(1);
    }
}

fn rows() -> impl Strategy<Value = Dataset> {
    prop::collection::vec((-5.0..5.0_f64, -5.0..5.0_f64), 1..9).prop_map(|rows| {
        let (xs, ys): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        columns(&xs, &ys)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn beside_any_run_the_walk_shows_what_the_program_makes(
        data in rows(),
        share in 0.01..3.0_f64,
        epochs in 1_u64..14,
        stop in prop_oneof![Just(0.0), 0.0..10.0_f64],
        on_divergence in prop::sample::select(&[OnDivergence::Stop, OnDivergence::GO_ON][..]),
    ) {
        let limit = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("it has one");
        let settings =
            Settings { tolerance: tolerance(stop), on_divergence, ..settings(share * limit, epochs) };
        let (run, done) = walked(&data, settings);
        match run.status() {
            Status::EpochLimit => prop_assert_eq!((run.state().epoch, done), (epochs, Statement::Return)),
            Status::Converged(Convergence::BelowTolerance) if run.state().epoch > 0 => {
                prop_assert_eq!(done, Statement::Return);
            }
            status => {
                prop_assert!(status.is_end());
                prop_assert_eq!(done, Statement::Loop);
            }
        }
    }
}

#[test]
fn the_walk_never_leads_to_a_step_that_the_run_does_not_take() {
    let data = small();
    let mut run = Trainer::new(&data, settings(0.01, 100));
    run.step(5);
    run.set_epochs(EpochLimit::try_from(5.0).expect("a good limit"));
    for done in Statement::ALL {
        if Walk::after(done, &data, &run).next() == Some(Statement::Intercept) {
            run.step(1);
            assert_eq!(run.state().epoch, 6, "the line after {done:?} is b = …");
        }
    }
}

#[test]
fn where_the_page_stops_the_loop_shows_the_round_that_the_program_would_begin() {
    let (data, settings) = (small(), settings(0.5, 1_000));
    let (run, _) = walked(&data, settings);
    let values = Walk::after(Statement::Loop, &data, &run).values();
    assert!(
        values.contains(&(Statement::Loop, StatementValue::Epoch(run.state().epoch + 1))),
        "{values:?}"
    );
}
