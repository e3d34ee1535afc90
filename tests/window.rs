//! The ranges of slopes, intercepts and costs that the figures of the cost show, worked out by hand.

use crate::common::is_close;
use crate::common::round_bowl::{round_bowl, settings};
use crate::common::windows;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::settings::{OnDivergence, Settings, Start};
use downhill::descent::trainer::Trainer;
use downhill::figure::window::{WIDEST, Window, turned};
use downhill::numeric::line::Line;
use downhill::numeric::range::Range;

fn at_rate(rate: f64) -> Trainer {
    Trainer::new(&round_bowl(), settings(rate))
}

fn started_at(slope: f64, intercept: f64) -> Trainer {
    let start = Start::at(slope, intercept).expect("a good start");
    Trainer::new(&round_bowl(), Settings { start, ..settings(0.25) })
}

fn home(run: &Trainer) -> Window {
    windows::initial(std::slice::from_ref(run))
}

fn around(run: &Trainer) -> Window {
    windows::around(std::slice::from_ref(run), &home(run))
}

#[track_caller]
fn assert_range(range: Range, min: f64, max: f64) {
    let near = |value: f64, expected: f64| (value - expected).abs() <= 1e-9 * (max - min);
    assert!(near(range.min, min) && near(range.max, max), "{range:?}, not {min} to {max}");
}

#[track_caller]
fn assert_window(window: Window, expected: Window) {
    assert_range(window.slope, expected.slope.min, expected.slope.max);
    assert_range(window.intercept, expected.intercept.min, expected.intercept.max);
    assert_range(window.cost, expected.cost.min, expected.cost.max);
}

#[test]
fn the_first_window_holds_start_and_minimum_with_room_around_them() {
    let window = home(&at_rate(0.25));
    // 14 % of their distance on every side, and 8 % above the cost of the start.
    assert_range(window.slope, -0.14, 1.14);
    assert_range(window.intercept, -0.14, 1.14);
    assert_range(window.cost, 0.0, 3.0 * 1.08);
}

#[test]
fn the_first_window_holds_the_first_zigzag() {
    // Each step goes across the bottom to half the distance: 0, 1.5, 0.75 …
    let window = home(&at_rate(0.75));
    assert_range(window.slope, 0.75 - 0.64 * 1.5, 0.75 + 0.64 * 1.5);
}

#[test]
fn a_rate_that_does_not_converge_is_not_looked_ahead_of() {
    // At the limit the ball goes to 2 and back to 0 for ever; the window is that of a smaller rate.
    assert_eq!(home(&at_rate(1.0)), home(&at_rate(0.25)));
}

#[test]
fn steps_that_leave_for_ten_times_the_cost_are_not_in_the_first_window() {
    // The first step of AdaGrad is as long as the rate: to (4, 4), which costs 19, or to (5, 5), 33.
    let optimizer = Optimizer::new(Rule::from_name("adagrad").expect("known"));
    let to = |rate| Trainer::new(&round_bowl(), Settings { optimizer, ..settings(rate) });
    let window = home(&to(4.0));
    assert_range(window.slope, 2.0 - 0.64 * 4.0, 2.0 + 0.64 * 4.0);
    assert_range(window.cost, 0.0, 19.0 * 1.08);
    let window = home(&to(5.0));
    assert_range(window.slope, -0.14, 1.14);
    assert_range(window.cost, 0.0, 3.0 * 1.08);
}

#[test]
fn where_an_epoch_is_a_pass_only_as_many_are_looked_ahead_as_a_million_rows_allow() {
    // The middle moves by the rate, 1, until it swings about the median, at most half a step beyond it.
    let highest = |rows: usize, median: f64| {
        let xs: Vec<f64> = (0..rows).map(|row| if row % 2 == 0 { -1.0 } else { 1.0 }).collect();
        let data = Dataset::from_columns(&xs, &vec![median; rows]).expect("sound data");
        let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
        let window = home(&Trainer::new(&data, Settings { problem, ..settings(1.0) }));
        // Without the margin.
        window.intercept.min + window.intercept.span() * 1.14 / 1.28
    };
    assert!(is_close(highest(20_000, 10.75), 11.0, 1e-9), "fifty epochs lead there");
    assert!(is_close(highest(20_000, 90.75), 90.75, 1e-9), "fifty epochs do not");
    assert!(is_close(highest(10, 90.75), 91.0, 1e-9), "few rows are looked at often");
    assert!(is_close(highest(10, 250.75), 250.75, 1e-9), "but no more than 200 times");
}

