//! The numbers of such runs: growth, infinity, NaN, steps back, and the sweep.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{OnDivergence, Settings, Tolerance};
use downhill::descent::trainer::{Status, Trainer};
use downhill::insight::diagnosis::{Divergence, Sweep};
use downhill::text::en;
use proptest::prelude::*;

use super::{Phase, bits, going_on, phase, small};
use crate::common::moves::{moves, straight, walk};

/// Returns the phases of a run in order, each with its first epoch. Checks that the run never counts as diverged
/// and stops only at its limit.
fn phases(run: &mut Trainer) -> Vec<(Phase, u64)> {
    let mut phases: Vec<(Phase, u64)> = Vec::new();
    let last = run.settings().epochs.get();
    for epoch in 0..=last {
        let (state, status) = (*run.state(), run.status());
        assert_eq!(state.epoch, epoch);
        let expected = match epoch {
            0 => Status::Ready,
            epoch if epoch == last => Status::EpochLimit,
            _ => Status::Paused,
        };
        assert_eq!(status, expected, "at epoch {epoch}");
        let now = phase(state.cost);
        if phases.last().is_none_or(|&(before, _)| before != now) {
            phases.push((now, epoch));
        }
        run.step(1);
    }
    assert_eq!(run.state().epoch, last, "no step beyond the limit");
    phases
}

fn in_order(phases: &[(Phase, u64)]) -> [u64; 3] {
    match phases {
        &[(Phase::Numbers, zero), (Phase::Infinite, infinite), (Phase::NotANumber, nan)] => {
            [zero, infinite, nan]
        }
        other => panic!("numbers, then ∞, then NaN: {other:?}"),
    }
}

#[test]
fn on_every_built_in_set_it_grows_to_infinity_and_becomes_nan() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        let stable = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("plain");
        for factor in [1.5, 4.0, 1e6] {
            let settings = going_on(factor * stable, 3_000);
            let mut run = Trainer::new(&data, settings);
            let [_, infinite, nan] = in_order(&phases(&mut run));
            // Infinity comes later than the epoch at which the run would count as diverged.
            let mut checked =
                Trainer::new(&data, Settings { on_divergence: OnDivergence::Stop, ..settings });
            checked.step(3_000);
            let diverged = checked.state().epoch;
            assert_eq!(checked.status(), Status::Diverged);
            assert!(diverged < infinite && infinite < nan, "{}: {diverged}, {nan}", builtin.id);
            // Until then it is the same run.
            run.seek(diverged);
            assert_eq!(bits(run.state()), bits(checked.state()), "{}", builtin.id);
        }
    }
}

#[test]
fn a_naive_run_that_does_not_blow_up_is_the_run_with_the_check() {
    let data = small();
    for (learning, tolerance) in [(0.01, 0.0), (0.05, 0.0), (0.05, 0.3)] {
        let tolerance = Tolerance::try_from(tolerance).expect("a good tolerance");
        let settings = Settings { tolerance, ..going_on(learning, 5_000) };
        let (mut a, mut b) = (
            Trainer::new(&data, settings),
            Trainer::new(&data, Settings { on_divergence: OnDivergence::Stop, ..settings }),
        );
        a.step(5_000);
        b.step(5_000);
        assert_eq!((a.state(), a.status()), (b.state(), b.status()));
        assert_eq!(en::status::reason(&a), en::status::reason(&b));
    }
}

#[test]
fn neither_other_rules_nor_costs_nor_scales_count_as_diverged() {
    let data = small();
    let plain = going_on(1e3, 2_000);
    let rule = |id| Optimizer::new(Rule::from_name(id).expect("known"));
    let problem = |problem| Settings { problem, ..plain };
    for settings in [
        Settings { optimizer: rule("momentum"), ..plain },
        Settings { optimizer: rule("nesterov"), ..plain },
        Settings { batch: Batch::Rows { size: BatchSize::ONE, seed: 3 }, ..plain },
        problem(Problem { scaling: Scaling::STANDARDISED, ..Problem::default() }),
        problem(Problem { cost: Cost::SIGNED, ..Problem::default() }),
    ] {
        let checked = Settings { on_divergence: OnDivergence::Stop, ..settings };
        let mut run = Trainer::new(&data, checked);
        run.step(2_000);
        assert_eq!(run.status(), Status::Diverged, "{settings:?}");
        let mut run = Trainer::new(&data, settings);
        phases(&mut run);
        assert_eq!((run.state().epoch, run.status()), (2_000, Status::EpochLimit));
    }
}

