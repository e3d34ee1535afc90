//! Report on the rows of a file.

use std::fmt;

use crate::import::{Decimal, Delimiter, Dialect, Encoding, Occurrence, Report};
use crate::text::en::number::count;
use crate::text::en::plural;

/// Report on the rows of a file, one sentence each.
pub fn report(report: &Report) -> Vec<String> {
    let mut sentences =
        vec![format!("{} read, {} used.", plural::rows(report.read), count(report.used))];
    sentences.extend(left_out(report));
    sentences.extend(report.sample.map(|sample| {
        format!(
            "On squared error the descent is exact over all of them, and the picture shows \
             where all of them are; other costs and mini-batches work on a random sample of {}.",
            count(sample)
        )
    }));
    sentences.extend(dialect(&report.dialect));
    sentences.extend(report.unclosed.map(|line| {
        format!("A quote on line {} is never closed and counts as a character.", count(line))
    }));
    sentences
}

/// The rows that were left out, by reason.
fn left_out(report: &Report) -> Option<String> {
    let first = report.first_left_out()?;
    let (empty, missing, other) = (report.empty.rows, report.missing.rows, report.not_numbers.rows);
    let reasons = [
        (empty > 0).then(|| format!("{} with an empty cell", count(empty))),
        (missing > 0).then(|| format!("{} with a value marked as missing", count(missing))),
        (other > 0).then(|| format!("{} with a cell that is no number", count(other))),
    ];
    let reasons: Vec<String> = reasons.into_iter().flatten().collect();
    let all = count(empty + missing + other);
    Some(format!("{all} left out: {}; the first: {first}.", reasons.join(", ")))
}

/// Remarks on a table that is not written in the usual way.
fn dialect(dialect: &Dialect) -> Vec<String> {
    let delimiter = match dialect.delimiter {
        Delimiter::Comma => None,
        Delimiter::Semicolon => Some("The columns are separated by semicolons."),
        Delimiter::Tab => Some("The columns are separated by tabs."),
        Delimiter::Pipe => Some("The columns are separated by vertical bars."),
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
    let skipped = match dialect.skip {
        0 => None,
        1 => Some("The first line is not part of the table.".to_owned()),
        lines => Some(format!("The first {lines} lines are not part of the table.")),
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

impl fmt::Display for Occurrence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, heading, cell } = self;
        let line = count(*line);
        match cell.as_str() {
            "" => write!(formatter, "line {line}: nothing in {heading}"),
            cell => write!(formatter, "line {line}: '{cell}' in {heading}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::LeftOut;

    fn left_out(rows: u64, line: u64, cell: &str) -> LeftOut {
        let (heading, cell) = ("Precip".to_owned(), cell.to_owned());
        LeftOut { rows, first: vec![Occurrence { line, heading, cell }] }
    }

    #[test]
    fn a_report_reads_as_english() {
        let mut found = Report {
            read: 119_040,
            used: 119_040,
            empty: LeftOut::default(),
            missing: LeftOut::default(),
            not_numbers: LeftOut::default(),
            dialect: Dialect { headings: 1, ..Dialect::default() },
            unclosed: None,
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
                "12 left out: 10 with an empty cell, 2 with a cell that is no number; \
                 the first: line 4,711: 'T' in Precip.",
                "The columns are separated by semicolons.",
                "The first row holds numbers, so it counts as data and the columns are numbered.",
            ]
        );
    }
}
