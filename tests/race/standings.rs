//! Words of the legend of a race about each run.

use downhill::descent::trainer::Trainer;
use downhill::insight::race::Standing;
use downhill::session::{Preset, Session};
use downhill::text::en::race::{names, standing};

use super::{rate, session};

fn legend(session: &Session) -> Vec<(String, String)> {
    let runs: Vec<&Trainer> = session.runs().iter().collect();
    names(&runs).into_iter().map(|name| (name.full, name.short)).collect()
}

fn both(name: &str) -> (String, String) {
    (name.to_owned(), name.to_owned())
}

#[test]
fn a_name_is_what_tells_a_run_from_the_others() {
    let mut session = session("faithful");
    session.start_preset(Preset::ThreeRates);
    let rates: Vec<_> = legend(&session).into_iter().map(|(full, _)| full).collect();
    assert!(rates.iter().all(|name| name.starts_with("L = ")), "{rates:?}");

    session.start_preset(Preset::FourRules);
    let rules = legend(&session);
    assert_eq!(rules[1].1, "Momentum");
    assert!(rules[1].0.starts_with("Momentum, L = "), "{rules:?}");

    session.start_preset(Preset::from_name("coordinates").expect("the full package"));
    let coordinates: Vec<_> = legend(&session).into_iter().map(|(_, short)| short).collect();
    assert_eq!(coordinates, ["raw", "standardised"]);
}

#[test]
fn runs_that_do_not_differ_have_the_name_of_their_rule() {
    let mut session = session("cars");
    session.add_run();
    assert_eq!(legend(&session), [both("Gradient descent"), both("Gradient descent")]);
}

#[test]
fn a_run_says_its_cost_then_that_it_flew_off_and_when_it_diverged() {
    let mut session = session("weather");
    session.add_run();
    let too_big = 1.5 * session.run().landmark_rate();
    session.set_learning_rate(rate(too_big));
    let of = |session: &Session| Standing::of(session.run());
    session.advance(1);
    let Standing::InSight { cost } = of(&session) else { panic!("{:?}", of(&session)) };
    assert!(standing(of(&session)).starts_with("J = "));
    assert_eq!(cost, session.run().state().cost);

    while matches!(of(&session), Standing::InSight { .. }) {
        session.advance(1);
    }
    let since = session.run().state().epoch;
    session.advance(3);
    assert_eq!(standing(of(&session)), format!("flew off at epoch {since}"));
    session.advance(1_000);
    let end = session.run().state().epoch;
    assert_eq!(standing(of(&session)), format!("diverged at epoch {end}"));
    assert!(end > since);
    // Back in time it is in sight again.
    session.seek(1);
    assert_eq!(of(&session), Standing::InSight { cost });
}
