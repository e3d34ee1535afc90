//! Tables that are drawn with lines.

use super::table::{PrintedTable, cell};

/// A line with its box-drawing characters replaced by those of ASCII.
pub(super) fn plain_lines(line: &str) -> String {
    let plain = |letter: char| match letter {
        '│' | '┃' | '║' | '┆' | '┊' | '╎' => '|',
        '─' | '━' | '═' => '-',
        // All corners and crossings.
        '\u{250c}'..='\u{254b}' | '\u{2552}'..='\u{2570}' => '+',
        other => other,
    };
    line.chars().map(plain).collect()
}

/// Whether a line only separates others.
fn is_rule(line: &str) -> bool {
    line.contains(['-', '=']) && line.chars().all(|letter| " \t+-=|:".contains(letter))
}

/// Whether a line begins a record of which each value has a line: `-[ RECORD 1 ]---` as psql writes it,
/// `*** 1. row ***` as MySQL does, `***[ 1. row ]***` as mycli does.
pub(super) fn is_record(line: &str) -> bool {
    let inside = line.trim_start_matches(['+', '-', '*', ' ']);
    let text = inside.trim_start_matches(['[', ' ']);
    let after_number = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    // A sign before it or behind it tells it from a row that begins so.
    let is_ruled = |rest: &str| rest.trim_start().starts_with(['*', ']', '-']);
    (inside.starts_with('[') && text.starts_with("RECORD"))
        || (after_number.len() < text.len()
            && after_number.strip_prefix(". row").is_some_and(is_ruled))
}

/// A table whose columns are separated by vertical lines; all around it is left out. Of the rows above
/// the first rule below one, the first has the headings; DuckDB's second one has the types.
pub(super) fn table(lines: &[&str]) -> Option<PrintedTable> {
    if !lines.iter().any(|line| line.contains('|') && !is_rule(line) && !is_record(line)) {
        return None;
    }
    let is_vertical = lines.iter().any(|line| is_record(line));
    let mut above = true;
    let mut table = PrintedTable::default();
    for line in lines {
        if is_record(line) {
        } else if is_rule(line) {
            if above && !is_vertical && !table.rows.is_empty() {
                table.headings = std::mem::take(&mut table.rows).into_iter().next();
                above = false;
            }
        } else if line.contains('|') {
            let cells = cells(line);
            // DuckDB leaves out rows in the middle.
            if !cells.iter().all(|cell| cell == "·") {
                table.rows.push(cells);
            }
        }
    }
    // A rule below the only rows is the bottom of a box without headings.
    if table.rows.is_empty() {
        table.rows.extend(table.headings.take());
    }
    Some(table)
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let inside = match line.strip_prefix('|') {
        Some(rest) => rest.strip_suffix('|').unwrap_or(rest),
        None => line,
    };
    inside.split('|').map(cell).collect()
}

/// A table whose columns stand under rulers: `-- ------`. Where a line is too short for all columns, SQL*Plus
/// writes the headings and rulers on several lines, and then each row on as many.
pub(super) fn under_rulers(lines: &[&str]) -> Option<PrintedTable> {
    let is_ruler = |line: &&str| {
        line.contains('-') && line.chars().all(|letter| letter == '-' || letter == ' ')
    };
    let mut rulers = Vec::new();
    let mut headings = Vec::new();
    let mut at = lines.iter().position(is_ruler).filter(|&at| at > 0)?;
    while lines.get(at).is_some_and(is_ruler) {
        let ruler = columns(lines[at]);
        headings.extend(under(&ruler, lines[at - 1]));
        rulers.push(ruler);
        at += 2;
    }
    // One step back: the line that would be a ruler is the second line of a row.
    let rows = &lines[(at - 1).min(lines.len())..];
    let row = |lines: &[&str]| {
        rulers.iter().zip(lines).flat_map(|(ruler, line)| under(ruler, line)).collect()
    };
    let rows = rows.chunks(rulers.len()).map(row).collect();
    Some(PrintedTable { headings: Some(headings), rows })
}

/// The places where the columns begin, in characters.
fn columns(ruler: &str) -> Vec<usize> {
    let letters: Vec<char> = ruler.chars().collect();
    let begins = |&at: &usize| letters[at] == '-' && (at == 0 || letters[at - 1] == ' ');
    (0..letters.len()).filter(begins).collect()
}

fn under(columns: &[usize], line: &str) -> Vec<String> {
    let letters: Vec<char> = line.chars().collect();
    let ends = columns.iter().skip(1).copied().chain([usize::MAX]);
    let text = |(start, end): (&usize, usize)| {
        let end = end.min(letters.len());
        cell(&letters[(*start).min(end)..end].iter().collect::<String>())
    };
    columns.iter().zip(ends).map(text).collect()
}
