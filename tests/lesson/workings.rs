//! The sums of an update and the share of each row in it.

use crate::common::is_close;
use downhill::data::builtin;
use downhill::data::dataset::Dataset;
use downhill::descent::objective::Gradient;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings, Start};
use downhill::descent::trainer::Trainer;
use downhill::insight::workings::{Row, Workings};
use downhill::numeric::line::Line;
use proptest::prelude::*;

use super::{built_in, columns, rows};

/// The built-in sets whose points are their rows.
const OF_ROWS: [&str; 9] = [
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

fn settings(rate: f64) -> Settings {
    Settings {
        learning_rate: LearningRate::try_from(rate).expect("a good rate"),
        epochs: EpochLimit::try_from(100_000.0).expect("a good limit"),
        ..Settings::default()
    }
}

/// A sum over all rows, with the sum of the absolute terms, on which its rounding error depends.
#[derive(Clone, Copy, Default)]
struct Sum {
    value: f64,
    size: f64,
}

impl Sum {
    fn of(terms: impl Iterator<Item = (f64, f64)>) -> Self {
        terms.fold(Self::default(), |sum, (term, size)| Self {
            value: sum.value + term,
            size: sum.size + size,
        })
    }

    fn times(self, factor: f64) -> Self {
        Self { value: factor * self.value, size: factor.abs() * self.size }
    }

    /// Whether `other` differs by no more than `digits` times the sum of the absolute terms.
    fn is(self, other: f64, digits: f64) -> bool {
        (other - self.value).abs() <= digits * self.size
    }
}

/// Σe, Σx·e and Σe² by plain loops.
fn plain_sums(data: &Dataset, line: Line) -> [Sum; 3] {
    let rows = || {
        data.points().iter().map(|(x, y)| {
            let error = y - (line.slope * x + line.intercept);
            (x, error, y.abs() + (line.slope * x).abs() + line.intercept.abs())
        })
    };
    [
        Sum::of(rows().map(|(_, error, size)| (error, size))),
        Sum::of(rows().map(|(x, error, size)| (x * error, x.abs() * size))),
        Sum::of(rows().map(|(_, error, size)| (error * error, size * size))),
    ]
}

/// Compares all parts of an update with plain loops, to twelve digits of the absolute terms.
fn agrees_with_plain_loops(data: &Dataset, line: Line, rate: f64, about: &str) {
    const DIGITS: f64 = 1e-12;
    let n = data.points().len() as f64;
    let found = Workings::of(data, line, rate);
    let [errors, moments, squares] = plain_sums(data, line);
    assert!(errors.is(found.sum_of_errors, DIGITS), "{about}, Σe: {found:?}");
    assert!(moments.is(found.sum_of_moments, DIGITS), "{about}, Σx·e: {found:?}");
    assert!(squares.is(found.sum_of_squares, DIGITS), "{about}, Σe²: {found:?}");
    assert!(squares.times(1.0 / n).is(found.cost, DIGITS), "{about}, J: {found:?}");
    let (slope, intercept) = (moments.times(-2.0 / n), errors.times(-2.0 / n));
    assert!(slope.is(found.gradient.slope, DIGITS), "{about}, ∂J/∂a: {found:?}");
    assert!(intercept.is(found.gradient.intercept, DIGITS), "{about}, ∂J/∂b: {found:?}");
    let step = |from: f64, derivative: Sum| Sum {
        value: from - rate * derivative.value,
        size: from.abs() + rate * derivative.size,
    };
    assert!(step(line.slope, slope).is(found.next.slope, DIGITS), "{about}, next a: {found:?}");
    assert!(
        step(line.intercept, intercept).is(found.next.intercept, DIGITS),
        "{about}, next b: {found:?}"
    );
    let [.., next_squares] = plain_sums(data, found.next);
    assert!(next_squares.times(1.0 / n).is(found.next_cost, DIGITS), "{about}, next J: {found:?}");
}

fn lines() -> impl Strategy<Value = Line> {
    (-50.0..50.0_f64, -500.0..500.0_f64).prop_map(|(slope, b)| Line::new(slope, b))
}

#[test]
fn the_workings_are_the_plain_loops_on_the_built_in_rows() {
    for id in OF_ROWS {
        let data = built_in(id);
        let best = data.least_squares().expect("x has spread");
        for line in [Line::ZERO, Line::new(-3.5, 80.0), Line::new(0.02, 1e4), best] {
            for rate in [1e-8, 0.01, 2.0] {
                agrees_with_plain_loops(&data, line, rate, id);
            }
        }
    }
}

#[test]
fn the_workings_of_the_weather_are_those_of_its_119_040_rows() {
    // Its points stand for rows that are not here: Σe = n(ȳ − a·x̄ − b), and likewise the others.
    let data = builtin::first().dataset();
    let sums = data.summary();
    let (n, mean_x, mean_y) = (sums.n() as f64, sums.mean_x(), sums.mean_y());
    for line in [Line::ZERO, Line::new(0.5, 3.0), Line::new(-2.0, 40.0)] {
        let found = Workings::of(&data, line, 0.002);
        let height = mean_y - line.predict(mean_x);
        assert!(is_close(found.sum_of_errors, n * height, 1e-12), "{found:?}");
        let moments = sums.sxy() - line.slope * sums.sxx() + n * mean_x * height;
        assert!(is_close(found.sum_of_moments, moments, 1e-12), "{found:?}");
        let centred = sums.syy() - 2.0 * line.slope * sums.sxy() + line.slope.powi(2) * sums.sxx();
        assert!(is_close(found.sum_of_squares, centred + n * height * height, 1e-9), "{found:?}");
    }
}

#[test]
fn at_the_least_squares_line_the_gradient_vanishes_and_the_next_line_is_the_same() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        let best = data.least_squares().expect("x has spread");
        let found = Workings::of(&data, best, builtin.learning_rate);
        // The gradient at ŷ = 0 is as large as the numbers that cancel at the best line.
        let size = Workings::of(&data, Line::ZERO, 1.0).gradient;
        let Gradient { slope, intercept } = found.gradient;
        let id = builtin.id;
        assert!(slope.abs() <= 1e-12 * size.slope.abs(), "{id}: {slope} of {size:?}");
        assert!(intercept.abs() <= 1e-12 * size.intercept.abs(), "{id}: {intercept} of {size:?}");
        assert!(is_close(found.cost, data.least_cost(), 1e-12), "{id}: {found:?}");
        assert!(is_close(found.next_cost, data.least_cost(), 1e-9), "{id}: {found:?}");
        assert!(is_close(found.next.slope, best.slope, 1e-9), "{id}: {found:?}");
        assert!(is_close(found.next.intercept, best.intercept, 1e-9), "{id}: {found:?}");
    }
}

