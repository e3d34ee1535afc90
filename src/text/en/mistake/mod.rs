//! Verdict on a reader's program in words: what the page sees, then a hint, then the line of code.
//!
//! The first names the mistake in the run's own numbers and leaves the answer to the reader. Each further press says
//! more.

mod finding;
mod hint;
mod line;
mod name;
mod seen;

use crate::insight::mistake::{Finding, Verdict};

/// Verdict on a program, one message after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// Sentence on what the page sees.
    pub seen: String,
    /// A hint; `None` where there is nothing to mend.
    pub hint: Option<String>,
    /// Lines of Python that mend it; `None` where there is nothing to mend, or no line that would.
    pub code: Option<String>,
}

/// Messages of a verdict.
pub fn messages(verdict: &Verdict) -> Messages {
    let mistakes = match &verdict.finding {
        Finding::Mistakes(mistakes) => &mistakes[..],
        _ => &[],
    };
    let one = |index: usize| mistakes.get(index).copied();
    let (seen, hint, code) = match (one(0), one(1)) {
        (Some(first), Some(second)) => {
            let (one, other) = (seen::mistake(first, verdict), seen::mistake(second, verdict));
            (
                format!("There are two things here. {one} Besides: {other}"),
                Some(format!("{} {}", hint::mistake(first), hint::mistake(second))),
                Some(line::both(first, second, verdict.asked)),
            )
        }
        (Some(mistake), None) => (
            seen::mistake(mistake, verdict),
            Some(hint::mistake(mistake).to_owned()),
            Some(line::mistake(mistake, verdict.asked)),
        ),
        (None, _) => {
            let finding = &verdict.finding;
            (
                finding::finding(verdict),
                hint::finding(finding, verdict.asked),
                line::finding(finding, verdict.asked),
            )
        }
    };
    Messages { seen: with_end(seen, verdict), hint, code }
}

/// The same, with the end of numbers, if there was one and the rest does not say so.
fn with_end(seen: String, verdict: &Verdict) -> String {
    match (verdict.not_finite, &verdict.finding) {
        (None, _) | (_, Finding::NotFinite { .. }) => seen,
        (Some(epoch), Finding::Right { .. }) => format!(
            "{seen} In epoch {epoch} the numbers overflow all the same: the learning rate is too \
             large for these data, and the program has no part in it."
        ),
        (Some(epoch), _) => format!("{seen} In epoch {epoch} the numbers overflow."),
    }
}
