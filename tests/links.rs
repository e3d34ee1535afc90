//! Links: what they restore, what they refuse, and that they stay short.

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Origin, Variable};
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::{Scaling, VariableScaling};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use downhill::link::{self, Carried, LinkError, Scope};
use downhill::numeric::notation::exact;
use downhill::session::view::{Camera, CostView, DataView, Parameter};
use downhill::session::{Session, Source, Speed};
use proptest::prelude::*;

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn first() -> Session {
    Session::on_builtin(builtin::first())
}

fn own(dataset: Dataset) -> Session {
    let mut session = first();
    session.choose(Source::Own { name: "mine.csv".to_owned(), beside: None }, dataset);
    session
}

fn three_rows() -> Session {
    own(Dataset::from_columns(&[1.0, 2.0, 3.0], &[2.0, 2.5, 4.5]).expect("sound data"))
}

/// As many rows as in the weather file, and as uneven.
fn many_rows() -> Session {
    let xs: Vec<f64> =
        (0..119_040).map(|i| (f64::from(i) * 0.7).sin() * 30.0 + f64::from(i % 7) / 9.0).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 10.3 + 0.9 * x + (x * 31.0).cos() * 4.0).collect();
    let named = |name| Variable::from_heading(name);
    let dataset = Dataset::from_columns(&xs, &ys).expect("sound data");
    own(dataset.named(named("MinTemp (°C)"), named("MaxTemp (°C)")))
}

fn opened(link: &str) -> Session {
    link::decode(link).expect("a good link").session
}

#[test]
fn a_link_of_a_changed_rate_leads_to_the_same_bits() {
    let mut session = first();
    session.advance(700);
    session.set_learning_rate(rate(0.0007));
    session.advance(333);
    session.set_learning_rate(rate(0.001));
    session.advance(2_000);
    session.run_mut().seek(2_500);
    let opened = opened(&link::encode(&session));
    assert_eq!(opened.run().state(), session.run().state());
    assert_eq!(opened.run().rates(), session.run().rates());
}

#[test]
fn a_few_rows_of_ones_own_are_in_the_link() {
    let mut session = three_rows();
    session.set_learning_rate(rate(0.01));
    session.advance(20);
    let link = link::Link::of(&session, Scope::default());
    assert_eq!((link.carried, link.moment), (Carried::Rows(3), true));
    let opened = opened(&link.fragment);
    assert_eq!(opened.dataset(), session.dataset());
    assert_eq!(opened.source(), session.source());
    assert_eq!(opened.run().state(), session.run().state());
}

#[test]
fn a_link_of_the_settings_only_says_that_the_data_are_missing() {
    let mut session = three_rows();
    session.set_learning_rate(rate(0.01));
    session.advance(20);
    let scope = Scope { settings_only: true, ..Scope::default() };
    let link = link::Link::of(&session, scope);
    assert_eq!(link.carried, Carried::Nothing);
    assert!(!link.fragment.contains("mine"));
    let opened = link::decode(&link.fragment).expect("a good link");
    assert!(opened.without_data);
    assert_eq!(opened.session.run().state().epoch, 0);
    assert_eq!(opened.session.run().learning_rate(), rate(0.01));
}

#[test]
fn many_rows_are_in_a_short_link_as_sums_that_descend_to_the_same_bits() {
    let mut session = many_rows();
    session.advance(1_000);
    let link = link::Link::of(&session, Scope::default());
    assert_eq!(link.carried, Carried::Sums { rows: 119_040, points: 300 });
    assert!(link.fragment.len() <= Scope::default().room(), "{}", link.fragment.len());
    let opened = opened(&link.fragment);
    assert_eq!(opened.dataset().summary(), session.dataset().summary());
    assert_eq!(opened.dataset().rss(), session.dataset().rss());
    assert_eq!(opened.dataset().points().origin(), Origin::Sample);
    assert_eq!(opened.run().state(), session.run().state());
    let (mut a, mut b) = (opened, session);
    a.advance(1_000);
    b.advance(1_000);
    assert_eq!(a.run().state(), b.run().state());
}

#[test]
fn points_make_room_for_settings_and_settings_for_points() {
    let mut session = many_rows();
    session.start_preset(downhill::session::Preset::FourRules);
    for change in 1..30 {
        session.set_learning_rate(rate(f64::from(change) * 1.234e-5));
        session.advance(1);
    }
    let link = link::Link::of(&session, Scope::default());
    let Carried::Sums { points, .. } = link.carried else { panic!("{:?}", link.carried) };
    assert!(link.moment && (100..300).contains(&points), "{points}");
    assert!((1_880..=1_900).contains(&link.fragment.len()), "{}", link.fragment.len());
    for change in 1..90 {
        session.set_learning_rate(rate(f64::from(change) * 1.234_567_891e-5));
        session.advance(1);
    }
    let link = link::Link::of(&session, Scope::default());
    assert!(!link.moment, "the way here would take all the room");
    assert!(link.fragment.len() <= 1_900, "{}", link.fragment.len());
    assert_eq!(opened(&link.fragment).run().state().epoch, 0);
}

