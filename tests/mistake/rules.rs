//! Rules of the page, rates, schedules, penalties, batches and coordinates, each recognised by its steps.

use downhill::data::dataset::Dataset;
use downhill::descent::batch::{Batch, BatchSize};
use downhill::descent::objective::{Cost, Problem};
use downhill::descent::optimizer::{Optimizer, Rule};
use downhill::descent::scaling::Scaling;
use downhill::descent::schedule::Schedule;
use downhill::descent::settings::{EpochLimit, LearningRate, Settings};
use downhill::descent::trainer::Trainer;
use downhill::insight::mistake::{Asked, Finding, Mistake, Place};
use downhill::numeric::line::Line;

use super::program::Program;
use super::{Set, finding, invented, is_right, sets, verdict};

fn rule(rule: Rule, parameters: &[f64]) -> Optimizer {
    parameters.iter().enumerate().fold(Optimizer::new(rule), |optimizer, (index, &value)| {
        optimizer.with(index, value).expect("a good value")
    })
}

/// The lines of the page's own run.
fn lines(set: &Set, settings: Settings, epochs: usize) -> Vec<Line> {
    let data = Dataset::from_columns(&set.xs, &set.ys).expect("sound rows");
    let settings = Settings {
        learning_rate: LearningRate::try_from(set.rate).expect("a good rate"),
        epochs: EpochLimit::try_from(epochs as f64).expect("a good limit"),
        ..settings
    };
    let mut run = Trainer::new(&data, settings);
    (0..epochs).map(|_| run.step(1).line).collect()
}

fn gradient(set: &Set, a: f64, b: f64) -> [f64; 2] {
    let n = set.xs.len() as f64;
    let rows = || set.xs.iter().zip(&set.ys);
    let da: f64 = rows().map(|(x, y)| -2.0 * x * (y - (a * x + b))).sum();
    let db: f64 = rows().map(|(x, y)| -2.0 * (y - (a * x + b))).sum();
    [da / n, db / n]
}

#[test]
fn each_rule_of_the_page_is_recognised_by_its_steps() {
    for set in sets() {
        for &known in Rule::ALL {
            let optimizer = Optimizer::new(known);
            let lines = lines(&set, Settings { optimizer, ..Settings::default() }, 30);
            let found = finding(&set, &lines);
            let expected = match known {
                Rule::GradientDescent => is_right(&found),
                Rule::Newton => found == Finding::LeastSquares,
                _ => found == Finding::Rule(optimizer, set.rate),
            };
            assert!(expected, "{} {known:?}: {found:?}", set.name);
        }
    }
}

#[test]
fn momentum_is_recognised_with_an_unusual_share_or_a_mean_for_a_velocity() {
    let set = invented();
    let optimizer = rule(Rule::Momentum, &[0.37]);
    let unusual = lines(&set, Settings { optimizer, ..Settings::default() }, 30);
    match finding(&set, &unusual) {
        Finding::Rule(found, rate) => {
            assert_eq!(found, optimizer);
            assert!((rate / set.rate - 1.0).abs() < 1e-9);
        }
        found => panic!("{found:?}"),
    }
    let (mut at, mut mean, mut lines) = ([0.0; 2], [0.0; 2], Vec::new());
    for _ in 0..30 {
        let g = gradient(&set, at[0], at[1]);
        mean = [0, 1].map(|i| 0.9 * mean[i] + (1.0 - 0.9) * g[i]);
        at = [0, 1].map(|i| at[i] - set.rate * mean[i]);
        lines.push(Line::new(at[0], at[1]));
    }
    let expected = Finding::Rule(rule(Rule::Momentum, &[0.9]), set.rate * (1.0 - 0.9));
    assert_eq!(finding(&set, &lines), expected);
}

#[test]
fn nesterovs_rule_is_recognised_as_he_wrote_it() {
    let set = invented();
    let (mut at, mut velocity, mut lines) = ([0.0; 2], [0.0; 2], Vec::new());
    for _ in 0..30 {
        let g = gradient(&set, at[0] + 0.9 * velocity[0], at[1] + 0.9 * velocity[1]);
        velocity = [0, 1].map(|i| 0.9 * velocity[i] - set.rate * g[i]);
        at = [0, 1].map(|i| at[i] + velocity[i]);
        lines.push(Line::new(at[0], at[1]));
    }
    assert_eq!(finding(&set, &lines), Finding::Rule(rule(Rule::Nesterov, &[0.9]), set.rate));
}

