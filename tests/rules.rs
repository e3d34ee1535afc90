//! Every rule against an independent plain implementation of its published definition: loops over all
//! rows, one number at a time.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::batch::{self, Batch, BatchSize};
use downhill::descent::objective::{Cost, Held, Problem, Threshold};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::{Coordinates, Scaling, VariableScaling};
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::numeric::line::Line;

/// Two sets of data: one far from 0, one of few rows.
fn sets() -> [Dataset; 2] {
    ["faithful", "anscombe-3"].map(|id| builtin::find(id).expect("built in").dataset())
}

fn rule(id: &str) -> Optimizer {
    Optimizer::new(Rule::from_name(id).expect("a known rule"))
}

fn settings(rate: f64, epochs: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs).expect("a good limit"),
        start: Start::at(0.3, -0.2).expect("a good start"),
        ..Settings::default()
    }
}

fn huber(threshold: f64) -> Cost {
    Cost::Huber(Threshold::try_from(threshold).expect("a good threshold"))
}

fn batches(size: f64, seed: u64) -> Batch {
    Batch::Rows { size: BatchSize::try_from(size).expect("a good size"), seed }
}

/// The derivatives of mean squared error over these rows, by the textbook.
fn gradient(rows: &[(f64, f64)], [a, b]: [f64; 2]) -> [f64; 2] {
    let mut sums = [0.0, 0.0];
    for &(x, y) in rows {
        let e = y - (a * x + b);
        sums[0] += -2.0 * x * e;
        sums[1] += -2.0 * e;
    }
    sums.map(|sum| sum / rows.len() as f64)
}

fn rows(data: &Dataset) -> Vec<(f64, f64)> {
    data.points().iter().collect()
}

/// The lines of 100 epochs, each made of the one before, the epoch (counted from 1) and its gradient.
fn plain(data: &Dataset, mut step: impl FnMut(i32, [f64; 2], [f64; 2]) -> [f64; 2]) -> Vec<Line> {
    let rows = rows(data);
    let mut at = [0.3, -0.2];
    (1..=100)
        .map(|epoch| {
            at = step(epoch, at, gradient(&rows, at));
            Line::new(at[0], at[1])
        })
        .collect()
}

/// That 100 epochs of a run are these lines, to 1e-12 of the largest parameter on the way.
fn assert_follows(data: &Dataset, settings: Settings, lines: &[Line], what: &str) {
    let mut run = Trainer::new(data, settings);
    let largest = |line: &Line| line.slope.abs().max(line.intercept.abs());
    let scale = lines.iter().map(largest).fold(0.3, f64::max);
    for expected in lines {
        let line = run.step(1).line;
        let away = Line::new(line.slope - expected.slope, line.intercept - expected.intercept);
        assert!(
            largest(&away) <= 1e-12 * scale,
            "{what}, epoch {}: {line:?} instead of {expected:?}",
            run.state().epoch
        );
    }
    assert_eq!(run.state().epoch, 100);
}

fn with(mut optimizer: Optimizer, parameters: &[(usize, f64)]) -> Optimizer {
    for &(index, value) in parameters {
        optimizer = optimizer.with(index, value).expect("a good value");
    }
    optimizer
}

#[test]
fn gradient_descent_steps_against_the_gradient() {
    for data in sets() {
        let rate = 0.5 / Trainer::new(&data, Settings::default()).objective().max_curvature();
        let lines = plain(&data, |_, at, g| [at[0] - rate * g[0], at[1] - rate * g[1]]);
        assert_follows(&data, settings(rate, 100.0), &lines, "gradient descent");
    }
}

