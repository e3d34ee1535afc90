//! What scaling does to the valley.

use crate::descent::scaling::Scaling;
use crate::numeric::notation::rounded;
use crate::session::Session;

/// What scaling does to the valley.
pub fn condition(session: &Session) -> String {
    let dataset = session.dataset();
    let condition = |scaling: Scaling| {
        crate::descent::scaling::condition(scaling, dataset.summary())
            .map_or_else(|| "∞".to_owned(), |condition| rounded(condition, 3))
    };
    let scaling = session.problem().scaling;
    let raw = condition(Scaling::RAW);
    let meaning = "The condition number says how many times steeper the valley is across than along: 1 \
                   is a round bowl.";
    match scaling == Scaling::RAW {
        true => format!(
            "{meaning} It is {raw} for these data, and would be {} standardised.",
            condition(Scaling::STANDARDISED)
        ),
        false => format!(
            "{meaning} It was {raw} for the raw data and is {} now. The views of the cost show scaled \
             slope and intercept, on the map in their true shape with Equal axes; the line and the \
             numbers are in the data's units.",
            condition(scaling)
        ),
    }
}
