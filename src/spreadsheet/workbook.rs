//! The sheets of a file, and the text of one of them.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Cell, Data, DataRef, Dimensions, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::SpreadsheetError;
use super::cells::{shared_value, value};
use super::container::{Kind, kind};
use super::grid::{Grid, Merged};
use super::open_document::{MergedCells, merged_cells};
use super::table::Table;
use super::text::write;

/// A sheet as a text, beside the names of all sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The names of all sheets, in the order of the file.
    pub sheets: Vec<String>,
    /// The index of the sheet that was opened.
    pub sheet: usize,
    /// The text of its first table, with a line for each row of the sheet.
    pub text: String,
    /// Whether formulas have no values, because no spreadsheet program has saved the file since they were written.
    pub lacks_values: bool,
}

/// A file that is open.
enum Workbook<'b> {
    Xlsx(Box<Xlsx<Cursor<&'b [u8]>>>),
    Xlsb(Box<Xlsb<Cursor<&'b [u8]>>>),
    Xls(Box<Xls<Cursor<&'b [u8]>>>),
    Ods(Box<Ods<Cursor<&'b [u8]>>>, MergedCells),
}

/// A sheet with cells in it.
struct Sheet {
    grid: Grid,
    table: Table,
}

/// Opens the sheet of this name. Without one, it is the first that can be seen and has two columns of numbers; where
/// there is none, the one with most of them.
///
/// # Errors
/// When the file is no spreadsheet, or cannot be read.
pub fn open(bytes: &[u8], wanted: Option<&str>) -> Result<Opened, SpreadsheetError> {
    // What reads the file may panic where it is damaged. In WebAssembly that ends the worker, and the page says the same.
    catch_unwind(AssertUnwindSafe(|| open_workbook(bytes, wanted)))
        .unwrap_or(Err(SpreadsheetError::Broken))
}

fn open_workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Opened, SpreadsheetError> {
    let mut workbook = Workbook::open(bytes)?;
    let sheets = workbook.sheets();
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    let (index, sheet) = match wanted {
        Some(wanted) => {
            let found = names.iter().position(|name| name == wanted);
            let called =
                || SpreadsheetError::NoSheetCalled { name: wanted.to_owned(), all: names.clone() };
            let index = found.ok_or_else(called)?;
            (index, workbook.sheet(&names[index])?)
        }
        None => {
            let (seen, hidden): (Vec<usize>, Vec<usize>) =
                (0..sheets.len()).partition(|&index| sheets[index].1);
            let first = workbook.first(&names, &seen)?;
            let is_of_use = |found: &Option<(usize, Sheet)>| {
                found.as_ref().is_some_and(|(_, sheet)| sheet.table.numeric > 0)
            };
            let found = if is_of_use(&first) {
                first
            } else {
                workbook
                    .first(&names, &hidden)?
                    .filter(|(_, sheet)| sheet.table.numeric > 1)
                    .or(first)
            };
            found.ok_or(SpreadsheetError::NoSheet)?
        }
    };
    let Sheet { grid, table } = sheet;
    let lacks_values = table.numeric < 2 && workbook.lacks_values(&names[index], &grid);
    Ok(Opened { sheets: names, sheet: index, text: write(&grid, &table.columns), lacks_values })
}

impl<'b> Workbook<'b> {
    fn open(bytes: &'b [u8]) -> Result<Self, SpreadsheetError> {
        let reader = Cursor::new(bytes);
        Ok(match kind(bytes)? {
            Kind::Xlsx => Self::Xlsx(Box::new(Xlsx::new(reader)?)),
            Kind::Xlsb => Self::Xlsb(Box::new(Xlsb::new(reader)?)),
            Kind::Xls => Self::Xls(Box::new(Xls::new(reader)?)),
            Kind::Ods => {
                // Before calamine unfolds what is repeated.
                let merged = merged_cells(bytes)?;
                Self::Ods(Box::new(Ods::new(reader)?), merged)
            }
        })
    }

    /// The names of the sheets that have cells, not charts, and whether they can be seen.
    fn sheets(&self) -> Vec<(String, bool)> {
        let metadata = match self {
            Self::Xlsx(workbook) => workbook.sheets_metadata(),
            Self::Xlsb(workbook) => workbook.sheets_metadata(),
            Self::Xls(workbook) => workbook.sheets_metadata(),
            Self::Ods(workbook, _) => workbook.sheets_metadata(),
        };
        let with_cells = metadata.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        with_cells
            .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
            .collect()
    }

    /// The first of some sheets with two columns of numbers; where none has them, the first of those with the most.
    fn first(
        &mut self,
        names: &[String],
        indices: &[usize],
    ) -> Result<Option<(usize, Sheet)>, SpreadsheetError> {
        let mut best: Option<(usize, Sheet)> = None;
        for &index in indices {
            let sheet = self.sheet(&names[index])?;
            let numeric = sheet.table.numeric;
            if best.as_ref().is_none_or(|(_, best)| numeric > best.table.numeric) {
                best = Some((index, sheet));
            }
            if numeric > 1 {
                break;
            }
        }
        Ok(best)
    }

    fn sheet(&mut self, name: &str) -> Result<Sheet, SpreadsheetError> {
        let (mut grid, merged) = self.grid(name)?;
        let table = Table::first(&grid);
        let ends =
            table.columns.first().zip(table.columns.last()).map(|(first, last)| (*first, *last));
        let Some(ends) = ends.filter(|_| !merged.is_empty()) else {
            return Ok(Sheet { grid, table });
        };
        grid.spread(&merged, ends)?;
        Ok(Sheet { table: Table::first(&grid), grid })
    }

    /// The filled cells of a sheet, and those that are merged.
    fn grid(&mut self, name: &str) -> Result<(Grid, Vec<Merged>), SpreadsheetError> {
        let mut grid = Grid::default();
        let merged = match self {
            Self::Xlsx(workbook) => {
                let is_1904 = workbook.has_1904_epoch();
                let mut cells = workbook.worksheet_cells_reader(name)?;
                fill_by_cell(&mut grid, || cells.next_cell(), is_1904)?;
                drop(cells);
                // A sheet without merged cells does not always say so.
                merged(workbook.merge_cells_by_sheet_name(name).unwrap_or_default())
            }
            Self::Xlsb(workbook) => {
                let is_1904 = workbook.has_1904_epoch();
                let mut cells = workbook.worksheet_cells_reader(name)?;
                fill_by_cell(&mut grid, || cells.next_cell(), is_1904)?;
                Vec::new()
            }
            Self::Xls(workbook) => {
                let is_1904 = workbook.has_1904_epoch();
                fill(&mut grid, &workbook.worksheet_range(name)?, is_1904)?;
                merged(workbook.merge_cells_by_sheet_name(name).unwrap_or_default())
            }
            Self::Ods(workbook, merged) => {
                fill(&mut grid, &workbook.worksheet_range(name)?, false)?;
                merged.get(name).cloned().unwrap_or_default()
            }
        };
        Ok((grid, merged))
    }

    /// Whether a sheet has formulas without values.
    fn lacks_values(&mut self, name: &str, grid: &Grid) -> bool {
        let formulas = match self {
            Self::Xlsx(workbook) => workbook.worksheet_formula(name).ok(),
            Self::Xlsb(workbook) => workbook.worksheet_formula(name).ok(),
            Self::Xls(workbook) => workbook.worksheet_formula(name).ok(),
            Self::Ods(workbook, _) => workbook.worksheet_formula(name).ok(),
        };
        let Some(formulas) = formulas else { return false };
        let (row, column) = formulas.start().unwrap_or_default();
        let mut cells = formulas.used_cells();
        cells.any(|(below, right, _)| grid.get(row + below as u32, column + right as u32).is_none())
    }
}

/// Fills a grid with cells that come one by one, up to the last.
fn fill_by_cell<'a, E>(
    grid: &mut Grid,
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'a>>>, E>,
    is_1904: bool,
) -> Result<(), SpreadsheetError>
where
    SpreadsheetError: From<E>,
{
    while let Some(cell) = next()? {
        let place = cell.get_position();
        if let Some(value) = shared_value(cell.get_value().clone(), is_1904) {
            grid.fill(place, value)?;
        }
    }
    Ok(())
}

/// Fills a grid with the cells of a range.
fn fill(grid: &mut Grid, range: &Range<Data>, is_1904: bool) -> Result<(), SpreadsheetError> {
    let (row, column) = range.start().unwrap_or_default();
    for (below, right, data) in range.used_cells() {
        if let Some(value) = value(data.clone(), is_1904) {
            grid.fill((row + below as u32, column + right as u32), value)?;
        }
    }
    Ok(())
}

/// The cells that are merged over several columns.
fn merged(all: Vec<Dimensions>) -> Vec<Merged> {
    let wide = all.into_iter().filter(|cells| cells.end.1 > cells.start.1);
    wide.map(|Dimensions { start, end }| Merged {
        row: start.0,
        column: start.1,
        last_column: end.1,
    })
    .collect()
}

/// Takes an error of calamine's for a workbook that is protected, or for one that is broken.
macro_rules! tell_protected_from_broken {
    ($($error:ident),+) => {
        $(impl From<$error> for SpreadsheetError {
            fn from(error: $error) -> Self {
                if matches!(error, $error::Password) { Self::Protected } else { Self::Broken }
            }
        })+
    };
}

tell_protected_from_broken!(XlsxError, XlsbError, XlsError, OdsError);
