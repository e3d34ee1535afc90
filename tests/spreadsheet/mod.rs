//! Spreadsheets. `files.py` made the files, which are small enough to be looked at in a spreadsheet program.

mod damage;
mod formats;
mod sheets;

use downhill::import::{Choices, Delimiter, Import, ImportError, Imported};
use downhill::spreadsheet::{Opened, SpreadsheetError, open};

const XLSX: &[u8] = include_bytes!("files/weather.xlsx");
const XLS: &[u8] = include_bytes!("files/wetter.xls");
const ODS: &[u8] = include_bytes!("files/weather.ods");
const SINCE_1904: &[u8] = include_bytes!("files/since-1904.xlsx");
const UNSAVED: &[u8] = include_bytes!("files/unsaved.xlsx");

/// Reads a sheet as the page does.
fn read(opened: &Opened, columns: Option<(usize, usize)>) -> Result<Imported, ImportError> {
    let choices = Choices { delimiter: Some(Delimiter::Cells), ..Choices::default() };
    let mut import = Import::new(choices, columns);
    import.feed(opened.text.as_bytes())?;
    import.finish()
}

/// Two columns of a sheet, by their headings: the points, and the report.
fn columns(opened: &Opened, x: &str, y: &str) -> (Vec<(f64, f64)>, String) {
    let outline = read(opened, None).expect("two columns of numbers").outline;
    let find = |name: &str| {
        let found = outline.headings().iter().position(|heading| heading == name);
        found.unwrap_or_else(|| panic!("{name} in {:?}", outline.headings()))
    };
    let imported = read(opened, Some((find(x), find(y)))).expect("rows with numbers");
    (imported.dataset.points().iter().collect(), imported.report.to_string())
}

fn refusal(bytes: &[u8]) -> SpreadsheetError {
    open(bytes, None).expect_err("no spreadsheet of use")
}
