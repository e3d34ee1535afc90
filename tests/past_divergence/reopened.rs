//! Such runs after a link, a handover, a reset, or a change of the data.

use downhill::data::builtin;
use downhill::descent::settings::{OnDivergence, Start};
use downhill::descent::trainer::Status;
use downhill::link;
use downhill::numeric::bytes::{Reader, Writer};
use downhill::session::{Preset, Session, Source};

use super::{Phase, bits, diverged, limit, phase, rate, session, small};

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
            let session = diverged(id, epochs);
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
    let mut session = diverged("faithful", 400);
    session.seek(50);
    session.set_learning_rate(rate(1.0));
    session.advance(300);
    session.step_back();
    for other in [opened(&session), handed_over(&session)] {
        assert_eq!(moments(&other), moments(&session));
        assert_eq!(other.run().rates(), session.run().rates());
    }
    // A handover also keeps the epochs after the present one.
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
    session.choose(Source::Own { name: "mine.csv".to_owned(), address: None }, small());
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
    let mut session = diverged("faithful", 300);
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
    let session = diverged("faithful", 300);
    let link = link::encode(&session);
    assert_eq!(link.matches("&check=off").count(), 1, "{link}");
    let checked = link::encode(&Session::on_builtin(builtin::first()));
    assert!(!checked.contains("check"), "{checked}");
    for field in ["", "&check=on"] {
        let opened = link::decode(&link.replace("&check=off", field)).expect("a good link").session;
        assert!(opened.run().settings().on_divergence.stops(), "{field}");
        // It stops at its divergence.
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
