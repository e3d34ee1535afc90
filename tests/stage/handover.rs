//! Handover from one package of the page to another.

use super::*;
use downhill::stage::readings::Readings;
use downhill::stage::setup::Setup;

/// The page and its figures as the full package goes on with them.
fn handed_over(stage: &mut Stage) -> Stage {
    let bytes = stage.page.pack();
    let page = Page::unpack(&bytes).expect("what was packed");
    let mut figures = figures();
    figures.reduce_motion(true);
    figures.take_over(&stage.figures.hand_over());
    let mut other = Stage { page, figures, now: stage.now };
    // Until squares that changed fast are filled.
    stage.rest();
    other.rest();
    other
}

/// All that is seen.
fn shown(stage: &Stage) -> (Readings, Setup, String, Vec<String>, Option<usize>) {
    (
        Readings::of(stage.page.session()),
        Setup::of(&stage.page),
        stage.page.sentence(false),
        stage.layers(),
        stage.figures.selected_point(),
    )
}

#[test]
fn the_descent_its_settings_and_its_pictures_are_the_same_to_the_last_bit() {
    let mut stage = Stage::open("");
    stage.page.start_at("-0.3", "4").expect("a start");
    stage.page.set_epochs("4321").expect("a limit");
    stage.page.set_tolerance("1e-3").expect("a tolerance");
    stage.page.set_learning_rate("0.0007").expect("a rate");
    stage.step(34);
    stage.page.set_learning_rate("0.0019").expect("a rate");
    stage.step(3);
    let view = &mut stage.page.session_mut().view;
    (view.cost, view.log_history, view.squares) = (CostView::Map, false, true);
    (view.equal_axes, view.answer) = (true, true);
    stage.page.set_residuals(true);
    stage.frame();
    let mut other = handed_over(&mut stage);
    assert_eq!(shown(&other), shown(&stage));
    for back in 1..=5 {
        for stage in [&mut stage, &mut other] {
            stage.page.session_mut().step_back();
            stage.rest();
        }
        assert_eq!(shown(&other), shown(&stage), "{back} back");
    }
}

#[test]
fn points_changed_by_hand_are_the_same_with_what_can_be_undone_and_redone() {
    let mut stage = Stage::open("");
    stage.page.choose_dataset("anscombe-1").expect("built in");
    stage.frame();
    for _ in 0..3 {
        stage.figures.add_point(&mut stage.page).expect("room for one");
        stage.frame();
    }
    stage.page.undo().expect("a change");
    stage.step(3);
    let mut other = handed_over(&mut stage);
    assert_eq!(shown(&other), shown(&stage));
    let changes: [fn(&mut Page) -> _; 6] =
        [Page::redo, Page::undo, Page::undo, Page::undo, Page::undo, Page::redo];
    for change in changes {
        for stage in [&mut stage, &mut other] {
            change(&mut stage.page).expect("a change");
            stage.frame();
        }
        assert_eq!(shown(&other), shown(&stage));
    }
}

#[test]
fn an_own_file_stays_in_the_list_with_its_columns_and_its_report() {
    let mut stage = Stage::on_few_points();
    stage.figures.add_point(&mut stage.page).expect("room for one");
    stage.page.choose_dataset("cars").expect("built in");
    stage.frame();
    let mut other = handed_over(&mut stage);
    assert_eq!(shown(&other), shown(&stage));
    assert_eq!(other.page.datasets(), stage.page.datasets());
    assert_eq!(other.page.own_data(), stage.page.own_data());
    assert_eq!(other.page.file_columns(), Some((0, 2)));
    other.page.choose_dataset("edited").expect("on the shelf");
    assert_eq!(other.page.session().dataset().points().len(), 5);
}

#[test]
fn what_was_gone_back_from_is_still_ahead_with_the_rate_that_was_set_on_the_way() {
    let mut stage = Stage::open("");
    stage.step(50);
    stage.page.set_learning_rate("0.001").expect("a rate");
    stage.step(30);
    let there = Readings::of(stage.page.session());
    stage.page.seek(30, || 0.0);
    let mut other = handed_over(&mut stage);
    assert_eq!(Readings::of(other.page.session()), Readings::of(stage.page.session()));
    other.page.seek(80, || 0.0);
    assert_eq!(Readings::of(other.page.session()), there);

    let mut stage = Stage::open("");
    stage.page.set_learning_rate("0.01").expect("a rate");
    stage.step(1_000_000);
    stage.page.session_mut().step_back();
    let end = stage.page.session().last_epoch();
    assert!(end < 1_000, "it diverges");
    assert_eq!(handed_over(&mut stage).page.session().last_epoch(), end, "the end is known");
}

#[test]
fn the_scale_of_the_map_and_the_chosen_point_are_the_same() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    stage.tap(Subject::Cost, at(0.6, 0.4)).expect("a start");
    let other = handed_over(&mut stage);
    assert_eq!(shown(&other), shown(&stage));

    let mut stage = Stage::on_few_points();
    stage.figures.add_point(&mut stage.page).expect("room for one");
    stage.frame();
    let mut other = handed_over(&mut stage);
    assert_eq!(other.figures.tip(&other.page), stage.figures.tip(&stage.page));
    other.figures.delete_point(&mut other.page).expect("the chosen one");
    assert_eq!(other.page.session().dataset().points().len(), 4);
}

#[test]
fn bytes_of_another_build_open_nothing() {
    assert!(Page::unpack(&[]).is_none());
    let bytes = Stage::on_few_points().page.pack();
    for length in (0..bytes.len()).step_by(bytes.len() / 8) {
        assert!(Page::unpack(&bytes[..length]).is_none(), "{length} of {} bytes", bytes.len());
    }
}
