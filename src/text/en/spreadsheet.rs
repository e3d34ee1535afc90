//! Reasons that a spreadsheet cannot be opened, and remedies.

use std::fmt;

use crate::spreadsheet::SpreadsheetError;
use crate::text::en::number::count;

impl fmt::Display for SpreadsheetError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive => formatter.write_str(
                "This file is an archive, not a spreadsheet. Unpack it, and choose the table in it.",
            ),
            Self::Document => formatter.write_str(
                "This file is a text document or a presentation, not a spreadsheet. Copy its table \
                 into a spreadsheet, save that, and choose it.",
            ),
            Self::Numbers => formatter.write_str(
                "This file is one of Apple’s Numbers. In Numbers, choose Export To in the menu \
                 File, then CSV or Excel, and choose the file that it writes.",
            ),
            Self::Protected => formatter.write_str(
                "This spreadsheet is protected by a password. Open it in your spreadsheet program, \
                 save it without a password or save the sheet as CSV (UTF-8), and choose that file.",
            ),
            Self::Broken => formatter.write_str(
                "This spreadsheet is damaged or not whole. Download or copy it once more; or open \
                 it in your spreadsheet program, save the sheet as CSV (UTF-8), and choose that \
                 file.",
            ),
            Self::Unpacked { most } => write!(
                formatter,
                "This spreadsheet unpacks to more than {} MB, which is more than the page takes. \
                 Open it in your spreadsheet program, save the sheet as CSV (UTF-8), and choose \
                 that file.",
                count(most >> 20)
            ),
            Self::Cells { most } => write!(
                formatter,
                "A sheet of this file has more than {} cells, which is more than the page takes. \
                 Open it in your spreadsheet program, delete what stands far outside the table or \
                 save the sheet as CSV (UTF-8), and choose that file.",
                count(*most)
            ),
            Self::NoSheet => formatter.write_str(
                "This spreadsheet has no sheet with cells. Choose a file with a table in it.",
            ),
            Self::NoSheetCalled { name, all } => {
                let all: Vec<String> = all.iter().map(|name| format!("'{name}'")).collect();
                write!(
                    formatter,
                    "No sheet is called '{name}'. This file has {}. Choose one of those.",
                    all.join(", ")
                )
            }
        }
    }
}

/// Sentence about a sheet whose formulas have no values.
pub fn lacks_values() -> &'static str {
    "Formulas of this sheet have no values yet. Open the file in a spreadsheet program, save it, and \
     choose it again."
}
