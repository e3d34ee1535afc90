//! Pointing at the figures and dragging in them.

use super::*;
use downhill::descent::settings::Start;
use downhill::figure::handles::Handle;

#[test]
fn pointing_at_the_map_shows_the_line_of_that_place_over_the_data_with_its_numbers() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let before = stage.overlay(Subject::Data);
    assert_eq!(stage.point(Subject::Cost, at(0.4, 0.4)), Hit::Place);
    let tip = stage.figures.tip(&stage.page).expect("a tip");
    assert_eq!((tip.figure, tip.place), ("cost", Some([SIZE.0 * 0.4, SIZE.1 * 0.4])));
    assert!(tip.lines[0].starts_with("a = ") && tip.lines[1].starts_with("J = "));
    assert_ne!(stage.overlay(Subject::Data), before);
    stage.point(Subject::Cost, at(0.6, 0.4));
    assert_ne!(stage.figures.tip(&stage.page).expect("a tip").lines, tip.lines);
    stage.figures.leave();
    stage.frame();
    assert_eq!(stage.figures.tip(&stage.page), None);
    assert_eq!(stage.overlay(Subject::Data), before, "the line goes with the pointer");
}

#[test]
fn what_is_pointed_at_is_told_apart_in_every_view() {
    let mut stage = Stage::open("");
    for view in VIEWS {
        stage.view(view);
        let ball = stage.ball();
        assert_eq!(stage.point(Subject::Cost, ball), Hit::Ball, "{view:?}");
        assert_eq!(stage.figures.tip(&stage.page), None, "the ball has no other line");
        let beside = (ball.0 + REACH + 2.0, ball.1);
        assert_ne!(stage.point(Subject::Cost, beside), Hit::Ball, "{view:?}");
        assert_eq!(stage.point(Subject::Cost, at(0.01, 0.01)), Hit::Nothing, "{view:?}");
    }
    assert_eq!(stage.point(Subject::History, at(0.5, 0.5)), Hit::Nothing);
}

#[test]
fn names_for_javascript_are_those_that_the_page_knows() {
    let all = [Hit::Nothing, Hit::Ball, Hit::Line(Handle::End), Hit::Point(3), Hit::Place];
    assert_eq!(all.map(Hit::name), ["", "ball", "line", "point", "place"]);
}

#[test]
fn the_ball_is_dragged_to_a_new_start_in_every_view_and_the_descent_goes_on_from_there() {
    let mut stage = Stage::open("");
    for view in VIEWS {
        stage.view(view);
        stage.step(2);
        let from = stage.ball();
        let to = (from.0 + 0.09 * SIZE.0, from.1 + 0.06 * SIZE.1);
        let before = stage.line();
        assert_eq!(stage.drag(Subject::Cost, from, to, false), Hit::Ball, "{view:?}");
        assert_eq!(stage.epoch(), 0);
        assert_ne!(stage.line().0, before.0, "{view:?}");
        let start = stage.page.session().run().start_line();
        assert_eq!((start.slope, start.intercept), stage.line());
        assert!(stage.page.sentence(false).contains("The ball waits at"));
        if view != CostView::Surface {
            let ball = stage.ball();
            assert!((ball.0 - to.0).abs() < 2.0, "{view:?}: the ball is at {ball:?}, not {to:?}");
        }
        stage.page.session_mut().set_start(Start::Zero);
        stage.frame();
    }
}

#[test]
fn the_ball_comes_to_the_hand_where_it_was_not_taken_hold_of() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let to = at(0.7, 0.4);
    assert_eq!(stage.figures.grab(Subject::Cost, to, REACH, &stage.page, false), Hit::Nothing);
    stage.figures.drag(to, &mut stage.page).expect("nothing is held");
    assert_eq!(stage.line(), (0.0, 0.0));
    stage.figures.grab_ball();
    stage.figures.drag(to, &mut stage.page).expect("a start");
    stage.figures.release(&mut stage.page);
    stage.frame();
    let ball = stage.ball();
    assert!((ball.0 - to.0).hypot(ball.1 - to.1) < 2.0, "{ball:?}");
}

