//! Right programs, however they are written, come out right.

use downhill::insight::mistake::{Asked, Finding, FirstLine, Mistake, Place};
use downhill::numeric::line::Line;

use super::program::Program;
use super::{Set, built_in, finding, invented, is_right, sets, verdict};
use crate::common::weather::weather_columns;

/// A sum by halves, as NumPy has it.
fn pairwise(terms: &[f64]) -> f64 {
    match terms.len() {
        0..=8 => terms.iter().sum(),
        n => pairwise(&terms[..n / 2]) + pairwise(&terms[n / 2..]),
    }
}

/// A sum from the last term to the first, one by one.
fn backwards(terms: &[f64]) -> f64 {
    terms.iter().rev().fold(0.0, |sum, term| sum + term)
}

fn naive(terms: &[f64]) -> f64 {
    terms.iter().fold(0.0, |sum, term| sum + term)
}

type Sum = fn(&[f64]) -> f64;

/// Makes the next line of a line, on a set, with a way to add.
type Epoch = fn(&Set, Sum, Line) -> Line;

/// Programs that are the same on paper.
const WRITTEN: [(&str, Epoch); 6] = [
    ("-2 * mean(x * errors)", |set, sum, Line { slope: a, intercept: b }| {
        let errors = errors(set, |x, y| y - (a * x + b));
        let n = set.xs.len() as f64;
        let da = -2.0 * (sum(&products(set, &errors)) / n);
        let db = -2.0 * (sum(&errors) / n);
        Line::new(a - set.rate * da, b - set.rate * db)
    }),
    ("-2 / n * sum(x * errors)", |set, sum, Line { slope: a, intercept: b }| {
        let errors = errors(set, |x, y| (y - a * x) - b);
        let n = set.xs.len() as f64;
        let da = -2.0 / n * sum(&products(set, &errors));
        let db = -2.0 / n * sum(&errors);
        Line::new(a - set.rate * da, b - set.rate * db)
    }),
    ("predictions - y", |set, sum, Line { slope: a, intercept: b }| {
        let errors = errors(set, |x, y| (a * x + b) - y);
        let n = set.xs.len() as f64;
        let da = 2.0 * sum(&products(set, &errors)) / n;
        let db = 2.0 * sum(&errors) / n;
        Line::new(a - da * set.rate, b - db * set.rate)
    }),
    ("mean(-2 * x * errors)", |set, sum, Line { slope: a, intercept: b }| {
        let twice = errors(set, |x, y| -2.0 * (y - (a * x + b)));
        let n = set.xs.len() as f64;
        let (da, db) = (sum(&products(set, &twice)) / n, sum(&twice) / n);
        Line::new(a - set.rate * da, b - set.rate * db)
    }),
    ("a += step", |set, sum, Line { slope: a, intercept: b }| {
        let errors = errors(set, |x, y| y - (b + x * a));
        let step = 2.0 * set.rate / set.xs.len() as f64;
        Line::new(a + step * sum(&products(set, &errors)), b + step * sum(&errors))
    }),
    ("sums of x, xx, xy", |set, sum, Line { slope: a, intercept: b }| {
        let n = set.xs.len() as f64;
        let of = |f: fn(f64, f64) -> f64| sum(&errors(set, f)) / n;
        let (x, y) = (of(|x, _| x), of(|_, y| y));
        let da = 2.0 * (a * of(|x, _| x * x) + b * x - of(|x, y| x * y));
        let db = 2.0 * (a * x + b - y);
        Line::new(a - set.rate * da, b - set.rate * db)
    }),
];

fn errors(set: &Set, of: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    set.xs.iter().zip(&set.ys).map(|(&x, &y)| of(x, y)).collect()
}

fn products(set: &Set, errors: &[f64]) -> Vec<f64> {
    set.xs.iter().zip(errors).map(|(x, error)| x * error).collect()
}

/// The lines of a program that begins at a line, which is not among them.
fn lines_from(start: Line, epochs: usize, mut next: impl FnMut(Line) -> Line) -> Vec<Line> {
    std::iter::successors(Some(start), |at| Some(next(*at))).skip(1).take(epochs).collect()
}

fn assert_right(set: &Set, epochs: usize) {
    for (sum, how) in [(naive as Sum, "naive"), (pairwise, "pairwise"), (backwards, "backwards")] {
        for (written, next) in WRITTEN {
            let lines = lines_from(Line::ZERO, epochs, |at| next(set, sum, at));
            let found = finding(set, &lines);
            assert!(is_right(&found), "{} {written} {how}: {found:?}", set.name);
        }
    }
}

#[test]
fn right_programs_are_right_in_whichever_order_they_add() {
    sets().iter().for_each(|set| assert_right(set, 300));
}

#[test]
fn right_programs_are_right_on_every_row_of_a_large_file() {
    let (xs, ys, _) = weather_columns();
    let mut large = Set { name: "large", xs, ys, rate: 1e-3 };
    assert_right(&large, 12);
    // As far from 0 as years are.
    large.xs.iter_mut().for_each(|x| *x += 2_000.0);
    large.rate = 1e-7;
    assert_right(&large, 12);
}

#[test]
fn a_program_that_is_right_at_the_end_of_its_way_is_right() {
    let set = invented();
    let lines = Program::new(&set, &[]).lines(20_000);
    assert_eq!(lines[19_998], lines[19_999], "it has settled");
    assert!(is_right(&finding(&set, &lines)));
}

#[test]
fn a_rate_that_is_too_large_is_no_mistake_of_the_program_and_the_end_of_numbers_is_told() {
    let set = Set { rate: 1.0, ..built_in("cars", 0.04) };
    let lines = Program::new(&set, &[]).lines(400);
    let end = lines.iter().position(|line| !line.is_finite()).expect("it blows up");
    let found = verdict(&set, Asked::GradientDescent, &lines);
    assert!(is_right(&found.finding), "{found:?}");
    assert_eq!(found.not_finite, Some(end + 1));
}

#[test]
fn the_start_may_be_shown_or_not_and_may_be_elsewhere() {
    let set = invented();
    let program = Program::new(&set, &[]);
    let after = program.lines(30);
    let with_start = [&[Line::ZERO], &after[..]].concat();
    let elsewhere = lines_from(Line::new(3.0, -2.0), 30, |at| program.epoch(at));
    for (lines, first) in [
        (after, FirstLine::AfterOneUpdate),
        (with_start, FirstLine::Start),
        (elsewhere, FirstLine::Unexplained),
    ] {
        let found = verdict(&set, Asked::GradientDescent, &lines);
        assert!(is_right(&found.finding), "{found:?}");
        assert_eq!(found.first, first);
    }
}

#[test]
fn mistakes_are_told_from_whichever_start() {
    let set = invented();
    let mistakes = [Mistake::WrongSign(Place::Slope)];
    let program = Program::new(&set, &mistakes);
    let lines = lines_from(Line::new(3.0, -2.0), 30, |at| program.epoch(at));
    assert_eq!(finding(&set, &lines), Finding::Mistakes(mistakes.to_vec()));
}