/// torch.optim.SGD: b₁ = g₁, bₜ = μ·bₜ₋₁ + (1 − τ)·gₜ, θ ← θ − γ·bₜ.
#[test]
fn momentum_is_polyaks_heavy_ball_as_pytorch_writes_it() {
    for data in sets() {
        let rate = 0.4 / Trainer::new(&data, Settings::default()).objective().max_curvature();
        for (mu, tau) in [(0.9, 0.0), (0.0, 0.0), (0.5, 0.3)] {
            let mut velocity = [0.0; 2];
            let lines = plain(&data, |epoch, at, g| {
                for i in 0..2 {
                    velocity[i] =
                        if epoch == 1 { g[i] } else { mu * velocity[i] + (1.0 - tau) * g[i] };
                }
                [at[0] - rate * velocity[0], at[1] - rate * velocity[1]]
            });
            let optimizer = with(rule("momentum"), &[(0, mu), (1, tau)]);
            let settings = Settings { optimizer, ..settings(rate, 100.0) };
            assert_follows(&data, settings, &lines, "momentum");
        }
    }
}

/// torch.optim.SGD with nesterov=True: θ ← θ − γ·(gₜ + μ·bₜ).
#[test]
fn nesterov_steps_with_the_velocity_to_come() {
    for data in sets() {
        let rate = 0.4 / Trainer::new(&data, Settings::default()).objective().max_curvature();
        let mu = 0.9;
        let mut velocity = [0.0; 2];
        let lines = plain(&data, |epoch, at, g| {
            let mut next = at;
            for i in 0..2 {
                velocity[i] = if epoch == 1 { g[i] } else { mu * velocity[i] + g[i] };
                next[i] = at[i] - rate * (g[i] + mu * velocity[i]);
            }
            next
        });
        let settings = Settings { optimizer: rule("nesterov"), ..settings(rate, 100.0) };
        assert_follows(&data, settings, &lines, "nesterov");
    }
}

/// The look-ahead form of Sutskever et al. 2013, in the variable φ = θ + μ·v that PyTorch keeps, is
/// the same method: v ← μ·v − γ·∇J(θ + μ·v), θ ← θ + v.
#[test]
fn nesterov_is_the_look_ahead_method_seen_from_where_it_looks() {
    let data = &sets()[1];
    let rate = 0.2 / Trainer::new(data, Settings::default()).objective().max_curvature();
    let rows = rows(data);
    let (mut theta, mut velocity) = ([0.3, -0.2], [0.0; 2]);
    let lines: Vec<Line> = (0..100)
        .map(|_| {
            let ahead = [theta[0] + 0.9 * velocity[0], theta[1] + 0.9 * velocity[1]];
            let g = gradient(&rows, ahead);
            for i in 0..2 {
                velocity[i] = 0.9 * velocity[i] - rate * g[i];
                theta[i] += velocity[i];
            }
            Line::new(theta[0] + 0.9 * velocity[0], theta[1] + 0.9 * velocity[1])
        })
        .collect();
    let settings = Settings { optimizer: rule("nesterov"), ..settings(rate, 100.0) };
    assert_follows(data, settings, &lines, "look-ahead");
}

/// torch.optim.Adagrad: γ̃ = γ/(1 + (t − 1)·η), sₜ = sₜ₋₁ + g², θ ← θ − γ̃·g/(√s + ε).
#[test]
fn adagrad_divides_by_the_root_of_all_squared_gradients() {
    for data in sets() {
        for (decay, initial, eps) in [(0.0, 0.0, 1e-10), (0.1, 0.5, 1e-3)] {
            let mut sum = [initial; 2];
            let lines = plain(&data, |epoch, at, g| {
                let rate = 0.5 / (1.0 + f64::from(epoch - 1) * decay);
                let mut next = at;
                for i in 0..2 {
                    sum[i] += g[i] * g[i];
                    next[i] -= rate * g[i] / (sum[i].sqrt() + eps);
                }
                next
            });
            let optimizer = with(rule("adagrad"), &[(0, decay), (1, initial), (2, eps)]);
            let settings = Settings { optimizer, ..settings(0.5, 100.0) };
            assert_follows(&data, settings, &lines, "adagrad");
        }
    }
}