#[test]
fn the_next_line_is_the_one_that_the_run_steps_to_to_the_last_bit() {
    for builtin in builtin::all() {
        let data = builtin.dataset();
        for factor in [0.01, 1.0, 30.0] {
            let mut run = Trainer::new(&data, settings(factor * builtin.learning_rate));
            for _ in 0..60 {
                let found = Workings::of(&data, run.state().line, run.rate_now());
                assert_eq!(found.cost.to_bits(), run.state().cost.to_bits(), "{}", builtin.id);
                assert_eq!(found.gradient, run.state().gradient, "{}", builtin.id);
                if run.status().is_end() {
                    break;
                }
                let stepped = *run.step(1);
                assert_eq!(found.next, stepped.line, "{}", builtin.id);
                assert_eq!(found.next_cost.to_bits(), stepped.cost.to_bits(), "{}", builtin.id);
            }
            assert!(run.state().epoch > 0, "{} {factor}", builtin.id);
        }
    }
}

#[test]
fn the_shares_of_all_rows_add_up_to_the_gradient_and_beyond_the_last_there_is_none() {
    for id in OF_ROWS {
        let data = built_in(id);
        let count = data.points().len();
        for line in [Line::ZERO, Line::new(-3.5, 80.0)] {
            let all: Vec<_> =
                (0..count).map(|index| Row::of(&data, line, index).expect("it is there")).collect();
            let total =
                |of: fn(&Row) -> f64| Sum::of(all.iter().map(|row| (of(row), of(row).abs())));
            let Gradient { slope, intercept } = Workings::of(&data, line, 0.1).gradient;
            assert!(total(|row| row.share.slope).is(slope, 1e-12), "{id} {line:?}");
            assert!(total(|row| row.share.intercept).is(intercept, 1e-12), "{id} {line:?}");
        }
        for beyond in [count, count + 1, usize::MAX] {
            assert_eq!(Row::of(&data, Line::ZERO, beyond), None, "{id}");
        }
    }
}