#[test]
fn another_rate_is_recognised_and_measured() {
    for set in sets() {
        for factor in [0.3, 1.1, 10.0, -0.7] {
            let other = Set { rate: set.rate * factor, ..set.clone() };
            let lines = Program::new(&other, &[]).lines(20);
            match finding(&set, &lines) {
                Finding::OtherRate(rate) => {
                    assert!((rate / other.rate - 1.0).abs() < 1e-9, "{} {rate}", set.name);
                }
                found => panic!("{} × {factor}: {found:?}", set.name),
            }
        }
    }
}

#[test]
fn the_schedules_of_the_page_are_recognised_and_other_changes_are_measured() {
    let set = invented();
    for schedule in [
        Schedule::step(5, 0.5).expect("a good schedule"),
        Schedule::step(1, 0.9).expect("a good schedule"),
        Schedule::inverse(0.02).expect("a good schedule"),
        Schedule::cosine(60).expect("a good schedule"),
    ] {
        let lines = lines(&set, Settings { schedule, ..Settings::default() }, 30);
        assert_eq!(finding(&set, &lines), Finding::Scheduled(schedule));
    }
    let mut at = Line::ZERO;
    let changing: Vec<Line> = (0..30)
        .map(|epoch| {
            let rate = set.rate / f64::from(epoch + 2).sqrt();
            let [da, db] = gradient(&set, at.slope, at.intercept);
            at = Line::new(at.slope - rate * da, at.intercept - rate * db);
            at
        })
        .collect();
    match finding(&set, &changing) {
        Finding::ChangingRate { first, last } => assert!(first > last && last > 0.0),
        found => panic!("{found:?}"),
    }
}

#[test]
fn a_penalty_is_recognised_and_measured() {
    for set in sets() {
        for of_both in [false, true] {
            let strength = 0.25;
            let mut at = Line::ZERO;
            let lines: Vec<Line> = (0..30)
                .map(|_| {
                    let [da, db] = gradient(&set, at.slope, at.intercept);
                    let more = if of_both { strength * at.intercept } else { 0.0 };
                    let slope = at.slope - set.rate * (da + strength * at.slope);
                    at = Line::new(slope, at.intercept - set.rate * (db + more));
                    at
                })
                .collect();
            match finding(&set, &lines) {
                Finding::Penalty { strength: found, of_both: both } => {
                    assert!((found / strength - 1.0).abs() < 1e-3, "{} {found}", set.name);
                    // The intercept of the years is so small that no one could tell.
                    assert!(both == of_both || set.name == "years", "{}", set.name);
                }
                found => panic!("{} {of_both}: {found:?}", set.name),
            }
        }
    }
}

#[test]
fn batches_in_the_order_of_the_rows_and_single_rows_are_recognised() {
    let set = invented();
    for size in [1, 2, 4] {
        let mut at = Line::ZERO;
        let lines: Vec<Line> = (0..10)
            .map(|_| {
                for (xs, ys) in set.xs.chunks(size).zip(set.ys.chunks(size)) {
                    let part = Set { xs: xs.to_vec(), ys: ys.to_vec(), ..set.clone() };
                    at = Program::new(&part, &[]).epoch(at);
                }
                at
            })
            .collect();
        assert_eq!(finding(&set, &lines), Finding::Batches(size));
    }
    let mut at = Line::ZERO;
    let single: Vec<Line> = [3, 7, 0, 9, 5, 1]
        .map(|row| {
            let part = Set { xs: vec![set.xs[row]], ys: vec![set.ys[row]], ..set.clone() };
            at = Program::new(&part, &[]).epoch(at);
            at
        })
        .into();
    assert_eq!(finding(&set, &single), Finding::SingleRows);
}