#[test]
fn a_rate_that_was_dragged_about_is_too_much_for_a_link_and_that_is_said() {
    let mut session = first();
    for change in 1..200 {
        session.set_learning_rate(rate(f64::from(change) * 1e-6));
        session.advance(1);
    }
    let link = link::Link::of(&session, Scope::default());
    assert!(!link.moment);
    assert!(link.fragment.len() < 500, "{}", link.fragment);
    assert_eq!(opened(&link.fragment).run().state().epoch, 0);
}

/// What links of each version have to lead to: a line a link, with epoch, slope, intercept and cost.
const KEPT: [&str; 2] = [include_str!("links/v1.txt"), include_str!("links/v2.txt")];

#[test]
fn links_of_every_version_open_for_ever() {
    for kept in KEPT.iter().flat_map(|kept| kept.lines()) {
        let (link, expected) = kept.split_once(' ').expect("a link and what it leads to");
        assert_eq!(led_to(&opened(link)), expected, "{link}");
    }
}

fn led_to(session: &Session) -> String {
    let state = session.run().state();
    let numbers = [state.line.slope, state.line.intercept, state.cost].map(exact);
    format!("{} {}", state.epoch, numbers.join(" "))
}

#[test]
fn broken_links_are_told_apart() {
    let good = link::encode(&first());
    let with = |from: &str, to: &str| link::decode(&good.replace(from, to)).expect_err(to);
    assert_eq!(link::decode("chapter").expect_err("no link"), LinkError::NotALink);
    assert_eq!(with("v=2", "v=3"), LinkError::Newer);
    assert_eq!(with("data=weather", "data=wether"), LinkError::UnknownData);
    assert_eq!(with("epoch=0", "epoch=1e9"), LinkError::Field("epoch"));
    assert_eq!(with("epoch=0", "epoch=99999999999"), LinkError::Field("epoch"));
    assert_eq!(with("rate=0~0.002", "rate=0~fast"), LinkError::Field("rate"));
    assert!(matches!(with("rate=0~0.002", "rate=0~-1"), LinkError::Setting(_)));
    assert!(matches!(with("start=zero", "start=at_1e200_0"), LinkError::Setting(_)));
    assert!(matches!(with("epochs=10000", "epochs=1e12"), LinkError::Setting(_)));
    assert_eq!(link::decode(&"v=1&".repeat(10_000)).expect_err("long"), LinkError::NotALink);
}

