//! The reader's place in the lesson: pace, settings that follow the data, and links.

use downhill::builtin;
use downhill::dataset::Dataset;
use downhill::objective::Held;
use downhill::session::{Due, Session, Source, Speed};
use downhill::settings::{EpochLimit, LearningRate, Start, Tolerance};
use downhill::share::{self, LinkError};
use downhill::trainer::Status;
use downhill::view::{Camera, CostView, DataView, Parameter};
use proptest::prelude::*;

/// One frame of sixty a second.
const FRAME: f64 = 1.0 / 60.0;

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn first() -> Session {
    Session::on_builtin(builtin::first())
}

fn own() -> Session {
    let mut session = first();
    let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[2.0, 2.5, 4.5]).expect("sound data");
    session.choose(Source::Own { name: "mine.csv".to_owned(), beside: None }, data);
    session
}

/// Runs frame by frame until `epoch`, or for a minute; gives the seconds that it took.
fn seconds_until(session: &mut Session, epoch: u64) -> f64 {
    session.begin();
    for frame in 0..3_600 {
        if session.run().state().epoch >= epoch {
            return f64::from(frame) * FRAME;
        }
        match session.due(FRAME) {
            Due::Epochs(epochs) => session.advance(epochs),
            Due::AsManyAsFit => session.advance(5_000),
        };
    }
    f64::INFINITY
}

#[test]
fn the_first_run_shows_its_first_steps_and_its_end_within_ten_seconds() {
    let (start, end) = (seconds_until(&mut first(), 5), seconds_until(&mut first(), 10_000));
    assert!((0.8..3.0).contains(&start), "five steps take {start} s");
    assert!((5.0..10.5).contains(&end), "ten thousand epochs take {end} s");
}

#[test]
fn a_thousand_epochs_take_less_than_half_a_minute_at_the_speed_that_the_page_opens_with() {
    let seconds = seconds_until(&mut first(), 1_000);
    assert!(seconds < 30.0, "{seconds} s");
}

#[test]
fn a_steady_speed_loses_no_epoch_to_uneven_frames() {
    let mut session = first();
    session.speed = Speed::from_level(3);
    session.begin();
    let frames = [0.004, 0.033, 0.016, 0.1, 0.001].iter().cycle().take(500);
    let mut epochs = 0;
    let mut seconds = 0.0;
    for &frame in frames {
        if let Due::Epochs(due) = session.due(frame) {
            epochs += due;
        }
        seconds += frame;
    }
    assert!((epochs as f64 - 30.0 * seconds).abs() <= 1.0, "{epochs} in {seconds} s");
}

#[test]
fn an_ended_run_begins_again_when_run_is_pressed() {
    let mut session = first();
    session.set_epochs(EpochLimit::try_from(10.0).expect("a good limit"));
    session.advance(100);
    assert_eq!(session.status(), Status::EpochLimit);
    session.begin();
    assert_eq!((session.run().state().epoch, session.status()), (0, Status::Ready));
}

#[test]
fn data_come_with_their_own_rate_until_one_is_set_by_hand() {
    let mut session = first();
    assert_eq!(session.run().learning_rate(), rate(0.002));
    let faithful = builtin::find("faithful").expect("built in");
    session.choose_builtin(faithful, false);
    assert_eq!(session.run().learning_rate(), rate(faithful.learning_rate));
    session.set_learning_rate(rate(0.05));
    session.choose_builtin(builtin::first(), false);
    assert_eq!(session.run().learning_rate(), rate(0.05));
}

#[test]
fn own_data_open_with_a_round_rate_that_converges() {
    let session = own();
    let rate = session.run().learning_rate().get();
    let limit = session.run().largest_stable_rate().expect("plain descent has one");
    assert!(rate < limit && rate > 0.3 * limit, "{rate} of {limit}");
    assert_eq!(format!("{rate:e}").find('.'), None, "{rate} has one digit");
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
    let opened = share::decode(&share::encode(&session)).expect("a good link").session;
    assert_eq!(opened.run().state(), session.run().state());
    assert_eq!(opened.run().rates(), session.run().rates());
}

#[test]
fn a_link_of_own_data_says_that_they_are_missing() {
    let mut session = own();
    session.set_learning_rate(rate(0.01));
    session.advance(20);
    let opened = share::decode(&share::encode(&session)).expect("a good link");
    assert!(opened.without_data);
    assert_eq!(opened.session.run().state().epoch, 0);
    assert_eq!(opened.session.run().learning_rate(), rate(0.01));
}

#[test]
fn a_rate_that_was_dragged_about_is_too_much_for_a_link_and_that_is_said() {
    let mut session = first();
    for change in 1..200 {
        session.set_learning_rate(rate(f64::from(change) * 1e-6));
        session.advance(1);
    }
    assert_eq!(share::Carries::of(&session), share::Carries::NoEpoch);
    let link = share::encode(&session);
    assert!(link.len() < 500, "{link}");
    assert_eq!(share::decode(&link).expect("a good link").session.run().state().epoch, 0);
}

#[test]
fn links_of_version_1_open_for_ever() {
    let link = "v=1&data=faithful&swapped=1&rate=0~0.0001_40~0.00005&epochs=5000&tolerance=0.5\
                &start=at_1.5_-2&epoch=100&speed=6&view=map&camera=1.0000_0.5000&log=0&answer=1";
    let session = share::decode(link).expect("a good link").session;
    assert_eq!(share::encode(&session), link);
    assert_eq!(session.run().state().epoch, 100);
    assert_eq!(session.dataset().x().name, "waiting");
}

