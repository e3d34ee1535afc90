//! The descent: its short form against a plain loop over the rows, its stops and its past.

use crate::common::is_close;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Gradient, Held, Objective, Problem};
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start, Tolerance};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::numeric::line::Line;
use proptest::prelude::*;

fn holding(held: Held) -> Problem {
    Problem { held, ..Problem::default() }
}

fn settings(rate: f64, epochs: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs).expect("a good limit"),
        ..Settings::default()
    }
}

fn rate(rate: f64) -> LearningRate {
    LearningRate::try_from(rate).expect("a good rate")
}

fn small() -> Dataset {
    Dataset::from_columns(&[1.0, 2.0, 3.0, 4.0], &[2.0, 2.5, 4.5, 5.0]).expect("sound data")
}

/// Gradient descent as everybody first writes it: three sums over all rows, every epoch.
fn plain_epoch(xs: &[f64], ys: &[f64], line: Line, rate: f64) -> (Line, f64) {
    let n = xs.len() as f64;
    let (mut slope, mut intercept, mut cost) = (0.0, 0.0, 0.0);
    for (x, y) in xs.iter().zip(ys) {
        let error = y - (line.slope * x + line.intercept);
        slope += x * error;
        intercept += error;
        cost += error * error;
    }
    let next =
        Line::new(line.slope + rate * 2.0 / n * slope, line.intercept + rate * 2.0 / n * intercept);
    (next, cost / n)
}

/// Runs both forms side by side.
fn agrees_with_the_plain_loop(xs: &[f64], ys: &[f64], rate: f64, epochs: u64) {
    let data = Dataset::from_columns(xs, ys).expect("sound data");
    let mut trainer = Trainer::new(&data, settings(rate, epochs as f64));
    let mut line = Line::ZERO;
    for epoch in 0..=epochs {
        let (next, cost) = plain_epoch(xs, ys, line, rate);
        let now = *trainer.state();
        assert_eq!(now.epoch, epoch);
        assert!(is_close(now.line.slope, line.slope, 1e-9), "a at {epoch}: {now:?} {line:?}");
        assert!(
            is_close(now.line.intercept, line.intercept, 1e-9),
            "b at {epoch}: {now:?} {line:?}"
        );
        assert!(is_close(now.cost, cost, 1e-9), "J at {epoch}: {now:?} {cost}");
        line = next;
        trainer.step(1);
    }
}

#[test]
fn the_short_form_is_the_plain_loop_on_the_weather_file() {
    let (xs, ys, _) = crate::common::weather::weather_columns();
    agrees_with_the_plain_loop(&xs, &ys, 1e-4, 1_000);
}

#[test]
fn the_short_form_is_the_plain_loop_far_from_zero() {
    let xs: Vec<f64> = (0..500).map(|row| 1e6 + f64::from(row) * 0.37).collect();
    let ys: Vec<f64> = xs.iter().map(|x| 3.0 + 0.002 * x + (x * 12.9898).sin()).collect();
    // λmax is 2·10¹² here: this is half of the largest stable rate.
    agrees_with_the_plain_loop(&xs, &ys, 5e-13, 1_000);
}

#[test]
fn the_gradient_is_the_plain_sums_at_the_start() {
    let (xs, ys, _) = crate::common::weather::weather_columns();
    let shifted: Vec<f64> = xs.iter().map(|x| x + 1e6).collect();
    for xs in [&xs, &shifted] {
        let data = Dataset::from_columns(xs, &ys).expect("sound data");
        let gradient = Objective::new(&data, Problem::default()).gradient(Line::ZERO);
        let n = xs.len() as f64;
        let slope = -2.0 / n * xs.iter().zip(&ys).map(|(x, y)| x * y).sum::<f64>();
        let intercept = -2.0 / n * ys.iter().sum::<f64>();
        let distance = (gradient.slope - slope).hypot(gradient.intercept - intercept);
        assert!(distance <= 1e-9 * slope.hypot(intercept), "{gradient:?} {slope} {intercept}");
    }
}

#[test]
fn the_first_step_on_the_weather_is_exact() {
    let mut trainer = Trainer::new(&builtin::first().dataset(), settings(1e-4, 1_000.0));
    let line = trainer.step(1).line;
    assert!(is_close(line.slope, 0.108_988_296_287_538, 1e-12), "{line:?}");
    assert!(is_close(line.intercept, 0.005_409_022_177_417_44, 1e-12), "{line:?}");
}

