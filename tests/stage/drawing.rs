//! When bases and overlays are drawn, and that they show what was chosen.

use super::*;
use downhill::descent::objective::Held;
use downhill::figure::highlight::Symbol;
use downhill::figure::theme::Theme;
use downhill::session::Preset;
use downhill::session::view::DataView;

#[test]
fn a_step_moves_what_lies_above_and_leaves_what_lies_beneath_in_every_view() {
    let mut stage = Stage::open("");
    stage.page.set_learning_rate("0.0005").expect("a rate");
    for view in VIEWS {
        stage.view(view);
        let before = stage.layers();
        let drawn = stage.times_drawn();
        stage.step(1);
        let after = stage.layers();
        assert_eq!(before[..3], after[..3], "the bases in the {view:?}");
        assert_eq!(drawn, stage.times_drawn(), "no base is drawn twice in the {view:?}");
        for (before, after) in before[3..].iter().zip(&after[3..]) {
            assert_ne!(before, after, "the overlays in the {view:?}");
        }
        stage.page.session_mut().step_back();
        stage.frame();
        assert_eq!(before, stage.layers(), "a step back leads to the same pictures");
    }
}

#[test]
fn a_base_is_drawn_anew_for_what_it_shows_and_for_nothing_else() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let mut drawn = |what: &str, change: &dyn Fn(&mut Stage), bases: [bool; 3]| {
        let before = stage.times_drawn();
        change(&mut stage);
        stage.rest();
        let after = stage.times_drawn();
        let changed = [0, 1, 2].map(|base| after[base] > before[base]);
        assert_eq!(changed, bases, "{what}");
    };
    let all = [true; 3];
    drawn("nothing", &|_| (), [false; 3]);
    drawn("the answer", &|stage| stage.page.session_mut().view.answer = true, [false; 3]);
    drawn("squares", &|stage| stage.page.session_mut().view.squares = true, [false; 3]);
    drawn("a symbol", &|stage| stage.figures.highlight(Symbol::from_name("slope")), [false; 3]);
    drawn("the tolerance", &|stage| stage.page.set_tolerance("0.1").expect("a cost"), [false; 3]);
    drawn("residuals", &|stage| stage.page.set_residuals(true), [true, false, false]);
    drawn(
        "equal axes",
        &|stage| stage.page.session_mut().view.equal_axes = true,
        [false, true, false],
    );
    drawn(
        "the scale of the history",
        &|stage| stage.page.session_mut().view.log_history = false,
        [false, false, true],
    );
    drawn(
        "the view",
        &|stage| stage.page.session_mut().view.cost = CostView::Surface,
        [false, true, false],
    );
    drawn("the theme", &|stage| stage.figures.set_theme(Theme::DARK), all);
    drawn("the data", &|stage| stage.page.choose_dataset("cars").expect("built in"), all);
    drawn(
        "a size",
        &|stage| stage.figures.resize(Subject::Cost, 300.0, 300.0, 2.0),
        [false, true, false],
    );
}

#[test]
fn equal_axes_make_another_map_and_go_back_to_the_same() {
    let mut stage = Stage::open("");
    stage.view(CostView::Map);
    let filled = stage.base(Subject::Cost);
    stage.page.session_mut().view.equal_axes = true;
    stage.frame();
    assert_ne!(stage.base(Subject::Cost), filled);
    stage.page.session_mut().view.equal_axes = false;
    stage.frame();
    assert_eq!(stage.base(Subject::Cost), filled);
}

#[test]
fn every_dataset_and_view_of_the_data_has_a_base_of_its_own() {
    let mut stage = Stage::open("");
    let mut seen = Vec::new();
    for id in ["anscombe-1", "anscombe-3", "cars"] {
        stage.page.choose_dataset(id).expect("built in");
        for view in [DataView::Points, DataView::Residuals, DataView::BestResiduals] {
            stage.page.session_mut().view.data = view;
            stage.frame();
            let base = stage.base(Subject::Data);
            assert!(!seen.contains(&base), "{id}, {view:?}");
            seen.push(base);
        }
    }
}

#[test]
fn a_ball_that_flies_off_is_followed_in_every_view_and_said_to_be() {
    for view in VIEWS {
        let mut stage = Stage::open("");
        stage.view(view);
        stage.page.set_learning_rate("0.004").expect("a rate");
        let mut bases = vec![stage.base(Subject::Cost)];
        for _ in 0..8 {
            stage.step(1);
            bases.push(stage.base(Subject::Cost));
        }
        bases.dedup();
        assert!(bases.len() > 3, "the {view:?} zooms out");
        assert!(stage.note(Subject::Cost).contains("Zoomed out "), "{}", stage.note(Subject::Cost));
        stage.step(100_000);
        assert_eq!(stage.page.session().run().status().name(), "diverged");
        assert!(stage.base(Subject::Cost).len() > 500);
    }
}

