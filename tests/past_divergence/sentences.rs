//! The sentences about such runs.

use downhill::descent::objective::{Cost, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::{OnDivergence, Settings};
use downhill::descent::trainer::{State, Status, Trainer};
use downhill::text::en;

use super::{Phase, diverged, going_on, limit, phase, small};

/// The state and the sentence of each epoch of a session on Old Faithful that ends at epoch 250.
fn sentences() -> Vec<(State, String)> {
    let mut session = diverged("faithful", 0);
    session.set_epochs(limit(250));
    (0..=250)
        .map(|_| {
            let told = (*session.run().state(), en::status::sentence(&session, false));
            session.advance(1);
            told
        })
        .collect()
}

#[test]
fn at_infinity_and_at_nan_the_sentence_says_what_these_are() {
    let told = sentences();
    let of = |wanted| {
        told[..250].iter().filter(move |(state, _)| phase(state.cost) == wanted).collect::<Vec<_>>()
    };
    let (infinite, nan) = (of(Phase::Infinite), of(Phase::NotANumber));
    assert!(!infinite.is_empty() && !nan.is_empty());
    for (state, sentence) in infinite {
        let expected = format!(
            "Epoch {}: the cost has outgrown every 64-bit number and counts as ∞.",
            state.epoch
        );
        assert_eq!(*sentence, expected);
    }
    for (state, sentence) in nan {
        let start = format!("Epoch {}: the cost is not a number (NaN) any more", state.epoch);
        assert!(sentence.starts_with(&start), "{sentence}");
    }
}

#[test]
fn while_it_grows_the_sentence_says_that_it_rose_and_never_that_it_diverged_or_converged() {
    let told = sentences();
    let growing = told.iter().filter(|(state, _)| phase(state.cost) == Phase::Numbers);
    let mut beyond = 0;
    for (state, sentence) in growing.skip(1) {
        assert!(sentence.contains("raised the cost"), "{sentence}");
        assert!(sentence.starts_with(&format!("Epoch {}:", state.epoch)), "{sentence}");
        beyond += usize::from(state.cost > 1e16 * told[0].0.cost);
    }
    assert!(beyond > 20, "also where it would count as diverged");
    for (_, sentence) in &told {
        assert!(!sentence.contains("iverged") && !sentence.contains("onverged"), "{sentence}");
    }
}

#[test]
fn at_its_limit_the_sentence_says_where_it_has_come_to_and_what_to_do() {
    let (_, last) = sentences().pop().expect("251 of them");
    assert!(
        last.starts_with("Stopped at the limit. Epoch 250: the cost is not a number"),
        "{last}"
    );
    assert!(last.ends_with("Choose a smaller learning rate and Run again."), "{last}");
    let infinite = sentences().into_iter().find(|(state, _)| state.cost == f64::INFINITY);
    let epoch = infinite.expect("it comes by").0.epoch;
    let mut session = diverged("faithful", epoch);
    session.set_epochs(limit(epoch));
    let told = en::status::sentence(&session, false);
    assert_eq!(en::status::reason(session.run()).as_ref(), Some(&told));
    let expected = format!(
        "Stopped at the limit. Epoch {epoch}: the cost has outgrown every 64-bit number and counts as ∞. \
         Choose a smaller learning rate and Run again."
    );
    assert_eq!(told, expected);
    assert_eq!(en::status::sentence(&session, true), format!("Running from epoch {epoch}."));
}

#[test]
fn switched_off_the_sentence_is_that_of_a_run_that_has_diverged() {
    for epochs in [10, 60, 140, 240] {
        let mut session = diverged("faithful", epochs);
        session.set_on_divergence(OnDivergence::Stop);
        let told = en::status::sentence(&session, false);
        assert!(told.starts_with(&format!("Diverged at epoch {epochs}:")), "{told}");
    }
}

#[test]
fn whatever_rule_flies_to_infinity_the_reason_is_the_limit_and_a_rate_too_large() {
    let mut flown = 0;
    for optimizer in Rule::ALL.iter().copied().map(Optimizer::new) {
        for cost in [Cost::Squared, Cost::ABSOLUTE, Cost::Huber(Threshold::default())] {
            for learning in [1.0, 1e100, 1e155, 1e160, 1e300, 1e308] {
                let problem = Problem { cost, ..Problem::default() };
                let settings = Settings { optimizer, problem, ..going_on(learning, 100) };
                let mut run = Trainer::new(&small(), settings);
                run.step(100);
                let told = en::status::reason(&run).expect("it has stopped");
                let about = format!("{optimizer:?} {cost:?} {learning:e}: {told}");
                if !run.state().cost.is_finite() {
                    flown += 1;
                    assert_eq!(run.status(), Status::EpochLimit, "{about}");
                    assert!(told.starts_with("Stopped at the limit. "), "{about}");
                    assert!(told.contains("smaller learning rate"), "{about}");
                }
            }
        }
    }
    assert!(flown > 30, "{flown} of 126");
}