#[test]
fn a_start_that_is_the_answer_has_a_window_up_to_the_cost_of_its_corner() {
    // Of no width: as wide as the answer is large, and at least 1. The corner is 1 off either way.
    let window = home(&started_at(1.0, 1.0));
    assert_range(window.slope, 0.0, 2.0);
    assert_range(window.intercept, 0.0, 2.0);
    assert_range(window.cost, 0.0, 3.0 * 1.08);
}

#[test]
fn a_start_a_little_above_the_least_cost_sets_the_height_itself() {
    // Off by 0.1 either way: a cost of 1.02. The corner is 1.14·0.1 off and costs 1.025992.
    let window = home(&started_at(0.9, 0.9));
    assert_range(window.slope, 0.886, 1.014);
    assert_range(window.cost, 0.0, 1.02 * 1.08);
}

#[test]
fn a_window_with_no_spread_still_has_a_width() {
    let far = Dataset::from_columns(&[-1.0, 1.0], &[-500.0, -500.0]).expect("sound data");
    let start = Start::at(0.0, -500.0).expect("a good start");
    let window = home(&Trainer::new(&far, Settings { start, ..settings(0.25) }));
    assert_range(window.slope, -1.0, 1.0);
    assert_range(window.intercept, -1_000.0, 0.0);
    // The corner is 1 off in slope and 500 in height.
    assert_range(window.cost, 0.0, 250_001.0 * 1.08);
}

#[test]
fn a_window_whose_costs_all_vanish_is_one_high() {
    // The square of 10⁻¹⁷⁰ is no number but 0.
    let tiny = Dataset::from_columns(&[0.0], &[1e-170]).expect("sound data");
    let window = home(&Trainer::new(&tiny, settings(0.25)));
    assert_eq!(window.cost, Range::new(0.0, 1.0));
    assert!(window.intercept.span() < 1e-169, "{window:?}");
}

#[test]
fn the_window_of_a_race_holds_the_starts_of_all_runs() {
    let runs = [started_at(0.0, 0.0), started_at(3.0, -1.0)];
    let window = windows::initial(&runs);
    assert_range(window.slope, 1.5 - 0.64 * 3.0, 1.5 + 0.64 * 3.0);
    assert_range(window.intercept, -0.64 * 2.0, 0.64 * 2.0);
    assert_range(window.cost, 0.0, 9.0 * 1.08);
}

#[test]
fn the_window_grows_by_whole_steps_of_half_its_size_to_hold_the_path() {
    // a = b = 1 − (−1.1)ⁿ. Epoch 9 is the farthest to one side: 2.858 from the middle, 4.47 half-widths,
    // which four steps hold; epoch 10 costs 14.46, 4.46 heights, which four steps hold too.
    let mut run = at_rate(1.05);
    assert_window(around(&run), home(&run));
    run.step(10);
    let wider = 1.5_f64.powi(4);
    let window = around(&run);
    assert_range(window.slope, 0.5 - 0.64 * wider, 0.5 + 0.64 * wider);
    assert_range(window.intercept, 0.5 - 0.64 * wider, 0.5 + 0.64 * wider);
    assert_range(window.cost, 0.0, 3.24 * wider);
    // Epoch 8 costs 10.19, 3.15 heights, three steps; epoch 7 is 3.83 half-widths off, four steps.
    run.seek(8);
    assert_range(around(&run).cost, 0.0, 3.24 * 1.5_f64.powi(3));
    assert_range(around(&run).slope, 0.5 - 0.64 * wider, 0.5 + 0.64 * wider);
}