#[test]
fn a_step_moves_against_the_gradient() {
    let data = small();
    let mut trainer = Trainer::new(&data, settings(0.01, 10.0));
    let gradient = trainer.objective().gradient(Line::ZERO);
    let line = trainer.step(1).line;
    assert_eq!(line, Line::new(-0.01 * gradient.slope, -0.01 * gradient.intercept));
}

#[test]
fn the_gradient_is_the_slope_of_the_cost() {
    let data = small();
    let objective = Objective::new(&data, Problem::default());
    let (at, h) = (Line::new(0.4, -0.7), 1e-6);
    let change = |da: f64, db: f64| {
        let ahead = objective.value(Line::new(at.slope + da, at.intercept + db));
        let behind = objective.value(Line::new(at.slope - da, at.intercept - db));
        (ahead - behind) / (2.0 * h)
    };
    let gradient = objective.gradient(at);
    assert!(is_close(gradient.slope, change(h, 0.0), 1e-7));
    assert!(is_close(gradient.intercept, change(0.0, h), 1e-7));
}

#[test]
fn a_held_parameter_stays_and_the_other_has_its_own_limit() {
    let data = small();
    let slope_held = Objective::new(&data, holding(Held::Slope));
    assert_eq!(slope_held.gradient(Line::ZERO).slope, 0.0);
    assert_eq!(slope_held.max_curvature(), 2.0);
    let intercept_held = Objective::new(&data, holding(Held::Intercept));
    assert_eq!(intercept_held.gradient(Line::ZERO).intercept, 0.0);
    let mean_square = (1.0 + 4.0 + 9.0 + 16.0) / 4.0;
    assert!(is_close(intercept_held.max_curvature(), 2.0 * mean_square, 1e-15));
}

#[test]
fn the_largest_stable_rate_divides_convergence_from_divergence() {
    for id in ["weather", "faithful", "cars", "outlier", "anscombe-4"] {
        let data = builtin::find(id).expect("built in").dataset();
        let limit =
            Trainer::new(&data, Settings::default()).largest_stable_rate().expect("it has one");
        let most = EpochLimit::MOST as f64;

        let mut below = Trainer::new(&data, settings(0.999 * limit, most));
        below.step(EpochLimit::MOST);
        assert_eq!(below.status(), Status::Converged(Convergence::Settled), "{id}");
        let (best, line) = (data.least_squares().expect("x has spread"), below.state().line);
        assert!(is_close(line.slope, best.slope, 1e-9), "{id}: {line:?} {best:?}");
        assert!(is_close(line.intercept, best.intercept, 1e-9), "{id}: {line:?} {best:?}");

        let mut above = Trainer::new(&data, settings(1.001 * limit, most));
        above.step(EpochLimit::MOST);
        assert_eq!(above.status(), Status::Diverged, "{id}");
    }
}

#[test]
fn the_weather_diverges_at_a_hundredth_and_names_the_largest_stable_rate() {
    let mut trainer = Trainer::new(&builtin::first().dataset(), settings(0.01, 1_000.0));
    trainer.step(1_000);
    assert_eq!(trainer.status(), Status::Diverged);
    let reason = downhill::text::en::reason(&trainer).expect("it has stopped");
    assert!(reason.contains("0.0025856"), "{reason}");
    assert!(reason.contains("0.01,"), "{reason}");
}

#[test]
fn no_spread_in_x_still_descends_to_the_mean() {
    let data = Dataset::from_columns(&[2.0; 3], &[1.0, 2.0, 6.0]).expect("sound data");
    let mut trainer = Trainer::new(&data, settings(0.05, 10_000.0));
    trainer.step(10_000);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Settled));
    assert!(is_close(trainer.state().line.predict(2.0), 3.0, 1e-12));
    assert!(is_close(trainer.state().cost, 14.0 / 3.0, 1e-12));
}

#[test]
fn a_start_at_the_answer_settles_at_once_instead_of_diverging() {
    let data = Dataset::from_columns(&[1.0, 2.0], &[3.0, 5.0]).expect("sound data");
    let start = Start::at(2.0, 1.0).expect("a good start");
    let mut trainer = Trainer::new(&data, Settings { start, ..settings(0.1, 100.0) });
    trainer.step(100);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Settled));
    assert!(trainer.state().epoch < 100);
}