/// torch.optim.RMSprop: vₜ = α·vₜ₋₁ + (1 − α)·g², centred: ṽ = vₜ − ḡ², with momentum:
/// bₜ = μ·bₜ₋₁ + g/(√ṽ + ε), θ ← θ − γ·bₜ.
#[test]
fn rmsprop_divides_by_the_root_of_the_mean_squared_gradient() {
    for data in sets() {
        for (alpha, eps, mu, centered) in
            [(0.99, 1e-8, 0.0, 0.0), (0.9, 1e-3, 0.5, 0.0), (0.9, 1e-3, 0.5, 1.0)]
        {
            let (mut square, mut mean, mut velocity) = ([0.0; 2], [0.0; 2], [0.0; 2]);
            let lines = plain(&data, |_, at, g| {
                let mut next = at;
                for i in 0..2 {
                    square[i] = alpha * square[i] + (1.0 - alpha) * g[i] * g[i];
                    mean[i] = alpha * mean[i] + (1.0 - alpha) * g[i];
                    let variance = square[i] - centered * mean[i] * mean[i];
                    velocity[i] = mu * velocity[i] + g[i] / (variance.sqrt() + eps);
                    next[i] -= 0.005 * velocity[i];
                }
                next
            });
            let parameters = [(0, alpha), (1, eps), (2, mu), (3, centered)];
            let optimizer = with(rule("rmsprop"), &parameters);
            let settings = Settings { optimizer, ..settings(0.005, 100.0) };
            assert_follows(&data, settings, &lines, "rmsprop");
        }
    }
}

/// Algorithm 1 of Kingma and Ba 2015; AMSGrad as torch.optim.Adam has it: the greatest vₜ so far.
#[test]
fn adam_is_algorithm_1_of_its_paper() {
    for data in sets() {
        for (beta1, beta2, eps, amsgrad) in
            [(0.9, 0.999, 1e-8, 0.0), (0.5, 0.9, 1e-3, 0.0), (0.9, 0.9, 1e-8, 1.0)]
        {
            let (mut m, mut v, mut most) = ([0.0; 2], [0.0; 2], [0.0_f64; 2]);
            let lines = plain(&data, |t, at, g| {
                let mut next = at;
                for i in 0..2 {
                    m[i] = beta1 * m[i] + (1.0 - beta1) * g[i];
                    v[i] = beta2 * v[i] + (1.0 - beta2) * g[i] * g[i];
                    most[i] = most[i].max(v[i]);
                    let v = if amsgrad == 1.0 { most[i] } else { v[i] };
                    let m_hat = m[i] / (1.0 - f64::powi(beta1, t));
                    let v_hat = v / (1.0 - f64::powi(beta2, t));
                    next[i] -= 0.01 * m_hat / (v_hat.sqrt() + eps);
                }
                next
            });
            let parameters = [(0, beta1), (1, beta2), (2, eps), (3, amsgrad)];
            let optimizer = with(rule("adam"), &parameters);
            let settings = Settings { optimizer, ..settings(0.01, 100.0) };
            assert_follows(&data, settings, &lines, "adam");
        }
    }
}

#[test]
fn newton_is_at_the_bottom_of_a_parabola_after_one_step() {
    for data in sets() {
        for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
            let problem = Problem { scaling, ..Problem::default() };
            let settings = Settings { optimizer: rule("newton"), problem, ..settings(1.0, 100.0) };
            let mut run = Trainer::new(&data, settings);
            let line = run.step(1).line;
            let best = data.least_squares().expect("x has spread");
            assert!((line.slope / best.slope - 1.0).abs() < 1e-12, "{line:?} {best:?}");
            assert!((line.intercept / best.intercept - 1.0).abs() < 1e-12, "{line:?} {best:?}");
            run.step(10);
            assert_eq!(run.status(), Status::Converged(Convergence::Settled));
        }
    }
}

#[test]
fn newton_stays_where_there_is_no_curvature_and_says_so() {
    let data = &sets()[0];
    for cost in [Cost::ABSOLUTE, Cost::SIGNED] {
        let problem = Problem { cost, ..Problem::default() };
        let settings = Settings { optimizer: rule("newton"), problem, ..settings(1.0, 100.0) };
        let mut run = Trainer::new(data, settings);
        run.step(10);
        assert_eq!(run.status(), Status::Converged(Convergence::Stuck), "{cost:?}");
        let reason = downhill::text::en::reason(&run).expect("it has stopped");
        assert!(reason.contains("curvature"), "{reason}");
    }
}

