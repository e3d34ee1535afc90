//! The costs and their gradients, in the data's and in scaled coordinates.

use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Cost, Held, Problem};
use downhill::descent::scaling::{Coordinates, Scaling, VariableScaling};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{Settings, Start};
use downhill::descent::trainer::{Status, Trainer};
use downhill::numeric::line::Line;

use super::{huber, rows, sets, settings};

/// The cost and its derivatives by loops over the rows.
fn plain_cost(rows: &[(f64, f64)], line: Line, cost: Cost) -> [f64; 3] {
    let mut sums = [0.0; 3];
    for &(x, y) in rows {
        let e = y - line.predict(x);
        let (rho, psi) = match cost {
            Cost::Squared => (e * e, 2.0 * e),
            Cost::ABSOLUTE => (e.abs(), if e == 0.0 { 0.0 } else { e.signum() }),
            Cost::Huber(threshold) if e.abs() <= threshold.get() => (e * e, 2.0 * e),
            Cost::Huber(threshold) => {
                let threshold = threshold.get();
                (2.0 * threshold * e.abs() - threshold * threshold, 2.0 * threshold * e.signum())
            }
            Cost::SIGNED => (e, 1.0),
        };
        sums[0] += rho;
        sums[1] -= psi * x;
        sums[2] -= psi;
    }
    sums.map(|sum| sum / rows.len() as f64)
}

#[test]
fn each_cost_and_its_gradient_are_the_means_over_the_rows() {
    for data in sets() {
        let all = rows(&data);
        for cost in [Cost::Squared, Cost::ABSOLUTE, huber(3.0), Cost::SIGNED] {
            let objective = Trainer::new(
                &data,
                Settings { problem: Problem { cost, ..Problem::default() }, ..settings(1.0, 1.0) },
            );
            let objective = objective.objective();
            for line in [Line::ZERO, Line::new(0.3, -0.2), Line::new(10.0, 30.0)] {
                let [value, slope, intercept] = plain_cost(&all, line, cost);
                let gradient = objective.gradient(line);
                let near = |a: f64, b: f64, scale: f64| (a - b).abs() <= 1e-12 * scale.max(1.0);
                assert!(near(objective.cost(line), value, value.abs()), "{cost:?}");
                assert!(near(gradient.slope, slope, slope.abs()), "{cost:?}");
                assert!(near(gradient.intercept, intercept, slope.abs()), "{cost:?}");
            }
        }
    }
}

/// The columns of data in scaled coordinates.
fn scaled(data: &Dataset, scaling: Scaling) -> (Dataset, Coordinates) {
    let coordinates = Coordinates::of(scaling, data.summary());
    let (xs, ys): (Vec<f64>, Vec<f64>) =
        data.points().iter().map(|point| coordinates.scaled(point)).unzip();
    (Dataset::from_columns(&xs, &ys).expect("sound data"), coordinates)
}

#[test]
fn a_scaled_descent_is_the_descent_on_scaled_columns() {
    let scales = VariableScaling::ALL;
    for data in sets() {
        for cost in [Cost::Squared, Cost::ABSOLUTE, huber(2.0)] {
            for (x, y) in scales.iter().flat_map(|&x| scales.map(|y| (x, y))) {
                let scaling = Scaling { x, y };
                let (other, coordinates) = scaled(&data, scaling);
                let unit = coordinates.unit().1;
                let scaled_cost = match cost {
                    Cost::Huber(threshold) => huber(threshold.get() / unit),
                    cost => cost,
                };
                let problem = Problem { cost, scaling, ..Problem::default() };
                let mut run = Trainer::new(&data, Settings { problem, ..settings(1e-4, 100.0) });
                let problem = Problem { cost: scaled_cost, ..Problem::default() };
                let start = coordinates.from_data(run.state().line);
                let start = Start::at(start.slope, start.intercept).expect("a good start");
                let settings = Settings { problem, start, ..settings(1e-4, 100.0) };
                let mut other = Trainer::new(&other, settings);
                run.step(100);
                other.step(100);
                let (at, expected) = (run.state().at, other.state().line);
                let scale = expected.slope.abs().max(expected.intercept.abs()).max(1.0);
                assert!((at.slope - expected.slope).abs() <= 1e-10 * scale, "{scaling:?} {cost:?}");
                assert!((at.intercept - expected.intercept).abs() <= 1e-10 * scale, "{scaling:?}");
                let cost_unit = if cost == Cost::ABSOLUTE { unit } else { unit * unit };
                let in_data_units = other.state().cost * cost_unit;
                assert!((run.state().cost / in_data_units - 1.0).abs() < 1e-10, "{scaling:?}");
                let line = coordinates.to_data(expected);
                let away = (run.state().line.predict(10.0) - line.predict(10.0)).abs();
                assert!(away <= 1e-9 * line.predict(10.0).abs().max(1.0), "{scaling:?}");
            }
        }
    }
}

