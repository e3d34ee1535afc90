//! The status and the progress of a run, on data so simple that they can be worked out by hand.

use crate::common::is_close;
use crate::common::round_bowl::{round_bowl, settings};
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::{Settings, Start};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::insight::diagnosis::Nearness;
use downhill::numeric::line::Line;

fn from(slope: f64, intercept: f64, settings: Settings) -> Trainer {
    let start = Start::at(slope, intercept).expect("a good start");
    Trainer::new(&round_bowl(), Settings { start, ..settings })
}

#[test]
fn each_status_has_the_name_that_the_page_gives_it() {
    for (status, name, ends) in [
        (Status::Ready, "ready", false),
        (Status::Paused, "paused", false),
        (Status::Converged(Convergence::Settled), "converged", true),
        (Status::Converged(Convergence::BelowTolerance), "below-tolerance", true),
        (Status::EpochLimit, "epoch-limit", true),
        (Status::Diverged, "diverged", true),
    ] {
        assert_eq!((status.name(), status.is_end()), (name, ends));
    }
}

#[test]
fn the_distance_is_the_length_of_the_way_to_the_best_line() {
    // Slope and intercept are off by 4 and −3; a step at 0.25 halves both.
    let mut run = from(5.0, -2.0, settings(0.25));
    assert_eq!(run.distance(), Some(5.0));
    run.step(1);
    assert_eq!(run.distance(), Some(2.5));
}

#[test]
fn a_run_has_arrived_at_the_first_epoch_within_a_hundredth_of_the_least() {
    // 2·0.25ⁿ ≤ 0.01 from 4 on.
    let mut run = from(0.0, 0.0, settings(0.25));
    run.step(3);
    assert_eq!(Nearness::arrival(&run), None);
    run.step(7);
    assert_eq!(Nearness::arrival(&run), Some(4));
    // 25·0.25ⁿ ≤ 0.01 from 6 on; the cost at the start, 26, does not matter.
    let mut run = from(5.0, -2.0, settings(0.25));
    run.step(10);
    assert_eq!(Nearness::arrival(&run), Some(6));
}

#[test]
fn where_the_least_cost_is_0_errors_within_a_hundredth_of_the_spread_are_arrival() {
    let exact = Dataset::from_columns(&[-1.0, 1.0], &[0.0, 2.0]).expect("sound data");
    let mut run = Trainer::new(&exact, settings(0.25));
    run.step(10);
    // The variance is 1, and the cost 2·0.25ⁿ, at most 0.0001 from 8 on.
    assert_eq!(Nearness::arrival(&run), Some(8));
}

#[test]
fn the_start_of_a_run_stays_known_in_data_units() {
    let problem = Problem { scaling: Scaling::STANDARDISED, ..Problem::default() };
    let mut run = from(5.0, -2.0, Settings { problem, ..settings(0.25) });
    run.step(3);
    assert_eq!(run.start_line(), Line::new(5.0, -2.0));
    assert_ne!(run.start(), run.start_line());
}

#[test]
fn the_last_epoch_is_where_a_run_ended_or_else_its_limit() {
    let mut run = from(0.0, 0.0, settings(0.25));
    assert_eq!(run.last_epoch(), 100_000);
    run.step(3);
    assert_eq!((run.status(), run.last_epoch()), (Status::Paused, 100_000));
    run.step(100_000);
    let end = run.state().epoch;
    assert_eq!(run.status(), Status::Converged(Convergence::Settled));
    run.step_back();
    assert_eq!((run.status(), run.last_epoch()), (Status::Paused, end));
}

#[test]
fn where_many_lines_are_best_the_least_is_that_of_all_lines() {
    // Any line through (2, 3) leaves the errors −2, −1 and 3.
    let upright = Dataset::from_columns(&[2.0; 3], &[1.0, 2.0, 6.0]).expect("sound data");
    let run = Trainer::new(&upright, settings(0.05));
    assert_eq!((run.minimum(), run.least_cost()), (None, 14.0 / 3.0));
    let problem = Problem { cost: Cost::SIGNED, ..Problem::default() };
    let run = Trainer::new(&upright, Settings { problem, ..settings(0.05) });
    assert_eq!(run.least_cost(), f64::NEG_INFINITY);
}

