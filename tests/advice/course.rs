//! Learning rates of courses: what is copied from one leads here where it led there.

use super::opened;
use crate::common::is_close;
use downhill::data::dataset::Dataset;
use downhill::data::summary::Summary;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};
use downhill::descent::trainer::Trainer;
use downhill::insight::convention::Convention;
use downhill::numeric::line::Line;
use downhill::numeric::range::Range;

/// The descent of a course, written out: `scale` is what Σe² is multiplied by in its cost.
fn course(points: &[(f64, f64)], scale: f64, rate: f64, iterations: usize) -> Line {
    let mut line = Line::ZERO;
    for _ in 0..iterations {
        let errors = points.iter().map(|&(x, y)| (x, line.predict(x) - y));
        let (slope, intercept) =
            errors.fold((0.0, 0.0), |(slope, intercept), (x, e)| (slope + x * e, intercept + e));
        line = Line::new(
            line.slope - rate * 2.0 * scale * slope,
            line.intercept - rate * 2.0 * scale * intercept,
        );
    }
    line
}

fn run(data: &Dataset, learning_rate: LearningRate, epochs: u64) -> Line {
    let limit = EpochLimit::try_from(epochs as f64).expect("a good limit");
    let mut run =
        Trainer::new(data, Settings { learning_rate, epochs: limit, ..Settings::default() });
    run.step(epochs).line
}

#[test]
fn a_rate_of_any_convention_takes_the_steps_of_the_course() {
    let sets: [&[(f64, f64)]; 2] =
        [&[(1.0, 3.0), (3.0, 7.0)], &[(1.0, 3.0), (2.0, 5.0), (3.0, 7.0), (4.0, 9.0), (5.0, 11.0)]];
    for points in sets {
        let n = points.len() as f64;
        let (xs, ys): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
        let data = Dataset::from_columns(&xs, &ys).expect("sound data");
        for (convention, scale) in [
            (Convention::HalfMean, 0.5 / n),
            (Convention::Mean, 1.0 / n),
            (Convention::HalfSum, 0.5),
            (Convention::Sum, 1.0),
        ] {
            let rate = convention.rate_here(0.004, points.len() as u64).expect("a good rate");
            let (there, here) = (course(points, scale, 0.004, 300), run(&data, rate, 300));
            assert!(
                is_close(here.slope, there.slope, 1e-12),
                "{convention:?}: {here:?}, {there:?}"
            );
            assert!(is_close(here.intercept, there.intercept, 1e-12), "{convention:?}");
        }
    }
}

/// The populations and profits of ninety-seven cities, by their sums: exercise 1 of a well-known course.
fn exercise() -> Dataset {
    let summary = Summary::from_sums(
        97,
        (8.1598, 5.839_135_051_546_392),
        (1_437.695_857_86, 1_715.219_528_539, 2_914.847_051_657_224_7),
        Range::new(5.0269, 22.203),
        Range::new(-2.6807, 24.147),
    );
    let summary = summary.expect("sound sums");
    Dataset::of_sample(summary, Vec::new(), Vec::new()).expect("sound sums")
}

#[test]
fn the_exercise_of_a_well_known_course_comes_out() {
    // J = (1/2n)·Σe², 1,500 iterations at α = 0.01.
    let rate = Convention::HalfMean.rate_here(0.01, 97).expect("a good rate");
    let line = run(&exercise(), rate, 1_500);
    assert_eq!(format!("{:.4} {:.4}", line.intercept, line.slope), "-3.6303 1.1664");
}

#[test]
fn a_rate_that_is_stable_in_a_course_is_stable_here_and_the_other_way_round() {
    let page = opened(&exercise());
    let limit = page.session().run().largest_stable_rate().expect("it has one");
    for convention in Convention::ALL {
        let factor = convention.factor(97);
        for (share, stable) in [(0.99, true), (1.01, false)] {
            let there = (share * limit / factor).to_string();
            let converted = page.convert_rate(convention, &there).expect("a rate");
            assert_eq!(!converted.text.contains("too big"), stable, "{}", converted.text);
        }
    }
}

#[test]
fn what_is_no_rate_in_a_course_is_none_here() {
    let page = opened(&exercise());
    for text in ["", "a", "0", "-0.01", "inf"] {
        assert!(page.convert_rate(Convention::Sum, text).is_err(), "{text:?}");
    }
}

#[test]
fn the_conversion_is_told_both_ways() {
    let page = opened(&exercise());
    let converted = page.convert_rate(Convention::HalfMean, "0.01").expect("a rate");
    assert_eq!((converted.rate.as_str(), converted.take.as_str()), ("0.005", "Use 0.005"));
    // The cost at a = b = 0 in the exercise is 32.07.
    assert!(converted.text.contains("64.15 here is 32.07 there"), "{}", converted.text);
}

/// The descent of a course whose cost has λ·a² beside the sum of the squared errors.
fn shrunk(points: &[(f64, f64)], scale: f64, rate: f64, lambda: f64, from: Line) -> f64 {
    let moment: f64 = points.iter().map(|&(x, y)| x * (from.predict(x) - y)).sum();
    from.slope - rate * 2.0 * scale * (moment + lambda * from.slope)
}

#[test]
fn the_share_of_the_slope_that_a_penalty_takes_away_is_that_of_a_step_of_the_course() {
    let points = [(1.0, 3.0), (2.0, 5.0), (3.0, 8.0), (5.0, 9.0)];
    let (n, rate, lambda, from) = (4.0, 0.004, 2.5, Line::new(1.3, 0.4));
    for (convention, scale) in [
        (Convention::HalfMean, 0.5 / n),
        (Convention::Mean, 1.0 / n),
        (Convention::HalfSum, 0.5),
        (Convention::Sum, 1.0),
    ] {
        let plain = shrunk(&points, scale, rate, 0.0, from);
        let away = plain - shrunk(&points, scale, rate, lambda, from);
        let share = convention.shrinkage(rate, points.len() as u64) * lambda;
        assert!(is_close(away, share * from.slope, 1e-12), "{convention:?}: {away}");
    }
}

#[test]
fn the_penalty_is_told_with_the_readers_own_rate() {
    let page = opened(&exercise());
    let converted = page.convert_rate(Convention::HalfMean, "0.02").expect("a rate");
    for says in ["(1/2n)·(Σe² + λ·a²)", "adds (λ/n)·a to ∂J/∂a", "at the rate 0.02 each step"]
    {
        assert!(converted.penalty.contains(says), "{}", converted.penalty);
    }
    // 0.02/97.
    assert!(converted.penalty.contains("takes 0.0002062 times λ of"), "{}", converted.penalty);
}

#[test]
fn a_convention_is_found_by_its_name() {
    for convention in Convention::ALL {
        assert_eq!(Convention::from_name(convention.name()), Some(convention));
    }
    assert_eq!(Convention::from_name("median"), None);
}