#[test]
fn a_held_parameter_shows_its_limit_beside_the_bowl() {
    let mut stage = Stage::on_few_points();
    stage.view(CostView::Bowl);
    stage.step(3);
    let line = stage.line();
    stage.page.hold_other(true);
    assert_eq!((stage.epoch(), stage.line()), (0, line), "it goes on from the line that is there");
    assert_eq!(stage.page.session().problem().held, Held::Intercept);
    // mean(x²) = 14/4.
    assert!(stage.note(Subject::Cost).contains("1/mean(x²) = 0.285"));
    stage.page.set_along(downhill::session::view::Parameter::Intercept);
    assert_eq!(stage.page.session().problem().held, Held::Slope, "now the other one is");
    assert!(stage.note(Subject::Cost).contains("stable up to L = 1."));
}

#[test]
fn the_sum_of_the_errors_stands_beside_the_data() {
    let stage = Stage::on_few_points();
    // 1 + 9 + 16 + 81.
    assert_eq!(stage.note(Subject::Data), "Sum of squared errors: 107.");
}

#[test]
fn runs_of_a_race_are_drawn_in_every_figure_and_gone_when_it_ends() {
    let rivals = ["#009199", "#1f1f4d", "#6b2a00"];
    let mut stage = Stage::open("");
    stage.page.session_mut().start_preset(Preset::FourRules);
    stage.step(5);
    for view in VIEWS {
        stage.view(view);
        for color in rivals {
            for figure in [Subject::Data, Subject::Cost, Subject::History] {
                assert!(stage.overlay(figure).contains(color), "{color} in {figure:?}, {view:?}");
            }
        }
    }
    let chosen = stage.page.session().chosen();
    for index in (0..4).rev().filter(|index| *index != chosen) {
        stage.page.session_mut().remove_run(index);
    }
    stage.frame();
    for color in rivals {
        assert!(!stage.overlay(Subject::Cost).contains(color));
    }
}

/// The texts on the overlay of the cost.
fn legend(stage: &Stage) -> Vec<String> {
    let svg = stage.overlay(Subject::Cost);
    let document = Document::parse(&svg).expect("sound XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.filter_map(|node| node.text()).map(|text| text.trim().to_owned()).collect()
}

#[test]
fn the_cost_has_a_legend_of_a_race_in_every_view_and_none_of_a_single_run() {
    let mut stage = Stage::open("");
    let preset = Preset::from_name("coordinates").expect("the full package");
    stage.page.change_race(|session| session.start_preset(preset));
    for view in VIEWS {
        stage.view(view);
        stage.step(5);
        let texts = legend(&stage);
        for name in ["raw", "standardised"] {
            assert!(texts.iter().any(|text| text.starts_with(name)), "{name} in {texts:?}");
        }
        let costs = texts.iter().filter(|text| text.starts_with("J = ")).count();
        assert_eq!(costs, 2, "{texts:?}");
    }
    stage.page.change_race(|session| session.remove_run(0));
    stage.rest();
    assert!(!legend(&stage).iter().any(|text| text.starts_with("J = ")));
}

#[test]
fn in_a_narrow_figure_the_legend_has_short_names_and_stays_within() {
    let mut stage = Stage::open("");
    stage.figures.resize(Subject::Cost, 300.0, 240.0, 1.0);
    stage.page.session_mut().start_preset(Preset::FourRules);
    stage.view(CostView::Map);
    let texts = legend(&stage);
    assert!(texts.contains(&"Momentum".to_owned()), "{texts:?}");
}

#[test]
fn a_run_that_flew_off_stays_in_the_legend_with_its_epoch() {
    let mut stage = Stage::open("");
    stage.page.session_mut().start_preset(Preset::ThreeRates);
    stage.view(CostView::Map);
    stage.step(2_000);
    let texts = legend(&stage);
    assert!(texts.iter().any(|text| text.starts_with("diverged at epoch ")), "{texts:?}");
}

#[test]
fn runs_in_coordinates_of_their_own_stand_where_their_lines_are_and_can_be_brought_elsewhere() {
    let mut stage = Stage::on_few_points();
    stage.view(CostView::Map);
    let preset = Preset::from_name("coordinates").expect("the full package");
    stage.page.change_race(|session| session.start_preset(preset));
    stage.page.session_mut().choose_run(1);
    stage.rest();
    // Both start at a = b = 0, and so at one place.
    let ball = stage.ball();
    assert_eq!(stage.point(Subject::Cost, ball), Hit::Ball);
    stage.step(1);
    let (slope, intercept) = stage.line();
    let bases = stage.base(Subject::Cost);
    stage.drag(Subject::Cost, ball, (ball.0 + 40.0, ball.1 - 30.0), false);
    let (dragged_slope, dragged_intercept) = stage.line();
    assert!(dragged_slope > 0.0 && dragged_intercept > 0.0, "beside {slope}, {intercept}");
    assert_eq!(stage.base(Subject::Cost), bases, "the window stays under the hand");
}
