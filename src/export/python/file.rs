//! The file that the reader's rows are in, and the code that reads it.

use super::literal::{comment, floats, string};
use crate::data::dataset::Dataset;
use crate::import::{Choices, Decimal, Delimiter, Encoding, Quote};
use crate::numeric::range::Range;

/// The file that the reader's rows are in, as a program reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    name: String,
    /// The index and the heading of x and y.
    columns: [(usize, String); 2],
    /// Whether the columns can be found by their headings.
    is_named: bool,
    written: Choices,
}

impl File {
    /// The file of this name, with the page's headings of all columns, the indices of x and y, and how the file is
    /// written, as `name=value` for [`Choices::choose`]. Returns `None` where there are no such columns.
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

    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// Whether the file has this heading. The page makes headings up for columns without one, and for repeated ones.
fn is_own(name: &str, place: usize, headings: &[String]) -> bool {
    let base = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")).map(|(base, _)| base);
    let is_repeated = base.is_some_and(|base| headings.iter().any(|other| other == base));
    name != format!("column {}", place + 1) && !is_repeated
}

/// The code that reads a file, and checks that it is the one that the page read.
pub(super) fn reader(file: &File, dataset: &Dataset) -> Vec<String> {
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
        Some(Delimiter::Tab | Delimiter::Cells) => Some("\\t"),
        Some(Delimiter::Semicolon) => Some(";"),
        Some(Delimiter::Pipe) => Some("|"),
        Some(Delimiter::Colon) => Some(":"),
        Some(Delimiter::Caret) => Some("^"),
        Some(Delimiter::Hash) => Some("#"),
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
    line("try:");
    line("    x, y = read_columns(FILE)");
    line("except FileNotFoundError:");
    line(
        "    raise SystemExit(f\"{FILE} is not here: put it into the folder that this runs in.\") from None",
    );
    line("");
    code.extend(check(dataset));
    code
}

/// The code that checks that x and y are the rows of the page.
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
