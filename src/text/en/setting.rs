//! Reasons that a setting is refused, and what to type instead.

use std::fmt;

use super::number::count;
use crate::descent::error::SettingError;

impl fmt::Display for SettingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotANumber => "This is not a number. Type one such as 0.001 or 1e-3.",
            Self::RateNotPositive => {
                "The learning rate must be greater than 0: at 0 nothing moves, below 0 the ball \
                 climbs."
            }
            Self::RateNotFinite => "The learning rate must be a finite number.",
            Self::Epochs { most } => {
                return write!(
                    formatter,
                    "Epochs must be a whole number from 1 to {}.",
                    count(*most)
                );
            }
            Self::Tolerance => "The tolerance must be 0 (never stop early) or greater.",
            Self::Start => {
                "The start must be a slope and an intercept that are not astronomically large."
            }
            Self::Threshold => {
                "The threshold δ must be greater than 0 and not astronomically large."
            }
            Self::Share => "This must be at least 0 and less than 1.",
            Self::NotNegative => "This must be 0 or greater.",
            Self::NotPositive => "This must be greater than 0.",
            Self::Switch => "This must be 1 (on) or 0 (off).",
            Self::Gamma => {
                "Gamma must be greater than 0 and at most 1: the rate falls, it does not grow."
            }
            Self::NoParameter => "There is no such parameter.",
            Self::NoChoice => "There is no choice by that name.",
            Self::NoPoints => {
                "The page has only the sums of these data, and this needs points. Paste a sample of the rows too, or \
                 keep the squared or signed cost and full batches."
            }
            Self::Seed => "A seed is a whole number, such as 7.",
            Self::BatchSize => "A batch must be a whole number of rows, at least 1.",
        })
    }
}
