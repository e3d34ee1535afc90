//! Runs that go on after they have diverged: to infinity, to NaN, and back.

mod numbers;
mod reopened;
mod sentences;

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::{EpochLimit, LearningRate, OnDivergence, Settings};
use downhill::descent::trainer::State;
use downhill::session::Session;

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn limit(epochs: u64) -> EpochLimit {
    EpochLimit::try_from(epochs as f64).expect("a good limit")
}

fn small() -> Dataset {
    Dataset::from_columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0]).expect("sound data")
}

/// Settings of a run that goes on after it has diverged.
fn going_on(learning: f64, epochs: u64) -> Settings {
    Settings {
        learning_rate: rate(learning),
        epochs: limit(epochs),
        on_divergence: OnDivergence::GO_ON,
        ..Settings::default()
    }
}

/// All numbers of a state as bits. Every NaN has the same bits.
fn bits(state: &State) -> (u64, [u64; 5]) {
    let State { epoch, at, line, cost, .. } = *state;
    let numbers = [at.slope, at.intercept, line.slope, line.intercept, cost];
    (
        epoch,
        numbers.map(|number| if number.is_nan() { f64::NAN.to_bits() } else { number.to_bits() }),
    )
}

/// How far a run has come after its divergence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum Phase {
    Numbers,
    Infinite,
    NotANumber,
}

fn phase(cost: f64) -> Phase {
    match cost {
        cost if cost.is_nan() => Phase::NotANumber,
        f64::INFINITY => Phase::Infinite,
        _ => Phase::Numbers,
    }
}

fn session(id: &str) -> Session {
    Session::on_builtin(builtin::find(id).expect("built in"))
}

/// A session on built-in data that goes on after it has diverged, at this epoch.
fn diverged(id: &str, epochs: u64) -> Session {
    let mut session = session(id);
    session.set_on_divergence(OnDivergence::GO_ON);
    session.set_learning_rate(rate(2.0));
    session.set_epochs(limit(5_000));
    session.advance(epochs);
    session
}
