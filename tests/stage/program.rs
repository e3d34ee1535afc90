//! Definitions of the reader's program in the figures: a cost and predictions.

use super::*;
use downhill::edition::ProgramPackage;
use downhill::numeric::line::Line;
use downhill::stage::figures::{CostRequest, Definitions};

/// A page on which a program has shown two lines, and defined a cost and predictions.
fn with_program() -> Stage {
    let mut stage = Stage::on_few_points();
    stage.page.show_program(&[0.5, 0.25, 1.0, 0.5], 1, 2);
    stage.frame();
    begin(&mut stage);
    stage
}

/// The line that is asked for besides the grids: that of the ball.
const BALL_ALONE: usize = 1;

fn begin(stage: &mut Stage) {
    let defined = Definitions { cost: true, predict: true, stride: 1 };
    stage.figures.begin_program(&stage.page, defined, ProgramPackage::PROOF);
    stage.frame();
}

fn request(stage: &mut Stage) -> Option<CostRequest> {
    stage.figures.cost_request(&stage.page)
}

/// Answers a request with this cost.
fn answer(stage: &mut Stage, request: &CostRequest, cost: &impl Fn(Line) -> f64) {
    let lines = request.lines.as_chunks::<2>().0.iter().map(|&[a, b]| Line::new(a, b));
    let costs: Vec<f64> = lines.map(cost).collect();
    stage.figures.take_costs(request.ticket, &costs);
    stage.frame();
}

/// Answers until nothing more is wanted; returns how many lines each request had.
fn answer_all(stage: &mut Stage, cost: impl Fn(Line) -> f64) -> Vec<usize> {
    let mut counts = Vec::new();
    while let Some(next) = request(stage) {
        counts.push(next.lines.len() / 2);
        answer(stage, &next, &cost);
    }
    stage.rest();
    counts
}

/// The mean of the squared errors on the few points.
fn squared(line: Line) -> f64 {
    let errors = FEW.0.iter().zip(FEW.1).map(|(&x, y)| y - line.predict(x));
    errors.map(|error| error * error).sum::<f64>() / 4.0
}

/// The mean of their sizes.
fn absolute(line: Line) -> f64 {
    FEW.0.iter().zip(FEW.1).map(|(&x, y)| (y - line.predict(x)).abs()).sum::<f64>() / 4.0
}

fn describe(stage: &Stage, figure: Subject) -> String {
    stage.figures.describe(figure, &stage.page)
}

fn cost_note(stage: &Stage) -> String {
    stage.figures.program_cost_note(&stage.page).join(" ")
}

#[test]
fn a_cost_is_asked_for_coarse_first_a_little_at_a_time_and_on_at_most_2304_lines() {
    let mut stage = with_program();
    let counts = answer_all(&mut stage, absolute);
    assert_eq!(counts[0], 36);
    assert!(counts.iter().all(|&count| count <= 128), "{counts:?}");
    assert_eq!(counts.iter().sum::<usize>(), 2_116 + BALL_ALONE);
}

#[test]
fn every_view_shows_the_cost_of_the_program_and_on_asking_the_page_s_own() {
    let mut stage = with_program();
    for view in VIEWS {
        stage.view(view);
        begin(&mut stage);
        let own = stage.layers();
        answer_all(&mut stage, absolute);
        assert!(stage.figures.shows_program_cost(&stage.page));
        let shown = stage.layers();
        assert_ne!(own[1], shown[1], "the base in the {view:?}");
        assert_ne!(own[4], shown[4], "the overlay in the {view:?}");
        assert_eq!((&own[0], &own[2], &own[5]), (&shown[0], &shown[2], &shown[5]));
        assert!(describe(&stage, Subject::Cost).contains("The cost that your program defines."));
        stage.figures.show_program_cost(false);
        stage.rest();
        assert_eq!(stage.layers(), own, "the page's own in the {view:?}");
        assert!(!describe(&stage, Subject::Cost).contains("program"));
        assert_eq!(cost_note(&stage), "The page’s own cost J.");
        assert_eq!(request(&mut stage), None);
        stage.figures.show_program_cost(true);
        stage.rest();
        assert_eq!(stage.layers(), shown);
        assert!(cost_note(&stage).contains("the page’s J"));
    }
}

#[test]
fn a_picture_that_leaves_the_page_shows_the_same_cost() {
    let mut stage = with_program();
    let still = |stage: &Stage| {
        let mut canvas = Canvas::new();
        downhill::stage::layers::ResizableBackend::resize(&mut canvas, 480, 360);
        let theme = downhill::figure::theme::Theme::LIGHT;
        let mut pen = downhill::figure::pen::Pen::new(&mut canvas, 1.0, &theme);
        stage.figures.still(&stage.page).draw(&mut pen, Subject::Cost).expect("it draws");
        canvas.shown()
    };
    for view in VIEWS {
        stage.view(view);
        begin(&mut stage);
        let own = still(&stage);
        answer_all(&mut stage, absolute);
        assert_ne!(still(&stage), own, "{view:?}");
    }
}

