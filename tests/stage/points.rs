//! Points that are pointed at, kept in sight and changed by hand.

use super::*;
use downhill::data::editing::EditError;

/// Where the point of this index is.
fn place_of(stage: &mut Stage, index: usize) -> Place {
    stage.figures.select_point(index);
    let tip = stage.figures.tip(&stage.page).expect("a point");
    let [x, y] = tip.place.expect("a place");
    (x, y)
}

#[test]
fn pointing_at_a_point_tells_its_error_and_its_share_of_the_step() {
    let mut stage = Stage::on_few_points();
    stage.page.start_at("2", "0").expect("a start");
    stage.frame();
    // By x: 0, 1, 2, 3; the last has y = 9, ŷ = 6, e = 3.
    for _ in 0..4 {
        stage.figures.next_point(&stage.page, false);
    }
    let tip = stage.figures.tip(&stage.page).expect("a point");
    assert_eq!(tip.figure, "data");
    assert_eq!(tip.lines, ["x = 3, y = 9, ŷ = 6", "error e = y − ŷ = 3, e² = 9"]);
    assert_eq!(tip.table[1][1..], ["−18", "−6"]);
    // Errors 1, 1, 0, 3: ∂J/∂a = −2/4·(0 + 1 + 0 + 9) = −5, ∂J/∂b = −2/4·5 = −2.5.
    assert_eq!(tip.table[2], ["mean of all 4", "−5", "−2.5"]);
    let rate = stage.page.session().run().learning_rate().get();
    let step: f64 = tip.table[3][1].parse().expect("a number");
    assert!((step - 5.0 * rate).abs() < 1e-3 * rate);
    stage.figures.leave();
    stage.figures.select();
    assert_eq!(stage.figures.tip(&stage.page), None);
}

#[test]
fn points_are_gone_through_by_x_both_ways_and_round() {
    let mut stage = Stage::open("");
    take(&mut stage.page, "mixed.csv", ([3.0, 1.0, 2.0, 1.0], [1.0, 2.0, 3.0, 4.0]));
    stage.frame();
    let mut way = |back: bool| -> Vec<usize> {
        (0..5)
            .filter_map(|_| {
                stage.figures.next_point(&stage.page, back);
                stage.figures.selected_point()
            })
            .collect()
    };
    assert_eq!(way(false), [1, 3, 2, 0, 1]);
    assert_eq!(way(true), [3, 0, 2, 1, 3]);
}

#[test]
fn a_point_is_found_among_all_of_the_weather() {
    let mut stage = Stage::open("");
    stage.rest();
    assert!(matches!(stage.point(Subject::Data, at(0.6, 0.45)), Hit::Point(_)));
    let tip = stage.figures.tip(&stage.page).expect("a point");
    assert_eq!(tip.table[2][0], "mean of all 119,040");
    stage.figures.select();
    stage.figures.leave();
    assert!(stage.figures.selected_point().is_some(), "it stays in sight");
    stage.page.choose_dataset("cars").expect("built in");
    stage.frame();
    assert_eq!(stage.figures.selected_point(), None, "but not among other data");
}

#[test]
fn points_are_added_moved_and_deleted_by_hand_and_undone_and_redone() {
    let mut stage = Stage::on_few_points();
    let best =
        |stage: &Stage| stage.page.session().dataset().least_squares().expect("a line").slope;
    let rows = |stage: &Stage| stage.page.session().dataset().summary().n();
    let first = best(&stage);
    let place = at(0.85, 0.65);
    assert_eq!(stage.point(Subject::Data, place), Hit::Place);
    assert_eq!(stage.tap(Subject::Data, place), Ok(true));
    let added = best(&stage);
    assert!(rows(&stage) == 5 && added < first);
    assert_eq!(stage.figures.selected_point(), Some(4));
    assert!(stage.page.datasets().iter().any(|choice| choice.name == "few.csv, edited"));

    let hit = stage.drag(Subject::Data, place, at(0.85, 0.3), true);
    assert_eq!(hit, Hit::Point(4));
    let moved = best(&stage);
    assert!(moved > added);
    let there = place_of(&mut stage, 4);
    assert!((there.0 - 0.85 * SIZE.0).abs() < 2.0 && (there.1 - 0.3 * SIZE.1).abs() < 2.0);
    stage.figures.delete_point(&mut stage.page).expect("a point");
    assert_eq!((rows(&stage), best(&stage)), (4, first));
    assert_eq!(stage.figures.selected_point(), None);

    let steps = [(false, moved), (false, added), (false, first), (true, added), (true, moved)];
    for (again, expected) in steps {
        let changed = if again { stage.page.redo() } else { stage.page.undo() };
        changed.expect("a change");
        assert_eq!(best(&stage), expected, "a drag is one change");
    }
}

