//! The reader's place in the lesson: pace, and settings that follow the data.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::settings::{EpochLimit, LearningRate, Tolerance};
use downhill::descent::trainer::Status;
use downhill::session::{Due, Session, Source, Speed};

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
    session.choose(Source::Own { name: "mine.csv".to_owned(), address: None }, data);
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
    assert!((5.0..10.0).contains(&end), "ten thousand epochs take {end} s");
    let mut long = first();
    long.set_epochs(EpochLimit::try_from(100_000.0).expect("a good limit"));
    // At the rate that it comes with it would have settled before.
    long.set_learning_rate(rate(1e-6));
    let end = seconds_until(&mut long, 100_000);
    assert!((5.0..10.0).contains(&end), "a hundred thousand epochs take {end} s");
}

#[test]
fn a_thousand_epochs_take_less_than_half_a_minute_at_the_speed_that_the_page_opens_with() {
    let seconds = seconds_until(&mut first(), 1_000);
    assert!(seconds < 30.0, "{seconds} s");
}

#[test]
fn a_steady_speed_loses_no_epoch_to_uneven_frames() {
    let mut session = first();
    session.speed = Speed::from_level(3).expect("a speed");
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
    assert!(
        (0.005 * limit..=0.5 * limit).contains(&rate),
        "{rate} of {limit}: no step goes across"
    );
    let (digits, _) =
        format!("{rate:e}").split_once('e').map(|(d, e)| (d.len(), e.len())).expect("digits");
    assert!(digits <= 3, "{rate} has one digit, or two");
}

#[test]
fn a_tolerance_that_can_never_act_is_said_to_be_one() {
    let mut session = first();
    let told = |session: &Session| {
        downhill::text::en::status::sentence(session, false).contains("will not stop the run")
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
        downhill::link::set_up("data=cars&start=zero&rate=0~0.07&epochs=50").expect("good words");
    assert_eq!(session.run().learning_rate().get(), 0.07);
    let faithful = builtin::find("faithful").expect("built in");
    session.choose_builtin(faithful, false);
    assert_eq!(session.run().learning_rate().get(), faithful.learning_rate);
    assert_eq!(session.run().settings().epochs.get(), faithful.epochs);
}
