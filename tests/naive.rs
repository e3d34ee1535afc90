//! Runs that do not look whether they blow up: to infinity, to NaN, back again, and through links.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use downhill::descent::trainer::{State, Status, Trainer};
use downhill::insight::diagnosis::{Explosion, Sweep};
use downhill::link;
use downhill::numeric::bytes::{Reader, Writer};
use downhill::session::{Preset, Session, Source};
use downhill::text::en;
use proptest::prelude::*;

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn limit(epochs: u64) -> EpochLimit {
    EpochLimit::try_from(epochs as f64).expect("a good limit")
}

fn small() -> Dataset {
    Dataset::from_columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0]).expect("sound data")
}

fn naive(learning: f64, epochs: u64) -> Settings {
    Settings {
        learning_rate: rate(learning),
        epochs: limit(epochs),
        on_divergence: OnDivergence::GO_ON,
        ..Settings::default()
    }
}

/// Where NaN counts as the same as NaN: all numbers of a moment as bits.
fn bits(state: &State) -> (u64, [u64; 5]) {
    let State { epoch, at, line, cost, .. } = *state;
    let numbers = [at.slope, at.intercept, line.slope, line.intercept, cost];
    (
        epoch,
        numbers.map(|number| if number.is_nan() { f64::NAN.to_bits() } else { number.to_bits() }),
    )
}

/// How far a naive run has come.
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

/// The phases that a run goes through, one after another, with the epoch at which each begins; at every
/// epoch it must not count as diverged, and stop nowhere but at its limit.
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
            let settings = naive(factor * stable, 3_000);
            let mut run = Trainer::new(&data, settings);
            let [_, infinite, nan] = in_order(&phases(&mut run));
            // From where it would count as diverged it still takes a while.
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
        let settings = Settings { tolerance, ..naive(learning, 5_000) };
        let (mut a, mut b) = (
            Trainer::new(&data, settings),
            Trainer::new(&data, Settings { on_divergence: OnDivergence::Stop, ..settings }),
        );
        a.step(5_000);
        b.step(5_000);
        assert_eq!((a.state(), a.status()), (b.state(), b.status()));
        assert_eq!(en::reason(&a), en::reason(&b));
    }
}

#[test]
fn neither_other_rules_nor_costs_nor_scales_count_as_diverged() {
    let data = small();
    let plain = naive(1e3, 2_000);
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
    let mut run = Trainer::new(&data, naive(10.0, 1_000));
    for epochs in [8, 200, 400] {
        run.step(epochs);
        let before = bits(run.state());
        assert_eq!(run.status(), Status::Paused);
        run.set_on_divergence(OnDivergence::Stop);
        assert_eq!((bits(run.state()), run.status()), (before, Status::Diverged));
        assert!(Explosion::of(&run).is_some());
        run.step(10);
        assert_eq!(bits(run.state()), before, "a run that has diverged takes no step");
        run.set_on_divergence(OnDivergence::GO_ON);
        assert_eq!((bits(run.state()), run.status()), (before, Status::Paused));
        assert_eq!(Explosion::of(&run), None);
    }
    assert_eq!(phase(run.state().cost), Phase::NotANumber);
}

#[test]
fn with_the_check_on_again_the_way_back_leads_to_where_it_has_not_diverged() {
    let mut run = Trainer::new(&small(), naive(10.0, 1_000));
    run.step(1_000);
    run.set_on_divergence(OnDivergence::Stop);
    run.seek(2);
    assert_eq!(run.status(), Status::Paused);
    run.reset();
    run.step(1_000);
    assert_eq!(run.status(), Status::Diverged);
    assert!(run.state().epoch < 20, "{}", run.state().epoch);
}

/// A walk through a run: forward, back, anywhere, and changes of the rate on the way.
#[derive(Clone, Copy, Debug)]
enum Move {
    Step(u64),
    Back,
    Seek(u64),
    Rate(f64),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        (1_u64..1_500).prop_map(Move::Step),
        Just(Move::Back),
        (0_u64..3_000).prop_map(Move::Seek),
        (0.01..5.0_f64).prop_map(Move::Rate),
    ];
    prop::collection::vec(one, 1..20)
}

fn walk(run: &mut Trainer, moves: &[Move]) {
    for &one in moves {
        match one {
            Move::Step(epochs) => {
                run.step(epochs);
            }
            Move::Back => run.step_back(),
            Move::Seek(epoch) => run.seek(epoch),
            Move::Rate(number) => run.set_learning_rate(rate(number)),
        }
    }
}