#[test]
fn fields_with_values_that_no_page_writes_are_refused() {
    let good = link::encode(&first());
    let with = |field: &str, value: &str| -> String {
        let parts = good.split('&').map(|part| match part.split_once('=') {
            Some((name, _)) if name == field => format!("{name}={value}"),
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("&")
    };
    for (field, value) in [
        ("v", "99999999999999999999"),
        ("data", "nothing"),
        ("epoch", "1e308"),
        ("epoch", "-1"),
        ("epochs", "1e308"),
        ("rate", "0~NaN"),
        ("rate", "0~1e-4_3~1e-4_2~1e-4"),
        ("tolerance", "-1"),
        ("start", "at_1e308_1e308"),
        ("camera", "1"),
        ("view", "<img>"),
        ("swapped", "7"),
    ] {
        let link = with(field, value);
        assert_ne!(link, good, "the link has no {field}");
        assert!(link::decode(&link).is_err(), "{field}={value}");
    }
    for text in ["garbage", "%%%", "<script>alert(1)</script>", &"a".repeat(20_000)] {
        assert_eq!(link::decode(text).expect_err(text), LinkError::NotALink);
    }
}

#[test]
fn a_link_that_was_cut_anywhere_is_not_taken_for_a_whole_one() {
    for session in [first(), three_rows(), many_rows()] {
        let link = link::encode(&session);
        for length in 0..link.len() {
            let error = link::decode(&link[..length]).expect_err("cut");
            assert!([LinkError::Cut, LinkError::NotALink].contains(&error), "{length}: {error}");
        }
    }
}

#[test]
fn what_a_sentence_puts_behind_a_link_is_no_part_of_it() {
    let link = link::encode(&three_rows());
    for behind in [".", "),", ">.", "\""] {
        assert_eq!(link::encode(&opened(&format!("{link}{behind}"))), link);
    }
}

#[test]
fn data_that_were_damaged_are_told() {
    let link = link::encode(&three_rows());
    let rows = link.find("&rows=").expect("it has rows") + 6;
    let end = link.rfind("&end").expect("it has an end");
    for place in rows..end {
        let other = if link.as_bytes()[place] == b'A' { "B" } else { "A" };
        let damaged = format!("{}{other}{}", &link[..place], &link[place + 1..]);
        assert_eq!(link::decode(&damaged).expect_err("damaged"), LinkError::Data, "{damaged}");
    }
}

#[test]
fn the_chapter_is_in_the_link_and_changes_nothing_else() {
    let session = first();
    let scope = Scope { chapter: Some(4), ..Scope::default() };
    let link = link::Link::of(&session, scope).fragment;
    assert!(link.contains("&chapter=4&"), "{link}");
    assert_eq!(link::encode(&opened(&link)), link::encode(&session));
}

fn datasets() -> impl Strategy<Value = Session> {
    let built_in = (0..builtin::all().len(), any::<bool>()).prop_map(|(index, swapped)| {
        let mut session = first();
        session.choose_builtin(&builtin::all()[index], swapped);
        session
    });
    let names = "\\PC{0,12}";
    let rows = |most| prop::collection::vec((-99.0..99.0_f64, -9.0..9.0_f64), 1..most);
    let owned = (rows(900), names, names, any::<bool>()).prop_map(|(rows, name, x, decimal)| {
        let short = |value: f64| if decimal { (value * 100.0).round() / 100.0 } else { value };
        let (xs, ys): (Vec<_>, Vec<_>) = rows.iter().map(|&(x, y)| (short(x), short(y))).unzip();
        let dataset = Dataset::from_columns(&xs, &ys).expect("sound data");
        let dataset = dataset.named(Variable::from_heading(&x), Variable::from_heading("y (m²)"));
        let mut session = first();
        session.choose(Source::Own { name, beside: None }, dataset);
        session
    });
    let sums = rows(50).prop_map(|rows| {
        let (xs, ys): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let whole = Dataset::from_columns(&xs, &ys).expect("sound data");
        own(Dataset::of_sample(*whole.summary(), Vec::new(), Vec::new()).expect("sound sums"))
    });
    let edited = (0..builtin::all().len()).prop_map(|index| {
        let mut session = Session::on_builtin(&builtin::all()[index]);
        session.edit_sample().expect("it has points");
        session
    });
    prop_oneof![3 => built_in, 4 => owned, 1 => sums, 1 => edited]
}

fn problems() -> impl Strategy<Value = Problem> {
    let costs = prop_oneof![
        5 => Just(Cost::Squared),
        1 => Just(Cost::ABSOLUTE),
        1 => Just(Cost::SIGNED),
        1 => (0.1..9.0_f64).prop_map(|delta| Cost::Huber(Threshold::try_from(delta).expect("good"))),
    ];
    let scales = || prop::sample::select(VariableScaling::ALL.to_vec());
    let held = prop::sample::select(vec![Held::Neither, Held::Slope, Held::Intercept]);
    (costs, scales(), scales(), held).prop_map(|(cost, x, y, held)| Problem {
        cost,
        scaling: Scaling { x, y },
        held,
    })
}

fn methods() -> impl Strategy<Value = Settings> {
    let rules = (0..Rule::ALL.len(), 0.1..0.9_f64).prop_map(|(index, parameter)| {
        let optimizer = Optimizer::new(Rule::ALL[index]);
        optimizer.with(0, parameter).unwrap_or(optimizer)
    });
    let batches = prop_oneof![
        3 => Just(Batch::Full),
        1 => (1..40_u32, any::<u64>()).prop_map(|(size, seed)| Batch::Rows {
            size: BatchSize::try_from(f64::from(size)).expect("good"),
            seed,
        }),
    ];
    let schedules =
        (prop::sample::select(vec!["constant", "step", "inverse", "cosine"]), 1.0..90.0_f64)
            .prop_map(|(name, value)| {
                let schedule = Schedule::from_name(name).expect("known");
                schedule.with(0, value).unwrap_or(schedule)
            });
    let starts = prop_oneof![
        Just(Start::Zero),
        (-2.0..2.0_f64, -5.0..5.0_f64)
            .prop_map(|(slope, intercept)| Start::at(slope, intercept).expect("a good start")),
        any::<u32>().prop_map(|seed| Start::Random { seed: seed.into() }),
    ];
    (rules, batches, schedules, starts, 1e-5..0.1_f64).prop_map(
        |(optimizer, batch, schedule, start, first)| Settings {
            optimizer,
            batch,
            schedule,
            start,
            learning_rate: rate(first),
            ..Settings::default()
        },
    )
}

prop_compose! {
    fn cameras()(yaw in 0.0..6.0_f64, pitch in 0.2..1.5_f64, zoom in 1.0..3.0_f64, shift in -0.2..0.2_f64) -> Camera {
        // Links carry the camera to four decimals.
        let short = |angle: f64| (angle * 1e4).round() / 1e4;
        let camera = Camera::new(short(yaw), short(pitch));
        let nearest = camera.closer(short(zoom), (shift, 0.0)).shift().0;
        camera.closer(short(zoom), ((nearest * 1e4).trunc() / 1e4, 0.0))
    }
}

fn sessions() -> impl Strategy<Value = Session> {
    let race = prop::collection::vec(methods(), 1..=Session::MOST_RUNS);
    let rates = prop::collection::vec((1e-5..0.01_f64, 0..Session::MOST_RUNS, 1..60_u64), 1..5);
    let flags = any::<[bool; 7]>();
    let limits = (0.0..0.1_f64, 60..5_000_u32, 0..Speed::LEVELS, 0..3_usize);
    (datasets(), problems(), race, rates, (cameras(), flags, limits)).prop_map(
        |(mut session, problem, race, rates, (camera, flags, (tolerance, epochs, speed, cost)))| {
            let [equal, residuals, squares, intercept, log, answer, naive] = flags;
            session.hold(problem.held);
            // Where only sums are at hand, some costs are refused.
            let _ = session.set_problem(problem);
            session.race(&race);
            session.set_on_divergence(if naive { OnDivergence::GO_ON } else { OnDivergence::Stop });
            for (number, run, epochs) in rates {
                session.choose_run(run);
                session.set_learning_rate(rate(number));
                session.advance(epochs);
            }
            session.set_tolerance(Tolerance::try_from(tolerance).expect("good"));
            session.set_epochs(EpochLimit::try_from(f64::from(epochs)).expect("good"));
            session.speed = Speed::from_level(speed).expect("a speed");
            session.view.cost = CostView::ALL[cost];
            session.view.camera = camera;
            session.view.equal_axes = equal;
            session.view.squares = squares;
            session.view.data = DataView::ALL[usize::from(residuals)];
            session.view.along = Parameter::ALL[usize::from(intercept)];
            session.view.log_history = log;
            session.view.answer = answer;
            session
        },
    )
}

/// What of each run has to be the same.
fn runs(session: &Session) -> Vec<(Settings, Vec<(u64, LearningRate)>)> {
    session.runs().iter().map(|run| (run.settings(), run.rates())).collect()
}

fn states(session: &Session) -> Vec<String> {
    session.runs().iter().map(|run| format!("{:?} {:?}", run.state(), run.status())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn a_link_restores_the_whole_session(session in sessions()) {
        let link = link::Link::of(&session, Scope::default());
        let opened = opened(&link.fragment);
        prop_assert_eq!(opened.view, session.view);
        prop_assert_eq!(opened.speed, session.speed);
        prop_assert_eq!(opened.chosen(), session.chosen());
        prop_assert_eq!(opened.problem(), session.problem());
        prop_assert_eq!(runs(&opened), runs(&session));
        prop_assert_eq!(opened.source(), session.source());
        prop_assert_eq!(opened.dataset().summary(), session.dataset().summary());
        prop_assert_eq!(opened.dataset().rss().to_bits(), session.dataset().rss().to_bits());
        let points_matter = session.runs().iter().any(|run| run.effort() > 1);
        match link.carried {
            Carried::Sums { points, .. } => {
                prop_assert!(link.fragment.len() <= Scope::default().room());
                prop_assert_eq!(opened.dataset().points().len(), points);
                if !points_matter {
                    prop_assert_eq!(states(&opened), states(&session));
                }
            }
            _ => {
                prop_assert_eq!(opened.dataset(), session.dataset());
                prop_assert_eq!(states(&opened), states(&session));
            }
        }
        prop_assert_eq!(link::encode(&opened), link.fragment, "handed on, it stays the same");
    }

    #[test]
    fn no_text_makes_the_decoder_panic(text in ".{0,300}") {
        let _ = link::decode(&text);
    }

    #[test]
    fn no_damage_to_a_link_makes_the_decoder_panic(
        session in sessions(),
        at in any::<prop::sample::Index>(),
        with in "[-0-9a-z~_=&.]{0,4}",
    ) {
        let mut link = link::encode(&session);
        let at = at.index(link.len());
        link.replace_range(at..(at + 2).min(link.len()), &with);
        let _ = link::decode(&link);
    }
}
