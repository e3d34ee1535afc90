//! The data that come with the page are what their sources say, and open with settings that work.

use crate::common::is_close;
use downhill::data::builtin::{self, Builtin};
use downhill::data::dataset::{Dataset, Origin};
use downhill::descent::objective::{Objective, Problem};
use downhill::numeric::line::Line;

fn dataset(id: &str) -> Dataset {
    builtin::find(id).expect("a known id").dataset()
}

/// The cost that plain descent from a = b = 0 comes to.
fn descend(builtin: &Builtin, data: &Dataset) -> f64 {
    let objective = Objective::new(data, Problem::default());
    let mut line = Line::ZERO;
    for _ in 0..builtin.epochs {
        let gradient = objective.gradient(line);
        line.slope -= builtin.learning_rate * gradient.slope;
        line.intercept -= builtin.learning_rate * gradient.intercept;
    }
    objective.value(line)
}

#[test]
fn every_set_can_be_built_and_found_by_its_id() {
    let ids: Vec<&str> = builtin::all().iter().map(|builtin| builtin.id).collect();
    let expected = [
        "weather",
        "anscombe-1",
        "anscombe-2",
        "anscombe-3",
        "anscombe-4",
        "faithful",
        "cars",
        "curve",
        "outlier",
        "years",
    ];
    assert_eq!(ids, expected);
    for builtin in builtin::all() {
        let data = builtin.dataset();
        assert_eq!(builtin::find(builtin.id), Some(builtin));
        assert_eq!(data.x().label(), builtin.x);
        assert_eq!(data.y().label(), builtin.y);
        assert_eq!(data.summary().n(), data.points().len() as u64, "{}", builtin.id);
        assert!(data.least_squares().is_some(), "{}", builtin.id);
    }
    assert_eq!(builtin::find("Weather"), None);
}

#[test]
fn every_set_has_words_for_the_learner() {
    for Builtin { id, name, source, why, .. } in builtin::all() {
        assert!(!name.is_empty(), "{id}");
        for text in [source, why] {
            assert!(
                text.ends_with('.') && !text.contains('\n') && !text.contains("  "),
                "{id}: {text}"
            );
        }
    }
    let mut names: Vec<&str> = builtin::all().iter().map(|builtin| builtin.name).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "names differ");
}

#[test]
fn the_best_lines_are_the_published_ones() {
    for (id, rows, slope, intercept, tolerance) in [
        ("anscombe-1", 11, 0.500, 3.00, 5e-3),
        ("anscombe-2", 11, 0.500, 3.00, 5e-3),
        ("anscombe-3", 11, 0.500, 3.00, 5e-3),
        ("anscombe-4", 11, 0.500, 3.00, 5e-3),
        ("faithful", 272, 10.72964, 33.47440, 5e-6),
        ("cars", 32, -5.344472, 37.285126, 5e-7),
        ("curve", 66, -0.182368, 1.118198, 5e-7),
        ("outlier", 20, 0.899850, -0.788421, 5e-7),
        ("years", 39, 1.310484, -2255.083121, 5e-7),
    ] {
        let data = dataset(id);
        let line = data.least_squares().expect("x has spread");
        assert_eq!(data.summary().n(), rows, "{id}");
        assert!((line.slope - slope).abs() <= tolerance, "{id}: {line:?}");
        assert!((line.intercept - intercept).abs() <= tolerance, "{id}: {line:?}");
        assert_eq!(data.points().origin(), Origin::Rows, "{id}");
    }
}

#[test]
fn anscombes_sets_share_more_than_their_line() {
    for id in ["anscombe-1", "anscombe-2", "anscombe-3", "anscombe-4"] {
        let data = dataset(id);
        let (summary, r_squared) = (data.summary(), data.r_squared().expect("y has spread"));
        assert_eq!(summary.mean_x(), 9.0, "{id}");
        assert!((summary.sxx() - 110.0).abs() < 1e-12, "{id}");
        assert!((summary.mean_y() - 7.50).abs() < 1e-3, "{id}");
        assert!((r_squared - 0.67).abs() < 5e-3, "{id}");
    }
}

#[test]
fn the_weather_has_the_sums_of_the_whole_file() {
    let data = dataset("weather");
    let line = data.least_squares().expect("x has spread");
    assert_eq!(data.summary().n(), 119_040);
    assert!(is_close(line.slope, 0.918_774_230_654_279_8, 1e-12), "{line:?}");
    assert!(is_close(line.intercept, 10.700_567_037_461_553, 1e-12), "{line:?}");
    assert!(is_close(data.least_cost(), 17.361_499_126_583_31, 1e-12), "{}", data.least_cost());
}

#[test]
fn the_dots_of_the_weather_lie_where_days_were() {
    let data = dataset("weather");
    let (summary, points) = (data.summary(), data.points());
    assert_eq!((points.len(), points.origin()), (119_040, Origin::Counts));
    for (x, y) in points.iter() {
        assert!(summary.range_x().contains(x) && summary.range_y().contains(y), "({x}, {y})");
    }
    // Spread within cells of 1 °C, they tell nearly the same line.
    let drawn = Dataset::from_columns(points.xs(), points.ys()).expect("finite points");
    let (drawn, exact) = (drawn.least_squares(), data.least_squares());
    let (drawn, exact) = (drawn.expect("spread"), exact.expect("spread"));
    assert!((drawn.slope - exact.slope).abs() < 0.01, "{drawn:?}");
    assert!((drawn.predict(15.0) - exact.predict(15.0)).abs() < 0.1, "{drawn:?}");
}

#[test]
fn the_dots_of_the_weather_are_the_same_every_time_and_well_mixed() {
    let data = dataset("weather");
    assert_eq!(data.points(), dataset("weather").points());
    let first = &data.points().xs()[..1_000];
    let mean = first.iter().sum::<f64>() / first.len() as f64;
    assert!((mean - data.summary().mean_x()).abs() < 1.0, "the first thousand average {mean}");
}

#[test]
fn the_outlier_follows_its_formula() {
    for (x, y) in dataset("outlier").points().iter().take(19) {
        let turn = if x % 2.0 == 1.0 { 0.2 } else { -0.2 };
        assert!((y - (2.0 + x / 2.0 + turn)).abs() < 1e-12, "({x}, {y})");
    }
}

#[test]
fn every_set_opens_with_a_rate_that_arrives_except_the_years() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        let limit = 2.0 / data.summary().hessian().max_eigenvalue();
        let (rate, id) = (builtin.learning_rate, builtin.id);
        if id == "years" {
            assert!(rate > limit, "{id}: {rate} must blow up, the limit is {limit}");
            continue;
        }
        assert!(rate < limit, "{id}: {rate} blows up, the limit is {limit}");
        let cost = descend(builtin, &data);
        assert!(cost <= 1.01 * data.least_cost(), "{id}: {cost} after {} epochs", builtin.epochs);
    }
}
