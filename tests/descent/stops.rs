//! Convergence, divergence, tolerance and epoch limit: where a run stops and why.

use crate::common::is_close;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::Held;
use downhill::descent::settings::{EpochLimit, Settings, Start, Tolerance};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use proptest::prelude::*;

use super::{holding, settings, small};

#[test]
fn the_largest_stable_rate_divides_convergence_from_divergence() {
    for id in ["weather", "faithful", "cars", "outlier", "anscombe-4"] {
        let data = builtin::find(id).expect("built in").dataset();
        let limit =
            Trainer::new(&data, Settings::default()).largest_stable_rate().expect("it has one");
        let most = EpochLimit::MOST as f64;

        let mut below = Trainer::new(&data, settings(0.999 * limit, most));
        below.step(EpochLimit::MOST);
        assert_eq!(below.status(), Status::Converged(Convergence::Settled), "{id}");
        let (best, line) = (data.least_squares().expect("x has spread"), below.state().line);
        assert!(is_close(line.slope, best.slope, 1e-9), "{id}: {line:?} {best:?}");
        assert!(is_close(line.intercept, best.intercept, 1e-9), "{id}: {line:?} {best:?}");

        let mut above = Trainer::new(&data, settings(1.001 * limit, most));
        above.step(EpochLimit::MOST);
        assert_eq!(above.status(), Status::Diverged, "{id}");
    }
}

#[test]
fn the_weather_diverges_at_a_hundredth_and_names_the_largest_stable_rate() {
    let mut trainer = Trainer::new(&builtin::first().dataset(), settings(0.01, 1_000.0));
    trainer.step(1_000);
    assert_eq!(trainer.status(), Status::Diverged);
    let reason = downhill::text::en::status::reason(&trainer).expect("it has stopped");
    assert!(reason.contains("0.0025856"), "{reason}");
    assert!(reason.contains("0.01,"), "{reason}");
}

#[test]
fn no_spread_in_x_still_descends_to_the_mean() {
    let data = Dataset::from_columns(&[2.0; 3], &[1.0, 2.0, 6.0]).expect("sound data");
    let mut trainer = Trainer::new(&data, settings(0.05, 10_000.0));
    trainer.step(10_000);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Settled));
    assert!(is_close(trainer.state().line.predict(2.0), 3.0, 1e-12));
    assert!(is_close(trainer.state().cost, 14.0 / 3.0, 1e-12));
}

#[test]
fn a_start_at_the_answer_settles_at_once_instead_of_diverging() {
    let data = Dataset::from_columns(&[1.0, 2.0], &[3.0, 5.0]).expect("sound data");
    let start = Start::at(2.0, 1.0).expect("a good start");
    let mut trainer = Trainer::new(&data, Settings { start, ..settings(0.1, 100.0) });
    trainer.step(100);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Settled));
    assert!(trainer.state().epoch < 100);
}

#[test]
fn a_cost_below_the_tolerance_stops_the_run() {
    let tolerance = Tolerance::try_from(1.0).expect("a good tolerance");
    let mut trainer = Trainer::new(&small(), Settings { tolerance, ..settings(0.01, 1_000.0) });
    trainer.step(1_000);
    assert_eq!(trainer.status(), Status::Converged(Convergence::BelowTolerance));
    assert!(trainer.state().cost < 1.0);
    trainer.step_back();
    assert!(trainer.state().cost >= 1.0, "it stops at the first such epoch");
}

#[test]
fn the_epoch_limit_is_absolute_and_can_be_raised() {
    let mut trainer = Trainer::new(&small(), settings(0.01, 10.0));
    trainer.step(7);
    trainer.step(7);
    assert_eq!((trainer.state().epoch, trainer.status()), (10, Status::EpochLimit));
    trainer.set_epochs(EpochLimit::try_from(20.0).expect("a good limit"));
    assert_eq!(trainer.status(), Status::Paused);
    trainer.step(100);
    assert_eq!((trainer.state().epoch, trainer.status()), (20, Status::EpochLimit));
}

#[test]
fn a_rate_too_small_for_the_digits_says_so() {
    let start = Start::at(1.0, 1.0).expect("a good start");
    let mut trainer = Trainer::new(&small(), Settings { start, ..settings(1e-25, 100.0) });
    trainer.step(100);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Stuck));
    let reason = downhill::text::en::status::reason(&trainer).expect("it has stopped");
    assert!(reason.contains("larger rate"), "{reason}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_run_ends_where_it_says_and_goes_no_further(
        rate in 1e-4..0.2_f64,
        epochs in 1_u64..3_000,
        tolerance in 0.0..2.0_f64,
    ) {
        let tolerance = Tolerance::try_from(tolerance).expect("a good tolerance");
        let mut trainer =
            Trainer::new(&small(), Settings { tolerance, ..settings(rate, epochs as f64) });
        trainer.step(10_000);
        let status = trainer.status();
        prop_assert!(status.is_end(), "{:?}", status);
        prop_assert!(downhill::text::en::status::reason(&trainer).is_some());
        let end = *trainer.state();
        trainer.step(10);
        prop_assert_eq!(*trainer.state(), end);
        match status {
            Status::EpochLimit => prop_assert_eq!(end.epoch, epochs),
            Status::Converged(Convergence::BelowTolerance) => {
                prop_assert!(end.cost < tolerance.get());
            }
            Status::Diverged => {
                prop_assert!(Some(rate) > trainer.largest_stable_rate());
                prop_assert!(!end.cost.is_finite() || end.cost > 1e12 * trainer.start_cost());
            }
            _ => {}
        }
    }
}

#[test]
fn a_held_parameter_has_its_own_least_cost_and_the_run_finds_it() {
    let data = small();
    let start = Start::at(0.5, 3.0).expect("a good start");
    for held in [Held::Slope, Held::Intercept] {
        let mut run =
            Trainer::new(&data, Settings { start, problem: holding(held), ..settings(0.05, 1e6) });
        let best = run.minimum().expect("one is best");
        assert!(run.least() > run.objective().least());
        run.step(1_000_000);
        assert!(matches!(run.status(), Status::Converged(Convergence::Settled)), "{held:?}");
        let line = run.state().line;
        let apart = (line.slope - best.slope).abs() + (line.intercept - best.intercept).abs();
        assert!(apart < 1e-12, "{held:?}: {line:?} instead of {best:?}");
        assert!((run.state().cost - run.least()).abs() <= 1e-12 * run.least());
        assert!(run.excess(start.line(data.summary())) > 0.0);
    }
}
