//! Sentences about the cost and the predictions that the reader's program defines.

use super::description;
use super::number::{count, number, rounded};
use crate::numeric::line::Line;
use crate::session::Session;

/// The page's cost is shown, though the program defines one.
pub const PAGES_IS_SHOWN: &str = "The page’s own cost J.";
/// The program's cost is being computed.
pub const COMING: &str = "Your program’s cost is being computed.";
/// The program's cost is no number anywhere.
pub const NOWHERE_FINITE: &str = "Your program’s cost is not a finite number anywhere here, so the page shows its own \
     cost J.";

/// The note on the program's cost: whose it is, and of how many of all rows, and at how many places it is no number.
pub fn note((rows, all): (usize, u64), not_finite: usize) -> Vec<String> {
    let sample = (rows as u64) < all;
    let sample =
        sample.then(|| format!("It is computed on {} of {} rows.", count(rows as u64), count(all)));
    let stripes = "Where there are stripes, it fails or is not a finite number.";
    let striped = (not_finite > 0).then(|| stripes.to_owned());
    let numbers = "The numbers beside the figures are the page’s J.";
    ["Your program’s cost.", numbers]
        .map(str::to_owned)
        .into_iter()
        .chain(sample)
        .chain(striped)
        .collect()
}

/// Values of the program's cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostValues {
    /// At the ball, if it is known; NaN where it is no number.
    pub at_ball: Option<f64>,
    /// The least that is known.
    pub least: f64,
    /// The line of that, in data units.
    pub lowest: Line,
}

/// The description of the figure of the cost, where it shows that of the program.
pub fn description(session: &Session, values: CostValues) -> String {
    let picture = description::cost_picture(session);
    let CostValues { at_ball, least, lowest } = values;
    let line = session.run().state().line;
    let (a, b) = (rounded(line.slope, 4), rounded(line.intercept, 4));
    let ball = match at_ball {
        None => format!("The ball is at a = {a}, b = {b}."),
        Some(cost) if cost.is_finite() => {
            format!("The ball is at a = {a}, b = {b}, where that cost is {}.", number(cost))
        }
        Some(_) => {
            format!("The ball is at a = {a}, b = {b}, where that cost is not a finite number.")
        }
    };
    let least = number(least);
    let (a, b) = (rounded(lowest.slope, 3), rounded(lowest.intercept, 3));
    format!(
        "The cost that your program defines. {picture} {ball} Among the places computed, it is least near a = {a}, b \
         = {b}, where it is {least}."
    )
}

/// The description of the figure of the data, with the curve of the program's predictions over it.
pub fn with_curve(description: &str) -> String {
    format!("{description} {CURVE}")
}

/// The curve of the program's predictions.
pub const CURVE: &str =
    "The curve is your program’s predict(x, a, b); errors and J are those of the line.";

/// The line of a tip on the program's cost.
pub fn tip(cost: f64) -> String {
    match cost.is_nan() {
        true => "your cost is not a finite number here".to_owned(),
        // It lies between the places that were computed.
        false => format!("your cost ≈ {}", rounded(cost, 3)),
    }
}