#[test]
fn what_is_just_at_the_edge_makes_no_step() {
    // The third run's start is the corner of the window of the other two.
    let home = windows::initial(&[started_at(0.0, 0.0)]);
    let corner = started_at(home.slope.max, home.intercept.min);
    assert_window(windows::around(&[corner], &home), home);
    let beyond = started_at(home.slope.max + 0.001, 0.0);
    assert_range(windows::around(&[beyond], &home).slope, 0.5 - 0.96, 0.5 + 0.96);
}

#[test]
fn in_a_race_a_run_that_flies_off_leaves_the_picture_to_the_others() {
    let mut flying = at_rate(1.05);
    flying.step(40);
    let alone = around(&flying);
    assert!(alone.slope.span() > 50.0, "{alone:?}");
    let runs = [flying, at_rate(0.25)];
    let window = windows::around(&runs, &windows::initial(&runs));
    // Up to ten times the cost of the start, 30: epoch 14 costs 29.8, and is 3.298 from the middle.
    let wider = 1.5_f64.powi(5);
    assert_range(window.slope, 0.5 - 0.64 * wider, 0.5 + 0.64 * wider);
    assert_range(window.cost, 0.0, 3.24 * 1.5_f64.powi(6));
}

#[test]
fn no_flight_makes_the_window_wider_or_higher_than_its_limits() {
    let mut run = Trainer::new(
        &round_bowl(),
        Settings { on_divergence: OnDivergence::GO_ON, ..settings(1e3) },
    );
    run.step(20);
    assert!(run.state().cost > 1e60 && run.state().cost.is_finite());
    let window = around(&run);
    assert_range(window.slope, 0.5 - 0.64 * WIDEST, 0.5 + 0.64 * WIDEST);
    assert_range(window.cost, 0.0, 3.24 * WIDEST * WIDEST);
}

#[test]
fn the_costs_of_a_plane_are_those_of_the_corners() {
    // The mean error is ȳ − b = 1 − b whatever the slope, as x̄ = 0.
    let problem = Problem { cost: Cost::SIGNED, ..Problem::default() };
    let run = Trainer::new(&round_bowl(), Settings { problem, ..settings(0.001) });
    let first = home(&run);
    assert_range(first.cost, 1.0 - first.intercept.max, 1.0 - first.intercept.min);
    let mut later = run.clone();
    later.step(3_000);
    let window = windows::around(std::slice::from_ref(&later), &first);
    assert!(window.intercept.span() > first.intercept.span());
    assert_range(window.cost, 1.0 - window.intercept.max, 1.0 - window.intercept.min);
}

fn window(slope: (f64, f64), intercept: (f64, f64), cost: (f64, f64)) -> Window {
    let range = |(min, max)| Range::new(min, max);
    Window { slope: range(slope), intercept: range(intercept), cost: range(cost) }
}

#[test]
fn equal_axes_make_the_shorter_side_longer_about_its_middle() {
    let long_slope = window((0.0, 8.0), (1.0, 2.0), (0.0, 9.0)).with_equal_axes(2.0);
    assert_eq!(long_slope, window((0.0, 8.0), (-0.5, 3.5), (0.0, 9.0)));
    let long_intercept = window((1.0, 2.0), (0.0, 8.0), (0.0, 9.0)).with_equal_axes(2.0);
    assert_eq!(long_intercept, window((-6.5, 9.5), (0.0, 8.0), (0.0, 9.0)));
}

#[test]
fn a_window_is_so_many_times_wider_than_another_along_the_axis_where_it_grew_least() {
    let home = window((0.0, 2.0), (0.0, 4.0), (0.0, 1.0));
    assert_eq!(window((0.0, 6.0), (0.0, 20.0), (0.0, 1.0)).times_wider(&home), 3.0);
    assert_eq!(window((0.0, 20.0), (0.0, 12.0), (0.0, 1.0)).times_wider(&home), 3.0);
    assert_eq!(window((0.0, 1.0), (0.0, 1.0), (0.0, 1.0)).times_wider(&home), 1.0);
}