/// The run that got to where `run` stands without ever going back.
fn straight(run: &Trainer) -> Trainer {
    let rates = run.rates();
    let mut straight = Trainer::new(&small(), naive(rates[0].1.get(), 3_000));
    for &(epoch, rate) in &rates[1..] {
        straight.seek(epoch);
        straight.set_learning_rate(rate);
    }
    straight.seek(run.state().epoch);
    straight
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
        let mut run = Trainer::new(&data, naive(10_f64.powf(power) * stable, 2_500));
        let [.., nan] = in_order(&phases(&mut run));
        prop_assert!(nan < 2_500);
        prop_assert_eq!(phase(run.state().cost), Phase::NotANumber);
    }

    #[test]
    fn every_moment_is_the_one_of_the_straight_run(moves in moves()) {
        let mut run = Trainer::new(&small(), naive(10.0, 3_000));
        walk(&mut run, &moves);
        let straight = straight(&run);
        prop_assert_eq!(bits(run.state()), bits(straight.state()));
        prop_assert_eq!(run.status(), straight.status());
    }

    #[test]
    fn a_step_back_undoes_a_step_also_beyond_all_numbers(moves in moves()) {
        let mut run = Trainer::new(&small(), naive(10.0, 3_000));
        walk(&mut run, &moves);
        let before = bits(run.state());
        run.step(1);
        if run.state().epoch > before.0 {
            run.step_back();
        }
        prop_assert_eq!(bits(run.state()), before);
    }
}

fn session(id: &str) -> Session {
    Session::on_builtin(builtin::find(id).expect("built in"))
}

/// A naive session on built-in data, at a rate that blows up.
fn blown(id: &str, epochs: u64) -> Session {
    let mut session = session(id);
    session.set_on_divergence(OnDivergence::GO_ON);
    session.set_learning_rate(rate(2.0));
    session.set_epochs(limit(5_000));
    session.advance(epochs);
    session
}

fn moments(session: &Session) -> Vec<(u64, [u64; 5])> {
    session.runs().iter().map(|run| bits(run.state())).collect()
}

fn opened(session: &Session) -> Session {
    link::decode(&link::encode(session)).expect("a good link").session
}

fn handed_over(session: &Session) -> Session {
    let mut bytes = Writer::default();
    link::pack(&mut session.clone(), &mut bytes);
    link::unpack(&mut Reader::new(&bytes.finish())).expect("it was packed")
}

#[test]
fn a_link_and_a_hand_over_reopen_the_same_epoch_with_the_same_bits() {
    let mut met = Vec::new();
    for id in ["weather", "faithful", "cars", "years"] {
        for epochs in [0, 3, 40, 60, 100, 250, 5_000] {
            let session = blown(id, epochs);
            met.push(phase(session.run().state().cost));
            assert_eq!(session.run().state().epoch, epochs);
            for other in [opened(&session), handed_over(&session)] {
                assert_eq!(moments(&other), moments(&session), "{id} at {epochs}");
                assert_eq!(other.run().settings(), session.run().settings());
                assert_eq!(other.status(), session.status(), "{id} at {epochs}");
                assert_eq!(link::encode(&other), link::encode(&session));
            }
        }
    }
    for phase in [Phase::Numbers, Phase::Infinite, Phase::NotANumber] {
        assert!(met.contains(&phase), "{phase:?} was never met");
    }
}

#[test]
fn a_link_of_a_naive_run_on_its_way_back_is_as_exact() {
    let mut session = blown("faithful", 400);
    session.seek(50);
    session.set_learning_rate(rate(1.0));
    session.advance(300);
    session.step_back();
    for other in [opened(&session), handed_over(&session)] {
        assert_eq!(moments(&other), moments(&session));
        assert_eq!(other.run().rates(), session.run().rates());
    }
    // A hand-over knows what was gone back from, too.
    session.seek(120);
    let mut other = handed_over(&session);
    assert_eq!(other.furthest_epoch(), 350);
    other.seek(350);
    session.seek(350);
    assert_eq!(moments(&other), moments(&session));
}

#[test]
fn all_runs_of_a_race_are_naive_through_a_link_and_a_hand_over() {
    let mut session = session("faithful");
    session.set_on_divergence(OnDivergence::GO_ON);
    session.start_preset(Preset::ThreeRates);
    session.choose_run(2);
    session.set_learning_rate(rate(3.0));
    session.set_epochs(limit(800));
    session.advance(800);
    assert!(session.runs().iter().all(|run| run.status() == Status::EpochLimit));
    assert!(session.run().state().cost.is_nan());
    for other in [opened(&session), handed_over(&session)] {
        assert!(other.runs().iter().all(|run| !run.settings().on_divergence.stops()));
        assert_eq!(moments(&other), moments(&session));
    }
}

