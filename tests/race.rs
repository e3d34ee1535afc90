//! Races, and sessions that need everything: what a link and a hand-over restore.

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Variable};
use downhill::data::editing::Change;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::{Scaling, VariableScaling};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start, Tolerance};
use downhill::descent::trainer::{State, Status, Trainer};
use downhill::insight::diagnosis::Forecast;
use downhill::link;
use downhill::numeric::bytes::{Reader, Writer};
use downhill::session::{Preset, Session, Source};
use downhill::text::en::doctor;
use proptest::prelude::*;

fn session(id: &str) -> Session {
    Session::on_builtin(builtin::find(id).expect("built in"))
}

fn rule(id: &str) -> Optimizer {
    Optimizer::new(Rule::from_name(id).expect("a known rule"))
}

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn own() -> Session {
    let mut session = session("faithful");
    let data = Dataset::from_columns(&[1.0, 2.0, 3.0, 7.0], &[2.0, 2.5, 4.5, 1.0]).expect("sound");
    let named =
        data.named(Variable::from_heading("speed (km/h)"), Variable::from_heading("distance"));
    session.choose(Source::Own { name: "mine.csv".to_owned(), beside: None }, named);
    session
}

fn states(session: &Session) -> Vec<State> {
    session.runs().iter().map(|run| *run.state()).collect()
}

fn handed_over(session: &Session) -> Session {
    let mut bytes = Writer::default();
    link::pack(&mut session.clone(), &mut bytes);
    link::unpack(&mut Reader::new(&bytes.finish())).expect("it was packed")
}

fn assert_same(opened: &Session, session: &Session) {
    assert_eq!(states(opened), states(session));
    assert_eq!(opened.chosen(), session.chosen());
    assert_eq!(opened.problem(), session.problem());
    for (a, b) in opened.runs().iter().zip(session.runs()) {
        assert_eq!(a.settings(), b.settings());
        assert_eq!(a.rates(), b.rates());
    }
    assert_eq!(opened.source(), session.source());
    assert_eq!(opened.view, session.view);
    assert_eq!(opened.speed, session.speed);
}

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
    // Back to before it diverged, and it is there again.
    session.seek(end - 1);
    assert!(states(&session).iter().all(|state| state.epoch == end - 1));
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
        (session.run().arrival().expect("it is there"), foretold.expect("soon"));
    assert!((0..8).contains(&(arrival - foretold)), "{arrival}, foretold {foretold}");
    session.seek(foretold - 100);
    assert_eq!(session.run().arrival(), None);
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
    assert_eq!(doctor::run_name(session.run()), "Gradient descent, L = 0.00001");
    session.set_learning_rate(rate(1e-4));
    assert_eq!(doctor::run_name(session.run()), "Gradient descent, L = 0.00001 → 0.0001");
}

#[test]
fn no_more_than_four_runs_race() {
    let mut session = session("faithful");
    (0..9).for_each(|_| session.add_run());
    assert_eq!(session.runs().len(), Session::MOST_RUNS);
}

