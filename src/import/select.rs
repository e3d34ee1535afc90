//! The one pass over a file that takes two columns out of it.

use super::cell::Cell;
use super::report::{Occurrence, Report};
use super::rows::Rows;
use super::{ImportError, Imported, Table};
use crate::dataset::Dataset;

pub(super) fn select(table: &Table, x: usize, y: usize) -> Result<Imported, ImportError> {
    let headings = table.headings();
    if let Some(beyond) = [x, y].into_iter().find(|&column| column >= headings.len()) {
        return Err(ImportError::NoSuchColumn { column: beyond + 1, columns: headings.len() });
    }
    let mut report = Report::new(table.delimiter, table.has_heading);
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    let mut rows = table.rows();
    while rows.advance() {
        report.read += 1;
        match (rows.cell(x), rows.cell(y)) {
            (Cell::Number(at_x), Cell::Number(at_y)) => {
                xs.push(at_x);
                ys.push(at_y);
            }
            (Cell::Number(_), fault) => {
                report.left_out_for(fault).add(|| occurrence(&mut rows, y, headings));
            }
            (fault, _) => report.left_out_for(fault).add(|| occurrence(&mut rows, x, headings)),
        }
    }
    report.used = xs.len() as u64;
    if xs.is_empty() {
        return Err(ImportError::NothingUsable {
            rows: report.read,
            x: headings[x].clone(),
            y: headings[y].clone(),
            first: report.first_left_out().cloned(),
        });
    }
    let variable = |column: usize| table.headings.variables[column].clone();
    let dataset = Dataset::from_columns(&xs, &ys)?.named(variable(x), variable(y));
    Ok(Imported { dataset, report })
}

/// The cell of the current row that keeps it from being used.
fn occurrence(rows: &mut Rows<'_>, column: usize, headings: &[String]) -> Occurrence {
    let line = rows.line();
    Occurrence::new(line, &headings[column], rows.record().get(column).unwrap_or_default())
}
