//! The runs of a race: presets, the common clock, the chosen run, and what all runs share.

use downhill::data::builtin;
use downhill::descent::objective::{Cost, Held, Problem};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{EpochLimit, Settings, Start};
use downhill::descent::trainer::{Status, Trainer};
use downhill::insight::diagnosis::{Forecast, Nearness};
use downhill::session::{Preset, Session};
use downhill::text::en::race;

use super::{rate, rule, session, states};

#[test]
fn three_rates_are_too_small_right_and_too_big() {
    for id in ["weather", "faithful", "cars"] {
        let mut session = session(id);
        session.start_preset(Preset::ThreeRates);
        session.set_epochs(EpochLimit::try_from(300.0).expect("a good limit"));
        session.advance(300);
        let [small, right, big] = session.runs() else { panic!("three runs") };
        assert_eq!(big.status(), Status::Diverged, "{id}");
        assert_eq!(small.status(), Status::EpochLimit, "{id}");
        assert!(right.state().cost < right.start_cost(), "{id}");
        let cost_left = |run: &Trainer| run.excess(run.state().at);
        assert!(cost_left(right) <= cost_left(small), "{id}");
    }
}

#[test]
fn four_rules_race_under_one_clock() {
    let mut session = session("faithful");
    session.start_preset(Preset::FourRules);
    let rules: Vec<_> =
        session.runs().iter().map(|run| run.settings().optimizer.rule().name()).collect();
    assert_eq!(rules, ["gradient-descent", "momentum", "nesterov", "adam"]);
    session.advance(20);
    assert!(states(&session).iter().all(|state| state.epoch == 20));
    session.step_back();
    assert!(states(&session).iter().all(|state| state.epoch == 19));
    session.seek(5);
    assert_eq!(session.clock_epoch(), 5);
    session.reset();
    assert_eq!(session.clock_epoch(), 0);
}

#[test]
fn a_run_that_has_diverged_does_not_stop_the_others() {
    let mut session = session("weather");
    session.start_preset(Preset::ThreeRates);
    assert!(session.advance(2_000));
    let [small, _, big] = session.runs() else { panic!("three runs") };
    assert_eq!((small.state().epoch, big.status()), (2_000, Status::Diverged));
    assert_eq!(session.clock_epoch(), 2_000);
    let end = big.state().epoch;
    // Before its divergence the third run is at the common epoch again.
    session.seek(end - 1);
    assert!(states(&session).iter().all(|state| state.epoch == end - 1));
}

#[test]
fn a_run_that_is_added_starts_together_with_the_others() {
    let mut session = session("faithful");
    session.advance(50);
    session.add_run();
    session.set_learning_rate(rate(1e-3));
    assert!(states(&session).iter().all(|state| state.epoch == 0));
    session.advance(50);
    let [first, second] = states(&session)[..] else { panic!("two runs") };
    assert!(first.epoch == 50 && second.epoch == 50 && first.at != second.at);
    assert!(session.runs()[1].trace().all(|state| state.epoch == 0 || state.at != first.at));
}

#[test]
fn the_controls_act_on_the_chosen_run_alone() {
    let mut session = session("faithful");
    session.add_run();
    assert_eq!((session.runs().len(), session.chosen()), (2, 1));
    session.set_learning_rate(rate(1e-5));
    session
        .set_method(|settings| Settings { optimizer: rule("adam"), ..settings })
        .expect("points");
    assert!(session.runs()[0].settings().optimizer.is_plain());
    assert_eq!(session.runs()[1].settings().optimizer, rule("adam"));
    session.set_start(Start::at(1.0, 2.0).expect("a good start"));
    assert_eq!(session.runs()[0].settings().start, Start::Zero);
    session.choose_run(0);
    assert!(session.run().settings().optimizer.is_plain());
    session.remove_run(0);
    assert_eq!((session.runs().len(), session.chosen()), (1, 0));
    assert_eq!(session.run().settings().optimizer, rule("adam"));
    session.remove_run(0);
    assert_eq!(session.runs().len(), 1, "one run stays");
}

#[test]
fn a_run_arrives_at_the_epoch_that_its_rate_foretells() {
    let mut session = session("weather");
    session.advance(10_000);
    let foretold = Forecast::of(session.run()).and_then(|forecast| forecast.epochs(0.002));
    // Beyond epoch 1,024 not every epoch is kept.
    let (arrival, foretold) =
        (Nearness::arrival(session.run()).expect("it is there"), foretold.expect("soon"));
    assert!((0..8).contains(&(arrival - foretold)), "{arrival}, foretold {foretold}");
    session.seek(foretold - 100);
    assert_eq!(Nearness::arrival(session.run()), None);
}

#[test]
fn newton_comes_to_rest_on_every_built_in_set() {
    for builtin in builtin::all() {
        let mut session = Session::on_builtin(builtin);
        session
            .set_method(|settings| Settings { optimizer: rule("newton"), ..settings })
            .expect("points");
        session.advance(20);
        assert!(matches!(session.status(), Status::Converged(_)), "{}", builtin.id);
        assert!(session.run().state().epoch < 20, "{}", builtin.id);
    }
}

#[test]
fn the_name_of_a_run_tells_the_rates_that_its_numbers_came_from() {
    let mut session = session("faithful");
    session.set_learning_rate(rate(1e-5));
    session.advance(5);
    assert_eq!(race::run_name(session.run(), session.runs()), "Gradient descent, L = 0.00001");
    session.set_learning_rate(rate(1e-4));
    assert_eq!(
        race::run_name(session.run(), session.runs()),
        "Gradient descent, L = 0.00001 → 0.0001"
    );
}

#[test]
fn no_more_than_four_runs_race() {
    let mut session = session("faithful");
    (0..9).for_each(|_| session.add_run());
    assert_eq!(session.runs().len(), Session::MOST_RUNS);
}

#[test]
fn the_cost_and_what_is_held_are_shared_by_all_runs() {
    let mut session = session("faithful");
    session.start_preset(Preset::FourRules);
    let scaling = Scaling::STANDARDISED;
    let problem = Problem { scaling, cost: Cost::ABSOLUTE, ..session.problem() };
    session.set_problem(problem).expect("points");
    assert!(session.runs().iter().all(|run| run.objective().problem().cost == Cost::ABSOLUTE));
    session.hold(Held::Intercept);
    assert!(session.runs().iter().all(|run| run.objective().held() == Held::Intercept));
    // The line at the start is the same one, whatever the coordinates.
    assert!(session.runs().iter().all(|run| run.start_line().slope.abs() < 1e-15));
}

#[test]
fn on_other_data_the_rates_of_a_race_keep_their_shares_of_the_largest_stable_one() {
    let mut session = session("faithful");
    session.start_preset(Preset::ThreeRates);
    session.choose_builtin(builtin::find("cars").expect("built in"), false);
    session.advance(3_000);
    let ended: Vec<_> = session.runs().iter().map(|run| run.status() == Status::Diverged).collect();
    assert_eq!(ended, [false, false, true]);
}
