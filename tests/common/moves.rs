//! Arbitrary moves through a run, and the straight way to where they lead.

use std::ops::Range;

use downhill::data::dataset::Dataset;
use downhill::descent::settings::{LearningRate, Settings};
use downhill::descent::trainer::Trainer;
use proptest::prelude::*;

/// A move through a run, or a change of its rate.
#[derive(Clone, Copy, Debug)]
pub enum Move {
    Step(u64),
    Back,
    Seek(u64),
    Rate(f64),
}

/// Up to `most` moves: steps of fewer epochs than half of `epochs`, seeks below it, rates within a range.
pub fn moves(most: usize, epochs: u64, rates: Range<f64>) -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        (1..epochs / 2).prop_map(Move::Step),
        Just(Move::Back),
        (0..epochs).prop_map(Move::Seek),
        rates.prop_map(Move::Rate),
    ];
    prop::collection::vec(one, 1..=most)
}

/// Moves a run.
pub fn walk(run: &mut Trainer, moves: &[Move]) {
    for &one in moves {
        match one {
            Move::Step(epochs) => {
                run.step(epochs);
            }
            Move::Back => run.step_back(),
            Move::Seek(epoch) => run.seek(epoch),
            Move::Rate(number) => {
                run.set_learning_rate(LearningRate::try_from(number).expect("a sound rate"));
            }
        }
    }
}

/// Returns a run that came to the state of `run` without going back.
pub fn straight(run: &Trainer, data: &Dataset) -> Trainer {
    let rates = run.rates();
    let settings = Settings { learning_rate: rates[0].1, ..run.settings() };
    let mut straight = Trainer::new(data, settings);
    for &(epoch, rate) in &rates[1..] {
        straight.seek(epoch);
        straight.set_learning_rate(rate);
    }
    straight.seek(run.state().epoch);
    straight
}
