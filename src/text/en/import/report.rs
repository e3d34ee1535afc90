//! Report on the rows of a file.

use std::fmt;

use crate::import::{
    Below, Decimal, Delimiter, Dialect, Encoding, LeftOut, Line, Occurrence, OpenReading, Reason,
    Report, RowPart,
};
use crate::numeric::notation::exact;
use crate::text::en::number::count;
use crate::text::en::plural;

/// Report on the rows of a file, one sentence each.
pub fn report(report: &Report) -> Vec<String> {
    let mut sentences =
        vec![format!("{} read, {} used.", plural::rows(report.read), count(report.used))];
    sentences.extend(left_out(report));
    sentences.extend(report.open.as_ref().map(open_reading));
    sentences.extend(report.sample.map(|sample| {
        format!(
            "On squared error the descent is exact over all of them, and the picture shows \
             where all of them are; other costs and mini-batches work on a random sample of {}.",
            count(sample)
        )
    }));
    sentences.extend(dialect(&report.dialect));
    sentences.extend(kept(&report.kept));
    sentences.extend(quotes(&report.quotes));
    sentences.extend(report.below.as_ref().map(below));
    sentences
}

/// The number that may be read otherwise, and the two ways to read it.
fn open_reading(open: &OpenReading) -> String {
    let OpenReading { first, value, otherwise, .. } = open;
    let Occurrence { line, cell, .. } = first;
    format!(
        "'{cell}' ({line}) is read as {}. Nothing in the file says whether it should be {}.",
        exact(*value),
        exact(*otherwise)
    )
}

/// The button that reads such numbers otherwise.
pub fn read_otherwise(open: &OpenReading) -> String {
    format!("Read {} as {}", open.first.cell, exact(open.otherwise))
}

/// The rows that were left out, by reason.
fn left_out(report: &Report) -> Option<String> {
    let first = report.first_left_out()?;
    let all: u64 = report.left_out().iter().map(|(_, left_out)| left_out.rows).sum();
    let some = report.left_out().into_iter().filter(|(_, left_out)| left_out.rows > 0);
    let reasons: Vec<String> =
        some.map(|(reason, left_out)| because(reason, left_out.rows)).collect();
    let sentence = format!("{} left out: {}", count(all), reasons.join(", "));
    // A row with too few or too many cells is a fault of the file, and each of the first ones is named.
    let ragged = report.ragged.first.iter().filter(|row| *row != first);
    let others: Vec<String> = ragged.map(ToString::to_string).collect();
    Some(match others[..] {
        [] => format!("{sentence}; the first: {first}."),
        _ => format!("{sentence}; the first: {first}; {}.", others.join("; ")),
    })
}

fn because(reason: Reason, rows: u64) -> String {
    let rows = count(rows);
    match reason {
        Reason::Empty => format!("{rows} with an empty cell"),
        Reason::Missing => format!("{rows} with a value marked as missing"),
        Reason::NotNumber => format!("{rows} with a cell that is not a number"),
        Reason::Ragged => format!("{rows} with too few or too many cells"),
        Reason::Torn => format!("{rows} next to a broken row"),
    }
}

/// The rows of another width that were used.
fn kept(kept: &LeftOut) -> Option<String> {
    let first = kept.first.first()?;
    Some(match kept.rows {
        1 => format!(
            "A row has too few or too many cells, but x and y are in their places: {first}."
        ),
        rows => format!(
            "{} rows have too few or too many cells, but x and y are in their places; the first: \
             {first}.",
            count(rows)
        ),
    })
}

/// The quotes that are none.
fn quotes(quotes: &LeftOut) -> Option<String> {
    let line = |row: &Occurrence| count(row.line.number);
    let lines: Vec<String> = quotes.first.iter().map(line).collect();
    Some(match (&lines[..], quotes.rows) {
        ([], _) => return None,
        ([line], _) => format!(
            "A quote on line {line} is unmatched or in the middle of a cell, and counts as a character."
        ),
        (lines, rows) if rows as usize == lines.len() => format!(
            "Quotes on lines {} are unmatched or in the middle of a cell, and count as characters.",
            lines.join(", ")
        ),
        (lines, rows) => format!(
            "Quotes on {} lines are unmatched or in the middle of a cell, and count as characters; the first: lines \
             {}.",
            count(rows),
            lines.join(", ")
        ),
    })
}

fn below(below: &Below) -> String {
    let Below { line, text, table } = below;
    if *table {
        format!("Another table begins on {line} ('{text}'), and was not read.")
    } else {
        format!("The table ends before {line} ('{text}').")
    }
}

