//! Motion between two frames, where it is welcome.

use super::*;

/// A page that moves things, at rest.
fn moving() -> Stage {
    let mut stage = Stage { page: Page::open(""), figures: figures(), now: 0.0 };
    stage.rest();
    stage.now += 10_000.0;
    stage.rest();
    stage
}

/// Drawings of a layer in each frame until nothing moves.
fn seen(stage: &mut Stage, layer: impl Fn(&Stage) -> String) -> Vec<String> {
    let mut seen = Vec::new();
    for _ in 0..1_000 {
        let moves = stage.frame();
        seen.push(layer(stage));
        if !moves {
            break;
        }
    }
    seen.dedup();
    seen
}

#[test]
fn a_step_glides_and_comes_to_rest_where_it_has_to_be() {
    let mut stage = moving();
    stage.view(CostView::Map);
    stage.now += 1_000.0;
    stage.page.session_mut().advance(1);
    let balls = seen(&mut stage, |stage| stage.overlay(Subject::Cost));
    assert!(balls.len() > 10, "{} pictures", balls.len());

    let mut reduced = Stage::open("");
    reduced.view(CostView::Map);
    reduced.page.session_mut().advance(1);
    assert_eq!(seen(&mut reduced, |stage| stage.overlay(Subject::Cost)).len(), 1);
    assert_eq!(balls.last(), Some(&reduced.overlay(Subject::Cost)), "both end alike");
}

#[test]
fn the_camera_flies_from_the_map_to_the_surface_and_is_there_at_once_from_the_bowl() {
    let mut stage = moving();
    let surface = stage.base(Subject::Cost);
    let fly = |stage: &mut Stage, view: CostView| {
        stage.page.session_mut().view.cost = view;
        seen(stage, |stage| stage.base(Subject::Cost))
    };
    assert!(fly(&mut stage, CostView::Map).len() > 20);
    let up = fly(&mut stage, CostView::Surface);
    assert!(up.len() > 20);
    assert_eq!(up.last(), Some(&surface));
    assert_eq!(fly(&mut stage, CostView::Bowl).len(), 1);
    assert_eq!(fly(&mut stage, CostView::Surface), [surface]);
}

#[test]
fn axes_become_equal_by_and_by() {
    let mut stage = moving();
    stage.view(CostView::Map);
    stage.page.session_mut().view.equal_axes = true;
    assert!(seen(&mut stage, |stage| stage.base(Subject::Cost)).len() > 20);
}

#[test]
fn other_coordinates_of_the_same_data_turn_the_valley_and_other_data_do_not() {
    use downhill::descent::objective::Problem;
    use downhill::descent::scaling::Scaling;
    let mut stage = moving();
    stage.view(CostView::Map);
    let problem = Problem { scaling: Scaling::STANDARDISED, ..stage.page.session().problem() };
    stage.page.set_problem(problem).expect("squared error");
    let turned = seen(&mut stage, |stage| stage.base(Subject::Cost));
    assert!(turned.len() > 20, "{} pictures", turned.len());
    stage.page.choose_dataset("cars").expect("built in");
    assert_eq!(seen(&mut stage, |stage| stage.base(Subject::Cost)).len(), 1);
}

#[test]
fn a_seek_is_shown_at_once() {
    let mut stage = moving();
    stage.page.seek(50, || 0.0);
    assert_eq!(stage.epoch(), 50);
    let overlays = seen(&mut stage, |stage| stage.overlay(Subject::Cost));
    assert_eq!(overlays.len(), 1);
    stage.page.seek(0, || 0.0);
    stage.rest();
    assert_ne!(overlays[0], stage.overlay(Subject::Cost));
}
