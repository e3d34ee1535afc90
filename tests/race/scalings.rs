//! Races of runs that descend in coordinates of their own.

use downhill::descent::objective::{Cost, Problem};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::EpochLimit;
use downhill::descent::trainer::{Status, Trainer};
use downhill::figure::window::Window;
use downhill::insight::diagnosis::Nearness;
use downhill::link;
use downhill::numeric::line::Line;
use downhill::session::{Preset, Session};
use downhill::text::en::race;

use super::{assert_same, handed_over, session};

fn scalings(session: &Session) -> Vec<Scaling> {
    session.runs().iter().map(|run| run.settings().problem.scaling).collect()
}

fn raw_against_standardised(id: &str) -> Session {
    let mut session = session(id);
    session.start_preset(Preset::from_name("coordinates").expect("the full package"));
    session
}

fn scaled(session: &Session, scaling: Scaling) -> Problem {
    Problem { scaling, ..session.problem() }
}

#[test]
fn standardised_a_run_arrives_long_before_a_raw_one() {
    for id in ["weather", "faithful", "cars"] {
        let mut session = raw_against_standardised(id);
        session.set_epochs(EpochLimit::try_from(1_000.0).expect("a good limit"));
        session.advance(1_000);
        assert_eq!(scalings(&session), [Scaling::RAW, Scaling::STANDARDISED], "{id}");
        let [raw, standardised] = session.runs() else { panic!("two runs") };
        let arrival = Nearness::arrival(standardised).expect("it arrives");
        assert!(Nearness::arrival(raw).is_none_or(|later| later > 2 * arrival), "{id}: {arrival}");
        let names: Vec<_> =
            session.runs().iter().map(|run| race::run_name(run, session.runs())).collect();
        assert!(names[0].ends_with(", raw") && names[1].ends_with(", standardised"), "{names:?}");
    }
}

#[test]
fn the_scaling_is_that_of_the_chosen_run_alone_and_the_cost_that_of_all() {
    let mut session = session("faithful");
    session.start_preset(Preset::ThreeRates);
    let before: Vec<_> = session.runs().iter().map(Trainer::learning_rate).collect();
    session.choose_run(1);
    session.set_problem(scaled(&session, Scaling::STANDARDISED)).expect("squared error");
    assert_eq!(scalings(&session), [Scaling::RAW, Scaling::STANDARDISED, Scaling::RAW]);
    let after: Vec<_> = session.runs().iter().map(Trainer::learning_rate).collect();
    assert_eq!((after[0], after[2]), (before[0], before[2]), "the others keep theirs to the bit");
    assert_ne!(after[1], before[1]);

    let cost = Problem { cost: Cost::ABSOLUTE, ..session.problem() };
    session.set_problem(cost).expect("there are points");
    assert!(session.runs().iter().all(|run| run.settings().problem.cost == Cost::ABSOLUTE));
    assert_eq!(scalings(&session), [Scaling::RAW, Scaling::STANDARDISED, Scaling::RAW]);
    // A run alone has no one to differ from.
    session.remove_run(2);
    session.remove_run(0);
    assert_eq!(session.shown_scaling(), Scaling::STANDARDISED);
    session.set_problem(scaled(&session, Scaling::RAW)).expect("there are points");
    assert_eq!(session.shown_scaling(), Scaling::RAW);
}

#[test]
fn runs_in_different_coordinates_are_seen_in_those_of_the_data() {
    let mut session = raw_against_standardised("faithful");
    session.advance(40);
    let shown = session.shown_coordinates();
    assert!(shown.are_raw());
    let window = Window::around(session.runs(), &shown, &Window::initial(session.runs(), &shown));
    for run in session.runs() {
        let Line { slope, intercept } = run.state().line;
        assert!(window.slope.contains(slope) && window.intercept.contains(intercept));
    }
    session.remove_run(0);
    assert_eq!(session.shown_coordinates(), *session.run().objective().coordinates());
}

#[test]
fn links_and_handovers_keep_each_run_in_its_coordinates() {
    let mut session = raw_against_standardised("cars");
    session.add_run();
    session.advance(25);
    assert_same(&link::decode(&link::encode(&session)).expect("a good link").session, &session);
    assert_same(&handed_over(&session), &session);
}

#[test]
fn a_link_of_the_first_release_has_one_scaling_for_all_runs() {
    let mut session = session("cars");
    session.set_problem(scaled(&session, Scaling::STANDARDISED)).expect("squared error");
    session.add_run();
    session.advance(10);
    let link = link::encode(&session);
    assert!(link.contains("&scale=standardised~standardised&"), "{link}");
    assert!(!link.contains("scale2"), "{link}");
    let opened = link::decode(&link).expect("a good link").session;
    assert_eq!(scalings(&opened), [Scaling::STANDARDISED; 2]);
    assert_same(&opened, &session);
}

#[test]
fn a_run_in_raw_coordinates_that_flies_off_does_not_stop_the_standardised_one() {
    let mut session = raw_against_standardised("weather");
    session.set_epochs(EpochLimit::try_from(2_000.0).expect("a good limit"));
    let rate = 1.2 * session.runs()[0].landmark_rate();
    session.choose_run(0);
    session.set_learning_rate(super::rate(rate));
    session.advance(2_000);
    assert_eq!(session.runs()[0].status(), Status::Diverged);
    let standardised = &session.runs()[1];
    assert!(
        standardised.state().cost - standardised.least_cost() < 1e-9 * standardised.start_cost()
    );
}