#[test]
fn shuffled_batches_are_called_nothing_that_they_are_not() {
    let set = invented();
    let batch = Batch::Rows { size: BatchSize::try_from(4.0).expect("a good size"), seed: 3 };
    let lines = lines(&set, Settings { batch, ..Settings::default() }, 30);
    let found = finding(&set, &lines);
    assert!(matches!(found, Finding::Unknown { right: 0 }), "{found:?}");
    assert_eq!(verdict(&set, Asked::MiniBatches, &lines).finding, Finding::SomeRows);
    let uphill: Vec<Line> =
        lines.iter().map(|line| Line::new(-line.slope, -line.intercept)).collect();
    let found = verdict(&set, Asked::MiniBatches, &uphill).finding;
    assert!(matches!(found, Finding::Unknown { right: 0 }), "{found:?}");
}

#[test]
fn what_other_tasks_ask_for_is_right_there() {
    for set in sets() {
        let problem = Problem { scaling: Scaling::STANDARDISED, ..Problem::default() };
        let fast = Set { rate: 0.05, ..set.clone() };
        let standardised = lines(&fast, Settings { problem, ..Settings::default() }, 30);
        let found = verdict(&fast, Asked::Standardised, &standardised).finding;
        assert!(is_right(&found), "{} standardised: {found:?}", set.name);
        let found = verdict(&fast, Asked::GradientDescent, &standardised).finding;
        assert_eq!(found, Finding::Scaled(Scaling::STANDARDISED), "{}", set.name);

        let optimizer = Optimizer::new(Rule::Momentum);
        let heavy = lines(&set, Settings { optimizer, ..Settings::default() }, 30);
        let found = verdict(&set, Asked::Momentum, &heavy).finding;
        assert!(is_right(&found), "{} momentum: {found:?}", set.name);
        let plain = Program::new(&set, &[]).lines(30);
        let found = verdict(&set, Asked::Momentum, &plain).finding;
        assert_eq!(found, Finding::Rule(Optimizer::default(), set.rate), "{}", set.name);

        let problem = Problem { cost: Cost::ABSOLUTE, ..Problem::default() };
        for absolute in [
            lines(&set, Settings { problem, ..Settings::default() }, 30),
            Program::absolute(&set, &[]).lines(30),
        ] {
            let found = verdict(&set, Asked::AbsoluteError, &absolute).finding;
            assert!(is_right(&found), "{} absolute: {found:?}", set.name);
        }
        let found = verdict(&set, Asked::AbsoluteError, &plain).finding;
        assert_eq!(found, Finding::Mistakes(vec![Mistake::ErrorsForSigns]), "{}", set.name);
        let found = verdict(&set, Asked::MiniBatches, &plain).finding;
        assert_eq!(found, Finding::FullBatch, "{}", set.name);
    }
}