#[test]
fn a_line_survives_the_way_to_scaled_coordinates_and_back() {
    for data in sets() {
        for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
            let coordinates = Coordinates::of(scaling, data.summary());
            for line in [Line::ZERO, Line::new(-3.0, 7.5), Line::new(1e6, -1e-3)] {
                let back = coordinates.to_data(coordinates.from_data(line));
                let scale = line.slope.abs().max(1.0) * 1e2;
                assert!((back.slope - line.slope).abs() <= 1e-14 * scale);
                assert!((back.intercept - line.intercept).abs() <= 1e-14 * scale);
            }
        }
    }
}

#[test]
fn standardising_makes_the_valley_round() {
    let data = &sets()[0];
    let condition = |scaling: Scaling| {
        let problem = Problem { scaling, ..Problem::default() };
        let run = Trainer::new(data, Settings { problem, ..Settings::default() });
        let hessian = *run.objective().hessian();
        hessian.max_eigenvalue() / hessian.min_eigenvalue()
    };
    assert!(condition(Scaling::RAW) > 10.0);
    assert!((condition(Scaling::STANDARDISED) - 1.0).abs() < 1e-12);
}

/// Huber's cost is smooth, so plain descent converges to the exact minimum. The absolute cost has kinks: with a rate
/// that decreases as 1/t the descent comes as near as its steps are short.
#[test]
fn absolute_and_huber_descend_to_the_answers_of_an_exact_method() {
    for data in sets() {
        let problem = |cost| Problem { cost, scaling: Scaling::STANDARDISED, held: Held::Neither };
        let mut smooth = Trainer::new(
            &data,
            Settings { problem: problem(huber(1.0)), ..settings(0.3, 200_000.0) },
        );
        smooth.step(200_000);
        let excess = smooth.excess(smooth.state().at);
        assert!(excess.abs() <= 1e-12 * smooth.least(), "Huber: {excess}");

        let mut creased = Trainer::new(
            &data,
            Settings {
                problem: problem(Cost::ABSOLUTE),
                schedule: Schedule::inverse(0.05).expect("a good schedule"),
                ..settings(0.5, 200_000.0)
            },
        );
        creased.step(200_000);
        let excess = creased.excess(creased.state().at);
        assert!(excess >= -1e-12 && excess <= 1e-3 * creased.least(), "absolute: {excess}");
    }
}

#[test]
fn the_signed_cost_falls_until_the_line_has_left_the_plot() {
    for data in sets() {
        let problem = Problem { cost: Cost::SIGNED, ..Problem::default() };
        let mut run = Trainer::new(&data, Settings { problem, ..settings(1e-3, 1_000_000.0) });
        let middle = data.summary().mean_x();
        run.step(1_000_000);
        assert_eq!(run.status(), Status::Diverged);
        assert!(run.state().cost < 0.0);
        assert!(run.state().line.predict(middle) > data.summary().range_y().max);
        let reason = downhill::text::en::status::reason(&run).expect("it has stopped");
        assert!(reason.contains("left the plot"), "{reason}");
        let mut short = Trainer::new(&data, Settings { problem, ..settings(1e-9, 10.0) });
        short.step(100);
        assert_eq!(short.status(), Status::EpochLimit);
    }
}