#[test]
fn a_cost_below_the_tolerance_stops_the_run() {
    let tolerance = Tolerance::try_from(1.0).expect("a good tolerance");
    let mut trainer = Trainer::new(&small(), Settings { tolerance, ..settings(0.01, 1_000.0) });
    trainer.step(1_000);
    assert_eq!(trainer.status(), Status::Converged(Convergence::BelowTolerance));
    assert!(trainer.state().cost < 1.0);
    trainer.step_back();
    assert!(trainer.state().cost >= 1.0, "it stops at the first such epoch");
}

#[test]
fn the_epoch_limit_is_absolute_and_can_be_raised() {
    let mut trainer = Trainer::new(&small(), settings(0.01, 10.0));
    trainer.step(7);
    trainer.step(7);
    assert_eq!((trainer.state().epoch, trainer.status()), (10, Status::EpochLimit));
    trainer.set_epochs(EpochLimit::try_from(20.0).expect("a good limit"));
    assert_eq!(trainer.status(), Status::Paused);
    trainer.step(100);
    assert_eq!((trainer.state().epoch, trainer.status()), (20, Status::EpochLimit));
}

#[test]
fn a_rate_too_small_for_the_digits_says_so() {
    let start = Start::at(1.0, 1.0).expect("a good start");
    let mut trainer = Trainer::new(&small(), Settings { start, ..settings(1e-25, 100.0) });
    trainer.step(100);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Stuck));
    let reason = downhill::text::en::reason(&trainer).expect("it has stopped");
    assert!(reason.contains("larger rate"), "{reason}");
}

#[test]
fn reset_keeps_the_rate_and_forgets_the_rest() {
    let mut trainer = Trainer::new(&small(), settings(0.01, 100.0));
    trainer.step(5);
    trainer.set_learning_rate(rate(0.02));
    trainer.step(5);
    trainer.reset();
    assert_eq!(trainer, Trainer::new(&small(), settings(0.02, 100.0)));
}

#[test]
fn a_rate_changed_in_the_past_cuts_the_future() {
    let mut trainer = Trainer::new(&small(), settings(0.01, 100.0));
    trainer.step(50);
    trainer.seek(20);
    trainer.set_learning_rate(rate(0.03));
    assert_eq!(trainer.furthest().epoch, 20);
    trainer.step(1);
    let mut straight = Trainer::new(&small(), settings(0.01, 100.0));
    straight.step(20);
    straight.set_learning_rate(rate(0.03));
    straight.step(1);
    assert_eq!(trainer.state(), straight.state());
}

#[test]
fn a_settled_run_that_was_given_a_new_rate_is_found_again_from_its_past() {
    let mut trainer = Trainer::new(&small(), settings(0.04, 5_000.0));
    trainer.step(5_000);
    assert_eq!(trainer.status(), Status::Converged(Convergence::Settled));
    trainer.set_learning_rate(rate(1e-5));
    assert_eq!(trainer.status(), Status::Paused);
    let here = *trainer.state();
    trainer.step_back();
    trainer.step(1);
    assert_eq!((*trainer.state(), trainer.status()), (here, Status::Paused));
}

#[test]
fn memory_is_bounded_however_long_it_runs() {
    let mut trainer = Trainer::new(&small(), settings(1e-9, EpochLimit::MOST as f64));
    trainer.step(EpochLimit::MOST);
    assert_eq!(trainer.state().epoch, EpochLimit::MOST);
    assert!(trainer.trace().count() < 8_200, "{}", trainer.trace().count());
}

#[test]
fn the_same_seed_starts_at_the_same_line() {
    let summary = *small().summary();
    let line = |seed| Start::Random { seed }.line(&summary);
    assert_eq!(line(5), line(5));
    assert_ne!(line(5), line(6));
}

/// A walk through a run: forward, back, anywhere, and changes of the rate on the way.
#[derive(Clone, Copy, Debug)]
enum Move {
    Step(u64),
    Back,
    Seek(u64),
    Rate(f64),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        (1_u64..3_000).prop_map(Move::Step),
        Just(Move::Back),
        (0_u64..6_000).prop_map(Move::Seek),
        (1e-5..0.08_f64).prop_map(Move::Rate),
    ];
    prop::collection::vec(one, 1..24)
}

fn walk(trainer: &mut Trainer, moves: &[Move]) {
    for &one in moves {
        match one {
            Move::Step(epochs) => {
                trainer.step(epochs);
            }
            Move::Back => trainer.step_back(),
            Move::Seek(epoch) => trainer.seek(epoch),
            Move::Rate(number) => trainer.set_learning_rate(rate(number)),
        }
    }
}

