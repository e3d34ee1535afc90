//! Where a program has its data from: points inside, the file that they came from, or sums.

use super::chance::{self, generator};
use super::literal::{array, comment, float, floats, one_line, string};
use crate::builtin::Counts;
use crate::dataset::{Dataset, Origin, Variable};
use crate::import::{Choices, Decimal, Delimiter, Encoding, Quote};
use crate::session::{Session, Source};
use crate::summary::Range;
use crate::text::count;

/// Rows that stand in a program whatever else could be done.
pub const FEW: usize = 1_000;
/// Points that stand in a program at the most.
pub const MOST: usize = 20_000;

/// The file that the reader's rows are in, as a program reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    name: String,
    /// x and y: place in a row, and what stands above the column.
    columns: [(usize, String); 2],
    /// Whether the columns can be found by those names.
    is_named: bool,
    written: Choices,
}

impl File {
    /// The file of this name, with the page's names of all columns, the places of x and y among them, and how
    /// it is written, each as `name=value` as in [`Choices::choose`]. None where there are no such columns.
    pub fn new(
        name: &str,
        headings: &[String],
        columns: (usize, usize),
        written: &[String],
    ) -> Option<Self> {
        let mut choices = Choices::default();
        for (name, value) in written.iter().filter_map(|choice| choice.split_once('=')) {
            choices.choose(name, value);
        }
        let column = |place: usize| Some((place, headings.get(place)?.clone()));
        let columns = [column(columns.0)?, column(columns.1)?];
        let one_row = choices.headings.unwrap_or(1) == 1;
        let is_named =
            one_row && columns.iter().all(|(place, name)| is_own(name, *place, headings));
        Some(Self { name: name.to_owned(), columns, is_named, written: choices })
    }
}

/// Whether a column is called so in the file, and not by the page, which numbers columns without a name, and
/// those whose name stood before.
fn is_own(name: &str, place: usize, headings: &[String]) -> bool {
    let base = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map(|(base, _)| base);
    let is_repeated = base.is_some_and(|base| headings.iter().any(|other| other == base));
    name != format!("column {}", place + 1) && !is_repeated
}

/// Where a program has its data from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// All rows stand in it.
    Inside,
    /// It reads the reader's file.
    File(File),
    /// It works from the sums of all rows.
    Sums,
    /// It draws the points that the page draws from a table of counts, on which the page works too.
    Counts,
    /// A sample of the rows stands in it, on which the page works too.
    Sample,
}

/// Why there is no program for a descent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The points are in no file that is at hand, and too many.
    #[error(
        "This descent goes by {} points, and a program can hold {} at the most. With the squared cost and full \
         batches it needs only their sums; or edit points, and take a sample.",
        count(*.0 as u64),
        count(MOST as u64)
    )]
    TooManyPoints(usize),
}

