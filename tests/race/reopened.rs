//! Sessions that were handed over to the full package, and links that are damaged or ask for too much.

use downhill::data::builtin;
use downhill::data::editing::Change;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::settings::{Settings, Tolerance};
use downhill::link;
use downhill::numeric::bytes::{Reader, Writer};
use downhill::session::Session;

use super::{assert_same, handed_over, own, rate, rule, session, states};

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
    // Edited data that are not in use are handed over too.
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
    // The end of a run that was stepped back is known.
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