#[test]
fn a_row_of_the_weather_is_one_of_119_040_that_together_are_about_the_gradient() {
    // Each point lies somewhere in the cell of 1 °C by 1 °C that its day fell into.
    let data = builtin::first().dataset();
    let line = Line::new(0.3, 2.0);
    let rows = (0..data.points().len()).map(|index| Row::of(&data, line, index).expect("a row"));
    let (slope, intercept) = rows.fold((0.0, 0.0), |(slope, intercept), row| {
        (slope + row.share.slope, intercept + row.share.intercept)
    });
    let exact = Workings::of(&data, line, 0.1).gradient;
    assert!(is_close(slope, exact.slope, 3e-3), "{slope} instead of {exact:?}");
    assert!(is_close(intercept, exact.intercept, 3e-3), "{intercept} instead of {exact:?}");
}

#[test]
fn a_row_is_worked_out_by_hand() {
    let data = columns(&[1.0, 2.0, 4.0, 5.0], &[3.0, 4.0, 4.0, 1.0]);
    // ŷ = 0.5·4 + 1 = 3, e = 4 − 3 = 1; −2·1/4 = −0.5, times x = −2.
    let row = Row::of(&data, Line::new(0.5, 1.0), 2).expect("it is there");
    let share = Gradient { slope: -2.0, intercept: -0.5 };
    assert_eq!(row, Row { x: 4.0, y: 4.0, prediction: 3.0, error: 1.0, share });
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn the_workings_are_the_plain_loops_on_any_rows(
        data in rows(),
        line in lines(),
        rate in 1e-6..10.0_f64,
    ) {
        agrees_with_plain_loops(&data, line, rate, "random rows");
    }

    #[test]
    fn the_next_line_is_that_of_the_run_from_any_start(
        data in rows(),
        line in lines(),
        rate in 1e-6..10.0_f64,
    ) {
        let start = Start::at(line.slope, line.intercept).expect("a good start");
        let mut run = Trainer::new(&data, Settings { start, ..settings(rate) });
        let found = Workings::of(&data, line, run.rate_now());
        prop_assert_eq!(found.cost.to_bits(), run.state().cost.to_bits());
        let stepped = *run.step(1);
        if stepped.epoch == 1 {
            prop_assert_eq!(found.next, stepped.line);
            prop_assert_eq!(found.next_cost.to_bits(), stepped.cost.to_bits());
        }
    }

    #[test]
    fn a_row_says_what_its_point_has_to_do_with_the_line(data in rows(), line in lines()) {
        let n = data.points().len();
        for (index, (x, y)) in data.points().iter().enumerate() {
            let row = Row::of(&data, line, index).expect("it is there");
            prop_assert_eq!((row.x, row.y), (x, y));
            prop_assert_eq!(row.prediction, line.slope * x + line.intercept);
            prop_assert_eq!(row.error, y - row.prediction);
            let intercept = -2.0 * row.error / n as f64;
            prop_assert!((row.share.intercept - intercept).abs() <= 1e-15 * intercept.abs());
            prop_assert!((row.share.slope - x * intercept).abs() <= 1e-15 * (x * intercept).abs());
        }
    }
}