#[test]
fn what_is_dragged_beyond_the_map_stays_at_its_edge() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let (from, far) = (stage.ball(), (10.0 * SIZE.0, -10.0 * SIZE.1));
    stage.drag(Subject::Cost, from, far, false);
    let ball = stage.ball();
    assert!((0.0..SIZE.0).contains(&ball.0) && (0.0..SIZE.1).contains(&ball.1), "{ball:?}");
}

#[test]
fn a_tap_in_the_cost_is_a_new_start_and_beside_it_nothing() {
    let mut stage = Stage::open("");
    for view in VIEWS {
        stage.view(view);
        assert_eq!(stage.tap(Subject::Cost, at(0.6, 0.5)), Ok(true), "{view:?}");
        assert!(stage.line().0 != 0.0 && stage.epoch() == 0);
        let there = stage.line();
        assert_eq!(stage.tap(Subject::Cost, at(0.005, 0.005)), Ok(false), "{view:?}");
        assert_eq!(stage.line(), there);
    }
    assert_eq!(stage.tap(Subject::History, at(0.5, 0.5)), Ok(false));
}

#[test]
fn the_scale_of_the_map_stays_where_the_ball_is_put_by_hand_and_what_was_pointed_at_is_gone() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let before = stage.base(Subject::Cost);
    stage.point(Subject::Cost, at(0.6, 0.4));
    assert!(stage.figures.tip(&stage.page).is_some());
    stage.figures.grab(Subject::Cost, at(0.6, 0.4), REACH, &stage.page, false);
    stage.tap(Subject::Cost, at(0.6, 0.4)).expect("a start");
    assert_eq!(stage.figures.tip(&stage.page), None);
    let ball = stage.ball();
    stage.drag(Subject::Cost, ball, at(0.5, 0.5), false);
    assert_eq!(stage.base(Subject::Cost), before);
    stage.step(1);
    assert_eq!(stage.base(Subject::Cost), before, "also once it goes on from there");
    stage.page.start_at("3", "40").expect("a start");
    stage.frame();
    assert_ne!(stage.base(Subject::Cost), before, "but not for another start");
}

#[test]
fn arrow_keys_move_the_ball_by_hundredths_of_the_window() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let (mut last, before) = (stage.ball(), stage.base(Subject::Cost));
    for (right, up) in [(1.0, 0.0), (0.0, 1.0), (-1.0, -1.0)] {
        stage.figures.nudge(10.0 * right, 10.0 * up, &mut stage.page).expect("a start");
        stage.frame();
        let ball = stage.ball();
        assert_eq!((ball.0 - last.0).signum() * right.abs(), right, "{ball:?} after {last:?}");
        assert_eq!((last.1 - ball.1).signum() * up.abs(), up, "{ball:?} after {last:?}");
        last = ball;
    }
    assert_eq!(stage.base(Subject::Cost), before);
    stage.view(CostView::Surface);
    let line = stage.line();
    stage.figures.nudge(1.0, 0.0, &mut stage.page).expect("nothing happens");
    assert_eq!(stage.line(), line, "on the surface the keys turn the camera");
}

