//! Which two columns to show first.

use super::cell::Cell;
use super::{ImportError, Table};

/// How many rows are looked at.
const SAMPLE: u64 = 2_000;

/// How well a column serves as a first example; the best comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fitness {
    /// A number in every row.
    Complete,
    /// A number in most rows.
    Gappy,
    /// Numbers that only count the rows.
    Counter,
    /// Two values in many rows: a yes or no, or the mark of a group.
    Flag,
    /// One value throughout.
    Constant,
    /// Numbers in too few rows, or among too much else.
    Sparse,
}

/// The columns called x and y, else the two fittest that come first, in the order of the file.
pub(super) fn guess(table: &Table) -> Result<(usize, usize), ImportError> {
    let variables = &table.headings.variables;
    let (rows, columns) = sample(table);
    let fitness: Vec<Option<Fitness>> = columns
        .iter()
        .zip(variables)
        .map(|(column, variable)| column.fitness(rows, &variable.name))
        .collect();

    let called = |name: &str| {
        (0..fitness.len()).find(|&column| {
            fitness[column].is_some() && variables[column].name.eq_ignore_ascii_case(name)
        })
    };
    if let (Some(x), Some(y)) = (called("x"), called("y")) {
        return Ok((x, y));
    }

    let numeric = || {
        let columns = fitness.iter().zip(0..);
        columns.filter_map(|(fitness, column)| Some(((*fitness)?, column)))
    };
    let Some(fittest) = numeric().min() else {
        return Err(ImportError::NoNumbers);
    };
    match numeric().filter(|column| *column != fittest).min() {
        None => Err(ImportError::OneColumn { heading: table.headings()[fittest.1].clone() }),
        Some(next) => Ok((fittest.1.min(next.1), fittest.1.max(next.1))),
    }
}

/// How many of the first rows there are, and what each column holds in them.
fn sample(table: &Table) -> (u64, Vec<Column>) {
    let mut columns = vec![Column::default(); table.headings().len()];
    let mut rows = table.rows();
    let mut sampled = 0;
    while sampled < SAMPLE && rows.advance() {
        sampled += 1;
        for (column, cell) in columns.iter_mut().zip(rows.record()) {
            column.see(Cell::read(Some(cell)));
        }
    }
    (sampled, columns)
}

/// What was seen of a column.
#[derive(Clone, Debug)]
struct Column {
    filled: u64,
    numbers: u64,
    variety: Variety,
    previous: Option<f64>,
    /// Whether each number so far was whole and one more than the one before.
    counts: bool,
}

/// How many different numbers a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Variety {
    None,
    One(f64),
    Two(f64, f64),
    Many,
}

impl Default for Column {
    fn default() -> Self {
        Self { filled: 0, numbers: 0, variety: Variety::None, previous: None, counts: true }
    }
}

impl Column {
    fn see(&mut self, cell: Cell) {
        self.filled += u64::from(cell != Cell::Empty);
        let Some(value) = cell.number() else {
            return;
        };
        self.numbers += 1;
        self.variety = self.variety.with(value);
        self.counts &=
            value.fract() == 0.0 && self.previous.is_none_or(|previous| value == previous + 1.0);
        self.previous = Some(value);
    }

    /// None where this is no column of numbers.
    fn fitness(&self, rows: u64, name: &str) -> Option<Fitness> {
        if self.numbers == 0 || 2 * self.numbers < self.filled {
            return None;
        }
        let names_rows = ["id", "index", "row", "no", "no.", "nr", "#"]
            .iter()
            .any(|common| name.eq_ignore_ascii_case(common));
        Some(if 2 * self.filled < rows || 5 * self.numbers < 4 * self.filled {
            Fitness::Sparse
        } else if matches!(self.variety, Variety::One(_)) && self.numbers > 1 {
            Fitness::Constant
        } else if matches!(self.variety, Variety::Two(..)) && self.numbers > 10 {
            Fitness::Flag
        } else if names_rows || self.counts && self.numbers > 2 {
            Fitness::Counter
        } else if self.numbers < rows {
            Fitness::Gappy
        } else {
            Fitness::Complete
        })
    }
}

impl Variety {
    fn with(self, value: f64) -> Self {
        match self {
            Self::None => Self::One(value),
            Self::One(one) if one != value => Self::Two(one, value),
            Self::Two(one, two) if one != value && two != value => Self::Many,
            same => same,
        }
    }
}