#[test]
fn the_axes_stay_while_a_point_is_dragged_and_fit_once_it_is_let_go() {
    let mut stage = Stage::on_few_points();
    let texts = |stage: &Stage| {
        let base = stage.base(Subject::Data);
        base.lines().filter(|line| line.contains("<text")).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = texts(&stage);
    let from = place_of(&mut stage, 3);
    assert_eq!(stage.figures.grab(Subject::Data, from, REACH, &stage.page, true), Hit::Point(3));
    stage.frame();
    stage.figures.drag((from.0, from.1 + 0.6 * SIZE.1), &mut stage.page).expect("a place");
    stage.frame();
    assert_eq!(texts(&stage), before);
    assert_eq!(stage.figures.selected_point(), Some(3), "it is the same point");
    stage.figures.release(&mut stage.page);
    stage.frame();
    assert_ne!(texts(&stage), before);
}

#[test]
fn points_are_changed_by_keys_alone() {
    let mut stage = Stage::on_few_points();
    let cost = |stage: &Stage| stage.page.session().dataset().least_cost();
    assert_eq!(
        stage.figures.move_point(0.0, 1.0, &mut stage.page),
        Err(HandError::Edit(EditError::NoPoint)),
        "none is chosen"
    );
    stage.figures.next_point(&stage.page, false);
    let mut costs = vec![cost(&stage)];
    for _ in 0..2 {
        stage.figures.move_point(0.0, 1.0, &mut stage.page).expect("a place");
        stage.frame();
        costs.push(cost(&stage));
    }
    costs.dedup();
    assert_eq!(costs.len(), 3);
    stage.figures.add_point(&mut stage.page).expect("room for one");
    stage.frame();
    assert_eq!(stage.page.session().dataset().points().len(), 5);
    stage.figures.delete_point(&mut stage.page).expect("a point");
    assert_eq!(stage.page.session().dataset().points().len(), 4);
    assert_eq!(
        stage.figures.delete_point(&mut stage.page),
        Err(HandError::Edit(EditError::NoPoint))
    );
}

#[test]
fn points_cannot_be_taken_hold_of_unless_they_are_edited_nor_put_among_residuals() {
    let mut stage = Stage::on_few_points();
    let place = place_of(&mut stage, 3);
    assert_eq!(stage.figures.grab(Subject::Data, place, REACH, &stage.page, false), Hit::Nothing);
    stage.page.set_residuals(true);
    stage.frame();
    assert_eq!(stage.tap(Subject::Data, at(0.5, 0.3)), Ok(false));
    assert_eq!(stage.tap(Subject::Data, (1.0, 1.0)), Ok(false));
}

#[test]
fn too_many_points_are_said_to_be_and_a_sample_of_them_can_be_edited() {
    let mut stage = Stage::open("");
    let refused = stage.page.editing_refused().expect("too many").to_string();
    assert!(refused.contains("119,040 points are too many"), "{refused}");
    stage.page.edit_sample().expect("a sample");
    stage.frame();
    stage.figures.add_point(&mut stage.page).expect("room for one");
    assert_eq!(stage.page.session().dataset().points().len(), 301);
    stage.page.choose_dataset("faithful").expect("built in");
    stage.page.choose_dataset("edited").expect("on the shelf");
    assert_eq!(stage.page.session().dataset().points().len(), 301, "nothing was lost");
}