#[test]
fn a_step_from_elsewhere_takes_the_gradient_of_that_place() {
    let run = from(0.0, 0.0, settings(0.25));
    assert_eq!(run.step_from(Line::new(0.0, 0.0)), Line::new(0.5, 0.5));
    assert_eq!(run.step_from(Line::new(5.0, -3.0)), Line::new(3.0, -1.0));
}

#[test]
fn an_epoch_counts_the_rows_that_it_looks_at() {
    let effort = |settings| from(0.0, 0.0, settings).effort();
    let batches = |size: f64| {
        let size = BatchSize::try_from(size).expect("a size");
        Settings { batch: Batch::Rows { size, seed: 1 }, ..settings(0.1) }
    };
    let absolute = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
    assert_eq!(effort(settings(0.1)), 1, "six sums, however many rows");
    assert_eq!(effort(Settings { problem: absolute, ..settings(0.1) }), 4);
    // A shuffled row counts 8, an update 24.
    assert_eq!((effort(batches(1.0)), effort(batches(3.0)), effort(batches(5.0))), (128, 64, 48));
}

#[test]
fn with_a_held_parameter_the_excess_is_above_the_least_that_the_other_can_reach() {
    let held = |held, cost| {
        let problem = Problem { held, cost, ..Problem::default() };
        from(0.0, 0.0, Settings { problem, ..settings(0.1) })
    };
    // |y| is 1, 1, 1 and 3; about the median, 1, it is 2, 0, 0 and 2.
    let run = held(Held::Slope, Cost::ABSOLUTE);
    assert_eq!((run.least(), run.excess(run.start())), (1.0, 0.5));
    let run = held(Held::Slope, Cost::Squared);
    assert_eq!((run.least(), run.excess(Line::new(0.0, 3.0))), (2.0, 4.0));
    let run = held(Held::Intercept, Cost::Squared);
    assert_eq!((run.least(), run.excess(Line::new(3.0, 0.0))), (2.0, 4.0));
}

#[test]
fn from_a_start_next_to_the_bottom_a_run_diverges_where_the_cost_is_a_number_again() {
    // Nothing is left of the points by y = x + 1: the cost starts at 2·10⁻²⁰, less than rounding. The
    // mean of y² is 2, so that 10¹² roundings are 4.4·10⁻⁴.
    let exact = Dataset::from_columns(&[-1.0, 1.0], &[0.0, 2.0]).expect("sound data");
    let start = Start::at(1.0 + 1e-10, 1.0 + 1e-10).expect("a good start");
    let mut run = Trainer::new(&exact, Settings { start, ..settings(2.0) });
    run.step(1_000);
    let (state, ceiling) = (*run.state(), 2e12 * f64::EPSILON);
    assert_eq!(run.status(), Status::Diverged);
    assert!(state.cost > ceiling && state.previous_cost.is_some_and(|cost| cost <= ceiling));
}

#[test]
fn from_a_start_next_to_the_bottom_an_absolute_cost_may_grow_by_what_rounding_of_y_allows() {
    // The root of the mean of y² is 1,000, so that 10¹² roundings are 0.222. The start is half a rounding off.
    let level = Dataset::from_columns(&[-1.0, 1.0], &[1_000.0; 2]).expect("sound data");
    let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
    let start = Start::at(0.0, 1_000_f64.next_up()).expect("a good start");
    for (rate, status) in [(0.2, Status::Paused), (0.3, Status::Diverged)] {
        let mut run = Trainer::new(&level, Settings { problem, start, ..settings(rate) });
        assert!(is_close(run.step(1).cost, rate, 1e-9));
        assert_eq!(run.status(), status, "{rate}");
    }
}

