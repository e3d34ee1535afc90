//! The data of a program: points in it, a file, or sums.

use super::chance::{self, generator};
use super::file::{File, reader};
use super::literal::{array, comment, float, one_line, string};
use crate::data::builtin::Counts;
use crate::data::dataset::{Dataset, Origin, Variable};
use crate::session::{Session, Source};
use crate::text::en;
use crate::text::en::number::count;

/// The rows that stand in a program even where they are in a file too.
pub const FEW: usize = 1_000;
/// The greatest number of points that stand in a program.
pub const MOST: usize = 20_000;

/// The source of a program's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgramData {
    /// All rows, in the program.
    Inside,
    /// The reader's file.
    File(Box<File>),
    /// The sums of all rows.
    Sums,
    /// The points that the page draws from a table of counts, and works on.
    Counts,
    /// A sample of the rows, in the program, on which the page works too.
    Sample,
}

/// Why there is no program for a descent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// There are too many points, and no file has them.
    #[error("{}", en::export::too_many_points(*.0, MOST))]
    TooManyPoints(usize),
    /// There are too many points for a program of the reader's own, and no file has them.
    #[error("{}", en::export::too_many_given_points(*.0, MOST))]
    TooManyGivenPoints(usize),
}

impl ProgramData {
    /// The data of the program of a session's chosen run. `file` has the rows, where a program can read them there.
    ///
    /// # Errors
    /// When the program needs points, and there are too many of them and no file.
    pub fn of(session: &Session, file: Option<File>) -> Result<Self, ExportError> {
        let points = session.dataset().points();
        let (rows, len) = (points.origin() == Origin::Rows, points.len());
        let run = session.ruled_run();
        let by_sums = run.batch().is_full() && !run.objective().needs_points();
        match file {
            _ if rows && len <= FEW => Ok(Self::Inside),
            Some(file) if rows => Ok(Self::File(Box::new(file))),
            _ if rows && len <= MOST => Ok(Self::Inside),
            _ if by_sums => Ok(Self::Sums),
            _ if counts(session).is_some() => Ok(Self::Counts),
            _ if len <= MOST => Ok(Self::Sample),
            _ => Err(ExportError::TooManyPoints(len)),
        }
    }

    /// The data of a program of the reader's own, which needs points. `file` has the rows, where a program can read
    /// them there.
    ///
    /// # Errors
    /// When there are too many points and no file.
    pub fn given(session: &Session, file: Option<File>) -> Result<Self, ExportError> {
        let points = session.dataset().points();
        let (rows, len) = (points.origin() == Origin::Rows, points.len());
        match file {
            _ if rows && len <= FEW => Ok(Self::Inside),
            Some(file) if rows => Ok(Self::File(Box::new(file))),
            _ if rows && len <= MOST => Ok(Self::Inside),
            _ if counts(session).is_some() => Ok(Self::Counts),
            _ if !rows && len <= MOST => Ok(Self::Sample),
            _ => Err(ExportError::TooManyGivenPoints(len)),
        }
    }

    /// Whether the points of all rows are at hand.
    pub(super) fn has_rows(&self) -> bool {
        matches!(self, Self::Inside | Self::File(_))
    }

    /// Whether there are points at all.
    pub(in crate::export) fn has_points(&self) -> bool {
        !matches!(self, Self::Sums)
    }

    /// A sentence on the data of a program of the reader's own.
    pub fn given_sentence(&self, dataset: &Dataset) -> String {
        let (rows, len) = (dataset.summary().n(), dataset.points().len());
        match self {
            Self::Sample => en::export::given_sample(rows, len),
            Self::Counts => en::export::given_counts(rows, len),
            Self::Inside | Self::File(_) | Self::Sums => self.sentence(dataset),
        }
    }

    /// A sentence on the data of the program.
    pub fn sentence(&self, dataset: &Dataset) -> String {
        let rows = dataset.summary().n();
        match self {
            Self::Inside => en::export::rows_inside(rows),
            Self::File(file) => en::export::reads_file(&one_line(file.name())),
            Self::Sums => en::export::works_from_sums(rows),
            Self::Counts => en::export::draws_from_counts(rows),
            Self::Sample => en::export::sample_inside(rows, dataset.points().len()),
        }
    }
}

/// The table of counts that a session's points are drawn from, and whether x and y are exchanged.
fn counts(session: &Session) -> Option<(Counts, bool)> {
    match session.source() {
        Source::Builtin { builtin, swapped } => Some((builtin.counts()?, *swapped)),
        Source::Own { .. } | Source::Edited { .. } => None,
    }
}

