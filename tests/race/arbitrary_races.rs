//! Links, handovers and sentences of arbitrary races.

use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::{Scaling, VariableScaling};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{EpochLimit, Settings, Start};
use downhill::link;
use downhill::session::{Session, Source};
use downhill::text::en::{rate, status};
use proptest::prelude::*;

use super::{assert_same, handed_over, own, rate, session};

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
    let own_scaling = prop::option::of(problems().prop_map(|problem| problem.scaling));
    let methods = prop::collection::vec((methods(), own_scaling), 1..=4);
    let changes = prop::collection::vec((0..4_usize, 1e-6..1e-2_f64, 1..40_u64), 0..4);
    (methods, problems(), changes, any::<bool>()).prop_map(
        |(methods, problem, changes, own_data)| {
            let mut session = if own_data { own() } else { session("faithful") };
            session.set_problem(problem).expect("points");
            let runs: Vec<_> = methods
                .into_iter()
                .map(|(settings, scaling)| {
                    let scaling = scaling.unwrap_or(problem.scaling);
                    Settings { problem: Problem { scaling, ..problem }, ..settings }
                })
                .collect();
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
            let reason = status::reason(run);
            prop_assert!(reason.is_some_and(|reason| !reason.contains("NaN")));
        }
        for running in [false, true] {
            prop_assert!(!status::sentence(&session, running).is_empty());
        }
        prop_assert!(!rate::forecast(session.run()).contains("NaN"));
    }
}
