//! Points changed by hand: undo, redo, and what the session makes of it.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::data::editing::{Change, EditError, Editing, MOST, SAMPLE};
use downhill::descent::settings::Start;
use downhill::session::{Session, Source};
use proptest::prelude::*;

fn points(data: &Dataset) -> Vec<(f64, f64)> {
    data.points().iter().collect()
}

fn cars() -> Session {
    Session::on_builtin(builtin::find("cars").expect("built in"))
}

#[test]
fn a_changed_point_changes_the_sums_and_keeps_the_names() {
    let mut session = cars();
    let before = session.dataset().clone();
    session.change_points(Change::Move { index: 3, to: (10.0, 20.0) }).expect("it moves");
    let after = session.dataset();
    assert_eq!(after.points().get(3), Some((10.0, 20.0)));
    assert_ne!(after.summary(), before.summary());
    assert_eq!((after.x(), after.y()), (before.x(), before.y()));
    let fresh = Dataset::from_columns(after.points().xs(), after.points().ys()).expect("sound");
    assert_eq!(after.summary(), fresh.summary());
}

#[test]
fn the_line_stays_where_it_is_when_a_point_is_changed() {
    let mut session = cars();
    session.advance(25);
    let line = session.run().state().line;
    session.change_points(Change::Delete(0)).expect("it goes");
    assert_eq!(session.run().state().epoch, 0);
    assert_eq!(session.run().state().line, line);
    // A run that has not begun keeps its start.
    let mut waiting = cars();
    waiting.set_start(Start::Random { seed: 3 });
    let settings = waiting.run().settings();
    waiting.change_points(Change::Delete(0)).expect("it goes");
    assert_eq!(waiting.run().settings().start, settings.start);
}

#[test]
fn a_drag_is_undone_as_one_change() {
    let mut session = cars();
    let before = points(session.dataset());
    for step in 0..20 {
        let to = (2.0 + f64::from(step), 20.0);
        session.change_points(Change::Move { index: 5, to }).expect("it moves");
    }
    session.end_move();
    session.change_points(Change::Move { index: 5, to: (1.0, 1.0) }).expect("it moves");
    session.undo_points(false).expect("it was good before");
    assert_eq!(session.dataset().points().get(5), Some((21.0, 20.0)));
    session.undo_points(false).expect("it was good before");
    assert_eq!(points(session.dataset()), before);
    session.undo_points(true).expect("it was good before");
    assert_eq!(session.dataset().points().get(5), Some((21.0, 20.0)));
}

#[test]
fn the_last_point_stays_and_a_point_that_is_not_there_is_refused() {
    let data = Dataset::from_columns(&[1.0, 2.0], &[3.0, 4.0]).expect("sound");
    let mut editing = Editing::of(&data).expect("few");
    assert_eq!(editing.change(Change::Delete(7)), Err(EditError::NoPoint));
    assert_eq!(editing.change(Change::Delete(0)), Ok(0));
    assert_eq!(editing.change(Change::Delete(0)), Err(EditError::LastPoint));
    assert!(editing.dataset(&data).is_ok());
}

#[test]
fn a_change_tells_the_index_of_its_point() {
    let data = Dataset::from_columns(&[1.0, 2.0, 3.0], &[3.0, 4.0, 5.0]).expect("sound");
    let mut editing = Editing::of(&data).expect("few");
    assert_eq!(editing.change(Change::Add((9.0, 9.0))), Ok(3));
    assert_eq!(editing.change(Change::Move { index: 2, to: (0.0, 0.0) }), Ok(2));
    assert_eq!(editing.change(Change::Delete(1)), Ok(1));
    assert!(editing.can_undo() && !editing.can_redo());
    assert!(editing.undo() && editing.can_redo());
}

#[test]
fn as_many_points_as_can_be_changed_can_be_changed_and_not_one_more() {
    let data = |count: usize| {
        let xs: Vec<f64> = (0..count).map(|x| x as f64).collect();
        Dataset::from_columns(&xs, &xs).expect("sound")
    };
    let mut editing = Editing::of(&data(MOST)).expect("not too many");
    let one_more = editing.change(Change::Add((1.0, 1.0)));
    assert_eq!(one_more, Err(EditError::TooMany(MOST + 1)));
    assert_eq!(editing.change(Change::Delete(7)), Ok(7));
    assert_eq!(editing.change(Change::Add((1.0, 1.0))), Ok(MOST - 1));
    assert_eq!(Editing::of(&data(MOST + 1)), Err(EditError::TooMany(MOST + 1)));
}

#[test]
fn too_many_points_are_refused_and_a_sample_of_them_can_be_changed() {
    let mut session = Session::on_builtin(builtin::first());
    let refused = session.change_points(Change::Delete(0)).expect_err("too many");
    assert_eq!(refused, EditError::TooMany(119_040));
    assert!(refused.to_string().contains("119,040"), "{refused}");
    session.edit_sample().expect("a good sample");
    assert_eq!(session.dataset().summary().n(), SAMPLE as u64);
    assert!(session.change_points(Change::Delete(0)).is_ok());
    assert!(matches!(session.source(), Source::Edited { sample: true, .. }));
    // The sample is one of the data: its answer is near theirs.
    let whole = builtin::first().dataset().least_squares().expect("it has spread").slope;
    let slope = session.dataset().least_squares().expect("it has spread").slope;
    assert!((slope - whole).abs() < 0.15, "{slope} instead of about {whole}");
}

#[test]
fn edited_points_wait_while_other_data_are_looked_at() {
    let mut session = cars();
    session.change_points(Change::Delete(0)).expect("it goes");
    let edited = points(session.dataset());
    session.choose_builtin(builtin::first(), false);
    assert!(session.editing().is_none() && session.edited().is_some());
    session.choose_edited();
    assert_eq!(points(session.dataset()), edited);
    session.undo_points(false).expect("it was good before");
    assert_eq!(points(session.dataset()).len(), edited.len() + 1);
}

#[test]
fn points_that_cannot_be_learned_from_are_refused_and_nothing_changes() {
    let mut session = cars();
    let before = session.clone();
    let change = Change::Add((1e200, 1.0));
    assert!(session.change_points(change).is_err());
    assert_eq!(session, before);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn undo_and_redo_lead_through_the_same_points(
        changes in prop::collection::vec((0..3_usize, 0..40_usize, -9.0..9.0_f64), 1..60),
    ) {
        let xs: Vec<f64> = (0..20).map(f64::from).collect();
        let data = Dataset::from_columns(&xs, &xs).expect("sound");
        let mut editing = Editing::of(&data).expect("few");
        let now = |editing: &Editing| points(&editing.dataset(&data).expect("sound"));
        let mut past = vec![now(&editing)];
        for (kind, index, value) in changes {
            let change = match kind {
                0 => Change::Add((value, value)),
                1 => Change::Move { index, to: (value, -value) },
                _ => Change::Delete(index),
            };
            if editing.change(change).is_ok() {
                past.push(now(&editing));
            }
            editing.part();
        }
        for expected in past.iter().rev().skip(1) {
            prop_assert!(editing.undo());
            prop_assert_eq!(&now(&editing), expected);
        }
        prop_assert!(!editing.can_undo());
        for expected in past.iter().skip(1) {
            prop_assert!(editing.redo());
            prop_assert_eq!(&now(&editing), expected);
        }
        prop_assert!(!editing.can_redo() && past[0].len() <= MOST);
    }
}
