//! Sentences on what the page sees of a mistake in the lines of a program.

use crate::insight::mistake::{Comparison, Mistake, Place, Verdict};
use crate::text::en::number::{count, rounded};

/// Sentence on what is seen of a mistake, in the numbers of the first step that shows it.
pub fn mistake(mistake: Mistake, verdict: &Verdict) -> String {
    use Place::{Both, Intercept, Slope};
    let step = step(verdict);
    let (n, rate) = (verdict.rows, verdict.rate);
    let (rows, l) = (count(n as u64), rounded(rate, 4));
    match mistake {
        Mistake::WrongSign(Both) => {
            format!("Wrong sign: the line walks uphill. {step} Downhill is the other way.")
        }
        Mistake::WrongSign(Slope) => format!(
            "Wrong sign for the slope: b walks downhill and a walks uphill. {step} For a, \
             downhill is the other way."
        ),
        Mistake::WrongSign(Intercept) => format!(
            "Wrong sign for the intercept: a walks downhill and b walks uphill. {step} For b, \
             downhill is the other way."
        ),
        Mistake::TwoMissing(Both) => format!(
            "A 2 is missing, or a ½ too many: the direction is right, but every step is only half of \
             L times the gradient. {step}"
        ),
        Mistake::TwoMissing(Slope) => {
            format!(
                "A 2 is missing in the slope’s step: b moves as it should, a only half as far. {step}"
            )
        }
        Mistake::TwoMissing(Intercept) => format!(
            "A 2 is missing in the intercept’s step: a moves as it should, b only half as far. {step}"
        ),
        Mistake::TwoTwice(Both) => format!(
            "A 2 too many: the direction is right, but every step is twice L times the gradient. \
             {step}"
        ),
        Mistake::TwoTwice(Slope) => {
            format!(
                "A 2 too many in the slope’s step: b moves as it should, a twice as far. {step}"
            )
        }
        Mistake::TwoTwice(Intercept) => {
            format!(
                "A 2 too many in the intercept’s step: a moves as it should, b twice as far. {step}"
            )
        }
        Mistake::SumForMean(Both) => format!(
            "A sum in place of the mean: the direction is right, and every step is {rows} times \
             too long. You have {rows} rows. {step}"
        ),
        Mistake::SumForMean(Slope) => format!(
            "A sum in place of the mean, for the slope: b moves as it should, a {rows} times too \
             far. You have {rows} rows. {step}"
        ),
        Mistake::SumForMean(Intercept) => format!(
            "A sum in place of the mean, for the intercept: a moves as it should, b {rows} times \
             too far. You have {rows} rows. {step}"
        ),
        Mistake::OneRowFewer => format!(
            "One row too few: every step is a little too long, just as if the sums over {rows} \
             rows were divided by {}. {step}",
            count(n.saturating_sub(1) as u64)
        ),
        Mistake::TwoRowsFewer => format!(
            "Two rows too few: every step is a little too long, just as if the sums over {rows} \
             rows were divided by {}. {step}",
            count(n.saturating_sub(2) as u64)
        ),
        Mistake::RateMissing(Both) => format!(
            "No learning rate: every step is the whole gradient, as if L were 1 instead of {l}. {step}"
        ),
        Mistake::RateMissing(Slope) => format!(
            "No learning rate for the slope: b moves as it should, a by its whole derivative, as if L were 1 instead \
             of {l}. {step}"
        ),
        Mistake::RateMissing(Intercept) => format!(
            "No learning rate for the intercept: a moves as it should, b by its whole derivative, as if L were 1 \
             instead of {l}. {step}"
        ),
        Mistake::RateTwice(Both) => format!(
            "The learning rate is used twice: the steps are those of L² = {}, and not of L = {l}. \
             {step}",
            rounded(rate * rate, 4)
        ),
        Mistake::RateTwice(Slope) => format!(
            "The learning rate is used twice for the slope: b moves as it should, a at L² = {}. \
             {step}",
            rounded(rate * rate, 4)
        ),
        Mistake::RateTwice(Intercept) => format!(
            "The learning rate is used twice for the intercept: a moves as it should, b at L² = \
             {}. {step}",
            rounded(rate * rate, 4)
        ),
        Mistake::XMissing => format!(
            "No x in da: a and b always move by the same amount. {step} Without x, the slope \
             cannot tell an error at the left from one at the right."
        ),
        Mistake::XInIntercept => format!(
            "An x in db: b and a always move by the same amount. {step} For the intercept, all \
             errors count alike, wherever they are along x."
        ),
        Mistake::Exchanged => {
            format!("Exchanged: a moves by what belongs to b, and b by what belongs to a. {step}")
        }
        Mistake::CentredX => format!(
            "Another x in da: the slope moves as if each x were measured from the mean of all x. \
             {step} The line a · x + b measures it from 0."
        ),
        Mistake::ProductOfMeans => format!(
            "The product of two means, for the slope: a moves by the mean of x times the mean of \
             the errors. {step} So an error counts the same at a small x and at a large one."
        ),
        Mistake::NewSlopeForIntercept => format!(
            "The new a is used too soon: a moves as it should, and db already belongs to the line \
             with the new a. {step} The gradient is taken at one line, the old one."
        ),
        Mistake::NewInterceptForSlope => format!(
            "The new b is used too soon: b moves as it should, and da already belongs to the line \
             with the new b. {step} The gradient is taken at one line, the old one."
        ),
        Mistake::ErrorsFrozen => format!(
            "The errors stand still: the first step is right, and every later one is the first \
             again. {step} The line moved, and the errors did not notice."
        ),
        Mistake::SignsForErrors => format!(
            "Absolute error in place of the squared one: each point pulls with the same force, \
             however far from the line it is, as if only the signs of the errors counted. {step}"
        ),
        Mistake::ErrorsForSigns => format!(
            "Squared error in place of the absolute one: a point pulls harder the farther it is \
             from the line. {step}"
        ),
        Mistake::SizesForErrors => format!(
            "The errors have lost their signs: a point below the line pulls as if it were above. \
             {step}"
        ),
        Mistake::SquaresForErrors => format!(
            "The errors are squared in the gradient: each point pulls with the square of its \
             error, and always upward. {step}"
        ),
        Mistake::InterceptNotPredicted => format!(
            "The predictions leave out b: the errors are those of the line a · x. {step} From b = \
             0 the first step is right, the later ones are not."
        ),
        Mistake::SlopeNotPredicted => format!(
            "The predictions leave out a · x: the errors are those of a level line at b. {step} \
             From a = 0 the first step is right, the later ones are not."
        ),
        Mistake::FirstRowOnly => format!(
            "One row only: the steps follow the first row, and the others are never heard. {step}"
        ),
        Mistake::LastRowOnly => format!(
            "One row only: the steps follow the last row, and the others are never heard. {step}"
        ),
        Mistake::LastRowInMean => format!(
            "Only the last row is left in the sums, and it is still divided by {rows}: the sums \
             start over at every row. {step}"
        ),
        Mistake::DataCut => format!(
            "Whole numbers for data: the steps are those of x and y without their decimals. {step}"
        ),
        Mistake::ParametersCut => format!(
            "Whole numbers for a and b: after each step their decimals are cut off, so that small \
             steps get lost. {step}"
        ),
        Mistake::ParametersRounded => format!(
            "Whole numbers for a and b: after each step they are rounded, so that small steps get \
             lost. {step}"
        ),
        Mistake::SlopeOnly => {
            format!("Only the slope learns: a moves as it should, and b never moves. {step}")
        }
        Mistake::InterceptOnly => {
            format!("Only the intercept learns: b moves as it should, and a never moves. {step}")
        }
    }
}

/// The step that shows it, in its own numbers.
pub(super) fn step(verdict: &Verdict) -> String {
    let Some(Comparison { epoch, from, to, .. }) = verdict.comparison else { return String::new() };
    format!(
        "In epoch {} your a went from {} to {}, your b from {} to {}.",
        count(epoch as u64),
        rounded(from.slope, 4),
        rounded(to.slope, 4),
        rounded(from.intercept, 4),
        rounded(to.intercept, 4)
    )
}
