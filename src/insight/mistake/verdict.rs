//! The verdict on a program: what explains the lines that it showed.

use super::asked::Asked;
use super::comparison::Comparison;
use super::explanation::explain;
use super::finding::Finding;
use super::follow::{Agreement, compare};
use super::path::{FirstLine, Path, finite};
use super::rows::{GradientSource, Rows};
use super::variant::Variant;
use crate::data::dataset::{Dataset, DatasetError};
use crate::descent::scaling::{Scaling, VariableScaling};
use crate::descent::settings::LearningRate;
use crate::numeric::line::Line;

/// A reader's program: the points and settings it was given, and the lines it showed.
///
/// | field | range |
/// |---|---|
/// | `xs`, `ys` | the points that it had, in data units: columns of one length, finite |
/// | `rate` | positive, finite |
/// | `asked` | what the task asks for |
/// | `lines` | the lines shown, in data units, from the first one on and none left out |
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The explanatory variable.
    pub xs: &'a [f64],
    /// The dependent variable.
    pub ys: &'a [f64],
    /// L.
    pub rate: LearningRate,
    /// Request of the task.
    pub asked: Asked,
    /// The lines shown.
    pub lines: &'a [Line],
}

/// The verdict on a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Explanation of its lines.
    pub finding: Finding,
    /// How many moves it rests on; every one of them was looked at for [`Finding::Right`], up to a few thousand.
    pub moves: usize,
    /// Meaning of the first line shown.
    pub first: FirstLine,
    /// The epoch at which a parameter stopped being a number.
    pub not_finite: Option<usize>,
    /// Request of the task.
    pub asked: Asked,
    /// n.
    pub rows: usize,
    /// L.
    pub rate: f64,
    /// The first step that is not the right one, or else the first of all, beside the right one.
    pub comparison: Option<Comparison>,
}

/// A path that was judged.
struct Judged {
    finding: Finding,
    path: Path,
    /// The first move that is not the right one.
    different: usize,
}

/// The most moves that a program without mistakes is compared with.
const MOST_MOVES: usize = 4_096;

impl Verdict {
    /// The verdict on an attempt.
    ///
    /// # Errors
    /// When the points are not finite columns of one length, or none.
    pub fn of(attempt: &Attempt<'_>) -> Result<Self, DatasetError> {
        let not_finite = attempt.lines.iter().position(|line| !line.is_finite());
        let scalings = scalings(attempt.asked);
        let mut judged: Option<Judged> = None;
        for &scaling in scalings {
            let rows = Rows::new(attempt.xs, attempt.ys, scaling)?;
            for path in Path::candidates(attempt.lines, &rows, true) {
                let next = judge(&rows, path, attempt);
                let better = match &judged {
                    None => true,
                    Some(before) => before.finding.is_silent() && !next.finding.is_silent(),
                };
                if better {
                    judged = Some(next);
                }
            }
        }
        let Some(judged) = judged else {
            return Ok(Self::of_nothing(attempt, not_finite));
        };
        let moves = judged.path.moves();
        let first = judged.path.first;
        let finding = match (judged.finding, not_finite) {
            (silent, _) if silent.is_silent() => match elsewhere(attempt)? {
                Some(finding) => finding,
                None => match not_finite {
                    Some(index) => Finding::NotFinite { epoch: epoch_of(first, index) },
                    None => silent,
                },
            },
            (finding, _) => finding,
        };
        let epoch = match &finding {
            Finding::Unknown { right } => right + 1,
            _ => judged.different + 1,
        };
        Ok(Self {
            finding,
            moves,
            first,
            not_finite: not_finite.map(|index| epoch_of(first, index)),
            asked: attempt.asked,
            rows: attempt.xs.len(),
            rate: attempt.rate.get(),
            comparison: comparison(attempt, epoch)?,
        })
    }

    fn of_nothing(attempt: &Attempt<'_>, not_finite: Option<usize>) -> Self {
        let finding = match not_finite {
            Some(index) => Finding::NotFinite { epoch: index + 1 },
            None => Finding::TooFew,
        };
        Self {
            finding,
            moves: 0,
            first: FirstLine::Unexplained,
            not_finite: not_finite.map(|index| index + 1),
            asked: attempt.asked,
            rows: attempt.xs.len(),
            rate: attempt.rate.get(),
            comparison: None,
        }
    }
}

/// The epoch of the line shown at an index.
fn epoch_of(first: FirstLine, index: usize) -> usize {
    match first {
        FirstLine::AfterOneUpdate => index + 1,
        FirstLine::Start | FirstLine::Unexplained => index,
    }
}

/// x alone standardised, as some programs have it.
fn only_x() -> Scaling {
    Scaling { x: Scaling::STANDARDISED.x, y: VariableScaling::Raw }
}

/// The scalings that what is asked may be done in.
fn scalings(asked: Asked) -> &'static [Scaling] {
    static RAW: [Scaling; 1] = [Scaling::RAW];
    static STANDARDISED: std::sync::LazyLock<[Scaling; 2]> =
        std::sync::LazyLock::new(|| [Scaling::STANDARDISED, only_x()]);
    match asked {
        Asked::Standardised => &*STANDARDISED,
        Asked::GradientDescent | Asked::MiniBatches | Asked::Momentum | Asked::AbsoluteError => {
            &RAW
        }
    }
}