#[test]
fn switched_off_the_same_state_has_diverged_and_switched_on_again_it_goes_on() {
    let data = small();
    let mut run = Trainer::new(&data, going_on(10.0, 1_000));
    for epochs in [8, 200, 400] {
        run.step(epochs);
        let before = bits(run.state());
        assert_eq!(run.status(), Status::Paused);
        run.set_on_divergence(OnDivergence::Stop);
        assert_eq!((bits(run.state()), run.status()), (before, Status::Diverged));
        assert!(Divergence::of(&run).is_some());
        run.step(10);
        assert_eq!(bits(run.state()), before, "a run that has diverged takes no step");
        run.set_on_divergence(OnDivergence::GO_ON);
        assert_eq!((bits(run.state()), run.status()), (before, Status::Paused));
        assert_eq!(Divergence::of(&run), None);
    }
    assert_eq!(phase(run.state().cost), Phase::NotANumber);
}

#[test]
fn with_the_check_on_again_the_way_back_leads_to_where_it_has_not_diverged() {
    let mut run = Trainer::new(&small(), going_on(10.0, 1_000));
    run.step(1_000);
    run.set_on_divergence(OnDivergence::Stop);
    run.seek(2);
    assert_eq!(run.status(), Status::Paused);
    run.reset();
    run.step(1_000);
    assert_eq!(run.status(), Status::Diverged);
    assert!(run.state().epoch < 20, "{}", run.state().epoch);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn numbers_infinity_and_nan_come_in_this_order_at_any_rate_beyond_the_limit(
        rows in prop::collection::vec((-5.0..5.0_f64, -5.0..5.0_f64), 2..9),
        power in 0.2..8.0_f64,
    ) {
        let (xs, ys): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let data = Dataset::from_columns(&xs, &ys).expect("sound data");
        let stable = Trainer::new(&data, Settings::default()).largest_stable_rate().expect("plain");
        let mut run = Trainer::new(&data, going_on(10_f64.powf(power) * stable, 2_500));
        let [.., nan] = in_order(&phases(&mut run));
        prop_assert!(nan < 2_500);
        prop_assert_eq!(phase(run.state().cost), Phase::NotANumber);
    }

    #[test]
    fn every_moment_is_the_one_of_the_straight_run(moves in moves(19, 3_000, 0.01..5.0)) {
        let mut run = Trainer::new(&small(), going_on(10.0, 3_000));
        walk(&mut run, &moves);
        let straight = straight(&run, &small());
        prop_assert_eq!(bits(run.state()), bits(straight.state()));
        prop_assert_eq!(run.status(), straight.status());
    }

    #[test]
    fn a_step_back_undoes_a_step_also_beyond_all_numbers(moves in moves(19, 3_000, 0.01..5.0)) {
        let mut run = Trainer::new(&small(), going_on(10.0, 3_000));
        walk(&mut run, &moves);
        let before = bits(run.state());
        run.step(1);
        if run.state().epoch > before.0 {
            run.step_back();
        }
        prop_assert_eq!(bits(run.state()), before);
    }
}

#[test]
fn a_sweep_is_the_same_whether_its_run_is_naive() {
    let data = builtin::find("faithful").expect("built in").dataset();
    let batch = Batch::Rows { size: BatchSize::default(), seed: 1 };
    let sweep = |on_divergence| {
        let settings = Settings { batch, on_divergence, ..Settings::default() };
        let sweep = Sweep::of(&Trainer::new(&data, settings), &data, 40);
        sweep.costs.iter().filter(|(_, cost)| !cost.is_finite()).count()
    };
    assert_eq!(
        sweep(OnDivergence::GO_ON),
        sweep(OnDivergence::Stop),
        "costs of runs that have diverged"
    );
}
