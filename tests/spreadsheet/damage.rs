//! Files that are damaged, protected or made to do harm: each gets a sentence that says what to do.

use std::io::{Cursor, Write};

use downhill::spreadsheet::{SpreadsheetError, open};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{ODS, SINCE_1904, UNSAVED, XLS, XLSX, refusal};

const PROTECTED: &[u8] = include_bytes!("files/protected.xlsx");

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1));
    for (name, content) in files {
        archive.start_file(*name, options).expect("a name");
        archive.write_all(content).expect("room");
    }
    archive.finish().expect("room").into_inner()
}

/// A spreadsheet with one of its files replaced.
fn with(file: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut files = Vec::new();
    for index in 0..old.len() {
        let entry = old.by_index(index).expect("a file");
        let entry_name = entry.name().expect("a name").into_owned();
        let bytes: Vec<u8> =
            std::io::Read::bytes(entry).map(|byte| byte.expect("a byte")).collect();
        files.push((entry_name, bytes));
    }
    let parts: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(entry, bytes)| (entry.as_str(), if entry == name { content } else { bytes }))
        .collect();
    assert!(files.iter().any(|(entry, _)| entry == name), "{name}");
    archive(&parts)
}

/// An OpenDocument sheet with these rows.
fn sheet_of(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    with(ODS, "content.xml", content.as_bytes())
}

#[test]
fn a_file_that_was_cut_off_is_damaged() {
    for file in [XLSX, XLS, ODS, SINCE_1904, UNSAVED] {
        for part in 1..40 {
            let cut = &file[..file.len() * part / 40];
            let result = open(cut, None);
            // Of the old format, what was cut off may be the second sheet.
            let is_old = file == XLS && result.is_ok();
            assert!(is_old || result == Err(SpreadsheetError::Broken), "{part}: {result:?}");
        }
    }
    let sentence = refusal(&XLSX[..4_000]).to_string();
    assert!(
        sentence.starts_with("This spreadsheet is damaged or not whole. Download"),
        "{sentence}"
    );
}

#[test]
fn a_file_with_a_wrong_byte_anywhere_is_read_or_refused() {
    for file in [XLSX, XLS, ODS] {
        for place in (0..file.len()).step_by(37) {
            let mut wrong = file.to_vec();
            wrong[place] ^= 0xff;
            // It has an answer, whatever that is.
            let _: Result<_, SpreadsheetError> = open(&wrong, None);
        }
    }
}

#[test]
fn a_protected_file_is_to_be_saved_without_its_password() {
    assert_eq!(refusal(PROTECTED), SpreadsheetError::Protected);
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let protected = with(ODS, "META-INF/manifest.xml", manifest.as_bytes());
    assert_eq!(refusal(&protected), SpreadsheetError::Protected);
    assert!(refusal(PROTECTED).to_string().contains("save it without a password"));
}

#[test]
fn other_archives_and_documents_are_told_apart() {
    for (name, expected) in [
        ("data.csv", SpreadsheetError::Archive),
        ("word/document.xml", SpreadsheetError::Document),
        ("ppt/presentation.xml", SpreadsheetError::Document),
        ("Index/Document.iwa", SpreadsheetError::Numbers),
        ("xl/workbook.xml", SpreadsheetError::Broken),
    ] {
        assert_eq!(refusal(&archive(&[(name, b"x")])), expected, "{name}");
    }
    let text = with(ODS, "mimetype", b"application/vnd.oasis.opendocument.text");
    assert_eq!(refusal(&text), SpreadsheetError::Document);
    assert_eq!(refusal(b"PK\x03\x04"), SpreadsheetError::Broken);
    assert_eq!(refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), SpreadsheetError::Broken);
    assert_eq!(refusal(b""), SpreadsheetError::Broken);
}

#[test]
fn what_unpacks_to_too_much_is_not_unpacked() {
    let bomb = with(XLSX, "xl/worksheets/sheet1.xml", &vec![b' '; (1 << 29) + 1]);
    assert!(bomb.len() < 1 << 24);
    assert!(matches!(refusal(&bomb), SpreadsheetError::Unpacked { .. }));
    assert!(refusal(&bomb).to_string().contains("more than 512 MB"));
}

#[test]
fn a_file_that_lies_about_its_size_is_read_no_further_than_it_says() {
    let mut content = b"<worksheet><sheetData>".to_vec();
    content.resize(1 << 24, b' ');
    let honest = with(XLSX, "xl/worksheets/sheet3.xml", &content);
    let size = u32::try_from(content.len()).expect("few bytes").to_le_bytes();
    let mut lying = honest.clone();
    let places: Vec<usize> =
        (0..honest.len() - 4).filter(|&place| honest[place..place + 4] == size).collect();
    assert!(!places.is_empty());
    for place in places {
        lying[place..place + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    assert_eq!(refusal(&lying), SpreadsheetError::Broken);
}

#[test]
fn rows_and_cells_that_are_repeated_without_measure_are_not_unfolded() {
    let cell = |repeated: u64| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" \
             table:number-columns-repeated=\"{repeated}\"/>"
        )
    };
    let row = |repeated: u64, cells: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>"
        )
    };
    for rows in [
        row(1_048_576, &cell(16_384)),
        row(1_048_576, "<table:table-cell/>") + &row(1, &cell(16_384)),
        row(1, &cell(16_384)).repeat(2_000),
        row(u64::MAX, &cell(u64::MAX)),
    ] {
        assert!(
            matches!(refusal(&sheet_of(&rows)), SpreadsheetError::Cells { .. }),
            "{}",
            rows.len()
        );
    }
    // Empty rows to the end of the sheet are what LibreOffice writes.
    let usual = row(3, &cell(2))
        + &row(1_048_573, "<table:table-cell table:number-columns-repeated=\"16384\"/>");
    assert_eq!(open(&sheet_of(&usual), None).expect("a sheet").text, "1\t1\n1\t1\n1\t1\n");
}
