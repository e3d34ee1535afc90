//! Tables whose cells are separated by commas, tabs and the like, or that have one value on a line.

use super::boxed::is_record;
use super::table::{PrintedTable, cell};
use crate::import::dialect::{Delimiter, Dialect};
use crate::import::record::Cells;
use crate::import::records::{Next, Records};

pub(super) fn table(lines: &[&str]) -> PrintedTable {
    let lines: Vec<&str> = lines.iter().copied().filter(|line| !is_record(line)).collect();
    let any = |letter: char| lines.iter().any(|line| line.contains(letter));
    let all = |letter: char| lines.iter().all(|line| line.contains(letter));
    let delimiter = if any('\t') {
        Delimiter::Tab
    } else if let Some(sign) = ['=', ':'].into_iter().find(|&sign| all(sign)) {
        return named(&lines, sign);
    } else if any(';') {
        Delimiter::Semicolon
    } else if any(',') {
        Delimiter::Comma
    } else {
        Delimiter::Spaces
    };
    let text = lines.join("\n");
    let text = text.as_bytes();
    let dialect = Dialect { delimiter, ..Dialect::default() };
    let (mut records, mut cells) = (Records::new(&dialect, 0, 0, 1), Cells::default());
    let mut rows = Vec::new();
    while let Next::Record(_) = records.advance(text, true, usize::MAX, &mut cells) {
        let row = (0..cells.len()).filter_map(|index| cells.get(text, index, &records.cutter));
        rows.push(row.map(|bytes| cell(&String::from_utf8_lossy(&bytes))).collect());
    }
    PrintedTable { headings: None, rows }
}

/// A table with one value on a line, behind its name: `n = 3`.
fn named(lines: &[&str], sign: char) -> PrintedTable {
    let row = |line: &&str| {
        let (name, value) = line.split_once(sign)?;
        Some(vec![cell(name), cell(value)])
    };
    PrintedTable { headings: None, rows: lines.iter().filter_map(row).collect() }
}
