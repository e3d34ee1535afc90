//! Sentences about the effect of scaling on the valley.

use super::number::rounded;
use crate::descent::scaling::{Scaling, condition};
use crate::session::Session;

/// The condition number of the raw and of the scaled coordinates, and their meaning.
pub fn condition_note(session: &Session) -> String {
    let of = |scaling: Scaling| {
        condition(scaling, session.dataset().summary())
            .map_or_else(|| "∞".to_owned(), |condition| rounded(condition, 3))
    };
    let (raw, scaling) = (of(Scaling::RAW), session.problem().scaling);
    match scaling == Scaling::RAW {
        true => format!(
            "{MEANING} It is {raw} for these data, and would be {} standardised.",
            of(Scaling::STANDARDISED)
        ),
        false => {
            format!("{MEANING} It was {raw} for the raw data and is {} now. {VIEWS}", of(scaling))
        }
    }
}

const MEANING: &str = "The condition number says how many times steeper the valley is across than along: 1 is a \
     round bowl.";
const VIEWS: &str = "The views of the cost show scaled slope and intercept, on the map in their true shape with \
     Equal axes; the line and the numbers are in the data's units.";
