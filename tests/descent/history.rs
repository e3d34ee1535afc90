//! Steps back, seeks and resets: the past of a run and its changes of the rate.

use downhill::descent::settings::EpochLimit;
use downhill::descent::trainer::{Convergence, Status, Trainer};
use proptest::prelude::*;

use super::{rate, settings, small};
use crate::common::moves::{moves, straight, walk};

#[test]
fn reset_keeps_the_rate_and_forgets_the_rest() {
    let mut trainer = Trainer::new(&small(), settings(0.01, 100.0));
    trainer.step(5);
    trainer.set_learning_rate(rate(0.02));
    trainer.step(5);
    trainer.reset();
    assert_eq!(trainer, Trainer::new(&small(), settings(0.02, 100.0)));
}

#[test]
fn a_rate_changed_in_the_past_cuts_the_future() {
    let mut trainer = Trainer::new(&small(), settings(0.01, 100.0));
    trainer.step(50);
    trainer.seek(20);
    trainer.set_learning_rate(rate(0.03));
    assert_eq!(trainer.furthest().epoch, 20);
    trainer.step(1);
    let mut straight = Trainer::new(&small(), settings(0.01, 100.0));
    straight.step(20);
    straight.set_learning_rate(rate(0.03));
    straight.step(1);
    assert_eq!(trainer.state(), straight.state());
}

#[test]
fn a_settled_run_that_was_given_a_new_rate_is_found_again_from_its_past() {
    let mut trainer = Trainer::new(&small(), settings(0.04, 5_000.0));
    trainer.step(5_000);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Settled));
    trainer.set_learning_rate(rate(1e-5));
    assert_eq!(trainer.status(), Status::Paused);
    let here = *trainer.state();
    trainer.step_back();
    trainer.step(1);
    assert_eq!((*trainer.state(), trainer.status()), (here, Status::Paused));
}

#[test]
fn memory_is_bounded_however_long_it_runs() {
    let mut trainer = Trainer::new(&small(), settings(1e-9, EpochLimit::MOST as f64));
    trainer.step(EpochLimit::MOST);
    assert_eq!(trainer.state().epoch, EpochLimit::MOST);
    assert!(trainer.trace().count() < 8_200, "{}", trainer.trace().count());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn every_moment_is_the_one_of_the_straight_run(moves in moves(23, 6_000, 1e-5..0.08)) {
        let mut trainer = Trainer::new(&small(), settings(0.01, 5_000.0));
        walk(&mut trainer, &moves);
        let straight = straight(&trainer, &small());
        prop_assert_eq!(trainer.state().epoch, straight.state().epoch);
        prop_assert_eq!(trainer.state().line, straight.state().line);
        prop_assert_eq!(trainer.state().cost.to_bits(), straight.state().cost.to_bits());
        prop_assert_eq!(trainer.status(), straight.status());
    }

    #[test]
    fn a_step_back_undoes_a_step(moves in moves(23, 6_000, 1e-5..0.08)) {
        let mut trainer = Trainer::new(&small(), settings(0.01, 5_000.0));
        walk(&mut trainer, &moves);
        let before = *trainer.state();
        let ended = trainer.status().is_end();
        trainer.step(1);
        prop_assert!(trainer.state().epoch == before.epoch + u64::from(!ended)
            || trainer.state().epoch == before.epoch + 1);
        if trainer.state().epoch > before.epoch {
            trainer.step_back();
        }
        prop_assert_eq!(*trainer.state(), before);
    }
}
