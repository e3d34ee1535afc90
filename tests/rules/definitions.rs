//! Each update rule, compared with its published definition.

use downhill::descent::error::SettingError;
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::Settings;
use downhill::descent::trainer::{Convergence, Status, Trainer};
use downhill::numeric::line::Line;

use super::{assert_follows, gradient, plain, rows, rule, sets, settings, with};

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
        let reason = downhill::text::en::status::reason(&run).expect("it has stopped");
        assert!(reason.contains("curvature"), "{reason}");
    }
}

#[test]
fn a_parameter_takes_the_numbers_of_its_domain_and_no_others() {
    let taken = |id: &str, index: usize, value: f64| {
        rule(id).with(index, value).map(|optimizer| optimizer.parameters()[index])
    };
    for share in [0.0, 0.5, 1.0_f64.next_down()] {
        assert_eq!(taken("momentum", 0, share), Ok(share));
    }
    for bad in [-1e-9, 1.0, f64::NAN] {
        assert_eq!(taken("momentum", 0, bad), Err(SettingError::Share), "{bad}");
    }
    for size in [0.0, 1.0, 1e300] {
        assert_eq!(taken("adagrad", 1, size), Ok(size));
    }
    for bad in [-1e-9, f64::INFINITY, f64::NAN] {
        assert_eq!(taken("adagrad", 1, bad), Err(SettingError::NotNegative), "{bad}");
    }
    for switch in [0.0, 1.0] {
        assert_eq!(taken("adam", 3, switch), Ok(switch));
    }
    for bad in [-1.0, 0.5, 2.0, f64::NAN] {
        assert_eq!(taken("adam", 3, bad), Err(SettingError::Switch), "{bad}");
    }
    assert_eq!(taken("nesterov", 1, 0.5), Err(SettingError::NoParameter));
}
