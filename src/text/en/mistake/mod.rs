//! Verdict on a reader's program in words: what the page sees, then a hint, then the kind of change that mends it.
//!
//! The first names the mistake in the run's own numbers and leaves the answer to the reader. Each further press says
//! more; the page shows the last beside the line of the reader's own program that it is about.

mod change;
mod finding;
mod hint;
mod name;
mod seen;
mod stop;

use crate::insight::mistake::{Finding, Mistake, StopFinding, Stopped, Verdict};
use crate::insight::program::Statement;
use crate::text::en::number::count;

/// Verdict on a program, one message after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Messages {
    /// Sentence on what the page sees.
    pub seen: String,
    /// A hint; `None` where there is nothing to mend.
    pub hint: Option<String>,
    /// Changes that mend it; none where there is nothing to mend, or no line can be pointed at.
    pub changes: Vec<Change>,
}

/// A change that mends a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the mistake, or of the finding.
    pub name: &'static str,
    /// The statements that it can be made in, the likeliest first.
    pub statements: Vec<Statement>,
    /// Sentence on its kind.
    pub what: &'static str,
}

impl Change {
    fn of(mistake: Mistake) -> Self {
        let (name, what) = (mistake.name(), change::mistake(mistake));
        Self { name, statements: mistake.statements(), what }
    }
}

/// Sentence about the end of a program whose steps are right, and a hint. Returns `None` if it stopped when it is to.
/// `elsewhere` says that it ran on data that its reader does not see.
pub fn stop_messages(
    stopped: &Stopped<'_>,
    finding: StopFinding,
    elsewhere: bool,
) -> Option<(String, &'static str)> {
    stop::messages(stopped, finding, elsewhere)
}

/// Messages of a verdict.
pub fn messages(verdict: &Verdict) -> Messages {
    let mistakes = match &verdict.finding {
        Finding::Mistakes(mistakes) => &mistakes[..],
        _ => &[],
    };
    let one = |index: usize| mistakes.get(index).copied();
    let (seen, hint, changes) = match (one(0), one(1)) {
        (Some(first), Some(second)) => {
            // The step is told once.
            let without_step = Verdict { comparison: None, ..verdict.clone() };
            let one = seen::mistake(first, &without_step).replace("  ", " ");
            let (one, other) = (one.trim_end(), seen::mistake(second, verdict));
            (
                format!("Two things at once. {one} {other}"),
                Some(format!("{} {}", hint::mistake(first), hint::mistake(second))),
                vec![Change::of(first), Change::of(second)],
            )
        }
        (Some(mistake), None) => (
            seen::mistake(mistake, verdict),
            Some(hint::mistake(mistake).to_owned()),
            vec![Change::of(mistake)],
        ),
        (None, _) => {
            let finding = &verdict.finding;
            (
                finding::finding(verdict),
                hint::finding(finding, verdict.asked),
                change::finding(finding, verdict.asked)
                    .map(|what| Change {
                        name: finding.name(),
                        statements: finding.statements(),
                        what,
                    })
                    .into_iter()
                    .collect(),
            )
        }
    };
    Messages { seen: with_end(seen, verdict), hint, changes }
}

/// The same, with the end of numbers, if there was one and the rest does not say so.
fn with_end(seen: String, verdict: &Verdict) -> String {
    match (verdict.not_finite, &verdict.finding) {
        (None, _) | (_, Finding::NotFinite { .. }) => seen,
        (Some(epoch), Finding::Right { .. }) => format!(
            "{seen} In epoch {} the numbers overflow even so: the learning rate is too large for these data, and your \
             program is not to blame.",
            count(epoch as u64)
        ),
        (Some(epoch), _) => format!(
            "{seen} The line runs farther and farther away, until the numbers overflow in epoch \
             {}.",
            count(epoch as u64)
        ),
    }
}