#[test]
fn a_standardised_program_begins_at_0_in_its_own_coordinates_or_in_the_datas() {
    let set = Set { rate: 0.1, ..sets()[0].clone() };
    let n = set.xs.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let spread = |values: &[f64]| {
        let mean = mean(values);
        (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt()
    };
    let (x0, y0, sx, sy) = (mean(&set.xs), mean(&set.ys), spread(&set.xs), spread(&set.ys));
    let scaled = Set {
        xs: set.xs.iter().map(|x| (x - x0) / sx).collect(),
        ys: set.ys.iter().map(|y| (y - y0) / sy).collect(),
        ..set.clone()
    };
    let own = Program::new(&scaled, &[]).lines(30);
    let carried: Vec<Line> = own
        .iter()
        .map(|line| {
            let slope = line.slope * sy / sx;
            Line::new(slope, line.intercept * sy + y0 - slope * x0)
        })
        .collect();
    let found = verdict(&set, Asked::Standardised, &carried);
    assert!(is_right(&found.finding), "{found:?}");
    let found = verdict(&set, Asked::Standardised, &own).finding;
    assert_eq!(found, Finding::NotCarriedBack(Scaling::STANDARDISED));
}

#[test]
fn mistakes_are_named_beside_what_other_tasks_ask_for() {
    let set = invented();
    for mistake in
        [Mistake::WrongSign(Place::Both), Mistake::XMissing, Mistake::SumForMean(Place::Both)]
    {
        let lines = Program::absolute(&set, &[mistake]).lines(30);
        let found = verdict(&set, Asked::AbsoluteError, &lines).finding;
        assert_eq!(found, Finding::Mistakes(vec![mistake]), "absolute");
    }
}

/// Finding in a program for momentum whose gradient has mistakes, and of whose gradient a share is taken.
fn of_momentum(set: &Set, mistakes: &[Mistake], share: f64) -> Finding {
    let program = Program::new(set, mistakes);
    let (mut at, mut velocity) = (Line::ZERO, [0.0; 2]);
    let lines: Vec<Line> = (0..30)
        .map(|_| {
            let places = [Place::Slope, Place::Intercept];
            let gradient = places.map(|place| program.derivative_at(at, place));
            velocity = [0, 1].map(|i| 0.9 * velocity[i] + share * gradient[i]);
            at =
                Line::new(at.slope - set.rate * velocity[0], at.intercept - set.rate * velocity[1]);
            at
        })
        .collect();
    verdict(set, Asked::Momentum, &lines).finding
}

#[test]
fn mistakes_are_named_in_programs_for_momentum() {
    for set in sets() {
        assert!(is_right(&of_momentum(&set, &[], 1.0)), "{}", set.name);
        for mistake in [
            Mistake::WrongSign(Place::Both),
            Mistake::TwoMissing(Place::Both),
            Mistake::SumForMean(Place::Slope),
            Mistake::XMissing,
            Mistake::ErrorsFrozen,
        ] {
            let found = of_momentum(&set, &[mistake], 1.0);
            assert_eq!(found, Finding::Mistakes(vec![mistake]), "{}", set.name);
        }
        let share = 1.0 - 0.9;
        match of_momentum(&set, &[], share) {
            Finding::Rule(optimizer, rate) => {
                assert_eq!(optimizer, Optimizer::new(Rule::Momentum));
                assert!((rate / (set.rate * share) - 1.0).abs() < 1e-9, "{}: {rate}", set.name);
            }
            found => panic!("{}: {found:?}", set.name),
        }
    }
}

#[test]
fn sums_divided_by_another_number_of_rows_are_told_from_a_rate_that_was_typed() {
    for (name, rate, typed) in [("cars", 0.04, 11.0), ("faithful", 0.013, 32.0)] {
        let set = super::built_in(name, rate);
        let other = Set { rate: set.rate * set.xs.len() as f64 / typed, ..set.clone() };
        match finding(&set, &Program::new(&other, &[]).lines(20)) {
            Finding::OtherRows { rows, rate } => {
                assert!((rate / other.rate - 1.0).abs() < 1e-9, "{name}: {rate}");
                assert_eq!(rows as f64, typed, "{name}");
            }
            found => panic!("{name}: {found:?}"),
        }
    }
    for rate in [0.05, 0.01, 0.16, 0.005] {
        let cars = super::built_in("cars", 0.04);
        let typed = Set { rate, ..cars.clone() };
        let found = finding(&cars, &Program::new(&typed, &[]).lines(20));
        assert!(matches!(found, Finding::OtherRate(_) | Finding::Mistakes(_)), "{found:?}");
    }
}

#[test]
fn right_steps_of_which_not_all_are_shown_are_recognised() {
    // The years' intercept moves by so little that nobody could tell.
    for set in sets().into_iter().filter(|set| set.name != "years") {
        let lines = Program::new(&set, &[]).lines(47);
        for every in [2, 10] {
            let at_the_end: Vec<Line> =
                lines.chunks_exact(every).map(|part| part[every - 1]).collect();
            assert_eq!(finding(&set, &at_the_end), Finding::ShownEvery(every), "{}", set.name);
            let at_the_start: Vec<Line> = lines.iter().copied().step_by(every).collect();
            assert_eq!(finding(&set, &at_the_start), Finding::ShownEvery(every), "{}", set.name);
        }
        let mut odd: Vec<Line> = lines.iter().copied().step_by(10).collect();
        odd[2].slope *= 1.001;
        assert!(matches!(finding(&set, &odd), Finding::Unknown { .. }), "{}", set.name);
    }
}
