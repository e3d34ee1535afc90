//! Chapter 12: an outlier under three costs.

use crate::lesson::{built_in, columns};
use downhill::data::dataset::Dataset;
use downhill::descent::objective::{Cost, Objective, Problem, Threshold};
use downhill::numeric::line::Line;

use super::{Chapter, costs};

const CHAPTER: usize = 12;
/// The line that the nineteen follow.
const NINETEEN: Line = Line { slope: 0.5, intercept: 2.0 };

fn best(data: &Dataset, cost: Cost) -> Line {
    Objective::new(data, Problem { cost, ..Problem::default() }).best_line().expect("a line")
}

fn huber() -> Cost {
    Cost::Huber(Threshold::default())
}

/// The data with the outlier at another height.
fn with_outlier_at(height: f64) -> Dataset {
    let data = built_in("outlier");
    let (xs, mut ys) = (data.points().xs().to_vec(), data.points().ys().to_vec());
    ys[19] = height;
    columns(&xs, &ys)
}

#[test]
fn the_outlier_is_nearly_all_of_the_cost_and_pulls_as_hard_as_the_chapter_says() {
    let (chapter, data) = (Chapter::new(CHAPTER), built_in("outlier"));
    let errors: Vec<f64> = data.points().iter().map(|(x, y)| y - NINETEEN.predict(x)).collect();
    let squares: Vec<f64> = errors.iter().map(|error| error * error).collect();
    let share = 100.0 * squares[19] / squares.iter().sum::<f64>();
    chapter.says(&format!(
        "the error of the outlier is {:.0} and its square {:.0};",
        errors[19], squares[19]
    ));
    assert!(squares[..19].iter().all(|square| (square - 0.04).abs() < 1e-12));
    chapter.says(&format!("So {share:.1} % of the cost is the outlier’s."));
    let pulls = (2.0 * errors[19], 2.0 * errors[0]);
    chapter.says(&format!(
        "with {:.0}, each of the others with {:.1}: {:.0} times as hard",
        pulls.0,
        pulls.1,
        pulls.0 / pulls.1
    ));
}

#[test]
fn the_three_best_lines_are_as_the_chapter_says() {
    let (chapter, data) = (Chapter::new(CHAPTER), built_in("outlier"));
    for (name, cost) in [
        ("Squared errors", Cost::Squared),
        ("Absolute errors", Cost::ABSOLUTE),
        ("Huber’s cost", huber()),
    ] {
        let line = best(&data, cost);
        let sign = if line.intercept < 0.0 { '−' } else { '+' };
        chapter.says(&format!("{:.2} · x {sign} {:.2}", line.slope, line.intercept.abs()));
        let session = chapter.pressed(name);
        assert_eq!(session.problem().cost, cost);
        assert!(session.view.answer, "and it is drawn");
    }
}

#[test]
fn a_higher_outlier_turns_the_line_of_squares_alone() {
    let (chapter, higher) = (Chapter::new(CHAPTER), with_outlier_at(80.0));
    let (before, after) =
        (best(&with_outlier_at(40.0), Cost::Squared), best(&higher, Cost::Squared));
    let words = format!("slope goes from {:.2} to {:.2}.", before.slope, after.slope);
    assert_eq!(chapter.page.matches(words.as_str()).count(), 3, "each answer says so");
    for cost in [Cost::ABSOLUTE, huber()] {
        let (before, after) = (best(&with_outlier_at(40.0), cost), best(&higher, cost));
        assert!((before.slope - after.slope).abs() < 1e-9, "{before:?} {after:?}");
        assert!((before.intercept - after.intercept).abs() < 1e-9, "{before:?} {after:?}");
    }
}

#[test]
fn squares_drag_the_line_away_and_other_costs_bring_it_back() {
    let chapter = Chapter::new(CHAPTER);
    let mut session = chapter.session();
    session.seek(500);
    chapter
        .says(&format!("the line ends with a slope of {:.2}.", session.run().state().line.slope));
    let start = chapter.pressed("Start at the line by squared errors");
    let is_back =
        |line: Line| (0.48..0.54).contains(&line.slope) && (1.7..2.4).contains(&line.intercept);
    for (cost, back) in [(Cost::Squared, false), (Cost::ABSOLUTE, true), (huber(), true)] {
        let mut session = start.clone();
        session.set_problem(Problem { cost, ..session.problem() }).expect("a cost");
        let reached = (100..=500).any(|epoch| {
            session.seek(epoch);
            session.run().state().epoch == epoch && is_back(session.run().state().line)
        });
        assert_eq!(reached, back, "{cost:?}");
    }
}

#[test]
fn absolute_errors_never_settle_and_huber_s_cost_does() {
    let chapter = Chapter::new(CHAPTER);
    let session = chapter.pressed("Absolute errors, from there");
    let costs = costs(session.run(), 500);
    let (least, most) =
        costs[200..].iter().fold((f64::MAX, 0.0_f64), |(l, m), &c| (l.min(c), m.max(c)));
    chapter.says(&format!(
        "up and down between {least:.3} and {most:.3}, and the least is {:.3}.",
        session.run().least_cost()
    ));
    let mut huber = chapter.pressed("Huber’s cost");
    huber.seek(500);
    assert!(huber.run().state().cost < 1.000_001 * huber.run().least_cost());
}

#[test]
fn a_point_alone_in_x_decides_the_slope_under_all_three() {
    for cost in [Cost::Squared, Cost::ABSOLUTE, huber()] {
        let slope = best(&built_in("anscombe-4"), cost).slope;
        assert_eq!(format!("{slope:.2}"), "0.50", "{cost:?}");
    }
    Chapter::new(CHAPTER).says("all three give a slope of about 0.50, decided by one point");
}

#[test]
fn of_flat_lines_squares_choose_the_mean_and_absolute_errors_the_median() {
    let ys = [1.0, 2.0, 4.0, 8.0, 100.0];
    let flat = |cost: Cost| {
        let of = |height: f64| {
            let objective = Objective::new(
                &columns(&[1.0, 2.0, 3.0, 4.0, 5.0], &ys),
                Problem { cost, ..Problem::default() },
            );
            objective.cost(Line::new(0.0, height))
        };
        let heights: Vec<f64> = (0..=200).map(|half| 0.5 * f64::from(half)).collect();
        heights.into_iter().min_by(|&low, &high| of(low).total_cmp(&of(high))).expect("some")
    };
    assert_eq!((flat(Cost::Squared), flat(Cost::ABSOLUTE)), (23.0, 4.0));
}
