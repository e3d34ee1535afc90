//! The import of CSV files: tables, refusals and whole inputs.

mod cases;
mod everyday;
mod faults;
mod left_out;
mod silent;
mod tables;
mod whole_inputs;

use downhill::import::{Choices, Import, ImportError, Imported};

/// The points of two columns.
type Points<'a> = &'a [(f64, f64)];

/// Reads a whole input.
fn read(
    input: impl AsRef<[u8]>,
    choices: Choices,
    columns: Option<(usize, usize)>,
) -> Result<Imported, ImportError> {
    let mut import = Import::new(choices, columns);
    import.feed(input.as_ref())?;
    import.finish()
}

fn select(input: impl AsRef<[u8]>, x: usize, y: usize) -> Result<Imported, ImportError> {
    read(input, Choices::default(), Some((x, y)))
}

fn guessed(input: impl AsRef<[u8]>) -> Imported {
    read(input, Choices::default(), None).expect("rows with numbers in two columns")
}

/// Checks the headings of the first two columns of `input` and the points in them.
fn check(input: impl AsRef<[u8]>, headings: &[&str], points: Points) {
    let input = input.as_ref();
    let shown = String::from_utf8_lossy(input);
    let imported = select(input, 0, 1).expect("rows with numbers");
    assert_eq!(imported.outline.headings(), headings, "{shown:?}");
    assert_eq!(imported.dataset.points().iter().collect::<Vec<_>>(), points, "{shown:?}");
    assert_eq!(imported.report.used, points.len() as u64, "{shown:?}");
}

const TWO: Points = &[(1.0, 2.0), (3.0, 4.0)];