#[test]
fn cost_scaling_and_what_is_held_are_shared_by_all_runs() {
    let mut session = session("faithful");
    session.start_preset(Preset::FourRules);
    let problem = Problem { scaling: Scaling::STANDARDISED, ..session.problem() };
    session.set_problem(problem).expect("points");
    assert!(session.runs().iter().all(|run| *run.objective().problem() == problem));
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

#[test]
fn a_handed_over_session_has_its_edited_points_with_all_that_can_be_undone() {
    let mut session = session("anscombe-1");
    session.advance(40);
    session.change_points(Change::Add((20.0, 1.5))).expect("a sound point");
    session.change_points(Change::Move { index: 0, to: (3.25, 4.0) }).expect("a sound move");
    session.change_points(Change::Delete(4)).expect("there are more");
    session.undo_points(false).expect("there is something to undo");
    session.advance(7);
    let mut opened = handed_over(&session);
    assert_same(&opened, &session);
    assert_eq!(opened.dataset(), session.dataset());
    assert_eq!(opened.editing(), session.editing());
    session.undo_points(true).expect("there is something to redo");
    opened.undo_points(true).expect("there is something to redo");
    assert_eq!(opened.dataset(), session.dataset());
    // Edited data on the shelf come along too.
    session.choose_builtin(builtin::first(), false);
    let mut opened = handed_over(&session);
    assert_eq!(opened.edited(), session.edited());
    opened.choose_edited();
    session.choose_edited();
    assert_eq!(opened.dataset(), session.dataset());
}

#[test]
fn a_handed_over_session_has_own_data_and_every_change_of_the_rate() {
    let mut session = own();
    for change in 1..300 {
        session.set_learning_rate(rate(f64::from(change) * 1e-6));
        session.advance(1);
    }
    session.set_tolerance(Tolerance::try_from(0.25).expect("a good tolerance"));
    let opened = handed_over(&session);
    assert_same(&opened, &session);
    assert_eq!(opened.dataset(), session.dataset());
    assert!(opened.rate_is_by_hand());
    assert!(!handed_over(&own()).rate_is_by_hand());
}

#[test]
fn a_handed_over_session_can_go_on_to_what_was_gone_back_from() {
    let mut session = session("weather");
    session.seek(50);
    session.set_learning_rate(rate(0.001));
    session.seek(80);
    let later = states(&session);
    session.seek(30);
    let mut opened = handed_over(&session);
    assert_eq!(states(&opened), states(&session));
    opened.seek(80);
    assert_eq!(states(&opened), later, "with the rate that was set at epoch 50");
    // Where a run has ended, and was gone back from, its end is known.
    session.reset();
    session.set_learning_rate(rate(0.01));
    session.advance(1_000);
    session.step_back();
    assert_eq!(handed_over(&session).last_epoch(), session.last_epoch());
}

#[test]
fn a_handed_over_session_goes_on_at_the_same_pace() {
    let mut session = session("weather");
    session.begin();
    let due = |session: &mut Session| session.due(0.5);
    (0..8).for_each(|_| {
        due(&mut session);
    });
    let mut opened = handed_over(&session);
    assert_eq!(due(&mut opened), due(&mut session));
}

#[test]
fn bytes_that_were_not_handed_over_are_refused() {
    let mut bytes = Writer::default();
    link::pack(&mut own(), &mut bytes);
    let bytes = bytes.finish();
    for length in [0, 7, 8, 60, bytes.len() - 1] {
        assert!(link::unpack(&mut Reader::new(&bytes[..length])).is_none(), "{length}");
    }
}

#[test]
fn a_link_that_asks_for_too_many_rows_opens_at_an_earlier_epoch_and_says_so() {
    let mut session = session("weather");
    let batch = Batch::Rows { size: BatchSize::default(), seed: 1 };
    session.set_method(|settings| Settings { batch, ..settings }).expect("points");
    let link = link::encode(&session).replace("&epoch=0", "&epoch=9999999");
    let opened = link::decode(&link).expect("a good link");
    assert_eq!(opened.cut_from, Some(9_999_999));
    let epoch = opened.session.clock_epoch();
    assert!((100..2_000).contains(&epoch), "{epoch}");
}

#[test]
fn damaged_methods_are_refused() {
    let mut session = session("faithful");
    session
        .set_method(|settings| Settings { optimizer: rule("adam"), ..settings })
        .expect("points");
    let link = link::encode(&session);
    for (from, to) in [
        ("rule=adam~0.9", "rule=adamant~0.9"),
        ("rule=adam~0.9", "rule=adam~1.5"),
        ("rule=adam~0.9", "rule=adam~0.9~0.9~0.9~0~0"),
        ("rule=", "batch=0~1&rule="),
        ("rule=", "batch=8&rule="),
        ("rule=", "schedule=step~0&rule="),
        ("rule=", "cost=huber&rule="),
        ("rule=", "cost=huber~-1&rule="),
        ("rule=", "scale=raw&rule="),
        ("rule=", "start2=nowhere&rule="),
        ("rule=", "start2=zero&rule="),
        ("rule=", "chosen=x&rule="),
    ] {
        assert!(link.contains(from));
        let damaged = link.replacen(from, to, 1);
        assert!(link::decode(&damaged).is_err(), "{damaged}");
    }
}

fn methods() -> impl Strategy<Value = Settings> {
    let optimizer = (0..Rule::ALL.len(), 0.0..0.99_f64).prop_map(|(rule, share)| {
        let optimizer = Optimizer::new(Rule::ALL[rule]);
        optimizer.with(0, share).unwrap_or(optimizer)
    });
    let batch = prop_oneof![
        Just(Batch::Full),
        (1..40_u32, any::<u64>()).prop_map(|(size, seed)| Batch::Rows {
            size: BatchSize::try_from(f64::from(size)).expect("a good size"),
            seed
        }),
    ];
    let schedule = prop_oneof![
        Just(Schedule::Constant),
        (1..50_u64, 0.1..1.0_f64)
            .prop_map(|(every, gamma)| Schedule::step(every, gamma).expect("a good schedule")),
        (1e-4..1.0_f64).prop_map(|decay| Schedule::inverse(decay).expect("a good schedule")),
        (1..200_u64).prop_map(|epochs| Schedule::cosine(epochs).expect("a good schedule")),
    ];
    let start = prop_oneof![
        Just(Start::Zero),
        any::<u32>().prop_map(|seed| Start::Random { seed: seed.into() }),
    ];
    (optimizer, batch, schedule, start, 1e-6..1e-2_f64).prop_map(
        |(optimizer, batch, schedule, start, learning)| Settings {
            optimizer,
            batch,
            schedule,
            start,
            learning_rate: rate(learning),
            ..Settings::default()
        },
    )
}

fn problems() -> impl Strategy<Value = Problem> {
    let cost = prop_oneof![
        Just(Cost::Squared),
        Just(Cost::ABSOLUTE),
        Just(Cost::SIGNED),
        (0.1..10.0_f64)
            .prop_map(|threshold| Cost::Huber(Threshold::try_from(threshold).expect("good"))),
    ];
    let scale = || (0..3_usize).prop_map(|index| VariableScaling::ALL[index]);
    (cost, scale(), scale()).prop_map(|(cost, x, y)| Problem {
        cost,
        scaling: Scaling { x, y },
        held: Held::Neither,
    })
}

fn races() -> impl Strategy<Value = Session> {
    let methods = prop::collection::vec(methods(), 1..=4);
    let changes = prop::collection::vec((0..4_usize, 1e-6..1e-2_f64, 1..40_u64), 0..4);
    (methods, problems(), changes, any::<bool>()).prop_map(
        |(methods, problem, changes, own_data)| {
            let mut session = if own_data { own() } else { session("faithful") };
            session.set_problem(problem).expect("points");
            let runs: Vec<_> =
                methods.into_iter().map(|settings| Settings { problem, ..settings }).collect();
            session.race(&runs);
            session.set_epochs(EpochLimit::try_from(1_000.0).expect("a good limit"));
            for (run, learning, epochs) in changes {
                session.choose_run(run);
                session.set_learning_rate(rate(learning));
                session.advance(epochs);
            }
            session
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_link_restores_a_race_to_the_last_bit(session in races()) {
        let built_in = matches!(session.source(), Source::Builtin { .. });
        let link = link::encode(&session);
        let opened = link::decode(&link).expect("a good link");
        if built_in {
            assert_same(&opened.session, &session);
        }
        let again = link::encode(&opened.session);
        prop_assert_eq!(again.replace("data=weather", "data=own"), link.replace("data=weather", "data=own"));
    }

    #[test]
    fn a_hand_over_loses_nothing(session in races()) {
        assert_same(&handed_over(&session), &session);
    }

    #[test]
    fn every_race_says_where_it_stands(mut session in races()) {
        session.advance(2_000);
        for run in session.runs() {
            prop_assert!(run.status().is_end(), "{:?}", run.status());
            let reason = downhill::text::en::reason(run);
            prop_assert!(reason.is_some_and(|reason| !reason.contains("NaN")));
        }
        for running in [false, true] {
            prop_assert!(!downhill::text::en::sentence(&session, running).is_empty());
        }
        prop_assert!(!downhill::text::en::forecast(session.run()).contains("NaN"));
    }
}