#[test]
fn the_ball_stands_on_the_cost_of_the_program_as_on_the_page_s_if_both_are_the_same() {
    for view in VIEWS {
        let mut stage = Stage::on_few_points();
        stage.step(2);
        stage.view(view);
        begin(&mut stage);
        let own = stage.ball();
        answer_all(&mut stage, squared);
        let ball = stage.ball();
        // The surface is laid out for a box that holds any cost.
        let near = if view == CostView::Surface { 25.0 } else { 1.5 };
        assert!((ball.0 - own.0).hypot(ball.1 - own.1) < near, "{view:?}: {ball:?} and {own:?}");
        assert_eq!(stage.point(Subject::Cost, ball), Hit::Ball);
    }
}

#[test]
fn the_ball_is_where_the_program_s_cost_has_it_and_can_be_taken_hold_of_there() {
    for view in [CostView::Bowl, CostView::Surface] {
        let mut stage = Stage::on_few_points();
        stage.page.set_learning_rate("0.05").expect("a rate");
        stage.step(5);
        stage.view(view);
        begin(&mut stage);
        let own = stage.ball();
        // Highest where the page's cost is least.
        answer_all(&mut stage, |line| 1.0 / (1.0 + squared(line)));
        let ball = stage.ball();
        assert!(ball.1 < own.1 - 50.0, "{view:?}: {ball:?} and {own:?}");
        assert_eq!(stage.point(Subject::Cost, ball), Hit::Ball, "{view:?}");
        assert_ne!(stage.point(Subject::Cost, own), Hit::Ball, "{view:?}");
    }
    let mut stage = with_program();
    stage.view(CostView::Bowl);
    answer_all(&mut stage, absolute);
    assert!(stage.base(Subject::Cost).contains("your cost"));
}

#[test]
fn another_window_is_asked_for_and_one_that_is_known_is_not() {
    let mut stage = with_program();
    stage.view(CostView::Map);
    let late = request(&mut stage).expect("a first request");
    stage.page.session_mut().view.equal_axes = true;
    stage.rest();
    let other = request(&mut stage).expect("another window");
    assert_ne!(other.ticket, late.ticket);
    assert_ne!(other.lines, late.lines);
    answer(&mut stage, &late, &absolute);
    assert!(!stage.figures.shows_program_cost(&stage.page), "what comes late is of another window");
    assert!(answer_all(&mut stage, absolute).iter().sum::<usize>() >= 2_116);
    stage.page.session_mut().view.equal_axes = false;
    stage.rest();
    let rest = answer_all(&mut stage, absolute);
    assert_eq!(rest.iter().sum::<usize>(), 2_116 - 36, "what came late is kept");
    stage.page.session_mut().view.equal_axes = true;
    stage.rest();
    assert_eq!(request(&mut stage), None, "known already");
}

#[test]
fn a_run_that_flies_off_is_followed_and_what_is_known_stays_in_sight_until_more_is() {
    let mut stage = Stage::on_few_points();
    stage.page.set_learning_rate("0.5").expect("a rate");
    stage.view(CostView::Map);
    begin(&mut stage);
    answer_all(&mut stage, absolute);
    let before = stage.base(Subject::Cost);
    stage.step(4);
    stage.rest();
    assert!(stage.figures.shows_program_cost(&stage.page));
    let stretched = stage.base(Subject::Cost);
    assert_ne!(stretched, before);
    assert!(answer_all(&mut stage, absolute).iter().sum::<usize>() >= 2_116);
    assert_ne!(stage.base(Subject::Cost), stretched);
}

#[test]
fn answers_that_nobody_asked_for_change_nothing() {
    let mut stage = with_program();
    let first = request(&mut stage).expect("a first request");
    stage.figures.take_costs(first.ticket, &[1.0; 35]);
    stage.figures.take_costs(u32::MAX, &[1.0; 36]);
    assert_eq!(request(&mut stage), Some(first.clone()));
    begin(&mut stage);
    let other = request(&mut stage).expect("of another program");
    stage.figures.take_costs(first.ticket, &[1.0; 36]);
    assert_eq!(request(&mut stage), Some(other));
    stage.figures.end_program();
    assert_eq!((request(&mut stage), cost_note(&stage)), (None, String::new()));
}

#[test]
fn where_the_cost_is_no_number_there_are_stripes_and_a_sentence() {
    let mut stage = with_program();
    for view in VIEWS {
        stage.view(view);
        begin(&mut stage);
        answer_all(&mut stage, |line| if line.slope < 0.5 { f64::NAN } else { absolute(line) });
        assert!(stage.figures.shows_program_cost(&stage.page));
        assert!(cost_note(&stage).contains("stripes"), "{}", cost_note(&stage));
        begin(&mut stage);
        let own = stage.layers();
        answer_all(&mut stage, |_| f64::INFINITY);
        assert!(!stage.figures.shows_program_cost(&stage.page));
        assert!(
            cost_note(&stage).contains("not a finite number anywhere"),
            "{}",
            cost_note(&stage)
        );
        assert_eq!(stage.layers(), own);
    }
}