/// The run that got to where `trainer` stands without ever going back.
fn straight(trainer: &Trainer) -> Trainer {
    let rates = trainer.rates();
    let mut straight = Trainer::new(&small(), settings(rates[0].1.get(), 5_000.0));
    for &(epoch, rate) in &rates[1..] {
        straight.seek(epoch);
        straight.set_learning_rate(rate);
    }
    straight.seek(trainer.state().epoch);
    straight
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn every_moment_is_the_one_of_the_straight_run(moves in moves()) {
        let mut trainer = Trainer::new(&small(), settings(0.01, 5_000.0));
        walk(&mut trainer, &moves);
        let straight = straight(&trainer);
        prop_assert_eq!(trainer.state().epoch, straight.state().epoch);
        prop_assert_eq!(trainer.state().line, straight.state().line);
        prop_assert_eq!(trainer.state().cost.to_bits(), straight.state().cost.to_bits());
        prop_assert_eq!(trainer.status(), straight.status());
    }

    #[test]
    fn a_step_back_undoes_a_step(moves in moves()) {
        let mut trainer = Trainer::new(&small(), settings(0.01, 5_000.0));
        walk(&mut trainer, &moves);
        let before = *trainer.state();
        let ended = trainer.status().is_end();
        trainer.step(1);
        prop_assert!(trainer.state().epoch == before.epoch + u64::from(!ended)
            || trainer.state().epoch == before.epoch + 1);
        if trainer.state().epoch > before.epoch {
            trainer.step_back();
        }
        prop_assert_eq!(*trainer.state(), before);
    }

    #[test]
    fn a_run_ends_where_it_says_and_goes_no_further(
        rate in 1e-4..0.2_f64,
        epochs in 1_u64..3_000,
        tolerance in 0.0..2.0_f64,
    ) {
        let tolerance = Tolerance::try_from(tolerance).expect("a good tolerance");
        let mut trainer =
            Trainer::new(&small(), Settings { tolerance, ..settings(rate, epochs as f64) });
        trainer.step(10_000);
        let status = trainer.status();
        prop_assert!(status.is_end(), "{:?}", status);
        prop_assert!(downhill::text::en::reason(&trainer).is_some());
        let end = *trainer.state();
        trainer.step(10);
        prop_assert_eq!(*trainer.state(), end);
        match status {
            Status::EpochLimit => prop_assert_eq!(end.epoch, epochs),
            Status::Converged(Convergence::BelowTolerance) => {
                prop_assert!(end.cost < tolerance.get());
            }
            Status::Diverged => {
                prop_assert!(Some(rate) > trainer.largest_stable_rate());
                prop_assert!(!end.cost.is_finite() || end.cost > 1e12 * trainer.start_cost());
            }
            _ => {}
        }
    }
}

#[test]
fn a_held_parameter_has_its_own_least_cost_and_the_run_finds_it() {
    let data = small();
    let start = Start::at(0.5, 3.0).expect("a good start");
    for held in [Held::Slope, Held::Intercept] {
        let mut run =
            Trainer::new(&data, Settings { start, problem: holding(held), ..settings(0.05, 1e6) });
        let best = run.minimum().expect("one is best");
        assert!(run.least() > run.objective().least());
        run.step(1_000_000);
        assert!(matches!(run.status(), Status::Converged(Convergence::Settled)), "{held:?}");
        let line = run.state().line;
        let apart = (line.slope - best.slope).abs() + (line.intercept - best.intercept).abs();
        assert!(apart < 1e-12, "{held:?}: {line:?} instead of {best:?}");
        assert!((run.state().cost - run.least()).abs() <= 1e-12 * run.least());
        assert!(run.excess(start.line(data.summary())) > 0.0);
    }
}

#[test]
fn the_contributions_of_all_points_average_to_the_gradient() {
    let data = small();
    let line = Line::new(0.7, -1.3);
    let objective = Objective::new(&data, Problem::default());
    let n = data.points().len() as f64;
    let (slope, intercept, square) = data
        .points()
        .iter()
        .map(|point| objective.contribution(point, line))
        .fold((0.0, 0.0, 0.0), |(slope, intercept, square), of| {
            let Gradient { slope: a, intercept: b } = of.gradient;
            (slope + a / n, intercept + b / n, square + of.cost / n)
        });
    let gradient = objective.gradient(line);
    assert!((slope - gradient.slope).abs() < 1e-12 * slope.abs());
    assert!((intercept - gradient.intercept).abs() < 1e-12 * intercept.abs());
    assert!((square - objective.value(line)).abs() < 1e-12 * square);
}
