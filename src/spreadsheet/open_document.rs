//! Parts of an OpenDocument sheet that calamine leaves out: its merged cells, and how many cells it stands for. A row and a
//! cell of it can be repeated a million times by a few letters.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::SpreadsheetError;
use super::grid::{MOST_CELLS, Merged};

/// The merged cells of each sheet, by its name.
pub(super) type MergedCells = BTreeMap<String, Vec<Merged>>;

/// A sheet, while it is read.
#[derive(Clone, Debug, Default)]
struct Sheet {
    name: String,
    merged: Vec<Merged>,
    row: u64,
    /// How often the row is repeated, and how far its cells go.
    repeated: u64,
    column: u64,
    /// The cells in the smallest rectangle that has all that are filled: the rows, and the widest of them.
    height: u64,
    width: u64,
    /// The cells of all rows as they are written, each with its empty ones.
    written: u64,
    filled: u64,
}

/// The merged cells of all sheets.
///
/// # Errors
/// When the file is damaged, or a sheet stands for too many cells.
pub(super) fn merged_cells(bytes: &[u8]) -> Result<MergedCells, SpreadsheetError> {
    let broken = |_| SpreadsheetError::Broken;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let content = archive.by_name("content.xml").map_err(broken)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().check_end_names = false;
    let (mut all, mut sheet, mut buffer) = (MergedCells::new(), Sheet::default(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| SpreadsheetError::Broken)? {
            Event::Start(element) => match element.name().as_ref() {
                "table:table" => {
                    let name = text(&element, "table:name").unwrap_or_default();
                    sheet = Sheet { name, ..Sheet::default() };
                }
                "table:table-row" => sheet.begin_row(&element),
                "table:table-cell" | "table:covered-table-cell" => sheet.cell(&element, true)?,
                _ => {}
            },
            Event::Empty(element) => match element.name().as_ref() {
                "table:table-row" => {
                    sheet.begin_row(&element);
                    sheet.end_row()?;
                }
                "table:table-cell" | "table:covered-table-cell" => sheet.cell(&element, false)?,
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "table:table-row" => sheet.end_row()?,
                "table:table" => {
                    let Sheet { name, merged, .. } = std::mem::take(&mut sheet);
                    all.insert(name, merged);
                }
                _ => {}
            },
            Event::Eof => return Ok(all),
            _ => {}
        }
    }
}

impl Sheet {
    fn begin_row(&mut self, element: &BytesStart<'_>) {
        self.repeated = number(element, "table:number-rows-repeated");
        (self.column, self.filled) = (0, 0);
    }

    /// Takes a cell, which has content if it is more than an empty element.
    fn cell(
        &mut self,
        element: &BytesStart<'_>,
        has_content: bool,
    ) -> Result<(), SpreadsheetError> {
        let spanned = number(element, "table:number-columns-spanned");
        if spanned > 1
            && let (Ok(row), Ok(column)) = (self.row.try_into(), self.column.try_into())
        {
            let last_column = u32::try_from(spanned - 1).unwrap_or(u32::MAX).saturating_add(column);
            self.merged.push(Merged { row, column, last_column });
        }
        self.column = self.column.saturating_add(number(element, "table:number-columns-repeated"));
        let is_filled = has_content
            || ["office:value-type", "calcext:value-type", "table:formula"]
                .iter()
                .any(|name| text(element, name).is_some());
        if is_filled {
            self.filled = self.column;
        }
        self.check()
    }

    fn end_row(&mut self) -> Result<(), SpreadsheetError> {
        self.row = self.row.saturating_add(self.repeated);
        self.written = self.written.saturating_add(self.filled);
        if self.filled > 0 {
            self.height = self.row;
            self.width = self.width.max(self.filled);
        }
        self.filled = 0;
        self.check()
    }

    fn check(&self) -> Result<(), SpreadsheetError> {
        let cells =
            self.height.saturating_mul(self.width).max(self.written.saturating_add(self.filled));
        if cells > MOST_CELLS { Err(SpreadsheetError::Cells { most: MOST_CELLS }) } else { Ok(()) }
    }
}

fn text(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(quick_xml::escape::unescape(&attribute.value).ok()?.into_owned())
}

/// How often something is meant: once where nothing is said.
fn number(element: &BytesStart<'_>, name: &str) -> u64 {
    text(element, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}
