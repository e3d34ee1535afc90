//! Rows that lie on a line: what rounding leaves of RSS counts as 0.

use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Cost, Held, Objective, Problem, Threshold};
use downhill::descent::scaling::Scaling;
use downhill::descent::settings::Start;
use downhill::edition::FullPackage;
use downhill::insight::diagnosis::{Forecast, Zone};
use downhill::session::{Session, Source};
use downhill::text::en;

fn dataset(rows: impl IntoIterator<Item = (f64, f64)>) -> Dataset {
    let (xs, ys): (Vec<f64>, Vec<f64>) = rows.into_iter().unzip();
    Dataset::from_columns(&xs, &ys).expect("sound rows")
}

fn degrees() -> Dataset {
    dataset([(-40.0, -40.0), (0.0, 32.0), (37.0, 98.6), (100.0, 212.0)])
}

/// A number as a program writes it with so many digits.
fn written(value: f64, digits: usize) -> f64 {
    format!("{value:.*e}", digits - 1).parse().expect("a number")
}

fn lines() -> Vec<(&'static str, Dataset)> {
    let tenths = |from: f64, count: u32| (0..count).map(move |i| from + f64::from(i) / 10.0);
    vec![
        ("degrees", degrees()),
        ("tenths", dataset(tenths(0.0, 50).map(|x| (x, 0.3 * x + 0.1)))),
        ("falling", dataset(tenths(-7.0, 999).map(|x| (x, 1e6 - 1.1 * x)))),
        ("small", dataset(tenths(0.0, 50).map(|x| (x * 1e-9, 0.3e-20 * x + 0.7e-20)))),
        ("great", dataset(tenths(0.0, 50).map(|x| (x * 1e9, 0.3e20 * x + 0.7e20)))),
        (
            "years",
            dataset((1950..2020).map(|year| (f64::from(year), 0.013 * f64::from(year) - 11.7))),
        ),
        ("seconds", dataset(tenths(1.7e9, 3_600).map(|x| (x, 2.1 * x + 3.3)))),
        ("many", dataset((0..30_000).map(|i| (f64::from(i) / 7.0, f64::from(i) / 11.0 + 0.1)))),
        (
            "radians in 15 digits",
            dataset(
                (1..=90)
                    .map(|degree| (f64::from(degree), written(f64::from(degree).to_radians(), 15))),
            ),
        ),
        (
            "third parts in 15 digits",
            dataset((1..50).map(|i| (written(f64::from(i) / 3.0, 15), f64::from(i)))),
        ),
    ]
}

fn session(dataset: &Dataset) -> Session {
    let mut session = Session::on_builtin(builtin::first());
    session.choose(Source::Own { name: "line.csv".to_owned(), address: None }, dataset.clone());
    session
}

#[test]
fn rows_on_a_line_have_no_residuals() {
    for (name, data) in lines() {
        assert_eq!(
            (data.rss(), data.least_cost(), data.r_squared()),
            (0.0, 0.0, Some(1.0)),
            "{name}"
        );
        let swapped = data.swapped();
        assert_eq!((swapped.rss(), swapped.r_squared()), (0.0, Some(1.0)), "{name}, swapped");
    }
}

#[test]
fn rows_that_nearly_lie_on_a_line_keep_their_residuals() {
    // Errors of ±10⁻⁹ and ±10⁻¹² of y, which is far more than rounding.
    for size in [1e-9, 1e-12] {
        let sign = |i: u32| if i.is_multiple_of(4) || i % 4 == 3 { size } else { -size };
        let data = dataset((0..40).map(|i| (f64::from(i), 2.0 * f64::from(i) + 1.0 + sign(i))));
        let rss = data.rss() / (40.0 * size * size);
        assert!((0.9..1.1).contains(&rss), "{size}: {rss}");
    }
    // Days apart, in nanoseconds since 1970: the digits of x end far above the errors of y.
    let day = 8.64e13;
    let data = dataset((0..40).map(|i| (1.7e18 + day * f64::from(i), f64::from(i % 3))));
    assert!(data.rss() > 20.0, "{}", data.rss());
}

#[test]
fn every_cost_and_every_held_parameter_has_0_as_its_least_on_a_line() {
    let costs =
        [Cost::Squared, Cost::Absolute(FullPackage::PROOF), Cost::Huber(Threshold::default())];
    for scaling in [Scaling::RAW, Scaling::STANDARDISED] {
        for cost in costs {
            let problem = Problem { cost, scaling, ..Problem::default() };
            let objective = Objective::new(&degrees(), problem);
            assert_eq!(objective.least(), 0.0, "{cost:?} {scaling:?}");
        }
    }
    for held in [Held::Slope, Held::Intercept] {
        let session = session(&degrees());
        let mut settings = session.run().settings();
        settings.problem.held = held;
        settings.start = Start::at(1.8, 32.0).expect("a start");
        let run = session.run().anew(&degrees(), settings);
        assert_eq!(run.least(), 0.0, "{held:?}");
    }
}

#[test]
fn the_suggested_rate_is_not_too_small_and_no_share_of_nothing_is_told() {
    for (name, data) in lines() {
        let mut session = session(&data);
        let run = session.run();
        let forecast = Forecast::of(run).expect("one line is best");
        let zone = forecast.zone(run.learning_rate().get());
        // Lines far from 0 are long valleys, on which every rate is too small.
        let is_near = ["degrees", "tenths", "radians in 15 digits"].contains(&name);
        assert!(!is_near || zone != Zone::TooSmall, "{name}: {zone:?}");
        session.advance(3_000);
        let status = en::status::sentence(&session, false);
        assert!(!status.contains("above the least possible"), "{name}: {status}");
    }
}
