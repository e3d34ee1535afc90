//! The start, the gradient and the steps, compared with a plain loop over the rows.

use crate::common::is_close;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Gradient, Held, Objective, Problem};
use downhill::descent::settings::Start;
use downhill::descent::trainer::Trainer;
use downhill::numeric::line::Line;

use super::{holding, settings, small};

/// One epoch of gradient descent by three sums over all rows.
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

/// Compares every epoch of a run with the plain loop.
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
fn the_same_seed_starts_at_the_same_line() {
    let summary = *small().summary();
    let line = |seed| Start::Random { seed }.line(&summary);
    assert_eq!(line(5), line(5));
    assert_ne!(line(5), line(6));
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