#[test]
fn broken_links_are_told_apart() {
    let good = share::encode(&first());
    let with = |from: &str, to: &str| share::decode(&good.replace(from, to)).expect_err(to);
    assert_eq!(share::decode("chapter").expect_err("no link"), LinkError::NotALink);
    assert_eq!(share::decode(&good[..good.len() / 2]).expect_err("cut"), LinkError::NotALink);
    assert_eq!(with("v=1", "v=2"), LinkError::Newer);
    assert_eq!(with("data=weather", "data=wether"), LinkError::UnknownData);
    assert_eq!(with("epoch=0", "epoch=1e9"), LinkError::Field("epoch"));
    assert_eq!(with("epoch=0", "epoch=99999999999"), LinkError::Field("epoch"));
    assert_eq!(with("rate=0~0.002", "rate=0~fast"), LinkError::Field("rate"));
    assert!(matches!(with("rate=0~0.002", "rate=0~-1"), LinkError::Setting(_)));
    assert!(matches!(with("start=zero", "start=at_1e200_0"), LinkError::Setting(_)));
    assert!(matches!(with("epochs=10000", "epochs=1e12"), LinkError::Setting(_)));
    assert_eq!(share::decode(&"v=1&".repeat(10_000)).expect_err("long"), LinkError::NotALink);
}

fn sessions() -> impl Strategy<Value = Session> {
    let rates = prop::collection::vec((1e-5..0.01_f64, 1_u64..400), 1..6);
    let start = prop_oneof![
        Just(Start::Zero),
        (-2.0..2.0_f64, -5.0..5.0_f64)
            .prop_map(|(slope, intercept)| Start::at(slope, intercept).expect("a good start")),
        any::<u32>().prop_map(|seed| Start::Random { seed: seed.into() }),
    ];
    let view = (0..3_usize, 0.0..6.0_f64, 0.2..1.5_f64, any::<bool>(), any::<bool>());
    let more = (1.5..3.0_f64, -0.2..0.2_f64, any::<[bool; 4]>(), 0..3_usize);
    let view = (view, more);
    let data = (0..builtin::all().len(), any::<bool>());
    (data, rates, start, view, 0..Speed::LEVELS, 0.0..0.1_f64).prop_map(
        |((data, swapped), rates, start, view, speed, tolerance)| {
            let ((cost, yaw, pitch, log, answer), more) = view;
            let (zoom, shift, [equal, residuals, squares, intercept], held) = more;
            let mut session = Session::on_builtin(&builtin::all()[data]);
            session.choose_builtin(&builtin::all()[data], swapped);
            session.hold([Held::Neither, Held::Slope, Held::Intercept][held]);
            session.set_start(start);
            for (number, epochs) in rates {
                session.set_learning_rate(rate(number));
                session.advance(epochs);
            }
            session.run_mut().set_tolerance(Tolerance::try_from(tolerance).expect("good"));
            session.speed = Speed::from_level(speed);
            session.view.cost = CostView::NAMES[cost].0;
            // Links carry the camera to four decimals.
            let short = |angle: f64| (angle * 1e4).round() / 1e4;
            session.view.camera =
                Camera::new(short(yaw), short(pitch)).closer(short(zoom), (short(shift), 0.0));
            session.view.equal_axes = equal;
            session.view.squares = squares;
            session.view.data = DataView::NAMES[usize::from(residuals)].0;
            session.view.along = Parameter::NAMES[usize::from(intercept)].0;
            session.view.log_history = log;
            session.view.answer = answer;
            session
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn a_link_restores_the_moment(session in sessions()) {
        let link = share::encode(&session);
        let opened = share::decode(&link).expect("a good link").session;
        let (a, b) = (opened.run().state(), session.run().state());
        prop_assert_eq!(a.epoch, b.epoch);
        prop_assert_eq!(a.line.slope.to_bits(), b.line.slope.to_bits());
        prop_assert_eq!(a.line.intercept.to_bits(), b.line.intercept.to_bits());
        prop_assert_eq!(a.cost.to_bits(), b.cost.to_bits());
        prop_assert_eq!(opened.view, session.view);
        prop_assert_eq!(opened.speed, session.speed);
        prop_assert_eq!(opened.source(), session.source());
        prop_assert_eq!(opened.run().settings(), session.run().settings());
        prop_assert_eq!(share::encode(&opened), link);
    }

    #[test]
    fn no_text_makes_the_decoder_panic(text in ".{0,300}") {
        let _ = share::decode(&text);
    }

    #[test]
    fn no_damage_to_a_link_makes_the_decoder_panic(
        session in sessions(),
        at in any::<prop::sample::Index>(),
        with in "[-0-9a-z~_=&.]{0,4}",
    ) {
        let mut link = share::encode(&session);
        let at = at.index(link.len());
        link.replace_range(at..(at + 2).min(link.len()), &with);
        let _ = share::decode(&link);
    }
}

#[test]
fn a_tolerance_that_can_never_act_is_said_to_be_one() {
    let mut session = first();
    let told = |session: &Session| {
        downhill::messages::sentence(session, false).contains("will not stop the run")
    };
    assert!(!told(&session));
    session.set_tolerance(Tolerance::try_from(17.0).expect("a good tolerance"));
    assert!(told(&session), "the least cost is 17.36");
    session.set_tolerance(Tolerance::try_from(18.0).expect("a good tolerance"));
    assert!(!told(&session));
}

#[test]
fn what_a_chapter_sets_up_is_not_set_by_hand() {
    let mut session =
        downhill::share::set_up("data=cars&start=zero&rate=0~0.07&epochs=50").expect("good words");
    assert_eq!(session.run().learning_rate().get(), 0.07);
    let faithful = builtin::find("faithful").expect("built in");
    session.choose_builtin(faithful, false);
    assert_eq!(session.run().learning_rate().get(), faithful.learning_rate);
    assert_eq!(session.run().settings().epochs.get(), faithful.epochs);
}
