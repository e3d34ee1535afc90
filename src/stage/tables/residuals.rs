//! The file of all rows with their residuals, as CSV.

use crate::data::dataset::Origin;
use crate::export::file_name;
use crate::numeric::line::Line;
use crate::numeric::notation::exact;
use crate::stage::page::Page;
use crate::text::en::table::RESIDUAL_HEADINGS;

/// Rows that are written at a time, so that a file of millions of rows never is one text.
const PIECE: usize = 50_000;

impl Page {
    /// The name of the file of the rows with their residuals. That of a sample says so.
    pub fn residuals_name(&self) -> String {
        let ending = match self.session().dataset().points().origin() {
            Origin::Rows | Origin::Counts => "-residuals.csv",
            Origin::Sample(_) => "-sample-residuals.csv",
        };
        file_name(self.session(), ending)
    }

    /// The part of that file that begins with the row of this index, the headings before the first one; x, y, ŷ, e and e²
    /// of a line with all their digits. Empty after the last row.
    pub fn residuals_from(&self, first: usize, line: Line) -> String {
        let dataset = self.session().dataset();
        let mut text = String::new();
        if first == 0 {
            let names = [dataset.x().label(), dataset.y().label()].map(|name| quoted(&name));
            text.push_str(&names.join(","));
            for heading in RESIDUAL_HEADINGS {
                text.push(',');
                text.push_str(heading);
            }
            text.push('\n');
        }
        for (x, y) in dataset.points().iter().skip(first).take(PIECE) {
            let prediction = line.predict(x);
            let error = y - prediction;
            let cells = [x, y, prediction, error, error * error].map(exact);
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }

    /// The index of the row after the part that begins with `first`. `None` if there is none.
    pub fn residuals_after(&self, first: usize) -> Option<usize> {
        let next = first + PIECE;
        (next < self.session().dataset().points().len()).then_some(next)
    }
}

/// A heading as a cell of CSV.
fn quoted(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r', ';']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}
