//! The best lines of absolute and Huber cost in any units, at thresholds next to nothing, and far
//! from where the search begins.

use crate::common::is_close;
use downhill::descent::objective::Held;
use downhill::descent::objective::exact::{least_absolute, least_huber};
use downhill::numeric::line::Line;
use downhill::numeric::random::Random;

const HOLDS: [Held; 3] = [Held::Neither, Held::Slope, Held::Intercept];

/// Points about a line, every fifth of them far off.
fn points(seed: u64) -> (Vec<f64>, Vec<f64>) {
    let mut random = Random::new(seed);
    let point = |index: i32| {
        let (x, noise) = (random.within(-5.0, 9.0), random.within(-2.0, 2.0));
        (x, 1.5 * x - 4.0 + if index % 5 == 0 { 50.0 * noise } else { noise })
    };
    (0..24).map(point).unzip()
}

fn times(numbers: &[f64], unit: f64) -> Vec<f64> {
    numbers.iter().map(|number| number * unit).collect()
}

#[test]
fn units_that_are_powers_of_two_change_no_digit_of_the_best_lines() {
    for seed in 0..8 {
        let (xs, ys) = points(seed);
        for (power_x, power_y) in [(200, 0), (-200, 0), (0, 200), (0, -200), (-100, 150)] {
            let (unit_x, unit_y) = (2.0_f64.powi(power_x), 2.0_f64.powi(power_y));
            let (scaled_xs, scaled_ys) = (times(&xs, unit_x), times(&ys, unit_y));
            let scaled =
                |line: Line| Line::new(line.slope * unit_y / unit_x, line.intercept * unit_y);
            let from = Line::new(0.75, -3.0);
            for held in HOLDS {
                let line = least_absolute(&xs, &ys, held, from).map(scaled);
                let found = least_absolute(&scaled_xs, &scaled_ys, held, scaled(from));
                assert_eq!(found, line, "{held:?} {power_x} {power_y}");
                for threshold in [1e-13, 1e-3, 0.5, 20.0] {
                    let line = least_huber(&xs, &ys, threshold, held, from).map(scaled);
                    let threshold = threshold * unit_y;
                    let found = least_huber(&scaled_xs, &scaled_ys, threshold, held, scaled(from));
                    assert_eq!(found, line, "{held:?} {power_x} {power_y} {threshold}");
                }
            }
        }
    }
}

#[test]
fn a_threshold_next_to_nothing_gives_the_line_of_least_absolute_cost_to_the_last_digit() {
    // y = 200000·x + 100000 but for one point that is 6.3 million off. Four points are within the
    // threshold, and four times the threshold is less than 10⁻¹² of that.
    let xs = [1.0, 2.0, 3.0, 4.0, 5.0];
    let ys = [3e5, 5e5, 70e5, 9e5, 11e5];
    let find = |threshold| least_huber(&xs, &ys, threshold, Held::Neither, Line::ZERO);
    assert_eq!(find(1.5e-6), Some(Line::new(2e5, 1e5)));
    // Above it the pull of the fifth lifts the other four by a quarter of the threshold.
    let line = find(4e-3).expect("x has spread");
    assert!(is_close(line.intercept - 1e5, 1e-3, 1e-6), "{line:?}");
    assert!((line.slope - 2e5).abs() < 1e-9, "{line:?}");
}

#[test]
fn the_best_line_may_be_far_from_where_the_search_begins() {
    // Through 0: 400 points at (1, 0) and one at (20, 420). The slope Σy/Σ|x| that the search
    // begins at is 420/420, and that of least squares is Σxy/Σx² = 8400/800.
    let mut xs = vec![1.0; 400];
    let mut ys = vec![0.0; 400];
    xs.push(20.0);
    ys.push(420.0);
    let line = least_huber(&xs, &ys, 1e9, Held::Intercept, Line::ZERO).expect("x is not 0");
    assert!(is_close(line.slope, 10.5, 1e-12), "{line:?}");
}