#[test]
fn half_the_way_to_a_window_four_times_as_wide_is_twice_as_wide() {
    let from = window((0.0, 2.0), (2.0, 3.0), (0.0, 1.0));
    let to = window((0.0, 8.0), (5.0, 6.0), (-6.0, 10.0));
    let half = from.toward(&to, 0.5);
    // An end that is the same in both windows stays; a window of the same width moves evenly.
    assert_range(half.slope, 0.0, 4.0);
    assert_range(half.intercept, 3.5, 4.5);
    // Of 1 to 16 the half is 4: a fifth of the way.
    assert_range(half.cost, -1.2, 2.8);
    assert_eq!((from.toward(&to, 0.0), from.toward(&to, 1.0).slope), (from, to.slope));
}

#[test]
fn a_window_on_its_way_reaches_for_the_ball_where_its_goal_holds_it() {
    let now = window((0.0, 1.0), (0.0, 1.0), (0.0, 1.0));
    let goal = window((0.0, 4.0), (0.0, 4.0), (0.0, 4.0));
    let reached = now.reaching(Line::new(3.0, 9.0), 2.0, &goal);
    assert_eq!(reached, window((0.0, 3.0), (0.0, 1.0), (0.0, 2.0)));
}

#[test]
fn windows_are_about_the_same_up_to_a_five_hundredth_of_their_size() {
    let one = window((0.0, 10.0), (100.0, 110.0), (0.0, 10.0));
    assert!(one.is_about(&one));
    assert!(window((0.019, 10.019), (99.981, 109.981), (0.0, 10.0)).is_about(&one));
    for off in [
        window((0.021, 10.0), (100.0, 110.0), (0.0, 10.0)),
        window((0.0, 10.021), (100.0, 110.0), (0.0, 10.0)),
        window((0.0, 10.0), (99.979, 110.0), (0.0, 10.0)),
        window((0.0, 10.0), (100.0, 109.979), (0.0, 10.0)),
        window((0.0, 10.0), (100.0, 110.0), (0.021, 10.0)),
        window((0.0, 10.0), (100.0, 110.0), (0.0, 9.979)),
    ] {
        assert!(!off.is_about(&one), "{off:?}");
    }
}

#[test]
fn a_window_that_turns_with_the_coordinates_stays_around_its_lines() {
    let lines = |slopes: (f64, f64), intercepts: (f64, f64)| {
        [Line::new(slopes.0, intercepts.0), Line::new(slopes.1, intercepts.1)]
    };
    // Before: the lines span 0 to 2 and 10 to 14; the window reaches half their span below the slopes,
    // a whole one above; a quarter either way for the intercepts.
    let from = window((-1.0, 4.0), (9.0, 15.0), (0.0, 1.0));
    // After: no room below, three spans above; half a span and one and a half.
    let to = window((5.0, 9.0), (18.0, 28.0), (0.0, 9.0));
    let before = lines((0.0, 2.0), (10.0, 14.0));
    let after = lines((5.0, 6.0), (20.0, 24.0));
    let now = lines((100.0, 104.0), (-3.0, -1.0));
    let window = turned((&from, &before), &now, (&to, &after), 0.5);
    // Half the way between: a quarter below, two spans above; 3/8 below, 5/8 above.
    assert_range(window.slope, 100.0 - 0.25 * 4.0, 104.0 + 2.0 * 4.0);
    assert_range(window.intercept, -3.0 - 0.375 * 2.0, -1.0 + 0.625 * 2.0);
    assert_eq!(window.cost, from.toward(&to, 0.5).cost);
    // Without two places to go by it goes straight.
    for lines in [&before[..1], &[]] {
        let straight = turned((&from, lines), &now, (&to, &after), 0.5);
        assert_eq!(straight, from.toward(&to, 0.5));
        assert_eq!(turned((&from, &before), lines, (&to, &after), 0.5), straight);
        assert_eq!(turned((&from, &before), &now, (&to, lines), 0.5), straight);
    }
}