#[test]
fn a_cost_of_just_a_trillion_times_that_of_the_start_has_not_diverged() {
    // Each epoch multiplies the intercept by 1 − 2L, here by −10⁶.
    let level = Dataset::from_columns(&[-1.0, 1.0], &[0.0; 2]).expect("sound data");
    let start = Start::at(0.0, 1.0).expect("a good start");
    let mut run = Trainer::new(&level, Settings { start, ..settings(500_000.5) });
    assert_eq!((run.step(1).cost, run.status()), (1e12, Status::Paused));
    assert_eq!((run.step(1).cost, run.status()), (1e24, Status::Diverged));
}

#[test]
fn a_line_at_the_very_edge_of_the_plot_has_not_left_it() {
    // Without height the edge is a twentieth of 1 above the points; the middle rises by the rate.
    let level = Dataset::from_columns(&[-1.0, 1.0], &[0.0; 2]).expect("sound data");
    let problem = Problem { cost: Cost::SIGNED, ..Problem::default() };
    let mut run = Trainer::new(&level, Settings { problem, ..settings(0.05) });
    assert_eq!((run.step(1).line, run.status()), (Line::new(0.0, 0.05), Status::Paused));
    run.step(1);
    assert_eq!(run.status(), Status::Diverged);
}

#[test]
fn a_run_is_at_the_bottom_by_the_scale_of_its_own_costs() {
    // In millionths of y the cost of a start that is far from the bottom is as small as 10⁻¹².
    let small = Dataset::from_columns(&[-1.0, -1.0, 1.0, 1.0], &[-1e-6, 1e-6, 1e-6, 3e-6]);
    let start = Start::at(1e-6, 3e-6).expect("a good start");
    let data = small.expect("sound data");
    let mut run = Trainer::new(&data, Settings { start, ..settings(1e-25) });
    run.step(10);
    assert_eq!(run.status(), Status::Converged(Convergence::Stuck));
    let mut run = Trainer::new(&data, Settings { start, ..settings(0.25) });
    run.step(1_000);
    assert_eq!(run.status(), Status::Converged(Convergence::Settled));
}

#[test]
fn a_line_leaves_the_plot_a_twentieth_of_its_height_above_the_highest_point() {
    // The middle rises by the rate at each epoch: 20 of them are 3.1, 21 are 3.255; the edge is at 3.2.
    let problem = Problem { cost: Cost::SIGNED, ..Problem::default() };
    let mut run = from(0.0, 0.0, Settings { problem, ..settings(0.155) });
    run.step(1_000);
    assert_eq!((run.status(), run.state().epoch), (Status::Diverged, 21));
    let above = from(0.0, 10.0, Settings { problem, ..settings(0.155) });
    assert_eq!(above.status(), Status::Ready, "a start is no divergence");
}

fn with(id: &str, parameters: &[f64]) -> Optimizer {
    let plain = Optimizer::new(Rule::from_name(id).expect("known"));
    let set = |optimizer: Optimizer, (index, &value)| optimizer.with(index, value).expect("good");
    parameters.iter().enumerate().fold(plain, set)
}

#[test]
fn rules_that_go_by_the_gradient_have_their_known_limits() {
    // 2/λ; 2·(1 + β)/(1 − τ)/λ; 2·(1 + β)/(1 + 2β)/λ.
    let limit = |id, parameters: &[f64]| with(id, parameters).largest_stable_rate(4.0);
    assert_eq!(limit("gradient-descent", &[]), Some(0.5));
    assert_eq!(limit("momentum", &[0.75, 0.5]), Some(1.75));
    assert_eq!(limit("nesterov", &[0.75]), Some(0.35));
    assert_eq!((limit("adam", &[]), limit("newton", &[])), (None, None));
}

#[test]
fn an_optimizer_is_written_with_its_parameters() {
    assert_eq!(format!("{:?}", with("momentum", &[0.75, 0.5])), "momentum [0.75, 0.5]");
}