#[test]
fn mini_batches_visit_every_row_once_an_epoch_in_an_order_of_their_own() {
    let orders: Vec<_> =
        [(7, 0), (7, 1), (8, 0)].map(|(seed, epoch)| batch::order(1_000, seed, epoch)).into();
    for order in &orders {
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..1_000));
    }
    assert_eq!(orders[0], batch::order(1_000, 7, 0), "the same again");
    assert!(orders[0] != orders[1] && orders[0] != orders[2] && orders[1] != orders[2]);
}

#[test]
fn mini_batches_step_through_the_shuffled_rows() {
    for data in sets() {
        let all = rows(&data);
        for size in [1, 4, 32, 1_000_000] {
            let rate = 1e-5;
            let mut at = [0.3, -0.2];
            let lines: Vec<Line> = (0..100)
                .map(|epoch| {
                    let order = batch::order(all.len(), 42, epoch);
                    let shuffled: Vec<_> = order.iter().map(|&row| all[row as usize]).collect();
                    for batch in shuffled.chunks(size) {
                        let g = gradient(batch, at);
                        at = [at[0] - rate * g[0], at[1] - rate * g[1]];
                    }
                    Line::new(at[0], at[1])
                })
                .collect();
            let settings = Settings { batch: batches(size as f64, 42), ..settings(rate, 100.0) };
            assert_follows(&data, settings, &lines, "mini-batches");
        }
    }
}

#[test]
fn a_schedule_changes_the_rate_from_epoch_to_epoch() {
    let data = &sets()[1];
    type Factor = fn(f64) -> f64;
    let schedules: [(Schedule, Factor); 3] = [
        (Schedule::step(30, 0.1).expect("a good schedule"), |t| 0.1_f64.powf((t / 30.0).floor())),
        (Schedule::inverse(0.01).expect("a good schedule"), |t| 1.0 / (1.0 + 0.01 * t)),
        (Schedule::cosine(150).expect("a good schedule"), |t| {
            0.5 * (1.0 + (std::f64::consts::PI * t / 150.0).cos())
        }),
    ];
    for (schedule, factor) in schedules {
        let lines = plain(data, |epoch, at, g| {
            let rate = 0.005 * factor(f64::from(epoch - 1));
            [at[0] - rate * g[0], at[1] - rate * g[1]]
        });
        let settings = Settings { schedule, ..settings(0.005, 100.0) };
        assert_follows(data, settings, &lines, "schedule");
    }
}

#[test]
fn a_cosine_that_has_run_out_ends_the_run_and_says_so() {
    let schedule = Schedule::cosine(20).expect("a good schedule");
    let mut run = Trainer::new(&sets()[1], Settings { schedule, ..settings(0.001, 1_000.0) });
    run.step(1_000);
    assert_eq!((run.state().epoch, run.status()), (21, Status::Converged(Convergence::Stuck)));
    let reason = downhill::text::en::reason(&run).expect("it has stopped");
    assert!(reason.contains("schedule"), "{reason}");
}

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

/// Huber's cost is smooth: plain descent comes to the exact answer. The absolute cost has a crease:
/// with a rate that falls as 1/t the descent comes as near as its steps are short.
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
fn momentum_and_nesterov_converge_below_their_limits_and_diverge_above() {
    for data in sets() {
        for (id, beta) in
            [("momentum", 0.9), ("momentum", 0.5), ("nesterov", 0.9), ("nesterov", 0.5)]
        {
            let optimizer = with(rule(id), &[(0, beta)]);
            let run = |rate: f64| {
                let mut run = Trainer::new(
                    &data,
                    Settings { optimizer, ..settings(rate, EpochLimit::MOST as f64) },
                );
                run.step(EpochLimit::MOST);
                run
            };
            let curvature = run(1e-9).objective().max_curvature();
            let limit = run(1e-9).largest_stable_rate().expect("it has one");
            let expected = match id {
                "momentum" => 2.0 * (1.0 + beta) / curvature,
                _ => (2.0 + 2.0 * beta) / ((1.0 + 2.0 * beta) * curvature),
            };
            assert!((limit / expected - 1.0).abs() < 1e-12, "{id} {beta}");
            assert!(matches!(run(0.999 * limit).status(), Status::Converged(_)), "{id} {beta}");
            assert_eq!(run(1.001 * limit).status(), Status::Diverged, "{id} {beta}");
        }
    }
}

