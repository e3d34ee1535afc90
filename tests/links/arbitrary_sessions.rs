//! Links of arbitrary sessions, and arbitrary text in place of a link.

use downhill::data::builtin;
use downhill::data::dataset::{Dataset, Variable};
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::{Scaling, VariableScaling};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{
    EpochLimit, LearningRate, OnDivergence, Settings, Start, Tolerance,
};
use downhill::link::{self, Carried, CarriedData, Scope};
use downhill::session::view::{Camera, CostView, DataView, Parameter};
use downhill::session::{Session, Source, Speed};
use proptest::prelude::*;

use super::{first, opened, own, rate};

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
        session.choose(Source::Own { name, address: None }, dataset);
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

/// The settings and the rates of each run.
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
            Carried::Data(CarriedData::Sums { points, .. }, _) => {
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