#[test]
fn the_surface_turns_and_comes_closer_to_where_the_pointer_is() {
    let mut stage = Stage::open("");
    stage.view(CostView::Surface);
    let far = stage.base(Subject::Cost);
    let first = stage.page.session().view.camera;
    let place = at(0.6, 0.45);
    let line = |stage: &mut Stage| {
        stage.point(Subject::Cost, place);
        let tip = stage.figures.tip(&stage.page).expect("a line");
        tip.lines[0].clone()
    };
    let before = line(&mut stage);
    stage.figures.zoom(2.0, place, &mut stage.page);
    stage.frame();
    assert_ne!(stage.base(Subject::Cost), far);
    assert!((stage.page.session().view.camera.zoom() - 2.0).abs() < 1e-12);
    // To the digits that a hand can tell apart.
    let numbers = |text: &str| -> Vec<f64> {
        let parts = text.split([' ', ',']).map(|part| part.replace('−', "-"));
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    let (here, there) = (numbers(&line(&mut stage)), numbers(&before));
    assert!((here[0] - there[0]).abs() < 0.05, "{here:?} is not {there:?}");
    stage.page.session_mut().view.camera = first;
    stage.frame();
    assert_eq!(stage.base(Subject::Cost), far);
    stage.page.session_mut().view.camera = first.dragged(12.0, 0.0);
    stage.frame();
    assert_ne!(stage.base(Subject::Cost), far);
}

/// Where the pointer finds handles of the line, from left to right.
fn handles(stage: &mut Stage) -> Vec<(Place, Handle)> {
    let mut found: Vec<(Place, Handle)> = Vec::new();
    for x in 0..SIZE.0 as usize {
        for y in 0..SIZE.1 as usize {
            let place = (x as f64, y as f64);
            let hit = stage.figures.point(Subject::Data, place, 1.0, &stage.page);
            if let Hit::Line(handle) = hit
                && !found
                    .iter()
                    .any(|(other, _)| (other.0 - place.0).hypot(other.1 - place.1) < 9.0)
            {
                found.push((place, handle));
            }
        }
    }
    found
}

#[test]
fn the_line_is_moved_by_its_middle_and_turned_by_its_ends_and_the_ball_follows() {
    let mut stage = Stage::on_few_points();
    stage.view(CostView::Map);
    let ball = stage.ball();
    let found = handles(&mut stage);
    assert_eq!(
        found.iter().map(|(_, handle)| *handle).collect::<Vec<_>>(),
        [Handle::End, Handle::Middle, Handle::End]
    );
    let middle = found[1].0;
    let hit = stage.drag(Subject::Data, middle, (middle.0, middle.1 - 0.2 * SIZE.1), false);
    assert_eq!(hit, Hit::Line(Handle::Middle));
    let moved = stage.line();
    assert!(moved.0 == 0.0 && moved.1 > 1.0 && stage.epoch() == 0, "{moved:?}");
    assert_ne!(stage.ball(), ball);

    let end = handles(&mut stage)[2].0;
    stage.drag(Subject::Data, end, (end.0, end.1 - 0.15 * SIZE.1), false);
    let turned = stage.line();
    assert!(turned.0 > 0.3, "{turned:?}");
    // It turned about the mean of x.
    assert!((turned.0 * 1.5 + turned.1 - moved.1).abs() < 0.05, "{turned:?} after {moved:?}");
    assert!(Subject::Data.describe(stage.page.session()).contains("the line ŷ = "));
}

#[test]
fn a_handle_goes_on_beyond_the_edge_of_the_plot_and_does_not_jump_when_it_is_taken() {
    let mut stage = Stage::on_few_points();
    let [_, _, (end, _)] = handles(&mut stage)[..] else { panic!("three handles") };
    // Taken beside its middle, and moved by nothing.
    let beside = (end.0 + 5.0, end.1 - 5.0);
    assert_eq!(stage.drag(Subject::Data, beside, beside, false), Hit::Line(Handle::End));
    assert_eq!(stage.line(), (0.0, 0.0));

    stage.drag(Subject::Data, end, (end.0, end.1 - SIZE.1), false);
    let steep = stage.line();
    let mut other = Stage::on_few_points();
    other.drag(Subject::Data, end, (end.0, end.1 - 2.0 * SIZE.1), false);
    let steeper = other.line();
    assert!(steeper.0 > 1.9 * steep.0, "{steeper:?} after {steep:?}");
}