/// The description of the data, as comments.
fn heading(session: &Session, what: &str) -> Vec<String> {
    let dataset = session.dataset();
    let (x, y) = (dataset.x().label(), dataset.y().label());
    let names = match (x.as_str(), y.as_str()) {
        ("x", "y") => "x and y".to_owned(),
        _ => format!("x is {x}, y is {y}"),
    };
    comment(&format!("{}: {names}. {what}", session.source().name()))
}

fn all_rows(n: u64) -> String {
    match n {
        1 => "The only row.".to_owned(),
        n => format!("All {} rows.", count(n)),
    }
}

/// The code that defines x and y for the page's descent.
pub(super) fn points(data: &ProgramData, session: &Session) -> Vec<String> {
    let dataset = session.dataset();
    let (n, len) = (count(dataset.summary().n()), count(dataset.points().len() as u64));
    let what = match data {
        ProgramData::Inside => all_rows(dataset.summary().n()),
        ProgramData::Sample => format!(
            "These {len} points stand for {n} rows, and the page works on them too: with this cost or \
             with mini-batches it needs points, and has no others."
        ),
        ProgramData::Counts => {
            "Of its rows there are the sums, and this table: x and y in whole units, and how many rows lie \
             there. This cost, or mini-batches, need points: they are drawn from it, as on the page."
                .to_owned()
        }
        ProgramData::File(_) | ProgramData::Sums => String::new(),
    };
    described_points(data, session, &what)
}

/// The code that defines x and y for a program of the reader's own.
pub(super) fn given_points(data: &ProgramData, session: &Session) -> Vec<String> {
    let dataset = session.dataset();
    let (n, len) = (dataset.summary().n(), dataset.points().len());
    let what = match data {
        ProgramData::Inside => all_rows(n),
        ProgramData::Sample => en::export::given_sample(n, len),
        ProgramData::Counts => en::export::given_counts(n, len),
        ProgramData::File(_) | ProgramData::Sums => String::new(),
    };
    described_points(data, session, &what)
}

/// The code that defines x and y, below this description.
fn described_points(data: &ProgramData, session: &Session, what: &str) -> Vec<String> {
    let dataset = session.dataset();
    let what = heading(session, what);
    match data {
        ProgramData::Inside | ProgramData::Sample => {
            let points = dataset.points();
            [what, array("x", points.xs()), array("y", points.ys())].concat()
        }
        ProgramData::Counts => {
            let drawn = counts(session).map(|(counts, swapped)| chance::points(&counts, swapped));
            [generator(), vec![String::new(), String::new()], what, drawn.unwrap_or_default()]
                .concat()
        }
        ProgramData::File(file) => [what, reader(file, dataset)].concat(),
        ProgramData::Sums => Vec::new(),
    }
}

/// The code that defines the sums of all rows. The means have the names that the descent uses, where it runs in the
/// coordinates of the data.
pub(super) fn sums(
    data: &ProgramData,
    session: &Session,
    means: (&str, &str),
    why: &str,
) -> Vec<String> {
    let dataset = session.dataset();
    let summary = dataset.summary();
    let mut lines = match data {
        ProgramData::Sums => heading(
            session,
            &format!(
                "The sums of all {} rows: J depends on the rows through them alone.",
                count(summary.n())
            ),
        ),
        _ => comment(&format!(
            "The sums of the rows, digit for digit as the page has them. Squared error depends on the rows \
             through them alone, and {why}."
        )),
    };
    let mut constant = |name: &str, value: String, what: &str| {
        lines.push(format!("{name} = {value}  # {what}"));
    };
    constant("N", summary.n().to_string(), "rows");
    constant(means.0, float(summary.mean_x()), "mean of x");
    constant(means.1, float(summary.mean_y()), "mean of y");
    constant("SXX", float(summary.sxx()), "sum of (x - mean of x)**2");
    constant("SXY", float(summary.sxy()), "sum of (x - mean of x) * (y - mean of y)");
    constant("RSS", float(dataset.rss()), "sum of squared errors of the best line");
    if data.has_rows() {
        let x = means.0;
        lines.push(format!("np.testing.assert_allclose(np.sum((x - {x}) ** 2), SXX, rtol=1e-9)"));
    }
    lines
}

/// The label of an axis.
pub(in crate::export) fn label(variable: &Variable) -> String {
    // Between two dollars, matplotlib would read mathematics.
    string(&variable.label().replace('$', "\\$"))
}
