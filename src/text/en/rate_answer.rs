//! The verdict on a largest stable rate that the reader's program has computed, in words.

use super::number::significant;
use crate::insight::rate_answer::{RateAnswer, RateSlip};

/// Sentence on what the page sees in an answer; `variable` is its name in the program.
pub fn seen(answer: RateAnswer, value: f64, variable: &str) -> String {
    let value = significant(value, 6);
    match answer {
        RateAnswer::Right => {
            format!(
                "Right: {variable} = {value} is the largest stable learning rate, to a billionth."
            )
        }
        RateAnswer::NoRate => {
            format!("{variable} = {value} cannot be a learning rate: that is a positive number.")
        }
        RateAnswer::Slip(slip) => format!("{variable} = {value}: {}", slip_seen(slip)),
        RateAnswer::Close(times) => format!(
            "{variable} = {value} is close: it is {} times the right rate. It needs more digits.",
            significant(times, 6)
        ),
        RateAnswer::Other(times) if times > 1.0 => format!(
            "{variable} = {value} is too large: with it the descent blows up on these data."
        ),
        RateAnswer::Other(_) => {
            format!("{variable} = {value} is too small: these data allow larger steps.")
        }
    }
}

/// Sentence on an answer that is missing.
pub fn missing(variable: &str) -> String {
    format!("When the program ends, there is no number called {variable}.")
}

/// Sentence about a slip.
fn slip_seen(slip: RateSlip) -> &'static str {
    match slip {
        RateSlip::Half => {
            "the descent is stable at that rate, but also at anything up to twice as much."
        }
        RateSlip::WithoutTwo => "that is twice the right rate, as if J had a ½ in front of it.",
        RateSlip::Eigenvalue => {
            "that is a curvature and not a rate: the steeper J is, the shorter a step has to be."
        }
        RateSlip::LeastEigenvalue => {
            "that suits the flattest direction, along the valley; across it the descent blows up."
        }
        RateSlip::SlopeAlone => {
            "that would be right if only the slope moved. The intercept moves, too."
        }
        RateSlip::Variance => "that would be right if the mean of x were 0.",
        RateSlip::Trace => {
            "that is a little too careful: it adds both curvatures instead of taking the greater one."
        }
        RateSlip::Length => {
            "that is a little too careful: it takes the length of all second derivatives for the greater curvature."
        }
        RateSlip::Sums => "that is for the sum of the squared errors; J is their mean.",
    }
}

/// A hint on how to get it right. Returns `None` where it is right.
pub fn hint(answer: RateAnswer) -> Option<&'static str> {
    Some(match answer {
        RateAnswer::Right => return None,
        RateAnswer::Slip(RateSlip::Half) => {
            "In the steepest direction a step multiplies the distance from the best line by 1 − L·λ. When does that begin to grow?"
        }
        RateAnswer::Slip(RateSlip::WithoutTwo) => {
            "J is the mean of the squared errors: each of its second derivatives has a factor of 2; the one along b, \
             for instance, is 2."
        }
        RateAnswer::Slip(RateSlip::Eigenvalue) => {
            "The rate is 2 divided by the greater eigenvalue."
        }
        RateAnswer::Slip(RateSlip::LeastEigenvalue) => {
            "Of the two eigenvalues, take the greater one: the steepest direction is the first to blow up."
        }
        RateAnswer::Slip(RateSlip::SlopeAlone) => {
            "The second derivative along a alone is not the steepest: slope and intercept together have a steeper \
             direction. All three numbers count."
        }
        RateAnswer::Slip(RateSlip::Variance) => {
            "The second derivative along a is twice the mean of x², not of (x − mean of x)²."
        }
        RateAnswer::Slip(RateSlip::Trace | RateSlip::Length) => {
            "The greater eigenvalue itself is (haa + hbb)/2 plus the square root of ((haa − hbb)/2)² + hab²."
        }
        RateAnswer::Slip(RateSlip::Sums) => "Take means of x and x² instead of sums.",
        RateAnswer::Close(_) => {
            "If a loop comes closer step by step, let it run longer, or use the formula of the eigenvalue."
        }
        RateAnswer::NoRate | RateAnswer::Other(_) => {
            "Collect the three second derivatives of J first: they are means of x², of x and of 1, each times 2. Then take the greater eigenvalue of that matrix."
        }
    })
}