#[test]
fn costs_of_any_size_are_drawn() {
    let mut stage = with_program();
    for view in VIEWS {
        stage.view(view);
        for cost in [
            (|_| 3.0) as fn(Line) -> f64,
            |_| 0.0,
            |line| -1e6 - squared(line),
            |line| 1e9 + squared(line),
            |line| 1e300 * line.slope,
            |line| 1e-300 * line.intercept,
            |line| if line.slope > 1.0 { 1.0 } else { 0.0 },
        ] {
            begin(&mut stage);
            answer_all(&mut stage, cost);
            assert!(stage.figures.shows_program_cost(&stage.page));
            stage.step(1);
            stage.page.session_mut().step_back();
            stage.frame();
        }
    }
}

#[test]
fn the_cost_of_a_program_stays_with_its_data_and_follows_their_scaling() {
    let mut stage = with_program();
    stage.view(CostView::Map);
    answer_all(&mut stage, absolute);
    let problem = downhill::descent::objective::Problem {
        scaling: downhill::descent::scaling::Scaling::STANDARDISED,
        ..stage.page.session().problem()
    };
    stage.page.session_mut().set_problem(problem).expect("these data can be scaled");
    stage.page.renew();
    stage.rest();
    assert!(stage.figures.shows_program_cost(&stage.page));
    assert!(answer_all(&mut stage, absolute).iter().sum::<usize>() >= 2_116);
    stage.page.choose_dataset("cars").expect("built in");
    stage.rest();
    assert!(!stage.figures.shows_program_cost(&stage.page));
    assert_eq!((request(&mut stage), cost_note(&stage)), (None, String::new()));
}

#[test]
fn the_cost_at_the_ball_is_told_as_the_program_has_computed_it() {
    let mut stage = with_program();
    let cost = |line: Line| (10.0 * line.slope).sin() + line.intercept;
    answer_all(&mut stage, cost);
    for (a, b) in [(0.5, 0.25), (1.0, 0.5)] {
        stage.step(1);
        assert_eq!(answer_all(&mut stage, cost), [1], "the new place of the ball");
        let exact = downhill::text::en::number::number(cost(Line::new(a, b)));
        let description = describe(&stage, Subject::Cost);
        assert!(description.contains(&format!("where that cost is {exact}")), "{description}");
    }
    assert_eq!(request(&mut stage), None);
}

#[test]
fn a_place_that_is_pointed_at_tells_both_costs() {
    let mut stage = with_program();
    stage.view(CostView::Map);
    answer_all(&mut stage, |line| 2.0 * squared(line));
    stage.point(Subject::Cost, at(0.6, 0.4));
    let lines = stage.figures.tip(&stage.page).expect("a tip").lines;
    let number = |line: &str, before: &str| -> f64 {
        line.strip_prefix(before).expect("its name").parse().expect("a number")
    };
    let (yours, page) = (number(&lines[1], "your cost ≈ "), number(&lines[2], "J = "));
    assert!((yours - 2.0 * page).abs() < 0.01 * yours, "{lines:?}");
}

#[test]
fn predictions_other_than_a_line_are_a_curve_over_the_points_and_a_line_is_none() {
    let mut stage = with_program();
    stage.step(1);
    let own = stage.layers();
    let curve = stage.figures.curve_request(&stage.page).expect("the line that is shown");
    assert_eq!(curve.line, Line::new(0.5, 0.25));
    assert_eq!(stage.figures.curve_request(&stage.page), None, "it is asked for once");
    let squares: Vec<f64> = curve.xs.iter().map(|x| 0.5 * x * x + 0.25).collect();
    stage.figures.take_curve(&squares);
    stage.frame();
    assert_ne!(stage.overlay(Subject::Data), own[3]);
    assert_eq!(stage.overlay(Subject::Cost), own[4]);
    for text in [describe(&stage, Subject::Data), stage.note(Subject::Data)] {
        assert!(text.contains("predict(x, a, b)"), "{text}");
    }
    stage.step(1);
    let next = stage.figures.curve_request(&stage.page).expect("it follows the run");
    assert_eq!(next.line, Line::new(1.0, 0.5));
    let line: Vec<f64> = next.xs.iter().map(|x| x * 1.0 + 0.5).collect();
    stage.figures.take_curve(&line);
    stage.frame();
    let as_line = stage.layers();
    assert!(!stage.note(Subject::Data).contains("predict"));
    stage.figures.end_program();
    stage.frame();
    assert_eq!(stage.layers(), as_line);
    stage.page.choose_dataset("cars").expect("built in");
    begin(&mut stage);
    assert_eq!(stage.figures.curve_request(&stage.page), None, "no run of a program is there");
}

#[test]
fn a_curve_is_drawn_within_the_plot_and_where_it_has_numbers() {
    let mut stage = with_program();
    stage.step(1);
    let curve = stage.figures.curve_request(&stage.page).expect("the line that is shown");
    let wild = curve.xs.iter().map(|x| if *x > 2.0 { f64::NAN } else { 1e300 * (x - 1.0) });
    stage.figures.take_curve(&wild.collect::<Vec<f64>>());
    stage.frame();
    assert!(stage.note(Subject::Data).contains("predict"));
    assert!(!stage.overlay(Subject::Data).contains("NaN"));
}
