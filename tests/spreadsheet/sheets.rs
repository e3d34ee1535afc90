//! The sheet that is opened, and the table on it.

use downhill::import::ImportError;
use downhill::spreadsheet::{SpreadsheetError, open};

use super::{ODS, XLS, XLSX, columns, read};

#[test]
fn the_first_sheet_that_is_seen_and_has_numbers_is_opened() {
    let opened = open(XLSX, None).expect("a spreadsheet");
    assert_eq!(opened.sheets, ["Hidden", "Notes", "Weather", "Two tables", "Empty"]);
    assert_eq!(opened.sheet, 2);
    let opened = open(ODS, None).expect("a spreadsheet");
    assert_eq!(
        (opened.sheets, opened.sheet),
        (vec!["Secret".into(), "Weather".into(), "More".into()], 1)
    );
    assert_eq!(open(XLS, None).expect("a spreadsheet").sheet, 0);
}

#[test]
fn any_sheet_can_be_chosen() {
    for (bytes, name, x, y, first) in [
        (XLSX, "Hidden", "a", "b", (1.0, 1.0)),
        (XLS, "Zweites", "a", "b", (1.0, 2.0)),
        (ODS, "More", "m", "n", (1.0, 2.0)),
    ] {
        let opened = open(bytes, Some(name)).expect("a sheet");
        assert_eq!(opened.sheets[opened.sheet], name);
        let (points, report) = columns(&opened, x, y);
        assert_eq!((points.len(), points[0]), (3, first));
        assert_eq!(report, "3 rows read, 3 used.");
    }
}

#[test]
fn a_sheet_that_is_not_there_is_named_beside_those_that_are() {
    let error = open(XLS, Some("Drittes")).expect_err("no such sheet");
    let all = vec!["Wetter".to_owned(), "Zweites".to_owned()];
    assert_eq!(error, SpreadsheetError::NoSheetCalled { name: "Drittes".to_owned(), all });
    let sentence =
        "No sheet is called 'Drittes'. This file has 'Wetter', 'Zweites'. Choose one of those.";
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn a_sheet_without_cells_says_so() {
    let opened = open(XLSX, Some("Empty")).expect("a sheet");
    assert_eq!(read(&opened, None), Err(ImportError::EmptySheet));
}

#[test]
fn a_sheet_of_words_has_no_column_with_numbers() {
    let opened = open(XLSX, Some("Notes")).expect("a sheet");
    let refusal = read(&opened, None).expect_err("words").to_string();
    assert!(refusal.contains("no column with numbers"), "{refusal}");
}

#[test]
fn the_first_of_two_tables_beside_each_other_is_read() {
    let opened = open(XLSX, Some("Two tables")).expect("a sheet");
    let (points, report) = columns(&opened, "x", "y");
    assert_eq!(points, [(1.0, 2.0), (3.0, 5.0), (5.0, 9.0)]);
    assert_eq!(report, "3 rows read, 3 used.");
}

#[test]
fn titles_and_notes_are_told_by_their_rows() {
    let opened = open(XLSX, None).expect("a spreadsheet");
    let (_, report) = columns(&opened, "Price", "Share");
    for sentence in [
        "6 rows read, 6 used.",
        "The first 2 rows are headings.",
        "The table ends before row 13 ('Source: nobody').",
    ] {
        assert!(report.contains(sentence), "{report}");
    }
    assert!(!report.contains("tabs") && !report.contains("line"), "{report}");
}