#[test]
fn own_data_keep_the_switch_in_a_hand_over_and_a_link() {
    let mut session = session("faithful");
    session.choose(Source::Own { name: "mine.csv".to_owned(), beside: None }, small());
    session.set_on_divergence(OnDivergence::GO_ON);
    session.set_learning_rate(rate(1e9));
    session.advance(60);
    assert!(session.run().state().cost.is_nan());
    let other = handed_over(&session);
    assert_eq!(moments(&other), moments(&session));
    assert_eq!(other.dataset(), session.dataset());
    assert!(
        !opened(&session).run().settings().on_divergence.stops(),
        "the link carries it without the data"
    );
}

#[test]
fn other_data_and_a_reset_keep_the_switch() {
    let mut session = blown("faithful", 300);
    session.reset();
    assert!(!session.run().settings().on_divergence.stops());
    session.choose_builtin(builtin::first(), false);
    assert!(!session.run().settings().on_divergence.stops());
    session.set_start(Start::at(1.0, 2.0).expect("a good start"));
    session.add_run();
    assert!(session.runs().iter().all(|run| !run.settings().on_divergence.stops()));
    session.set_on_divergence(OnDivergence::Stop);
    assert!(session.runs().iter().all(|run| run.settings().on_divergence.stops()));
}

#[test]
fn only_links_of_naive_runs_have_the_field_and_all_without_it_mean_that_the_check_is_on() {
    let session = blown("faithful", 300);
    let link = link::encode(&session);
    assert_eq!(link.matches("&check=off").count(), 1, "{link}");
    let checked = link::encode(&Session::on_builtin(builtin::first()));
    assert!(!checked.contains("check"), "{checked}");
    for field in ["", "&check=on"] {
        let opened = link::decode(&link.replace("&check=off", field)).expect("a good link").session;
        assert!(opened.run().settings().on_divergence.stops(), "{field}");
        // It stops where it has diverged.
        assert_eq!(opened.status(), Status::Diverged);
        assert!(opened.run().state().epoch < 20, "{}", opened.run().state().epoch);
    }
    for field in ["&check=", "&check=1"] {
        let refused = link::decode(&link.replace("&check=off", field)).map(|_| ());
        assert_eq!(refused, Err(link::LinkError::Field("check")), "{field}");
    }
}

#[test]
fn links_from_before_the_switch_open_with_the_check_on() {
    let old = "v=1&data=weather&swapped=0&rate=0~0.01&epochs=1000&tolerance=0&start=zero&epoch=1000\
               &speed=6&view=map&camera=0.6000_0.5000&log=0&answer=0";
    let session = link::decode(old).expect("a good link").session;
    assert!(session.run().settings().on_divergence.stops());
    assert_eq!(session.status(), Status::Diverged);
}

#[test]
fn a_chapter_can_switch_the_check_off() {
    let set_up = |fields| link::set_up(fields).expect("good words");
    assert!(
        !set_up("data=years&start=zero&rate=0~0.0001&check=off")
            .run()
            .settings()
            .on_divergence
            .stops()
    );
    assert!(set_up("data=years&start=zero&rate=0~0.0001").run().settings().on_divergence.stops());
}

/// What is said at each epoch of a naive session on Old Faithful that ends at epoch 250.
fn sentences() -> Vec<(State, String)> {
    let mut session = blown("faithful", 0);
    session.set_epochs(limit(250));
    (0..=250)
        .map(|_| {
            let told = (*session.run().state(), en::sentence(&session, false));
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
        assert!(sentence.ends_with("; it rose."), "{sentence}");
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
    let mut session = blown("faithful", epoch);
    session.set_epochs(limit(epoch));
    let told = en::sentence(&session, false);
    assert_eq!(en::reason(session.run()).as_ref(), Some(&told));
    let expected = format!(
        "Stopped at the limit. Epoch {epoch}: the cost has outgrown every 64-bit number and counts as ∞. \
         Choose a smaller learning rate and Run again."
    );
    assert_eq!(told, expected);
    assert_eq!(en::sentence(&session, true), format!("Running from epoch {epoch}."));
}

#[test]
fn switched_off_the_sentence_is_that_of_a_run_that_has_diverged() {
    for epochs in [10, 60, 140, 240] {
        let mut session = blown("faithful", epochs);
        session.set_on_divergence(OnDivergence::Stop);
        let told = en::sentence(&session, false);
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
                let settings = Settings { optimizer, problem, ..naive(learning, 100) };
                let mut run = Trainer::new(&small(), settings);
                run.step(100);
                let told = en::reason(&run).expect("it has stopped");
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