/// Remarks on a table that is not written in the usual way.
fn dialect(dialect: &Dialect) -> Vec<String> {
    let delimiter = match dialect.delimiter {
        Delimiter::Comma | Delimiter::Cells => None,
        Delimiter::Semicolon => Some("The columns are separated by semicolons."),
        Delimiter::Tab => Some("The columns are separated by tabs."),
        Delimiter::Pipe => Some("The columns are separated by vertical bars."),
        Delimiter::Colon => Some("The columns are separated by colons."),
        Delimiter::Caret => Some("The columns are separated by carets (^)."),
        Delimiter::Hash => Some("The columns are separated by number signs (#)."),
        Delimiter::Spaces => Some("The columns are separated by spaces."),
    };
    let decimal = match dialect.decimal {
        Decimal::Point => None,
        Decimal::Comma => Some("Numbers are written with a decimal comma."),
    };
    let encoding = match dialect.encoding {
        Encoding::Utf8 => None,
        other => Some(format!("The file is written in {other}.")),
    };
    let of_sheet = dialect.delimiter == Delimiter::Cells;
    let skipped = match (dialect.skip, of_sheet) {
        (0, _) => None,
        (1, false) => Some("The first line is not part of the table.".to_owned()),
        (1, true) => Some("The first row is not part of the table.".to_owned()),
        (lines, false) => Some(format!("The first {lines} lines are not part of the table.")),
        (rows, true) => Some(format!("{rows} rows above are not part of the table.")),
    };
    let comments = dialect
        .comment
        .map(|sign| format!("Lines that begin with {} are comments.", char::from(sign)));
    let headings = match dialect.headings {
        0 => Some(
            "The first row holds numbers, so it counts as data and the columns are numbered."
                .to_owned(),
        ),
        1 => None,
        rows => Some(format!("The first {rows} rows are headings.")),
    };
    let fixed = [delimiter, decimal].into_iter().flatten().map(str::to_owned);
    fixed.chain([encoding, skipped, comments, headings].into_iter().flatten()).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&report(self).join(" "))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, of_sheet } = self;
        let kind = if *of_sheet { "row" } else { "line" };
        write!(formatter, "{kind} {}", count(*number))
    }
}

impl fmt::Display for Occurrence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, part, cell } = self;
        match (part, cell.as_str()) {
            (RowPart::Cell { heading }, "") => {
                write!(formatter, "{line}: nothing in {heading}")
            }
            (RowPart::Cell { heading }, cell) => {
                write!(formatter, "{line}: '{cell}' in {heading}")
            }
            (RowPart::Cells { cells, columns }, row) => {
                let (cells, columns) = (plural::cells(*cells as u64), count(*columns as u64));
                write!(formatter, "{line}: {cells} in place of {columns}, '{row}'")
            }
            (RowPart::Row, "") => line.fmt(formatter),
            (RowPart::Row, row) => write!(formatter, "{line}: '{row}'"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::LeftOut;

    fn left_out(rows: u64, line: u64, cell: &str) -> LeftOut {
        let part = RowPart::Cell { heading: "Precip".to_owned() };
        let line = Line { number: line, of_sheet: false };
        LeftOut { rows, first: vec![Occurrence { line, part, cell: cell.to_owned() }] }
    }

    #[test]
    fn a_report_reads_as_english() {
        let mut found = Report {
            read: 119_040,
            used: 119_040,
            empty: LeftOut::default(),
            missing: LeftOut::default(),
            not_numbers: LeftOut::default(),
            ragged: LeftOut::default(),
            torn: LeftOut::default(),
            kept: LeftOut::default(),
            quotes: LeftOut::default(),
            below: None,
            open: None,
            dialect: Dialect { headings: 1, ..Dialect::default() },
            sample: None,
        };
        assert_eq!(found.to_string(), "119,040 rows read, 119,040 used.");

        found.used = 119_028;
        found.empty = left_out(10, 7_000, "");
        found.not_numbers = left_out(2, 4_711, "T");
        found.dialect.delimiter = Delimiter::Semicolon;
        found.dialect.headings = 0;
        assert_eq!(
            report(&found)[1..],
            [
                "12 left out: 10 with an empty cell, 2 with a cell that is not a number; the first: line 4,711: 'T' \
                 in Precip.",
                "The columns are separated by semicolons.",
                "The first row holds numbers, so it counts as data and the columns are numbered.",
            ]
        );
    }
}
