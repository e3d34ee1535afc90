//! Mistakes in a reader's program, told by the lines that it shows.

mod degenerate;
mod named;
mod program;
mod random;
mod right;
mod rules;
mod stop;
mod texts;

use downhill::data::builtin;
use downhill::descent::settings::LearningRate;
use downhill::insight::mistake::{Asked, Attempt, Finding, Verdict};
use downhill::numeric::line::Line;

/// Rows, and a learning rate that suits them.
#[derive(Clone, Debug)]
struct Set {
    name: &'static str,
    xs: Vec<f64>,
    ys: Vec<f64>,
    rate: f64,
}

/// The rows of a built-in set, of the largest the first 1,987, which no usual learning rate divides.
fn built_in(name: &'static str, rate: f64) -> Set {
    let data = builtin::find(name).expect("built in").dataset();
    let (xs, ys) = data.points().iter().take(1_987).unzip();
    Set { name, xs, ys, rate }
}

/// Thirteen rows with both signs of x and y, and fractions in all of them.
fn invented() -> Set {
    Set {
        name: "invented",
        xs: vec![-2.3, -1.1, -0.4, 0.7, 1.6, 2.9, 3.3, 4.1, 5.2, 6.7, 7.9, 8.4, 9.1],
        ys: vec![1.4, -2.2, 3.7, 0.6, -1.9, 4.4, 8.1, 5.3, 9.6, 7.2, 12.8, 9.9, 14.2],
        rate: 0.013,
    }
}

/// A few rows, many, some far from 0, and some with both signs.
fn sets() -> [Set; 5] {
    [
        built_in("faithful", 0.02),
        built_in("cars", 0.04),
        built_in("years", 1.3e-7),
        built_in("weather", 1e-3),
        invented(),
    ]
}

fn attempt<'a>(set: &'a Set, asked: Asked, lines: &'a [Line]) -> Attempt<'a> {
    let Set { xs, ys, rate, .. } = set;
    let rate = LearningRate::try_from(*rate).expect("a good rate");
    Attempt { xs, ys, rate, asked, lines }
}

fn verdict(set: &Set, asked: Asked, lines: &[Line]) -> Verdict {
    Verdict::of(&attempt(set, asked, lines)).expect("sound rows")
}

fn finding(set: &Set, lines: &[Line]) -> Finding {
    verdict(set, Asked::GradientDescent, lines).finding
}

fn is_right(finding: &Finding) -> bool {
    matches!(finding, Finding::Right { .. })
}