impl Data {
    /// Where the program of a session's chosen run has its data from; `file` is where its rows are, where
    /// they are in a file that a program can read.
    ///
    /// # Errors
    /// When it needs points that are in no file, and too many to stand in a program.
    pub fn of(session: &Session, file: Option<File>) -> Result<Self, ExportError> {
        let points = session.dataset().points();
        let (rows, len) = (points.origin() == Origin::Rows, points.len());
        let run = session.run();
        let by_sums = run.batch().is_full() && !run.objective().needs_points();
        match file {
            _ if rows && len <= FEW => Ok(Self::Inside),
            Some(file) if rows => Ok(Self::File(file)),
            _ if rows && len <= MOST => Ok(Self::Inside),
            _ if by_sums => Ok(Self::Sums),
            _ if counts(session).is_some() => Ok(Self::Counts),
            _ if len <= MOST => Ok(Self::Sample),
            _ => Err(ExportError::TooManyPoints(len)),
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

    /// What a person should know of it, in a sentence about `it`, the program.
    pub fn sentence(&self, it: &str, dataset: &Dataset) -> String {
        let n = count(dataset.summary().n());
        match self {
            Self::Inside => format!("{it} has all {n} rows inside."),
            Self::File(file) => {
                format!("{it} reads {}, which has to lie beside it.", one_line(&file.name))
            }
            Self::Sums => format!(
                "{it} works from the sums of all {n} rows, which is exact for this cost; the rows are not in it."
            ),
            Self::Counts => format!(
                "{it} works on points, which this cost or mini-batches need, and of these {n} rows there are only \
                 counts: it draws the same points from them as the page."
            ),
            Self::Sample => format!(
                "{it} works on points, which this cost or mini-batches need, and of these {n} rows the page has \
                 only a sample: those {} points are inside.",
                count(dataset.points().len() as u64)
            ),
        }
    }
}

/// The table that a session's points are drawn from, where they are; and whether x and y are exchanged.
fn counts(session: &Session) -> Option<(Counts, bool)> {
    match session.source() {
        Source::Builtin { builtin, swapped } => Some((builtin.counts()?, *swapped)),
        Source::Own { .. } | Source::Edited { .. } => None,
    }
}

/// What the data are, as comments.
fn heading(session: &Session, what: &str) -> Vec<String> {
    let dataset = session.dataset();
    let (x, y) = (dataset.x().label(), dataset.y().label());
    comment(&format!("{}: x is {x}, y is {y}. {what}", session.source().name()))
}

/// The code that has x and y at its end.
pub(super) fn points(data: &Data, session: &Session) -> Vec<String> {
    let dataset = session.dataset();
    let (n, len) = (count(dataset.summary().n()), count(dataset.points().len() as u64));
    let columns = || {
        let points = dataset.points();
        [array("x", points.xs()), array("y", points.ys())].concat()
    };
    match data {
        Data::Inside => [heading(session, &format!("All {n} rows.")), columns()].concat(),
        Data::Sample => {
            let what = format!(
                "These {len} points stand for {n} rows, and the page works on them too: with this cost or \
                 with mini-batches it needs points, and has no others."
            );
            [heading(session, &what), columns()].concat()
        }
        Data::Counts => {
            let what = "Of its rows there are the sums, and this table: x and y in whole units, and how many rows lie \
                        there. This cost, or mini-batches, need points: they are drawn from it, as on the page.";
            let drawn = counts(session).map(|(counts, swapped)| chance::points(&counts, swapped));
            let what = heading(session, what);
            [generator(), vec![String::new(), String::new()], what, drawn.unwrap_or_default()]
                .concat()
        }
        Data::File(file) => [heading(session, ""), reader(file, dataset)].concat(),
        Data::Sums => Vec::new(),
    }
}

/// The code that has the sums of all rows at its end.
/// The names of the means are those of the descent where it runs in the data's own coordinates.
pub(super) fn sums(data: &Data, session: &Session, means: (&str, &str), why: &str) -> Vec<String> {
    let dataset = session.dataset();
    let summary = dataset.summary();
    let mut lines = match data {
        Data::Sums => heading(
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

/// The code that reads a file, and checks that it is the page's.
fn reader(file: &File, dataset: &Dataset) -> Vec<String> {
    let Choices { encoding, delimiter, quote, decimal, skip, headings, .. } = &file.written;
    let comma = *decimal == Some(Decimal::Comma);
    let [(x_at, x_name), (y_at, y_name)] = &file.columns;
    let mut code = vec![format!("FILE = {}", string(&file.name)), String::new(), String::new()];
    let mut line = |text: &str| code.push(text.to_owned());
    line("def number(cell):");
    line("    \"\"\"The finite number in a cell; None where there is none.\"\"\"");
    line("    try:");
    line(match comma {
        true => "        value = float(cell.replace(\".\", \"\").replace(\",\", \".\"))",
        false => "        value = float(cell)",
    });
    line("    except ValueError:");
    line("        return None");
    line("    return value if math.isfinite(value) else None");
    line("");
    line("");
    line("def read_columns(path):");
    line(
        "    \"\"\"x and y; as on the page, rows that lack one of the two numbers are left out.\"\"\"",
    );
    let codec = match encoding {
        Some(Encoding::Utf16Le | Encoding::Utf16Be) => "utf-16",
        Some(Encoding::Windows1252) => "cp1252",
        Some(Encoding::Utf8) | None => "utf-8-sig",
    };
    line(&format!(
        "    with open(path, newline=\"\", encoding=\"{codec}\", errors=\"replace\") as file:"
    ));
    let delimiter = match delimiter {
        Some(Delimiter::Spaces) => None,
        Some(Delimiter::Tab) => Some("\\t"),
        Some(Delimiter::Semicolon) => Some(";"),
        Some(Delimiter::Pipe) => Some("|"),
        Some(Delimiter::Comma) | None => Some(","),
    };
    let quoting = match quote {
        Some(Quote::Single) => ", quotechar=\"'\"",
        Some(Quote::None) => ", quoting=csv.QUOTE_NONE",
        Some(Quote::Double) | None => "",
    };
    match delimiter {
        None => line("        rows = (line.split() for line in file)"),
        Some(",") if quoting.is_empty() => line("        rows = csv.reader(file)"),
        Some(sign) => {
            line(&format!("        rows = csv.reader(file, delimiter=\"{sign}\"{quoting})"));
        }
    }
    let (skip, headings) = (skip.unwrap_or(0), headings.unwrap_or(1));
    let left = if file.is_named { skip } else { skip + headings };
    if left > 0 {
        line(&format!("        for _ in range({left}):"));
        line("            next(rows)  # above the table");
    }
    if file.is_named {
        line("        names = [name.strip() for name in next(rows)]");
        line(&format!("        x_at = names.index({})", string(x_name)));
        line(&format!("        y_at = names.index({})", string(y_name)));
    } else {
        line(&format!("        x_at, y_at = {x_at}, {y_at}  # columns, counted from 0"));
    }
    line("        points = []");
    line("        for row in rows:");
    line("            if len(row) > max(x_at, y_at):");
    line("                point = number(row[x_at]), number(row[y_at])");
    line("                if None not in point:");
    line("                    points.append(point)");
    line("    return np.array(points).T");
    line("");
    line("");
    line("x, y = read_columns(FILE)");
    line("");
    code.extend(check(dataset));
    code
}

/// The code that checks whether x and y are the page's rows.
fn check(dataset: &Dataset) -> Vec<String> {
    let summary = dataset.summary();
    let known = |range: Range, mean: f64, variance: f64| {
        floats(&[range.min, range.max, mean, variance.sqrt()])
    };
    let x = known(summary.range_x(), summary.mean_x(), summary.variance_x());
    let y = known(summary.range_y(), summary.mean_y(), summary.variance_y());
    let mut code = comment(
        "What the page read: rows, and least, greatest, mean and standard deviation of x and of y.",
    );
    code.extend([
        format!("ROWS = {}", summary.n()),
        format!("KNOWN_X = [{x}]"),
        format!("KNOWN_Y = [{y}]"),
        String::new(),
        String::new(),
        "def is_known(values, known):".to_owned(),
        "    found = [values.min(), values.max(), values.mean(), values.std()]".to_owned(),
        "    return np.allclose(found, known, rtol=1e-9, atol=1e-9 * np.abs(values).max())".to_owned(),
        String::new(),
        String::new(),
        "if len(x) != ROWS or not (is_known(x, KNOWN_X) and is_known(y, KNOWN_Y)):".to_owned(),
        "    raise SystemExit(".to_owned(),
        "        f\"{FILE} has {len(x):,} rows with both numbers, and the page read {ROWS:,} rows from it. Is it \"".to_owned(),
        "        \"the same file? number() reads plain numbers only: dates, 1,234 or 5 % need a line of yours there.\"".to_owned(),
        "    )".to_owned(),
    ]);
    code
}

/// What a variable is called on an axis.
pub(in crate::export) fn label(variable: &Variable) -> String {
    // Between two dollars, matplotlib would read mathematics.
    string(&variable.label().replace('$', "\\$"))
}