#[test]
fn newton_is_at_the_bottom_of_the_free_parameter_after_one_step() {
    // x is twice as far out: λ is 8 along the slope.
    let data = Dataset::from_columns(&[-2.0, -2.0, 2.0, 2.0], &[-2.0, 0.0, 2.0, 4.0]);
    let data = data.expect("sound data");
    let stepped = |held| {
        let problem = Problem { held, ..Problem::default() };
        let start = Start::at(5.0, -3.0).expect("a good start");
        let optimizer = with("newton", &[]);
        let mut run = Trainer::new(&data, Settings { problem, start, optimizer, ..settings(0.1) });
        run.step(1).line
    };
    assert_eq!(stepped(Held::Slope), Line::new(5.0, 1.0));
    assert_eq!(stepped(Held::Intercept), Line::new(1.0, -3.0));
    assert_eq!(stepped(Held::Neither), Line::new(1.0, 1.0));
}

#[test]
fn newton_steps_where_one_parameter_is_at_its_bottom_and_the_other_is_not() {
    let optimizer = with("newton", &[]);
    for (slope, intercept) in [(1.0, 5.0), (5.0, 1.0)] {
        let mut run = from(slope, intercept, Settings { optimizer, ..settings(0.1) });
        assert_eq!(run.step(1).line, Line::new(1.0, 1.0));
    }
}

#[test]
fn newton_rests_where_a_step_is_but_rounding_and_moves_where_it_is_more() {
    // Rounding is 8 ε of |a| + |b|, here 16 ε.
    let optimizer = with("newton", &[]);
    let stepped =
        |slope| from(slope, 1.0, Settings { optimizer, ..settings(0.1) }).step(1).line.slope;
    let off = |roundings: f64| 1.0 + roundings * f64::EPSILON;
    assert_eq!((stepped(off(12.0)), stepped(off(20.0))), (off(12.0), 1.0));
    // What is rounding next to 1 is a way to go next to 10⁻⁹.
    let data = Dataset::from_columns(&[-1.0, 1.0], &[0.0, 2e-9]).expect("sound data");
    let mut run = Trainer::new(&data, Settings { optimizer, ..settings(0.1) });
    assert!(is_close(run.step(1).line.slope, 1e-9, 1e-12));
}

#[test]
fn adam_corrects_the_mean_of_gradients_also_where_their_squares_have_no_memory() {
    // beta2 = 0: each step is the corrected mean over the size of the gradient, 2·(a − 1).
    let optimizer = with("adam", &[0.5, 0.0]);
    let mut run = from(0.0, 0.0, Settings { optimizer, ..settings(0.1) });
    let (mut at, mut mean) = (0.0, 0.0);
    for epoch in 1..=20 {
        let gradient: f64 = 2.0 * (at - 1.0);
        mean = 0.5 * mean + 0.5 * gradient;
        at -= 0.1 * mean / (1.0 - 0.5_f64.powi(epoch)) / (gradient.abs() + 1e-8);
        let slope = run.step(1).line.slope;
        assert!((slope - at).abs() < 1e-9, "{epoch}: {slope}, not {at}");
    }
}

#[test]
fn rules_that_need_no_count_settle_where_a_state_returns() {
    // Without memory Adam oscillates about the minimum by steps as long as the rate.
    let optimizer = with("adam", &[0.0, 0.0, 0.0]);
    let mut run = from(0.0, 0.0, Settings { optimizer, ..settings(0.15) });
    run.step(20_000);
    assert!(matches!(run.status(), Status::Converged(_)), "{:?}", run.status());
    // AdaGrad without decay stays at the bottom.
    let optimizer = with("adagrad", &[0.0]);
    let mut run = from(1.0, 1.0, Settings { optimizer, ..settings(0.1) });
    run.step(20_000);
    assert_eq!(run.status(), Status::Converged(Convergence::Settled));
}

#[test]
fn a_new_run_takes_over_the_objective_only_where_the_problem_is_the_same() {
    let run = from(0.0, 0.0, settings(0.25));
    let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
    let other = run.anew(&round_bowl(), Settings { problem, ..settings(0.25) });
    assert_eq!((other.objective().problem(), other.state().cost), (&problem, 1.5));
    let same = run.anew(&round_bowl(), settings(0.5));
    assert_eq!((same.objective(), same.state().cost), (run.objective(), 3.0));
}