#[test]
fn no_limit_is_claimed_where_none_is_known() {
    let data = &sets()[0];
    let settings = settings(0.01, 10.0);
    let cost = |cost| Settings { problem: Problem { cost, ..Problem::default() }, ..settings };
    let unknown = [
        Settings { optimizer: rule("adam"), ..settings },
        Settings { optimizer: rule("adagrad"), ..settings },
        Settings { optimizer: rule("rmsprop"), ..settings },
        Settings { optimizer: rule("newton"), ..settings },
        Settings { batch: batches(8.0, 1), ..settings },
        cost(Cost::ABSOLUTE),
        cost(huber(1.0)),
        cost(Cost::SIGNED),
    ];
    for settings in unknown {
        let run = Trainer::new(data, settings);
        assert_eq!(run.largest_stable_rate(), None, "{settings:?}");
        let forecast = downhill::text::en::forecast(&run);
        assert!(
            forecast.contains("No limit") || forecast.contains("no learning rate"),
            "{forecast}"
        );
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
        let reason = downhill::text::en::reason(&run).expect("it has stopped");
        assert!(reason.contains("left the plot"), "{reason}");
        let mut short = Trainer::new(&data, Settings { problem, ..settings(1e-9, 10.0) });
        short.step(100);
        assert_eq!(short.status(), Status::EpochLimit);
    }
}

#[test]
fn every_rule_steps_back_and_seeks_exactly() {
    let data = &sets()[0];
    let optimizers: Vec<_> = Rule::ALL.iter().copied().map(Optimizer::new).collect();
    let ways = [Batch::Full, batches(16.0, 3)];
    for (optimizer, batch) in optimizers.iter().flat_map(|rule| ways.map(|way| (*rule, way))) {
        let schedule = Schedule::inverse(0.001).expect("a good schedule");
        let settings = Settings { optimizer, batch, schedule, ..settings(1e-5, 4_000.0) };
        let mut run = Trainer::new(data, settings);
        let mut states = vec![*run.state()];
        for _ in 0..3_000 {
            states.push(*run.step(1));
        }
        for epoch in [2_999, 2_500, 1_500, 1_100, 7, 0, 2_001] {
            run.seek(epoch);
            let expected = states[(epoch as usize).min(states.len() - 1)];
            assert_eq!(*run.state(), expected, "{optimizer:?} {batch:?} {epoch}");
        }
        let before = run.state().epoch - 1;
        run.step_back();
        assert_eq!(*run.state(), states[before as usize]);
    }
}

#[test]
fn a_suggested_rate_comes_down_for_every_rule_cost_batch_and_scaling() {
    for data in sets() {
        for optimizer in Rule::ALL.iter().copied().map(Optimizer::new) {
            for cost in [Cost::Squared, Cost::ABSOLUTE, huber(1.0)] {
                for (scaling, batch) in [
                    (Scaling::RAW, Batch::Full),
                    (Scaling::STANDARDISED, Batch::Full),
                    (Scaling::RAW, batches(16.0, 1)),
                    (Scaling::RAW, batches(1.0, 1)),
                ] {
                    let problem = Problem { cost, scaling, ..Problem::default() };
                    let settings = Settings { optimizer, batch, problem, ..settings(1.0, 200.0) };
                    let mut run = Trainer::new(&data, settings);
                    let rate = run.suggested_rate();
                    run.set_learning_rate(LearningRate::try_from(rate).expect("a good rate"));
                    run.step(200);
                    let what = format!("{optimizer:?} {cost:?} {scaling:?} {batch:?} at {rate}");
                    assert_ne!(run.status(), Status::Diverged, "{what}");
                    let newton = optimizer == rule("newton");
                    // Newton has no use for planes, and in Huber's valleys may jump to and fro.
                    if !(newton && cost != Cost::Squared) {
                        assert!(run.state().cost < run.start_cost(), "{what}");
                    }
                }
            }
        }
    }
}
