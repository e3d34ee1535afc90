//! The kind of a file, from what is in it, and its size unpacked.

use std::io::Cursor;

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::SpreadsheetError;

/// The most bytes that a file may unpack to: a sheet of a million rows and ten columns has less.
pub(super) const MOST_UNPACKED: u64 = 1 << 29;

/// The kind of a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Excel's since 2007: XML in an archive.
    Xlsx,
    /// The same in binary form.
    Xlsb,
    /// Excel's before 2007.
    Xls,
    /// OpenDocument.
    Ods,
}

/// The mark at the beginning of a compound file, in which Excel's old files are, and the new ones with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The kind of a file.
///
/// # Errors
/// When the file is no spreadsheet, has a password, or unpacks to too much.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, SpreadsheetError> {
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(of_archive)?;
    let mut unpacked: u64 = 0;
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(of_archive)?;
        // What is read of a file is no more than this, or reading it fails.
        unpacked = unpacked.saturating_add(file.size());
        if file.encrypted() {
            return Err(SpreadsheetError::Protected);
        }
    }
    if unpacked > MOST_UNPACKED {
        return Err(SpreadsheetError::Unpacked { most: MOST_UNPACKED });
    }
    let names = archive.file_names().filter_map(Result::ok).map(|name| name.replace('\\', "/"));
    let names: Vec<String> = names.collect();
    let has =
        |start: &str| names.iter().any(|name| name.trim_start_matches('/').starts_with(start));
    if has("xl/workbook.bin") {
        Ok(Kind::Xlsb)
    } else if has("xl/") {
        Ok(Kind::Xlsx)
    } else if has("Index/") || has("Index.zip") {
        Err(SpreadsheetError::Numbers)
    } else if has("content.xml") && has("mimetype") {
        let is_sheet = |mime: &str| mime.contains("spreadsheet");
        let mime = archive
            .by_name("mimetype")
            .map_err(of_archive)
            .and_then(|file| std::io::read_to_string(file).map_err(|_| SpreadsheetError::Broken))?;
        if is_sheet(&mime) { Ok(Kind::Ods) } else { Err(SpreadsheetError::Document) }
    } else if has("word/") || has("ppt/") || has("visio/") {
        Err(SpreadsheetError::Document)
    } else {
        Err(SpreadsheetError::Archive)
    }
}

/// The kind of a compound file, from the names of the streams in it.
fn compound(bytes: &[u8]) -> Result<Kind, SpreadsheetError> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        Err(SpreadsheetError::Protected)
    } else if has("Workbook") || has("Book") {
        Ok(Kind::Xls)
    } else if has("WordDocument") || has("PowerPoint Document") {
        Err(SpreadsheetError::Document)
    } else {
        Err(SpreadsheetError::Broken)
    }
}

fn of_archive(error: ZipError) -> SpreadsheetError {
    match error {
        ZipError::InvalidPassword => SpreadsheetError::Protected,
        _ => SpreadsheetError::Broken,
    }
}