/// The step of an epoch, counted from 1, beside the right one: the two arrows on the map. Returns `None` if the epoch
/// was not shown, or its numbers are too large.
///
/// # Errors
/// When the points are not finite columns of one length, or none.
pub fn comparison(attempt: &Attempt<'_>, epoch: usize) -> Result<Option<Comparison>, DatasetError> {
    let dataset = Dataset::from_columns(attempt.xs, attempt.ys)?;
    let scaling = scalings(attempt.asked)[0];
    let lines = finite(attempt.lines);
    let Some(first) = lines.first() else { return Ok(None) };
    let objective = Comparison::objective(&dataset, attempt.asked, scaling);
    let start = objective.coordinates().to_data(Line::ZERO);
    let shown = [Line::ZERO, start].contains(first);
    let path: Vec<Line> = if shown { lines.to_vec() } else { [&[start], lines].concat() };
    let step = epoch.checked_sub(1).and_then(|index| path.get(index..index + 2));
    Ok(step.map(|step| Comparison::new(&objective, attempt.rate.get(), epoch, step[0], step[1])))
}

/// Explanation of a path.
fn judge(rows: &Rows, path: Path, attempt: &Attempt<'_>) -> Judged {
    let (asked, rate) = (attempt.asked, attempt.rate.get());
    let judged = |finding, path, different| Judged { finding, path, different };
    // What follows from an unknown start has to be seen more than once.
    let fewest = if path.first == FirstLine::Unexplained { 3 } else { 1 };
    if path.moves() < fewest {
        return judged(Finding::TooFew, path, 0);
    }
    if path.stands_still() {
        let reading = rows.reading(GradientSource::Errors, path.start());
        let is_best = (0..2).all(|i| reading.gradient[i].abs() <= reading.tolerance[i]);
        let finding = match (is_best, path.first) {
            (true, _) => right_finding(rows),
            // A line that came from somewhere has moved.
            (false, FirstLine::Unexplained) => Finding::Unknown { right: 0 },
            (false, FirstLine::Start | FirstLine::AfterOneUpdate) => Finding::NoStep,
        };
        return judged(finding, path, 0);
    }
    let different = match compare_with_right(rows, &path, asked, rate) {
        Err(different) => different,
        // From an unknown start, moves that rounding could have made prove nothing.
        Ok(evidence) if path.first == FirstLine::Unexplained && !evidence.is_enough(false, 0) => {
            return judged(Finding::Unknown { right: 0 }, path, 0);
        }
        Ok(_) => {
            let finding = match asked {
                Asked::MiniBatches => Finding::FullBatch,
                _ => right_finding(rows),
            };
            return judged(finding, path, 0);
        }
    };
    let finding = explain(rows, &path, asked, rate, different);
    judged(finding.unwrap_or(Finding::Unknown { right: different }), path, different)
}

/// Compares a path with what was asked for.
///
/// # Errors
/// With the index of the first move that is not the right one.
fn compare_with_right(
    rows: &Rows,
    path: &Path,
    asked: Asked,
    rate: f64,
) -> Result<Agreement, usize> {
    let moves = compared(path.moves(), asked).into_iter();
    compare(rows, path, &Variant::right(asked), asked.optimizer(), rate, moves)
}

fn right_finding(rows: &Rows) -> Finding {
    Finding::Right { rounding: rows.rounding() }
}

/// The moves that a program without mistakes is compared with. A rule with a memory is followed from the start on.
fn compared(moves: usize, asked: Asked) -> Vec<usize> {
    if moves <= MOST_MOVES || !asked.optimizer().is_plain() {
        return (0..moves.min(MOST_MOVES)).collect();
    }
    let half = MOST_MOVES / 2;
    let spread = (1..=half).map(|index| half - 1 + index * (moves - half) / half);
    (0..half).chain(spread).collect()
}

/// A right program in other coordinates than were asked for, or one that does not carry its line back.
fn elsewhere(attempt: &Attempt<'_>) -> Result<Option<Finding>, DatasetError> {
    if !attempt.asked.cost().is_squared() {
        return Ok(None);
    }
    let asked = scalings(attempt.asked);
    for scaling in [Scaling::RAW, Scaling::STANDARDISED, only_x(), only_y()] {
        let rows = Rows::new(attempt.xs, attempt.ys, scaling)?;
        let is_right = |carried: bool| {
            Path::candidates(attempt.lines, &rows, carried).into_iter().any(|path| {
                let (asked, rate) = (attempt.asked, attempt.rate.get());
                path.moves() >= 3
                    && compare_with_right(&rows, &path, asked, rate)
                        .is_ok_and(|evidence| evidence.has_slope())
            })
        };
        if !asked.contains(&scaling) && is_right(true) {
            return Ok(Some(Finding::Scaled(scaling)));
        }
        if !scaling.is_raw() && is_right(false) {
            return Ok(Some(Finding::NotCarriedBack(scaling)));
        }
    }
    Ok(None)
}

/// y alone standardised.
fn only_y() -> Scaling {
    Scaling { x: VariableScaling::Raw, y: Scaling::STANDARDISED.y }
}
